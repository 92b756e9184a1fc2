//! T014: a text too long for a cell of a workbook, or a table too long for a sheet.
//!
//! Excel keeps 32,767 UTF-16 code units in a cell, and 255 in the head of a filtered column. A longer text would
//! have to be cut, but texts are published as written. A sheet has 1,048,576 rows; of the printed one some are taken by
//! title and head, and a row longer than a page takes several.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::grid::Grid;
use crate::model::notice::Notice;
use crate::model::part::Part;
use crate::model::table::{LONGEST_CELL, Table};
use crate::source::{Located, Span};
use crate::text::message::Words;

/// 文字超过 Excel 单元格的上限.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T014",
    name: "too-long",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "一个单元格的文字超过 32,767 个字符，列名超过 255 个字符，或者表超过 1,000,000 行。",
            "A cell has more than 32,767 characters, the name of a column more than 255, or a table more than 1,000,000 rows.",
        ),
        why: Words::new(
            "Excel 的单元格放不下，只能截断，而公开的文字一个字也不能少。",
            "Excel cannot hold it; it would be cut, and not a character may be lost.",
        ),
        example: "- 内容: …… （四万字）",
        mend: Words::new("分成几项举措来写。", "Divide it into several measures."),
    },
};

/// Maximum length of the name of a column, which heads its data on a sheet (ECMA-376 Part 1, 18.5.1.3, as Excel enforces it).
const LONGEST_NAME: usize = 255;

/// Maximum number of rows of a table: a sheet has 1,048,576 (Excel specifications and limits).
const MOST_ROWS: usize = 1_000_000;

fn check(project: &Project, report: &mut Report) {
    let standards = project.standards.iter().map(|standard| &standard.table);
    for table in project.notices.iter().flat_map(Notice::tables).chain(standards) {
        if let Some(finding) = too_many_rows(table.name.span, Grid::new(table).parts().map(Part::rows).sum())
        {
            report.push(finding);
        }
        let mut judge = |place: Span, length: usize, most: usize| {
            if length > most {
                let message = message!(
                    "这一格有{length}个字符，Excel 最多放{most}个",
                    "this makes {length} characters in one cell; Excel holds {most}"
                );
                report.push(
                    Diagnostic::new(&CODE, place, message)
                        .help(message!("分成几项来写", "divide it into several")),
                );
            }
        };
        for column in &table.columns {
            judge(column.name.span, length(&[&column.name.value], 0), LONGEST_NAME);
            for tier in &column.header {
                judge(tier.span, length(&[&tier.value], 0), LONGEST_CELL);
            }
        }
        for (texts, between) in cells(table) {
            let Some(first) = texts.first() else { continue };
            let parts: Vec<&str> = texts.iter().map(|text| text.value.as_str()).collect();
            // Cheap test first: a text never has more UTF-16 code units than bytes.
            if parts.iter().map(|part| part.len() + between).sum::<usize>() > LONGEST_CELL {
                judge(first.span, length(&parts, between), LONGEST_CELL);
            }
        }
    }
}

fn too_many_rows(place: Span, rows: usize) -> Option<Diagnostic> {
    let message = || {
        message!(
            "这张表有{rows}行，最多{MOST_ROWS}行",
            "this table has {rows} rows; at most {MOST_ROWS} are possible"
        )
    };
    let help = || message!("分成几张表来写", "divide it into several tables");
    (rows > MOST_ROWS).then(|| Diagnostic::new(&CODE, place, message()).help(help()))
}

/// The texts of every cell, with the number of characters between them: one line feed between lines, none behind a
/// number.
fn cells(table: &Table) -> Vec<(Vec<&Located<String>>, usize)> {
    let rows = [&table.name].into_iter().chain(&table.reporting_unit).chain(&table.notes);
    let mut cells: Vec<(Vec<&Located<String>>, usize)> = rows.map(|text| (vec![text], 0)).collect();
    for group in &table.groups {
        cells.push((group.number.iter().chain(&group.name).collect(), 0));
        cells.push((group.banner.iter().collect(), 0));
        for task in &group.tasks {
            cells.push((vec![&task.name], 0));
            cells.push((task.number.iter().collect(), 0));
            let measures = task.measures.iter();
            cells.extend(measures.map(|measure| (measure.number.iter().chain(&measure.text).collect(), 0)));
        }
    }
    cells.extend(table.cells().map(|cell| (cell.value.texts(), 1)));
    cells
}

/// Length in UTF-16 code units, as Excel counts, with `between` more between two parts.
fn length(parts: &[&str], between: usize) -> usize {
    let units: usize = parts.iter().map(|part| part.encode_utf16().count()).sum();
    units + between * parts.len().saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::too_many_rows;
    use crate::source::{Sources, Span};
    use crate::testing::{TABLE, printed};

    fn with(measure: &str, name: &str) -> String {
        let table = TABLE.replace(
            "任务:\n",
            &format!(
                "列:\n  - 工作任务\n  - 工作举措\n  - 责任股室\n  - 完成时限\n  - {{列: {name}, 表头: {name}{name}}}\n任务:\n"
            ),
        );
        let table = table.replace("内容: ", &format!("内容: {measure}"));
        printed(&["T014"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn counts_as_excel_does() {
        // 𠮷 is two UTF-16 code units.
        let found = with(&"𠮷".repeat(16_384), "备注");
        assert!(found.starts_with("错误[T014]: 这一格有32"), "{found}");
        assert!(found.contains("个字符，Excel 最多放32767个"), "{found}");
        // Number and words stand in one cell: （1） and 开展检查。 make eight.
        assert_eq!(with(&"甲".repeat(32_767 - 8), "备注"), "");
        assert!(with(&"甲".repeat(32_767 - 7), "备注").contains("这一格有32768个字符"));
    }

    #[test]
    fn a_table_has_the_rows_of_a_sheet() {
        let place = Span::head(Sources::default().add("tasks.yaml".to_owned(), String::new()));
        assert!(too_many_rows(place, 1_000_000).is_none());
        let finding = too_many_rows(place, 1_000_001).map(|finding| finding.message.zh);
        assert_eq!(finding.as_deref(), Some("这张表有1000001行，最多1000000行"));
    }

    #[test]
    fn a_name_is_shorter() {
        let found = with("", &"名".repeat(256));
        assert!(found.starts_with("错误[T014]: 这一格有256个字符，Excel 最多放255个\n"), "{found}");
        assert_eq!(with("", &"名".repeat(255)), "");
    }
}
