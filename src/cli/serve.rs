//! `gongkai serve`: a preview of the site in the browser, reloaded after every save.

use std::io::{self, ErrorKind};
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::cli::stages::Stages;
use crate::cli::{INPUT, Session, print_error_line, print_line};
use crate::diagnostic::print::{FINDINGS_STYLE, FINDINGS_STYLE_ADDRESS, findings_page, human, refusal_page};
use crate::error::Error;
use crate::message;
use crate::output::{Remote, Server, Stylesheet, View, Watch};
use crate::pipeline::Checked;
use crate::read::Memory;
use crate::render::{Edition, FORMATS, plan};
use crate::text::message::{Lang, Message, Words};

/// The default port.
const PORT: u16 = 8000;
/// Number of ports to try for a free one.
const TRIES: u16 = 100;
/// Stylesheet of the pages that replace the site.
const STYLE: Stylesheet = Stylesheet { address: FINDINGS_STYLE_ADDRESS, text: FINDINGS_STYLE };

/// Options of `gongkai serve`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The port; 8000 when not given, or the next free one
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Opens the browser, too
    #[arg(long)]
    open: bool,
}

/// Runs the preview until Ctrl-C.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    if !session.root.join(INPUT[0]).is_dir() {
        return Err(Error::NoProject(session.root.clone()));
    }
    // Watching starts before the first check, so that no save is missed between them.
    let watch = Watch::begin(&session.root, &INPUT)?;
    let server = listen(options.port, session.lang, |port| Server::open(port, STYLE))?;
    let address = server.address();
    // Nothing follows the address, because terminals would include it in the link.
    print_line(&match session.lang {
        Lang::Zh => format!("预览： {address}\n保存后网页自动刷新，按 Ctrl-C 结束"),
        Lang::En => format!("Preview: {address}\nPages reload after every save; Ctrl-C ends it"),
    });
    stop_on_ctrl_c(server.remote())?;
    refresh_on_changes(server.remote(), watch, session.lang);
    if options.open {
        open_browser(&address, session.lang);
    }
    let terminal = Terminal { lang: session.lang, last: Mutex::default() };
    let memory = Memory::default();
    while check_and_show(session, &memory, &server, &terminal).is_continue() {}
    Ok(ExitCode::SUCCESS)
}

/// Opens an address in the browser.
pub fn open_browser(address: &str, lang: Lang) {
    if open::that_detached(address).is_err() {
        print_error_line(lang.pick(
            "没能打开浏览器，请自行打开上面的地址",
            "no browser could be opened; open the address above",
        ));
    }
}

/// Checks the project and shows the site, or its errors, until a file changes or the preview ends.
fn check_and_show(
    session: &Session,
    memory: &Memory,
    server: &Server,
    terminal: &Terminal,
) -> ControlFlow<()> {
    let mut stages = Stages::of(session);
    let checked = match stages.check_again(session, memory) {
        Ok(checked) => checked,
        Err(error) => return server.show(&View::Page(&terminal.refused(&error))),
    };
    let Checked { project, theme, sources, report, .. } = &checked;
    thread::scope(|scope| {
        // Browsers need not wait for the terminal, which is slow when there is much to tell.
        scope.spawn(|| terminal.print_if_new(&human(report, sources, session.lang)));
        if report.has_errors() {
            return server.show(&View::Page(&findings_page(report, sources, session.lang)));
        }
        let public: Vec<String> = FORMATS.iter().filter(|f| f.public).map(|f| f.name.to_owned()).collect();
        let edition = Edition::only(project, theme, &public);
        let files = plan(&edition);
        stages.done(Words::new("排定文件", "plan the files"));
        match files {
            Err(error) => server.show(&View::Page(&terminal.refused(&error))),
            // A file is made on request, so its error is known only then.
            Ok(files) => server.show(&View::Site(&files, &|error| terminal.refused(error))),
        }
    })
}

/// The terminal with its last text: an equal text is not printed again.
struct Terminal {
    lang: Lang,
    last: Mutex<String>,
}

impl Terminal {
    fn print_if_new(&self, text: &str) {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if *last != text {
            print_error_line(text);
            text.clone_into(&mut last);
        }
    }

    /// Prints an error, and returns a page with it.
    fn refused(&self, error: &Error) -> String {
        let (name, message) = (self.lang.pick("错误", "error"), error.message());
        self.print_if_new(&format!("{name}: {}", message.get(self.lang)));
        refusal_page(&message, self.lang)
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
