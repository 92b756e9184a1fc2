//! `{{任务要求}}` becomes the paragraphs for which it stands: the tasks of a notice, in the words of their tables.
//!
//! Their levels follow the place where they stand: below 一、 groups and tasks begin with （一）, below （一） with 1.
//! A number that is given is printed as it is. `{{任务要求 组名}}` stands for the tasks of one group.

use crate::model::attachment::AttachmentId;
use crate::model::paper::{Block, BlockKind, Heading, Inline, InlineKind};
use crate::model::table::{Group, Table, Task, is_sentence};
use crate::read::lower::paper::duties::Pattern;
use crate::read::lower::paper::numbers::Numbers;
use crate::source::{Located, Span};

/// A table of a notice whose tasks stand in its papers.
#[derive(Clone, Copy)]
pub struct TaskTable<'p> {
    /// The table.
    pub table: &'p Table,
    /// Its file, as the notice names it.
    pub file: &'p str,
    /// The attachment that it is; `None` for 正文任务, whose tasks stand in no attached table, so that they are written
    /// with measures and offices.
    pub attachment: Option<AttachmentId>,
    /// Whether it has the label 附件, so that it cannot stand within a paper.
    pub labelled: bool,
}

impl<'p> TaskTable<'p> {
    /// 正文任务, with the path of its file.
    pub fn of_page((table, path): (&'p Table, &'p Located<String>)) -> Self {
        Self { table, file: &path.value, attachment: None, labelled: false }
    }
}

/// The tasks of tables, each as a heading with 要求 behind it. `named` is the file or the group that the placeholder
/// names, blank for all tables; `base` is the level of the first task.
pub fn blocks(tables: &[TaskTable<'_>], named: &str, base: usize, numbers: &mut Numbers) -> Vec<Block> {
    let mut writer = Writer { blocks: Vec::new(), numbers };
    for TaskTable { table, file, attachment, .. } in tables {
        let groups = groups(table, file, named);
        if attachment.is_none() {
            writer.whole(table, &groups, base);
            continue;
        }
        for task in groups.into_iter().flat_map(|group| &group.tasks) {
            let Some(requirement) = &task.requirement else { continue };
            let number = writer.numbers.next(base);
            writer.task(table, task, base, number, &requirement.value, requirement.span);
        }
    }
    writer.blocks
}

/// The words behind 任务要求 that a placeholder may have: the file of each table, and the name of each group.
pub fn names(tables: &[TaskTable<'_>]) -> Vec<String> {
    let files = tables.iter().map(|table| table.file.to_owned());
    let groups = tables.iter().flat_map(|table| table.table.groups.iter().filter_map(name));
    let groups = groups.map(str::to_owned);
    files.chain(groups).collect()
}

/// Whether a placeholder with these words behind 任务要求 stands for something.
pub fn is_known(tables: &[TaskTable<'_>], named: &str) -> bool {
    named.is_empty()
        || tables
            .iter()
            .any(|TaskTable { table, file, .. }| same(file, named) || !groups(table, file, named).is_empty())
}

/// The groups of a table that a placeholder names: all of them by its file or by nothing, one by its name, behind the
/// file or alone.
fn groups<'t>(table: &'t Table, file: &str, named: &str) -> Vec<&'t Group> {
    if named.is_empty() || same(named, file) {
        return table.groups.iter().collect();
    }
    let group =
        named.strip_prefix(file).filter(|rest| rest.starts_with(char::is_whitespace)).unwrap_or(named);
    table.groups.iter().filter(|known| name(known).is_some_and(|name| same(name, group))).collect()
}

/// 名称 or 通栏 of a group.
fn name(group: &Group) -> Option<&str> {
    group.name.as_ref().or(group.banner.as_ref()).map(|name| name.value.as_str())
}

/// Whether two names are equal but for the length of the spaces in them.
pub(super) fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

struct Writer<'n> {
    blocks: Vec<Block>,
    numbers: &'n mut Numbers,
}

impl Writer<'_> {
    /// A table of the body's own: groups, tasks and measures, with their offices.
    fn whole(&mut self, table: &Table, groups: &[&Group], base: usize) {
        let pattern = Pattern::new(table);
        for group in groups {
            let is_named = group.name.is_some() || group.banner.is_some();
            self.group(group, base, &pattern);
            let base = base + usize::from(is_named);
            for task in &group.tasks {
                let number = self.number(base, task.number.as_ref());
                let requirement = task.requirement.as_ref().map_or("", |text| text.value.as_str());
                let words = format!("{requirement}{}", pattern.duties(&task.cells));
                self.task(table, task, base, number, &words, task.name.span);
                for measure in &task.measures {
                    let number = match measure.number {
                        Some(_) => String::new(),
                        None => self.numbers.next(base + 1),
                    };
                    let words = measure.printed_text();
                    let span = measure.text.as_ref().map_or(task.name.span, |text| text.span);
                    self.paragraph(&format!("{number}{words}{}", pattern.duties(&measure.cells)), span);
                }
            }
        }
    }

    /// The name of a group is a heading; 通栏 has no number unless it is given.
    fn group(&mut self, group: &Group, level: usize, pattern: &Pattern<'_>) {
        if let Some(name) = group.name.as_ref().or(group.banner.as_ref()) {
            let number = match (&group.number, &group.name) {
                (None, None) => String::new(),
                (number, _) => self.number(level, number.as_ref()),
            };
            self.heading(level, number, false, &name.value, name.span);
        }
        self.paragraph(&pattern.duties(&group.cells), group.span);
    }

    /// The number as given, which the next ones continue, or the next one of a level.
    fn number(&mut self, level: usize, given: Option<&Located<String>>) -> String {
        match given {
            Some(number) => {
                self.numbers.continue_from(level, &number.value);
                number.value.clone()
            }
            None => self.numbers.next(level),
        }
    }

    /// 正文标题 as it is written, or the task's name with a full stop, and the words behind it: in its line where a
    /// heading of the table ends like a sentence, else in a paragraph of their own. Further lines are further paragraphs.
    fn task(&mut self, table: &Table, task: &Task, level: usize, number: String, words: &str, span: Span) {
        let (heading, place) = match &task.heading {
            Some(heading) => (heading.value.clone(), heading.span),
            None if is_sentence(&task.name.value) || words.is_empty() => {
                (task.name.value.clone(), task.name.span)
            }
            None => (format!("{}。", task.name.value), task.name.span),
        };
        // （某局负责） belongs to the name where nothing stands between them.
        let is_one_line = is_sentence(&heading) || task.requirement.is_none() || table.headings_run_on();
        self.heading(level, number, is_one_line && !words.is_empty(), &heading, place);
        self.paragraph(words, span);
    }

    fn heading(&mut self, level: usize, number: String, runs_on: bool, words: &str, span: Span) {
        let inlines = text(words.to_owned(), span);
        let heading = Heading { level: level.min(3), signs: 0, number, runs_on, inlines };
        self.blocks.push(Block { kind: BlockKind::Heading(heading), span });
    }

    /// A paragraph for each line of words.
    fn paragraph(&mut self, words: &str, span: Span) {
        for line in words.lines().filter(|line| !line.trim().is_empty()) {
            let inlines = text(line.to_owned(), span);
            self.blocks.push(Block { kind: BlockKind::Paragraph(inlines), span });
        }
    }
}

fn text(words: String, span: Span) -> Vec<Inline> {
    vec![Inline { kind: InlineKind::Text(words.into()), span }]
}
