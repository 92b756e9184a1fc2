//! Every finding that collecting can make, explained.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// Every finding that collecting can make.
pub const CODES: &[&Code] = &[
    &NOT_A_WORKBOOK,
    &FOREIGN,
    &NOTHING_FILLED,
    &GIVEN_TWICE,
    &UNKNOWN_ROW,
    &CHANGED_TEXT,
    &MISSING_CELL,
    &WRONG_DAY,
    &FUTURE_DAY,
    &UNKNOWN_STATUS,
    &STRAY_TEXT,
    &MERGED_CELLS,
    &FORMULA,
    &CONTRADICTION,
    &NOTE_EXISTS,
    &LOCKED,
    &TOO_LARGE,
];

/// 文件不是 Excel 工作簿，或者已损坏。
pub const NOT_A_WORKBOOK: Code = Code {
    id: "C001",
    name: "not-a-workbook",
    severity: Severity::Error,
    about: About {
        what: Words::new("文件不是 Excel 工作簿，或者已损坏。", "A file is no workbook, or is damaged."),
        why: Words::new("读不了的文件里填了什么，无从知道。", "What was filled into it cannot be known."),
        example: "进展.docx",
        mend: Words::new(
            "用 Excel 或 WPS 打开，另存为 Excel 工作簿（.xlsx），再收一次。",
            "Open it in Excel or WPS, save it as a workbook (.xlsx), and collect again.",
        ),
    },
};

/// 工作簿不是本工具发出的填报表。
pub const FOREIGN: Code = Code {
    id: "C002",
    name: "foreign-workbook",
    severity: Severity::Error,
    about: About {
        what: Words::new("工作簿不是本工具发出的填报表。", "A workbook is not a handout of this tool."),
        why: Words::new(
            "只有发出的填报表里有行标识，才知道每一行报的是哪一项。",
            "Only a handout says which item each of its rows is about.",
        ),
        example: "（股室自己做的表）",
        mend: Words::new(
            "请股室在 output/handout 里自己的那份表中填写，再交回。",
            "Ask the office to fill in its own workbook of output/handout.",
        ),
    },
};

/// 填报表里一行也没有填。
pub const NOTHING_FILLED: Code = Code {
    id: "C003",
    name: "nothing-filled",
    severity: Severity::Note,
    about: About {
        what: Words::new("填报表里一行也没有填。", "No row of a handout was filled in."),
        why: Words::new(
            "可能交回了空表，或者填好后忘了保存。",
            "It may be the empty form, or was not saved.",
        ),
        example: "（状态、进展情况各列都是空的）",
        mend: Words::new(
            "确实没有进展的，不用处理；否则请股室重交。",
            "Do nothing if there is nothing to report; otherwise ask for it again.",
        ),
    },
};

/// 同样的内容交了两次，只收一次。
pub const GIVEN_TWICE: Code = Code {
    id: "C004",
    name: "given-twice",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "同样的内容交了两次，只收一次。",
            "The same was returned twice and is collected once.",
        ),
        why: Words::new("重复的内容不必再写一份。", "What is the same need not be written twice."),
        example: "危化股.xlsx、危化股(1).xlsx",
        mend: Words::new("不用处理。", "Nothing has to be done."),
    },
};

/// 行标识对不上：没有这个事项、这个通知或这个股室，或者标识被改动过。
pub const UNKNOWN_ROW: Code = Code {
    id: "C005",
    name: "unknown-row",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "行标识对不上：没有这个事项、这个通知或这个股室，或者标识被改动过。",
            "A row's identity fits nothing: no such item, notice or office, or it was tampered with.",
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

/// 这一行只填了一部分。
pub const MISSING_CELL: Code = Code {
    id: "C007",
    name: "missing-cell",
    severity: Severity::Error,
    about: About {
        what: Words::new("这一行只填了一部分。", "A row was filled in only in part."),
        why: Words::new(
            "一条进展要有状态、进展情况和填报日期。",
            "A report needs its status, its words and its day.",
        ),
        example: "（填了“状态”，没有填“进展情况”）",
        mend: Words::new("补填；不报这一项的，把整行清空。", "Fill in the rest, or clear the row."),
    },
};

/// 填报日期不是有效的日期。
pub const WRONG_DAY: Code = Code {
    id: "C008",
    name: "wrong-report-date",
    severity: Severity::Error,
    about: About {
        what: Words::new("填报日期不是有效的日期。", "填报日期 is not a valid date."),
        why: Words::new("没有日期的进展排不进台账。", "Without its day a report cannot be filed."),
        example: "2024年2月30日",
        mend: Words::new("写成 2024-9-30 的样子。", "Write it like 2024-9-30."),
    },
};

/// 填报日期晚于今天。
pub const FUTURE_DAY: Code = Code {
    id: "C009",
    name: "report-date-ahead",
    severity: Severity::Error,
    about: About {
        what: Words::new("填报日期晚于今天。", "填报日期 is after today."),
        why: Words::new("还没有到的日子，不会已有进展。", "Nothing was done on a day that has not come."),
        example: "2034-09-30",
        mend: Words::new("核对年份和月份。", "Check year and month."),
    },
};

/// “状态”不是列表中的词。
pub const UNKNOWN_STATUS: Code = Code {
    id: "C010",
    name: "unknown-status-word",
    severity: Severity::Error,
    about: About {
        what: Words::new("“状态”不是列表中的词。", "The status is not a word of the list."),
        why: Words::new("各股室用词一致，才能统计。", "Totals need the same words from everybody."),
        example: "进行中",
        mend: Words::new(
            "从下拉列表中选一个词；词可在 site.yaml 的“进展状态”中另定。",
            "Choose a word of the list; the words are set under 进展状态 in site.yaml.",
        ),
    },
};

/// 文字写在不收的地方：没有行标识的行，或者各列之外。在各列之外的只作警告。
pub const STRAY_TEXT: Code = Code {
    id: "C011",
    name: "stray-text",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "文字写在不收的地方：没有行标识的行，或者各列之外。在各列之外的只作警告。",
            "Text stands where nothing is collected: in a row without identity, or beside the columns. Beside the columns it is a warning only.",
        ),
        why: Words::new(
            "这里的文字不会收进去；从 Word 粘贴几段文字，常会散落到下面各行。",
            "It would be lost; paragraphs pasted from Word often spill into the rows below.",
        ),
        example: "（表下另起一行填写的进展）",
        mend: Words::new(
            "移到事项所在的行里；粘贴时先双击单元格，使各段留在一格之内。",
            "Move it into the row of its item; double-click the cell before pasting, so that all stays in it.",
        ),
    },
};

/// 填写的单元格合并过。
pub const MERGED_CELLS: Code = Code {
    id: "C012",
    name: "merged-cells",
    severity: Severity::Error,
    about: About {
        what: Words::new("填写的单元格合并过。", "Cells to fill in were merged."),
        why: Words::new(
            "合并之后只剩一行有内容，不知道其余各行报的是什么。",
            "Only one row keeps its words; what the others report is unknown.",
        ),
        example: "（第6、7行的“进展情况”合并成一格）",
        mend: Words::new("取消合并，每一行各填各的。", "Unmerge them and fill in each row."),
    },
};

/// 填写的单元格是公式，或者出错的值。
pub const FORMULA: Code = Code {
    id: "C013",
    name: "formula-as-report",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "填写的单元格是公式，或者出错的值。",
            "A cell to fill in holds a formula or an error value.",
        ),
        why: Words::new(
            "公式的结果会变，报告的内容不能变。",
            "What a formula shows may change; what was reported may not.",
        ),
        example: "=TODAY()",
        mend: Words::new(
            "复制这一格，“选择性粘贴”为数值，再保存。",
            "Copy the cell, paste it as a value, and save.",
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

/// 已有一份不同的进展用着这个文件名。
pub const NOTE_EXISTS: Code = Code {
    id: "C015",
    name: "note-exists",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "已有一份不同的进展用着这个文件名。",
            "A different progress note has this name already.",
        ),
        why: Words::new(
            "已有的进展可能核改过，不能覆盖。",
            "It may have been edited; nothing is written over it.",
        ),
        example: "progress/2024-09-30-危化股-1.2.md",
        mend: Words::new(
            "核对两份：以已有的为准，就把交回的表中这一行清空；以交回的为准，先删去已有的文件。",
            "Compare them: clear the row if the note is right, remove the note if the row is.",
        ),
    },
};

/// 工作簿设了密码。
pub const LOCKED: Code = Code {
    id: "C060",
    name: "returned-locked",
    severity: Severity::Error,
    about: About {
        what: Words::new("交回的工作簿设了密码。", "A returned workbook is locked with a password."),
        why: Words::new(
            "设了密码的文件是加密的，填了什么无从知道。",
            "A locked file is encrypted; what was filled in is unknown.",
        ),
        example: "危化股.xlsx（打开时要输入密码）",
        mend: Words::new(
            "用 Excel 或 WPS 打开，去掉密码，另存为 Excel 工作簿（.xlsx），再收一次。",
            "Open it in Excel or WPS, take the password off, save it as a workbook (.xlsx), and collect again.",
        ),
    },
};

/// 工作簿太大。
pub const TOO_LARGE: Code = Code {
    id: "C061",
    name: "returned-too-large",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "交回的工作簿太大，没有读取。",
            "A returned workbook is too large and was not read.",
        ),
        why: Words::new(
            "单元格、文字、工作表、解压后的大小都有上限，填报表用不到百分之一；超过的多半是格式填到了表尾，或者文件有意做成这样。",
            "Cells, text, sheets and unpacked size have limits a hundred times above any handout; what exceeds them was filled to the end of the sheet, or made to do harm.",
        ),
        example: "（有内容的单元格超过 2000000 个）",
        mend: Words::new(
            "把填写的内容复制到最新的填报表中，再收一次。",
            "Copy what was filled in into the present handout, and collect again.",
        ),
    },
};
