//! Whole or untouched: the output folder when something stands in the way of a build, and after one was killed.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use gongkai::error::Error;
use gongkai::output::commit;
use gongkai::render::{Artifact, OutputPath};

use crate::support::dice::Dice;
use crate::support::{NOTICE, Project, TODAY, program};

/// Files, folders and links by their paths, without our bookkeeping.
type Tree = Vec<(String, Vec<u8>)>;

fn tree(folder: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    let visible = entries.filter_entry(|entry| entry.file_name() != ".gongkai").map(Result::unwrap);
    let shown = visible.map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
        let kind = entry.file_type();
        if kind.is_dir() {
            (path + "/", Vec::new())
        } else if kind.is_symlink() {
            (path + "@", fs::read_link(entry.path()).unwrap().into_os_string().into_encoded_bytes())
        } else {
            (path, fs::read(entry.path()).unwrap())
        }
    });
    shown.collect()
}

fn files(tree: &Tree) -> Vec<&(String, Vec<u8>)> {
    tree.iter().filter(|(path, _)| !path.ends_with('/')).collect()
}

fn artifact(path: &str, text: &'static str) -> Artifact<'static> {
    Artifact::new(OutputPath::new(path).unwrap(), || Ok(text.into()))
}

/// Where something stands in the way: before, among and after the other files that change.
const POSITIONS: [&str; 3] = ["site/0", "site/m", "site/z"];

/// The first build. What changes, goes or comes besides stands between the positions.
fn old() -> Vec<Artifact<'static>> {
    let mut files: Vec<_> =
        ["site/a.html", "site/n.html", "handout/b.xlsx"].map(|path| artifact(path, "old")).into();
    files.extend(["site/gone.html", "site/lost/gone.html"].map(|path| artifact(path, "old")));
    files.extend(POSITIONS.map(|position| artifact(&format!("{position}-ours/x.html"), "old")));
    files.extend(POSITIONS.map(|position| artifact(&format!("{position}-changes.html"), "old")));
    files
}

/// The second build, with another file.
fn new(more: Option<&str>) -> Vec<Artifact<'static>> {
    let mut files: Vec<_> =
        ["site/a.html", "site/n.html", "handout/b.xlsx"].map(|path| artifact(path, "new")).into();
    files.extend(
        ["site/added.html", "site/new/added.html", "internal/c.xlsx"].map(|path| artifact(path, "new")),
    );
    files.extend(POSITIONS.map(|position| artifact(&format!("{position}-changes.html"), "new")));
    files.extend(more.map(|path| artifact(path, "new")));
    files
}

/// A way of standing in the way of a file: what others do, and the file that is to be made.
struct Obstacle {
    name: &'static str,
    /// The file, behind the position.
    file: &'static str,
    /// Content at the position.
    place: fn(&Path),
    /// The path that the refusal names, behind the position.
    named: &'static str,
}

fn with_suffix(position: &Path, suffix: &str) -> std::path::PathBuf {
    let mut path = position.as_os_str().to_owned();
    path.push(suffix);
    path.into()
}

const OBSTACLES: &[Obstacle] = &[
    Obstacle {
        name: "a folder with a file in it where a file must go",
        file: ".html",
        place: |position| {
            fs::create_dir(with_suffix(position, ".html")).unwrap();
            fs::write(with_suffix(position, ".html").join("own.txt"), "mine").unwrap();
        },
        named: ".html",
    },
    Obstacle {
        name: "an empty folder where a file must go",
        file: ".html",
        place: |position| fs::create_dir(with_suffix(position, ".html")).unwrap(),
        named: ".html",
    },
    Obstacle {
        name: "a folder where a file of ours was that changes",
        file: "-changes.html",
        place: |position| {
            fs::remove_file(with_suffix(position, "-changes.html")).unwrap();
            fs::create_dir_all(with_suffix(position, "-changes.html").join("deep")).unwrap();
        },
        named: "-changes.html",
    },
    Obstacle {
        name: "a folder of ours, with a file of somebody else, where a file must go",
        file: "-ours",
        place: |position| fs::write(with_suffix(position, "-ours").join("own.txt"), "mine").unwrap(),
        named: "-ours",
    },
    Obstacle {
        name: "a folder of ours, with an empty folder of somebody else, where a file must go",
        file: "-ours",
        place: |position| fs::create_dir(with_suffix(position, "-ours").join("empty")).unwrap(),
        named: "-ours",
    },
    Obstacle {
        name: "a file where a file must go",
        file: ".html",
        place: |position| fs::write(with_suffix(position, ".html"), "mine").unwrap(),
        named: ".html",
    },
    Obstacle {
        name: "a file where a folder must go",
        file: "/deep/x.html",
        place: |position| fs::write(position, "mine").unwrap(),
        named: "",
    },
    Obstacle {
        name: "a file where a folder of ours was",
        file: "-ours/y.html",
        place: |position| {
            fs::remove_dir_all(with_suffix(position, "-ours")).unwrap();
            fs::write(with_suffix(position, "-ours"), "mine").unwrap();
        },
        named: "-ours",
    },
    #[cfg(unix)]
    Obstacle {
        name: "a link that leads nowhere where a file must go",
        file: ".html",
        place: |position| std::os::unix::fs::symlink("nowhere", with_suffix(position, ".html")).unwrap(),
        named: ".html",
    },
    #[cfg(unix)]
    Obstacle {
        name: "a link that leads nowhere where a folder must go",
        file: "/deep/x.html",
        place: |position| std::os::unix::fs::symlink("nowhere", position).unwrap(),
        named: "",
    },
    #[cfg(unix)]
    Obstacle {
        name: "a link to a folder where a folder must go",
        file: "/deep/x.html",
        place: |position| std::os::unix::fs::symlink("../handout", position).unwrap(),
        named: "",
    },
    #[cfg(unix)]
    Obstacle {
        name: "a link to a folder where a file must go",
        file: ".html",
        place: |position| std::os::unix::fs::symlink("../handout", with_suffix(position, ".html")).unwrap(),
        named: ".html",
    },
];

/// Thirty-six refusals; every call that can fail does so in `src/output/tests.rs`.
#[test]
fn whatever_stands_in_the_way_the_old_build_stays_whole() {
    for obstacle in OBSTACLES {
        for position in POSITIONS {
            let (name, project) = (obstacle.name, Project::empty());
            let folder = project.path("output");
            commit(&old(), &folder).unwrap();
            (obstacle.place)(&folder.join(position));
            let before = tree(&folder);
            let file = format!("{position}{}", obstacle.file);
            let more = (obstacle.file != "-changes.html").then_some(file.as_str());
            let refused = commit(&new(more), &folder);
            let named = folder.join(format!("{position}{}", obstacle.named));
            assert!(
                matches!(&refused, Err(Error::ForeignFile(path) | Error::ForeignFolder(path)) if *path == named),
                "{name}, {position}: {refused:?}"
            );
            assert!(tree(&folder) == before, "{name}, {position}");
            assert!(!folder.join(".gongkai/staging").exists() && !folder.join(".gongkai/journal").exists());
            // Moved elsewhere, as the refusal asks for, it is in nobody's way.
            fs::rename(&named, project.path("elsewhere")).unwrap();
            commit(&new(more), &folder).unwrap();
            assert_eq!(fs::read(folder.join(&file)).unwrap(), b"new", "{name}, {position}");
        }
    }
}

/// A file that is no longer made and was replaced by others is theirs.
#[test]
fn what_others_put_in_the_place_of_a_file_that_goes_stays() {
    let project = Project::empty();
    let folder = project.path("output");
    commit(&old(), &folder).unwrap();
    fs::remove_file(folder.join("site/gone.html")).unwrap();
    fs::create_dir(folder.join("site/gone.html")).unwrap();
    fs::remove_dir_all(folder.join("site/lost")).unwrap();
    project.write("output/site/lost", "mine");
    commit(&new(None), &folder).unwrap();
    assert!(folder.join("site/gone.html").is_dir());
    assert_eq!(fs::read(folder.join("site/lost")).unwrap(), b"mine");
    assert_eq!(fs::read(folder.join("site/a.html")).unwrap(), b"new");
}

/// A link to a folder elsewhere leads no file out of the output, and none is removed through it.
#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_output() {
    let project = Project::empty();
    let folder = project.path("output");
    commit(&old(), &folder).unwrap();
    fs::rename(folder.join("site/lost"), project.path("elsewhere")).unwrap();
    std::os::unix::fs::symlink(project.path("elsewhere"), folder.join("site/lost")).unwrap();
    commit(&new(None), &folder).unwrap();
    assert_eq!(fs::read(project.path("elsewhere/gone.html")).unwrap(), b"old");
}

/// The output as a build leaves it that is killed in the middle: one page was replaced, one was added, one is gone, and
/// another still waits.
fn interrupt(project: &Project) {
    let own = |path: &str| format!("output/.gongkai/{path}");
    let manifest = fs::read_to_string(project.path(&own("manifest"))).unwrap();
    let mut files: Vec<&str> = manifest.lines().filter(|line| !line.starts_with(['<', '|', '>'])).collect();
    fs::create_dir(project.path(&own("aside"))).unwrap();
    for (n, path) in ["site/404.html", "site/index.html"].iter().enumerate() {
        fs::rename(project.path(&format!("output/{path}")), project.path(&own(&format!("aside/{n}"))))
            .unwrap();
    }
    project.write("output/site/index.html", "new").write("output/site/added.html", "new");
    project.write(&own("staging/site/waits.html"), "new");
    files.retain(|path| *path != "site/404.html");
    files.extend(["site/added.html", "site/waits.html"]);
    files.sort_unstable();
    let lines = "<site/404.html\n|site/index.html\n>site/added.html\n>site/waits.html";
    project.write(&own("journal"), format!("{lines}\n{}\n>\n", files.join("\n")));
}

#[test]
fn every_command_that_writes_first_undoes_a_killed_build_whatever_the_content_says() {
    let project = Project::shipped();
    let before = tree(&project.build().path("output"));
    let text = fs::read_to_string(project.path("content/site.yaml")).unwrap();
    let commands: [(&[&str], i32); 6] = [
        (&["build"], 1),
        (&["build", "--diff"], 1),
        (&["collect", "没有.xlsx"], 1),
        (&["summary", "危化股", "--output", "总结.md"], 1),
        (&["import", "没有.xlsx", "--output", "表.yaml"], 2),
        (&["new", "新项目"], 0),
    ];
    for (command, code) in commands {
        interrupt(&project);
        assert!(tree(&project.path("output")) != before);
        project.write("content/site.yaml", "名称: [\n");
        let run = project.run(command);
        assert_eq!(run.code(), code, "{command:?}: {}", run.stderr());
        let told = "上次向“./output”生成时中断，已恢复到生成之前的样子\n";
        assert!(run.stderr().starts_with(told), "{command:?}: {}", run.stderr());
        assert!(tree(&project.path("output")) == before, "{command:?}");
        project.write("content/site.yaml", &text);
    }
    assert!(
        !project.path("output/.gongkai/aside").exists() && !project.path("output/.gongkai/staging").exists()
    );
    assert_eq!(project.run(&["build", "--dry-run"]).code(), 0);
}

#[test]
fn commands_that_write_nothing_leave_a_killed_build_alone() {
    let project = Project::shipped();
    project.build();
    interrupt(&project);
    let all = |project: &Project| {
        let mut all = project.files("output");
        all.retain(|(path, _)| path != ".gongkai/lock");
        all
    };
    let before = all(&project);
    let compared = project.run(&["build", "--dry-run"]);
    assert_eq!(compared.code(), 2);
    crate::support::assert_snapshot!(
        compared.stderr().lines().last().unwrap_or_default(),
        snapbox::str![[
            r#"错误: 上次向“./output”生成时中断，其中的文件新旧不一，无法比较。请先运行 gongkai build，会先恢复到生成之前的样子"#
        ]]
    );
    for command in
        [&["check"][..], &["status"], &["collect", "没有.xlsx", "--dry-run"], &["summary", "危化股"]]
    {
        let told = project.run(command).stderr();
        assert!(!told.contains("中断"), "{command:?}: {told}");
    }
    assert!(all(&project) == before);
}

#[test]
fn a_dry_run_writes_nothing_at_all() {
    let project = Project::shipped();
    let run = project.run(&["build", "--dry-run"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert!(!project.path("output").exists());
    project.build();
    project.change(&format!("content/{NOTICE}/notice.md"), "现将有关事项", "现就有关事项");
    let before = project.files("output");
    assert_eq!(project.run(&["build", "--dry-run"]).code(), 0);
    assert!(project.files("output") == before);
}

#[test]
fn a_build_that_waits_for_the_disk_makes_the_same() {
    let project = Project::shipped();
    let (plain, synced) = (project.path("output"), project.path("synced"));
    project.build();
    assert_eq!(project.run(&["build", "--fsync", "--output", "synced"]).code(), 0);
    assert!(tree(&plain) == tree(&synced));
    project.change(&format!("content/{NOTICE}/notice.md"), "现将有关事项", "现就有关事项");
    project.build();
    let run = project.run(&["build", "--fsync", "--output", "synced"]);
    assert!(run.stdout().contains("更新 5 个，删去 0 个"), "{}", run.stdout());
    assert!(tree(&plain) == tree(&synced));
}

#[test]
fn of_two_builds_at_once_one_wins_and_one_is_told() {
    let project = Project::shipped();
    project.build();
    let lock = fs::File::options().append(true).open(project.path("output/.gongkai/lock")).unwrap();
    lock.lock().unwrap();
    let before = tree(&project.path("output"));
    project.change(&format!("content/{NOTICE}/notice.md"), "现将有关事项", "现就有关事项");
    for command in [&["build"][..], &["build", "--dry-run"]] {
        let run = project.run(command);
        assert_eq!(run.code(), 2);
        assert!(run.stderr().contains("另一个 gongkai 正在向“./output”写入"), "{}", run.stderr());
    }
    assert!(tree(&project.path("output")) == before);
    lock.unlock().unwrap();
    project.build();
}

/// A project in one of two versions, between which every page changes, and some come and go.
fn write_version(project: &Project, version: usize) {
    let site = "名称: 某局政务公开\n域名: www.example.gov.cn\n网站标识码: \"4306820001\"\n";
    project.write("content/site.yaml", site).write("content/offices.yaml", "股室: [危化股, 法规股]\n");
    project.write("content/lanmu/column.yaml", "名称: 栏目\n");
    let (here, gone) = [("one", "two"), ("two", "one")][version];
    let _ = fs::remove_dir_all(project.path(&format!("content/lanmu/{gone}")));
    for name in (0..12).map(|i| format!("tongzhi-{i}")).chain([here.to_owned()]) {
        let head =
            format!("标题: 第{version}次通知{name}\n发文机关: 某局\n主送: 各股室\n成文日期: 2024-08-01\n");
        let rest = "发布日期: 2024-08-02 09:00\n附件:\n  - 表: tasks.yaml\n    名称: 任务清单\n";
        let text = format!("---\n{head}{rest}---\n现通知如下，这是第{version}次。\n\n{{{{任务要求}}}}\n");
        let duty =
            format!("内容: 开展第{version}次检查。\n        责任股室: 危化股\n        完成时限: 长期坚持");
        let table = format!(
            "表名: 任务清单\n任务:\n  - 名称: 加强执法\n    要求: 加大力度。\n    举措:\n      - {duty}\n"
        );
        project.write(&format!("content/lanmu/{name}/notice.md"), text);
        project.write(&format!("content/lanmu/{name}/tasks.yaml"), table);
    }
}

/// Kills builds, half of them anywhere, half while files are being put in place; after the next command of any kind
/// that writes, the output is that of one version.
fn kill_builds(count: usize) {
    let (project, output) = (Project::empty(), "output");
    let mut dice = Dice::new(2026);
    let (mut whole, mut longest) = (Vec::new(), Duration::ZERO);
    for version in [0, 1] {
        write_version(&project, version);
        let begun = Instant::now();
        project.build();
        longest = longest.max(begun.elapsed());
        whole.push(tree(&project.path(output)));
    }
    assert!(files(&whole[0]).iter().filter(|file| !files(&whole[1]).contains(file)).count() > 60);
    let mut mixed = 0;
    for kill in 0..count {
        let there = tree(&project.path(output)) == whole[1];
        write_version(&project, usize::from(!there));
        let mut build = program();
        build.current_dir(project.path(".")).args(["build", "--today", TODAY]);
        let mut build = build.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        if kill % 2 == 0 {
            std::thread::sleep(longest.mul_f64(dice.share()));
        } else {
            let journal = project.path("output/.gongkai/journal");
            while !journal.exists() && build.try_wait().unwrap().is_none() {
                std::hint::spin_loop();
            }
            std::thread::sleep(Duration::from_millis(2).mul_f64(dice.share()));
        }
        let _ = build.kill();
        build.wait().unwrap();
        let killed = tree(&project.path(output));
        mixed += usize::from(!whole.contains(&killed));
        next_command(&project, kill);
        let there = tree(&project.path(output));
        assert!(whole.contains(&there), "kill {kill}: the output is neither of the two versions");
    }
    println!("{mixed} of {count} kills left files of both versions");
    // Few kills may all miss the moment, on a machine with other work to do.
    assert!(mixed > 0 || count < 100, "no kill fell where it could do harm");
}

/// A command that writes, another one each time; one that succeeds or one that is refused.
fn next_command(project: &Project, number: usize) {
    match number % 6 {
        0 => drop(project.build()),
        1 => {
            project.write("content/lanmu/cuo/notice.md", "---\n标题: [\n---\n");
            assert_eq!(project.run(&["build"]).code(), 1);
            fs::remove_dir_all(project.path("content/lanmu/cuo")).unwrap();
        }
        2 => assert_ne!(project.run(&["collect", "没有.xlsx"]).code(), 0),
        3 => assert_ne!(project.run(&["import", "没有.xlsx", "--output", "表.yaml"]).code(), 0),
        4 => assert_eq!(project.run(&["new", &format!("新项目{number}")]).code(), 0),
        _ => assert_ne!(project.run(&["summary", "危化股", "--output", "总结.md"]).code(), 0),
    }
}

#[test]
fn a_build_that_is_killed_leaves_one_version_after_the_next_command() {
    kill_builds(8);
}

/// `cargo test -- --ignored two_hundred_kills --nocapture`
#[test]
#[ignore = "takes minutes; part of .ci/run"]
fn two_hundred_kills_leave_one_version_each() {
    kill_builds(200);
}
