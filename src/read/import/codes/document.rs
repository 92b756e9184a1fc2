//! Findings about a paper from outside: files that cannot be read, and content that is left out.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// 不是能读的文档。
pub const NOT_A_DOCUMENT: Code = Code {
    id: "I070",
    name: "import-not-a-document",
    severity: Severity::Error,
    about: About {
        what: Words::new("文件不是能读的文档。", "The file is no document that can be read."),
        why: Words::new(
            "能读的有 Word 文档（docx）、网页和文本，不看后缀名，只看内容；旧格式的 doc、wps，以及 rtf、pdf、ofd、图片读不了。",
            "Word documents (docx), web pages and text can be read, whatever their ending; the old formats doc and wps cannot, nor can rtf, pdf, ofd and pictures.",
        ),
        example: "通知.wps",
        mend: Words::new(
            "在 Word 或 WPS 中打开，“另存为”docx 后再导入。",
            "Open it in Word or WPS, save it as docx and import that.",
        ),
    },
};

/// 文档设了密码。
pub const DOCUMENT_LOCKED: Code = Code {
    id: "I071",
    name: "import-document-locked",
    severity: Severity::Error,
    about: About {
        what: Words::new("文档设了密码。", "The document is locked with a password."),
        why: Words::new(
            "设了密码的文件是加密的，读不出内容。",
            "A locked file is encrypted; nothing of it can be read.",
        ),
        example: "通知.docx（打开时要输入密码）",
        mend: Words::new(
            "在 Word 或 WPS 中打开，去掉密码，“另存为”docx 后再导入。",
            "Open it in Word or WPS, take the password off, save it as docx and import that.",
        ),
    },
};

/// 文档太大。
pub const DOCUMENT_TOO_LARGE: Code = Code {
    id: "I072",
    name: "import-document-too-large",
    severity: Severity::Error,
    about: About {
        what: Words::new("文档太大，没有读取。", "The document is too large and was not read."),
        why: Words::new(
            "段落、单元格、文字、解压后的大小都有上限，三百页的文件用不到五十分之一；超过的多半是文件有意做成这样。",
            "Paragraphs, cells, text and unpacked size have limits fifty times above a paper of three hundred pages; what exceeds them was most likely made to do harm.",
        ),
        example: "（段落和单元格超过 500000 个）",
        mend: Words::new(
            "把要公开的内容复制到一个新的文档，压缩图片，再导入。",
            "Copy the part that is to be published into a new document, compress its pictures and import that.",
        ),
    },
};

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
            "页眉或页脚里页码以外的文字没有导入。",
            "Words at the head or foot of the pages, other than their numbers, were left out.",
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

/// 图形、公式、对象没有导入。
pub const OBJECT: Code = Code {
    id: "I080",
    name: "object-left-out",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "图形、公式、图表、嵌入的对象、拼音或认不出的符号没有导入。",
            "A drawing, formula, chart, embedded object, phonetic guide or unknown symbol was left out.",
        ),
        why: Words::new(
            "它们由 Word 画出，不是文字，也不是图片。",
            "Word draws them; they are neither text nor pictures.",
        ),
        example: "（嵌入的 Excel 工作表）",
        mend: Words::new(
            "需要的，截成图片或改成文字、表格，再导入；嵌入的文件另存为附件。",
            "Turn what is needed into a picture, text or a table and import again; save embedded files as attachments.",
        ),
    },
};

/// 浏览器不能显示的图片没有导入。
pub const PICTURE: Code = Code {
    id: "I081",
    name: "picture-left-out",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "图片的格式浏览器不能显示，或者文件里没有这张图片，没有导入。",
            "A picture of a format that no browser shows, or that is not in the file, was left out.",
        ),
        why: Words::new(
            "浏览器能显示的有 PNG、JPEG、GIF、BMP 和 WebP；EMF、WMF、TIFF 不能。",
            "Browsers show PNG, JPEG, GIF, BMP and WebP; not EMF, WMF or TIFF.",
        ),
        example: "image1.emf",
        mend: Words::new(
            "需要的，在 Word 中“另存为图片”，换成 PNG 再导入。",
            "Save it from Word as a PNG, put that in its place and import again.",
        ),
    },
};

/// 表格里的表格。
pub const NESTED_TABLE: Code = Code {
    id: "I082",
    name: "nested-table",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "单元格里还有表格，里面的文字逐段写在这个单元格里。",
            "A cell holds a table of its own, whose words became paragraphs of the cell.",
        ),
        why: Words::new(
            "公开的表格是一层的，读屏软件和打印都不认套在里面的表格。",
            "Published tables have one level: neither screen readers nor prints make sense of a table within a cell.",
        ),
        example: "（“责任单位”一格里的小表格）",
        mend: Words::new(
            "核对这一格；需要的，在 Word 中拆分单元格代替里面的表格。",
            "Check the cell; split it in Word instead, where that is needed.",
        ),
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
