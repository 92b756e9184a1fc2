//! The paper's Markdown as HTML: headings number themselves, 。 at a heading's end lets the text run on.
//!
//! `##` 一、 `###` （一） `####` 1. `#####` （1), as GB/T 9704-2012 7.3.3. Raw HTML is shown as text, links with
//! schemes other than http, https, mailto and tel lose their link.

use std::collections::BTreeMap;
use std::fmt::Write;

use pulldown_cmark::{Event, HeadingLevel, Tag, TagEnd, html::push_html};

use crate::model::notice::{Attachment, Notice, REQUIREMENTS, Target};
use crate::model::site::Site;
use crate::model::table::{Cell, Group, Table, Task};
use crate::render::html::links::harmless;
use crate::source::Located;
use crate::text::markdown::events;
use crate::text::numeral;

/// What has to be known of a paper to write it on its page.
#[derive(Clone, Copy)]
pub struct Paper<'t> {
    /// The path of the page: links are relative to it.
    pub here: &'t str,
    /// Where its links and images lead, by their addresses as written.
    pub links: &'t BTreeMap<String, Located<Target>>,
    /// The HTML heading of its first level, 一、; the page's own headings are above it.
    pub first_heading: usize,
    /// The notice whose tasks stand for `{{任务要求}}`, where it may be written.
    pub tasks: Option<&'t Notice>,
    /// 本站.
    pub site: &'t Site,
}

/// A Markdown text as HTML; `{{任务要求}}` becomes a paragraph per task of the notice's tables.
/// Links that leave the sites of governments are marked, where the site asks before they are followed.
pub fn html<'t>(text: &'t str, paper: Paper<'t>) -> String {
    let mut writer =
        Writer { paper, out: String::new(), pending: Vec::new(), counters: [0; 4], run_in: false };
    let mut events = events(text).map(|(event, _)| event).peekable();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let words: Vec<Event<'_>> = events
                    .by_ref()
                    .take_while(|event| !matches!(event, Event::End(TagEnd::Heading(_))))
                    .collect();
                writer.heading(depth(level), words);
            }
            Event::Start(Tag::Paragraph) => {
                let words: Vec<Event<'_>> = events
                    .by_ref()
                    .take_while(|event| !matches!(event, Event::End(TagEnd::Paragraph)))
                    .collect();
                match paper.tasks {
                    Some(notice) if plain(&words).trim() == REQUIREMENTS => writer.tasks(notice),
                    _ => writer.paragraph(words),
                }
            }
            event => writer.pending.push(event),
        }
    }
    writer.flush();
    with_classes(writer.out)
}

/// Alignment of cells by class: a strict Content-Security-Policy takes no style at a tag.
fn with_classes(mut html: String) -> String {
    if !html.contains(" style=\"") {
        return html;
    }
    for tag in ["th", "td"] {
        for side in ["left", "center", "right"] {
            let (styled, classed) =
                (format!("<{tag} style=\"text-align: {side}\">"), format!("<{tag} class=\"{side}\">"));
            html = html.replace(&styled, &classed);
        }
    }
    html
}

struct Writer<'t> {
    paper: Paper<'t>,
    out: String,
    /// Lists, tables and so on, written together because a table's cells need its head.
    pending: Vec<Event<'t>>,
    /// The number of the last heading at each level.
    counters: [usize; 4],
    /// A heading waits for the paragraph that runs on behind it.
    run_in: bool,
}

impl<'t> Writer<'t> {
    fn heading(&mut self, depth: usize, words: Vec<Event<'t>>) {
        self.flush();
        self.counters[depth] += 1;
        self.counters[depth + 1..].fill(0);
        let mark = numeral::heading(depth, self.counters[depth]);
        let runs_on = plain(&words).trim_end().ends_with('。');
        let mut inner = String::new();
        push_html(&mut inner, harmless(words, self.paper));
        self.numbered(depth, &mark, &inner, runs_on);
    }

    /// Writes a heading whose words are HTML already.
    fn numbered(&mut self, depth: usize, mark: &str, inner: &str, runs_on: bool) {
        let tag = (self.paper.first_heading + depth).min(6);
        if runs_on {
            self.out.push_str("<div class=\"run-in\">");
            self.run_in = true;
        }
        let level = depth + 1;
        // Writing into a String cannot fail.
        let _ = write!(self.out, "<h{tag} class=\"level-{level}\">{mark}{inner}</h{tag}>");
        if !runs_on {
            self.out.push('\n');
        }
    }

    fn paragraph(&mut self, words: Vec<Event<'_>>) {
        if !self.pending.is_empty() {
            self.flush();
        }
        self.out.push_str("<p>");
        push_html(&mut self.out, harmless(without_breaks(words), self.paper));
        self.out.push_str("</p>");
        self.end_run_in();
        self.out.push('\n');
    }

    /// One paragraph per task: its heading with the next number of the second level, and what is asked for. Tasks
    /// that stand in no attached table are written with their measures and offices.
    fn tasks(&mut self, notice: &'t Notice) {
        self.flush();
        for task in notice.attachments.iter().filter_map(Attachment::table).flat_map(Table::tasks) {
            let Some(requirement) = &task.requirement else { continue };
            self.task_heading(task);
            self.paragraph(vec![Event::Text(requirement.value.as_str().into())]);
        }
        if let Some(table) = &notice.inline {
            for group in &table.groups {
                self.group(table, group);
            }
        }
    }

    fn task_heading(&mut self, task: &Task) {
        self.counters[1] += 1;
        self.counters[2..].fill(0);
        let mark = numeral::heading(1, self.counters[1]);
        self.numbered(1, &mark, &escaped(&task_heading(task)), true);
    }

    /// A group of the body's tasks: its name is a heading, of its own number where it has none.
    fn group(&mut self, table: &Table, group: &Group) {
        let name = group.name.as_ref().map(|name| name.value.as_str());
        let number = group.number.as_ref().map(|number| number.value.as_str());
        if let Some(name) = name.or(group.section.as_ref().map(|text| text.value.as_str())) {
            self.counters[0] += 1;
            self.counters[1..].fill(0);
            let mark = match number {
                Some(number) => number.to_owned(),
                None if group.name.is_some() => numeral::heading(0, self.counters[0]),
                None => String::new(),
            };
            self.numbered(0, &escaped(&mark), &escaped(name), false);
        }
        self.text_paragraph(&duties(table, &group.cells));
        for task in &group.tasks {
            self.task_heading(task);
            let requirement = task.requirement.as_ref().map_or("", |text| text.value.as_str());
            self.text_paragraph(&format!("{requirement}{}", duties(table, &task.cells)));
            for measure in &task.measures {
                self.counters[2] += 1;
                let mark = match &measure.number {
                    Some(_) => String::new(),
                    None => numeral::heading(2, self.counters[2]),
                };
                let (words, duties) = (measure.printed_text(), duties(table, &measure.cells));
                self.text_paragraph(&format!("{mark}{words}{duties}"));
            }
        }
        self.end_run_in();
    }

    fn text_paragraph(&mut self, text: &str) {
        if !text.is_empty() {
            self.paragraph(vec![Event::Text(text.into())]);
        }
    }

    /// Writes what is pending, and closes a heading that nothing ran on behind.
    fn flush(&mut self) {
        self.end_run_in();
        push_html(&mut self.out, harmless(std::mem::take(&mut self.pending), self.paper));
    }

    fn end_run_in(&mut self) {
        if std::mem::take(&mut self.run_in) {
            self.out.push_str("</div>");
        }
    }
}

/// （责任单位：…；完成时限：…）, as papers without a table have it; nothing when nothing was written.
fn duties(table: &Table, cells: &[Cell]) -> String {
    let written = cells.iter().filter_map(|cell| {
        let lines: Vec<&str> =
            cell.value.lines().into_iter().filter(|line| !line.trim().is_empty()).collect();
        let heading = table.columns[cell.column].heading();
        (!lines.is_empty()).then(|| (cell.column, format!("{heading}：{}", lines.join("、"))))
    });
    let mut written: Vec<(usize, String)> = written.collect();
    written.sort_by_key(|(column, _)| *column);
    let written: Vec<String> = written.into_iter().map(|(_, text)| text).collect();
    if written.is_empty() { String::new() } else { format!("（{}）", written.join("；")) }
}

/// 正文标题 as it is written, or the task's name with a full stop.
fn task_heading(task: &Task) -> String {
    task.heading.as_ref().map_or_else(|| format!("{}。", task.name.value), |heading| heading.value.clone())
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    push_html(&mut out, std::iter::once(Event::Text(text.into())));
    out
}

/// The level of the paper: `#` and `##` are both the first.
fn depth(level: HeadingLevel) -> usize {
    (level as usize).saturating_sub(2).min(3)
}

fn plain(words: &[Event<'_>]) -> String {
    let text = |event: &Event<'_>| match event {
        Event::Text(text) | Event::Code(text) => text.to_string(),
        Event::SoftBreak | Event::HardBreak => "\n".to_owned(),
        _ => String::new(),
    };
    words.iter().map(text).collect()
}

/// A line that ends in the file is no space beside a Chinese character.
fn without_breaks(words: Vec<Event<'_>>) -> Vec<Event<'_>> {
    let is_latin = |event: Option<&Event<'_>>, last: bool| match event {
        Some(Event::Text(text)) => {
            let c = if last { text.chars().next_back() } else { text.chars().next() };
            c.is_some_and(|c| c.is_ascii())
        }
        _ => true,
    };
    let keeps = |i: usize| {
        words[i] != Event::SoftBreak
            || is_latin(i.checked_sub(1).map(|i| &words[i]), true) && is_latin(words.get(i + 1), false)
    };
    let kept: Vec<bool> = (0..words.len()).map(keeps).collect();
    words.into_iter().zip(kept).filter_map(|(event, keep)| keep.then_some(event)).collect()
}
