//! Notices of all forms, made of a number alone, and the Word documents that they become.
//!
//! They say only what a Word document can say; the test in `tests/papers.rs` lists what it cannot.

use std::fmt::Write as _;

use gongkai::model::title::printed_lines;
use gongkai::read::document::Limits;
use gongkai::read::import::{ImportedPaper, import_paper};
use gongkai::read::{Content, project};
use gongkai::render::{Edition, Theme, plan};
use gongkai::text::markdown::escaped;
use gongkai::text::title::{LINE, lines};
use jiff::civil::date;
use serde_yaml::{Mapping, Value};

use crate::support::dice::Dice;

/// The folder of the notice.
const FOLDER: &str = "lan/tongzhi";

/// A notice: its files by name, `notice.md` first.
pub struct Case {
    /// Names and texts.
    pub files: Vec<(String, String)>,
}

/// The names of bodies that issue papers or are written to.
const BODIES: [&str; 8] = [
    "某县应急管理局",
    "某县教育局",
    "某县人民政府办公室",
    "中共某县委组织部",
    "某县住房和城乡建设局",
    "各乡镇人民政府",
    "县直各有关单位",
    "某县消防救援大队",
];

/// The offices of tables.
const OFFICES: [&str; 6] =
    ["法规股", "办公室", "应急指挥中心", "危化股、工贸股", "各股室、二级机构", "救灾股/法规股"];

/// Deadlines of tables.
const DEADLINES: [&str; 6] = ["长期坚持", "2024年12月", "2024年12月底前", "每月5日前", "6月30日前", "立即"];

/// Words of which sentences are made, some of them with marks of Markdown, of YAML and of papers.
const WORDS: [&str; 40] = [
    "加强",
    "监管",
    "执法",
    "各乡镇",
    "应急管理",
    "隐患排查",
    "“一规划两方案”",
    "《办法》",
    "制度建设",
    "预案体系",
    "落实",
    "责任",
    "a*b",
    "x_y",
    "[附注]",
    "<p>",
    "C&D",
    "`code`",
    "#1",
    "A|B",
    "50%",
    "3.5万元",
    "（含二级机构）",
    "——",
    "2024年",
    "12月",
    "{名称}",
    "~",
    "1:2",
    "“双盲”演练",
    "PM2.5",
    "第3季度",
    "①检查",
    "、",
    "，",
    "：",
    "及时",
    "报送",
    "股室",
    "e-mail",
];

/// A notice of that number.
pub fn case(seed: u64) -> Case {
    let mut made = Maker { dice: Dice::new(seed), requires: false };
    made.requires = made.one_in(4);
    let says_tasks = made.requires;
    let (head, files) = made.head();
    let mut body = made.body();
    // Another table took none, or one task, which is no run of paragraphs.
    let asked = files.iter().filter(|(_, text)| text.matches("要求: ").count() > 1).count();
    if says_tasks && asked == 1 {
        let place = body.rfind("\n## ").map_or(body.len(), |at| at + 1);
        body.insert_str(
            place,
            &format!("{}## 任务\n\n{{{{任务要求}}}}\n\n", if place == body.len() { "\n" } else { "" }),
        );
        body = format!("{}\n", body.trim_end());
    }
    let mut all = vec![("notice.md".to_owned(), format!("---\n{head}---\n\n{body}"))];
    all.extend(files);
    // Dice of their own, so that the rest of a case stays as it is.
    let mut placing = Maker { dice: Dice::new(!seed), requires: false };
    if placing.one_in(3) {
        placing.place_table(&mut all);
    }
    Case { files: all }
}

struct Maker {
    dice: Dice,
    /// Whether the body says the tasks of the table that is made next.
    requires: bool,
}

fn put(record: &mut Mapping, key: &str, value: impl Into<Value>) {
    record.insert(key.into(), value.into());
}

impl Maker {
    fn one_in(&mut self, n: usize) -> bool {
        self.dice.below(n) == 0
    }

    /// Some words that begin with a Chinese letter and say no mark of a sentence at their end.
    fn words(&mut self, most: usize) -> String {
        let mut text = "做好".to_owned();
        for _ in 0..=self.dice.below(most) {
            text += *self.dice.of::<&str>(&WORDS[..]);
        }
        text.push_str("工作");
        text
    }

    /// Words without marks, as titles and names are.
    fn plain(&mut self, most: usize) -> String {
        const PLAIN: [&str; 12] = [
            "贯彻落实",
            "安全生产",
            "“一规划两方案”",
            "2024年",
            "责任分解",
            "应急管理",
            "（试行）",
            "工作措施",
            "《湖南省办法》",
            "进一步",
            "第2批",
            "AED",
        ];
        let mut text = String::new();
        for _ in 0..=self.dice.below(most) {
            text += *self.dice.of::<&str>(&PLAIN[..]);
        }
        text
    }

    fn several(&mut self, all: &[&str], most: usize) -> Vec<String> {
        let start = self.dice.below(all.len());
        let count = 1 + self.dice.below(most);
        (0..count).map(|i| all[(start + i) % all.len()].to_owned()).collect()
    }

    fn head(&mut self) -> (String, Vec<(String, String)>) {
        let mut record = Mapping::new();
        let issuers = if self.one_in(4) {
            self.several(&BODIES[..5], 3)
        } else {
            vec![(*self.dice.of(&BODIES[..5])).to_owned()]
        };
        let kind = *self.dice.of(&["通知", "通告", "意见", "批复", "报告"]);
        let matter = self.plain(5);
        // A title may be broken between letters and digits; it does not say whether a space stood there.
        let matter = matter.replace("AED", "AED和");
        let title = format!("关于{matter}工作的{kind}");
        match self.dice.below(12) {
            0 | 1 => {
                let matter = self.plain(2).replace("AED", "AED和");
                let lines =
                    ["某县安全生产委员会".to_owned(), format!("关于{matter}"), format!("工作的{kind}")];
                put(&mut record, "完整标题", list(&lines));
            }
            2 => put(&mut record, "完整标题", title),
            // A body that issues the paper beside those that sign it.
            3 => put(&mut record, "标题", format!("某市人民政府{title}")),
            _ => put(&mut record, "标题", title),
        }
        put(&mut record, "发文机关", list(&issuers));
        let has_number = !self.one_in(3);
        if has_number {
            put(&mut record, "发文字号", format!("某应急发〔2024〕{}号", 1 + self.dice.below(99)));
        }
        if !self.one_in(4) {
            put(&mut record, "主送", self.several(&BODIES[2..], 4).join("、"));
        }
        let day = 1 + self.dice.below(28);
        put(&mut record, "成文日期", format!("2024-08-{day:02}"));
        let is_letter = self.one_in(5);
        if is_letter {
            put(&mut record, "格式", "信函");
        } else if self.one_in(3) {
            put(&mut record, "版头", "电子");
        }
        if !is_letter && self.one_in(5) {
            put(&mut record, "签发人", "张三");
        }
        if self.one_in(3) {
            put(
                &mut record,
                "附注",
                *self.dice.of(&["此件公开发布", "此件依申请公开", "公开方式：主动公开"]),
            );
        }
        if self.one_in(4) {
            put(&mut record, "联系人", "李四，0730-1234567");
        }
        if self.one_in(3) {
            put(&mut record, "抄送", list(&self.several(&BODIES, 4)));
        }
        if !is_letter && self.one_in(3) {
            put(&mut record, "印发机关", "某县应急管理局办公室");
            put(&mut record, "印发日期", format!("2024-08-{:02}", (day + 1).min(28)));
        }
        let files = self.attachments(&mut record);
        (serde_yaml::to_string(&Value::Mapping(record)).unwrap(), files)
    }

    fn attachments(&mut self, record: &mut Mapping) -> Vec<(String, String)> {
        let count = *self.dice.of(&[0, 1, 1, 1, 2, 2, 3, 4]);
        let (mut listed, mut files, mut tables) = (Vec::new(), Vec::new(), 0);
        for number in 1..=count {
            let name =
                format!("{}{}", self.plain(4), self.dice.of(&["任务分解表", "实施方案", "清单", "名单"]));
            let mut one = Mapping::new();
            let mut title = None;
            if self.dice.below(5) < 3 {
                tables += 1;
                let file = if tables == 1 { "tasks.yaml".to_owned() } else { format!("tasks-{tables}.yaml") };
                put(&mut one, "表", file.as_str());
                files.push((file, self.table(&name)));
            } else {
                let file = format!("fujian-{number}.md");
                put(&mut one, "文", file.as_str());
                files.push((file, self.body()));
                title = self.one_in(4).then(|| format!("{}{name}", self.dice.of(&["本县", "全县"])));
            }
            put(&mut one, "名称", name);
            if let Some(title) = title {
                put(&mut one, "标题", title);
            }
            listed.push(Value::Mapping(one));
        }
        if !listed.is_empty() {
            put(record, "附件", listed);
        }
        files
    }

    /// Adds a table that stands within the body, or within an attached paper.
    fn place_table(&mut self, files: &mut Vec<(String, String)>) {
        let tables = files.iter().filter(|(name, _)| name.ends_with(".yaml")).count();
        let file = if tables == 0 { "tasks.yaml".to_owned() } else { format!("tasks-{}.yaml", tables + 1) };
        let name = format!("{}{}", self.plain(4), self.dice.of(&["任务分解表", "实施方案", "清单", "名单"]));
        // Tables are counted in the order of the attachments; that of a paper comes right behind it.
        let is_last = |i: usize| files[i + 1..].iter().all(|(name, _)| !name.ends_with(".yaml"));
        let is_paper = |i: &usize| *i == 0 || files[*i].0.ends_with(".md") && is_last(*i);
        let papers: Vec<usize> = (0..files.len()).filter(is_paper).collect();
        let paper = *self.dice.of(&papers);
        let text = &files[paper].1;
        let body = text.find("---\n\n").map_or(0, |end| end + "---\n\n".len());
        let mut places: Vec<usize> =
            text[body..].match_indices("\n\n").map(|(at, _)| body + at + "\n\n".len()).collect();
        // Behind the text of an attached paper a table needs no placeholder.
        places.extend((paper == 0).then_some(text.len()));
        if places.is_empty() {
            return;
        }
        let at = *self.dice.of(&places);
        let (above, below) = text.split_at(at);
        let gap = if below.is_empty() { "\n" } else { "" };
        let placed = format!("{above}{gap}{{{{责任分解表}}}}\n\n{below}");
        files[paper].1 = format!("{}\n", placed.trim_end());
        let mut record = Mapping::new();
        put(&mut record, "表", file.as_str());
        put(&mut record, "名称", name.as_str());
        put(&mut record, "附件标识", false);
        let notice = &files[0].1;
        let (head, body) = notice.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
        let mut head: Mapping = serde_yaml::from_str(head).unwrap();
        let listed = head.entry("附件".into()).or_insert_with(|| Vec::<Value>::new().into());
        let listed = listed.as_sequence_mut().unwrap();
        let behind = if paper == 0 { listed.len() } else { paper };
        listed.insert(behind, Value::Mapping(record));
        let head = serde_yaml::to_string(&Value::Mapping(head)).unwrap();
        files[0].1 = format!("---\n{head}---\n{body}");
        files.push((file, self.table(&name)));
    }

    /// A table of duties in the form that an import writes: values stand on a task where it has no measures, or where they
    /// are one cell.
    fn table(&mut self, title: &str) -> String {
        let mut file = Mapping::new();
        put(&mut file, "表名", title);
        if self.one_in(3) {
            put(&mut file, "填报单位", *self.dice.of(&["", "法规股"]));
        }
        let has_groups = self.one_in(3);
        let is_column = has_groups && self.one_in(2);
        let has_measures = !self.one_in(4);
        let mut columns: Vec<&str> = Vec::new();
        columns.extend(is_column.then_some("类别"));
        columns.extend((!self.one_in(5)).then_some("序号"));
        columns.push("工作任务");
        columns.extend(has_measures.then_some("工作举措"));
        let values: &[&str] = self.dice.of::<&[&str]>(&[
            &["责任股室", "完成时限"][..],
            &["牵头单位", "配合单位", "完成时限"],
            &["责任单位"],
            &["责任单位", "责任人", "完成时限", "备注"],
        ]);
        columns.extend(values);
        let mut named: Vec<Value> = columns.iter().map(|name| Value::from(*name)).collect();
        if values.len() > 2 && self.one_in(2) {
            for (i, column) in named.iter_mut().enumerate().skip(columns.len() - values.len()).take(2) {
                let mut one = Mapping::new();
                put(&mut one, "列", columns[i]);
                put(&mut one, "表头", format!("责任分工/{}", columns[i]));
                *column = Value::Mapping(one);
            }
        }
        put(&mut file, "列", named);
        let size = if self.one_in(12) { 40 } else { 5 };
        if has_groups {
            let count = 1 + self.dice.below(3);
            let groups: Vec<Value> = (0..count)
                .map(|i| {
                    let mut group = Mapping::new();
                    put(
                        &mut group,
                        if is_column { "名称" } else { "通栏" },
                        format!("第{}类：{}", i + 1, self.plain(2)),
                    );
                    // A group of one task looks like a value of that task.
                    put(&mut group, "任务", self.tasks(2, size, has_measures, values));
                    Value::Mapping(group)
                })
                .collect();
            put(&mut file, "分组", groups);
        } else {
            put(&mut file, "任务", self.tasks(if self.requires { 2 } else { 1 }, size, has_measures, values));
        }
        if self.one_in(5) {
            put(&mut file, "表注", vec![Value::from("注：各股室按月报送。")]);
        }
        self.requires = false;
        serde_yaml::to_string(&Value::Mapping(file)).unwrap()
    }

    fn tasks(&mut self, least: usize, size: usize, has_measures: bool, values: &[&str]) -> Vec<Value> {
        let count = least + self.dice.below(size);
        (0..count)
            .map(|i| {
                let mut task = Mapping::new();
                put(&mut task, "名称", format!("推进{}第{}项", self.words(3), i + 1));
                if self.requires {
                    let requirement = self.words(12);
                    put(&mut task, "要求", format!("{requirement}。"));
                }
                let measures = if has_measures { self.dice.below(4) } else { 0 };
                if measures == 0 {
                    task.extend(self.values(values));
                    return Value::Mapping(task);
                }
                // Of several measures some columns are one cell of the task.
                let shared = if measures > 1 && self.one_in(3) { values.len() - 1 } else { values.len() };
                task.extend(self.values(&values[shared..]));
                let own = &values[..shared];
                let all: Vec<Value> = (0..measures).map(|i| self.measure(i, own)).collect();
                put(&mut task, "举措", all);
                Value::Mapping(task)
            })
            .collect()
    }

    fn values(&mut self, columns: &[&str]) -> Mapping {
        let mut record = Mapping::new();
        for column in columns {
            let value = match *column {
                "完成时限" => (*self.dice.of(&DEADLINES)).to_owned(),
                "责任人" => (*self.dice.of(&["张三", "李四", "王五"])).to_owned(),
                "备注" => self.words(2),
                _ => {
                    let lines: Vec<String> = self.dice.of(&OFFICES).split('/').map(str::to_owned).collect();
                    put(&mut record, column, list(&lines));
                    continue;
                }
            };
            put(&mut record, column, value);
        }
        record
    }

    fn measure(&mut self, index: usize, columns: &[&str]) -> Value {
        let mut record = Mapping::new();
        if self.one_in(2) {
            put(&mut record, "编号", format!("（{}）", index + 1));
        }
        let length = if self.one_in(15) { 400 } else { 8 };
        put(&mut record, "内容", format!("{}。", self.words(length)));
        record.extend(self.values(columns));
        Value::Mapping(record)
    }

    /// A body in the form that an import writes.
    fn body(&mut self) -> String {
        let mut out = format!("{}，现将有关事项通知如下。\n\n", escaped(&self.words(6)));
        let (mut above, mut kind) = (0, 0);
        for _ in 0..self.dice.below(9) {
            let last = std::mem::replace(&mut kind, self.dice.below(9));
            match kind {
                // Markdown makes one list of two.
                4 if last == 4 => {}
                0..=3 => self.heading(&mut above, &mut out),
                4 => self.list(&mut out),
                5 => self.text_table(&mut out),
                _ => {
                    let text = self.paragraph();
                    write!(out, "{text}\n\n").unwrap();
                }
            }
        }
        format!("{}\n", out.trim_end())
    }

    /// A paragraph: words, now and then with bold ones, a link or the end of a line.
    fn paragraph(&mut self) -> String {
        let mut text = escaped(&self.words(20));
        if self.one_in(4) {
            write!(text, "**重点事项**").unwrap();
        }
        if self.one_in(6) {
            write!(text, "见[有关网页](<https://www.gov.cn/a?b=1>)").unwrap();
        }
        format!("{text}{}。", escaped(&self.words(9)))
    }

    fn heading(&mut self, above: &mut usize, out: &mut String) {
        let level = self.dice.below(*above + 1).min(3);
        *above = level + 1;
        let signs = "#".repeat(level + 2);
        let words = escaped(&self.words(2));
        if level < 2 && self.one_in(2) {
            write!(out, "{signs} {words}。\n\n{}\n\n", self.paragraph()).unwrap();
        } else {
            write!(out, "{signs} {words}\n\n{}\n\n", self.paragraph()).unwrap();
        }
    }

    fn list(&mut self, out: &mut String) {
        let is_numbered = self.one_in(2);
        let count = 2 + self.dice.below(4);
        for i in 1..=count {
            let end = if i == count { '。' } else { '；' };
            let mark = if is_numbered { format!("{i}.") } else { "-".to_owned() };
            writeln!(out, "{mark} {}{end}", escaped(&self.words(4))).unwrap();
        }
        out.push('\n');
    }

    fn text_table(&mut self, out: &mut String) {
        let columns = 2 + self.dice.below(3);
        let row = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        let names = ["学校", "地点", "人数", "电话"];
        out.push_str(&row(names[..columns].iter().map(|name| (*name).to_owned()).collect()));
        let rules = (0..columns).map(|_| (*self.dice.of(&["---", "---", ":---:", "---:"])).to_owned());
        out.push_str(&row(rules.collect()));
        for _ in 0..=self.dice.below(4) {
            let cells = (0..columns).map(|_| escaped(&self.words(2)).replace('|', "\\|")).collect();
            out.push_str(&row(cells));
        }
        out.push('\n');
    }
}

fn list(all: &[String]) -> Value {
    match all {
        [one] => one.as_str().into(),
        several => several.iter().map(|one| Value::from(one.as_str())).collect(),
    }
}

/// The Word document of a notice.
pub fn document(case: &Case) -> Vec<u8> {
    let notice = case.files[0].1.replacen("---\n", "---\n发布日期: 2024-09-01 09:00\n", 1);
    let mut files: Vec<(String, String)> = vec![
        ("site.yaml".into(), "名称: 某局政务公开\n".into()),
        ("offices.yaml".into(), "股室:\n  - 危化股\n".into()),
        ("lan/column.yaml".into(), "名称: 栏目\n".into()),
        (format!("{FOLDER}/notice.md"), notice),
    ];
    files.extend(case.files[1..].iter().map(|(name, text)| (format!("{FOLDER}/{name}"), text.clone())));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (project, _, report) = project(Content::of_texts(&files), date(2024, 9, 1));
    let wrong: Vec<_> = report.findings().iter().map(|finding| &finding.message.en).collect();
    assert!(wrong.is_empty(), "{wrong:?}\n{files:#?}");
    let theme = Theme::new(&project).unwrap();
    let edition = Edition::new(&project, &theme);
    let folder = format!("site/{FOLDER}/");
    let artifacts = plan(&edition).unwrap();
    let document = artifacts
        .iter()
        .find(|made| made.path.as_str().starts_with(&folder) && made.path.as_str().ends_with(".docx"));
    document.unwrap().make().unwrap()
}

/// The notice that comes back from its Word document.
pub fn back(case: &Case) -> ImportedPaper {
    import_paper("通知.docx", &document(case), Limits::default())
}

/// The columns of a table that names none.
fn usual() -> Value {
    ["序号", "工作任务", "工作举措", "责任股室", "完成时限"].into_iter().map(Value::from).collect()
}

/// The files of a notice in one form: YAML without quotation marks, 发布日期, which no paper says, left out.
pub fn canonical(name: &str, text: &str) -> String {
    let yaml = |text: &str| {
        let mut value: Value = serde_yaml::from_str(text).unwrap();
        // Columns that are the usual ones are not written.
        if name.ends_with(".yaml") && value["列"] == usual() {
            value.as_mapping_mut().unwrap().shift_remove("列");
        }
        serde_yaml::to_string(&value).unwrap()
    };
    if name != "notice.md" {
        return if name.ends_with(".yaml") { yaml(text) } else { text.to_owned() };
    }
    let (head, body) = text.strip_prefix("---\n").unwrap().split_once("---\n").unwrap();
    format!("{}---\n{body}", yaml(head))
}

#[allow(dead_code, reason = "the campaign writes cases, the tests do not")]
/// Writes a Word document beside its notice, for a person to look at.
pub fn write(seed: u64, folder: &std::path::Path) {
    let case = case(seed);
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("通知.docx"), document(&case)).unwrap();
    for (name, text) in &case.files {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

/// The difference between a notice and what comes back of it; empty where there is none. Lines of 完整标题 may come back
/// as one line where they are printed alike.
pub fn compared(case: &Case) -> Result<(), String> {
    let imported = back(case);
    let names = |files: Vec<&str>| {
        let mut names: Vec<String> = files.into_iter().map(str::to_owned).collect();
        names.sort();
        names
    };
    let was = names(case.files.iter().map(|(name, _)| name.as_str()).collect());
    let is = names(imported.files.iter().map(|(name, _)| name.as_str()).collect());
    let mut wrong = String::new();
    if was != is {
        writeln!(wrong, "files {was:?} come back as {is:?}").unwrap();
    }
    for (name, text) in &case.files {
        let Some((_, bytes)) = imported.files.iter().find(|(known, _)| known == name) else { continue };
        let back = String::from_utf8_lossy(bytes);
        let (mut was, mut is) = (canonical(name, text), canonical(name, &back));
        if text.contains("完整标题: ") || text.contains("完整标题:\n") {
            let (lines, laid_out) = title_lines(&was);
            let (lines_back, laid_out_back) = title_lines(&is);
            if laid_out == laid_out_back && lines_back <= lines {
                (was, is) = (without_title(&was), without_title(&is));
            }
        }
        if was != is {
            writeln!(wrong, "{name}\n{}", difference(&was, &is)).unwrap();
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// The head of a notice.
fn head(notice: &str) -> Value {
    serde_yaml::from_str(notice.split_once("---\n").unwrap().0).unwrap()
}

/// The number of lines in which a notice writes its title, and the lines in which the title is printed.
fn title_lines(notice: &str) -> (usize, Vec<String>) {
    let head = head(notice);
    let texts = |key: &str| match &head[key] {
        Value::Null => Vec::new(),
        Value::Sequence(texts) => texts.iter().map(|text| text.as_str().unwrap().to_owned()).collect(),
        text => vec![text.as_str().unwrap().to_owned()],
    };
    let own = texts("完整标题");
    let issuers = texts("发文机关");
    let issuers: Vec<&str> = issuers.iter().map(String::as_str).collect();
    let printed = if own.is_empty() { printed_lines(&texts("标题")[0], &issuers) } else { own.clone() };
    (own.len().max(1), printed.iter().flat_map(|line| lines(line, LINE)).collect())
}

/// A notice without its title.
fn without_title(notice: &str) -> String {
    let mut value = head(notice);
    let record = value.as_mapping_mut().unwrap();
    record.shift_remove("标题");
    record.shift_remove("完整标题");
    format!("{}---\n{}", serde_yaml::to_string(&value).unwrap(), notice.split_once("---\n").unwrap().1)
}

/// The lines that one text has and the other does not, in order: `-` of the first, `+` of the second.
pub fn difference(a: &str, b: &str) -> String {
    let (a, b): (Vec<&str>, Vec<&str>) = (a.lines().collect(), b.lines().collect());
    let mut common = vec![vec![0_usize; b.len() + 1]; a.len() + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            common[i][j] =
                if a[i] == b[j] { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, String::new());
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && common[i + 1][j] >= common[i][j + 1] {
            out.push_str(&format!("- {}\n", a[i]));
            i += 1;
        } else {
            out.push_str(&format!("+ {}\n", b[j]));
            j += 1;
        }
    }
    out
}

/// Marks as the text of the published page has them: whoever gathered it made them half-width.
pub fn narrow(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '（' => '(',
            '）' => ')',
            '，' => ',',
            '：' => ':',
            '；' => ';',
            c => c,
        })
        .collect()
}
