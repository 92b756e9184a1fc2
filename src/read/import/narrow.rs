//! Values that a narrow column divides: `6月⏎底前` is one deadline, not two.
//!
//! Lines of a cell are several values where each of them can be read. Where one cannot, and can together with the line above
//! it, both are one value.

use jiff::civil::{Date, date};

use crate::model::deadline::Meaning;
use crate::model::table::ColumnKind;
use crate::read::import::body::Body;
use crate::read::import::caption::plain;
use crate::read::import::frame::Frame;
use crate::read::import::lone_rows::is_office;
use crate::text::title::is_body;

/// A day on which any deadline can be read.
const DATED: Date = date(2024, 1, 1);

/// The most characters of the rest of a deadline without a day: 长期⏎坚持.
const LONGEST_REST: usize = 2;

/// Words with which the name of a body may end and which are none alone.
const RESTS: [&str; 5] = ["人民政府", "政府", "办事处", "委会", "管理局"];

/// A cell of which lines were joined.
pub struct Joined {
    /// Its place.
    pub at: (usize, usize),
    /// Its words as they were.
    pub before: String,
    /// Its words as they are.
    pub after: String,
}

/// Joins the lines of deadlines, offices and persons that only the width of their columns divides.
pub fn join_lines(frame: &Frame, body: &mut Body) -> Vec<Joined> {
    let mut all = Vec::new();
    for (tiers, cells) in frame.tiers.iter().zip(&mut body.columns) {
        let head = plain(tiers.last().map_or("", String::as_str));
        let is_one: fn(&str, &str) -> bool = match ColumnKind::of_name(&head) {
            ColumnKind::Deadline => is_one_deadline,
            ColumnKind::Office => is_one_office,
            ColumnKind::Person => |_, below| is_remark(below),
            _ => continue,
        };
        for cell in cells.iter_mut().filter(|cell| cell.text.contains('\n')) {
            let text = joined(&cell.text, is_one);
            if text != cell.text {
                let before = std::mem::replace(&mut cell.text, text.clone());
                all.push(Joined { at: cell.at, before, after: text });
            }
        }
    }
    all
}

fn joined(text: &str, is_one: fn(&str, &str) -> bool) -> String {
    let mut lines: Vec<String> = Vec::new();
    for line in text.split('\n').map(str::trim) {
        match lines.last_mut().filter(|above| is_one(above, line)) {
            Some(above) => above.push_str(line),
            None => lines.push(line.to_owned()),
        }
    }
    lines.join("\n")
}

/// Whether two lines are one deadline.
fn is_one_deadline(above: &str, below: &str) -> bool {
    let is_read = |text: &str| Meaning::of(text, DATED) != Meaning::Unknown;
    // 2024年 can be read alone, and so can 6月 below it.
    let is_year = above.ends_with('年') && below.starts_with(|c: char| c.is_ascii_digit());
    let is_rest = is_read(above) && is_read(below) && !is_year;
    let is_short = below.chars().count() <= LONGEST_REST;
    match Meaning::of(&format!("{above}{below}"), DATED) {
        _ if is_rest || below.is_empty() => false,
        Meaning::Unknown => false,
        Meaning::Ongoing | Meaning::AtOnce => is_short,
        Meaning::By(_) | Meaning::ByThenOngoing(_) => true,
    }
}

/// Whether a line is a remark about the one above it: （牵头）.
fn is_remark(line: &str) -> bool {
    line.starts_with(['（', '('])
}

/// Whether two lines are the name of one office: the first is none, and is as wide as the column.
fn is_one_office(above: &str, below: &str) -> bool {
    let is_name = |text: &str| is_office(text) || is_body(text);
    let is_plain = |text: &str| !text.contains(|c: char| "、，；,;（(）)".contains(c));
    let is_narrow = below.chars().count() <= above.chars().count() && above.chars().count() > 1;
    let is_rest = RESTS.contains(&below) || !is_name(above) && (is_narrow && !is_office(below));
    is_remark(below) || is_plain(above) && is_plain(below) && is_rest && is_name(&format!("{above}{below}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_and_offices_over_several_lines() {
        let deadlines = [
            ("6月\n底前", "6月底前"),
            ("2024年\n12月\n底前", "2024年12月底前"),
            ("6月\n底前\n12月\n底前", "6月底前\n12月底前"),
            ("长期\n坚持", "长期坚持"),
            ("6月底前\n12月底前", "6月底前\n12月底前"),
            ("长期坚持\n视情况", "长期坚持\n视情况"),
        ];
        let offices = [
            ("县自然资\n源局", "县自然资源局"),
            ("县发改局\n县财政\n局", "县发改局\n县财政局"),
            ("长岭乡\n人民政府", "长岭乡人民政府"),
            ("办公室\n（牵头）", "办公室（牵头）"),
            ("审批股\n法规股", "审批股\n法规股"),
            ("财务\n人事股", "财务\n人事股"),
        ];
        for (written, read) in deadlines {
            assert_eq!(joined(written, is_one_deadline), read);
        }
        for (written, read) in offices {
            assert_eq!(joined(written, is_one_office), read);
        }
    }
}
