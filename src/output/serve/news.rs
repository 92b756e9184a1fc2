//! Tells open pages that there is something new: server-sent events, and the script that listens to them.

use std::convert::Infallible;
use std::time::Duration;

use axum::extract::State;
use axum::http::Uri;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::stream;
use tokio::sync::watch;

/// The address of the events.
pub const CHANGES: &str = "/.gongkai/changes";

/// The script that reloads a page. A browser opens six connections to one server at most: a tab that nobody sees gives
/// its own back, and asks when it is seen again.
pub const RELOAD: &str = "\
const seen = document.currentScript.dataset.seen;
let changes;
function listen() {
  if (changes) changes.close();
  if (document.hidden) return;
  changes = new EventSource(\"/.gongkai/changes?seen=\" + seen);
  changes.onmessage = () => { changes.close(); location.reload(); };
}
document.addEventListener(\"visibilitychange\", listen);
listen();
";

/// How often a listener is written to when nothing changes, so that the server notices when the browser has gone.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// How often the view has changed.
#[derive(Clone, Debug, Default)]
pub struct News(watch::Sender<u64>);

impl News {
    /// Says that there is something new to see.
    pub fn announce(&self) {
        self.0.send_modify(|count| *count += 1);
    }

    /// The mark of a page that is made now. Another process has other marks: pages of the preview before this one
    /// load anew.
    pub fn stamp(&self) -> String {
        stamp(*self.0.borrow())
    }
}

/// Sends an event as soon as there is something that a page with the mark `?seen=…` has not seen.
pub async fn listen(State(news): State<News>, uri: Uri) -> impl IntoResponse {
    let seen = uri.query().and_then(|query| query.strip_prefix("seen=")).unwrap_or_default().to_owned();
    let mut count = news.0.subscribe();
    let change = async move {
        // Fails only when the server ends; the page then asks the next one.
        let _ = count.wait_for(|count| stamp(*count) != seen).await;
        Ok::<Event, Infallible>(Event::default().data("changed"))
    };
    Sse::new(stream::once(change)).keep_alive(KeepAlive::new().interval(HEARTBEAT))
}

fn stamp(count: u64) -> String {
    format!("{}-{count}", std::process::id())
}
