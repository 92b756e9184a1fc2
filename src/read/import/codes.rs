//! Every finding that importing a workbook can make, explained.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// Every finding that importing a workbook can make.
pub const CODES: &[&Code] = &[
    &NOT_A_WORKBOOK,
    &NO_TABLE,
    &SEVERAL_TABLES,
    &NOT_PLACED,
    &MERGE_NOT_KEPT,
    &FORMULA,
    &HIDDEN,
    &SKIPPED,
    &NO_TITLE,
    &LOCKED,
    &TOO_LARGE,
    &FAR_CELLS,
];

/// 不是能读的工作簿。
pub const NOT_A_WORKBOOK: Code = Code {
    id: "I001",
    name: "import-not-a-workbook",
    severity: Severity::Error,
    about: About {
        what: Words::new("文件不是能读的工作簿。", "The file is no workbook that can be read."),
        why: Words::new(
            "能读的有 xlsx、xls、xlsb 和 ods，不看后缀名，只看内容；网页、损坏的文件读不了。",
            "xlsx, xls, xlsb and ods can be read, whatever their ending; web pages and damaged files cannot.",
        ),
        example: "分工表.et",
        mend: Words::new(
            "在 Excel 或 WPS 中打开，“另存为”xlsx 后再导入。",
            "Open it in Excel or WPS, save it as xlsx and import that.",
        ),
    },
};

/// 没有找到表。
pub const NO_TABLE: Code = Code {
    id: "I002",
    name: "no-table-in-workbook",
    severity: Severity::Error,
    about: About {
        what: Words::new("工作表里没有找到责任分解表。", "No table was found on the sheet."),
        why: Words::new(
            "表要有一行表头（序号、工作任务、责任单位等），下面是各行内容。",
            "A table has a row of heads, such as 序号, 工作任务, 责任单位, and rows below it.",
        ),
        example: "（只有一段文字的工作表）",
        mend: Words::new(
            "补上表头；表在别的工作表里的，用 --sheet 指定。",
            "Give it a row of heads; name another sheet with --sheet.",
        ),
    },
};

/// 有几个像责任分解表的工作表。
pub const SEVERAL_TABLES: Code = Code {
    id: "I003",
    name: "several-tables",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "工作簿里有几个像责任分解表的工作表，只导入了第一个。",
            "Several sheets look like tables; the first one was imported.",
        ),
        why: Words::new("一个 YAML 文件写一张表。", "A YAML file holds one table."),
        example: "（有“一季度”“二季度”两个工作表的工作簿）",
        mend: Words::new(
            "用 --sheet 指定工作表的名称，一张一张地导入。",
            "Name the sheet with --sheet; import them one by one.",
        ),
    },
};

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
        what: Words::new("有隐藏的行或列，也导入了。", "Hidden rows or columns were imported, too."),
        why: Words::new(
            "隐藏的内容多半不打算公开，导入后会公开。",
            "What is hidden is often not meant to be published; imported, it would be.",
        ),
        example: "（隐藏了“联系电话”一列的表）",
        mend: Words::new(
            "不公开的，在 Excel 中删去这些行或列后再导入，或从 YAML 中删去。",
            "Delete what is not meant for the public, in the workbook or in the YAML.",
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
            "The label 附件 above the table, or its head said once more below, was left out.",
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
            "Every table has a name: it is printed above it and held to the list of attachments.",
        ),
        example: "（第一行就是表头的工作表）",
        mend: Words::new("在 YAML 中改成正式的表名。", "Write the table's proper name into the YAML."),
    },
};

/// 工作簿设了密码。
pub const LOCKED: Code = Code {
    id: "I060",
    name: "import-locked",
    severity: Severity::Error,
    about: About {
        what: Words::new("工作簿设了密码。", "The workbook is locked with a password."),
        why: Words::new(
            "设了密码的文件是加密的，读不出内容。",
            "A locked file is encrypted; nothing of it can be read.",
        ),
        example: "分工表.xlsx（打开时要输入密码）",
        mend: Words::new(
            "在 Excel 或 WPS 中打开，去掉密码，“另存为”xlsx 后再导入。",
            "Open it in Excel or WPS, take the password off, save it as xlsx and import that.",
        ),
    },
};

/// 工作簿太大。
pub const TOO_LARGE: Code = Code {
    id: "I061",
    name: "import-too-large",
    severity: Severity::Error,
    about: About {
        what: Words::new("工作簿太大，没有读取。", "The workbook is too large and was not read."),
        why: Words::new(
            "单元格、文字、工作表、解压后的大小都有上限，一般的表用不到百分之一；超过的多半是格式填到了表尾，或者文件有意做成这样。",
            "Cells, text, sheets and unpacked size have limits a hundred times above any real table; what exceeds them was filled to the end of the sheet, or made to do harm.",
        ),
        example: "（有内容的单元格超过 2000000 个）",
        mend: Words::new(
            "把表复制到一个新的工作簿，只带有内容的行和列，再导入；整份都要用的，用 --raise-limits 放宽上限。",
            "Copy the table into a new workbook, only the rows and columns that are filled, and import that; where all of it is needed, raise the limits with --raise-limits.",
        ),
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
