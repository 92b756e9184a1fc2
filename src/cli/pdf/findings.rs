//! Findings about a printed paper: whether its first page has text of the body, on which page 版记 is, which fonts were used.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::message;
use crate::model::imprint::Form;
use crate::model::notice::Notice;
use crate::model::paper::Paper;
use crate::text::message::Message;

/// Letters of a text that are looked for on a page: a line may end behind them.
const FEW: usize = 8;

/// The fonts of a paper, each with beginnings and parts of the names under which systems have it.
const FONTS: [(&str, &[&str]); 2] =
    [("仿宋", &["FangSong", "仿宋", "FZFS", "Fang"]), ("小标宋", &["XiaoBiaoSong", "FZXBS", "小标宋"])];

/// The notes about a print.
pub fn findings(
    notice: &Notice,
    pages: &[String],
    fonts: &BTreeSet<String>,
    by_browser: bool,
) -> Vec<Message> {
    let is_numbered = pages.iter().any(|page| {
        let page: String = page.split_whitespace().collect();
        page.contains("—1—") || page.contains("—2—")
    });
    let pages: Vec<Vec<char>> = pages.iter().map(|page| plain(page)).collect();
    let mut notes = Vec::new();
    if let (Some(start), Some(first)) = (beginning(&notice.body), pages.first())
        && !holds(first, &start)
    {
        notes.push(message!(
            "第一页上没有正文，国标规定应当有：请缩短标题，或者让主送机关移到版记",
            "the first page has no text of the body, which GB/T 9704 demands: shorten the title, or move 主送 to 版记"
        ));
    }
    if let Some(page) = imprint_page(notice, &pages).filter(|page| page % 2 == 1) {
        notes.push(message!(
            "版记在第{page}页，是单数页：双面印刷时国标要求在双数页",
            "版记 is on page {page}: in double-sided print it has to be on an even one"
        ));
    }
    let missing: Vec<&str> = FONTS
        .into_iter()
        .filter(|(_, names)| !fonts.iter().any(|font| names.iter().any(|name| font.contains(name))))
        .map(|(font, _)| font)
        .collect();
    if !missing.is_empty() {
        let (zh, en) = (missing.join("、"), missing.join(", "));
        notes.push(message!(
            "没有用上{zh}：这台电脑上没有安装",
            "without {en}, which this computer does not have"
        ));
    }
    if by_browser && !is_numbered {
        notes.push(message!(
            "没有页码：浏览器太旧，请更新后再生成",
            "without page numbers: the browser is too old; update it and run this again"
        ));
    }
    notes
}

/// The first letters of a paper's text, as they stand on paper; `None` where a table stands above it.
fn beginning(paper: &Paper) -> Option<Vec<char>> {
    if paper.blocks.first()?.placed_table().is_some() {
        return None;
    }
    let text = paper.texts().into_iter().map(|block| plain(&block.text)).find(|text| !text.is_empty())?;
    Some(text.into_iter().take(FEW).collect())
}

/// The number of the page on which 版记 is.
fn imprint_page(notice: &Notice, pages: &[Vec<char>]) -> Option<usize> {
    let copies = notice.imprint.copies_line().map(|copies| format!("抄送：{copies}"));
    let printer = notice.imprint.printer.as_ref().filter(|_| notice.imprint.form == Form::File);
    let words = copies.or_else(|| printer.map(|printer| printer.value.clone()))?;
    let words: Vec<char> = plain(&words).into_iter().take(FEW).collect();
    pages.iter().rposition(|page| holds(page, &words)).map(|place| place + 1)
}

/// The letters and digits of a text: marks at the ends of lines are narrower letters of the font, whose code is not told.
fn plain(text: &str) -> Vec<char> {
    text.nfkc().filter(|c| c.is_alphanumeric() || is_radical(*c)).collect()
}

/// Whether a page holds some letters. Fonts draw 见 and its radical ⻅ with one letter, and the page tells one of the two
/// codes; NFKC knows the characters of only some radicals.
fn holds(page: &[char], words: &[char]) -> bool {
    let is_same = |(read, wanted): (&char, &char)| read == wanted || is_radical(*read);
    words.is_empty() || page.windows(words.len()).any(|part| part.iter().zip(words).all(is_same))
}

/// Whether a character is a radical of Unicode's CJK Radicals Supplement or Kangxi Radicals.
fn is_radical(c: char) -> bool {
    ('\u{2E80}'..='\u{2FDF}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{holds, plain};

    #[test]
    fn letters_are_found_by_the_code_of_their_radicals() {
        let page = plain("关于 ⻅习的⽅案（百⽇⾏动）— 1 —");
        for (words, is_there) in
            [("见习的方案百日", true), ("百日行动1", true), ("方案百日行动2", false), ("", true)]
        {
            assert_eq!(holds(&page, &plain(words)), is_there, "{words}");
        }
    }
}
