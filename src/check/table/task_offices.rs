//! The offices that the paragraph of a task names as responsible, compared with those of its rows in the table.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::model::notice::Notice;
use crate::model::office::{Found, OfficeId, Owner, Register};
use crate::model::table::{Cell, Table, Task, Value};
use crate::source::Span;

/// Words before the names of those who are responsible, and whether one of [`DUTIES`] has to stand behind the names.
const LEADS: [(&str, bool); 10] = [
    ("由", true),
    ("（", true),
    ("责任单位：", false),
    ("责任股室：", false),
    ("责任科室：", false),
    ("责任部门：", false),
    ("牵头单位：", false),
    ("牵头股室：", false),
    ("牵头科室：", false),
    ("牵头部门：", false),
];

/// Words behind the names.
const DUTIES: [&str; 4] = ["牵头", "负责", "承办", "具体落实"];

/// An office in a paragraph that none of the task's rows has.
pub struct OtherOffice<'n> {
    /// Its place.
    pub span: Span,
    /// Its name.
    pub words: &'n str,
    /// The responsible party of one of the rows.
    pub owner: &'n Owner,
}

/// The offices of a notice's paragraphs that the rows of the task have not got. A task whose rows name no office of the
/// register is not compared.
pub fn other_offices<'n>(
    register: &'n Register,
    notice: &'n Notice,
) -> impl Iterator<Item = OtherOffice<'n>> {
    notice.tables().flat_map(Table::tasks).flat_map(|task| of_task(register, task))
}

fn of_task<'n>(register: &Register, task: &'n Task) -> Vec<OtherOffice<'n>> {
    let owners: Vec<&Owner> = task.cells().flat_map(owners).collect();
    let listed: BTreeSet<OfficeId> = owners.iter().flat_map(|owner| register.offices_of(owner)).collect();
    let (Some(owner), Some(requirement)) = (owners.first().copied(), &task.requirement) else {
        return Vec::new();
    };
    if listed.is_empty() {
        return Vec::new();
    }
    let named = named(register, &requirement.value);
    let others = named.into_iter().filter(|(_, found)| {
        let members = register.members(*found);
        !members.is_empty() && members.iter().all(|office| !listed.contains(office))
    });
    let other = |(range, _): (Range<usize>, Found)| OtherOffice {
        span: requirement.part(range.clone()).span,
        words: &requirement.value[range],
        owner,
    };
    others.map(other).collect()
}

fn owners(cell: &Cell) -> &[Owner] {
    match &cell.value {
        Value::Offices(owners) => owners,
        Value::Text(_) | Value::Deadlines(_) => &[],
    }
}

/// The registered names that a text says to be responsible, with their places.
fn named(register: &Register, text: &str) -> Vec<(Range<usize>, Found)> {
    let mut all = Vec::new();
    for (lead, needs_duty) in LEADS {
        for (at, _) in text.match_indices(lead) {
            let (names, end) = names_at(register, text, at + lead.len());
            if !needs_duty || DUTIES.iter().any(|duty| text[end..].starts_with(duty)) {
                all.extend(names);
            }
        }
    }
    all
}

/// The registered names at a place, divided by 、 or 和, and their end.
fn names_at(register: &Register, text: &str, start: usize) -> (Vec<(Range<usize>, Found)>, usize) {
    let (mut names, mut at, mut end) = (Vec::new(), start, start);
    while let Some(name) =
        register.names().filter(|name| text[at..].starts_with(name)).max_by_key(|name| name.len())
    {
        end = at + name.len();
        names.extend(register.find(name).map(|found| (at..end, found)));
        let Some(next) = text[end..].strip_prefix(['、', '和', '及']) else { break };
        at = text.len() - next.len();
    }
    (names, end)
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    #[test]
    fn offices_of_tasks() {
        let found = |requirement: &str| {
            let table = TABLE.replace("加大力度。", requirement);
            printed(&["T018"], &[("栏目/通知/notice.md", NOTICE), ("栏目/通知/tasks.yaml", &table)])
        };
        crate::testing::assert_snapshot!(
            found("全面排查，由法制股牵头。"),
            snapbox::str![[r#"
警告[T018]: 这里是“法制股”，另一处是“危化股”
 --> content/栏目/通知/tasks.yaml:4:15
  |
4 |     要求: 全面排查，由法制股牵头。
  |                       ^^^^^^
  |
 ::: content/栏目/通知/tasks.yaml:8:15
  |
8 |         责任股室: 危化股
  |                   ------ 另一处
  |
建议: 核对后改正一处
"#]]
        );
        assert_eq!(
            found("全面排查（危化股、法规股负责）。责任单位：法规股。").matches("警告[T018]").count(),
            2
        );
        for text in [
            "由危化股牵头，法规股配合。",
            "由各股室负责。",
            "由法规股审核后印发。",
            "（法规股）全面排查。",
            "由某局牵头。",
            "责任单位：危化股。",
        ] {
            assert_eq!(found(text), "", "{text}");
        }
    }
}
