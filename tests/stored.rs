//! Files that are published as they are: copied whole, never held in memory, and only as they were judged.

use std::fs::{self, File};
use std::path::Path;
use std::process::Output;

use gongkai::error::Error;
use gongkai::output::commit;
use gongkai::render::{Artifact, OutputPath, StoredFile};

use crate::support::attach::stored;
use crate::support::{NOTICE, Project, TODAY, files, program};

fn copy_of(file: &StoredFile) -> Artifact<'_> {
    Artifact::copy(OutputPath::new("site/files/a.zip").unwrap(), file)
}

fn page(text: &'static str) -> Artifact<'static> {
    Artifact::new(OutputPath::new("site/index.html").unwrap(), move || Ok(text.into()))
}

#[test]
fn a_file_is_copied_and_left_alone_while_it_is_the_same() {
    let project = Project::empty();
    let folder = project.path("output");
    // Longer than what is compared at once, and different in its last byte only.
    let mut bytes = b"0123456789abcdef".repeat(5000);
    project.write("a.zip", &bytes);
    let first = stored(project.path("a.zip"));
    assert_eq!(commit(&[copy_of(&first)], &folder).unwrap().written, 1);
    assert_eq!(fs::read(folder.join("site/files/a.zip")).unwrap(), bytes);
    assert_eq!(commit(&[copy_of(&first)], &folder).unwrap().written, 0);
    *bytes.last_mut().unwrap() = b'!';
    project.write("a.zip", &bytes);
    let second = stored(project.path("a.zip"));
    assert_eq!(commit(&[copy_of(&second)], &folder).unwrap().written, 1);
    assert_eq!(fs::read(folder.join("site/files/a.zip")).unwrap(), bytes);
    assert_eq!(copy_of(&second).make().unwrap(), bytes, "the preview shows it as well");
}

#[test]
fn a_file_that_changed_since_it_was_read_stops_the_build() {
    let project = Project::empty();
    let folder = project.path("output");
    project.write("a.zip", "一");
    let read = stored(project.path("a.zip"));
    commit(&[copy_of(&read), page("甲")], &folder).unwrap();
    let before = files(&folder);
    let deeds: [(&str, fn(&Path)); 3] = [
        ("written", |path| fs::write(path, "二二").unwrap()),
        ("replaced by one that is as long", |path| {
            fs::write(path, "三").unwrap();
            File::options().write(true).open(path).unwrap().set_modified(std::time::UNIX_EPOCH).unwrap();
        }),
        ("deleted", |path| fs::remove_file(path).unwrap()),
    ];
    for (what, deed) in deeds {
        deed(&read.path);
        let refused = commit(&[copy_of(&read), page("乙")], &folder);
        assert!(matches!(&refused, Err(Error::Changed(path)) if *path == read.path), "{what}: {refused:?}");
        assert_eq!(files(&folder), before, "{what}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_only_its_author_may_read_can_be_read_once_published() {
    use std::os::unix::fs::PermissionsExt;

    let project = Project::empty();
    project.write("a.zip", "x").write("page", "x");
    fs::set_permissions(project.path("a.zip"), fs::Permissions::from_mode(0o400)).unwrap();
    commit(&[copy_of(&stored(project.path("a.zip")))], &project.path("output")).unwrap();
    let mode = |path: &str| fs::metadata(project.path(path)).unwrap().permissions().mode();
    assert_eq!(mode("output/site/files/a.zip"), mode("page"));
}

/// A project with a file of that many bytes that a notice publishes, and one that nobody names; the bytes are all zero,
/// and take no room on the disk.
fn with_large_files(length: u64) -> Project {
    let project = Project::shipped();
    for name in ["files/video.zip", "draft.psd"] {
        let path = format!("content/{NOTICE}/{name}");
        project.write(&path, "");
        File::options().write(true).open(project.path(&path)).unwrap().set_len(length).unwrap();
    }
    let notice = format!("content/{NOTICE}/notice.md");
    project.change(&notice, "附件:\n", "附件:\n  - {文件: files/video.zip, 名称: 录像}\n");
    project
}

/// A build that may have so many bytes of memory of its own, and is killed when it wants more.
#[cfg(target_os = "linux")]
fn build_within(memory: u64, project: &Project) -> Output {
    let limited = format!("ulimit -d {} && exec \"$0\" build --today {TODAY}", memory >> 10);
    let mut shell = std::process::Command::new("sh");
    shell.args(["-c", &limited]).arg(program().get_program()).current_dir(project.path("."));
    // Every thread's stack counts.
    shell.env("RAYON_NUM_THREADS", "2");
    shell.output().unwrap()
}

#[cfg(target_os = "linux")]
fn builds_large_files(length: u64, memory: u64) {
    let project = with_large_files(length);
    let run = build_within(memory, &project);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let copy = project.path(&format!("output/site/{NOTICE}/files/video.zip"));
    assert_eq!(fs::metadata(copy).unwrap().len(), length);
}

#[cfg(target_os = "linux")]
#[test]
fn a_large_file_is_never_in_memory() {
    builds_large_files(160 << 20, 128 << 20);
}

/// `cargo test --release -- --ignored three_gibibytes`: writes as much to the disk.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "writes 3 GiB"]
fn a_file_of_three_gibibytes_is_never_in_memory() {
    builds_large_files(3 << 30, 128 << 20);
}
