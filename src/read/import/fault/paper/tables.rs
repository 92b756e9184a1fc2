//! About the tables of a paper.

use crate::diagnostic::{Diagnostic, Severity};
use crate::message;
use crate::read::import::codes::{DIVIDED_TABLE, NOT_UNDERSTOOD, TABLE_IN_TEXT, TABLE_OF_TASKS};
use crate::read::import::fault::paper::part;
use crate::source::Span;
use crate::text::message::Message;

/// A table in the text whose merged cells are not merged there.
pub fn merged_in_text(span: Span, is_attached: bool) -> Diagnostic {
    let message = if is_attached {
        message!(
            "附件里的这张表有合并的单元格，导入后不再合并，文字在第一格",
            "merged cells of this table in the attachment are not merged any more; the words stand in the first of them"
        )
    } else {
        message!(
            "正文里的这张表有合并的单元格，导入后不再合并，文字在第一格",
            "merged cells of this table in the text are not merged any more; the words stand in the first of them"
        )
    };
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

/// A table of names in rows that became lines of the text.
pub fn table_in_rows(span: Span) -> Diagnostic {
    let message = message!(
        "这张表没有表头，只是把名称排成行，导入后不再是表，一行写成一段",
        "this table has no head and only sets names out in rows; each row became a paragraph"
    );
    Diagnostic::new(&TABLE_IN_TEXT, span, message).help(message!(
        "核对各行；确实是表的，在原件里加上表头再导入",
        "check the rows; where it is a table, give it a head in the original and import again"
    ))
}

/// A table that only puts texts side by side.
pub fn table_of_columns(span: Span) -> Diagnostic {
    let message = message!(
        "这张表只有一行，是给文字分栏用的，导入后不再是表，逐栏写成段落",
        "this table has one row and only puts texts side by side; they became paragraphs, column by column"
    );
    Diagnostic::new(&TABLE_IN_TEXT, span, message)
        .help(message!("核对各段的先后", "check the order of the paragraphs"))
}

/// Lines that are like the rows of a table and are set out with spaces.
pub fn columns_of_spaces(span: Span) -> Diagnostic {
    let message = message!(
        "从这里起像是用空格排成的表，一行写成一段，网页上各列不会对齐",
        "a table that is set out with spaces seems to begin here; each row became a paragraph, and its columns will not stand below each other on the page"
    );
    Diagnostic::new(&TABLE_IN_TEXT, span, message).help(message!(
        "是表的，在原件里做成表格再导入",
        "where it is a table, make one of it in the original and import again"
    ))
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

/// A table in the body, or in an attached text, that became an attachment of that name; `heads` are why it was taken for one
/// of duties.
pub fn table_moved(span: Span, file: &str, name: &TableName, heads: &str) -> Diagnostic {
    let Message { zh, en } = name.said();
    let message = message!(
        "这张表认作责任分解表，写进了 {file}，{zh}，印在原来的文字后面，单独成页",
        "this was taken for a table of tasks, written to {file} {en}, and is printed behind the text on a page of its own"
    );
    Diagnostic::new(&TABLE_IN_TEXT, span, message).help(message!(
        "核对表的位置和表名；要留在原处的，把原件里表头的“{heads}”暂时改成别的字再导入，就照写成一般的表",
        "check its place and its name; to keep it where it was, write other words for {heads:?} in its head for a while and import again"
    ))
}

/// A table within a text that became a file of tasks, for which a placeholder stands; `heads` are why it was taken for one.
pub fn table_placed(span: Span, (file, count): (&str, usize), name: &TableName, heads: &str) -> Diagnostic {
    let Message { zh, en } = name.said();
    let message = message!(
        "这张表认作责任分解表，{count}项任务写进了 {file}，{zh}，仍印在原处",
        "this was taken for a table of tasks; its {count} tasks were written to {file} {en}, and are printed where they stood"
    );
    Diagnostic::new(&TABLE_OF_TASKS, span, message).help(no_table_of_duties(heads))
}

/// 表名 of a table within a text.
pub struct TableName {
    /// Its words.
    pub words: String,
    /// Whether the paper says it, or it was made up for the workbook.
    pub is_written: bool,
}

impl TableName {
    fn said(&self) -> Message {
        let words = &self.words;
        if self.is_written {
            message!("表名用“{words}”", "with the name {words:?}")
        } else {
            message!(
                "原件上没有表名，不印，Excel 表里用“{words}”",
                "with the name {words:?} for the workbook, which is not printed, for the paper has none"
            )
        }
    }
}

/// The advice where a table is no table of tasks.
fn no_table_of_duties(heads: &str) -> Message {
    message!(
        "不是责任分解表的，把原件里表头的“{heads}”暂时改成别的字再导入，就照写成一般的表",
        "where it is none, write other words for {heads:?} in its head for a while and import again: it stays a table then"
    )
}

/// A table of an attachment that became a file of tasks; `heads` are why it was taken for one.
pub fn table_of_tasks(span: Span, file: &str, count: usize, heads: &str) -> Diagnostic {
    let message = message!(
        "这张表认作责任分解表，{count}项任务写进了 {file}",
        "this was taken for a table of tasks; its {count} tasks were written to {file}"
    );
    Diagnostic::new(&TABLE_OF_TASKS, span, message).help(no_table_of_duties(heads))
}

/// A table that is somewhat like one of tasks and stays a table of the text.
pub fn no_table_of_tasks(span: Span) -> Diagnostic {
    let message = message!(
        "这张表没有认作责任分解表，照写成一般的表",
        "this was not taken for a table of tasks and stays a table of the text"
    );
    Diagnostic::new(&TABLE_OF_TASKS, span, message).help(message!(
        "是责任分解表的，把表头改成“工作任务”“责任单位”的说法再导入，或者复制到工作簿里，导入那个工作簿",
        "where it is one, write 工作任务 and 责任单位 in its head and import again, or copy it into a workbook and import that"
    ))
}
