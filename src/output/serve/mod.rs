//! The preview and the desk: a local server that makes files on request; the desk's also takes forms.
//!
//! Two threads: the transport (`transport.rs`, axum on a tokio runtime of one thread) talks to browsers and never makes a
//! file; the thread that calls [`Server::show`] owns the site and makes the requested files. They share one queue of
//! [`Command`]s. Deadlock is impossible: only the transport waits for the other thread, never the reverse.
//!
//! No file on disk is opened here: an address is looked up among the planned files, so no path leads out of the site
//! (`pages.rs`). `guard.rs` refuses foreign requests and sets headers.

mod command;
mod form;
mod guard;
mod news;
mod pages;
mod router;
mod transport;
mod view;

pub use command::{Field, Request};
pub use pages::{Answer, Pages};
pub use view::{Stylesheet, View};

use std::fmt;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::output::serve::command::Command;
use crate::output::serve::news::News;
use crate::output::serve::transport::{Limits, Transport};

/// A listening server.
pub struct Server {
    address: SocketAddr,
    token: Option<String>,
    commands: Receiver<Command>,
    remote: Remote,
    news: News,
    _transport: Transport,
}

/// Ends [`Server::show`] from another thread.
#[derive(Clone, Debug)]
pub struct Remote {
    commands: Sender<Command>,
    /// Whether a refresh is in the queue already, so that many saves cause one refresh.
    asked: Arc<AtomicBool>,
}

/// An answer to a request, and whether the request has changed the content.
#[derive(Debug)]
pub struct Done {
    /// The answer.
    pub answer: Answer,
    /// Whether the content has to be read again before the next answer.
    pub is_changed: bool,
}

impl From<Answer> for Done {
    fn from(answer: Answer) -> Self {
        Self { answer, is_changed: false }
    }
}

impl Server {
    /// Listens on a port of 127.0.0.1; 0 means any free port.
    pub fn open(port: u16, stylesheet: Stylesheet) -> io::Result<Self> {
        Self::listen(port, Some(stylesheet), None)
    }

    /// Listens as [`Server::open`] does, for the desk: every address begins with `token`, and forms are taken.
    pub fn open_desk(port: u16, token: String) -> io::Result<Self> {
        Self::listen(port, None, Some(token))
    }

    fn listen(port: u16, stylesheet: Option<Stylesheet>, token: Option<String>) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let address = listener.local_addr()?;
        let (sender, commands) = channel();
        let news = News::default();
        let router = router::router(address, stylesheet, token.clone(), sender.clone(), news.clone());
        let transport = Transport::spawn(listener, router, Limits::PREVIEW)?;
        let remote = Remote { commands: sender, asked: Arc::default() };
        Ok(Self { address, token, commands, remote, news, _transport: transport })
    }

    /// The address of the home page.
    #[must_use]
    pub fn address(&self) -> String {
        let token = self.token.as_ref().map_or_else(String::new, |token| format!("{token}/"));
        format!("http://{}/{token}", self.address)
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

    /// Reloads open pages and answers requests from `view` until [`Remote::refresh`] (`Continue`) or [`Remote::stop`]
    /// (`Break`). Requests between two calls wait in the queue.
    pub fn show(&self, view: &View<'_>) -> ControlFlow<()> {
        let stamp = self.announce();
        let pages = Pages::new(view, &stamp, self.token.as_deref());
        self.attend(&mut |request| pages.answer(&request.path).into())
    }

    /// Reloads open pages; the stamp of pages made from now on.
    #[must_use]
    pub fn announce(&self) -> String {
        self.news.announce();
        self.news.stamp()
    }

    /// Answers requests until [`Remote::refresh`] or a request that changed the content (`Continue`), or
    /// [`Remote::stop`] (`Break`).
    pub fn attend(&self, answer: &mut dyn FnMut(&Request) -> Done) -> ControlFlow<()> {
        loop {
            match self.commands.recv() {
                // The browser has gone, perhaps reloaded many times while the content was read: make nothing for it.
                Ok(Command::Look(request)) if request.reply.is_closed() => {}
                Ok(Command::Look(request)) => {
                    let done = answer(&request);
                    let _ = request.reply.send(done.answer);
                    if done.is_changed {
                        return ControlFlow::Continue(());
                    }
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
    /// Ends the current call of [`Server::show`].
    pub fn refresh(&self) {
        if !self.asked.swap(true, Ordering::SeqCst) {
            // Fails only if the server is gone already.
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
