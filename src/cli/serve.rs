//! `gongkai serve`: a preview of the site in the browser, reloaded after every save.

use std::ops::ControlFlow;
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::cli::local_server::{listen, open_browser, refresh_on_changes, stop_on_ctrl_c};
use crate::cli::stages::Stages;
use crate::cli::{INPUT, Session, print_error_line, print_line};
use crate::diagnostic::print::{FINDINGS_STYLE, FINDINGS_STYLE_ADDRESS, findings_page, human, refusal_page};
use crate::error::Error;
use crate::output::{Server, Stylesheet, View, Watch};
use crate::pipeline::Checked;
use crate::read::Memory;
use crate::render::{Edition, FORMATS, plan};
use crate::text::message::{Lang, Words};

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
