//! How much memory the real process takes: just started, and after everybody's draft was opened.

use crate::crowd::Crowd;
use crate::wire::Wire;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tests::TestApp;

/// A process that ends with the measurement.
struct Portal(Child);

impl Drop for Portal {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub async fn measure(app: &TestApp, crowd: &Crowd) {
    let binary = std::env::var_os("PORTAL").map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target/release/portal")), PathBuf::from);
    if !binary.exists() {
        println!("memory: not measured, {} is not built (`cargo build --release --bin portal`)", binary.display());
        return;
    }
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap().local_addr().unwrap().port();
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut command = Command::new(binary);
    command
        .arg("serve")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .env("MEEDOEN_MODE", "demo")
        .env("MEEDOEN_DATABASE__URL", &app.url)
        .env("MEEDOEN_BACKEND__KIND", "none");
    command.env("MEEDOEN_KEYS__FILE", app.folder().join("keys.toml")).env("MEEDOEN_HTTP__SITE", &app.service.settings.http.site);
    let portal = Portal(command.env("MEEDOEN_HTTP__LISTEN", address.to_string()).spawn().unwrap());
    while tokio::net::TcpStream::connect(address).await.is_err() {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let idle = resident_kb(&portal);
    let mut wire = Wire::open(address).await;
    for person in &crowd.people {
        let cookie = wire.sign_in(&person.id).await;
        wire.get(&person.question, &cookie).await;
    }
    println!("memory: {} MB just started (aim 60), {} MB after {} open drafts were opened", idle / 1000, resident_kb(&portal) / 1000, crowd.people.len());
}

fn resident_kb(portal: &Portal) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", portal.0.id())).unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmRSS:")).unwrap_or("0");
    line.trim().trim_end_matches(" kB").trim().parse().unwrap_or(0)
}
