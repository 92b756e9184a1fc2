//! The rule reference in `docs/`, made of what the codes say of themselves; nobody writes it by hand.

use gongkai::diagnostic::{Code, FAMILIES};
use gongkai::pipeline::codes;
use gongkai::text::message::{Lang, Words};
use gongkai::text::personal::NOT_FOUND;

use crate::support::kept;

const TITLE: Words = Words::new("检查规则一览", "Findings and rules");
const HEAD: Words = Words::new(
    "`gongkai check` 能发现的全部问题，按类别排列。本文由程序中的说明生成，请勿手工修改。\
     在命令行窗口中用 `gongkai explain 编号` 也能看到同样的说明。\n\n\
     级别：**错误**必须改正，否则不生成任何文件；**警告**应当改正；**提示**供参考。\
     由规则发现的问题，可以在 `site.yaml` 的“规则级别”中改变级别，也可以在通知的“放行”中写明理由予以保留。",
    "Everything that `gongkai check` can find, by family. Made of what the program says of itself; not to be edited by hand. \
     `gongkai explain CODE` shows the same in a terminal.\n\n\
     Levels: an **error** has to be mended before anything is built; a **warning** should be mended; a **note** is good to know. \
     What a rule finds can be given another level under 规则级别 in `site.yaml`, or be accepted with a reason under 放行 in the notice.",
);
const LIMITS: Words = Words::new(
    "### 知道但找不出的写法\n\n号码写成下面的样子，检查找不出来，发布前仍须由人核对：",
    "### What is knowingly not found\n\nNumbers that are written as follows are not found; people have to look before they publish:",
);
const COLUMNS: Words =
    Words::new("| 编号 | 级别 | 名称 | 发现什么 |", "| code | level | name | what is found |");

#[test]
fn the_reference_is_what_the_codes_say() {
    kept("docs/rules.zh-CN.md", &reference(Lang::Zh));
    kept("docs/rules.md", &reference(Lang::En));
}

/// Each family with a table of its codes and a section for each.
fn reference(lang: Lang) -> String {
    let mut parts = vec![format!("# {}", TITLE.get(lang)), HEAD.get(lang).to_owned()];
    let codes = codes();
    for (letter, name) in FAMILIES {
        let family: Vec<&Code> = codes.iter().copied().filter(|code| code.id.starts_with(*letter)).collect();
        if family.is_empty() {
            continue;
        }
        parts.push(format!("## {letter} {}", name.get(lang)));
        let rows = family.iter().map(|code| row(code, lang));
        let table: Vec<String> =
            [COLUMNS.get(lang).to_owned(), "|---|---|---|---|".to_owned()].into_iter().chain(rows).collect();
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
    parts.join("\n\n") + "\n"
}

fn row(code: &Code, lang: Lang) -> String {
    let anchor = format!("{}-{}", code.id.to_lowercase(), code.name);
    let (level, what) = (code.severity.words().get(lang), prose(code.about.what.get(lang)));
    format!("| [{}](#{anchor}) | {level} | {} | {} |", code.id, code.name, what.replace('|', "\\|"))
}

fn section(code: &Code, lang: Lang) -> Vec<String> {
    let mut parts = vec![format!("### {} {}", code.id, code.name)];
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
fn prose(text: &str) -> String {
    let pieces = text.split('`').enumerate().map(|(i, piece)| {
        if i % 2 == 1 {
            return format!("`{piece}`");
        }
        let escaped = |c| if r"\*_[]<>#".contains(c) { format!("\\{c}") } else { String::from(c) };
        piece.chars().map(escaped).collect()
    });
    pieces.collect()
}
