//! Visitors who take their time on purpose: they are cut off, and nobody else waits for them.

use super::told;
use std::time::{Duration, Instant};
use tests::app::id;
use tests::{Engine, TestApp, on_sqlite, times};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

on_sqlite!(slow_bodies_are_cut_off_and_nobody_waits);

/// Sends a body drop by drop. Gives what was answered, and after how long.
async fn drip(address: std::net::SocketAddr, head: String) -> (String, Duration) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    let (started, mut answer) = (Instant::now(), Vec::new());
    for _ in 0..80 {
        let _ = stream.write_all(b"x").await;
        let read = tokio::time::timeout(Duration::from_millis(100), stream.read_to_end(&mut answer)).await;
        if read.is_ok() || !answer.is_empty() {
            break;
        }
    }
    (String::from_utf8_lossy(&answer).into_owned(), started.elapsed())
}

async fn slow_bodies_are_cut_off_and_nobody_waits(engine: Engine) {
    let app = TestApp::with(engine, |settings| settings.http.timeout_s = 2).await;
    let henk = app.filling("henk").await;
    let before = app.contents().await;
    let paths = ["/api/answer/keep", "/api/draft/send", "/session/demo", "/session/language", "/calculator", "/webhook/notifications", "/reports/policy"];
    let slow: Vec<_> = (0..times("SLOW", 70))
        .map(|n| {
            let path = paths[n % paths.len()];
            let head = format!(
                "POST {path} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\nCookie: meedoen={}\r\n\r\nresident={}&text=",
                app.address,
                henk.client.cookies["meedoen"],
                id("henk")
            );
            tokio::spawn(drip(app.address, head))
        })
        .collect();
    // Half a head and then silence, as many again.
    let mut silent = Vec::new();
    for _ in 0..slow.len() {
        let mut stream = TcpStream::connect(app.address).await.unwrap();
        stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ").await.unwrap();
        silent.push(stream);
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    let started = Instant::now();
    assert_eq!(app.stranger().get("/help").await.status, 200);
    assert!(started.elapsed() < Duration::from_secs(1), "somebody else waited {:?}", started.elapsed());
    let tried = slow.len() + silent.len();
    for one in slow {
        let (answer, took) = one.await.unwrap();
        assert!(answer.is_empty() || answer.starts_with("HTTP/1.1 4"), "{answer}");
        assert!(took < Duration::from_secs(6), "cut off only after {took:?}");
    }
    assert_eq!(before, app.contents().await);
    told("visitors who send slowly or stop halfway", tried, 100);
}
