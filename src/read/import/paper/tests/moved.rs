//! Tasks that body and table call nearly the same.

use super::{assert_has, of_text};
use crate::model::office::Register;
use crate::read::document::Limits;
use crate::read::import::paper::import_paper;

const HEAD: &str = "关于印发重点任务的通知\n各股室：\n任务如下。\n";
const TABLE: &str = "附件：重点任务表\n临江县应急局\n2026年1月8日\n附件\n重点任务表\n序号\t任务\t措施\t责任股室\t完成时限\n1\t加强建筑工地监管\t查6座\t矿山股\t2026年1月底前\n2\t完善预案体系\t修订18个\t办公室\t2026年6月底前\n";

fn with(body: &str) -> String {
    of_text(&format!("{HEAD}{body}{TABLE}"))
}

/// A heading that differs from the name stays whole; only behind the name as it is written a text is cut off.
#[test]
fn headings_stay_whole() {
    let text = with("一、重点任务\n（一）加强建筑工地安全监管。查7座。\n（二）完善预案体系。修订16个。\n");
    assert_has(
        &text,
        &[
            "  正文标题: 加强建筑工地安全监管。\n  要求: 查7座。\n",
            "  要求: 修订16个。\n",
            "任务在正文里是“加强建筑工地安全监管”，在表里是“加强建筑工地监管”",
            "从这里起的2段的任务名称与表对得上",
        ],
    );
    let text = with("一、重点任务\n（一）加强建筑工地监管工作。查7座。\n（二）完善预案体系。修订16个。\n");
    assert_has(&text, &["  正文标题: 加强建筑工地监管工作。\n  要求: 查7座。\n"]);
    let text = with("一、重点任务\n（一）加强建筑工地监管由矿山股查7座。\n（二）完善预案体系。修订16个。\n");
    assert_has(&text, &["  正文标题: 加强建筑工地监管\n  要求: 由矿山股查7座。\n"]);
    let text = with(
        "一、重点任务\n（一）加强建筑工地安全监管由矿山股牵头查7座。查到底。\n（二）完善预案体系。修订16个。\n",
    );
    assert_has(&text, &["  正文标题: 加强建筑工地安全监管\n  要求: 由矿山股牵头查7座。查到底。\n"]);
}

/// The text of a task in paragraphs below its name, and tasks of other levels.
#[test]
fn tasks_in_other_forms_are_moved() {
    for body in [
        "一、加强建筑工地监管\n查7座。\n二、完善预案体系\n修订16个。\n",
        "一、重点任务\n（一）要求\n1.加强建筑工地监管。查7座。\n2.完善预案体系。修订16个。\n",
        "一、重点任务\n（一）要求\n1．加强建筑工地监管\n查7座。\n2．完善预案体系\n修订16个。\n",
    ] {
        let text = with(body);
        assert_has(&text, &["{{任务要求}}\n", "  要求: 查7座。\n", "  要求: 修订16个。\n"]);
        assert_eq!((text.matches("I096").count(), text.matches("I097").count()), (1, 0), "{text}");
    }
    let text =
        with("一、加强建筑工地安全监管\n查7座。\n逐座登记。\n二、完善预案体系\n修订16个。\n每年演练。\n");
    assert_has(
        &text,
        &[
            "{{任务要求}}\n\n每年演练。",
            "  正文标题: 加强建筑工地安全监管\n  要求: |-\n    查7座。\n    逐座登记。\n",
            "I097 4 任务在正文里是“加强建筑工地安全监管”，在表里是“加强建筑工地监管”",
        ],
    );
}

/// Tasks that do not stand as the placeholder would print them stay, and are told once.
#[test]
fn tasks_in_other_forms_are_told() {
    for (body, line) in [
        ("一、重点任务\n1.加强建筑工地监管。查7座。\n2.完善预案体系。修订16个。\n", 5),
        ("一、监管\n（一）加强建筑工地监管。查7座。\n二、预案\n（一）完善预案体系。修订16个。\n", 5),
        (
            "一、总则\n有。\n（一）加强建筑工地监管\n查7座。\n1.登记\n有。\n（二）完善预案体系\n修订16个。\n",
            6,
        ),
    ] {
        let text = with(body);
        let told = format!("I096 {line} 从这里起有2个标题与表中任务的名称相同，照写留着");
        assert_eq!(text.matches("I096").count(), 1, "{text}");
        assert_has(&text, &[&told, "查7座。", "修订16个。"]);
        assert!(!text.contains("{{任务要求}}\n") && !text.contains("I097"), "{text}");
    }
    let text = with("一、查处案件\n查7座。\n二、完善预案体系\n修订16个。\n三、其他\n无。\n");
    assert!(!text.contains("I096"), "{text}");
    // Texts behind their names, of which none has a stop, would be printed below them.
    let text = with("一、加强建筑工地监管由矿山股查7座。\n二、完善预案体系由办公室修订16个。\n");
    assert_has(&text, &["从这里起的2段说的是表中的任务，但与表不能逐项对上"]);
}

/// Names that differ are told where the tasks stay in the body, too.
#[test]
fn names_that_differ_are_told_where_tasks_stay() {
    let rows = "附件：重点任务表\n临江县应急局\n2026年1月8日\n附件\n重点任务表\n序号\t任务\t责任股室\t完成时限\n1\t加强建筑工地监管\t矿山股\t2026年1月底前\n2\t完善预案体系\t办公室\t2026年6月底前\n3\t宣传教育\t办公室\t2026年6月底前\n";
    let text = of_text(&format!(
        "{HEAD}一、监管\n（一）加强建筑工地安全监管。查7座。\n二、其他\n（一）完善预案体系。修订16个。\n（二）宣传教育。发放。\n三、保障\n有。\n{rows}"
    ));
    assert_has(
        &text,
        &[
            "### 加强建筑工地安全监管。",
            "I097 5 任务在正文里是“加强建筑工地安全监管”，在表里是“加强建筑工地监管”",
        ],
    );
}

/// The tasks stand in a plan that is attached beside the table.
#[test]
fn tasks_of_an_attached_plan_are_moved() {
    let text = of_text(&format!(
        "{HEAD}附件：1.工作方案\n      2.重点任务表\n临江县应急局\n2026年1月8日\n附件1\n工作方案\n一、加强建筑工地监管。查7座。\n二、完善预案体系。修订16个。\n附件2\n重点任务表\n{}",
        TABLE.split_once("重点任务表\n序号").map(|(_, rest)| format!("序号{rest}")).unwrap()
    ));
    assert_has(
        &text,
        &["==== fujian-1.md\n{{任务要求}}\n====", "  要求: 查7座。\n", "从这里起的2段的任务名称与表对得上"],
    );
}

/// A sentence that says who does what has the names of several.
#[test]
fn offices_in_sentences() {
    let offices = |cell: &str| {
        let text = TABLE.replace("矿山股", cell);
        let mut imported = import_paper("通知.txt", format!("{HEAD}{text}").as_bytes(), Limits::default());
        imported.propose(&Register::default()).block()
    };
    for cell in ["固管股牵头，各乡镇配合", "牵头单位：固管股；配合单位：各乡镇", "固管股、各乡镇"]
    {
        let block = offices(cell);
        assert_has(&block, &["股室:\n  - 固管股\n  - 办公室\n", "外部单位:\n  - 各乡镇\n"]);
        assert!(!block.contains("统称"), "{cell}");
    }
    assert_has(&offices("局各股室、二级机构"), &["统称:\n  - 名称: 局各股室、二级机构\n"]);
}

/// 措施 before 具体内容 are the tasks.
#[test]
fn measures_before_their_content() {
    let text = of_text(
        "关于印发重点任务的通知\n各股室：\n请落实。\n附件：重点任务表\n临江县应急局\n2026年1月8日\n附件\n重点任务表\n序号\t措施\t具体内容\t责任股室\t完成时限\n1\t加强监管\t查6座\t矿山股\t6月底前\n2\t完善预案\t修订18个\t办公室\t6月底前\n",
    );
    assert_has(&text, &["名称: 加强监管\n", "内容: 查6座\n"]);
}
