//! The house guards itself: floors, registries, embedded templates, what the READMEs and the guide tell to do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use gongkai::diagnostic::FAMILIES;

use crate::support::filling::{Book, typed};
use crate::support::{Project, files, program, repository};

/// What each part may use besides itself, as the map in `src/lib.rs` draws it.
const FLOORS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("calendar", &[]),
    ("source", &[]),
    ("error", &["text", "source"]),
    ("diagnostic", &["text", "source"]),
    ("model", &["text", "calendar", "source"]),
    ("read", &["model", "diagnostic", "error", "text", "calendar", "source"]),
    ("check", &["model", "diagnostic", "text", "calendar", "source"]),
    ("render", &["model", "error", "text", "calendar", "source"]),
    ("output", &["render", "error"]),
    ("pipeline", &["read", "check", "render", "model", "diagnostic", "error", "text", "source"]),
    (
        "cli",
        &["pipeline", "output", "read", "check", "render", "model", "diagnostic", "error", "text", "source"],
    ),
];

/// The code of a file without its tests and its comments.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn imports_only_point_down() {
    let mut wrong = Vec::new();
    for (path, bytes) in files(&repository().join("src")) {
        let text = String::from_utf8(bytes).unwrap();
        let part = path.split('/').next().unwrap().trim_end_matches(".rs").to_owned();
        if Path::new(&path).extension().is_none_or(|ending| ending != "rs")
            || ["lib", "main", "testing"].contains(&part.as_str())
            || path.contains("/tests")
        {
            continue;
        }
        let allowed =
            FLOORS.iter().find(|(name, _)| *name == part).unwrap_or_else(|| panic!("{part} is on no floor"));
        for used in code(&text).split("crate::").skip(1) {
            let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            // `say!` is exported at the top and belongs to `text`.
            let used = if used == "say" { "text".to_owned() } else { used };
            if used != part && !allowed.1.contains(&used.as_str()) {
                wrong.push(format!("{path} uses {used}"));
            }
        }
        if code(&text).contains("use super::") {
            wrong.push(format!("{path} uses super"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The transport can be replaced in one place, and nothing else of the program waits on a runtime.
#[test]
fn the_runtime_stays_in_the_preview() {
    let mut users = BTreeSet::new();
    for (path, bytes) in files(&repository().join("src")) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let named = ["axum", "futures_util", "hyper", "hyper_util", "tokio"];
        if named.iter().any(|name| code(&text).contains(&format!("{name}::"))) {
            users.insert(path.rsplit_once('/').map_or(path.clone(), |(folder, _)| folder.to_owned()));
        }
    }
    assert_eq!(users, BTreeSet::from(["output/serve".to_owned()]));
}

#[test]
fn codes_are_unique_and_of_a_known_family() {
    let codes = gongkai::pipeline::codes();
    let ids: BTreeSet<&str> = codes.iter().map(|code| code.id).collect();
    let names: BTreeSet<&str> = codes.iter().map(|code| code.name).collect();
    assert_eq!((ids.len(), names.len()), (codes.len(), codes.len()));
    for code in codes {
        let known = FAMILIES.iter().any(|(letter, _)| code.id.starts_with(*letter));
        assert!(known && code.id.len() == 4, "{}", code.id);
        assert!(
            code.name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'),
            "{}",
            code.name
        );
    }
}

#[test]
fn every_template_is_embedded() {
    let embedded: Vec<String> =
        gongkai::render::TEMPLATES.iter().map(|(name, _)| (*name).to_owned()).collect();
    let there: Vec<String> =
        files(&repository().join("templates")).into_iter().map(|(path, _)| path).collect();
    assert_eq!(embedded, there);
}

#[test]
fn every_test_file_is_mounted() {
    let main = fs::read_to_string(repository().join("tests/main.rs")).unwrap();
    for entry in fs::read_dir(repository().join("tests")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(module) = name.strip_suffix(".rs").filter(|name| *name != "main") else { continue };
        assert!(main.contains(&format!("mod {module};")), "tests/{name} is not mounted");
    }
}

/// What tells people how to use the program.
const BOOKS: [&str; 7] = [
    "README.md",
    "README.zh-CN.md",
    "docs/guide.md",
    "docs/guide.zh-CN.md",
    "docs/editor.md",
    "docs/search.md",
    "docs/search.zh-CN.md",
];

fn book(name: &str) -> String {
    fs::read_to_string(repository().join(name)).unwrap()
}

/// The blocks of commands that are to be run as they stand.
fn blocks(text: &str) -> Vec<&str> {
    text.split("```sh\n").skip(1).map(|block| block.split("\n```").next().unwrap().trim()).collect()
}

#[test]
fn the_readmes_name_the_two_commands() {
    for name in ["README.md", "README.zh-CN.md"] {
        for command in ["cargo run --release -- build", "cargo test"] {
            assert!(blocks(&book(name)).contains(&command), "{name} does not show {command}");
        }
    }
}

/// The anchor that a heading gets where Markdown is shown.
fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn the_books_links_lead_somewhere() {
    for name in BOOKS {
        let (text, folder) = (book(name), Path::new(name).parent().unwrap());
        for link in text.split("](").skip(1).map(|link| link.split(')').next().unwrap()) {
            if link.contains("://") {
                continue;
            }
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { name.into() } else { folder.join(path) };
            assert!(repository().join(&target).exists(), "{name}: {link} is not there");
            let there = place.is_empty()
                || book(target.to_str().unwrap())
                    .lines()
                    .any(|line| line.starts_with('#') && anchor(line) == place);
            assert!(there, "{name}: there is no heading {link}");
        }
    }
}

/// Every `gongkai …` in the books is a command that there is, with options that it has.
#[test]
fn the_books_commands_exist() {
    let project = Project::empty();
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    for name in BOOKS {
        let text = book(name);
        for command in text.split("gongkai ").skip(1) {
            let words: Vec<&str> = command.split(['`', '\n']).next().unwrap().split_whitespace().collect();
            let named = words.iter().find(|word| word.starts_with(|c: char| c.is_ascii_lowercase()));
            let subcommand = named.map_or("", |word| *word).to_owned();
            let help = known.entry(subcommand.clone()).or_insert_with(|| {
                let asked = [subcommand.as_str(), "--help"];
                project.run(if subcommand.is_empty() { &asked[1..] } else { &asked }).stdout()
            });
            assert!(help.contains("用法：gongkai"), "{name}: gongkai {subcommand}");
            for option in words.iter().filter(|word| word.starts_with("--")) {
                let option = option.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
                assert!(help.contains(&format!("{option} ")), "{name}: gongkai {subcommand} {option}");
            }
        }
    }
    assert!(known.len() > 8, "{:?}", known.keys());
}

/// The guide is followed from its beginning to its end: every block of commands in it succeeds.
#[test]
fn the_guides_commands_run() {
    let project = Project::empty();
    let run = |folder: &str, command: &str| {
        let arguments = command.strip_prefix("gongkai ").unwrap_or_else(|| panic!("{command}")).split(' ');
        let mut program = program();
        program.current_dir(project.path(folder)).args(arguments).args(["--today", "2026-03-31"]);
        let output = program.output().unwrap();
        assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let text = book("docs/guide.zh-CN.md");
    let mut commands = blocks(&text).into_iter().flat_map(str::lines);
    run("", commands.next().unwrap());
    // What people bring along: a table of their own, and what came back from an office.
    run("zwgk", "gongkai build");
    let made = |path: &str| fs::read(project.path(&format!("zwgk/output/{path}"))).unwrap();
    project.write("zwgk/责任分解表.xlsx", made("site/tongzhi-gonggao/2026-shili/zeren-fenjie-biao.xlsx"));
    let mut returned = Book::open(&made("handout/tongzhi-gonggao/2026-shili/业务股.xlsx"));
    returned.put("G7", &typed("长期坚持")).put("H7", &typed("已办。")).put("K7", &typed("2026-03-30"));
    project.write("zwgk/交回/业务股.xlsx", returned.bytes());
    let rest: Vec<&str> = commands.collect();
    assert!(rest.len() > 6, "{rest:?}");
    for command in rest {
        run("zwgk", command);
    }
}
