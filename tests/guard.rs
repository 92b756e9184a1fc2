//! Who gets what of the preview: requests that are refused, the headers of every answer, limits, other sites' pages.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::thread;
use std::time::Duration;

use gongkai::output::{Server, Stylesheet, View};
use gongkai::render::{Artifact, OutputPath};
use snapbox::str;

use crate::support::browser::look_at_preview;
use crate::support::preview::{Preview, Reply, connect, exchange};
use crate::support::{NOTICE, Project, YEAR_OVER, assert_snapshot};

/// A picture of one point.
const POINT: &str =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><path d=\"M0 0h1v1z\"/></svg>";

/// A project with an image among its files.
fn with_image() -> Project {
    let project = Project::clean();
    project.write(&format!("content/{NOTICE}/files/tu.svg"), POINT);
    let notice = format!("content/{NOTICE}/notice.md");
    project.change(&notice, "## 工作要求", "![一点](files/tu.svg)\n\n## 工作要求");
    project
}

/// A server of this process with these files, each below `site/`, while `look` looks at its port.
fn with_files(files: &[(&str, &str)], look: impl FnOnce(u16) + Send) {
    let server = Server::open(0, Stylesheet { address: "/.gongkai/findings.css", text: "" }).unwrap();
    let files: Vec<Artifact<'_>> = files
        .iter()
        .map(|(path, text)| {
            let path = OutputPath::new(&format!("site/{path}")).unwrap();
            Artifact::new(path, || Ok(text.as_bytes().to_vec()))
        })
        .collect();
    let (port, remote) = (server.port(), server.remote());
    thread::scope(|scope| {
        let looking = scope.spawn(move || look(port));
        scope.spawn(move || {
            while !looking.is_finished() {
                thread::sleep(Duration::from_millis(5));
            }
            remote.stop();
            looking.join().unwrap();
        });
        assert!(server.show(&View::Site(&files, &|error| format!("{error:?}"))).is_break());
    });
}

/// Every header of a reply, but for those that HTTP itself needs.
fn headers(reply: &Reply) -> String {
    let transport = ["date", "content-length", "transfer-encoding"];
    let lines = reply.head.lines().skip(1);
    let mut lines: Vec<&str> =
        lines.filter(|line| !transport.contains(&line.split(':').next().unwrap())).collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// Headers by which no other page gets anything; `policy` is what the answer itself may do.
fn guarded(content_type: &str, more: &str, policy: &str) -> String {
    let mut lines = vec![
        "cache-control: no-store".to_owned(),
        format!("content-security-policy: {policy}"),
        format!("content-type: {content_type}"),
        "cross-origin-resource-policy: same-origin".to_owned(),
        "referrer-policy: same-origin".to_owned(),
        "x-content-type-options: nosniff".to_owned(),
    ];
    lines.extend(more.lines().map(str::to_owned));
    lines.retain(|line| line != "content-type: ");
    lines.sort_unstable();
    lines.join("\n")
}

const PAGE: &str = "default-src 'self'; img-src 'self' http: https:; object-src 'none'; base-uri 'none'; \
                    form-action 'self'; frame-ancestors 'none'";
const STYLED: &str = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' http: https:; \
                      object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const PASTED: &str = "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' http: https:; \
                      object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const STATIC: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; \
                      media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

#[test]
fn every_answer_carries_the_headers() {
    let project = with_image();
    let preview = Preview::of(&project);
    let notice = format!("/{NOTICE}/");
    for (path, status, content_type, policy) in [
        ("/", 200, HTML, PAGE),
        (&notice, 200, HTML, PAGE),
        ("/nowhere", 404, HTML, STYLED),
        (&format!("{notice}fragment.html"), 200, HTML, PASTED),
        ("/assets/style.css", 200, "text/css; charset=utf-8", STATIC),
        ("/assets/site.js", 200, "text/javascript; charset=utf-8", STATIC),
        ("/.gongkai/reload.js", 200, "text/javascript; charset=utf-8", STATIC),
        ("/.gongkai/findings.css", 200, "text/css; charset=utf-8", STATIC),
        ("/sitemap.xml", 200, "application/xml; charset=utf-8", STATIC),
        (&format!("{notice}data.json"), 200, "application/json; charset=utf-8", STATIC),
        (&format!("{notice}files/tu.svg"), 200, "image/svg+xml", STATIC),
        (
            &format!("{notice}zeren-fenjie-biao.xlsx"),
            200,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            STATIC,
        ),
        ("/.gongkai/changes?seen=", 200, "text/event-stream", STATIC),
    ] {
        for method in ["GET", "HEAD"] {
            let reply = preview.request(method, path);
            assert_eq!(reply.status, status, "{method} {path}");
            assert_eq!(headers(&reply), guarded(content_type, "", policy), "{method} {path}");
            assert_eq!(reply.body.is_empty(), method == "HEAD", "{method} {path}");
        }
    }
    let folder = preview.get(&format!("/{NOTICE}?a=b"));
    assert_eq!(folder.status, 302);
    assert_eq!(headers(&folder), guarded("", &format!("location: /{NOTICE}/?a=b"), STATIC));
    let sent = preview.request("POST", "/");
    assert_eq!(sent.status, 405);
    assert_eq!(headers(&sent), guarded(PLAIN, "allow: GET, HEAD\nconnection: close", STATIC));

    project.write("templates/home.html", "{{ nothing.of.that }}");
    let failing = preview.reload_until("/", |page| page.status == 500);
    assert_eq!(headers(&failing), guarded(HTML, "", PAGE));
    project.write("templates/home.html", "{% if %}");
    preview.reload_until("/", |page| page.status == 503);
    let broken = preview.get("/assets/style.css");
    assert_eq!(broken.status, 503);
    assert_eq!(headers(&broken), guarded(HTML, "", PAGE));
}

#[test]
fn attached_files_run_no_script_and_are_served_as_they_are() {
    let page = "<html><body><script>1</script></body></html>";
    let files = [("a/files/x.html", page), ("a/files/x.svg", POINT), ("a/x.html", page)];
    with_files(&files, |port| {
        let get = |path: &str| {
            let request = format!("GET /{path} HTTP/1.0\r\nHost: localhost:{port}\r\n\r\n");
            Reply::of(&exchange(port, &request))
        };
        for (path, content_type, text) in [(files[0].0, HTML, page), (files[1].0, "image/svg+xml", POINT)] {
            let reply = get(path);
            assert_eq!(headers(&reply), guarded(content_type, "", STATIC), "{path}");
            assert_eq!(reply.text(), text, "{path}");
        }
        let made = get("a/x.html");
        assert_eq!(headers(&made), guarded(HTML, "", PAGE), "a page of ours");
        assert!(made.text().contains("reload.js"));
        let missing = get("404");
        assert_eq!((missing.status, missing.text().as_str()), (404, "没有这个网页。\nNot found.\n"));
        assert_eq!(headers(&missing), guarded(PLAIN, "", STATIC));
    });
}

#[test]
fn only_its_own_name_is_answered() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let port = preview.port;
    let ask = |target: &str, hosts: &str| {
        preview.send(&format!("GET {target} HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n"))
    };
    for own in [format!("127.0.0.1:{port}"), format!("localhost:{port}"), format!("LocalHost:{port}")] {
        assert_eq!(ask("/", &format!("Host: {own}\r\n")).status, 200, "{own}");
        assert_eq!(ask(&format!("http://{own}/"), &format!("Host: {own}\r\n")).status, 200, "{own}");
    }
    let ours = format!("Host: 127.0.0.1:{port}\r\n");
    for hosts in [
        String::new(),
        "Host:\r\n".to_owned(),
        "Host: example.com\r\n".to_owned(),
        format!("Host: example.com:{port}\r\n"),
        format!("Host: 127.0.0.1.example.com:{port}\r\n"),
        format!("Host: localhost.:{port}\r\n"),
        format!("Host: user@localhost:{port}\r\n"),
        "Host: 127.0.0.1\r\n".to_owned(),
        "Host: localhost\r\n".to_owned(),
        format!("Host: 127.0.0.1:{}\r\n", port ^ 1),
        format!("Host: 127.0.0.2:{port}\r\n"),
        format!("Host: [::1]:{port}\r\n"),
        format!("Host: 0.0.0.0:{port}\r\n"),
        format!("Host: 2130706433:{port}\r\n"),
        format!("Host: \u{ff4c}ocalhost:{port}\r\n"),
        format!("{ours}Host: example.com\r\n"),
        format!("{ours}{ours}"),
    ] {
        let reply = ask("/", &hosts);
        assert_eq!(reply.status, 403, "{hosts:?}");
        assert_eq!(headers(&reply), guarded(PLAIN, "connection: close", STATIC), "{hosts:?}");
        assert!(!reply.text().contains("临湘"), "{hosts:?}");
    }
    assert_eq!(ask("http://example.com/", &ours).status, 403, "an address of elsewhere");
    assert_eq!(ask(&format!("http://user@localhost:{port}/"), &ours).status, 403);
    let old = preview.send("GET / HTTP/1.0\r\n\r\n");
    assert_eq!(old.status, 403, "no name, as HTTP/1.0 allows");
}

#[test]
fn only_its_own_pages_and_the_address_bar_are_answered() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let ask = |method: &str, path: &str, lines: &str| {
        preview.send(&format!("{method} {path} HTTP/1.0\r\nHost: localhost:{}\r\n{lines}\r\n", preview.port))
    };
    for site in ["", "Sec-Fetch-Site: same-origin\r\n", "sec-fetch-site: none\r\n"] {
        assert_eq!(ask("GET", "/", site).status, 200, "{site}");
    }
    let other = [
        "cross-site",
        "same-site",
        "",
        "Same-Origin",
        "same-origin, cross-site",
        "none\r\nSec-Fetch-Site: cross-site",
    ];
    for site in other {
        for path in ["/", "/assets/site.js", "/.gongkai/changes?seen=", "/.gongkai/reload.js", "/nowhere"] {
            for method in ["GET", "HEAD", "POST", "OPTIONS"] {
                let reply = ask(method, path, &format!("Sec-Fetch-Site: {site}\r\n"));
                assert_eq!(reply.status, 403, "{site} {method} {path}");
                assert_eq!(headers(&reply), guarded(PLAIN, "connection: close", STATIC), "{site} {path}");
            }
        }
    }
    let refused = ask("GET", "/", "Sec-Fetch-Site: cross-site\r\n").text();
    assert_snapshot!(
        refused.replace(&preview.address(), "http://[OURS]/"),
        str![[r#"
预览只答复本机直接打开的网页。请在浏览器的地址栏里输入 http://[OURS]/ 打开。
This preview answers only pages opened on this machine. Enter http://[OURS]/ in the address bar.

"#]]
    );
    let sent = ask("POST", "/", "");
    assert_eq!(
        (sent.status, sent.text().as_str()),
        (405, "预览只能查看，不能提交。\nThis preview can only be read.\n")
    );
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get", "PROPFIND"] {
        assert_eq!(ask(method, "/", "").status, 405, "{method}");
    }
}

#[test]
fn heads_are_limited() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let ask = |lines: &str| {
        let host = format!("Host: localhost:{}\r\n", preview.port);
        preview.send(&format!("GET / HTTP/1.1\r\n{host}Connection: close\r\n{lines}\r\n")).status
    };
    let long = |kib: usize| format!("X: {}\r\n", "x".repeat(kib * 1024));
    let many = |lines: usize| {
        (2..lines).fold(String::new(), |mut all, n| {
            let _ = write!(all, "X-{n}: 1\r\n");
            all
        })
    };
    assert_eq!((ask(&long(31)), ask(&many(100))), (200, 200));
    assert_eq!((ask(&long(33)), ask(&many(101))), (431, 431));
    let address = format!("GET /{} HTTP/1.1\r\nHost: localhost\r\n\r\n", "x".repeat(33 * 1024));
    assert_eq!(preview.send(&address).status, 431);
    // Without an end, it is refused as soon as it is too long.
    assert_eq!(preview.send(&format!("GET / HTTP/1.1\r\n{}", "X: 1\r\n".repeat(10_000))).status, 431);
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn requests_in_a_row_are_answered_in_a_row() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let host = format!("Host: 127.0.0.1:{}\r\n", preview.port);
    let requests = format!(
        "GET /assets/style.css HTTP/1.1\r\n{host}\r\nHEAD / HTTP/1.1\r\n{host}\r\nGET /nowhere HTTP/1.1\r\n{host}\r\n\
         GET /robots.txt HTTP/1.1\r\n{host}Connection: close\r\n\r\nGET / HTTP/1.1\r\n{host}\r\n"
    );
    let answers = String::from_utf8(exchange(preview.port, &requests)).unwrap();
    let statuses: Vec<&str> = answers.split("HTTP/1.1 ").skip(1).map(|answer| &answer[..3]).collect();
    assert_eq!(statuses, ["200", "200", "404", "200"], "and no more after the last");
}

/// The content of a body must not be parsed as a request.
#[test]
fn a_body_ends_the_connection() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    let host = format!("Host: 127.0.0.1:{}\r\n", preview.port);
    let hidden = format!("GET /assets/style.css HTTP/1.1\r\n{host}\r\n");
    let length = hidden.len();
    for (head, body) in [
        (format!("GET / HTTP/1.1\r\n{host}Content-Length: {length}\r\n\r\n"), hidden.clone()),
        (format!("POST / HTTP/1.1\r\n{host}Content-Length: {length}\r\n\r\n"), hidden.clone()),
        (format!("GET / HTTP/1.1\r\n{host}Content-Length: 1000000\r\n\r\n"), hidden.clone()),
        (
            format!("GET / HTTP/1.1\r\n{host}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n"),
            format!("0\r\n\r\n{hidden}"),
        ),
        (
            format!("GET / HTTP/1.1\r\n{host}Expect: 100-continue\r\nContent-Length: 5\r\n\r\n"),
            hidden.clone(),
        ),
    ] {
        let answers = String::from_utf8(exchange(preview.port, &format!("{head}{body}"))).unwrap();
        assert_eq!(answers.matches("HTTP/1.1 ").count(), 1, "{head}\n{answers}");
        assert!(!answers.contains("text/css"), "{head}");
        assert!(
            answers.contains("\r\nconnection: close\r\n") || answers.starts_with("HTTP/1.1 400 "),
            "{answers}"
        );
    }
}

/// How a request that never ends is ended: `output/serve/transport.rs`, with a shorter limit.
#[test]
fn idle_connections_keep_nobody_out() {
    let project = Project::clean();
    let preview = Preview::of(&project);
    // More than are open at a time: the oldest gave way.
    let mut idle: Vec<_> = (0..300).map(|_| preview.connect()).collect();
    assert_eq!(preview.get("/").status, 200);
    assert_eq!(idle[0].read(&mut [0]).unwrap_or(0), 0);
}

/// A browser that does not read what it asked for keeps nobody else waiting.
#[test]
fn a_browser_that_does_not_read_is_no_obstacle() {
    let large = "x".repeat(64 << 20);
    with_files(&[("large.txt", &large), ("small.txt", "small")], |port| {
        let ask = |path: &str| {
            format!("GET /{path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n")
        };
        let mut stalled: Vec<_> = (0..4).map(|_| connect(port)).collect();
        for stream in &mut stalled {
            stream.write_all(ask("large.txt").as_bytes()).unwrap();
        }
        assert_eq!(Reply::of(&exchange(port, &ask("small.txt"))).text(), "small");
        let mut whole = Vec::new();
        stalled[0].read_to_end(&mut whole).unwrap();
        assert_eq!(Reply::of(&whole).body.len(), large.len());
    });
}

#[test]
#[ignore = "needs Chromium and Node"]
fn a_page_of_another_origin_gets_nothing() {
    let project = with_image();
    let preview = Preview::of(&project);
    let page = format!("{NOTICE}/index.html");
    let image = format!("{NOTICE}/files/tu.svg");
    let files = [&page, "assets/search-data.js", "assets/style.css", &image, "临湘市"];
    assert_snapshot!(
        look_at_preview(&preview.address(), "outside", &files),
        str![[r#"
the preview, from 127.0.0.1: nothing
the preview, from localhost: nothing
without Sec-Fetch-Site, from 127.0.0.1: window
without Sec-Fetch-Site, from localhost: window
without any defence, from 127.0.0.1: script image style fetch opaque included preload events iframe object embed window
without any defence, from localhost: script image style fetch opaque included preload events iframe object embed window

"#]]
    );
}

#[test]
#[ignore = "needs Chromium and Node"]
fn the_preview_works_under_its_policy() {
    let project = Project::year();
    let preview = Preview::on(YEAR_OVER, &project, &["--port", "0"]);
    let page = |name: &str| format!("{NOTICE}/{name}");
    let (notice, ledger) = (page("index.html"), page("progress/index.html"));
    let (note, fragment) = (page("progress/2024-08-30-feimei.html"), page("fragment.html"));
    let pages = ["", &notice, &ledger, &note, &fragment, "search.html?q=%E5%BA%94%E6%80%A5", "nowhere"];
    assert_snapshot!(
        look_at_preview(&preview.address(), "quiet", &pages),
        str![[r#"
 200
gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/index.html 200
gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/index.html 200
gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress/2024-08-30-feimei.html 200
gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/fragment.html 200
search.html?q=%E5%BA%94%E6%80%A5 “应急”共找到 1 项。
search.html?q=%E5%BA%94%E6%80%A5 200
nowhere 404

"#]]
    );
    let file = |name: &str| project.path(&format!("content/{NOTICE}/{name}")).to_str().unwrap().to_owned();
    let save = |file: &str, from: &str, to: &str, shown: &str| {
        let arguments = [&notice, file, from, to, shown];
        assert_eq!(look_at_preview(&preview.address(), "reload", &arguments), "reloaded\n", "{to}");
    };
    let words = "现将下列事项通知如下。";
    save(&file("notice.md"), "现将有关事项通知如下。", words, words);
    // The page of findings comes, and goes.
    save(&file("tasks.yaml"), "责任股室: 救灾股", "责任股室: 救灾古", "改正后才能预览");
    assert_snapshot!(
        look_at_preview(&preview.address(), "quiet", &[&notice]),
        str![[r#"
gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/index.html 503

"#]]
    );
    save(&file("tasks.yaml"), "责任股室: 救灾古", "责任股室: 救灾股", words);
}

#[test]
#[ignore = "needs Chromium and Node"]
fn attached_files_run_no_script_in_a_browser() {
    let script = "document.documentElement.setAttribute('data-ran', '1')";
    let html = format!(
        "<!DOCTYPE html><html><body onload=\"{script}\"><img src=\"x.svg\"><script>{script}</script></body></html>"
    );
    let svg = format!("{}<script>{script}</script></svg>", POINT.trim_end_matches("</svg>"));
    let linked = "<!DOCTYPE html><html><body><script src=\"x.js\"></script></body></html>";
    let xml = format!("<r xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script>{script}</h:script></r>");
    let files = [
        ("a/files/x.html", html.as_str()),
        ("a/files/y.html", linked),
        ("a/files/x.js", script),
        ("a/files/x.svg", &svg),
        ("a/files/x.xml", &xml),
    ];
    with_files(&files, |port| {
        let paths = ["a/files/x.html", "a/files/y.html", "a/files/x.svg", "a/files/x.xml"];
        let address = format!("http://127.0.0.1:{port}/");
        assert_snapshot!(
            look_at_preview(&address, "active", &paths),
            str![[r#"
a/files/x.html served: does not run 1 images
a/files/y.html served: does not run 0 images
a/files/x.svg served: does not run 0 images
a/files/x.xml served: does not run 0 images
a/files/x.html bare: runs 1 images
a/files/y.html bare: runs 0 images
a/files/x.svg bare: runs 0 images
a/files/x.xml bare: runs 0 images

"#]]
        );
    });
}
