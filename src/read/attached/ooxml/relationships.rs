//! Relationships of a document that lead out of it: hyperlinks, and files that it loads.

use crate::message;
use crate::model::attached::TraceKind;
use crate::read::attached::found::Found;
use crate::read::attached::xml::{self, Event, Tag};
use crate::read::attached::xml_part::broken;
use crate::text::message::Words;

/// Searches the targets of hyperlinks, and reports files that the document loads when it is opened.
pub fn relationships(text: &str, place: &str, found: &mut Found) {
    let place = if place.is_empty() { "超链接".to_owned() } else { format!("{place} 超链接") };
    let whole = xml::read(text, |event| {
        let Event::Open(tag) = event else { return };
        let Some(target) = tag.get("Target").filter(|_| is_external(tag)) else { return };
        found.text(|| place.clone(), &target);
        let kind = tag.get("Type").unwrap_or_default();
        if !kind.ends_with("/hyperlink") {
            opens(&kind, &target, found);
        }
    });
    if !whole {
        found.unsearched(&place, broken());
    }
}

/// Reports a file that a document loads when it is opened. A file on another machine may be a program. A path on the
/// author's own machine loads nothing elsewhere, but contains the names of folders and people.
fn opens(kind: &str, target: &str, found: &mut Found) {
    let lower = target.to_lowercase();
    let path = lower.strip_prefix("file:").map(|path| path.trim_start_matches('/'));
    let is_drive = |path: &str| path.as_bytes().get(1) == Some(&b':');
    let is_share =
        lower.starts_with("\\\\") || path.is_some_and(|path| !is_drive(path)) && lower.starts_with("file:");
    let kind = kind.rsplit('/').next().unwrap_or_default();
    if is_share || lower.contains("://") && path.is_none() || lower.starts_with("mhtml:") {
        found.active(
            "",
            message!(
                "打开时要读取的外部文件（{kind}）",
                "a file elsewhere that is loaded on opening ({kind})"
            ),
        );
    } else if path.is_some() || is_drive(&lower) {
        found.trace(
            TraceKind::Author,
            Words::new("制作人电脑上的路径", "a path on the author's machine"),
            target,
        );
    }
}

/// Whether a relationship leads out of the document.
pub fn is_external(tag: &Tag<'_>) -> bool {
    tag.get("TargetMode").is_some_and(|mode| mode.eq_ignore_ascii_case("External"))
}
