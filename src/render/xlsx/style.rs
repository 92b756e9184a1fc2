//! Fonts, sizes and borders of our workbooks.
//!
//! Fonts are those of official papers (GB/T 9704-2012: 仿宋, 黑体, 小标宋), by the names that bureaus have installed. The
//! standard says nothing about fonts in tables; 小四 (12 pt) 仿宋 under 黑体 heads is practice.
//!
//! A workbook names one font for each format; it has no list of fallbacks. It can say of what family the font is and for
//! which characters: where `仿宋_GB2312` or 方正小标宋简体 is missing, Windows gives Excel another font of that family for
//! the character set GB2312, usually 宋体, instead of one for the system's language; the name stays in the file, and the
//! next machine that has the font shows it. WPS and `LibreOffice` have tables of their own (`仿宋_GB2312` → 仿宋).

use std::collections::BTreeMap;

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::render::xlsx::cause::Cause;

/// Size of the table's text, in points: 小四.
const TEXT_SIZE: u32 = 12;

/// Size of a handout's text, in points: 11, so that ten columns fit beside each other.
const FORM_SIZE: u32 = 11;

/// Height of one line of a handout's text, in points.
pub const FORM_LINE: f64 = 16.5;

/// Fill of cells to be filled in: a pale yellow that prints white.
const TO_FILL: Color = Color::RGB(0x00FF_F8DC);

/// Fill and letters of items in which an office only cooperates.
const GREY: Color = Color::RGB(0x00E7_E6E6);
const DARK_GREY: Color = Color::RGB(0x0059_5959);

/// Look of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// 附件, above the title.
    Label,
    /// 表名.
    Title,
    /// 填报单位.
    Unit,
    /// A line under the title.
    Line,
    /// 表头.
    Head,
    /// 通栏: a row across the table.
    Banner,
    /// 表注: a row under the table, without lines.
    Note,
    /// A short value of the table's body, in the middle.
    Short,
    /// Long text of the table's body, on the left.
    Long,
    /// A cell of an internal workbook. No border above or below if the cell continues there.
    Entry {
        /// Whether it is set in the middle between left and right.
        centred: bool,
        /// Whether it begins at the top, not in the middle.
        top: bool,
        /// Whether it begins here.
        opens: bool,
        /// Whether it ends here.
        closes: bool,
    },
    /// A cell with a placeholder for missing data.
    Lacking,
    /// A value on a sheet to work with; whether it is centred.
    Data(bool),
    /// A fixed cell of a handout; whether it is centred.
    Fixed(bool),
    /// A fixed cell of an item in which the office only cooperates; whether it is centred.
    Helped(bool),
    /// A cell of a handout to fill in; whether it is centred.
    Filled(bool),
    /// The cell of a handout for a date.
    FilledDate,
    /// A heading of a handout; whether its column is to fill in.
    FormHead(bool),
    /// A line of a handout's explanation.
    Explanation,
}

/// The formats of a kind of workbook, made once for all workbooks of the kind.
#[derive(Debug)]
pub struct Formats(BTreeMap<Style, Format>);

impl Formats {
    /// The formats of those styles.
    pub fn new(styles: impl IntoIterator<Item = Style>) -> Self {
        Self(styles.into_iter().map(|style| (style, style.format())).collect())
    }

    /// The format of a style.
    pub fn get(&self, style: Style) -> Result<&Format, Cause> {
        self.0.get(&style).ok_or_else(|| format!("no format for {style:?}").into())
    }
}

impl Style {
    /// The format for `rust_xlsxwriter`.
    pub fn format(self) -> Format {
        let middle = FormatAlign::VerticalCenter;
        let border = |outer: bool| if outer { FormatBorder::Thin } else { FormatBorder::None };
        match self {
            // 三号.
            Self::Label => font("黑体").set_font_size(16).set_align(middle),
            // 二号 is too wide for long names, so 小二.
            Self::Title => {
                let title = font("方正小标宋简体").set_font_size(18);
                title.set_align(FormatAlign::Center).set_align(middle).set_text_wrap()
            }
            Self::Unit => text().set_align(FormatAlign::Left).set_align(middle),
            Self::Line => Self::Note.format().set_align(FormatAlign::Center),
            Self::Head => {
                let head = font("黑体").set_font_size(TEXT_SIZE);
                bordered(head.set_align(FormatAlign::Center).set_align(middle).set_text_wrap())
            }
            Self::Banner => {
                let banner = font("楷体_GB2312").set_font_size(TEXT_SIZE).set_bold();
                bordered(banner.set_align(FormatAlign::Left).set_indent(1).set_align(middle).set_text_wrap())
            }
            Self::Note => text().set_align(FormatAlign::Left).set_align(FormatAlign::Top).set_text_wrap(),
            Self::Short => cell(FormatAlign::Center),
            Self::Long => cell(FormatAlign::Left).set_indent(1),
            Self::Entry { centred, top, opens, closes } => {
                let cell = if centred { Self::Short } else { Self::Long }.format();
                cell.set_align(if top { FormatAlign::Top } else { middle })
                    .set_border_top(border(opens))
                    .set_border_bottom(border(closes))
            }
            Self::Lacking => Self::Short.format().set_background_color(TO_FILL),
            Self::Data(centred) => {
                let align = if centred { FormatAlign::Center } else { FormatAlign::Left };
                bordered(Format::new().set_align(align).set_align(FormatAlign::Top).set_text_wrap())
            }
            Self::Fixed(centred) => {
                let cell = if centred { Self::Short } else { Self::Long }.format();
                // The columns of a form have no room for an indent.
                cell.set_indent(0).set_font_size(FORM_SIZE).set_num_format("@")
            }
            Self::Helped(centred) => {
                Self::Fixed(centred).format().set_background_color(GREY).set_font_color(DARK_GREY)
            }
            // Values typed into it stay text, also `-1` or `=A1`.
            Self::Filled(centred) => {
                Self::Fixed(centred).format().set_background_color(TO_FILL).set_unlocked()
            }
            Self::FilledDate => Self::Filled(true).format().set_num_format("yyyy-mm-dd"),
            Self::FormHead(to_fill) => {
                let head = Self::Head.format().set_font_size(FORM_SIZE);
                if to_fill { head.set_background_color(TO_FILL) } else { head }
            }
            Self::Explanation => {
                text().set_font_size(14).set_align(FormatAlign::Left).set_align(middle).set_text_wrap()
            }
        }
    }
}

/// A head on the sheet 数据.
pub fn data_head() -> Format {
    Format::new().set_bold().set_align(FormatAlign::VerticalCenter)
}

/// The formats of a deadline that has passed, and of one that comes soon: the colours of Excel's own rules.
pub fn pressing() -> [Format; 2] {
    [(0x009C_0006, 0x00FF_C7CE), (0x009C_5700, 0x00FF_EB9C)]
        .map(|(font, fill)| Format::new().set_font_color(font).set_background_color(fill))
}

fn cell(align: FormatAlign) -> Format {
    bordered(text().set_align(align).set_align(FormatAlign::VerticalCenter).set_text_wrap())
}

/// A font of the family "modern", as Windows calls 仿宋, 楷体 and 黑体, for the character set GB2312.
fn font(name: &str) -> Format {
    Format::new().set_font_name(name).set_font_family(3).set_font_charset(134)
}

fn text() -> Format {
    font("仿宋_GB2312").set_font_size(TEXT_SIZE)
}

fn bordered(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(Color::Black)
}
