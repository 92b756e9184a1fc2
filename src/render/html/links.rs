//! The links and images of a paper, as they stand on its page.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use pulldown_cmark::{CowStr, Event, Tag, TagEnd};
use quick_xml::escape::escape;

use crate::model::site::Part;
use crate::render::html::markdown::Paper;
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
/// Links to other papers lead to their pages, or leave their words where the public does not read them.
pub fn harmless<'t>(events: Vec<Event<'t>>, paper: Paper<'_>) -> impl Iterator<Item = Event<'t>> {
    let site = paper.site;
    let mut links = Vec::new();
    let mut pictures = Vec::new();
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
            let dest_url = address(dest_url, paper).filter(|url| link::is_harmless(url));
            links.push(dest_url.is_some());
            dest_url.map(|dest_url| Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
            let dest_url = address(dest_url, paper);
            pictures.push(dest_url.is_some());
            images += usize::from(dest_url.is_some());
            dest_url.map(|dest_url| Event::Start(Tag::Image { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Link) => links.pop().unwrap_or(true).then_some(event),
        Event::End(TagEnd::Image) => {
            let kept = pictures.pop().unwrap_or(true);
            images -= usize::from(kept);
            kept.then_some(event)
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

/// The address, from the paper's page, of what a link names in `content/`; `None` where nobody may follow it.
fn address<'t>(url: CowStr<'t>, paper: Paper<'_>) -> Option<CowStr<'t>> {
    let Some(target) = paper.links.get(&*url) else { return Some(url) };
    let anchor = url.find('#').map_or("", |at| &url[at..]);
    let path = link::relative(paper.here, &routes::target(&target.value)?);
    Some(format!("{path}{anchor}").into())
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
