//! The reference in `docs/`: its generated parts are what the program says of itself, and stand between two comments
//! that name them; the rest is written by hand.

mod commands;
mod english;
mod fields;
mod findings;
mod formats;

use std::collections::BTreeSet;
use std::fs;

use gongkai::text::message::Lang;

use crate::support::{Project, anchor, files, kept, repository};

/// The books, each with its language.
const REFERENCE: [(&str, Lang); 2] = [("docs/reference.zh-CN.md", Lang::Zh), ("docs/reference.md", Lang::En)];

/// Every generated part, by the name in its comments.
const PARTS: [(&str, fn(Lang) -> String); 6] = [
    ("fields", fields::chapter),
    ("global options", commands::global_options),
    ("commands", commands::chapter),
    ("formats", formats::table),
    ("templates", formats::templates),
    ("findings", findings::chapter),
];

#[test]
fn the_reference_is_what_the_program_says() {
    for (path, lang) in REFERENCE {
        let mut text = fs::read_to_string(repository().join(path)).unwrap();
        for (name, made) in PARTS {
            text = with_part(&text, name, &made(lang));
        }
        let contents = contents(&text);
        kept(path, &with_part(&text, "contents", &contents));
    }
}

/// The examples of papers are files of a golden folder, or parts of them, so that each is known to be built.
#[test]
fn the_examples_of_papers_are_built() {
    let folder = repository().join("tests/site/papers/content");
    let built: Vec<String> =
        files(&folder).into_iter().map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
    for (path, _) in REFERENCE {
        let text = fs::read_to_string(repository().join(path)).unwrap();
        let blocks =
            ["```yaml\n", "```markdown\n"].map(|fence| text.split(fence).skip(1)).into_iter().flatten();
        let blocks = blocks.filter_map(|rest| Some(rest.split_once("\n```")?.0));
        let found = blocks.filter(|block| built.iter().any(|file| file.contains(block))).count();
        let wanted =
            "joint paper, plan, its text, table, numbers, groups, heads, no heads, tasks of the body";
        assert_eq!(found, 9, "{path}: {wanted}");
    }
}

#[test]
fn the_example_is_a_project_of_its_own() {
    for (path, _) in REFERENCE {
        let (text, project) = (fs::read_to_string(repository().join(path)).unwrap(), Project::empty());
        let notice = "tongzhi/2025-yingji-yanlian";
        for file in ["site.yaml", "offices.yaml", "tongzhi/column.yaml"]
            .map(str::to_owned)
            .into_iter()
            .chain(["notice.md", "tasks.yaml"].map(|name| format!("{notice}/{name}")))
        {
            let (_, after) = text.split_once(&format!("\n`content/{file}`")).unwrap();
            let (_, block) = after.split_once("```").unwrap().1.split_once('\n').unwrap();
            let (block, _) = block.split_once("\n```").unwrap();
            project.write(&format!("content/{file}"), format!("{block}\n"));
        }
        let run = project.run_on("2025-03-03", &["build"]);
        assert_eq!(run.stderr().lines().last(), Some("共 0 处错误，0 处警告，3 处提示"), "{path}");
        assert!(project.path(&format!("output/site/{notice}/index.html")).exists());
    }
}

/// The blocks of YAML below a heading.
fn blocks<'t>(text: &'t str, heading: &str) -> Vec<&'t str> {
    let (_, chapter) = text.split_once(&format!("\n{heading}\n\n")).unwrap();
    let chapter = chapter.split_once("\n### ").unwrap().0;
    let blocks = chapter.split("```yaml\n").skip(1);
    blocks.map(|block| block.split_once("\n```").unwrap().0).collect()
}

/// A project with one table.
fn with_table(offices: &str, table: &str) -> Project {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局\n").write("content/lan/column.yaml", "名称: 栏目\n");
    let notice = "---\n标题: 通知\n发文机关: 某局\n成文日期: 2025-03-03\n发布日期: 2025-03-03 09:00\n附件:\n  - {表: tasks.yaml, 名称: 表}\n---\n现通知如下。\n";
    let body = if table.contains("要求:") { "\n{{任务要求}}\n" } else { "" };
    project.write("content/lan/tongzhi/notice.md", format!("{notice}{body}"));
    project.write("content/lan/tongzhi/tasks.yaml", format!("表名: 表\n{table}\n"));
    project.write("content/offices.yaml", format!("{offices}\n"));
    project
}

/// The findings of a project but for what its site lacks, the first line of each.
fn found(project: &Project) -> Vec<String> {
    let printed = project.run_on("2025-03-03", &["check"]).stdout();
    let heads = printed.lines().filter(|line| line.contains("]: ") && !line.contains("[L0"));
    heads.map(str::to_owned).collect()
}

#[test]
fn the_examples_of_columns_and_deadlines_are_understood() {
    for (path, headings) in [
        ("docs/reference.zh-CN.md", ["### 列", "### 时限"]),
        ("docs/reference.md", ["### 列 (columns of a table)", "### Deadlines"]),
    ] {
        let text = fs::read_to_string(repository().join(path)).unwrap();
        for heading in headings {
            let [table] = blocks(&text, heading)[..] else { panic!("{heading}") };
            let found = found(&with_table("股室: [办公室, 救灾股, 应急指挥中心]", table));
            // Deadlines may be due soon, and a heading may differ from its task's name.
            let is_other = |line: &&String| !["[S004]", "[T004]"].iter().any(|code| line.contains(code));
            let others: Vec<&String> = found.iter().filter(is_other).collect();
            assert!(others.is_empty(), "{path} {heading} {others:#?}");
        }
    }
}

#[test]
fn the_examples_of_offices_are_understood() {
    for (path, heading) in [
        ("docs/reference.zh-CN.md", "### 一句话写成的责任"),
        ("docs/reference.md", "### Responsibilities in a sentence"),
    ] {
        let text = fs::read_to_string(repository().join(path)).unwrap();
        let [offices, table] = blocks(&text, heading)[..] else { panic!("{heading}") };
        let project = with_table(offices, table);
        assert_eq!(found(&project), [""; 0], "{path}");
        project.build_later();
        let handouts = project.files("output/handout").into_iter().map(|(path, _)| path);
        let handouts: Vec<String> = handouts.filter(|path| path.contains(".xlsx")).collect();
        let names = ["业务股", "办公室", "市财政局", "科技、教育股"];
        assert_eq!(handouts, names.map(|name| format!("lan/tongzhi/{name}.xlsx")), "{path}");
        // Bodies outside of the bureau have no page either.
        let pages = project.files("output/site/offices").into_iter().map(|(path, _)| path);
        let pages: Vec<String> = pages.filter(|path| path != "index.html").collect();
        assert_eq!(pages, names.map(|name| format!("{name}/index.html")), "{path}");
    }
}

#[test]
fn the_example_of_metadata_is_filled_in() {
    for (path, heading) in
        [("docs/reference.zh-CN.md", "### 元数据"), ("docs/reference.md", "### 元数据 (metadata)")]
    {
        let text = fs::read_to_string(repository().join(path)).unwrap();
        let [lines] = blocks(&text, heading)[..] else { panic!("{heading}") };
        let project = with_table("股室: [办公室]", "任务: [{名称: 甲, 责任股室: 办公室}]");
        project.write("content/site.yaml", format!("名称: 某局\n{lines}\n"));
        project.change(
            "content/lan/tongzhi/notice.md",
            "标题: 通知\n",
            "标题: 通知\n索引号: 甲-1\n发文字号: 某发〔2025〕1号\n",
        );
        project.build_later();
        let page = fs::read_to_string(project.path("output/site/lan/tongzhi/index.html")).unwrap();
        for (name, value) in [
            ("索 引 号", "甲-1"),
            ("名　　称", "某局通知"),
            ("制发机构", "某局"),
            ("文件编号", "某发〔2025〕1号"),
            ("生成时间", "2025-03-03"),
            ("公开时间", "2025-03-03 09:00"),
        ] {
            let (head, cell) = (format!(">{name}</th><td"), format!(">{value}</td>"));
            let after: Vec<&str> = page.split(&head).skip(1).collect();
            assert!(
                after.len() == 2
                    && after.iter().all(|rest| rest
                        .split_once(&cell)
                        .is_some_and(|(attributes, _)| !attributes.contains('>'))),
                "{path} {name}: {after:#?}"
            );
        }
    }
}

#[test]
fn the_example_of_open_data_is_published() {
    let data = fs::read_to_string(repository().join("tests/site/papers/expected/gongwen/biaotou/data.json"));
    let data: serde_json::Value = serde_json::from_str(&data.unwrap()).unwrap();
    for (path, _) in REFERENCE {
        let text = fs::read_to_string(repository().join(path)).unwrap();
        let (_, rest) = text.split_once("```json\n").unwrap();
        let item: serde_json::Value = serde_json::from_str(rest.split_once("```").unwrap().0).unwrap();
        assert!(data["表"][0]["事项"].as_array().unwrap().contains(&item), "{path}");
    }
}

/// The text with a generated part put between its comments.
fn with_part(text: &str, name: &str, part: &str) -> String {
    let (open, close) = (format!("<!-- generated: {name} -->\n"), format!("<!-- end of {name} -->\n"));
    let (before, rest) = text.split_once(&open).unwrap_or_else(|| panic!("no place for {name}"));
    let (_, after) = rest.split_once(&close).unwrap_or_else(|| panic!("no end of {name}"));
    format!("{before}{open}\n{part}\n\n{close}{after}")
}

/// Chapters and their sections, each as a link. Every heading of the book has an anchor of its own.
fn contents(text: &str) -> String {
    let (mut lines, mut anchors, mut is_code) = (Vec::new(), BTreeSet::new(), false);
    for line in text.lines() {
        is_code ^= line.starts_with("```");
        let Some(title) = line.strip_prefix('#').filter(|_| !is_code) else { continue };
        let to = anchor(line);
        assert!(anchors.insert(to.clone()), "two headings have the anchor {to}");
        let (level, title) =
            (title.chars().take_while(|c| *c == '#').count(), title.trim_start_matches('#').trim());
        if level == 1 || level == 2 {
            lines.push(format!("{}- [{title}](#{to})", "  ".repeat(level - 1)));
        }
    }
    lines.join("\n")
}
