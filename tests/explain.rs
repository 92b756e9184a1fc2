//! `gongkai explain`, in both languages.

use snapbox::str;

use crate::support::{assert_snapshot, program};

fn explain(arguments: &[&str]) -> (i32, String, String) {
    let output = program().arg("explain").args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn a_code_is_explained() {
    assert_snapshot!(
        explain(&["R007"]).1,
        str![[r#"
错误[R007]: wrong-date

发现什么
  不是有效的日期。

为什么
  表单里的日期只有一种写法，才能计算期限。

写错的样子
  成文日期: 2024年8月1日

怎样改正
  成文日期: 2024-08-01（发布日期可加时刻：2024-08-01 10:00）

约束力
  文件格式

自动改正
  只有一种改法的，gongkai check --fix 会改；只改写法，不动文字。先看会怎样改：gongkai check --diff

"#]]
    );
    assert_snapshot!(
        explain(&["R007", "--lang", "en"]).1,
        str![[r#"
error[R007]: wrong-date

What is found
  Not a valid date.

Why
  Fields have one form of dates, so that time limits can be computed.

Example
  成文日期: 2024年8月1日

How to mend it
  成文日期: 2024-08-01 (发布日期 may have a time: 2024-08-01 10:00)

Basis
  form of the files

Automatic correction
  gongkai check --fix corrects what has one answer; no words change. To look first: gongkai check --diff

"#]]
    );
}

#[test]
fn codes_and_names_may_be_typed_either_way() {
    let whole = explain(&["T002"]).1;
    for word in ["t002", "unknown-office", "Unknown-Office", " T002 "] {
        assert_eq!(explain(&[word]).1, whole);
    }
}

#[test]
fn every_code_is_explained_in_both_languages() {
    let codes = gongkai::pipeline::codes();
    let ids: Vec<&str> = codes.iter().map(|code| code.id).collect();
    for lang in ["zh", "en"] {
        let (exit, text, _) = explain(&[&ids[..], &["--lang", lang]].concat());
        assert_eq!(exit, 0);
        // One after the other, each beginning with its level and code.
        let mut texts = text.split("\n\n\n");
        for code in &codes {
            let text = texts.next().unwrap();
            let lines = code.about.example.lines().chain(code.about.what.zh.lines().filter(|_| lang == "zh"));
            assert!(
                text.lines().next().unwrap().ends_with(&format!("[{}]: {}", code.id, code.name)),
                "{text}"
            );
            for line in lines {
                assert!(text.contains(line), "{}: {line}", code.id);
            }
        }
        assert_eq!(texts.next(), None);
    }
}

#[test]
fn the_list_stands_in_columns() {
    let (exit, list, _) = explain(&[]);
    assert_eq!(exit, 0);
    let column = |line: &str, what: &str| gongkai::text::width::columns(line.split(what).next().unwrap());
    let codes = gongkai::pipeline::codes();
    let at: Vec<usize> =
        list.lines().zip(&codes).map(|(line, code)| column(line, code.about.what.zh)).collect();
    assert_eq!(at.len(), codes.len());
    assert!(at.iter().all(|column| *column == at[0]), "{list}");
    for (line, code) in list.lines().zip(&codes) {
        assert!(line.starts_with(code.id) && line.contains(code.name), "{line}");
    }
}

#[test]
fn an_unknown_code_is_answered_with_the_nearest() {
    let (exit, out, zh) = explain(&["T0002"]);
    assert_eq!((exit, out.as_str()), (2, ""));
    assert!(zh.starts_with("错误: 没有“T0002”这个编号；是否想问“T002”？\n\n全部编号：R001 R002 "), "{zh}");
    let (_, _, en) = explain(&["unknown-ofice", "--lang", "en"]);
    assert!(
        en.starts_with("error: there is no code \"unknown-ofice\"; did you mean \"unknown-office\"?\n"),
        "{en}"
    );
    assert!(explain(&["今天"]).2.starts_with("错误: 没有“今天”这个编号\n"));
}
