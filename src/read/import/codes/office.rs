//! Findings about the names of offices in an imported table.

use crate::diagnostic::{About, Code, Severity};
use crate::text::message::Words;

/// 统称和外部单位是照字面认的.
pub const OFFICE_GUESSED: Code = Code {
    id: "I105",
    name: "office-guessed",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "表里的统称或者本单位以外的单位，照字面拟成了机构名录里的“统称”或“外部单位”。",
            "Names of several offices, or of bodies outside, were proposed as 统称 or 外部单位 of the register by their words.",
        ),
        why: Words::new(
            "“各所”“各有关单位”是哪些股室，表里没有写；猜错了，股室的网页上就有不是它的任务。",
            "The table does not say which offices 各所 or 各有关单位 are; a wrong guess puts tasks on the page of an office that has none of them.",
        ),
        example: "责任单位: 各所",
        mend: Words::new(
            "在 offices.yaml 的“包括”里写上各股室的名称；是外部单位的，写在“外部单位”里。",
            "Write the names of the offices under 包括 in offices.yaml; write bodies outside under 外部单位.",
        ),
    },
};

/// 责任单位一列里的字不像机构名称.
pub const NO_OFFICE_NAME: Code = Code {
    id: "I106",
    name: "no-office-name",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "责任单位一列里有的字不像机构名称，没有拟进机构名录。",
            "Words in a column of offices look like no name of an office and were not proposed for the register.",
        ),
        why: Words::new(
            "机构名录里的名称都有网页；“待定”、人名登记进去，就成了公开的股室。检查会逐处指出（T002）。",
            "Every office of the register has a page; 待定 or the name of a person would be published as one. The check points at each place (T002).",
        ),
        example: "责任单位: 待定",
        mend: Words::new(
            "在表里写明责任单位；确是机构名称的，登记到 offices.yaml。",
            "Name the responsible office in the table; add to offices.yaml what is the name of one.",
        ),
    },
};

/// 写责任的列没有认作单位.
pub const OFFICES_UNCOUNTED: Code = Code {
    id: "I107",
    name: "offices-not-counted",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "表头说这里写责任分工，但格里的字没有认作单位。",
            "A head says that responsibilities stand below it, and its cells were not taken for offices.",
        ),
        why: Words::new(
            "照写公开，但各股室的网页、填报表和统计里没有这张表的任务。",
            "It is published as written, but the tasks are missing from pages, handouts and totals of the offices.",
        ),
        example: "责任单位及责任人: 救助股 李明",
        mend: Words::new(
            "单位、责任人分成两列；每个股室一列、用符号表示的，改成一列，写股室名称。",
            "Divide offices and persons into two columns; write one column with the names instead of one column of marks for each office.",
        ),
    },
};
