//! Reloading of open pages: server-sent events, and the script that listens to them.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::Uri;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream;
use tokio::sync::watch;

/// Address of the events.
pub const CHANGES: &str = "/.gongkai/changes";

/// The script that reloads a page. Browsers open at most six connections to a server, so a hidden tab closes its
/// connection and reconnects when it is visible. A page in a frame leaves it to the page around it.
pub const RELOAD: &str = "\
const { dataset: { seen }, src } = document.currentScript;
let changes;
function listen() {
  if (changes) changes.close();
  if (document.hidden || window !== window.top) return;
  changes = new EventSource(new URL(\"changes?seen=\" + seen, src));
  changes.onmessage = () => { changes.close(); location.reload(); };
}
document.addEventListener(\"visibilitychange\", listen);
listen();
";

/// Interval of messages to idle listeners, so that the server notices closed browsers.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// Counter of changes of the view.
#[derive(Clone, Debug, Default)]
pub struct News(watch::Sender<u64>);

impl News {
    /// Counts a change.
    pub fn announce(&self) {
        self.0.send_modify(|count| *count += 1);
    }

    /// The stamp of a page made now. It includes the process, so that pages of an earlier preview reload, too.
    pub fn stamp(&self) -> String {
        stamp(*self.0.borrow())
    }
}

/// Sends an event as soon as the stamp differs from the page's stamp `?seen=…`.
pub async fn listen(State(news): State<News>, uri: Uri) -> impl IntoResponse {
    let seen = uri.query().and_then(|query| query.strip_prefix("seen=")).unwrap_or_default().to_owned();
    let mut count = news.0.subscribe();
    let change = async move {
        // Fails only if the server ends; the page then reconnects.
        let _ = count.wait_for(|count| stamp(*count) != seen).await;
        Ok::<Event, Infallible>(Event::default().data("changed"))
    };
    Sse::new(stream::once(change)).keep_alive(KeepAlive::new().interval(HEARTBEAT))
}

fn stamp(count: u64) -> String {
    format!("{}-{count}", std::process::id())
}
