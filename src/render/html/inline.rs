//! Inline styles, for an editor that removes stylesheets and classes.
//!
//! Input is limited to pages of our own templates: attributes in double quotes, `<` and `>` in texts escaped.

use std::fmt::Write;

/// The style of each tag, by its name, its class or both; a later entry wins.
const STYLES: &[(&str, &str, &str)] = &[
    ("p", "", "margin: 0; line-height: 1.9; text-indent: 2em"),
    ("h4", "", "margin: 0; font-size: inherit; font-weight: normal; line-height: 1.9; text-indent: 2em"),
    ("h5", "", "margin: 0; font-size: inherit; font-weight: normal; line-height: 1.9; text-indent: 2em"),
    ("h6", "", "margin: 0; font-size: inherit; font-weight: normal; line-height: 1.9; text-indent: 2em"),
    ("img", "", "max-width: 100%; height: auto"),
    ("table", "", "border-collapse: collapse; width: 100%; margin: 1em 0"),
    ("caption", "", "text-align: left; line-height: 1.9"),
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
    ("", "line", "display: block"),
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
        "display: block; text-align: center; font-family: SimSun, 宋体, serif; font-size: 1.3em; font-weight: bold",
    ),
    ("", "unit", "display: block"),
    ("", "left", "text-align: left"),
    ("", "center", "text-align: center"),
    ("", "right", "text-align: right"),
    ("", "download", "text-indent: 0; margin-top: 1em"),
];

/// Styles of tags in `.run-in`, which are in one line.
const RUN_IN: &str = "display: inline";

/// Attributes that have a meaning without stylesheet and script.
const KEPT: [&str; 12] = [
    "href", "src", "alt", "title", "id", "rowspan", "colspan", "scope", "start", "download", "datetime",
    "lang",
];

/// The body of a page with inline styles; `link` makes addresses absolute.
pub fn inlined(page: &str, link: impl Fn(&str) -> String) -> String {
    let body = page.find("<body>").map_or(0, |at| at + "<body>".len());
    let (head, mut rest) = page.split_at(body);
    let mut out = head.to_owned();
    let mut runs_in = false;
    while let Some((text, tag, behind)) = next_tag(rest) {
        out.push_str(text);
        if tag.starts_with(['/', '!']) {
            runs_in &= tag != "/div";
            // Writing into a String cannot fail.
            let _ = write!(out, "<{tag}>");
        } else {
            let parts = Tag::parse(tag);
            let style = parts.style(runs_in);
            runs_in |= parts.class.split(' ').any(|class| class == "run-in");
            out.push_str(&parts.to_html(&style, &link));
        }
        rest = behind;
    }
    out.push_str(rest);
    out
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

    fn style(&self, runs_in: bool) -> String {
        let fits = |tag: &str, class: &str| {
            (tag.is_empty() || tag == self.name)
                && (class.is_empty() || self.class.split(' ').any(|own| own == class))
        };
        let styles = STYLES.iter().filter(|(tag, class, _)| fits(tag, class));
        let mut styles: Vec<&str> = styles.map(|(_, _, style)| *style).collect();
        if runs_in && ["p", "h4", "h5", "h6"].contains(&self.name) {
            styles.push(RUN_IN);
        }
        styles.join("; ")
    }

    fn to_html(&self, style: &str, link: impl Fn(&str) -> String) -> String {
        let mut out = format!("<{}", self.name);
        for (key, value) in self.attributes.iter().filter(|(key, _)| KEPT.contains(key)) {
            let value = if ["href", "src"].contains(key) { link(value) } else { (*value).to_owned() };
            let _ = write!(out, " {key}=\"{value}\"");
        }
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
    fn only_what_stands_in_a_run_in_runs_on() {
        let page = done(
            "<body><div class=\"run-in\"><h5>甲。</h5><p>乙</p></div><p>丙</p><img src=\"x\" alt=\"\" />",
        );
        assert_eq!(page.matches("display: inline").count(), 2);
        assert!(
            page.ends_with("<img src=\"https://a.cn/x\" alt=\"\" style=\"max-width: 100%; height: auto\" />"),
            "{page}"
        );
    }
}
