//! The transport: connections, their limits, and the one thread that serves them.
//!
//! Uses hyper's connection builder, because `axum::serve` cannot limit size and time of request heads.

use std::collections::VecDeque;
use std::io;
use std::net;
use std::thread;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime;
use tokio::sync::oneshot;

/// Delay after a failed accept, most likely for lack of file handles.
const RETRY: Duration = Duration::from_millis(50);

/// Limits of connections.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Maximum size of a request head in bytes.
    pub head_bytes: usize,
    /// Maximum number of header lines.
    pub head_lines: usize,
    /// Maximum time until the next request head is complete.
    pub head_time: Duration,
    /// Maximum number of open connections.
    pub connections: usize,
}

impl Limits {
    /// Limits of the preview. A browser sends 1 to 2 KiB in 20 lines over at most six connections.
    pub const PREVIEW: Self =
        Self { head_bytes: 32 * 1024, head_lines: 100, head_time: Duration::from_secs(10), connections: 256 };
}

/// The serving thread; dropping this value ends it with all connections.
#[derive(Debug)]
pub struct Transport {
    _alive: oneshot::Sender<()>,
}

impl Transport {
    /// Starts serving.
    pub fn spawn(listener: net::TcpListener, router: Router, limits: Limits) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        let runtime = runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let (alive, dropped) = oneshot::channel::<()>();
        thread::Builder::new().name("transport".to_owned()).spawn(move || {
            runtime.block_on(async move {
                // Without registration at the runtime the listener cannot serve.
                let Ok(listener) = TcpListener::from_std(listener) else { return };
                tokio::spawn(accept(listener, router, limits));
                let _ = dropped.await;
            });
        })?;
        Ok(Self { _alive: alive })
    }
}

/// Accepts connections. Beyond the limit the oldest one is closed, so that idle connections cannot lock a browser out;
/// a browser reopens its connection when needed.
async fn accept(listener: TcpListener, router: Router, limits: Limits) {
    let mut open = VecDeque::new();
    loop {
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(RETRY).await;
            continue;
        };
        open.retain(|connection: &tokio::task::AbortHandle| !connection.is_finished());
        if open.len() >= limits.connections
            && let Some(oldest) = open.pop_front()
        {
            oldest.abort();
        }
        open.push_back(tokio::spawn(serve(stream, router.clone(), limits)).abort_handle());
    }
}

/// Answers the requests of one connection. A closed connection is not an error.
async fn serve(stream: TcpStream, router: Router, limits: Limits) {
    // Nagle's algorithm would delay an event by up to 40 ms.
    let _ = stream.set_nodelay(true);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head_time)
        .max_headers(limits.head_lines)
        .max_header_size(limits.head_bytes);
    let _ = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router)).await;
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind, Read, Write};
    use std::net::{TcpListener, TcpStream};
    use std::time::{Duration, Instant};

    use axum::Router;

    use super::{Limits, Transport};

    const LONG: Duration = Duration::from_mins(10);
    const REQUEST: &[u8] = b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    /// A server that answers “ok” to everything, and connections to it.
    fn server(limits: Limits) -> (Transport, impl Fn() -> TcpStream) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        let router = Router::new().fallback(async || "ok");
        let transport = Transport::spawn(listener, router, limits).unwrap();
        let connect = move || {
            let stream = TcpStream::connect(address).unwrap();
            stream.set_read_timeout(Some(LONG / 2)).unwrap();
            stream
        };
        (transport, connect)
    }

    /// Reads until the other side closes.
    fn rest(mut stream: TcpStream) -> String {
        let mut text = String::new();
        stream.read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn the_oldest_connection_gives_way_to_a_new_one() {
        let (_transport, connect) = server(Limits { connections: 4, head_time: LONG, ..Limits::PREVIEW });
        let mut idle: Vec<TcpStream> = (0..20).map(|_| connect()).collect();
        let mut client = connect();
        client.write_all(REQUEST).unwrap();
        assert!(rest(client).ends_with("\r\n\r\nok"));
        assert_eq!(rest(idle.remove(0)), "");
        // The newest connection is still open.
        let mut newest = idle.pop().unwrap();
        newest.write_all(REQUEST).unwrap();
        assert!(rest(newest).ends_with("\r\n\r\nok"));
    }

    #[test]
    fn an_unfinished_head_ends_the_connection_however_it_drips() {
        let (_transport, connect) =
            server(Limits { head_time: Duration::from_millis(100), ..Limits::PREVIEW });
        let begun = Instant::now();
        let (idle, mut drips) = (connect(), connect());
        let mut ends = drips.try_clone().unwrap();
        ends.set_read_timeout(Some(Duration::from_millis(10))).unwrap();
        drips.write_all(b"GET / HTTP/1.1\r\nX: ").unwrap();
        let goes_on = |error: Error| [ErrorKind::WouldBlock, ErrorKind::TimedOut].contains(&error.kind());
        while ends.read(&mut [0]).is_err_and(goes_on) {
            assert!(begun.elapsed() < LONG, "it goes on");
            let _ = drips.write_all(b"x");
        }
        assert_eq!(rest(idle), "");
    }

    #[test]
    fn all_connections_end_with_the_transport() {
        let (transport, connect) = server(Limits { head_time: LONG, ..Limits::PREVIEW });
        let mut open = connect();
        open.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
        let mut first = [0; 15];
        open.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"HTTP/1.1 200 OK");
        drop(transport);
        assert!(rest(open).ends_with("\r\n\r\nok"));
    }
}
