//! The findings about the names of offices in an imported table.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::import::codes::{NO_OFFICE_NAME, OFFICE_GUESSED, OFFICES_UNCOUNTED};
use crate::read::import::fault::cell::quoted;
use crate::source::Span;

/// Names of several offices, of which not all are written.
pub fn collective_guessed(span: Span, names: &str) -> Diagnostic {
    let message = message!(
        "{names}是哪些股室，表里没有写全；拟作“统称”，“包括”里只有写明的，没有写明的留空",
        "the table does not say which offices {names} are; proposed as 统称 with the members that are written, or none"
    );
    Diagnostic::new(&OFFICE_GUESSED, span, message).help(message!(
        "在 offices.yaml 那一条的“包括”里写上股室名称，例如“包括: [甲股, 乙股]”；指全部股室的，删去“包括”",
        "write the names of the offices under 包括 there in offices.yaml, such as 包括: [甲股, 乙股]; delete 包括 where all offices are meant"
    ))
}

/// Names of bodies outside of the bureau.
pub fn outside_guessed(span: Span, names: &str) -> Diagnostic {
    let message = message!(
        "{names}拟作“外部单位”：照写公开，没有各自的网页，也不发填报表",
        "proposed as 外部单位, published as written without pages and handouts: {names}"
    );
    Diagnostic::new(&OFFICE_GUESSED, span, message).help(message!(
        "是本单位股室的，在 offices.yaml 里移到“股室”；是本单位几个股室的统称的，移到“统称”，写上“包括”",
        "in offices.yaml, move to 股室 what is an office of the bureau, and to 统称 with 包括 what stands for several"
    ))
}

/// Words that are no names of offices.
pub fn no_office_name(span: Span, names: &str) -> Diagnostic {
    let message = message!(
        "{names}不像机构名称，没有拟进机构名录",
        "not proposed for the register, since no name of an office looks like this: {names}"
    );
    Diagnostic::new(&NO_OFFICE_NAME, span, message).help(message!(
        "在表里写明责任单位；确是机构名称的，登记到 offices.yaml 的“股室”或“外部单位”",
        "name the responsible office in the table; add what is a name of one to 股室 or 外部单位 of offices.yaml"
    ))
}

/// A head of responsibilities whose cells were not taken for offices.
pub fn offices_uncounted(span: Span, head: &str) -> Diagnostic {
    let head = quoted(head.trim());
    let message = message!(
        "“{head}”下面的字没有认作单位：照写公开，各股室的网页、填报表里没有这张表的任务",
        "the words below {head:?} were not taken for offices: published as written, the tasks are missing from pages and handouts of the offices"
    );
    Diagnostic::new(&OFFICES_UNCOUNTED, span, message).help(message!(
        "单位、责任人分成两列再导入；每个股室一列、用符号表示的，改成一列“责任股室”，写股室名称",
        "divide offices and persons into two columns and import again; where each office has a column of marks, write one column 责任股室 with names"
    ))
}
