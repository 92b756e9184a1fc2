//! The pieces of a title's line, between which it may be broken.

use crate::text::han::{closes, opens};
use crate::text::title::bodies::is_body;

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
