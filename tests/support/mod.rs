//! Helpers of the tests: projects in a folder of their own, and runs of the program.

pub mod attach;
pub mod browser;
pub mod dice;
pub mod dump;
pub mod filling;
pub mod large;
pub mod memory;
pub mod notices;
pub mod office;
pub mod paper;
pub mod preview;
pub mod schema;
pub mod sheet;
#[path = "../../src/testing/snapshot.rs"]
mod snapshot;
pub mod tables;
pub mod well_formed;
pub mod word;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use proptest::test_runner::{Config as ProptestConfig, RngSeed};
use tempfile::TempDir;

pub(crate) use snapshot::assert_snapshot;

/// The day on which tests build: after the notice's own date, before its last deadline.
pub const TODAY: &str = "2024-09-01";

/// A day on which every notice of the golden folders is published.
pub const LATER: &str = "2025-04-30";

/// A day after everything that was reported on the notice: all that ships, seen at work.
pub const YEAR_OVER: &str = "2025-01-15";

/// The folder of the notice that ships, below `content/` and below `site/`.
pub const NOTICE: &str = "gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan";

/// How many cases a randomised test tries. The same ones on each run, so that a commit that passed passes again;
/// with `PROPTEST_CASES=n`, n others on each run.
pub fn randomised(cases: u32) -> ProptestConfig {
    let looked_for = std::env::var_os("PROPTEST_CASES").is_some();
    let rng_seed = if looked_for { RngSeed::Random } else { RngSeed::Fixed(2024) };
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

/// The repository.
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of its own, gone when the test is over; in memory where the system has such a place, because a disk takes a
/// quarter of the tests' time for making and deleting many small files.
pub fn scratch() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory) } else { TempDir::new() }.unwrap()
}

/// A project in a folder of its own, gone when the test is over.
pub struct Project(TempDir);

/// 固定栏目, all of them.
const PLACES: &str = "固定栏目: {政府信息公开指南: gongkai-lingyu, 政府信息公开制度: gongkai-lingyu, \
    法定主动公开内容: gongkai-lingyu, 政府信息公开年报: gongkai-lingyu, 依申请公开: gongkai-lingyu}";

impl Project {
    /// A folder with nothing in it.
    pub fn empty() -> Self {
        Self(scratch())
    }

    /// A copy of the content that ships, with all that followed the notice; built on [`YEAR_OVER`].
    pub fn year() -> Self {
        let project = Self::empty();
        copy(&repository().join("content"), &project.path("content"));
        project
    }

    /// The notice that ships as it was published, without what followed it.
    pub fn shipped() -> Self {
        let project = Self::year();
        for folder in ["progress", "summary", "files"] {
            fs::remove_dir_all(project.path(&format!("content/{NOTICE}/{folder}"))).unwrap();
        }
        // Empty, for the reports that tests send in.
        fs::create_dir(project.path(&format!("content/{NOTICE}/progress"))).unwrap();
        fs::remove_file(project.path(&format!("content/{NOTICE}/roster.yaml"))).unwrap();
        let notice = format!("content/{NOTICE}/notice.md");
        let text = fs::read_to_string(project.path(&notice)).unwrap();
        let follows = |line: &&str| {
            ["名单报送: ", "总结报送: ", "报送周期: "].iter().any(|field| line.starts_with(field))
        };
        project.write(&notice, text.split_inclusive('\n').filter(|line| !follows(line)).collect::<String>());
        project
    }

    /// The content that ships with its findings mended, so that a test sees its own alone.
    pub fn clean() -> Self {
        let project = Self::shipped();
        let notice = format!("content/{NOTICE}/notice.md");
        project.change(&notice, "工作任务实施清单", "工作任务措施清单");
        project.change(&notice, "依申请公开\n", "主动公开\n");
        project.change(&notice, "局法制股", "局法规股");
        project.change(&notice, "7月29日前", "8月29日前");
        let tasks = format!("content/{NOTICE}/tasks.yaml");
        project.change(&tasks, "防汛抗行", "防汛抗旱");
        project.change(&tasks, "（中华人民共和国突发事件应对法）", "〈中华人民共和国突发事件应对法〉");
        project.change(&tasks, "《中华人民共和国突发事件应对法》", "《中华人民共和国安全生产法》");
        project.change(&tasks, "“5.12”", "“5·12”");
        project.change(&tasks, "安全生产月，等", "安全生产月等");
        project.change(&tasks, "针对性实效性\n", "针对性实效性。\n");
        project.change(&tasks, "应急处置组织体系\n", "应急组织体系。\n");
        project.change(&tasks, "--", "——");
        for (from, to) in [("\"1.\"", "\"（1）\""), ("\"2.\"", "\"（2）\""), ("\"1、\"", "\"（1）\"")]
        {
            project.change(&tasks, from, to);
        }
        for circled in ["①", "②", "③", "④"] {
            project.change(&tasks, circled, "");
        }
        let text = fs::read_to_string(project.path(&notice)).unwrap();
        let (head, rest) = text.split_once("放行:\n").unwrap();
        let (_, rest) = rest.split_once("---\n").unwrap();
        // As many lines as before: findings behind them keep their places.
        let (head, _) = head.split_once("  公开层级:\n").unwrap();
        let fields = "  公开层级: {层级: 县级, 公开渠道和载体: 政府网站}\n  公开对象: 全社会\n  公开内容（要素）: 工作方案\n";
        project.write(&notice, format!("{head}{fields}---\n{rest}"));
        let organiser = "主办单位: 临湘市应急管理局\n";
        let lines =
            format!("{organiser}网站标识码: \"4306820001\"\n域名: www.example.gov.cn/zwgk\n{PLACES}\n");
        project.change("content/site.yaml", organiser, &lines);
        assert_eq!(project.run(&["check", "--deny", "warnings"]).code(), 0);
        project
    }

    /// A path in the project.
    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Writes a file, with the folders on its way.
    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) -> &Self {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Replaces a text in a file of the project, which has to be there.
    pub fn change(&self, path: &str, from: &str, to: &str) -> &Self {
        let text = fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{path} has no {from:?}");
        self.write(path, text.replace(from, to))
    }

    /// Runs the program in the project's folder on [`TODAY`], in Chinese.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_on(TODAY, arguments)
    }

    /// Runs it on another day.
    pub fn run_on(&self, today: &str, arguments: &[&str]) -> Run {
        let command = &mut program();
        Run(command.current_dir(self.0.path()).args(arguments).args(["--today", today]).output().unwrap())
    }

    /// Builds, which has to succeed.
    pub fn build(&self) -> &Self {
        let run = self.run(&["build"]);
        assert_eq!(run.code(), 0, "{}", run.stderr());
        self
    }

    /// Builds on [`LATER`], with success.
    pub fn build_later(&self) -> &Self {
        let run = self.run_on(LATER, &["build"]);
        assert_eq!(run.code(), 0, "{}", run.stderr());
        self
    }

    /// Every file below a folder of the project, with its bytes, in order.
    pub fn files(&self, folder: &str) -> Vec<(String, Vec<u8>)> {
        files(&self.path(folder))
    }
}

/// A run of the program.
pub struct Run(Output);

impl Run {
    /// A run whose command was put together elsewhere.
    pub fn of(output: Output) -> Self {
        Self(output)
    }

    /// Its exit code.
    pub fn code(&self) -> i32 {
        self.0.status.code().expect("not killed")
    }

    /// Standard output.
    pub fn stdout(&self) -> String {
        said(&self.0.stdout)
    }

    /// Standard error.
    pub fn stderr(&self) -> String {
        said(&self.0.stderr)
    }
}

/// Printed text; paths of a program for Windows are written as elsewhere.
fn said(bytes: &[u8]) -> String {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let is_other = std::env::var_os("TESTED_PROGRAM").is_some() && !text.starts_with(['{', '[']);
    if is_other { text.replace('\\', "/") } else { text }
}

/// The program, speaking Chinese whatever the machine's language is.
///
/// `TESTED_PROGRAM` names another one, such as that for Windows, started by a script (`packaging/windows/check.sh`).
pub fn program() -> Command {
    let own = || env!("CARGO_BIN_EXE_gongkai").into();
    let mut command = Command::new(std::env::var_os("TESTED_PROGRAM").unwrap_or_else(own));
    command.env_remove("SOURCE_DATE_EPOCH").env("LC_ALL", "zh_CN.UTF-8").env("LANG", "zh_CN.UTF-8");
    command
}

/// Every file below a folder by its path with `/`, in order.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let named = files.map(|entry| {
        let path = entry.path().strip_prefix(folder).unwrap();
        let path: Vec<&str> = path.iter().map(|part| part.to_str().unwrap()).collect();
        (path.join("/"), fs::read(entry.path()).unwrap())
    });
    named.collect()
}

/// Whether a file is a page.
pub fn is_html(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "html")
}

/// Holds a file of the repository equal to what is made of the code; `SNAPSHOTS=overwrite` renews it.
pub fn kept(path: &str, made: &str) {
    let file = repository().join(path);
    if std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite") {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, made).unwrap();
    }
    let there = fs::read_to_string(&file).unwrap_or_default();
    assert!(there == made, "{path} is not what the code says; renew it with SNAPSHOTS=overwrite cargo test");
}

/// The anchor that a heading gets where Markdown is shown.
pub fn anchor(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().to_lowercase();
    let kept = words.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

/// Copies a folder.
pub fn copy(from: &Path, to: &Path) {
    for (path, bytes) in files(from) {
        let target = to.join(path);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::write(target, bytes).unwrap();
    }
}

/// The text of a page as it is seen on a wide screen, white space as in the file.
pub fn visible_text(html: &str) -> String {
    let page = scraper::Html::parse_document(html);
    let unseen = ["head", "style", "script", "template"];
    let text = page.root_element().descendants().filter_map(|node| {
        let hidden = node.ancestors().any(|above| {
            above
                .value()
                .as_element()
                .is_some_and(|e| unseen.contains(&e.name()) || e.attr("hidden").is_some())
        });
        node.value().as_text().filter(|_| !hidden).map(|text| text.to_string())
    });
    text.collect()
}

/// NFKC without white space: how the published page came to us.
pub fn normalised(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}
