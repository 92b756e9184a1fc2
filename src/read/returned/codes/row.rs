//! Findings about a row: its identity, its fixed texts, the note made of it.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// 行标识对不上：没有这个事项、这个通知或这个股室，或者标识被改动过。
pub const UNKNOWN_ROW: Code = Code {
    id: "C005",
    name: "unknown-row",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "行标识对不上：没有这个事项、这个通知或这个股室，或者标识被改动过。",
            "The identity of a row matches no item, notice or office, or it was changed.",
        ),
        why: Words::new(
            "对不上号的进展不能记到别的事项名下。",
            "A report must not be filed under another item.",
        ),
        example: "（隐藏列中的行标识被覆盖）",
        mend: Words::new(
            "用最新的填报表重填这一行；责任分解表改动之后，要重新发放填报表。",
            "Fill the row into the present handout; hand out anew when the table was changed.",
        ),
    },
};

/// 规定内容与现在的责任分解表不同。
pub const CHANGED_TEXT: Code = Code {
    id: "C006",
    name: "changed-text",
    severity: Severity::Error,
    about: About {
        what: Words::new("规定内容与现在的责任分解表不同。", "A fixed text differs from the present table."),
        why: Words::new(
            "发放之后表改过，或者填报时改动过；这一行报的可能已不是同一件事。",
            "The table was changed after handing out, or the text while filling in; the report may be about something else.",
        ),
        example: "完成时限: 2024年12月（现为 2025年6月）",
        mend: Words::new(
            "核对后，请股室在最新的填报表中填写这一行。",
            "Compare, and have the row filled into the present handout.",
        ),
    },
};

/// 同一事项、同一天交了两份不同的进展。
pub const CONTRADICTION: Code = Code {
    id: "C014",
    name: "contradicting-returns",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "同一事项、同一天交了两份不同的进展。",
            "Two different reports on one item of one day.",
        ),
        why: Words::new("不知道以哪一份为准。", "Nobody knows which one counts."),
        example: "危化股.xlsx 与 危化股(改).xlsx",
        mend: Words::new(
            "问清以哪一份为准，只收那一份；或者改正填报日期。",
            "Ask which one counts and collect that one only, or correct the day.",
        ),
    },
};

/// 已有同一股室、同一事项、同一天的另一份进展。
pub const NOTE_EXISTS: Code = Code {
    id: "C015",
    name: "note-exists",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "已有同一股室、同一事项、同一天的另一份进展，内容不同。",
            "There is another progress note of the same office, item and day, with another content.",
        ),
        why: Words::new(
            "已有的进展可能核改过，不能覆盖。",
            "It may have been edited; nothing is written over it.",
        ),
        example: "progress/2024-09-30-危化股-1.2.md",
        mend: Words::new(
            "核对两份：以已有的为准，就把交回的表中这一行清空；交回的是股室的更正，就用 gongkai collect --replace 再收一次，已有的一份留作记录。",
            "Compare them: clear the row if the note is right; if the row corrects it, collect again with `gongkai collect --replace`, which keeps the note as a record.",
        ),
    },
};
