//! The kind of body that a name in a column of offices stands for, by its words alone.
//!
//! A wrong guess is published: the page of an office, or a task on it. In doubt a name is of no office.

mod words;

use crate::read::import::lone_rows::is_person;
use crate::read::import::name_kind::words::{
    ENDINGS, KIND_ENDINGS, KINDS, NEVER, OFFICES, OFFICES_OF_POSTS, OUTSIDE, SEVERAL, WEAK_ENDINGS,
};

/// The kind of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// One office or body.
    Office,
    /// All offices of the bureau: 局机关各股室.
    AllOffices,
    /// Several offices, of which only these are named: 各所, 办公室等5个股室.
    Group(Vec<String>),
    /// Bodies outside of the bureau: 各乡镇.
    Outside,
    /// No name of an office: 张三, 待定.
    Doubtful,
}

/// The lengths of a name of an office, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=30;

impl NameKind {
    /// The kind of a name.
    pub fn of(name: &str) -> Self {
        if is_all(name) {
            return Self::AllOffices;
        }
        if is_several(name) {
            let is_inner = ["股室", "科室", "处室"].iter().any(|word| name.contains(word));
            let is_outside = !is_inner && OUTSIDE.iter().any(|word| name.contains(word));
            return if is_outside { Self::Outside } else { Self::Group(Vec::new()) };
        }
        if is_office(name) { Self::Office } else { Self::Doubtful }
    }
}

/// Whether a name is that of all offices of the bureau itself, its 二级机构 perhaps with them.
pub fn is_all(name: &str) -> bool {
    const OWN: [&str; 16] = [
        "全局",
        "局机关",
        "本局",
        "我局",
        "县局",
        "市局",
        "区局",
        "局",
        "委机关",
        "委",
        "厅机关",
        "厅",
        "机关",
        "本单位",
        "本中心",
        "中心",
    ];
    const MORE: [&str; 18] = [
        "二级机构",
        "二级单位",
        "直属单位",
        "直属机构",
        "下属单位",
        "所属单位",
        "局属单位",
        "事业单位",
        "中心",
        "大队",
        "站",
        "所",
        "队",
        "各",
        "、",
        "及",
        "和",
        "与",
    ];
    let own = OWN.iter().find_map(|own| name.strip_prefix(own)).unwrap_or(name);
    let each = ["各个", "各", "所有", "全体", "全部"].iter().find_map(|each| own.strip_prefix(each));
    let rest = |offices: &str| each.and_then(|each| each.strip_prefix(offices));
    let Some(mut rest) = OFFICES.iter().find_map(|offices| rest(offices)) else { return false };
    while let Some(shorter) = MORE.iter().find_map(|more| rest.strip_prefix(more)) {
        rest = shorter;
    }
    rest.is_empty()
}

/// Whether a name is one of several offices or bodies.
fn is_several(name: &str) -> bool {
    const LONGEST: usize = 20;
    const BODIES: [&str; 26] = [
        "单位", "部门", "室", "处", "股", "科", "机构", "乡", "镇", "街道", "县", "市", "区", "政府", "校",
        "园", "院", "企业", "公司", "村", "所", "站", "队", "局", "办", "中心",
    ];
    let bare = without_remark(name);
    let is_kind = KINDS.contains(&bare) || KIND_ENDINGS.iter().any(|end| bare.ends_with(end));
    let is_said = bare.contains('各') || SEVERAL.iter().any(|word| bare.starts_with(word)) || counts(bare);
    let has_body = BODIES.iter().any(|word| bare.contains(word))
        || ["场", "组", "支部", "党委", "专班", "银行", "系统", "方"].iter().any(|word| bare.ends_with(word));
    name.chars().count() <= LONGEST && (is_kind || is_said && has_body) && !has_never(bare)
}

/// Whether a name counts bodies: 3个乡镇.
pub fn counts(name: &str) -> bool {
    let is_number = |c: char| c.is_numeric() || "一二两三四五六七八九十几多".contains(c);
    let rest = name.trim_start_matches(is_number);
    rest.len() < name.len() && rest.starts_with(['个', '家'])
}

/// Whether a name is that of one office or body. One in a line of several needs no more than two characters.
fn is_office(name: &str) -> bool {
    let bare = without_remark(name);
    let is_mark = |c: char| "，。；：、:,;!?！？“”\"…—/／".contains(c);
    let ends = |endings: &[&str]| endings.iter().any(|end| bare.ends_with(end));
    let is_named = ends(&ENDINGS) || ends(&WEAK_ENDINGS) && !is_person(bare);
    LENGTHS.contains(&name.chars().count())
        && bare.chars().count() > 1
        && !bare.contains(is_mark)
        && !has_never(bare)
        && is_named
}

fn has_never(name: &str) -> bool {
    let is_of_post = OFFICES_OF_POSTS.iter().any(|end| name.ends_with(end));
    !is_of_post && NEVER.iter().any(|word| name.contains(word))
}

/// Whether a name is certainly of a body outside of a bureau that has 股室.
pub fn is_other_bureau(name: &str) -> bool {
    const ENDS: [&str; 12] =
        ["局", "政府", "乡", "镇", "街道", "管委会", "公司", "法院", "检察院", "县委", "市委", "银行"];
    let bare = without_remark(name);
    let is_of_county = bare.starts_with(['县', '市', '省']) || bare.starts_with("团县");
    let ends = |endings: &[&str]| endings.iter().any(|end| bare.ends_with(end));
    ends(&ENDS) || is_of_county && ends(&["委", "部", "办", "会", "联", "厅"])
}

/// A name without the remark in brackets at its end.
fn without_remark(name: &str) -> &str {
    let open = name.rfind(['（', '(']).filter(|open| *open > 0 && name.ends_with(['）', ')']));
    &name[..open.unwrap_or(name.len())]
}
