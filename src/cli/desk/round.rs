//! The project as it was read last, and the answers to looks and forms.

use std::cell::OnceCell;

use crate::cli::desk::Desk;
use crate::cli::desk::address::{self, Tab};
use crate::cli::desk::form::Form;
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::pager::asset;
use crate::cli::pdf;
use crate::cli::status::reminders::letters;
use crate::error::Error;
use crate::message;
use crate::output::{Answer, Done, Pages, Request, archive_of};
use crate::pipeline::{self, Checked};
use crate::read;
use crate::render::{Edition, plan};
use crate::text::filename::storable;

/// The project between two changes.
pub struct Round<'r> {
    /// The project with its drafts, as it is shown.
    pub checked: &'r Checked,
    /// Its edition.
    pub edition: &'r Edition<'r>,
    /// Its pages.
    pub pages: &'r Pages<'r>,
    /// The stamp of its pages.
    pub stamp: String,
    /// The project as it is built: without drafts. Read when it is asked for.
    built: OnceCell<Result<Checked, Error>>,
}

impl<'r> Round<'r> {
    /// The round of a project.
    pub fn new(checked: &'r Checked, edition: &'r Edition<'r>, pages: &'r Pages<'r>, stamp: String) -> Self {
        Self { checked, edition, pages, stamp, built: OnceCell::new() }
    }

    /// The project as it is built.
    pub fn built(&self, desk: &Desk) -> Result<&Checked, &Error> {
        let read = || {
            let content = read::discover_again(&desk.session.root, &desk.memory)?;
            pipeline::judge(content, desk.session.today, &mut |_| ())
        };
        self.built.get_or_init(read).as_ref()
    }

    /// The project as it is built, if it has no errors.
    pub fn sound(&self, desk: &Desk, tab: Tab) -> Result<&Checked, Outcome> {
        let lang = desk.session.lang;
        let checked = self.built(desk).map_err(|error| Outcome::failed(tab, error, lang))?;
        if checked.report.has_errors() {
            let words = lang.pick(
                "有错误，没有做。请先在“问题”里改正错误",
                "not done because of errors; mend them first, under Findings",
            );
            return Err(Outcome::refused(tab, words));
        }
        Ok(checked)
    }
}

/// The query by which a window asks for the page that it showed last.
const BACK: &str = "back";

impl Desk {
    /// The address of the site's home page.
    fn home(&self) -> String {
        format!("/{}/site/index.html", self.token)
    }

    /// The answer to a request.
    pub fn answer(&mut self, round: &Round<'_>, request: &Request) -> Done {
        let path = request.path.as_str();
        if let Some(fields) = &request.form {
            return self.act(round, path.strip_prefix('/').unwrap_or_default(), &Form(fields));
        }
        if let Some(path) = path.strip_prefix("/site/") {
            let answer = round.pages.answer(&format!("/{path}"));
            let is_gone = request.query == BACK && answer.is_missing();
            return if is_gone { Answer::See(self.home()).into() } else { answer.into() };
        }
        let Some(name) = path.strip_prefix('/') else {
            return Answer::See(format!("/{}/", self.token)).into();
        };
        if let Some(tab) = Tab::at(name) {
            return self.page(round, tab, &request.query).into();
        }
        if let Some(asset) = asset(name) {
            return asset.into();
        }
        let made = match name {
            "handouts.zip" => self.handouts(round),
            "reminders.zip" => self.reminders(round),
            "paper.pdf" => self.print(round, &request.query),
            _ => return Answer::missing().into(),
        };
        match made {
            Ok((name, bytes)) => Answer::Download { name, bytes }.into(),
            Err(outcome) => {
                let address = outcome.tab.address().to_owned();
                self.outcome = Some(outcome);
                Answer::See(address).into()
            }
        }
    }

    /// 填报表 of every office, in an archive.
    fn handouts(&self, round: &Round<'_>) -> Result<(String, Vec<u8>), Outcome> {
        let checked = round.sound(self, Tab::Offices)?;
        let make = || -> Result<Vec<u8>, Error> {
            let formats = ["handout".to_owned()];
            let edition = Edition::only(&checked.project, &checked.theme, &formats);
            let files = plan(&edition)?.into_iter().map(|file| {
                let path = file.path.as_str();
                Ok((path.strip_prefix("handout/").unwrap_or(path).to_owned(), file.make()?))
            });
            archive_of(&files.collect::<Result<Vec<_>, Error>>()?)
        };
        let bytes = make().map_err(|error| Outcome::failed(Tab::Offices, &error, self.session.lang))?;
        Ok((format!("填报表-{}.zip", self.session.today), bytes))
    }

    /// 催办单 and 总览, in an archive.
    fn reminders(&self, round: &Round<'_>) -> Result<(String, Vec<u8>), Outcome> {
        let checked = round.sound(self, Tab::Offices)?;
        let made = letters(&checked.project);
        if made.as_ref().is_ok_and(Vec::is_empty) {
            let words = self.session.lang.pick("没有需要催办的事项", "nothing to remind anybody of");
            return Err(Outcome::refused(Tab::Offices, words));
        }
        let made = made.and_then(|letters| archive_of(&letters));
        let bytes = made.map_err(|error| Outcome::failed(Tab::Offices, &error, self.session.lang))?;
        Ok((format!("催办单-{}.zip", self.session.today), bytes))
    }

    /// A notice as PDF.
    fn print(&self, round: &Round<'_>, query: &str) -> Result<(String, Vec<u8>), Outcome> {
        let path = address::query(query, "notice").unwrap_or_default();
        let notice = round.checked.project.notices.iter().find(|notice| notice.path == path);
        let made = match notice {
            Some(notice) => pdf::print_notice(round.edition, notice),
            None => Err(Error::Usage(message!("没有这份通知", "there is no such notice"))),
        };
        let bytes = made.map_err(|error| Outcome::failed(Tab::Offices, &error, self.session.lang))?;
        Ok((format!("{}.pdf", storable(path.rsplit('/').next().unwrap_or_default())), bytes))
    }
}
