//! An opening tag with the style that its name and classes have.

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
    ("", "placed", "margin: 2em 0"),
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

/// An opening tag.
pub(super) struct Tag<'t> {
    pub(super) name: &'t str,
    pub(super) class: &'t str,
    pub(super) attributes: Vec<(&'t str, &'t str)>,
    pub(super) end: &'static str,
}

impl<'t> Tag<'t> {
    pub(super) fn parse(tag: &'t str) -> Self {
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

    pub(super) fn has(&self, class: &str) -> bool {
        self.class.split(' ').any(|own| own == class)
    }

    /// Its style: of each property the last value.
    pub(super) fn style(&self) -> String {
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

    pub(super) fn to_html(&self, link: impl Fn(&str) -> String) -> String {
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
