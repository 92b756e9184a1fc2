//! Measures of a paper by GB/T 9704-2012, each with its clause, or with what was measured in a print.
//!
//! Lengths are in twips, twentieths of a point: 1 mm is 56.69 of them. Sizes of letters are in half points.

use crate::render::print::heights;
use crate::render::print::layout::PageArea;
use crate::text::title;

/// A length in twips.
pub type Twips = i32;

/// A4, upright: 210 × 297 mm (5.1).
pub const PAGE: (Twips, Twips) = (11_906, 16_838);

/// Margins of the upright page: 天头 37 mm, 订口 28 mm, so that 156 × 225 mm are left for text (5.2.1).
pub const TOP: Twips = 2_098;
/// The left margin, 订口.
pub const LEFT: Twips = 1_588;
/// The right margin, 切口: 26 mm.
pub const RIGHT: Twips = 1_474;
/// The bottom margin, 地脚: 35 mm.
pub const BOTTOM: Twips = 1_985;

/// Width of the text area, 版心: 156 mm (5.2.1).
pub const WIDTH: Twips = PAGE.0 - LEFT - RIGHT;
/// Height of the text area: 225 mm (5.2.1).
pub const HEIGHT: Twips = PAGE.1 - TOP - BOTTOM;

/// Distance of the lines: 22 of them fill the height (5.2.2).
pub const LINE: Twips = 579;

/// 3号, 16 points: the size of all text but title, page number and 版记 (5.2.3).
pub const TEXT_SIZE: u32 = 32;
/// 2号, 22 points: the title (7.3.1).
pub const TITLE_SIZE: u32 = 44;
/// 4号, 14 points: page numbers and 版记 (7.4, 7.5).
pub const SMALL_SIZE: u32 = 28;
/// 五号, 10.5 points: tables. The standard names no size for them; in this one the columns have the widths of the workbook.
pub const TABLE_SIZE: u32 = 21;

/// Narrowing of the letters of 3号, so that 28 of them fit on a line (5.2.2): 28 × 16 pt are more than 156 mm. Word's own
/// grid of characters is of no use for it: `LibreOffice` sets 14 of them on a line.
pub const SPACING: Twips = -5;
/// Width of one letter of 3号 on the line: 字, the unit of the standard's indents.
pub const CHARACTER: Twips = 10 * TEXT_SIZE.cast_signed() + SPACING;
/// Width of one letter of 4号.
pub const SMALL_CHARACTER: Twips = 10 * SMALL_SIZE.cast_signed();
/// The most letters of a title on a line: one less than there is room for. The import of a paper knows them, too.
pub const TITLE_CHARACTERS: usize = title::LINE;
const _: () = assert!(TITLE_CHARACTERS == (WIDTH.unsigned_abs() / (10 * TITLE_SIZE)) as usize - 1);

/// Distance of the foot of a page from the edge of the paper. Measured: the dashes beside the page number are then 7 mm
/// below the text area (7.5).
pub const FOOTER: Twips = 1_430;

/// The text area of the landscape page, on which a table lies: the upright one turned clockwise (7.6).
pub const TABLE_WIDTH: Twips = HEIGHT;

/// The lengths of a table in the workbook, whose text has 12 points, become so much of them.
pub const TABLE_SCALE: f64 = TABLE_SIZE as f64 / 24.0;

/// The part of a landscape page that a table may fill, in the lengths of the workbook. Some of its height is left: fonts
/// that stand in for 仿宋 have wider digits, so that a text may need one more line.
pub const TABLE_PAGE: PageArea = PageArea {
    half_widths: TABLE_WIDTH as f64 / (120.0 * TABLE_SCALE),
    height: (WIDTH as f64 / 20.0 - 24.0) / TABLE_SCALE,
    highest_row: f64::INFINITY,
};

/// Height of a line in a table at its usual size.
#[expect(clippy::cast_possible_truncation, reason = "a constant of some hundreds")]
pub const TABLE_LINE: Twips = (heights::LINE * 20.0 * TABLE_SCALE) as Twips;

/// Space between the title of a table and the table.
pub const ABOVE_TABLE: Twips = 160;

/// Space of a table's cells beside their texts.
pub const CELL_SIDE: Twips = 40;

/// Page number of a landscape page: the cell that holds it, and its place on the paper. The number stands where it stands
/// on the upright page, so that it is at the left edge and reads downwards (7.6). Measured: its dashes are 7 mm beside
/// the text area.
pub const TURNED_NUMBER: (Twips, Twips) = (400, 2_400);
/// The left edge of that cell.
pub const TURNED_NUMBER_LEFT: Twips = BOTTOM - 397 - TURNED_NUMBER.0 / 2;
/// Its top edge on odd pages: the number ends one letter above the lower end of the text area.
pub const TURNED_NUMBER_ODD: Twips = PAGE.0 - RIGHT - SMALL_CHARACTER - TURNED_NUMBER.1;
/// Its top edge on even pages: the number begins one letter below the upper end.
pub const TURNED_NUMBER_EVEN: Twips = LEFT + SMALL_CHARACTER;

/// 版头 of a paper in the form of a file: the mark's upper edge is 35 mm below the top of the text area (7.2.4).
pub const MARK_BELOW_TOP: Twips = 1_984;
/// The largest size of the mark: smaller than the 62 points of the highest bodies; the standard leaves it open (7.2.4).
pub const LARGEST_MARK: u32 = 100;
/// The smallest size of the mark.
pub const SMALLEST_MARK: u32 = 44;

/// 信函: the mark's upper edge is 30 mm below that of the paper (10.1).
pub const LETTER_MARK_TOP: Twips = 1_701;
/// 信函: the rules are 170 mm long, in the middle of the paper (10.1).
pub const LETTER_RULE: Twips = 9_638;
/// 信函: the lower rule is 20 mm above the edge of the paper (10.1).
pub const LETTER_RULE_BELOW: Twips = 1_134;
/// 4 mm: 信函 between mark and rule (10.1), 文件 between number and rule (7.2.7).
pub const FOUR_MILLIMETRES: Twips = 227;

/// 版记: the first and the last rule, 0.35 mm, in eighths of a point (7.4.1).
pub const OUTER_RULE: u32 = 8;
/// 版记: the rule between, 0.25 mm (7.4.1).
pub const INNER_RULE: u32 = 6;
/// 版记: height of a line. The standard leaves it open.
pub const IMPRINT_LINE: Twips = 480;

/// Thickness of the red rule, in eighths of a point. The standard leaves it open.
pub const RED_RULE: u32 = 12;
/// The red of mark and rules (7.2.4).
pub const RED: &str = "FF0000";

/// Fonts by name (5.2.3, 7.3.1, 7.3.3, 7.5), each with the name under which newer systems have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Font {
    /// 仿宋: text.
    Text,
    /// 黑体: headings of the first level, 附件.
    Heading,
    /// 楷体: headings of the second level, the name of 签发人.
    Subheading,
    /// 小标宋: titles, marks. The standard says 小标宋体; Founder's is the one that offices have.
    Title,
    /// 宋体: page numbers.
    Number,
}

impl Font {
    /// Every font.
    pub const ALL: [Self; 5] = [Self::Text, Self::Heading, Self::Subheading, Self::Title, Self::Number];

    /// The name in the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "仿宋_GB2312",
            Self::Heading => "黑体",
            Self::Subheading => "楷体_GB2312",
            Self::Title => "方正小标宋简体",
            Self::Number => "宋体",
        }
    }

    /// The name of the font that stands in where it is missing.
    pub fn substitute(self) -> &'static str {
        match self {
            Self::Text => "仿宋",
            Self::Heading => "SimHei",
            Self::Subheading => "楷体",
            Self::Title => "宋体",
            Self::Number => "SimSun",
        }
    }
}

/// Width of that many letters of 3号; halves are counted, too.
pub fn characters(halves: usize) -> Twips {
    Twips::try_from(halves).unwrap_or(Twips::MAX / CHARACTER) * CHARACTER / 2
}
