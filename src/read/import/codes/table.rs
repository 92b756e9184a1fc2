//! Findings about the imported table.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// 有文字没有放进表里。
pub const NOT_PLACED: Code = Code {
    id: "I004",
    name: "cell-not-placed",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "有文字在 YAML 中没有相应的地方，没有导入。",
            "A text has no place in the YAML and was left out.",
        ),
        why: Words::new(
            "表外的文字（如表头上方的日期、制表人）不属于表的内容，但也不应悄悄丢掉。",
            "Words around the table, such as a day above its head, are no part of it, but must not vanish silently.",
        ),
        example: "日期：2024年8月1日（在表头上方）",
        mend: Words::new(
            "确实需要的，写进“表名”“表注”或通知正文。",
            "Write what is needed into 表名, 表注 or the paper itself.",
        ),
    },
};

/// 合并的单元格没有照样保留。
pub const MERGE_NOT_KEPT: Code = Code {
    id: "I005",
    name: "merge-not-kept",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "合并的单元格与任务、分组的行数不一致，没有照样合并。",
            "Merged cells that do not match the rows of a task or group were not kept merged.",
        ),
        why: Words::new(
            "一个值合并几行，取决于它写在分组、任务还是举措上；跨在中间的，逐行填写。",
            "How many rows a value spans follows from where it is written: on the group, the task or the measure.",
        ),
        example: "（任务有三行，责任单位合并了前两行）",
        mend: Words::new(
            "核对导入后的各行；必要时改在任务或分组上填写。",
            "Check the rows; write the value on the task or the group where that is meant.",
        ),
    },
};

/// 单元格里是公式。
pub const FORMULA: Code = Code {
    id: "I006",
    name: "formula-value",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "单元格里是公式，导入的是它的值。",
            "A cell holds a formula; its value was imported.",
        ),
        why: Words::new(
            "公开的是文字；值是这个文件上次保存时算出的。",
            "Text is what is published; the value is that of the last time the file was saved.",
        ),
        example: "=SUM(D5:D9)",
        mend: Words::new("核对这个值。", "Check the value."),
    },
};

/// 有隐藏的行或列。
pub const HIDDEN: Code = Code {
    id: "I007",
    name: "hidden-cells",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "隐藏的工作表、行或列（包括宽度、高度为零的）没有导入。",
            "Hidden sheets, rows or columns, those without width or height included, were left out.",
        ),
        why: Words::new(
            "隐藏的内容多半不打算公开，也可能是筛选后忘了恢复。",
            "What is hidden is often not meant to be published; or a filter was forgotten.",
        ),
        example: "（隐藏了“联系电话”一列的表）",
        mend: Words::new(
            "需要的，在 Excel 中取消隐藏后再导入；隐藏的工作表用 --sheet 指定。",
            "Unhide what is needed and import again; name a hidden sheet with --sheet.",
        ),
    },
};

/// 错误值。
pub const ERROR_VALUE: Code = Code {
    id: "I063",
    name: "error-value",
    severity: Severity::Warning,
    about: About {
        what: Words::new("单元格显示的是错误值。", "A cell shows an error."),
        why: Words::new(
            "错误值是公式算不出结果时显示的，照样公开出去就是差错。",
            "An error stands where a formula has no result; published, it is a mistake.",
        ),
        example: "#N/A",
        mend: Words::new(
            "在工作簿里改正公式或填写内容，再导入；或者改 YAML。",
            "Mend the formula or type the value, and import again; or change the YAML.",
        ),
    },
};

/// 公式没有算出的值。
pub const UNCALCULATED: Code = Code {
    id: "I064",
    name: "formula-without-value",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "单元格里是公式，但文件里没有它的值，没有导入。",
            "A cell holds a formula without its value and was left out.",
        ),
        why: Words::new(
            "公式的值由保存文件的软件算好存入；有的系统导出时不算。",
            "The program that saves a workbook stores the values; some systems export formulas only.",
        ),
        example: "=SUM(D5:D9)",
        mend: Words::new(
            "用 Excel 或 WPS 打开，保存一次，再导入。",
            "Open it in Excel or WPS, save it once and import again.",
        ),
    },
};

/// “附件”字样和重复的表头没有导入。
pub const SKIPPED: Code = Code {
    id: "I008",
    name: "label-left-out",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "表上方的“附件”字样，或者表中间重复的表头，没有导入。",
            "The label 附件 above the table, or its head, repeated below, was left out.",
        ),
        why: Words::new(
            "附件的编号由通知中附件的顺序生成；表头打印时每页自动重复。",
            "Attachments are numbered by their order in the notice; a head is printed on every page anyway.",
        ),
        example: "附件2",
        mend: Words::new("不必改。", "Nothing to mend."),
    },
};

/// 表没有标题。
pub const NO_TITLE: Code = Code {
    id: "I009",
    name: "table-without-title",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "表头上方没有标题，“表名”用的是文件名。",
            "Nothing stands above the head; 表名 is the file's name.",
        ),
        why: Words::new(
            "每张表都要有表名，它印在表的上方，也与附件说明核对。",
            "Every table has a name: it is printed above the table and compared with the list of attachments.",
        ),
        example: "（第一行就是表头的工作表）",
        mend: Words::new("在 YAML 中改成正式的表名。", "Write the table's proper name into the YAML."),
    },
};

/// 离表格很远的单元格没有导入。
pub const FAR_CELLS: Code = Code {
    id: "I062",
    name: "far-cells",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "离表格很远的单元格里有内容，没有导入。",
            "Cells far away from the table hold something, which was left out.",
        ),
        why: Words::new(
            "与表格隔着一千个空行或一百个空列的内容不属于表格，多半是误按的键，但也不应悄悄丢掉。",
            "What lies a thousand blank rows or a hundred blank columns away is no part of the table, most likely a slip of the hand, but must not vanish silently.",
        ),
        example: "XFD1048576 单元格里的一个“1”",
        mend: Words::new(
            "不需要的，在工作簿里删去；需要的，移到表格里再导入。",
            "Delete it in the workbook, or move it into the table and import again.",
        ),
    },
};

/// 一格里的几行是一项。
pub const LINES_JOINED: Code = Code {
    id: "I103",
    name: "lines-joined",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "时限、单位一格里分开的几行合成了一项。",
            "Lines of a cell of deadlines or offices were joined to one value.",
        ),
        why: Words::new(
            "列太窄时，一项会断成两行；分开读不通、合起来读得通的，是一项，不是两项。",
            "A narrow column divides one value over lines: what cannot be read alone and can together is one value.",
        ),
        example: "6月⏎底前",
        mend: Words::new(
            "核对这一格；不是一项的，在 YAML 中分开写。",
            "Check the cell; write several values apart in the YAML.",
        ),
    },
};

/// 表注里有联系人或电话。
pub const PERSONAL_NOTE: Code = Code {
    id: "I065",
    name: "personal-note",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "导入的表注里有联系人或电话。",
            "An imported note names a person or a telephone number.",
        ),
        why: Words::new(
            "表格下方常留有办理人员的姓名、电话，表注会照写公开。",
            "Names and numbers of those who made a table often stand below it; notes are published as they are.",
        ),
        example: "注：联系人某某，0730-3720055",
        mend: Words::new(
            "不公开的，从 YAML 的“表注”中删去。",
            "Delete it from 表注 of the YAML where it is not meant for the public.",
        ),
    },
};
