//! The inlines of a paper as HTML: words, emphasis, links and images.
//!
//! Raw HTML is shown as text. Of a link with a scheme other than http, https, mailto and tel, or to a paper that is not
//! public, only the words remain. Links out of government sites are marked, if the site asks for confirmation before they
//! are followed.

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};
use quick_xml::escape::escape;

use crate::model::Project;
use crate::model::paper::{Inline, InlineKind, Link, is_space};
use crate::model::site::Part;
use crate::render::routes;
use crate::text::link;

/// Characters that are percent-encoded in an address.
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

/// The page of a paper.
#[derive(Clone, Copy)]
pub struct Home<'t> {
    /// The path of the page: links are relative to it.
    pub here: &'t str,
    /// The project.
    pub project: &'t Project,
}

/// Treatment of a soft line break.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// Kept as a line feed.
    Kept,
    /// Removed beside a Chinese character, where a browser would show a space.
    Joined,
}

/// Writes inlines.
pub fn write(out: &mut String, inlines: &[Inline], lines: Lines, home: Home<'_>) {
    for (i, inline) in inlines.iter().enumerate() {
        match &inline.kind {
            InlineKind::Text(words) | InlineKind::Html(words) => push_text(out, words),
            InlineKind::Code(words) => {
                out.push_str("<code>");
                push_text(out, words);
                out.push_str("</code>");
            }
            InlineKind::SoftBreak => {
                if lines == Lines::Kept || is_space(inlines, i) {
                    out.push('\n');
                }
            }
            InlineKind::HardBreak => out.push_str("<br />\n"),
            InlineKind::Strong(within) => tagged(out, "strong", within, lines, home),
            InlineKind::Emphasis(within) => tagged(out, "em", within, lines, home),
            InlineKind::Link(link) => write_link(out, link, lines, home),
            InlineKind::Image(image) => match routes::link(home.project, home.here, image) {
                Some(url) => write_image(out, image, &url, lines),
                None => write(out, &image.inlines, lines, home),
            },
        }
    }
}

/// Writes words as text of the page. Writing into memory cannot fail, here and below.
pub fn push_text(out: &mut String, words: &str) {
    let _ = escape_html_body_text(out, words);
}

fn tagged(out: &mut String, tag: &str, within: &[Inline], lines: Lines, home: Home<'_>) {
    out.extend(["<", tag, ">"]);
    write(out, within, lines, home);
    out.extend(["</", tag, ">"]);
}

fn write_link(out: &mut String, link: &Link, lines: Lines, home: Home<'_>) {
    let site = &home.project.site;
    if site.shows(Part::Leaving) && site.leaves(&link.url) {
        out.push_str(&outside(&link.url, &link.title));
    } else if let Some(url) = routes::link(home.project, home.here, link).filter(|url| link::is_harmless(url))
    {
        out.push_str("<a href=\"");
        let _ = escape_href(&mut *out, &url);
        push_title(out, &link.title);
        out.push_str("\">");
    } else {
        return write(out, &link.inlines, lines, home);
    }
    write(out, &link.inlines, lines, home);
    out.push_str("</a>");
}

fn write_image(out: &mut String, image: &Link, url: &str, lines: Lines) {
    out.push_str("<img src=\"");
    let _ = escape_href(&mut *out, url);
    out.push_str("\" alt=\"");
    push_alternative(out, &image.inlines, lines);
    push_title(out, &image.title);
    out.push_str("\" />");
}

/// The words of an image: text in an attribute, without tags.
fn push_alternative(out: &mut String, inlines: &[Inline], lines: Lines) {
    for (i, inline) in inlines.iter().enumerate() {
        match &inline.kind {
            InlineKind::Text(words) | InlineKind::Html(words) | InlineKind::Code(words) => {
                let _ = escape_html(&mut *out, words);
            }
            InlineKind::SoftBreak if lines == Lines::Joined && !is_space(inlines, i) => {}
            InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
            within => push_alternative(out, within.inlines(), lines),
        }
    }
}

fn push_title(out: &mut String, title: &str) {
    if !title.is_empty() {
        out.push_str("\" title=\"");
        let _ = escape_html(out, title);
    }
}

/// The opening tag of a link out of government sites: the stylesheet marks it, the script asks for confirmation.
fn outside(url: &str, title: &str) -> String {
    // As Markdown's own links are written: nothing in it that ends an attribute or is no character of an address.
    let url = utf8_percent_encode(url, NO_ADDRESS).to_string();
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
    format!("<a class=\"outside\" rel=\"external\" href=\"{}\"{title}>", escape(url.as_str()))
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
