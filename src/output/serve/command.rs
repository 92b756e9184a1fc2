//! Messages from the transport and from [`Remote`](super::Remote) to the thread that owns the site.

use std::fmt;

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

/// A request for a file of the site, or a form that a page of the desk sends.
pub struct Request {
    /// The path of the address, still percent-encoded; without the token of the desk.
    pub path: String,
    /// The query of the address, still percent-encoded.
    pub query: String,
    /// The fields of a form, in order; `None` if the request only looks.
    pub form: Option<Vec<Field>>,
    /// The way back to the browser.
    pub(in crate::output::serve) reply: oneshot::Sender<Answer>,
}

/// A field of a form.
pub struct Field {
    /// Its name.
    pub name: String,
    /// The name of the file, if it is one. Written by the browser: never a path of ours.
    pub file: Option<String>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Request").field(&self.path).finish()
    }
}

impl fmt::Debug for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Field").field(&self.name).finish()
    }
}
