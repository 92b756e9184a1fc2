//! 总览, the first page: the counts, and four charts of the lists behind it.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartPoint, ChartSolidFill,
    ChartType, Color,
};

use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::internal::overview::calendar::{CALENDAR, months};
use crate::render::xlsx::internal::overview::colour::{RED, YELLOW, of_statuses};
use crate::render::xlsx::internal::overview::content::Content;
use crate::render::xlsx::internal::overview::counts::{Counts, NOTICES, OFFICES};
use crate::render::xlsx::internal::sheet::{Column, HEAD, Sheet, row};
use crate::render::xlsx::value::Values;

/// Name of the sheet.
const OVERVIEW: &str = "总览";

/// The most bars of a chart that can be read on its quarter of a page.
const BARS: usize = 12;

/// Width of the page, in Excel's units: A4 landscape within the margins.
const UNITS: f64 = 140.0;

/// Width and height of a chart, in pixels: two beside each other, two below.
const SIZE: (u32, u32) = (506, 228);

/// The row below the counts in which the charts begin.
const CHARTS: u32 = HEAD + 2;

/// Writes the sheet.
pub fn write(book: &mut Book<'_>, content: &Content<'_>, counts: &Counts<'_>) -> Result<(), Cause> {
    let width = UNITS / f64::from(u32::try_from(counts.heads.len())?);
    let columns: Vec<Column<'_>> =
        counts.heads.iter().map(|head| Column::short(head, width).of(Values::Numbers)).collect();
    let sheet = Sheet { name: OVERVIEW, columns: &columns, leading: 0, filters: false };
    let numbers: Vec<String> = counts.all.iter().map(usize::to_string).collect();
    let worksheet = sheet.write(book, &content.lines(&counts.sentence()), &[row(&numbers)])?;
    worksheet.set_print_fit_to_pages(1, 1);
    let colours = of_statuses(&content.project.site.statuses);
    let months = months(content).len();
    let charts = vec![
        statuses(&colours, counts.heads.len())?,
        days(months)?,
        stacked(counts, &colours, (OFFICES, "各股室的事项"), counts.offices.len())?,
        stacked(counts, &colours, (NOTICES, "各通知的事项"), counts.notices.len())?,
    ];
    for (i, mut chart) in (0..).zip(charts) {
        chart.set_width(SIZE.0).set_height(SIZE.1);
        let (x, y) = ((i % 2) * (SIZE.0 + 8), 8 + (i / 2) * (SIZE.1 + 8));
        worksheet.insert_chart_with_offset(CHARTS, 0, &chart, x, y)?;
    }
    Ok(())
}

fn filled(colour: Color) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour));
    format
}

/// An empty chart in the look of all of them.
fn chart(kind: ChartType, title: &str) -> Chart {
    let mut chart = Chart::new(kind);
    chart.title().set_name(title).set_font(ChartFont::new().set_size(12));
    chart
}

/// Columns: how many items have each status, have no report, are overdue or due soon.
fn statuses(colours: &[Color], columns: usize) -> Result<Chart, Cause> {
    let mut chart = chart(ChartType::Column, "各状态的事项");
    let last = u16::try_from(columns - 1)?;
    let points = colours
        .iter()
        .chain([&RED, &YELLOW])
        .map(|colour| ChartPoint::new().set_format(&mut filled(*colour)));
    chart
        .add_series()
        .set_categories((OVERVIEW, HEAD, 1, HEAD, last))
        .set_values((OVERVIEW, HEAD + 1, 1, HEAD + 1, last))
        .set_points(&points.collect::<Vec<_>>())
        .set_gap(60)
        .set_data_label(ChartDataLabel::new().show_value());
    chart.y_axis().set_hidden(true).set_major_gridlines(false);
    chart.legend().set_hidden();
    Ok(chart)
}

/// Columns: how many items are due in each month.
fn days(months: usize) -> Result<Chart, Cause> {
    let mut chart = chart(ChartType::Column, "各月到期、还没有完成的事项");
    let last = HEAD + u32::try_from(months.min(BARS))?;
    chart
        .add_series()
        .set_categories((CALENDAR, HEAD + 1, 0, last, 0))
        .set_values((CALENDAR, HEAD + 1, 32, last, 32))
        .set_format(&mut filled(YELLOW))
        .set_gap(60)
        .set_data_label(ChartDataLabel::new().show_value());
    chart.y_axis().set_hidden(true).set_major_gridlines(false);
    chart.legend().set_hidden();
    Ok(chart)
}

/// Bars of the rows of a list, divided by status.
fn stacked(
    counts: &Counts<'_>,
    colours: &[Color],
    (sheet, title): (&str, &str),
    rows: usize,
) -> Result<Chart, Cause> {
    let title = if rows > BARS { format!("{title}（前{BARS}行）") } else { title.to_owned() };
    let mut chart = chart(ChartType::BarStacked, &title);
    let last = HEAD + u32::try_from(rows.clamp(1, BARS))?;
    for ((column, head), colour) in (2..).zip(&counts.heads[1..]).zip(colours) {
        chart
            .add_series()
            .set_name(*head)
            .set_categories((sheet, HEAD + 1, 0, last, 0))
            .set_values((sheet, HEAD + 1, column, last, column))
            .set_format(&mut filled(*colour))
            .set_gap(40)
            .set_data_label(ChartDataLabel::new().show_value().set_num_format("0;;"));
    }
    // The library calls the axis of the categories x in all charts but bars. The first row of the list stands on top.
    chart.y_axis().set_reverse().set_label_interval(1);
    chart.x_axis().set_hidden(true).set_major_gridlines(false);
    chart.legend().set_position(ChartLegendPosition::Bottom);
    Ok(chart)
}
