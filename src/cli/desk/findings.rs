//! 问题: the findings by kind, each with the forms that mend it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::desk::Desk;
use crate::cli::desk::address::page_of;
use crate::cli::desk::asking::{Ask, accepting, ask};
use crate::cli::desk::key::key;
use crate::cli::desk::round::Round;
use crate::diagnostic::print::{Shower, Shown};
use crate::diagnostic::{Class, Code, Severity};
use crate::pipeline::corrections::class;
use crate::pipeline::mend::OneFinding;

/// Number of findings of one kind that are shown; the next come when these are corrected.
const SHOWN: usize = 20;

/// Findings by kind and level.
#[derive(Serialize)]
pub struct FindingsView {
    groups: Vec<Group>,
    /// Whether any correction changes the form only.
    has_form_corrections: bool,
}

/// Findings of one kind and level.
#[derive(Serialize)]
struct Group {
    code: &'static str,
    level: &'static str,
    what: &'static str,
    count: usize,
    /// Whether all of them can be corrected at once, and whether that changes words.
    can_mend: bool,
    is_words: bool,
    findings: Vec<Entry>,
    more: usize,
}

/// A finding with its buttons.
#[derive(Serialize)]
struct Entry {
    finding: Shown,
    /// The name by which forms ask for it.
    key: String,
    /// Whether it has an automatic correction.
    can_mend: bool,
    /// The one thing that mends it.
    ask: Option<Ask>,
    /// Whether its notice can accept it with a reason.
    can_accept: bool,
    /// The page of the site on which it is seen.
    page: Option<String>,
}

impl Desk {
    /// Findings by kind, the gravest first.
    pub fn findings_view(&self, round: &Round<'_>) -> FindingsView {
        let checked = round.checked;
        let (report, lang) = (&checked.report, self.session.lang);
        let shower = Shower::new(report, &checked.sources, lang);
        let mut groups: Vec<Group> = Vec::new();
        let mut places: BTreeMap<(Severity, &str), usize> = BTreeMap::new();
        let mut group_of = |groups: &mut Vec<Group>, severity: Severity, code: &'static Code| {
            *places.entry((severity, code.id)).or_insert_with(|| {
                groups.push(Group {
                    code: code.id,
                    level: severity.words().en,
                    what: code.about.what.get(lang),
                    count: 0,
                    can_mend: false,
                    is_words: class(code) == Some(Class::Words),
                    findings: Vec::new(),
                    more: 0,
                });
                groups.len() - 1
            })
        };
        for finding in report.findings() {
            let at = group_of(&mut groups, finding.severity, finding.code);
            let group = &mut groups[at];
            group.count += 1;
            let one = OneFinding::of(finding, &checked.sources);
            group.can_mend |= one.is_some();
            if group.findings.len() < SHOWN {
                let file = &checked.sources.file(finding.span.file).path;
                let page = page_of(&checked.project, file);
                group.findings.push(Entry {
                    finding: shower.show(finding),
                    key: key(finding, &checked.sources),
                    can_mend: one.is_some(),
                    ask: ask(finding, checked),
                    can_accept: accepting(finding, checked).is_some(),
                    page,
                });
            }
        }
        for more in report.surplus() {
            let at = group_of(&mut groups, more.severity, more.code);
            groups[at].count += more.count;
        }
        for group in &mut groups {
            group.more = group.count - group.findings.len();
        }
        let rank =
            |group: &Group| ["error", "warning", "note"].iter().position(|level| *level == group.level);
        groups.sort_by_key(|group| (rank(group), !group.can_mend, group.code));
        let has_form_corrections = groups.iter().any(|group| group.can_mend && !group.is_words);
        FindingsView { groups, has_form_corrections }
    }
}
