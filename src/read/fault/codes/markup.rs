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
