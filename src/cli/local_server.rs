//! A server in the terminal: its port, the browser, changes of files, and Ctrl-C.

use std::io::{self, ErrorKind};
use std::thread;

use crate::cli::print_error_line;
use crate::error::Error;
use crate::message;
use crate::output::{Remote, Server, Watch};
use crate::text::message::{Lang, Message};

/// The default port.
const PORT: u16 = 8000;
/// Number of ports to try for a free one.
const TRIES: u16 = 100;

/// Opens an address in the browser.
pub fn open_browser(address: &str, lang: Lang) {
    if open::that_detached(address).is_err() {
        print_error_line(lang.pick(
            "没能打开浏览器，请自行打开上面的地址",
            "no browser could be opened; open the address above",
        ));
    }
}

/// Listens on the given port, or on the first free one from [`PORT`] on.
///
/// A given port may be in a bookmark or in the settings of another program, so no other port replaces it.
pub fn listen(
    asked: Option<u16>,
    lang: Lang,
    open: impl Fn(u16) -> io::Result<Server>,
) -> Result<Server, Error> {
    let port = asked.unwrap_or(PORT);
    let cause = match open(port) {
        Ok(server) => return Ok(server),
        Err(cause) => cause,
    };
    let next = (port.saturating_add(1)..port.saturating_add(TRIES)).find_map(|port| open(port).ok());
    match next {
        Some(server) if asked.is_none() => {
            let free = server.port();
            print_error_line(&match lang {
                Lang::Zh => format!("端口 {port} 已被占用，改用 {free}"),
                Lang::En => format!("port {port} is in use; using {free}"),
            });
            Ok(server)
        }
        next => Err(Error::Usage(refused_port(port, &cause, next.map(|server| server.port())))),
    }
}

fn refused_port(port: u16, cause: &io::Error, free: Option<u16>) -> Message {
    let (zh, en) = free.map_or_else(Default::default, |free| {
        (format!("。可改用：--port {free}"), format!("; this one is free: --port {free}"))
    });
    if cause.kind() == ErrorKind::AddrInUse {
        message!("端口 {port} 已被占用{zh}", "port {port} is in use{en}")
    } else {
        message!("不能使用端口 {port}：{cause}{zh}", "port {port} cannot be used: {cause}{en}")
    }
}

pub fn stop_on_ctrl_c(server: Remote) -> Result<(), Error> {
    ctrlc::set_handler(move || server.stop()).map_err(|cause| {
        Error::Usage(message!("无法接收 Ctrl-C：{cause}", "cannot listen for Ctrl-C: {cause}"))
    })
}

pub fn refresh_on_changes(server: Remote, mut watch: Watch, lang: Lang) {
    thread::spawn(move || {
        loop {
            match watch.wait() {
                Ok(()) => server.refresh(),
                Err(error) => {
                    let words = lang.pick("此后的改动不会自动刷新", "later changes will not reload");
                    print_error_line(&format!("{}\n{words}", error.message().get(lang)));
                    return;
                }
            }
        }
    });
}
