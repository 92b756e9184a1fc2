//! Papers of Word and a page of a portal, as bureaus attach them: they pass as they are, and a number in any part of them
//! is found.

use encoding_rs::GBK;
use snapbox::str;

use super::carriers::ID;
use super::{found, made};
use crate::support::assert_snapshot;
use crate::support::filling::Book;

/// A paper with a text of one of its parts replaced.
fn changed(name: &str, part: &str, from: &str, to: &str) -> Vec<u8> {
    let mut paper = Book::open(&made(name));
    paper.change(part, |xml| {
        assert!(xml.contains(from), "{from} is not in {part}");
        xml.replacen(from, to, 1)
    });
    paper.bytes()
}

#[test]
fn papers_of_word_pass_and_are_searched_to_their_last_part() {
    let names = ["word-hard-cases.docx", "word-landscape-attachment.docx", "word-paper-typed-numbers.docx"];
    let whole: String =
        names.iter().map(|name| format!("# {name}\n{}", found(&[(name, &made(name))]))).collect();
    assert_snapshot!(
        whole,
        str![[r#"
# word-hard-cases.docx
提示[P033]: 附件“word-hard-cases.docx”中存有批注或修订的作者“x”
# word-landscape-attachment.docx
# word-paper-typed-numbers.docx
提示[P033]: 附件“word-paper-typed-numbers.docx”中存有作者“gongkai”

"#]]
    );
    let [hard, landscape, typed] = names;
    for (name, part, text) in [
        (hard, "word/document.xml", "文本框里的文字"),
        (hard, "word/document.xml", "【插入】"),
        (hard, "word/document.xml", "【删除】"),
        (hard, "word/document.xml", "【隐藏】"),
        (hard, "word/document.xml", "二类任务（合并行）"),
        (hard, "word/footnotes.xml", "</w:t>"),
        (landscape, "word/document.xml", "举措内容"),
        (landscape, "word/footer2.xml", " —</w:t>"),
        (landscape, "word/header1.xml", " —</w:t>"),
        (typed, "word/document.xml", "0730-0000000"),
        (typed, "docProps/core.xml", "</dc:description>"),
    ] {
        let to = if text.contains("</") { text.replace("</", &format!("{ID}</")) } else { ID.to_owned() };
        let findings = found(&[(name, &changed(name, part, text, &to))]);
        assert!(findings.contains("错误[P001]"), "{name} {part} {text}\n{findings}");
        assert!(!findings.contains(ID), "{findings}");
    }
}

#[test]
fn a_page_of_a_portal_in_gbk_is_searched() {
    let page = made("portal-page-gbk.html");
    assert_snapshot!(
        found(&[("portal-page-gbk.html", &page)]),
        str![[r#"

"#]]
    );
    let (text, _, is_broken) = GBK.decode(&page);
    assert!(!is_broken && text.contains("全面排查"));
    let with_number = text.replace("全面排查", &format!("身份证号{ID}"));
    let (with_number, ..) = GBK.encode(&with_number);
    let findings = found(&[("portal-page-gbk.html", &with_number)]);
    assert!(findings.contains("错误[P001]"), "{findings}");
}
