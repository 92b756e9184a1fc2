//! 元数据: the block of fields that a portal shows with every notice, with the names given in `site.yaml`.
//!
//! Values are taken from a notice's own fields (索引号, 名称, 发布机构 …) under the portal's names, so that nothing is
//! written twice. A field with the name in 基本信息 overrides, and other fields of 基本信息 follow. The templates are
//! those of real portals (阳江, 宁国, 紫阳, and the State Council's papers).

use crate::source::Located;

/// The settings of a site.
#[derive(Debug, Default)]
pub struct Metadata {
    /// The names in order; empty if only 基本信息 is shown.
    pub names: Vec<Located<String>>,
    /// 元数据空缺.
    pub absent: Absent,
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
