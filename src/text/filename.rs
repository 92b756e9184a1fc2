//! Names that every system can store as a file's: Windows, macOS and Linux alike.

use std::collections::BTreeSet;

/// What no file's name may hold on Windows.
const FORBIDDEN: &str = r#"\/:*?"<>|"#;

/// Names that Windows keeps for devices, whatever ending they have.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The most bytes that we make of a name: file systems take 255, and an ending and a number come behind.
const LONGEST: usize = 200;

/// Whether a name can be a file's everywhere.
#[must_use]
pub fn is_storable(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 255
        && !name.starts_with(' ')
        && !name.ends_with([' ', '.'])
        && !name.chars().any(|c| c.is_control() || FORBIDDEN.contains(c))
        && !is_device(name)
}

/// A name like the given words that can be a file's everywhere: forbidden marks become full-width ones, and a name
/// that is too long ends early. Different words may become one name.
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

/// A name like the given words as [`storable`] makes it, with a number where it is taken already.
pub fn free(words: &str, taken: &mut BTreeSet<String>) -> String {
    let name = storable(words);
    let numbered = (2..).map(|n| format!("{name}-{n}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    // Windows and macOS keep one file for names that differ in case only.
    names.find(|name| taken.insert(name.to_lowercase())).unwrap_or(name)
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    // `nul` to `com9`.
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
    use super::{is_storable, storable};

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
