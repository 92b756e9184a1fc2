//! A paper as HTML.
//!
//! Levels of headings continue those of the page. The paragraph behind a run-in heading is in the heading's line.
//! Alignment of cells is a class, because a strict Content-Security-Policy forbids inline styles.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::attachment::AttachmentId;
use crate::model::paper::{Alignment, Block, BlockKind, Heading, Inline, List, Paper, TextCell, TextTable};
use crate::render::html::words::{self, Home, Lines, push_text};

/// A paper as HTML. `first_heading` is the HTML heading of its first level, 一、; the page's own stand above it.
pub fn html(paper: &Paper, first_heading: usize, home: Home<'_>) -> String {
    html_with_tables(paper, first_heading, home, &BTreeMap::new())
}

/// A paper as HTML, with the HTML of the attached tables that stand in it.
pub fn html_with_tables(
    paper: &Paper,
    first_heading: usize,
    home: Home<'_>,
    tables: &BTreeMap<AttachmentId, String>,
) -> String {
    let out = String::new();
    let mut writer = Writer { home, first_heading, tables, out, runs_on: false, line_begins: 0 };
    writer.blocks(&paper.blocks);
    writer.end_run_in();
    writer.out
}

struct Writer<'t> {
    home: Home<'t>,
    first_heading: usize,
    /// The HTML of attached tables.
    tables: &'t BTreeMap<AttachmentId, String>,
    out: String,
    /// Whether a run-in heading waits for its paragraph.
    runs_on: bool,
    /// Length of the HTML at which the next block needs no line feed before it.
    line_begins: usize,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => self.heading(heading),
                BlockKind::Paragraph(inlines) => self.paragraph(inlines),
                BlockKind::Image(image) => self.paragraph(std::slice::from_ref(image)),
                BlockKind::ItemWords(inlines) | BlockKind::Html(inlines) => {
                    self.end_run_in();
                    words::write(&mut self.out, inlines, Lines::Kept, self.home);
                }
                BlockKind::List(list) => self.list(list),
                BlockKind::Table(table) => self.table(table),
                BlockKind::Quote(blocks) => {
                    self.open("<blockquote>\n");
                    self.blocks(blocks);
                    self.close("</blockquote>\n");
                }
                BlockKind::Code { language, lines } => self.code(language, lines),
                BlockKind::Rule => self.open("<hr />\n"),
                BlockKind::Tasks(blocks) => {
                    self.end_run_in();
                    self.blocks(blocks);
                    self.end_run_in();
                }
                BlockKind::PlacedTable(id) => {
                    self.open(self.tables.get(id).map_or("", String::as_str));
                }
            }
        }
    }

    fn heading(&mut self, heading: &Heading) {
        self.end_run_in();
        if heading.runs_on {
            self.out.push_str("<div class=\"run-in\">");
            self.runs_on = true;
        }
        let tag = (self.first_heading + heading.level).min(6);
        // Writing into a String cannot fail.
        let _ = write!(self.out, "<h{tag} class=\"level-{}\">", heading.level + 1);
        push_text(&mut self.out, &heading.number);
        words::write(&mut self.out, &heading.inlines, Lines::Kept, self.home);
        let _ = write!(self.out, "</h{tag}>");
        if !heading.runs_on {
            self.out.push('\n');
        }
    }

    fn paragraph(&mut self, inlines: &[Inline]) {
        self.out.push_str("<p>");
        words::write(&mut self.out, inlines, Lines::Joined, self.home);
        self.out.push_str("</p>");
        self.end_run_in();
        self.out.push('\n');
    }

    fn list(&mut self, list: &List) {
        match list.first {
            None => self.open("<ul>\n"),
            Some(1) => self.open("<ol>\n"),
            Some(first) => self.open(&format!("<ol start=\"{first}\">\n")),
        }
        for item in &list.items {
            self.open("<li>");
            self.blocks(&item.blocks);
            self.close("</li>\n");
        }
        self.close(if list.first.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn code(&mut self, language: &str, lines: &[Inline]) {
        self.open("<pre><code");
        if !language.is_empty() {
            self.out.push_str(" class=\"language-");
            let _ = pulldown_cmark_escape::escape_html(&mut self.out, language);
            self.out.push('"');
        }
        self.out.push('>');
        words::write(&mut self.out, lines, Lines::Kept, self.home);
        self.out.push_str("</code></pre>\n");
    }

    fn table(&mut self, table: &TextTable) {
        self.end_run_in();
        self.out.push_str("<table><thead>");
        self.row("th scope=\"col\"", &table.head, &table.alignments);
        self.out.push_str("</thead><tbody>\n");
        for row in &table.rows {
            self.row("td", row, &table.alignments);
            self.out.push('\n');
        }
        self.out.push_str("</tbody></table>\n");
    }

    fn row(&mut self, tag: &str, cells: &[TextCell], alignments: &[Alignment]) {
        self.out.push_str("<tr>");
        let alignments = alignments.iter().copied().chain(std::iter::repeat(Alignment::None));
        for (cell, alignment) in cells.iter().zip(alignments) {
            let class = match alignment {
                Alignment::None => "",
                Alignment::Left => " class=\"left\"",
                Alignment::Center => " class=\"center\"",
                Alignment::Right => " class=\"right\"",
            };
            self.out.extend(["<", tag, class, ">"]);
            words::write(&mut self.out, &cell.inlines, Lines::Kept, self.home);
            self.out.extend(["</", &tag[..2], ">"]);
        }
        self.out.push_str("</tr>");
    }

    /// Begins a block on a line of its own.
    fn open(&mut self, tag: &str) {
        self.end_run_in();
        if !self.out.ends_with('\n') && self.out.len() > self.line_begins {
            self.out.push('\n');
        }
        self.out.push_str(tag);
    }

    fn close(&mut self, tag: &str) {
        self.end_run_in();
        self.out.push_str(tag);
    }

    /// Closes a run-in heading.
    fn end_run_in(&mut self) {
        if std::mem::take(&mut self.runs_on) {
            self.out.push_str("</div>");
            self.line_begins = self.out.len();
        }
    }
}
