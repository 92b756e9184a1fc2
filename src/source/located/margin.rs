//! Margin of a block of YAML (`|`): its text is what is written, without what stands before each line.

/// Margin of a block: before each line but the first, spaces, of which blank lines have none, and the carriage return
/// of the line above. Nothing for any other text, and for a block whose lines differ in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Margin {
    /// Spaces before a line that is not blank.
    pub spaces: u8,
    /// Whether lines end with a carriage return and a line feed.
    pub has_returns: bool,
}

impl Margin {
    /// The margin of a block as it is written, from its first character on, that was read as a text.
    #[must_use]
    pub fn of(written: &str, read: &str) -> Self {
        let pairs = || written.trim_end().split('\n').zip(read.trim_end().split('\n')).skip(1);
        let blank = |(line, _): &(&str, &str)| line.trim_end_matches('\r').is_empty();
        let Some((line, text)) = pairs().find(|pair| !blank(pair)) else { return Self::default() };
        let has_returns = written.split('\n').next().is_some_and(|first| first.ends_with('\r'));
        let Ok(spaces) = u8::try_from(line.trim_end_matches('\r').len().saturating_sub(text.len())) else {
            return Self::default();
        };
        let margin = Self { spaces, has_returns };
        let is_as_read = |(line, text): (&str, &str)| {
            let line = line.strip_suffix('\r').unwrap_or(line);
            let text = text.strip_suffix('\r').unwrap_or(text);
            let bare = if text.is_empty() { Some(line) } else { line.get(usize::from(spaces)..) };
            bare == Some(text) && line[..line.len() - text.len()].bytes().all(|byte| byte == b' ')
        };
        let is_whole = written.trim_end().split('\n').count() == read.trim_end().split('\n').count();
        let returns = |line: &str| line.ends_with('\r') == has_returns;
        let all_return = written.trim_end().rsplit('\n').skip(1).all(returns);
        if is_whole && all_return && pairs().all(is_as_read) { margin } else { Self::default() }
    }

    /// The byte of the written block at which a byte of its text stands.
    pub(super) fn written(self, text: &str, at: usize) -> usize {
        let (read, written) = self.lines(text).take_while(|(read, _)| *read <= at).last().unwrap_or((0, 0));
        written + (at - read)
    }

    /// The byte of the text that stands at a byte of the written block; within the margin that behind it.
    pub(super) fn read(self, text: &str, at: usize) -> usize {
        let (read, written) =
            self.lines(text).take_while(|(_, written)| *written <= at).last().unwrap_or((0, 0));
        let rest = text.get(read..).unwrap_or_default();
        read + (at - written).min(rest.find('\n').unwrap_or(rest.len()))
    }

    /// Where each line begins in the text and in the written block.
    fn lines(self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        let (mut read, mut written) = (0, 0);
        text.split_inclusive('\n').enumerate().map(move |(number, line)| {
            let is_blank = line == "\n";
            written += if number > 0 && !is_blank { usize::from(self.spaces) } else { 0 };
            let begin = (read, written);
            read += line.len();
            written += line.len() + usize::from(self.has_returns);
            begin
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Margin;

    /// Each character of a text, as it stands in the written block at the place that is told for it.
    fn at_places(written: &str, read: &str) -> String {
        let margin = Margin::of(written, read);
        assert_ne!(margin, Margin::default(), "{written:?}");
        let character = |(at, c): (usize, char)| {
            let place = margin.written(read, at);
            assert_eq!(margin.read(read, place), at, "{c:?}");
            written[place..].chars().next().unwrap()
        };
        read.trim_end().char_indices().filter(|(_, c)| *c != '\n').map(character).collect()
    }

    #[test]
    fn places_in_a_block() {
        for (written, read) in [
            ("甲。\n    乙丙。\n    丁。", "甲。\n乙丙。\n丁。"),
            ("甲。\n    乙丙。\n    丁。", "甲。\n乙丙。\n丁。\n"),
            ("甲\r\n  乙\r\n  丙", "甲\n乙\n丙"),
            ("甲\n\n  乙\n\n\n    丙", "甲\n\n乙\n\n\n  丙"),
        ] {
            assert_eq!(at_places(written, read), read.replace('\n', ""), "{written:?}");
        }
    }

    #[test]
    fn nothing_is_said_of_other_blocks() {
        for (written, read) in [
            ("甲", "甲"),
            ("甲\n  乙", "甲 乙"),
            ("甲\n\n  乙", "甲\n乙"),
            ("甲\n \n  乙", "甲\n\n乙"),
            ("甲\r\n  乙\n  丙", "甲\n乙\n丙"),
            ("甲\\n乙", "甲\n乙"),
        ] {
            assert_eq!(Margin::of(written, read), Margin::default(), "{written:?}");
        }
    }
}
