//! The pages of the desk: templates of its own, which no project replaces.

use serde::Serialize;
use tera::{Context, Kwargs, State, Tera, Value};

use crate::cli::desk::Desk;
use crate::cli::desk::address::Tab;
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::round::Round;
use crate::cli::desk::words;
use crate::diagnostic::Severity;
use crate::error::Error;
use crate::output::{self, Answer};
use crate::read;
use crate::text::message::{Lang, Words};

/// The stylesheet's address.
const STYLE: &str = "desk.css";
/// The script's address.
const SCRIPT: &str = "desk.js";

/// The address of the mark in a browser's tab.
const ICON: &str = "icon.svg";

/// A file that the pages load, by its address.
pub fn asset(address: &str) -> Option<Answer> {
    let text = match address {
        STYLE => include_str!("../../../templates/desk/desk.css"),
        SCRIPT => include_str!("../../../templates/desk/desk.js"),
        ICON => include_str!("../../../templates/favicon.svg"),
        _ => return None,
    };
    Some(Answer::asset(address, text))
}

/// Every template, by name.
const TEMPLATES: [(&str, &str); 8] = [
    ("base.html", include_str!("../../../templates/desk/base.html")),
    ("finding.html", include_str!("../../../templates/desk/finding.html")),
    ("findings.html", include_str!("../../../templates/desk/findings.html")),
    ("import.html", include_str!("../../../templates/desk/import.html")),
    ("reports.html", include_str!("../../../templates/desk/reports.html")),
    ("offices.html", include_str!("../../../templates/desk/offices.html")),
    ("build.html", include_str!("../../../templates/desk/build.html")),
    ("projects.html", include_str!("../../../templates/desk/projects.html")),
];

/// The templates, prepared for one language.
pub struct Pager {
    tera: Tera,
}

impl Pager {
    /// Parses the templates.
    pub fn new(lang: Lang) -> Result<Self, Error> {
        let mut tera = Tera::new();
        // Both languages stand side by side in a template, so that neither can be forgotten.
        tera.register_filter("en", move |zh: &str, kwargs: Kwargs, _: &State<'_>| -> String {
            let en: Option<String> = kwargs.get("text").ok().flatten();
            lang.pick(zh, en.as_deref().unwrap_or(zh)).to_owned()
        });
        tera.global_context().insert("lang", lang.pick("zh-CN", "en"));
        tera.add_raw_templates(TEMPLATES).map_err(|error| Error::Template(error.to_string()))?;
        Ok(Self { tera })
    }

    /// A page.
    pub fn render(
        &self,
        template: &str,
        frame: &impl Serialize,
        view: &impl Serialize,
    ) -> Result<Vec<u8>, Error> {
        let mut context = Context::new();
        context.insert_value("frame", value(frame)?);
        context.insert_value("view", value(view)?);
        let page = self.tera.render(template, &context);
        page.map(String::into_bytes).map_err(|error| Error::Template(error.to_string()))
    }
}

fn value(view: &impl Serialize) -> Result<Value, Error> {
    Value::try_from_serializable(view).map_err(|error| Error::Template(error.to_string()))
}

/// The parts of every page around its own.
#[derive(Serialize)]
struct Frame<'r> {
    /// 网站名称.
    site: &'r str,
    /// The project's folder.
    folder: String,
    stamp: &'r str,
    tabs: Vec<Link>,
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Whether a build would not stop.
    is_publishable: bool,
    /// The change that can be taken back.
    undo: Option<String>,
    outcome: Option<&'r Outcome>,
    /// The address of the site's page.
    shown: &'r str,
}

/// A link to a page of the desk.
#[derive(Serialize)]
struct Link {
    address: &'static str,
    name: &'static str,
    is_current: bool,
}

/// The names of the pages.
fn name(tab: Tab) -> Words {
    match tab {
        Tab::Findings => Words::new("问题", "Findings"),
        Tab::Import => Words::new("导入", "Import"),
        Tab::Reports => Words::new("进展", "Reports"),
        Tab::Offices => Words::new("股室", "Offices"),
        Tab::Build => Words::new("生成、上传", "Build"),
    }
}

impl Desk {
    /// A page of the desk.
    pub fn page(&self, round: &Round<'_>, tab: Tab, query: &str) -> Answer {
        let view = match tab {
            Tab::Findings => self.render(round, tab, &self.findings_view(round)),
            Tab::Import => self.render(round, tab, &self.import_view(round)),
            Tab::Reports => self.render(round, tab, &self.reports_view(round)),
            Tab::Offices => self.render(round, tab, &self.offices_view(round)),
            Tab::Build => self.render(round, tab, &self.build_view(round, query)),
        };
        // Templates are ours, and tests render each of them.
        view.map_or_else(|error| Answer::page(error.message().get(self.session.lang)), Answer::page)
    }

    fn render(&self, round: &Round<'_>, tab: Tab, view: &impl Serialize) -> Result<Vec<u8>, Error> {
        let (checked, lang) = (round.checked, self.session.lang);
        let mut report = checked.report.clone();
        read::hold_drafts(&checked.project, &checked.sources, &mut report);
        let outcome = self.outcome.as_ref().filter(|outcome| outcome.tab == tab);
        // Another process that is writing has the history: what can be taken back is known when it is done.
        let undoable = output::undoable(&self.session.root).unwrap_or_default();
        let frame = Frame {
            site: &checked.project.site.name.value,
            folder: self.session.root.display().to_string(),
            stamp: &round.stamp,
            tabs: Tab::ALL
                .iter()
                .map(|(other, _)| Link {
                    address: other.address(),
                    name: name(*other).get(lang),
                    is_current: *other == tab,
                })
                .collect(),
            errors: report.count(Severity::Error),
            warnings: report.count(Severity::Warning),
            notes: report.count(Severity::Note),
            is_publishable: !report.has_errors(),
            undo: undoable.last().map(|entry| words::change(entry, lang)),
            outcome,
            shown: outcome.and_then(|outcome| outcome.show.as_deref()).unwrap_or("site/index.html"),
        };
        self.pager.render(tab.template(), &frame, view)
    }
}
