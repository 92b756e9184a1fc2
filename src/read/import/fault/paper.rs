//! The findings of importing a paper, each at its line.

use crate::diagnostic::{Diagnostic, Severity};
use crate::message;
use crate::read::import::codes::{
    ATTACHMENT_DIFFERS, ATTACHMENT_NOT_HERE, DIVIDED_TABLE, HEAD_LEFT_OUT, HEADING, NOT_LINKED,
    NOT_UNDERSTOOD, NUMBER_KEPT, PAGE_FIELD, PAGE_WORDS, PAPER_PART, PART_MISSING, TABLE_IN_TEXT,
    TASK_DIFFERS, TASKS_MOVED, UNNUMBERED_HEADING,
};
use crate::source::Span;
use crate::text::numeral;

/// A line that was taken for a part of the paper.
pub fn part(span: Span, part: &str) -> Diagnostic {
    Diagnostic::new(&PAPER_PART, span, message!("这里认作{part}", "this was taken for {part}"))
}

/// The first item of a list whose marks are typed.
pub fn list(span: Span) -> Diagnostic {
    let message = message!(
        "从这里起认作列表，行首的符号或编号由程序生成",
        "a list begins here; the program makes the marks or numbers of its items"
    );
    Diagnostic::new(&PAPER_PART, span, message)
}

/// The rest of a paragraph on a line of its own.
pub fn unwrapped(span: Span) -> Diagnostic {
    let message = message!(
        "这一行认作上一行的后半，合成一段",
        "this line was taken for the rest of the one above it; both are one paragraph"
    );
    Diagnostic::new(&PAPER_PART, span, message).help(message!(
        "不是的，在 notice.md 中分成两段",
        "where it is not, make two paragraphs of it in notice.md"
    ))
}

/// A line that may be the rest of the one above it.
pub fn perhaps_wrapped(span: Span) -> Diagnostic {
    let message = message!(
        "上一行排满而没有句末标点，这一行可能是它的后半，没有合成一段",
        "the line above is full and ends no sentence; this may be its rest, and both stayed paragraphs"
    );
    Diagnostic::new(&PAPER_PART, span, message).help(message!(
        "是一段的，在 notice.md 中接起来",
        "where both are one paragraph, join them in notice.md"
    ))
}

/// The rest of a name in 附件说明, on a line of its own.
pub fn name_joined(span: Span, name: &str) -> Diagnostic {
    let message = message!(
        "这一行认作上一行附件名称的后半，合成“{name}”",
        "this line was taken for the rest of the name above it: {name:?}"
    );
    Diagnostic::new(&PAPER_PART, span, message).help(message!(
        "不是的，改正 notice.md 中的“名称”，把这一行写回正文",
        "where it is not, correct 名称 in notice.md and write the line into the body"
    ))
}

/// 抄报、分送.
pub fn copy_kept(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "版记里只印“抄送”，“{words}”照写在正文末尾",
        "only 抄送 is printed below a paper; {words:?} stands at the end of the body as written"
    );
    Diagnostic::new(&NOT_UNDERSTOOD, span, message).help(message!(
        "可以改称抄送的，写进 notice.md 的“抄送”，从正文中删去",
        "write it behind 抄送 in notice.md where it may be called so, and delete it from the body"
    ))
}

/// 发文机关标志.
pub fn mark(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "“{words}”认作发文机关标志，Word 文件的版头由发文机关生成",
        "{words} was taken for the mark of the head, which Word files make of 发文机关"
    );
    Diagnostic::new(&PAPER_PART, span, message)
}

/// A label of an attachment.
pub fn attachment(span: Span, number: usize) -> Diagnostic {
    let message = message!("从这里起认作第{number}个附件", "attachment {number} begins here");
    Diagnostic::new(&PAPER_PART, span, message)
}

/// A line that was taken for a heading; its number is made again, of full width.
pub fn heading(span: Span, level: usize, is_narrow: bool) -> Diagnostic {
    let sample = numeral::heading(level, 1);
    let message = if is_narrow {
        message!(
            "认作“{sample}”一级的标题，编号由程序生成，写法统一为这一级的",
            "taken for a heading of the level {sample}; the program numbers it, in the form of this level"
        )
    } else {
        message!(
            "认作“{sample}”一级的标题，编号由程序生成",
            "taken for a heading of the level {sample}; the program numbers it"
        )
    };
    Diagnostic::new(&HEADING, span, message)
}

/// A number that does not go on from the one before it.
pub fn number_kept(span: Span, typed: &str, expected: &str) -> Diagnostic {
    let message = message!(
        "编号“{typed}”与前面不衔接（接下去应为“{expected}”），从这里起照写在段落里，没有作为标题",
        "the number {typed} does not go on from those before it, which would be {expected}; from here on numbers stay as written and are no headings"
    );
    Diagnostic::new(&NUMBER_KEPT, span, message).help(message!(
        "编号有误的，在原件里改正再导入；确实如此的，不必改",
        "correct the number in the original and import again, or leave it if it is meant"
    ))
}

/// A heading by its style or typeface, without a number.
pub fn unnumbered_heading(span: Span) -> Diagnostic {
    let message = message!(
        "这一段像是没有序号的标题；标题会自动编号，所以保留为加粗的段落",
        "this looks like a heading without a number; headings number themselves, so it stays a paragraph in bold"
    );
    Diagnostic::new(&UNNUMBERED_HEADING, span, message).help(message!(
        "要作为标题并编号的，去掉两边的“**”，前面加“## ”（一级）或“### ”（二级）",
        "write ## (first level) or ### (second level) before it instead of the ** around it where it is to be one and have a number"
    ))
}

/// A paper without a title.
pub fn no_title(span: Span) -> Diagnostic {
    let message = message!("没有找到标题", "no title was found");
    Diagnostic::new(&PART_MISSING, span, message).help(message!(
        "在 notice.md 的“标题”中填写；正文里若有标题，从正文中删去",
        "write it behind 标题 in notice.md, and delete it from the body if it is there"
    ))
}

/// A paper without a date.
pub fn no_date(span: Span) -> Diagnostic {
    let message = message!("没有找到成文日期", "no date of the paper was found");
    Diagnostic::new(&PART_MISSING, span, message).help(message!(
        "在 notice.md 的“成文日期”中填写；署名若留在正文末尾，从正文中删去",
        "write it behind 成文日期 in notice.md; if the signature stayed at the end of the body, delete it there"
    ))
}

/// A paper whose date has no signature above it.
pub fn no_signature(span: Span) -> Diagnostic {
    let message = message!("成文日期上面没有找到署名", "no signature was found above the date");
    Diagnostic::new(&PART_MISSING, span, message).help(message!(
        "核对 notice.md 的“发文机关”；署名若留在正文末尾，从正文中删去",
        "check 发文机关 in notice.md; if the signature stayed at the end of the body, delete it there"
    ))
}

/// A line above the title that was not understood.
pub fn above_title(span: Span) -> Diagnostic {
    let message = message!(
        "标题上面的这一处没有看懂，放在了正文开头",
        "this stands above the title and was not understood; it is at the beginning of the body"
    );
    Diagnostic::new(&NOT_UNDERSTOOD, span, message)
        .help(message!("核对它在正文里的位置，不需要的删去", "check its place in the body, or delete it"))
}

/// A line below the date that was not understood.
pub fn not_understood(span: Span) -> Diagnostic {
    let message = message!(
        "成文日期下面的这一处没有看懂，放在了正文末尾",
        "this stands below the date and was not understood; it is at the end of the body"
    );
    Diagnostic::new(&NOT_UNDERSTOOD, span, message)
        .help(message!("核对它在正文里的位置，不需要的删去", "check its place in the body, or delete it"))
}

/// Lines that the page wrote.
pub fn of_page(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "网页自己的文字、重复的标题没有导入：{words}",
        "words of the page itself, or the title once more, were left out: {words}"
    );
    Diagnostic::new(&PAGE_WORDS, span, message)
}

/// Words that stand on a page outside of the paper.
pub fn outside(span: Span, count: usize, words: &str) -> Diagnostic {
    let message = message!(
        "网页上正文以外的{count}处文字没有导入：{words}",
        "words in {count} places of the page outside of the paper were left out: {words}"
    );
    Diagnostic::new(&PAGE_WORDS, span, message).help(message!(
        "其中有公文文字的，写进 notice.md",
        "write words of the paper among them into notice.md"
    ))
}

/// 份号、紧急程度.
pub fn head_left_out(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "版头的“{words}”没有导入：公开的文件不印",
        "{words} of the head was left out: public papers do not have it"
    );
    Diagnostic::new(&HEAD_LEFT_OUT, span, message)
}

/// Words of 版记 about the making of the paper: 校对、打印、印数.
pub fn imprint_left_out(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "版记的“{words}”没有导入：公开的文件不印",
        "{words} at the foot of the paper was left out: public papers do not have it"
    );
    Diagnostic::new(&HEAD_LEFT_OUT, span, message)
}

/// 密级.
pub fn secret(span: Span, words: &str) -> Diagnostic {
    let message = message!(
        "版头上标着密级“{words}”，没有导入：涉密文件不得公开",
        "the head is marked {words}; the paper was not imported: a secret paper must not be published"
    );
    let finding = Diagnostic::new(&HEAD_LEFT_OUT, span, message).help(message!(
        "已经解密、可以公开的，在原件里删去密级再导入",
        "where it is no longer secret, delete the mark in the original and import again"
    ));
    Diagnostic { severity: Severity::Error, ..finding }
}

/// An attachment that is named and not in the file.
pub fn attachment_missing(span: Span, name: &str, file: &str) -> Diagnostic {
    let message = message!("附件“{name}”的内容不在这个文件里", "the attachment {name:?} is not in this file");
    Diagnostic::new(&ATTACHMENT_NOT_HERE, span, message).help(message!(
        "把附件放到通知文件夹的 {file} 处，再按它的文件名改正 notice.md 中的“文件”",
        "put it into the notice's folder as {file}, and write its real name behind 文件 in notice.md"
    ))
}

/// An attachment whose title is not the one in 附件说明.
pub fn attachment_differs(span: Span, listed: &str, title: &str) -> Diagnostic {
    let message = message!(
        "附件说明里是“{listed}”，附件自己的标题是“{title}”",
        "the paper names the attachment {listed:?}, its own title is {title:?}"
    );
    Diagnostic::new(&ATTACHMENT_DIFFERS, span, message).help(message!(
        "应当一致（GB/T 9704—2012，7.3.7），核对后改正",
        "they should be equal (GB/T 9704-2012, 7.3.7)"
    ))
}

/// A table in the text whose merged cells are not merged there.
pub fn merged_in_text(span: Span) -> Diagnostic {
    let message = message!(
        "正文里的这张表有合并的单元格，导入后不再合并，文字在第一格",
        "merged cells of this table in the text are not merged any more; the words stand in the first of them"
    );
    Diagnostic::new(&TABLE_IN_TEXT, span, message).help(message!("核对这张表", "check the table"))
}

/// A part of a table below another part.
pub fn divided(span: Span, is_joined: bool, is_alike: bool, left_out: &str) -> Diagnostic {
    if !is_joined {
        let message = if is_alike {
            message!(
                "这张表的表头与上面的表相同，序号没有相接，不能确定是不是同一张，没有接起来",
                "this table has the head of the one above it, and its numbers do not go on from there; both were not joined"
            )
        } else {
            message!(
                "这张表写明是续表，表头与上面的表不同，不能确定是不是同一张，没有接起来",
                "this table is said to go on from the one above it, and their heads differ; both were not joined"
            )
        };
        let finding = Diagnostic::new(&DIVIDED_TABLE, span, message).help(message!(
            "是同一张的，在原件里合成一张，再导入",
            "where both are one, make one table of them in the original and import again"
        ));
        return Diagnostic { severity: Severity::Warning, ..finding };
    }
    let message = if left_out.is_empty() {
        message!(
            "这张表认作上面的表的后一部分，接成了一张",
            "this was taken for a further part of the table above it; both are one table now"
        )
    } else {
        message!(
            "这张表认作上面的表的后一部分，接成了一张，“{left_out}”没有导入",
            "this was taken for a further part of the table above it; both are one table now, without {left_out:?}"
        )
    };
    Diagnostic::new(&DIVIDED_TABLE, span, message)
}

/// An attachment with a table of duties that stays a paper.
pub fn not_a_file_of_tasks(span: Span) -> Diagnostic {
    let message = message!(
        "这个附件里有责任分解表，但不止一张表，或者另有图片，照写成了文稿，没有写成 tasks.yaml",
        "this attachment has a table of duties beside another table or a picture; it became a paper, not tasks.yaml"
    );
    Diagnostic::new(&TABLE_IN_TEXT, span, message).help(message!(
        "在原件里把它们分成几个附件，再导入",
        "divide them into several attachments in the original and import again"
    ))
}

/// A line beside a table of duties that became a note below it.
pub fn note(span: Span, is_above: bool) -> Diagnostic {
    if !is_above {
        return part(span, "表注");
    }
    let message = message!(
        "表上面的这一处写进了“表注”，印在表的下面",
        "this stands above the table; it was written to 表注 and is printed below the table"
    );
    Diagnostic::new(&NOT_UNDERSTOOD, span, message)
        .help(message!("核对它的位置，不需要的删去", "check its place, or delete it"))
}

/// A table of duties in the body that became an attachment.
pub fn table_moved(span: Span, file: &str) -> Diagnostic {
    let message = message!(
        "正文里的这张责任分解表写进了 {file}，排在正文后面",
        "this table of duties was written to {file} and stands behind the body"
    );
    Diagnostic::new(&TABLE_IN_TEXT, span, message)
        .help(message!("核对表的位置和表名", "check its place and its name"))
}

/// Paragraphs of the body that were moved into a table.
pub fn tasks_moved(span: Span, count: usize) -> Diagnostic {
    let message = message!(
        "从这里起的{count}段的任务名称与表对得上，写进了各项任务的“要求”，正文里用“{{{{任务要求}}}}”代替",
        "{count} paragraphs from here on have the names of the tasks of the table; they are 要求 of the tasks now, and `{{{{任务要求}}}}` stands in their place"
    );
    Diagnostic::new(&TASKS_MOVED, span, message).help(message!(
        "只对了名称和顺序；各段的内容、期限、股室和数量与表是否一致，请核对",
        "names and order agree; compare what the paragraphs say, their days, offices and numbers, with the table"
    ))
}

/// Headings with the names of the tasks of the table that stay as they are.
pub fn tasks_untouched(span: Span, count: usize) -> Diagnostic {
    let message = message!(
        "从这里起有{count}个标题与表中任务的名称相同，照写留着，没有换成“{{{{任务要求}}}}”",
        "{count} headings from here on have the names of tasks of the table; they stay as written, and `{{{{任务要求}}}}` does not stand in their place"
    );
    Diagnostic::new(&TASKS_MOVED, span, message).help(message!(
        "同一项任务写在两处，改一处时两处都要改",
        "these tasks stand in two places: whoever changes one of them has to change both"
    ))
}

/// A task that the body calls by another name than the table.
pub fn task_differs(span: Span, body: &str, table: &str) -> Diagnostic {
    let message = message!(
        "任务在正文里是“{body}”，在表里是“{table}”",
        "the body calls the task {body:?}, the table {table:?}"
    );
    Diagnostic::new(&TASK_DIFFERS, span, message).help(message!(
        "两处都照写导入了；写错了的，改正 tasks.yaml 的“名称”或“正文标题”",
        "both were imported as written; correct 名称 or 正文标题 in tasks.yaml where one is wrong"
    ))
}

/// Paragraphs of the body that tell of the tasks of the table and were not moved.
pub fn tasks_stay(span: Span, count: usize) -> Diagnostic {
    let message = message!(
        "从这里起的{count}段说的是表中的任务，但与表不能逐项对上，照写留在正文里，没有换成“{{{{任务要求}}}}”",
        "{count} paragraphs from here on tell of the tasks of the table, but not one by one; they stay in the body, and `{{{{任务要求}}}}` does not stand in their place"
    );
    Diagnostic::new(&TASK_DIFFERS, span, message).help(message!(
        "正文与表的任务、顺序应当一致，在原件里改正再导入；确实如此的，不必改",
        "tasks and their order should be equal in body and table: correct the original and import again, or leave it if it is meant"
    ))
}

/// A paragraph among those of tasks whose task the table lacks.
pub fn not_in_table(span: Span, body: &str) -> Diagnostic {
    let message = message!(
        "正文里的任务“{body}”在表里没有找到",
        "the table does not have the task {body:?} of the body"
    );
    Diagnostic::new(&TASK_DIFFERS, span, message)
        .help(message!("核对后改正正文或者表", "correct the body or the table"))
}

/// A task of which the body does not tell, beside others of which it does.
pub fn not_in_body(span: Span, table: &str) -> Diagnostic {
    let message = message!(
        "表里的任务“{table}”在正文逐项写的任务里没有找到",
        "the body, which tells of the tasks one by one, does not have the task {table:?} of the table"
    );
    Diagnostic::new(&TASK_DIFFERS, span, message)
        .help(message!("核对后改正正文或者表", "correct the body or the table"))
}

/// A link to a place beside the page, or of an unknown kind.
pub fn link_left_out(span: Span, url: &str) -> Diagnostic {
    let message =
        message!("链接“{url}”没有保留，只留下文字", "the link {url:?} was left out; its words are kept");
    Diagnostic::new(&NOT_LINKED, span, message).help(message!(
        "链接的是附件的，下载后放进 files 文件夹，再在 notice.md 中链接",
        "where it leads to a file, put that into the folder files and link it in notice.md"
    ))
}

/// A picture that the file only names.
pub fn picture_left_out(span: Span, name: &str) -> Diagnostic {
    let message = message!(
        "图片“{name}”不在这个文件里，没有导入",
        "the picture {name:?} is not in this file and was left out"
    );
    Diagnostic::new(&NOT_LINKED, span, message).help(message!(
        "需要的，另存到 files 文件夹，在正文里写成 ![说明](files/文件名)",
        "save it into the folder files and write ![words](files/name) into the body where it is needed"
    ))
}

/// A picture in a cell of a table of duties, which holds words only.
pub fn picture_in_cell(span: Span, file: &str) -> Diagnostic {
    let message = message!(
        "表里的图片写成了 {file}，责任分解表只有文字，不会显示",
        "the picture in this table was written to {file}; tables of tasks hold words only and do not show it"
    );
    Diagnostic::new(&NOT_LINKED, span, message).help(message!(
        "需要的，在正文里写成 ![说明](文件名)；不需要的，删去这个文件",
        "write ![words](name) into the body where it is needed, or delete the file"
    ))
}

/// Labels and values of a page that have no place in the head of a notice.
pub fn fields_left_out(span: Span, all: &str) -> Diagnostic {
    let message =
        message!("网页上的这些信息没有导入：{all}", "these fields of the page were left out: {all}");
    Diagnostic::new(&PAGE_FIELD, span, message)
}

/// A value of a page that contradicts the paper.
pub fn field_differs(span: Span, label: &str, value: &str, known: &str) -> Diagnostic {
    let message = message!(
        "网页上的“{label}”是“{value}”，文件里是“{known}”，以文件为准",
        "the page's {label} is {value:?}, that of the paper {known:?}; the paper's was taken"
    );
    let finding =
        Diagnostic::new(&PAGE_FIELD, span, message).help(message!("核对 notice.md", "check notice.md"));
    Diagnostic { severity: Severity::Warning, ..finding }
}
