//! Built files, each with its compressed twins beside it, and the few with fixed names.

use anyhow::{Context as _, Result};
use app::Assets;
use axum::body::Body;
use axum::extract::{Path as UrlPath, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// One file in its three forms.
#[derive(Debug, Default)]
struct File {
    plain: Vec<u8>,
    brotli: Option<Vec<u8>>,
    gzip: Option<Vec<u8>>,
    kind: &'static str,
}

/// All files of the built site, in memory: there are few and they are small.
#[derive(Debug, Clone, Default)]
pub struct Site {
    files: Arc<BTreeMap<String, File>>,
    /// Built files by the name that code uses.
    pub assets: Assets,
}

impl Site {
    /// Reads the built site from `folder` (made by the build: `assets/`, `fonts/` and files with fixed names).
    ///
    /// # Errors
    /// When it was not built.
    pub fn open(folder: &Path) -> Result<Self> {
        let manifest = folder.join("manifest.json");
        let text =
            std::fs::read_to_string(&manifest).with_context(|| format!("http.site: {} is missing. Build the site with `cargo portal`", manifest.display()))?;
        let assets: BTreeMap<String, String> = serde_json::from_str(&text).context("http.site: manifest.json")?;
        let mut files = BTreeMap::new();
        read(folder, folder, &mut files)?;
        Ok(Self { files: Arc::new(files), assets: Assets(Arc::new(assets)) })
    }
}

fn read(root: &Path, folder: &Path, files: &mut BTreeMap<String, File>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("http.site: {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            read(root, &path, files)?;
            continue;
        }
        let bytes = std::fs::read(&path)?;
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let (name, form) = match name.rsplit_once('.') {
            Some((stem, "br")) => (stem.to_owned(), "br"),
            Some((stem, "gz")) => (stem.to_owned(), "gz"),
            _ => (name, ""),
        };
        let file = files.entry(name.clone()).or_default();
        file.kind = kind(&name);
        match form {
            "br" => file.brotli = Some(bytes),
            "gz" => file.gzip = Some(bytes),
            _ => file.plain = bytes,
        }
    }
    Ok(())
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, end)| end) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "webmanifest" => "application/manifest+json",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

/// Files under `/assets/`: their names carry a hash, so they never change.
pub async fn hashed(State(site): State<Site>, UrlPath(name): UrlPath<String>, headers: HeaderMap) -> Response {
    give(&site, &format!("assets/{name}"), &headers, "public, max-age=31536000, immutable")
}

/// Fonts: the name stands for the version.
pub async fn font(State(site): State<Site>, UrlPath(name): UrlPath<String>, headers: HeaderMap) -> Response {
    give(&site, &format!("fonts/{name}"), &headers, "public, max-age=31536000, immutable")
}

/// Icons with fixed names.
pub async fn icon(State(site): State<Site>, UrlPath(name): UrlPath<String>, headers: HeaderMap) -> Response {
    give(&site, &format!("icons/{name}"), &headers, "public, max-age=86400")
}

/// Files with fixed names at the root.
pub async fn root(State(site): State<Site>, uri: http::Uri, headers: HeaderMap) -> Response {
    give(&site, uri.path().trim_start_matches('/'), &headers, "public, max-age=3600")
}

fn give(site: &Site, name: &str, headers: &HeaderMap, cache: &'static str) -> Response {
    let Some(file) = site.files.get(name) else { return StatusCode::NOT_FOUND.into_response() };
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let takes =
        |encoding: &str| accepts.split(',').any(|a| a.split(';').next().is_some_and(|name| name.trim() == encoding) && !a.replace(' ', "").ends_with(";q=0"));
    let (body, encoding) = match (&file.brotli, &file.gzip) {
        (Some(bytes), _) if takes("br") => (bytes, Some("br")),
        (_, Some(bytes)) if takes("gzip") => (bytes, Some("gzip")),
        _ => (&file.plain, None),
    };
    let mut response = Response::new(Body::from(body.clone()));
    let out = response.headers_mut();
    out.insert(header::CONTENT_TYPE, HeaderValue::from_static(file.kind));
    out.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    out.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(encoding) = encoding {
        out.insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    response
}
