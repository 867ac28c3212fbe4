//! Figures for monitoring, in the text format of Prometheus: no names, no values of anybody.

use crate::well_known;
use axum::extract::{Request, State};
use axum::response::{IntoResponse as _, Response};
use http::{StatusCode, header};
use service::Service;
use std::fmt::Write as _;

/// The queue to the municipal backend. Without a token in the settings there are no figures.
pub async fn show(State(service): State<Service>, request: Request) -> Response {
    let token = &service.settings.http.metrics_token;
    let given = request.headers().get(header::AUTHORIZATION).and_then(|v| v.to_str().ok()).and_then(|v| v.strip_prefix("Bearer ")).unwrap_or_default();
    if token.is_empty() || !token.is(given) {
        return StatusCode::NOT_FOUND.into_response();
    }
    let Ok(queue) = service.queue_figures().await else { return StatusCode::SERVICE_UNAVAILABLE.into_response() };
    let mut text = String::new();
    let mut gauge = |name: &str, help: &str, rows: Vec<(String, i64)>| {
        let _ = write!(text, "# HELP portal_{name} {help}\n# TYPE portal_{name} gauge\n");
        for (labels, value) in rows {
            let _ = writeln!(text, "portal_{name}{labels} {value}");
        }
    };
    let one = |value| vec![(String::new(), value)];
    let age = queue.oldest.map_or(0, |since| (service.clock.now() - since) / 1000);
    gauge("delivery_waiting", "Cases with a message that waits for the municipal backend.", one(queue.waiting));
    gauge("delivery_stopped", "Cases that stopped and need somebody.", one(queue.stopped));
    gauge("delivery_oldest_seconds", "For how long the oldest waits.", one(age));
    gauge("delivery_alerts", "Open alerts.", queue.alerts.iter().map(|(level, n)| (format!("{{level=\"{level}\"}}"), *n)).collect());
    let failing = queue.failing.iter().map(|(step, code, n)| (format!("{{step=\"{step}\",code=\"{code}\"}}"), *n)).collect();
    gauge("delivery_failing", "Cases whose next step failed, by step and code.", failing);
    gauge(
        "delivery_attempts",
        "Failures in a row of late cases, by step.",
        queue
            .rows
            .iter()
            .fold(std::collections::BTreeMap::new(), |mut all: std::collections::BTreeMap<String, i64>, row| {
                *all.entry(format!("{{step=\"{}\"}}", row.step)).or_default() += row.attempts;
                all
            })
            .into_iter()
            .collect(),
    );
    gauge("policy_reports", "What browsers refused by the content policy since the start.", one(i64::try_from(well_known::reports()).unwrap_or(i64::MAX)));
    let open = service.circuits.open(service.clock.now());
    gauge("circuit_open", "APIs to which nothing goes for a while.", open.iter().map(|(api, ..)| (format!("{{api=\"{}\"}}", api.as_str()), 1)).collect());
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4")], text).into_response()
}
