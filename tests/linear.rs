//! Time and memory grow with what is read, not with its square; what nobody could look through is counted.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::large::{CASES, FULL};
use crate::support::memory::peak;
use crate::support::schema::violations;
use crate::support::{Project, TODAY, program};

/// A hundredth of the size for which two seconds and 256 MiB are promised, in a program without optimisation: enough
/// for what grows with the cube, ends nowhere or takes memory without bound. The full sizes, in which a square shows,
/// are tried by `cargo test --profile campaign --test campaign -- texts`.
const SIZE: usize = FULL / 100;
/// Ten times the target.
const WATCHDOG: Duration = Duration::from_secs(20);
/// The target for the full size, in KiB.
const MEMORY: u64 = 256 << 10;

#[test]
fn inputs_that_are_made_to_be_slow_are_not() {
    let mut slow = Vec::new();
    for (name, make) in CASES {
        let project = Project::empty();
        for (path, text) in make(SIZE) {
            project.write(&format!("content/{path}"), text);
        }
        let out = fs::File::create(project.path("out")).unwrap();
        let mut command = program();
        command.current_dir(project.path("")).args(["check", "--today", TODAY, "--format", "json"]);
        let begun = Instant::now();
        let mut child = command.stdout(out).stderr(Stdio::null()).spawn().unwrap();
        let mut most = 0;
        let code = loop {
            most = most.max(peak(child.id()).unwrap_or(0));
            if let Some(status) = child.try_wait().unwrap() {
                break status.code();
            }
            if begun.elapsed() > WATCHDOG {
                child.kill().unwrap();
                child.wait().unwrap();
                break None;
            }
            std::thread::sleep(Duration::from_millis(2));
        };
        if !matches!(code, Some(0 | 1)) || most > MEMORY {
            slow.push(format!("{name}: exit code {code:?}, {:?}, {} MiB", begun.elapsed(), most >> 10));
        }
        let printed = fs::read(project.path("out")).unwrap();
        let printed: Value = serde_json::from_slice(&printed).unwrap_or_default();
        assert!(printed["findings"].as_array().is_some_and(|found| found.len() < 20_000), "{name}");
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

/// A project whose calendar has so many lines that cannot be read.
fn with_bad_lines(lines: usize) -> Project {
    let project = Project::clean();
    project.write("content/holidays.csv", "坏行\n".repeat(lines));
    project
}

#[test]
fn what_nobody_could_look_through_is_counted() {
    let project = with_bad_lines(1_234);
    let printed = |form: &str| {
        let run = project.run(&["check", "--format", form]);
        assert_eq!(run.code(), 1);
        run.stdout()
    };
    let json: Value = serde_json::from_str(&printed("json")).unwrap();
    assert_eq!(json["findings"].as_array().unwrap().len(), 1_000);
    let more = serde_json::json!([
        { "code": "R016", "name": "bad-holiday", "severity": "error", "file": "content/holidays.csv", "count": 234 }
    ]);
    assert_eq!(json["more"], more);
    let schema: Value = serde_json::from_str(&project.run(&["schema", "findings"]).stdout()).unwrap();
    assert_eq!(violations(&schema, &json), [""; 0]);

    let sarif: Value = serde_json::from_str(&printed("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let last = &results[1_000];
    assert_eq!(
        (results.len(), &last["ruleId"], &last["occurrenceCount"]),
        (1_001, &"R016".into(), &234.into())
    );
    assert_eq!(last["message"]["text"], "本文件中此类问题还有 234 处");
    let place = &last["locations"][0]["physicalLocation"];
    assert_eq!(
        (&place["artifactLocation"]["uri"], &place["region"]),
        (&"content/holidays.csv".into(), &Value::Null)
    );

    let github = printed("github");
    let last = github.lines().last().unwrap();
    assert_eq!(last, "::error file=content/holidays.csv,title=R016 bad-holiday::本文件中此类问题还有 234 处");

    let run = project.run(&["check"]);
    let human = run.stdout() + &run.stderr();
    let end = human.split_once("content/holidays.csv:3:1\n").unwrap().1;
    crate::support::assert_snapshot!(
        end,
        snapbox::str![[r#"
  |
3 | 坏行
  | ^^^^
  |
建议: 写成“2027-01-01,holiday,元旦”的样子
另有997处：
  content/holidays.csv:4:1、5:1、6:1、7:1、8:1、9:1、10:1、11:1、12:1、13:1、14:1、15:1、16:1、17:1、18:1、19:1、20:1、21:1、22:1、23:1、……

错误[R016]: 本文件中此类问题还有 234 处
--> content/holidays.csv

共 1234 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成

"#]]
    );
}

#[test]
fn a_thousand_are_all_shown() {
    let run = with_bad_lines(1_000).run(&["check", "--format", "json"]);
    let json: Value = serde_json::from_str(&run.stdout()).unwrap();
    assert_eq!((json["findings"].as_array().unwrap().len(), &json["more"]), (1_000, &serde_json::json!([])));
}

#[test]
fn what_was_counted_keeps_its_level() {
    let project = Project::clean();
    let notice = format!("content/{}/notice.md", crate::support::NOTICE);
    let text = fs::read_to_string(project.path(&notice)).unwrap();
    let words = "事件发生--现场上报。".repeat(1_100);
    project.write(&notice, format!("{text}\n{words}\n"));
    let more = || {
        let json: Value =
            serde_json::from_str(&project.run(&["check", "--format", "json"]).stdout()).unwrap();
        let list = json["more"].as_array().unwrap();
        list.iter()
            .map(|more| format!("{} {} {}", more["code"], more["severity"], more["count"]))
            .collect::<Vec<_>>()
    };
    assert_eq!(more(), ["\"W006\" \"warning\" 100"]);
    assert_eq!(project.run(&["check", "--deny", "warnings"]).code(), 1);
    let site = fs::read_to_string(project.path("content/site.yaml")).unwrap();
    project.write("content/site.yaml", format!("{site}规则级别: {{W006: 错误}}\n"));
    assert_eq!(more(), ["\"W006\" \"error\" 100"]);
    project.write("content/site.yaml", format!("{site}规则级别: {{W006: 关闭}}\n"));
    assert_eq!(more(), [""; 0]);
    project.write("content/site.yaml", site);
    project.change(&notice, "\n基本信息:", "\n放行: {W006: 原文如此}\n基本信息:");
    assert_eq!(more(), ["\"W006\" \"note\" 100"]);
}
