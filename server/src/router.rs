//! Everything that answers, and what stands around it.

use crate::assets::{self, Site};
use crate::limit::Limits;
use crate::{by_mail, calculator, calendar, health, left, limit, metrics, paper, protect, render, session, sign_in, visit, webhook, well_known};
use app::{Assets, Visitor, address, api};
use axum::Router;
use axum::extract::{FromRef, Request};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{MethodFilter, get, on, post};
use http::StatusCode;
use leptos::prelude::{provide_context, use_context};
use leptos_axum::handle_server_fns_with_context;
use service::Service;
use std::time::Duration;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;

#[derive(Clone)]
struct Portal {
    service: Service,
    site: Site,
}

impl FromRef<Portal> for Service {
    fn from_ref(portal: &Portal) -> Self {
        portal.service.clone()
    }
}

impl FromRef<Portal> for Site {
    fn from_ref(portal: &Portal) -> Self {
        portal.site.clone()
    }
}

/// The whole portal.
pub fn router(service: Service, site: Site) -> Router {
    let http = service.settings.http.clone();
    let assets: Assets = site.assets.clone();
    let portal = Portal { service: service.clone(), site };
    let context_service = service.clone();
    let context = move || {
        if let Some(visitor) = use_context::<http::request::Parts>().and_then(|parts| parts.extensions.get::<Visitor>().cloned()) {
            provide_context(context_service.asked_from(&visitor.origin));
            provide_context(visitor);
        } else {
            provide_context(context_service.clone());
        }
        provide_context(assets.clone());
    };
    // A second start in one process (tests) finds the executor there.
    let _ = any_spawner::Executor::init_tokio();
    let render = {
        let context = context.clone();
        move |request: Request| {
            let context = context.clone();
            async move { render::page(request, context).await }
        }
    };
    let calculator = {
        let (context, service) = (context.clone(), service.clone());
        move |request: Request| calculator::posted(service.clone(), request, context.clone())
    };
    let mail = {
        let (context, service) = (context.clone(), service.clone());
        move |request: Request| by_mail::send(service.clone(), request, context.clone())
    };
    let code = {
        let (context, service) = (context.clone(), service.clone());
        move |request: Request| by_mail::take(service.clone(), request, context.clone())
    };
    let mut pages = Router::new()
        .route(api::DEMO_SIGN_IN, post(session::demo))
        .route("/sign-in/{door}", get(sign_in::begin))
        .route("/sign-in/{door}/return", get(sign_in::finish))
        .route(address::BY_MAIL, get(render.clone()).post(mail))
        .route(address::MAIL_CODE, get(render.clone()).post(code))
        .route("/sign-in/by-mail/code/{code}", get(by_mail::link))
        .route(api::PASSKEY_ASKED, post(by_mail::passkey_begin))
        .route(api::PASSKEY_SHOWN, post(by_mail::passkey_finish))
        .route(api::SIGN_OUT, post(session::end))
        .route(api::LANGUAGE, post(session::language))
        .route("/r/{resident}/sent/{number}/self-scan.pdf", get(paper::own))
        .route("/r/{resident}/data/everything.pdf", get(paper::held))
        .route("/r/{resident}/data/everything.json", get(paper::held_data))
        .route("/work/{resident}/version/{number}/self-scan.pdf", get(paper::review))
        .route("/r/{resident}/agreement/version/{number}/agreement.pdf", get(paper::agreement))
        .route("/work/{resident}/agreement/version/{number}/agreement.pdf", get(paper::agreement))
        .route("/r/{resident}/appointments/{appointment}/appointment.ics", get(calendar::file))
        .route("/work/{resident}/appointments/{appointment}/appointment.ics", get(calendar::file))
        .route(address::CALCULATOR, get(render.clone()).post(calculator))
        .fallback(get(render));
    for (path, method) in server_fn::axum::server_fn_paths() {
        let context = context.clone();
        let call = move |request: Request| handle_server_fns_with_context(context.clone(), request);
        if let Ok(method) = MethodFilter::try_from(method) {
            pages = pages.route(path, on(method, call));
        }
    }
    let pages = pages.layer(from_fn_with_state(service.clone(), protect::headers)).layer(from_fn_with_state(service.clone(), visit::visit));
    let (given, outer) = (service.clone(), service.clone());
    let refused = pages.clone().with_state(portal.clone());
    let files = Router::new()
        .route("/assets/{*name}", get(assets::hashed))
        .route("/fonts/{*name}", get(assets::font))
        .route("/icons/{*name}", get(assets::icon))
        .route("/favicon.svg", get(assets::root))
        .route("/favicon.ico", get(assets::root))
        .route("/logo.svg", get(assets::root))
        .route("/site.webmanifest", get(assets::root))
        .route("/robots.txt", get(assets::root))
        .route("/calendar/{name}", get(calendar::subscribed))
        .route(address::WEBHOOK, post(webhook::take))
        .route("/metrics", get(metrics::show))
        .route("/.well-known/security.txt", get(well_known::security))
        .route(protect::REPORTS, post(well_known::policy))
        .route(api::LEFT, get(session::left).post(session::stay))
        .route("/health/live", get(health::live))
        .route("/health/ready", get(health::ready));
    Router::new()
        .merge(pages)
        .merge(files)
        .with_state(portal)
        .layer(RequestBodyLimitLayer::new(http.max_body_kb * 1024))
        .layer(from_fn_with_state((service.clone(), Limits::default()), limit::limit))
        .layer(from_fn_with_state(service, protect::same_site))
        .layer(CatchPanicLayer::new())
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_secs(http.timeout_s)))
        .layer(from_fn_with_state((given, refused.clone()), left::give_back))
        .layer(from_fn_with_state(refused, protect::pages))
        .layer(from_fn_with_state(outer, protect::bare))
        .layer(CompressionLayer::new())
        .layer(from_fn(protect::log))
}
