//! 基层政务公开标准目录 of a field (国办发〔2019〕54号): the items to disclose in it, and the way of disclosure.
//!
//! Represented as a [`Table`], so that all formats can print it: 一级事项 are its groups, 二级事项 its tasks, 三级事项 its
//! measures. The columns are those of the national form: 序号, 公开事项, 公开内容（要素）, 公开依据, 公开时限, 公开主体,
//! 公开渠道和载体, 公开对象, 公开方式, 公开层级, the last three with a column for each choice.

use crate::model::section::SectionId;
use crate::model::table::Table;
use crate::source::Located;

/// 公开渠道和载体: the thirteen options of the national form.
pub const CHANNELS: [&str; 13] = [
    "政府网站",
    "政府公报",
    "两微一端",
    "发布会/听证会",
    "广播电视",
    "纸质媒体",
    "公开查阅点",
    "政务服务中心",
    "便民服务站",
    "入户/现场",
    "社区/企事业单位/村公示栏（电子屏）",
    "精准推送",
    "其他",
];

/// Default of 公开层级.
pub const LEVELS: [&str; 2] = ["县级", "乡级"];

/// 公开方式: the words for each of its two columns, the head first.
pub const WAYS: [&[&str]; 2] = [&["主动", "主动公开"], &["依申请公开", "依申请"]];

/// 公开对象: the words for each of its two columns; any other word says who 特定群体 are.
pub const AUDIENCES: [&[&str]; 2] = [&["全社会"], &["特定群体", "特定群众"]];

/// Marks before a used and an unused channel.
pub const BOXES: [char; 2] = ['■', '□'];

/// Mark of a choice.
pub const TICK: &str = "√";

/// The catalogue of one field.
#[derive(Debug)]
pub struct Standard {
    /// The column of the field, whose folder holds the catalogue.
    pub section: SectionId,
    /// 领域, as notices name it under 所属领域.
    pub field: Located<String>,
    /// The catalogue itself.
    pub table: Table,
}

/// An item with the items below it.
#[derive(Debug)]
pub struct Item<'p> {
    /// The name.
    pub name: &'p str,
    /// The items below it.
    pub items: Vec<Item<'p>>,
}

impl Standard {
    /// 一级事项 with all items below them.
    #[must_use]
    pub fn items(&self) -> Vec<Item<'_>> {
        let groups = self.table.groups.iter().map(|group| Item {
            name: group.name.as_ref().map_or("", |name| name.value.trim()),
            items: group
                .tasks
                .iter()
                .map(|task| Item {
                    name: task.name.value.trim(),
                    items: task
                        .measures
                        .iter()
                        .filter_map(|measure| measure.text.as_ref())
                        .map(|text| Item { name: text.value.trim(), items: Vec::new() })
                        .collect(),
                })
                .collect(),
        });
        groups.collect()
    }
}
