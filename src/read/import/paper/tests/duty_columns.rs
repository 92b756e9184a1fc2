//! The columns of tables of duties, and the entries of the register that their names become.

use super::{document, of_text, printed, table, words};
use crate::model::office::Register;
use crate::read::document::{BlockKind, Limits};
use crate::read::import::paper::{import_document, import_paper};

/// A paper with one attached table, whose rows are lines and whose cells are divided by `|`.
fn paper(rows: &str) -> String {
    let rows = rows.replace('|', "\t");
    format!(
        "关于印发任务表的通知\n各股室：\n现印发。\n附件：任务表\n某县民政局\n2026年3月2日\n附件\n任务表\n{rows}\n"
    )
}

fn read(rows: &str) -> String {
    of_text(&paper(rows))
}

/// A paper with one attached table.
fn of_table(rows: BlockKind) -> String {
    let lines = paper("");
    let lines = lines.lines().filter(|line| !line.is_empty()).map(words);
    printed(&import_document("通知.docx", &document(lines.chain([rows]).collect())))
}

/// The entries proposed for a register of these offices, and the findings about them.
fn proposed(rows: &str, offices: &[&str]) -> String {
    let known = format!("股室: [{}]\n", offices.join(", "));
    let register = crate::read::register(&crate::read::Content::of_texts(&[("offices.yaml", &known)]));
    let mut imported = import_paper("通知.txt", paper(rows).as_bytes(), Limits::default());
    let block = imported.propose(&register).block();
    let findings = imported.report.findings().iter();
    let findings = findings.filter(|finding| ["I105", "I106"].contains(&finding.code.id));
    let lines = findings.map(|finding| {
        let place = &imported.sources.file(finding.span.file).path;
        format!("{} {place} {}\n", finding.code.id, finding.message.zh)
    });
    format!("{block}{}", lines.collect::<String>())
}

fn assert_has(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

const ROWS: &str = "序号|工作任务|责任单位|完成时限\n1|公墓|各乡镇|7月底\n2|低保|救助股|8月底\n3|督查|各所|8月底\n4|总结|张三|8月底";

#[test]
fn names_of_several_bodies_stand_for_no_office_that_is_not_written() {
    crate::testing::assert_snapshot!(
        proposed(ROWS, &[]),
        snapbox::str![[r#"
股室:
  - 救助股

# 一个名称代表许多股室。“包括”不写，即指全部股室；写成 []，一个也不指。
统称:
  - 名称: 各所
    包括: []

# 不是本单位股室的单位：认得它们，没有各自的网页，也不发填报表。
外部单位:
  - 各乡镇
I105 通知.txt › 第9行的表 › C4 “各所”是哪些股室，表里没有写全；拟作“统称”，“包括”里只有写明的，没有写明的留空
I105 通知.txt › 第9行的表 › C2 “各乡镇”拟作“外部单位”：照写公开，没有各自的网页，也不发填报表
I106 通知.txt › 第9行的表 › C5 “张三”不像机构名称，没有拟进机构名录

"#]]
    );
    let text = proposed(ROWS, &["救助股", "各乡镇", "各所", "张三"]);
    assert_eq!(text, "", "what the register has is not proposed");
}

#[test]
fn other_bureaus_are_not_among_all_offices() {
    let rows = "序号|工作任务|责任单位\n1|一|各股室\n2|二|救助股\n3|三|县公安局\n4|四|办公室等3个股室";
    let text = proposed(rows, &[]);
    assert_has(
        &text,
        &[
            "股室:\n  - 救助股\n  - 办公室\n\n",
            "  - 名称: 各股室\n  - 名称: 办公室等3个股室\n    包括:\n      - 办公室\n",
            "外部单位:\n  - 县公安局\n",
            "“县公安局”拟作“外部单位”",
        ],
    );
    let text = proposed("序号|工作任务|责任单位\n1|一|救助股\n2|二|县公安局", &[]);
    assert_eq!(text, "股室:\n  - 救助股\n  - 县公安局\n");
}

#[test]
fn columns_of_what_is_to_be_done_are_measures() {
    for head in ["整改措施", "落实措施", "重点举措", "主要任务", "工作内容", "目标任务", "任务分解"]
    {
        let text = read(&format!(
            "序号|重点工作|{head}|责任股室|完成时限\n1|低保|提标|救助股|7月底\n2|养老|建院|养老股|8月底"
        ));
        let columns = format!("- 列: 工作举措\n  表头: {head}\n");
        assert_has(&text, &[&columns, "- 名称: 低保\n  举措:\n  - 内容: 提标\n"]);
        // Alone it is the column of tasks.
        let text = read(&format!("序号|{head}|责任股室|完成时限\n1|低保|救助股|7月底\n2|养老|养老股|8月底"));
        assert_has(&text, &["- 名称: 低保\n  责任股室: 救助股\n"]);
    }
    let text = read("序号|反馈问题|工作内容|整改措施|责任股室\n1|低保|甲|提标|救助股\n2|养老|乙|建院|养老股");
    assert_has(&text, &["- 列: 工作举措\n  表头: 整改措施\n", "内容: 提标\n    工作内容: 甲\n"]);
}

#[test]
fn the_second_column_below_the_head_of_tasks_is_that_of_measures() {
    let rows = table(&[
        &["任务分类", "<", "责任股室", "完成时限"],
        &["社会救助", "提标", "救助股", "7月底"],
        &["^", "临时救助", "救助股", "9月底"],
        &["养老服务", "建敬老院", "养老股", "12月底"],
    ]);
    let text = of_table(rows);
    assert_has(&text, &["- 列: 工作举措\n  表头: 任务分类\n", "  - 内容: 临时救助\n"]);
    assert!(!text.contains("任务分类2"), "{text}");
}

#[test]
fn a_time_at_which_something_begins_is_no_deadline() {
    let text = read("序号|工作任务|责任股室|启动时间|完成时间\n1|养老|养老股|3月|12月");
    assert_has(&text, &["- 启动时间\n- 完成时间\n"]);
}

#[test]
fn heads_of_responsibilities_are_of_offices_where_their_cells_are() {
    for head in ["责任分工", "责任单位及责任人", "任务分工"] {
        let text = read(&format!(
            "序号|工作任务|{head}|完成时限\n1|低保|救助股牵头，各乡镇配合|7月底\n2|养老|养老股|8月底"
        ));
        assert_has(&text, &[&format!("- 列: {head}\n  类型: 单位\n")]);
        assert!(!text.contains("I107"), "{text}");
    }
    for cell in ["救助股 李明", "制定方案"] {
        let text = read(&format!(
            "序号|工作任务|责任单位及责任人|完成时限\n1|低保|{cell}|7月底\n2|养老|养老股（王芳）|8月底"
        ));
        assert!(!text.contains("类型: 单位"), "{text}");
        assert_has(&text, &["“责任单位及责任人”下面的字没有认作单位"]);
    }
    let rows = table(&[
        &["序号", "重点任务", "责任股室", "<", "完成时限"],
        &["^", "^", "办公室", "救助股", "^"],
        &["1", "低保", "△", "★", "7月"],
        &["2", "养老", "★", "△", "8月"],
    ]);
    let text = of_table(rows);
    assert_has(&text, &["“责任股室”下面的字没有认作单位"]);
    let text = read("序号|重点任务|办公室|救助股|完成时限\n1|低保|△|★|7月\n2|养老|★|△|8月");
    assert_has(&text, &["“办公室”下面的字没有认作单位"]);
}

#[test]
fn a_place_beside_the_offices_is_no_office() {
    let text = read(
        "序号|乡镇|建设任务|责任单位|完成时限\n1|永丰镇|新建幼儿园|教育股|8月底\n2|荷叶镇|改扩建|教育股|9月底",
    );
    assert_has(&text, &["- 列: 乡镇\n  类型: 文本\n"]);
    let text = read("序号|工作任务|乡镇|完成时限\n1|新建幼儿园|永丰镇|8月底\n2|改扩建|荷叶镇|9月底");
    assert_has(&text, &["- 乡镇\n"]);
}

#[test]
fn rows_with_a_number_alone_are_told() {
    let text = read("序号|工作任务|责任股室\n1|低保|救助股\n2|养老|养老股\n3||");
    assert_has(&text, &["没有导入序号“3”：这一行只有序号（这样的行共 1 行）"]);
}

#[test]
fn a_blank_office_is_called_by_the_name_of_its_column() {
    let rows = table(&[
        &["序号", "工作任务", "责任股室", "完成时限"],
        &["1", "低保", "救助股", "7月底"],
        &["2", "建敬老院（由养老股完成）", "<", "8月底"],
    ]);
    let text = of_table(rows);
    assert_has(&text, &["这一行的“责任股室”是空的"]);
}

#[test]
fn a_register_that_is_not_there_knows_nothing() {
    let mut imported = import_paper("通知.txt", paper(ROWS).as_bytes(), Limits::default());
    assert_eq!(imported.propose(&Register::default()).len(), 3);
}
