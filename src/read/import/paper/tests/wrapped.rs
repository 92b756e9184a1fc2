//! Parts of papers that are written over several lines, or where pages put them.

use super::{document, of_text, paragraph, printed, text, words};
use crate::read::document::{BlockKind, Words};
use crate::read::import::paper::import_document;
use crate::testing::assert_snapshot;
use snapbox::str;

/// Names in 附件说明 that were wrapped by hand, and 主送 over two lines; 抄报 stays what it is.
#[test]
fn names_and_addressees_over_two_lines() {
    let paper = "\
某县应急管理局关于开展检查的通知

各乡镇人民政府，县教育局、
县卫生健康局：
    现将有关事项通知如下，请认真贯彻落实。
    附件：1.2024年安全生产重点工作任务
    分解表
    2.检查登记表（危险化学品、
    矿山）
                              某县应急管理局
                              2024年3月5日
抄报：市应急管理局。
抄送：县委办。
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
标题: 关于开展检查的通知
发文机关: 某县应急管理局
主送: 各乡镇人民政府，县教育局、县卫生健康局
成文日期: 2024-03-05
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
抄送: 县委办
附件:
- 文件: files/2024年安全生产重点工作任务分解表
  名称: 2024年安全生产重点工作任务分解表
- 文件: files/检查登记表（危险化学品、矿山）
  名称: 检查登记表（危险化学品、矿山）
---

现将有关事项通知如下，请认真贯彻落实。

抄报：市应急管理局。
====
I085 1 这里认作标题
I085 3 这里认作主送机关
I085 4 这里认作主送机关
I085 6 这里认作附件说明
I093 6 附件“2024年安全生产重点工作任务分解表”的内容不在这个文件里
I085 7 这一行认作上一行附件名称的后半，合成“2024年安全生产重点工作任务分解表”
I093 8 附件“检查登记表（危险化学品、矿山）”的内容不在这个文件里
I085 9 这一行认作上一行附件名称的后半，合成“检查登记表（危险化学品、矿山）”
I085 10 这里认作署名
I085 11 这里认作成文日期
I089 12 版记里只印“抄送”，“抄报：市应急管理局。”照写在正文末尾
I085 13 这里认作抄送机关

"#]]
    );
}

/// Lines between 附件说明 and the signature that are no names are kept in the body.
#[test]
fn other_lines_below_the_names_stay() {
    let paper = "\
某县应急管理局关于开展检查的通知
各乡镇人民政府：
    请认真贯彻落实。
    附件：检查登记表
    特此通知
    联系电话：3720055
                              某县应急管理局
                              2024年3月5日
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
标题: 关于开展检查的通知
发文机关: 某县应急管理局
主送: 各乡镇人民政府
成文日期: 2024-03-05
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 文件: files/检查登记表
  名称: 检查登记表
---

请认真贯彻落实。

特此通知

联系电话：3720055
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作附件说明
I093 4 附件“检查登记表”的内容不在这个文件里
I085 7 这里认作署名
I085 8 这里认作成文日期

"#]]
    );
}

/// The list of attachments behind the date, as portals print it.
#[test]
fn names_behind_the_date() {
    let paper = "\
某县应急管理局关于开展检查的通知
各乡镇人民政府：
    请认真贯彻落实。
                              某县应急管理局
                              2024年3月5日
附件：1.值班表
2.检查登记表
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
标题: 关于开展检查的通知
发文机关: 某县应急管理局
主送: 各乡镇人民政府
成文日期: 2024-03-05
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 文件: files/值班表
  名称: 值班表
- 文件: files/检查登记表
  名称: 检查登记表
---

请认真贯彻落实。
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作署名
I085 5 这里认作成文日期
I085 6 这里认作附件说明
I093 6 附件“值班表”的内容不在这个文件里
I093 7 附件“检查登记表”的内容不在这个文件里

"#]]
    );
}

/// Lines of an attached paper that were wrapped by hand are joined as those of the body; a list of names stays.
#[test]
fn wrapped_lines_of_attachments() {
    let text = of_text(
        "关于开展检查的通知\n各乡镇：\n请落实。\n附件：1.检查办法\n2.企业名单\n某县应急管理局\n2024年3月5日\n附件1\n检查办法\n第一条　为规范安全生产检查工作，根据《中华人民共和国安\n全生产法》，制定本办法。\n第二条　检查分为日常检查、专项检查、联合检查（含部门联\n合、区域联合）。\n第三条　检查由各乡镇按照属地管理的原则分别组织，并且报\n县应急管理局备案。\n附件2\n企业名单\n某县第一危险化学品经营有限公司\n某县第二危险化学品经营有限公司\n某县第三危险化学品经营有限公司\n",
    );
    let (_, rest) = text.split_once("==== fujian-1.md").unwrap();
    assert_snapshot!(
        rest,
        str![[r#"

第一条　为规范安全生产检查工作，根据《中华人民共和国安全生产法》，制定本办法。

第二条　检查分为日常检查、专项检查、联合检查（含部门联合、区域联合）。

第三条　检查由各乡镇按照属地管理的原则分别组织，并且报

县应急管理局备案。
==== fujian-2.md
某县第一危险化学品经营有限公司

某县第二危险化学品经营有限公司

某县第三危险化学品经营有限公司
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作附件说明
I085 6 这里认作署名
I085 7 这里认作成文日期
I085 8 从这里起认作第1个附件
I085 11 这一行认作上一行的后半，合成一段
I085 13 这一行认作上一行的后半，合成一段
I085 15 上一行排满而没有句末标点，这一行可能是它的后半，没有合成一段
I085 16 从这里起认作第2个附件

"#]]
    );
}

/// Paragraphs of a Word document that are the lines of one, and lines within a paragraph.
#[test]
fn wrapped_paragraphs_of_a_document() {
    let broken = BlockKind::Paragraph(paragraph(vec![
        text("各单位于2027年1月20日前报送决算，"),
        Words::LineBreak,
        text("逾期的暂停拨款。"),
    ]));
    let parts = vec![
        words("某县财政局关于做好部门决算工作的通知"),
        words("各预算单位："),
        words("为确保决算的质量，现将有关事项通知如"),
        words("下："),
        words("一、编报范围"),
        words("纳入部门预算的所有单位（含事业单位、"),
        words("企业）。"),
        broken,
        words("请各单位认真组织，按照规定的时间报送"),
        words("决算材料。"),
        words("某县财政局"),
        words("2026年12月1日"),
    ];
    let text = printed(&import_document("通知.docx", &document(parts)));
    let (_, rest) = text.split_once("\n---\n\n").unwrap();
    assert_snapshot!(
        rest,
        str![[r#"
为确保决算的质量，现将有关事项通知如下：

## 编报范围

纳入部门预算的所有单位（含事业单位、企业）。

各单位于2027年1月20日前报送决算，逾期的暂停拨款。

请各单位认真组织，按照规定的时间报送

决算材料。
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这一行认作上一行的后半，合成一段
I086 5 认作“一、”一级的标题，编号由程序生成
I085 7 这一行认作上一行的后半，合成一段
I085 8 这一行认作上一行的后半，合成一段
I085 10 上一行排满而没有句末标点，这一行可能是它的后半，没有合成一段
I085 11 这里认作署名
I085 12 这里认作成文日期

"#]]
    );
}

/// In a text whose paragraphs are indented, a full line without a stop has its rest in the line that is not.
#[test]
fn wrapped_lines_without_an_indent() {
    let paper = "\
某局关于开展检查的通知

各单位：
    根据上级安排，决定从2026年6月1日起至8月31日止，在全市范围内开展安全生产大检查，现将有关
事项通知如下：
    一、检查范围。所有危险化学品、烟花爆竹、非煤矿山、建筑施工、道路运输、人员密集场所等重点行
业领域，以及医院、学校、商场、车站、景区、养老机构、文物古建筑、大型综合体、劳动密集型企业和
高层建筑。
    二、检查时间
    6月1日至8月31日。
                          某局
                          2026年5月25日
";
    let text = of_text(paper);
    let (_, rest) = text.split_once("\n---\n\n").unwrap();
    assert_snapshot!(
        rest,
        str![[r#"
根据上级安排，决定从2026年6月1日起至8月31日止，在全市范围内开展安全生产大检查，现将有关事项通知如下：

## 检查范围。

所有危险化学品、烟花爆竹、非煤矿山、建筑施工、道路运输、人员密集场所等重点行业领域，以及医院、学校、商场、车站、景区、养老机构、文物古建筑、大型综合体、劳动密集型企业和高层建筑。

## 检查时间

6月1日至8月31日。
====
I085 1 这里认作标题
I085 3 这里认作主送机关
I085 5 这一行认作上一行的后半，合成一段
I086 6 认作“一、”一级的标题，编号由程序生成
I085 7 这一行认作上一行的后半，合成一段
I085 8 这一行认作上一行的后半，合成一段
I086 9 认作“一、”一级的标题，编号由程序生成
I085 11 这里认作署名
I085 12 这里认作成文日期

"#]]
    );
}

/// Lines of a form, titles and words that are set out with spaces are no full lines.
#[test]
fn short_lines_without_stops() {
    let parts = [
        "关于启用网站的通知",
        "各单位：",
        "网址：www.nl.gov.cn，请访问。",
        "勾选：□同意　☑不同意　○其他",
        "编号①②③㈠㈡⒈⒉⑴⑵ⅠⅡ",
        "关于做好2026年城乡居民医保参保缴费工作的通知",
        "2026-09-12　作者：社保所",
        "某县民政局",
        "2026年3月2日",
    ];
    let text = printed(&import_document("通知.docx", &document(parts.map(words).into())));
    assert!(!text.contains("上一行"), "{text}");
}
