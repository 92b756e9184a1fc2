//! Findings about the markup of papers.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

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

/// “{{责任分解表}}”处放不了表。
pub const TABLE_PLACE: Code = Code {
    id: "R022",
    name: "table-place",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "“{{责任分解表}}”处放不了表：没有这样的表，表列在附件说明里，不知道是哪一张，已经放过，或者没有单独成段。",
            "No table can stand at `{{责任分解表}}`: there is none, it has the label 附件, it may be one of several, it stands in another place already, or the line is no paragraph of its own.",
        ),
        why: Words::new(
            "一张表只印一次：或者在正文中间，或者作为附件单独成页。",
            "A table is printed once: within the text, or as an attachment on pages of its own.",
        ),
        example: "附件:\n  - 表: tasks.yaml\n    名称: 任务清单\n---\n任务如下。\n\n{{责任分解表}}",
        mend: Words::new(
            "放在正文中间的表，在“附件”里写“附件标识: false”；有几张的，写明文件名：“{{责任分解表 tasks.yaml}}”。",
            "Write `附件标识: false` at the table under 附件; where there are several tables, name the file: `{{责任分解表 tasks.yaml}}`.",
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
            "They could run programs on a public page; so they have no effect and are shown as text.",
        ),
        example: "<b>重点</b>，[下载](javascript:…)",
        mend: Words::new("**重点**，[下载](files/…)", "**重点**, [下载](files/…)"),
    },
};
