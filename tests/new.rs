//! A new project: it checks clean, builds, and stays clean; nothing that is there is touched.

use std::fs;

use snapbox::str;

use crate::support::{Project, assert_snapshot, files, program};

/// The findings of a project made on one day and checked on another, as one line each.
fn findings(made: &str, checked: &str) -> (i32, Vec<String>) {
    let project = Project::empty();
    let run = project.run_on(made, &["new", "x"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    let run = project.run_on(checked, &["--root", "x", "check", "--deny", "warnings"]);
    let text = run.stdout();
    let heads = text.lines().filter(|line| ["错误[", "警告["].iter().any(|kind| line.starts_with(kind)));
    (run.code(), heads.map(str::to_owned).collect())
}

#[test]
fn it_checks_clean_and_builds_whatever_the_day() {
    for day in ["2020-01-01", "2024-02-29", "2026-11-24", "2026-12-31", "2027-01-01", "2031-06-30"] {
        assert_eq!(findings(day, day), (0, Vec::new()), "{day}");
        let project = Project::empty();
        project.run_on(day, &["new", "x"]);
        let run = project.run_on(day, &["--root", "x", "build", "--deny", "warnings"]);
        assert_eq!(run.code(), 0, "{}", run.stderr());
        assert!(project.path("x/output/site/index.html").is_file());
        assert!(project.path("x/output/internal/tongzhi-gonggao").is_dir());
    }
}

#[test]
fn it_stays_clean_until_its_column_is_stale() {
    assert_eq!(findings("2026-11-24", "2027-05-24"), (0, Vec::new()));
    let stale = "警告[L003]: 栏目“通知公告”超过六个月没有更新，最新一条是2026年11月24日".to_owned();
    assert_eq!(findings("2026-11-24", "2027-05-25"), (1, vec![stale.clone()]));
    assert_eq!(findings("2026-11-24", "2029-01-01"), (1, vec![stale]));
}

#[test]
fn what_is_in_it() {
    let project = Project::empty();
    let run = project.run_on("2026-11-24", &["new", "示例项目"]);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
已在“示例项目”中建好项目，共 32 个文件。接下来：

  cd 示例项目
  gongkai check           检查内容
  gongkai serve --open    在浏览器里预览，保存后自动刷新
  gongkai build           生成网站和工作簿

怎样改成自己的，见其中的 README.md

"#]]
    );
    let made = files(&project.path("示例项目"));
    let paths: Vec<&str> = made.iter().map(|(path, _)| path.as_str()).collect();
    assert_snapshot!(
        paths.join("\n"),
        str![[r#"
.editorconfig
.github/workflows/gongkai.yml
.gitignore
.gitlab-ci.yml
.vscode/extensions.json
.vscode/settings.json
README.md
content/nianbao.md
content/offices.yaml
content/site.yaml
content/tongzhi-gonggao/2026-shili/notice.md
content/tongzhi-gonggao/2026-shili/progress/2026-11-24-fagui.md
content/tongzhi-gonggao/2026-shili/progress/2026-11-24-yewu.md
content/tongzhi-gonggao/2026-shili/roster.yaml
content/tongzhi-gonggao/2026-shili/summary/2026-fagui.md
content/tongzhi-gonggao/2026-shili/tasks.yaml
content/tongzhi-gonggao/column.yaml
content/wording.yaml
content/yishenqing.md
content/zhidu.md
content/zhinan.md
schema/catalog.json
schema/column.json
schema/notice.json
schema/offices.json
schema/page.json
schema/progress.json
schema/roster.json
schema/site.json
schema/summary.json
schema/tasks.json
schema/wording.json
"#]]
    );
    for (path, bytes) in &made {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.contains('@') || path.starts_with(".github"), "{path}: something was not filled in");
        assert!(text.ends_with('\n') && !text.contains('\r'), "{path}");
    }
    // Every command that is told exists.
    let commands = project.run(&["--help"]).stdout();
    for (path, bytes) in &made {
        let text = std::str::from_utf8(bytes).unwrap().replace("--lang zh ", "");
        for rest in text.split("gongkai ").skip(1) {
            let word: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
            assert!(word.is_empty() || commands.contains(&format!("\n  {word} ")), "{path}: gongkai {word}");
        }
    }
    // Files for editors and CI are well-formed.
    let text = |path: &str| fs::read_to_string(project.path(&format!("示例项目/{path}"))).unwrap();
    for path in [".github/workflows/gongkai.yml", ".gitlab-ci.yml"] {
        let _: serde_yaml::Value = serde_yaml::from_str(&text(path)).unwrap();
        assert!(text(path).contains("GONGKAI_SOURCE: 请填写"), "{path}");
    }
    let settings: serde_json::Value = serde_json::from_str(&text(".vscode/settings.json")).unwrap();
    for schema in settings["yaml.schemas"].as_object().unwrap().keys() {
        assert!(project.path(&format!("示例项目/{schema}")).is_file(), "{schema}");
    }
}

/// The scripts of a recipe: each text under one of those keys.
fn scripts(recipe: &serde_yaml::Value, keys: &[&str]) -> Vec<String> {
    let all = |value: &serde_yaml::Value| -> Vec<String> {
        match value {
            serde_yaml::Value::String(script) => vec![script.clone()],
            serde_yaml::Value::Sequence(list) => {
                list.iter().filter_map(|line| line.as_str().map(str::to_owned)).collect()
            }
            _ => Vec::new(),
        }
    };
    match recipe {
        serde_yaml::Value::Mapping(fields) => fields
            .iter()
            .flat_map(|(key, value)| {
                let is_script = key.as_str().is_some_and(|key| keys.contains(&key));
                if is_script { all(value) } else { scripts(value, keys) }
            })
            .collect(),
        serde_yaml::Value::Sequence(list) => list.iter().flat_map(|one| scripts(one, keys)).collect(),
        _ => Vec::new(),
    }
}

/// The steps of both recipes are shell: they are run one after another, with the program in `tools/`, and the site is there.
#[cfg(unix)]
#[test]
fn the_recipes_run_with_a_program_of_the_project() {
    for (path, keys, site) in [
        (".github/workflows/gongkai.yml", ["run", ""], "output/site"),
        (".gitlab-ci.yml", ["before_script", "script"], "public"),
    ] {
        let project = Project::empty();
        assert_eq!(project.run(&["new", "x"]).code(), 0);
        let root = project.path("x");
        let recipe = serde_yaml::from_str(&fs::read_to_string(root.join(path)).unwrap()).unwrap();
        let scripts = scripts(&recipe, &keys);
        assert!(scripts.len() >= 3, "{scripts:?}");
        let run = |script: &str| {
            let mut shell = std::process::Command::new("bash");
            shell.args(["-e", "-c", script]).current_dir(&root);
            shell.env("HOME", project.path("home")).env("GITHUB_PATH", project.path("paths"));
            shell.env("GONGKAI_SOURCE", "请填写").env("CARGO_HOME", project.path("home"));
            let path = format!(
                "{}:{}:/usr/bin:/bin",
                root.join(".bin").display(),
                project.path("home/.local/bin").display()
            );
            shell.env("PATH", path).output().unwrap()
        };
        let install = scripts.iter().find(|script| script.contains("tools/gongkai")).unwrap();
        let refused = run(install);
        assert!(
            !refused.status.success()
                && String::from_utf8_lossy(&refused.stdout).contains("请把程序放进 tools/gongkai")
        );
        fs::create_dir_all(root.join("tools")).unwrap();
        fs::copy(program().get_program(), root.join("tools/gongkai")).unwrap();
        for script in &scripts {
            let ran = run(script);
            assert!(ran.status.success(), "{path}: {script}\n{}", String::from_utf8_lossy(&ran.stderr));
        }
        assert!(root.join(site).join("index.html").is_file(), "{path}");
    }
}

/// The schemas for editors accept the example.
#[test]
fn the_example_fits_its_own_schemas() {
    let project = Project::empty();
    project.run_on("2026-11-24", &["new", "x"]);
    let text = |path: &str| fs::read_to_string(project.path(&format!("x/{path}"))).unwrap();
    let notice = "content/tongzhi-gonggao/2026-shili";
    for (schema, path) in [
        ("site", "content/site.yaml".to_owned()),
        ("offices", "content/offices.yaml".to_owned()),
        ("wording", "content/wording.yaml".to_owned()),
        ("column", "content/tongzhi-gonggao/column.yaml".to_owned()),
        ("tasks", format!("{notice}/tasks.yaml")),
        ("roster", format!("{notice}/roster.yaml")),
        ("notice", format!("{notice}/notice.md")),
        ("progress", format!("{notice}/progress/2026-11-24-fagui.md")),
        ("summary", format!("{notice}/summary/2026-fagui.md")),
    ] {
        let schema: serde_json::Value =
            serde_json::from_str(&text(&format!("schema/{schema}.json"))).unwrap();
        let head = text(&path);
        let head =
            head.strip_prefix("---\n").map_or(head.as_str(), |rest| rest.split_once("\n---\n").unwrap().0);
        let value: serde_json::Value = serde_yaml::from_str(head).unwrap();
        assert_eq!(crate::support::schema::violations(&schema, &value), [""; 0], "{path}");
    }
}

#[test]
fn a_folder_with_something_in_it_is_left_as_it_is() {
    let project = Project::empty();
    project.write("x/.git/HEAD", "ref").write("file", "1");
    fs::create_dir(project.path("empty")).unwrap();
    let before = project.files("");
    let run = project.run(&["new", "x"]);
    assert_eq!(run.code(), 2);
    assert_snapshot!(
        run.stderr(),
        str![[r#"
错误: “x”里已有内容，为免混在一起，没有新建。请换一个文件夹名，或先清空它

"#]]
    );
    let run = project.run(&["new", "x", "--lang", "en"]);
    assert_snapshot!(
        run.stderr(),
        str![[r#"
error: x is not empty; nothing was made there. Choose another folder, or empty it first

"#]]
    );
    assert_eq!(project.run(&["new", "file"]).code(), 2);
    assert_eq!(project.run(&["new", "file/x"]).code(), 2);
    assert_eq!(project.files(""), before);
    assert_eq!(project.run(&["new", "empty"]).code(), 0, "an empty folder will do");
    assert_eq!(project.run(&["new", "a/b/c"]).code(), 0, "folders on the way are made");
}
