//! A link of a view.

use std::borrow::Cow;

use serde::Serialize;

/// A link.
#[derive(Debug, Serialize)]
pub struct Link<'p> {
    /// Its words.
    pub text: Cow<'p, str>,
    /// The address: relative to the page, or absolute for another site.
    pub href: String,
}
