//! 元数据: the block of fields that a portal shows with every notice, by names that `site.yaml` chooses.
//!
//! What a notice says already is not written twice: 索引号, 名称, 发布机构 and so on are taken from its own fields,
//! under whatever name the portal has for them. A field of that name in 基本信息 wins, and what 基本信息 says besides
//! follows behind. The blocks are those seen on portals (阳江, 宁国, 紫阳, and the State Council's papers).

use std::borrow::Cow;

use crate::model::Project;
use crate::model::disclosure::Value;
use crate::model::notice::Notice;
use crate::source::Located;

/// What a site chooses.
#[derive(Debug, Default)]
pub struct Metadata {
    /// The names, in order; none where only 基本信息 is shown.
    pub names: Vec<Located<String>>,
    /// 元数据空缺.
    pub absent: Absent,
}

/// 元数据空缺: what is shown of a field about which a notice says nothing. One that it leaves blank is blank, and 无 is
/// a text like any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Absent {
    /// 留空: its name, and a blank.
    #[default]
    Blank,
    /// 无: its name, and 无.
    Nil,
    /// 不显示: nothing.
    Hidden,
}

impl Absent {
    /// The words for 元数据空缺.
    pub const WORDS: [(&str, Self); 3] = [("留空", Self::Blank), ("无", Self::Nil), ("不显示", Self::Hidden)];
}

/// Blocks that can be chosen by one word.
pub const TEMPLATES: [(&str, &[&str]); 4] = [
    ("索引号型", &["索引号", "分类", "发布机构", "成文日期", "名称", "文号", "发布日期", "主题词"]),
    ("组配分类型", &["索引号", "组配分类", "发布机构", "主题分类", "名称", "文号", "成文日期", "发布日期"]),
    ("发文机关型", &["索引号", "主题分类", "发文机关", "成文日期", "标题", "发文字号", "发布日期", "主题词"]),
    (
        "有效性型",
        &[
            "文件名称",
            "索引号",
            "公开目录",
            "公开责任部门",
            "公开形式",
            "文号",
            "成文日期",
            "有效性",
            "公开日期",
            "内容概述",
        ],
    ),
];

/// A field that is filled in: its name and its value.
pub type Filled<'p> = (&'p str, Cow<'p, str>);

impl Project {
    /// The block of a notice, in the order of the names.
    #[must_use]
    pub fn metadata<'p>(&'p self, notice: &'p Notice) -> Vec<Filled<'p>> {
        let chosen = &self.site.metadata;
        let filled = |name: &'p Located<String>| {
            let name = name.value.as_str();
            let value = written(notice, name).or_else(|| self.known(notice, name));
            let value = match (value, chosen.absent) {
                (Some(value), _) => value,
                (None, Absent::Blank) => "".into(),
                (None, Absent::Nil) => "无".into(),
                (None, Absent::Hidden) => return None,
            };
            Some((name, value))
        };
        chosen.names.iter().filter_map(filled).collect()
    }

    /// What a notice's own fields say under a portal's name for them.
    fn known<'p>(&'p self, notice: &'p Notice, name: &str) -> Option<Cow<'p, str>> {
        let text = |text: &'p Option<Located<String>>| text.as_ref().map(|text| text.value.as_str().into());
        match name {
            "索引号" => self.index_number(notice),
            "名称" | "标题" | "文件名称" | "信息名称" => Some(notice.full_title().into()),
            "发布机构" | "发文机关" | "公开责任部门" => {
                Some(notice.issuer.value.as_str().into())
            }
            "文号" | "发文字号" => text(&notice.number),
            "成文日期" | "生成日期" | "发文日期" => Some(notice.dated.value.to_string().into()),
            "发布日期" | "公开日期" => Some(notice.published.value.day.to_string().into()),
            "主题词" | "关键词" => joined(notice.keywords.iter(), "，"),
            "内容概述" => text(&notice.summary),
            "来源" | "信息来源" => Some(notice.origin().into()),
            "责任编辑" => text(&notice.editor),
            "公开目录" => joined(self.trail(notice.section).iter().map(|section| &section.name), " > "),
            _ => None,
        }
    }
}

/// What 基本信息 says under a name.
fn written<'p>(notice: &'p Notice, name: &str) -> Option<Cow<'p, str>> {
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
