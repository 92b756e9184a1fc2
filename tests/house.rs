//! The house guards itself: floors, registries, embedded templates, what the READMEs and the guide tell to do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use gongkai::diagnostic::FAMILIES;

use crate::support::filling::{Book, typed};
use crate::support::{Project, anchor, files, kept, program, repository};

/// The parts that each part may use besides itself, as in the map of `src/lib.rs`.
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
        let text = String::from_utf8_lossy(&bytes).into_owned();
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
            // `message!` is exported at the top and belongs to `text`.
            let used = if used == "message" { "text".to_owned() } else { used };
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

/// A paper is parsed once, where it is read.
#[test]
fn one_module_knows_markdown() {
    let mut users = BTreeSet::new();
    for (path, bytes) in files(&repository().join("src")) {
        if code(&String::from_utf8_lossy(&bytes)).contains("pulldown_cmark::") {
            users.insert(path.rsplit_once('/').map_or(path.clone(), |(folder, _)| folder.to_owned()));
        }
    }
    assert_eq!(users, BTreeSet::from(["read/lower/paper".to_owned()]));
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

/// A kind that was renamed or removed leaves the table of [`Basis`](gongkai::diagnostic::Basis), too.
#[test]
fn every_kind_with_a_basis_exists() {
    let table = fs::read_to_string(repository().join("src/diagnostic/basis.rs")).unwrap();
    let codes: BTreeSet<&str> = gongkai::pipeline::codes().iter().map(|code| code.id).collect();
    let ids: Vec<&str> = table
        .split('"')
        .filter(|word| word.len() == 4 && word[1..].bytes().all(|b| b.is_ascii_digit()))
        .collect();
    assert!(ids.len() > 40);
    assert_eq!(ids.iter().filter(|id| !codes.contains(*id)).collect::<Vec<_>>(), Vec::<&&str>::new());
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "a kind has two bases");
}

/// Comments are noun phrases or reasons; these beginnings announce a riddle (CONTRIBUTING.md, “Words”).
#[test]
fn comments_begin_with_nouns() {
    const RIDDLES: [&str; 3] = ["What ", "Likewise", "The same"];
    let all = ["src", "tests"].into_iter().flat_map(|folder| {
        let files = files(&repository().join(folder)).into_iter();
        files.map(move |(path, bytes)| (format!("{folder}/{path}"), bytes))
    });
    let mut wrong = Vec::new();
    for (path, bytes) in
        all.filter(|(path, _)| path.rsplit_once('.').is_some_and(|(_, ending)| ending == "rs"))
    {
        for (number, line) in String::from_utf8(bytes).unwrap().lines().enumerate() {
            let Some(comment) = line.trim_start().strip_prefix("//") else { continue };
            let comment = comment.trim_start_matches(['/', '!']).trim_start();
            if RIDDLES.iter().any(|riddle| comment.starts_with(riddle)) {
                wrong.push(format!("{path}:{}: {comment}", number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_template_is_embedded() {
    let embedded: Vec<String> =
        gongkai::render::TEMPLATES.iter().map(|(name, _)| (*name).to_owned()).collect();
    let there = files(&repository().join("templates")).into_iter().map(|(path, _)| path);
    // No project replaces the desk's own pages, which are no part of a site, nor those of joined sites.
    let (own, site): (Vec<String>, Vec<String>) = there.partition(|path| path.contains('/'));
    let (joined, desk): (Vec<String>, Vec<String>) =
        own.into_iter().partition(|path| path.starts_with("joined/"));
    let theme = fs::read_to_string(repository().join("src/render/theme.rs")).unwrap();
    assert!(joined.iter().all(|path| theme.contains(&format!("templates/{path}"))), "{joined:?}");
    assert_eq!(embedded, site);
    let code: String = files(&repository().join("src/cli/desk"))
        .into_iter()
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    assert!(desk.iter().all(|path| code.contains(&format!("templates/{path}"))), "{desk:?}");
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

/// The books for users and contributors.
const BOOKS: [&str; 11] = [
    "README.md",
    "README.zh-CN.md",
    "CONTRIBUTING.md",
    "docs/guide.md",
    "docs/guide.zh-CN.md",
    "docs/reference.md",
    "docs/reference.zh-CN.md",
    "docs/editor.md",
    "docs/scale.md",
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

/// Both READMEs are followed from their beginning to their end: every command succeeds and prints what stands below it.
#[test]
fn the_readmes_commands_print_what_is_shown() {
    for (name, lang) in [("README.md", " --lang en"), ("README.zh-CN.md", "")] {
        let (text, project) = (book(name), Project::year());
        let (mut folder, mut commands) = (project.path(""), Vec::new());
        let mut pieces = text.split("```sh\n");
        let mut renewed = vec![pieces.next().unwrap().to_owned()];
        for piece in pieces {
            let (block, after) = piece.split_once("\n```\n").unwrap();
            let printed: String = block.lines().map(|command| follow(command, lang, &mut folder)).collect();
            commands.extend(block.lines());
            renewed.push(format!("```sh\n{block}\n```\n"));
            let shown = after.strip_prefix("\n```text\n").map(|shown| shown.split_once("\n```\n").unwrap());
            renewed.push(match shown {
                None => after.to_owned(),
                Some((shown, after)) => {
                    let part = shown.strip_prefix("…\n").and_then(|shown| shown.strip_suffix("\n…"));
                    assert!(
                        part.is_none_or(|part| printed.contains(part)),
                        "{name}: {block} prints no {shown}"
                    );
                    let shown = part.map_or(printed.trim_end(), |_| shown);
                    format!("\n```text\n{shown}\n```\n{after}")
                }
            });
        }
        kept(name, &renewed.concat());
        let build = format!("cargo run --release --locked -- build{lang} --today 2025-01-15");
        assert!(
            commands.contains(&build.as_str()) && commands.contains(&"cargo test"),
            "{name}: {commands:?}"
        );
        assert!(text.lines().count() <= 150, "{name} is no longer read in ten minutes");
    }
}

/// Runs a command of a README and returns what it prints, beside its result and as its result.
fn follow(command: &str, lang: &str, folder: &mut PathBuf) -> String {
    if let Some(below) = command.strip_prefix("cd ") {
        folder.push(below);
        return String::new();
    }
    // Cargo's own commands: this test is part of one, and CI runs the other.
    if ["cargo test", "cargo install --path . --locked"].contains(&command) {
        return String::new();
    }
    assert!(command.contains(lang), "{command} speaks another language than its README");
    let arguments =
        ["cargo run --release --locked -- ", "gongkai "].iter().find_map(|name| command.strip_prefix(name));
    let arguments = arguments.unwrap_or_else(|| panic!("{command}")).split(' ');
    let output = program().current_dir(folder).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let printed = text(output.stderr) + &text(output.stdout);
    assert!(output.status.success(), "{command}: {printed}");
    printed
}

/// A book without its blocks of code.
fn outside_blocks(name: &str) -> String {
    let text = book(name);
    let pieces = text.split("\n```").step_by(2);
    pieces.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_books_links_lead_somewhere() {
    let others = ["SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md", "benches/README.md"];
    for name in BOOKS.into_iter().chain(others) {
        let folder = Path::new(name).parent().unwrap();
        // Code between backticks is removed, too; an escaped bracket ends no link.
        let text = outside_blocks(name).replace("\\](", "");
        let text: String = text.lines().flat_map(|line| line.split('`').step_by(2)).collect();
        for link in text.split("](").skip(1).map(|link| link.split(')').next().unwrap()) {
            if link.contains("://") {
                continue;
            }
            let (path, place) = link.split_once('#').unwrap_or((link, ""));
            let target = if path.is_empty() { name.into() } else { folder.join(path) };
            assert!(repository().join(&target).exists(), "{name}: {link} is not there");
            let there = place.is_empty()
                || outside_blocks(target.to_str().unwrap())
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
            let words: Vec<&str> =
                command.split(['`', '\n', ']']).next().unwrap().split_whitespace().collect();
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
    // Files that people bring along: a table and a paper of their own, and a handout that an office returned.
    run("zwgk", "gongkai build");
    let made = |path: &str| fs::read(project.path(&format!("zwgk/output/{path}"))).unwrap();
    project.write("zwgk/责任分解表.xlsx", made("site/tongzhi-gonggao/2026-shili/zeren-fenjie-biao.xlsx"));
    project.write("zwgk/收到的通知.docx", made("site/tongzhi-gonggao/2026-shili/2026-shili.docx"));
    let mut returned = Book::open(&made("handout/tongzhi-gonggao/2026-shili/业务股.xlsx"));
    returned.put("H7", &typed("长期坚持")).put("I7", &typed("已办。")).put("L7", &typed("2026-03-30"));
    project.write("zwgk/交回/业务股.xlsx", returned.bytes());
    let rest: Vec<&str> = commands.collect();
    assert!(rest.len() > 6, "{rest:?}");
    for command in rest {
        run("zwgk", command);
    }
}
