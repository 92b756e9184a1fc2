//! The head of `notice.md`: the keys of its form, in their order. A gap that only people can fill is a comment.

use serde_yaml::{Mapping, Value};

use crate::read::import::paper::facts::Facts;
use crate::read::import::paper::fields::PageFacts;
use crate::read::import::paper::title_form::{TitleForm, title_form};
use crate::read::import::record::{put, text};

/// An attachment as the head names it.
#[derive(Debug)]
pub struct Listed {
    /// 名称.
    pub name: String,
    /// 标题, if it is not the name.
    pub title: Option<String>,
    /// The key of its kind: 表、文 or 文件.
    pub key: &'static str,
    /// Its file.
    pub file: String,
    /// Whether it is one of 附件说明.
    pub is_labelled: bool,
}

/// Writes the head, `---` included.
pub fn front(facts: &Facts, page: &PageFacts, listed: &[Listed]) -> String {
    let mut head = Head("---\n".to_owned());
    head.title(facts);
    head.texts("发文机关", &facts.issuers);
    head.text("发文字号", facts.number.as_deref());
    head.text("索引号", page.index.as_deref());
    head.text("主送", facts.addressee.as_deref());
    match facts.dated {
        Some(day) => head.text("成文日期", Some(&day.to_string())),
        None => head.gap("成文日期", "年-月-日", "原件上没有读到，请填写"),
    }
    match &page.published {
        Some(day) => head.text("发布日期", Some(day)),
        None => head.gap("发布日期", "年-月-日 时:分", "在网上发布的日期和时刻，请填写"),
    }
    head.text("格式", (facts.has_mark && !facts.is_file).then_some("信函"));
    head.text("版头", facts.is_file.then_some("电子"));
    head.text("签发人", facts.signer.as_deref());
    head.text("附注", facts.remark.as_deref());
    head.text("联系人", facts.contact.as_deref());
    head.texts("抄送", &facts.copies);
    head.text("印发机关", facts.printer.as_deref());
    head.text("印发日期", facts.printed.map(|day| day.to_string()).as_deref());
    head.text("来源", page.source.as_deref());
    head.text("内容概述", page.summary.as_deref());
    head.texts("关键词", &page.keywords);
    head.text("责任编辑", page.editor.as_deref());
    // 印发……的通知: the text that it issues comes first.
    let is_issued = listed.first().is_some_and(|first| first.key == "文" && !first.is_labelled);
    if is_issued {
        head.value("附件标识", Value::Bool(false));
    }
    if !listed.is_empty() {
        let records = listed.iter().map(|listed| record(listed, !is_issued));
        head.value("附件", Value::Sequence(records.collect()));
    }
    if !page.disclosure.is_empty() {
        head.value("基本信息", disclosure(&page.disclosure));
    }
    head.0.push_str("---\n");
    head.0
}

struct Head(String);

impl Head {
    fn value(&mut self, key: &str, value: Value) {
        let mut record = Mapping::new();
        put(&mut record, key, value);
        // Texts in lists and records cannot fail to be written.
        self.0.push_str(&serde_yaml::to_string(&Value::Mapping(record)).unwrap_or_default());
    }

    fn text(&mut self, key: &str, words: Option<&str>) {
        if let Some(words) = words {
            self.value(key, text(words));
        }
    }

    fn texts(&mut self, key: &str, all: &[String]) {
        match all {
            [] => {}
            [one] => self.value(key, text(one)),
            several => self.value(key, Value::Sequence(several.iter().map(|one| text(one)).collect())),
        }
    }

    fn gap(&mut self, key: &str, example: &str, why: &str) {
        self.0.extend(["# ", key, ": ", example, " # ", why, "\n"]);
    }

    /// 标题 or 完整标题.
    fn title(&mut self, facts: &Facts) {
        match title_form(&facts.title, &facts.issuers) {
            TitleForm::Title(title) => self.text("标题", Some(&title)),
            TitleForm::Lines(lines) => self.texts("完整标题", &lines),
        }
    }
}

/// An attachment; `labelled` is 附件标识 of the whole notice.
fn record(listed: &Listed, labelled: bool) -> Value {
    let mut record = Mapping::new();
    put(&mut record, listed.key, text(&listed.file));
    put(&mut record, "名称", text(&listed.name));
    if let Some(title) = &listed.title {
        put(&mut record, "标题", text(title));
    }
    if listed.is_labelled != labelled {
        put(&mut record, "附件标识", Value::Bool(listed.is_labelled));
    }
    Value::Mapping(record)
}

/// 基本信息. Levels with their channels, which pages number, are a list of records.
fn disclosure(fields: &[(String, String)]) -> Value {
    let mut record = Mapping::new();
    let mut levels: Vec<Value> = Vec::new();
    let mut place: Option<usize> = None;
    for (label, value) in fields {
        if label.starts_with("公开层级") {
            let mut level = Mapping::new();
            put(&mut level, "层级", text(value));
            levels.push(Value::Mapping(level));
            place.get_or_insert(record.len());
        } else if let (true, Some(Value::Mapping(level))) = (label.starts_with("公开渠道"), levels.last_mut())
        {
            put(level, "公开渠道和载体", channels(value));
        } else {
            put(&mut record, label, text(value));
        }
    }
    if let Some(place) = place {
        let mut all: Vec<(Value, Value)> = record.into_iter().collect();
        all.insert(place, (text("公开层级"), Value::Sequence(levels)));
        record = all.into_iter().collect();
    }
    Value::Mapping(record)
}

/// Several channels are a list.
fn channels(value: &str) -> Value {
    let parts: Vec<&str> =
        value.split([',', '，', '、', ';', '；']).map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [] | [_] => text(value),
        several => Value::Sequence(several.iter().map(|part| text(part)).collect()),
    }
}
