//! A webhook of our own, which the backend under test calls.

use crate::target::Target;
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;

/// In a plan: 204, but only after two seconds.
pub const LATE: u16 = 0;

/// One call of the webhook.
#[derive(Debug, Clone)]
pub struct Received {
    /// The `Authorization` header, empty without one.
    pub authorization: String,
    /// The `Content-Type` header.
    pub content_type: String,
    /// The length of the body in bytes.
    pub length: usize,
    /// The body.
    pub body: Value,
}

#[derive(Default)]
struct Inner {
    received: Mutex<Vec<Received>>,
    /// Answers to give before 204, whatever the secret.
    planned: Mutex<VecDeque<u16>>,
    open: Mutex<bool>,
}

/// A webhook that refuses calls without its secret and keeps the others.
pub struct Callback {
    /// Where the target reaches it.
    pub url: String,
    /// What it wants in `Authorization`.
    pub secret: String,
    inner: Arc<Inner>,
    _turn: Option<tokio::sync::MutexGuard<'static, ()>>,
}

static TURN: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Waits for the test before to let go of the address.
async fn bind(address: &str) -> TcpListener {
    for _ in 0..100 {
        if let Ok(listener) = TcpListener::bind(address).await {
            return listener;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{address} is taken")
}

impl Callback {
    /// Starts one.
    pub async fn start(target: &Target) -> Self {
        let (reached, listen) = target.callback.clone().expect("a target with a callback");
        // A fixed address is for one test at a time.
        let turn = if listen.ends_with(":0") { None } else { Some(TURN.lock().await) };
        let listener = bind(&listen).await;
        let url = if reached.is_empty() { format!("http://{}/webhook", listener.local_addr().unwrap()) } else { reached };
        let inner = Arc::new(Inner::default());
        let secret = format!("Bearer {}", uuid::Uuid::new_v4());
        let router = Router::new().fallback(receive).with_state((Arc::clone(&inner), secret.clone()));
        tokio::spawn(async move { axum::serve(listener, router).await });
        Self { url, secret, inner, _turn: turn }
    }

    /// From now on it takes calls without the secret too.
    pub fn open(&self) {
        *self.inner.open.lock().unwrap() = true;
    }

    /// The next calls get these answers.
    pub fn plan(&self, statuses: &[u16]) {
        self.inner.planned.lock().unwrap().extend(statuses);
    }

    /// What came until now, without the trial at registration.
    #[must_use]
    pub fn received(&self) -> Vec<Received> {
        self.inner.received.lock().unwrap().iter().filter(|r| r.body["kanaal"] != "test").cloned().collect()
    }

    /// Everything that came until now.
    #[must_use]
    pub fn trials(&self) -> Vec<Received> {
        self.inner.received.lock().unwrap().iter().filter(|r| r.body["kanaal"] == "test").cloned().collect()
    }

    /// Waits until `enough` holds for what came; gives it.
    pub async fn until(&self, what: &str, enough: impl Fn(&[Received]) -> bool) -> Vec<Received> {
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let received = self.received();
            if enough(&received) {
                return received;
            }
            assert!(Instant::now() < deadline, "{what} did not come: {received:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

async fn receive(State((inner, secret)): State<(Arc<Inner>, String)>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let header = |name: &str| headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
    let authorization = header("authorization");
    let allowed = authorization == secret || *inner.open.lock().unwrap();
    let body_value = serde_json::from_slice(&body).unwrap_or_default();
    let received = Received { authorization, content_type: header("content-type"), length: body.len(), body: body_value };
    let trial = received.body["kanaal"] == "test";
    inner.received.lock().unwrap().push(received);
    let planned = if trial { None } else { inner.planned.lock().unwrap().pop_front() };
    if planned == Some(LATE) {
        tokio::time::sleep(Duration::from_secs(2)).await;
    } else if let Some(status) = planned {
        return StatusCode::from_u16(status).unwrap();
    }
    if allowed { StatusCode::NO_CONTENT } else { StatusCode::FORBIDDEN }
}
