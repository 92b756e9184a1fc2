//! `catalog.yaml` becomes 基层政务公开标准目录.

use crate::model::section::{Section, SectionId};
use crate::model::standard::{AUDIENCES, BOXES, CHANNELS, LEVELS, Standard, TICK, WAYS};
use crate::model::table::{Cell, ColumnKind, Counted, Group, Measure, Table, TableColumn, Task, Value};
use crate::read::fault::fields;
use crate::read::form::standard::{ItemRecord, StandardFile};
use crate::read::lower::offices::head;
use crate::read::lower::{Lookup, Lower};
use crate::read::yaml::field::{Field, List, Text};
use crate::source::{FileId, Located, Span};

/// The file's name, in the folder of the field's section.
const FILE: &str = "catalog.yaml";

/// Everything needed to read the items of one catalogue.
struct Form {
    columns: Vec<TableColumn>,
    channels: Vec<Text>,
    levels: Vec<Text>,
    unused: bool,
}

impl Lower<'_> {
    /// The catalogues of all sections that have one.
    pub(super) fn standards(&self, sections: &[Section]) -> Vec<Standard> {
        let standard = |(i, section): (usize, &Section)| {
            let Lookup::Text(file) = self.look_up(&format!("{}/{FILE}", section.path)) else { return None };
            self.standard(file, SectionId(i))
        };
        sections.iter().enumerate().filter_map(standard).collect()
    }

    fn standard(&self, file: FileId, section: SectionId) -> Option<Standard> {
        let form: StandardFile = self.yaml(file)?;
        let top = Span::head(file);
        let field = self.required(form.field, "领域", top);
        if matches!(form.items, Field::Absent) {
            self.report.borrow_mut().push(fields::missing_key(top, "事项"));
        }
        let items = form.items.given().unwrap_or_default().0;
        let words = |list: Field<List<Text>>, usual: &[&str]| match list.given() {
            Some(List(words)) if !words.is_empty() => words,
            _ => usual.iter().map(|word| Located::new((*word).to_owned(), top)).collect(),
        };
        let levels = words(form.levels, &LEVELS);
        let third = items.iter().flat_map(|first| children(&first.value)).any(has_children);
        let unused = form.unused.given().is_none_or(|unused| unused.0);
        let channels = words(form.channels, &CHANNELS);
        let form_of = Form { columns: columns(&levels, third, top), channels, levels, unused };
        let groups = items.into_iter().map(|item| self.first(item, &form_of)).collect();
        let usual = || field.with(format!("{}领域基层政务公开标准目录", field.value));
        let name = form.name.given().unwrap_or_else(usual);
        let notes = form.notes.given().unwrap_or_default().0;
        let table = Table {
            name,
            prints_name: true,
            reporting_unit: None,
            columns: form_of.columns,
            groups,
            notes,
            duty_pattern: None,
        };
        Some(Standard { section, field, table })
    }

    /// 一级事项.
    fn first(&self, record: Located<ItemRecord>, form: &Form) -> Group {
        let span = head(record.span);
        let (name, cells, items) = self.item(record.value, span, form);
        let tasks = items.into_iter().map(|item| self.second(item, form)).collect();
        Group { number: None, name: Some(name), banner: None, cells, tasks, span }
    }

    /// 二级事项.
    fn second(&self, record: Located<ItemRecord>, form: &Form) -> Task {
        let span = head(record.span);
        let (name, cells, items) = self.item(record.value, span, form);
        let measures = items.into_iter().map(|item| self.third(item, form)).collect();
        Task { id: None, number: None, name, heading: None, requirement: None, cells, measures, span }
    }

    /// 三级事项.
    fn third(&self, mut record: Located<ItemRecord>, form: &Form) -> Measure {
        let span = head(record.span);
        if !matches!(std::mem::take(&mut record.value.items), Field::Absent) {
            self.report.borrow_mut().push(fields::unknown_key(span, "下级事项", None, |_| false));
        }
        let (name, cells, _) = self.item(record.value, span, form);
        Measure { id: None, number: None, text: Some(name), cells, span }
    }

    /// An item's name, what is written in its columns, and the items in it.
    fn item(
        &self,
        record: ItemRecord,
        span: Span,
        form: &Form,
    ) -> (Text, Vec<Cell>, Vec<Located<ItemRecord>>) {
        let mut cells = Vec::new();
        let mut put = |name: &str, lines: Vec<Text>| {
            let column = form.columns.iter().position(|column| column.name.value == name);
            if let (Some(column), false) = (column, lines.is_empty()) {
                cells.push(Cell { column, value: Value::Text(lines) });
            }
        };
        let ItemRecord { name, content, basis, limit, body, channels, public, ways, levels, items } = record;
        for (column, field) in
            [("公开内容（要素）", content), ("公开依据", basis), ("公开时限", limit), ("公开主体", body)]
        {
            put(column, field.given().unwrap_or_default().0);
        }
        put("公开渠道和载体", self.channels(channels, form));
        let public = public.given().unwrap_or_default().0.into_iter();
        let (all, some): (Vec<Text>, Vec<Text>) =
            public.partition(|word| AUDIENCES[0].contains(&word.value.trim()));
        let ticked = |word: Text| word.with(TICK.to_owned());
        let plain = |word: &Text| AUDIENCES[1].contains(&word.value.trim());
        put(AUDIENCES[0][0], all.into_iter().take(1).map(ticked).collect());
        let some = some.into_iter().map(|word| if plain(&word) { ticked(word) } else { word });
        put(AUDIENCES[1][0], some.collect());
        for word in ways.given().unwrap_or_default().0 {
            match WAYS.iter().find(|words| words.contains(&word.value.trim())) {
                Some(words) => put(words[0], vec![word.with(TICK.to_owned())]),
                None => self.unknown(&word, &WAYS.map(|words| words[0])),
            }
        }
        for word in levels.given().unwrap_or_default().0 {
            match form.levels.iter().find(|level| level.value == word.value) {
                Some(level) => put(&level.value, vec![word.with(TICK.to_owned())]),
                None => self.unknown(&word, &values(&form.levels)),
            }
        }
        (self.required(name, "名称", span), cells, items.given().unwrap_or_default().0)
    }

    /// Each channel behind its box, in the catalogue's order; none where none is written.
    fn channels(&self, field: Field<List<Text>>, form: &Form) -> Vec<Text> {
        let used = field.given().unwrap_or_default().0;
        let known = values(&form.channels);
        for word in used.iter().filter(|word| !known.contains(&word.value.as_str())) {
            self.unknown(word, &known);
        }
        let Some(first) = used.first() else { return Vec::new() };
        let line = |option: &Text| match used.iter().find(|word| word.value == option.value) {
            Some(word) => Some(word.with(format!("{}{}", BOXES[0], word.value))),
            None => form.unused.then(|| first.with(format!("{}{}", BOXES[1], option.value))),
        };
        form.channels.iter().filter_map(line).collect()
    }
}

/// The columns of the national form; 三级事项 where there are any.
fn columns(levels: &[Text], third: bool, top: Span) -> Vec<TableColumn> {
    let text = |word: &str| Located::new(word.to_owned(), top);
    let column = |name: &str, above: Option<&str>, kind| TableColumn {
        name: text(name),
        header: above.into_iter().chain([name]).map(text).collect(),
        kind,
        counts: Counted::default(),
        kind_given: true,
        width: None,
    };
    let mut columns = vec![
        column("序号", None, ColumnKind::Number),
        column("一级事项", Some("公开事项"), ColumnKind::Group),
        column("二级事项", Some("公开事项"), ColumnKind::Task),
    ];
    if third {
        columns.push(column("三级事项", Some("公开事项"), ColumnKind::Measure));
    }
    for name in ["公开内容（要素）", "公开依据", "公开时限", "公开主体", "公开渠道和载体"]
    {
        columns.push(column(name, None, ColumnKind::Text));
    }
    let choices = AUDIENCES.map(|words| ("公开对象", words[0])).into_iter();
    let choices = choices.chain(WAYS.map(|words| ("公开方式", words[0])));
    let levels = levels.iter().map(|level| ("公开层级", level.value.as_str()));
    columns.extend(choices.chain(levels).map(|(above, name)| column(name, Some(above), ColumnKind::Check)));
    columns
}

fn children(item: &ItemRecord) -> &[Located<ItemRecord>] {
    match &item.items {
        Field::Given(List(items)) => items,
        Field::Absent | Field::Wrong => &[],
    }
}

fn has_children(item: &Located<ItemRecord>) -> bool {
    !children(&item.value).is_empty()
}

fn values(words: &[Text]) -> Vec<&str> {
    words.iter().map(|word| word.value.as_str()).collect()
}
