//! Lines of a title, which end between words of sense and are about equally long (7.3.1: 梯形或菱形).

use crate::text::title::pieces;
use crate::text::width::columns;

/// The most letters of a printed title on a line: 156 mm hold 20 of 2号. One less, for a font that stands in has wider digits.
pub const LINE: usize = 19;

/// The lines of a title with up to `most` letters each, as few as possible. A piece that is longer is left to Word.
#[must_use]
pub fn lines(title: &str, most: usize) -> Vec<String> {
    let pieces = pieces(title.trim());
    let widths: Vec<usize> = pieces.iter().map(|piece| columns(piece)).collect();
    let (all, longest) = (widths.iter().sum::<usize>(), widths.iter().copied().max().unwrap_or(0));
    let room = (2 * most).max(longest);
    let mut fewest = filled(&widths, room);
    if all > 0 {
        // The narrowest width in which the title has no more lines than it needs.
        let (mut low, mut high) = (longest.max(all.div_ceil(fewest.len().max(1))), room);
        while low < high {
            let middle = low.midpoint(high);
            if filled(&widths, middle).len() <= fewest.len() {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        fewest = filled(&widths, high);
    }
    fewest.into_iter().map(|line| pieces[line].concat()).collect()
}

/// Pieces in lines of up to `room` half widths, as many as fit in each.
fn filled(widths: &[usize], room: usize) -> Vec<std::ops::Range<usize>> {
    let (mut lines, mut start, mut used) = (Vec::new(), 0, 0);
    for (at, width) in widths.iter().enumerate() {
        if used + width > room && at > start {
            lines.push(start..at);
            (start, used) = (at, 0);
        }
        used += width;
    }
    if start < widths.len() {
        lines.push(start..widths.len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn a_long_title_is_broken_into_lines_of_about_one_length() {
        let title = "关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知";
        assert_eq!(lines(title, 20), ["关于2024年贯彻落实“一规划两方案”", "工作任务措施责任分解的通知"]);
        assert_eq!(lines("关于任务分解的通知", 20), ["关于任务分解的通知"]);
        assert!(lines("", 20).is_empty());
    }
}
