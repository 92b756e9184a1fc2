//! 元数据: the block of fields that a portal shows with every notice, with the names given in `site.yaml`.
//!
//! Values are taken from a notice's own fields (索引号, 名称, 发布机构 …) under the portal's names, so that nothing is
//! written twice. A field with the name in 基本信息 overrides, and other fields of 基本信息 follow. The templates are
//! those of real portals (阳江, 宁国, 紫阳, and the State Council's papers).

use crate::source::Located;
use crate::text::space::without_spaces;

/// The settings of a site.
#[derive(Debug, Default)]
pub struct Metadata {
    /// The names in order; empty if only 基本信息 is shown.
    pub names: Vec<Located<String>>,
    /// 元数据空缺.
    pub absent: Absent,
    /// 元数据位置; at least one.
    pub places: Vec<BlockPlace>,
}

/// 元数据空缺: display of fields that a notice lacks. A field that the notice leaves blank is blank, and 无 is a text
/// like any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Absent {
    /// 留空: the name with a blank value.
    #[default]
    Blank,
    /// 无: the name with the value 无.
    Nil,
    /// 不显示: no field.
    Hidden,
}

impl Absent {
    /// The words for 元数据空缺.
    pub const WORDS: [(&str, Self); 3] = [("留空", Self::Blank), ("无", Self::Nil), ("不显示", Self::Hidden)];
}

/// 元数据位置: where the block stands on a notice's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockPlace {
    /// 正文前: above the paper.
    Above,
    /// 基本信息: among the fields behind the paper.
    Behind,
}

impl BlockPlace {
    /// The words for 元数据位置.
    pub const WORDS: [(&str, Self); 2] = [("正文前", Self::Above), ("基本信息", Self::Behind)];
}

/// A field of the notice itself, under whatever name a portal has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Own {
    /// 索引号.
    Index,
    /// The full title.
    Title,
    /// 发文机关.
    Issuer,
    /// 发文字号.
    Number,
    /// 成文日期.
    Dated,
    /// 发布日期.
    Published,
    /// 发布时间, to the minute where that was written.
    Minute,
    /// 关键词.
    Keywords,
    /// 内容概述.
    Summary,
    /// 来源.
    Origin,
    /// 责任编辑.
    Editor,
    /// The sections that hold the notice.
    Trail,
}

/// The names that portals have for what a notice says, the usual one first.
const NAMES: [(Own, &[&str]); 12] = [
    (Own::Index, &["索引号", "信息索引号", "索引编号", "公开索引号"]),
    (
        Own::Title,
        &["名称", "标题", "文件名称", "信息名称", "文件标题", "信息标题", "公文标题", "公文名称", "文件题名"],
    ),
    (
        Own::Issuer,
        &[
            "发布机构",
            "发文机关",
            "公开责任部门",
            "发文单位",
            "发文机构",
            "发文部门",
            "制发机构",
            "制发机关",
            "制发单位",
            "制定机关",
            "发布单位",
            "发布机关",
            "发布部门",
            "公开机构",
            "公开单位",
            "信息发布机构",
        ],
    ),
    (Own::Number, &["文号", "发文字号", "文件编号", "文件号", "公文文号", "文件文号", "发文文号", "发文号"]),
    (
        Own::Dated,
        &[
            "成文日期",
            "生成日期",
            "发文日期",
            "发文时间",
            "成文时间",
            "生成时间",
            "制发日期",
            "形成日期",
            "信息生成日期",
        ],
    ),
    (Own::Published, &["发布日期", "公开日期", "公布日期", "信息发布日期", "网上发布日期"]),
    (Own::Minute, &["发布时间", "公开时间", "公布时间"]),
    (Own::Keywords, &["主题词", "关键词", "关键字", "主题"]),
    (Own::Summary, &["内容概述", "内容摘要", "内容概要", "摘要", "概述", "信息概述"]),
    (Own::Origin, &["来源", "信息来源", "文章来源", "稿件来源"]),
    (Own::Editor, &["责任编辑", "编辑"]),
    (Own::Trail, &["公开目录", "所属目录", "目录", "栏目", "所属栏目", "信息目录"]),
];

impl Own {
    /// The field for which a portal's name stands.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let name = plain(name);
        NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(own, _)| *own)
    }

    /// The usual name for what a portal's name, which is not known, seems to stand for: 信息索引号码 for 索引号.
    #[must_use]
    pub fn near(name: &str) -> Option<&'static str> {
        let name = plain(name);
        // A longer name contains a known one of three characters or more, or is written a little differently.
        let is_near = |known: &&str| known.chars().count() > 2 && name.contains(*known);
        let (_, names) = NAMES.iter().find(|(_, names)| names.iter().any(is_near))?;
        names.first().copied()
    }
}

/// The name of a field without typesetting spaces and the colon behind it: 索 引 号：.
#[must_use]
pub fn plain(name: &str) -> String {
    without_spaces(name).trim_end_matches(['：', ':']).to_owned()
}

/// Named templates of blocks.
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
