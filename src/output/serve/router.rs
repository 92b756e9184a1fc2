//! Routes of preview and desk: the script and the events that reload pages; every other path is answered by the thread
//! that owns the site.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::extract::{DefaultBodyLimit, Request as HttpRequest, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use axum::http::{Method, StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use tokio::sync::oneshot;

use crate::output::serve::command::{Command, Request};
use crate::output::serve::form;
use crate::output::serve::guard::{Rules, guard};
use crate::output::serve::news::{self, News};
use crate::output::serve::pages::{Answer, SCRIPT};
use crate::output::serve::view::Stylesheet;

/// The way to the thread that owns the site.
#[derive(Clone)]
struct Owner {
    commands: Sender<Command>,
    /// The beginning of every path: a slash and the token of the desk; empty in the preview.
    base: Arc<str>,
}

/// The routes of a server at `address`; requests for files of the site are sent to `commands`.
pub fn router(
    address: SocketAddr,
    stylesheet: Option<Stylesheet>,
    token: Option<String>,
    commands: Sender<Command>,
    news: News,
) -> Router {
    let script = ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], news::RELOAD);
    let base: Arc<str> = token.as_ref().map_or_else(String::new, |token| format!("/{token}")).into();
    // `any`: the guard passes GET and HEAD only, and POST at the desk.
    let mut router = Router::new()
        .route(&format!("{base}{SCRIPT}"), any(async move || script))
        .route(&format!("{base}{}", news::CHANGES), any(news::listen).with_state(news));
    if let Some(stylesheet) = stylesheet {
        let style = ([(CONTENT_TYPE, "text/css; charset=utf-8")], stylesheet.text);
        router = router.route(stylesheet.address, any(async move || style));
    }
    router
        .fallback(look_up)
        .with_state(Owner { commands, base })
        .layer(DefaultBodyLimit::max(form::LARGEST))
        .layer(from_fn_with_state(Rules::new(address, token), guard))
}

/// Asks the thread that owns the site.
async fn look_up(State(owner): State<Owner>, request: HttpRequest) -> Response {
    let uri = request.uri().clone();
    let form = if request.method() == Method::POST {
        match form::read(request).await {
            Ok(fields) => Some(fields),
            Err(refused) => return refused,
        }
    } else {
        None
    };
    let path = uri.path().strip_prefix(&*owner.base).unwrap_or_default().to_owned();
    let query = uri.query().unwrap_or_default().to_owned();
    let (reply, answer) = oneshot::channel();
    // The error of a failed send holds the request with its `reply`. Dropped, so that `answer` ends.
    drop(owner.commands.send(Command::Look(Request { path, query, form, reply })));
    match answer.await {
        Ok(answer) => respond(answer, &uri),
        // The thread that runs `show` has ended.
        Err(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, "预览正在结束。\nThe preview is ending.\n").into_response()
        }
    }
}

fn respond(answer: Answer, uri: &Uri) -> Response {
    match answer {
        Answer::File { status, content_type, policy, bytes } => {
            (status, [(CONTENT_TYPE, content_type), (CONTENT_SECURITY_POLICY, policy)], bytes).into_response()
        }
        Answer::Folder => {
            let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            (StatusCode::FOUND, [(LOCATION, format!("{}/{query}", uri.path()))]).into_response()
        }
        Answer::See(address) => (StatusCode::SEE_OTHER, [(LOCATION, address)]).into_response(),
        Answer::Download { name, bytes } => {
            let name = utf8_percent_encode(&name, NON_ALPHANUMERIC);
            let headers = [
                (CONTENT_TYPE, "application/octet-stream".to_owned()),
                (CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")),
            ];
            (headers, bytes).into_response()
        }
    }
}
