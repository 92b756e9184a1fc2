//! The item marks inside a long paragraph: （1） (1) ① 一是 第一， …
//!
//! A cell that is too long for one row of a workbook is broken before such marks.

/// Byte offsets at which an item begins, in order; never 0.
#[must_use]
pub fn item_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut previous = None;
    for (at, c) in text.char_indices() {
        let rest = &text[at..];
        let begins = is_circled(c)
            || is_bracketed_number(rest)
            || is_ordinal(rest) && previous.is_none_or(ends_a_clause);
        if begins && at > 0 {
            starts.push(at);
        }
        previous = Some(c);
    }
    starts
}

/// Byte offsets just behind the marks that end a sentence or clause (。；！？;), for texts without item marks.
#[must_use]
pub fn clause_ends(text: &str) -> Vec<usize> {
    let ends = text.char_indices().filter(|(_, c)| matches!(c, '。' | '；' | '！' | '？' | ';' | '\n'));
    ends.map(|(at, c)| at + c.len_utf8()).filter(|at| *at < text.len()).collect()
}

fn ends_a_clause(c: char) -> bool {
    matches!(c, '。' | '；' | '：' | '！' | '？' | ';' | ':' | '\n')
}

fn is_circled(c: char) -> bool {
    matches!(c, '①'..='⑳' | '㉑'..='㊿')
}

/// （1）, （十二） or (3).
fn is_bracketed_number(text: &str) -> bool {
    let Some(inner) = text.strip_prefix(['（', '(']) else { return false };
    let Some(end) = inner.find(['）', ')']) else { return false };
    let number = &inner[..end];
    (1..=3).contains(&number.chars().count())
        && (number.bytes().all(|b| b.is_ascii_digit()) || number.chars().all(is_chinese_digit))
}

/// 一是, 十二是.
fn is_ordinal(text: &str) -> bool {
    let digits = text.chars().take_while(|c| is_chinese_digit(*c)).count();
    (1..=3).contains(&digits) && text.chars().nth(digits) == Some('是')
}

fn is_chinese_digit(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items(text: &str) -> Vec<&str> {
        let mut cuts = item_starts(text);
        cuts.insert(0, 0);
        cuts.push(text.len());
        cuts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    #[test]
    fn finds_the_marks_of_the_notice() {
        assert_eq!(
            items("模式：（1）发文；（2）制定。一是宣传网。①开展；②运用。二是排查网。(10)预防"),
            [
                "模式：",
                "（1）发文；",
                "（2）制定。",
                "一是宣传网。",
                "①开展；",
                "②运用。",
                "二是排查网。",
                "(10)预防"
            ]
        );
    }

    #[test]
    fn words_that_look_alike_are_left_whole() {
        let text = "村（社区）、镇（街道）统一是大事（2024年）";
        assert_eq!(items(text), [text]);
    }
}
