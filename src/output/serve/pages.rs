//! Answers to requests: the file of the site at an address, made on request.
//!
//! Pages of the preview get a script line for reloading, which published files do not have.

use std::collections::BTreeMap;
use std::fmt;

use axum::http::StatusCode;
use percent_encoding::percent_decode_str;

use crate::error::Error;
use crate::output::serve::view::View;
use crate::render::Artifact;

/// The published folder of the output.
const SITE: &str = "site";
/// Folders of attached files, which never hold generated pages.
const ATTACHED: &str = "/files/";
/// The content alone, for pasting into a portal; it has inline styles.
const FRAGMENT: &str = "/fragment.html";
/// Address of the script that reloads pages; content cannot have a name that begins with a dot.
pub const SCRIPT: &str = "/.gongkai/reload.js";

/// A Content-Security-Policy for pages that no page may frame, and for those that the desk frames.
macro_rules! policy {
    ($policy:literal) => {
        [concat!($policy, "frame-ancestors 'none'"), concat!($policy, "frame-ancestors 'self'")]
    };
}

/// Content-Security-Policy of generated pages. Papers may show external images.
const PAGE: [&str; 2] = policy!(
    "default-src 'self'; img-src 'self' http: https:; object-src 'none'; base-uri 'none'; \
     form-action 'self'; "
);
/// Content-Security-Policy of [`FRAGMENT`]: like [`PAGE`], with inline styles.
const PASTED: [&str; 2] = policy!(
    "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' http: https:; \
     object-src 'none'; base-uri 'none'; form-action 'self'; "
);
/// The page of addresses that do not exist; without 域名 it has a style of its own.
const NOT_FOUND: &str = "site/404.html";
/// Content-Security-Policy of [`NOT_FOUND`]: like [`PAGE`], with that style.
const STYLED: [&str; 2] = policy!(
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' http: https:; \
     object-src 'none'; base-uri 'none'; form-action 'self'; "
);
/// Content-Security-Policy of all other files, such as an attached HTML or SVG file: no scripts.
pub const STATIC: [&str; 2] = policy!(
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; \
     media-src 'self'; base-uri 'none'; form-action 'none'; "
);
/// Content-Security-Policy of the desk's own pages.
const DESK: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                    frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// The answer to a request.
pub enum Answer {
    /// A file with its headers.
    File {
        /// The status of HTTP.
        status: StatusCode,
        /// `Content-Type`.
        content_type: &'static str,
        /// `Content-Security-Policy`.
        policy: &'static str,
        /// The file.
        bytes: Vec<u8>,
    },
    /// A folder with a page, requested without the final slash that its relative links need: redirect.
    Folder,
    /// A form was received: the page at a relative address shows its result.
    See(String),
    /// A file to be saved under a name.
    Download {
        /// The name.
        name: String,
        /// The file.
        bytes: Vec<u8>,
    },
}

impl Answer {
    /// A page of the desk.
    #[must_use]
    pub fn page(html: impl Into<Vec<u8>>) -> Self {
        Self::File { status: StatusCode::OK, content_type: HTML, policy: DESK, bytes: html.into() }
    }

    /// A stylesheet or script of the desk; the name tells the kind.
    #[must_use]
    pub fn asset(name: &str, text: &'static str) -> Self {
        let content_type = content_type(name);
        Self::File { status: StatusCode::OK, content_type, policy: STATIC[0], bytes: text.into() }
    }

    /// Whether nothing is at the address.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::File { status: StatusCode::NOT_FOUND, .. })
    }

    /// The answer at an address where nothing is.
    #[must_use]
    pub fn missing() -> Self {
        Self::File {
            status: StatusCode::NOT_FOUND,
            content_type: PLAIN,
            policy: STATIC[0],
            bytes: "没有这个网页。\nNot found.\n".into(),
        }
    }
}

impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Answer")
    }
}

/// A view, indexed for requests.
pub struct Pages<'v> {
    view: &'v View<'v>,
    files: BTreeMap<&'v str, &'v Artifact<'v>>,
    /// The script line that reloads a page.
    reload: String,
    /// Whether the desk frames the pages: which of two policies they have.
    framed: usize,
}

impl<'v> Pages<'v> {
    /// Indexes a view. Its pages get `stamp`; `token` is that of the desk, which frames them.
    #[must_use]
    pub fn new(view: &'v View<'v>, stamp: &str, token: Option<&str>) -> Self {
        let files = match view {
            View::Site(files, _) => files.iter().map(|file| (file.path.as_str(), file)).collect(),
            View::Page(_) => BTreeMap::new(),
        };
        let base = token.map_or_else(String::new, |token| format!("/{token}"));
        let reload = format!("<script src=\"{base}{SCRIPT}\" data-seen=\"{stamp}\"></script>\n");
        Self { view, files, reload, framed: usize::from(token.is_some()) }
    }

    /// Whether a file is planned, by its path such as `site/index.html`.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// The answer to a request for a percent-encoded path.
    #[must_use]
    pub fn answer(&self, path: &str) -> Answer {
        let failed = match self.view {
            View::Page(page) => {
                return self.page(
                    StatusCode::SERVICE_UNAVAILABLE,
                    PAGE[self.framed],
                    page.as_bytes().to_vec(),
                );
            }
            View::Site(_, failed) => failed,
        };
        if let Some(path) = percent_decode_str(path).decode_utf8().ok().map(|path| format!("{SITE}{path}")) {
            let page = if path.ends_with('/') { format!("{path}index.html") } else { path };
            if let Some(file) = self.files.get(page.as_str()) {
                return self.file(StatusCode::OK, file, failed);
            }
            if self.files.contains_key(format!("{page}/index.html").as_str()) {
                return Answer::Folder;
            }
        }
        match self.files.get(NOT_FOUND) {
            Some(file) => self.file(StatusCode::NOT_FOUND, file, failed),
            None => Answer::missing(),
        }
    }

    fn file(&self, status: StatusCode, file: &Artifact<'_>, failed: &dyn Fn(&Error) -> String) -> Answer {
        let path = file.path.as_str();
        let content_type = content_type(path);
        match file.make() {
            Err(error) => {
                self.page(StatusCode::INTERNAL_SERVER_ERROR, PAGE[self.framed], failed(&error).into_bytes())
            }
            Ok(bytes) if content_type != HTML || path.contains(ATTACHED) => {
                Answer::File { status, content_type, policy: STATIC[self.framed], bytes }
            }
            Ok(bytes) if path.ends_with(FRAGMENT) => self.page(status, PASTED[self.framed], bytes),
            Ok(bytes) if path == NOT_FOUND => self.page(status, STYLED[self.framed], bytes),
            Ok(bytes) => self.page(status, PAGE[self.framed], bytes),
        }
    }

    /// A generated page with the script line that reloads it.
    fn page(&self, status: StatusCode, policy: &'static str, mut bytes: Vec<u8>) -> Answer {
        const END: &[u8] = b"</body>";
        let at = bytes.windows(END.len()).rposition(|part| part == END).unwrap_or(bytes.len());
        bytes.splice(at..at, self.reload.bytes());
        Answer::File { status, content_type: HTML, policy, bytes }
    }
}

/// The content type of a file by its extension.
fn content_type(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "html" | "htm" => HTML,
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => PLAIN,
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "zip" => "application/zip",
        "wasm" => "application/wasm",
        "doc" => "application/msword",
        "xls" => "application/vnd.ms-excel",
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    }
}
