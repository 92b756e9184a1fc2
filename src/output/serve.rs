//! The preview: hands files to browsers on this machine as they are asked for, made from memory.
//!
//! No file of the disk is ever opened here: an address is looked up among the planned files, so none can lead out
//! of the site. A page gets one line for reloading on its way out; the published file does not have it. Every
//! page that listens for changes is a thread that waits, and writes a comment from time to time, so that it
//! notices when the browser has gone.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use percent_encoding::percent_decode_str;
use tiny_http::{Method, Request, StatusCode};

use crate::error::Error;
use crate::output::news::{News, RELOAD};
use crate::render::Artifact;

/// The folder of the output that is published.
const SITE: &str = "site";
/// Our own addresses; content cannot have a name that begins with a dot.
const SCRIPT: &str = "/.gongkai/reload.js";
const CHANGES: &str = "/.gongkai/changes";

/// A server on this machine, for this machine.
pub struct Server {
    http: tiny_http::Server,
    address: SocketAddr,
    news: Arc<News>,
    /// Whether the end of [`Server::show`] has been asked for already: many saves are one refresh.
    asked: AtomicBool,
    stopped: AtomicBool,
}

/// What there is to see.
pub enum View<'e> {
    /// The site: its files, and the page that stands for one that could not be made.
    Site(&'e [Artifact<'e>], &'e dyn Fn(&Error) -> String),
    /// This page, whatever is asked for.
    Page(&'e str),
}

/// An answer: its status, its content type and its bytes.
struct Answer(u16, &'static str, Vec<u8>);

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

impl Server {
    /// Listens on a port of 127.0.0.1; 0 is any that is free.
    pub fn open(port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let http = tiny_http::Server::from_listener(listener, None).map_err(io::Error::other)?;
        Ok(Self {
            http,
            address,
            news: Arc::default(),
            asked: AtomicBool::default(),
            stopped: AtomicBool::default(),
        })
    }

    /// The address of the home page.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// Tells open pages that there is something new, and answers requests from it until [`Server::refresh`] or
    /// [`Server::stop`] is called.
    pub fn show(&self, view: &View<'_>) {
        self.news.announce();
        let files = match view {
            View::Site(files, _) => files.iter().map(|file| (file.path.as_str(), file)).collect(),
            View::Page(_) => BTreeMap::new(),
        };
        while let Ok(request) = self.http.recv() {
            self.answer(request, view, &files);
        }
        self.asked.store(false, Ordering::SeqCst);
    }

    /// Ends [`Server::show`]; requests that come now wait for the next one.
    pub fn refresh(&self) {
        if !self.asked.swap(true, Ordering::SeqCst) {
            self.http.unblock();
        }
    }

    /// Ends [`Server::show`] for good.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        self.http.unblock();
    }

    /// Whether [`Server::stop`] was called.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    fn answer(&self, request: Request, view: &View<'_>, files: &BTreeMap<&str, &Artifact<'_>>) {
        let url = request.url().to_owned();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        let reads = matches!(request.method(), Method::Get | Method::Head);
        let answer = if !self.is_meant(&request) {
            Answer(403, PLAIN, b"This preview answers to 127.0.0.1 and localhost only.\n".to_vec())
        } else if !reads {
            Answer(405, PLAIN, b"This preview can be read only.\n".to_vec())
        } else if path == SCRIPT {
            Answer(200, "text/javascript; charset=utf-8", RELOAD.into())
        } else if path == CHANGES && *request.method() == Method::Get {
            let seen = query.strip_prefix("seen=").unwrap_or_default().to_owned();
            let news = Arc::clone(&self.news);
            return apart(move || news.tell(request.into_writer(), &seen));
        } else {
            match view {
                View::Page(page) => self.page(503, page.as_bytes().to_vec()),
                View::Site(_, failed) => match found(path, files) {
                    Found::Folder => return redirect(request, &url),
                    Found::File(file) => self.made(200, file, failed),
                    Found::Nothing => match files.get("site/404.html") {
                        Some(file) => self.made(404, file, failed),
                        None => Answer(404, PLAIN, b"Not found.\n".to_vec()),
                    },
                },
            }
        };
        send(request, &answer, "");
    }

    /// Whether the request was meant for us: a page of elsewhere can have its own name lead to this machine, and
    /// would then read the drafts.
    fn is_meant(&self, request: &Request) -> bool {
        let host = request.headers().iter().find(|header| header.field.equiv("Host"));
        let port = self.address.port();
        let ours = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        host.is_none_or(|host| {
            let host = host.value.as_str();
            ours.iter().any(|name| name == host) || port == 80 && ["127.0.0.1", "localhost"].contains(&host)
        })
    }

    fn made(&self, status: u16, file: &Artifact<'_>, failed: &dyn Fn(&Error) -> String) -> Answer {
        match file.make() {
            Ok(bytes) if content_type(file.path.as_str()) == HTML => self.page(status, bytes),
            Ok(bytes) => Answer(status, content_type(file.path.as_str()), bytes),
            Err(error) => self.page(500, failed(&error).into_bytes()),
        }
    }

    /// A page, with the line that reloads it.
    fn page(&self, status: u16, mut bytes: Vec<u8>) -> Answer {
        const END: &[u8] = b"</body>";
        let line = format!("<script src=\"{SCRIPT}\" data-seen=\"{}\"></script>\n", self.news.stamp());
        let at = bytes.windows(END.len()).rposition(|part| part == END).unwrap_or(bytes.len());
        bytes.splice(at..at, line.into_bytes());
        Answer(status, HTML, bytes)
    }
}

impl std::fmt::Debug for Server {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Server").field(&self.address).finish()
    }
}

impl std::fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("View")
    }
}

/// What an address leads to.
enum Found<'f, 'e> {
    File(&'f Artifact<'e>),
    /// A folder with a page, asked for without the slash without which its links lead elsewhere.
    Folder,
    Nothing,
}

fn found<'f, 'e>(path: &str, files: &BTreeMap<&str, &'f Artifact<'e>>) -> Found<'f, 'e> {
    let Ok(path) = percent_decode_str(path).decode_utf8() else { return Found::Nothing };
    let path = format!("{SITE}{path}");
    let page = if path.ends_with('/') { format!("{path}index.html") } else { path };
    if let Some(file) = files.get(page.as_str()) {
        Found::File(file)
    } else if files.contains_key(format!("{page}/index.html").as_str()) {
        Found::Folder
    } else {
        Found::Nothing
    }
}

/// Sends a browser to the address of the folder itself.
fn redirect(request: Request, url: &str) {
    let (path, query) = url.split_once('?').map_or((url, String::new()), |(p, q)| (p, format!("?{q}")));
    send(request, &Answer(302, PLAIN, Vec::new()), &format!("Location: {path}/{query}\r\n"));
}

/// Sends an answer, with more lines for its head. A browser that reads slowly keeps nobody else waiting.
///
/// Head and body leave in one piece: as two, the system holds the second back until the first has been confirmed,
/// which takes 40 ms on an open connection.
fn send(request: Request, answer: &Answer, more: &str) {
    let Answer(status, kind, bytes) = answer;
    let reason = StatusCode(*status).default_reason_phrase();
    let length = bytes.len();
    let head = format!(
        "HTTP/1.1 {status} {reason}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\n{more}\r\n"
    );
    let body: &[u8] = if *request.method() == Method::Head { &[] } else { bytes };
    let whole = [head.as_bytes(), body].concat();
    apart(move || {
        let mut browser = request.into_writer();
        browser.write_all(&whole)?;
        browser.flush()
    });
}

/// Does what talks to one browser in a thread of its own; one that went away is no reason to fail.
fn apart(talk: impl FnOnce() -> io::Result<()> + Send + 'static) {
    let _ = thread::Builder::new().spawn(move || {
        let _ = talk();
    });
}

/// The content type of a file, by the end of its name.
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
