//! Words that stand outside of a paper or of its text: on the page around it, below its title, at its foot; and lines that
//! were wrapped by hand.

use super::*;
use crate::testing::assert_snapshot;
use snapbox::str;

const PAPER: &str = "<p>各用水户：</p><p>5月10日因检修停水，请各用水户提前储水。</p><p>附件：停水名单</p><p>临江县水利局</p><p>2026年5月8日</p>";

/// An attachment behind the element of the paper belongs to it, in an element of its own or not.
#[test]
fn attachments_behind_the_element_of_the_paper() {
    let title = "<h1>关于停水的通知</h1>";
    let own =
        "<div><p>附件</p><p>停水名单</p><p>滨河苑</p></div><p>附件下载：<a href=a.doc>停水名单.doc</a></p>";
    let beside = "<p>附件</p><p>停水名单</p><p>滨河苑</p><div class=footer>主办：县政府</div><p>不是附件</p>";
    let pages = [
        of_page(&format!("{title}<div class=content>{PAPER}</div>{own}")),
        of_page(&format!("{title}<div class=article>{PAPER}</div>{beside}")),
        of_page(&format!("{title}<div id=zoom>{PAPER}</div>{beside}")),
        of_page(&format!(
            "{title}<table><tr><td class=content>{PAPER}</td></tr><tr><td>{own}</td></tr></table>"
        )),
    ];
    let attached = "==== fujian-1.md\n滨河苑\n";
    assert!(pages.iter().all(|page| page.contains(attached)), "{pages:?}");
    assert_snapshot!(
        pages[0].clone(),
        str![[r#"
==== notice.md
---
完整标题: 关于停水的通知
发文机关: 临江县水利局
主送: 各用水户
成文日期: 2026-05-08
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 文: fujian-1.md
  名称: 停水名单
---

5月10日因检修停水，请各用水户提前储水。
==== fujian-1.md
滨河苑
====
I085 1 这里认作标题
I090 1 网页上正文以外的1处文字没有导入：附件下载：
I085 2 这里认作主送机关
I085 4 这里认作附件说明
I085 5 这里认作署名
I085 6 这里认作成文日期
I085 7 从这里起认作第1个附件
I098 10 附件文件“停水名单.doc”没有下载，链接“a.doc”没有保留

"#]]
    );
    assert!(pages[1].contains("网页上正文以外的2处文字没有导入：主办：县政府；不是附件"), "{}", pages[1]);
}

/// Everything that a page says outside of the paper is told, in one finding.
#[test]
fn words_of_the_page_are_told() {
    let before = "<div class=nav><a href=/>首页</a><a href=/a>公开</a></div><div>当前位置：<a href=/>首页</a> &gt; 通知</div>\
        <h1>关于停水的通知</h1><div>2026-05-08 来源：县水利局</div>";
    let behind = "<div class=fj><p>恢复供水时间另行通知，咨询电话0730-2225555。</p></div><p>责任编辑：小李　审核：老王</p>\
        <div>上一篇：<a href=/1>旧的</a></div><div class=rel><h3>相关阅读</h3><ul><li><a>解读</a></li></ul></div>\
        <footer>主办：县政府</footer>";
    let paper = of_page(&format!("{before}<div class=content>{PAPER}</div>{behind}"));
    let told: Vec<&str> = paper.lines().filter(|line| line.starts_with("I09")).collect();
    assert_snapshot!(
        told.join("\n"),
        str![[r#"
I090 1 网页上正文以外的7处文字没有导入：首页 公开；当前位置： 首页 > 通知；恢复供水时间另行通知，咨询电话0730-2225555。；责任编辑：小李 审核：老王；上一篇： 旧的；相关阅读 解读；主办：县政府
I099 1 网页上标题下面或者“来源”旁边的日期认作发布日期
I093 4 附件“停水名单”的内容不在这个文件里
"#]]
    );
}

/// The line below a title says when and by whom a page was put there; without the time of day it says the day alone.
#[test]
fn the_line_below_a_title_is_of_the_page() {
    let body = "<p>现予公示，有异议的请在五日内来电。</p><p>临江县民政局</p><p>2026年5月11日</p>";
    let lines = [
        "发布日期：2026-05-11 信息来源：县民政局",
        "发布时间：2026-05-11 10:20:33 信息来源：县民政局 阅读：<b>35</b>次",
        "来源：县民政局　公布日期：2026年5月11日",
        "公开日期：2026-05-11 09:05",
    ];
    let heads = lines.map(|line| {
        let page = of_page(&format!("<h1>关于临时救助的公示</h1><p>{line}</p>{body}"));
        let kept = page.lines().filter(|line| {
            ["发布日期", "来源", "基本信息", "I09"].iter().any(|start| line.starts_with(start))
                || line.contains("：2026")
        });
        kept.collect::<Vec<_>>().join("\n")
    });
    assert_snapshot!(
        heads.join("\n\n"),
        str![[r#"
发布日期: 2026-05-11
来源: 县民政局

发布日期: 2026-05-11 10:20
来源: 县民政局
I099 2 网页上的这些信息没有导入：阅读：35次

发布日期: 2026-05-11
来源: 县民政局

发布日期: 2026-05-11 09:05
"#]]
    );
    let sentence = "来源：县民政局。发布日期：另行通知。";
    let page = of_page(&format!("<h1>关于临时救助的公示</h1><p>{sentence}</p>{body}"));
    assert!(!page.contains("\n来源: "), "{page}");
}

/// Lines of a text that was wrapped by hand: joined where the sentence is plainly open, else told.
#[test]
fn wrapped_lines_of_a_text() {
    let paper = "\
某县财政局关于做好部门决算工作的通知

各预算单位：
为确保决算的质量，现将有关事项通知如
下：
一、编报范围
纳入部门预算的所有单位（含事业单位、
企业）。
各单位于2027年1月20日前报送，逾期
未报的，暂停拨款。
请各单位认真组织，按照规定时间报送
联系人：张三
某县财政局
2026年12月1日
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
标题: 关于做好部门决算工作的通知
发文机关: 某县财政局
主送: 各预算单位
成文日期: 2026-12-01
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---

为确保决算的质量，现将有关事项通知如下：

## 编报范围

纳入部门预算的所有单位（含事业单位、企业）。

各单位于2027年1月20日前报送，逾期

未报的，暂停拨款。

请各单位认真组织，按照规定时间报送

联系人：张三
====
I085 1 这里认作标题
I085 3 这里认作主送机关
I085 5 这一行认作上一行的后半，合成一段
I086 6 认作“一、”一级的标题，编号由程序生成
I085 8 这一行认作上一行的后半，合成一段
I085 10 上一行排满而没有句末标点，这一行可能是它的后半，没有合成一段
I085 13 这里认作署名
I085 14 这里认作成文日期

"#]]
    );
}

/// A table in the body is called by the line above it; a part whose head is another stays a table, and is told.
#[test]
fn a_table_of_the_body_has_its_name_above() {
    let rows = |rows: &[&str]| {
        let row = |row: &&str| format!("<tr><td>{}</td></tr>", row.replace(' ', "</td><td>"));
        format!("<table>{}</table>", rows.iter().map(row).collect::<String>())
    };
    let first = rows(&["序号 任务 措施 责任股室 完成时限", "1 稳岗 发放补贴 就业股 2026年1月"]);
    let second = rows(&["序号 任务 措施 责任股室 时限", "2 培训 培训200人 培训股 2026年6月"]);
    let page = of_page(&format!(
        "<p>关于印发任务清单的通知</p><p>各股室：</p><p>清单如下。</p><p>任务清单</p>{first}<p>续表</p>{second}\
         <p>临江县应急局</p><p>2026年1月8日</p>"
    ));
    assert_snapshot!(
        page,
        str![[r#"
==== notice.md
---
完整标题: 关于印发任务清单的通知
发文机关: 临江县应急局
主送: 各股室
成文日期: 2026-01-08
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 表: tasks.yaml
  名称: 任务清单
  附件标识: false
- 表: tasks-2.yaml
  名称: 续表
  附件标识: false
---

清单如下。

{{责任分解表 tasks.yaml}}

{{责任分解表 tasks-2.yaml}}
==== tasks.yaml
表名: 任务清单
列:
- 序号
- 任务
- 措施
- 责任股室
- 完成时限
任务:
- 名称: 稳岗
  举措:
  - 内容: 发放补贴
    责任股室: 就业股
    完成时限: 2026年1月
==== tasks-2.yaml
表名: 续表
列:
- 序号
- 任务
- 措施
- 责任股室
- 时限
任务:
- 编号: '2'
  名称: 培训
  举措:
  - 内容: 培训200人
    责任股室: 培训股
    时限: 2026年6月
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作表名
I102 5 这张表认作责任分解表，1项任务写进了 tasks.yaml，表名用“任务清单”，仍印在原处
I085 15 这里认作表名
I100 16 这张表写明是续表，表头与上面的表不同，不能确定是不是同一张，没有接起来
I102 16 这张表认作责任分解表，1项任务写进了 tasks-2.yaml，表名用“续表”，仍印在原处
I085 26 这里认作署名
I085 27 这里认作成文日期

"#]]
    );
}

/// Lines about the printing of a paper are left out, and told; 抄报 stays in the body though an attachment stands before it.
#[test]
fn lines_at_the_foot_behind_an_attachment() {
    let paper = "\
关于印发任务的通知

各股室：
　　现将任务印发给你们。
　　附件：任务分解表
　　　　　　　　　　　　　　　　临江县应急局
　　　　　　　　　　　　　　　　2026年1月8日
附件
任务分解表
序号\t任务\t措施\t责任股室\t完成时限
1\t稳岗\t发放补贴\t就业股\t2026年1月
2\t培训\t培训200人\t培训股\t2026年6月
抄报：县委办公室。
抄送：县政府办公室。
临江县应急局办公室　　2026年1月8日印发
校对：张三　打印：李四
（共印50份）
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
完整标题: 关于印发任务的通知
发文机关: 临江县应急局
主送: 各股室
成文日期: 2026-01-08
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
抄送: 县政府办公室
印发机关: 临江县应急局办公室
印发日期: 2026-01-08
附件:
- 表: tasks.yaml
  名称: 任务分解表
---

现将任务印发给你们。

抄报：县委办公室。
==== tasks.yaml
表名: 任务分解表
列:
- 序号
- 任务
- 措施
- 责任股室
- 完成时限
任务:
- 名称: 稳岗
  举措:
  - 内容: 发放补贴
    责任股室: 就业股
    完成时限: 2026年1月
- 名称: 培训
  举措:
  - 内容: 培训200人
    责任股室: 培训股
    完成时限: 2026年6月
====
I085 1 这里认作标题
I085 3 这里认作主送机关
I085 5 这里认作附件说明
I085 6 这里认作署名
I085 7 这里认作成文日期
I085 8 从这里起认作第1个附件
I102 10 这张表认作责任分解表，2项任务写进了 tasks.yaml
I089 13 版记里只印“抄送”，“抄报：县委办公室。”照写在正文末尾
I085 14 这里认作抄送机关
I085 15 这里认作印发机关和印发日期
I091 16 版记的“校对：张三　打印：李四”没有导入：公开的文件不印
I091 17 版记的“（共印50份）”没有导入：公开的文件不印

"#]]
    );
}
