//! Findings about an imported paper.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// 公文的各个部分。
pub const PAPER_PART: Code = Code {
    id: "I085",
    name: "paper-part",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "按国标的格式认出了公文的一个部分（标题、主送、署名、附件等）。",
            "A part of the paper (title, addressee, signature, attachment …) was recognised by the form of the standard.",
        ),
        why: Words::new(
            "Word、网页和文本里只有文字和样子，没有写明哪一行是标题；认错的要改过来。",
            "Word files, pages and texts have words and looks, and do not say which line is the title: what was taken wrongly has to be corrected.",
        ),
        example: "（通知.docx 第3段）这里认作标题",
        mend: Words::new(
            "核对 notice.md 开头的各项；认对的不必改。",
            "Check the fields at the beginning of notice.md; nothing is to do where they are right.",
        ),
    },
};

/// 编号认作标题。
pub const HEADING: Code = Code {
    id: "I086",
    name: "paper-heading",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "有编号的段落认作标题，编号由程序重新生成。",
            "A numbered paragraph was taken for a heading, which the program numbers.",
        ),
        why: Words::new(
            "标题自己编号，增删以后不会错位；与原有编号相同的才这样处理。",
            "Headings that number themselves stay right when one is added; only those whose numbers come out the same are treated so.",
        ),
        example: "一、工作任务",
        mend: Words::new(
            "不是标题的，在 notice.md 里去掉行首的“#”，写上编号。",
            "Where it is no heading, remove the # in notice.md and write the number.",
        ),
    },
};

/// 编号不衔接。
pub const NUMBER_KEPT: Code = Code {
    id: "I087",
    name: "number-kept",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "编号与前面的不衔接，照写在段落里。",
            "A number does not go on from those before it and stays in its paragraph.",
        ),
        why: Words::new(
            "程序生成的编号是连续的；原件跳号、重号的，照原样公开。",
            "Numbers that the program makes have no gaps; those of an original that has some are published as they are.",
        ),
        example: "一、……　三、……",
        mend: Words::new(
            "编号有误的，在原件里改正再导入。",
            "Correct the number in the original and import again where it is wrong.",
        ),
    },
};

/// 没有找到应有的部分。
pub const PART_MISSING: Code = Code {
    id: "I088",
    name: "paper-part-missing",
    severity: Severity::Warning,
    about: About {
        what: Words::new("没有找到标题、署名或者成文日期。", "No title, signature or date was found."),
        why: Words::new(
            "公文都有这几项；读不出的留空，不猜测。",
            "Every paper has them; a gap is left where they cannot be read, and nothing is invented.",
        ),
        example: "（只有正文的文件）",
        mend: Words::new("在 notice.md 里填写。", "Write them into notice.md."),
    },
};

/// 没有看懂的文字。
pub const NOT_UNDERSTOOD: Code = Code {
    id: "I089",
    name: "paper-not-understood",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "标题上面或者成文日期下面有文字没有看懂，放在正文里。",
            "Words above the title or below the date were not understood and stand in the body.",
        ),
        why: Words::new(
            "没有看懂的也不丢弃，由人决定放在哪里。",
            "Nothing is dropped: people decide where it belongs.",
        ),
        example: "（标题上面的一行说明）",
        mend: Words::new("移到应在的地方，或者删去。", "Move it to its place, or delete it."),
    },
};

/// 网页自己的文字。
pub const PAGE_WORDS: Code = Code {
    id: "I090",
    name: "page-words",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "网页自己的文字（当前位置、打印、字体等）和重复的标题没有导入。",
            "Words of the page itself (its path, its buttons) and the title said again were left out.",
        ),
        why: Words::new(
            "它们不属于公文，新的网页上自会有。",
            "They are no part of the paper, and the new page has its own.",
        ),
        example: "当前位置：首页 > 公开领域",
        mend: Words::new(
            "其中若有公文的文字，写进 notice.md。",
            "Write words of the paper that are among them into notice.md.",
        ),
    },
};

/// 版头里不公开的内容。
pub const HEAD_LEFT_OUT: Code = Code {
    id: "I091",
    name: "head-left-out",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "份号、密级、紧急程度没有导入；标有密级的文件不导入。",
            "份号, 密级 and 紧急程度 were left out; a paper marked secret is not imported.",
        ),
        why: Words::new(
            "涉密文件不得公开；份号、紧急程度只用于纸质文件的运转。",
            "A secret paper must not be published; the others are for papers on their way.",
        ),
        example: "机密★1年",
        mend: Words::new(
            "已经解密的，在原件里删去密级再导入。",
            "Delete the mark in the original where the paper is no longer secret.",
        ),
    },
};

/// 附件不在文件里。
pub const ATTACHMENT_NOT_HERE: Code = Code {
    id: "I093",
    name: "attachment-not-here",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "附件说明里有的附件，不在这个文件里。",
            "An attachment that the paper names is not in the file.",
        ),
        why: Words::new(
            "附件往往另成一个文件；没有它，通知不完整，检查会指出来。",
            "Attachments are often files of their own; without it the notice is not whole, and the check says so.",
        ),
        example: "附件：登记表（另附）",
        mend: Words::new(
            "把附件放进 files 文件夹，写对文件名；或者分别导入。",
            "Put it into the folder files and write its name, or import it on its own.",
        ),
    },
};

/// 附件标题不一致。
pub const ATTACHMENT_DIFFERS: Code = Code {
    id: "I094",
    name: "attachment-title-differs",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "附件说明里的名称与附件自己的标题不一致。",
            "The name of an attachment in the paper and its own title differ.",
        ),
        why: Words::new(
            "GB/T 9704—2012 第7.3.7条：附件标题应当与附件说明的表述一致。",
            "GB/T 9704-2012, 7.3.7: they have to be equal.",
        ),
        example: "附件：工作任务实施清单……　（附件上是“工作任务措施清单”）",
        mend: Words::new("核对后改正其中一处。", "Correct one of them."),
    },
};

/// 正文里的表。
pub const TABLE_IN_TEXT: Code = Code {
    id: "I095",
    name: "table-in-text",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "正文里的表没有照样保留：合并的单元格不再合并，或者表移到了正文后面。",
            "A table in the text was changed: merged cells are not merged any more, or it stands behind the body.",
        ),
        why: Words::new(
            "正文里的表只有行和列；责任分解表另成一个文件，才能生成工作簿和台账。",
            "Tables in a text have rows and columns only; tables of duties are files of their own, of which workbooks and ledgers are made.",
        ),
        example: "（正文中间的责任分解表）",
        mend: Words::new("核对表的内容和位置。", "Check the table and its place."),
    },
};

/// 正文的任务写进了表。
pub const TASKS_MOVED: Code = Code {
    id: "I096",
    name: "tasks-moved",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "正文里与表中任务相同的各段，写进了任务的“要求”。",
            "Paragraphs of the body that tell of the tasks of the table became their 要求.",
        ),
        why: Words::new(
            "同样的话只写一次，正文和表就不会不一致；公开出来的正文不变。",
            "What is written once cannot contradict itself; the published body stays the same.",
        ),
        example: "（一）加强监管执法。加大执法力度……",
        mend: Words::new(
            "不愿合写的，把“{{任务要求}}”换回各段文字，删去“要求”。",
            "Write the paragraphs in the place of the placeholder and delete 要求 where that is not wanted.",
        ),
    },
};

/// 正文与表不一致。
pub const TASK_DIFFERS: Code = Code {
    id: "I097",
    name: "task-differs",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "同一项任务，正文和表里的名称不一致。",
            "Body and table call a task by different names.",
        ),
        why: Words::new(
            "多半有一处是笔误；两处都照写导入，由人改正。",
            "One of them is most likely a slip; both were imported as written.",
        ),
        example: "正文“应急处置组织体系”，表“应急组织体系”",
        mend: Words::new("改正 tasks.yaml 的“名称”或“正文标题”。", "Correct 名称 or 正文标题 in tasks.yaml."),
    },
};

/// 链接、图片没有保留。
pub const NOT_LINKED: Code = Code {
    id: "I098",
    name: "link-or-picture-left-out",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "链接的文件或者图片不在导入的文件里，没有保留。",
            "A linked file or a picture is not in the imported file and was left out.",
        ),
        why: Words::new("导入时不从网上下载任何东西。", "Importing fetches nothing from the network."),
        example: "<a href=\"./W020260302.xlsx\">检查表.xlsx</a>",
        mend: Words::new(
            "需要的，下载后放进 files 文件夹。",
            "Put it into the folder files where it is needed.",
        ),
    },
};

/// 网页上的信息项。
pub const PAGE_FIELD: Code = Code {
    id: "I099",
    name: "page-field",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "网页上的信息项没有导入，或者与文件不一致。",
            "Fields of the page were left out, or contradict the paper.",
        ),
        why: Words::new(
            "只有 notice.md 有地方写的才导入；与文件不一致的以文件为准。",
            "Only those that notice.md has a place for are imported; the paper itself counts where they differ.",
        ),
        example: "网页：成文日期 2026-03-02；文件：2026年3月1日",
        mend: Words::new("核对 notice.md。", "Check notice.md."),
    },
};

/// 读不出的文件。
pub const PAPER_UNREADABLE: Code = Code {
    id: "I092",
    name: "paper-unreadable",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "文件读不出来：不是 docx 文档、网页或文本，设了密码，太大，或者已损坏。",
            "A file cannot be read: it is no docx document, web page or text, is locked, too large or damaged.",
        ),
        why: Words::new(
            "旧格式的 Word 和 WPS 文档（doc、wps、rtf）要先另存为 docx。",
            "Documents of the old formats of Word and WPS (doc, wps, rtf) have to be saved as docx first.",
        ),
        example: "通知.doc",
        mend: Words::new(
            "用 Word 或 WPS 打开，“另存为”docx，再导入。",
            "Open it in Word or WPS, save it as docx and import that.",
        ),
    },
};
