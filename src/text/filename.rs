//! File names that Windows, macOS and Linux can all store.

use std::collections::BTreeSet;

use crate::text::character::is_barred;

/// Characters that Windows forbids in file names.
const FORBIDDEN: &str = r#"\/:*?"<>|"#;

/// Names that Windows reserves for devices, with any extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Maximum length in bytes: file systems allow 255, and an extension and a number may be appended.
const LONGEST: usize = 200;

/// Whether every system can store a file name.
#[must_use]
pub fn is_storable(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 255
        && !name.starts_with(' ')
        && !name.ends_with([' ', '.'])
        && !name.chars().any(|c| c.is_control() || FORBIDDEN.contains(c))
        && !is_device(name)
}

/// Reason why a file or folder of a site cannot have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadName {
    /// A character or an end that no address or disk has, or too many characters.
    Characters,
    /// The name of a device of Windows.
    Device,
    /// A folder in the place of a page.
    Page,
}

/// The reason why a file or folder of a site cannot have a name; `None` if it can.
#[must_use]
pub fn bad_name(name: &str, is_folder: bool) -> Option<BadName> {
    if is_device(name) {
        return Some(BadName::Device);
    }
    if !is_storable(name) || name.contains(is_barred) {
        return Some(BadName::Characters);
    }
    (is_folder && name.eq_ignore_ascii_case("index.html")).then_some(BadName::Page)
}

/// A file name made from words: forbidden characters become full-width, and a long name is cut. Different words may
/// give the same name.
#[must_use]
pub fn storable(words: &str) -> String {
    let character = |c: char| match c {
        c if FORBIDDEN.contains(c) => char::from_u32(c as u32 + 0xFEE0).unwrap_or('_'),
        c if c.is_control() => '_',
        c => c,
    };
    let name: String = words.chars().map(character).collect();
    let name = name[..name.floor_char_boundary(LONGEST)].trim_start_matches([' ', '.', '~']);
    let name = name.trim_end_matches([' ', '.']);
    if name.is_empty() || is_device(name) { format!("_{name}") } else { name.to_owned() }
}

/// A file name made by [`storable`], with a number appended if the name is taken.
pub fn free(words: &str, taken: &mut BTreeSet<String>) -> String {
    let name = storable(words);
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    // On Windows and macOS, names that differ only in case are the same file.
    names.find(|name| taken.insert(name.to_lowercase())).unwrap_or(name)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    // Length of `nul` to `com9`.
    if !(3..=4).contains(&stem.len()) {
        return false;
    }
    let stem = stem.to_ascii_lowercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
    };
    DEVICES.contains(&stem.as_str()) || numbered("com") || numbered("lpt")
}

#[cfg(test)]
mod tests {
    use super::{BadName, bad_name, is_storable, storable};

    #[test]
    fn names_of_windows_and_of_pages() {
        for name in ["con", "AUX", "nul.txt", "Com1", "lpt9.tar.gz"] {
            assert_eq!(bad_name(name, false), Some(BadName::Device), "{name}");
        }
        for name in ["a:b", "甲?", " a", "a.", "a ", "", "\u{fffe}"] {
            assert_eq!(bad_name(name, false), Some(BadName::Characters), "{name}");
        }
        assert_eq!(bad_name("Index.html", true), Some(BadName::Page));
        for name in ["index.html", "console", "com", "com10", "auxiliary.md", "通知", "a.con"] {
            assert_eq!(bad_name(name, false), None, "{name}");
        }
    }

    #[test]
    fn every_name_can_be_stored() {
        let long = "长".repeat(300);
        let names = [
            "危化股",
            "危化/工贸股",
            "a:b*?\"<>|\\",
            " . ",
            "",
            "CON",
            "com1.x",
            "甲.",
            "..",
            "~甲",
            "\n",
            &long,
        ];
        for name in names {
            assert!(is_storable(&storable(name)), "{name:?} → {:?}", storable(name));
        }
        assert_eq!(storable("危化股"), "危化股");
        assert_eq!(storable("危化/工贸股"), "危化／工贸股");
    }
}
