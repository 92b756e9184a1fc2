//! Keywords and description of a page.

use std::borrow::Cow;

use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::paper::Paper;
use crate::model::section::{Section, SectionId};
use crate::render::html::subject::Subject;
use crate::source::Located;

/// Maximum number of characters of a description that is the beginning of a paper: what search engines show.
const WORDS: usize = 120;

/// The beginning of a paper's text.
pub fn beginning(paper: &Paper) -> String {
    let start = paper.beginning(WORDS);
    format!("{}{}", start.words, if start.more { "……" } else { "" })
}

/// Keywords of a page: its own, or those of its section.
pub(super) fn keywords<'p>(project: &'p Project, subject: &Subject<'p>) -> Cow<'p, str> {
    match subject {
        Subject::Site => project.site.name.value.as_str().into(),
        Subject::List(list) => list.name.clone(),
        Subject::Page(page) => page.title.value.as_str().into(),
        Subject::Section(id) | Subject::InSection(id) => section_keywords(project, *id).into(),
        Subject::Notice(notice) | Subject::Withdrawn(notice, _) => notice_keywords(project, notice).into(),
        Subject::Ledger(article) | Subject::InLedger(article) => {
            notice_keywords(project, article.notice).into()
        }
    }
}

fn notice_keywords(project: &Project, notice: &Notice) -> String {
    if notice.keywords.is_empty() {
        section_keywords(project, notice.section)
    } else {
        joined(&notice.keywords)
    }
}

/// The words of a section: 关键词, or the names on the way to it.
pub(super) fn section_keywords(project: &Project, id: SectionId) -> String {
    let section = project.section(id);
    if !section.keywords.is_empty() {
        return joined(&section.keywords);
    }
    let names: Vec<&str> = project.trail(id).into_iter().map(|section| section.name.value.as_str()).collect();
    names.join(",")
}

/// The description of a page: 说明, 内容概述, or the words with which its text begins.
pub fn description<'p>(project: &'p Project, subject: &Subject<'p>) -> Cow<'p, str> {
    match subject {
        Subject::Site => {
            let top = project.sections.iter().filter(|section| section.parent.is_none());
            let names: Vec<&str> = top.map(|section| section.name.value.as_str()).collect();
            let colon = if names.is_empty() { "" } else { "：" };
            format!("{}{colon}{}", project.site.name.value, names.join("、")).into()
        }
        Subject::List(list) => list.about.clone(),
        Subject::Page(page) => beginning(&page.body).into(),
        Subject::Section(id) | Subject::InSection(id) => match &project.section(*id).description {
            Some(text) => text.value.as_str().into(),
            None => Section::joined(&project.trail(*id)).into(),
        },
        Subject::Notice(notice) => match &notice.summary {
            Some(text) => text.value.as_str().into(),
            None => beginning(&notice.body).into(),
        },
        Subject::Withdrawn(_, withdrawal) => withdrawal.statement().into(),
        Subject::Ledger(article) | Subject::InLedger(article) => article.about.clone(),
    }
}

fn joined(words: &[Located<String>]) -> String {
    words.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(",")
}
