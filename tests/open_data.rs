//! Open data: every `data.json` keeps to its published schema, and its identifiers outlive changes of the table.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use crate::support::schema::violations;
use crate::support::{LATER, NOTICE, Project, YEAR_OVER, copy, files, repository};

fn built(case: &str) -> Project {
    let project = Project::empty();
    copy(&repository().join("tests/site").join(case).join("content"), &project.path("content"));
    project.build_later();
    project
}

fn read(project: &Project, path: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(project.path(&format!("output/site/{path}"))).unwrap()).unwrap()
}

#[test]
fn every_file_keeps_to_the_schema_that_is_published_with_it() {
    let mut judged = 0;
    for project in [built("tables"), built("papers"), built("attachments"), year()] {
        let schema = read(&project, "data/schema.json");
        for (path, bytes) in files(&project.path("output/site")) {
            if !path.ends_with("/data.json") || path.starts_with("catalog/") {
                continue;
            }
            let data: Value = serde_json::from_slice(&bytes).unwrap();
            assert_eq!(violations(&schema, &data), [""; 0], "{path}");
            for table in data["表"].as_array().unwrap() {
                let rows = table["行"].as_array().unwrap().len();
                let places =
                    table["事项"].as_array().unwrap().iter().map(|item| item["行"].as_u64().unwrap());
                assert!(places.is_sorted() && table["事项"].as_array().unwrap().len() <= rows, "{path}");
            }
            judged += 1;
        }
    }
    assert!(judged > 12, "{judged}");
}

fn year() -> Project {
    let project = Project::year();
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    project
}

#[test]
fn the_meaning_of_a_row_stands_beside_its_words() {
    let project = built("papers");
    let data = read(&project, "gongwen/lianhe/data.json");
    assert_eq!(data["完整标题"], "示例县教育局 示例县财政局关于做好2025年学生资助工作的通知");
    assert_eq!(data["发文机关"], "示例县教育局、示例县财政局");
    assert_eq!(data["网址"], "https://www.example.gov.cn/gongwen/lianhe/index.html");
    let item = data["表"][0]["事项"][0].as_object().unwrap();
    let offices = json!([{"名称": "资助中心", "列": "牵头单位"}, {"名称": "财务股", "列": "配合单位"}]);
    assert_eq!(
        (&item["位置"], &item["截止日期"], &item["长期"], &item["单位"], &item["状态"]),
        (&json!("1"), &json!("2025-06-30"), &json!(false), &offices, &Value::Null)
    );
    let reported = read(&year(), &format!("{NOTICE}/data.json"));
    let items = reported["表"][0]["事项"].as_array().unwrap();
    assert!(items.iter().any(|item| item["状态"] == "已完成" && item["最近报送日期"].is_string()));
    let scores = read(&built("tables"), "gongzuo/kaohe/data.json");
    assert!(
        scores["表"][0]["事项"][0]["数值"].as_object().unwrap().values().all(Value::is_number),
        "{scores:#}"
    );
}

#[test]
fn the_site_is_named_beside_the_list() {
    let schema = Project::empty().run(&["schema", "site-data"]);
    let schema = serde_json::from_str(&schema.stdout()).unwrap();
    let said = |project: &Project| {
        let site = read(project, "data/site.json");
        assert_eq!(violations(&schema, &site), [""; 0]);
        assert_eq!(site["公开事项"], read(project, "data/index.json").as_array().unwrap().len());
        site
    };
    let portal = said(&built("portal"));
    assert_eq!(portal["网址"], "https://www.example.gov.cn/zwgk/");
    assert_eq!(portal["统计截至"], Value::Null, "no progress, no day of counting");
    assert_eq!(said(&built("widths"))["统计截至"], LATER);
}

#[test]
fn the_list_names_every_notice() {
    let project = built("papers");
    let list = read(&project, "data/index.json");
    let titles: Vec<&str> =
        list.as_array().unwrap().iter().map(|one| one["标题"].as_str().unwrap()).collect();
    assert_eq!(titles.len(), 4);
    assert!(
        titles.contains(&"示例县教育局办公室关于印发《示例县校园安全“百日行动”工作方案》的通知"),
        "{titles:?}"
    );
    assert!(list.as_array().unwrap().iter().all(|one| one["数据"].as_str().unwrap().ends_with("/data.json")));
}

/// The identifiers of the items, by the beginning of their words.
fn keys(project: &Project) -> BTreeMap<String, String> {
    let data = read(project, &format!("{NOTICE}/data.json"));
    let table = &data["表"][0];
    let words = |item: &Value| {
        let row = &table["行"][usize::try_from(item["行"].as_u64().unwrap()).unwrap()];
        row["工作举措"].as_str().unwrap().to_owned()
    };
    let items = table["事项"].as_array().unwrap().iter();
    items.map(|item| (words(item), item["标识"].as_str().unwrap().to_owned())).collect()
}

#[test]
fn identifiers_outlive_insertion_and_removal() {
    let project = Project::shipped();
    let before = keys(project.build());
    assert_eq!(before.values().collect::<BTreeSet<_>>().len(), before.len(), "no two alike");
    let table = format!("content/{NOTICE}/tasks.yaml");
    let text = fs::read_to_string(project.path(&table)).unwrap();
    let at = text.find("  - 名称:").unwrap();
    let task =
        "  - 名称: 新的任务\n    举措:\n      - {内容: 新的举措。, 责任股室: 法规股, 完成时限: 长期坚持}\n";
    let (first, rest) = text.split_at(at);
    // A new task first, and the old first task last.
    let second = rest[1..].find("  - 名称:").unwrap() + 1;
    project.write(&table, format!("{first}{task}{}{}", &rest[second..], &rest[..second]));
    let after = keys(project.build());
    assert_eq!(after.len(), before.len() + 1);
    for (words, key) in &before {
        assert_eq!(after.get(words), Some(key), "{words}");
    }
}

#[test]
fn linked_data_is_in_the_head_and_ends_no_tag() {
    let project = Project::shipped();
    project.change(&format!("content/{NOTICE}/notice.md"), "标题: 关于", "标题: 关于</script><b>");
    let page = fs::read_to_string(project.build().path(&format!("output/site/{NOTICE}/index.html"))).unwrap();
    let (_, block) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let (block, _) = block.split_once("</script>").unwrap();
    let data: Value = serde_json::from_str(block).unwrap();
    assert_eq!(data["@graph"][0]["@type"], "Report");
    assert!(
        data["@graph"][0]["name"].as_str().unwrap().starts_with("临湘市应急管理局关于</script><b>2024年")
    );
    assert_eq!(data["@graph"][1]["distribution"][0]["contentUrl"], "data.csv");
}
