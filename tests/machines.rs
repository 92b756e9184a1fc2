//! Findings as programs read them: JSON, GitHub's workflow commands, SARIF.

use serde_json::{Value, json};
use snapbox::str;

use crate::support::schema::violations;
use crate::support::{NOTICE, Project, assert_snapshot, repository};

/// The shipped content with a wrong office, a folder where a file should be, and a name that holds marks.
fn project() -> Project {
    let project = Project::shipped();
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "责任股室: 救灾股", "责任股室: 救次股");
    project.write("content/a, b%/c/notice.md", "---\n标题: 甲\n");
    project.write("content/a, b%/d.yaml/e", "");
    project
}

fn printed(project: &Project, form: &str) -> Value {
    let run = project.run(&["check", "--format", form]);
    assert_eq!((run.code(), run.stderr().as_str()), (1, ""));
    serde_json::from_str(&run.stdout()).unwrap()
}

fn of_code<'v>(list: &'v Value, key: &str, code: &str) -> &'v Value {
    list.as_array().unwrap().iter().find(|finding| finding[key] == code).unwrap()
}

#[test]
fn json_holds_everything_in_both_languages() {
    let found = printed(&project(), "json");
    let tasks = format!("content/{NOTICE}/tasks.yaml");
    let office = of_code(&found["findings"], "code", "T002");
    assert_eq!(
        *office,
        json!({
            "code": "T002", "name": "unknown-office", "severity": "error",
            "file": tasks, "line": 46, "column": 15, "end_line": 46, "end_column": 18,
            "message": { "zh": "“救次股”不在机构名录中", "en": "office \"救次股\" is not in the register" },
            "help": { "zh": "是否想写“救灾股”？", "en": "did you mean \"救灾股\"?" },
            "accepted": null,
            "labels": [],
            "fix": null,
        })
    );
    // A short name may be another office that nobody has registered; an alias is certain.
    assert_eq!(
        of_code(&found["findings"], "code", "T003")["fix"],
        json!({ "start_line": 42, "start_column": 108, "end_line": 42, "end_column": 111, "text": "法规股" })
    );
    let accepted = of_code(&found["findings"], "code", "D002");
    assert_eq!(
        (&accepted["severity"], &accepted["help"], &accepted["fix"]),
        (&json!("note"), &Value::Null, &Value::Null)
    );
    assert_eq!(accepted["accepted"]["zh"], "原件发布时即注明“依申请公开”，此处照原样转录");
    let label = &of_code(&found["findings"], "code", "W001")["labels"][0];
    assert_eq!(
        (&label["file"], &label["line"], &label["end_column"]),
        (&json!(tasks), &json!(2), &json!(28))
    );
    let folder = of_code(&found["findings"], "file", "content/a, b%/d.yaml/");
    assert_eq!(
        (&folder["line"], &folder["column"], &folder["end_column"]),
        (&json!(1), &json!(1), &json!(1))
    );
}

#[test]
fn json_is_what_its_schema_promises() {
    let schema = serde_json::to_value(gongkai::diagnostic::print::schema()).unwrap();
    assert_eq!(violations(&schema, &printed(&project(), "json")), [""; 0]);
    let clean = Project::clean().run(&["check", "--format", "json"]).stdout();
    assert_eq!(clean, "{\n  \"findings\": [],\n  \"more\": []\n}\n");
    let other = json!({ "findings": [{ "code": "T002" }] });
    assert_ne!(violations(&schema, &other), [""; 0]);
}

#[test]
fn github_shows_findings_beside_their_lines() {
    let run = project().run(&["check", "--format", "github", "--lang", "en"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
::error file=content/a%2C b%25/c/notice.md,line=1,endLine=1,col=1,endColumn=1,title=R012 stray-folder::the folder above is not a column, so this would not be published%0Ahelp: put a column.yaml into the folder above, with `名称: …`
::error file=content/a%2C b%25/d.yaml/,line=1,endLine=1,col=1,endColumn=1,title=R010 not-a-file::"a, b%25/d.yaml" should be a file
::error file=content/a%2C b%25/d.yaml/,line=1,endLine=1,col=1,endColumn=1,title=R012 stray-folder::there is no notice.md here; "a, b%25/d.yaml/e" would not be published%0Ahelp: a notice's file is named notice.md, in lower case and without .txt; a column has a column.yaml
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md,line=9,endLine=9,col=30,endColumn=32,title=W001 attachment-name-differs::the paper announces "实施" where the attachment's title says "措施"; they should be the same%0Ahelp: keep the right one and change the other
::notice file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md,line=11,endLine=11,col=3,endColumn=7,title=D007 incomplete-catalogue::基本信息 has no 公开对象、公开内容（要素）%0Ahelp: a catalogue has them; a portal may leave them out
::notice file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md,line=15,endLine=15,col=9,endColumn=14,title=D002 not-proactive::this is on a public page, but its way of disclosure is "依申请公开"%0Aaccepted: 原件发布时即注明“依申请公开”，此处照原样转录
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md,line=42,endLine=42,col=100,endColumn=106,title=S002 date-before-paper::7月29日前 lies before the paper's own date, 2024年8月1日%0Ahelp: set a day after the paper's date, or check the year
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md,line=42,endLine=42,col=108,endColumn=111,title=T003 office-alias::the proper name of 法制股 is 法规股%0Ahelp: write 法规股
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=23,endLine=23,col=113,endColumn=117,title=W013 confused-word::防汛抗行 is a typing mistake%0Ahelp: write "防汛抗旱"
::notice file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=30,endLine=30,col=22,endColumn=36,title=W047 law-changed::突发事件应对法 was revised on 2024-06-28; the new version is in force from 2024-11-01, while the tasks run%0Ahelp: compare cited articles with the new version
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=30,endLine=30,col=44,endColumn=60,title=W007 nested-title::"中华人民共和国突发事件应对法" within a title stands in 〈〉%0Ahelp: write "〈中华人民共和国突发事件应对法〉"
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=40,endLine=40,col=14,endColumn=16,title=T007 mixed-numbering::the measures are numbered in several styles: （1） (5), 1. (5), 1、 (1)%0Ahelp: use one style for the whole column, such as （1）
::error file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=46,endLine=46,col=15,endColumn=18,title=T002 unknown-office::office "救次股" is not in the register%0Ahelp: did you mean "救灾股"?
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=56,endLine=56,col=16,endColumn=20,title=W005 date-name-point::the day's name 5·12 has a middle dot between month and day%0Ahelp: write "5·12"
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=56,endLine=56,col=34,endColumn=35,title=W012 stray-comma::no "，" stands before 等%0Ahelp: remove "，"
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=60,endLine=60,col=90,endColumn=91,title=W008 missing-full-stop::this paragraph has no full stop at its end%0Ahelp: add 。 at the end
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=72,endLine=72,col=27,endColumn=29,title=T004 title-differs::the heading has 处置, which the task's name lacks%0Ahelp: keep the right one and change the other
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=72,endLine=72,col=32,endColumn=33,title=W008 missing-full-stop::the text runs on behind this heading, which needs a full stop%0Ahelp: add 。 at the end
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=75,endLine=75,col=560,endColumn=562,title=T007 mixed-numbering::one cell is numbered in several styles: （1） (16), 一是 (8), ① (9)%0Ahelp: use one style for each level, in the order 1. （1） ①; divide a cell with many levels into several measures
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=75,endLine=75,col=1471,endColumn=1473,title=W006 double-hyphen::a Chinese dash is “——”%0Ahelp: write "——"
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=75,endLine=75,col=1479,endColumn=1481,title=W006 double-hyphen::a Chinese dash is “——”%0Ahelp: write "——"
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=75,endLine=75,col=1511,endColumn=1513,title=W006 double-hyphen::a Chinese dash is “——”%0Ahelp: write "——"
::warning file=content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml,line=81,endLine=81,col=14,endColumn=16,title=W011 heading-level::the level mark "1、" has the wrong form%0Ahelp: write "1."
::notice file=content/site.yaml,line=2,endLine=2,col=5,endColumn=17,title=L005 missing-meta::there is no 域名 for the tag SiteDomain, the feed, the sitemap and the links of fragment.html, which lead nowhere once pasted%0Ahelp: add a line `域名: …` with the site's address
::notice file=content/site.yaml,line=2,endLine=2,col=5,endColumn=17,title=L005 missing-meta::there is no 网站标识码 for the tag SiteIDCode%0Ahelp: add a line `网站标识码: …`

"#]]
    );
    assert_eq!(Project::clean().run(&["check", "--format", "github"]).stdout(), "");
}

#[test]
fn paths_lead_from_where_the_program_ran() {
    let project = project();
    project.write("unterlagen/x", "");
    std::fs::rename(project.path("content"), project.path("unterlagen/content")).unwrap();
    let run = project.run(&["--root", "unterlagen", "check", "--format", "github"]);
    assert!(run.stdout().lines().all(|line| line.contains(" file=unterlagen/content/")), "{}", run.stdout());
    let root = project.path("unterlagen");
    let run = project.run(&["--root", root.to_str().unwrap(), "check", "--format", "sarif"]);
    let log: Value = serde_json::from_str(&run.stdout()).unwrap();
    let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert!(place["artifactLocation"]["uri"].as_str().unwrap().starts_with("unterlagen/content/"));
}

#[test]
fn sarif_is_valid_and_knows_every_code() {
    let schema = std::fs::read_to_string(repository().join("tests/schemas/sarif-2.1.0.json")).unwrap();
    // One pattern of the original has a bracket too many, and is refused by a strict reader.
    let schema = serde_json::from_str(&schema.replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$")).unwrap();
    for project in [project(), Project::clean()] {
        for lang in ["zh", "en"] {
            let run = project.run(&["check", "--format", "sarif", "--lang", lang]);
            let log: Value = serde_json::from_str(&run.stdout()).unwrap();
            assert_eq!(violations(&schema, &log), [""; 0]);
            let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
            let ids: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
            let codes: Vec<&str> = gongkai::pipeline::codes().iter().map(|code| code.id).collect();
            assert_eq!(ids, codes);
            for result in log["runs"][0]["results"].as_array().unwrap() {
                let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
                assert_eq!(result["ruleId"], ids[index]);
            }
        }
    }
}

#[test]
fn sarif_has_places_fixes_and_suppressions() {
    let log = printed(&project(), "sarif");
    let results = &log["runs"][0]["results"];
    let office = of_code(results, "ruleId", "T002");
    let region = json!({ "startLine": 46, "startColumn": 15, "endLine": 46, "endColumn": 18 });
    assert_eq!(office["locations"][0]["physicalLocation"]["region"], region);
    assert_eq!(office["fixes"], Value::Null);
    let alias = of_code(results, "ruleId", "T003");
    let region = &alias["locations"][0]["physicalLocation"]["region"];
    let replacement = &alias["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(*replacement, json!({ "deletedRegion": region, "insertedContent": { "text": "法规股" } }));
    assert_eq!(office["message"]["text"], "“救次股”不在机构名录中\n建议: 是否想写“救灾股”？");
    let accepted = of_code(results, "ruleId", "D002");
    assert_eq!(accepted["suppressions"][0]["kind"], "inSource");
    assert_eq!(of_code(results, "ruleId", "W001")["relatedLocations"][0]["message"]["text"], "附件标题");
    let marked = of_code(results, "ruleId", "R012");
    let uri = &marked["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(uri, "content/a%2C%20b%25/c/notice.md");
}

#[test]
fn many_findings_in_one_file_are_printed_at_once() {
    let project = Project::clean();
    let mut table = "表名: 甲\n任务:\n  - 名称: 乙\n    举措:\n".to_owned();
    for _ in 0..5_000 {
        table += "      - {内容: 丙, 责任股室: 无此股室}\n";
    }
    project.write(&format!("content/{NOTICE}/tasks.yaml"), table);
    let found = printed(&project, "json");
    let last =
        found["findings"].as_array().unwrap().iter().rfind(|finding| finding["code"] == "T002").unwrap();
    assert_eq!(last["line"], 1_004);
    assert_eq!(found["more"][0]["code"], "T002");
    assert_eq!(found["more"][0]["count"], 4_000);
}
