//! 基层政务公开标准目录 of a field (国办发〔2019〕54号): what is disclosed in it, item by item, and how.
//!
//! It is a table like any other, so that whatever draws tables draws it: 一级事项 are its groups, 二级事项 its tasks,
//! 三级事项 its measures. The columns are those of the national form: 序号, 公开事项, 公开内容（要素）, 公开依据, 公开时限,
//! 公开主体, 公开渠道和载体, 公开对象, 公开方式, 公开层级, the last three with a column for each choice.

use crate::model::Project;
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

/// 公开层级, unless the catalogue has others.
pub const LEVELS: [&str; 2] = ["县级", "乡级"];

/// What stands before a channel that is used, and before one that is not.
pub const BOXES: [char; 2] = ['■', '□'];

/// What stands under a choice that is made.
pub const TICK: &str = "√";

/// The catalogue of one field.
#[derive(Debug)]
pub struct Standard {
    /// The field's section, in whose folder it lies.
    pub section: SectionId,
    /// 领域, as notices name it under 所属领域.
    pub field: Located<String>,
    /// The catalogue itself.
    pub table: Table,
}

/// What may stand under an item: names of items, each with what may stand under it.
#[derive(Debug)]
pub struct Item<'p> {
    /// Its name.
    pub name: &'p str,
    /// The items in it.
    pub items: Vec<Item<'p>>,
}

impl Standard {
    /// 一级事项, with all below them.
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

impl Project {
    /// The catalogue that lies in a section.
    #[must_use]
    pub fn standard_in(&self, section: SectionId) -> Option<&Standard> {
        self.standards.iter().find(|standard| standard.section == section)
    }
}
