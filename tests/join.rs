//! `gongkai join`: what it says of sites that cannot be joined, what it leaves alone, and its search. Its whole output is
//! kept in `tests/site/joined`.

use std::fs;

use serde_json::{Value, json};
use snapbox::str;

use crate::support::browser::{look, nu};
use crate::support::{LATER, Project, Run, assert_snapshot, copy, is_html, repository};

/// The two bureaus of the golden folder, built.
fn bureaus() -> Project {
    let project = Project::empty();
    copy(&repository().join("tests/site/joined"), &project.path(""));
    fs::remove_dir_all(project.path("expected")).unwrap_or_default();
    for bureau in ["jia", "yi"] {
        assert_eq!(project.run_on(LATER, &["--root", bureau, "build"]).code(), 0);
    }
    project
}

fn join(project: &Project, arguments: &[&str]) -> Run {
    project.run_on(LATER, &[&["join"], arguments].concat())
}

/// A site of one notice at an address.
fn site(project: &Project, folder: &str, name: &str, address: &str) {
    let list = json!([{
        "标题": "关于某事的通知", "网址": address, "成文日期": "2025-03-03", "发布日期": "2025-03-04 09:00",
    }]);
    project.write(&format!("{folder}/data/index.json"), serde_json::to_string_pretty(&list).unwrap());
    if !name.is_empty() {
        project.write(&format!("{folder}/data/site.json"), json!({"名称": name}).to_string());
    }
    project.write(&format!("{folder}/a/index.html"), "<p>");
}

#[test]
fn every_bad_site_is_told_with_its_place_and_a_mend() {
    let project = Project::empty();
    site(&project, "好", "甲局", "../a/index.html");
    site(&project, "同名", "甲局", "../a/index.html");
    site(&project, "在外", "乙局", "../../好/a/index.html");
    site(&project, "脚本", "丙局", "javascript:alert(1)");
    site(&project, "没有网页", "丁局", "../b/index.html");
    site(&project, "坏名", "", "../a/index.html");
    project.write("坏名/data/site.json", "{\"名称\": \"\"}");
    project.write("坏了/data/index.json", "[\n  {\"标题\": \"甲\",}\n]");
    project.write("缺项/data/index.json", "[{\"标题\": \"甲\"}]");
    project.write("不是文本/data/index.json", [b'[', 0xff, b']']);
    site(&project, "日期", "戊局", "../a/index.html");
    project.change("日期/data/index.json", "2025-03-03", "2025-02-30");
    project.write("空的/readme.txt", "");
    let sites = [
        "好",
        "好",
        "同名",
        "在外",
        "脚本",
        "没有网页",
        "坏名",
        "坏了",
        "缺项",
        "不是文本",
        "日期",
        "空的",
        "没有",
    ];
    let run = join(&project, &[&sites[..], &["--output", "out"]].concat());
    assert_eq!(run.code(), 1);
    assert_snapshot!(
        run.stderr(),
        str![[r#"
错误[J003]: 同一个文件夹写了两次
--> 好
::: 好/data/site.json
 |
建议: 删去重复的一个

错误[J003]: 有两个网站都叫“甲局”，分不清是哪个单位
--> 同名/data/site.json
::: 好/data/site.json
 |
建议: 是同一个网站的，删去一个；不是的，在 site.yaml 的“名称”里写全称，重新生成

错误[J004]: “../../好/a/index.html”不在这个网站里
 --> 在外/data/index.json:4:11
  |
4 |     "网址": "../../好/a/index.html",
  |             ^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 核对这个网站的“域名”，重新生成；不是 gongkai 写的数据，改为本网站里的地址

错误[J004]: “javascript:alert(1)”不在这个网站里
 --> 脚本/data/index.json:4:11
  |
4 |     "网址": "javascript:alert(1)",
  |             ^^^^^^^^^^^^^^^^^^^^^
  |
建议: 核对这个网站的“域名”，重新生成；不是 gongkai 写的数据，改为本网站里的地址

错误[J004]: 没有“../b/index.html”这个网页
 --> 没有网页/data/index.json:4:11
  |
4 |     "网址": "../b/index.html",
  |             ^^^^^^^^^^^^^^^^^
  |
建议: 把这个网站的文件复制完整，或者重新生成；网站放在别处的，在它的 site.yaml 里写“域名”

错误[J002]: 这项内容是空的、太长，或者有控制字符
 --> 坏名/data/site.json:1:8
  |
1 | {"名称": ""}
  |          ^^
  |
建议: 用 gongkai build 重新生成这个网站，不要手工改 data 文件夹

提示[J007]: 没有 data/site.json，单位名称用文件夹的名称“坏了”
--> 坏了
 |
建议: 用新版的 gongkai 重新生成这个网站

错误[J002]: 网站数据的写法不对：不是正确的 JSON
 --> 坏了/data/index.json:2:14
  |
2 |   {"标题": "甲",}
  |                 ^
  |
建议: 用 gongkai build 重新生成这个网站，不要手工改 data 文件夹

提示[J007]: 没有 data/site.json，单位名称用文件夹的名称“缺项”
--> 缺项
 |
建议: 用新版的 gongkai 重新生成这个网站

错误[J002]: 网站数据的写法不对：缺少“网址”
 --> 缺项/data/index.json:1:12
  |
1 | [{"标题": "甲"}]
  |               ^
  |
建议: 用 gongkai build 重新生成这个网站，不要手工改 data 文件夹

错误[J002]: 网站数据不是 UTF-8 文本
--> 不是文本/data/index.json
 |
建议: 用 gongkai build 重新生成这个网站，不要手工改 data 文件夹

错误[J002]: “2025-02-30”不是日期
 --> 日期/data/index.json:5:13
  |
5 |     "成文日期": "2025-02-30",
  |                 ^^^^^^^^^^^^
  |
建议: 用 gongkai build 重新生成这个网站，不要手工改 data 文件夹

错误[J001]: 这里没有 data/index.json，不是生成的网站
--> 空的
 |
建议: 写生成结果中 site 文件夹的路径，例如 某局/output/site；没有 data/index.json 的，用 gongkai build 重新生成，不要只生成几种文件

错误[J001]: 这里没有 data/index.json，不是生成的网站
--> 没有
 |
建议: 写生成结果中 site 文件夹的路径，例如 某局/output/site；没有 data/index.json 的，用 gongkai build 重新生成，不要只生成几种文件

共 12 处错误，0 处警告，2 处提示
有错误，未生成任何文件；改正后请重新运行

"#]]
    );
    let run = join(&project, &[&sites[..], &["--output", "out", "--lang", "en"]].concat());
    assert_snapshot!(
        run.stderr(),
        str![[r#"
error[J003]: the same folder is named twice
--> 好
::: 好/data/site.json
 |
help: leave one of them out

error[J003]: two sites are called "甲局": nobody can tell them apart
--> 同名/data/site.json
::: 好/data/site.json
 |
help: leave one out if they are one site; else write the full name in 名称 of site.yaml and build again

error[J004]: "../../好/a/index.html" is not in this site
 --> 在外/data/index.json:4:11
  |
4 |     "网址": "../../好/a/index.html",
  |             ^^^^^^^^^^^^^^^^^^^^^^^
  |
help: check 域名 of that site and build it again; data of another origin must name addresses of its own site

error[J004]: "javascript:alert(1)" is not in this site
 --> 脚本/data/index.json:4:11
  |
4 |     "网址": "javascript:alert(1)",
  |             ^^^^^^^^^^^^^^^^^^^^^
  |
help: check 域名 of that site and build it again; data of another origin must name addresses of its own site

error[J004]: there is no page "../b/index.html"
 --> 没有网页/data/index.json:4:11
  |
4 |     "网址": "../b/index.html",
  |             ^^^^^^^^^^^^^^^^^
  |
help: copy the whole site, or build it again; if it is published elsewhere, set 域名 in its site.yaml

error[J002]: this text is blank, too long or has a control character
 --> 坏名/data/site.json:1:8
  |
1 | {"名称": ""}
  |          ^^
  |
help: build that site again; do not edit its folder data by hand

note[J007]: without data/site.json, the site is called "坏了" after its folder
--> 坏了
 |
help: build that site again with a current gongkai

error[J002]: the data of the site is wrong: trailing comma
 --> 坏了/data/index.json:2:14
  |
2 |   {"标题": "甲",}
  |                 ^
  |
help: build that site again; do not edit its folder data by hand

note[J007]: without data/site.json, the site is called "缺项" after its folder
--> 缺项
 |
help: build that site again with a current gongkai

error[J002]: the data of the site is wrong: missing field `网址`
 --> 缺项/data/index.json:1:12
  |
1 | [{"标题": "甲"}]
  |               ^
  |
help: build that site again; do not edit its folder data by hand

error[J002]: the data of the site is no text in UTF-8
--> 不是文本/data/index.json
 |
help: build that site again; do not edit its folder data by hand

error[J002]: "2025-02-30" is not a day
 --> 日期/data/index.json:5:13
  |
5 |     "成文日期": "2025-02-30",
  |                 ^^^^^^^^^^^^
  |
help: build that site again; do not edit its folder data by hand

error[J001]: there is no data/index.json here: it is not a built site
--> 空的
 |
help: name the folder site of a build, such as bureau/output/site; if it has no data/index.json, build it again, with all formats

error[J001]: there is no data/index.json here: it is not a built site
--> 没有
 |
help: name the folder site of a build, such as bureau/output/site; if it has no data/index.json, build it again, with all formats

12 errors, 0 warnings, 2 notes
nothing was written because of these errors; mend them and run again

"#]]
    );
    assert!(!project.path("out").exists(), "nothing is written");
}

#[test]
fn an_output_that_would_spoil_a_site_is_refused() {
    let project = bureaus();
    let before = project.files("");
    let one = ["jia/output/site", "--output", "jia/output/site/sheng"];
    let two = ["jia/output/site", "--output", "jia/output"];
    let other = ["jia/output/site", "--output", "yi/output"];
    let said: Vec<String> = [&one, &two, &other]
        .map(|arguments| {
            let run = join(&project, arguments);
            assert_eq!(run.code(), 1, "{}", run.stdout());
            run.stderr().replace(project.path("").canonicalize().unwrap().to_str().unwrap(), "…")
        })
        .into();
    assert_snapshot!(
        said.join("\n----\n"),
        str![[r#"
错误[J005]: 输出文件夹和这个网站重叠，会弄坏它
--> jia/output/site
 |
建议: 用 --output 写一个别处的文件夹

共 1 处错误，0 处警告，0 处提示
有错误，未生成任何文件；改正后请重新运行

----
错误[J005]: 输出文件夹和这个网站重叠，会弄坏它
--> jia/output/site
 |
建议: 用 --output 写一个别处的文件夹

共 1 处错误，0 处警告，0 处提示
有错误，未生成任何文件；改正后请重新运行

----
错误[J005]: 输出文件夹里是一个单位的网站，会被删去
--> …/yi/output/site
 |
建议: 用 --output 写一个别处的文件夹

共 1 处错误，0 处警告，0 处提示
有错误，未生成任何文件；改正后请重新运行

"#]]
    );
    assert!(project.files("") == before, "every file is as it was");
}

#[test]
fn a_site_without_a_name_is_called_after_its_folder() {
    let project = bureaus();
    fs::remove_file(project.path("yi/output/site/data/site.json")).unwrap();
    fs::rename(project.path("yi/output/site"), project.path("yi/乙县应急局")).unwrap();
    let run = join(&project, &["jia/output/site", "yi/乙县应急局", "--output", "output"]);
    assert_eq!(run.code(), 0);
    assert_snapshot!(
        run.stderr(),
        str![[r#"
提示[J007]: 没有 data/site.json，单位名称用文件夹的名称“乙县应急局”
--> yi/乙县应急局
 |
建议: 用新版的 gongkai 重新生成这个网站

共 0 处错误，0 处警告，1 处提示

"#]]
    );
    assert_snapshot!(
        run.stdout(),
        str![[r#"
汇总了 2 个网站的 3 项
已生成 20 个文件：更新 20 个，删去 0 个。用浏览器打开 output/site/index.html 查看

"#]]
    );
    let list = fs::read_to_string(project.path("output/site/data/index.json")).unwrap();
    let list: Value = serde_json::from_str(&list).unwrap();
    let of_yi = list.as_array().unwrap().iter().find(|one| one["单位"] == "乙县应急局").unwrap();
    let address = of_yi["网址"].as_str().unwrap();
    assert_eq!(
        address,
        "../../../yi/%E4%B9%99%E5%8E%BF%E5%BA%94%E6%80%A5%E5%B1%80/tongzhi/2025-fangxun/index.html"
    );

    // A bureau that is left out leaves nothing behind.
    assert_eq!(join(&project, &["jia/output/site", "--output", "output"]).code(), 0);
    let left: Vec<String> = project.files("output/site").into_iter().map(|(path, _)| path).collect();
    assert!(!left.iter().any(|path| path.contains("乙县")), "{left:?}");
    // All is as it was after a run that finds an error.
    let before = project.files("output");
    project.write("jia/output/site/data/index.json", "[");
    assert_eq!(join(&project, &["jia/output/site", "--output", "output"]).code(), 1);
    assert!(project.files("output") == before);
}

#[test]
fn relative_addresses_of_a_joined_site_lead_out_of_it() {
    let project = bureaus();
    let run =
        join(&project, &["jia/output/site", "yi/output/site", "--site", "site.yaml", "--output", "shi"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let run = join(&project, &["shi/site", "--output", "sheng"]);
    assert_eq!(run.code(), 1);
    assert!(run.stderr().contains("“../../../yi/output/site/tongzhi/2025-fangxun/index.html”不在这个网站里"));
}

#[test]
fn words_of_others_are_no_markup() {
    let project = Project::empty();
    site(&project, "好", "<b>甲局</b>", "../a/index.html");
    project.change("好/data/index.json", "关于某事的通知", "关于</script><script>alert(1)</script>的通知");
    assert_eq!(join(&project, &["好", "--output", "out"]).code(), 0);
    for (path, bytes) in project.files("out/site") {
        let text = String::from_utf8(bytes).unwrap();
        assert!(!is_html(&path) || !text.contains("<b>甲") && !text.contains("alert(1)<"), "{path}");
    }
}

#[test]
#[ignore = "needs Chromium and Node"]
fn joined_sites_are_searched_and_accessible() {
    let project = bureaus();
    let run = join(&project, &["jia/output/site", "yi/output/site", "--output", "output"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    project.write("content/site.yaml", "名称: 汇总\n");
    let queries = [
        "q=汛工作",
        "q=甲应急发〔2025〕3号",
        "q=2024年6月4日",
        "q=防汛&column=乙县应急管理局政务公开",
        "q=没有的",
        "q=防讯工作",
    ];
    assert_snapshot!(
        look(&project, "duties", &queries),
        str![[r#"
q=汛工作 → “汛工作”共找到 2 项。
q=甲应急发〔2025〕3号 → “甲应急发〔2025〕3号”共找到 1 项。
   - | 甲应急发〔2025〕3号 | 
q=2024年6月4日 → “2024年6月4日”共找到 1 项。
   - | 2024年6月4日 | 
q=防汛&column=乙县应急管理局政务公开 → “防汛”共找到 1 项。
q=没有的 → 没有找到“没有的”。请减少字数，或者放宽筛选。
q=防讯工作 → 没有找到“防讯工作”。是否想找：
  instead: 防汛工作

"#]]
    );
    let pages =
        ["index.html", "bureaus/index.html", "catalog/index.html", "years/index.html", "search.html?q=防汛"];
    assert_eq!(look(&project, "axe", &pages), "");
    let files = project.files("output/site").into_iter().map(|(path, _)| path);
    // The stylesheet within 404.html has properties that the checker does not know.
    let files: Vec<String> = files.filter(|path| is_html(path) && path != "404.html").collect();
    assert_eq!(nu(&project.path("output/site"), &files), "");
}
