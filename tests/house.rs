//! The house guards itself: floors, registries, embedded templates, the README's commands.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use gongkai::diagnostic::FAMILIES;

use crate::support::{files, repository};

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

#[test]
fn every_part_is_on_a_floor() {
    let map = fs::read_to_string(repository().join("src/lib.rs")).unwrap();
    for (part, _) in FLOORS {
        assert!(map.contains(&format!("pub mod {part};")), "{part} is not in src/lib.rs");
    }
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
fn every_rule_file_is_in_the_table() {
    let table = fs::read_to_string(repository().join("src/check/mod.rs")).unwrap();
    for (path, bytes) in files(&repository().join("src/check")) {
        if String::from_utf8(bytes).unwrap().contains("pub const RULE: Rule") {
            let name = path.trim_end_matches(".rs").replace('/', "::");
            assert!(table.contains(&format!("{name}::RULE,")), "{path} is not in RULES");
        }
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

#[test]
fn the_readmes_name_the_two_commands() {
    for name in ["README.md", "README.zh-CN.md"] {
        let text = fs::read_to_string(repository().join(name)).unwrap();
        let blocks: Vec<&str> =
            text.split("```sh\n").skip(1).map(|block| block.split("\n```").next().unwrap().trim()).collect();
        for command in ["cargo run --release -- build", "cargo test"] {
            assert!(blocks.contains(&command), "{name} does not show {command}");
        }
        for image in text.split("](").skip(1).map(|link| link.split(')').next().unwrap()) {
            let local = !image.contains("://") && !image.starts_with('#');
            assert!(!local || repository().join(image).exists(), "{name}: {image} is not there");
        }
    }
}
