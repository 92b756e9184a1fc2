//! The names in a line of a column of offices: a name, a list, or a sentence that says who does what.

use crate::read::import::lone_rows::is_person;
use crate::read::import::name_kind::{NameKind, counts, is_all};

/// A name and its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// As it is written.
    pub name: String,
    /// The kind of body that it stands for.
    pub kind: NameKind,
}

/// The most characters of a piece that is looked at for names.
const LONGEST: usize = 60;

/// Texts for “nobody is responsible”.
const NOBODY: [&str; 5] = ["无", "/", "—", "——", "-"];

/// Words behind a name that say what it does, and those before one.
const BEHIND: [&str; 33] = [
    "按照各自职责",
    "按各自职责",
    "按照职责分工",
    "按职责分工",
    "按照职责",
    "按职责",
    "等有关单位",
    "等相关单位",
    "等有关部门",
    "等相关部门",
    "等单位",
    "等部门",
    "等股室",
    "等科室",
    "组织实施",
    "具体实施",
    "分别",
    "共同",
    "为主",
    "牵头",
    "负责",
    "配合",
    "协助",
    "协同",
    "参与",
    "主办",
    "协办",
    "承办",
    "督办",
    "落实",
    "实施",
    "办理",
    "等",
];

/// Words and marks between two names.
const BETWEEN: [&str; 9] = ["会同", "联合", "以及", "和", "与", "及", "/", "／", " "];

/// The names in a line, in their order. Words of a sentence that are of no office are left out of them.
pub fn parties(line: &str) -> Vec<Named> {
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() || NOBODY.contains(&line.as_str()) {
        return Vec::new();
    }
    if is_all(&line) {
        return vec![Named { name: line, kind: NameKind::AllOffices }];
    }
    let mut reader = Reader::default();
    let pieces = pieces(&line).into_iter();
    let mut all: Vec<Named> = pieces.flat_map(|piece| reader.read(piece)).collect();
    if reader.is_sentence {
        all.retain(|named| named.kind != NameKind::Doubtful);
    }
    all
}

/// Whether a line says that nobody is responsible.
pub fn is_nobody(line: &str) -> bool {
    NOBODY.contains(&line.trim())
}

/// Reads the pieces of one line.
#[derive(Default)]
struct Reader {
    /// Whether the line says who does what.
    is_sentence: bool,
}

impl Reader {
    /// The names in a piece between two marks.
    fn read(&mut self, piece: &str) -> Vec<Named> {
        let text = piece.trim().trim_end_matches('。').trim_start_matches('由').trim();
        if text.is_empty() || NOBODY.contains(&text) {
            return Vec::new();
        }
        if text.chars().count() > LONGEST {
            return vec![doubtful(text)];
        }
        let found = self.counted(text).or_else(|| self.labelled(text)).or_else(|| self.behind(text));
        let found = found.or_else(|| self.remarked(text)).or_else(|| self.several(text));
        let found = found.unwrap_or_else(|| vec![Named { name: text.to_owned(), kind: NameKind::of(text) }]);
        if is_certain(&found) { found } else { self.before_role(text).unwrap_or(found) }
    }

    /// 办公室等5个股室: several, of which some are named.
    fn counted(&mut self, text: &str) -> Option<Vec<Named>> {
        let (before, after) = text.split_once('等').filter(|(_, after)| counts(after))?;
        let mut found = self.read(before);
        let is_office = |named: &Named| named.kind == NameKind::Office;
        if found.is_empty() || !found.iter().all(is_office) {
            return None;
        }
        let members = found.iter().map(|named| named.name.clone()).collect();
        found.push(Named { name: text.to_owned(), kind: NameKind::Group(members) });
        Some(found).filter(|_| after.chars().count() < 10)
    }

    /// 牵头单位：救助股.
    fn labelled(&mut self, text: &str) -> Option<Vec<Named>> {
        let (label, rest) = text.split_once(['：', ':']).filter(|(label, _)| !label.contains(['（', '(']))?;
        self.is_sentence = true;
        let is_of_person = ["人", "领导", "电话", "主任"].iter().any(|end| label.ends_with(end));
        Some(if is_of_person { Vec::new() } else { self.read(rest) })
    }

    /// A name with words behind it that say what it does.
    fn behind(&mut self, text: &str) -> Option<Vec<Named>> {
        let names = BEHIND.iter().find_map(|words| text.strip_suffix(words))?;
        let found = Some(self.read(names)).filter(|found| is_certain(found))?;
        self.is_sentence = true;
        Some(found)
    }

    /// A name with a remark in brackets: 救助股（牵头）, 养老股（王芳）. 办公室（督查室） is one name.
    fn remarked(&mut self, text: &str) -> Option<Vec<Named>> {
        let inner = text.strip_suffix(['）', ')'])?;
        let (bare, inner) = inner.split_at(inner.rfind(['（', '('])?);
        let inner = inner.trim_start_matches(['（', '(']).trim();
        let role = BEHIND.iter().find_map(|words| inner.strip_suffix(words));
        if role.is_none() && !matches!(NameKind::of(inner), NameKind::Doubtful) {
            return None;
        }
        let mut found = Some(self.read(bare)).filter(|found| is_certain(found))?;
        if let Some(names) = role {
            self.is_sentence = true;
            found.extend(pieces(names).into_iter().flat_map(|piece| self.read(piece)).filter(is_known));
        }
        Some(found)
    }

    /// Several names without a mark between them: 规财股 养老股, 办公室会同规财股, and names of persons beside them.
    fn several(&mut self, text: &str) -> Option<Vec<Named>> {
        let between = BETWEEN.iter().filter(|between| text.contains(**between));
        between.into_iter().find_map(|between| {
            let parts: Vec<&str> = text.split(between).map(str::trim).collect();
            let all: Vec<Vec<Named>> = parts.iter().map(|part| self.read(part)).collect();
            let is_apart = [" ", "/", "／"].contains(between);
            let is_one = |(part, found): (&&str, &Vec<Named>)| {
                let is_whole = is_certain(found) && (is_apart || is_joined(part));
                is_whole || is_apart && is_person(part)
            };
            let is_split = parts.iter().zip(&all).all(is_one) && all.iter().any(|found| is_certain(found));
            self.is_sentence |= is_split && *between == "会同";
            is_split.then(|| all.into_iter().flatten().collect())
        })
    }

    /// The name before the first words that say what it does: 固管股负责日常监管.
    fn before_role(&mut self, text: &str) -> Option<Vec<Named>> {
        let roles = ["牵头", "负责", "配合", "协助", "协同", "会同"];
        let end = roles.iter().filter_map(|role| text.find(role)).filter(|at| *at > 0).min()?;
        let found = Some(self.read(&text[..end])).filter(|found| is_certain(found))?;
        self.is_sentence = true;
        Some(found)
    }
}

/// Whether words beside 和 are surely a name of their own: 农业农村和水利局 is one name.
fn is_joined(part: &str) -> bool {
    const ENDS: [&str; 12] = ["局", "股", "室", "科", "处", "办", "委", "中心", "站", "所", "队", "会"];
    part.contains('各') || part.chars().count() > 2 && ENDS.iter().any(|end| part.ends_with(end))
}

fn is_known(named: &Named) -> bool {
    named.kind != NameKind::Doubtful
}

fn is_certain(found: &[Named]) -> bool {
    !found.is_empty() && found.iter().all(is_known)
}

fn doubtful(text: &str) -> Named {
    Named { name: text.to_owned(), kind: NameKind::Doubtful }
}

/// The parts of a line between marks outside of brackets.
fn pieces(line: &str) -> Vec<&str> {
    let mut depth = 0_usize;
    let is_mark = |c: char| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && "、，,；;。".contains(c)
    };
    line.split(is_mark).map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::parties;
    use crate::read::import::name_kind::NameKind;

    fn read(line: &str) -> String {
        let printed = parties(line).into_iter().map(|named| match named.kind {
            NameKind::Office => named.name,
            NameKind::AllOffices => format!("*{}", named.name),
            NameKind::Group(members) => format!("{}={members:?}", named.name),
            NameKind::Outside => format!("!{}", named.name),
            NameKind::Doubtful => format!("?{}", named.name),
        });
        printed.collect::<Vec<_>>().join(" ").replace('"', "")
    }

    fn assert_read(cases: &[(&str, &str)]) {
        for (line, names) in cases {
            assert_eq!(read(line), *names, "{line}");
        }
    }

    #[test]
    fn names_and_lists_of_them() {
        assert_read(&[
            ("办公室（督查室）", "办公室（督查室）"),
            ("县农业农村局(县乡村振兴局)", "县农业农村局(县乡村振兴局)"),
            ("县委组织部，县人社局", "县委组织部 县人社局"),
            ("规财股 养老股", "规财股 养老股"),
            ("救助股/养老股", "救助股 养老股"),
            ("县水利局／县生态环境分局", "县水利局 县生态环境分局"),
            ("县林业局　县应急局　各乡镇", "县林业局 县应急局 !各乡镇"),
            ("机关党委、工会、团委", "机关党委 工会 团委"),
            ("卫生和计划生育局", "卫生和计划生育局"),
            ("农业农村和水利局", "农业农村和水利局"),
            ("金融和国资局", "金融和国资局"),
            ("办公室和规财股", "办公室 规财股"),
            ("督办室", "督办室"),
            ("县联合执法大队", "县联合执法大队"),
            ("局长办公室", "局长办公室"),
            ("林业局", "林业局"),
            ("无", ""),
            ("/", ""),
        ]);
    }

    #[test]
    fn sentences_that_say_who_does_what() {
        assert_read(&[
            ("由办公室负责", "办公室"),
            ("办公室会同规财股", "办公室 规财股"),
            ("办公室（规财股配合）", "办公室 规财股"),
            ("救助股（牵头）", "救助股"),
            ("牵头：救助股；配合：养老股", "救助股 养老股"),
            ("责任单位：各乡镇（街道）、园区", "!各乡镇（街道） !园区"),
            ("办公室、规财股等按职责分工负责", "办公室 规财股"),
            ("县直各部门按职责分工负责", "!县直各部门"),
            ("统计局等相关部门", "统计局"),
            ("固管股负责日常监管，王芳配合", "固管股"),
            ("规财股等", "规财股"),
            ("办公室等5个股室", "办公室 办公室等5个股室=[办公室]"),
        ]);
    }

    #[test]
    fn only_the_offices_of_the_bureau_itself_are_all_offices() {
        for line in ["各股室", "各科室", "局机关各股室", "局机关各处室", "局各股室、二级机构", "各科（股）室"]
        {
            assert_eq!(read(line), format!("*{line}"));
        }
        for line in
            ["各乡镇", "各镇（街道）", "各学校", "各县区政府", "县直各部门", "相关乡镇", "第三方检测机构"]
        {
            assert_eq!(read(line), format!("!{line}"));
        }
        for line in [
            "各所",
            "各有关单位",
            "各业务股室",
            "各自然资源所",
            "局属各单位",
            "全局各单位",
            "相关股室",
            "各国有林场",
        ] {
            assert_eq!(read(line), format!("{line}=[]"));
        }
        assert_read(&[
            ("各股室、各乡镇", "*各股室 !各乡镇"),
            ("局机关各股室、各基层所", "*局机关各股室 各基层所=[]"),
            ("各股室（队、所）", "*各股室"),
            ("局长、各分管副局长", "?局长 ?各分管副局长"),
            ("区县、乡镇", "!区县 !乡镇"),
            ("固管股、各乡镇", "固管股 !各乡镇"),
            ("各乡镇卫生院、社区卫生服务中心", "!各乡镇卫生院 !社区卫生服务中心"),
        ]);
    }

    #[test]
    fn persons_and_remarks_are_no_offices() {
        for line in
            ["待定", "张三", "办公室主任张三", "局班子成员", "另行通知", "…", "分管领导", "同上", "全体干部"]
        {
            assert_eq!(read(line), format!("?{line}"));
        }
        assert_read(&[
            ("救助股 李明", "救助股 ?李明"),
            ("养老股（王芳）", "养老股"),
            ("养老股（联系人：王芳）", "养老股"),
            ("按文件执行", "?按文件执行"),
        ]);
        let long = "负责".repeat(20_000);
        assert_eq!(read(&long), format!("?{long}"));
    }
}
