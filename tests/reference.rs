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
        let blocks = text.split("```yaml\n").skip(1).filter_map(|rest| Some(rest.split_once("\n```")?.0));
        let found = blocks.filter(|block| built.iter().any(|file| file.contains(block))).count();
        assert_eq!(found, 5, "{path}: joint paper, plan, table, tasks of the body, numbers");
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
