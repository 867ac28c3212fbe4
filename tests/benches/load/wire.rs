//! A thin client that keeps its connection, and the bare handler to compare with.

use crate::crowd::Person;
use axum::Router;
use axum::response::Html;
use axum::routing::get;
use http::{Method, Request, header};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::SendRequest;
use hyper_util::rt::TokioIo;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant};
use tokio::net::{TcpListener, TcpStream};
use tower_http::compression::CompressionLayer;

/// One connection.
pub struct Wire {
    sender: SendRequest<Full<Bytes>>,
}

impl Wire {
    pub async fn open(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let (sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.unwrap();
        tokio::spawn(connection);
        Self { sender }
    }

    async fn ask(&mut self, method: Method, path: &str, cookie: &str, body: Bytes) -> (u16, String, Bytes) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1")
            .header(header::ACCEPT, "text/html")
            .header(header::ACCEPT_ENCODING, "br")
            .header(header::COOKIE, cookie)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.sender.ready().await.unwrap();
        let response = self.sender.send_request(request.body(Full::new(body)).unwrap()).await.unwrap();
        let location = response.headers().get(header::LOCATION).map(|l| l.to_str().unwrap().to_owned()).unwrap_or_default();
        let status = response.status().as_u16();
        (status, location, response.into_body().collect().await.unwrap().to_bytes())
    }

    pub async fn get(&mut self, path: &str, cookie: &str) -> Bytes {
        let (status, _, bytes) = self.ask(Method::GET, path, cookie, Bytes::new()).await;
        assert_eq!(status, 200, "{path}");
        bytes
    }

    /// Signs in as somebody of the demo and gives the cookie.
    pub async fn sign_in(&mut self, person: &str) -> String {
        let request = Request::builder().method(Method::POST).uri("/session/demo").header(header::HOST, "127.0.0.1");
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(Full::new(format!("person={person}").into()));
        self.sender.ready().await.unwrap();
        let response = self.sender.send_request(request.unwrap()).await.unwrap();
        let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        response.into_body().collect().await.unwrap();
        cookie
    }

    /// Keeps an answer and gives the page that comes after it.
    pub async fn keep(&mut self, person: &Person, turn: usize) -> String {
        let choice = ["very_good", "good", "fair", "bad", "very_bad"][turn % 5];
        let base = turn + person.version;
        let body = format!("resident={}&way=intake&draft={}&step=L1&base={base}&go=next&choices[]={choice}", person.id, person.draft);
        let (status, location, _) = self.ask(Method::POST, "/api/answer/keep", &person.cookie, body.into()).await;
        assert_eq!(status, 303);
        location
    }

    /// Sends the draft.
    pub async fn send(&mut self, person: &Person) {
        let body = format!("resident={}&way=intake&draft={}", person.id, person.draft);
        let (status, location, _) = self.ask(Method::POST, "/api/draft/send", &person.cookie, body.into()).await;
        assert_eq!(status, 303);
        assert!(location.contains("/sent/"), "{location}");
    }
}

/// Requests a second on `connections` connections.
pub async fn rate(address: SocketAddr, path: &str, cookie: &str, connections: usize, time: Duration) -> f64 {
    let until = Instant::now() + time;
    let tasks: Vec<_> = (0..connections)
        .map(|_| {
            let (path, cookie) = (path.to_owned(), cookie.to_owned());
            tokio::spawn(async move {
                let mut wire = Wire::open(address).await;
                let mut count = 0_u32;
                while Instant::now() < until {
                    wire.get(&path, &cookie).await;
                    count += 1;
                }
                count
            })
        })
        .collect();
    let mut all = 0;
    for task in tasks {
        all += task.await.unwrap();
    }
    f64::from(all) / time.as_secs_f64()
}

/// A handler that gives `page` and does nothing else, compressed as the portal compresses.
pub async fn bare(page: String) -> SocketAddr {
    let router = Router::new().route("/", get(move || async move { Html(page.clone()) })).layer(CompressionLayer::new());
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    address
}
