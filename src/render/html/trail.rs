//! 当前位置: the way from the home page to a page.

use std::borrow::Cow;

use crate::model::Project;
use crate::model::section::SectionId;
use crate::render::html::subject::{Article, Subject};
use crate::render::html::view::Link;
use crate::render::routes;
use crate::text::link;

/// 进展台账, as links and titles name it.
pub const LEDGER: &str = "进展台账";

/// The page itself in 当前位置; empty on the home page.
pub(super) fn place<'p>(
    project: &'p Project,
    here: &str,
    title: &Cow<'p, str>,
    subject: &Subject<'p>,
) -> Cow<'p, str> {
    match subject {
        Subject::Site if here == routes::HOME => "".into(),
        Subject::List(list) => list.name.clone(),
        Subject::Section(id) => project.section(*id).name.value.as_str().into(),
        Subject::Notice(_) | Subject::Withdrawn(..) => "正文".into(),
        Subject::Ledger(article) if here == routes::ledger(article.notice) => LEDGER.into(),
        Subject::Site
        | Subject::Page(_)
        | Subject::InSection(_)
        | Subject::Ledger(_)
        | Subject::InLedger(_) => title.clone(),
    }
}

/// 当前位置 of a page, without the home page and without the page itself.
pub(super) fn trail<'p>(project: &'p Project, here: &str, subject: &Subject<'p>) -> Vec<Link<'p>> {
    let link = |text: &'p str, to: &str| Link { text: text.into(), href: link::relative(here, to) };
    let sections = |id: SectionId| {
        let sections = project.trail(id).into_iter();
        sections.map(|section| link(&section.name.value, &routes::section(section))).collect::<Vec<_>>()
    };
    let notice = |article: &Article<'p>| {
        let mut links = sections(article.notice.section);
        links.push(link(&article.notice.title.value, &routes::notice(article.notice)));
        links
    };
    match subject {
        Subject::Site | Subject::Page(_) => Vec::new(),
        Subject::List(list) => list.above.iter().map(|(name, path)| link(name, path)).collect(),
        Subject::Section(id) => {
            let mut links = sections(*id);
            links.pop();
            links
        }
        Subject::InSection(id) => sections(*id),
        Subject::Notice(notice) | Subject::Withdrawn(notice, _) => sections(notice.section),
        Subject::Ledger(article) => notice(article),
        Subject::InLedger(article) => {
            let mut links = notice(article);
            links.push(link(LEDGER, &routes::ledger(article.notice)));
            links
        }
    }
}
