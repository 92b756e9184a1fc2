//! 撤下: the short page at the address of a withdrawn notice.
//!
//! Search engines are asked to forget it (`noindex`): it is for people who come by an old link.

use serde::Serialize;

use crate::error::Error;
use crate::model::notice::Notice;
use crate::model::withdrawal::Withdrawal;
use crate::render::html::page::Page;
use crate::render::html::subject::Subject;
use crate::render::html::view::Link;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// The content of the page.
#[derive(Debug, Serialize)]
pub struct WithdrawnView<'p> {
    /// The sentence that says so, with the day.
    pub statement: String,
    /// 原因.
    pub reason: Option<&'p str>,
    /// 见: another notice.
    pub see: Option<Link<'p>>,
}

/// The pages of all withdrawn notices.
pub fn plan<'e>(edition: &'e Edition<'_>) -> Result<Vec<Artifact<'e>>, Error> {
    let withdrawn = edition.project.withdrawn.iter();
    let withdrawn = withdrawn.filter_map(|notice| Some((notice, notice.withdrawal.as_ref()?)));
    let artifact = |(notice, withdrawal): (&'e Notice, &'e Withdrawal)| {
        let path = OutputPath::new(&routes::notice(notice))?;
        Ok(Artifact::new(path, move || page(edition, notice, withdrawal)))
    };
    withdrawn.map(artifact).collect()
}

fn page(edition: &Edition<'_>, notice: &Notice, withdrawal: &Withdrawal) -> Result<Vec<u8>, Error> {
    let (project, here) = (edition.project, routes::notice(notice));
    let see = withdrawal.see.as_ref().and_then(|see| project.notice_in(see.path.as_ref()?));
    let view = WithdrawnView {
        statement: withdrawal.statement(),
        reason: withdrawal.reason.as_ref().map(|reason| reason.value.as_str()),
        see: see.map(|see| Link {
            text: see.full_title().into(),
            href: link::relative(&here, &routes::notice(see)),
        }),
    };
    let page = Page::new(project, &here, notice.full_title(), &Subject::Withdrawn(notice, withdrawal));
    edition.theme.page("withdrawn.html", &page, &view)
}
