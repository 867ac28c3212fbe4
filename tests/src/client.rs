//! A browser without scripts: cookies, plain requests, and the headers that browsers send along. It follows nothing by itself.

use crate::{Page, entered};
use anyhow::{Context as _, Result};
use http::{HeaderValue, Method, Request, header};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Bytes;
use hyper_util::rt::TokioIo;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpStream;

/// What browsers accept.
const HTML: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
/// How forms are encoded.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// One browser.
#[derive(Debug, Clone)]
pub struct Client {
    address: SocketAddr,
    /// The cookies that it holds.
    pub cookies: BTreeMap<String, String>,
    /// Every address that it asked for, was sent to, or saw on a page.
    pub addresses: Vec<String>,
    /// The page that it stands on.
    pub here: String,
}

impl Client {
    /// A browser that has never been here.
    #[must_use]
    pub fn new(address: SocketAddr) -> Self {
        Self { address, cookies: BTreeMap::new(), addresses: Vec::new(), here: "/".to_owned() }
    }

    /// The portal listens somewhere else now.
    pub const fn moved(&mut self, address: SocketAddr) {
        self.address = address;
    }

    /// Opens a page.
    pub async fn get(&mut self, path: &str) -> Page {
        self.try_get(path).await.unwrap()
    }

    /// Opens a page that must be there.
    pub async fn open(&mut self, path: &str) -> Page {
        let page = self.get(path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.words());
        page
    }

    /// Opens a page; an error when nobody answers.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn try_get(&mut self, path: &str) -> Result<Page> {
        let page = self.try_ask(self.request(Method::GET, path).body(Bytes::new())?).await?;
        path.clone_into(&mut self.here);
        Ok(page)
    }

    /// Sends a form, as a browser does.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.try_post(path, fields).await.unwrap()
    }

    /// Sends a form; an error when nobody answers any more.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn try_post(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Page> {
        let request = self.request(Method::POST, path).header(header::CONTENT_TYPE, FORM).header(header::ORIGIN, format!("http://{}", self.address));
        self.try_ask(request.header("sec-fetch-site", "same-origin").body(encode(fields))?).await
    }

    /// Sends a form and opens where it leads.
    pub async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let sent = self.post(path, fields).await;
        assert_eq!(
            sent.status,
            303,
            "{path} leads on: {}\n{}",
            sent.words(),
            crate::log::text().lines().filter(|line| line.contains("ERROR")).collect::<Vec<_>>().join("\n")
        );
        self.get(sent.location()).await
    }

    /// Sends a form as the script of a page does, and gives what it answers.
    pub async fn post_as_script(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.try_post_as_script(path, fields).await.unwrap()
    }

    /// Sends a form as the script of a page does; an error when nobody answers.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn try_post_as_script(&mut self, path: &str, fields: &[(&str, &str)]) -> Result<Page> {
        let mut request = self.request(Method::POST, path).header(header::CONTENT_TYPE, FORM).header("sec-fetch-site", "same-origin").body(encode(fields))?;
        request.headers_mut().insert(header::ACCEPT, HeaderValue::from_static("application/json"));
        self.try_ask(request).await
    }

    /// A request as this browser begins it.
    #[must_use]
    pub fn request(&self, method: Method, path: &str) -> http::request::Builder {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = Request::builder().method(method).uri(path).header(header::HOST, self.address.to_string()).header(header::ACCEPT, HTML);
        let request = request.header(header::REFERER, format!("http://{}{}", self.address, self.here)).header(header::ACCEPT_LANGUAGE, "nl");
        if cookies.is_empty() { request } else { request.header(header::COOKIE, cookies.join("; ")) }
    }

    /// What a file holds; empty when it is refused.
    pub async fn bytes(&mut self, path: &str) -> Vec<u8> {
        let request = self.request(Method::GET, path).body(Bytes::new()).unwrap();
        let (status, body) = send(self.address, request).await.map(|(parts, body)| (parts.status, body)).unwrap();
        if status.is_success() { body.to_vec() } else { Vec::new() }
    }

    /// Tells something as another program would: no cookies, no browser.
    pub async fn tell(&mut self, path: &str, secret: Option<&str>, body: &[u8]) -> http::StatusCode {
        let mut request = Request::builder().method(Method::POST).uri(path).header(header::HOST, self.address.to_string());
        if let Some(secret) = secret {
            request = request.header(header::AUTHORIZATION, format!("Bearer {secret}"));
        }
        let request = request.header(header::CONTENT_TYPE, "application/json").body(Bytes::copy_from_slice(body)).unwrap();
        send(self.address, request).await.unwrap().0.status
    }

    /// Sends any request.
    pub async fn ask(&mut self, request: Request<Bytes>) -> Page {
        self.try_ask(request).await.unwrap()
    }

    /// Sends any request; an error when nobody answers any more.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn try_ask(&mut self, request: Request<Bytes>) -> Result<Page> {
        let asked = request.uri().to_string();
        let page = tokio::time::timeout(Duration::from_secs(60), exchange(self.address, request)).await.context("no answer within a minute")??;
        for cookie in page.headers.get_all(header::SET_COOKIE).iter().filter_map(|v| v.to_str().ok()) {
            let (pair, rest) = cookie.split_once(';').unwrap_or((cookie, ""));
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        self.addresses.push(asked);
        self.addresses.extend(page.headers.get(header::LOCATION).and_then(|l| l.to_str().ok()).map(ToOwned::to_owned));
        entered::not_in_address(page.location());
        self.addresses.extend(page.addresses());
        Ok(page)
    }
}

async fn exchange(address: SocketAddr, request: Request<Bytes>) -> Result<Page> {
    let (parts, bytes) = send(address, request).await?;
    Ok(Page { status: parts.status, headers: parts.headers, html: String::from_utf8_lossy(&bytes).into_owned() })
}

async fn send(address: SocketAddr, request: Request<Bytes>) -> Result<(http::response::Parts, Bytes)> {
    let stream = TcpStream::connect(address).await?;
    let (mut sender, connection) = hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    let driver = tokio::spawn(connection);
    let response = sender.send_request(request.map(Full::new)).await?;
    let (parts, body) = response.into_parts();
    let bytes = body.collect().await?.to_bytes();
    driver.abort();
    Ok((parts, bytes))
}

/// A form as a browser encodes it.
#[must_use]
pub fn encode(fields: &[(&str, &str)]) -> Bytes {
    entered::remember(fields);
    let mut form = form_urlencoded::Serializer::new(String::new());
    Bytes::from(form.extend_pairs(fields).finish())
}
