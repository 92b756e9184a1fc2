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
            "编号与前面的不衔接，或者不是程序能生成的写法，照写在段落里。",
            "A number does not go on from those before it, or is none that the program makes, and stays in its paragraph.",
        ),
        why: Words::new(
            "程序生成的编号是连续的，用国标的写法；原件跳号、重号、用别的写法的，照原样公开。",
            "Numbers that the program makes have no gaps and the form of the standard; those of an original that has gaps or other forms are published as they are.",
        ),
        example: "一、……　三、……",
        mend: Words::new(
            "编号有误的，在原件里改正再导入。",
            "Correct the number in the original and import again where it is wrong.",
        ),
    },
};

/// 没有序号的标题。
pub const UNNUMBERED_HEADING: Code = Code {
    id: "I101",
    name: "unnumbered-heading",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "按样式或者字体像是标题的一段没有序号，保留为加粗的段落。",
            "A paragraph that looks like a heading by style or typeface has no number; it stays a paragraph in bold.",
        ),
        why: Words::new(
            "标题自动编号；原件没有的序号，不替它加上。",
            "Headings number themselves; a number that the original has not got is not added.",
        ),
        example: "总体要求（黑体，单独一行）",
        mend: Words::new("## 总体要求", "## 总体要求"),
    },
};

/// 没有找到应有的部分。
pub const PART_MISSING: Code = Code {
    id: "I088",
    name: "paper-part-missing",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "没有找到标题、正文、署名或者成文日期。",
            "No title, body, signature or date was found.",
        ),
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
            "标题上面或者成文日期下面有文字没有看懂，放在正文里；责任分解表上面的，放在表注里。",
            "Words above the title or below the date were not understood and stand in the body; those above a table of duties in its 表注.",
        ),
        why: Words::new(
            "没有看懂的也不丢弃，由人决定放在哪里。",
            "Nothing is dropped: people decide where it belongs.",
        ),
        example: "（标题上面的一行说明）",
        mend: Words::new("移到应在的地方，或者删去。", "Move it to its place, or delete it."),
    },
};

/// 版头里不公开的内容。
pub const HEAD_LEFT_OUT: Code = Code {
    id: "I091",
    name: "head-left-out",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "份号、密级、紧急程度，版记里的校对、打印、印数，没有导入；标有密级的文件不导入。",
            "份号, 密级 and 紧急程度, and 校对, 打印 and 印数 at the foot, were left out; a paper marked secret is not imported.",
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
