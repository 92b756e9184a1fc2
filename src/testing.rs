//! A small project for the tests of rules: one notice with one table, in which nothing is wrong.

mod snapshot;

pub(crate) use snapshot::assert_snapshot;

use jiff::civil::date;

use crate::check;
use crate::diagnostic::Report;
use crate::diagnostic::print::human;
pub use crate::read::paper_of_text as paper;
use crate::read::{Content, project};
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
    ("site.yaml", "名称: 某局政务公开\n域名: www.example.gov.cn\n网站标识码: \"4306820001\"\n"),
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
    let (project, sources, read) = project(Content::of_texts(&files), date(2024, 9, 1));
    let mut all = read;
    all.append(check::run(&project));
    all.sort();
    let mut chosen = Report::default();
    for finding in all.findings().iter().filter(|finding| codes.contains(&finding.code.id)) {
        chosen.push(finding.clone());
    }
    let text = human(&chosen, &sources, Lang::Zh);
    let frames = text.rsplit_once("\n\n").map_or("", |(frames, _)| frames);
    anstream::adapter::strip_str(frames).to_string()
}
