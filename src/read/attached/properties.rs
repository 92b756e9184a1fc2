//! Properties of documents: title and notes are searched, names of people and bodies are traces.

use crate::model::attached::TraceKind;
use crate::read::attached::found::Found;
use crate::read::attached::xml::{self, Event};
use crate::read::attached::xml_part::broken;
use crate::text::message::Words;

/// Properties that name a person or body, in all formats, and their names.
const NAMES: &[(&str, Words)] = &[
    ("creator", Words::new("作者", "author")),
    ("initial-creator", Words::new("作者", "author")),
    ("lastModifiedBy", Words::new("最后一次保存者", "last saved by")),
    ("printed-by", Words::new("打印者", "printed by")),
    ("Company", Words::new("单位", "company")),
    ("Manager", Words::new("经理", "manager")),
];

/// Other properties by their elements.
const OTHERS: &[(&str, &str)] = &[
    ("title", "标题"),
    ("subject", "主题"),
    ("keywords", "标记"),
    ("keyword", "标记"),
    ("description", "备注"),
    ("category", "类别"),
    ("HyperlinkBase", "超链接基础"),
];

/// Reads a part of properties: core, app, custom of OOXML, meta of ODF.
pub fn read(text: &str, found: &mut Found) {
    let (mut element, mut custom) = (String::new(), None);
    let whole = xml::read(text, |event| match event {
        Event::Open(tag) => {
            tag.name().clone_into(&mut element);
            if element == "property" || element == "user-defined" {
                custom = tag.get("name");
            }
            tag.each(|_, value| found.text(|| "属性".to_owned(), value));
        }
        Event::Text(_, value) => {
            let name = NAMES.iter().find(|(name, _)| *name == element).map(|(_, name)| *name);
            let other = OTHERS.iter().find(|(name, _)| *name == element).map(|(_, place)| *place);
            let place = name.map(|name| name.zh).or(other).or(custom.as_deref()).unwrap_or(&element);
            found.text(|| format!("属性“{place}”"), value);
            if let Some(name) = name {
                found.trace(TraceKind::Author, name, value);
            }
        }
        Event::Close(name) => {
            if matches!(*name, "property" | "user-defined") {
                custom = None;
            }
        }
    });
    if !whole {
        found.unsearched("属性", broken());
    }
}
