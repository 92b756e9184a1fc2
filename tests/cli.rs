//! The command line as a clerk sees it.

use snapbox::str;

use crate::support::{NOTICE, Project, assert_snapshot, program};

fn printed(arguments: &[&str]) -> (i32, String, String) {
    let output = program().args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

#[test]
fn help_in_chinese() {
    assert_snapshot!(
        printed(&["--help"]).1,
        str![[r#"
写一次任务和通知，生成公开网页与责任分解表，公开之前先指出错误

用法：gongkai <命令> [选项]

命令:
  build        检查内容，无误后生成网站和工作簿
  check        检查内容，逐处指出错误
  collect      读取交回的填报表，为填写的每一行写一份进展
  import       把 Word、网页、文本里的公文转成一份通知；把工作簿中的责任分解表转成 tasks.yaml，名单、机构名录也可以
  join         把许多单位公开的网站汇总成一个：总览、目录、搜索
  completions  给出命令行自动补全脚本
  desk         在浏览器中打开工作台：左边是网站，右边是要做的事，点按钮改正、导入、收表、公开、生成
  explain      说明一个问题：是什么，为什么，怎样改正
  manual       给出使用手册，供 man 阅读
  new          新建一个项目：示例、说明、编辑器设置、自动检查和发布的配置
  pack         生成，并把上次打包以后有变化的网页文件打成一个上传包，列出要从网站上删除的文件
  pdf          用这台电脑上的浏览器或者 LibreOffice 把公文打印成 PDF，并说明印出来才看得到的问题
  publish      一次公开一批进展、总结，写上公开的时刻；也可以撤回
  schema       给出各类文件的写法（JSON Schema），供编辑器提示和检查
  status       列出各股室欠办、欠报的事项：逾期、将到期、久未报送、名单、总结
  summary      根据进展生成股室年度总结的草稿，供修改、签字
  undo         撤销上一次对项目文件的改动，如自动改正、收表写入的进展
  serve        在浏览器中预览，保存后网页自动刷新

选项:
      --root <文件夹>  项目文件夹，即 content 所在的文件夹
      --lang <语言>    提示和帮助的语言：zh 或 en
      --today <日期>   以哪一天为准检查和生成，例如 2024-08-01
  -v, --verbose        列出每一步用了多少时间
  -h, --help           显示帮助
  -V, --version        显示版本

"#]]
    );
    assert_snapshot!(
        printed(&["build", "--help"]).1,
        str![[r#"
检查内容，无误后生成网站和工作簿

用法：gongkai build [选项]

选项:
      --output <文件夹>  输出到哪个文件夹；不写则为项目文件夹下的 output
      --root <文件夹>    项目文件夹，即 content 所在的文件夹
      --deny <级别>      把警告也当作错误：--deny warnings
      --lang <语言>      提示和帮助的语言：zh 或 en
      --diff             先列出新增、更改、删除的文件，再写入
      --today <日期>     以哪一天为准检查和生成，例如 2024-08-01
      --dry-run          只列出会写什么，不写文件
  -v, --verbose          列出每一步用了多少时间
      --fsync            等到文件确实存到磁盘上才算完成：断电也不会新旧不一，但较慢
      --only <种类>      只生成这几种文件，用逗号隔开，如 html；供快速查看，不作公开用
      --strip-metadata   公开的文件属性里不带姓名、地点、设备；原文件不变
  -h, --help             显示帮助

"#]]
    );
}

#[test]
fn help_in_english() {
    assert_snapshot!(
        printed(&["--lang", "en", "--help"]).1,
        str![[r#"
Builds the disclosure site and the 责任分解表 from what a bureau writes down once, and finds the mistakes first

Usage: gongkai [OPTIONS] <COMMAND>

Commands:
  build        Checks the content, then writes the site and the workbooks
  check        Checks the content and shows every mistake at its place
  collect      Reads the handouts that came back and writes a progress note for each row that was filled in
  import       Turns a paper (docx, html, txt) into a notice, a table in a workbook into a tasks.yaml, or a list into a roster or register
  join         Joins the published sites of many bureaus: one overview, one catalogue, one search
  completions  Prints what a shell needs to complete commands and options
  desk         Opens the desk in the browser: the site beside what is to be done, with buttons for corrections, imports, reports, building
  explain      Explains a finding: what it is, why it matters, how to mend it
  manual       Prints the manual page, for man
  new          Makes a project to begin with: a worked example, comments, settings for editors, recipes for CI
  pack         Builds, and packs what changed since the last package, with a list of the files to remove from the website
  pdf          Prints papers into PDF by a browser or an office program of this computer, and says what only the print shows
  publish      Makes reports and summaries public in one step, with the time of their publication, or takes them back
  schema       Prints what a kind of file may say, as JSON Schema for editors
  status       Shows what each office owes: what is overdue or due soon, reports, names, summaries
  summary      Drafts an office's summary of its year from its progress notes, to be edited and signed
  undo         Takes the last change of the project's files back, such as corrections or collected notes
  serve        Shows the site in a browser while it is written, and reloads it after every save

Options:
      --root <DIR>    The project's folder, the one with content/ in it [default: .]
      --lang <LANG>   The language of findings and help: zh or en [possible values: zh, en]
      --today <DATE>  The day as of which to judge and build, such as 2024-08-01
  -v, --verbose       Prints how long each stage took
  -h, --help          Print help
  -V, --version       Print version

"#]]
    );
    assert_snapshot!(
        printed(&["check", "--help", "--lang=en"]).1,
        str![[r#"
Checks the content and shows every mistake at its place

Usage: gongkai check [OPTIONS] [FILE]...

Arguments:
  [FILE]...  Judges these texts only: a paper (docx, html, txt), Markdown, - for standard input, or a file of the project

Options:
      --format <FORM>     The form of the findings: human, json, github or sarif [default: human] [possible values: human, json, github, sarif]
      --root <DIR>        The project's folder, the one with content/ in it [default: .]
      --deny <LEVEL>      Treats warnings as errors [possible values: warnings]
      --lang <LANG>       The language of findings and help: zh or en [possible values: zh, en]
      --only <CODE>       Shows these kinds only, such as T002 or unknown-office
      --today <DATE>      The day as of which to judge and build, such as 2024-08-01
      --severity <LEVEL>  Shows findings of this level and above: error, warning or note [default: note] [possible values: error, warning, note]
  -v, --verbose           Prints how long each stage took
      --only-binding      Hides what is only custom or the bureau's own choice, and shows what laws, standards and the form of files ask for
      --by <ORDER>        The order of the findings: file, or kind [default: file] [possible values: file, kind]
      --fix [<CODE>...]   Corrects what has one answer and changes no words; named kinds only, also words, when codes are given
      --diff              Shows the corrections line by line and writes nothing
  -h, --help              Print help

"#]]
    );
}

/// The shipped content, as somebody works through its findings: chosen kinds, chosen levels, in the order of kinds.
#[test]
fn findings_are_chosen_and_ordered() {
    let codes = |arguments: &[&str]| {
        let run = Project::shipped().run(&[&["check"], arguments].concat());
        let text = run.stdout();
        let codes =
            text.lines().filter_map(|line| Some(line.split_once('[')?.1.split_once("]:")?.0.to_owned()));
        let codes: Vec<String> = codes.filter(|code| code.len() == 4).collect();
        (run.code(), codes, text.lines().rev().take(2).map(str::to_owned).collect::<Vec<_>>())
    };
    let (code, found, end) = codes(&["--only", "w001,office-alias"]);
    assert_eq!((code, found), (0, ["W001", "T003"].map(str::to_owned).to_vec()));
    assert!(end[0].starts_with("下一步：没有错误") && end[1].ends_with("处没有列出）"), "{end:?}");
    let (_, found, _) = codes(&["--severity", "warning", "--by", "kind"]);
    assert!(found.is_sorted() && found.len() > 10 && !found.contains(&"L005".to_owned()), "{found:?}");
    let (_, found, _) = codes(&["--severity", "error"]);
    assert_eq!(found, [""; 0]);
    let (code, _, end) = codes(&["--deny", "warnings", "--only", "W001"]);
    assert!(code == 1 && end[0].starts_with("下一步：从第一处错误改起"), "{end:?}");
}

#[test]
fn wrong_usage_is_told_in_the_user_s_language() {
    let (code, _, zh) = printed(&["biuld"]);
    assert_eq!(code, 2);
    assert_snapshot!(
        zh,
        str![[r#"
错误: 没有“biuld”这个命令。是否想写“build”？

详细用法：gongkai --help

"#]]
    );
    let first = |arguments: &[&str]| printed(arguments).2.lines().next().unwrap().to_owned();
    assert_eq!(first(&["build", "--onli", "html"]), "错误: 不认识“--onli”。是否想写“--only”？");
    assert_eq!(
        first(&["check", "--format", "xml"]),
        "错误: “--format <形式>”的值“xml”不可用，可以写：human、json、github、sarif"
    );
    let port = "不可用，可以写：0到65535的整数，0是任意一个空闲的";
    assert_eq!(first(&["serve", "--port", "x"]), format!("错误: “--port <端口>”的值“x”{port}"));
    assert_eq!(first(&["serve", "--port", "65536"]), format!("错误: “--port <端口>”的值“65536”{port}"));
    assert_eq!(
        first(&["new", "某局", "公开"]),
        "错误: 多出了“公开”。名称里有空格的，要用引号括起来：\"…公开\""
    );
    assert_eq!(printed(&["help", "build"]), printed(&["build", "--help"]));
    let (code, _, en) = printed(&["--lang", "en", "biuld"]);
    assert_eq!(code, 2);
    assert_snapshot!(
        en,
        str![[r#"
error: unrecognized subcommand 'biuld'

  tip: a similar subcommand exists: 'build'

Usage: gongkai [OPTIONS] <COMMAND>

For more information, try '--help'.

"#]]
    );
    for wrong in [
        &["check", "--today", "8月1日"][..],
        &["check", "--lang", "fr"],
        &["check", "--x"],
        &[],
        &["check", "--deny", "all"],
    ] {
        let (code, out, err) = printed(wrong);
        assert_eq!((code, out.as_str()), (2, ""), "{wrong:?}");
        assert!(!err.is_empty() && !err.contains("panicked"), "{wrong:?}: {err}");
    }
}

#[test]
fn the_shipped_notice_has_the_findings_that_it_deserves() {
    let run = Project::shipped().run(&["check"]);
    assert_eq!(run.code(), 0);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
警告[W001]: 附件说明写的是“实施”，附件标题写的是“措施”，两处应当一致
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:9:30
  |
9 |     名称: 2024年贯彻落实“一规划两方案”工作任务实施清单和责任分解表
  |                                               ^^^^
  |
 ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:2:26
  |
2 | 表名: 2024年贯彻落实“一规划两方案”工作任务措施清单和责任分解表
  |                                           ---- 附件标题
  |
建议: 以正式名称为准，改另一处

警告[S002]: “7月29日前”早于成文日期2024年8月1日
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:42:100
   |
42 | ... 施落实落地。各股室、二级机构责任人、联络人名单于7月29日前报局法制股。
   |                                                     ^^^^^^^^^
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:5:7
   |
 5 | 成文日期: 2024-08-01
   |           ---------- 成文日期
   |
建议: 改为成文之后的日期，或核对年份

警告[T003]: “法制股”的规范名称是“法规股”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:42:108
   |
42 | ... 各股室、二级机构责任人、联络人名单于7月29日前报局法制股。
   |                                                      ^^^^^^
   |
建议: 改为“法规股”

警告[W013]: “防汛抗行”是错别字
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:23:113
   |
23 | ... 整治行动等相关专项工作加强非煤矿山、危化、工贸、防汛抗行、地质灾害、森林防灭火等方面推进隐患排查治理工作，...
   |                                                     ^^^^^^^^
   |
建议: 改为“防汛抗旱”

警告[W007]: 书名号里的文件名“中华人民共和国突发事件应对法”要用单书名号“〈〉”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:30:44
   |
30 |         内容: 利用平台大力宣传《中华人民共和国突发事件应对法》和《湖南省实施（中华人民共和国突发事件应对法）办法》
   |                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 改为“〈中华人民共和国突发事件应对法〉”

警告[T007]: 举措编号的写法不一：“（1）”5处、“1.”5处、“1、”1处
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:40:14
   |
40 |       - 编号: "1."
   |                ^^
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:14:14
   |
14 |       - 编号: "（1）"
   |                ----- “（1）”从这里起
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:81:14
   |
81 |       - 编号: "1、"
   |                --- “1、”从这里起
   |
建议: 全栏统一用一种，例如“（1）”

警告[W005]: 日期名称“5·12”的月日之间要用间隔号
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:56:16
   |
56 |         内容: 结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织系列集中宣传活动。
   |                    ^^^^
   |
建议: 改为“5·12”

警告[W012]: “等”字前面不加“，”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:56:34
   |
56 |         内容: 结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织系列集中宣传活动。
   |                                                   ^^
   |
建议: 删去“，”

警告[W008]: 段末没有句号
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:60:90
   |
60 | ... 会应急力量能力分级分类测评，增强应急处置的针对性实效性
   |                                                         ^^
   |
建议: 末尾加“。”

警告[T004]: 正文标题比任务名称多了“处置”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:72:27
   |
72 |     正文标题: 完善乡镇（街道）、村（社区）应急处置组织体系
   |                                               ^^^^
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:71:9
   |
71 |   - 名称: 完善乡镇（街道）、村（社区）应急组织体系
   |           ---------------------------------------- 任务名称
   |
建议: 以正式名称为准，改另一处

警告[W008]: 正文标题后面接排正文，末尾要有句号
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:72:32
   |
72 |     正文标题: 完善乡镇（街道）、村（社区）应急处置组织体系
   |                                                         ^^
   |
建议: 末尾加“。”

警告[T007]: 一格之内编号有几种写法：“（1）”16处、“一是”8处、“①”9处
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:560
   |
75 | ... ”和“管合法必须管非法”的基本原则。建立双向责任体系：一是制定应急指挥部成员单位“应急管理职责清单”，明确“条条责...
   |                                                        ^^^^
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:49
   |
75 |       - 内容: 根据我市工作实际制定《临湘市镇（街道）应急能力建设“863”工作模式》：（1）镇（街道）发文成立应急指...
   |                                                                                  ----- “（1）”从这里起
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:804
   |
75 | ... 法规、应急知识技能宣传培训为重点的宣传教育网。①在全国安全生产月、全国防灾减灾日、全国消防日等重要节点，开展...
   |                                                   - “①”从这里起
   |
建议: 同一层用一种写法，各层依次用“1.”“（1）”“①”；层次多的，拆成几条举措

警告[W006]: 破折号应为“——”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:1471
   |
75 | ... 后续救援赢得宝贵时间。制定突发事件处置流程：事件发生--现场人员上报--预警初期研判（一般事件初期处置并反馈，...
   |                                                         ^^
   |
建议: 改为“——”
另有2处：
  content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:1479、75:1511

警告[W011]: 层次序号“1、”的写法不对
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:81:14
   |
81 |       - 编号: "1、"
   |                ^^^
   |
建议: 改为“1.”

提示[D007]: 基本信息没有公开对象、公开内容（要素）
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:11:3
   |
11 |   所属领域: 安全生产
   |   ^^^^^^^^
   |
建议: 目录应有这些项；网站不显示的，可以不写

提示[D002]: 网页上公开的事项，公开方式却是“依申请公开”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:15:9
   |
15 |   公开方式: 依申请公开
   |             ^^^^^^^^^^
   |
已放行: 原件发布时即注明“依申请公开”，此处照原样转录

提示[W047]: 《突发事件应对法》2024年6月28日修订，2024年11月1日起施行，在本文任务的期限之内
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:30:22
   |
30 |         内容: 利用平台大力宣传《中华人民共和国突发事件应对法》和《湖南省实施（中华人民共和国突发事件应对法）办法》
   |                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 引用条款时按新版本核对

提示[L005]: 没有域名，网页标签 SiteDomain 是空的，也不生成订阅源和站点地图，fragment.html 里的链接粘贴到别处打不开
 --> content/site.yaml:2:5
  |
2 | 名称: 临湘市应急管理局政务公开
  |       ^^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 加一行“域名: …”，写本站的网址

提示[L005]: 没有网站标识码，网页标签 SiteIDCode 是空的
 --> content/site.yaml:2:5
  |
2 | 名称: 临湘市应急管理局政务公开
  |       ^^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 加一行“网站标识码: …”

共 0 处错误，16 处警告，5 处提示
下一步：没有错误，可以运行 gongkai build；警告和提示请逐处核对，不必改的可以放行

"#]]
    );
}

#[test]
fn findings_in_english() {
    let run = Project::shipped().run(&["check", "--lang", "en"]);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
warning[W001]: the paper announces "实施" where the attachment's title says "措施"; they should be the same
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:9:30
  |
9 |     名称: 2024年贯彻落实“一规划两方案”工作任务实施清单和责任分解表
  |                                               ^^^^
  |
 ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:2:26
  |
2 | 表名: 2024年贯彻落实“一规划两方案”工作任务措施清单和责任分解表
  |                                           ---- the attachment's title
  |
help: keep the right one and change the other

warning[S002]: 7月29日前 lies before the paper's own date, 2024年8月1日
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:42:100
   |
42 | ... 施落实落地。各股室、二级机构责任人、联络人名单于7月29日前报局法制股。
   |                                                     ^^^^^^^^^
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:5:7
   |
 5 | 成文日期: 2024-08-01
   |           ---------- the paper's date
   |
help: set a day after the paper's date, or check the year

warning[T003]: the proper name of 法制股 is 法规股
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:42:108
   |
42 | ... 各股室、二级机构责任人、联络人名单于7月29日前报局法制股。
   |                                                      ^^^^^^
   |
help: write 法规股

warning[W013]: 防汛抗行 is a typing mistake
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:23:113
   |
23 | ... 整治行动等相关专项工作加强非煤矿山、危化、工贸、防汛抗行、地质灾害、森林防灭火等方面推进隐患排查治理工作，...
   |                                                     ^^^^^^^^
   |
help: write "防汛抗旱"

warning[W007]: "中华人民共和国突发事件应对法" within a title stands in 〈〉
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:30:44
   |
30 |         内容: 利用平台大力宣传《中华人民共和国突发事件应对法》和《湖南省实施（中华人民共和国突发事件应对法）办法》
   |                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
help: write "〈中华人民共和国突发事件应对法〉"

warning[T007]: the measures are numbered in several styles: （1） (5), 1. (5), 1、 (1)
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:40:14
   |
40 |       - 编号: "1."
   |                ^^
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:14:14
   |
14 |       - 编号: "（1）"
   |                ----- （1） begins here
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:81:14
   |
81 |       - 编号: "1、"
   |                --- 1、 begins here
   |
help: use one style for the whole column, such as （1）

warning[W005]: the day's name 5·12 has a middle dot between month and day
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:56:16
   |
56 |         内容: 结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织系列集中宣传活动。
   |                    ^^^^
   |
help: write "5·12"

warning[W012]: no "，" stands before 等
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:56:34
   |
56 |         内容: 结合“5.12”全国防灾减灾日，安全生产月，等特殊时间节点，组织系列集中宣传活动。
   |                                                   ^^
   |
help: remove "，"

warning[W008]: this paragraph has no full stop at its end
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:60:90
   |
60 | ... 会应急力量能力分级分类测评，增强应急处置的针对性实效性
   |                                                         ^^
   |
help: add 。 at the end

warning[T004]: the heading has 处置, which the task's name lacks
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:72:27
   |
72 |     正文标题: 完善乡镇（街道）、村（社区）应急处置组织体系
   |                                               ^^^^
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:71:9
   |
71 |   - 名称: 完善乡镇（街道）、村（社区）应急组织体系
   |           ---------------------------------------- the task's name
   |
help: keep the right one and change the other

warning[W008]: the text runs on behind this heading, which needs a full stop
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:72:32
   |
72 |     正文标题: 完善乡镇（街道）、村（社区）应急处置组织体系
   |                                                         ^^
   |
help: add 。 at the end

warning[T007]: one cell is numbered in several styles: （1） (16), 一是 (8), ① (9)
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:560
   |
75 | ... ”和“管合法必须管非法”的基本原则。建立双向责任体系：一是制定应急指挥部成员单位“应急管理职责清单”，明确“条条责...
   |                                                        ^^^^
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:49
   |
75 |       - 内容: 根据我市工作实际制定《临湘市镇（街道）应急能力建设“863”工作模式》：（1）镇（街道）发文成立应急指...
   |                                                                                  ----- （1） begins here
   |
  ::: content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:804
   |
75 | ... 法规、应急知识技能宣传培训为重点的宣传教育网。①在全国安全生产月、全国防灾减灾日、全国消防日等重要节点，开展...
   |                                                   - ① begins here
   |
help: use one style for each level, in the order 1. （1） ①; divide a cell with many levels into several measures

warning[W006]: a Chinese dash is “——”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:1471
   |
75 | ... 后续救援赢得宝贵时间。制定突发事件处置流程：事件发生--现场人员上报--预警初期研判（一般事件初期处置并反馈，...
   |                                                         ^^
   |
help: write "——"
and 2 more places:
  content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:75:1479, 75:1511

warning[W011]: the level mark "1、" has the wrong form
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:81:14
   |
81 |       - 编号: "1、"
   |                ^^^
   |
help: write "1."

note[D007]: 基本信息 has no 公开对象、公开内容（要素）
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:11:3
   |
11 |   所属领域: 安全生产
   |   ^^^^^^^^
   |
help: a catalogue has them; a portal may leave them out

note[D002]: this is on a public page, but its way of disclosure is "依申请公开"
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:15:9
   |
15 |   公开方式: 依申请公开
   |             ^^^^^^^^^^
   |
accepted: 原件发布时即注明“依申请公开”，此处照原样转录

note[W047]: 突发事件应对法 was revised on 2024-06-28; the new version is in force from 2024-11-01, while the tasks run
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:30:22
   |
30 |         内容: 利用平台大力宣传《中华人民共和国突发事件应对法》和《湖南省实施（中华人民共和国突发事件应对法）办法》
   |                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
help: compare cited articles with the new version

note[L005]: there is no 域名 for the tag SiteDomain, the feed, the sitemap and the links of fragment.html, which lead nowhere once pasted
 --> content/site.yaml:2:5
  |
2 | 名称: 临湘市应急管理局政务公开
  |       ^^^^^^^^^^^^^^^^^^^^^^^^
  |
help: add a line `域名: …` with the site's address

note[L005]: there is no 网站标识码 for the tag SiteIDCode
 --> content/site.yaml:2:5
  |
2 | 名称: 临湘市应急管理局政务公开
  |       ^^^^^^^^^^^^^^^^^^^^^^^^
  |
help: add a line `网站标识码: …`

0 errors, 16 warnings, 5 notes
Next: there are no errors, so gongkai build can run; look at the warnings and notes, accept what is right

"#]]
    );
}

#[test]
fn a_build_counts_what_does_not_stop_it() {
    let project = Project::shipped();
    let chinese = project.run(&["build"]);
    assert_eq!(chinese.code(), 0);
    assert_snapshot!(
        chinese.stderr(),
        str![[r#"
警告[S002]: 正文中要求的期限早于成文日期（1处）
警告[T003]: 机构用了别名，没有用规范名称（1处）
警告[T004]: 任务在正文中的标题与表中的名称不一致（1处）
警告[T007]: 同一栏或同一格里，编号用了几种写法（2处）
警告[W001]: 附件的标题与正文附件说明中的名称不一致（1处）
警告[W005]: 以月日命名的日子、事件，月日之间用了小数点（1处）
警告[W006]: 用“--”代替了破折号（3处）
警告[W007]: 书名号里的文件名没有用单书名号（1处）
警告[W008]: 段末、“正文标题”末尾没有句号（2处）
警告[W011]: 标题跳级，或层次序号写法不对（1处）
警告[W012]: “等”字前多了标点，或标点重复（1处）
警告[W013]: 有常见的错别字（1处）
提示[D002]: 网页上公开的事项，公开方式却不是主动公开（1处，已放行）
提示[D007]: 基本信息没有公开对象或公开内容（要素）（1处）
提示[L005]: 缺少必选网页标签要用的内容（2处）
提示[W047]: 引用的法律已经废止、有了新版本，或者新版本将在工作期间施行（提示）（1处）

运行 gongkai check 逐处查看
共 0 处错误，16 处警告，5 处提示

"#]]
    );
    // A skipped build prints the same words.
    assert_eq!(project.run(&["build"]).stderr(), chinese.stderr());
    assert_snapshot!(
        project.run(&["build", "--lang", "en"]).stderr(),
        str![[r#"
warning[S002]: A deadline in the paper's words lies before the paper's own date (1 place)
warning[T003]: An office is called by another name than its own (1 place)
warning[T004]: A task's heading in the body is not its name in the table (1 place)
warning[T007]: One column or one cell is numbered in several styles (2 places)
warning[W001]: An attachment's title is not the name that the paper announces (1 place)
warning[W005]: A day or event called by its month and day has a decimal point between them (1 place)
warning[W006]: Hyphens stand for a dash (3 places)
warning[W007]: A title within a title is not in 〈〉 (1 place)
warning[W008]: A paragraph or a 正文标题 has no full stop at its end (2 places)
warning[W011]: Headings skip a level, or a level mark has the wrong form (1 place)
warning[W012]: A comma stands before 等, or punctuation marks are doubled (1 place)
warning[W013]: A word contains a common typing mistake (1 place)
note[D002]: A paper on a public page says that it is not disclosed proactively (1 place, accepted)
note[D007]: 基本信息 has no 公开对象 or no 公开内容（要素） (1 place)
note[L005]: Something that the mandatory meta tags need is missing (2 places)
note[W047]: A cited law is repealed or has a newer version, or one comes into force while the work runs (a note) (1 place)

`gongkai check` shows them
0 errors, 16 warnings, 5 notes

"#]]
    );
}

#[test]
fn a_build_that_warnings_stop_shows_each_of_them() {
    let project = Project::shipped();
    let run = project.run(&["build", "--deny", "warnings"]);
    assert_eq!((run.code(), run.stdout()), (1, String::new()));
    let (warnings, end) =
        run.stderr().split_once("提示[").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    // Three of them are equal and would be one in a check that nothing stops.
    assert_eq!((warnings.matches("警告[").count(), warnings.matches("--> content/").count()), (16, 16));
    assert_snapshot!(
        end,
        str![[r#"
D002]: 网页上公开的事项，公开方式却不是主动公开（1处，已放行）
提示[D007]: 基本信息没有公开对象或公开内容（要素）（1处）
提示[L005]: 缺少必选网页标签要用的内容（2处）
提示[W047]: 引用的法律已经废止、有了新版本，或者新版本将在工作期间施行（提示）（1处）

运行 gongkai check 逐处查看
共 0 处错误，16 处警告，5 处提示
没有错误，但按 --deny warnings 的要求，警告也当作错误，未生成任何文件；改正后请重新运行

"#]]
    );
    let denied = project.run(&["check", "--deny", "warnings"]).stdout();
    assert!(denied.contains("tasks.yaml:75:1511\n") && !denied.contains("另有"), "{denied}");
}

#[test]
fn warnings_can_be_denied() {
    let project = Project::shipped();
    assert_eq!(project.run(&["check", "--deny", "warnings"]).code(), 1);
    let build = project.run(&["build", "--deny", "warnings"]);
    assert_eq!(build.code(), 1);
    let last = build.stderr().trim_end().lines().last().unwrap().to_owned();
    assert_eq!(
        last,
        "没有错误，但按 --deny warnings 的要求，警告也当作错误，未生成任何文件；改正后请重新运行"
    );
    assert!(!project.path("output").exists());
}

#[test]
fn an_error_stops_the_build_with_the_output_untouched() {
    let project = Project::clean();
    let before = project.build().files("output");
    project.change(&format!("content/{NOTICE}/tasks.yaml"), "责任股室: 救灾股", "责任股室: 救次股");
    let run = project.run(&["build"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(
        run.stderr(),
        str![[r#"
错误[T002]: “救次股”不在机构名录中
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tasks.yaml:46:15
   |
46 |         责任股室: 救次股
   |                   ^^^^^^
   |
建议: 是否想写“救灾股”？

共 1 处错误，0 处警告，0 处提示
有错误，未生成任何文件；改正后请重新运行

"#]]
    );
    assert_eq!(run.stdout(), "");
    assert_eq!(project.files("output"), before);
}

/// The shell makes two arguments of a name with a space.
#[test]
fn a_name_that_the_shell_divided_is_explained() {
    let project = Project::shipped();
    project.write("交回 9月/说明.txt", "没有");
    let run = project.run(&["collect", "交回", "9月"]);
    assert_eq!(run.code(), 2);
    assert_snapshot!(
        run.stderr(),
        str![[r#"
错误: 没有“交回”。名称里有空格的，要用引号括起来："交回 9月"

"#]]
    );
}

#[test]
fn a_build_says_what_it_did() {
    let project = Project::shipped();
    let run = project.run(&["build", "--output", "公开"]);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
已生成 52 个文件：更新 52 个，删去 0 个。用浏览器打开 公开/site/index.html 查看

"#]]
    );
    let again = project.run(&["build", "--output", "公开", "--lang", "en"]);
    assert_snapshot!(
        again.stdout(),
        str![[r#"
52 files: 0 written, 0 removed. Open 公开/site/index.html in a browser

"#]]
    );
}

#[test]
fn root_and_output_may_be_elsewhere() {
    let project = Project::shipped();
    let root = project.path(".");
    let out = project.path("elsewhere/out");
    let (code, _, err) = printed(&[
        "--root",
        root.to_str().unwrap(),
        "build",
        "--output",
        out.to_str().unwrap(),
        "--today",
        "2024-09-01",
    ]);
    assert_eq!(code, 0, "{err}");
    assert!(out.join("site/index.html").is_file() && !project.path("output").exists());
}

#[test]
fn colours_are_for_terminals_only() {
    let run = Project::shipped().run(&["check"]);
    assert!(!run.stdout().contains('\u{1b}'));
}

#[test]
fn the_day_comes_from_the_option_or_the_environment() {
    let project = Project::shipped();
    let run = |epoch: &str| {
        program()
            .current_dir(project.path("."))
            .arg("check")
            .env("SOURCE_DATE_EPOCH", epoch)
            .output()
            .unwrap()
    };
    assert_eq!(run("1725148800").status.code(), Some(0));
    let wrong = run("yesterday");
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8(wrong.stderr).unwrap().contains("SOURCE_DATE_EPOCH"));
}
