//! Fields and words of a page that is read into a document.

use snapbox::str;

use super::*;
use crate::testing::assert_snapshot;

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

/// Superscript and subscript of a page: digits by characters of their own, other words on the line and told.
#[test]
fn letters_above_and_below_the_line() {
    let page = "<html><body><h1>某局关于检查的通知</h1><div class=\"TRS_Editor\"><p>各单位：</p><p>面积500m<sup>2</sup>，处理10<sup>5</sup>件，减少CO<sub>2</sub>，按方案<sup>注1</sup>办理。</p><p>某局</p><p>2024年8月1日</p></div></body></html>";
    let made = printed(&import_paper("通知.html", page.as_bytes(), Limits::default()));
    assert!(made.contains("面积500m²，处理10⁵件，减少CO₂，按方案注1办理。"), "{made}");
    assert!(made.contains("I092") && made.contains("“注1”是上标或下标，导入后排成一行"), "{made}");
}
