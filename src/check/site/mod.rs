//! L: the site as a whole, as the inspection of government sites (网站普查) checks it.

pub mod blank_field;
pub mod duplicate_index;
pub mod empty_column;
pub mod filing_number;
pub mod index_not_made;
pub mod missing_meta;
pub mod missing_place;
pub mod publication_minute;
pub mod reserved_name;
pub mod site_address;
pub mod site_id_code;
pub mod stale_column;
pub mod unlisted_item;
pub mod words_of_site;
