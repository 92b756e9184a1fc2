//! The links and images of a paper, as they stand on its page.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use quick_xml::escape::escape;

use crate::model::notice::Notice;
use crate::model::site::{Part, Site};
use crate::render::routes;
use crate::text::link;

/// What has no place in an address.
const NO_ADDRESS: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'`')
    .add(b'{')
    .add(b'}')
    .add(b'|')
    .add(b'\\')
    .add(b'^');

/// Events that can do no harm on the page: tags become text, a link with an unknown scheme leaves its words.
/// Links to other papers lead to their pages.
pub fn harmless<'t>(events: Vec<Event<'t>>, notice: &Notice, site: &Site) -> impl Iterator<Item = Event<'t>> {
    let mut links = Vec::new();
    // What stands in place of an image is text: no tags in it.
    let mut images = 0;
    events.into_iter().filter_map(move |event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Some(Event::Text(text)),
        Event::Start(Tag::Link { dest_url, title, .. })
            if images == 0 && site.shows(Part::Leaving) && site.leaves(&dest_url) =>
        {
            links.push(true);
            Some(Event::InlineHtml(outside(&dest_url, &title).into()))
        }
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let kept = link::is_harmless(&dest_url);
            links.push(kept);
            let dest_url = address(dest_url, notice);
            kept.then_some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            images += 1;
            let dest_url = address(dest_url, notice);
            Some(Event::Start(Tag::Image { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Link) => links.pop().unwrap_or(true).then_some(event),
        Event::End(TagEnd::Image) => {
            images -= 1;
            Some(event)
        }
        event => Some(event),
    })
}

/// The opening tag of a link that leaves the sites of governments: the stylesheet marks it, the script asks.
fn outside(url: &str, title: &str) -> String {
    // As Markdown's own links are written: nothing in it that ends an attribute or is no character of an address.
    let url = utf8_percent_encode(url, NO_ADDRESS).to_string();
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
    format!("<a class=\"outside\" rel=\"external\" href=\"{}\"{title}>", escape(url.as_str()))
}

/// The address on the site of what a link names in `content/`.
fn address<'t>(url: CowStr<'t>, notice: &Notice) -> CowStr<'t> {
    match notice.links.get(&*url) {
        Some(target) => {
            let anchor = url.find('#').map_or("", |at| &url[at..]);
            let path = link::relative(&routes::notice(notice), &routes::target(target));
            format!("{path}{anchor}").into()
        }
        None => url,
    }
}

#[cfg(test)]
mod tests {
    use super::outside;

    #[test]
    fn an_address_cannot_end_its_attribute() {
        assert_eq!(
            outside("https://a.com/甲?x=\" onclick=\"y&z='<b>", "乙\"丙"),
            "<a class=\"outside\" rel=\"external\" href=\"https://a.com/%E7%94%B2?x=%22%20onclick=%22y&amp;z=&apos;%3Cb%3E\" \
             title=\"乙&quot;丙\">"
        );
    }
}
