//! Findings about lines of `laws.csv` and `holidays.csv`.

use crate::calendar::CsvReason;
use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::fault::codes::{HOLIDAY, LAW};
use crate::source::Span;
use crate::text::law::Reason;

/// A line of `laws.csv` that cannot be used.
pub fn law(span: Span, reason: &Reason) -> Diagnostic {
    let why = match reason {
        Reason::Columns => message!(
            "应有二到六列，用半角逗号隔开，不加引号",
            "there should be two to six columns with commas between them and no quotation marks"
        ),
        Reason::Title => message!("没有名称", "there is no title"),
        Reason::Day(day) => message!("“{day}”不是日期", "{day:?} is no day"),
        Reason::Days => message!(
            "要有通过、施行两个日期，或者废止日期",
            "both days of the version are needed, or the day of the repeal"
        ),
        Reason::Repeated { first } => {
            message!("与第 {first} 行是同一部", "this repeats the title of line {first}")
        }
    };
    Diagnostic::new(&LAW, span, why).help(message!(
        "写成“名称,2022-03-01,2022-06-01,,,来源”的样子；已废止的写“名称,,,2023-01-01,代替它的,来源”",
        "write `title,2022-03-01,2022-06-01,,,source`, or `title,,,2023-01-01,its successor,source` when it was repealed"
    ))
}

/// A line of `holidays.csv` that cannot be read.
pub fn holiday(span: Span, reason: &CsvReason) -> Diagnostic {
    let why = match reason {
        CsvReason::Columns => {
            message!("应有“日期,类别,名称”三列", "there should be three columns: date, kind, name")
        }
        CsvReason::Date => message!("日期不对", "this is not a date"),
        CsvReason::Kind => message!("类别应是 holiday 或 workday", "the kind should be holiday or workday"),
        CsvReason::Repeated { first } => {
            message!("与第 {first} 行是同一天", "this repeats the day of line {first}")
        }
    };
    Diagnostic::new(&HOLIDAY, span, why)
        .help(message!("写成“2027-01-01,holiday,元旦”的样子", "write it like `2027-01-01,holiday,元旦`"))
}
