//! Correct official papers, on which no rule of wording says anything, and misprints planted into correct texts.

use std::fs;

use gongkai::pipeline::check;
use gongkai::text::near_miss::near_misses;
use jiff::civil::date;

use crate::support::Project;

/// The papers, each with its name, its head without what they share, and its text.
const PAPERS: &str = include_str!("correct/papers.txt");

/// Misprints, a line each: the text before, the right character, the wrong one, the text behind.
const MISPRINTS: &str = include_str!("correct/misprints.tsv");

/// A project with every paper as a notice of its own.
fn project() -> Project {
    let project = Project::empty();
    let write = |path: String, text: &str| {
        let path = project.path(&path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("content/site.yaml".to_owned(), "名称: 某局政务公开\n");
    write("content/offices.yaml".to_owned(), "股室: [危化股]\n");
    write("content/tongzhi/column.yaml".to_owned(), "名称: 通知\n说明: 某局的通知\n类型: 政策文件\n");
    for (n, paper) in PAPERS.split("=== ").skip(1).enumerate() {
        let (_, paper) = paper.split_once('\n').unwrap();
        let (head, text) = paper.split_once("\n---\n").unwrap();
        let (head, attachments) = head.split_once("\n附件: ").unwrap();
        let mut head = format!("{head}\n发文机关: 某市应急管理局\n发布日期: 2024-12-31\n");
        for attachment in 0..attachments.parse().unwrap() {
            head.push_str(if attachment == 0 { "附件:\n" } else { "" });
            head.extend([
                "  - {文: fujian-",
                &attachment.to_string(),
                ".md, 名称: 统计表",
                &attachment.to_string(),
                "}\n",
            ]);
            write(format!("content/tongzhi/{n}/fujian-{attachment}.md"), "统计情况见本表各栏。\n");
        }
        write(format!("content/tongzhi/{n}/notice.md"), &format!("---\n{head}---\n{text}"));
    }
    project
}

#[test]
fn correct_papers_are_left_alone() {
    assert!(PAPERS.matches("\n=== ").count() >= 30);
    let project = project();
    let checked = check(&project.path(""), date(2025, 1, 10)).unwrap();
    let of_wording = |code: &&str| code.starts_with(['W', 'T', 'S']);
    let found = checked.report.findings().iter().filter(|finding| of_wording(&finding.code.id));
    let found: Vec<String> = found
        .map(|finding| {
            let file = checked.sources.file(finding.span.file);
            let words = &file.text[finding.span.range()];
            format!("{} {}: {words}: {}", finding.code.id, file.path, finding.message.zh)
        })
        .collect();
    assert!(found.is_empty(), "{found:#?}");
    assert_eq!(checked.project.notices.len(), PAPERS.matches("=== ").count());
}

/// The figures stand in the books: of 200 misprints 32 are found with a count of 100 and more, and no right place is hit.
#[test]
fn planted_misprints_are_found_and_nothing_else_is() {
    let (mut often, mut all, mut mended) = (0, 0, 0);
    for line in MISPRINTS.lines() {
        let [before, right, wrong, behind] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let text = [before, wrong, behind].concat();
        for miss in near_misses(&text) {
            assert_eq!(miss.wrong, before.len()..before.len() + wrong.len(), "{text}");
            let text = [&text[..miss.words.start], &miss.right, &text[miss.words.end..]].concat();
            mended += usize::from(text == [before, right, behind].concat());
            all += 1;
            often += usize::from(miss.count >= 100);
        }
        assert_eq!(near_misses(&[before, right, behind].concat()), [], "{before}{right}{behind}");
    }
    assert_eq!((MISPRINTS.lines().count(), often, all, mended), (200, 32, 38, 37));
}
