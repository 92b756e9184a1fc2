//! The schemas of the files: they say the same as reading does, neither more nor less.

use std::collections::BTreeSet;

use gongkai::read::KINDS;
use serde_json::{Value, json};

use crate::support::schema::violations;
use crate::support::{NOTICE, Project, files, kept, program, repository};

fn schema(name: &str) -> Value {
    let kind = KINDS.iter().find(|kind| kind.name == name).unwrap();
    serde_json::to_value((kind.schema)()).unwrap()
}

fn yaml(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

fn wrong(name: &str, instance: &Value) -> Vec<String> {
    violations(&schema(name), instance)
}

/// The kind of a content file, and its YAML.
fn kind_of<'t>(path: &str, text: &'t str) -> Option<(&'static str, &'t str)> {
    match path.rsplit('/').next()? {
        "site.yaml" => Some(("site", text)),
        "offices.yaml" => Some(("offices", text)),
        "wording.yaml" => Some(("wording", text)),
        "column.yaml" => Some(("column", text)),
        "catalog.yaml" => Some(("catalog", text)),
        "notice.md" => Some(("notice", text.split("---\n").nth(1)?)),
        "roster.yaml" => Some(("roster", text)),
        name if !path.contains('/') && name.ends_with(".md") => Some(("page", text.split("---\n").nth(1)?)),
        _ if path.contains("/progress/") => Some(("progress", text.split("---\n").nth(1)?)),
        _ if path.contains("/summary/") => Some(("summary", text.split("---\n").nth(1)?)),
        name => name.strip_suffix(".yaml").is_some().then_some(("tasks", text)),
    }
}

#[test]
fn the_copies_in_docs_are_what_the_program_says() {
    for kind in KINDS {
        let run = program().args(["schema", kind.name]).output().unwrap();
        assert!(run.status.success());
        kept(&format!("docs/schema/{}.json", kind.name), &String::from_utf8(run.stdout).unwrap());
    }
    for printed in ["data", "findings", "site-data", "status"] {
        let schema = program().args(["schema", printed]).output().unwrap();
        kept(&format!("docs/{printed}.schema.json"), &String::from_utf8(schema.stdout).unwrap());
    }
    assert_eq!(files(&repository().join("docs/schema")).len(), KINDS.len());
}

#[test]
fn every_schema_is_one() {
    for kind in KINDS {
        let schema = schema(kind.name);
        assert_ne!(violations(&schema, &json!("neither a record nor a list")), [""; 0], "{}", kind.name);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    }
}

#[test]
fn what_ships_is_valid() {
    let mut seen = BTreeSet::new();
    for folder in ["content", "tests/site/attachments/content"] {
        for (path, bytes) in files(&repository().join(folder)) {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let Some((name, text)) = kind_of(&path, &text) else { continue };
            assert_eq!(wrong(name, &yaml(text)), [""; 0], "{path}");
            seen.insert(name);
        }
    }
    assert_eq!(seen.len(), KINDS.len());
}

#[test]
fn a_misspelt_key_is_not() {
    let cases = [
        ("site", "名称: 甲\n主办但位: 乙"),
        ("offices", "股室:\n  - {名称: 甲, 别明: 乙}"),
        ("wording", "词语:\n  - {错: 甲, 队: 乙}"),
        ("column", "名称: 甲\n说名: 乙"),
        ("catalog", "领域: 甲\n事项: []\n渠到: 乙"),
        ("catalog", "领域: 甲\n事项: [{名称: 乙, 下级事项: [{名称: 丙, 公开时线: 丁}]}]"),
        ("notice", "标题: 甲\n发文机关: 乙\n成文日期: 2024-08-01\n发布日期: 2024-08-01\n主颂: 丙"),
        (
            "notice",
            "标题: 甲\n发文机关: 乙\n成文日期: 2024-08-01\n发布日期: 2024-08-01\n附件: [{表: a.yaml, 名秤: 甲}]",
        ),
        (
            "notice",
            "标题: 甲\n发文机关: 乙\n成文日期: 2024-08-01\n发布日期: 2024-08-01\n基本信息: {公开层级: [{层级: 县级, 渠道: 丁}]}",
        ),
        ("tasks", "表名: 甲\n任务: []\n填报但位: 乙"),
        ("tasks", "表名: 甲\n任务: []\n列: [{列: 乙, 表投: 丙}]"),
    ];
    for (name, text) in cases {
        assert_ne!(wrong(name, &yaml(text)), [""; 0], "{text}");
    }
}

#[test]
fn shapes_and_closed_words_are_judged() {
    let notice = "标题: 甲\n发文机关: 乙\n成文日期: 2024-08-01\n发布日期: 2024-08-01\n附件:\n  - 名称: 丙\n";
    for (name, text) in [
        ("tasks", "表名: 甲\n任务: []\n列: [{列: 乙, 类型: 单为}]"),
        ("tasks", "表名: [甲]\n任务: []"),
        ("tasks", "表名: 甲\n任务: [只写名称]"),
        ("tasks", "表名: 甲\n任务: [{名称: 乙, 举措: [只写内容]}]"),
        ("site", "名称: 甲\n规则级别: {W001: 报错}"),
        ("notice", notice),
        ("notice", &format!("{notice}    表: a.yaml\n    文: b.md\n")),
    ] {
        assert_ne!(wrong(name, &yaml(text)), [""; 0], "{text}");
    }
    for (name, text) in [
        (
            "tasks",
            "表名: 2024\n填报单位:\n任务: {名称: 1.10, 备注: 乙, 举措: {内容: 丙, 责任股室: [甲, 乙]}}",
        ),
        ("offices", "股室: 甲\n统称:"),
        ("offices", "股室: [甲, {名称: 乙, 别名: 丙}]\n统称: {名称: 丁, 包括: [甲]}"),
        ("notice", &format!("{notice}    文件: files/a.docx\n放行: {{D002: 经同意}}\n")),
    ] {
        assert_eq!(wrong(name, &yaml(text)), [""; 0], "{text}");
    }
}

const NOTE: &str = "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.2\"\n举措开头: 做\n状态: 正在推进\n标题: 甲\n填报人: 丙\n佐证材料: [乙]\n公开: true\n示例: false\n发布日期: 2024-08-31\n---\n正文。\n";
const SUMMARY: &str = "---\n股室: 危化股\n年度: 2024\n日期: 2024-08-30\n公开: false\n示例: false\n发布日期: 2024-08-31\n签字: {股室负责人: 甲, 分管领导: 乙, 日期: 2024-08-30}\n---\n正文。\n";
const ROSTER: &str = "名单: [{股室: 危化股, 责任人: 甲, 联络人: [乙, 丙], 电话: 0000-0000000}]\n";

/// Every key of a record is taken out of a project that is right: reading misses it just where the schema does.
#[test]
fn what_is_required_is_what_reading_asks_for() {
    let project = Project::clean();
    for (path, text) in [("progress/a.md", NOTE), ("summary/a.md", SUMMARY), ("roster.yaml", ROSTER)] {
        project.write(&format!("content/{NOTICE}/{path}"), text);
    }
    for (path, name) in [
        ("site.yaml", "site"),
        ("offices.yaml", "offices"),
        ("gongkai-lingyu/column.yaml", "column"),
        ("gongkai-lingyu/anquan-shengchan/catalog.yaml", "catalog"),
        (&format!("{NOTICE}/notice.md"), "notice"),
        (&format!("{NOTICE}/tasks.yaml"), "tasks"),
        (&format!("{NOTICE}/roster.yaml"), "roster"),
        (&format!("{NOTICE}/progress/a.md"), "progress"),
        (&format!("{NOTICE}/summary/a.md"), "summary"),
    ] {
        let path = format!("content/{path}");
        let text = std::fs::read_to_string(project.path(&path)).unwrap();
        let (_, form) = kind_of(&path, &text).unwrap();
        let paper = ["notice", "progress", "summary"].contains(&name);
        let body = if paper { "---\n正文。\n" } else { "" };
        let open = if paper { "---\n" } else { "" };
        for key in yaml(form).as_object().unwrap().keys() {
            let mut rest = yaml(form);
            rest.as_object_mut().unwrap().remove(key);
            project.write(&path, format!("{open}{}{body}", serde_yaml::to_string(&rest).unwrap()));
            let asked = project.run(&["check"]).stdout().contains(&format!("[R005]: 缺少“{key}”"));
            assert_eq!(asked, !wrong(name, &rest).is_empty(), "{key} of {name}");
        }
        project.write(&path, text);
    }
}

/// The keys that the schemas offer, all at once in one project: reading knows every one.
#[test]
fn every_key_that_is_offered_is_read() {
    let project = Project::clean();
    let task = schema("tasks")["$defs"]["TaskRecord"]["properties"].clone();
    let measure = schema("tasks")["$defs"]["MeasureRecord"]["properties"].clone();
    let keys = |record: &Value| record.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let group = schema("tasks")["$defs"]["GroupRecord"]["properties"].clone();
    assert_eq!(keys(&measure), ["代号", "编号", "内容"]);
    let fields = keys(&task).into_iter().filter(|key| key != "举措");
    let mut record: serde_json::Map<String, Value> = fields.map(|key| (key, json!("甲"))).collect();
    record.insert(
        "举措".to_owned(),
        json!([{ "代号": "丁", "编号": "乙", "内容": "丙", "责任股室": "危化股" }]),
    );
    let fields = keys(&group).into_iter().filter(|key| key != "任务");
    let mut of_group: serde_json::Map<String, Value> = fields.map(|key| (key, json!("甲"))).collect();
    of_group.insert("任务".to_owned(), json!([record]));
    let words = schema("tasks")["$defs"]["ColumnRecord"]["properties"]["类型"]["enum"].clone();
    let columns: Vec<Value> =
        words.as_array().unwrap().iter().map(|word| json!({ "列": word, "类型": word })).collect();
    let table =
        json!({ "表名": "甲", "填报单位": "", "列": columns, "分组": [of_group], "表注": ["注：甲"] });
    let table = serde_yaml::to_string(&table).unwrap().replace("责任股室", "单位");
    project.write(&format!("content/{NOTICE}/tasks.yaml"), table);
    let levels = &schema("site")["properties"]["规则级别"]["additionalProperties"]["enum"];
    for (i, word) in levels.as_array().unwrap().iter().enumerate() {
        let code = ["T001", "T002", "S001", "D002"][i];
        let text = std::fs::read_to_string(project.path("content/site.yaml")).unwrap();
        let line = if i == 0 { "规则级别:\n" } else { "" };
        project.write("content/site.yaml", format!("{text}{line}  {code}: {}\n", word.as_str().unwrap()));
    }
    let void = NOTE.replace("公开: true", "公开: true\n作废: 2024-09-02");
    for (path, kind, text) in [
        ("progress/a.md", "progress", void.as_str()),
        ("summary/a.md", "summary", SUMMARY),
        ("roster.yaml", "roster", ROSTER),
    ] {
        project.write(&format!("content/{NOTICE}/{path}"), text);
        let schema = schema(kind);
        let records = std::iter::once(&schema)
            .chain(schema["$defs"].as_object().into_iter().flat_map(|defs| defs.values()));
        for key in records.filter_map(|record| record["properties"].as_object()).flat_map(|own| own.keys()) {
            assert!(text.contains(&format!("{key}: ")), "{key} of {kind} is not tried");
        }
    }
    let found = project.run(&["check"]).stdout();
    assert!(!["[R0", "[A003]"].iter().any(|code| found.contains(code)), "{found}");
}

#[test]
fn hover_texts_are_chinese() {
    fn visit(value: &Value, path: &str) {
        match value {
            Value::Object(record) => {
                if let Some(Value::Object(properties)) = record.get("properties") {
                    for (key, property) in properties {
                        let text = property["description"].as_str().unwrap_or_default();
                        assert!(text.contains(|c: char| c > '\u{2E7F}'), "{path}.{key}: {text:?}");
                    }
                }
                record.iter().for_each(|(key, value)| visit(value, &format!("{path}.{key}")));
            }
            Value::Array(items) => items.iter().for_each(|value| visit(value, path)),
            _ => (),
        }
    }
    for kind in KINDS {
        visit(&schema(kind.name), kind.name);
    }
}

#[test]
fn the_overview_lists_every_kind() {
    let run = |arguments: &[&str]| program().arg("schema").args(arguments).output().unwrap();
    let text = String::from_utf8(run(&[]).stdout).unwrap();
    for kind in KINDS {
        assert!(text.lines().any(|line| line.starts_with(&format!("{} ", kind.name))), "{text}");
    }
    let unknown = run(&["task"]);
    assert_eq!(unknown.status.code(), Some(2));
    let told = String::from_utf8(unknown.stderr).unwrap();
    assert!(told.starts_with("错误: 没有“task”这种文件；是否想写“tasks”？\n\n可用：site offices "), "{told}");
}
