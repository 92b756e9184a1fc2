//! The decision which tables of a paper are 责任分解表: by the words of their heads, and by cells that fit these.
//!
//! Many tables have a column of work or of bodies: projects, samples, permits, agendas, blank forms. A table of duties says
//! in its head what is to be done and who answers for it, or until when, and says both in its rows.

use crate::model::column_kind::ColumnKind;
use crate::model::table::MOST_COLUMNS;
use crate::read::document::Table;
use crate::read::import::book::Sheet;
use crate::read::import::caption::{is_above, plain};
use crate::read::import::foot::foot;
use crate::read::import::frame::{Frame, frame};
use crate::read::import::paper::sheet::sheet;

/// Words of heads that name what is to be done, and nothing else.
const TASKS: [&str; 3] = ["任务", "举措", "措施"];

/// Endings of heads with 工作 that name what is done in it: 工作内容, 重点工作; not 工作单位, 工作地点.
const OF_WORK: [&str; 9] = ["工作", "内容", "事项", "要点", "目标", "要求", "项目", "重点", "安排"];

/// Endings of heads that tell of tasks and do not name them.
const ABOUT: [&str; 9] = ["情况", "来源", "数", "量", "编号", "依据", "代码", "进度", "进展"];

/// Words of heads that name tasks beside a head of duty, and other things elsewhere.
const WORK: [&str; 7] = ["事项", "内容", "工作", "项目", "目标", "指标", "要点"];

/// Words of such heads with which they name no tasks.
const OTHER: [&str; 32] = [
    "责任", "考核", "考评", "评分", "评价", "测评", "评审", "议程", "会议", "建设", "许可", "审批", "权力",
    "职权", "处罚", "收费", "采购", "抽检", "检验", "检测", "合格", "样品", "产品", "投资", "申报", "申请",
    "办事", "服务", "公开", "课程", "培训", "依据",
];

/// Words of heads of which one column is enough for a table of another kind: an assessment or a programme.
const KINDS: [&str; 10] = ["分值", "得分", "评分", "扣分", "计分", "主持", "主讲", "授课", "地点", "会场"];

/// Words of heads that say who answers for a task.
const DUTY: [&str; 14] = [
    "责任",
    "牵头",
    "配合",
    "协同",
    "承办",
    "主办",
    "协办",
    "督办",
    "包保",
    "包联",
    "落实单位",
    "负责单位",
    "负责部门",
    "完成单位",
];

/// Words of heads with 责任 that name nobody.
const NOBODY: [&str; 10] = ["内容", "事项", "目标", "责任书", "编辑", "类型", "追", "险", "依据", "情形"];

/// The longest head that is looked at, in characters.
const LONGEST: usize = 20;

/// Words of heads that name bodies and persons who answer for nothing in the table.
const STRANGERS: [&str; 19] = [
    "被",
    "受",
    "抽",
    "检",
    "建设",
    "施工",
    "监理",
    "设计",
    "申报",
    "申请",
    "填报",
    "主讲",
    "主持",
    "授课",
    "供货",
    "中标",
    "工作单位",
    "发证",
    "审批",
];

/// Words of heads of days until which something is done.
const UNTIL: [&str; 9] = ["完成", "时限", "期限", "节点", "要求", "进度", "办结", "整改", "落实"];

/// Words with which such a head is of something else: how long a permit takes, or when an application may be made.
const NOT_UNTIL: [&str; 7] = ["办理", "审批", "承诺", "法定", "申请", "申报", "有效"];

/// The likeness of a table of a paper to a 责任分解表.
#[derive(Debug)]
pub enum Likeness {
    /// It is taken for one, because of these heads: without them it would not be.
    Duties(Vec<String>),
    /// It has some of the heads of one and stays a table of the text.
    Near,
    /// It is another table.
    Other,
}

/// The kind of a column by its head.
#[derive(Clone, Copy, PartialEq, Eq)]
enum HeadKind {
    /// Tasks.
    Task,
    /// Tasks beside a head of duty.
    Work,
    /// Those who answer for them.
    Duty,
    /// Bodies or persons, or days, beside tasks.
    Beside,
    /// Anything else.
    Other,
}

/// The likeness of a table to a 责任分解表.
pub fn likeness(table: &Table) -> Likeness {
    if table.columns < 2 || table.columns > MOST_COLUMNS || table.rows < 2 {
        return Likeness::Other;
    }
    let sheet = sheet(String::new(), &[], table, &[]);
    let Some(frame) = frame(&sheet).filter(|frame| is_first(&sheet, frame)) else { return Likeness::Other };
    let heads: Vec<(String, HeadKind)> = (0..frame.tiers.len()).map(|column| head(&frame, column)).collect();
    let is_filled = |column: usize| is_filled(&sheet, &frame, column);
    let all = |kind: HeadKind| {
        heads.iter().enumerate().filter(move |(column, head)| head.1 == kind && is_filled(*column))
    };
    let has = |kind: HeadKind| all(kind).next().is_some();
    let tiers = || frame.tiers.iter().flatten().map(|tier| plain(tier));
    let is_of_kind = tiers().any(|tier| KINDS.iter().any(|word| tier.contains(word)));
    // A second table below a blank row would be left out.
    let is_one = foot(&sheet, &frame).other_table.is_none();
    let kinds = match (has(HeadKind::Task), has(HeadKind::Work) && !is_of_kind) {
        (true, _) => vec![HeadKind::Duty, HeadKind::Beside],
        (false, true) => vec![HeadKind::Duty],
        (false, false) => Vec::new(),
    };
    let deciding: Vec<String> = kinds.into_iter().flat_map(all).map(|(_, (name, _))| name.clone()).collect();
    let is_near = |(_, kind): &(String, HeadKind)| matches!(kind, HeadKind::Task | HeadKind::Duty);
    match deciding.is_empty() {
        false if is_one => Likeness::Duties(deciding),
        _ if heads.iter().any(is_near) => Likeness::Near,
        _ => Likeness::Other,
    }
}

/// Whether the head is the first row of a table, its title and 填报单位 aside: a row below others is one of the body.
fn is_first(sheet: &Sheet, frame: &Frame) -> bool {
    (0..frame.head).all(|row| {
        let texts: Vec<String> = sheet.said(row).map(|(_, text)| plain(text)).collect();
        texts.len() < 2 || texts.len() * 2 < frame.tiers.len() || is_above(&texts[0])
    })
}

/// The head of a column, and its kind.
fn head(frame: &Frame, column: usize) -> (String, HeadKind) {
    let name = plain(&frame.names[column]);
    // Offices stand below 责任单位 with heads of their own: 县级 | 乡级.
    let is_below_duty = || frame.tiers[column].iter().any(|tier| head_kind(&plain(tier)) == HeadKind::Duty);
    let kind = match head_kind(&name) {
        HeadKind::Other if is_below_duty() => HeadKind::Duty,
        kind => kind,
    };
    (name, kind)
}

fn head_kind(name: &str) -> HeadKind {
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    if name.chars().count() > LONGEST {
        return HeadKind::Other;
    }
    let is_of_duty = has(&DUTY) && !has(&NOBODY) && !ends(&ABOUT);
    match ColumnKind::of_name(name) {
        ColumnKind::Task | ColumnKind::Measure => HeadKind::Task,
        ColumnKind::Office | ColumnKind::Person if is_of_duty => HeadKind::Duty,
        ColumnKind::Text if is_of_duty && DUTY.iter().any(|word| begins_or_ends(name, word)) => {
            HeadKind::Duty
        }
        ColumnKind::Office | ColumnKind::Person if !has(&STRANGERS) => HeadKind::Beside,
        ColumnKind::Deadline if has(&UNTIL) && !has(&NOT_UNTIL) => HeadKind::Beside,
        ColumnKind::Text if ends(&ABOUT) => HeadKind::Other,
        ColumnKind::Text if has(&TASKS) || name.contains("工作") && ends(&OF_WORK) => HeadKind::Task,
        ColumnKind::Text if has(&WORK) && !has(&OTHER) => HeadKind::Work,
        _ => HeadKind::Other,
    }
}

fn begins_or_ends(name: &str, word: &str) -> bool {
    name.starts_with(word) || name.ends_with(word)
}

/// Whether words stand in a column: more than its head, and no boxes to be ticked.
fn is_filled(sheet: &Sheet, frame: &Frame, column: usize) -> bool {
    let is_of_form = |text: &str| text.starts_with(['□', '☐', '○', '＿', '_']);
    (frame.body..sheet.rows).any(|row| {
        let area = sheet.area(row, frame.left + column);
        let is_banner = area.columns >= frame.tiers.len();
        let text = sheet.text(row, frame.left + column).trim();
        !is_banner && !is_of_form(text) && text.contains(char::is_alphanumeric)
    })
}
