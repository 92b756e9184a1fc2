//! The preview: a server on this machine, for this machine, that hands out files as they are asked for.
//!
//! Two threads: the transport (`transport.rs`, axum on a tokio runtime of one thread) talks to browsers and never
//! makes a file; the thread that calls [`Server::show`] owns what there is to see and makes what is asked for. They
//! share one queue of [`Command`]s. Deadlock is impossible: the transport only ever awaits a reply, and the showing
//! thread never waits for the transport.
//!
//! No file of the disk is ever opened here: an address is looked up among the planned files, so none can lead out
//! of the site (`pages.rs`). Which requests are answered at all, and under which headers: `guard.rs`.

mod guard;
mod news;
mod pages;
mod router;
mod transport;

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use tokio::sync::oneshot;

use crate::error::Error;
use crate::output::serve::news::News;
use crate::output::serve::pages::{Answer, Pages};
use crate::output::serve::transport::{Limits, Transport};
use crate::render::Artifact;

/// A server that listens.
pub struct Server {
    address: SocketAddr,
    commands: Receiver<Command>,
    remote: Remote,
    news: News,
    _transport: Transport,
}

/// The view that a browser gets: the site, or findings in its place.
pub enum View<'e> {
    /// The site: its files, and the page that stands for one that could not be made.
    Site(&'e [Artifact<'e>], &'e dyn Fn(&Error) -> String),
    /// This page, whatever is asked for.
    Page(&'e str),
}

/// A stylesheet that the server hands out beside the site, for the pages that stand in place of the site.
#[derive(Clone, Copy, Debug)]
pub struct Stylesheet {
    /// Its address, such as `/.gongkai/findings.css`; content cannot have a name that begins with a dot.
    pub address: &'static str,
    /// Its text.
    pub text: &'static str,
}

/// A message to the thread that shows the site.
enum Command {
    Look(Request),
    Refresh,
    Stop,
}

/// A request for a file of the site.
struct Request {
    /// The path of the address, percent-encoded as it came.
    path: String,
    reply: oneshot::Sender<Answer>,
}

/// Ends [`Server::show`] from another thread.
#[derive(Clone, Debug)]
pub struct Remote {
    commands: Sender<Command>,
    /// Whether a refresh is in the queue already: many saves are one refresh.
    asked: Arc<AtomicBool>,
}

impl Server {
    /// Listens on a port of 127.0.0.1; 0 is any that is free.
    pub fn open(port: u16, stylesheet: Stylesheet) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let (sender, commands) = channel();
        let news = News::default();
        let router = router::router(address, stylesheet, sender.clone(), news.clone());
        let transport = Transport::spawn(listener, router, Limits::PREVIEW)?;
        let remote = Remote { commands: sender, asked: Arc::default() };
        Ok(Self { address, commands, remote, news, _transport: transport })
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

    /// Ends [`Server::show`] from another thread.
    #[must_use]
    pub fn remote(&self) -> Remote {
        self.remote.clone()
    }

    /// Tells open pages that there is something new, and answers requests from it until [`Remote::refresh`], or, for
    /// good, until [`Remote::stop`]. Requests that come between two calls wait for the second.
    pub fn show(&self, view: &View<'_>) -> ControlFlow<()> {
        self.news.announce();
        let pages = Pages::new(view, &self.news.stamp());
        loop {
            match self.commands.recv() {
                // Not made for a browser that has gone: it may have reloaded many times while the content was read.
                Ok(Command::Look(request)) if request.reply.is_closed() => {}
                Ok(Command::Look(request)) => {
                    let _ = request.reply.send(pages.answer(&request.path));
                }
                Ok(Command::Refresh) => {
                    self.remote.asked.store(false, Ordering::SeqCst);
                    return ControlFlow::Continue(());
                }
                Ok(Command::Stop) | Err(_) => return ControlFlow::Break(()),
            }
        }
    }
}

impl Remote {
    /// Ends [`Server::show`], to be called again.
    pub fn refresh(&self) {
        if !self.asked.swap(true, Ordering::SeqCst) {
            // Fails only when the server is gone, and then there is nothing to end.
            let _ = self.commands.send(Command::Refresh);
        }
    }

    /// Ends [`Server::show`] for good.
    pub fn stop(&self) {
        let _ = self.commands.send(Command::Stop);
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Server").field(&self.address).finish()
    }
}

impl fmt::Debug for View<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("View")
    }
}
