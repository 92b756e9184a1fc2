//! Fonts, sizes and borders of our workbooks.
//!
//! Fonts are named as bureaus have them (GB/T 9704-2012: 仿宋, 黑体, 小标宋); a machine without one shows its
//! next best. The standard says nothing about fonts in tables; 小四 (12 pt) 仿宋 under 黑体 heads is practice.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// Size of the table's text, in points: 小四.
pub const TEXT_SIZE: u32 = 12;

/// Height of one line of the table's text in points, enough for every font that may stand in for 仿宋.
pub const LINE: f64 = 18.0;

/// What a row needs above and below its lines, in points.
pub const ROW_PADDING: f64 = 8.0;

/// Size of a handout's text, in points: 11, so that ten columns fit beside each other.
const FORM_SIZE: u32 = 11;

/// Height of one line of a handout's text, in points.
pub const FORM_LINE: f64 = 16.5;

/// What is to be filled in lies on a pale yellow that is no grey in print.
const TO_FILL: Color = Color::RGB(0x00FF_F8DC);

/// 附件, above the title: 三号黑体.
pub fn label() -> Format {
    Format::new().set_font_name("黑体").set_font_size(16).set_align(FormatAlign::VerticalCenter)
}

/// 表名: 二号 is too wide for long names, so 小二小标宋.
pub fn title() -> Format {
    Format::new()
        .set_font_name("方正小标宋简体")
        .set_font_size(18)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// 填报单位.
pub fn unit() -> Format {
    text().set_align(FormatAlign::Left).set_align(FormatAlign::VerticalCenter)
}

/// 表头.
pub fn head() -> Format {
    bordered(
        Format::new()
            .set_font_name("黑体")
            .set_font_size(TEXT_SIZE)
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap(),
    )
}

/// A cell of the table's body: short values in the middle, long text on the left.
pub fn cell(centred: bool) -> Format {
    let align = if centred { FormatAlign::Center } else { FormatAlign::Left };
    bordered(text().set_align(align).set_align(FormatAlign::VerticalCenter).set_text_wrap())
}

/// A cell of an internal workbook. One that goes on above or below has no line there.
pub fn entry(centred: bool, opens: bool, closes: bool) -> Format {
    let border = |outer: bool| if outer { FormatBorder::Thin } else { FormatBorder::None };
    cell(centred).set_border_top(border(opens)).set_border_bottom(border(closes))
}

/// A cell that says only that something is missing.
pub fn lacking() -> Format {
    cell(true).set_background_color(TO_FILL)
}

/// 通栏: a row across the table.
pub fn section() -> Format {
    bordered(
        Format::new()
            .set_font_name("楷体_GB2312")
            .set_font_size(TEXT_SIZE)
            .set_bold()
            .set_align(FormatAlign::Left)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap(),
    )
}

/// 表注: a row under the table, without lines.
pub fn note() -> Format {
    text().set_align(FormatAlign::Left).set_align(FormatAlign::Top).set_text_wrap()
}

/// A stretch of a long cell that lies over several rows: no line divides it from what goes on, and its lines
/// are spread over the row's height, so that the stretches read as one text.
pub fn stretch(first: bool, last: bool) -> Format {
    let border = |outer: bool| if outer { FormatBorder::Thin } else { FormatBorder::None };
    cell(false)
        .set_align(if first && last { FormatAlign::VerticalCenter } else { FormatAlign::VerticalJustify })
        .set_border_top(border(first))
        .set_border_bottom(border(last))
}

/// A head on the sheet 数据.
pub fn data_head() -> Format {
    Format::new().set_bold().set_align(FormatAlign::VerticalCenter)
}

/// A value on the sheet 数据.
pub fn data_cell() -> Format {
    bordered(Format::new().set_align(FormatAlign::Top).set_text_wrap())
}

/// A cell of a handout that is fixed: locked, a size smaller than the table's text.
pub fn fixed(centred: bool) -> Format {
    cell(centred).set_font_size(FORM_SIZE).set_num_format("@")
}

/// A cell of a handout that the office fills in. What is typed into it stays text, also `-1` or `=A1`.
pub fn filled(centred: bool) -> Format {
    fixed(centred).set_background_color(TO_FILL).set_unlocked()
}

/// The cell of a handout for a date.
pub fn filled_date() -> Format {
    filled(true).set_num_format("yyyy-mm-dd")
}

/// A head on a handout, over what is fixed or over what is filled in.
pub fn form_head(to_fill: bool) -> Format {
    let head = head().set_font_size(FORM_SIZE);
    if to_fill { head.set_background_color(TO_FILL) } else { head }
}

/// A line of a handout's explanation.
pub fn explanation() -> Format {
    text()
        .set_font_size(14)
        .set_align(FormatAlign::Left)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

fn text() -> Format {
    Format::new().set_font_name("仿宋_GB2312").set_font_size(TEXT_SIZE)
}

fn bordered(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(Color::Black)
}
