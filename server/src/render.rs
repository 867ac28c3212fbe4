//! Renders a page to HTML. Leptos' own handler adds data for hydration to every page; nothing here hydrates, so
//! this one leaves that out, with the marks between texts that only hydration needs.

use app::shell;
use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use futures_util::StreamExt as _;
use http::{HeaderValue, header};
use leptos::prelude::*;
use leptos::reactive::owner::Sandboxed;
use leptos_axum::ResponseOptions;
use leptos_meta::ServerMetaContext;
use leptos_router::location::RequestUrl;

/// The mark that Leptos puts between two texts. It cannot stand in a text or an attribute: there `<` is escaped.
const MARK: &str = "<!>";

/// An address that no page has.
const NOWHERE: &str = "/-";

/// Renders the page at the address of `request`; `context` provides what pages need.
pub async fn page(request: Request, context: impl Fn() + Send + 'static) -> Response {
    let (parts, _) = request.into_parts();
    let address = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), ToString::to_string);
    // The router would read two slashes as the name of a host.
    let address = if address.starts_with("//") || address.starts_with("/\\") { NOWHERE.to_owned() } else { address };
    let (meta, output) = ServerMetaContext::new();
    let options = ResponseOptions::default();
    let owner = Owner::new_root(None);
    let rendering = Sandboxed::new({
        let (owner, options) = (owner.clone(), options.clone());
        async move {
            let html = owner.with(|| {
                provide_context(RequestUrl::new(&address));
                provide_context(meta);
                provide_context(parts);
                provide_context(options);
                context();
                shell().to_html_stream_in_order()
            });
            html.collect::<String>().await
        }
    });
    let html = rendering.await;
    let whole = output.inject_meta_context(Box::pin(futures_util::stream::once(async move { html }))).await;
    let html: String = whole.collect().await;
    owner.unset_with_forced_cleanup();
    let mut response = Response::new(Body::from(html.replace(MARK, "")));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    if let Ok(given) = options.0.read() {
        response.headers_mut().extend(given.headers.clone());
        if let Some(status) = given.status {
            *response.status_mut() = status;
        }
    }
    response
}
