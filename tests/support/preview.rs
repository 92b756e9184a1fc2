//! A running preview, and what it answers.

use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::support::{Project, TODAY, program};

/// How long a machine may take for what takes milliseconds.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// A preview at work; it ends with the test.
pub struct Preview {
    pub child: Child,
    pub port: u16,
    /// The beginning of every path: a slash and the token of the desk.
    pub base: String,
    complaints: Arc<Mutex<String>>,
}

/// A response.
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    /// Takes the bytes of one reply apart.
    pub fn of(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply { status, head, body: bytes[end + 4..].to_vec() }
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    pub fn of(project: &Project) -> Self {
        Self::with(project, &["--port", "0"])
    }

    pub fn with(project: &Project, arguments: &[&str]) -> Self {
        Self::on(TODAY, project, arguments)
    }

    /// A preview as of a day.
    pub fn on(today: &str, project: &Project, arguments: &[&str]) -> Self {
        Self::start(project, &[&["serve", "--today", today], arguments].concat())
    }

    /// The desk of a project.
    pub fn desk(today: &str, project: &Project) -> Self {
        Self::start(project, &["desk", "--no-open", "--port", "0", "--today", today])
    }

    /// The program with these arguments, at 09:30 of a day.
    pub fn start(project: &Project, arguments: &[&str]) -> Self {
        let mut child = program()
            .env("SOURCE_DATE_EPOCH", "1725183000")
            .current_dir(project.path("."))
            .args(arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().trim_end_matches('/').rsplit(':').next().unwrap();
        let (port, token) =
            address.split_once('/').map_or((address, None), |(port, token)| (port, Some(token)));
        let port = port.parse().unwrap_or_else(|_| panic!("no address in {line:?}"));
        let base = token.map_or_else(String::new, |token| format!("/{token}"));
        let complaints = Arc::new(Mutex::new(String::new()));
        let (mut stderr, heard) = (child.stderr.take().unwrap(), Arc::clone(&complaints));
        thread::spawn(move || {
            let mut some = [0; 4096];
            while let Ok(length @ 1..) = stderr.read(&mut some) {
                heard.lock().unwrap().push_str(&String::from_utf8_lossy(&some[..length]));
            }
        });
        Self { child, port, base, complaints }
    }

    /// The address of the home page.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{}/", self.port, self.base)
    }

    /// Opens a connection.
    pub fn connect(&self) -> TcpStream {
        connect(self.port)
    }

    /// Sends a request as it stands, and reads to the end.
    pub fn send(&self, request: &str) -> Reply {
        Reply::of(&exchange(self.port, request))
    }

    pub fn request(&self, method: &str, path: &str) -> Reply {
        self.send(&format!("{method} {path} HTTP/1.0\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port))
    }

    pub fn get(&self, path: &str) -> Reply {
        self.request("GET", path)
    }

    /// Gets a page of the desk.
    pub fn look(&self, path: &str) -> Reply {
        self.get(&format!("{}{path}", self.base))
    }

    /// Sends a form as a page of the desk does; files have a name.
    pub fn submit(&self, path: &str, fields: &[(&str, Option<&str>, &[u8])]) -> Reply {
        let head = format!("Origin: http://127.0.0.1:{}\r\n", self.port);
        Reply::of(&exchange_bytes(self.port, &self.form(path, &head, fields)))
    }

    /// The bytes of a form with further lines of its head.
    pub fn form(&self, path: &str, head: &str, fields: &[(&str, Option<&str>, &[u8])]) -> Vec<u8> {
        let mut body = Vec::new();
        for (name, file, bytes) in fields {
            let file = file.map_or_else(String::new, |file| format!("; filename=\"{file}\""));
            let disposition =
                format!("--limit\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n");
            body.extend_from_slice(disposition.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(b"--limit--\r\n");
        let (port, length) = (self.port, body.len());
        let kind = "Content-Type: multipart/form-data; boundary=limit\r\n";
        let mut request = format!(
            "POST {}{path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n{head}{kind}Content-Length: {length}\r\n\r\n",
            self.base
        )
        .into_bytes();
        request.append(&mut body);
        request
    }

    /// Opens a page and listens for changes, as its script does.
    pub fn open(&self, path: &str) -> (Reply, Listener) {
        let page = self.get(&format!("{}{path}", self.base));
        let text = page.text();
        let seen = text.split("data-seen=\"").nth(1).expect("the script").split('"').next().unwrap();
        let mut stream = self.connect();
        let address = format!("{}/.gongkai/changes?seen={seen}", self.base);
        write!(stream, "GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", self.port).unwrap();
        (page, Listener(BufReader::new(stream)))
    }

    /// Reloads a page whenever there is something new, until it is as it should be.
    pub fn reload_until(&self, path: &str, good: impl Fn(&Reply) -> bool) -> Reply {
        let begun = Instant::now();
        loop {
            let (page, mut listener) = self.open(path);
            if good(&page) {
                return page;
            }
            assert!(begun.elapsed() < PATIENCE, "{path} stays {}:\n{}", page.status, page.text());
            listener.wait();
        }
    }

    /// Waits for a text on the terminal.
    pub fn complains(&self, text: &str) {
        let begun = Instant::now();
        while !self.complaints.lock().unwrap().contains(text) {
            assert!(begun.elapsed() < PATIENCE, "no {text:?} in {}", self.complaints.lock().unwrap());
            thread::sleep(Duration::from_millis(5));
        }
    }
}

/// Opens a connection to a port of this machine.
pub fn connect(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Sends bytes to a port, and reads to the end; a server may close before it has read them all.
pub fn exchange(port: u16, request: &str) -> Vec<u8> {
    exchange_bytes(port, request.as_bytes())
}

/// Sends bytes that need not be text.
pub fn exchange_bytes(port: u16, request: &[u8]) -> Vec<u8> {
    let mut stream = connect(port);
    let _ = stream.write_all(request);
    let mut bytes = Vec::new();
    if let Err(error) = stream.read_to_end(&mut bytes) {
        assert_ne!(error.kind(), ErrorKind::WouldBlock, "no end");
    }
    bytes
}

/// A page that listens for changes.
pub struct Listener(BufReader<TcpStream>);

impl Listener {
    /// Waits until it is told of one.
    pub fn wait(&mut self) {
        let mut line = String::new();
        while !line.starts_with("data:") {
            line.clear();
            let length = self.0.read_line(&mut line).expect("an event in time");
            assert!(length > 0, "the stream ended without an event");
        }
    }
}
