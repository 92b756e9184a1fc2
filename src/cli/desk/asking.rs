//! Small forms beside findings: a missing field, an office for the register, a status, a reason of 放行.
//!
//! Each is tried in memory first: it is written only if its finding goes and the new words are no error themselves.

use serde::Serialize;

use crate::check::RULES;
use crate::cli::desk::Desk;
use crate::cli::desk::address::Tab;
use crate::cli::desk::form::Form;
use crate::cli::desk::key::key;
use crate::cli::desk::outcome::Outcome;
use crate::cli::desk::round::Round;
use crate::cli::surroundings;
use crate::diagnostic::{Diagnostic, Severity};
use crate::error::Error;
use crate::message;
use crate::model::notice::Notice;
use crate::output::{Change, Occasion, change};
use crate::pipeline::{self, Checked};
use crate::read::{add_acceptance, add_office, discover_again, fill_field, text_bytes};
use crate::text::encoding::{decode, encode_like};

/// The register of offices.
pub const REGISTER: &str = "content/offices.yaml";

/// A form that mends a finding.
#[derive(Debug, Serialize)]
pub struct Ask {
    #[serde(skip)]
    subject: Subject,
    /// The name of its field.
    label: String,
    /// The words that stand there first.
    value: String,
    /// The words to choose from; any if there are none.
    choices: Vec<String>,
}

/// Subject of a form.
#[derive(Debug)]
enum Subject {
    /// A field of the head of the finding's file.
    Field(String),
    /// An office of the register.
    Office,
}

/// The form that mends a finding, if a person has to say only one thing.
pub fn ask(finding: &Diagnostic, checked: &Checked) -> Option<Ask> {
    let is_head = checked.sources.file(finding.span.file).path.strip_suffix(".md").is_some();
    match finding.code.name {
        "missing-key" if is_head && finding.span.start == 0 => {
            let advice = &finding.help.as_ref()?.zh;
            let field = advice.strip_prefix("加一行“")?.strip_suffix(": …”")?.to_owned();
            Some(Ask {
                label: field.clone(),
                subject: Subject::Field(field),
                value: String::new(),
                choices: Vec::new(),
            })
        }
        "unknown-status" if is_head => {
            let words = checked.project.site.statuses.iter().map(|(_, status)| status.word.value.clone());
            let field = "状态".to_owned();
            Some(Ask {
                label: field.clone(),
                subject: Subject::Field(field),
                value: String::new(),
                choices: words.collect(),
            })
        }
        "unknown-office" | "unknown-reporter" if finding.fix.is_none() => {
            let value = checked.sources.text(finding.span).trim().to_owned();
            Some(Ask { label: "股室".to_owned(), subject: Subject::Office, value, choices: Vec::new() })
        }
        _ => None,
    }
}

/// The notice that can accept a finding with a reason.
pub fn accepting<'c>(finding: &Diagnostic, checked: &'c Checked) -> Option<&'c Notice> {
    let is_rule = RULES.iter().any(|rule| rule.code.id == finding.code.id);
    let mut notices = checked.project.notices.iter();
    notices.find(|notice| notice.owns(finding.span.file)).filter(|_| is_rule && finding.accepted.is_none())
}

impl Desk {
    /// Writes the one thing that was asked for.
    pub fn fill(&self, round: &Round<'_>, form: &Form<'_>) -> Result<Outcome, Error> {
        let checked = round.checked;
        let finding = wanted(checked, form)?;
        let ask = ask(finding, checked).ok_or_else(gone)?;
        let value = form.required("value", &ask.label, &ask.label)?;
        if !ask.choices.is_empty() && !ask.choices.iter().any(|choice| choice == value) {
            return Err(Error::Usage(message!("没有“{value}”这个词", "there is no word {value:?}")));
        }
        let own = checked.sources.file(finding.span.file).path.as_str();
        match &ask.subject {
            Subject::Field(field) => {
                self.set(round, finding, own, "desk fill", |text| fill_field(text, field, value))
            }
            Subject::Office => {
                self.set(round, finding, REGISTER, "desk register", |text| add_office(text, value, &[]))
            }
        }
    }

    /// Accepts the findings of a kind in a notice, with a reason.
    pub fn accept(&self, round: &Round<'_>, form: &Form<'_>) -> Result<Outcome, Error> {
        let finding = wanted(round.checked, form)?;
        let notice = accepting(finding, round.checked).ok_or_else(gone)?;
        let reason = form.required("value", "放行的理由", "the reason")?;
        let path = format!("content/{}/notice.md", notice.path);
        let id = finding.code.id;
        self.set(round, finding, &path, "desk accept", |text| add_acceptance(text, id, reason))
    }

    /// Changes a text, if that mends the finding and adds no error at the changed place.
    fn set(
        &self,
        round: &Round<'_>,
        finding: &Diagnostic,
        path: &str,
        command: &str,
        edit: impl Fn(&str) -> Option<String>,
    ) -> Result<Outcome, Error> {
        let (root, lang) = (&self.session.root, self.session.lang);
        let before = text_bytes(root, path)?;
        let text = decode(before.clone()).text;
        let known = round.checked.sources.id(path).map(|id| &round.checked.sources.file(id).text);
        if known != Some(&text) {
            return Err(Error::Edited(root.join(path)));
        }
        let by_hand = || {
            Error::Usage(message!(
                "“{path}”的写法比较特别，请点“打开文件”自己改",
                "{path} is written in a way of its own; open the file and change it there"
            ))
        };
        let new = edit(&text).ok_or_else(by_hand)?;
        let after = encode_like(&before, &new).ok_or_else(by_hand)?;
        let trial = self.trial(path, &after)?;
        let changed = difference(&text, &new);
        let error = trial.report.findings().iter().find(|found| {
            let place = found.span.range();
            let is_there = trial.sources.file(found.span.file).path == path;
            let touches = place.start <= changed.end && place.end >= changed.start;
            found.severity == Severity::Error && is_there && touches
        });
        if let Some(error) = error {
            return Ok(Outcome::refused(Tab::Findings, error.full_text(lang)));
        }
        if count(&trial, finding, round.checked) >= count(round.checked, finding, round.checked) {
            return Err(by_hand());
        }
        let edits = [Change { path: path.to_owned(), before: Some(before), after: Some(after) }];
        change(root, &edits, &Occasion { command, time: surroundings::moment()? })?;
        let done = message!("已写入 {path}", "written into {path}");
        Ok(Outcome { next: Some(Box::new(trial)), ..Outcome::done(Tab::Findings, done.get(lang)) })
    }

    /// The project as it would be with other bytes in one file.
    pub fn trial(&self, path: &str, bytes: &[u8]) -> Result<Checked, Error> {
        self.memory.draft(&self.session.root, path, Some(bytes.to_vec()));
        let content = discover_again(&self.session.root, &self.memory);
        self.memory.forget_drafts();
        let mut content = content?;
        content.shows_drafts = true;
        pipeline::judge(content, self.session.today, &mut |_| ())
    }
}

/// The finding that a form names.
fn wanted<'c>(checked: &'c Checked, form: &Form<'_>) -> Result<&'c Diagnostic, Error> {
    let wanted = form.text("key").unwrap_or_default();
    checked.report.findings().iter().find(|finding| key(finding, &checked.sources) == wanted).ok_or_else(gone)
}

/// The answer to a form about something that is no longer there.
pub fn gone() -> Error {
    Error::Usage(message!("这一处已经变了，请重新看一遍", "this place has changed; look at it again"))
}

/// Number of findings that are not accepted and say the same in the same file as `finding` of `own`.
fn count(checked: &Checked, finding: &Diagnostic, own: &Checked) -> usize {
    let path = &own.sources.file(finding.span.file).path;
    let is_same = |other: &&Diagnostic| {
        other.code.id == finding.code.id
            && other.accepted.is_none()
            && other.message == finding.message
            && checked.sources.file(other.span.file).path == *path
    };
    checked.report.findings().iter().filter(is_same).count()
}

/// The bytes of the new text that differ from the old one.
fn difference(old: &str, new: &str) -> std::ops::Range<usize> {
    let same = |(a, b): &(u8, u8)| a == b;
    let start = old.bytes().zip(new.bytes()).take_while(same).count();
    let rest = old.len().min(new.len()) - start;
    let end = old.bytes().rev().zip(new.bytes().rev()).take(rest).take_while(same).count();
    start..new.len() - end
}
