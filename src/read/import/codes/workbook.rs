//! Findings about an imported workbook and its sheets.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

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
