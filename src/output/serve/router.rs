//! Routes of the preview: its own script, events and stylesheet; every other path is a file of the site.

use std::net::SocketAddr;
use std::sync::mpsc::Sender;

use axum::Router;
use axum::extract::State;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION};
use axum::http::{StatusCode, Uri};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use tokio::sync::oneshot;

use crate::output::serve::command::{Command, Request};
use crate::output::serve::guard::{Names, guard};
use crate::output::serve::news::{self, News};
use crate::output::serve::pages::{Answer, SCRIPT};
use crate::output::serve::view::Stylesheet;

/// The routes of a server at `address`; requests for files of the site are sent to `commands`.
pub fn router(address: SocketAddr, stylesheet: Stylesheet, commands: Sender<Command>, news: News) -> Router {
    let script = ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], news::RELOAD);
    let style = ([(CONTENT_TYPE, "text/css; charset=utf-8")], stylesheet.text);
    // `any`: the guard passes GET and HEAD only.
    Router::new()
        .route(SCRIPT, any(async move || script))
        .route(stylesheet.address, any(async move || style))
        .route(news::CHANGES, any(news::listen).with_state(news))
        .fallback(look_up)
        .with_state(commands)
        .layer(from_fn_with_state(Names::new(address), guard))
}

/// Requests a file from the thread that runs `show`.
async fn look_up(State(commands): State<Sender<Command>>, uri: Uri) -> Response {
    let (reply, answer) = oneshot::channel();
    // The error of a failed send holds the request with its `reply`. Dropped, so that `answer` ends.
    drop(commands.send(Command::Look(Request { path: uri.path().to_owned(), reply })));
    match answer.await {
        Ok(Answer::File { status, content_type, policy, bytes }) => {
            (status, [(CONTENT_TYPE, content_type), (CONTENT_SECURITY_POLICY, policy)], bytes).into_response()
        }
        Ok(Answer::Folder) => {
            let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            (StatusCode::FOUND, [(LOCATION, format!("{}/{query}", uri.path()))]).into_response()
        }
        // The thread that runs `show` has ended.
        Err(_) => {
            (StatusCode::SERVICE_UNAVAILABLE, "预览正在结束。\nThe preview is ending.\n").into_response()
        }
    }
}
