//! Inline styles, for an editor that removes stylesheets and classes.
//!
//! Input is limited to pages of our own templates: attributes in double quotes, `<` and `>` in texts escaped.

mod tag;

use crate::render::html::inline::tag::Tag;

/// The words of a heading, for editors that remove styles.
const HEADING: &str = "<strong style=\"font-weight: normal\">";

/// The body of a page as editors take it over: inline styles, paragraphs in the place of headings and captions, which
/// portals give a look of their own or remove; `link` makes addresses absolute.
pub fn inlined(page: &str, link: impl Fn(&str) -> String) -> String {
    let body = page.find("<body>").map_or(0, |at| at + "<body>".len());
    let (head, mut rest) = page.split_at(body);
    let mut writer = Writer { out: head.to_owned(), link, runs_in: false, table: None };
    while let Some((text, tag, behind)) = next_tag(rest) {
        writer.out.push_str(text);
        match tag.strip_prefix('/') {
            Some(name) => writer.end(name),
            None => writer.start(tag),
        }
        rest = behind;
    }
    writer.out + rest
}

struct Writer<L> {
    out: String,
    link: L,
    /// Whether a heading and the paragraph behind it are in one line.
    runs_in: bool,
    /// The opening tag of a table whose caption has not ended.
    table: Option<String>,
}

impl<L: Fn(&str) -> String> Writer<L> {
    fn start(&mut self, tag: &str) {
        let mut tag = Tag::parse(tag);
        match tag.name {
            // Only hints at line breaks of a narrow screen.
            "wbr" => {}
            "p" if self.runs_in => {}
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                if self.runs_in {
                    let style = tag.style();
                    self.out.extend(["<strong style=\"", &style, "; font-weight: normal\">"]);
                } else {
                    tag.name = "p";
                    self.out.push_str(&tag.to_html(&self.link));
                    self.out.push_str(HEADING);
                }
            }
            "div" if tag.has("run-in") => {
                self.runs_in = true;
                tag.name = "p";
                self.out.push_str(&tag.to_html(&self.link));
            }
            "table" => self.table = Some(tag.to_html(&self.link)),
            "caption" if !tag.has("unseen") => {}
            // Parts of a caption, before the table.
            "caption" | "span" if self.table.is_some() => {
                tag.name = "p";
                self.out.push_str(&tag.to_html(&self.link));
            }
            _ => {
                self.end_caption();
                let name = if tag.name == "section" { "div" } else { tag.name };
                tag.name = name;
                self.out.push_str(&tag.to_html(&self.link));
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" if self.runs_in => {}
            "div" if self.runs_in => {
                self.runs_in = false;
                self.out.push_str("</p>");
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if self.runs_in => self.out.push_str("</strong>"),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.out.push_str("</strong></p>"),
            "span" if self.table.is_some() => self.out.push_str("</p>"),
            "caption" => {
                if !self.out.ends_with("</p>") {
                    self.out.push_str("</p>");
                }
                self.out.push('\n');
                self.end_caption();
            }
            "section" => self.out.push_str("</div>"),
            _ => self.out.extend(["</", name, ">"]),
        }
    }

    /// Begins the table whose caption is written.
    fn end_caption(&mut self) {
        self.out.push_str(&self.table.take().unwrap_or_default());
    }
}

/// The text before the next tag, the text between its brackets, and the rest.
fn next_tag(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('<')?;
    let (tag, behind) = rest.split_once('>')?;
    Some((before, tag, behind))
}

#[cfg(test)]
mod tests {
    use super::inlined;

    fn done(page: &str) -> String {
        inlined(page, |url| format!("https://a.cn/{url}"))
    }

    #[test]
    fn classes_become_styles_and_links_lead_from_anywhere() {
        assert_eq!(
            done(
                "<body><div class=\"addressee x\" data-head=\"甲\"><a class=\"outside\" href=\"b\">乙 &gt; 丙</a><br></div>"
            ),
            "<body><div style=\"text-indent: 0\"><a href=\"https://a.cn/b\">乙 &gt; 丙</a><br></div>"
        );
    }

    #[test]
    fn headings_and_captions_become_paragraphs() {
        let page = done(
            "<body><h4 class=\"level-1\">一、甲</h4>\n<div class=\"run-in\"><h5 class=\"level-2\">（一）乙。</h5><p>丙</p></div><p>丁<wbr>戊</p><img src=\"x\" alt=\"\" />",
        );
        assert_eq!(
            page,
            "<body><p style=\"margin: 0; line-height: 1.9; text-indent: 2em; font-family: SimHei, 黑体, sans-serif\">\
             <strong style=\"font-weight: normal\">一、甲</strong></p>\n\
             <p style=\"margin: 0; line-height: 1.9; text-indent: 2em\">\
             <strong style=\"font-family: KaiTi, 楷体, serif; font-weight: normal\">（一）乙。</strong>丙</p>\
             <p style=\"margin: 0; line-height: 1.9; text-indent: 2em\">丁戊</p>\
             <img src=\"https://a.cn/x\" alt=\"\" style=\"max-width: 100%; height: auto\" />"
        );
    }

    #[test]
    fn a_table_has_its_caption_above_it_and_its_widths_at_columns_and_heads() {
        let page = done(
            "<body><table class=\"duties\">\n<caption><span class=\"table-name\">甲</span><span class=\"unit\">乙</span></caption>\
             <colgroup><col class=\"w5\"><col></colgroup>\n<thead><tr><th scope=\"col\" class=\"task w5\">丙</th></tr></thead></table>",
        );
        let plain = |html: &str| {
            let parts =
                html.split(" style=\"").map(|part| part.split_once('"').map_or(part, |(_, rest)| rest));
            parts.collect::<String>()
        };
        assert_eq!(
            plain(page.strip_prefix("<body>").unwrap()),
            "\n<p>甲</p><p>乙</p>\n<table><colgroup><col><col></colgroup>\n<thead><tr><th scope=\"col\">丙</th></tr></thead></table>"
        );
        assert!(page.contains("<col style=\"width: 6.5em\"><col>"), "{page}");
        assert!(page.contains("font-weight: normal; width: 6.5em\">丙"), "{page}");
    }
}
