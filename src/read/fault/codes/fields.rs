//! Findings about fields and their values.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

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
            "A value of the wrong shape cannot be put into its field.",
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
            "Fields have one form of dates, so that time limits can be computed.",
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
            "If the two differ, nobody knows which one counts.",
        ),
        example: "标题: 甲\n标题: 乙",
        mend: Words::new("留下一个，删去另一个。", "Keep one and delete the other."),
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
            "Aliases let a small file grow without bound, and hide its content.",
        ),
        example: "内容: *重点*",
        mend: Words::new(
            "文字以 * 或 & 开头时加引号：内容: \"*重点*\"",
            "Quote text that begins with * or &.",
        ),
    },
};

/// 折行的文字。
pub const FOLDED_TEXT: Code = Code {
    id: "R018",
    name: "folded-text",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "一项文字写了几行，印出来会多一个空格或空行。",
            "A text over several lines is printed with a space or an empty line too many.",
        ),
        why: Words::new(
            "YAML 把折行的文字用空格接起来，中文字之间就多出一个空格；“|”保留换行，末尾也多一个。",
            "YAML joins folded lines with a space, which Chinese does not have; `|` keeps line feeds, the last one too.",
        ),
        example: "内容: 开展检查，\n  抓好整改。",
        mend: Words::new(
            "写在一行里：内容: 开展检查，抓好整改。要分行印出的，写“|-”。",
            "On one line: 内容: 开展检查，抓好整改。 With `|-` its lines are printed as lines.",
        ),
    },
};

/// “#”后面的文字可能是正文。
pub const COMMENT_IN_TEXT: Code = Code {
    id: "R021",
    name: "comment-in-text",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "一段文字后面空一格有“#”，后面的文字是注释，不会公开。",
            "Behind a text stand a space and `#`; the words behind them are a comment and are not published.",
        ),
        why: Words::new(
            "没有加引号的文字里，YAML 从空格后的“#”起都当作注释；文字里本来有“#”的，后半句就丢了。",
            "In a text without quotes, YAML takes all behind a space and `#` for a comment; a text with a number sign loses its end.",
        ),
        example: "内容: 维修办公楼和 # 号楼之间的道路",
        mend: Words::new(
            "是正文的，加引号：内容: \"维修办公楼和 # 号楼之间的道路\"；是注释的，移到单独一行，或者在“#”前空两格。",
            "Quote the text: 内容: \"维修办公楼和 # 号楼之间的道路\". A comment stands on a line of its own, or two spaces behind the text.",
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

/// laws.csv 有用不了的行。
pub const LAW: Code = Code {
    id: "R020",
    name: "bad-law",
    severity: Severity::Error,
    about: About {
        what: Words::new("laws.csv 有用不了的行。", "A line of laws.csv cannot be used."),
        why: Words::new(
            "这一行不起作用，引用已经废止的规定就查不出来。",
            "The line has no effect, so that a repealed rule is not found.",
        ),
        example: "某省安全生产条例,2022年春,2022-06-01",
        mend: Words::new(
            "写成“某省安全生产条例,2022-03-01,2022-06-01,,,来源”：名称、通过日期、施行日期、废止日期、代替它的、来源。",
            "Write `某省安全生产条例,2022-03-01,2022-06-01,,,source`: title, adopted, in force from, repealed, successor, source.",
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
