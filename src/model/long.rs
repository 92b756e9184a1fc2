//! 长表: a table with very many rows, divided into stretches of whole blocks for several pages.

use std::ops::Range;

use crate::model::grid::Grid;
use crate::model::office::Owner;
use crate::model::part::Part;
use crate::model::table::{Cell, Table, Task};

/// Maximum number of rows on a page, unless a single block has more. Browsers lay out and print that many without delay.
pub const ROWS: usize = 1000;

/// A table of more than [`ROWS`] rows.
#[derive(Debug)]
pub struct Long<'t> {
    /// The table.
    pub table: &'t Table,
    /// The sources of the blocks; blocks are made page by page.
    parts: Vec<Part<'t>>,
    /// The stretches from the top down, at least one.
    pub stretches: Vec<Stretch<'t>>,
}

/// The part of a long table on one page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch<'t> {
    /// Range of its parts.
    parts: Range<usize>,
    /// Range of its rows in the whole table, 通栏 included.
    pub rows: Range<usize>,
    /// 通栏 above its first row, if that is on an earlier stretch.
    pub banner: Option<&'t str>,
}

impl<'t> Long<'t> {
    /// Divides a table; `None` if it has at most [`ROWS`] rows.
    #[must_use]
    pub fn new(table: &'t Table) -> Option<Self> {
        let parts = Grid::new(table).parts();
        if parts.map(Part::rows).sum::<usize>() <= ROWS {
            return None;
        }
        let parts: Vec<Part<'t>> = Grid::new(table).parts().collect();
        let stretches = stretches(&parts, ROWS);
        Some(Self { table, parts, stretches })
    }

    /// Number of rows.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.stretches.last().map_or(0, |last| last.rows.end)
    }

    /// The responsible parties of one stretch, in order.
    pub fn owners(&self, stretch: usize) -> impl Iterator<Item = &'t Owner> {
        self.parts_of(stretch).iter().copied().flat_map(cells).flat_map(|cell| cell.value.owners())
    }

    /// The sources of the blocks of one stretch.
    #[must_use]
    pub fn parts_of(&self, stretch: usize) -> &[Part<'t>] {
        &self.parts[self.stretches[stretch].parts.clone()]
    }
}

/// Divides parts into stretches of at most `most` rows. A larger part is a stretch of its own; a full-width row stays
/// with the part below it.
fn stretches<'t>(parts: &[Part<'t>], most: usize) -> Vec<Stretch<'t>> {
    let mut stretches = Vec::new();
    let mut stretch = Stretch { parts: 0..0, rows: 0..0, banner: None };
    let mut banner = None;
    for (i, part) in parts.iter().enumerate() {
        let below = parts.get(i + 1).filter(|below| is_banner(*part) && !is_banner(**below));
        let rows = part.rows() + below.map_or(0, |below| below.rows());
        // A part below a full-width row does not begin a stretch.
        let goes_on = i > 0 && is_banner(parts[i - 1]) && !is_banner(*part);
        if !stretch.rows.is_empty() && !goes_on && stretch.rows.len() + rows > most {
            let (next, row) = (stretch.parts.end, stretch.rows.end);
            let from_before = banner.filter(|_| !is_banner(*part));
            let begun = Stretch { parts: next..next, rows: row..row, banner: from_before };
            stretches.push(std::mem::replace(&mut stretch, begun));
        }
        stretch.parts.end += 1;
        stretch.rows.end += part.rows();
        if let Part::Banner(text) = part {
            banner = Some(*text);
        }
    }
    stretches.push(stretch);
    stretches
}

/// The cells of a part.
fn cells<'t>(part: Part<'t>) -> impl Iterator<Item = &'t Cell> {
    let (own, tasks): (&'t [Cell], &'t [Task]) = match part {
        Part::Banner(_) => (&[], &[]),
        Part::Group(group, _) => (&group.cells, &group.tasks),
        Part::Task(task, _) => (&[], std::slice::from_ref(task)),
    };
    own.iter().chain(tasks.iter().flat_map(Task::cells))
}

fn is_banner(part: Part<'_>) -> bool {
    matches!(part, Part::Banner(_))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{Stretch, stretches};
    use crate::model::grid::Grid;
    use crate::read;

    /// The rows of each stretch, as `0-3`, followed by its 通栏 from an earlier stretch.
    fn divided(table: &str, most: usize) -> String {
        let notice = "---\n标题: 关于某事的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n  - {表: t.yaml}\n---\n\n";
        let content = read::Content::of_texts(&[
            ("site.yaml", "名称: 某局\n"),
            ("offices.yaml", "股室: [甲股]\n"),
            ("栏目/column.yaml", "名称: 栏目\n"),
            ("栏目/通知/notice.md", notice),
            ("栏目/通知/t.yaml", table),
        ]);
        let (project, ..) = read::project(content, date(2024, 9, 1));
        let parts: Vec<_> = Grid::new(project.notices[0].tables().next().unwrap()).parts().collect();
        let described = |one: &Stretch<'_>| {
            format!("{}-{}{}", one.rows.start, one.rows.end, one.banner.unwrap_or_default())
        };
        stretches(&parts, most).iter().map(described).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn blocks_stay_whole_and_larger_ones_stand_alone() {
        let tasks = |rows: &[usize]| {
            let task =
                |n: &usize| format!("  - {{名称: 任务, 举措: [{}]}}\n", vec!["{内容: 做}"; *n].join(", "));
            format!("表名: 表\n任务:\n{}", rows.iter().map(task).collect::<String>())
        };
        assert_eq!(divided(&tasks(&[1, 1, 1]), 3), "0-3");
        assert_eq!(divided(&tasks(&[1, 1, 1, 1]), 3), "0-3 3-4");
        assert_eq!(divided(&tasks(&[2, 2, 2]), 3), "0-2 2-4 4-6");
        assert_eq!(divided(&tasks(&[1, 5, 1, 1]), 3), "0-1 1-6 6-8");
        assert_eq!(divided(&tasks(&[5]), 3), "0-5");
    }

    #[test]
    fn a_row_across_the_table_goes_with_what_stands_under_it() {
        let task = "{名称: 任务, 举措: [{内容: 做}]}";
        let group = |name: &str, tasks: usize| {
            format!("  - {{通栏: {name}, 任务: [{}]}}\n", vec![task; tasks].join(", "))
        };
        let table = |groups: &[String]| format!("表名: 表\n分组:\n{}", groups.concat());
        // 甲 and its two rows, then 乙, whose full-width row would be the last of a page.
        assert_eq!(divided(&table(&[group("甲", 2), group("乙", 4)]), 4), "0-3 3-7 7-8乙");
        assert_eq!(divided(&table(&[group("甲", 6)]), 3), "0-3 3-6甲 6-7甲");
        // 乙 has no rows.
        assert_eq!(divided(&table(&[group("甲", 2), group("乙", 0), group("丙", 1)]), 4), "0-4 4-6");
    }
}
