//! `--strip-metadata`: published copies are without names and places; the files of the bureau stay as they are.

use std::io::{Cursor, Read};

use snapbox::str;

use super::carriers::archive;
use super::{made, publishing};
use crate::support::{NOTICE, assert_snapshot};

fn document() -> Vec<u8> {
    let core = "<cp:coreProperties><dc:title>名单</dc:title><dc:creator>张三</dc:creator><cp:lastModifiedBy>李四</cp:lastModifiedBy></cp:coreProperties>";
    let app = "<Properties><Application>Word</Application><Company>某某公司</Company></Properties>";
    let custom = "<Properties><property name=\"审稿\"><vt:lpwstr>王五</vt:lpwstr></property></Properties>";
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "word/document.xml",
            "<w:document><w:body><w:p><w:r><w:t>名单</w:t></w:r></w:p></w:body></w:document>",
        ),
        ("docProps/core.xml", core),
        ("docProps/app.xml", app),
        ("docProps/custom.xml", custom),
    ])
}

/// A part of an archive.
fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes))
        .unwrap()
        .by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

fn orientation(image: &[u8]) -> Option<u32> {
    let exif = exif::Reader::new().read_from_container(&mut Cursor::new(image)).ok()?;
    assert_eq!(exif.fields().count(), 1, "nothing but the orientation");
    exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0)
}

fn holds(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|bytes| bytes == word)
}

#[test]
fn traces_are_gone_from_the_published_copy_only() {
    let names = ["photo.jpg", "photo.png", "photo.webp"];
    let photos = names.map(made);
    // Their numbers would stop the build.
    let clean = |bytes: &[u8]| {
        let mut bytes = bytes.to_vec();
        for number in [&b"13812345678"[..], b"11010519491231002X"] {
            while let Some(at) = bytes.windows(number.len()).position(|bytes| bytes == number) {
                bytes[at..at + 3].copy_from_slice(b"abc");
            }
        }
        bytes
    };
    let photos = photos.map(|photo| clean(&photo));
    let document = document();
    let mut files: Vec<(&str, &[u8])> = names.into_iter().zip(photos.iter().map(Vec::as_slice)).collect();
    files.push(("名单.docx", &document));
    let project = publishing(&files);
    let told = project.run(&["check"]).stdout();
    let told: String =
        told.lines().filter(|line| line.contains("[P03")).map(|line| format!("{line}\n")).collect();
    assert_snapshot!(
        told,
        str![[r#"
警告[P032]: 附件“photo.jpg”中存有拍摄者“Zhang San”、相机所有者“Li Si”、相机序列号“SN-0042”、拍摄地点“GPS”
警告[P032]: 附件“photo.png”中存有拍摄者“Zhang San”、相机所有者“Li Si”、相机序列号“SN-0042”、拍摄地点“GPS”
警告[P032]: 附件“photo.webp”中存有拍摄者“Zhang San”、相机所有者“Li Si”、相机序列号“SN-0042”、拍摄地点“GPS”
提示[P031]: 有 3 个文件是图片或含有图片，图片上的文字没有查找个人信息
提示[P033]: 附件“名单.docx”中存有单位“某某公司”、作者“张三”、最后一次保存者“李四”

"#]]
    );

    let run = project.run(&["build", "--strip-metadata"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert!(!run.stderr().contains("P032") && !run.stderr().contains("P033"), "{}", run.stderr());
    let published =
        |name: &str| std::fs::read(project.path(&format!("output/site/{NOTICE}/files/{name}"))).unwrap();
    for (name, photo) in &files[..3] {
        let copy = published(name);
        assert_eq!(orientation(&copy), Some(6), "{name}");
        for word in ["Zhang San", "SN-0042", "Li Si", "abc"] {
            assert!(holds(photo, word.as_bytes()) && !holds(&copy, word.as_bytes()), "{name}: {word}");
        }
    }
    // The compressed pixels are the same bytes.
    let pixels =
        |bytes: &[u8]| bytes[bytes.windows(2).rposition(|mark| mark == b"\xFF\xDA").unwrap()..].to_vec();
    assert_eq!(pixels(&published("photo.jpg")), pixels(&photos[0]));
    let copy = published("名单.docx");
    assert_eq!(
        part(&copy, "docProps/core.xml"),
        "<cp:coreProperties><dc:title>名单</dc:title></cp:coreProperties>"
    );
    assert_eq!(part(&copy, "docProps/app.xml"), "<Properties><Application>Word</Application></Properties>");
    assert_eq!(part(&copy, "docProps/custom.xml"), "<Properties></Properties>");
    assert_eq!(part(&copy, "word/document.xml"), part(&document, "word/document.xml"));
    for (name, bytes) in &files {
        assert_eq!(std::fs::read(project.path(&format!("content/{NOTICE}/files/{name}"))).unwrap(), *bytes);
    }

    // Without the option the files are published as they are, although nothing else changed.
    project.build();
    assert_eq!(published("名单.docx"), document);
}
