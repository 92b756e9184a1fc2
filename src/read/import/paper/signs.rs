//! The signs by which a line of a paper tells which part of it it is (GB/T 9704-2012, 7).

use jiff::civil::Date;

use crate::read::import::caption::plain;
use crate::text::date::{loose, of_numbers};
use crate::text::han::is_han;
use crate::text::marker::{Marker, Style};
use crate::text::numeral;
use crate::text::space::behind_word;
use crate::text::title::{TITLE_ENDS, issuing_body, joint_bodies};

/// Marks that no title has.
const NO_TITLE: [char; 9] = ['。', '；', ';', '：', ':', '！', '？', '　', '\t'];

/// Whether a line can be the last one of a title.
pub fn ends_title(text: &str) -> bool {
    let words = plain(text);
    let bare = words.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']));
    let bare = bare.map_or(words.as_str(), |at| &words[..at]);
    let is_kind = text.contains(char::is_whitespace) && spaced_kind(text).is_some();
    is_kind
        || can_be_title(text) && TITLE_ENDS.iter().any(|end| bare.ends_with(end)) && bare.chars().count() > 3
}

/// The last line of a title that is the kind of the paper alone, without the spaces within it: 通　知.
pub fn spaced_kind(text: &str) -> Option<&'static str> {
    let words = plain(text);
    TITLE_ENDS.into_iter().find(|kind| *kind == words)
}

/// Whether a line can stand in a title.
pub fn can_be_title(text: &str) -> bool {
    let text = text.trim();
    if spaced_kind(text).is_some() {
        return true;
    }
    // 甲局　乙局关于……: the wide space stands between the bodies.
    let bodies = issuing_body(text).filter(|bodies| joint_bodies(bodies).is_some()).map_or(0, str::len);
    let is_plain =
        !text[bodies..].contains(NO_TITLE) && Marker::at_start(text).is_none() && paper_date(text).is_none();
    is_plain && text.chars().count() <= 80 && behind_word(text, "附件").is_none() && !text.is_empty()
}

/// Whether the matter of a title begins in a line.
pub fn begins_matter(text: &str) -> bool {
    ["关于", "转发", "批转", "印发"].iter().any(|word| text.contains(word))
}

/// A title without what is only its form: spaces, and the width of its marks.
pub fn normal(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(wide).collect()
}

/// The full-width form of a mark: pages and keyboards narrow them.
fn wide(c: char) -> char {
    match c {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '．' => '.',
        '[' | '［' => '〔',
        ']' | '］' => '〕',
        c => c,
    }
}

/// 发文字号 at the beginning of a line, and what stands behind it.
pub fn document_number(text: &str) -> Option<(&str, &str)> {
    let open = text.find(['〔', '[', '［', '（', '(', '【'])?;
    let head = text[..open].trim();
    let inner = &text[open + text[open..].chars().next()?.len_utf8()..];
    let is_year = inner.len() > 4 && inner.as_bytes()[..4].iter().all(u8::is_ascii_digit);
    let is_head = !head.is_empty() && head.chars().count() <= 20 && head.chars().all(is_han);
    if !is_year || !is_head {
        return None;
    }
    let rest = inner[4..].strip_prefix(['〕', ']', '］', '）', ')', '】'])?;
    let rest = rest.trim_start().trim_start_matches('第');
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let behind = rest[digits..].trim_start().strip_prefix('号').filter(|_| digits > 0)?;
    let end = text.len() - behind.len();
    (behind.is_empty() || behind.starts_with(char::is_whitespace))
        .then(|| (text[..end].trim(), behind.trim()))
}

/// The words behind a label and its colon, spaces within the label aside: `签发人：`.
pub fn labelled<'t>(text: &'t str, label: &str) -> Option<&'t str> {
    let colon = text.find(['：', ':'])?;
    let mark = text[colon..].chars().next()?.len_utf8();
    (plain(&text[..colon]) == label).then(|| text[colon + mark..].trim())
}

/// A day written as papers write it: 2024年8月1日, with spaces or not, or 二〇二四年八月一日.
pub fn paper_date(text: &str) -> Option<Date> {
    let day = plain(text);
    if !day.contains('年') || !day.ends_with('日') {
        return None;
    }
    loose(&day).or_else(|| {
        let (year, rest) = day.split_once('年')?;
        let (month, rest) = rest.split_once('月')?;
        let digit = |c: char| "〇一二三四五六七八九".chars().position(|known| known == c);
        let zero = |c: char| if matches!(c, '○' | 'Ｏ' | 'O' | '0' | '零' | '◯') { '〇' } else { c };
        let year = year
            .chars()
            .map(zero)
            .map(digit)
            .collect::<Option<Vec<usize>>>()
            .filter(|year| year.len() == 4)?;
        let year = year.iter().fold(0, |all, digit| all * 10 + digit);
        let number = |words: &str| u32::try_from(numeral::number(words)?).ok();
        of_numbers(u32::try_from(year).ok()?, number(month)?, number(rest.strip_suffix('日')?)?)
    })
}

/// The words behind a label 附件, 附　件, 附件1 or 附件一： on its line; spaces within the label do not matter.
pub fn attachment_label(text: &str) -> Option<&str> {
    let text = text.trim();
    let behind = behind_label(text)?;
    let rest = behind.trim_start();
    let number = rest.chars().take_while(|c| is_digit(*c) || "一二三四五六七八九十".contains(*c));
    let number: usize = number.map(char::len_utf8).sum();
    let (number, rest) = rest.split_at(number);
    let is_end = rest.is_empty() || rest.starts_with(['：', ':']) || rest.starts_with(char::is_whitespace);
    // 附件 任务清单, but not 附件所列.
    let is_spaced = number.is_empty() && rest.len() < behind.len();
    // 附件二是……: a number that is a word.
    (is_end || is_spaced || !number.is_empty() && rest.starts_with(['.', '．', '、']))
        .then(|| rest.trim_start().trim_start_matches(['：', ':', '.', '．', '、']).trim_start())
}

/// A label without its first word: 附件, 附表, or 附 before a colon or a number and a colon.
fn behind_label(text: &str) -> Option<&str> {
    let is_short = |rest: &&str| {
        let number = |c: char| is_digit(c) || "一二三四五六七八九十".contains(c);
        rest.trim_start_matches(number).starts_with(['：', ':'])
    };
    let short = text.strip_prefix('附').filter(is_short);
    behind_word(text, "附件").or_else(|| behind_word(text, "附表")).or(short)
}

/// The number of a label: 2 of 附件2： or 附件二.
pub fn attachment_number(text: &str) -> Option<usize> {
    attachment_label(text)?;
    let rest = behind_label(text.trim())?.trim_start();
    let end = rest.find(|c: char| !is_digit(c) && !"一二三四五六七八九十".contains(c)).unwrap_or(rest.len());
    let number: String = rest[..end].chars().map(half_width).collect();
    number.parse().ok().or_else(|| numeral::number(&number)).filter(|number| *number > 0)
}

/// A digit in half width, any other character as it is.
pub fn half_width(c: char) -> char {
    if is_digit(c) { char::from_digit(u32::from(c) % 16, 10).unwrap_or(c) } else { c }
}

/// Whether a character is a digit, half-width or full-width: 附件1, 附件１.
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether a line is written by the page that shows the paper, not by the paper.
pub fn is_of_page(text: &str) -> bool {
    const WHOLE: [&str; 15] = [
        "详细信息",
        "基本信息",
        "公开具体内容",
        "打印",
        "关闭",
        "关闭窗口",
        "返回",
        "返回顶部",
        "打印本页",
        "关闭本页",
        "分享",
        "下载",
        "收藏",
        "正文",
        "相关附件",
    ];
    const STARTS: [&str; 25] = [
        "当前位置",
        "您的位置",
        "您现在的位置",
        "您当前的位置",
        "首页>",
        "字体",
        "【字体",
        "[字体",
        "字号",
        "分享到",
        "浏览次数",
        "浏览量",
        "点击数",
        "阅读次数",
        "来源：",
        "发布时间：",
        "【打印",
        "打印本页",
        "扫一扫",
        "下载：",
        "数据下载：",
        "上一篇：",
        "下一篇：",
        "上一条：",
        "下一条：",
    ];
    let words = plain(text);
    let words = words.trim_start_matches(['•', '·', '■', '◆', '>', '【', '[', '◎']);
    let bare = words.trim_end_matches(['】', ']']);
    WHOLE.contains(&bare) || STARTS.iter().any(|start| words.starts_with(start)) || text.contains(" > ")
}

/// The level of a heading that a typed number gives: 一、 （一） 1. （1）.
pub fn level(marker: Marker, text: &str) -> Option<usize> {
    match marker.style {
        Style::ChineseComma if text[..marker.length].ends_with('、') => Some(0),
        Style::ChineseBrackets => Some(1),
        Style::Point => Some(2),
        Style::Brackets => Some(3),
        _ => None,
    }
}

/// Whether a title says which body issues it.
pub fn names_a_body(title: &str, body: &str) -> bool {
    title.trim_start().starts_with(body) || issuing_body(title).is_some_and(|own| own.trim() == body)
}

/// The number of words that stand apart in a line that is set out with spaces, 4 of 1　　检修仓房　　仓储股　　8月底: at
/// least two spaces, or a tab, are between them.
pub fn columns_of_spaces(text: &str) -> usize {
    let (mut count, mut gap) = (1, 0);
    for c in text.trim().chars() {
        if c.is_whitespace() {
            gap += if c == '\t' { 2 } else { 1 };
        } else {
            count += usize::from(gap > 1);
            gap = 0;
        }
    }
    count
}

/// Whether a text ends within brackets or quotation marks.
pub fn ends_within(text: &str) -> bool {
    [('（', '）'), ('(', ')'), ('《', '》'), ('“', '”')]
        .iter()
        .any(|(open, close)| text.matches(*open).count() > text.matches(*close).count())
}
