//! `{{任务要求}}` becomes the paragraphs for which it stands: the tasks of a notice, in the words of their tables.

use crate::model::paper::{Block, BlockKind, Heading, Inline, InlineKind};
use crate::model::table::{Cell, Group, Table, Task};
use crate::read::lower::paper::numbers::Numbers;
use crate::source::Span;

/// The tables of a notice whose tasks stand in its papers.
#[derive(Clone, Copy)]
pub struct TaskTables<'p> {
    /// Those that are attached.
    pub attached: &'p [&'p Table],
    /// 正文任务.
    pub inline: Option<&'p Table>,
}

/// One heading per task with the next number of the second level, and behind it 要求. Tasks that stand in no attached
/// table are written with their measures and offices.
pub fn blocks(tables: TaskTables<'_>, numbers: &mut Numbers) -> Vec<Block> {
    let mut writer = Writer { blocks: Vec::new(), numbers };
    for task in tables.attached.iter().flat_map(|table| table.tasks()) {
        let Some(requirement) = &task.requirement else { continue };
        writer.task_heading(task);
        writer.paragraph(requirement.value.clone(), requirement.span);
    }
    if let Some(table) = tables.inline {
        for group in &table.groups {
            writer.group(table, group);
        }
    }
    writer.blocks
}

struct Writer<'n> {
    blocks: Vec<Block>,
    numbers: &'n mut Numbers,
}

impl Writer<'_> {
    /// 正文标题 as it is written, or the task's name with a full stop. The text runs on behind it, whatever it ends with.
    fn task_heading(&mut self, task: &Task) {
        let (words, span) = match &task.heading {
            Some(heading) => (heading.value.clone(), heading.span),
            None => (format!("{}。", task.name.value), task.name.span),
        };
        let number = self.numbers.next(1);
        self.heading(Heading { level: 1, signs: 0, number, runs_on: true, inlines: text(words, span) }, span);
    }

    /// A group of the body's tasks: its name is a heading, with a counted number where it has none of its own.
    fn group(&mut self, table: &Table, group: &Group) {
        if let Some(name) = group.name.as_ref().or(group.banner.as_ref()) {
            let counted = self.numbers.next(0);
            let number = match &group.number {
                Some(number) => number.value.clone(),
                None if group.name.is_some() => counted,
                None => String::new(),
            };
            let inlines = text(name.value.clone(), name.span);
            self.heading(Heading { level: 0, signs: 0, number, runs_on: false, inlines }, name.span);
        }
        self.paragraph(duties(table, &group.cells), group.span);
        for task in &group.tasks {
            self.task(table, task);
        }
    }

    fn task(&mut self, table: &Table, task: &Task) {
        self.task_heading(task);
        let requirement = task.requirement.as_ref().map_or("", |text| text.value.as_str());
        self.paragraph(format!("{requirement}{}", duties(table, &task.cells)), task.name.span);
        for measure in &task.measures {
            let counted = self.numbers.next(2);
            let number = if measure.number.is_some() { String::new() } else { counted };
            let words = measure.printed_text();
            let span = measure.text.as_ref().map_or(task.name.span, |text| text.span);
            self.paragraph(format!("{number}{words}{}", duties(table, &measure.cells)), span);
        }
    }

    fn heading(&mut self, heading: Heading, span: Span) {
        self.blocks.push(Block { kind: BlockKind::Heading(heading), span });
    }

    fn paragraph(&mut self, words: String, span: Span) {
        if !words.is_empty() {
            self.blocks.push(Block { kind: BlockKind::Paragraph(text(words, span)), span });
        }
    }
}

fn text(words: String, span: Span) -> Vec<Inline> {
    vec![Inline { kind: InlineKind::Text(words.into()), span }]
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
