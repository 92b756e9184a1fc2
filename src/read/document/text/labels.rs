//! Lines of labels and values, as portals print 基本信息: `公开时限 20个工作日内 公开方式 主动公开`.

/// The line above such lines.
pub const HEADING: &str = "基本信息";

/// The labels that portals print (《政府信息公开目录》, 基层政务公开标准目录), without numbers at their end.
const LABELS: [&str; 35] = [
    "所属领域",
    "一级事项",
    "二级事项",
    "公开内容（要素）",
    "公开内容",
    "公开事项",
    "公开对象",
    "公开时限",
    "公开时间",
    "公开方式",
    "公开依据",
    "公开主体",
    "公开层级",
    "公开渠道和载体",
    "公开范围",
    "公开属性",
    "索引号",
    "文号",
    "发文字号",
    "发布机构",
    "发文机关",
    "发布日期",
    "发布时间",
    "发文日期",
    "成文日期",
    "生成日期",
    "生效日期",
    "废止日期",
    "主题分类",
    "体裁分类",
    "服务对象",
    "有效性",
    "信息来源",
    "关键词",
    "主题词",
];

/// The labels and values of a line; none unless it begins with a label. Below [`HEADING`] a space ends a label,
/// elsewhere only a colon does.
pub fn labels(line: &str, is_below_heading: bool) -> Vec<(String, String)> {
    let mut found: Vec<(String, &str, usize)> = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let begins = at == 0 || line[..at].ends_with(char::is_whitespace);
        if let Some((label, length)) = label_at(&line[at..], is_below_heading).filter(|_| begins) {
            if let Some((_, value, start)) = found.last_mut() {
                *value = &line[*start..at];
            }
            at += length;
            found.push((label, &line[at..], at));
        } else if found.is_empty() {
            return Vec::new();
        } else {
            at += line[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    found.into_iter().map(|(label, value, _)| (label, value.trim().to_owned())).collect()
}

/// The label at the beginning of a text, without spaces, and its length with the mark behind it.
fn label_at(text: &str, is_below_heading: bool) -> Option<(String, usize)> {
    LABELS.iter().find_map(|label| {
        let end = spaced(text, label)?;
        let digits = text[end..].bytes().take_while(u8::is_ascii_digit).count();
        let rest = &text[end + digits..];
        let mark = rest.chars().next();
        let is_end = match mark {
            None => is_below_heading,
            Some('：' | ':') => true,
            Some(c) => is_below_heading && c.is_whitespace(),
        };
        let label = format!("{label}{}", &text[end..end + digits]);
        is_end.then(|| (label, end + digits + mark.map_or(0, char::len_utf8)))
    })
}

/// The length of a word at the beginning of a text in which spaces may stand between its characters (索 引 号).
fn spaced(text: &str, word: &str) -> Option<usize> {
    let mut wanted = word.chars();
    let mut next = wanted.next()?;
    for (at, c) in text.char_indices() {
        let same = c == next || matches!((c, next), ('(', '（') | (')', '）'));
        if same {
            match wanted.next() {
                Some(following) => next = following,
                None => return Some(at + c.len_utf8()),
            }
        } else if !(c.is_whitespace() && at > 0) {
            return None;
        }
    }
    None
}
