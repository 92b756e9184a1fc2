//! Findings about files and folders: their encoding, names and places.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// 文件不是 UTF-8 编码。
pub const ENCODING: Code = Code {
    id: "R001",
    name: "not-utf8",
    severity: Severity::Error,
    about: About {
        what: Words::new("文件不是 UTF-8 编码。", "A file is not UTF-8."),
        why: Words::new(
            "其他编码的文字在别的电脑上会变成乱码。",
            "Text in another encoding turns to garbage on the next machine.",
        ),
        example: "（记事本以“ANSI”保存的文件）",
        mend: Words::new(
            "用记事本打开，“另存为”，编码选“UTF-8”。",
            "Open it in an editor and save it with the encoding UTF-8.",
        ),
    },
};

/// 写到的文件不存在，或缺少必须有的文件。
pub const MISSING_FILE: Code = Code {
    id: "R009",
    name: "missing-file",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "写到的文件不存在，或缺少必须有的文件。",
            "A file that is named, or that every project needs, is not there.",
        ),
        why: Words::new("公开后就是打不开的链接。", "Published, it would be a dead link."),
        example: "- {表: task.yaml, 名称: 清单}",
        mend: Words::new(
            "核对文件名和所在文件夹；文件名区分大小写。",
            "Check the name and the folder; upper and lower case differ.",
        ),
    },
};

/// 应当是文件的地方是文件夹或快捷方式。
pub const NOT_A_FILE: Code = Code {
    id: "R010",
    name: "not-a-file",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "应当是文件的地方是文件夹或快捷方式。",
            "A folder or link stands where a file should be.",
        ),
        why: Words::new(
            "为免公开无关内容，链接到别处的文件不读取。",
            "Links are not followed, so that nothing is published by accident.",
        ),
        example: "content/site.yaml/（文件夹）",
        mend: Words::new("把文件本身放在这里。", "Put the file itself there."),
    },
};

/// 内容所在的上级文件夹不是栏目。
pub const STRAY_FOLDER: Code = Code {
    id: "R012",
    name: "stray-folder",
    severity: Severity::Error,
    about: About {
        what: Words::new("内容所在的上级文件夹不是栏目。", "Content lies in a folder that is not a column."),
        why: Words::new(
            "没有栏目就没有入口，不会公开。",
            "Without a column nothing leads to it and it would not be published.",
        ),
        example: "content/某文件夹/通知/notice.md",
        mend: Words::new(
            "在上级文件夹中放一个 column.yaml，写明“名称: …”。",
            "Put a column.yaml with `名称: …` into the folder above.",
        ),
    },
};

/// 文件或文件夹的名字不能用作网址。
pub const BAD_NAME: Code = Code {
    id: "R015",
    name: "bad-name",
    severity: Severity::Error,
    about: About {
        what: Words::new("文件或文件夹的名字不能用作网址。", "A name that cannot be part of a web address."),
        why: Words::new(
            "文件夹名就是网址，有些符号在别的系统上存不下。",
            "Folder names are addresses, and some systems cannot store some marks.",
        ),
        example: "content/通知:一/",
        mend: Words::new("换一个名字，不用 \\ / : * ? \" < > |。", "Rename it; none of \\ / : * ? \" < > |."),
    },
};

/// 通知文件夹里的表或文稿，通知没有提到。
pub const UNNAMED_FILE: Code = Code {
    id: "R019",
    name: "unnamed-file",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "通知文件夹里的表或文稿，通知没有提到。",
            "A table or paper in a notice's folder that the notice does not name.",
        ),
        why: Words::new(
            "没有提到的不会公开，多半是忘了。",
            "What is not named is not published; mostly it was forgotten.",
        ),
        example: "content/栏目/通知/tasks.yaml（“附件”里没有“表: tasks.yaml”）",
        mend: Words::new(
            "写进 notice.md 的“附件”或“正文任务”；不要的，移到 content 外面。",
            "Name it under 附件 or 正文任务 in notice.md, or move it out of content.",
        ),
    },
};

/// 有网页和工作簿都容不下的字符。
pub const BARRED_CHARACTER: Code = Code {
    id: "R070",
    name: "barred-character",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "有网页和工作簿都容不下的字符：控制字符，或者不是文字的编码。",
            "A character that neither page nor workbook can hold: a control character, or a code that is no character.",
        ),
        why: Words::new(
            "订阅、站点地图和工作簿里有一个这样的字符，整个文件就打不开（XML 1.0 第2.2节）；YAML 读到空字符就不再往下读。",
            "One of them in a feed, sitemap or workbook, and the whole file cannot be opened (XML 1.0, section 2.2); YAML ends at a null character.",
        ),
        example: "标题: \"关于……\\x0B的通知\"",
        mend: Words::new(
            "删去提示的那个字符。它多半是从 Word 或 PDF 粘贴进来的，看不见：把光标放到提示的列，删去后一个字符。要换行的，写成新的一行。",
            "Delete the character that is named. Most are pasted from Word or PDF and are invisible: go to the column that is named and delete the next character. Where a new line is meant, begin one.",
        ),
    },
};
