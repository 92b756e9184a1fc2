//! Findings about blank cells of the imported table.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// 有序号的行没有任务。
pub const TASK_BLANK: Code = Code {
    id: "I066",
    name: "task-left-blank",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "一行的任务是空的：有序号的已归入上面的任务，上面没有任务的暂用这一行别的文字作名称。",
            "The cell of a row's task is blank: the row was taken as part of the task above or, with none above, another text of the row for its name.",
        ),
        why: Words::new(
            "序号有的数任务，有的数举措；空着的，可能与上面是同一项任务，也可能是漏填。",
            "Numbers may count tasks or measures: a blank cell may continue the task above, or somebody forgot the name.",
        ),
        example: "（序号“2”，任务空白，举措“开展检查”）",
        mend: Words::new(
            "核对这一行；是另一项任务的，填上任务再导入。",
            "Check the row; name the task and import again where it is one of its own.",
        ),
    },
};

/// 责任单位是空的。
pub const OFFICE_BLANK: Code = Code {
    id: "I067",
    name: "office-left-blank",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "任务或举措的责任单位一格是空的。",
            "The cell for the responsible office of a task or measure is blank.",
        ),
        why: Words::new(
            "没有合并的空白格不知道归谁；照样导入后，检查会报错（T001）。",
            "Nobody can tell whose a blank cell is that is not merged; the check reports it as an error (T001).",
        ),
        example: "（三项举措，只有第一项后面填了责任单位）",
        mend: Words::new(
            "填上单位，再导入，或者在 YAML 中填写；确实没有的写“无”。",
            "Name the office and import again, or write it into the YAML; write 无 if nobody is.",
        ),
    },
};
