//! Who sends a request: session, language and nonce, found once and handed to pages and server functions.

use crate::{cookie, left};
use app::{Visitor, address};
use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use domain::profile::Address;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use service::content::Locale;
use service::session::Session;
use service::settings::{Form, Mode};
use service::{Error, Service};
use std::net::{IpAddr, SocketAddr};

const FORWARDED: &str = "x-forwarded-for";

/// Finds the visitor and hands it on.
pub async fn visit(State(service): State<Service>, mut request: Request, next: Next) -> Response {
    let token = cookie::get(request.headers(), cookie::session_name(service.settings.http.secure()));
    let session = match token {
        None => None,
        Some(token) => match service.find_session(token).await {
            Ok(Ok(session)) => Some(session),
            Ok(Err(None)) => None,
            Ok(Err(Some(ended))) => match left::keep(&service, &ended, request).await {
                Ok(answer) => return answer,
                Err(unkept) => {
                    request = unkept;
                    None
                }
            },
            Err(Error::Busy) => return StatusCode::SERVICE_UNAVAILABLE.into_response(),
            Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        },
    };
    let locale = locale(&service, session.as_ref(), request.headers());
    let uri = request.uri();
    let path = uri.path_and_query().map_or_else(|| uri.path().to_owned(), ToString::to_string);
    let path = if address::is_own_path(&path) && request.method().is_safe() { path } else { address::FRONT.to_owned() };
    let accept = request.headers().get(header::ACCEPT).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let words = service.content.texts.words(locale);
    let visitor = Visitor {
        session,
        words: if address::is_at_desk(&path) { words.at_desk() } else { words },
        nonce: nonce(),
        path,
        wants_json: accept.starts_with("application/json"),
        demo: service.settings.mode == Mode::Demo,
        mail_try: cookie::get(request.headers(), cookie::mail_name(service.settings.http.secure())).map(ToOwned::to_owned),
        origin: origin(&service, &request),
    };
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

/// The address of who asks: of the connection, or as the proxy in front of us tells when there is one.
pub fn origin(service: &Service, request: &Request) -> String {
    // The last one is what our own proxy saw; what stands before it was sent along by whoever asks.
    let lines = request.headers().get_all(FORWARDED);
    let told = service.settings.http.behind_proxy.then(|| lines.iter().next_back()?.to_str().ok()?.rsplit(',').next()).flatten();
    // Some proxies tell the port too.
    let told = told.map(str::trim).and_then(|told| told.parse::<IpAddr>().ok().or_else(|| Some(told.parse::<SocketAddr>().ok()?.ip())));
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    told.or(peer).map_or_else(|| "unknown".to_owned(), |ip| ip.to_canonical().to_string())
}

/// From where a request came, to hand on with another that it leads to.
pub struct Sender {
    peer: Option<ConnectInfo<SocketAddr>>,
    told: Option<HeaderValue>,
}

impl Sender {
    /// Of this request.
    pub fn of(request: &Request) -> Self {
        let told = request.headers().get_all(FORWARDED).iter().next_back().cloned();
        Self { peer: request.extensions().get().copied(), told }
    }

    /// As the sender of another one.
    pub fn put_on(self, request: &mut Request) {
        if let Some(peer) = self.peer {
            request.extensions_mut().insert(peer);
        }
        if let Some(told) = self.told {
            request.headers_mut().insert(FORWARDED, told);
        }
    }
}

fn nonce() -> String {
    let mut bytes = [0u8; 16];
    // Without randomness the nonce matches no script: pages work, scripts do not run.
    if getrandom::fill(&mut bytes).is_err() {
        return String::new();
    }
    data_encoding::BASE64URL_NOPAD.encode(&bytes)
}

/// The session's language, else the cookie's, else the browser's first one on offer, else the first on offer.
fn locale(service: &Service, session: Option<&Session>, headers: &HeaderMap) -> Locale {
    let settings = &service.settings.municipality;
    let form = match session.map(|s| s.address) {
        Some(Address::Formal) => Form::U,
        Some(Address::Informal) => Form::Je,
        _ => settings.form,
    };
    let offered = |code: &str| settings.languages.iter().any(|l| l == code).then(|| Locale::parse(code, form)).flatten();
    let browser = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let mut browser = browser.split(',').filter_map(|part| part.split([';', '-']).next()).map(str::trim);
    session
        .and_then(|s| offered(s.language.as_deref()?))
        .or_else(|| offered(cookie::get(headers, cookie::LANGUAGE)?))
        .or_else(|| browser.find_map(offered))
        .or_else(|| settings.languages.first().and_then(|code| offered(code)))
        .unwrap_or(Locale::dutch(form))
}
