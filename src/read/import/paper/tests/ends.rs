//! Ends of papers that are written otherwise than the standard says.

use super::{assert_has, document, of_text, paragraph, printed, words};
use crate::read::document::{BlockKind, Words};
use crate::read::import::paper::import_document;

/// The name of an attachment in 《》 behind its label, without them in its place, or with another name.
#[test]
fn attachments_with_names_in_marks() {
    let paper = |label: &str| {
        of_text(&format!(
            "关于转发《省厅关于救助工作的通知》的通知\n各乡镇：\n请落实。\n附件一：《省厅关于救助工作的通知》\n附件二：名册\n临江县民政局\n2026年3月18日\n{label}\n各市民政局：\n提高标准。\n附件二：名册\n张某\n"
        ))
    };
    for label in ["附件一：省厅关于救助工作的通知", "附件1：《省厅关于救助工作的通知》", "附件一：省厅通知"]
    {
        let text = paper(label);
        assert_has(&text, &["==== fujian-1.md\n各市民政局：\n\n提高标准。\n==== fujian-2.md\n张某\n"]);
        assert_eq!(text.contains("I094 8"), !label.contains('《'), "{text}");
    }
    // Its own title is published, although it differs.
    assert_has(
        &paper("附件一：省厅通知"),
        &[
            "  名称: 《省厅关于救助工作的通知》\n  标题: 省厅通知\n",
            "I094 8 附件说明里是“《省厅关于救助工作的通知》”，附件自己的标题是“省厅通知”\n",
        ],
    );
    // A list of names within an attachment has no labels.
    let text = of_text(
        "关于转发通知的通知\n各乡镇：\n请落实。\n附件：1.方案\n2.名册\n临江县民政局\n2026年3月18日\n附件1\n方案\n照办。\n附件1：甲表\n附件2：乙表\n附件2\n名册\n张某\n",
    );
    assert_has(&text, &["附件1：甲表\n\n附件2：乙表\n==== fujian-2.md\n张某\n"]);
    // The first one is not here.
    let text = of_text(
        "关于转发通知的通知\n各乡镇：\n请落实。\n附件：1.救助通知\n2.名册\n临江县民政局\n2026年3月18日\n附件2\n名册\n张某\n",
    );
    assert_has(&text, &["==== fujian-2.md\n张某\n", "文件: files/救助通知"]);
}

fn end(lines: &str) -> String {
    of_text(&format!("关于做好救助工作的通知\n各乡镇：\n请落实。\n{lines}\n"))
}

/// Several bodies on one line, above the date, beside it, and above the title.
#[test]
fn joint_issuers() {
    let both = "发文机关:\n- 临江县农业农村局\n- 临江县财政局\n";
    for lines in [
        "临江县农业农村局　　　　临江县财政局\n2026年3月18日",
        "临江县农业农村局  临江县财政局\n2026年3月18日",
        "临江县农业农村局\n临江县财政局\n2026年3月18日",
    ] {
        assert_has(&end(lines), &[both]);
    }
    let text = of_text(
        "临江县农业农村局　临江县财政局\n关于做好救助工作的通知\n各乡镇：\n请落实。\n临江县农业农村局　临江县财政局\n2026年3月18日\n",
    );
    assert_has(&text, &[both, "临江县农业农村局　临江县财政局\n", "I085 1 这里认作标题"]);
}

/// Names on one line with marks between them, and 附 without 件.
#[test]
fn names_on_one_line() {
    for lines in [
        "附件：1.检查表；2.名册。",
        "附件：1.检查表 2.名册",
        "附件：1.检查表、2.名册",
        "附件：1.检查表；\n2.名册。",
    ] {
        let text = end(&format!("{lines}\n临江县民政局\n2026年3月18日"));
        assert_has(&text, &["名称: 检查表\n", "名称: 名册\n"]);
        assert_eq!(text.contains("名称后面的“；”“。”没有保留"), lines.contains('；'), "{text}");
    }
    let text = end("附：救助名册\n临江县民政局\n2026年3月18日");
    assert_has(&text, &["名称: 救助名册\n", "I085 4 这里认作附件说明"]);
    let text = end("附则另行规定。\n临江县民政局\n2026年3月18日");
    assert_has(&text, &["附则另行规定。"]);
}

/// A day with points or hyphens in the place of 成文日期; elsewhere it is text.
#[test]
fn loose_dates() {
    for day in ["2026.3.12", "2026-03-12", "2026/3/12", "２０２６.３.12"] {
        let text = end(&format!("临江县民政局\n{day}"));
        assert_has(&text, &["成文日期: 2026-03-12", "临江县民政局", "I085 5 这里认作成文日期"]);
    }
    let text = end("检查时间为\n2026.3.12\n请参加。\n临江县民政局\n2026年3月18日");
    assert_has(&text, &["成文日期: 2026-03-18", "\n\n2026\\.3.12\n\n"]);
}

/// 联系人 and a remark in one pair of brackets.
#[test]
fn contacts_and_remarks() {
    for words in ["联系人：张某，电话：63210000；此件公开发布", "此件公开发布；联系人：张某，电话：63210000"]
    {
        let text = end(&format!("临江县民政局\n2026年3月18日\n（{words}）"));
        assert_has(&text, &["联系人: 张某，电话：63210000\n", "附注: 此件公开发布\n"]);
    }
    let text = end("临江县民政局\n2026年3月18日\n（联系人：张某；李某）");
    assert_has(&text, &["联系人: 张某；李某\n"]);
}

/// A page that links the file of an attachment below a label of its own.
#[test]
fn downloads_of_attachments() {
    for label in ["附件下载：", "附件：", "相关附件："] {
        let link = Words::Link { text: "报名登记表.doc".to_owned(), url: "/a/1.doc".to_owned() };
        let kinds = vec![
            words("关于做好救助工作的通知"),
            words("各乡镇："),
            words("请落实。"),
            words("附件：1.名册"),
            words("2.报名登记表"),
            words("临江县民政局"),
            words("2026年3月18日"),
            BlockKind::Paragraph(paragraph(vec![super::text(label), link])),
        ];
        let text = printed(&import_document("通知.html", &document(kinds)));
        assert_eq!(text.matches("名称: ").count(), 2, "{text}");
        assert_has(&text, &["文件: files/报名登记表.doc\n  名称: 报名登记表\n"]);
    }
}

/// Joint issuers on the line of the title, with a wide space between them.
#[test]
fn joint_issuers_in_the_line_of_the_title() {
    let title = "某县教育局　某县财政局关于印发《办法》的通知";
    let bodies = "发文机关:\n- 某县教育局\n- 某县财政局\n";
    for signature in
        ["某县教育局　　某县财政局\n2024年3月5日\n", "某县教育局\n某县财政局\n2024年3月5日\n", ""]
    {
        let text = of_text(&format!("{title}\n各单位：\n现将办法印发，请遵照执行。\n{signature}"));
        assert_has(&text, &[&format!("完整标题: {title}\n"), bodies, "主送: 各单位\n"]);
    }
}

/// 附件说明 behind the date: one name without a number, or 附件： above the numbers; and attachments that have no label.
#[test]
fn lists_of_attachments_behind_the_date() {
    let paper = |list: &str, rest: &str| {
        of_text(&format!("某局关于公布名单的通知\n各单位：\n现予公布。\n{list}某局\n2024年3月5日\n{rest}"))
    };
    let file = "附件:\n- 文件: files/名单\n  名称: 名单\n---\n\n现予公布。\n====\n";
    for rest in ["附件：名单\n", "附件：\n1.名单\n", "附件：1.名单\n"] {
        let text = paper("", rest);
        assert_has(&text, &[file, "I085 6 这里认作附件说明\n", " 附件“名单”的内容不在这个文件里"]);
        assert!(!text.contains("I093 1 ") && !text.contains("I089"), "{text}");
    }
    let attached =
        "附件:\n- 文: fujian-1.md\n  名称: 名单\n---\n\n现予公布。\n==== fujian-1.md\n张三\n\n李四\n====\n";
    for (list, rest, line) in [
        ("", "附件：名单\n名单\n张三\n李四\n", 7),
        ("附件：1.名单\n", "名单\n张三\n李四\n", 7),
        ("附件：名单\n", "名单\n张三\n李四\n", 7),
        ("", "附件：1.名单\n名单\n张三\n李四\n", 7),
    ] {
        let text = paper(list, rest);
        assert_has(&text, &[attached, &format!("I085 {line} 从这里起认作第1个附件")]);
    }
    let text = paper("附件：1.甲表\n2.乙表\n", "甲表\n张三\n乙表\n李四\n");
    assert_has(&text, &["==== fujian-1.md\n张三\n", "==== fujian-2.md\n李四\n"]);
    // Words below such a line may be the attachment with that title, or not: they stay.
    let text = paper("", "附件：名单\n张三\n李四\n");
    assert_has(&text, &["附件：名单\n\n张三\n\n李四\n====", "I089 6"]);
}

/// A date that is none, or does not stand below a signature, is named at its line; a text without stops has its date.
#[test]
fn dates_that_are_not_taken_are_named() {
    let text = of_text("关于检查的通知\n各科室：\n请自查。\n某县档案局\n2026年2月30日\n");
    assert_has(&text, &["I088 5 没有找到成文日期；“2026年2月30日”照写在正文里"]);
    let text = of_text("关于检查的意见\n（2026年3月1日）\n为了检查，提出意见。\n");
    assert_has(&text, &["I088 2 没有找到成文日期；“（2026年3月1日）”照写在正文里"]);
    let text = of_text("关于热线的通知\n各单位:\n一类诉求2小时内响应\n某县政务局\n2026年3月1日\n");
    assert_has(&text, &["成文日期: 2026-03-01\n", "发文机关: 某县政务局\n"]);
}

/// Two signatures side by side in a table, and two bodies in a title that nobody signs.
#[test]
fn several_bodies_are_several() {
    let table = super::table(&[&["某县发展和改革局", "某县财政局"], &["", "2026年4月28日"]]);
    let lines = ["关于储备项目的通知", "各单位：", "请储备项目。"];
    let mut all: Vec<BlockKind> = lines.into_iter().map(words).collect();
    all.push(table);
    let text = printed(&import_document("通知.docx", &document(all)));
    assert_has(&text, &["发文机关:\n- 某县发展和改革局\n- 某县财政局\n", "成文日期: 2026-04-28\n"]);
    for space in [" ", "　"] {
        let text = of_text(&format!(
            "中共某县委员会{space}某县人民政府\n关于加快建设的意见\n为了建设，提出意见。\n"
        ));
        assert_has(&text, &["发文机关:\n- 中共某县委员会\n- 某县人民政府\n"]);
    }
}

/// Numbers and addresses on lines of their own below 联系人 go on with it.
#[test]
fn contacts_over_several_lines() {
    let text = of_text(
        "关于值班的通知\n各单位：\n请值班。\n某县档案局\n2026年3月2日\n联系人：张三\n联系电话：0745-2233445\n电子邮箱：nl@163.com\n",
    );
    assert_has(
        &text,
        &[
            "联系人: 张三　联系电话：0745-2233445　电子邮箱：nl@163.com\n",
            "\n\n请值班。\n====",
            "I085 8 这里认作联系人",
        ],
    );
}

/// The bodies of a joint 发文机关标志 around the one beside 文件.
#[test]
fn a_joint_head() {
    let text = of_text(
        "某县教育局\n某县财政局　文件\n某县民政局\n某教联〔2026〕3号\n关于招聘的通知\n各学校：\n请落实。\n某县教育局\n某县财政局\n某县民政局\n2026年3月2日\n",
    );
    assert_has(
        &text,
        &[
            "发文机关:\n- 某县教育局\n- 某县财政局\n- 某县民政局\n",
            "\n\n请落实。\n====",
            "I085 1 “某县教育局”认作发文机关标志",
            "I085 2 “某县财政局文件”认作发文机关标志",
            "I085 3 “某县民政局”认作发文机关标志",
        ],
    );
}
