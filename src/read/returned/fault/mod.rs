//! The findings about returned workbooks: a constructor for each.

mod cell;
mod quotation;
mod row;
mod workbook;

pub use cell::{
    day_not_shown, formula, future_day, merged, missing_cells, stray_text, unknown_status, wrong_day,
};
pub use row::{
    broken_identity, changed_text, contradiction, lost_column, note_exists, same_row, unknown_item,
    unknown_notice, unknown_office,
};
pub use workbook::{
    document, foreign, is_document, no_head, no_workbook, nothing_filled, other_version, same_file, unread,
    unreadable,
};
