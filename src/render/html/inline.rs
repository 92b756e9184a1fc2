//! Inline styles, for an editor that removes stylesheets and classes.
//!
//! Input is limited to pages of our own templates: attributes in double quotes, `<` and `>` in texts escaped.

use std::fmt::Write;

/// The style of each tag, by its name, its class or both; a later entry wins.
const STYLES: &[(&str, &str, &str)] = &[
    ("p", "", "margin: 0; line-height: 1.9; text-indent: 2em"),
    ("img", "", "max-width: 100%; height: auto"),
    ("table", "", "border-collapse: collapse; width: 100%; margin: 1em 0"),
    ("th", "", "border: 1px solid #000; padding: .4em .6em; text-align: center; font-weight: normal"),
    ("td", "", "border: 1px solid #000; padding: .4em .6em"),
    ("td", "number", "text-align: center"),
    ("td", "office", "text-align: center"),
    ("td", "deadline", "text-align: center"),
    ("td", "person", "text-align: center"),
    ("td", "score", "text-align: center"),
    ("td", "check", "text-align: center"),
    ("", "paper", "font-family: FangSong, 仿宋, serif"),
    ("", "duties", "font-family: FangSong, 仿宋, serif"),
    (
        "",
        "banner",
        "text-indent: 0; text-align: center; border: 2px solid #b3261e; padding: .3em; font-weight: bold",
    ),
    (
        "",
        "paper-title",
        "text-align: center; text-indent: 0; margin-bottom: 1em; font-family: SimSun, 宋体, serif; font-size: 1.3em; font-weight: bold",
    ),
    ("p", "number", "text-align: center; text-indent: 0; margin-bottom: 1em"),
    ("", "signer", "padding-left: 4em"),
    ("", "imprint", "margin-top: 3em; border-top: 2px solid #000; border-bottom: 2px solid #000"),
    ("", "addressee", "text-indent: 0"),
    ("", "level-1", "font-family: SimHei, 黑体, sans-serif"),
    ("", "level-2", "font-family: KaiTi, 楷体, serif"),
    ("", "run-in", "line-height: 1.9; text-indent: 2em"),
    ("", "enclosures", "margin-top: 1.9em"),
    ("", "further", "text-indent: 5em"),
    ("", "signature", "margin-top: 3.8em; text-align: right"),
    ("", "attachment", "margin-top: 3em"),
    ("", "attachment-label", "font-family: SimHei, 黑体, sans-serif; text-indent: 0"),
    (
        "",
        "table-name",
        "text-indent: 0; text-align: center; font-family: SimSun, 宋体, serif; font-size: 1.3em; font-weight: bold",
    ),
    ("", "unit", "text-indent: 0"),
    ("p", "unseen", "text-indent: 0; margin-top: 2em; font-family: SimHei, 黑体, sans-serif"),
    ("", "left", "text-align: left"),
    ("", "center", "text-align: center"),
    ("", "right", "text-align: right"),
    ("", "download", "text-indent: 0; margin-top: 1em"),
];

/// Attributes that have a meaning without stylesheet and script.
const KEPT: [&str; 12] = [
    "href", "src", "alt", "title", "id", "rowspan", "colspan", "scope", "start", "download", "datetime",
    "lang",
];

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

/// An opening tag.
struct Tag<'t> {
    name: &'t str,
    class: &'t str,
    attributes: Vec<(&'t str, &'t str)>,
    end: &'static str,
}

impl<'t> Tag<'t> {
    fn parse(tag: &'t str) -> Self {
        let (inner, end) = tag.strip_suffix('/').map_or((tag, ""), |inner| (inner, " /"));
        let name = inner.split_whitespace().next().unwrap_or_default();
        let mut attributes = Vec::new();
        let mut rest = &inner[name.len()..];
        while let Some((key, behind)) = rest.split_once("=\"") {
            let Some((value, behind)) = behind.split_once('"') else { break };
            // An attribute before the last space has no value: `hidden`.
            attributes.push((key.rsplit(' ').next().unwrap_or(key).trim(), value));
            rest = behind;
        }
        let class = attributes.iter().find(|(key, _)| *key == "class").map_or("", |(_, value)| value);
        Self { name, class, attributes, end }
    }

    fn has(&self, class: &str) -> bool {
        self.class.split(' ').any(|own| own == class)
    }

    /// Its style: of each property the last value.
    fn style(&self) -> String {
        let fits = |tag: &str, class: &str| {
            (tag.is_empty() || tag == self.name) && (class.is_empty() || self.has(class))
        };
        let styles = STYLES.iter().filter(|(tag, class, _)| fits(tag, class)).map(|(.., style)| *style);
        let mut properties: Vec<(&str, &str)> = Vec::new();
        for (name, value) in styles.flat_map(|style| style.split("; ")).filter_map(|one| one.split_once(": "))
        {
            properties.retain(|(known, _)| *known != name);
            properties.push((name, value));
        }
        let mut style: Vec<String> =
            properties.into_iter().map(|(name, value)| format!("{name}: {value}")).collect();
        style.extend(self.width().map(|em| format!("width: {em}em")));
        style.join("; ")
    }

    /// The width of a column or its head in letters, from the class that gives it on the screen.
    fn width(&self) -> Option<f64> {
        let is_of_column = ["col", "th", "td"].contains(&self.name);
        let widths = self.class.split(' ').filter_map(|class| class.strip_prefix('w')?.parse::<u8>().ok());
        widths.filter(|_| is_of_column).map(|han| f64::from(han) + 1.5).next()
    }

    fn to_html(&self, link: impl Fn(&str) -> String) -> String {
        let mut out = format!("<{}", self.name);
        for (key, value) in self.attributes.iter().filter(|(key, _)| KEPT.contains(key)) {
            let value = if ["href", "src"].contains(key) { link(value) } else { (*value).to_owned() };
            // Writing into a String cannot fail.
            let _ = write!(out, " {key}=\"{value}\"");
        }
        let style = self.style();
        if !style.is_empty() {
            let _ = write!(out, " style=\"{style}\"");
        }
        out + self.end + ">"
    }
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
