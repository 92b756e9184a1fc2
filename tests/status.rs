//! `status` and `summary`: what offices owe, and drafts of their summaries.

use serde_json::Value;
use snapbox::str;

use crate::support::dump::paragraphs;
use crate::support::sheet::sheets;
use crate::support::{NOTICE, Project, YEAR_OVER, assert_snapshot};

#[test]
fn what_each_office_owes() {
    let run = Project::year().run_on("2024-12-01", &["status"]);
    assert_eq!(run.code(), 0);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
截至2024年12月1日

关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知（每季度报送进展）
gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan

股室          逾期  30天内到期  最近报送    名单               总结
------------  ----  ----------  ----------  -----------------  ---------------
非煤矿山股    -     1           2024-11-20  已报               未报（还有9天）
危化股        -     1           2024-11-20  已报               未报（还有9天）
工贸股        -     1           2024-11-20  已报               未报（还有9天）
法规股        -     1           2024-10-18  已报               未报（还有9天）
政工党建办    -     1           2024-10-11  未报（已过125天）  未报（还有9天）
应急指挥中心  -     3           2024-11-29  已报               未报（还有9天）
救灾股        -     1           2024-11-26  未报（已过125天）  未报（还有9天）

30天内到期
  1.3   （3）制定了《临湘市安全生产治本攻坚三年行动实施方案（2024—202…
        时限2024年12月，还有30天；正在推进；局各股室、二级机构
  2.2   （2）为有力有序有效应对自然灾害和生产安全类突发性事件，根据相…
        时限2024年12月，还有30天；正在推进；应急指挥中心
  5.1   根据相关法律法规和应急预案制定《临湘市应急管理局突发事件应急处…
        时限2024年12月，还有30天；正在推进；应急指挥中心

久未报送
  3.1   1.督促各镇（街道）、部门单位根据已修编的临湘市突发事件总体预案…
        没有报送过；应急指挥中心
  4.2   2.结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织…
        没有报送过；局各股室、二级机构
  6.1   根据我市工作实际制定《临湘市镇（街道）应急能力建设“863”工作…
        没有报送过；应急指挥中心
  8.1   1、积极组织、协调红十字社会救援队参与应急演练、业务培训、相关…
        没有报送过；应急指挥中心
  8.2   2.发挥“3720055、3769918”举报热线作用，完善重大事故隐患和安全…
        没有报送过；应急指挥中心

"#]]
    );
}

#[test]
fn what_is_overdue_and_late() {
    assert_snapshot!(
        Project::year().run_on(YEAR_OVER, &["status"]).stdout(),
        str![[r#"
截至2025年1月15日

关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知（每季度报送进展）
gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan

股室          逾期  30天内到期  最近报送                      名单               总结
------------  ----  ----------  ----------------------------  -----------------  ------------------
非煤矿山股    1     -           2025-01-10                    已报               已报
危化股        1     -           2024-12-12                    已报               未报（已过36天）
工贸股        1     -           2024-11-20                    已报               未签字（已过36天）
法规股        1     -           2024-12-25                    已报               已报
政工党建办    1     -           2024-10-11（久未报送，96天）  未报（已过170天）  未报（已过36天）
应急指挥中心  1     -           2025-01-03                    已报               已报
救灾股        1     -           2024-11-26                    未报（已过170天）  未报（已过36天）

逾期
  1.3   （3）制定了《临湘市安全生产治本攻坚三年行动实施方案（2024—202…
        时限2024年12月，已过15天；滞后；局各股室、二级机构

久未报送
  3.1   1.督促各镇（街道）、部门单位根据已修编的临湘市突发事件总体预案…
        没有报送过；应急指挥中心
  4.2   2.结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织…
        没有报送过；局各股室、二级机构
  6.1   根据我市工作实际制定《临湘市镇（街道）应急能力建设“863”工作…
        没有报送过；应急指挥中心
  8.1   1、积极组织、协调红十字社会救援队参与应急演练、业务培训、相关…
        没有报送过；应急指挥中心
  8.2   2.发挥“3720055、3769918”举报热线作用，完善重大事故隐患和安全…
        没有报送过；应急指挥中心

"#]]
    );
    let english = Project::year().run_on(YEAR_OVER, &["status", "--lang", "en"]).stdout();
    assert!(
        english.contains("2024-10-11 (late, 96 days)") && english.contains("never reported"),
        "{english}"
    );
}

#[test]
fn the_same_for_programs() {
    let run = Project::year().run_on(YEAR_OVER, &["status", "--format", "json"]);
    let status: Value = serde_json::from_str(&run.stdout()).unwrap();
    let schema = Project::empty().run(&["schema", "status"]).stdout();
    let schema = serde_json::from_str(&schema).unwrap();
    assert_eq!(crate::support::schema::violations(&schema, &status), [""; 0]);
    assert_eq!(status["today"], YEAR_OVER);
    let offices = status["notices"][0]["offices"].as_array().unwrap();
    assert_eq!(offices.len(), 7);
    let of = |name: &str| offices.iter().find(|office| office["office"] == name).unwrap();
    let late = of("政工党建办");
    assert_eq!((&late["last_report"], &late["silent_days"]), (&"2024-10-11".into(), &96.into()));
    assert_eq!(late["roster"], serde_json::json!({ "state": "missing", "days": -170 }));
    assert_eq!(of("工贸股")["summary"], serde_json::json!({ "state": "unsigned", "days": -36 }));
    assert_eq!(of("非煤矿山股")["summary"]["state"], "done");
    assert_eq!(of("危化股")["overdue"][0]["item"], "1.3");
    assert_eq!(of("危化股")["overdue"][0]["days"], -15);
    assert_eq!(of("危化股")["overdue"][0]["responsible"], serde_json::json!(["局各股室、二级机构"]));
}

#[test]
fn nothing_asked_is_nothing_owed() {
    let project = Project::shipped();
    assert_eq!(project.run(&["status"]).stdout(), "截至2024年9月1日，没有需要提醒的事项\n");
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "责任股室: 救灾股", "责任股室: 救灾");
    let run = project.run(&["status"]);
    assert_eq!((run.code(), run.stdout()), (1, String::new()));
    assert!(run.stderr().contains("T002"));
}

#[test]
fn a_draft_of_a_summary() {
    let run = Project::year().run_on(YEAR_OVER, &["summary", "危化股"]);
    assert_eq!(run.code(), 0);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
---
# 草稿：根据进展生成，请修改；签字后填写“签字”，再决定是否公开。标有“内部”的进展没有公开过。
股室: 危化股
年度: 2024
日期: 2025-01-15
公开: false
示例: true
签字: {股室负责人: , 分管领导: , 日期: }
---

## 总体情况

2024年，危化股按照《关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知》承担工作举措3项。截至2025年1月15日，长期坚持2项，逾期1项；当年报送进展3次。

## 各项举措落实情况

### 加强重点领域监管执法

举措：继续推进计划执法工作，按分类分级和上年监管情况全面梳理我市矿山，危化，工贸企业划分重点并全部纳入计划内，实行重点全覆盖。（时限：长期坚持；目前状态：长期坚持）

2024年9月27日（正在推进）：

（示例）三季度列入计划的危险化学品企业4家，已检查3家，余下1家因停产检修，顺延至10月检查。

佐证材料：files/shili-2024-3jd-zhifa.csv。

举措：制定了《临湘市安全生产治本攻坚三年行动实施方案（2024—2026年）》，主要以监管执法为主线，保持高压严管态势，开展隐患动态清零行动。（时限：2024年12月；目前状态：滞后）

2024年11月20日（正在推进）：

（示例）三个股室联合开展隐患排查，台账内隐患32处，已整改27处，余下5处明确了整改期限和责任人。

佐证材料：隐患整改台账（示例，存工贸股）。

2024年12月12日（滞后，内部）：

（示例，内部）示例企业丁的一处隐患因设备到货推迟，预计不能在年内完成整改，正在商请调整期限。

### 增强依法防范风险意识

举措：结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织系列集中宣传活动。（时限：长期坚持；目前状态：没有报送过）

（本年度没有报送进展，请补充。）

## 存在的问题和下一步打算

（请填写。）

"#]]
    );
}

/// A draft goes where a summary belongs and is read there; what is there is never written over.
#[test]
fn a_draft_is_a_summary_to_be_signed() {
    let project = Project::year();
    for (office, name) in [("法制股", "a"), ("应急指挥中心", "b"), ("政工党建办", "c")] {
        let file = format!("content/{NOTICE}/summary/{name}.md");
        let run = project.run_on(YEAR_OVER, &["summary", office, "--output", &file]);
        assert_eq!((run.code(), run.stdout()), (0, String::new()), "{}", run.stderr());
        let written = std::fs::read(project.path(&file)).unwrap();
        let again = project.run_on(YEAR_OVER, &["summary", office, "--output", &file]);
        assert_eq!(again.code(), 2);
        assert!(again.stderr().contains("已经存在，为免覆盖，未写入"), "{}", again.stderr());
        assert_eq!(std::fs::read(project.path(&file)).unwrap(), written);
    }
    let check = project.run_on(YEAR_OVER, &["check"]);
    assert_eq!(check.code(), 0, "{}", check.stdout());
    // 政工党建办 had none; now it has one without signatures.
    assert!(check.stdout().contains("“政工党建办”2024年度总结应于2024年12月10日前签字报送，还没有签字"));
}

#[test]
fn which_office_notice_and_year() {
    let project = Project::year();
    let run = |arguments: &[&str]| project.run_on(YEAR_OVER, arguments);
    assert!(run(&["summary", "应急中心"]).stderr().contains("是否想写“应急指挥中心”？"));
    assert!(run(&["summary", "局各股室、二级机构"]).stderr().contains("机构名录中没有股室"));
    assert!(run(&["summary", "法规股", "--notice", "无"]).stderr().contains(NOTICE));
    let named = run(&["summary", "法规股", "--notice", &format!("content/{NOTICE}/")]);
    assert!(named.stdout().contains("年度: 2024"), "{}", named.stderr());
    let next = run(&["summary", "应急指挥中心", "--year", "2025"]).stdout();
    assert!(next.contains("年度: 2025") && next.contains("2025年1月3日") && !next.contains("2024年10月31日"));
    let two = format!("content/{NOTICE}-2");
    for file in ["notice.md", "tasks.yaml"] {
        let text = std::fs::read(project.path(&format!("content/{NOTICE}/{file}"))).unwrap();
        project.write(&format!("{two}/{file}"), text);
    }
    let several = run(&["summary", "法规股"]).stderr();
    assert!(several.contains("不止一份") && several.contains(&format!("{NOTICE}-2")), "{several}");
}

/// The letters and the overview, in a folder that is made.
/// In Word a letter has the words of its sheet.
#[test]
fn letters_in_word() {
    let project = Project::year();
    let run = project.run_on(LATE, &["status", "--format", "docx"]);
    assert_eq!((run.code(), run.stdout().as_str()), (2, ""));
    assert_snapshot!(
        run.stderr(),
        str![[r#"
错误: Word 文件不能显示在屏幕上，请用 --output 写明放催办单的文件夹

"#]]
    );
    for form in ["human", "docx"] {
        let run = project.run_on(LATE, &["status", "--output", form, "--format", form]);
        assert_eq!(run.code(), 0, "{}", run.stderr());
    }
    let names = |form: &str| -> Vec<String> {
        let made = project.files(form).into_iter().map(|(path, _)| path);
        made.filter(|path| path.starts_with("催办单")).collect()
    };
    let documents = names("docx");
    assert_eq!(documents.len(), 7);
    assert_eq!(documents, names("human").iter().map(|name| name.replace("xlsx", "docx")).collect::<Vec<_>>());
    for name in documents {
        let read = |path: String| std::fs::read(project.path(&path)).unwrap();
        let sheet = &sheets(&read(format!("human/{}", name.replace("docx", "xlsx"))))[0];
        let printed = sheet.cells.iter().map(|cell| cell.2.replace('\n', ""));
        let printed: Vec<String> = printed.filter(|text| !text.is_empty()).collect();
        assert_eq!(paragraphs(&read(format!("docx/{name}"))), printed, "{name}");
    }
}

#[test]
fn a_letter_for_each_office_that_owes_something() {
    let project = Project::year();
    project.change(
        "content/site.yaml",
        "主办单位: 临湘市应急管理局\n",
        "主办单位: 临湘市应急管理局\n联系方式: 0730-3720055\n",
    );
    let run = project.run_on(LATE, &["status", "--output", "催办/十二月"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_snapshot!(
        run.stdout(),
        str![[r#"
催办/十二月/催办单-非煤矿山股.xlsx
催办/十二月/催办单-危化股.xlsx
催办/十二月/催办单-工贸股.xlsx
催办/十二月/催办单-法规股.xlsx
催办/十二月/催办单-政工党建办.xlsx
催办/十二月/催办单-应急指挥中心.xlsx
催办/十二月/催办单-救灾股.xlsx
催办/十二月/总览.xlsx
写入催办单 7 份

"#]]
    );
    let made: Vec<(String, Vec<u8>)> = project.files("催办");
    let letter = &made.iter().find(|(path, _)| path == "十二月/催办单-救灾股.xlsx").unwrap().1;
    let sheets = sheets(letter);
    assert_eq!(sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(), ["催办单"]);
    assert_snapshot!(
        sheets[0].dump(),
        str![[r#"
== 催办单 ==
0,0: 催办单
1,0: 救灾股（示例子）：
2,0: 　　截至2024年12月5日，你单位承担的工作中，有4项已经逾期、即将到期或者尚未报送，详见下表。请抓紧办理，于2024年12月12日前将办理情况报送我处；已经办结的，请一并报送佐证材料；确有困难的，请说明原因和预计完成的时间。已经报送的，请忽略本单。
3,0: 序号
3,1: 通知
3,2: 事项
3,3: 内容
3,4: 时限
3,5: 目前状态
3,6: 催办原因
3,7: 办理情况（请填写）
4,0: 1
4,1: 关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知
4,2: 1.3
4,3: （3）制定了《临湘市安全生产治本攻坚三年行动实施方案（2024—2026年）》，主要以监管执法为主线，保持高压严管态势，…
4,4: 2024年12月
4,5: 正在推进
4,6: 还有26天到期
5,0: 2
5,1: 关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知
5,2: 4.2
5,3: 2.结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织系列集中宣传活动。
5,4: 长期坚持
5,5: 没有报送过
5,6: 126天未报送
6,0: 3
6,1: 关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知
6,2: —
6,3: 责任人、联络人名单
6,4: 2024年7月29日
6,5: 未报齐
6,6: 逾期129天
7,0: 4
7,1: 关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知
7,2: —
7,3: 2024年度总结
7,4: 2024年12月10日
7,5: 未报送
7,6: 还有5天到期
8,0: 联系方式：0730-3720055
9,5: 临湘市应急管理局
10,5: 2024年12月5日
merged: [(0, 0, 0, 7), (1, 0, 1, 7), (2, 0, 2, 7), (8, 0, 8, 7), (9, 5, 9, 7), (10, 5, 10, 7)]
heights: [(0, 36.0), (1, 26.25), (2, 44.25), (3, 26.25), (4, 80.25), (5, 80.25), (6, 80.25), (7, 80.25), (8, 26.25), (9, 26.25), (10, 26.25)]

"#]]
    );
    // As `output/internal` has it.
    let overview = &made.iter().find(|(path, _)| path == "十二月/总览.xlsx").unwrap().1;
    assert_eq!(project.run_on(LATE, &["build"]).code(), 0);
    assert!(*overview == std::fs::read(project.path("output/internal/总览.xlsx")).unwrap());
    // An office to which nothing is due gets none, and nobody of a closed notice.
    assert!(made.iter().all(|(path, _)| !path.contains("办公室")));
    let closed = project.run_on(YEAR_OVER_AND_CLOSED, &["status", "--output", "later"]);
    assert!(closed.stdout().ends_with("没有需要催办的事项\n"), "{}", closed.stdout());
}

/// A day on which something is due soon, something is missing, and nobody is late with the year.
const LATE: &str = "2024-12-05";
/// A day behind 办结 of the notice.
const YEAR_OVER_AND_CLOSED: &str = "2025-02-01";

#[test]
fn letters_are_never_written_over() {
    let project = Project::year();
    project.write("催办/总览.xlsx", "of somebody");
    let run = project.run_on(LATE, &["status", "--output", "催办"]);
    assert_eq!(run.code(), 2);
    assert!(run.stderr().contains("总览.xlsx”已经存在，为免覆盖，一份也没有写"), "{}", run.stderr());
    assert_eq!(project.files("催办"), [("总览.xlsx".to_owned(), b"of somebody".to_vec())]);
}

#[test]
fn folders_and_days_that_cannot_be_used() {
    let project = Project::year();
    project.write("催办/总览.xlsx", "of somebody").write("文件.txt", "of somebody");
    let before = project.files("");
    let wrong: [&[&str]; 10] = [
        &["--output", "催办"],
        &["--output", "文件.txt"],
        &["--output", "content/催办"],
        &["--output", "output/site/催办"],
        &["--output", ""],
        &["--reply-by", "2024-12-09"],
        &["--output", "d", "--reply-by", "2024-12-04"],
        &["--output", "d", "--reply-by", "2024年12月9日"],
        &["--output", "d", "--reply-by", ""],
        &["--format", "docx"],
    ];
    let told = |language: &str| {
        let mut all = String::new();
        for arguments in wrong {
            let run = project.run_on(LATE, &[&["status", "--lang", language], arguments].concat());
            assert_eq!((run.code(), run.stdout()), (2, String::new()), "{arguments:?}");
            let error = run.stderr();
            all += error.lines().next().unwrap_or_default();
            all.push('\n');
        }
        all
    };
    assert_snapshot!(
        told("zh"),
        str![[r#"
错误: “催办/总览.xlsx”已经存在，为免覆盖，一份也没有写。请换一个文件夹，或先把它移到别处
错误: 无法写入“文件.txt”：路径中有一处不是文件夹
错误: “content/催办”在 content 或 templates 里，那里只放网站的内容，请换一个文件夹
错误: “output/site/催办”里的文件都会公开，不能放在那里，请换一个文件夹
错误: “--output <文件夹>”后面没有写内容
错误: 缺少参数“--output <文件夹>”
错误: 请各股室 2024-12-04 前反馈，那一天已经过去（今天是 2024-12-05），请改正“--reply-by”
错误: “2024年12月9日”不是日期，请写成 2024-08-01 的样子
错误: “”不是日期，请写成 2024-08-01 的样子
错误: Word 文件不能显示在屏幕上，请用 --output 写明放催办单的文件夹

"#]]
    );
    assert_snapshot!(
        told("en"),
        str![[r#"
error: 催办/总览.xlsx is there already; nothing was written. Choose another folder, or move it elsewhere
error: cannot write 文件.txt: a part of the path is not a folder
error: content/催办 lies in content or templates, which hold the content of the site; choose another folder
error: everything in output/site/催办 is published; choose another folder
error: a value is required for '--output <DIR>' but none was supplied
error: the following required arguments were not provided:
error: offices cannot reply by 2024-12-04, which has passed (today is 2024-12-05); correct --reply-by
error: "2024年12月9日" is no date; write one such as 2024-08-01
error: "" is no date; write one such as 2024-08-01
error: a Word document cannot be shown; name a folder with --output

"#]]
    );
    assert_eq!(project.files(""), before);
}

#[test]
fn the_day_of_the_reply() {
    let project = Project::year();
    let letter = |day: &str, folder: &str, more: &[&str]| {
        let run = project.run_on(day, &[&["status", "--output", folder], more].concat());
        assert_eq!(run.code(), 0, "{}", run.stderr());
        let bytes = std::fs::read(project.path(&format!("{folder}/催办单-救灾股.xlsx"))).unwrap();
        sheets(&bytes)[0].dump()
    };
    // 5 working days after a Thursday, across a weekend; and across the holidays of the new year.
    assert!(letter("2024-12-05", "a", &[]).contains("于2024年12月12日前"));
    assert!(letter("2024-12-30", "b", &[]).contains("于2025年1月7日前"));
    assert!(letter("2024-12-05", "c", &["--reply-by", "2024-12-09"]).contains("于2024年12月9日前"));
    let wrong = project.run_on("2024-12-05", &["status", "--output", "d", "--reply-by", "下周"]);
    assert_eq!(wrong.code(), 2);
    assert!(wrong.stderr().contains("“下周”不是日期，请写成 2024-08-01 的样子"), "{}", wrong.stderr());
    assert!(!project.path("d").exists());
}

#[test]
fn the_list_for_excel() {
    let project = Project::year();
    // A name that a spreadsheet would calculate.
    project.change(&format!("content/{NOTICE}/notice.md"), "标题: 关于2024年", "标题: =关于2024年");
    let run = project.run_on(YEAR_OVER, &["status", "--format", "csv"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let text = run.stdout();
    assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    assert_snapshot!(
        text.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        str![[r#"
通知,文件夹,股室,逾期,30天内到期,久未报送,最近报送,名单,总结
'=关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知,gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan,非煤矿山股,1,0,1,2025-01-10,已报,已报
'=关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知,gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan,危化股,1,0,1,2024-12-12,已报,未报（已过36天）
'=关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知,gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan,工贸股,1,0,1,2024-11-20,已报,未签字（已过36天）
'=关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知,gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan,法规股,1,0,1,2024-12-25,已报,已报
'=关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知,gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan,政工党建办,1,0,1,2024-10-11,未报（已过170天）,未报（已过36天）
'=关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知,gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan,应急指挥中心,1,0,5,2025-01-03,已报,已报
'=关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知,gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan,救灾股,1,0,1,2024-11-26,未报（已过170天）,未报（已过36天）

"#]]
    );
    let run = project.run_on(YEAR_OVER, &["status", "--format", "csv", "--output", "催办"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_eq!(std::fs::read_to_string(project.path("催办/催办情况.csv")).unwrap(), text);
}

/// A summary in Word: the words that the project has, else those of the draft.
#[test]
fn a_summary_as_a_document() {
    let project = Project::year();
    let made = |office: &str| {
        let path = project.path(&format!("打印/{office}.docx"));
        let run = ["summary", office, "--format", "docx", "--output", path.to_str().unwrap()];
        let run = project.run_on(YEAR_OVER, &run);
        assert_eq!((run.code(), run.stdout().as_str()), (0, ""), "{}", run.stderr());
        crate::support::dump::paragraphs(&std::fs::read(path).unwrap())
    };
    let draft = made("危化股");
    assert_eq!(draft[0], "危化股2024年度工作总结");
    assert!(draft.contains(&"一、总体情况".to_owned()), "{draft:#?}");
    assert!(draft.ends_with(&["危化股".to_owned(), "2025年1月15日".to_owned()]), "{draft:#?}");
    let written = std::fs::read_to_string(project.path(&format!("content/{NOTICE}/summary/2024-fagui.md")));
    let words = written.unwrap().lines().last().unwrap().to_owned();
    assert!(made("法规股").contains(&words));
    let run = project.run_on(YEAR_OVER, &["summary", "危化股", "--format", "docx"]);
    assert_eq!(run.code(), 2);
    assert_eq!(run.stderr(), "错误: Word 文件不能显示在屏幕上，请用 --output 写明文件\n");
}
