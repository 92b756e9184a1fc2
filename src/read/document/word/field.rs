//! Fields: places whose text Word works out, with the text that it last had.

/// A field that is open.
#[derive(Debug, Default)]
pub struct Field {
    /// Its instruction: ` DATE \@ "yyyy年M月d日" `.
    pub instruction: String,
    /// Whether its text follows, and not its instruction.
    pub is_result: bool,
    /// The address to which its text leads.
    pub url: Option<String>,
    /// Its kind.
    pub kind: FieldKind,
    /// Whether it has any text.
    pub has_text: bool,
}

/// The kinds of fields that are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FieldKind {
    /// Any other: its text stays as it is.
    #[default]
    Fixed,
    /// Its text is worked out anew whenever the file is opened or printed.
    Changing,
    /// Its text is a page number.
    PageNumber,
}

/// Fields within fields. Each text is looked at with all of them.
pub const DEEPEST: usize = 50;
/// The most of an instruction that is kept, in bytes.
const LONGEST: usize = 4_000;
/// Fields that give another day or time later on.
const CHANGING: [&str; 6] = ["DATE", "TIME", "SAVEDATE", "PRINTDATE", "CREATEDATE", "EDITTIME"];
/// Fields that count pages.
const PAGES: [&str; 3] = ["PAGE", "NUMPAGES", "SECTIONPAGES"];

impl Field {
    /// A field whose instruction is whole.
    pub fn of(instruction: &str) -> Self {
        let mut field = Self::default();
        field.add(instruction);
        field.begin_result();
        field
    }

    /// Adds to the instruction.
    pub fn add(&mut self, text: &str) {
        let left = LONGEST.saturating_sub(self.instruction.len());
        self.instruction.push_str(&text[..text.floor_char_boundary(left)]);
    }

    /// Ends the instruction.
    pub fn begin_result(&mut self) {
        self.is_result = true;
        let name = self.name();
        self.kind = match name.as_str() {
            name if CHANGING.contains(&name) => FieldKind::Changing,
            name if PAGES.contains(&name) => FieldKind::PageNumber,
            _ => FieldKind::Fixed,
        };
        if name == "HYPERLINK" {
            let target = self.words().nth(1);
            self.url = target.filter(|word| !word.starts_with('\\') && !word.is_empty());
        }
    }

    /// Its name, in capitals.
    pub fn name(&self) -> String {
        self.words().next().unwrap_or_default().to_uppercase()
    }

    /// The words of its instruction; one in quotation marks is whole, without them.
    pub fn words(&self) -> impl Iterator<Item = String> {
        let mut rest = self.instruction.as_str();
        std::iter::from_fn(move || {
            rest = rest.trim_start();
            let word = match rest.strip_prefix('"') {
                Some(quoted) => quoted.split('"').next().unwrap_or_default(),
                None => rest.split_whitespace().next()?,
            };
            let used = if rest.starts_with('"') { word.len() + 2 } else { word.len() };
            rest = &rest[used.min(rest.len())..];
            Some(word.to_owned())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, FieldKind};

    #[test]
    fn instructions_are_understood() {
        assert_eq!(Field::of(" DATE \\@ \"yyyy年M月d日\" ").kind, FieldKind::Changing);
        assert_eq!(Field::of("page").kind, FieldKind::PageNumber);
        let link = |text| Field::of(text).url;
        let address = Some("https://a.cn/b c".to_owned());
        assert_eq!(link(" HYPERLINK \"https://a.cn/b c\" \\o \"甲 乙\" "), address);
        assert_eq!(link("HYPERLINK \\l \"_Toc1\""), None);
        assert_eq!(link("HYPERLINK \""), None);
        assert_eq!(link("REF \"https://a.cn\""), None);
        assert!(Field::of(&"长".repeat(9_000)).instruction.len() < 4_001);
    }
}
