//! Who is answered, and under which headers.
//!
//! Drafts lie open here to every program of this machine, and so to every page in its browsers. A page of elsewhere may
//! have its own name lead to this machine (DNS rebinding) or load our files by script, image or frame. So a request has
//! to name us as its `Host`, and its browser must not say that another site's page made it (`Sec-Fetch-Site`). Browsers
//! that do not say so get headers that keep the answer from other pages.
//!
//! Requests that are no HTTP, or whose head is too long, never come here: hyper answers 400 or 431, without a word of
//! ours and so without these headers.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::HttpBody;
use axum::extract::{Request, State};
use axum::http::header::{
    ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, HOST, HeaderMap, HeaderName, HeaderValue,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::output::serve::pages::STATIC;

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");
const CROSS_ORIGIN_RESOURCE_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// Headers of every answer. `same-origin` as referrer policy: nothing of an address leaves the preview, and requests
/// within it keep their `Origin`.
const HEADERS: [(HeaderName, &str); 4] = [
    (CROSS_ORIGIN_RESOURCE_POLICY, "same-origin"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (CACHE_CONTROL, "no-store"),
];

/// The names of this server: what `Host` may be.
#[derive(Debug)]
pub struct Names {
    names: Vec<String>,
}

impl Names {
    /// The names of a server that listens on 127.0.0.1.
    pub fn new(address: SocketAddr) -> Arc<Self> {
        let hosts = [address.ip().to_string(), "localhost".to_owned()];
        let port = address.port();
        let mut names: Vec<String> = hosts.iter().map(|host| format!("{host}:{port}")).collect();
        // Browsers leave the port out where it is the one that http has anyway.
        if port == 80 {
            names.extend(hosts);
        }
        Arc::new(Self { names })
    }

    fn contains(&self, name: &str) -> bool {
        self.names.iter().any(|ours| ours.eq_ignore_ascii_case(name))
    }
}

/// Answers a request, or refuses it; sets the headers of every answer.
pub async fn guard(State(names): State<Arc<Names>>, request: Request, next: Next) -> Response {
    // The body of a request is never read. The next request would have to be searched for behind it.
    let has_body = !request.body().is_end_stream();
    let refused = refuse(&names, &request);
    let closes = has_body || refused.is_some();
    let mut response = match refused {
        Some(response) => response,
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(STATIC));
    if closes {
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

fn refuse(names: &Names, request: &Request) -> Option<Response> {
    if !is_ours(names, request) || !is_same_origin(request.headers()) {
        let address = names.names.first().map_or("", String::as_str);
        let text = format!(
            "预览只答复本机直接打开的网页。请在浏览器的地址栏里输入 http://{address}/ 打开。\n\
             This preview answers only pages opened on this machine. Enter http://{address}/ in the address bar.\n"
        );
        return Some((StatusCode::FORBIDDEN, text).into_response());
    }
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let text = "预览只能查看，不能提交。\nThis preview can only be read.\n";
        return Some((StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")], text).into_response());
    }
    None
}

/// Whether a request is addressed to this server: by exactly one `Host`, and by the address itself where it is whole.
fn is_ours(names: &Names, request: &Request) -> bool {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else { return false };
    host.to_str().is_ok_and(|host| names.contains(host))
        && request.uri().authority().is_none_or(|authority| names.contains(authority.as_str()))
}

/// Whether a request was made by our own page, by the person at the browser, or by no browser.
fn is_same_origin(headers: &HeaderMap) -> bool {
    headers.get_all(SEC_FETCH_SITE).iter().all(|site| site == "same-origin" || site == "none")
}
