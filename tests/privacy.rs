//! Numbers of persons inside attached files are found, named by their place, and never printed whole.

use std::fmt::Write as _;
use std::io::Write as _;

use rust_xlsxwriter::Workbook;
use snapbox::str;

use crate::support::{NOTICE, Project, assert_snapshot};

/// A Word document with paragraphs, each made of two runs.
fn document(paragraphs: &[(&str, &str)]) -> Vec<u8> {
    let runs =
        |(a, b): &(&str, &str)| format!("<w:p><w:r><w:t>{a}</w:t></w:r><w:r><w:t>{b}</w:t></w:r></w:p>");
    let body: String = paragraphs.iter().map(runs).collect();
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let xml = format!(
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>"
    );
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(xml.as_bytes()).unwrap();
    archive.finish().unwrap().into_inner()
}

fn workbook() -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet();
    let sheet = book.add_worksheet().set_name("名单").unwrap();
    sheet.write_string(1, 1, "11010519491231002X").unwrap();
    // A mobile number that Excel keeps as a number, and an amount.
    sheet.write_number(2, 27, 13_812_345_678_f64).unwrap();
    sheet.write_number(3, 1, 13.5).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn attached_files_are_read() {
    let project = Project::clean();
    let files: [(&str, Vec<u8>); 4] = [
        ("名单.xlsx", workbook()),
        ("说明.docx", document(&[("无", "关"), ("电话1381234", "5678，热线12350")])),
        ("补贴.csv", encoding_rs::GBK.encode("姓名,账号\n张某,6222021234567890128\n").0.into_owned()),
        ("旧表.txt", "\r\n李某 130503670401001\r\n".as_bytes().to_vec()),
    ];
    let mut entries = String::from("附件:\n");
    for (name, bytes) in files {
        project.write(&format!("content/{NOTICE}/files/{name}"), bytes);
        writeln!(entries, "  - {{文件: files/{name}, 名称: {name}}}").unwrap();
    }
    project.change(&format!("content/{NOTICE}/notice.md"), "附件:\n", &entries);
    let run = project.run(&["check"]);
    assert_eq!(run.code(), 1);
    for whole in ["11010519491231002X", "13812345678", "6222021234567890128", "130503670401001"] {
        assert!(!run.stdout().contains(whole));
    }
    assert_snapshot!(
        run.stdout(),
        str![[r#"
错误[P001]: 附件“名单.xlsx”中，名单!B2有身份证号码“110*************2X”
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:8:29
  |
8 |   - {文件: files/名单.xlsx, 名称: 名单.xlsx}
  |                                   ^^^^^^^^^
  |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明

错误[P003]: 附件“名单.xlsx”中，名单!AB3有手机号码“138******78”
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:8:29
  |
8 |   - {文件: files/名单.xlsx, 名称: 名单.xlsx}
  |                                   ^^^^^^^^^
  |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明

错误[P003]: 附件“说明.docx”中，第2段有手机号码“138******78”
 --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:9:29
  |
9 |   - {文件: files/说明.docx, 名称: 说明.docx}
  |                                   ^^^^^^^^^
  |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明

错误[P004]: 附件“补贴.csv”中，第2行有银行卡号“6222*************28”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:10:28
   |
10 |   - {文件: files/补贴.csv, 名称: 补贴.csv}
   |                                  ^^^^^^^^
   |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明

错误[P002]: 附件“旧表.txt”中，第2行有15 位身份证号码“130**********01”
  --> content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/notice.md:11:28
   |
11 |   - {文件: files/旧表.txt, 名称: 旧表.txt}
   |                                  ^^^^^^^^
   |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明

共 5 处错误，0 处警告，0 处提示
下一步：从第一处错误改起，改好保存后再运行 gongkai check；有错误时不能生成

"#]]
    );
}

#[test]
fn files_that_nobody_publishes_are_not_read() {
    let project = Project::clean();
    project.write(&format!("content/{NOTICE}/files/草稿.txt"), "13812345678");
    assert_eq!(project.run(&["check", "--deny", "warnings"]).code(), 0);
    assert!(!project.build().files("output/site").iter().any(|(path, _)| path.contains("草稿")));
}
