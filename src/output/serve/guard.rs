//! Access control of the preview and of the desk, and headers of their answers.
//!
//! Every program on this machine can reach the drafts here, and so can every page in its browsers. A foreign page may let
//! its own name resolve to this machine (DNS rebinding) or load our files by script, image or frame. So a request must
//! have our `Host`, and must not come from another site (`Sec-Fetch-Site`). For browsers without that header, headers of
//! the answer keep it from other pages.
//!
//! The desk changes files, so it asks for more: every address begins with a random token, which no other page and no
//! other user of the machine can guess, and a change (POST) needs our `Origin`, which browsers send and pages cannot forge.
//!
//! Requests that are not HTTP, or whose head is too long, do not get here: hyper answers them with 400 or 431 and
//! without these headers.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::HttpBody;
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, HOST, HeaderMap, HeaderName, HeaderValue,
    ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::output::serve::pages::STATIC;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Headers of every answer. Referrer policy `same-origin`: addresses do not leave the preview, but requests inside it
/// keep their `Origin`.
const HEADERS: [(HeaderName, &str); 4] = [
    (CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (CACHE_CONTROL, "no-store"),
];

/// Allowed values of `Host`, and the token of the desk.
#[derive(Debug)]
pub struct Rules {
    names: Vec<String>,
    /// The first segment of every address; only with one may anything be changed.
    token: Option<String>,
}

impl Rules {
    /// The rules of a server on 127.0.0.1.
    pub fn new(address: SocketAddr, token: Option<String>) -> Arc<Self> {
        let hosts = [address.ip().to_string(), "localhost".to_owned()];
        let port = address.port();
        let mut names: Vec<String> = hosts.iter().map(|host| format!("{host}:{port}")).collect();
        // Browsers omit the default port of HTTP.
        if port == 80 {
            names.extend(hosts);
        }
        Arc::new(Self { names, token })
    }

    fn contains(&self, name: &str) -> bool {
        self.names.iter().any(|ours| ours.eq_ignore_ascii_case(name))
    }

    /// Whether a path begins with the token, if there is one.
    fn admits(&self, path: &str) -> bool {
        let Some(token) = &self.token else { return true };
        let first = path.strip_prefix('/').map(|path| path.split('/').next().unwrap_or_default());
        first.is_some_and(|first| is_equal(first.as_bytes(), token.as_bytes()))
    }
}

/// Compares without stopping at the first difference: the time tells nothing about the token.
fn is_equal(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |different, (a, b)| different | (a ^ b)) == 0
}

/// Passes a request on or refuses it, and sets the headers of the answer.
pub async fn guard(State(rules): State<Arc<Rules>>, request: Request, next: Next) -> Response {
    // Only the body of a change is read. With another one, the connection cannot be reused for another request.
    let has_body = !request.body().is_end_stream() && request.method() != Method::POST;
    let refused = refuse(&rules, &request);
    let closes = has_body || refused.is_some();
    let mut response = match refused {
        Some(response) => response,
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(STATIC[0]));
    if closes {
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// The answer to foreign pages and to changes without our `Origin`.
const DESK_ONLY: &str =
    "工作台只答复由它自己打开的网页。\nThe desk answers only the pages that it has opened itself.\n";

fn refuse(rules: &Rules, request: &Request) -> Option<Response> {
    if !is_ours(rules, request) || !is_same_origin(request.headers()) {
        let address = rules.names.first().map_or("", String::as_str);
        if rules.token.is_some() {
            return Some((StatusCode::FORBIDDEN, DESK_ONLY).into_response());
        }
        let text = format!(
            "预览只答复本机直接打开的网页。请在浏览器的地址栏里输入 http://{address}/ 打开。\n\
             This preview answers only pages opened on this machine. Enter http://{address}/ in the address bar.\n"
        );
        return Some((StatusCode::FORBIDDEN, text).into_response());
    }
    if !rules.admits(request.uri().path()) {
        return Some((StatusCode::NOT_FOUND, "没有这个网页。\nNot found.\n").into_response());
    }
    if rules.token.is_some() && request.method() == Method::POST {
        let is_of_ours = is_from(rules, request.headers());
        return (!is_of_ours).then(|| (StatusCode::FORBIDDEN, DESK_ONLY).into_response());
    }
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let text = "预览只能查看，不能提交。\nThis preview can only be read.\n";
        return Some((StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")], text).into_response());
    }
    None
}

/// Whether a request is addressed to this server: it has exactly one `Host`, and an absolute address matches, too.
fn is_ours(rules: &Rules, request: &Request) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    host.to_str().is_ok_and(|host| rules.contains(host))
        && request.uri().authority().is_none_or(|authority| rules.contains(authority.as_str()))
}

/// Whether a change comes from one of our pages: it has exactly one `Origin`, ours.
fn is_from(rules: &Rules, headers: &HeaderMap) -> bool {
    let mut origins = headers.get_all(ORIGIN).iter();
    let (Some(origin), None) = (origins.next(), origins.next()) else { return false };
    let host = origin.to_str().ok().and_then(|origin| origin.strip_prefix("http://"));
    host.is_some_and(|host| rules.contains(host))
}

/// Whether a request comes from one of our pages, from the address bar, or from a program that is not a browser.
fn is_same_origin(headers: &HeaderMap) -> bool {
    headers.get_all(SEC_FETCH_SITE).iter().all(|site| site == "same-origin" || site == "none")
}
