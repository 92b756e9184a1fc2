//! A paper that is no notice, such as an office's summary, in the same form: title, text and signature.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::error::Error;
use crate::model::Project;
use crate::model::imprint::Seal;
use crate::model::paper::Paper;
use crate::render::docx::measure::TITLE_CHARACTERS;
use crate::render::docx::package::Document;
use crate::render::docx::section::Section;
use crate::render::docx::writer::Writer;
use crate::render::docx::{fixed, foot};
use crate::text::title;

/// The bytes of the document, signed by an office on a day.
pub fn report(
    project: &Project,
    name: &str,
    body: &Paper,
    office: &str,
    day: Date,
) -> Result<Vec<u8>, Error> {
    let files = BTreeMap::new();
    let mut writer = Writer::new(project, String::new(), &files);
    writer.title(&title::lines(name, TITLE_CHARACTERS));
    writer.empty_lines(1);
    writer.paper(&body.blocks);
    foot::sign(&mut writer, &[office], day, Seal::Absent);
    let document = Document {
        title: name,
        author: Cow::Borrowed(office),
        written: day.into(),
        blocks: writer.blocks,
        section: Section::default(),
        related: writer.related,
        pictures: writer.pictures,
    };
    document.pack(fixed()?.as_ref()).map_err(|cause| Error::Document(format!("{name}: {cause}")))
}
