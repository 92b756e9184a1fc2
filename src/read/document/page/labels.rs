//! The labels of portals, and where they stand in a line.

use crate::read::document::page::days::{DAYS, SOURCES, is_day, leading, trailing};

/// Labels of the block of a portal, and of the line below a title.
const LABELS: [&str; 62] = [
    "索引号",
    "统一登记号",
    "发布机构",
    "发文机关",
    "发文机构",
    "发文单位",
    "发布单位",
    "制发机关",
    "制发单位",
    "公开主体",
    "公开责任部门",
    "责任部门",
    "信息来源",
    "文章来源",
    "来源",
    "成文日期",
    "生成日期",
    "成文时间",
    "发文日期",
    "发布日期",
    "发布时间",
    "公开日期",
    "公布日期",
    "印发日期",
    "实施日期",
    "生效日期",
    "废止日期",
    "失效日期",
    "文号",
    "发文字号",
    "文件编号",
    "标题",
    "名称",
    "信息名称",
    "文件名称",
    "主题分类",
    "分类",
    "主题词",
    "关键词",
    "体裁分类",
    "体裁",
    "组配分类",
    "服务对象",
    "服务对象分类",
    "有效性",
    "时效性",
    "时效",
    "效力状态",
    "是否有效",
    "公开方式",
    "公开范围",
    "公开时限",
    "公开形式",
    "公开依据",
    "公开层级",
    "公开层级1",
    "公开层级2",
    "公开渠道和载体",
    "内容概述",
    "所属领域",
    "一级事项",
    "二级事项",
];

/// Labels of a site's words about its own page: its counters and buttons, and the people who made it.
const OF_SITE: [&str; 28] = [
    "浏览次数",
    "浏览量",
    "浏览数",
    "浏览",
    "点击次数",
    "点击数",
    "点击量",
    "点击率",
    "点击",
    "阅读次数",
    "阅读量",
    "阅读数",
    "阅读",
    "访问次数",
    "访问量",
    "字体",
    "字号",
    "字体大小",
    "打印",
    "分享到",
    // Whoever put the page there: a person, and nothing of the paper.
    "作者",
    "编辑",
    "责任编辑",
    "供稿",
    "审核",
    "初审",
    "复审",
    "终审",
];

/// Words before a colon that are no labels of fields: what portals have below a paper.
const NONE: [&str; 9] =
    ["附件", "附件下载", "相关附件", "相关链接", "相关文件", "相关解读", "相关信息", "上一篇", "下一篇"];

/// The longest label, in characters, with spaces between its letters.
const LONGEST: usize = 24;
/// The longest label that is not known, in characters.
const UNKNOWN: usize = 20;

/// Whether a label is one of a site about its own page, such as 浏览次数.
pub fn is_of_site(label: &str) -> bool {
    OF_SITE.contains(&label)
}

/// A label without its spaces and colon, and the value behind the colon; `None` for a value where there is no colon.
pub fn label(text: &str) -> Option<(String, Option<&str>)> {
    let text = text.trim().trim_start_matches(['[', '【', '•', '·']);
    let (name, value) = match text.split_once(['：', ':']) {
        Some((name, value)) => (name, Some(value)),
        None => (text, None),
    };
    if name.chars().count() > LONGEST {
        return None;
    }
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let name = name.trim_end_matches([']', '】']);
    LABELS.contains(&name).then(|| (name.to_owned(), value))
}

/// The labels and values of the line that pages have below a title, such as 发布日期：… 信息来源：…; none of any other line.
/// A day beside 来源 that has no label has an empty one.
pub fn below_title(text: &str) -> Vec<(String, String)> {
    if let Some(fields) = page_day(text) {
        return fields;
    }
    let leading = leading(text);
    let mut fields = labelled(leading.map_or(text, |(_, rest)| rest));
    let has = |labels: &[&str]| fields.iter().any(|(name, _)| labels.contains(&name.as_str()));
    let may_be_bare = has(&SOURCES) && !has(&DAYS);
    let source = fields.iter_mut().find(|(name, _)| SOURCES.contains(&name.as_str()));
    let mut source = source.filter(|_| may_be_bare).map(|(_, value)| value);
    let behind = source.as_deref().and_then(|value| trailing(value));
    let behind = behind.map(|(rest, day)| (rest.to_owned(), day.to_owned()));
    match (leading, behind) {
        (None, None) => fields,
        (Some((day, _)), None) if may_be_bare => {
            fields.push((String::new(), day.to_owned()));
            fields
        }
        (None, Some((rest, day))) => {
            if let Some(value) = &mut source {
                **value = rest;
            }
            fields.push((String::new(), day));
            fields
        }
        // Of two days nobody knows which one is meant.
        _ => Vec::new(),
    }
}

/// The day of a line that has nothing else but words of the site, 日期：2026-03-03 or 2026-09-12　作者：某所, without a label,
/// and those words. Papers write their days with 年, and not so.
fn page_day(text: &str) -> Option<Vec<(String, String)>> {
    const SHORT: [&str; 2] = ["日期", "时间"];
    let text = text.trim();
    let behind = SHORT.iter().find_map(|label| text.strip_prefix(label)?.strip_prefix(['：', ':']));
    let (day, rest) = leading(behind.unwrap_or(text)).filter(|(day, _)| !day.contains('年'))?;
    let of_site = |part| unknown(part).filter(|(name, value)| is_of_site(name) && value.is_some());
    let others: Vec<(String, Option<&str>)> = split(rest).into_iter().map(of_site).collect::<Option<_>>()?;
    if behind.is_none() && others.is_empty() {
        return None;
    }
    let mut fields = vec![(String::new(), day.to_owned())];
    fields
        .extend(others.into_iter().map(|(name, value)| (name, value.unwrap_or_default().trim().to_owned())));
    Some(fields)
}

/// The labels and values of a line that consists of them, one of which is known to stand below titles.
fn labelled(text: &str) -> Vec<(String, String)> {
    const FIRST: [&str; 7] = ["发布日期", "发布时间", "公开日期", "公布日期", "信息来源", "文章来源", "来源"];
    // Beside other fields below the title of a page 日期 and 时间 are those of its publication.
    const SHORT: [&str; 2] = ["日期", "时间"];
    let parts = split(text);
    // Beside 来源 such a day is told as one.
    let is_source = |part: &&str| label(part).is_some_and(|(name, _)| SOURCES.contains(&name.as_str()));
    let has_source = parts.iter().any(is_source);
    let is_short = |name: &str| SHORT.contains(&name) && parts.len() > 1 && !has_source;
    let is_known = |(name, value): &(String, Option<&str>)| {
        is_of_site(name) || is_short(name) || DAYS.contains(&name.as_str()) && value.is_some_and(is_day)
    };
    let part = |part| {
        let (name, value) = label(part).or_else(|| unknown(part).filter(is_known))?;
        let name = if is_short(&name) { FIRST[0].to_owned() } else { name };
        let value =
            value?.trim().trim_end_matches(['|', '｜', '丨', '[', '【', ']', '】', '；', ';']).trim_end();
        Some((name, value.to_owned()))
    };
    let fields: Option<Vec<(String, String)>> = parts.iter().copied().map(part).collect();
    let is_one = |fields: &Vec<(String, String)>| {
        let known = fields.iter().filter(|(name, _)| FIRST.contains(&name.as_str()));
        known.count() > 0 && fields.iter().all(|(_, value)| !value.contains('。'))
    };
    fields.filter(is_one).unwrap_or_default()
}

/// A label that is not known, by its form alone, and the value behind its colon.
pub fn unknown(text: &str) -> Option<(String, Option<&str>)> {
    let text = text.trim().trim_start_matches(['[', '【', '•', '·']);
    let (name, value) = match text.split_once(['：', ':']) {
        Some((name, value)) => (name, Some(value)),
        None => (text, None),
    };
    if name.chars().count() > LONGEST {
        return None;
    }
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let name = name.trim_end_matches([']', '】']);
    // Of 2024年3月5日10:30 the colon is no label's.
    let is_time = name.ends_with(|c: char| c.is_ascii_digit())
        && value.is_some_and(|value| value.starts_with(|c: char| c.is_ascii_digit()));
    let can_be = |c: char| is_han(c) || c.is_ascii_alphanumeric() || "（）()、/-".contains(c);
    let is_word = name.chars().all(can_be)
        && name.starts_with(char::is_alphabetic)
        && name.chars().filter(|c| is_han(*c)).count() > 1
        && !is_time;
    let fits = (2..=UNKNOWN).contains(&name.chars().count());
    (is_word && fits && !NONE.contains(&name)).then(|| (name.to_owned(), value))
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

/// A text, cut before each label in it that has a colon. Beside known labels others count, too.
pub fn split(text: &str) -> Vec<&str> {
    const MARKS: [char; 12] = ['|', '｜', '丨', '[', '【', ']', '】', '，', ',', '；', ';', '/'];
    let is_open = |c: char| c.is_whitespace() || MARKS.contains(&c);
    let (mut cuts, mut known, mut at, mut may_begin) = (Vec::new(), 0, 0, true);
    while let Some(c) = text[at..].chars().next() {
        let found = if may_begin && !is_open(c) {
            label_at(&text[at..])
        } else {
            // Behind a value a known label may begin without a space.
            Some(&text[at..]).filter(|_| known > 0).and_then(joined_label_at)
        };
        may_begin = is_open(c);
        let Some((length, is_known)) = found else {
            at += c.len_utf8();
            continue;
        };
        let bracket = text[..at].chars().next_back().filter(|c| ['[', '【'].contains(c));
        cuts.push((at - bracket.map_or(0, char::len_utf8), is_known));
        known += usize::from(is_known);
        at += length;
        may_begin = true;
    }
    // A summary is a text of sentences, in which anything may stand.
    let is_summary = label(text).is_some_and(|(label, _)| label == "内容概述");
    let counts = |(cut, is_known): &(usize, bool)| *cut > 0 && (*is_known || known > 0) && !is_summary;
    let (mut parts, mut from) = (Vec::new(), 0);
    for (cut, _) in cuts.into_iter().filter(counts) {
        parts.push(&text[from..cut]);
        from = cut;
    }
    parts.push(&text[from..]);
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The length of a label and its colon at the beginning of a text, and whether it is known.
fn label_at(text: &str) -> Option<(usize, bool)> {
    let (end, colon) = text.char_indices().take(LONGEST + 1).find(|(_, c)| ['：', ':'].contains(c))?;
    let name: String = text[..end].chars().filter(|c| !c.is_whitespace()).collect();
    let is_known = LABELS.contains(&name.as_str()) || is_of_site(&name);
    let is_word = name.len() == end && unknown(&text[..end]).is_some();
    (is_known || is_word).then(|| (end + colon.len_utf8(), is_known))
}

/// The length of a known label and its colon, where it is too long to be the end of another word.
fn joined_label_at(text: &str) -> Option<(usize, bool)> {
    let (end, colon) = text.char_indices().take(UNKNOWN).find(|(_, c)| ['：', ':'].contains(c))?;
    let name = &text[..end];
    let is_known = LABELS.contains(&name) && (name.chars().count() > 3 || name == "索引号");
    is_known.then(|| (end + colon.len_utf8(), true))
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn labels_have_spaces() {
        assert_eq!(label(" 索 引 号： 1 "), Some(("索引号".to_owned(), Some(" 1"))));
        assert_eq!(label("文\u{3000}\u{3000}号"), Some(("文号".to_owned(), None)));
        assert_eq!(label("现将有关事项通知如下：一"), None);
    }
}
