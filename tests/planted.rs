//! A mobile number in every field and key of every file, and in every name: it stops the build, or nobody publishes it.
//!
//! In the files below ◆ stands wherever somebody can write something; one of them at a time is the number.

use std::io::{Cursor, Read};

use gongkai::diagnostic::{Report, Severity};
use gongkai::model::Project;
use gongkai::read::{Content, project, take_down};
use gongkai::render::{Edition, Theme, plan};
use jiff::civil::date;
use serde_json::Value;
use snapbox::str;

use crate::support::attach::attach;
use crate::support::{assert_snapshot, repository, scratch};

const NUMBER: &str = "15912345678";

const SITE: &str = "\
名称: 某局政务公开◆
域名: www.example.gov.cn/zwgk◆
主办单位: 某局◆
承办单位: 某中心◆
联系方式: 某路1号◆
网站标识码: \"4306820001◆\"
ICP备案: 湘ICP备00000000号-1◆
公安备案: 湘公网安备 43000000000000号◆
党政机关标识: 0123456789ABCDEF0123456789ABCDEF◆
可信域名: [example.com◆]
不显示: [打印◆]
索引号: 430682/{年}-{流水号4}◆
示例: false◆
固定栏目:
  政府信息公开指南: zhinan.md
  政府信息公开制度: https://www.example.gov.cn/zhidu◆
  法定主动公开内容: https://www.example.gov.cn/neirong◆
  政府信息公开年报: https://www.example.gov.cn/nianbao◆
  依申请公开: https://www.example.gov.cn/shenqing◆
二维码: 网页◆
公开联系方式: true◆
打印基本信息: true◆
进展公开: {台账: true◆, 逾期: true◆, 股室统计: true◆}
元数据: [索引号, 主题词◆]
元数据空缺: 留空◆
元数据位置: [正文前◆, 基本信息]
规则级别:
  L012◆: 关闭◆
易错词:
  错词◆: 对词◆
进展状态:
  - 未启动◆
  - {状态: 正在推进◆, 类别: 正在推进◆, 颜色: 蓝◆}
  - {状态: 已办结◆, 类别: 已完成}
  - 滞后
  - 长期坚持
不认识的项目◆: 值
";
const OFFICES: &str = "\
股室:
  - 危化股
  - {名称: 法规股◆, 别名: [法制股◆], 联系人: [联系的人◆], 联系电话: [0730-3720000◆]}
  - 没有任务的股◆
统称:
  - {名称: 各股室◆, 包括: [危化股◆]}
外部单位: [各县区政府◆]
";
const WORDING: &str =
    "词语:\n  - {错: 错的词◆, 对: 对的词◆, 自: 2018-03-17◆, 依据: 某个文件◆}\n  - 不提示: 某个词◆\n";
const COLUMN: &str = "\
名称: 栏目◆
说明: 某局的通知◆
关键词: [公开◆]
类型: 政策文件◆
代码: A1◆
";
const CATALOG: &str = "\
领域: 安全生产◆
名称: 标准目录◆
层级: [县级◆, 乡级]
渠道: [政府网站◆, 公示栏◆]
列出未用渠道: true◆
事项:
  - 名称: 政策文件◆
    公开内容（要素）: 文件◆
    公开依据: [《政府信息公开条例》◆]
    公开时限: 20个工作日内◆
    公开主体: 某局◆
    公开渠道和载体: [政府网站◆]
    公开对象: 全社会◆
    公开方式: 主动◆
    公开层级: [县级◆]
    下级事项:
      - 名称: 其他◆
        下级事项: [{名称: 三级◆}]
表注: [注◆]
";
const NOTICE: &str = "\
---
标题: 关于任务分解的通知◆
完整标题: [某局◆, 关于任务分解的通知◆]
体裁: 公文◆
格式: 文件◆
版头: 无◆
印章: 加盖◆
发文机关: [某局◆]
签发人: 某某◆
附注: 此件公开发布◆
联系人: 某某◆
抄送: [某办◆]
印发机关: 某局◆
印发日期: 2024-08-01◆
附件标识: true◆
发文字号: 某应急〔2024〕1号◆
索引号: 430682/2024-0001◆
流水号: 1◆
主送: 各股室◆
成文日期: 2024-08-01◆
发布日期: 2024-08-02 09:00◆
公开: true◆
示例: false◆
来源: 某局◆
有效性: {状态: 有效◆, 日期: 2025-01-01◆}
解读: [{名称: 一问一答◆, 链接: https://www.example.gov.cn/jiedu◆}]
相关链接: [{名称: 市里的通知◆, 链接: https://www.example.gov.cn/tongzhi◆}]
内容概述: 分解任务。◆
关键词: [任务◆]
责任编辑: 某某◆
名单报送: 2024-08-29◆
总结报送: 2024-12-10◆
报送周期: 每月◆
办结: 2025-12-31◆
进展公开: {台账: true◆, 逾期: true◆, 股室统计: true◆}
附件:
  - {表: tasks.yaml◆, 名称: 任务清单◆, 附件标识: true◆}
  - {文: paper.md◆, 名称: 说明◆, 标题: 情况说明◆}
  - {文件: files/a.txt◆, 名称: 登记表◆}
正文任务: inline.yaml◆
基本信息:
  公开方式: 主动公开◆
  所属领域: 安全生产◆
  一级事项: 政策文件◆
  自定的项目◆: 值◆
  几项: [甲◆, 乙◆]
  公开层级:
    - {层级: 县级◆, 公开渠道和载体: [政府网站◆]}
放行:
  D001◆: 经审核◆
---
现通知如下。◆

## 一、标题◆

{{任务要求}}

见[办法◆](files/a.txt◆)、[电话](tel:12345◆)、[网页](https://www.example.com/?tel=◆)、![图◆](files/b.png \"题◆\")和`代码◆`。<!-- ◆ -->

| 甲◆ | 乙 |
|---|---|
| 丙 | 丁◆ |

- 一项◆

[定义]: tel:12345◆
";
const GUIDE: &str = "\
---
标题: 公开指南◆
发布日期: 2024-08-02◆
示例: false◆
---

## 主动公开◆

见[办法◆](https://www.example.gov.cn/?tel=◆)。
";
const PAPER: &str = "附件的文字◆\n";
const TASKS: &str = "\
表名: 任务清单◆
印表名: true◆
填报单位: 某局◆
列:
  - 类别
  - {列: 序号, 计数: 任务◆}
  - 工作任务
  - {列: 工作举措, 表头: 举措◆}
  - {列: 责任股室, 表头: [责任◆, 股室◆], 类型: 单位◆}
  - 完成时限
  - {列: 自定的列◆}
  - 另一列◆
  - {列: 备注, 宽: 12◆}
  - 组注
  - 任务注
分组:
  - 编号: 一、◆
    名称: 甲组◆
    通栏: 通栏◆
    组注: 组◆
    任务:
      - 代号: a◆
        编号: 1◆
        名称: 加强执法◆
        正文标题: 加强执法。◆
        要求: 加大力度。◆
        任务注: 任务◆
        举措:
          - 代号: b◆
            编号: （1）◆
            内容: 开展检查。◆
            责任股室: [危化股, 法规股◆]
            完成时限: 长期坚持◆
            备注: [行◆]
            没有的列◆: 值
表注: [注◆]
";
const INLINE: &str = "表名: 正文任务\n责任格式: （{列}：{值}◆）\n列: [工作任务, 责任股室]\n任务:\n  - {名称: 任务◆, 要求: 要求。◆, 责任股室: 危化股◆}\n";
const NOTE: &str = "\
---
日期: 2024-08-30◆
股室: 危化股◆
事项: \"1.1◆\"
举措开头: 开展检查◆
状态: 正在推进◆
标题: 第一轮检查◆
佐证材料: [files/a.txt◆, 检查记录3份◆]
填报人: 某某◆
公开: true◆
示例: false◆
发布日期: 2024-08-31◆
---
检查3家。◆
";
const INTERNAL: &str = "---\n日期: 2024-08-31\n股室: 危化股\n事项: 1.1\n状态: 正在推进\n标题: 内部◆\n公开: false\n---\n内部的话◆\n";
/// A report that was corrected.
const VOID: &str = "\
---
日期: 2024-08-30
股室: 危化股
事项: \"1.1\"
举措开头: 开展检查
状态: 正在推进
标题: 作废的◆
公开: true
作废: 2024-09-02◆
---
检查9家。◆
";
const WITHDRAWN: &str = "\
---
标题: 关于撤下的通知◆
发文机关: 某局◆
成文日期: 2024-08-01
发布日期: 2024-08-02 09:00
内容概述: 撤下的概述◆
撤下: {日期: 2024-10-08◆, 原因: 已重新印发◆, 见: ../通知}
---
撤下的正文。◆
";
const SUMMARY: &str = "\
---
股室: 危化股◆
年度: 2024◆
日期: 2024-12-05◆
公开: true◆
示例: false◆
发布日期: 2024-12-07◆
签字: {股室负责人: 某甲◆, 分管领导: 某乙◆, 日期: 2024-12-06◆}
---
全部完成。◆
";
const ROSTER: &str = "名单:\n  - {股室: 危化股◆, 责任人: 某甲◆, 联络人: 某乙◆, 电话: 3720055◆}\n";

/// Every file with its path below `content/`, in which ◆ stands too.
const FILES: [(&str, &str); 19] = [
    ("site.yaml", SITE),
    ("offices.yaml", OFFICES),
    ("wording.yaml", WORDING),
    ("栏目◆/column.yaml", COLUMN),
    ("栏目◆/catalog.yaml", CATALOG),
    ("栏目◆/通知◆/notice.md", NOTICE),
    ("栏目◆/通知◆/paper.md", PAPER),
    ("栏目◆/通知◆/tasks.yaml", TASKS),
    ("栏目◆/通知◆/inline.yaml", INLINE),
    ("栏目◆/通知◆/progress/一◆.md", NOTE),
    ("栏目◆/通知◆/progress/二◆.md", INTERNAL),
    ("栏目◆/通知◆/summary/危化股◆.md", SUMMARY),
    ("栏目◆/通知◆/roster.yaml", ROSTER),
    ("栏目◆/通知◆/files/a.txt", "附件里的字◆\n"),
    ("栏目◆/通知◆/files/b.png", "PNG"),
    ("栏目◆/通知◆/files/没有人用◆.txt", "◆"),
    ("栏目◆/通知◆/progress/三.md", VOID),
    ("栏目◆/撤下/notice.md", WITHDRAWN),
    ("zhinan.md", GUIDE),
];

/// The result for a number.
#[derive(Debug, PartialEq, Eq)]
enum Fate {
    /// A finding about privacy stops the build.
    Refused,
    /// The form is wrong with it, and nothing is built.
    Misread,
    /// The site is built, and the number is not in it.
    Unpublished,
    /// It is there.
    Published(String),
}

/// Places whose form has no room for the number: a day, a word of a closed list, a path.
const MISREAD: &str = "\
site.yaml: 不显示: [打印
site.yaml: 示例: false
site.yaml: 二维码: 网页
site.yaml: 公开联系方式: true
site.yaml: 打印基本信息: true
site.yaml: 进展公开: {台账: true
site.yaml: 进展公开: {台账: true, 逾期: true
site.yaml: 进展公开: {台账: true, 逾期: true, 股室统计: true
site.yaml: 元数据空缺: 留空
site.yaml: 元数据位置: [正文前
site.yaml: L012
site.yaml: L012: 关闭
site.yaml: - 未启动
site.yaml: - {状态: 正在推进, 类别: 正在推进
site.yaml: - {状态: 正在推进, 类别: 正在推进, 颜色: 蓝
site.yaml: 不认识的项目
offices.yaml: - {名称: 各股室, 包括: [危化股
wording.yaml: - {错: 错的词, 对: 对的词, 自: 2018-03-17
catalog.yaml: 列出未用渠道: true
catalog.yaml: 公开渠道和载体: [政府网站
catalog.yaml: 公开方式: 主动
catalog.yaml: 公开层级: [县级
notice.md: 体裁: 公文
notice.md: 格式: 文件
notice.md: 版头: 无
notice.md: 印章: 加盖
notice.md: 印发日期: 2024-08-01
notice.md: 附件标识: true
notice.md: 成文日期: 2024-08-01
notice.md: 发布日期: 2024-08-02 09:00
notice.md: 公开: true
notice.md: 示例: false
notice.md: 有效性: {状态: 有效
notice.md: 有效性: {状态: 有效, 日期: 2025-01-01
notice.md: 名单报送: 2024-08-29
notice.md: 总结报送: 2024-12-10
notice.md: 报送周期: 每月
notice.md: 办结: 2025-12-31
notice.md: 进展公开: {台账: true
notice.md: 进展公开: {台账: true, 逾期: true
notice.md: 进展公开: {台账: true, 逾期: true, 股室统计: true
notice.md: - {表: tasks.yaml
notice.md: - {表: tasks.yaml, 名称: 任务清单, 附件标识: true
notice.md: - {文: paper.md
notice.md: - {文件: files/a.txt
notice.md: 正文任务: inline.yaml
tasks.yaml: 印表名: true
tasks.yaml: - {列: 序号, 计数: 任务
tasks.yaml: - {列: 责任股室, 表头: [责任, 股室], 类型: 单位
tasks.yaml: - {列: 备注, 宽: 12
tasks.yaml: 没有的列
一◆.md: 日期: 2024-08-30
一◆.md: 举措开头: 开展检查
一◆.md: 状态: 正在推进
一◆.md: 公开: true
一◆.md: 示例: false
一◆.md: 发布日期: 2024-08-31
危化股◆.md: 年度: 2024
危化股◆.md: 日期: 2024-12-05
危化股◆.md: 公开: true
危化股◆.md: 示例: false
危化股◆.md: 发布日期: 2024-12-07
危化股◆.md: 签字: {股室负责人: 某甲, 分管领导: 某乙, 日期: 2024-12-06
roster.yaml: - {股室: 危化股
三.md: 作废: 2024-09-02
notice.md: 撤下: {日期: 2024-10-08
zhinan.md: 发布日期: 2024-08-02
zhinan.md: 示例: false
";

/// Builds with the number at one place.
fn fate(files: &[(String, String)]) -> (Fate, Report) {
    let (project, report, _folder) = judged(files);
    let errors = || report.findings().iter().filter(|finding| finding.severity == Severity::Error);
    if errors().any(|finding| finding.code.id.starts_with('P')) {
        return (Fate::Refused, report);
    }
    if report.has_errors() {
        return (Fate::Misread, report);
    }
    let theme = Theme::new(&project).unwrap();
    let edition = Edition::new(&project, &theme);
    for artifact in plan(&edition).unwrap().iter().filter(|it| it.path.as_str().starts_with("site/")) {
        let path = artifact.path.as_str();
        if path.contains(NUMBER) || holds(&artifact.make().unwrap(), NUMBER.as_bytes(), 0) {
            return (Fate::Published(path.to_owned()), report);
        }
    }
    (Fate::Unpublished, report)
}

/// A project without errors, and every file of its site.
fn built(files: &[(String, String)]) -> (Project, Vec<Vec<u8>>) {
    let (project, report, _folder) = judged(files);
    let errors = report.findings().iter().filter(|finding| finding.severity == Severity::Error);
    let errors: Vec<_> = errors.map(|finding| &finding.message).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let theme = Theme::new(&project).unwrap();
    let edition = Edition::new(&project, &theme);
    let files = plan(&edition).unwrap();
    let site = files.iter().filter(|it| it.path.as_str().starts_with("site/"));
    let site: Vec<Vec<u8>> = site.map(|artifact| artifact.make().unwrap()).collect();
    drop(files);
    (project, site)
}

/// Files read and checked, with the folder in which the attached ones lie.
fn judged(files: &[(String, String)]) -> (Project, Report, tempfile::TempDir) {
    let is_file = |path: &str| path.contains("/files/");
    let texts: Vec<(&str, &str)> = files
        .iter()
        .filter(|(path, _)| !is_file(path))
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let mut content = Content::of_texts(&texts);
    let folder = scratch();
    for (path, text) in files.iter().filter(|(path, _)| is_file(path)) {
        attach(&mut content, folder.path(), path, text);
    }
    let (mut project, _, mut report) = project(content, date(2025, 1, 15));
    report.append(gongkai::check::run(&project));
    take_down(&mut project, &mut report);
    (project, report, folder)
}

/// Whether a file, or a part of one that is an archive, holds some words.
fn holds(bytes: &[u8], words: &[u8], depth: usize) -> bool {
    if bytes.windows(words.len()).any(|part| part == words) {
        return true;
    }
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return false };
    depth == 0
        && (0..archive.len()).any(|i| {
            let mut part = Vec::new();
            archive.by_index(i).unwrap().read_to_end(&mut part).unwrap();
            holds(&part, words, 1)
        })
}

/// The files with the number at the `n`th place, and the words for that place; `None` behind the last. A folder's
/// name is one place, in however many paths it stands.
fn planted(n: usize) -> Option<(String, Vec<(String, String)>)> {
    let mut names: Vec<&str> = FILES.iter().flat_map(|(path, _)| path.split('/')).collect();
    names.retain(|name| name.contains('◆'));
    names.sort_unstable();
    names.dedup();
    let path_with = |path: &str| {
        let parts = path.split('/').map(|part| {
            let with = if names.get(n) == Some(&part) { NUMBER } else { "" };
            part.replace('◆', with)
        });
        parts.collect::<Vec<_>>().join("/")
    };
    let mut place = names.get(n).map(|name| format!("/{name}/"));
    let mut left = n.checked_sub(names.len());
    let mut files = Vec::new();
    for (path, text) in FILES {
        let mut written = String::new();
        let mut pieces = text.split('◆').peekable();
        while let Some(piece) = pieces.next() {
            written.push_str(piece);
            if pieces.peek().is_none() {
                break;
            }
            if left == Some(0) {
                let line = written.rsplit('\n').next().unwrap_or_default().trim_start();
                place = Some(format!("{}: {line}", path.rsplit('/').next().unwrap_or_default()));
                // Within a longer word it is no number.
                if written.ends_with(|c: char| c.is_ascii_alphanumeric()) {
                    written.push(' ');
                }
                written.push_str(NUMBER);
            }
            left = left.and_then(|left| left.checked_sub(1));
        }
        files.push((path_with(path), written));
    }
    Some((place?, files))
}

#[test]
fn without_the_number_the_project_is_built() {
    let clean = FILES.map(|(path, text)| {
        let text = text.replace("不认识的项目◆: 值\n", "").replace("            没有的列◆: 值\n", "");
        (path.replace('◆', ""), text.replace("<!-- ◆ -->", "").replace('◆', ""))
    });
    let (fate, report) = fate(&clean);
    let errors: Vec<_> =
        report.findings().iter().filter(|f| f.severity == Severity::Error).map(|f| &f.message).collect();
    assert_eq!(fate, Fate::Unpublished, "{errors:#?}");
}

#[test]
fn a_number_planted_anywhere_is_refused_or_not_published() {
    let mut fates: Vec<(String, Fate)> = Vec::new();
    for n in 0.. {
        let Some((place, mut files)) = planted(n) else { break };
        // Findings that exist without the number, too, are about the place alone.
        for (_, text) in &mut files {
            for line in ["不认识的项目: 值\n", "            没有的列: 值\n", "<!--  -->"] {
                *text = text.replace(line, "");
            }
        }
        fates.push((place, fate(&files).0));
    }
    assert!(fates.len() > 120, "{}", fates.len());
    let of = |wanted: &dyn Fn(&Fate) -> bool| {
        let chosen = fates.iter().filter(|(_, fate)| wanted(fate));
        chosen
            .map(|(place, fate)| match fate {
                Fate::Published(path) => format!("{place} → {path}\n"),
                _ => format!("{place}\n"),
            })
            .collect::<String>()
    };
    assert_eq!(of(&|fate| matches!(fate, Fate::Published(_))), "");
    // Read, kept, and shown to nobody: each has a reason to be so.
    assert_snapshot!(
        of(&|fate| *fate == Fate::Unpublished),
        str![[r#"
/二◆.md/
/没有人用◆.txt/
site.yaml: 可信域名: [example.com
site.yaml: 错词
site.yaml: 错词: 对词
offices.yaml: - {名称: 各股室
offices.yaml: 外部单位: [各县区政府
wording.yaml: - {错: 错的词
wording.yaml: - {错: 错的词, 对: 对的词
wording.yaml: - {错: 错的词, 对: 对的词, 自: 2018-03-17, 依据: 某个文件
wording.yaml: - 不提示: 某个词
catalog.yaml: 领域: 安全生产
notice.md: D001
notice.md: D001: 经审核
一◆.md: 事项: "1.1
一◆.md: 填报人: 某某
二◆.md: 标题: 内部
二◆.md: 内部的话
危化股◆.md: 签字: {股室负责人: 某甲
危化股◆.md: 签字: {股室负责人: 某甲, 分管领导: 某乙
roster.yaml: - {股室: 危化股, 责任人: 某甲
roster.yaml: - {股室: 危化股, 责任人: 某甲, 联络人: 某乙
roster.yaml: - {股室: 危化股, 责任人: 某甲, 联络人: 某乙, 电话: 3720055
没有人用◆.txt: 
三.md: 标题: 作废的
三.md: 检查9家。
notice.md: 内容概述: 撤下的概述
notice.md: 撤下的正文。

"#]]
    );
    assert_eq!(of(&|fate| *fate == Fate::Misread), MISREAD);
}

/// Places whose words another place names or a rule demands: a word more is a mistake there.
const NAMED: [&str; 11] = [
    "offices.yaml: - {名称: 法规股",
    "site.yaml: - {状态: 正在推进",
    "catalog.yaml: 层级: [县级",
    "catalog.yaml: 渠道: [政府网站",
    "notice.md: 公开方式: 主动公开",
    "notice.md: 见[办法](files/a.txt",
    "tasks.yaml: 责任股室: [危化股, 法规股",
    "inline.yaml: - {名称: 任务, 要求: 要求。, 责任股室: 危化股",
    "一◆.md: 股室: 危化股",
    "一◆.md: 佐证材料: [files/a.txt",
    "危化股◆.md: 股室: 危化股",
];

/// Wording and privacy rules read public texts: a word that reaches a file of the site must stand in one of them.
#[test]
fn every_published_word_belongs_to_a_public_text() {
    let mut words = Vec::new();
    let files = FILES.map(|(path, text)| {
        let text = text.replace("不认识的项目◆: 值\n", "").replace("            没有的列◆: 值\n", "");
        let text = text.replace("<!-- ◆ -->", "");
        let mut written = String::new();
        let mut pieces = text.split('◆').peekable();
        while let Some(piece) = pieces.next() {
            written.push_str(piece);
            let line = written.rsplit('\n').next().unwrap_or_default().trim_start();
            let bare = words.iter().fold(line.to_owned(), |line, (word, _)| line.replace(word, ""));
            let place = format!("{}: {bare}", path.rsplit('/').next().unwrap_or_default());
            let is_free = !MISREAD.lines().chain(NAMED).any(|taken| taken == place);
            if pieces.peek().is_some() && is_free {
                let word = format!("词{}词", words.len());
                written.push_str(&word);
                words.push((word, place));
            }
        }
        (path.replace('◆', ""), written)
    });
    let (project, site) = built(&files);
    let mut texts: Vec<&str> = project.own_texts().iter().map(|text| text.text.value.as_str()).collect();
    for notice in project.notices.iter().chain(&project.withdrawn) {
        texts.extend(notice.texts().iter().map(|text| text.text.value.as_str()));
    }
    let is_read = |word: &str| texts.iter().any(|text| text.contains(word));
    let unread: Vec<&str> = words
        .iter()
        .filter(|(word, _)| site.iter().any(|bytes| holds(bytes, word.as_bytes(), 0)) && !is_read(word))
        .map(|(_, place)| place.as_str())
        .collect();
    assert!(words.len() > 90, "{}", words.len());
    // An attached file is published as it is; its own words are searched inside it.
    assert_eq!(unread, ["a.txt: 附件里的字"]);
}

/// The project with words that only its reports, its summary, and the contacts of an office have, and some lines changed.
fn with_words(changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let planted = FILES.map(|(path, text)| {
        let text = text.replace("不认识的项目◆: 值\n", "").replace("            没有的列◆: 值\n", "");
        let (path, mut text) = (path.replace('◆', ""), text.replace("<!-- ◆ -->", "").replace('◆', ""));
        for (old, new) in [
            ("标题: 第一轮检查", "标题: 报告的标题"),
            ("检查记录3份", "报告的佐证"),
            ("检查3家。", "报告的话。[另一份](files/c.txt)"),
            ("全部完成。", "总结的话。"),
        ]
        .iter()
        .chain(changes)
        {
            text = text.replace(old, new);
        }
        (path, text)
    });
    let evidence = ("栏目/通知/files/c.txt".to_owned(), "只有报告提到的附件\n".to_owned());
    planted.into_iter().chain([evidence]).collect()
}

/// Whether the site has some words in the name or text of any of its files.
fn is_published(files: &[(String, String)], words: &str) -> bool {
    built(files).1.iter().any(|bytes| holds(bytes, words.as_bytes(), 0))
}

const SHOWN: &str = "进展公开: {台账: true, 逾期: true, 股室统计: true}";

#[test]
fn progress_that_is_not_public_stands_in_no_file() {
    // A day on which something is overdue; the word for the status is that of no other text.
    let late = [("完成时限: 长期坚持", "完成时限: 2024年12月底前"), ("状态: 正在推进\n", "状态: 已阅办\n")];
    let status = ("  - 滞后\n", "  - {状态: 已阅办, 类别: 正在推进}\n");
    let with = |shown: &str, place: &str| {
        let both = [("办结: 2025-12-31\n", ""), (place, shown), status];
        with_words(&[late.as_slice(), &both].concat())
    };
    let of_reports =
        ["报告的标题", "报告的佐证", "报告的话", "只有报告提到的附件", "总结的话", "进展台账", "2024-08-30"];
    for words in of_reports.into_iter().chain(["已阅办", "逾期", "各股室进展"]) {
        assert!(is_published(&with(SHOWN, SHOWN), words), "{words}");
    }
    // Of the site for all notices, and of one notice.
    let all = "进展公开: {台账: false}";
    for files in [
        with(all, SHOWN),
        with_words(&[
            late[0],
            late[1],
            status,
            ("办结: 2025-12-31\n进展公开: {台账: true", "进展公开: {台账: false"),
        ]),
    ] {
        let (_, site) = built(&files);
        let is_there = |words: &&str| site.iter().any(|bytes| holds(bytes, words.as_bytes(), 0));
        assert_eq!(of_reports.into_iter().filter(is_there).collect::<Vec<_>>(), [""; 0]);
        let mut books = site.iter().filter(|bytes| bytes.starts_with(b"PK"));
        assert!(!books.any(|bytes| holds(bytes, "最近报送日期".as_bytes(), 0)), "a column of progress");
    }
    assert!(!is_published(&with("进展公开: {逾期: false}", SHOWN), "逾期1"));
    assert!(is_published(&with("进展公开: {逾期: false}", SHOWN), "各股室进展"));
    assert!(!is_published(&with("进展公开: {股室统计: false}", SHOWN), "各股室进展"));
    assert!(!is_published(&with("进展公开: {股室统计: false}", SHOWN), "#gushi-"));
    assert!(is_published(&with("进展公开: {股室统计: false}", SHOWN), "逾期1"));
}

#[test]
fn contacts_of_offices_stand_on_their_pages_only_where_the_site_says_so() {
    let shows = "公开联系方式: true\n";
    for words in ["联系的人", "0730-3720000"] {
        let (project, _report, _folder) = judged(&with_words(&[]));
        let theme = Theme::new(&project).unwrap();
        let edition = Edition::new(&project, &theme);
        let files = plan(&edition).unwrap();
        let with = files.iter().filter(|file| holds(&file.make().unwrap(), words.as_bytes(), 0));
        let with: Vec<&str> = with.map(|file| file.path.as_str()).collect();
        assert_eq!(with, ["site/offices/法规股/index.html"], "{words}");
        for hidden in ["", "公开联系方式: false\n"] {
            assert!(!is_published(&with_words(&[(shows, hidden)]), words), "{hidden}");
        }
    }
    // A mobile number there is nobody's business as long as nobody sees it.
    let mobile = ("0730-3720000", NUMBER);
    assert_eq!(fate(&with_words(&[mobile])).0, Fate::Refused);
    assert_eq!(fate(&with_words(&[mobile, (shows, "")])).0, Fate::Unpublished);
}

#[test]
fn names_of_published_files_are_searched() {
    for (old, new) in
        [("a.txt", "15912345678.txt"), ("b.png", "王某 159-1234-5678.png"), ("a.txt", "王/15912345678/a.txt")]
    {
        let files = FILES.map(|(path, text)| {
            let text = text.replace("不认识的项目◆: 值\n", "").replace("            没有的列◆: 值\n", "");
            let text = text.replace("<!-- ◆ -->", "").replace("(files/b.png", "(<files/b.png>");
            let [path, text] = [path.to_owned(), text].map(|it| it.replace('◆', "").replace(old, new));
            (path, text)
        });
        let (fate, report) = fate(&files);
        assert_eq!(fate, Fate::Refused, "{new}");
        let said = report.findings().iter().map(|finding| finding.message.zh.as_str());
        let said: Vec<&str> = said.filter(|words| words.contains("手机")).collect();
        assert!(said.contains(&"公开的文件或文件夹的名称里有手机号码“159******78”"), "{said:?}");
        assert!(said.iter().all(|words| !words.contains(NUMBER)), "{said:?}");
    }
}

#[test]
fn every_field_of_every_form_has_a_place_for_the_number() {
    let mut missing = Vec::new();
    for (schema, texts) in [
        ("site", &[SITE][..]),
        ("offices", &[OFFICES]),
        ("wording", &[WORDING]),
        ("column", &[COLUMN]),
        ("catalog", &[CATALOG]),
        ("notice", &[NOTICE, WITHDRAWN]),
        ("tasks", &[TASKS, INLINE]),
        ("progress", &[NOTE, VOID]),
        ("summary", &[SUMMARY]),
        ("roster", &[ROSTER]),
    ] {
        let path = repository().join(format!("docs/schema/{schema}.json"));
        let value: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
        let mut keys = Vec::new();
        properties(&value, &mut keys);
        let written = |key: &str| texts.iter().any(|text| text.contains(&format!("{key}:")));
        missing.extend(keys.into_iter().filter(|key| !written(key)).map(|key| format!("{schema}: {key}")));
    }
    assert_eq!(missing, [""; 0]);
}

/// The names of all properties in a schema.
fn properties(schema: &Value, keys: &mut Vec<String>) {
    match schema {
        Value::Object(record) => {
            if let Some(Value::Object(own)) = record.get("properties") {
                keys.extend(own.keys().cloned());
            }
            record.values().for_each(|value| properties(value, keys));
        }
        Value::Array(items) => items.iter().for_each(|value| properties(value, keys)),
        _ => {}
    }
}
