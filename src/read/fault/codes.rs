//! Every finding that reading can make, explained.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// Every finding that reading can make.
pub const CODES: &[&Code] = &[
    &ENCODING,
    &YAML_SYNTAX,
    &FRONT_MATTER,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_SHAPE,
    &WRONG_DATE,
    &DUPLICATE_KEY,
    &MISSING_FILE,
    &NOT_A_FILE,
    &UNKNOWN_PLACEHOLDER,
    &STRAY_FOLDER,
    &YAML_ALIAS,
    &UNKNOWN_WORD,
    &BAD_NAME,
    &HOLIDAY,
    &UNSAFE_MARKUP,
    &BARRED_CHARACTER,
    &TOO_MANY_COLUMNS,
];

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

/// YAML 写法有误，这个文件读不下去。
pub const YAML_SYNTAX: Code = Code {
    id: "R002",
    name: "yaml-syntax",
    severity: Severity::Error,
    about: About {
        what: Words::new("YAML 写法有误，这个文件读不下去。", "The YAML cannot be read any further."),
        why: Words::new(
            "一处符号或对齐的差错，会使后面的内容全部改变意思。",
            "One wrong mark or indent changes the meaning of all that follows.",
        ),
        example: "名称： 危化股",
        mend: Words::new(
            "冒号用半角并空一格（“名称: 危化股”），同级的行左对齐，不用制表符。",
            "A colon is ASCII and followed by a space (`名称: 危化股`), lines of one level begin at one column, no tabs.",
        ),
    },
};

/// 通知、进展或总结的开头没有夹在两行“---”之间的信息。
pub const FRONT_MATTER: Code = Code {
    id: "R003",
    name: "front-matter",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "通知、进展或总结的开头没有夹在两行“---”之间的信息。",
            "A notice, progress note or summary does not begin with fields between two lines `---`.",
        ),
        why: Words::new(
            "标题、日期、公开方式等都写在这里，没有它就无法公开。",
            "Title, date and disclosure fields stand there; nothing can be published without them.",
        ),
        example: "# 关于……的通知",
        mend: Words::new(
            "第一行写“---”，接着写“标题: …”等，再以一行“---”结束，然后写正文。",
            "Write `---`, then the fields, then `---` again, then the body.",
        ),
    },
};

/// 写了一个没有规定的项目名。
pub const UNKNOWN_KEY: Code = Code {
    id: "R004",
    name: "unknown-key",
    severity: Severity::Error,
    about: About {
        what: Words::new("写了一个没有规定的项目名。", "A field that does not exist."),
        why: Words::new(
            "写错名字的项目会被当作没有写。",
            "A field with a wrong name would count as not written.",
        ),
        example: "责任股师: 危化股",
        mend: Words::new(
            "改成提示中的名称；表格要加新的一列，先在“列”中写上它。",
            "Use the name that is suggested; to add a column to a table, name it under 列 first.",
        ),
    },
};

/// 缺少必须填写的项目。
pub const MISSING_KEY: Code = Code {
    id: "R005",
    name: "missing-key",
    severity: Severity::Error,
    about: About {
        what: Words::new("缺少必须填写的项目。", "A field that has to be there is missing."),
        why: Words::new("缺了它，页面或表格就不完整。", "Without it the page or table is incomplete."),
        example: "标题: 关于……的通知\n（没有“成文日期”）",
        mend: Words::new("按提示补上一行。", "Add the line that is named."),
    },
};

/// 这一项应当是一段文字、若干项目，却写成了别的样子。
pub const WRONG_SHAPE: Code = Code {
    id: "R006",
    name: "wrong-shape",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "这一项应当是一段文字、若干项目，却写成了别的样子。",
            "A value has another shape than its field asks for.",
        ),
        why: Words::new(
            "写错样子的内容无法确定放在哪里。",
            "What has the wrong shape cannot be put in its place.",
        ),
        example: "标题:\n  - 关于……的通知",
        mend: Words::new("只有一个值时直接写在冒号后面。", "Write a single value right behind the colon."),
    },
};

/// 不是有效的日期。
pub const WRONG_DATE: Code = Code {
    id: "R007",
    name: "wrong-date",
    severity: Severity::Error,
    about: About {
        what: Words::new("不是有效的日期。", "Not a valid date."),
        why: Words::new(
            "表单里的日期只有一种写法，才能计算期限。",
            "Fields hold one way of writing a date, so that limits can be counted.",
        ),
        example: "成文日期: 2024年8月1日",
        mend: Words::new(
            "成文日期: 2024-08-01（发布日期可加时刻：2024-08-01 10:00）",
            "成文日期: 2024-08-01 (发布日期 may have a time: 2024-08-01 10:00)",
        ),
    },
};

/// 同一个项目写了两次。
pub const DUPLICATE_KEY: Code = Code {
    id: "R008",
    name: "duplicate-key",
    severity: Severity::Error,
    about: About {
        what: Words::new("同一个项目写了两次。", "A field is written twice."),
        why: Words::new(
            "两处不一致时，无法知道以哪一处为准。",
            "When they differ nobody knows which one holds.",
        ),
        example: "标题: 甲\n标题: 乙",
        mend: Words::new("留下一个，删去另一个。", "Keep one and delete the other."),
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

/// 不认识的“{{…}}”。
pub const UNKNOWN_PLACEHOLDER: Code = Code {
    id: "R011",
    name: "unknown-placeholder",
    severity: Severity::Error,
    about: About {
        what: Words::new("不认识的“{{…}}”。", "An unknown `{{…}}`."),
        why: Words::new("它会原样出现在公开的正文里。", "It would be published as it stands."),
        example: "{{任务}}",
        mend: Words::new("{{任务要求}}（单独占一行）", "{{任务要求}}, on a line of its own"),
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

/// 用了 YAML 的别名。
pub const YAML_ALIAS: Code = Code {
    id: "R013",
    name: "yaml-alias",
    severity: Severity::Error,
    about: About {
        what: Words::new("用了 YAML 的别名。", "A YAML alias is used."),
        why: Words::new(
            "别名使很小的文件变得极大，也使人看不出内容。",
            "Aliases let a small file grow without bound, and hide what it says.",
        ),
        example: "内容: *重点*",
        mend: Words::new(
            "文字以 * 或 & 开头时加引号：内容: \"*重点*\"",
            "Quote text that begins with * or &.",
        ),
    },
};

/// 这里只能用规定的几个词。
pub const UNKNOWN_WORD: Code = Code {
    id: "R014",
    name: "unknown-word",
    severity: Severity::Error,
    about: About {
        what: Words::new("这里只能用规定的几个词。", "Only certain words can stand here."),
        why: Words::new("写错的词会被当作没有写。", "A wrong word would count as not written."),
        example: "类型: 单为",
        mend: Words::new("类型: 单位", "类型: 单位"),
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

/// holidays.csv 有读不懂的行。
pub const HOLIDAY: Code = Code {
    id: "R016",
    name: "bad-holiday",
    severity: Severity::Error,
    about: About {
        what: Words::new("holidays.csv 有读不懂的行。", "A line of holidays.csv cannot be read."),
        why: Words::new(
            "工作日要按国务院办公厅的放假安排计算，错一天，期限就差一天。",
            "Working days follow the State Council's notice; one wrong day moves every limit.",
        ),
        example: "2027/1/1,放假,元旦",
        mend: Words::new(
            "写成“2027-01-01,holiday,元旦”；调休上班的日子写 workday。",
            "Write `2027-01-01,holiday,元旦`; a make-up day is `workday`.",
        ),
    },
};

/// 正文里有 HTML 标记或不安全的链接。
pub const UNSAFE_MARKUP: Code = Code {
    id: "R017",
    name: "unsafe-markup",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "正文里有 HTML 标记，或以不认识的名称开头的链接。",
            "HTML in a text, or a link with an unknown scheme.",
        ),
        why: Words::new(
            "它们能在公开的页面上运行程序，所以不起作用，只会显示为文字。",
            "They could run programs on a public page; so they do nothing and show as text.",
        ),
        example: "<b>重点</b>，[下载](javascript:…)",
        mend: Words::new("**重点**，[下载](files/…)", "**重点**, [下载](files/…)"),
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

/// 一张表的列太多。
pub const TOO_MANY_COLUMNS: Code = Code {
    id: "R071",
    name: "too-many-columns",
    severity: Severity::Error,
    about: About {
        what: Words::new("一张表的列超过500列。", "A table has more than 500 columns."),
        why: Words::new(
            "这样的表在纸上和屏幕上都看不清，多半是从别处导入时每个格子成了一列。",
            "Nobody can read it on paper or on a screen; most likely every cell became a column when it was imported.",
        ),
        example: "列: [序号, 工作任务, 同名, 同名2, 同名3, ……]",
        mend: Words::new(
            "删去没有内容的列，或者分成几张表。",
            "Delete columns without content, or make several tables of it.",
        ),
    },
};
