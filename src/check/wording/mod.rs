//! W: how official papers are written (GB/T 9704-2012, GB/T 15834-2011).

mod prose;

pub mod attachment_name_differs;
pub mod broken_emphasis;
pub mod document_number;
pub mod half_width_mark;
pub mod heading_level;
pub mod typed_heading_number;
