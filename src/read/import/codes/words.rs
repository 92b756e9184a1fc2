//! Findings about words of a document from outside: tracked, hidden or struck out, at the edge of a page, above the line.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// 修订中删除的文字没有导入。
pub const DELETED_WORDS: Code = Code {
    id: "I073",
    name: "deleted-words",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "文档里有没有接受的修订：标为删除的文字没有导入。",
            "The document has changes that nobody accepted: words marked as deleted were left out.",
        ),
        why: Words::new(
            "正式印发的文件不应带有修订；带有修订的多半不是定稿。",
            "An issued paper has no tracked changes; a file that has some is most likely not the final one.",
        ),
        example: "（审阅中删除的一句话）",
        mend: Words::new(
            "换成定稿，或在 Word 的“审阅”中接受、拒绝全部修订，再导入。",
            "Take the final file, or accept or reject all changes in Word, and import again.",
        ),
    },
};

/// 修订中插入的文字已经导入。
pub const INSERTED_WORDS: Code = Code {
    id: "I074",
    name: "inserted-words",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "文档里有没有接受的修订：插入的文字已经导入。",
            "The document has changes that nobody accepted: inserted words were imported.",
        ),
        why: Words::new(
            "正式印发的文件不应带有修订；带有修订的多半不是定稿。",
            "An issued paper has no tracked changes; a file that has some is most likely not the final one.",
        ),
        example: "（审阅中插入的一句话）",
        mend: Words::new("换成定稿，或核对插入的文字。", "Take the final file, or check the inserted words."),
    },
};

/// 隐藏的文字没有导入。
pub const HIDDEN_WORDS: Code = Code {
    id: "I075",
    name: "hidden-words",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "隐藏的文字、行，或者被合并的单元格盖住的文字没有导入。",
            "Hidden words and rows, and words below a merged cell, were left out.",
        ),
        why: Words::new(
            "看不见的内容多半不打算公开，但也不应悄悄丢掉。",
            "What is not seen is often not meant to be published, but must not vanish silently.",
        ),
        example: "（字体设为“隐藏”的一句话）",
        mend: Words::new(
            "需要的，在 Word 中取消隐藏后再导入。",
            "Unhide what is needed in Word and import again.",
        ),
    },
};

/// 批注没有导入。
pub const COMMENT: Code = Code {
    id: "I076",
    name: "comment-left-out",
    severity: Severity::Warning,
    about: About {
        what: Words::new("批注没有导入。", "A comment was left out."),
        why: Words::new(
            "批注是起草时的意见，不属于文件；还有批注的多半不是定稿。",
            "Comments belong to drafting, not to the paper; a file that has some is most likely not the final one.",
        ),
        example: "此处请再核实",
        mend: Words::new("核对是不是定稿。", "Check that it is the final file."),
    },
};

/// 脚注、尾注没有导入。
pub const NOTE: Code = Code {
    id: "I077",
    name: "footnote-left-out",
    severity: Severity::Warning,
    about: About {
        what: Words::new("脚注或尾注没有导入。", "A footnote or endnote was left out."),
        why: Words::new(
            "公文一般不用脚注，网页上也没有每页的页脚。",
            "Official papers have no footnotes as a rule, and a web page has no foot of each page.",
        ),
        example: "（正文中“重点企业”的脚注）",
        mend: Words::new(
            "确实需要的，用括号写进正文。",
            "Write it into the text, in brackets, where it is needed.",
        ),
    },
};

/// 页眉、页脚没有导入。
pub const PAGE_EDGE: Code = Code {
    id: "I078",
    name: "page-edge-left-out",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "页眉或页脚里的文字，或者写成一段的页码，没有导入。",
            "Words at the head or foot of the pages, or numbers of pages typed into the text, were left out.",
        ),
        why: Words::new(
            "网页不分页。有的单位把发文机关、密级写在页眉里。",
            "A web page has no pages. Some bureaus write their name or a secrecy level there.",
        ),
        example: "内部资料 注意保存",
        mend: Words::new(
            "确实需要的，写进正文；标明内部、密级的，先核实能否公开。",
            "Write what is needed into the text; where it says that the paper is internal, check whether it may be published at all.",
        ),
    },
};

/// 自动更新的域。
pub const CHANGING_FIELD: Code = Code {
    id: "I079",
    name: "changing-field",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "文档里有自动更新的日期或时间，导入的是上次保存时的。",
            "A date or time in the document works itself out anew; that of the last time it was saved was imported.",
        ),
        why: Words::new(
            "打开或打印文件时，这个日期会变成当天，不一定是成文日期。",
            "Whenever the file is opened or printed it becomes that day, which need not be that of the paper.",
        ),
        example: "（插入的“日期和时间”，选了“自动更新”）",
        mend: Words::new("核对这个日期。", "Check the date."),
    },
};

/// 上标、下标已经平排导入。
pub const RAISED_WORDS: Code = Code {
    id: "I092",
    name: "raised-words",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "上标或下标的文字已经导入，但同别的文字排成一行。",
            "Words above or below the line were imported onto it.",
        ),
        why: Words::new(
            "数字的上标、下标用专门的字符（10⁵、m²、CO₂）；别的文字没有这样的字符，排成一行可能读错。",
            "Digits have characters for it (10⁵, m², CO₂); other words have none, and on the line they may be misread.",
        ),
        example: "按甲方案注1办理（“注1”是上标）",
        mend: Words::new("按甲方案（注1）办理", "按甲方案（注1）办理"),
    },
};

/// 带删除线的文字已经导入。
pub const STRUCK_WORDS: Code = Code {
    id: "I083",
    name: "struck-words",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "带删除线的文字已经导入，但没有删除线。",
            "Words that are struck through were imported without the line.",
        ),
        why: Words::new(
            "划掉的文字多半不要了；照样公开，意思就反了。",
            "Words that somebody struck out are most likely not meant any more; published, they say the opposite.",
        ),
        example: "（划掉的一项任务）",
        mend: Words::new(
            "不要的，从导入后的文件中删去。",
            "Delete them from the imported files where they are not meant.",
        ),
    },
};
