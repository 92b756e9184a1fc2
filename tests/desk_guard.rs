//! Who is refused by the desk: foreign pages and programs read nothing, and nothing is written for them.

use std::io::Write;

use crate::support::dice::Dice;
use crate::support::preview::{Preview, Reply, connect, exchange_bytes};
use crate::support::word::archive;
use crate::support::{NOTICE, Project, TODAY};

/// A field of a form: its name, the name of a file, its bytes.
type Field<'f> = (&'f str, Option<&'f str>, &'f [u8]);

/// Addresses that a page of elsewhere might try, below the token.
const PATHS: [&str; 16] = [
    "/",
    "/import",
    "/desk.js",
    "/site/index.html",
    "/handouts.zip",
    "/.gongkai/changes?seen=0",
    "/mend",
    "/undo",
    "/open",
    "/import",
    "/collect",
    "/publish",
    "/build",
    "/pack",
    "/project",
    "/paper.pdf?notice=x",
];

/// Forms, each of which would change something if it were let in.
fn form(dice: &mut Dice, word: &[u8]) -> (&'static str, Vec<(&'static str, Option<&'static str>, Vec<u8>)>) {
    let section = b"gongkai-lingyu/anquan-shengchan".to_vec();
    let folder = format!("x{}", dice.below(1000)).into_bytes();
    match dice.below(5) {
        0 => ("/mend", vec![]),
        1 => ("/mend", vec![("code", None, b"W006".to_vec())]),
        2 => ("/build", vec![]),
        3 => ("/pack", vec![("all", None, b"yes".to_vec())]),
        _ => (
            "/import",
            vec![
                ("file", Some("a.txt"), word.to_vec()),
                ("section", None, section),
                ("folder", None, folder),
            ],
        ),
    }
}

/// A request that must be refused, and whether it may be answered at all.
fn hostile(dice: &mut Dice, desk: &Preview) -> Vec<u8> {
    let (port, base) = (desk.port, desk.base.as_str());
    let ours = format!("http://127.0.0.1:{port}");
    let (action, fields) = form(dice, "关于检查的通知\n各股室：\n请检查。\n某局\n2024年8月1日\n".as_bytes());
    let fields: Vec<Field<'_>> =
        fields.iter().map(|(name, file, bytes)| (*name, *file, bytes.as_slice())).collect();
    let path = *dice.of(&PATHS);
    match dice.below(8) {
        // Another token, with everything else as it has to be.
        0 => {
            let token = &base[1..];
            let wrong = match dice.below(8) {
                0 => String::new(),
                1 => token[..token.len() - 1].to_owned(),
                2 => format!("{token}0"),
                3 => token.to_uppercase().replace(char::is_numeric, "A"),
                4 => token.chars().rev().collect(),
                5 => format!("%{:02x}{}", token.as_bytes()[0], &token[1..]),
                6 => format!("/{token}"),
                _ => (0..32)
                    .map(|_| char::from_digit(u32::try_from(dice.below(16)).unwrap(), 16).unwrap())
                    .collect(),
            };
            let wrong = if wrong == token { "0".repeat(32) } else { wrong };
            let request = desk.form(action, &format!("Origin: {ours}\r\n"), &fields);
            let at = request.windows(base.len()).position(|part| part == base.as_bytes()).unwrap();
            let mut bytes = request[..at].to_vec();
            bytes.extend_from_slice(format!("/{wrong}").as_bytes());
            bytes.extend_from_slice(&request[at + base.len()..]);
            bytes
        }
        1 => {
            let method = *dice.of(&["GET", "HEAD", "PUT", "DELETE", "OPTIONS"]);
            format!("{method} {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n").into_bytes()
        }
        // A change without our `Origin`.
        2 | 3 => {
            let head = match dice.below(9) {
                0 => String::new(),
                1 => "Origin: null\r\n".to_owned(),
                2 => "Origin: http://evil.example\r\n".to_owned(),
                3 => format!("Origin: https://127.0.0.1:{port}\r\n"),
                4 => format!("Origin: http://127.0.0.1:{}\r\n", port ^ 1),
                5 => format!("Origin: {ours}.evil.example\r\n"),
                6 => format!("Origin: {ours}\r\nOrigin: http://evil.example\r\n"),
                7 => format!("Origin: {ours}/\r\n"),
                _ => format!("Referer: {ours}{base}/\r\n"),
            };
            desk.form(action, &head, &fields)
        }
        // A page of elsewhere that knows the token.
        4 => {
            let site = *dice.of(&["cross-site", "same-site"]);
            desk.form(action, &format!("Origin: {ours}\r\nSec-Fetch-Site: {site}\r\n"), &fields)
        }
        // Another name for this machine (DNS rebinding).
        5 => {
            let request = desk.form(action, &format!("Origin: {ours}\r\n"), &fields);
            let hosts = ["evil.example", "127.0.0.1", "localhost.evil.example", ""];
            let text = format!("Host: 127.0.0.1:{port}\r\n");
            let at = request.windows(text.len()).position(|part| part == text.as_bytes()).unwrap();
            let mut bytes = request[..at].to_vec();
            bytes.extend_from_slice(format!("Host: {}\r\n", dice.of(&hosts)).as_bytes());
            bytes.extend_from_slice(&request[at + text.len()..]);
            bytes
        }
        // Paths out of the site, with the token.
        6 => {
            let up = *dice.of(&["../", "..%2f", "%2e%2e/", "..\\", "..%5c", "/", "./../", "....//"]);
            let target = *dice.of(&[
                "content/site.yaml",
                "etc/passwd",
                ".gongkai/lock",
                "content/offices.yaml",
                "Cargo.toml",
            ]);
            let (before, ups) =
                (*dice.of(&["/site/", "/", "/site/assets/", "/.gongkai/"]), 1 + dice.below(8));
            let path = format!("{base}{before}{}{target}", up.repeat(ups));
            format!("GET {path} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n").into_bytes()
        }
        // Methods and kinds of bodies that no page of ours sends.
        _ => {
            let method = *dice.of(&["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST", "MOVE"]);
            let kind = *dice.of(&[
                "application/x-www-form-urlencoded",
                "text/plain",
                "application/json",
                "multipart/form-data",
                "multipart/form-data; boundary=other",
            ]);
            let body = "code=W006";
            format!(
                "{method} {base}{action} HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\nOrigin: {ours}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n{body}",
                body.len()
            )
            .into_bytes()
        }
    }
}

fn refuse(count: usize) {
    let project = Project::shipped();
    let before = project.files("");
    let desk = Preview::desk(TODAY, &project);
    let mut dice = Dice::new(41);
    for number in 0..count {
        let request = hostile(&mut dice, &desk);
        let bytes = exchange_bytes(desk.port, &request);
        let shown = String::from_utf8_lossy(&request[..request.len().min(400)]).into_owned();
        assert!(!bytes.is_empty(), "{number}: {shown}");
        let reply = Reply::of(&bytes);
        assert!(
            [400, 403, 404, 405, 413, 415].contains(&reply.status),
            "{number}: {} to {shown}",
            reply.status
        );
        let body = String::from_utf8_lossy(&reply.body);
        // A page for addresses that do not exist is a page of the site: to those with the token only.
        assert!(
            !body.contains("主办单位:") && !body.contains("root:") && !body.contains("股室:"),
            "{number}: {shown}"
        );
    }
    assert_eq!(project.files(""), before);
    assert_eq!(desk.look("/").status, 200, "it goes on");
}

#[test]
fn hostile_requests_read_nothing_and_write_nothing() {
    refuse(300);
}

#[test]
#[ignore = "10,000 requests"]
fn ten_thousand_hostile_requests_read_nothing_and_write_nothing() {
    refuse(10_000);
}

/// Fields of forms name files of the project only, even for those who have the token.
#[test]
fn fields_name_no_file_outside_the_content() {
    let project = Project::shipped();
    project.write("secret.md", "---\n标题: 甲\n---\n");
    let before = project.files("");
    let desk = Preview::desk(TODAY, &project);
    for path in ["../x", "/etc/passwd", "secret.md", "content/../secret.md", "content/nowhere.md", "\0", ""] {
        for (action, name) in [("/open", "path"), ("/publish", "report"), ("/mend", "key"), ("/mend", "code")]
        {
            desk.submit(action, &[(name, None, path.as_bytes())]);
        }
        desk.submit("/project", &[("folder", None, path.as_bytes())]);
    }
    desk.submit("/undo", &[]);
    // Blank fields ask for all corrections of the form, of which there are none here.
    assert_eq!(project.files(""), before);
}

#[test]
fn files_that_are_too_large_or_swell_are_refused() {
    let project = Project::shipped();
    let before = project.files("content");
    let desk = Preview::desk(TODAY, &project);
    // Said to be larger than the limit: refused before it is sent.
    let ours = format!("Origin: http://127.0.0.1:{}\r\n", desk.port);
    let request = String::from_utf8(desk.form("/import", &ours, &[("file", Some("a.docx"), b"x")])).unwrap();
    let length = request.lines().find(|line| line.starts_with("Content-Length")).unwrap().to_owned();
    let large = request.replace(&length, "Content-Length: 99999999999");
    let mut stream = connect(desk.port);
    stream.write_all(large.split("\r\n\r\n").next().unwrap().as_bytes()).unwrap();
    stream.write_all(b"\r\n\r\n").unwrap();
    let block = vec![b'a'; 1 << 20];
    let mut sent = 0;
    while sent < 400 && stream.write_all(&block).is_ok() {
        sent += 1;
    }
    assert!(sent < 400, "it takes {sent} MiB");

    // Archives that unpack to gigabytes: as a paper, as a workbook, as a handout.
    let zeros = vec![b' '; 300 << 20];
    let bomb = archive(&[
        ("[Content_Types].xml".to_owned(), b"<Types/>".to_vec()),
        (
            "_rels/.rels".to_owned(),
            b"<Relationships><Relationship Id=\"r\" Type=\"http://x/officeDocument\" Target=\"/word/document.xml\"/></Relationships>"
                .to_vec(),
        ),
        ("word/document.xml".to_owned(), zeros.clone()),
        ("xl/workbook.xml".to_owned(), zeros),
    ]);
    assert!(bomb.len() < 16 << 20, "{}", bomb.len());
    let section = b"gongkai-lingyu/anquan-shengchan".as_slice();
    for name in ["a.docx", "a.xlsx"] {
        let fields: [Field<'_>; 3] =
            [("file", Some(name), &bomb), ("section", None, section), ("folder", None, b"x")];
        assert_eq!(desk.submit("/import", &fields).status, 303);
        let page = desk.look("/import").text();
        assert!(page.contains("没有导入，没有写入任何文件"), "{name}");
    }
    assert_eq!(desk.submit("/collect", &[("file", Some("a.xlsx"), &bomb)]).status, 303);
    assert_eq!(project.files("content"), before);
    assert!(!project.path(&format!("content/{NOTICE}/../x")).exists());
    assert_eq!(desk.look("/").status, 200);
}
