//! Tables of all shapes, made at random, and the files that a project with such tables becomes.

use std::collections::BTreeMap;

use gongkai::model::Project;
use gongkai::read::{Content, project};
use gongkai::render::{Edition, Theme, plan};
use jiff::civil::date;
use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_yaml::{Mapping, Value};

/// The folder of the notice with the tables.
pub const FOLDER: &str = "栏目/通知";

/// A text such as cells hold: short, of several lines, like a number, like a formula, with marks of YAML, blank.
fn words() -> impl Strategy<Value = String> {
    let odd = [
        "1.10",
        "1,200",
        "12,345.60",
        "007",
        "=1+1",
        "+5%",
        "-",
        "@某",
        "'=1",
        "# 一",
        "甲: 乙",
        "- 丙",
        "“引用”",
        "\"半角\"",
        "null",
        "~",
        "是",
        "true",
        "2024-12-31",
        " 前后有空格 ",
        "a,b;c\td",
        "<b>&amp;</b>",
        "（1）开展检查。\n（2）督促整改。",
        "一\n\n三",
        "\n下一行",
        "长期坚持",
        "某股、某科",
        "√",
        "1",
        "2",
        "[甲]",
        "{乙}",
        "%",
        "||",
        "|",
        "\\",
        "′",
        "通栏",
        "_x0041_",
    ];
    prop_oneof![
        6 => "[甲乙丙丁戊己庚辛]{1,12}",
        4 => select(odd.to_vec()).prop_map(str::to_owned),
        1 => ("[子丑寅卯]{1,6}[。；，]", 1..120_usize).prop_map(|(part, times)| part.repeat(times)),
    ]
}

fn long() -> impl Strategy<Value = String> {
    prop_oneof![
        ("[天地玄黄]{3,9}；", 60..400_usize).prop_map(|(part, times)| {
            (0..times)
                .map(|i| if i % 7 == 0 { format!("（{}）{part}", i / 7 + 1) } else { part.clone() })
                .collect()
        }),
        (10..90_usize)
            .prop_map(|lines| (0..lines).map(|i| format!("第{i}行")).collect::<Vec<_>>().join("\n")),
        (300..2_500_usize).prop_map(|length| "长".repeat(length)),
    ]
}

/// A text, now and then longer than a row of a workbook can be high.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![12 => words(), 1 => long()]
}

fn name() -> impl Strategy<Value = String> {
    text().prop_filter("a name says something", |text| !text.trim().is_empty())
}

fn value() -> impl Strategy<Value = Value> {
    let several = prop_oneof![8 => 2..5_usize, 1 => Just(300_usize)];
    prop_oneof![
        6 => text().prop_map(Value::String),
        1 => Just(Value::String(String::new())),
        2 => several.prop_map(|n| (0..n).map(|i| Value::String(format!("{}股", ["甲", "乙", "丙"][i % 3]))).collect()),
    ]
}

/// The columns that a table may have for values.
const VALUES: [&str; 8] = ["责任单位", "配合单位", "责任领导", "完成时限", "分值", "备注", "督查", "联系"];

fn header() -> impl Strategy<Value = Option<Vec<String>>> {
    let tier = prop_oneof![3 => "[上下左右]{1,3}", 1 => Just("责任清单".to_owned()), 1 => Just("A/B".to_owned()), 1 => Just(String::new()), 1 => Just("两\n行".to_owned())];
    weighted(0.5, vec(tier, 1..4))
}

fn record(pairs: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    Value::Mapping(pairs.into_iter().map(|(key, value)| (key.into(), value)).collect())
}

fn values(columns: &[&'static str], likely: f64) -> impl Strategy<Value = Mapping> + use<> {
    let columns = columns.to_vec();
    vec(weighted(likely, value()), columns.len()).prop_map(move |values| {
        let given = columns.iter().zip(values).filter_map(|(column, value)| Some(((*column).into(), value?)));
        given.collect()
    })
}

fn measure(columns: &[&'static str]) -> impl Strategy<Value = Value> + use<> {
    let number = weighted(0.2, select(vec!["（1）", "①", "1.", "一是"]));
    (number, weighted(0.9, text()), values(columns, 0.7)).prop_map(|(number, text, values)| {
        let mut record = Mapping::new();
        record.extend(number.map(|number| ("编号".into(), number.into())));
        record.extend(text.map(|text| ("内容".into(), text.into())));
        record.extend(values);
        Value::Mapping(record)
    })
}

fn task(columns: &[&'static str]) -> impl Strategy<Value = Value> + use<> {
    // A column is filled in on the task or on its measures.
    subsequence(columns.to_vec(), 0..=columns.len()).prop_flat_map({
        let columns = columns.to_vec();
        move |own| {
            let below: Vec<&'static str> =
                columns.iter().copied().filter(|column| !own.contains(column)).collect();
            let number = weighted(0.2, select(vec!["一", "3", "7.1", "", "①"]));
            let asks = weighted(0.3, text());
            (number, name(), asks, values(&own, 0.6), vec(measure(&below), 0..4)).prop_map(
                |(number, name, asks, values, measures)| {
                    let mut record = Mapping::new();
                    record.extend(number.map(|number| ("编号".into(), number.into())));
                    record.insert("名称".into(), name.into());
                    record.extend(asks.map(|asks| ("要求".into(), asks.into())));
                    record.extend(values);
                    if !measures.is_empty() {
                        record.insert("举措".into(), Value::Sequence(measures));
                    }
                    Value::Mapping(record)
                },
            )
        }
    })
}

fn group(columns: &[&'static str]) -> impl Strategy<Value = Value> + use<> {
    let taken = subsequence(columns.to_vec(), 0..=columns.len().min(1));
    let columns = columns.to_vec();
    (weighted(0.3, name()), taken).prop_flat_map(move |(section, own)| {
        let below: Vec<&'static str> =
            columns.iter().copied().filter(|column| !own.contains(column)).collect();
        let named = weighted(if section.is_some() { 0.4 } else { 0.9 }, name());
        let section = Just(section);
        (section, named, values(&own, 0.5), vec(task(&below), 0..4)).prop_map(
            |(section, name, values, tasks)| {
                let mut record = Mapping::new();
                // One of the two has to be there.
                let name = name.or_else(|| section.is_none().then(|| "组".to_owned()));
                record.extend(section.map(|section| ("通栏".into(), section.into())));
                record.extend(name.map(|name| ("名称".into(), name.into())));
                record.extend(values);
                if !tasks.is_empty() {
                    record.insert("任务".into(), Value::Sequence(tasks));
                }
                Value::Mapping(record)
            },
        )
    })
}

/// A table, as the text of its file.
pub fn table() -> impl Strategy<Value = String> {
    let special = subsequence(vec!["类别", "序号", "工作任务", "要求", "工作举措"], 0..=5);
    // One column alone cannot show which of its rows stand across the table.
    let free = subsequence(VALUES.to_vec(), 2..=5);
    let order = any::<bool>();
    (special, free, order, any::<bool>())
        .prop_flat_map(|(special, free, mixed, grouped)| {
            let mut names: Vec<&'static str> = special;
            names.extend(&free);
            let order = if mixed { Just(names).prop_shuffle().boxed() } else { Just(names).boxed() };
            let body = if grouped { vec(group(&free), 1..4).boxed() } else { vec(task(&free), 1..5).boxed() };
            let heads = vec(header(), 10);
            let counts = select(vec!["任务", "任务", "举措", "行"]);
            let unit = weighted(0.5, prop_oneof![Just(String::new()), words()]);
            // Neighbours with the head of the first of them.
            let equal = weighted(0.4, (0..9_usize, 1..4_usize));
            let widths = vec(weighted(0.15, 1..60_u16), 10);
            let heads = (heads, equal, weighted(0.1, Just(())), counts, widths);
            (name(), unit, order, heads, body, vec(words(), 0..3), Just(grouped))
        })
        .prop_map(|(name, unit, order, (heads, equal, blank, counts, widths), body, notes, grouped)| {
            let mut heads: Vec<Option<Vec<String>>> = heads;
            if let Some((first, more)) = equal {
                let end = (first + more + 1).min(heads.len());
                let own = order.get(first).map(|name| vec![(*name).to_owned()]);
                let head = heads[first].clone().or(own);
                heads[first..end].fill(head);
            }
            if blank.is_some() {
                heads.fill(Some(vec![String::new()]));
            }
            let tells_tasks = order.contains(&"工作任务");
            let column = |((name, head), width): ((&'static str, Option<Vec<String>>), Option<u16>)| {
                // Without a column of tasks, nothing says which rows are one.
                let counts = (name == "序号" && counts != "任务" && tells_tasks).then_some(counts);
                if head.is_none() && width.is_none() && counts.is_none() {
                    return Value::from(name);
                }
                let head = head.map(|tiers| ("表头", Value::from(tiers)));
                let counts = counts.map(|counts| ("计数", Value::from(counts)));
                let width = width.map(|width| ("宽", Value::from(width)));
                record([("列", name.into())].into_iter().chain(head).chain(counts).chain(width))
            };
            let columns: Vec<Value> = order.into_iter().zip(heads).zip(widths).map(column).collect();
            let mut file = Mapping::new();
            file.insert("表名".into(), name.into());
            file.extend(unit.map(|unit| ("填报单位".into(), unit.into())));
            file.insert("列".into(), columns.into());
            file.insert(if grouped { "分组" } else { "任务" }.into(), body.into());
            if !notes.is_empty() {
                file.insert("表注".into(), notes.into());
            }
            serde_yaml::to_string(&Value::Mapping(file)).unwrap()
        })
}

/// A project whose one notice has these tables for its attachments.
pub fn understood(tables: &[String]) -> Project {
    let attachments = (0..tables.len()).map(|i| format!("  - {{表: t{i}.yaml, 名称: 表{i}}}"));
    let attachments = attachments.collect::<Vec<_>>().join("\n");
    let notice = format!(
        "---\n标题: 关于任务分解的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n{attachments}\n---\n现通知如下。\n"
    );
    let mut files: Vec<(String, String)> = vec![
        ("site.yaml".into(), "名称: 某局政务公开\n".into()),
        ("offices.yaml".into(), "股室:\n  - 危化股\n".into()),
        ("栏目/column.yaml".into(), "名称: 栏目\n".into()),
        (format!("{FOLDER}/notice.md"), notice),
    ];
    files.extend(tables.iter().enumerate().map(|(i, table)| (format!("{FOLDER}/t{i}.yaml"), table.clone())));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (project, _, report) = project(Content::of_texts(&files), date(2024, 9, 1));
    let wrong: Vec<_> = report.findings().iter().map(|finding| &finding.message.en).collect();
    assert!(wrong.is_empty(), "{wrong:?}\n{tables:?}");
    project
}

/// The files of the notice's folder, by name.
pub fn made(project: &Project) -> BTreeMap<String, Vec<u8>> {
    let theme = Theme::new(project).unwrap();
    let edition = Edition::new(project, &theme);
    let folder = format!("site/{FOLDER}/");
    let artifacts = plan(&edition).unwrap();
    let here = artifacts.iter().filter_map(|a| Some((a.path.as_str().strip_prefix(&folder)?, a)));
    here.map(|(name, artifact)| (name.to_owned(), artifact.make().unwrap())).collect()
}
