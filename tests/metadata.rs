//! 元数据: a portal's block, filled in from what a notice says already.

use std::fs;

use scraper::{Html, Selector};

use crate::support::{Project, copy, repository};

const NOTICE: &str = "zhengce/jiedu/2025-tongbao";

/// The case `portal` with other lines for the block, and other fields in 基本信息.
fn project(lines: &str, fields: &str) -> Project {
    let project = Project::empty();
    copy(&repository().join("tests/site/portal/content"), &project.path("content"));
    project.change("content/site.yaml", "元数据: 组配分类型\n", lines);
    let notice = format!("content/{NOTICE}/notice.md");
    project.change(&notice, "基本信息:\n  所属领域: 安全生产\n  公开方式: 主动公开\n", fields);
    project
}

/// The rows of 基本信息: names and values by turns.
fn block(project: &Project) -> Vec<Vec<String>> {
    let page =
        fs::read_to_string(project.build_later().path(&format!("output/site/{NOTICE}/index.html"))).unwrap();
    let page = Html::parse_document(&page);
    let cells = Selector::parse("th, td").unwrap();
    let rows = Selector::parse("#jiben tr").unwrap();
    let rows = page
        .select(&rows)
        .map(|row| row.select(&cells).map(|cell| cell.text().collect()).collect::<Vec<String>>());
    rows.collect()
}

#[test]
fn nothing_is_written_twice() {
    let fields = "基本信息:\n  主题分类: [安全生产, 应急管理]\n  公开方式: 主动公开\n";
    assert_eq!(
        block(&project("元数据: 组配分类型\n", fields)),
        [
            vec!["索引号", "11430682006543210A/202504-00008", "组配分类", ""],
            vec!["发布机构", "某县应急管理局", "主题分类", "安全生产，应急管理"],
            vec!["名称", "某县应急管理局关于2025年第一季度检查情况的通报"],
            vec!["文号", "某应急〔2025〕8号", "成文日期", "2025-04-10"],
            vec!["发布日期", "2025-04-11"],
            vec!["公开方式", "主动公开"],
        ]
    );
}

#[test]
fn names_one_by_one_and_what_is_empty() {
    let names = "元数据: [有效性, 文号, 内容概述, 公开目录, 废止日期]\n";
    let fields = "基本信息:\n  文号:\n  有效性: 无\n";
    let rest = [
        vec!["内容概述", "通报第一季度检查“三类企业”的情况 & 下一步安排"],
        vec!["公开目录", "政策文件 > 解读与通报"],
    ];
    let first = vec!["有效性", "无", "文号", ""];
    for (absent, last) in [
        ("", Some(vec!["废止日期", ""])),
        ("元数据空缺: 留空\n", Some(vec!["废止日期", ""])),
        ("元数据空缺: 无\n", Some(vec!["废止日期", "无"])),
        ("元数据空缺: 不显示\n", None),
    ] {
        let rows: Vec<Vec<&str>> = std::iter::once(first.clone()).chain(rest.clone()).chain(last).collect();
        assert_eq!(block(&project(&format!("{names}{absent}"), fields)), rows, "{absent}");
    }
}

/// A notice that says nothing in 基本信息 has the block all the same, and links lead to it.
#[test]
fn the_block_stands_alone() {
    let project = project("元数据: [索引号, 文号]\n", "");
    project.change(&format!("content/{NOTICE}/notice.md"), "[附件](#fujian-1)", "[附件](#jiben)");
    assert_eq!(block(&project), [["索引号", "11430682006543210A/202504-00008", "文号", "某应急〔2025〕8号"]]);
}

#[test]
fn a_block_that_is_not_known_is_asked_about() {
    let found = project("元数据: 组配分内型\n元数据空缺: 空白\n", "").run(&["check"]).stdout();
    assert!(found.contains("不认识“组配分内型”") && found.contains("是否想写“组配分类型”？"), "{found}");
    assert!(found.contains("不认识“空白”") && found.contains("可用：留空、无、不显示"), "{found}");
}

/// Names as portals typeset them, and those that other portals have for the same.
#[test]
fn names_of_other_portals_are_filled_in() {
    let names = "元数据: [索 引 号, 名　　称：, 制发机构, 文件编号, 生成时间, 公开时间, 内容摘要]\n";
    assert_eq!(
        block(&project(names, "基本信息:\n  文 件 编 号: 某应急〔2025〕9号\n")),
        [
            vec!["索 引 号", "11430682006543210A/202504-00008"],
            vec!["名　　称：", "某县应急管理局关于2025年第一季度检查情况的通报"],
            vec!["制发机构", "某县应急管理局", "文件编号", "某应急〔2025〕9号"],
            vec!["生成时间", "2025-04-10", "公开时间", "2025-04-11 09:30"],
            vec!["内容摘要", "通报第一季度检查“三类企业”的情况 & 下一步安排"],
        ]
    );
}

/// Some portals have the block above the paper and once more behind it.
#[test]
fn the_block_may_stand_twice() {
    let lines = "元数据: [索引号, 文号]\n元数据位置: [正文前, 基本信息]\n";
    let project = project(lines, "");
    let page =
        fs::read_to_string(project.build_later().path(&format!("output/site/{NOTICE}/index.html"))).unwrap();
    let page = Html::parse_document(&page);
    let heads = |selector: &str| page.select(&Selector::parse(selector).unwrap()).count();
    assert_eq!((heads("#xiangxi table.above th"), heads("#jiben th")), (2, 2));
}
