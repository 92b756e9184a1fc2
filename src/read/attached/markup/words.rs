//! The words of a document without its tags.

/// Text of a document without tags, and the source line of each of its lines.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) lines: Vec<usize>,
    /// Byte up to which source lines were counted, and the number of its line.
    pub(super) at: (usize, usize),
}

impl Default for Words {
    fn default() -> Self {
        Self { text: String::new(), lines: vec![1], at: (0, 1) }
    }
}

impl Words {
    pub(super) fn push(&mut self, text: &str, line: usize) {
        self.lines.extend((line + 1..).take(text.matches('\n').count()));
        self.text.push_str(text);
    }

    /// Begins a new line behind an element that is not inline.
    pub(super) fn break_line(&mut self, line: usize) {
        self.lines.push(line);
        self.text.push('\n');
    }
}
