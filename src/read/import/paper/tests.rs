//! Papers of every form, constructed or written as text, and the files that become of them.

use std::fmt::Write as _;

use proptest::prelude::*;
use snapbox::str;

use crate::diagnostic::Severity;
use crate::diagnostic::print::folded;
use crate::read::document::{
    Align, Block, BlockKind, Cell, Document, Field, Limits, Look, Paragraph, Picture, Place, Table, Typeface,
    Words,
};
use crate::read::import::paper::{ImportedPaper, import_document, import_paper};
use crate::testing::assert_snapshot;
use crate::text::message::Lang;

/// The files, and the findings in a line each: code, line, message.
fn printed(imported: &ImportedPaper) -> String {
    let mut out = String::new();
    for (path, bytes) in &imported.files {
        match std::str::from_utf8(bytes) {
            Ok(text) => writeln!(out, "==== {path}\n{}", text.trim_end()).unwrap(),
            Err(_) => writeln!(out, "==== {path}: {} bytes", bytes.len()).unwrap(),
        }
    }
    out.push_str("====\n");
    for finding in imported.report.findings() {
        let line = imported.sources.start(finding.span).line;
        writeln!(out, "{} {line} {}", finding.code.id, finding.message.zh).unwrap();
    }
    out
}

fn of_text(text: &str) -> String {
    printed(&import_paper("通知.txt", text.as_bytes(), Limits::default()))
}

/// Words of one look.
fn text(words: &str) -> Words {
    Words::Text { text: words.to_owned(), is_bold: false }
}

fn bold(words: &str) -> Words {
    Words::Text { text: words.to_owned(), is_bold: true }
}

fn paragraph(words: Vec<Words>) -> Paragraph {
    Paragraph { words, ..Paragraph::default() }
}

/// A document of paragraphs and tables, numbered from 1.
fn document(kinds: Vec<BlockKind>) -> Document {
    let blocks = (1..).zip(kinds).map(|(number, kind)| Block { place: Place::Paragraph(number), kind });
    Document { blocks: blocks.collect(), ..Document::default() }
}

fn words(text: &str) -> BlockKind {
    BlockKind::Paragraph(paragraph(vec![self::text(text)]))
}

fn looking(typeface: Typeface, align: Align, words: &str) -> BlockKind {
    let look = Look { typeface, align, ..Look::default() };
    BlockKind::Paragraph(Paragraph { words: vec![text(words)], look, ..Paragraph::default() })
}

/// A table of texts; a cell `^` goes on from above, `<` from the left.
fn table(rows: &[&[&str]]) -> BlockKind {
    let at = |row: usize, column: usize| rows.get(row).and_then(|row| row.get(column)).copied();
    let mut cells = Vec::new();
    for (row, texts) in rows.iter().enumerate() {
        for (column, words) in texts.iter().enumerate().filter(|(_, words)| !matches!(**words, "^" | "<")) {
            let down = (row + 1..rows.len()).take_while(|row| at(*row, column) == Some("^")).count();
            let right = (column + 1..texts.len()).take_while(|column| at(row, *column) == Some("<")).count();
            let paragraphs = words.split('/').map(|line| paragraph(vec![text(line)])).collect();
            cells.push(Cell { row, column, rows: down + 1, columns: right + 1, paragraphs });
        }
    }
    BlockKind::Table(Table { rows: rows.len(), columns: rows[0].len(), cells })
}

/// 版头, 签发人, a title of two lines, several levels, a gap in the numbers, two attachments, 附注, 版记, a day in Chinese figures.
#[test]
#[expect(clippy::too_many_lines, reason = "whole printed papers")]
fn a_paper_with_everything() {
    let paper = "\
000001
特急
某县应急管理局文件
某应急发〔2024〕12号　　　　签发人：王某某

某县应急管理局关于印发《2024年安全生产
工作要点》的通知

各乡镇人民政府，县直有关单位：
    《2024年安全生产工作要点》已经局务会同意，现印发给你们，请认真贯彻落实。
    一、总体要求
    坚持安全第一。
    （一）突出重点。围绕矿山、危化品等领域。
    （二）压实责任。落实“三管三必须”。
    1.明确分工
    各单位按附件分工抓好落实。
    2.加强调度
    每季度调度一次。
    三、工作保障
    强化宣传。
    附件：1.2024年安全生产工作任务分解表
          2.检查登记表
                              某县应急管理局
                              二〇二四年三月五日
    （此件公开发布）
抄送：县委办，县人大办。
某县应急管理局办公室　　　　2024年3月6日印发
附件1
2024年安全生产工作任务分解表
序号\t工作任务\t责任单位\t完成时限
1\t排查隐患\t各乡镇\t6月底前
2\t宣传教育\t宣传科\t长期坚持
附件2
检查登记表
姓名\t电话
张三\t
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
标题: 关于印发《2024年安全生产工作要点》的通知
发文机关: 某县应急管理局
发文字号: 某应急发〔2024〕12号
主送: 各乡镇人民政府，县直有关单位
成文日期: 2024-03-05
# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写
版头: 电子
签发人: 王某某
附注: 此件公开发布
抄送:
- 县委办
- 县人大办
印发机关: 某县应急管理局办公室
印发日期: 2024-03-06
附件:
- 表: tasks.yaml
  名称: 2024年安全生产工作任务分解表
- 文: fujian-2.md
  名称: 检查登记表
---

《2024年安全生产工作要点》已经局务会同意，现印发给你们，请认真贯彻落实。

## 总体要求

坚持安全第一。

### 突出重点。

围绕矿山、危化品等领域。

### 压实责任。

落实“三管三必须”。

#### 明确分工

各单位按附件分工抓好落实。

#### 加强调度

每季度调度一次。

三、工作保障

强化宣传。
==== tasks.yaml
表名: 2024年安全生产工作任务分解表
列:
- 序号
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 排查隐患
  责任单位: 各乡镇
  完成时限: 6月底前
- 名称: 宣传教育
  责任单位: 宣传科
  完成时限: 长期坚持
==== fujian-2.md
| 姓名 | 电话 |
| --- | --- |
| 张三 |  |
====
I091 1 版头的“000001”没有导入：公开的文件不印
I091 2 版头的“特急”没有导入：公开的文件不印
I085 3 “某县应急管理局文件”认作发文机关标志，Word 文件的版头由发文机关生成
I085 4 这里认作发文字号
I085 4 这里认作签发人
I085 6 这里认作标题
I085 9 这里认作主送机关
I086 11 认作“一、”一级的标题，编号由程序生成
I086 13 认作“（一）”一级的标题，编号由程序生成
I086 14 认作“（一）”一级的标题，编号由程序生成
I086 15 认作“1.”一级的标题，编号由程序生成
I086 17 认作“1.”一级的标题，编号由程序生成
I087 19 编号“三、”与前面不衔接（接下去应为“二、”），从这里起照写在段落里，没有作为标题
I085 21 这里认作附件说明
I085 23 这里认作署名
I085 24 这里认作成文日期
I085 25 这里认作附注
I085 26 这里认作抄送机关
I085 27 这里认作印发机关和印发日期
I085 28 从这里起认作第1个附件
I085 33 从这里起认作第2个附件

"#]]
    );
}

/// Words in the signs of Markdown come out as these words; lines that are no heading stay.
#[test]
fn words_stay_as_they_are() {
    let paper = "\
关于开展春季检查的通知
各监管所：
为做好春季检查，现将有关事项通知如下：
一、检查范围
（1）重点检查 * 号标注的单位，_不得_遗漏[见清单]。
- 另有安排的除外
二、联系方式。
联系人：李某。
一、重复的编号
1.5倍以上的，从其规定。
某市市场监督管理局
2026年3月1日
以上内容由办公室解释
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
完整标题: 关于开展春季检查的通知
发文机关: 某市市场监督管理局
主送: 各监管所
成文日期: 2026-03-01
# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写
---

为做好春季检查，现将有关事项通知如下：

一、检查范围

（1）重点检查 \* 号标注的单位，\_不得\_遗漏\[见清单\]。

\- 另有安排的除外

二、联系方式。

联系人：李某。

## 重复的编号

1\.5倍以上的，从其规定。

以上内容由办公室解释
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I086 9 认作“一、”一级的标题，编号由程序生成
I085 11 这里认作署名
I085 12 这里认作成文日期
I089 13 成文日期下面的这一处没有看懂，放在了正文末尾

"#]]
    );
}

/// Without a title, a date or a signature nothing is invented.
#[test]
fn gaps_stay_gaps() {
    assert_snapshot!(
        of_text("请各股室抓紧报送。\n附件：登记表\n"),
        str![[r#"
==== notice.md
---
# 成文日期: 2024-08-01 # 原件上没有读到，请填写
# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写
附件:
- 文件: files/登记表
  名称: 登记表
---

请各股室抓紧报送。
====
I088 1 没有找到标题
I088 1 没有找到成文日期
I085 2 这里认作附件说明
I093 2 附件“登记表”的内容不在这个文件里

"#]]
    );
    assert_snapshot!(
        of_text(""),
        str![[r#"
==== notice.md
---
# 成文日期: 2024-08-01 # 原件上没有读到，请填写
# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写
---
====
I088 1 没有找到标题
I088 1 没有找到成文日期

"#]]
    );
    assert_snapshot!(
        of_text("机密★1年\n某局关于某事的通知\n某局：\n请办。\n某局\n2024年8月1日\n"),
        str![[r#"
==== notice.md
---
标题: 关于某事的通知
发文机关: 某局
主送: 某局
成文日期: 2024-08-01
# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写
---

请办。
====
I091 1 版头上标着密级“机密★1年”，没有导入：涉密文件不得公开
I085 2 这里认作标题
I085 3 这里认作主送机关
I085 5 这里认作署名
I085 6 这里认作成文日期

"#]]
    );
}

/// Typefaces, counted numbers, bold words, links, a picture, lists, tables of both kinds in the text.
#[test]
#[expect(clippy::too_many_lines, reason = "whole printed papers")]
fn a_document_of_word() {
    let title = |words| looking(Typeface::TitleSong, Align::Center, words);
    let counted = |number: &str, line: &str| {
        let number = Some((number.to_owned(), 0));
        BlockKind::Paragraph(Paragraph { number, words: vec![text(line)], ..Paragraph::default() })
    };
    let mut document = document(vec![
        title("某县教育局"),
        title("2024年工作安排"),
        words("各学校："),
        BlockKind::Paragraph(paragraph(vec![
            bold("进展："),
            text("立足“"),
            bold("实际”"),
            text("，见"),
            Words::Link { url: "https://www.gov.cn/a b".to_owned(), text: "国务院文件".to_owned() },
            text("和"),
            Words::Link { url: "./W02.xlsx".to_owned(), text: "检查表".to_owned() },
            text("。"),
        ])),
        counted("一、", "总体要求"),
        counted("1、", "按时报送"),
        counted("●", "第一点"),
        counted("●", "第二点"),
        BlockKind::Paragraph(paragraph(vec![Words::Picture(0)])),
        BlockKind::Paragraph(paragraph(vec![
            text("上图见"),
            Words::Picture(1),
            Words::LineBreak,
            text("　　换行以后。"),
        ])),
        table(&[&["类别", "数量|个", "<"], &["甲", "1", "2"], &["^", "*3*", "4"]]),
        counted("二、", "任务分工"),
        table(&[
            &["序号", "任务", "责任单位", "时限"],
            &["1", "排查", "甲科/乙科", "3月底前"],
            &["^", "^", "丙科", "4月底前"],
        ]),
        looking(Typeface::FangSong, Align::End, "某县教育局"),
        looking(Typeface::FangSong, Align::End, "2024年3月1日"),
        table(&[&["抄送：县委办。", "<"], &["某县教育局办公室", "2024年3月2日印发"]]),
    ]);
    let picture = |name: &str, bytes: &[u8]| Picture {
        name: name.to_owned(),
        bytes: bytes.to_vec(),
        words: "示意[图]".to_owned(),
    };
    document.pictures = vec![picture("image 1.png", &[0xFF, 1, 2]), picture("icon.gif", &[])];
    assert_snapshot!(
        printed(&import_document("安排.docx", &document)),
        str![[r#"
==== notice.md
---
标题: 2024年工作安排
发文机关: 某县教育局
主送: 各学校
成文日期: 2024-03-01
# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写
抄送: 县委办
印发机关: 某县教育局办公室
印发日期: 2024-03-02
附件:
- 表: tasks.yaml
  名称: 某县教育局2024年工作安排
  附件标识: false
---

**进展**：立足“**实际**”，见[国务院文件](<https://www.gov.cn/a b>)和检查表。

## 总体要求

1、按时报送

- 第一点
- 第二点

![示意\[图\]](files/image-1.png)

上图见

换行以后。

| 类别 | 数量\|个 |  |
| --- | --- | --- |
| 甲 | 1 | 2 |
|  | \*3\* | 4 |

## 任务分工
==== tasks.yaml
表名: 某县教育局2024年工作安排
列:
- 序号
- 任务
- 责任单位
- 时限
任务:
- 名称: 排查
  举措:
  - 责任单位:
    - 甲科
    - 乙科
    时限: 3月底前
  - 责任单位: 丙科
    时限: 4月底前
==== files/image-1.png: 3 bytes
====
I085 1 这里认作标题
I085 3 这里认作主送机关
I098 4 链接“./W02.xlsx”没有保留，只留下文字
I086 5 认作“一、”一级的标题，编号由程序生成
I098 10 图片“icon.gif”不在这个文件里，没有导入
I095 11 正文里的这张表有合并的单元格，导入后不再合并，文字在第一格
I086 12 认作“一、”一级的标题，编号由程序生成
I095 13 正文里的这张责任分解表写进了 tasks.yaml，排在正文后面
I085 14 这里认作署名
I085 15 这里认作成文日期
I085 16 这里认作抄送机关
I085 16 这里认作印发机关和印发日期

"#]]
    );
}

/// The fields of a portal's page fill the head; what contradicts the paper is told.
#[test]
fn fields_of_a_page() {
    let mut document = document(vec![
        words("各监管所："),
        words("现通知如下。"),
        looking(Typeface::Other, Align::End, "某市市场监督管理局"),
        looking(Typeface::Other, Align::End, "2026年3月1日"),
    ]);
    let fields = [
        ("SiteName", "某市人民政府"),
        ("ArticleTitle", "某市市场监督管理局关于开展春季检查的通知"),
        ("PubDate", "2026-03-02 15:20"),
        ("ContentSource", "市市场监督管理局"),
        ("索引号", "000000000/2026-00012"),
        ("发布机构", "市市场监督管理局"),
        ("文号", "某市监发〔2026〕9号"),
        ("成文日期", "2026-03-02"),
        ("有效性", "有效"),
    ];
    let field = |(label, value): (&str, &str)| Field {
        label: label.to_owned(),
        value: value.to_owned(),
        place: Place::Paragraph(1),
    };
    document.fields = fields.map(field).into();
    assert_snapshot!(
        printed(&import_document("页面.html", &document)),
        str![[r#"
==== notice.md
---
标题: 关于开展春季检查的通知
发文机关: 某市市场监督管理局
发文字号: 某市监发〔2026〕9号
索引号: 000000000/2026-00012
主送: 各监管所
成文日期: 2026-03-01
发布日期: 2026-03-02 15:20
来源: 市市场监督管理局
基本信息:
  发布机构: 市市场监督管理局
  有效性: 有效
---

现通知如下。
====
I085 1 这里认作主送机关
I099 1 网页上的“成文日期”是“2026-03-02”，文件里是“2026-03-01”，以文件为准
I099 1 网页上的这些信息没有导入：SiteName：某市人民政府
I085 3 这里认作署名
I085 4 这里认作成文日期

"#]]
    );
}

/// Findings are printed at the paragraph, which people count, with its words.
#[test]
fn findings_stand_at_their_paragraph() {
    let document = document(vec![
        words("某局关于某事的通知"),
        words("某局："),
        words("请办。"),
        words("某局"),
        words("2024年8月1日"),
    ]);
    let imported = import_document("通知.docx", &document);
    assert_snapshot!(
        folded(&imported.report, &imported.sources, Lang::Zh, Severity::Error),
        str![[r#"
[1m[92m提示[I085][0m[1m: 这里认作标题[0m
 [1m[94m--> [0m通知.docx:1:1
  [1m[94m|[0m
[1m[94m1[0m [1m[94m|[0m 某局关于某事的通知
  [1m[94m|[0m [1m[92m^^^^^^^^^^^^^^^^^^[0m

[1m[92m提示[I085][0m[1m: 这里认作主送机关[0m
 [1m[94m--> [0m通知.docx:2:1
  [1m[94m|[0m
[1m[94m2[0m [1m[94m|[0m 某局：
  [1m[94m|[0m [1m[92m^^^^^^[0m

[1m[92m提示[I085][0m[1m: 这里认作署名[0m
 [1m[94m--> [0m通知.docx:4:1
  [1m[94m|[0m
[1m[94m4[0m [1m[94m|[0m 某局
  [1m[94m|[0m [1m[92m^^^^[0m

[1m[92m提示[I085][0m[1m: 这里认作成文日期[0m
 [1m[94m--> [0m通知.docx:5:1
  [1m[94m|[0m
[1m[94m5[0m [1m[94m|[0m 2024年8月1日
  [1m[94m|[0m [1m[92m^^^^^^^^^^^^[0m

共 0 处错误，0 处警告，4 处提示
"#]]
    );
}

/// The bodies of paragraphs, with a place for a word that stands nowhere else.
const FORMS: [&str; 30] = [
    "一、@",
    "二、@",
    "（一）@。后文@。",
    "（二）@",
    "1.@",
    "2.@，并@。",
    "（1）@",
    "附件",
    "附件1",
    "附件2：@",
    "附件：@",
    "附件：1.@",
    "@局",
    "2024年8月1日",
    "@：",
    "抄送：@。",
    "@局2024年8月2日印发",
    "关于@的通知",
    "@局关于@的通知",
    "（@）",
    "（联系人：@）",
    "当前位置：@ > 首页",
    "@发〔2024〕1号",
    "签发人：@",
    "@局文件",
    "来源：@",
    "@",
    "@。",
    "  @\t@",
    "|@*_[`",
];

/// The words of tables.
const CELLS: [&str; 10] = ["序号", "工作任务", "责任单位", "完成时限", "@", "1", "2", "@科", "长期坚持", ""];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: proptest::test_runner::RngSeed::Fixed(2024), failure_persistence: None, ..ProptestConfig::default() })]

    /// Every word stands in a file or is told.
    #[test]
    fn no_word_is_lost(
        blocks in proptest::collection::vec((0_usize..32, 0_u8..8, proptest::collection::vec(0_usize..10, 12)), 1..24),
    ) {
        let (document, all) = random(&blocks);
        let imported = import_document("通知.docx", &document);
        let mut found = String::new();
        for (_, bytes) in &imported.files {
            found.push_str(&String::from_utf8_lossy(bytes));
        }
        for finding in imported.report.findings() {
            found.push_str(&finding.message.zh);
        }
        for word in all {
            prop_assert!(found.contains(&word), "{word} of {document:?}\n{}", printed(&imported));
        }
    }
}

/// A document of random blocks, and the words in it of which each is unlike all others.
fn random(blocks: &[(usize, u8, Vec<usize>)]) -> (Document, Vec<String>) {
    let mut all: Vec<String> = Vec::new();
    let mut filled = |form: &str| {
        let mut out = String::new();
        for (i, part) in form.split('@').enumerate() {
            if i > 0 {
                all.push(format!(
                    "词{}",
                    char::from_u32(0x4E00 + u32::try_from(all.len()).unwrap() * 7).unwrap()
                ));
                out.push_str(all.last().unwrap());
            }
            out.push_str(part);
        }
        out
    };
    let mut kinds = Vec::new();
    for (form, look, cells) in blocks {
        let Some(form) = FORMS.get(*form) else {
            let texts: Vec<String> = cells.iter().map(|cell| filled(CELLS[*cell])).collect();
            let rows: Vec<Vec<&str>> =
                texts.chunks(4).map(|row| row.iter().map(String::as_str).collect()).collect();
            let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
            kinds.push(table(&rows));
            continue;
        };
        let words = match look & 1 {
            0 => vec![text(&filled(form))],
            _ => vec![bold(&filled(form)), Words::LineBreak, text(&filled("@"))],
        };
        let typeface =
            [Typeface::Other, Typeface::TitleSong, Typeface::Hei, Typeface::FangSong][usize::from(look >> 1)];
        let look = Look { typeface, align: Align::Center, begins_page: look & 2 == 0, ..Look::default() };
        kinds.push(BlockKind::Paragraph(Paragraph { words, look, ..Paragraph::default() }));
    }
    (document(kinds), all)
}

/// A part of a body: a heading of a level with its words, or a paragraph.
fn body() -> impl Strategy<Value = Vec<(u8, String, bool)>> {
    let words = r"[一-龥“”*_#\[\]&<a-z]{2,12}";
    proptest::collection::vec((0_u8..5, words, any::<bool>()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: proptest::test_runner::RngSeed::Fixed(2024), failure_persistence: None, ..ProptestConfig::default() })]

    /// The lines that a page shows of a notice become the notice again.
    #[test]
    fn a_shown_notice_comes_back(parts in body(), names in 0_usize..3) {
        let (lines, markdown) = shown(&parts);
        let list = match names {
            0 => String::new(),
            1 => "附件：甲表\n".to_owned(),
            _ => "附件：1.甲表\n2.乙表\n".to_owned(),
        };
        let paper = format!("某局\n关于某事的通知\n甲局、乙局：\n{lines}{list}某局\n2024年8月1日\n（公开）\n");
        let imported = import_paper("通知.txt", paper.as_bytes(), Limits::default());
        let listed = match names {
            0 => "",
            1 => "附件:\n- 文件: files/甲表\n  名称: 甲表\n",
            _ => "附件:\n- 文件: files/甲表\n  名称: 甲表\n- 文件: files/乙表\n  名称: 乙表\n",
        };
        let expected = format!(
            "---\n标题: 关于某事的通知\n发文机关: 某局\n主送: 甲局、乙局\n成文日期: 2024-08-01\n# 发布日期: 2024-08-01 10:00 # 在网上发布的日期和时刻，请填写\n附注: 公开\n{listed}---\n\n{markdown}"
        );
        prop_assert_eq!(std::str::from_utf8(&imported.files[0].1).unwrap(), expected);
    }
}

/// The lines that a page shows, and the Markdown of which it is made. Levels are not left out, and a heading is followed
/// by a paragraph.
fn shown(parts: &[(u8, String, bool)]) -> (String, String) {
    let (mut lines, mut markdown) = ("现通知如下。\n".to_owned(), "现通知如下。\n\n".to_owned());
    let mut numbers = crate::read::lower::Numbers::default();
    let mut above = 0_usize;
    for (level, words, runs_on) in parts {
        let level = usize::from(*level).min(above);
        let escaped = crate::text::markdown::escaped(words);
        if level > 3 {
            writeln!(lines, "{words}，照办。").unwrap();
            writeln!(markdown, "{escaped}，照办。\n").unwrap();
            continue;
        }
        above = (level + 1).min(4);
        let number = numbers.heading(level);
        let signs = "#".repeat(level + 2);
        let rest = format!("后文{words}。");
        if *runs_on && level < 2 {
            writeln!(lines, "{number}{words}。{rest}").unwrap();
            writeln!(markdown, "{signs} {escaped}。\n\n{}\n", crate::text::markdown::escaped(&rest)).unwrap();
        } else {
            let heading = escaped.strip_suffix('#').map_or(escaped.clone(), |bare| format!("{bare}\\#"));
            writeln!(lines, "{number}{words}\n{rest}").unwrap();
            writeln!(markdown, "{signs} {heading}\n\n{}\n", crate::text::markdown::escaped(&rest)).unwrap();
        }
    }
    (lines, format!("{}\n", markdown.trim_end()))
}
