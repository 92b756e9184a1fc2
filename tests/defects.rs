//! The published notice has ten mistakes; each is found at its place, and none on a corrected copy.

use crate::support::{NOTICE, Project};

/// A mistake: the finding's code, the file, and the text that its carets stand under.
const DEFECTS: [(&str, &str, &str); 17] = [
    // 1. 附件说明 and the attachment's own title differ.
    ("W001", "notice.md", "实施"),
    // 2. The list of names is due before the paper's own date.
    ("S002", "notice.md", "7月29日前"),
    // 3. One office under two names.
    ("T003", "notice.md", "法制股"),
    // 4. A task's title differs between body and table, and lacks its full stop in the body.
    ("T004", "tasks.yaml", "处置"),
    ("W008", "tasks.yaml", "系"),
    // 5. Paragraph （五） ends without a full stop.
    ("W008", "tasks.yaml", "性"),
    // 6. Level marks of several kinds in one column, and within one cell; 1、 is none at all.
    ("T007", "tasks.yaml", "1."),
    ("T007", "tasks.yaml", "一是"),
    ("W011", "tasks.yaml", "1、"),
    // 7. 5.12 for 5·12; -- for ——; a stray comma.
    ("W005", "tasks.yaml", "5.12"),
    ("W006", "tasks.yaml", "--"),
    ("W006", "tasks.yaml", "--"),
    ("W006", "tasks.yaml", "--"),
    ("W012", "tasks.yaml", "，"),
    // 8. A title within a title.
    ("W007", "tasks.yaml", "（中华人民共和国突发事件应对法）"),
    // 9. 防汛抗行.
    ("W013", "tasks.yaml", "防汛抗行"),
    // 10. 依申请公开 on a public page: accepted, and still told.
    ("D002", "notice.md", "依申请公开"),
];

/// Every finding of `check` about the notice: code, file, and the text in the file at its place.
fn found(project: &Project) -> Vec<(String, String, String)> {
    let report = project.run(&["check", "--format", "json"]).stdout();
    let report: serde_json::Value = serde_json::from_str(&report).unwrap();
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .filter_map(|finding| {
            let number = |key: &str| usize::try_from(finding[key].as_u64().unwrap()).unwrap() - 1;
            let path = finding["file"].as_str().unwrap();
            let name = path.strip_prefix(&format!("content/{NOTICE}/"))?;
            let text = std::fs::read_to_string(project.path(path)).unwrap();
            let line = text.lines().nth(number("line"))?;
            let part = line.chars().skip(number("column")).take(number("end_column") - number("column"));
            Some((finding["code"].as_str()?.to_owned(), name.to_owned(), part.collect()))
        })
        .collect()
}

#[test]
fn all_ten_are_found_each_at_its_place() {
    let mut found = found(&Project::shipped());
    for (code, file, text) in DEFECTS {
        let defect = (code.to_owned(), file.to_owned(), text.to_owned());
        let at = found.iter().position(|finding| *finding == defect);
        found.remove(at.unwrap_or_else(|| panic!("{defect:?} is not among {found:#?}")));
    }
    let rest: Vec<&str> = found.iter().map(|finding| finding.0.as_str()).collect();
    assert_eq!(rest, ["D007", "W047"], "and what the catalogue lacks, and a law that was revised");
}

#[test]
fn none_is_found_on_a_corrected_copy() {
    let found = found(&Project::clean());
    assert!(found.is_empty(), "{found:?}");
}
