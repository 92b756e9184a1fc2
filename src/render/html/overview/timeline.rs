//! The months in which something is due, as columns with a line for today.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use crate::model::browse::Due;
use crate::model::overview::Overview;
use crate::render::routes;
use crate::text::link;

/// Months of the timeline before and after the present one, at most and at least.
const BEFORE: [i32; 2] = [3, 1];
const AFTER: [i32; 2] = [8, 4];
/// Height of the highest column, in pixels.
const HEIGHT: usize = 60;

/// Columns for months, with a line for today.
#[derive(Debug, Serialize)]
pub(super) struct Timeline {
    /// The months, each with a column.
    months: Vec<Month>,
    /// Width of a column, in percent.
    width: String,
    /// The place of today's line, in percent.
    today: String,
    /// Numbers that are due before and after these months.
    earlier: usize,
    later: usize,
}

/// A month.
#[derive(Debug, Serialize)]
struct Month {
    /// `2025年1月`.
    name: String,
    /// `1`; in January and in the first column with the year, `2025.1`.
    label: String,
    /// The list of what is due, if anything is.
    href: Option<String>,
    items: usize,
    done: usize,
    /// Left edge, in percent.
    left: String,
    /// Heights of all and of what is done, in pixels.
    heights: [usize; 2],
}

impl Timeline {
    pub(super) fn new(overview: &Overview<'_>, today: Date, here: &str) -> Self {
        let present = today.first_of_month();
        let month = |n: i32| {
            let day = present.saturating_add(n.months());
            (day.year(), day.month())
        };
        let share = |n: i32| overview.months.get(&month(n)).copied().unwrap_or_default();
        let window = overview.months.keys();
        let first = (-BEFORE[0]..-BEFORE[1]).find(|n| share(*n).items > 0).unwrap_or(-BEFORE[1]);
        let last = (AFTER[1]..=AFTER[0]).rev().find(|n| share(*n).items > 0).unwrap_or(AFTER[1]);
        let outside = |is_out: &dyn Fn(&(i16, i8)) -> bool| {
            let months = window.clone().filter(|month| is_out(month));
            months.map(|month| overview.months[month].items).sum()
        };
        let columns = usize::try_from(last - first + 1).unwrap_or(1);
        let most = (first..=last).map(|n| share(n).items).max().unwrap_or(0).max(1);
        let percent = |part: f64| format!("{:.2}", part * 100.0);
        #[expect(clippy::cast_precision_loss, reason = "at most 12 columns and 31 days")]
        let place = |column: usize, part: f64| percent((column as f64 + part) / columns as f64);
        let months = (first..=last).enumerate().map(|(column, n)| {
            let ((year, number), share) = (month(n), share(n));
            let height = |items: usize| (items * HEIGHT).div_ceil(most);
            Month {
                name: format!("{year}年{number}月"),
                label: if number == 1 || column == 0 {
                    format!("{year}.{number}")
                } else {
                    number.to_string()
                },
                href: (share.items > 0).then(|| link::relative(here, &routes::due(Due::Month(year, number)))),
                items: share.items,
                done: share.done,
                left: place(column, 0.1),
                heights: [height(share.items), height(share.done)],
            }
        });
        let gone = f64::from(today.day()) / f64::from(today.days_in_month());
        Self {
            months: months.collect(),
            width: place(0, 0.8),
            today: place(usize::try_from(-first).unwrap_or_default(), gone),
            earlier: outside(&|known| *known < month(first)),
            later: outside(&|known| *known > month(last)),
        }
    }
}
