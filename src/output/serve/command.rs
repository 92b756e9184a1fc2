//! Messages from the transport and from [`Remote`](super::Remote) to the thread that owns the site.

use tokio::sync::oneshot;

use crate::output::serve::pages::Answer;

/// A message to the thread that runs `show`.
pub enum Command {
    /// Answer a request.
    Look(Request),
    /// End the current view.
    Refresh,
    /// End the preview.
    Stop,
}

/// A request for a file of the site.
pub struct Request {
    /// The path of the address, still percent-encoded.
    pub path: String,
    /// The way back to the browser.
    pub reply: oneshot::Sender<Answer>,
}
