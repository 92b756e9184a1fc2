//! Fields that portals have beside a paper: known ones, their own, and several of them in a line.

use super::*;
use crate::testing::assert_snapshot;
use snapbox::str;

/// The head of `notice.md` and the findings about fields, of a page with this above the paper.
fn head(above: &str) -> String {
    let paper = "<div id=zoom><p>各科室：</p><p>正文内容一句话，较长一些的文字，便于识别正文所在的位置，请遵照执行。</p>\
        <p>某县林业局</p><p>2026年3月1日</p></div><div class=footer>主办：某县人民政府 承办：县政府办 <a>地图</a></div>";
    let menu = "<ul><li><a href=#>首页</a></li><li><a href=#>政务公开</a></li></ul>";
    let page = format!("<!DOCTYPE html><html><body>{menu}{above}{paper}</body></html>");
    let text = printed(&import_paper("页面.html", page.as_bytes(), Limits::default()));
    let (head, rest) = text.split_once("\n---\n\n").unwrap_or((&text, ""));
    let findings = rest.lines().filter(|line| line.starts_with("I099") || line.starts_with("I088"));
    findings.fold(head.to_owned(), |all, line| format!("{all}\n{line}"))
}

const TITLE: &str = "<h1>关于测试事项的通知</h1>";

/// Labels that no list has stand beside known ones.
#[test]
fn own_fields_of_a_portal_are_kept() {
    let rows = "索引号=X-1 信息分类=林业 公文种类=通知 生成日期=2026-03-01 有效期=长期 关键词=防火 公开日期=2026-03-02 \
        签发人=李四 联系电话=0730-1 自定义怪项=怪值 语&emsp;种=中文 自定义怪项=另一值 空项= 服务对象=企业";
    let row = |(label, value): (&str, &str)| format!("<tr><td><b>{label}：</b></td><td>{value}</td></tr>");
    let rows: String = rows.split(' ').filter_map(|row| row.split_once('=')).map(row).collect();
    assert_snapshot!(
        head(&format!("{TITLE}<table>{rows}</table>")),
        str![[r#"
==== notice.md
---
完整标题: 关于测试事项的通知
发文机关: 某县林业局
索引号: X-1
主送: 各科室
成文日期: 2026-03-01
发布日期: 2026-03-02
关键词: 防火
基本信息:
  信息分类: 林业
  公文种类: 通知
  有效期: 长期
  签发人: 李四
  联系电话: 0730-1
  自定义怪项: 怪值
  语种: 中文
  服务对象: 企业
I099 1 网页上的这些信息没有导入：自定义怪项：另一值
"#]]
    );
    let list = "<div class=info><span>来源：县林业局</span><span>发布时间：2026-03-02 10:30</span><span>浏览次数：23</span></div>\
        <ul class=xx><li><label>索 引 号:</label><span>X-2</span></li><li><label>文 号:</label><span>某林〔2026〕1号</span></li>\
        <li><label>自定义:</label><span>值一</span></li></ul>";
    assert_snapshot!(
        head(&format!("{TITLE}{list}")),
        str![[r#"
==== notice.md
---
完整标题: 关于测试事项的通知
发文机关: 某县林业局
发文字号: 某林〔2026〕1号
索引号: X-2
主送: 各科室
成文日期: 2026-03-01
发布日期: 2026-03-02 10:30
来源: 县林业局
基本信息:
  自定义: 值一
I099 1 网页上的这些信息没有导入：浏览次数：23
"#]]
    );
}

/// Portals write source, time and counter in one line.
#[test]
fn a_line_is_cut_at_its_labels() {
    let lines = [
        "<div>来源：县林业局 发布时间：2026-03-02 10:30 浏览次数：23 【字体：大 中 小】</div>",
        "<p class=ly>发布时间：2026-03-02 10:30　来源：县林业局　作者：张三　点击数：5</p>",
        "<p>来源：县林业局　　发布时间：2026-03-02 10:30　　浏览次数：23</p>",
        "<p>发布时间：2026-03-02 10:30　　信息来源：县林业局</p>",
        "<div>索引号：X-2　文号：某林〔2026〕1号　发布机构：县林业局　公开日期：2026-03-02</div>",
    ];
    let [first, others @ ..] = lines.map(|line| head(&format!("{TITLE}{line}")) + "\n");
    assert_snapshot!(
        &first,
        str![[r#"
==== notice.md
---
完整标题: 关于测试事项的通知
发文机关: 某县林业局
主送: 各科室
成文日期: 2026-03-01
发布日期: 2026-03-02 10:30
来源: 县林业局
I099 1 网页上的这些信息没有导入：浏览次数：23；字体：大 中 小

"#]]
    );
    assert_snapshot!(
        others.map(|other| changes(&first, &other)).join("\n"),
        str![[r#"
-I099 1 网页上的这些信息没有导入：浏览次数：23；字体：大 中 小
+I099 1 网页上的这些信息没有导入：作者：张三；点击数：5

-I099 1 网页上的这些信息没有导入：浏览次数：23；字体：大 中 小
+I099 1 网页上的这些信息没有导入：浏览次数：23

-I099 1 网页上的这些信息没有导入：浏览次数：23；字体：大 中 小

+发文字号: 某林〔2026〕1号
+索引号: X-2
-发布日期: 2026-03-02 10:30
-来源: 县林业局
-I099 1 网页上的这些信息没有导入：浏览次数：23；字体：大 中 小
+发布日期: 2026-03-02
+基本信息:
+  发布机构: 县林业局

"#]]
    );
}

/// The title stands in a heading of the second level, in an element that is called so, or in the title of the window alone.
#[test]
fn titles_of_pages() {
    let window = "<title>关于测试事项的通知_某县人民政府</title>";
    let heads = ["<h2>关于测试事项的通知</h2>", "<div id=title>关于测试事项的通知</div>", ""]
        .map(|title| head(&format!("{window}{title}")).lines().nth(2).unwrap_or_default().to_owned());
    assert_snapshot!(
        heads.join("\n"),
        str![[r#"
完整标题: 关于测试事项的通知
完整标题: 关于测试事项的通知
完整标题: 关于测试事项的通知
"#]]
    );
}

/// Labels of portals with letters and digits, long ones, and labels without a space between them.
#[test]
fn labels_of_every_form() {
    let above = "<table><tr><td>索引号：</td><td>X-1</td></tr><tr><td>公开方式：</td><td>主动公开</td></tr><tr><td>OA编号：</td><td>7</td></tr>\
        <tr><td>政策文件PDF版：</td><td>有</td></tr><tr><td>公开事项所属领域及其二级分类：</td><td>林业</td></tr></table>\
        <div>文号：某林〔2026〕1号发布日期：2026-03-02 10:30信息来源：县林业局</div>";
    assert_snapshot!(
        head(&format!("{TITLE}{above}")),
        str![[r#"
==== notice.md
---
完整标题: 关于测试事项的通知
发文机关: 某县林业局
发文字号: 某林〔2026〕1号
索引号: X-1
主送: 各科室
成文日期: 2026-03-01
发布日期: 2026-03-02 10:30
来源: 县林业局
基本信息:
  公开方式: 主动公开
  OA编号: '7'
  政策文件PDF版: 有
  公开事项所属领域及其二级分类: 林业
"#]]
    );
}

/// A day beside 来源 without a label is that of the page's publication, wherever the line stands; alone it is not.
#[test]
fn days_beside_the_source() {
    let of = |line: &str, is_inside: bool| {
        let (above, within) = if is_inside { ("", line) } else { (line, "") };
        of_page(&format!(
            "<title>某局关于公布名单的通知</title>{above}<div class=\"article\"><h1>某局关于公布名单的通知</h1>{within}\
             <p>各单位：</p><p>现予公布。</p><p>某局</p><p>2024年3月5日</p></div>"
        ))
    };
    for line in [
        "<div><span>来源：某社</span><span>2024-03-06 10:20</span></div>",
        "<div><span>2024年3月6日 10:20</span><span>来源：某社</span></div>",
        "<div>2024-03-06 10:20:31　来源：某社　浏览：20</div>",
        "<p>来源：某社 时间：2024-03-06 10:20</p>",
    ] {
        for is_inside in [false, true] {
            let text = of(line, is_inside);
            let has = |words: &str| assert!(text.contains(words), "{words}\n{line}\n{text}");
            has("\n发布日期: 2024-03-06 10:20\n");
            has("\n来源: 某社\n");
            has("网页上标题下面或者“来源”旁边的日期认作发布日期\n");
            assert!(!text.contains("基本信息"), "{text}");
        }
    }
    for line in [
        "<div>2024-03-06 10:20</div>",
        "<div>2024-03-06 2024-03-07　来源：某社</div>",
        "<div><p>2024-03-06</p><p>来源：某社</p></div>",
    ] {
        for is_inside in [false, true] {
            let text = of(line, is_inside);
            assert!(text.contains("2024-03-06") && text.contains("# 发布日期"), "{text}");
        }
    }
    let text = of("<div>2024-03-06　来源：某社　发布日期：2024-03-07</div>", false);
    assert!(text.contains("\n发布日期: 2024-03-07\n") && text.contains("；2024-03-06\n"), "{text}");
}

/// Pages of old portals, whose elements have no names: the title stands above the paper, or all is laid out in tables.
#[test]
fn titles_of_old_portals() {
    let paper = "<p>各股室：</p><p>现就安全生产工作通知如下，请认真抓好落实。</p><p>一、检查范围</p><p>全县范围。</p>\
                 <p align=right>南岭县应急管理局</p><p align=right>2026年3月2日</p>";
    let title = "关于做好安全生产工作的通知";
    let pages = [
        format!(
            "<table><tr><td>首页-&gt;公告栏</td></tr></table><table><tr><td><font size=5><b><center>南岭县应急管理局<br>{title}</center></b></font></td></tr><tr><td>2026/2/25 9:00:00</td></tr><tr><td id=fontzoom>{paper}</td></tr></table>"
        ),
        format!(
            "<div class=header>某县应急管理局</div><div class=con><div class=con_tit>南岭县应急管理局{title}</div><div>字号：大 中 小</div><div id=Zoom>{paper}</div></div>"
        ),
        format!(
            "<div id=head>门户网站</div><div id=left><ul><li>工作动态</li><li>通知公告</li></ul></div><div id=main><div class=bt>南岭县应急管理局{title}</div><div class=nr>{paper}</div></div><div id=foot>某局主办　电话：0713-4567890</div>"
        ),
        format!(
            "<table><tr><td>南岭县政府网</td></tr></table><table><tr><td width=20%><ul><li>公示</li><li>公告</li></ul></td><td><table><tr><td align=center><b>南岭县应急管理局{title}</b></td></tr><tr><td>{paper}</td></tr></table></td></tr></table><table><tr><td>版权所有</td></tr></table>"
        ),
    ];
    for page in pages {
        let text = of_page(&page);
        assert!(
            text.contains(&format!("标题: {title}\n发文机关: 南岭县应急管理局\n主送: 各股室\n")),
            "{text}"
        );
        assert!(
            text.contains(
                "---\n\n现就安全生产工作通知如下，请认真抓好落实。\n\n## 检查范围\n\n全县范围。\n===="
            ),
            "{text}"
        );
        let left_out = text.lines().find(|line| line.starts_with("I090")).unwrap();
        assert!(!left_out.contains(title), "{left_out}");
    }
}

/// The title that meta tags or the window name is not left out where it stands in an element without a name.
#[test]
fn titles_that_the_page_names() {
    let paper = "<div class=content><p>各股室：</p><p>现就安全生产工作通知如下，请认真抓好落实。</p>\
                 <p>南岭县应急管理局</p><p>2026年3月2日</p></div>";
    for element in ["div class=xx", "td class=bt", "p", "center"] {
        for head in [
            "<meta name=ArticleTitle content=关于做好安全生产工作的通知>",
            "<title>关于做好安全生产工作的通知-某局</title>",
        ] {
            let name = element.split(' ').next().unwrap();
            let page = format!(
                "<html><head><meta charset=utf-8>{head}</head><body><div>首页</div><table><tr><{element}>关于做好安全生产工作的通知</{name}></table>{paper}</body></html>"
            );
            let text = printed(&import_paper("页面.html", page.as_bytes(), Limits::default()));
            assert!(text.contains("完整标题: 关于做好安全生产工作的通知\n"), "{text}");
            assert_eq!(
                text.lines().find(|line| line.starts_with("I090")),
                Some("I090 1 网页上正文以外的1处文字没有导入：首页")
            );
        }
    }
}

/// A day below the title, alone behind 日期 or beside words of the site, is the one of the page; a day of the paper is not.
#[test]
fn days_below_the_title() {
    let with = |line: &str| {
        of_page(&format!(
            "<div id=zoom><p>关于测试事项的通知</p><p>{line}</p><p>各科室：</p><p>请遵照执行，认真抓好落实。</p><p>某县林业局</p><p>2026年3月1日</p></div>"
        ))
    };
    for line in ["日期：2026-03-03", "2026-03-03　作者：社保所", "时间: 2026/3/3 点击数：56"]
    {
        let text = with(line);
        assert!(text.contains("\n发布日期: 2026-03-03\n"), "{text}");
        assert!(text.contains("I099 2 网页上标题下面或者“来源”旁边的日期认作发布日期"), "{text}");
        assert!(text.contains("---\n\n请遵照执行，认真抓好落实。\n===="), "{text}");
    }
    assert!(with("日期：2026年3月3日").contains("日期：2026年3月3日\n"));
}
