//! The Word document of a notice: its parts, forms, tables and pictures.

use std::fmt::Write;

use crate::support::dump::{document, fixed_parts, paragraphs};
use crate::support::{LATER, NOTICE, Project, kept, normalised};

/// The head of a notice of the joint site, with these further fields.
fn notice(fields: &str, body: &str) -> String {
    format!(
        "---\n标题: 关于做好2025年安全生产责任分解工作的通知\n发文字号: 示应急〔2025〕8号\n主送: 各股室\n\
         成文日期: 2025-03-03\n发布日期: 2025-03-05 09:00\n内容概述: 说明。\n关键词: 安全\n{fields}\
         基本信息:\n  公开方式: 主动公开\n---\n{body}"
    )
}

/// A site with that notice, and files beside it.
fn built(fields: &str, body: &str, files: &[(&str, &str)]) -> Project {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 示例县政务公开\n域名: www.example.gov.cn/zwgk\n");
    project.write("content/offices.yaml", "股室: [危化股, 工贸股]\n统称:\n  - 名称: 各股室\n");
    project.write("content/gongwen/column.yaml", "名称: 公文\n说明: 公文\n类型: 政策文件\n");
    project.write("content/gongwen/tongzhi/notice.md", notice(fields, body));
    for (path, text) in files {
        project.write(&format!("content/gongwen/tongzhi/{path}"), text);
    }
    // A picture of one pixel.
    project.write("content/gongwen/tongzhi/files/tu.png", PIXEL);
    let run = project.run_on(LATER, &["build", "--only", "docx"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    project
}

/// A PNG of one pixel.
const PIXEL: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\x05\x02\0_\xc8\xf1\xd2\0\0\0\0IEND\xaeB`\x82";

fn bytes(project: &Project) -> Vec<u8> {
    std::fs::read(project.path("output/site/gongwen/tongzhi/tongzhi.docx")).unwrap()
}

/// A body with everything that Markdown has.
const BODY: &str = "\
现将有关事项通知如下。

## 重点任务

### 加强执法。

加大力度，**严格**检查，*及时*整改，见[县政府网站](https://www.example.gov.cn/)和[附件](files/tu.png)。

#### 细目

##### 小目

- 一是复查；
- 二是通报。
  - 内层

3. 甲

   续段
4. 乙

![步骤](files/tu.png)

| 阶段 | 时间 | 说明 |
|---|:-:|--:|
| 启动 | 3月 | 动员 |

> 引文。

```
x = 1
y = 2
```

---

## 工作要求

各股室要按时
报送 one
two。
";

/// Form of 文件, drawn: mark, number, signer, seal, attachments of each kind, 版记.
#[test]
fn a_file_with_everything() {
    let fields = "\
发文机关: 示例县应急管理局
签发人: 王某某
版头: 电子
印章: 加盖
附注: 此件公开发布
联系人: 办公室
抄送: [示例县人民政府办公室, 示例县审计局, 示例县委办公室, 示例县人大常委会办公室, 示例县政协办公室]
印发机关: 示例县应急管理局办公室
印发日期: 2025-03-04
附件:
  - {文: shuoming.md, 名称: 安全生产工作任务清单填报说明以及其他需要说明的若干事项}
  - {表: t.yaml, 名称: 任务清单}
  - {文件: files/tu.png, 名称: 流程图}
";
    let table = "\
表名: 任务清单
列: [序号, 工作任务, {列: 举措, 表头: 工作/举措, 类型: 文本}, {列: 责任股室, 表头: 工作/责任股室}]
分组:
  - 通栏: 一、重点
    任务:
      - 名称: 加强执法
        责任股室: 危化股
        举措: [{举措: 检查}, {举措: 复查}]
表注: [注一。]
";
    let project = built(fields, BODY, &[("shuoming.md", "## 填写\n\n一律打印。\n"), ("t.yaml", table)]);
    kept("tests/document/file.txt", &document(&bytes(&project)));
    kept("tests/document/parts.txt", &fixed_parts(&bytes(&project)));
}

/// A joint paper whose marks are on the paper already, and the form of 信函.
#[test]
fn joint_and_preprinted_and_letter() {
    let joint = "发文机关: [示例县应急管理局, 示例县公安局]\n";
    let body = "现通知如下。\n";
    let mut all = String::new();
    for fields in ["版头: 电子\n", "版头: 套打\n", "印章: 加盖\n"] {
        let project = built(&format!("{joint}{fields}"), body, &[]);
        write!(all, "=== {fields}{}", document(&bytes(&project))).unwrap();
    }
    let letter = "发文机关: 示例县应急管理局\n格式: 信函\n版头: 电子\n抄送: 示例县审计局\n印发机关: 不印\n";
    write!(all, "=== 信函\n{}", document(&bytes(&built(letter, body, &[])))).unwrap();
    kept("tests/document/forms.txt", &all);
}

/// Fifteen columns and a thousand rows: every row has every column once, every page as many rows as it holds.
#[test]
fn a_large_table_is_whole() {
    let mut table = "表名: 清单\n列: [序号, 工作任务, 工作举措, 责任股室".to_owned();
    (1..=11).for_each(|n| write!(table, ", 列{n}").unwrap());
    table.push_str("]\n任务:\n");
    for task in 1..=100 {
        writeln!(table, "  - 名称: 任务{task}\n    举措:").unwrap();
        for measure in 1..=10 {
            write!(table, "      - {{内容: 举措{task}之{measure}。, 责任股室: 危化股").unwrap();
            (1..=11).for_each(|n| write!(table, ", 列{n}: 值{task}-{measure}-{n}").unwrap());
            table.push_str("}\n");
        }
    }
    let fields = "发文机关: 示例县应急管理局\n附件:\n  - {表: t.yaml, 名称: 清单}\n";
    let project = built(fields, "现印发。\n", &[("t.yaml", &table)]);
    let text = document(&bytes(&project));
    let (mut rows, mut columns) = (0, Vec::new());
    for line in text.lines() {
        if line.starts_with(" row") {
            rows += 1;
            columns.push(0);
        } else if line.starts_with("  cell") {
            let span = line
                .split_once("gridSpan(val=")
                .map_or(1, |(_, rest)| rest.split(')').next().unwrap().parse::<usize>().unwrap());
            *columns.last_mut().unwrap() += span;
        }
    }
    assert_eq!(rows, 1 + 1000);
    assert!(columns.iter().all(|count| *count == 15));
    let measures = paragraphs(&bytes(&project)).into_iter().filter(|text| text.starts_with("举措"));
    let wanted = (1..=100).flat_map(|task| (1..=10).map(move |n| format!("举措{task}之{n}。")));
    assert_eq!(measures.collect::<Vec<_>>(), wanted.collect::<Vec<_>>());
}

/// Every text of the notice and of its table is in the document, in order; another build makes the same bytes.
#[test]
fn the_document_holds_the_paper_and_is_the_same_each_time() {
    let project = Project::shipped();
    let path = format!("output/site/{NOTICE}/2024-yigui-liangfangan.docx");
    let made = || {
        project.build();
        std::fs::read(project.path(&path)).unwrap()
    };
    let first = made();
    std::fs::remove_dir_all(project.path("output")).unwrap();
    assert!(first == made(), "another build, other bytes");
    let original = std::fs::read_to_string(crate::support::repository().join("tests/original.txt")).unwrap();
    let from = original.find("公开具体内容").unwrap() + "公开具体内容".len();
    let to = original.find("填报单位").unwrap();
    let found = normalised(&paragraphs(&first).concat());
    let mut at = 0;
    for line in original[from..to].lines().map(normalised) {
        let place = found[at..].find(&line);
        assert!(place.is_some(), "not found behind what came before: {line}");
        at += place.unwrap() + line.len();
    }
}
