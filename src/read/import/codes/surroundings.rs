//! Findings about what surrounds the text of an imported paper: its page, its tables, its attachments.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

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
            "GB/T 9704—2012 第7.3.7条：附件标题应当与附件说明的表述一致。两处都照写导入，由人改正。",
            "GB/T 9704-2012, 7.3.7: they have to be equal. Both were imported as written.",
        ),
        example: "附件：工作任务实施清单……　（附件上是“工作任务措施清单”）",
        mend: Words::new(
            "核对后改正其中一处：附件说明里的“名称”，或者附件的“标题”“表名”。",
            "Correct one of them: 名称 of the list, or 标题 or 表名 of the attachment.",
        ),
    },
};

/// 正文里的表。
pub const TABLE_IN_TEXT: Code = Code {
    id: "I095",
    name: "table-in-text",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "表没有照样保留：合并的单元格不再合并，日期后面、文稿末尾的责任分解表单独成页，或者只把名称排成行、只给文字分栏、用空格排成的表写成了几段。",
            "A table was changed: merged cells are not merged any more, a table of duties behind the date or at the end of a text has pages of its own, or, as it only sets names out in rows or texts in columns or is set out with spaces, it became paragraphs.",
        ),
        why: Words::new(
            "正文里的表只有行和列；责任分解表另成一个文件，才能生成工作簿和台账。",
            "Tables in a text have rows and columns only; tables of duties are files of their own, of which workbooks and ledgers are made.",
        ),
        example: "（成文日期后面的责任分解表）",
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
            "正文、方案各段的任务名称与表对得上的，写进了任务的“要求”；占位印不出原样的，照写留着。",
            "Paragraphs with the names of the tasks of the table became their 要求; those that the placeholder would print otherwise stay as they are.",
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
            "正文和表里的任务不一致：名称不同，顺序不同，或者只有一处有。",
            "Body and table differ about the tasks: in a name, in their order, or in which there are.",
        ),
        why: Words::new(
            "多半有一处是笔误；两处都照写导入，由人改正。不能逐项对上的，正文各段照写，不换成“{{任务要求}}”。",
            "One of them is most likely a slip; both were imported as written. Paragraphs that are not those of the tasks one by one stay in the body.",
        ),
        example: "正文“应急处置组织体系”，表“应急组织体系”",
        mend: Words::new("改正 tasks.yaml 的“名称”或“正文标题”。", "Correct 名称 or 正文标题 in tasks.yaml."),
    },
};

/// 责任分解表，或者一般的表。
pub const TABLE_OF_TASKS: Code = Code {
    id: "I102",
    name: "table-of-tasks",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "文件里的一张表认作责任分解表，写进了 tasks.yaml，正文中间的仍印在原处；或者有些像，留作一般的表。",
            "A table of a paper was taken for a table of tasks and written to tasks.yaml, and is printed where it stood in a text; or it is somewhat like one and stays a table of the text.",
        ),
        why: Words::new(
            "责任分解表的表头写明做什么（任务、措施、事项等）和由谁负责或何时完成（责任单位、牵头单位、完成时限等）；名单、议程、评分表、申报表不是。",
            "The head of a table of tasks says what is to be done and who answers for it or until when; lists, agendas, assessments and forms are none.",
        ),
        example: "序号 | 工作任务 | 责任单位 | 完成时限",
        mend: Words::new(
            "认对的不必改；不是的，照建议改原件的表头再导入。",
            "Nothing is to do where it is right; otherwise change the head in the original as the finding says and import again.",
        ),
    },
};

/// 分成几张的表。
pub const DIVIDED_TABLE: Code = Code {
    id: "I100",
    name: "divided-table",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "表头相同或者序号相接的几张表接成了一张，或者没有把握接上。",
            "Tables with the same head, or with numbers that go on, were joined, or were not because it is not certain.",
        ),
        why: Words::new(
            "续表是同一张表；接起来才能写成责任分解表。",
            "A table that goes on is one table, and only the whole of it becomes a table of tasks.",
        ),
        example: "续表",
        mend: Words::new(
            "接错的，在原件里把两张表的表头改得不同，或者加上标题；没有接上的，在原件里合成一张，再导入。",
            "Give both tables different heads or titles in the original where they are two; make one of them where they are one; then import again.",
        ),
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
            "网页上的信息项没有导入，或者与文件不一致；“来源”旁边没有写明的日期，认作发布日期。",
            "Fields of the page were left out, or contradict the paper; a day beside 来源 that says nothing of itself was taken for 发布日期.",
        ),
        why: Words::new(
            "只有 notice.md 有地方写的才导入；与文件不一致的以文件为准。",
            "Only those that notice.md has a place for are imported; the paper itself counts where they differ.",
        ),
        example: "网页：成文日期 2026-03-02；文件：2026年3月1日",
        mend: Words::new("核对 notice.md。", "Check notice.md."),
    },
};
