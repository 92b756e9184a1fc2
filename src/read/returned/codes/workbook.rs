//! Findings about a returned workbook as a whole.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// 文件不是 Excel 工作簿，或者已损坏。
pub const NOT_A_WORKBOOK: Code = Code {
    id: "C001",
    name: "not-a-workbook",
    severity: Severity::Error,
    about: About {
        what: Words::new("文件不是 Excel 工作簿，或者已损坏。", "A file is no workbook, or is damaged."),
        why: Words::new(
            "读不了的文件里填了什么，无从知道。",
            "The content of a file that cannot be read is unknown.",
        ),
        example: "进展.docx",
        mend: Words::new(
            "用 Excel 或 WPS 打开，另存为 Excel 工作簿（.xlsx），再收一次。",
            "Open it in Excel or WPS, save it as a workbook (.xlsx), and collect again.",
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
            "A locked file is encrypted, so its content is unknown.",
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
            "The same content was returned twice and is collected once.",
        ),
        why: Words::new("重复的内容不必再写一份。", "Equal content need not be written twice."),
        example: "危化股.xlsx、危化股(1).xlsx",
        mend: Words::new("不用处理。", "Nothing has to be done."),
    },
};

/// 文件夹里有不是工作簿的文件。
pub const OTHER_FILE: Code = Code {
    id: "C062",
    name: "returned-other-file",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "交回的文件夹里有不是工作簿的文件，没有收。",
            "A folder of returned files holds one that is no workbook; it was not collected.",
        ),
        why: Words::new(
            "有的股室把进展写在 Word 里交回；不说明，就以为已经收了。",
            "Some offices report in Word; passed over silently, the report would seem to be collected.",
        ),
        example: "危化股进展.docx",
        mend: Words::new(
            "里面有进展的，请股室填到自己的填报表中；佐证材料放进通知的 files 文件夹，在进展里写明。",
            "Ask for reports to be filled into the handout; put evidence into files of the notice and name it in the note.",
        ),
    },
};
