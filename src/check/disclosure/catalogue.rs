//! The fields of 基层政务公开标准目录, and access to them in a notice's 基本信息.

use crate::model::disclosure::{Disclosure, Field, Value};
use crate::model::notice::Notice;
use crate::source::{Located, Span};

/// Fields that portals show with a notice.
pub(super) const SHOWN: [&str; 9] = [
    "所属领域",
    "一级事项",
    "二级事项",
    "公开时限",
    "公开方式",
    "公开依据",
    "公开主体",
    "公开层级",
    "公开渠道和载体",
];

/// Further fields of the catalogue, which portals leave out.
pub(super) const LEFT_OUT: [&str; 2] = ["公开对象", "公开内容（要素）"];

/// Fields that blocks of another template (索引号, 发布机构 …) have, too: they do not prove a catalogue.
const ANYWHERE: [&str; 4] = ["公开方式", "公开时限", "公开主体", "公开依据"];

/// The place where 基本信息 begins, if it follows the catalogue.
pub(super) fn block(notice: &Notice) -> Option<Span> {
    let fields = &notice.disclosure.fields;
    let is_of_catalogue =
        |field: &Field| SHOWN.iter().any(|name| is_named(field, name) && !ANYWHERE.contains(name));
    let first = fields.first().filter(|_| fields.iter().any(is_of_catalogue))?;
    Some(first.name.span)
}

/// The fields among `names` that are missing or blank.
pub(super) fn missing(disclosure: &Disclosure, names: &[&'static str]) -> Vec<&'static str> {
    names.iter().copied().filter(|name| !is_filled(disclosure, name)).collect()
}

/// The texts of 公开渠道和载体, whether given for each level or once.
pub(super) fn channels(disclosure: &Disclosure) -> impl Iterator<Item = &Located<String>> {
    disclosure.fields.iter().flat_map(|field| match &field.value {
        Value::Levels(levels) => levels.iter().flat_map(|level| &level.channels).collect::<Vec<_>>(),
        Value::Texts(texts) if is_named(field, "公开渠道和载体") => texts.iter().collect(),
        Value::Texts(_) => Vec::new(),
    })
}

/// The names of 公开层级.
pub(super) fn levels(disclosure: &Disclosure) -> impl Iterator<Item = &Located<String>> {
    disclosure.fields.iter().filter(|field| is_named(field, "公开层级")).flat_map(|field| {
        match &field.value {
            Value::Levels(levels) => levels.iter().map(|level| &level.name).collect::<Vec<_>>(),
            Value::Texts(texts) => texts.iter().collect(),
        }
    })
}

fn is_filled(disclosure: &Disclosure, name: &str) -> bool {
    let is_written = |text: &Located<String>| !text.value.trim().is_empty();
    match name {
        "公开渠道和载体" => channels(disclosure).any(is_written),
        "公开层级" => levels(disclosure).any(is_written),
        _ => disclosure.fields.iter().filter(|field| is_named(field, name)).any(|field| match &field.value {
            Value::Texts(texts) => texts.iter().any(is_written),
            Value::Levels(levels) => !levels.is_empty(),
        }),
    }
}

/// Whether a field has a name of the catalogue, in any spelling: 公开层级1 is 公开层级, 公开内容 is 公开内容（要素）.
fn is_named(field: &Field, name: &str) -> bool {
    let spelled = field.name.value.trim();
    match name {
        "公开内容（要素）" => spelled.starts_with("公开内容"),
        "公开渠道和载体" => spelled.starts_with("公开渠道"),
        _ => spelled.trim_end_matches(|c: char| c.is_ascii_digit()) == name,
    }
}
