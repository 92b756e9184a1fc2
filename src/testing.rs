//! A small project for the tests of rules: one notice with one table, in which nothing is wrong.

mod snapshot;

pub(crate) use snapshot::assert_snapshot;

use jiff::civil::date;

use crate::check;
use crate::diagnostic::print::human;
use crate::diagnostic::{Diagnostic, Report, mend};
use crate::pipeline::corrections::class;
pub use crate::read::paper_of_text as paper;
use crate::read::{Content, project};
use crate::source::Sources;
use crate::text::message::Lang;

/// The notice.
pub const NOTICE: &str = "\
---
标题: 关于任务分解的通知
发文机关: 某局
主送: 各股室
成文日期: 2024-08-01
发布日期: 2024-08-02 09:00
附件:
  - 表: tasks.yaml
    名称: 任务清单
基本信息:
  公开方式: 主动公开
---
现通知如下。

{{任务要求}}
";

/// Its table.
pub const TABLE: &str = "\
表名: 任务清单
任务:
  - 名称: 加强执法
    要求: 加大力度。
    举措:
      - 编号: （1）
        内容: 开展检查。
        责任股室: 危化股
        完成时限: 长期坚持
";

const FILES: [(&str, &str); 5] = [
    (
        "site.yaml",
        "名称: 某局政务公开\n域名: www.example.gov.cn\n网站标识码: \"4306820001\"\n固定栏目: {政府信息公开指南: 栏目, \
         政府信息公开制度: 栏目, 法定主动公开内容: 栏目, 政府信息公开年报: 栏目, 依申请公开: 栏目}\n",
    ),
    ("offices.yaml", "股室:\n  - 危化股\n  - {名称: 法规股, 别名: [法制股]}\n统称:\n  - 名称: 各股室\n"),
    ("栏目/column.yaml", "名称: 栏目\n说明: 某局的通知\n类型: 政策文件\n"),
    ("栏目/通知/notice.md", NOTICE),
    ("栏目/通知/tasks.yaml", TABLE),
];

/// The findings of some codes, as printed in Chinese without colours, when some files are changed.
pub fn printed(codes: &[&str], changes: &[(&str, &str)]) -> String {
    let mut files: Vec<(&str, &str)> = FILES.to_vec();
    for change in changes {
        match files.iter_mut().find(|(path, _)| path == &change.0) {
            Some(file) => *file = *change,
            None => files.push(*change),
        }
    }
    let (all, sources) = checked(&files);
    assert_corrections(&files, &all, &sources);
    let mut chosen = Report::default();
    for finding in all.findings().iter().filter(|finding| codes.contains(&finding.code.id)) {
        chosen.push(finding.clone());
    }
    let text = human(&chosen, &sources, Lang::Zh);
    let frames = text.rsplit_once("\n\n").map_or("", |(frames, _)| frames);
    anstream::adapter::strip_str(frames).to_string()
}

/// All findings about some files, in reading order.
fn checked(files: &[(&str, &str)]) -> (Report, Sources) {
    let (project, sources, mut report) = project(Content::of_texts(files), date(2024, 9, 1));
    report.append(check::run(&project));
    report.sort();
    (report, sources)
}

/// Findings that a correction may bring to light, by its code: of a file that could not be read, of words that were
/// code, of an item below another, of positions, marks and dates that were not understood.
const UNCOVERED: [(&str, &str); 9] = [
    ("R", ""),
    ("W015", "W"),
    ("W017", "W020"),
    ("N001", "N017"),
    ("L012", "L012"),
    ("W011", "T006"),
    ("W004", "W008"),
    ("W004", "W020"),
    ("W010", "S002"),
];

/// Every automatic correction, applied alone, removes its finding and adds none.
fn assert_corrections(files: &[(&str, &str)], report: &Report, sources: &Sources) {
    let keys = |report: &Report, sources: &Sources| {
        let of = |finding: &Diagnostic| {
            (finding.code.id, sources.file(finding.span.file).path.clone(), finding.message.zh.clone())
        };
        report.findings().iter().map(of).collect::<Vec<_>>()
    };
    let before = keys(report, sources);
    for finding in report.findings().iter().filter(|finding| finding.fix.is_some()) {
        let source = sources.file(finding.span.file);
        assert!(class(finding.code).is_some(), "{} is in no list of pipeline/mend.rs", finding.code.id);
        let mended = mend(&source.text, [finding]).unwrap_or_else(|| panic!("changes nothing: {finding:?}"));
        let path = source.path.strip_prefix("content/").unwrap();
        let others = files.iter().copied().filter(|(other, _)| *other != path);
        let files: Vec<(&str, &str)> = others.chain([(path, mended.text.as_str())]).collect();
        let (left, sources) = checked(&files);
        let after = keys(&left, &sources);
        let key = (finding.code.id, source.path.clone(), finding.message.zh.clone());
        let count = |keys: &[_]| keys.iter().filter(|other| **other == key).count();
        assert!(count(&after) < count(&before), "still there: {finding:#?}\n{}", mended.text);
        // Without the words: some count the places.
        let mut known: Vec<_> = before.iter().map(|(id, path, _)| (id, path)).collect();
        let mut is_new =
            |key: &&(&str, String, String)| match known.iter().position(|it| *it == (&key.0, &key.1)) {
                Some(at) => {
                    known.swap_remove(at);
                    false
                }
                None => true,
            };
        let by_this = |(by, _): &&(&str, &str)| finding.code.id.starts_with(by);
        let may_add = |id: &str| UNCOVERED.iter().filter(by_this).any(|(_, code)| id.starts_with(code));
        let added: Vec<_> = after.iter().filter(&mut is_new).filter(|key| !may_add(key.0)).collect();
        assert!(added.is_empty(), "{added:#?} by {finding:#?}\n{}", mended.text);
    }
}
