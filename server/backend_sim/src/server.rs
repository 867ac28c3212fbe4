//! The simulation as an HTTP server.

use crate::config::{Config, StartError};
use crate::connection::{Cuttable, Line};
use crate::control;
use crate::handle::SimHandle;
use crate::notificaties::deliver;
use crate::pipeline::{self, Request};
use crate::shared::Shared;
use axum::Router;
use axum::body::to_bytes;
use axum::extract::{ConnectInfo, State};
use axum::response::Response;
use std::sync::Arc;
use tokio::net::TcpListener;

/// The address in URLs when none was given and nothing is listened on.
const NOWHERE: &str = "https://backend.example.test";

/// The simulation.
pub struct Sim;

impl Sim {
    /// Makes the router and the handle. Must be called within a runtime, where it delivers notifications.
    ///
    /// A router that is not served by [`start`] or [`serve`] cannot close a connection without a byte of answer: the faults that do
    /// so send the head of an answer and a body that breaks off.
    ///
    /// # Errors
    /// As [`StartError`] says.
    #[expect(clippy::new_ret_no_self, reason = "the simulation is its router and its handle")]
    pub fn new(config: Config) -> Result<(Router, SimHandle), StartError> {
        let root = config.public_url.clone().unwrap_or_else(|| NOWHERE.to_owned());
        let shared = Arc::new(Shared::new(config, root.trim_end_matches('/').to_owned())?);
        tokio::spawn(deliver::run(Arc::downgrade(&shared)));
        let router = Router::new().nest("/_sim", control::router()).fallback(api).with_state(Arc::clone(&shared));
        Ok((router, SimHandle(shared)))
    }
}

/// Answers on `listener` in the background, until the handle stops it.
///
/// # Errors
/// As [`StartError`] says.
pub fn start(config: Config, listener: TcpListener) -> Result<SimHandle, StartError> {
    let (router, handle) = on(config, &listener)?;
    let served = run(router, listener, &handle);
    tokio::spawn(served);
    Ok(handle)
}

/// Answers on `listener`, for ever.
///
/// # Errors
/// As [`StartError`] says.
pub async fn serve(config: Config, listener: TcpListener) -> Result<(), StartError> {
    let (router, handle) = on(config, &listener)?;
    run(router, listener, &handle).await.map_err(|error| StartError::Network(error.to_string()))
}

/// Serves until the handle stops it; then the address is free again.
fn run(router: Router, listener: TcpListener, handle: &SimHandle) -> impl Future<Output = std::io::Result<()>> + Send + use<> {
    let closing = handle.0.closing.clone();
    let listener = Cuttable::new(listener, closing.clone());
    let service = router.into_make_service_with_connect_info::<Line>();
    axum::serve(listener, service).with_graceful_shutdown(async move { closing.closed().await }).into_future()
}

fn on(mut config: Config, listener: &TcpListener) -> Result<(Router, SimHandle), StartError> {
    let address = listener.local_addr().map_err(|error| StartError::Network(error.to_string()))?;
    config.public_url.get_or_insert_with(|| format!("http://{address}"));
    Sim::new(config)
}

/// Every call of an API. It goes on when the caller hangs up, as a real server does.
async fn api(State(shared): State<Arc<Shared>>, request: axum::extract::Request) -> Response {
    let (parts, body) = request.into_parts();
    let line = parts.extensions.get::<ConnectInfo<Line>>().map(|ConnectInfo(line)| line.clone());
    let limit = shared.lock().switches.upload_limit;
    let request = Request {
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: parts.headers,
        body: to_bytes(body, limit).await.ok().map(Vec::from),
    };
    let refused = Arc::clone(&shared);
    let reply = tokio::spawn(pipeline::answer(shared, request)).await;
    let reply = reply.unwrap_or_else(|_| refused.refuse(crate::api::Api::Zaken, &crate::problem::Problem::server_error()));
    reply.response(line.as_ref())
}
