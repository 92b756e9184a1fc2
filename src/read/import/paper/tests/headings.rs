//! Typed numbers: headings, sentences, lists, numbers of other forms; tables of contents.

use super::{bold, document, looking, of_text, paragraph, printed, text, words};
use crate::read::document::{Align, BlockKind, Look, Paragraph, Typeface};
use crate::read::import::paper::import_document;

fn with(body: &str) -> String {
    of_text(&format!("关于做好工作的通知\n各单位：\n现通知如下：\n{body}某县某局\n2026年3月1日\n"))
}

/// Whether all of some words stand in a text, and others do not.
fn assert_has(text: &str, words: &[&str], others: &[&str]) {
    for words in words {
        assert!(text.contains(words), "{words}\n{text}");
    }
    for words in others {
        assert!(!text.contains(words), "{words}\n{text}");
    }
}

/// A sentence on a line of its own with its text below is a heading; the last item of a list is none.
#[test]
fn a_sentence_is_a_heading_above_its_text() {
    let text = with(
        "一、任务\n（一）加强宣传。\n开展宣传。\n1.建立制度；\n2.落实责任。\n（二）加强值班。\n值班备勤。\n",
    );
    assert_has(
        &text,
        &[
            "### 加强宣传。\n\n开展宣传。\n",
            "1\\.建立制度；\n",
            "### 加强值班。\n\n值班备勤。\n",
            "I086 5 认作“（一）”一级的标题，编号由程序生成；以“。”结尾，印出来与下一段连排\n",
        ],
        &["I087"],
    );
    let text = with("一、程序\n（一）网上填报。\n（二）专家评审。\n以上步骤不得省略。\n二、要求\n无。\n");
    assert_has(
        &text,
        &["（一）网上填报。\n", "（二）专家评审。\n", "I087 5 从这里起的编号，有的整句"],
        &["###"],
    );
    let text = with("一、程序\n（一）网上填报。按时填。\n（二）专家评审。\n以上步骤不得省略。\n");
    assert_has(&text, &["（二）专家评审。\n"], &["###"]);
}

/// Several items on one line are a sentence.
#[test]
fn a_running_list_is_no_heading() {
    for line in ["（一）填报；（二）审核；（三）评审。", "（一）填报，（二）审核。", "1.填报；2.审核"]
    {
        assert_has(
            &with(&format!("一、程序\n{line}\n二、要求\n无。\n")),
            &["## 程序\n", "## 要求"],
            &["###"],
        );
    }
}

/// Numbers that the program does not make stay, with what is numbered below them, and are told.
#[test]
fn numbers_of_other_forms_are_told() {
    let text = with("一、标题\n1、一层\n（1）三层\n下文。\n二、标题\n无。\n");
    assert_has(
        &text,
        &[
            "1、一层\n",
            "（1）三层\n",
            "## 标题\n\n无。",
            "I087 5 这一段像是标题",
            "I087 6 从这里起的编号在“1、”下面",
        ],
        &["###"],
    );
    let text = with("一,目标\n完成.\n(一)清理垃圾.组织清理.\n二.要求\n落实.\n");
    assert_has(
        &text,
        &[
            "一,目标\n",
            "(一)清理垃圾.组织清理.\n",
            "I087 4 这一段",
            "I087 6 从这里起的编号，后面用“.”",
            "I087 7 这一段",
        ],
        &["##"],
    );
    let hei = |words| looking(Typeface::Hei, Align::Start, words);
    let paper = document(vec![
        words("某县某局2026年工作要点"),
        hei("1 总体目标"),
        hei("1.1 指标"),
        words("完成100%。"),
        hei("第一章　总则"),
        words("1.5倍以上的。"),
        words("2026 年 3 月的事"),
        BlockKind::Paragraph(paragraph(vec![bold("（二）夯实基础")])),
        words("建设。"),
        words("某县某局"),
        words("2026年3月1日"),
    ]);
    let text = printed(&import_document("要点.docx", &paper));
    assert_has(
        &text,
        &["**1\\.1 指标**\n", "（二）**夯实基础**\n", "I087 3 这一段", "I087 5 这一段"],
        &["I101", "I087 7"],
    );
}

/// Tables of contents are left out, and their headings stay headings.
#[test]
fn contents_are_left_out() {
    let body = "一、基础\n（一）成效\n下降。\n二、任务\n建设。\n";
    for contents in [
        "目　录\n一、基础\t1\n（一）成效\t2\n二、任务\t3\n",
        "一、基础……………1\n（一）成效……………2\n二、任务……………3\n",
        "目录\n一、基础\n（一）成效\n二、任务\n",
    ] {
        let text = with(&format!("{contents}{body}"));
        assert_has(
            &text,
            &[
                "## 基础\n\n### 成效\n\n下降。\n\n## 任务\n\n建设。\n",
                "行认作目录，没有导入：",
                "一、基础；（一）成效；二、任务",
            ],
            &["目录\n", "I087"],
        );
    }
    let text = with("目录\n本目录由县局编制。\n联系电话  12345\n监督电话  12346\n");
    assert_has(&text, &["目录\n", "12345", "12346"], &["认作目录"]);
}

/// Headings by typeface or style alone stay paragraphs, in bold; numbered ones, sentences and emphasis of whole papers do not.
#[test]
fn headings_without_numbers() {
    let hei = |words| looking(Typeface::Hei, Align::Start, words);
    let styled = |level, words: &str| {
        let look = Look { heading: Some(level), ..Look::default() };
        BlockKind::Paragraph(Paragraph { words: vec![text(words)], look, ..Paragraph::default() })
    };
    let made = document(vec![
        words("关于做好检查工作的通知"),
        words("各股室："),
        hei("总体要求"),
        words("坚持预防为主。"),
        styled(0, "工作步骤"),
        words("分三步进行。"),
        hei("一、加强领导"),
        words("各股室要高度重视。"),
        hei("请各股室抓好落实。"),
        words("特此通知。"),
        words("某县教育局"),
        words("2024年8月20日"),
    ]);
    let made = printed(&import_document("通知.docx", &made));
    let body = made.split("---\n").nth(2).unwrap_or(&made);
    assert!(
        body.contains("**总体要求**\n\n坚持预防为主。\n\n**工作步骤**\n\n分三步进行。\n\n## 加强领导\n"),
        "{made}"
    );
    assert_eq!(made.matches("I101").count(), 2, "{made}");
    assert!(made.contains("I101 3 这一段像是没有序号的标题；标题会自动编号，所以保留为加粗的段落"), "{made}");
}

/// Numbers that go on over a heading are told as such, once; where the first of them are no headings, none is. Names
/// of an attached list are no headings either.
#[test]
fn numbers_that_go_on_over_a_heading() {
    let body = "一、建设\n1.实施提档。（责任单位：公路股）\n2.改造危桥。（责任单位：质监站）\n二、管理\n3.推行路长制。（责任单位：公路股）\n4.开展巡查。（责任单位：公路股）\n";
    assert_has(
        &with(body),
        &[
            "I087 8 编号“3.”接着上一级标题前面的编号，程序在每个标题下面重新编号（这里是“1.”），从这里起照写在段落里，没有作为标题",
        ],
        &["不衔接", "I087 9"],
    );
    let body = "一、建设\n1. 完成42个小区改造任务，惠及居民6800户。（牵头科室：城建科；配合科室：房产科、质安站）\n2. 推动加装电梯30部以上。（房产科）\n二、管理\n3. 积极争取资金。（财务科）\n";
    assert_has(&with(body), &["\n3\\. 积极争取资金"], &["I087"]);
    let body = "一、建设\n完成建设。\n附件：1.专班名单\n2.任务分解表\n";
    let letter =
        format!("关于印发《建设方案》的通知\n各单位：\n现印发给你们。\n某局\n2026年3月1日\n建设方案\n{body}");
    assert_has(&of_text(&letter), &["附件：1.专班名单\n\n2\\.任务分解表"], &["I087"]);
}

/// Rows that are set out with spaces and do not make columns are no headings: they are told as what they are, once.
#[test]
fn rows_of_spaces_are_no_headings() {
    let text = with("1   检修仓房   仓储股\n2    培训保管员    人事股\n3  资金筹集  财务股\n");
    let rules = with("第一章　总　则\n第一条　为了管理，制定本办法。\n");
    assert_has(&rules, &["I087 4 这一段像是标题"], &["I095"]);
    assert_has(
        &text,
        &["I095 4 从这里起像是用空格排成的表，一行写成一段，网页上各列不会对齐"],
        &["I087", "I095 5"],
    );
}
