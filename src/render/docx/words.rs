//! The inlines of a paper as runs: words, links and pictures.

use std::borrow::Cow;

use crate::model::paper::{self, Inline, InlineKind, Link, is_space};
use crate::render::docx::content::Run;
use crate::render::docx::look::RunLook;
use crate::render::docx::measure::Font;
use crate::render::docx::parts::Target;
use crate::render::docx::picture::{Picture, kind_and_size};
use crate::render::docx::writer::Writer;
use crate::render::routes;
use crate::text::link;
use crate::text::width::columns;

impl<'t> Writer<'t> {
    /// Adds the words of inlines. `is_joined`: whether the end of a line in the file is none on paper.
    pub fn runs(&mut self, runs: &mut Vec<Run<'t>>, inlines: &'t [Inline], look: RunLook, is_joined: bool) {
        for (i, inline) in inlines.iter().enumerate() {
            match &inline.kind {
                InlineKind::Text(words) | InlineKind::Html(words) | InlineKind::Code(words) => {
                    runs.push(Run::Text((&**words).into(), look));
                }
                InlineKind::SoftBreak if is_joined => {
                    if is_space(inlines, i) {
                        runs.push(Run::Text(" ".into(), look));
                    }
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => runs.push(Run::Text("\n".into(), look)),
                InlineKind::Strong(within) => {
                    self.runs(runs, within, RunLook { bold: true, ..look }, is_joined);
                }
                InlineKind::Emphasis(within) => {
                    self.runs(runs, within, look.with(Font::Subheading), is_joined);
                }
                InlineKind::Link(link) => self.link(runs, link, look, is_joined),
                InlineKind::Image(image) => self.picture(runs, image, look),
            }
        }
    }

    fn link(&mut self, runs: &mut Vec<Run<'t>>, link: &'t Link, look: RunLook, is_joined: bool) {
        let address = routes::link(self.project, &self.here, link).filter(|url| link::is_harmless(url));
        let mut words = Vec::new();
        self.runs(&mut words, &link.inlines, look, is_joined);
        match address {
            Some(address) => {
                let id = self.relate(Target::Address(self.absolute(&address)));
                runs.push(Run::Link(id, words));
            }
            None => runs.append(&mut words),
        }
    }

    /// A picture of the site, or its words where Word cannot show it.
    fn picture(&mut self, runs: &mut Vec<Run<'t>>, image: &'t Link, look: RunLook) {
        let words = image.inlines.iter().map(plain).collect::<String>();
        let file = match &image.target {
            Some(paper::Target::File(path)) => self.files.get(path.as_str()),
            _ => None,
        };
        let known = file.and_then(|bytes| Some((kind_and_size(bytes)?, Cow::Borrowed(&**bytes))));
        let Some(((ending, pixels), bytes)) = known else {
            return runs.push(Run::Text(format!("（图：{words}）").into(), look));
        };
        let number = self.pictures.len() + 1;
        let name = format!("image{number}.{ending}");
        let id = self.relate(Target::Picture(name.clone()));
        self.pictures.push((name, bytes));
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        runs.push(Run::Picture(Picture { id, number, words, pixels }));
    }
}

/// Whether a picture is among runs.
pub fn has_picture(runs: &[Run<'_>]) -> bool {
    runs.iter().any(|run| matches!(run, Run::Picture(_)))
}

/// The words of an inline.
fn plain(inline: &Inline) -> String {
    match &inline.kind {
        InlineKind::Text(words) | InlineKind::Html(words) | InlineKind::Code(words) => words.to_string(),
        within => within.inlines().iter().map(plain).collect(),
    }
}

/// The width of an inline's words in half widths.
pub fn width(inline: &Inline) -> usize {
    columns(&plain(inline))
}
