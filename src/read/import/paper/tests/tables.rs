//! Tables of a paper: which of them are 责任分解表, and what becomes of the others.

use super::{document, of_text, printed, table, words};
use crate::read::document::BlockKind;
use crate::read::import::paper::import_document;
use crate::testing::assert_snapshot;
use snapbox::str;

/// A paper up to the title of its attachment.
const FRONT: [&str; 8] = [
    "某县应急管理局关于开展检查的通知",
    "各乡镇人民政府：",
    "现将有关事项通知如下，请认真贯彻落实。",
    "附件：有关表格",
    "某县应急管理局",
    "2024年3月5日",
    "附件",
    "有关表格",
];

/// The files and the findings about a table in an attachment.
fn attached(rows: &[&[&str]]) -> String {
    let mut all: Vec<BlockKind> = FRONT.map(words).into();
    all.push(table(rows));
    let printed = printed(&import_document("通知.docx", &document(all)));
    printed.split_once("\n---\n\n").map(|(_, rest)| rest.to_owned()).unwrap_or(printed)
}

/// The head of a table, whether it becomes a file of tasks, and whether that is told.
fn line(head: &str, row: &str) -> String {
    let rows: Vec<Vec<&str>> = [head, row].map(|line| line.split(' ').collect()).into();
    let printed = attached(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let is_file = printed.contains("==== tasks.yaml");
    let kind = match (is_file, printed.contains("I102")) {
        (true, true) => "责任分解表",
        (false, true) => "有些像，不是",
        (false, false) => "不是",
        (true, false) => "没有说明！",
    };
    format!("{kind}：{head}\n")
}

/// A table of duties says what is to be done and who answers for it, or until when; projects, samples, permits, agendas,
/// assessments and blank forms are other tables.
#[test]
fn tables_of_duties_and_others() {
    let all = [
        ("序号 工作任务 责任单位 完成时限", "1 排查 执法股 6月底前"),
        ("任务 措施 责任股室 时限", "排查 查50家 执法股 6月底前"),
        ("重点工作 牵头领导 责任部门", "排查 张三 执法股"),
        ("项目 主要内容 牵头领导 责任单位", "改革 压减10项 张三 执法股"),
        ("序号 事项 承办单位 办结时限", "1 排查 执法股 6月底前"),
        ("任务 单位 时间节点", "排查 执法股 6月底前"),
        ("工作任务 完成时限", "排查 6月底前"),
        ("问题 整改措施 整改责任人 完成时限", "台账不全 补齐 张三 3月底"),
        ("抽查事项 抽查对象 责任科室 配合部门", "计量 加油站 计量股 公安局"),
        ("序号 目标任务 责任（股）室", "1 排查 执法股"),
        ("序号 被抽检单位 样品名称 不合格项目 承检单位", "1 甲超市 豆芽 腐霉利 县检验所"),
        ("考核项目 考核内容 分值 评分标准 责任单位", "领导 成立机构 5 未成立不得分 县委办"),
        ("序号 项目名称 建设内容及规模 总投资 建设单位 开工时间", "1 水厂 日供水3万吨 12000 县住建局 3月"),
        ("时间 议程内容 主持人 责任单位", "9:00 领导致辞 王主任 县政府办"),
        ("序号 事项名称 设定依据 实施机关 办理时限", "1 取水许可 《水法》 县水利局 20个工作日"),
        ("项目名称 合作内容 项目单位 联系人", "水厂 供水 县水利局 张三"),
        ("收费项目 收费标准 收费单位", "工本费 10元 车管所"),
        ("权力事项 实施依据 责任单位 责任事项", "行政处罚 《水法》 县水利局 立案"),
        ("培训内容 培训时间 培训对象 主讲人", "计量 4月 全体人员 张三"),
        ("公开事项 公开时限 公开方式 公开主体", "政策 20日 网站 办公室"),
        ("姓名 工作单位 职务", "张三 县水利局 局长"),
        ("日期 带班领导 值班人员 值班电话", "10月1日 张局长 李四 0319-111"),
        ("任务数 完成数 完成率 单位", "10 5 50% 县水利局"),
        ("序号 任务 责任单位 完成时限", "1 □新建 □ □"),
    ];
    assert_snapshot!(
        all.map(|(head, row)| line(head, row)).concat(),
        str![[r#"
责任分解表：序号 工作任务 责任单位 完成时限
责任分解表：任务 措施 责任股室 时限
责任分解表：重点工作 牵头领导 责任部门
责任分解表：项目 主要内容 牵头领导 责任单位
责任分解表：序号 事项 承办单位 办结时限
责任分解表：任务 单位 时间节点
责任分解表：工作任务 完成时限
责任分解表：问题 整改措施 整改责任人 完成时限
责任分解表：抽查事项 抽查对象 责任科室 配合部门
责任分解表：序号 目标任务 责任（股）室
不是：序号 被抽检单位 样品名称 不合格项目 承检单位
有些像，不是：考核项目 考核内容 分值 评分标准 责任单位
不是：序号 项目名称 建设内容及规模 总投资 建设单位 开工时间
有些像，不是：时间 议程内容 主持人 责任单位
不是：序号 事项名称 设定依据 实施机关 办理时限
不是：项目名称 合作内容 项目单位 联系人
不是：收费项目 收费标准 收费单位
有些像，不是：权力事项 实施依据 责任单位 责任事项
不是：培训内容 培训时间 培训对象 主讲人
不是：公开事项 公开时限 公开方式 公开主体
不是：姓名 工作单位 职务
不是：日期 带班领导 值班人员 值班电话
不是：任务数 完成数 完成率 单位
有些像，不是：序号 任务 责任单位 完成时限

"#]]
    );
}

/// A blank form is no table of duties: its left and right halves are labels.
#[test]
fn a_blank_form() {
    let rows: [&[&str]; 4] = [
        &["项目名称", "", "项目单位", ""],
        &["建设性质", "□新建　□改扩建", "总投资（万元）", ""],
        &["建设内容及规模", "", "<", "<"],
        &["单位意见", "", "<", "<"],
    ];
    assert_snapshot!(
        attached(&rows),
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== fujian-1.md
| 项目名称 |  | 项目单位 |  |
| --- | --- | --- | --- |
| 建设性质 | □新建　□改扩建 | 总投资（万元） |  |
| 建设内容及规模 |  |  |  |
| 单位意见 |  |  |  |
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作附件说明
I085 5 这里认作署名
I085 6 这里认作成文日期
I085 7 从这里起认作第1个附件
I095 9 附件里的这张表有合并的单元格，导入后不再合并，文字在第一格

"#]]
    );
}

/// The title of a table that stands in its first row is written once.
#[test]
fn a_title_within_the_table() {
    let rows: [&[&str]; 3] =
        [&["有关表格", "<", "<"], &["工作任务", "责任单位", "完成时限"], &["排查", "执法股", "6月底前"]];
    let mut all: Vec<BlockKind> = FRONT[..7].iter().copied().map(words).collect();
    all.push(table(&rows));
    let printed = printed(&import_document("通知.docx", &document(all)));
    assert_snapshot!(
        printed.split_once("\n---\n\n").unwrap().1,
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== tasks.yaml
表名: 有关表格
列:
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 排查
  责任单位: 执法股
  完成时限: 6月底前
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作附件说明
I085 5 这里认作署名
I085 6 这里认作成文日期
I085 7 从这里起认作第1个附件
I102 8 这张表认作责任分解表，1项任务写进了 tasks.yaml

"#]]
    );
}

/// Lines of a cell that only the width of the column divides are one value; others are several.
#[test]
fn lines_of_a_narrow_column() {
    let rows: [&[&str]; 8] = [
        &["工作任务", "责任单位", "完成时限"],
        &["一", "县自然资/源局", "6月/底前"],
        &["二", "县发改局/县财政/局", "2024年/12月/底前"],
        &["三", "长岭乡/人民政府", "长期/坚持"],
        &["四", "审批股/法规股", "6月底前/12月底前"],
        &["五", "财务/人事股", "2024年底前/视情况"],
        &["六", "各乡镇/县直各单位", "6月/9月"],
        &["七", "办公室/（牵头）", "长期坚持/视情况"],
    ];
    assert_snapshot!(
        attached(&rows),
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== tasks.yaml
表名: 有关表格
列:
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 一
  责任单位: 县自然资源局
  完成时限: 6月底前
- 名称: 二
  责任单位:
  - 县发改局
  - 县财政局
  完成时限: 2024年12月底前
- 名称: 三
  责任单位: 长岭乡人民政府
  完成时限: 长期坚持
- 名称: 四
  责任单位:
  - 审批股
  - 法规股
  完成时限:
  - 6月底前
  - 12月底前
- 名称: 五
  责任单位:
  - 财务
  - 人事股
  完成时限:
  - 2024年底前
  - 视情况
- 名称: 六
  责任单位:
  - 各乡镇
  - 县直各单位
  完成时限:
  - 6月
  - 9月
- 名称: 七
  责任单位: 办公室（牵头）
  完成时限:
  - 长期坚持
  - 视情况
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I085 4 这里认作附件说明
I085 5 这里认作署名
I085 6 这里认作成文日期
I085 7 从这里起认作第1个附件
I102 9 这张表认作责任分解表，7项任务写进了 tasks.yaml
I103 1 这一格的“县自然资⏎源局”分了行，有的行单独读不通，认作列太窄换的行，合成“县自然资源局”
I103 1 这一格的“县发改局⏎县财政⏎局”分了行，有的行单独读不通，认作列太窄换的行，合成“县发改局⏎县财政局”
I103 1 这一格的“长岭乡⏎人民政府”分了行，有的行单独读不通，认作列太窄换的行，合成“长岭乡人民政府”
I103 1 这一格的“办公室⏎（牵头）”分了行，有的行单独读不通，认作列太窄换的行，合成“办公室（牵头）”
I103 1 这一格的“6月⏎底前”分了行，有的行单独读不通，认作列太窄换的行，合成“6月底前”
I103 1 这一格的“2024年⏎12月⏎底前”分了行，有的行单独读不通，认作列太窄换的行，合成“2024年12月底前”
I103 1 这一格的“长期⏎坚持”分了行，有的行单独读不通，认作列太窄换的行，合成“长期坚持”

"#]]
    );
}

/// Numbers of pages that somebody typed between two parts of a table, and within the text, are left out.
#[test]
fn typed_numbers_of_pages() {
    let head: &[&str] = &["序号", "工作任务", "责任单位"];
    let mut all: Vec<BlockKind> = FRONT.map(words).into();
    all.insert(3, words("- 1 -"));
    all.push(table(&[head, &["1", "排查", "执法股"]]));
    all.push(words("—2—"));
    all.push(words("续表"));
    all.push(table(&[head, &["2", "演练", "执法股"]]));
    all.push(words("第3页 共4页"));
    all.push(table(&[&["3", "总结", "办公室"]]));
    let printed = printed(&import_document("通知.docx", &document(all)));
    assert_snapshot!(
        printed.split_once("\n---\n\n").unwrap().1,
        str![[r#"
现将有关事项通知如下，请认真贯彻落实。
==== tasks.yaml
表名: 有关表格
列:
- 序号
- 工作任务
- 责任单位
任务:
- 名称: 排查
  责任单位: 执法股
- 名称: 演练
  责任单位: 执法股
- 名称: 总结
  责任单位: 办公室
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I078 4 写在文中的页码“- 1 -；—2—；第3页 共4页”没有导入
I085 5 这里认作附件说明
I085 6 这里认作署名
I085 7 这里认作成文日期
I085 8 从这里起认作第1个附件
I102 10 这张表认作责任分解表，3项任务写进了 tasks.yaml
I100 13 这张表认作上面的表的后一部分，接成了一张，“续表”没有导入
I100 15 这张表认作上面的表的后一部分，接成了一张

"#]]
    );
}

/// Lists of people and of bodies, and signatures side by side, have no head: their rows become lines.
#[test]
fn names_in_rows() {
    let all = vec![
        words("某县教育局关于表扬的通报"),
        words("决定对下列单位和个人予以表扬。"),
        words("一、先进集体"),
        table(&[&["县第一中学", "县实验小学", "县机关幼儿园"]]),
        words("二、先进个人"),
        table(&[&["王　芳", "李　娜", "张　伟"], &["刘洋", "陈静", "欧阳修"], &["宓某", "", ""]]),
        words("三、名次"),
        table(&[&["一等奖", "二等奖"], &["张三", "李四"]]),
        words("四、名单"),
        table(&[&["姓名", "单位"], &["张三", "县教育局"]]),
        table(&[&["县教育局", "县财政局"], &["", "2024年3月1日"]]),
    ];
    assert_snapshot!(
        printed(&import_document("通报.docx", &document(all))),
        str![[r#"
==== notice.md
---
完整标题: 某县教育局关于表扬的通报
发文机关:
- 县教育局
- 县财政局
成文日期: 2024-03-01
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---

决定对下列单位和个人予以表扬。

## 先进集体

县第一中学　　县实验小学　　县机关幼儿园

## 先进个人

王　芳　　李　娜　　张　伟

刘洋　　陈静　　欧阳修

宓某

## 名次

| 一等奖 | 二等奖 |
| --- | --- |
| 张三 | 李四 |

## 名单

| 姓名 | 单位 |
| --- | --- |
| 张三 | 县教育局 |
====
I085 1 这里认作标题
I086 3 认作“一、”一级的标题，编号由程序生成
I095 4 这张表没有表头，只是把名称排成行，导入后不再是表，一行写成一段
I086 5 认作“一、”一级的标题，编号由程序生成
I095 6 这张表没有表头，只是把名称排成行，导入后不再是表，一行写成一段
I086 7 认作“一、”一级的标题，编号由程序生成
I086 9 认作“一、”一级的标题，编号由程序生成
I085 11 这里认作成文日期
I085 11 这里认作署名

"#]]
    );
}

/// A table in the body that nothing names has the heading above it for its name, never the title of the paper, which would
/// be read as a second one.
#[test]
fn a_table_in_the_body_has_a_name_of_its_own() {
    let paper = |above: &str| {
        of_text(&format!(
            "关于做好工作的通知\n各股室：\n通知如下。\n{above}\n工作任务\t责任单位\t完成时限\n排查\t执法股\t6月底前\n演练\t办公室\t9月底前\n请抓好落实。\n某县应急局\n2024年3月1日\n"
        ))
    };
    let name = |above: &str| {
        let printed = paper(above);
        printed.lines().find(|line| line.starts_with("表名")).unwrap_or("没有").to_owned()
    };
    assert_snapshot!(
        ["一、任务分工", "一、任务安排。", "任务清单", "具体安排见下表：", "一、"].map(name).join("\n"),
        str![[r#"
表名: 任务分工
表名: 任务安排
表名: 任务清单
表名: 责任分解表
表名: 责任分解表
"#]]
    );
}

/// The printed name of a table below the signature is no second title of the paper.
#[test]
fn an_equal_title_behind_the_body() {
    let paper = "\
关于做好工作的通知
各股室：
　　通知如下。
　　一、重点任务
　　抓好落实。
某县应急局
2024年3月1日
关于做好工作的通知
工作任务\t责任单位\t完成时限
排查\t执法股\t6月底前
演练\t办公室\t9月底前
";
    assert_snapshot!(
        of_text(paper),
        str![[r#"
==== notice.md
---
完整标题: 关于做好工作的通知
发文机关: 某县应急局
主送: 各股室
成文日期: 2024-03-01
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
附件:
- 表: tasks.yaml
  名称: 关于做好工作的通知
  附件标识: false
---

通知如下。

## 重点任务

抓好落实。
==== tasks.yaml
表名: 关于做好工作的通知
列:
- 工作任务
- 责任单位
- 完成时限
任务:
- 名称: 排查
  责任单位: 执法股
  完成时限: 6月底前
- 名称: 演练
  责任单位: 办公室
  完成时限: 9月底前
====
I085 1 这里认作标题
I085 2 这里认作主送机关
I086 4 认作“一、”一级的标题，编号由程序生成
I085 6 这里认作署名
I085 7 这里认作成文日期
I085 8 这里认作表名
I095 9 这张表认作责任分解表，写进了 tasks.yaml，表名用“关于做好工作的通知”，印在原来的文字后面，单独成页

"#]]
    );
}
