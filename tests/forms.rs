//! Forms that stand in correctly written papers: none of them is a finding.

use snapbox::str;

use crate::support::{Project, assert_snapshot};

/// A project without a catalogue of 主动公开基本目录, whose notices show a block of 元数据.
fn project(body: &str, table: &str) -> Project {
    let project = Project::empty();
    project
        .write(
            "content/site.yaml",
            // Years after the last notice the column is stale.
            "名称: 某局政务公开\n域名: www.example.gov.cn\n网站标识码: \"4306820001\"\n元数据: [发布机构, 文号, 成文日期, 公开方式]\n规则级别: {L003: 关闭, L014: 关闭}\n",
        )
        .write("content/offices.yaml", "股室:\n  - {名称: 甲局, 别名: [乙局]}\n  - 丙局\n")
        .write("content/lan/column.yaml", "名称: 栏目\n说明: 某局的通知\n类型: 政策文件\n")
        .write(
            "content/lan/tongzhi/notice.md",
            format!(
                "---\n标题: 关于做好某项工作的通知\n发文字号: 某发〔2024〕8号\n发文机关: 某局\n成文日期: 2024-04-01\n发布日期: 2024-04-02 09:00\n\
                 内容概述: 分解任务。\n关键词: [分解]\n附件:\n  - {{表: tasks.yaml, 名称: 任务分工表}}\n基本信息:\n  公开方式: 政府网站\n---\n{body}"
            ),
        )
        .write("content/lan/tongzhi/tasks.yaml", table);
    project
}

const BODY: &str = "\
2024年3月24日，某局向上级报送了方案。现将有关事项通知如下。

## 优化口岸服务

#### 压缩通关时间

整体通关时间压缩一半。（海关总署负责）

#### 加强监督检查

加强检查、督促，等等。每年1月底前报送上一年度总结。

（此件公开发布）
";

const TABLE: &str = "\
表名: 任务分工表
列: [类别, 序号, 工作任务, 责任单位, 完成时限]
分组:
  - 名称: 服务
    任务:
      - {编号: 1, 名称: 压缩时间, 责任单位: 甲局（乙局）, 完成时限: 2024年底前，并长期坚持}
      - {编号: 2, 名称: 优化流程, 责任单位: 丙局, 完成时限: 每年1月底前}
  - 名称: 监督
    任务:
      - {编号: 1, 名称: 加强检查, 责任单位: 丙局, 完成时限: 长期坚持}
      - {编号: 2, 名称: 通报情况, 责任单位: 甲局, 完成时限: 2026年12月底前}
";

#[test]
fn forms_of_correctly_written_papers_are_no_findings() {
    // Long after 2024: what is kept up is never overdue.
    let run = project(BODY, TABLE).run_on("2025-06-01", &["check"]);
    assert_snapshot!(
        format!("{}{}", run.stdout(), run.stderr()),
        str![[r#"
共 0 处错误，0 处警告，0 处提示

"#]]
    );
}

#[test]
fn numbers_of_a_source_paper_are_one_note() {
    let table = "表名: 任务分工表\n列: [序号, 工作任务, 责任单位, 完成时限]\n任务:\n".to_owned()
        + &[1, 2, 3, 68, 70, 95]
            .map(|n| format!("  - {{编号: {n}, 名称: 任务{n}, 责任单位: 丙局, 完成时限: 长期坚持}}\n"))
            .concat();
    let run = project(BODY, &table).run_on("2025-06-01", &["check"]);
    assert_snapshot!(
        format!("{}{}", run.stdout(), run.stderr()),
        str![[r#"
提示[T006]: 编号从“3”跳到“68”，像是沿用了原文件的编号
 --> content/lan/tongzhi/tasks.yaml:7:10
  |
7 |   - {编号: 68, 名称: 任务68, 责任单位: 丙局, 完成时限: 长期坚持}
  |            ^^
  |
建议: 确是沿用的，不必修改；漏了任务的，补上

共 0 处错误，0 处警告，1 处提示
下一步：没有错误，可以运行 gongkai build；警告和提示请逐处核对，不必改的可以放行

"#]]
    );
}
