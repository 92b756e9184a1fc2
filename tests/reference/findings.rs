//! The chapter of findings, from what the codes say of themselves.

use gongkai::diagnostic::{Class, Code, FAMILIES};
use gongkai::pipeline::codes;
use gongkai::pipeline::corrections::class;
use gongkai::text::message::{Lang, Words};
use gongkai::text::personal::NOT_FOUND;

const LIMITS: Words = Words::new(
    "#### 知道但找不出的写法\n\n号码写成下面的样子，检查找不出来，发布前仍须由人核对：",
    "#### What is knowingly not found\n\nNumbers that are written as follows are not found; people have to look before they publish:",
);
const COLUMNS: Words = Words::new(
    "| 编号 | 级别 | 名称 | 约束力 | `--fix` | 发现什么 |",
    "| code | level | name | basis | `--fix` | what is found |",
);

/// Each family with a table of its codes and a section for each.
pub fn chapter(lang: Lang) -> String {
    let mut parts = Vec::new();
    let codes = codes();
    for (letter, name) in FAMILIES {
        let family: Vec<&Code> = codes.iter().copied().filter(|code| code.id.starts_with(*letter)).collect();
        if family.is_empty() {
            continue;
        }
        parts.push(format!("### {letter} {}", name.get(lang)));
        let rows = family.iter().map(|code| row(code, lang));
        let table: Vec<String> = [COLUMNS.get(lang).to_owned(), "|---|---|---|---|---|---|".to_owned()]
            .into_iter()
            .chain(rows)
            .collect();
        parts.push(table.join("\n"));
        parts.extend(family.iter().flat_map(|code| section(code, lang)));
        if *letter == 'P' {
            parts.push(LIMITS.get(lang).to_owned());
            let limits = NOT_FOUND.iter().map(|limit| {
                let mark = lang.pick("：", ": ");
                format!("- {}{mark}`{}`", prose(limit.way.get(lang)), limit.example)
            });
            parts.push(limits.collect::<Vec<_>>().join("\n"));
        }
    }
    parts.join("\n\n")
}

fn row(code: &Code, lang: Lang) -> String {
    let anchor = format!("{}-{}", code.id.to_lowercase(), code.name);
    let (level, what) = (code.severity.words().get(lang), prose(code.about.what.get(lang)));
    let fix = match class(code) {
        Some(Class::Form) => lang.pick("改写法", "form"),
        Some(Class::Words) => lang.pick("点名才改", "when named"),
        None => "",
    };
    let basis = code.basis().words().get(lang);
    format!(
        "| [{}](#{anchor}) | {level} | {} | {basis} | {fix} | {} |",
        code.id,
        code.name,
        what.replace('|', "\\|")
    )
}

fn section(code: &Code, lang: Lang) -> Vec<String> {
    let mut parts = vec![format!("#### {} {}", code.id, code.name)];
    for (heading, words) in code.about.parts() {
        let words = words.get(lang);
        // Examples, and mends of several lines, stand as they stand in a file.
        let as_written = words == code.about.example || words.contains('\n');
        parts.push(format!("**{}**", heading.get(lang)));
        parts.push(if as_written { format!("```text\n{words}\n```") } else { prose(words) });
    }
    parts
}

/// A sentence in which no mark means anything to Markdown, except within code.
pub fn prose(text: &str) -> String {
    let pieces = text.split('`').enumerate().map(|(i, piece)| {
        if i % 2 == 1 {
            return format!("`{piece}`");
        }
        let escaped = |c| if r"\*_[]<>#".contains(c) { format!("\\{c}") } else { String::from(c) };
        piece.chars().map(escaped).collect()
    });
    pieces.collect()
}
