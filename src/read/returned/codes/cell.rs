//! Findings about the cells that an office fills in.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

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
            "Only one row keeps its words; the reports of the other rows are unknown.",
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
            "The result of a formula may change; a report must not.",
        ),
        example: "=TODAY()",
        mend: Words::new(
            "复制这一格，“选择性粘贴”为数值，再保存。",
            "Copy the cell, paste it as a value, and save.",
        ),
    },
};
