//! The block of fields that a portal shows with a notice: the names of 元数据, each with its value.
//!
//! A value that the notice has already is not written twice: 索引号, 名称, 发布机构 and so on are taken from its own
//! fields, under whatever name the portal has for them. A field of that name in 基本信息 wins, and the other fields of
//! 基本信息 follow behind.

use std::borrow::Cow;

use crate::model::Project;
use crate::model::disclosure::Value;
use crate::model::metadata::Absent;
use crate::model::notice::Notice;
use crate::source::Located;

/// A field that is filled in: its name and its value.
pub type Filled<'p> = (&'p str, Cow<'p, str>);

impl Project {
    /// The block of a notice, in the order of the names.
    #[must_use]
    pub fn metadata<'p>(&'p self, notice: &'p Notice) -> Vec<Filled<'p>> {
        let chosen = &self.site.metadata;
        let field = |name: &'p Located<String>| {
            let name = name.value.as_str();
            let value = disclosure_value(notice, name).or_else(|| self.known(notice, name));
            let value = match (value, chosen.absent) {
                (Some(value), _) => value,
                (None, Absent::Blank) => "".into(),
                (None, Absent::Nil) => "无".into(),
                (None, Absent::Hidden) => return None,
            };
            Some((name, value))
        };
        chosen.names.iter().filter_map(field).collect()
    }

    /// The value of a notice's own field under a portal's name for it.
    fn known<'p>(&'p self, notice: &'p Notice, name: &str) -> Option<Cow<'p, str>> {
        let text = |text: &'p Option<Located<String>>| text.as_ref().map(|text| text.value.as_str().into());
        match name {
            "索引号" => self.index_number(notice),
            "名称" | "标题" | "文件名称" | "信息名称" => Some(notice.full_title().into()),
            "发布机构" | "发文机关" | "公开责任部门" => Some(notice.issuer()),
            "文号" | "发文字号" => text(&notice.number),
            "成文日期" | "生成日期" | "发文日期" => Some(notice.dated.value.to_string().into()),
            "发布日期" | "公开日期" => Some(notice.published.value.day.to_string().into()),
            "主题词" | "关键词" => joined(notice.keywords.iter(), "，"),
            "内容概述" => text(&notice.summary),
            "来源" | "信息来源" => Some(notice.origin()),
            "责任编辑" => text(&notice.editor),
            "公开目录" => joined(self.trail(notice.section).iter().map(|section| &section.name), " > "),
            _ => None,
        }
    }
}

/// The value in 基本信息 under a name.
fn disclosure_value<'p>(notice: &'p Notice, name: &str) -> Option<Cow<'p, str>> {
    let field = notice.disclosure.fields.iter().find(|field| field.name.value == name)?;
    match &field.value {
        Value::Texts(texts) => Some(joined(texts.iter(), "，").unwrap_or_default()),
        // Levels are shown with their channels, which no cell of the block holds.
        Value::Levels(_) => None,
    }
}

fn joined<'p>(texts: impl Iterator<Item = &'p Located<String>>, between: &str) -> Option<Cow<'p, str>> {
    let texts: Vec<&str> = texts.map(|text| text.value.as_str()).collect();
    (!texts.is_empty()).then(|| texts.join(between).into())
}
