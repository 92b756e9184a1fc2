//! Tasks that an imported paper says in its body and in its table, in all forms: the paper that is built out of the
//! import says them word for word, paragraph for paragraph.

use std::fs;

use crate::support::dump::paragraphs;
use crate::support::{Project, assert_snapshot};
use snapbox::str;

const FLAT: &str = "序号\t工作任务\t责任单位\t完成时限\n1\t排查隐患\t甲股\t6月底前\n2\t夜间执法\t乙股\t9月底前\n3\t宣传教育\t乙股\t长期坚持\n4\t应急演练\t甲股\t12月底前\n";
const GROUPED: &str = "序号\t工作任务\t责任单位\t完成时限\n一、预防\t\t\t\n1\t排查隐患\t甲股\t6月底前\n2\t夜间执法\t乙股\t9月底前\n二、处置\t\t\t\n3\t宣传教育\t乙股\t长期坚持\n4\t应急演练\t甲股\t12月底前\n";

const NUMBERED: &str = "序号\t工作任务\t责任单位\t完成时限\n1.预防\t\t\t\n1\t排查隐患\t甲股\t6月底前\n2\t夜间执法\t乙股\t9月底前\n2.处置\t\t\t\n3\t宣传教育\t乙股\t长期坚持\n4\t应急演练\t甲股\t12月底前\n";

/// The forms: a name, the body, and the rows of the table.
const FORMS: [(&str, &str, &str); 10] = [
    (
        "behind",
        "一、任务\n（一）排查隐患。全面排查。\n（二）夜间执法。每周两次。\n（三）宣传教育。广泛宣传。\n（四）应急演练。每季度一次。\n二、要求\n请抓好。\n",
        FLAT,
    ),
    (
        "points",
        "一、任务\n（一）主要任务\n1.排查隐患。全面排查。\n2.夜间执法。每周两次。\n3.宣传教育。广泛宣传。\n4.应急演练。每季度一次。\n（二）其他\n请抓好。\n",
        FLAT,
    ),
    (
        "below",
        "一、任务\n（一）排查隐患\n全面排查。\n逐项登记。\n（二）夜间执法\n每周两次。\n（三）宣传教育\n广泛宣传。\n（四）应急演练\n每季度一次。\n（1）定人。\n二、要求\n请抓好。\n",
        FLAT,
    ),
    (
        "first",
        "一、排查隐患\n全面排查。\n二、夜间执法\n每周两次。\n三、宣传教育\n广泛宣传。\n四、应急演练\n每季度一次。\n请抓好。\n",
        FLAT,
    ),
    (
        "several",
        "一、任务\n（一）排查隐患。全面排查。\n逐项登记。\n（二）夜间执法。每周两次。\n（三）宣传教育。广泛宣传。\n（四）应急演练。每季度一次。\n请抓好。\n",
        FLAT,
    ),
    (
        "groups",
        "一、抓预防\n（一）排查隐患。全面排查。\n（二）夜间执法。每周两次。\n二、抓处置\n（一）宣传教育。广泛宣传。\n（二）应急演练。每季度一次。\n三、要求\n请抓好。\n",
        GROUPED,
    ),
    (
        "groups-below",
        "一、任务\n（一）抓预防\n重在预防。\n1.排查隐患\n全面排查。\n2.夜间执法\n每周两次。\n（二）抓处置\n1.宣传教育\n广泛宣传。\n2.应急演练\n每季度一次。\n逐次总结。\n二、要求\n请抓好。\n",
        GROUPED,
    ),
    (
        "groups-numbered",
        "一、抓预防\n（一）排查隐患。全面排查。\n（二）夜间执法。每周两次。\n二、抓处置\n（一）宣传教育。广泛宣传。\n（二）应急演练。每季度一次。\n",
        NUMBERED,
    ),
    (
        "groups-running",
        "一、抓预防\n（一）排查隐患。全面排查。\n（二）夜间执法。每周两次。\n二、抓处置\n（三）宣传教育。广泛宣传。\n（四）应急演练。每季度一次。\n",
        GROUPED,
    ),
    (
        "other-groups",
        "一、抓预防\n（一）排查隐患。全面排查。\n（二）夜间执法。每周两次。\n二、抓处置\n（一）宣传教育。广泛宣传。\n（二）应急演练。每季度一次。\n",
        FLAT,
    ),
];

/// Each form is moved if the placeholder prints it, and the built paper is what was imported either way.
#[test]
fn moved_tasks_are_printed_as_the_paper_has_them() {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [甲股, 乙股]\n");
    project.write("content/lan/column.yaml", "名称: 栏目\n");
    let mut seen = String::new();
    for (name, body, rows) in FORMS {
        let paper = format!(
            "某局关于开展检查的通知\n各股室：\n现通知如下。\n{body}附件：责任分解表\n某局\n2024年3月5日\n附件\n责任分解表\n{rows}"
        );
        project.write("通知.txt", paper);
        let folder = format!("content/lan/{name}");
        let run = project.run(&["import", "通知.txt", "--output", &folder]);
        assert_eq!(run.code(), 0, "{name}: {}", run.stderr());
        let notice = project.path(&format!("{folder}/notice.md"));
        let text = fs::read_to_string(&notice).unwrap();
        let placeholders: Vec<&str> = text.lines().filter(|line| line.contains("{{")).collect();
        seen.push_str(&format!("{name}: {}\n", placeholders.join(" ")));
        let text = text.lines().map(|line| match line.starts_with("# 发布日期") {
            true => "发布日期: 2024-03-06 09:00\n".to_owned(),
            false => format!("{line}\n"),
        });
        fs::write(&notice, text.collect::<String>()).unwrap();
    }
    assert_snapshot!(
        seen,
        str![[r#"
behind: {{任务要求}}
points: {{任务要求}}
below: {{任务要求}}
first: {{任务要求}}
several: {{任务要求}}
groups: {{任务要求 一、预防}} {{任务要求 二、处置}}
groups-below: {{任务要求 一、预防}} {{任务要求 二、处置}}
groups-numbered: {{任务要求 1.预防}} {{任务要求 2.处置}}
groups-running: 
other-groups: 

"#]]
    );
    project.build_later();
    for (name, body, _) in FORMS {
        let files = project.files(&format!("output/site/lan/{name}"));
        let (_, document) = files.iter().find(|(path, _)| path.ends_with(".docx")).unwrap();
        let printed = paragraphs(document);
        let from = printed.iter().position(|line| line == "现通知如下。").unwrap() + 1;
        let lines: Vec<&str> = body.lines().collect();
        assert_eq!(printed[from..from + lines.len()], lines, "{name}");
    }
}
