//! 类型: the kinds of a table's columns, and a table of facts about each.
//!
//! A new kind is a variant and a line of the table; code that treats it like text needs no change.

/// 类型: the kind of a column's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// 分组: the group's own number and name.
    Group,
    /// 序号: the task's number.
    Number,
    /// 任务: the task's name.
    Task,
    /// 要求: the task's requirement, which papers print as well.
    Requirement,
    /// 举措: the measure's own number and words.
    Measure,
    /// 单位: responsible offices.
    Office,
    /// 人员: persons, by name or post.
    Person,
    /// 时限: deadlines.
    Deadline,
    /// 数值: points of an assessment.
    Score,
    /// 勾选: a tick, or none.
    Check,
    /// 文本: anything else.
    Text,
}

/// Facts about a kind.
struct Facts {
    kind: ColumnKind,
    /// The word under 类型.
    word: &'static str,
    /// The English name for templates and stylesheets.
    key: &'static str,
    /// Names of columns of this kind.
    names: &'static [&'static str],
    /// Endings of such names.
    endings: &'static [&'static str],
}

/// Every kind, in the order in which names are looked for: exact names come before endings.
const KINDS: [Facts; 11] = [
    Facts {
        kind: ColumnKind::Group,
        word: "分组",
        key: "group",
        names: &["分组", "类别", "分类"],
        endings: &[],
    },
    Facts {
        kind: ColumnKind::Number, word: "序号", key: "number", names: &["序号", "编号"], endings: &[]
    },
    Facts {
        kind: ColumnKind::Task,
        word: "任务",
        key: "task",
        names: &["工作任务", "任务", "任务名称", "重点任务", "任务内容"],
        endings: &[],
    },
    Facts {
        kind: ColumnKind::Requirement, word: "要求", key: "requirement", names: &["要求"], endings: &[]
    },
    Facts {
        kind: ColumnKind::Measure,
        word: "举措",
        key: "measure",
        names: &["工作举措", "举措", "具体举措", "工作措施", "措施", "具体措施", "主要措施"],
        endings: &[],
    },
    Facts {
        kind: ColumnKind::Office,
        word: "单位",
        key: "office",
        names: &["责任主体", "主要责任", "牵头", "配合", "协同配合", "主办", "协办", "承办", "督办"],
        endings: &["股室", "科室", "处室", "单位", "部门", "机构", "乡镇"],
    },
    Facts {
        kind: ColumnKind::Person,
        word: "人员",
        key: "person",
        names: &[],
        endings: &["领导", "责任人", "联络人", "联系人", "负责人", "经办人", "人员"],
    },
    Facts {
        kind: ColumnKind::Deadline,
        word: "时限",
        key: "deadline",
        names: &[
            "时限要求",
            "时间要求",
            "时间节点",
            "期限",
            "完成期限",
            "办结期限",
            "办理期限",
            "整改期限",
            "完成日期",
            "办结日期",
        ],
        endings: &["时限", "时间"],
    },
    Facts {
        kind: ColumnKind::Score,
        word: "数值",
        key: "score",
        names: &[],
        endings: &["分值", "分数", "得分"],
    },
    Facts { kind: ColumnKind::Check, word: "勾选", key: "check", names: &[], endings: &[] },
    Facts { kind: ColumnKind::Text, word: "文本", key: "text", names: &[], endings: &[] },
];

impl ColumnKind {
    /// The kind implied by a column's name: 责任股室 holds offices, 完成时限 a deadline, and so on. A remark in brackets
    /// may stand in such a name, 责任单位（股室） or 责任科（股）室, but in no name of a task or a number.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        Self::of_bare_name(name).unwrap_or_else(|| match Self::of_bare_name(&without_remark(name)) {
            Some(kind @ (Self::Office | Self::Person | Self::Deadline)) => kind,
            _ => Self::Text,
        })
    }

    fn of_bare_name(name: &str) -> Option<Self> {
        let named = KINDS.iter().find(|facts| facts.names.contains(&name));
        let ending = || KINDS.iter().find(|facts| facts.endings.iter().any(|end| name.ends_with(end)));
        let kind = named.or_else(ending).map(|facts| facts.kind);
        kind.filter(|kind| *kind != Self::Deadline || !Self::is_no_deadline(name))
    }

    /// Whether a name with 时间 is not of a time until which something is to be done: 启动时间, 实际完成时间.
    #[must_use]
    pub fn is_no_deadline(name: &str) -> bool {
        const OTHER: [&str; 11] =
            ["开工", "动工", "启动", "开始", "起始", "进场", "交办", "发现", "受理", "下达", "立案"];
        const ENDS: [&str; 8] = ["完成", "竣工", "完工", "截止", "办结", "结束", "终止", "起止"];
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        without_remark(name).ends_with("时间") && (name.contains("实际") || has(&OTHER) && !has(&ENDS))
    }

    /// The kind of a word under 类型.
    #[must_use]
    pub fn of_word(word: &str) -> Option<Self> {
        KINDS.iter().find(|facts| facts.word == word).map(|facts| facts.kind)
    }

    /// The words for 类型.
    #[must_use]
    pub fn words() -> [&'static str; KINDS.len()] {
        std::array::from_fn(|i| KINDS[i].word)
    }

    /// The word under 类型.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.facts().word
    }

    /// The English name for templates and stylesheets.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.facts().key
    }

    fn facts(self) -> &'static Facts {
        KINDS.iter().find(|facts| facts.kind == self).unwrap_or(&KINDS[KINDS.len() - 1])
    }
}

/// A name without the first remark in brackets, and without the brackets alone where nothing else would be left.
fn without_remark(name: &str) -> String {
    let Some((before, rest)) = name.split_once(['（', '(']) else { return name.to_owned() };
    let (inner, after) = rest.split_once(['）', ')']).unwrap_or((rest, ""));
    if before.is_empty() && after.is_empty() { inner.to_owned() } else { [before, after].concat() }
}

#[cfg(test)]
mod tests {
    use super::{ColumnKind, KINDS};

    #[test]
    fn every_kind_is_in_the_table_once() {
        for facts in &KINDS {
            assert_eq!(ColumnKind::of_word(facts.word), Some(facts.kind));
            assert_eq!((facts.kind.word(), facts.kind.key()), (facts.word, facts.key));
            for name in facts.names.iter().chain(facts.endings) {
                assert_eq!(ColumnKind::of_name(name), facts.kind, "{name}");
            }
        }
        assert_eq!(ColumnKind::of_name("备注"), ColumnKind::Text);
    }

    #[test]
    fn a_time_at_which_something_begins_is_no_deadline() {
        for name in ["启动时间", "开工时间", "计划开工时间", "实际完成时间", "交办时间"]
        {
            assert_eq!(ColumnKind::of_name(name), ColumnKind::Text, "{name}");
        }
        for name in ["完成时间", "竣工时间", "启动及完成时间", "起止时间", "开工时限", "时间"]
        {
            assert_eq!(ColumnKind::of_name(name), ColumnKind::Deadline, "{name}");
        }
    }

    #[test]
    fn a_remark_in_brackets_leaves_offices_persons_and_deadlines_what_they_are() {
        for (name, kind) in [
            ("责任单位（股室）", ColumnKind::Office),
            ("责任科（股）室", ColumnKind::Office),
            ("（牵头）", ColumnKind::Office),
            ("完成时限(年月)", ColumnKind::Deadline),
            ("责任人（电话）", ColumnKind::Person),
            ("启动时间（计划）", ColumnKind::Text),
            ("计划开工（完工）时间", ColumnKind::Deadline),
            ("任务（项）", ColumnKind::Text),
            ("分值（分）", ColumnKind::Text),
            ("备注（单位）", ColumnKind::Text),
        ] {
            assert_eq!(ColumnKind::of_name(name), kind, "{name}");
        }
    }
}
