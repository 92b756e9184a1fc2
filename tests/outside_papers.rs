//! Papers from outside, as they are read: Word documents, saved pages, and files that are something else.

use std::fs;

use gongkai::diagnostic::Report;
use gongkai::diagnostic::print::human;
use gongkai::read::document::{BlockKind, Document, Fault, Limits, Paragraph, Place, read};
use gongkai::read::import::{left_out, unreadable_document};
use gongkai::source::{Sources, Span};
use gongkai::text::message::Lang;
use snapbox::str;

use crate::support::paper::dump;
use crate::support::word::{archive, docx, p, r};
use crate::support::{NOTICE, Project, assert_snapshot, kept, repository};

#[path = "campaign/papers.rs"]
mod papers;

fn bytes(name: &str) -> Vec<u8> {
    fs::read(repository().join("tests/papers").join(name)).unwrap()
}

fn opened(name: &str, bytes: &[u8]) -> Document {
    read(name, bytes, Limits::default()).unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
}

/// A document of this body, as text.
fn shown(body: &str, parts: &[(&str, &str)]) -> String {
    dump(&opened("a.docx", &docx(body, parts)))
}

/// Numbers of four kinds, changes, hidden words, a field, a text box, a note, two sections, merged cells; a paper whose
/// numbers are typed; a landscape attachment.
#[test]
fn hard_cases_of_word() {
    for name in ["word-hard-cases", "word-paper-typed-numbers", "word-landscape-attachment"] {
        let name = format!("{name}.docx");
        kept(&format!("tests/papers/{name}.txt"), &dump(&opened(&name, &bytes(&name))));
    }
}

/// A page in GBK, with the block of fields, meta tags, merged cells and an attachment.
#[test]
fn a_page_of_a_portal() {
    let name = "portal-page-gbk.html";
    kept(&format!("tests/papers/{name}.txt"), &dump(&opened(name, &bytes(name))));
}

/// The findings of content that is left out, and of a file that cannot be read.
fn findings(name: &str, read: Result<Document, Fault>, lang: Lang) -> String {
    let (mut sources, mut report) = (Sources::default(), Report::default());
    let home = Span::head(sources.add(name.to_owned(), String::new()));
    match read {
        Ok(document) => {
            for one in &document.left_out {
                let place = match one.place {
                    Place::Paragraph(number) => format!("{name} › 第{number}段"),
                    Place::Line(number) => format!("{name} › 第{number}行"),
                };
                let span = Span::head(sources.add(place, String::new()));
                report.push(left_out(span, one));
            }
        }
        Err(fault) => report.push(unreadable_document(home, &fault)),
    }
    human(&report, &sources, lang)
}

/// Every kind of content that is told, in both languages.
#[test]
fn content_that_is_left_out_is_told() {
    let run =
        |properties: &str, text: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>");
    let body = [
        format!("<w:p>{}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>{}</w:ins></w:p>", r("甲"), r("新")),
        format!("<w:p>{}{}</w:p>", run("<w:vanish/>", "藏"), run("<w:strike/>", "划掉")),
        "<w:p><w:r><w:commentReference w:id=\"1\"/><w:footnoteReference w:id=\"2\"/></w:r></w:p>".to_owned(),
        format!("<w:p><w:fldSimple w:instr=\"DATE\">{}</w:fldSimple></w:p>", r("2026年3月1日")),
        "<w:p><w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>".to_owned(),
        "<w:p><w:r><w:drawing><a:blip r:embed=\"image9\"/></w:drawing></w:r></w:p>".to_owned(),
        format!("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>", p("内")),
        "<w:sectPr><w:headerReference r:id=\"header1\"/><w:footerReference r:id=\"footer1\"/></w:sectPr>".to_owned(),
    ];
    let page = "<w:p><w:r><w:t>— </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>";
    let parts = [
        ("word/comments.xml", "<w:comment w:id=\"1\"><w:p><w:r><w:t>请核实</w:t></w:r></w:p></w:comment>"),
        (
            "word/footnotes.xml",
            "<w:footnote w:id=\"0\" w:type=\"separator\"/><w:footnote w:id=\"2\"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote>",
        ),
        ("word/header1.xml", "<w:p><w:r><w:t>内部资料</w:t></w:r></w:p>"),
        ("word/footer1.xml", page),
        ("word/media/image9.emf", "emf"),
    ];
    let bytes = docx(&body.concat(), &parts);
    let text = [Lang::Zh, Lang::En]
        .map(|lang| findings("通知.docx", read("通知.docx", &bytes, Limits::default()), lang));
    kept("tests/papers/left-out.txt", &text.join("\n"));
}

/// Automatic numbers: levels by style, restarts, lists of one definition, numbers switched off, several levels in one.
#[test]
fn automatic_numbers_are_counted() {
    let level = |at: u8, format: &str, text: &str, more: &str| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
        )
    };
    let numbering = [
        "<w:abstractNum w:abstractNumId=\"0\">".to_owned(),
        level(0, "chineseCountingThousand", "%1、", "<w:pStyle w:val=\"1\"/>"),
        level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"2\"/><w:isLgl/>"),
        level(2, "decimalEnclosedCircle", "%3", "<w:lvlRestart w:val=\"1\"/>"),
        "</w:abstractNum><w:abstractNum w:abstractNumId=\"1\">".to_owned(),
        level(0, "bullet", "\u{F06C}", "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>"),
        "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\"><w:numStyleLink w:val=\"L\"/></w:abstractNum>".to_owned(),
        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>".to_owned(),
        "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>".to_owned(),
        "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>".to_owned(),
        "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/></w:num>".to_owned(),
    ];
    let styles = "<w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"2\"><w:basedOn w:val=\"1\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>\
        <w:style w:styleId=\"L\" w:type=\"numbering\"><w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>";
    let numbered =
        |properties: &str, text: &str| format!("<w:p><w:pPr>{properties}</w:pPr>{}</w:p>", r(text));
    let own = |id: u8, level: u8| {
        format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{id}\"/></w:numPr>")
    };
    let body = [
        numbered("<w:pStyle w:val=\"1\"/>", "甲"),
        numbered("<w:pStyle w:val=\"2\"/>", "乙"),
        numbered(&own(1, 2), "圈一"),
        numbered("<w:pStyle w:val=\"2\"/>", "丙"),
        numbered(&own(1, 2), "圈二，不因二级重新编号"),
        numbered("<w:pStyle w:val=\"1\"/>", "丁"),
        numbered(&own(1, 2), "又是圈一"),
        numbered("<w:pStyle w:val=\"1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>", "不编号"),
        numbered(&own(2, 0), "从五起"),
        numbered(&own(2, 0), "六"),
        numbered(&own(1, 0), "同一定义接着编"),
        numbered(&own(3, 0), "圆点"),
        numbered(&own(4, 0), "由样式定义的圆点"),
        numbered(&own(9, 0), "没有的编号"),
    ];
    let text =
        shown(&body.concat(), &[("word/numbering.xml", &numbering.concat()), ("word/styles.xml", styles)]);
    assert_snapshot!(
        &text,
        str![[r#"
¶1: ⟨一、 0⟩甲 {heading 0}
¶2: ⟨1.1 1⟩乙 {heading 1}
¶3: ⟨① 2⟩圈一
¶4: ⟨1.2 1⟩丙 {heading 1}
¶5: ⟨② 2⟩圈二，不因二级重新编号
¶6: ⟨二、 0⟩丁 {heading 0}
¶7: ⟨① 2⟩又是圈一
¶8: 不编号 {heading 0}
¶9: ⟨五、 0⟩从五起
¶10: ⟨六、 0⟩六
¶11: ⟨七、 0⟩同一定义接着编
¶12: ⟨● 0⟩圆点
¶13: ⟨● 0⟩由样式定义的圆点
¶14: 没有的编号

"#]]
    );
}

/// Paragraphs whose end is deleted, text boxes, alternatives, fields in fields, symbols, breaks, links.
#[test]
fn the_text_is_what_word_shows() {
    let text_box = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p(text));
    let body = [
        format!("<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>{}</w:p>{}", r("两段"), p("并作一段")),
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{0}</wps:txbx></w:drawing></mc:Choice>\
             <mc:Fallback><w:pict><v:textbox>{0}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{1}</w:p>",
            text_box("框中一次"),
            r("框后"),
        ),
        format!("<w:p><mc:AlternateContent><mc:Choice Requires=\"unknown\">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent></w:p>", r("不懂的"), r("懂的")),
        format!(
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>\
             <w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
             <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{}</w:p>",
            r("域中的域"), r("结果"), r("，域后"),
        ),
        "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:t>已办</w:t><w:noBreakHyphen/><w:tab/><w:t>  前后空格不算  </w:t><w:br/><w:t>软回车</w:t><w:sym w:font=\"Webdings\" w:char=\"F041\"/></w:r></w:p>".to_owned(),
        format!("<w:p><w:hyperlink r:id=\"link\">{}{}</w:hyperlink><w:hyperlink w:anchor=\"a\">{}</w:hyperlink></w:p>", r("网"), r("站"), r("书签")),
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>HYPERLINK \"https://a.cn\"</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>链接</w:t><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>zhōng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>中</w:t></w:r></w:rubyBase></w:ruby></w:r><w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt><w:smartTag><w:r><w:rPr><w:b/></w:rPr><w:t>粗</w:t></w:r></w:smartTag></w:p>".to_owned(),
        "<w:p><w:r><w:t>页一</w:t><w:br w:type=\"page\"/><w:t>页二</w:t></w:r></w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>".to_owned(),
        p("页三"),
        "<w:p><w:r><w:moveTo/></w:r><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom></w:p>".to_owned(),
        format!("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{}</w:p>{}", r("没有结束的域"), p("下一段还在")),
    ];
    assert_snapshot!(
        &shown(&body.concat(), &[]),
        str![[r#"
¶1: 两段并作一段
¶3: 框中一次
¶3: 框后
¶4: 懂的
¶5: 结果，域后
¶6: ☑已办-⇥前后空格不算⏎软回车□
¶7: [网站](https://www.example.gov.cn/a)书签
¶8: [链接](https://a.cn)
¶9: 中控件**粗**
¶10: 页一
¶10: 页二 {new page}
¶11: 
¶12: 页三 {new page}
¶13: 
¶14: 
¶15: 下一段还在
left out ¶3: TextBox "框中一次"
left out ¶6: Object "U+F041"
left out ¶9: Phonetic "zhōng"
left out ¶13: Deleted "移走"
left out ¶14: Object "没有结束的域"

"#]]
    );
}

/// Looks by defaults, by the style of paragraphs and of runs, and by the run itself; heads of pages that a section begins.
#[test]
fn looks_come_from_styles() {
    let styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme=\"minorEastAsia\"/><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults>\
        <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:rPr><w:rFonts w:eastAsia=\"仿宋_GB2312\"/><w:sz w:val=\"32\"/></w:rPr></w:style>\
        <w:style w:styleId=\"t\"><w:basedOn w:val=\"a\"/><w:pPr><w:jc w:val=\"center\"/><w:pageBreakBefore/></w:pPr><w:rPr><w:rFonts w:eastAsia=\"方正小标宋简体\"/><w:sz w:val=\"44\"/><w:b/></w:rPr></w:style>\
        <w:style w:styleId=\"c\" w:type=\"character\"><w:rPr><w:b/><w:color w:val=\"FF0000\"/></w:rPr></w:style>\
        <w:style w:styleId=\"h\" w:type=\"character\"><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:styleId=\"x\"><w:basedOn w:val=\"y\"/></w:style><w:style w:styleId=\"y\"><w:basedOn w:val=\"x\"/></w:style>";
    let styled = |style: &str, run: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        p("正文"),
        styled("t", "", "标题"),
        styled("t", "<w:rStyle w:val=\"c\"/>", "粗上加粗不粗"),
        styled("a", "<w:rStyle w:val=\"c\"/>", "红字"),
        styled("a", "<w:rStyle w:val=\"h\"/>", "样式隐藏"),
        styled("a", "<w:rFonts w:eastAsia=\"黑体\"/><w:b w:val=\"0\"/>", "黑体"),
        styled("x", "", "互为基础的样式"),
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>".to_owned(),
        p("连续节之前"),
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>".to_owned(),
        p("连续节"),
        "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>".to_owned(),
    ];
    assert_snapshot!(
        &shown(&body.concat(), &[("word/styles.xml", styles)]),
        str![[r#"
¶1: 正文 {仿宋 32}
¶2: **标题** {小标宋 44 center new page}
¶3: 粗上加粗不粗 {小标宋 44 center red new page}
¶4: **红字** {仿宋 32 red}
¶5:  {仿宋 32}
¶6: 黑体 {黑体 32}
¶7: 互为基础的样式 {21}
¶8:  {仿宋 32}
¶9: 连续节之前 {仿宋 32 new page}
¶10:  {仿宋 32}
¶11: 连续节 {仿宋 32}
left out ¶5: Hidden "样式隐藏"

"#]]
    );
}

/// Cells merged down and to the right, rows that begin later, hidden and deleted rows, cells that are covered.
#[test]
fn merged_cells() {
    let tc = |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text));
    let tr = |properties: &str, cells: &[String]| {
        format!("<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>", cells.concat())
    };
    let (first, next) = ("<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>");
    let body = format!(
        "<w:tbl>{}</w:tbl>",
        [
            tr(
                "",
                &[
                    tc(first, "甲"),
                    tc("<w:gridSpan w:val=\"2\"/>", "乙"),
                    tc("<w:hMerge w:val=\"restart\"/>", "丙"),
                    tc("<w:hMerge/>", "")
                ]
            ),
            tr("", &[tc(next, ""), tc("", "丁"), tc("", "戊"), tc(first, "己"), tc(first, "庚")]),
            tr("<w:hidden/>", &[tc("", "隐藏的行")]),
            tr("<w:del w:id=\"1\"/>", &[tc("", "删除的行")]),
            tr(
                "<w:gridBefore w:val=\"1\"/>",
                &[
                    tc("", "晚一列"),
                    tc("", "辛"),
                    tc(next, "盖住的字"),
                    tc("<w:gridSpan w:val=\"3\"/><w:vMerge/>", "宽窄不同")
                ]
            ),
            tr("", &[tc("<w:gridSpan w:val=\"99999\"/>", "太宽")]),
        ]
        .concat()
    );
    assert_snapshot!(
        &shown(&body, &[]),
        str![[r#"
¶1: table 4×500
  0,0 2×1: 甲
  0,1 1×2: 乙
  0,3 1×2: 丙
  1,1: 丁
  1,2: 戊
  1,3 2×1: 己
  1,4: 庚
  2,1: 晚一列
  2,2: 辛
  2,4 1×3: 宽窄不同
  3,0 1×500: 太宽
left out ¶10: Hidden "隐藏的行"
left out ¶11: Deleted "删除的行"
left out ¶15: Hidden "盖住的字"

"#]]
    );
}

/// Pictures with their words, one used twice, one elsewhere, one that no browser shows, a line.
#[test]
fn pictures_of_a_document() {
    let picture = |id: &str, words: &str| {
        format!(
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr descr=\"{words}\"/><a:blip r:embed=\"{id}\"/></wp:inline></w:drawing></w:r></w:p>"
        )
    };
    let body = [
        picture("image1", "流程图"),
        picture("image1", ""),
        picture("link", "外部"),
        picture("image2", "矢量图"),
        picture("image3", "没有的"),
        "<w:p><w:r><w:pict><v:line/></w:pict><w:pict><v:shape><v:imagedata r:id=\"image1\"/></v:shape></w:pict></w:r></w:p>".to_owned(),
        "<w:p><w:r><w:pict><v:shape><v:textpath string=\"艺术字\"/></v:shape></w:pict></w:r></w:p>".to_owned(),
    ];
    let parts = [("word/media/image1.jpg", "\u{89}PNG"), ("word/media/image2.emf", "EMF")];
    let mut made = docx(&body.concat(), &parts);
    // A picture is no text: its bytes are written into the archive instead.
    made = with_part(&made, "word/media/image1.jpg", b"\x89PNG\r\n\x1a\n");
    assert_snapshot!(
        &dump(&opened("a.docx", &made)),
        str![[r#"
¶1: ![0]
¶2: ![0]
¶3: ![1]
¶4: 
¶5: 
¶6: ![0]
¶7: 
picture image1.png, 8 bytes: 流程图
picture a, 0 bytes: 外部
left out ¶4: Picture "image2.emf"
left out ¶5: Picture "没有的"
left out ¶7: Object "艺术字"

"#]]
    );
}

/// An archive with another content of one part.
fn with_part(bytes: &[u8], part: &str, content: &[u8]) -> Vec<u8> {
    let mut parts = crate::support::word::unpack(bytes);
    for (name, bytes) in &mut parts {
        if name == part {
            *bytes = content.to_vec();
        }
    }
    archive(&parts)
}

/// Files that are no documents say what they are, and all of them how to go on.
#[test]
fn other_files_are_named() {
    let zip = |name: &str, content: &str| archive(&[(name.to_owned(), content.as_bytes().to_vec())]);
    let dtd = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"c\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>";
    let compound = |stream: &str| {
        let mut file = cfb::CompoundFile::create(std::io::Cursor::new(Vec::new())).unwrap();
        file.create_stream(stream).unwrap();
        file.into_inner().into_inner()
    };
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("通知.docx", zip("xl/workbook.xml", "")),
        ("通知.docx", zip("ppt/presentation.xml", "")),
        (
            "通知.docx",
            archive(&[
                ("META-INF/manifest.xml".to_owned(), Vec::new()),
                ("content.xml".to_owned(), Vec::new()),
            ]),
        ),
        ("通知.docx", zip("OFD.xml", "")),
        ("通知.docx", zip("a.txt", "")),
        ("通知.doc", compound("WordDocument")),
        ("通知.docx", compound("EncryptedPackage")),
        ("通知.docx", compound("Workbook")),
        ("通知.rtf", b"{\\rtf1 }".to_vec()),
        ("通知.docx", b"%PDF-1.7".to_vec()),
        ("通知.docx", b"\x89PNG\r\n\x1a\n".to_vec()),
        (
            "通知.html",
            b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>".to_vec(),
        ),
        ("通知.mht", b"From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n".to_vec()),
        (
            "通知.xml",
            b"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>".to_vec(),
        ),
        ("broken.docx", b"PK\x03\x04broken".to_vec()),
        ("通知.docx", zip("word/document.xml", dtd)),
        ("通知.docx", zip("word/document.xml", "<a/>")),
        ("通知.docx", with_part(&docx(&p("甲"), &[]), "word/document.xml", b"<a>")),
        ("通知.txt", b"\xFF\x00\x01\xFE".to_vec()),
        ("~$通知.docx", b"\x05Admin".to_vec()),
        ("通知.docx", vec![0; 4_096]),
        ("通知.docx", Vec::new()),
        ("通知.docx", "关于开展检查的通知".as_bytes().to_vec()),
    ];
    let said =
        |(name, bytes): &(&str, Vec<u8>)| findings(name, read(name, bytes, Limits::default()), Lang::Zh);
    let said: Vec<String> = cases.iter().map(said).collect();
    let english = findings("a.doc", read("a.doc", &compound("WordDocument"), Limits::default()), Lang::En);
    kept("tests/papers/other-files.txt", &(said.join("\n") + "\n" + &english));
}

/// Limits end the reading of a document with a finding at its place.
#[test]
fn limits_hold() {
    let mut limits = Limits::default().times(1);
    (limits.paragraphs, limits.pieces, limits.text) = (3, 5, 60);
    let problem = |body: &str| {
        findings("a.docx", read("a.docx", &docx(body, &[]), limits).map(|_| Document::default()), Lang::Zh)
    };
    let said = [
        problem(&p("甲").repeat(4)),
        problem(&format!("<w:p>{}</w:p>", "<w:r><w:br/></w:r>".repeat(6))),
        problem(&p(&"长".repeat(21))),
        problem(&"<w:sdt>".repeat(2_000)),
        problem(&p("甲").repeat(3)),
    ];
    assert_snapshot!(
        &said.join("\n"),
        str![[r#"
[1m[91m错误[I072][0m[1m: 这个文档的段落和单元格超过 3 个，从这里起放不下了[0m
[1m[94m--> [0ma.docx
 [1m[94m|[0m
[1m[96m建议[0m: 把要公开的内容复制到一个新的文档，图片压缩后保存，再用那一份

共 1 处错误，0 处警告，0 处提示
[1m[91m错误[I072][0m[1m: 这个文档里格式不同的文字、图片、批注等超过 5 处，从这里起放不下了[0m
[1m[94m--> [0ma.docx
 [1m[94m|[0m
[1m[96m建议[0m: 把要公开的内容复制到一个新的文档，图片压缩后保存，再用那一份

共 1 处错误，0 处警告，0 处提示
[1m[91m错误[I072][0m[1m: 这个文档的文字超过 0 MiB，从这里起放不下了[0m
[1m[94m--> [0ma.docx
 [1m[94m|[0m
[1m[96m建议[0m: 把要公开的内容复制到一个新的文档，图片压缩后保存，再用那一份

共 1 处错误，0 处警告，0 处提示
[1m[91m错误[I072][0m[1m: 这个文档里的内容嵌套超过 1000 层[0m
[1m[94m--> [0ma.docx
 [1m[94m|[0m
[1m[96m建议[0m: 把要公开的内容复制到一个新的文档，图片压缩后保存，再用那一份

共 1 处错误，0 处警告，0 处提示
共 0 处错误，0 处警告，0 处提示
"#]]
    );
}

/// Damaged documents and pages neither panic nor give tables whose cells lie over each other. As many as meet each kind
/// of damage in each file several times; a hundred thousand are tried by
/// `cargo test --profile campaign --test campaign -- papers`.
#[test]
fn damaged_papers_are_read_or_refused() {
    for seed in 0..200 {
        let (bytes, name) = papers::case(seed);
        papers::run(&bytes, &name).unwrap_or_else(|wrong| panic!("{seed}: {wrong}"));
    }
}

/// Every text of a document, paragraph by paragraph, its automatic numbers included.
fn lines(document: &Document) -> Vec<String> {
    let of = |paragraph: &Paragraph| {
        let number = paragraph.number.as_ref().map_or("", |(number, _)| number.as_str());
        format!("{number}{}", paragraph.text())
    };
    let texts = document.blocks.iter().flat_map(|block| match &block.kind {
        BlockKind::Paragraph(paragraph) => vec![of(paragraph)],
        BlockKind::Table(table) => {
            table.cells.iter().flat_map(|cell| cell.paragraphs.iter().map(of)).collect()
        }
    });
    let compact = |text: String| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    texts.map(compact).filter(|text| !text.is_empty()).collect()
}

/// The page, the fragment and the Word document of the shipped notice are read back: paper, table and block of fields.
#[test]
fn our_own_formats_are_read_back() {
    let project = Project::shipped();
    project.build();
    let made = |name: &str| fs::read(project.path(&format!("output/site/{NOTICE}/{name}"))).unwrap();
    let page = opened("index.html", &made("index.html"));
    kept("tests/papers/own-page.txt", &dump(&page));
    let fragment = opened("fragment.html", &made("fragment.html"));
    let word = opened("a.docx", &made("2024-yigui-liangfangan.docx"));
    kept("tests/papers/own-word.txt", &dump(&word));
    assert!(word.left_out.is_empty() && page.left_out.is_empty() && fragment.left_out.is_empty());
    // Every line of the paper and its table that the page shows is in the document, but for the measure that its table
    // goes over several pages with.
    let (page, word) = (lines(&page), lines(&word));
    let missing: Vec<&String> = page.iter().filter(|line| !word.contains(line)).collect();
    assert!(matches!(missing[..], [long] if long.chars().count() > 2_000), "{missing:?}");
    let fragment = lines(&fragment);
    let missing: Vec<&String> = page.iter().filter(|line| !fragment.contains(line)).collect();
    assert_eq!(missing, Vec::<&String>::new(), "not in the fragment");
}

fn page(body: &str) -> String {
    dump(&opened("a.html", format!("<!DOCTYPE html><html><body>{body}</body></html>").as_bytes()))
}

/// Lines of old editors, looks by style and element, lists, hidden words, links, pictures, tables with damaged spans.
#[test]
fn a_page_is_read_as_browsers_show_it() {
    let pixel = "data:image/png;base64,iVBORw0KGgo=";
    let body = [
        "<div id=\"zoom\">".to_owned(),
        "<p style='text-align:center;font-family:方正小标宋简体;font-size:22pt'>关于开展检查的<br>通知</p>".to_owned(),
        "各股室：<br>　　第一段落的文字，\n接着写。<br>&nbsp;&nbsp;&nbsp;第二段落&ldquo;引号&rdquo;。<br><br>第三段".to_owned(),
        "<p><font color=red face=黑体><b>一、黑体</b></font> two\n words</p><p>&nbsp;</p><p>空段之后</p>".to_owned(),
        "<ol><li>甲<ul><li>内</li></ul></li><li>乙</li></ol><h2>标题</h2>".to_owned(),
        "<p style='display:none'>隐藏</p><script>var a = '<p>脚本</p>';</script><style>p { color: red }</style>".to_owned(),
        "<p><a href='./a.docx'>附件<b>一</b>.docx</a><a href='#top'>返回</a><s>划掉</s></p>".to_owned(),
        format!("<p><img src='{pixel}' alt='流程'><img src='/pic/b.jpg?x=1'><img src=c.gif width=16></p>"),
        "<table><tr><td rowspan=9>甲</td><td colspan=2>乙<table><tr><td>内一</td><td>内二</td></tr></table></td></tr><tr><td>丙<td>丁</tr></table>".to_owned(),
        "<table><tr><td><p>只有一格</p></td></tr></table></div>".to_owned(),
        "<div>相关附件：<a href='/b.xlsx'>清单.xlsx</a></div><div class=foot>页脚</div>".to_owned(),
    ];
    assert_snapshot!(
        &page(&body.concat()),
        str![[r#"
¶1: 关于开展检查的⏎通知 {小标宋 44 center}
¶2: 各股室：
¶3: 　　第一段落的文字，接着写。
¶4:    第二段落“引号”。
¶5: 第三段
¶6: **一、黑体** two words
¶7: 
¶8: 空段之后
¶9: ⟨1. 0⟩甲
¶10: ⟨• 1⟩内
¶11: ⟨2. 0⟩乙
¶12: 标题 {heading 1}
¶13: [附件一.docx](./a.docx)返回划掉
¶14: ![0]![1]
¶15: table 2×3
  0,0 2×1: 甲
  0,1 1×2: 乙 | 内一 | 内二
  1,1: 丙
  1,2: 丁
¶21: 只有一格
¶22: [清单.xlsx](/b.xlsx)
picture 图1.png, 8 bytes: 流程
picture b.jpg, 0 bytes: 
left out ¶12: Hidden "隐藏"
left out ¶13: Struck "划掉"
left out ¶16: NestedTable "内一"
left out ¶1: Page "相关附件："
left out ¶1: Page "页脚"

"#]]
    );
}

/// A page of names that nobody knows: the densest part, below the title of the page.
#[test]
fn an_unknown_portal_is_read_by_its_text() {
    let links = "<li><a href='/1'>导航</a></li>".repeat(30);
    let body = format!(
        "<ul>{links}</ul><h1>关于开展检查的通知</h1><div class=x><div class=y><p>{0}</p><p>{0}</p></div></div><div>{1}</div>",
        "现将有关事项通知如下。".repeat(5),
        "版权所有 联系我们",
    );
    assert_snapshot!(
        &page(&body),
        str![[r#"
¶1: 关于开展检查的通知 {center heading 0}
¶2: 现将有关事项通知如下。现将有关事项通知如下。现将有关事项通知如下。现将有关事项通知如下。现将有关事项通知如下。
¶3: 现将有关事项通知如下。现将有关事项通知如下。现将有关事项通知如下。现将有关事项通知如下。现将有关事项通知如下。
left out ¶1: Page "导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航 导航"
left out ¶1: Page "版权所有 联系我们"

"#]]
    );
}
