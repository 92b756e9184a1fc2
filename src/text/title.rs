//! 标题 of papers: the body named at its beginning, and where its line may end.
//!
//! A line of a title ends between words of sense (GB/T 9704-2012 7.3.1), never inside “一规划两方案”. Browsers break
//! Chinese anywhere, and segmentation by dictionary would bring megabytes for a handful of lines, so the words that
//! titles are made of are listed here; what lies between them stays together while it fits into a line.

use crate::text::han::{closes, opens};

/// Verbs with which the matter of a title begins.
const MATTERS: [&str; 4] = ["关于", "转发", "批转", "印发"];

/// Last characters of the names of bodies: 局、委员会、办公室、人民政府 …
const BODIES: &str = "局委办室厅部院处科股所站心会团社队署司组校学行道乡镇党府联";

/// The body at the beginning of a title, `某县人民政府办公室` of `某县人民政府办公室关于印发……的通知`.
#[must_use]
pub fn issuing_body(title: &str) -> Option<&str> {
    let end = MATTERS.iter().filter_map(|matter| title.find(matter)).min()?;
    let body = &title[..end];
    is_body(body.trim()).then_some(body)
}

/// Whether a text is the name of a body, or several.
#[must_use]
pub fn is_body(text: &str) -> bool {
    text.chars().count() > 1
        && text.ends_with(|c| BODIES.contains(c))
        && !text.contains(|c: char| c.is_ascii_digit() || opens(c) || closes(c) || "的，；：".contains(c))
}

/// The names of several bodies that stand on one line with spaces between them.
#[must_use]
pub fn joint_bodies(text: &str) -> Option<Vec<&str>> {
    let bodies: Vec<&str> = text.split_whitespace().collect();
    let is_name = |body: &&str| is_body(body) && body.chars().count() > 3;
    (bodies.len() > 1 && bodies.iter().all(is_name)).then_some(bodies)
}

/// Whether a line of a title follows its beginning without a space: not between two words in letters, nor two bodies.
#[must_use]
pub fn is_joined_to(title: &str, line: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let letters = is_letter(title.chars().next_back()) && is_letter(line.chars().next());
    let last_body = title.rsplit(' ').next().unwrap_or(title);
    title.is_empty() || !(letters || is_body(last_body) && (is_body(line) || issuing_body(line).is_some()))
}

/// Words that begin and end at a boundary of sense, the longer ones first.
const WORDS: [&str; 86] = [
    "国民经济和社会发展",
    "人民政府",
    "办公室",
    "办公厅",
    "委员会",
    "应急管理",
    "安全生产",
    "政府信息",
    "政务公开",
    "责任分解",
    "任务分解",
    "工作任务",
    "工作要点",
    "工作方案",
    "实施方案",
    "行动方案",
    "工作措施",
    "重点工作",
    "重点任务",
    "责任分工",
    "法治政府",
    "信息公开",
    "三年行动",
    "五年规划",
    "管理办法",
    "实施意见",
    "指导意见",
    "实施细则",
    "任务清单",
    "责任清单",
    "关于",
    "印发",
    "转发",
    "批转",
    "公布",
    "调整",
    "贯彻",
    "落实",
    "推进",
    "推动",
    "做好",
    "加强",
    "开展",
    "进一步",
    "深入",
    "全面",
    "加快",
    "促进",
    "完善",
    "建立",
    "健全",
    "规范",
    "支持",
    "实施",
    "年度",
    "工作",
    "任务",
    "措施",
    "责任",
    "分解",
    "分工",
    "方案",
    "规划",
    "计划",
    "清单",
    "目标",
    "考核",
    "政策",
    "改革",
    "发展",
    "建设",
    "管理",
    "服务",
    "监督",
    "检查",
    "整治",
    "行动",
    "治理",
    "通知",
    "意见",
    "公告",
    "通报",
    "决定",
    "办法",
    "细则",
    "规定",
];

/// The pieces of a title's line, between which it may be broken; a line that names a body is one.
#[must_use]
pub fn pieces(line: &str) -> Vec<&str> {
    if is_body(line) {
        return vec![line];
    }
    let mut pieces = Vec::new();
    let mut begin = 0;
    for end in breaks(line).into_iter().chain([line.len()]) {
        // A single character stays with what is before it.
        let is_single = |piece: &str| piece.chars().nth(1).is_none();
        if end > begin && !(is_single(&line[begin..end]) && end == line.len() && begin > 0) {
            pieces.push(&line[begin..end]);
            begin = end;
        }
    }
    if begin < line.len() {
        let last = pieces.pop().map_or(0, |last: &str| last.len());
        pieces.push(&line[begin - last..]);
    }
    pieces
}

/// The places at which a line may be broken, in order.
fn breaks(line: &str) -> Vec<usize> {
    let (mut breaks, mut at) = (Vec::new(), 0);
    while at < line.len() {
        let rest = &line[at..];
        let word = word_at(rest);
        let first = rest.chars().next().map_or(1, char::len_utf8);
        // A word begins a piece, unless it stands behind an opening mark or within a number.
        let is_joined = line[..at].ends_with(|c| opens(c) || "-—–～~/.".contains(c));
        if word.len > first && !is_joined {
            breaks.push(at);
        }
        at += word.len.max(first);
        let stays = line[at..].starts_with(|c: char| closes(c) || STAYS.contains(c));
        if word.ends && !stays {
            breaks.push(at);
        }
    }
    breaks.dedup();
    breaks
}

/// Signs that no line begins with.
const STAYS: &str = "的、，。；：！？及和与等";

/// The longest title in marks that is kept in one line.
const KEPT: usize = 12;

struct Word {
    /// Its bytes; 0 if no word begins here.
    len: usize,
    /// Whether a line may end behind it.
    ends: bool,
}

/// The word with which a text begins.
fn word_at(text: &str) -> Word {
    if let Some(len) = in_marks(text) {
        return Word { len, ends: true };
    }
    if let Some(word) = WORDS.iter().find(|word| text.starts_with(**word)) {
        return Word { len: word.len(), ends: true };
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text[digits..].chars().next() {
        Some(unit @ '年') if digits > 0 => {
            Word { len: digits + unit.len_utf8(), ends: !text[digits..].starts_with("年度") }
        }
        _ if digits > 0 => Word { len: digits, ends: false },
        Some('的' | '、' | '，' | ' ') => Word { len: 0, ends: true },
        _ => Word { len: 0, ends: false },
    }
}

/// The length of a short text in marks, with them: “一规划两方案”.
fn in_marks(text: &str) -> Option<usize> {
    let close = match text.chars().next()? {
        '“' => '”',
        '《' => '》',
        '（' => '）',
        '〔' => '〕',
        _ => return None,
    };
    let end = text.find(close)? + close.len_utf8();
    (text[..end].chars().count() <= KEPT + 2).then_some(end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_joined_to, issuing_body, pieces};

    #[test]
    fn bodies_at_the_beginning_of_a_title() {
        let body = |title| issuing_body(title).unwrap_or("");
        assert_eq!(body("黄山区人民政府办公室关于印发工作要点的通知"), "黄山区人民政府办公室");
        assert_eq!(body("某县财政局 某县教育局关于做好资助的通知"), "某县财政局 某县教育局");
        assert_eq!(body("某市政府办公厅转发市财政局关于预算的意见"), "某市政府办公厅");
        for without in [
            "关于任务分解的通知",
            "转发省政府办公厅关于安全生产的通知",
            "2024年任务分解表",
            "学习贯彻《意见》关于做好工作的通知",
            "2024年全市教育关于招生的通知",
        ] {
            assert_eq!(body(without), "", "{without}");
        }
    }

    #[test]
    fn lines_of_a_title_join_without_a_space_but_between_bodies_and_letters() {
        assert!(is_joined_to("某县财政局", "关于做好资助的通知"));
        assert!(!is_joined_to("某县财政局", "某县教育局"));
        assert!(!is_joined_to("某县财政局", "某县教育局关于做好资助的通知"));
        assert!(!is_joined_to("ISO", "9001"));
        assert!(is_joined_to("贯彻落实", "“一规划两方案”工作"));
    }

    #[test]
    fn a_title_is_broken_between_words_of_sense() {
        let cut = |line: &str| pieces(line).join("|");
        assert_eq!(
            cut("关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知"),
            "关于|2024年|贯彻|落实|“一规划两方案”|工作任务|措施|责任分解的|通知"
        );
        assert_eq!(
            cut("关于印发《全县教育系统2024年度工作要点》的通知"),
            "关于|印发|《全县教育系统|2024年度|工作要点》的|通知"
        );
        assert_eq!(cut("2024-2025年安全生产、应急管理工作"), "2024-2025年|安全生产、|应急管理|工作");
        assert_eq!(cut("2024年工作任务措施清单和责任分解表"), "2024年|工作任务|措施|清单和|责任分解表");
        assert_eq!(cut("某市应急管理局"), "某市应急管理局");
    }

    proptest! {
        #[test]
        fn pieces_are_the_line_in_parts(line in "[关于工作年度的、“”《》（）0-9a甲乙 ]{0,24}") {
            prop_assert_eq!(pieces(&line).concat(), line.clone());
            for piece in pieces(&line).iter().skip(1) {
                prop_assert!(!piece.is_empty() && !piece.starts_with(['、', '的', '”', '》', '）']), "{:?}", pieces(&line));
            }
        }
    }
}
