//! The printed sheet: column widths by their content, lines as spreadsheet programs break them, and pages.
//!
//! Excel fits no row to merged cells, shows none higher than 409 points, and shows the words of merged cells only where
//! they begin. So widths, heights and ends of pages are decided here and written explicitly: a scale instead of "fit to
//! width", under which Excel ignores page breaks that a workbook sets.

pub mod heights;
pub mod layout;
pub mod lines;
pub mod pages;
pub mod widths;
