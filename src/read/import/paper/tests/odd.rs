//! Papers of uncommon forms.

use super::{changes, of_text, printed};
use crate::read::document::Limits;
use crate::read::import::paper::import_paper;

/// Lines may end by a carriage return alone.
#[test]
fn lines_of_another_system() {
    let paper = "某县教育局关于放假的通知\n各学校：\n放假三天。\n某县教育局\n2026年4月1日\n";
    for end in ["\r\n", "\r"] {
        let other = import_paper("通知.txt", paper.replace('\n', end).as_bytes(), Limits::default());
        assert_eq!(changes(&of_text(paper), &printed(&other)), "", "{end:?}");
    }
}
