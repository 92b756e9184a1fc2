//! Findings about a document from outside: files that cannot be read, and parts that are no words.

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
            "能读的有 Word 文档（docx）、网页和文本，不看后缀名，只看内容；旧格式的 doc、wps，以及 rtf、pdf、ofd、图片读不了；没有文字的文件，没有可以导入的。",
            "Word documents (docx), web pages and text can be read, whatever their ending; the old formats doc and wps cannot, nor can rtf, pdf, ofd and pictures; a file without words has nothing to import.",
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

/// 正文里只有图片。
pub const PICTURES_ONLY: Code = Code {
    id: "I104",
    name: "pictures-only",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "正文里只有图片，没有文字，例如扫描件。",
            "The body holds pictures and no words, as a scanned paper does.",
        ),
        why: Words::new(
            "图片里的字读不出来，也查找不到、复制不了，读屏软件不会读；其中的个人信息也没有检查。",
            "Words in pictures can be neither read nor searched nor copied, screen readers are silent about them, and personal data in them is not checked.",
        ),
        example: "通知.docx（每页是一张扫描的图片）",
        mend: Words::new(
            "用原来的 Word 文件；没有的，在 WPS 中识别成文字，逐字核对后再导入。",
            "Take the Word file of which it was made; without that, have WPS recognise its text, compare every word and import that.",
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
