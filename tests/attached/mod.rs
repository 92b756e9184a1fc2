//! Attached files: every carrier of words is searched at every place in it, or the file is named as not searched;
//! nothing that runs is published by accident; metadata is pointed at and can be left out.

mod carriers;
mod papers;
mod strip;

use std::fmt::Write as _;

use snapbox::str;

use crate::support::{NOTICE, Project, assert_snapshot, kept, repository};
use carriers::{Carrier, ID, MOBILE, archive, carriers};

/// A project whose notice publishes these files.
fn publishing(files: &[(&str, &[u8])]) -> Project {
    let project = Project::clean();
    let mut entries = String::from("附件:\n");
    for (name, bytes) in files {
        project.write(&format!("content/{NOTICE}/files/{name}"), bytes);
        writeln!(entries, "  - {{文件: 'files/{name}', 名称: 附表}}").unwrap();
    }
    project.change(&format!("content/{NOTICE}/notice.md"), "附件:\n", &entries);
    project
}

/// The findings about attached files, one a line, in the order in which they are printed.
fn found(files: &[(&str, &[u8])]) -> String {
    let run = publishing(files).run(&["check"]);
    assert!(run.stderr().is_empty(), "{}", run.stderr());
    let codes = ["[P0", "[D06"];
    let printed = run.stdout();
    let lines = printed.lines().filter(|line| codes.iter().any(|code| line.contains(code)));
    lines.map(|line| format!("{line}\n")).collect()
}

/// A file of the tests, as a program made it.
fn made(name: &str) -> Vec<u8> {
    std::fs::read(repository().join("tests/attached/files").join(name)).unwrap()
}

/// Each carrier holds numbers, each at a place of its own: as many are found as there are, or the file is named.
#[test]
fn every_carrier_is_searched_or_named() {
    let (mut told, mut wrong) = (String::new(), String::new());
    for Carrier { name, bytes, numbers } in carriers() {
        let findings = found(&[(&name, &bytes)]);
        for whole in [ID, MOBILE] {
            assert!(!findings.contains(whole), "{findings}");
        }
        let count =
            findings.lines().filter(|line| line.contains("[P001]") || line.contains("[P003]")).count();
        let is_named = findings.contains("[P030]");
        writeln!(told, "# {name}\n{findings}").unwrap();
        if count != numbers || numbers == 0 && !is_named {
            writeln!(wrong, "{name}: {count} of {numbers}\n{findings}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    kept("tests/attached/carriers.txt", &told);
}

#[test]
fn whatever_runs_is_an_error() {
    let svg = |inner: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
    let texts: &[(&str, String)] = &[
        ("1.svg", svg("<script>alert(1)</script>")),
        ("2.svg", svg("<x:script xmlns:x=\"http://www.w3.org/2000/svg\" href=\"#\"/>")),
        ("3.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/onload=alert(1)>".to_owned()),
        ("4.svg", svg("<foreignObject><p/></foreignObject>")),
        ("5.svg", svg("<a href=\"java&#9;script&#58;alert(1)\"><text>x</text></a>")),
        ("6.svg", svg("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>")),
        ("7.svg", svg("<image href=\"https://a.example/x.png\"/>")),
        ("8.svg", svg("<image xlink:href=\"data:image/svg+xml;base64,PHN2Zz4=\"/>")),
        ("9.svg", svg("<style><![CDATA[ @im\\70ort 'x.css'; ]]></style>")),
        ("10.svg", svg("<rect fill=\"u\\72l(//a.example/x#y)\"/>")),
        ("11.svg", format!("<?xml-stylesheet href=\"x.xsl\"?>{}", svg(""))),
        ("12.svg", format!("<!DOCTYPE svg [<!ENTITY x \"<script/>\">]>{}", svg("&x;"))),
        ("13.svg", svg("<style><!--</style><script>alert(1)</script>--></style>")),
        ("14.svg", svg("<text>broken").replace("</svg>", "<script>alert(1)")),
        ("15.html", "<p>好</p><iframe src=x></iframe>".to_owned()),
        ("16.html", "<p>好</p><img src=x OnError=alert(1)>".to_owned()),
        ("17.html", "<!--><script>alert(1)</script>-->".to_owned()),
        ("18.html", "<meta http-equiv=refresh content='0;url=https://a.example'>".to_owned()),
        ("19.html", "<p><img src=https://a.example/x.png></p>".to_owned()),
        (
            "20.xml",
            "<a xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:script>alert(1)</h:script></a>".to_owned(),
        ),
        ("21.svg", format!("<?xml version=\"1.0\" encoding=\"iso-2022-jp\"?>{}", svg(""))),
    ];
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(texts[0].1.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let mut files: Vec<(&str, Vec<u8>)> =
        texts.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())).collect();
    files.push(("22.svg", utf16));
    let relationship = |kind: &str, target: &str| {
        format!(
            "<Relationships><Relationship Id=\"r\" Type=\"http://x/{kind}\" Target=\"{target}\" TargetMode=\"External\"/></Relationships>"
        )
    };
    let word = |parts: &[(&str, &str)]| {
        let base = [
            ("[Content_Types].xml", "<Types/>"),
            ("word/document.xml", "<w:document><w:body/></w:document>"),
        ];
        archive(&[&base[..], parts].concat())
    };
    let template = relationship("attachedTemplate", "https://a.example/x.dotm");
    let share = relationship("attachedTemplate", "file://server/x.dotm");
    files.extend([
        ("30.docm", word(&[("word/vbaProject.bin", "x")])),
        ("31.docx", word(&[("word/vbaProject.bin", "x")])),
        ("32.docx", word(&[("word/_rels/settings.xml.rels", &template)])),
        ("33.docx", word(&[("word/_rels/settings.xml.rels", &share)])),
        ("34.docx", word(&[("word/activeX/activeX1.xml", "<ax/>")])),
        ("35.docx", word(&[("word/footer1.xml", "<w:ftr><w:p><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r></w:p></w:ftr>")])),
        ("36.xlsx", archive(&[("[Content_Types].xml", "<Types/>"), ("xl/macrosheets/sheet1.xml", "<macrosheet/>")])),
        ("37.xlsx", archive(&[("[Content_Types].xml", "<Types/>"), ("xl/externalLinks/externalLink1.xml", "<externalLink><ddeLink ddeService=\"cmd\"/></externalLink>")])),
        ("38.odt", archive(&[("META-INF/manifest.xml", "<m/>"), ("content.xml", "<c/>"), ("Basic/Standard/a.xml", "<m/>")])),
        ("39.zip", archive(&[("看我.exe", "MZ"), ("a/b.svg", &texts[0].1)])),
        ("40.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>".to_vec()),
        ("41.rtf", b"{\\rtf1{\\object\\objemb{\\*\\objdata 0105}}}".to_vec()),
    ]);
    let mut told = String::new();
    for (name, bytes) in &files {
        let findings = found(&[(name, bytes)]);
        assert!(findings.contains("错误[D061]"), "{name}\n{findings}");
        writeln!(told, "# {name}\n{findings}").unwrap();
    }
    kept("tests/attached/active.txt", &told);
}

#[test]
fn what_stands_still_passes() {
    let files: &[(&str, &[u8])] = &[
        (
            "图.svg",
            b"<?xml version=\"1.0\" encoding=\"UTF-8\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><style>.a{fill:url(#b)}</style><use xlink:href=\"#b\"/><image href=\"data:image/png;base64,AAAA\"/><text on=\"\">one</text></svg>",
        ),
        ("页.html", "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><style>p{color:red}</style></head><body><p>见<a href=\"https://www.gov.cn/\">网站</a></p></body></html>".as_bytes()),
        ("表.csv", "<script>,1\n".as_bytes()),
        ("数据.json", b"{\"a\": \"<script>\"}"),
        ("空包.zip", b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
    ];
    for file in files {
        assert_eq!(found(&[*file]), "");
    }
}

#[test]
fn kinds_of_files_that_are_not_exchanged_are_refused() {
    let run = publishing(&[("数据.db", b"SQLite format 3\0"), ("说明", "无".as_bytes())]).run(&["check"]);
    assert_eq!(run.code(), 1);
    assert_snapshot!(
        run.stdout(),
        str![[r#"
错误[D060]: 不能公开“.db”类型的文件“数据.db”
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:8:29
  |
8 |   - {文件: 'files/数据.db', 名称: 附表}
  |                                   ^^^^
  |
建议: 另存为 .docx、.xlsx、.pdf 等；确要公开的，在“放行”中写“D060: 理由”

错误[D060]: 公开的文件“说明”没有扩展名
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:9:26
  |
9 |   - {文件: 'files/说明', 名称: 附表}
  |                                ^^^^
  |
建议: 另存为 .docx、.xlsx、.pdf 等；确要公开的，在“放行”中写“D060: 理由”

警告[P030]: 附件“数据.db”没有查找个人信息：不认识“db”这种文件
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:8:29
  |
8 |   - {文件: 'files/数据.db', 名称: 附表}
  |                                   ^^^^
  |
建议: 人工核对，或换成有文字、没有密码的文件；核对过的，在“放行”中写“P030: 谁于何时核对”

共 2 处错误，1 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成

"#]]
    );
}

#[test]
fn content_that_is_not_what_the_ending_says_is_pointed_at() {
    let files: &[(&str, &[u8])] = &[
        ("现场.jpg", b"<html><body>x</body></html>"),
        ("名单.docx", &made("office.pdf")),
        ("名单.pdf", &made("photo.png")),
        ("名单.txt", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0\xB8\0\0\0\0\0\0\0\x40\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x80\0\0\0\0\0"),
        ("名单.csv", b"\x01\x02\x03\x04"),
        ("名单.xlsx", "姓名,备注".as_bytes()),
    ];
    let told: String = files.iter().map(|file| found(&[*file])).collect();
    let told: String =
        told.lines().filter(|line| line.contains("[D062]")).map(|line| format!("{line}\n")).collect();
    assert_snapshot!(
        told,
        str![[r#"
警告[D062]: 附件“现场.jpg”的内容是网页（HTML、XML 或 SVG），与扩展名“.jpg”不符
警告[D062]: 附件“名单.docx”的内容是PDF，与扩展名“.docx”不符
警告[D062]: 附件“名单.pdf”的内容是PNG 图片，与扩展名“.pdf”不符
警告[D062]: 附件“名单.txt”的内容是程序，与扩展名“.txt”不符
警告[D062]: 附件“名单.csv”的内容是认不出的内容，与扩展名“.csv”不符
警告[D062]: 附件“名单.xlsx”的内容是文本，与扩展名“.xlsx”不符

"#]]
    );
}

/// Findings about files are accepted where the file is named: in the notice, in a note, in a summary.
#[test]
fn findings_about_files_can_be_accepted() {
    let accepted = "放行:\n  D060: 经审核同意\n  D061: 经审核同意\n  P030: 已人工核对\n";
    let macros = archive(&[("[Content_Types].xml", "<Types/>"), ("xl/vbaProject.bin", "x")]);
    let note = "---\n日期: 2024-08-20\n股室: 危化股\n事项: \"1.2\"\n状态: 正在推进\n佐证材料: files/表.xlsm\n公开: true\n---\n见[表](../files/表.xlsm)。\n";
    let summary = "---\n股室: 危化股\n年度: 2024\n签字: {股室负责人: 甲, 分管领导: 乙, 日期: 2024-08-25}\n公开: true\n---\n## 一、完成情况\n\n见[表](../files/表.xlsm)。\n";
    let notice = format!("content/{NOTICE}/notice.md");
    for follower in [None, Some(("progress/1.md", note)), Some(("summary/1.md", summary))] {
        let project = match follower {
            None => publishing(&[("表.xlsm", &macros)]),
            Some((path, text)) => {
                let project = Project::clean();
                project.write(&format!("content/{NOTICE}/files/表.xlsm"), &macros);
                project.write(&format!("content/{NOTICE}/{path}"), text);
                project
            }
        };
        let refused = project.run(&["build"]);
        assert_eq!(refused.code(), 1, "{}", refused.stderr());
        assert!(
            refused.stderr().contains("D060") && refused.stderr().contains("D061"),
            "{}",
            refused.stderr()
        );
        assert!(!project.path("output").exists());
        project.change(&notice, "基本信息:\n", &format!("{accepted}基本信息:\n"));
        project.build();
        let published = project.path(&format!("output/site/{NOTICE}/files/表.xlsm"));
        assert_eq!(std::fs::read(published).unwrap(), macros);
    }
}

#[test]
fn pictures_are_counted_once_for_each_notice() {
    let photo = made("photo.png");
    assert_snapshot!(
        found(&[("甲.png", &photo), ("乙.png", &photo)]),
        str![[r#"
错误[P001]: 附件“甲.png”中，图片说明有身份证号码“110*************2X”
错误[P003]: 附件“甲.png”中，EXIF有手机号码“138******78”
错误[P001]: 附件“乙.png”中，图片说明有身份证号码“110*************2X”
错误[P003]: 附件“乙.png”中，EXIF有手机号码“138******78”
警告[P032]: 附件“甲.png”中存有拍摄者“Zhang San”、相机所有者“Li Si”、相机序列号“SN-0042”、拍摄地点“GPS”
警告[P032]: 附件“乙.png”中存有拍摄者“Zhang San”、相机所有者“Li Si”、相机序列号“SN-0042”、拍摄地点“GPS”
提示[P031]: 有 2 个文件是图片或含有图片，图片上的文字没有查找个人信息

"#]]
    );
}
