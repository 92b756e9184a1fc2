//! Links to the items of a ledger, which may have several pages.

use crate::model::item::Item;
use crate::render::publication::Publication;
use crate::render::routes;
use crate::text::link;

/// The link from a page to an item's place in the ledger.
pub fn item_href(publication: &Publication<'_>, item: Item, here: &str) -> String {
    let page = routes::ledger_page(publication.notice, publication.ledger_page_of(item));
    let path = if page == here { String::new() } else { link::relative(here, &page) };
    format!("{path}#{}", routes::item_anchor(item))
}
