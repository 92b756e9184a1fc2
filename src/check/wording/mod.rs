//! W: how official papers are written (GB/T 9704-2012, GB/T 15834-2011).

pub mod abbreviation;
pub mod approximation_twice;
pub mod attachment_name_differs;
pub mod attachment_reference;
pub mod broken_emphasis;
pub mod citation_order;
pub mod closing_differs;
pub mod confused_word;
pub mod cut_off_word;
pub mod date_form;
pub mod date_name_point;
pub mod deceptive_character;
pub mod declared_count;
pub mod digit_form;
pub mod document_kind;
pub mod document_number;
pub mod double_hyphen;
pub mod doubled_word;
pub mod ellipsis_form;
pub mod enumeration_jump;
pub mod example_text;
pub mod half_width_mark;
pub mod heading_level;
mod kind;
pub mod law_changed;
pub mod law_title_differs;
pub mod mark_after_attachment_name;
pub mod missing_full_stop;
pub mod mistyped_phrase;
pub mod nested_title;
pub mod paragraph_twice;
pub mod place_chain;
pub mod placeholder_left;
pub mod range_unit;
pub mod renamed_body;
pub mod stray_comma;
pub mod typed_heading_number;
pub mod unfilled_gap;
pub mod unit_symbol;
pub mod unpaired_mark;
pub mod year_dash;

#[cfg(test)]
mod tests;
