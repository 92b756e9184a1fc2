//! W: how official papers are written (GB/T 9704-2012, GB/T 15834-2011).

pub mod attachment_name_differs;
pub mod broken_emphasis;
pub mod confused_word;
pub mod date_form;
pub mod date_name_point;
pub mod deceptive_character;
pub mod document_number;
pub mod double_hyphen;
pub mod example_text;
pub mod half_width_mark;
pub mod heading_level;
pub mod mark_after_attachment_name;
pub mod missing_full_stop;
pub mod nested_title;
pub mod placeholder_left;
pub mod stray_comma;
pub mod typed_heading_number;

#[cfg(test)]
mod tests;
