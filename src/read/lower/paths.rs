//! Paths below `content/`.

/// The folder in which a folder or file lies; an empty path for the top.
pub(super) fn parent_folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// A relative path from a folder, both below `content/`; `None` if it leaves `content/`.
pub(super) fn resolved(folder: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn paths_stay_below_content() {
        assert_eq!(resolved("a/b", "c.pdf").as_deref(), Some("a/b/c.pdf"));
        assert_eq!(resolved("a/b", "./../c//d").as_deref(), Some("a/c/d"));
        assert_eq!(resolved("a/b", "../../../c"), None);
        assert_eq!(resolved("", "a/./c").as_deref(), Some("a/c"));
        assert_eq!(resolved("", "../c"), None);
    }
}
