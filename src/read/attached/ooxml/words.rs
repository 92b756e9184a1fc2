//! Running text of Word, PowerPoint and drawings: paragraph by paragraph.

use crate::message;
use crate::model::attached::TraceKind;
use crate::read::attached::found::Found;
use crate::read::attached::xml::{self, Event, Stream, Tag};
use crate::read::attached::xml_part::broken;
use crate::text::message::Words;

/// Name of the trace that an author of comments or changes leaves.
pub const COMMENTER: Words = Words::new("批注或修订的作者", "an author of comments or changes");

/// Searches a part with paragraphs; its place is empty for the body of a document.
pub fn read(text: &str, part: &str, found: &mut Found) {
    let is_body = part.is_empty();
    let (mut paragraph, mut depth, mut boxes) = (0_usize, 0_usize, 0_usize);
    let at = |paragraph: usize, boxes: usize, more: &str| {
        let place = if is_body { format!("第{paragraph}段") } else { part.to_owned() };
        let inner = if boxes > 0 { " 文本框" } else { "" };
        format!("{place}{inner}{more}")
    };
    let whole = xml::read(text, |event| match event {
        Event::Open(tag) => {
            match tag.name() {
                // A drawing is stored twice; paragraphs of its text boxes do not count.
                "txbxContent" => boxes += 1,
                "p" if boxes == 0 => {
                    depth += 1;
                    paragraph += usize::from(depth == 1);
                }
                _ => {}
            }
            active(tag, found);
            author(tag, found);
            let place = |key: &str| match key {
                "descr" | "title" | "alt" => " 替代文字",
                "instr" => " 域代码",
                "name" => " 名称",
                "author" | "initials" => " 批注或修订的作者",
                _ => " 属性值",
            };
            tag.each(|key, value| {
                if key == "instr" {
                    field(value, found);
                }
                found.text(|| at(paragraph, boxes, place(key)), value);
            });
        }
        Event::Close("txbxContent") => boxes = boxes.saturating_sub(1),
        Event::Close("p") if boxes == 0 => depth = depth.saturating_sub(1),
        Event::Close(_) => {}
        Event::Text(stream, text) => {
            let more = match stream {
                Stream::Shown => "",
                Stream::Deleted => " 删去的文字",
                Stream::Field => " 域代码",
            };
            if *stream == Stream::Field {
                field(text, found);
            }
            found.text(|| at(paragraph, boxes, more), text);
        }
    });
    if !whole {
        found.unsearched(part, broken());
    }
}

/// Reports a field that starts a program.
fn field(code: &str, found: &mut Found) {
    let name = code.split_whitespace().next().unwrap_or_default();
    if name.eq_ignore_ascii_case("DDE") || name.eq_ignore_ascii_case("DDEAUTO") {
        found.active("", message!("DDE 域", "a DDE field"));
    }
}

/// Reports a tag that runs a program.
fn active(tag: &Tag<'_>, found: &mut Found) {
    match tag.name() {
        "ddeLink" => found.active("", message!("DDE 链接", "a DDE link")),
        "hlinkClick" | "hlinkHover" | "hlinkMouseOver" => {
            let action = tag.get("action").unwrap_or_default().to_lowercase();
            if action.starts_with("ppaction://program") || action.starts_with("ppaction://macro") {
                found.active("", message!("单击就运行的程序", "a program that runs on a click"));
            }
        }
        _ => {}
    }
}

/// Keeps the authors of comments and changes, and the names in a list of people.
fn author(tag: &Tag<'_>, found: &mut Found) {
    let key = match tag.name() {
        "comment" | "ins" | "del" | "moveFrom" | "moveTo" | "rPrChange" | "pPrChange" => "author",
        "cmAuthor" | "author" => "name",
        "person" => "displayName",
        _ => return,
    };
    if let Some(name) = tag.get(key) {
        found.trace(TraceKind::Author, COMMENTER, &name);
    }
}
