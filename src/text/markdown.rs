//! Words as Markdown that shows exactly them. Markdown is read in `read/lower/paper/` only.

/// A line of words as a paragraph that shows these words and nothing else.
#[must_use]
pub fn escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for c in line.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '{') {
            out.push('\\');
        }
        out.push(c);
    }
    // Characters that begin a heading, a quotation, a list, a rule or code at the start of a line.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => Some(digits),
        Some('#' | '>' | '-' | '+' | '=' | '~' | '|' | ':') if digits == 0 => Some(0),
        _ => None,
    };
    if let Some(at) = mark {
        out.insert(at, '\\');
    }
    out
}
