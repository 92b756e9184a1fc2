//! An element or text of a page.

/// An element or text.
#[derive(Debug, Default)]
pub struct Node {
    /// The name of the element; empty for a text.
    pub name: String,
    /// The attributes that are looked at.
    pub attributes: Vec<(String, String)>,
    /// The text.
    pub text: String,
    /// The element around it.
    pub parent: usize,
    /// The first node behind its content.
    pub end: usize,
    /// The line on which it begins.
    pub line: u32,
}

impl Node {
    /// An attribute.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it is of a class.
    pub fn has_class(&self, class: &str) -> bool {
        let classes = self.get("class").unwrap_or_default();
        classes.split_whitespace().any(|known| known.eq_ignore_ascii_case(class))
    }

    /// A value of its style.
    pub fn style(&self, property: &str) -> Option<String> {
        let style = self.get("style")?;
        let values = style.rsplit(';').filter_map(|part| part.split_once(':'));
        let mut found = values.filter(|(name, _)| name.trim().eq_ignore_ascii_case(property));
        found.next().map(|(_, value)| value.trim().to_lowercase())
    }

    /// Whether browsers do not show it.
    pub fn is_hidden(&self) -> bool {
        self.get("hidden").is_some()
            || self.style("display").is_some_and(|value| value.starts_with("none"))
            || self.style("visibility").is_some_and(|value| value.starts_with("hidden"))
    }
}
