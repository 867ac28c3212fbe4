//! What goes over the wire, byte by byte: a dropped connection gives none.

use backend_sim::{Fault, FaultRule, HangEnd};
use conformance::types::{Types, case_body};
use conformance::{Target, fresh, simulation};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Sends a create by hand and reads until the other side closes.
async fn bytes(t: &Target, types: &Types, number: &str) -> Vec<u8> {
    let body = case_body(types, number).to_string();
    let address = t.sim().url().strip_prefix("http://").unwrap().to_owned();
    let request = format!(
        "POST /zaken/api/v1/zaken HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\nAccept-Crs: EPSG:4326\r\nContent-Crs: EPSG:4326\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        t.token(),
        body.len()
    );
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut got = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(10), stream.read_to_end(&mut got)).await;
    read.expect("the connection closes").expect("in good order");
    got
}

#[tokio::test]
async fn a_dropped_connection_gives_no_byte() {
    let t = simulation!("a_dropped_connection_gives_no_byte");
    let types = t.types().await;
    let cut = Fault::Hang { seconds: 1.0, stored: None, then: HangEnd::Cut };
    for (fault, stored) in [(Fault::DropBefore, 0), (Fault::DropAfter, 1), (cut, 1)] {
        let number = fresh::number();
        t.sim().add_fault(FaultRule::on("zaak.create", fault).times(1));
        assert_eq!(bytes(&t, &types, &number).await, b"");
        assert_eq!(t.sim().count(&number).cases, stored);
    }
    assert!(bytes(&t, &types, &fresh::number()).await.starts_with(b"HTTP/1.1 201"));
}

#[tokio::test]
async fn a_call_goes_on_when_its_caller_hangs_up() {
    let t = simulation!("a_call_goes_on_when_its_caller_hangs_up");
    let (types, number) = (t.types().await, fresh::number());
    t.sim().switch(|s| s.commit_delay_ms = 1000);
    let patient = tokio::time::timeout(Duration::from_millis(500), bytes(&t, &types, &number)).await;
    assert!(patient.is_err(), "given up before the commit");
    for _ in 0..500 {
        if t.sim().count(&number).cases == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("it was not stored");
}
