//! Colours of 总览.

use std::collections::BTreeMap;

use rust_xlsxwriter::Color;

use crate::model::status::{Colour, Statuses};

/// Of what is overdue.
pub const RED: Color = Color::RGB(0x00D9_534F);
/// Of what is due soon.
pub const YELLOW: Color = Color::RGB(0x00F0_AD4E);
/// Of items without reports.
const GREY: Color = Color::RGB(0x00D9_D9D9);

/// The colours of the statuses, and behind them that of items without reports. Statuses of one colour get paler ones.
pub fn of_statuses(statuses: &Statuses) -> Vec<Color> {
    let mut used: BTreeMap<&str, u32> = BTreeMap::new();
    let of = |colour: Colour| {
        let rgb: [u32; 3] = match colour {
            Colour::Grey => [0x80, 0x80, 0x80],
            Colour::Blue => [0x4A, 0x86, 0xC8],
            Colour::Green => [0x6A, 0xA8, 0x6A],
            Colour::Yellow => [0xF0, 0xAD, 0x4E],
            Colour::Red => [0xD9, 0x53, 0x4F],
            Colour::Purple => [0x8E, 0x6B, 0xBF],
        };
        let before = used.entry(colour.name()).or_default();
        let paler = |part: u32| 255 - (255 - part) * 5_u32.pow(*before) / 9_u32.pow(*before);
        let colour = rgb.map(paler);
        *before = (*before + 1).min(3);
        Color::RGB(colour[0] << 16 | colour[1] << 8 | colour[2])
    };
    statuses.iter().map(|(_, status)| status.colour).map(of).chain([GREY]).collect()
}
