//! `gongkai desk` (工作台): the site beside what is to be done, in the browser, with a button for each.
//!
//! The transport is that of the preview (`output/serve/`). One thread reads the project, answers looks from what it
//! read, and does what forms ask for by the functions behind the commands; then it reads the project again, and every
//! open window reloads. Nothing is changed by a look (GET).

mod actions;
mod address;
mod asking;
mod findings;
mod form;
mod importing;
mod key;
mod opening;
mod outcome;
mod page;
mod pager;
mod projects;
mod round;
mod view;
mod words;

use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;

use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::pager::Pager;
use crate::cli::desk::round::Round;
use crate::cli::local_server::{listen, open_browser, refresh_on_changes, stop_on_ctrl_c};
use crate::cli::stages::Stages;
use crate::cli::{INPUT, OUTPUT, Session, print_line, recovery, surroundings};
use crate::diagnostic::print::refusal_page;
use crate::error::Error;
use crate::message;
use crate::output::{Pages, Server, View, Watch};
use crate::pipeline::Checked;
use crate::read::{Content, Memory, discover_again};
use crate::render::{Edition, FORMATS, plan};
use crate::text::message::Lang;

/// Options of `gongkai desk`.
#[derive(Debug, Default, clap::Args)]
pub struct Options {
    /// The port; 8000 when not given, or the next free one
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Prints the address and opens no browser
    #[arg(long)]
    no_open: bool,
}

/// The desk while it is open.
struct Desk {
    session: Session,
    /// `--today`; without it, the day is that of the clock, also after midnight.
    asked_day: Option<String>,
    /// The first segment of every address.
    token: String,
    pager: Pager,
    memory: Memory,
    /// Result of the last action, shown until the next one.
    outcome: Option<Outcome>,
    is_watched: bool,
    /// Whether the last request has changed the content.
    is_changed: bool,
    /// The project after the last action, where that has checked it already.
    next: Option<Box<Checked>>,
}

/// Runs the desk until Ctrl-C.
pub fn run(session: &Session, options: &Options, asked_day: Option<&str>) -> Result<ExitCode, Error> {
    let lang = session.lang;
    let token = token()?;
    let server = listen(options.port, lang, |port| Server::open_desk(port, token.clone()))?;
    let address = server.address();
    // Nothing follows the address, because terminals would include it in the link.
    print_line(&match lang {
        Lang::Zh => format!("工作台： {address}\n地址只在这台电脑上有效，不要发给别人；按 Ctrl-C 结束"),
        Lang::En => format!("Desk: {address}\nThe address is for this computer only; Ctrl-C ends the desk"),
    });
    stop_on_ctrl_c(server.remote())?;
    if !options.no_open {
        open_browser(&address, lang);
    }
    let mut desk = Desk {
        session: session.clone(),
        asked_day: asked_day.map(str::to_owned),
        token,
        pager: Pager::new(lang)?,
        memory: Memory::default(),
        outcome: None,
        is_watched: false,
        is_changed: false,
        next: None,
    };
    while desk.turn(&server)?.is_continue() {}
    Ok(ExitCode::SUCCESS)
}

/// A random token of 128 bits.
fn token() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|cause| {
        Error::Usage(message!(
            "系统没有给出随机数，打不开工作台：{cause}",
            "the system gave no random number, and the desk cannot open: {cause}"
        ))
    })?;
    Ok(format!("{:032x}", u128::from_be_bytes(bytes)))
}

/// Whether a folder is a project.
fn is_project(root: &Path) -> bool {
    root.join(INPUT[0]).is_dir()
}

impl Desk {
    /// Reads the project and answers requests until something changes; without a project, asks for one.
    fn turn(&mut self, server: &Server) -> Result<ControlFlow<()>, Error> {
        self.session.today = surroundings::today(self.asked_day.as_deref())?;
        if !is_project(&self.session.root) {
            return Ok(self.ask_for_project(server));
        }
        if !self.is_watched {
            recovery::run(&self.session, &self.session.root.join(OUTPUT))?;
            // Watching starts before the first check, so that no save is missed between them.
            let watch = Watch::begin(&self.session.root, &INPUT)?;
            refresh_on_changes(server.remote(), watch, self.session.lang);
            self.is_watched = true;
        }
        Ok(self.show_project(server))
    }

    fn show_project(&mut self, server: &Server) -> ControlFlow<()> {
        let lang = self.session.lang;
        let read = || Stages::of(&self.session).check_again(&self.session, &self.memory);
        // Of yesterday, it would count the days wrongly.
        let next = self.next.take().filter(|next| next.project.today == self.session.today);
        let checked = match next.map_or_else(read, |next| Ok(*next)) {
            Ok(checked) => checked,
            Err(error) => return server.show(&View::Page(&refusal_page(&error.message(), lang))),
        };
        let public: Vec<String> = FORMATS.iter().filter(|f| f.public).map(|f| f.name.to_owned()).collect();
        let edition = Edition::only(&checked.project, &checked.theme, &public);
        let refused = |error: &Error| refusal_page(&error.message(), lang);
        let files = plan(&edition);
        let failed;
        let view = match &files {
            Ok(files) => View::Site(files, &refused),
            Err(error) => {
                failed = refused(error);
                View::Page(&failed)
            }
        };
        let stamp = server.announce();
        let pages = Pages::new(&view, &stamp, Some(&self.token));
        let round = Round::new(&checked, &edition, &pages, stamp);
        loop {
            self.is_changed = false;
            let flow = server.attend(&mut |request| self.answer(&round, request));
            if flow.is_break() || self.is_changed || self.has_changed(&checked) {
                return flow;
            }
        }
    }

    /// Whether the project is no longer what was read: the watch hears of the desk's own changes, too, and of saves that
    /// change nothing.
    fn has_changed(&self, checked: &Checked) -> bool {
        let is_same = |content: Content| content.glance.is_some() && content.glance == checked.glance;
        let is_today =
            surroundings::today(self.asked_day.as_deref()).is_ok_and(|day| day == checked.project.today);
        !is_today || !discover_again(&self.session.root, &self.memory).is_ok_and(is_same)
    }
}
