//! Comforts of the command line: changes of a build, times, colours, completions, the manual page.

use std::io::Write;
use std::process::Stdio;

use snapbox::str;

use crate::support::{NOTICE, Project, TODAY, assert_snapshot, program, repository};

#[test]
fn a_build_lists_what_it_changes_before_it_does() {
    let project = Project::clean();
    let run = project.run(&["build", "--diff", "--output", "公开"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert_snapshot!(
        run.stdout(),
        str![[r#"
+ 新增 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tianbao-shuoming.docx
+ 新增 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/危化股.xlsx
+ 新增 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/工贸股.xlsx
+ 新增 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/应急指挥中心.xlsx
+ 新增 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/政工党建办.xlsx
+ 新增 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/救灾股.xlsx
+ 新增 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/法规股.xlsx
+ 新增 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/非煤矿山股.xlsx
+ 新增 site/404.html
+ 新增 site/assets/favicon.svg
+ 新增 site/assets/search-data.js
+ 新增 site/assets/search-index-1.js
+ 新增 site/assets/search-words-1.js
+ 新增 site/assets/search.js
+ 新增 site/assets/site.js
+ 新增 site/assets/style.css
+ 新增 site/catalog/data.csv
+ 新增 site/catalog/data.json
+ 新增 site/catalog/index.html
+ 新增 site/catalog/xinxi-gongkai-mulu.xlsx
+ 新增 site/data/index.json
+ 新增 site/data/schema.json
+ 新增 site/data/site.json
+ 新增 site/deadlines/2024-12/index.html
+ 新增 site/deadlines/changqi/index.html
+ 新增 site/deadlines/index.html
+ 新增 site/feed.xml
+ 新增 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/2024-yigui-liangfangan.docx
+ 新增 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/data.csv
+ 新增 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/data.json
+ 新增 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/fragment.html
+ 新增 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/index.html
+ 新增 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/zeren-fenjie-biao.xlsx
+ 新增 site/gongkai-lingyu/anquan-shengchan/biaozhun-mulu.csv
+ 新增 site/gongkai-lingyu/anquan-shengchan/biaozhun-mulu.html
+ 新增 site/gongkai-lingyu/anquan-shengchan/biaozhun-mulu.json
+ 新增 site/gongkai-lingyu/anquan-shengchan/biaozhun-mulu.xlsx
+ 新增 site/gongkai-lingyu/anquan-shengchan/index.html
+ 新增 site/gongkai-lingyu/index.html
+ 新增 site/index.html
+ 新增 site/offices/index.html
+ 新增 site/offices/危化股/index.html
+ 新增 site/offices/工贸股/index.html
+ 新增 site/offices/应急指挥中心/index.html
+ 新增 site/offices/政工党建办/index.html
+ 新增 site/offices/救灾股/index.html
+ 新增 site/offices/法规股/index.html
+ 新增 site/offices/非煤矿山股/index.html
+ 新增 site/robots.txt
+ 新增 site/search.html
+ 新增 site/sitemap.html
+ 新增 site/sitemap.xml
+ 新增 site/years/2024/index.html
+ 新增 site/years/index.html
已生成 54 个文件：更新 54 个，删去 0 个。用浏览器打开 公开/site/index.html 查看

"#]]
    );

    let again = project.run(&["build", "--diff", "--output", "公开"]);
    assert_snapshot!(
        again.stdout(),
        str![[r#"
与上次生成的没有差别
已生成 54 个文件：更新 0 个，删去 0 个。用浏览器打开 公开/site/index.html 查看

"#]]
    );

    // The site's name is on every page, a column comes; later a notice goes.
    project.change("content/site.yaml", "名称: 临湘市", "名称: 临湘");
    project.write("content/gongkai-lingyu/jiuzai/column.yaml", "名称: 救灾\n说明: 救灾款物\n");
    let before = project.files("公开");
    let dry = project.run(&["build", "--dry-run", "--output", "公开", "--lang", "en"]);
    assert_eq!(dry.code(), 0, "{}", dry.stderr());
    assert_snapshot!(
        dry.stdout(),
        str![[r#"
~ changed site/404.html
~ changed site/assets/search-data.js
~ changed site/catalog/index.html
~ changed site/data/site.json
~ changed site/deadlines/2024-12/index.html
~ changed site/deadlines/changqi/index.html
~ changed site/deadlines/index.html
~ changed site/feed.xml
~ changed site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/index.html
~ changed site/gongkai-lingyu/anquan-shengchan/biaozhun-mulu.html
~ changed site/gongkai-lingyu/anquan-shengchan/index.html
~ changed site/gongkai-lingyu/index.html
+ added   site/gongkai-lingyu/jiuzai/index.html
~ changed site/index.html
~ changed site/offices/index.html
~ changed site/offices/危化股/index.html
~ changed site/offices/工贸股/index.html
~ changed site/offices/应急指挥中心/index.html
~ changed site/offices/政工党建办/index.html
~ changed site/offices/救灾股/index.html
~ changed site/offices/法规股/index.html
~ changed site/offices/非煤矿山股/index.html
~ changed site/search.html
~ changed site/sitemap.html
~ changed site/sitemap.xml
~ changed site/years/2024/index.html
~ changed site/years/index.html
compared only; nothing was written

"#]]
    );
    assert_eq!(project.files("公开"), before, "nothing was written");

    std::fs::remove_dir_all(project.path(&format!("content/{NOTICE}"))).unwrap();
    let run = project.run(&["build", "--diff", "--output", "公开"]);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
- 删除 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/tianbao-shuoming.docx
- 删除 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/危化股.xlsx
- 删除 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/工贸股.xlsx
- 删除 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/应急指挥中心.xlsx
- 删除 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/政工党建办.xlsx
- 删除 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/救灾股.xlsx
- 删除 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/法规股.xlsx
- 删除 handout/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/非煤矿山股.xlsx
~ 更改 site/404.html
~ 更改 site/assets/search-data.js
~ 更改 site/assets/search-index-1.js
- 删除 site/assets/search-words-1.js
~ 更改 site/catalog/data.csv
~ 更改 site/catalog/data.json
~ 更改 site/catalog/index.html
~ 更改 site/catalog/xinxi-gongkai-mulu.xlsx
~ 更改 site/data/index.json
~ 更改 site/data/site.json
- 删除 site/deadlines/2024-12/index.html
- 删除 site/deadlines/changqi/index.html
- 删除 site/deadlines/index.html
~ 更改 site/feed.xml
- 删除 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/2024-yigui-liangfangan.docx
- 删除 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/data.csv
- 删除 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/data.json
- 删除 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/fragment.html
- 删除 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/index.html
- 删除 site/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/zeren-fenjie-biao.xlsx
~ 更改 site/gongkai-lingyu/anquan-shengchan/biaozhun-mulu.html
~ 更改 site/gongkai-lingyu/anquan-shengchan/biaozhun-mulu.xlsx
~ 更改 site/gongkai-lingyu/anquan-shengchan/index.html
~ 更改 site/gongkai-lingyu/index.html
+ 新增 site/gongkai-lingyu/jiuzai/index.html
~ 更改 site/index.html
- 删除 site/offices/index.html
- 删除 site/offices/危化股/index.html
- 删除 site/offices/工贸股/index.html
- 删除 site/offices/应急指挥中心/index.html
- 删除 site/offices/政工党建办/index.html
- 删除 site/offices/救灾股/index.html
- 删除 site/offices/法规股/index.html
- 删除 site/offices/非煤矿山股/index.html
~ 更改 site/search.html
~ 更改 site/sitemap.html
~ 更改 site/sitemap.xml
- 删除 site/years/2024/index.html
- 删除 site/years/index.html
已生成 27 个文件：更新 19 个，删去 28 个。用浏览器打开 公开/site/index.html 查看

"#]]
    );
    assert!(!project.path(&format!("公开/site/{NOTICE}")).exists());
}

#[test]
fn a_look_without_writing_leaves_no_folder() {
    let project = Project::clean();
    let run = project.run(&["build", "--dry-run"]);
    assert_eq!(run.code(), 0);
    assert!(run.stdout().ends_with("只作比较，没有写入\n"), "{}", run.stdout());
    assert!(!project.path("output").exists());
}

/// Output of a command on both streams with colours, as on a terminal.
fn coloured(project: &Project, arguments: &[&str], no_color: Option<&str>) -> String {
    let mut command = program();
    command.current_dir(project.path(".")).args(arguments).env("CLICOLOR_FORCE", "1").env_remove("NO_COLOR");
    if let Some(value) = no_color {
        command.env("NO_COLOR", value);
    }
    let output = command.output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

#[test]
fn no_color_is_respected_everywhere() {
    let project = Project::shipped();
    let everything: [&[&str]; 5] = [
        &["check", "--today", TODAY],
        &["build", "--today", TODAY],
        &["--help", "--lang", "en"],
        &["biuld", "--lang", "en"],
        &["build", "--verbose", "--diff", "--today", TODAY],
    ];
    for arguments in everything {
        assert!(coloured(&project, arguments, None).contains('\u{1b}'), "{arguments:?} has colours to lose");
        let plain = coloured(&project, arguments, Some("1"));
        assert!(!plain.is_empty() && !plain.contains('\u{1b}'), "{arguments:?}: {plain}");
    }
}

#[test]
fn times_are_told_to_those_who_ask_beside_the_result() {
    let project = Project::clean();
    let run = project.run(&["build", "-v"]);
    let stages: Vec<String> = run
        .stderr()
        .lines()
        .filter_map(|line| {
            let (stage, time) = line.strip_suffix(" 毫秒")?.split_once('：')?;
            time.parse::<f64>().ok().map(|_| stage.to_owned())
        })
        .collect();
    assert_eq!(stages, ["读取文件", "理解内容", "检查内容，备好模板", "排定文件", "生成文件", "写入文件"]);
    assert_eq!(run.stdout().lines().count(), 1, "{}", run.stdout());
    assert!(project.run(&["check", "--verbose", "--lang", "en"]).stderr().contains(" ms\n"));
    assert!(!project.run(&["check"]).stderr().contains("毫秒"));
}

#[test]
fn a_bar_is_for_terminals_only() {
    // So much that a terminal would have shown one.
    let project = Project::clean();
    for number in 0..120 {
        let copy = format!("content/gongkai-lingyu/anquan-shengchan/2024-{number}");
        crate::support::copy(&project.path(&format!("content/{NOTICE}")), &project.path(&copy));
    }
    let run = project.run(&["build", "-v", "--only", "html"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert!(!run.stderr().contains(['\r', '\u{1b}', '█']), "{}", run.stderr());
}

#[test]
fn every_shell_has_completions() {
    for (shell, sign) in [
        ("bash", "complete -F _gongkai"),
        ("zsh", "#compdef gongkai"),
        ("fish", "complete -c gongkai"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion:arg-completer[gongkai]"),
    ] {
        let run = Project::empty().run(&["completions", shell]);
        assert_eq!(run.code(), 0, "{}", run.stderr());
        assert!(run.stdout().contains(sign) && run.stdout().contains("serve"), "{shell}: {}", run.stdout());
    }
    assert!(Project::empty().run(&["completions", "fish"]).stdout().contains("在浏览器中预览"));
    let none = Project::empty().run(&["completions"]);
    assert_eq!(none.code(), 2);
    assert_snapshot!(
        none.stderr(),
        str![[r#"
错误: 缺少参数“种类”

详细用法：gongkai --help

"#]]
    );
}

#[test]
#[cfg(unix)]
fn bash_completes_commands_and_options() {
    let script = Project::empty().run(&["completions", "bash"]).stdout();
    let complete = |words: &str, last: &str| {
        let mut bash = std::process::Command::new("bash");
        bash.arg("--norc").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut bash = bash.spawn().unwrap();
        let before = words.split(' ').next_back().unwrap();
        let count = words.split(' ').count();
        let ask = format!(
            "{script}\nCOMP_WORDS=({words} {last})\nCOMP_CWORD={count}\n_gongkai gongkai '{last}' '{before}'\necho \"${{COMPREPLY[@]}}\"\n"
        );
        bash.stdin.take().unwrap().write_all(ask.as_bytes()).unwrap();
        String::from_utf8(bash.wait_with_output().unwrap().stdout).unwrap().trim().to_owned()
    };
    assert_eq!(complete("gongkai", "se"), "serve");
    assert_eq!(complete("gongkai build", "--di"), "--diff");
    assert_eq!(complete("gongkai check --deny", "w"), "warnings");
}

#[test]
fn the_manual_page_tells_of_every_command_in_both_languages() {
    let zh = Project::empty().run(&["manual"]).stdout();
    let en = Project::empty().run(&["manual", "--lang", "en"]).stdout();
    let headings = |page: &str| -> Vec<String> {
        let lines = page.lines().filter_map(|line| line.strip_prefix(".SH "));
        lines.map(str::to_owned).collect()
    };
    assert_eq!(headings(&zh), ["名称", "用法", "选项", "命令", "版本"]);
    assert_eq!(headings(&en), ["NAME", "SYNOPSIS", "OPTIONS", "COMMANDS", "VERSION"]);
    for page in [&zh, &en] {
        for command in ["build", "check", "completions", "explain", "manual", "schema", "serve"] {
            assert!(page.contains(&format!(".SS \"gongkai {command}\"\n")), "{command} in {page}");
        }
        assert_eq!(page.matches(".TH gongkai 1").count(), 1);
    }
    assert!(
        zh.contains("\\fB\\-\\-port\\fR \\fI<端口>\\fR\n端口；不写则用 8000，被占用时用下一个空闲的"),
        "{zh}"
    );
}

/// A page does not depend on the other files that are made.
#[test]
fn some_kinds_of_files_can_be_made_alone() {
    let project = Project::clean();
    let page = || std::fs::read_to_string(project.path(&format!("output/site/{NOTICE}/index.html"))).unwrap();
    let run = project.run(&["build", "--only", "html,data"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let files = project.files("output");
    let others =
        |path: &str| path.contains("biao.xlsx") || path.contains("fragment") || path.contains("handout");
    let others: Vec<&String> = files.iter().map(|(path, _)| path).filter(|path| others(path)).collect();
    assert!(others.is_empty(), "{others:?}");
    let alone = page();
    assert!(alone.contains("</a>（XLSX）"));
    assert_eq!(project.run(&["build"]).code(), 0);
    assert_eq!(page(), alone, "a page does not depend on what else is made");
}

/// `templates/base.html` of a project that is older than `meta.html`.
#[test]
fn a_base_template_of_before_prints_the_same_tags() {
    let project = Project::clean();
    assert_eq!(project.run(&["build"]).code(), 0);
    let built = project.files("output/site");
    let current = std::fs::read_to_string(repository().join("templates/base.html")).unwrap();
    let older =
        current.replace("{% include \"meta.html\" -%}", "{{ site.meta | safe }}{{ page.meta | safe -}}");
    assert_ne!(older, current);
    project.write("templates/base.html", &older);
    assert_eq!(project.run(&["build"]).code(), 0);
    assert_eq!(project.files("output/site"), built);
}
