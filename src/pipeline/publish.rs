//! Progress notes and summaries that are made public, or taken back, in one step.
//!
//! Nothing is written here: the new texts are made and checked in memory, because much of what the rules find is found in
//! public texts only.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::Date;

use crate::error::Error;
use crate::message;
use crate::model::Following;
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::pipeline::{Checked, check_with};
use crate::read::{set_fields, text_bytes};
use crate::text::date::Moment;
use crate::text::encoding::{decode, encode_like};
use crate::text::period::Period;

/// Change of the chosen papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// They become public now.
    Publish(Moment),
    /// They have been public since a time that was not written down, or become public as of it.
    PublishSince(Moment),
    /// They are taken back.
    Withdraw,
}

/// A choice of papers; what is not said chooses all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The notice's folder below `content/`.
    pub notice: Option<String>,
    /// The reporting office.
    pub office: Option<OfficeId>,
    /// The days of the reports.
    pub period: Option<Period>,
}

/// A paper with its notice.
#[derive(Clone, Copy, Debug)]
pub struct Chosen<'p> {
    /// The notice.
    pub notice: &'p Notice,
    /// The paper.
    pub paper: Following<'p>,
}

/// The papers of a choice.
#[derive(Clone, Debug, Default)]
pub struct Papers<'p> {
    /// Those that change, by notice and name.
    pub changing: Vec<Chosen<'p>>,
    /// Those that cannot become public: not signed, of a day to come, or of a notice whose 进展公开 leaves them out.
    pub waiting: Vec<Chosen<'p>>,
}

/// A file with its new bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Path below the project's root, with `/`.
    pub path: String,
    /// The bytes before.
    pub before: Vec<u8>,
    /// The bytes after, in the same encoding.
    pub after: Vec<u8>,
}

/// The papers of a choice that an act changes. What is public stays as it is, and so does what is not.
#[must_use]
pub fn choose<'p>(checked: &'p Checked, choice: &Choice, act: Act) -> Papers<'p> {
    let project = &checked.project;
    let mut papers = Papers::default();
    let is_meant = |notice: &&Notice| choice.notice.as_ref().is_none_or(|path| *path == notice.path);
    for notice in project.notices.iter().filter(is_meant) {
        let notes = notice.notes.iter().map(Following::Note);
        let all = notes.chain(notice.summaries.iter().map(Following::Summary));
        for paper in all.filter(|paper| {
            let is_office = |office| project.register.offices_of(paper.office()).contains(&office);
            choice.office.is_none_or(is_office)
                && choice.period.is_none_or(|period| paper.day().is_some_and(|day| period.contains(day)))
                && is_changed(*paper, act)
        }) {
            let chosen = Chosen { notice, paper };
            let can_be_public = notice.shown_progress.ledger && can_be_public(paper, project.today);
            let is_waiting = act != Act::Withdraw && !can_be_public;
            if is_waiting { papers.waiting.push(chosen) } else { papers.changing.push(chosen) }
        }
    }
    papers
}

/// Whether an act changes a paper.
fn is_changed(paper: Following<'_>, act: Act) -> bool {
    match act {
        Act::Publish(_) => !paper.is_public(),
        Act::PublishSince(_) => !paper.is_public() || paper.published().is_none(),
        Act::Withdraw => paper.is_public(),
    }
}

/// Whether a paper can be public on a day: signed, and not of a day to come.
fn can_be_public(paper: Following<'_>, today: Date) -> bool {
    match paper {
        Following::Note(note) => note.dated.value <= today,
        Following::Summary(summary) => summary.was_signed_by(today),
    }
}

/// The new texts of the papers.
pub fn edits(root: &Path, checked: &Checked, papers: &[Chosen<'_>], act: Act) -> Result<Vec<Edit>, Error> {
    let time = match act {
        Act::Publish(time) | Act::PublishSince(time) => Some(time.to_string()),
        Act::Withdraw => None,
    };
    let public = if time.is_some() { "true" } else { "false" };
    let fields = [("公开", Some(public)), ("发布日期", time.as_deref())];
    let edit = |chosen: &Chosen<'_>| {
        let source = checked.sources.file(chosen.paper.file());
        let before = text_bytes(root, &source.path)?;
        let there = decode(before.clone()).text;
        if there != source.text {
            return Err(Error::Edited(root.join(&source.path)));
        }
        let after = set_fields(&there, &fields).and_then(|text| encode_like(&before, &text));
        let after = after.ok_or_else(|| not_editable(&source.path))?;
        Ok(Edit { path: source.path.clone(), before, after })
    };
    papers.iter().map(edit).collect()
}

fn not_editable(path: &str) -> Error {
    Error::Usage(message!(
        "“{path}”开头的信息改不了；请先另存为 UTF-8，一行写一项",
        "the fields of {path} cannot be changed; save it as UTF-8 first, with one field on each line"
    ))
}

/// The project as it would be with the new texts, with the errors anywhere and all findings in the changed files.
pub fn trial(root: &Path, today: Date, edits: &[Edit]) -> Result<Checked, Error> {
    let changed = edits.iter().map(|edit| (edit.path.as_str(), edit.after.as_slice()));
    let mut trial = check_with(root, today, changed)?;
    let paths: BTreeSet<&str> = edits.iter().map(|edit| edit.path.as_str()).collect();
    let sources = &trial.sources;
    trial.report.keep_errors_and(|file| paths.contains(sources.file(file).path.as_str()));
    Ok(trial)
}
