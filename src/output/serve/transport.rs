//! The transport: connections, their limits, and the one thread that serves them.
//!
//! hyper's own connection builder instead of `axum::serve`, which has no limits for heads and their time.

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

/// How long to wait when a connection cannot be accepted: most likely there is no file handle left.
const RETRY: Duration = Duration::from_millis(50);

/// How much one browser may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of a request's head.
    pub head_bytes: usize,
    /// Header lines of a request.
    pub head_lines: usize,
    /// Time from one request, or from the beginning, to the end of the next request's head.
    pub head_time: Duration,
    /// Connections that are open at a time.
    pub connections: usize,
}

impl Limits {
    /// Limits of the preview. A browser sends 1 to 2 KiB in 20 lines over at most six connections.
    pub const PREVIEW: Self =
        Self { head_bytes: 32 * 1024, head_lines: 100, head_time: Duration::from_secs(10), connections: 256 };
}

/// The thread that serves; it ends, with all connections, when this is dropped.
#[derive(Debug)]
pub struct Transport {
    _alive: oneshot::Sender<()>,
}

impl Transport {
    /// Begins to serve.
    pub fn spawn(listener: net::TcpListener, router: Router, limits: Limits) -> io::Result<Self> {
        listener.set_nonblocking(true)?;
        let runtime = runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
        let (alive, dropped) = oneshot::channel::<()>();
        thread::Builder::new().name("transport".to_owned()).spawn(move || {
            runtime.block_on(async move {
                // A listener that cannot be registered with a new runtime cannot serve at all.
                let Ok(listener) = TcpListener::from_std(listener) else { return };
                tokio::spawn(accept(listener, router, limits));
                let _ = dropped.await;
            });
        })?;
        Ok(Self { _alive: alive })
    }
}

/// Accepts connections. Where there are too many, the oldest gives way: so idle ones cannot lock a browser out, and a
/// browser that loses one opens another.
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

/// Answers the requests of one connection. One that breaks off is no mistake of ours.
async fn serve(stream: TcpStream, router: Router, limits: Limits) {
    // Otherwise the system may hold an event back for 40 ms, until what was sent before it has been confirmed.
    let _ = stream.set_nodelay(true);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.head_time)
        .max_headers(limits.head_lines)
        .max_header_size(limits.head_bytes);
    let _ = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router)).await;
}
