//! 工作台账, 责任人联络人名单, 总结汇总: the workbooks that a bureau keeps for itself, with everything that is known.
//!
//! Each is made where somebody asks for it or something has come in. A notice that asks for nothing, and to which
//! nobody has reported, gets none: its workbooks would say of every office that it had failed, in what nobody wanted.

mod ledger;
mod roster;
mod sheet;
mod summaries;
mod words;

use rust_xlsxwriter::{Workbook, XlsxError};

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::render::xlsx::{new_workbook, properties};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::date::chinese;

/// One kind of workbook.
struct Kind {
    /// Its file's name: letters that every system and every mail server keeps.
    file: &'static str,
    /// Whether a notice has one.
    is_kept: fn(&Notice) -> bool,
    /// Adds its sheets.
    write: fn(&Project, &Notice, &mut Workbook) -> Result<(), XlsxError>,
}

const KINDS: [Kind; 3] = [
    Kind { file: "gongzuo-taizhang", is_kept: is_followed, write: ledger::write },
    Kind { file: "mingdan", is_kept: has_names, write: roster::write },
    Kind { file: "zongjie-huizong", is_kept: has_summaries, write: summaries::write },
];

/// Whether names are asked for, or some have come in.
fn has_names(notice: &Notice) -> bool {
    notice.roster_due.is_some() || notice.roster.is_some()
}

/// Whether summaries are asked for, or some have come in.
fn has_summaries(notice: &Notice) -> bool {
    notice.summary_due.is_some() || !notice.summaries.is_empty()
}

/// Whether anything at all is.
fn is_followed(notice: &Notice) -> bool {
    notice.cadence.is_some() || !notice.notes.is_empty() || has_names(notice) || has_summaries(notice)
}

/// Up to three workbooks per notice that gives somebody something to do.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let project = edition.project;
    let mut artifacts = Vec::new();
    for notice in project.notices.iter().filter(|notice| !notice.entries().is_empty()) {
        for kind in KINDS.iter().filter(|kind| (kind.is_kept)(notice)) {
            let path = OutputPath::new(&routes::internal(notice, kind.file))?;
            artifacts.push(Artifact::new(path, move || {
                workbook(project, notice, kind)
                    .map_err(|error| Error::Workbook(format!("{} {}: {error}", notice.path, kind.file)))
            }));
        }
    }
    Ok(artifacts)
}

fn workbook(project: &Project, notice: &Notice, kind: &Kind) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = new_workbook(&properties(notice)?);
    (kind.write)(project, notice, &mut workbook)?;
    workbook.save_to_buffer()
}

/// The lines under a title: of which notice, as of when, and that it stays inside.
fn about(project: &Project, notice: &Notice, counted: &str) -> Vec<String> {
    let day = chinese(project.today);
    vec![notice.title.value.clone(), format!("统计截至{day}。{counted}内部资料，不得公开。")]
}
