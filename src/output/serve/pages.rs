//! Answers to requests: the file of the site at an address, made on request.
//!
//! Pages of the preview get a script line for reloading, which published files do not have.

use std::collections::BTreeMap;

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

/// Content-Security-Policy of generated pages. Papers may show external images.
const PAGE: &str = "default-src 'self'; img-src 'self' http: https:; object-src 'none'; base-uri 'none'; \
                    form-action 'self'; frame-ancestors 'none'";
/// Content-Security-Policy of [`FRAGMENT`]: like [`PAGE`], with inline styles.
const PASTED: &str = "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' http: https:; \
                      object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// The page of addresses that do not exist; without 域名 it holds the stylesheet.
const NOT_FOUND: &str = "site/404.html";
/// Content-Security-Policy of [`NOT_FOUND`]: like [`PAGE`], with its own stylesheet.
const STYLED: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' http: https:; \
                      object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// Content-Security-Policy of all other files, such as an attached HTML or SVG file: no scripts.
pub const STATIC: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; \
                          media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// The answer to a request.
pub enum Answer {
    /// A file with its headers.
    File { status: StatusCode, content_type: &'static str, policy: &'static str, bytes: Vec<u8> },
    /// A folder with a page, requested without the final slash that its relative links need: redirect.
    Folder,
}

/// A view, indexed for requests.
pub struct Pages<'v> {
    view: &'v View<'v>,
    files: BTreeMap<&'v str, &'v Artifact<'v>>,
    /// The script line that reloads a page.
    reload: String,
}

impl<'v> Pages<'v> {
    /// Indexes a view. Its pages get `stamp`.
    pub fn new(view: &'v View<'v>, stamp: &str) -> Self {
        let files = match view {
            View::Site(files, _) => files.iter().map(|file| (file.path.as_str(), file)).collect(),
            View::Page(_) => BTreeMap::new(),
        };
        Self { view, files, reload: format!("<script src=\"{SCRIPT}\" data-seen=\"{stamp}\"></script>\n") }
    }

    /// The answer to a request for a percent-encoded path.
    pub fn answer(&self, path: &str) -> Answer {
        let failed = match self.view {
            View::Page(page) => {
                return self.page(StatusCode::SERVICE_UNAVAILABLE, PAGE, page.as_bytes().to_vec());
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
            None => Answer::File {
                status: StatusCode::NOT_FOUND,
                content_type: PLAIN,
                policy: STATIC,
                bytes: "没有这个网页。\nNot found.\n".into(),
            },
        }
    }

    fn file(&self, status: StatusCode, file: &Artifact<'_>, failed: &dyn Fn(&Error) -> String) -> Answer {
        let path = file.path.as_str();
        let content_type = content_type(path);
        match file.make() {
            Err(error) => self.page(StatusCode::INTERNAL_SERVER_ERROR, PAGE, failed(&error).into_bytes()),
            Ok(bytes) if content_type != HTML || path.contains(ATTACHED) => {
                Answer::File { status, content_type, policy: STATIC, bytes }
            }
            Ok(bytes) if path.ends_with(FRAGMENT) => self.page(status, PASTED, bytes),
            Ok(bytes) if path == NOT_FOUND => self.page(status, STYLED, bytes),
            Ok(bytes) => self.page(status, PAGE, bytes),
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
