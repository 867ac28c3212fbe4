//! Requests that no browser sends: the portal answers or hangs up, and goes on for everybody else.

use std::time::Duration;
use tests::{Engine, TestApp, on_both_engines};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

on_both_engines!(a_body_without_an_end_is_cut_off, broken_requests_stop_nobody, a_visitor_who_hangs_up_halfway_changes_nothing);

/// Sends bytes as they are and reads until the other side has said all.
async fn send(app: &TestApp, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(app.address).await.unwrap();
    // The portal may hang up before everything was sent.
    let _ = stream.write_all(bytes).await;
    let mut answer = Vec::new();
    let _ = tokio::time::timeout(Duration::from_secs(3), stream.read_to_end(&mut answer)).await;
    String::from_utf8_lossy(&answer).into_owned()
}

/// The head of a request that posts a form as somebody who is signed in.
fn head(app: &TestApp, cookie: &str, more: &str) -> String {
    format!(
        "POST /api/answer/keep HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nCookie: meedoen={cookie}\r\nConnection: close\r\n{more}\r\n",
        app.address
    )
}

async fn a_body_without_an_end_is_cut_off(engine: Engine) {
    let app = TestApp::start(engine).await;
    let henk = app.filling("henk").await;
    let before = app.contents().await;
    let chunk = format!("4000\r\n{}\r\n", "x".repeat(0x4000));
    let body = format!("{}{}0\r\n\r\n", head(&app, &henk.client.cookies["meedoen"], "Transfer-Encoding: chunked\r\n"), chunk.repeat(40));
    let answer = send(&app, body.as_bytes()).await;
    let status = answer.split(' ').nth(1).unwrap_or_default();
    assert!(status.starts_with('4'), "{answer}");
    assert!(answer.contains("<main") && !answer.contains("__err") && !answer.to_lowercase().contains("deserial"), "{answer}");
    assert_eq!(before, app.contents().await);
}

async fn broken_requests_stop_nobody(engine: Engine) {
    let app = TestApp::start(engine).await;
    let henk = app.filling("henk").await;
    let before = app.contents().await;
    let cookie = &henk.client.cookies["meedoen"];
    let both = head(&app, cookie, "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n");
    let requests: [Vec<u8>; 8] = [
        b"\r\n\r\n".to_vec(),
        b"GET\r\n\r\n".to_vec(),
        b"GET /\xff\xfe HTTP/1.1\r\nHost: x\r\n\r\n".to_vec(),
        b"GET / HTTP/9.9\r\n\r\n".to_vec(),
        format!("GET / HTTP/1.1\r\nHost: x\r\nX: {}\r\n\r\n", "y".repeat(1_000_000)).into_bytes(),
        format!("{both}0\r\n\r\nGET /r HTTP/1.1\r\n\r\n").into_bytes(),
        format!("{}x", head(&app, cookie, "Content-Length: -1\r\n")).into_bytes(),
        (0..=255).collect(),
    ];
    for request in requests {
        let answer = send(&app, &request).await;
        assert!(
            answer.is_empty() || answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.0 4"),
            "{}: {answer}",
            request[..request.len().min(60)].escape_ascii()
        );
    }
    assert_eq!(before, app.contents().await);
    assert_eq!(app.stranger().get("/help").await.status, 200);
}

async fn a_visitor_who_hangs_up_halfway_changes_nothing(engine: Engine) {
    let app = TestApp::start(engine).await;
    let mut henk = app.filling("henk").await;
    let form = henk.form("K8", &[("text", "Half a form"), ("go", "next")]).await;
    let fields: Vec<(&str, &str)> = form.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let body = tests::client::encode(&fields);
    let before = app.contents().await;
    let whole = format!("{}{}", head(&app, &henk.client.cookies["meedoen"], &format!("Content-Length: {}\r\n", body.len())), String::from_utf8_lossy(&body));
    for end in [whole.len() - body.len() / 2, whole.len() - 1] {
        let mut stream = TcpStream::connect(app.address).await.unwrap();
        stream.write_all(&whole.as_bytes()[..end]).await.unwrap();
        drop(stream);
    }
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(before, app.contents().await, "half a form is no form");
    assert!(send(&app, whole.as_bytes()).await.starts_with("HTTP/1.1 303"), "the whole one is");
}
