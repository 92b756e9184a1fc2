//! `gongkai pdf`, with stand-ins for the programs that print; the real ones print in `tests/readers.rs`.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;

use crate::support::dump::paragraphs;
use crate::support::{NOTICE, Project, Run, program};

/// Prints two pages without text, and notes down how it was called.
const PRINTS: &str = "\
for word; do case \"$word\" in
  --print-to-pdf=*) print=\"${word#*=}\" ;;
  *.docx) print=\"$folder/$(/usr/bin/basename \"$word\" .docx).pdf\"; /bin/mkdir -p \"$folder\" ;;
esac; folder=\"$word\"; echo \"$word\" >> \"$0.called\"; done
/bin/cp \"${0%/*}/two-pages.pdf\" \"$print\"
";

/// A PDF of two empty pages.
const TWO_PAGES: &str = "\
%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>
endobj
4 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>
endobj
xref
0 5
0000000000 65535 f 
0000000009 00000 n 
0000000054 00000 n 
0000000111 00000 n 
0000000190 00000 n 
trailer
<</Size 5/Root 1 0 R>>
startxref
269
%%EOF
";

/// The shipped project with a folder of stand-ins, each a script under the name of a program.
fn with(programs: &[(&str, &str)]) -> Project {
    let project = Project::shipped();
    project.write("programs/two-pages.pdf", TWO_PAGES);
    fs::create_dir_all(project.path("temporary")).unwrap();
    for (name, script) in programs {
        let path = format!("programs/{name}");
        project.write(&path, format!("#!/bin/sh\n{script}"));
        fs::set_permissions(project.path(&path), fs::Permissions::from_mode(0o755)).unwrap();
    }
    project
}

/// A run that finds only the stand-ins. Nothing of it stays in the folder for temporary files.
fn pdf(project: &Project, arguments: &[&str]) -> Run {
    let mut command = program();
    command.env("PATH", project.path("programs")).env("TMPDIR", project.path("temporary"));
    command.current_dir(project.path("")).args(["--today", "2025-01-15", "pdf"]).args(arguments);
    let run = Run::of(command.output().unwrap());
    assert_eq!(project.files("temporary"), []);
    assert_eq!(fs::read_dir(project.path("temporary")).unwrap().count(), 0);
    run
}

#[test]
fn without_a_program_it_says_what_is_missing() {
    let project = with(&[]);
    let run = pdf(&project, &[]);
    assert_eq!((run.code(), run.stdout().as_str()), (2, ""));
    assert_eq!(
        run.stderr(),
        "错误: 这台电脑上没有找到 Edge、Chrome、Chromium 或者 LibreOffice，生成不了 PDF。请安装其中之一；也可以在别的电脑上用浏览器打印网页，或者用 Word、WPS 打开网页旁边的 Word 文件另存为 PDF\n"
    );
    assert!(!project.path("pdf").exists());
}

/// The browser has a profile of its own and no net; an older print is replaced, and what only pages show is told.
#[test]
fn a_browser_prints_every_notice() {
    let project = with(&[("chromium", PRINTS), ("soffice", "exit 1\n")]);
    project.write("pdf/2024-yigui-liangfangan.pdf", "old");
    let run = pdf(&project, &[]);
    assert_eq!((run.code(), run.stderr().as_str()), (0, ""));
    assert_eq!(
        run.stdout(),
        "./pdf/2024-yigui-liangfangan.pdf：2 页，由 Chromium 打印
  第一页上没有正文，国标规定应当有：请缩短标题，或者让主送机关移到版记
  没有用上仿宋、小标宋：这台电脑上没有安装
  没有页码：浏览器太旧，请更新后再生成
"
    );
    let printed = project.files("pdf");
    assert_eq!(printed, [("2024-yigui-liangfangan.pdf".to_owned(), TWO_PAGES.as_bytes().to_vec())]);
    let called = fs::read_to_string(project.path("programs/chromium.called")).unwrap();
    let temporary = project.path("temporary").canonicalize().unwrap();
    for option in [
        format!("--user-data-dir={}/", temporary.display()),
        "--host-resolver-rules=MAP * ~NOTFOUND".to_owned(),
        format!("file://{}/", temporary.display()),
    ] {
        assert!(called.contains(&option), "{option}: {called}");
    }
}

/// A draft's Word document, which leaders read before it is published, needs no program.
#[test]
fn a_draft_is_written_as_a_word_document() {
    let project = with(&[]);
    assert_eq!(project.run(&["build"]).code(), 0);
    let shown = fs::read(project.path(&format!("output/site/{NOTICE}/2024-yigui-liangfangan.docx"))).unwrap();
    project.change(&format!("content/{NOTICE}/notice.md"), "主送:", "公开: false\n主送:");
    let run = pdf(&project, &[NOTICE, "--format", "docx"]);
    assert_eq!((run.code(), run.stderr().as_str()), (0, ""));
    assert_eq!(run.stdout(), "./pdf/2024-yigui-liangfangan.docx\n");
    let held = fs::read(project.path("pdf/2024-yigui-liangfangan.docx")).unwrap();
    assert!(paragraphs(&held).len() > 100);
    assert_eq!(paragraphs(&held), paragraphs(&shown));
}

/// Where the browser prints nothing, and for parts that only Word has, the office program prints the document.
#[test]
fn the_office_program_prints_what_the_browser_does_not() {
    let project = with(&[("microsoft-edge", "exit 0\n"), ("soffice", PRINTS)]);
    let run = pdf(&project, &[&format!("content/{NOTICE}"), "--output", "打印"]);
    assert_eq!((run.code(), run.stderr().as_str()), (0, ""));
    assert!(run.stdout().starts_with("打印/2024-yigui-liangfangan.pdf：2 页，由 LibreOffice 打印\n"));
    let project = with(&[("microsoft-edge", PRINTS), ("soffice", PRINTS)]);
    project.change(&format!("content/{NOTICE}/notice.md"), "主送:", "版头: 电子\n主送:");
    let run = pdf(&project, &[]);
    assert!(run.stdout().contains("由 LibreOffice 打印"), "{}", run.stdout());
    fs::remove_file(project.path("programs/soffice")).unwrap();
    let run = pdf(&project, &[]);
    assert!(run.stdout().contains("由 Edge 打印"), "{}", run.stdout());
    assert!(run.stdout().contains("版头、信函的格式、盖章的位置只在 Word 文件里有"), "{}", run.stdout());
}

#[test]
fn nothing_is_written_where_every_program_fails() {
    let half =
        "for word; do case \"$word\" in --print-to-pdf=*) echo %PDF-1.4 > \"${word#*=}\" ;; esac; done\n";
    let project = with(&[("google-chrome", half), ("soffice", "exit 1\n")]);
    let run = pdf(&project, &[]);
    assert_eq!((run.code(), run.stdout().as_str()), (2, ""));
    let programs = project.path("programs");
    let expected = format!(
        "错误: “{NOTICE}”没有能生成 PDF，没有写入它：
{programs}/google-chrome：没有打印出来
{programs}/soffice：没有打印出来
请在浏览器中打开网页，用“打印”存为 PDF，或者用 Word、WPS 打开网页旁边的 Word 文件另存
",
        programs = programs.display()
    );
    assert_eq!(run.stderr(), expected);
    assert!(!project.path("pdf").exists());
}

/// Content with errors is not printed, and none is written into the content.
#[test]
fn wrong_content_is_not_printed() {
    let project = with(&[("chromium", PRINTS)]);
    let run = pdf(&project, &["--output", "content/x"]);
    assert_eq!((run.code(), run.stdout().as_str()), (2, ""));
    project.change(&format!("content/{NOTICE}/notice.md"), "成文日期:", "成文日期: 某日 #");
    let run = pdf(&project, &[]);
    assert_eq!((run.code(), run.stdout().as_str()), (1, ""));
    assert!(!project.path("programs/chromium.called").exists());
}
