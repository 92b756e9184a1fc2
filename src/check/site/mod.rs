//! L: the site as a whole, as the census of government sites sees it.

pub mod empty_column;
pub mod missing_meta;
pub mod site_id_code;
pub mod stale_column;
