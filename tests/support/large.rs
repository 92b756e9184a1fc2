//! Projects that are made to be slow: one thing in them a hundred thousand times, as long or as deep.

/// The files of a project below `content/`, each with its text.
pub type Files = Vec<(String, String)>;

/// Each project by its name, made at a size; [`FULL`] is what has to be done in two seconds and 256 MiB.
pub const CASES: &[(&str, fn(usize) -> Files)] = &[
    ("open-emphasis", |n| body(&"**x ".repeat(n * 2))),
    ("open-emphasis-han", |n| body(&"**注 ".repeat(n * 2))),
    ("quotations", |n| body(&("> ".repeat(n) + "甲"))),
    ("square-brackets", |n| body(&"[".repeat(n))),
    ("round-brackets", |n| body(&"(".repeat(n))),
    ("chinese-brackets", |n| body(&"（".repeat(n))),
    ("link-in-brackets", |n| body(&("[甲]".to_owned() + &"(".repeat(n)))),
    ("open-links", |n| body(&"[甲](".repeat(n))),
    ("open-images", |n| body(&"![甲](".repeat(n))),
    ("dead-links", |n| body(&"[甲](乙.pdf) ".repeat(n))),
    ("titles", |n| body(&("《".repeat(n / 2) + &"》".repeat(n / 2)))),
    ("quotation-marks", |n| body(&"“".repeat(n))),
    ("nested-list", |n| body(&(0..n / 70).map(|i| "  ".repeat(i) + "- 甲\n").collect::<String>())),
    ("nested-list-in-a-line", |n| body(&("- ".repeat(n / 2) + "甲"))),
    ("backticks", |n| body(&(1..n / 40).map(|i| "`".repeat(i) + " ").collect::<String>())),
    ("tags", |n| body(&"<a ".repeat(n))),
    ("comments", |n| body(&"<!--".repeat(n))),
    ("references", |n| body(&"&#11;".repeat(n))),
    ("placeholders", |n| body(&"{{".repeat(n * 5))),
    ("wide-table", |n| body(&wide_table(n / 5))),
    ("headings", |n| body(&"# 一、甲\n\n".repeat(n))),
    ("addresses", |n| body(&"www.a.cn，2024.8.1。".repeat(n))),
    ("findings-in-a-line", |n| body(&findings_in_a_line(n))),
    ("phone-numbers-in-a-line", |n| body(&("电话13800138000，".repeat(n / 10) + &"长".repeat(n * 30)))),
    // As long as a line may be to be shown whole, and each digit takes a look at its decomposition.
    ("circled-digits-in-a-line", |n| body(&"①2024.8.1，".repeat(n / 90))),
    ("null-characters", |n| body(&"\0".repeat(n * 10))),
    ("calendar", |n| with("holidays.csv", "坏行\n".repeat(n * 10))),
    ("calendar-of-one-day", |n| with("holidays.csv", "2027-01-01,holiday,元旦\n".repeat(n * 10))),
    ("columns", |n| table(&columns(n / 25, ""))),
    ("unknown-columns", |n| table(&columns(n / 25, "误"))),
    ("columns-of-one-name", |n| {
        table(&format!("表名: 表\n列: [工作任务{}]\n任务:\n  - 名称: 甲\n", ", 同名".repeat(n / 25)))
    }),
    ("unknown-offices", |n| table(&measures(n / 2, |i| ("甲".into(), format!("某某{i}股"), "长期".into())))),
    ("unknown-offices-in-a-list", |n| {
        let offices: Vec<String> = (0..n).map(|i| format!("某某{i}股")).collect();
        table(&measures(1, |_| ("甲".into(), format!("[{}]", offices.join(", ")), "长期".into())))
    }),
    ("offices", |n| {
        let offices = (0..n / 5).map(|i| format!("  - 某某{i}股\n")).collect::<String>();
        let mut files = table(&measures(n / 5, |i| ("甲".into(), format!("某某{i}科"), "长期".into())));
        set(&mut files, "offices.yaml", format!("股室:\n{offices}"));
        files
    }),
    ("deadlines", |n| table(&measures(n / 2, |_| ("甲".into(), "办公室".into(), "不知何时".into())))),
    ("long-deadline", |n| {
        table(&measures(1, |_| ("甲".into(), "办公室".into(), "2024年12月底前，".repeat(n))))
    }),
    ("long-cell", |n| table(&measures(1, |_| ("甲（1）".repeat(n * 3), "办公室".into(), "长期".into())))),
    ("long-office", |n| table(&measures(1, |_| ("甲".into(), "长".repeat(n * 10), "长期".into())))),
    ("long-offices", |n| {
        table(&measures(n / 100, |i| ("甲".into(), format!("{}{i}", "长".repeat(3_000)), "长期".into())))
    }),
    ("deep-yaml", |n| site(&format!("元数据: {}{}\n", "[".repeat(n), "]".repeat(n)))),
    ("deep-yaml-in-lines", |n| {
        site(&format!("元数据:\n{}", (1..n / 30).map(|i| " ".repeat(i) + "-\n").collect::<String>()))
    }),
    ("long-yaml", |n| site(&format!("元数据:\n{}", "  - 甲\n".repeat(n)))),
    ("unknown-keys", |n| site(&(0..n).map(|i| format!("键{i}: 值\n")).collect::<String>())),
    ("one-key", |n| site(&"键: 值\n".repeat(n))),
    ("swallowed-texts", |n| site(&(0..n).map(|i| format!("键{i}: #值\n")).collect::<String>())),
    ("aliases", |n| site(&format!("元数据: [&a 甲{}]\n", ", *a".repeat(n)))),
    ("anchors", |n| {
        site(&format!("元数据:\n{}", (0..n).map(|i| format!("  - &a{i} 甲\n")).collect::<String>()))
    }),
    ("full-width-commas", |n| site(&format!("元数据: [{}]\n", "甲，".repeat(n * 3)))),
    ("escapes", |n| with("site.yaml", format!("名称: \"{}\"\n", "甲\\x0b".repeat(n * 3)))),
    ("tabs", |n| site(&"\t\n".repeat(n * 10))),
    ("late-mistake", |n| {
        site(&((0..n).map(|i| format!("键{i}: 值\n")).collect::<String>() + "坏：\n  - [\n"))
    }),
    ("long-name", |n| with("site.yaml", format!("名称: {}\n", "长".repeat(n * 30)))),
    ("long-key", |n| site(&format!("{}: 值\n", "长".repeat(n * 10)))),
    ("levels", |n| {
        let levels = (0..n / 2).map(|i| format!("  W{i:05}: 错误\n")).collect::<String>();
        site(&format!("规则级别:\n{levels}"))
    }),
    ("acceptances", |n| {
        notice(
            &format!("放行:\n{}", (0..n / 5).map(|i| format!("  W{i:05}: 理由\n")).collect::<String>()),
            "正文。",
        )
    }),
    ("keywords", |n| {
        let words: Vec<String> = (0..n).map(|i| format!("词{i}")).collect();
        notice(&format!("关键词: [{}]\n", words.join(", ")), "正文。")
    }),
    ("attachments", |n| {
        let list =
            (0..n / 5).map(|i| format!("  - 名称: 附件{i}\n    文件: files/{i}.pdf\n")).collect::<String>();
        notice(&format!("附件:\n{list}"), "正文。")
    }),
];

/// The size for which two seconds and 256 MiB are promised.
pub const FULL: usize = 100_000;

fn set(files: &mut Files, path: &str, text: String) {
    files.retain(|(other, _)| other != path);
    files.push((path.to_owned(), text));
}

fn notice(fields: &str, body: &str) -> Files {
    let notice = format!(
        "---\n标题: 关于甲的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 10:00\n{fields}基本信息:\n  公开方式: 主动公开\n---\n\n{body}\n"
    );
    let files = [
        ("site.yaml", "名称: 某局政务公开\n".to_owned()),
        ("offices.yaml", "股室: [办公室, 危化股]\n".to_owned()),
        ("栏目/column.yaml", "名称: 栏目\n".to_owned()),
        ("栏目/通知/notice.md", notice),
    ];
    files.map(|(path, text)| (path.to_owned(), text)).into()
}

/// A project whose notice has this body.
pub fn body(text: &str) -> Files {
    notice("", text)
}

fn with(path: &str, text: String) -> Files {
    let mut files = body("正文。");
    set(&mut files, path, text);
    files
}

fn site(fields: &str) -> Files {
    with("site.yaml", format!("名称: 某局政务公开\n{fields}"))
}

fn table(text: &str) -> Files {
    let mut files = notice("附件:\n  - 名称: 表\n    表: tasks.yaml\n", "正文。");
    set(&mut files, "栏目/通知/tasks.yaml", text.to_owned());
    files
}

/// A table with a task of so many measures, each with its words, offices and deadline.
fn measures(count: usize, measure: impl Fn(usize) -> (String, String, String)) -> String {
    let mut text = "表名: 表\n任务:\n  - 名称: 任务\n    举措:\n".to_owned();
    for (words, offices, deadline) in (0..count).map(measure) {
        text.extend([
            "      - 内容: ",
            &words,
            "\n        责任股室: ",
            &offices,
            "\n        完成时限: ",
            &deadline,
            "\n",
        ]);
    }
    text
}

/// A table of so many columns, whose values stand under their names, or under these with something before them.
fn columns(count: usize, before: &str) -> String {
    let names: Vec<String> = (0..count).map(|i| format!("列{i}")).collect();
    let mut text = format!(
        "表名: 表\n列: [序号, 工作任务, 工作举措, 责任股室, 完成时限, {}]\n任务:\n",
        names.join(", ")
    );
    for task in 1..=3 {
        let task = format!(
            "  - 名称: 任务{task}\n    举措:\n      - 内容: 甲\n        责任股室: 办公室\n        完成时限: 长期\n"
        );
        text.push_str(&task);
        text.extend(names.iter().map(|name| format!("        {before}{name}: 值\n")));
    }
    text
}

fn wide_table(columns: usize) -> String {
    format!("{}|\n{}|\n{}", "|a".repeat(columns), "|-".repeat(columns), "|a\n".repeat(columns / 10))
}

/// A line of ten megabytes with ten thousand findings of several kinds.
fn findings_in_a_line(n: usize) -> String {
    "见《甲》，“乙\"2024年8月1日--甲,乙；".repeat(n / 10) + &"长".repeat(n * 30) + "2024.8.1"
}
