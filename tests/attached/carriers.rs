//! Files that hold numbers, each at a place of its own.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

use super::made;

/// A valid identity number of nobody.
pub const ID: &str = "11010519491231002X";
/// A mobile number.
pub const MOBILE: &str = "13812345678";

/// A file, and in how many places of it a number stands; none where the file cannot be searched.
pub struct Carrier {
    pub name: String,
    pub bytes: Vec<u8>,
    pub numbers: usize,
}

/// A zip archive.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    binary(&parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect::<Vec<_>>())
}

fn binary(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn relationships(entries: &[(&str, &str, &str, &str)]) -> String {
    let one = |(id, kind, target, mode): &(&str, &str, &str, &str)| {
        format!(
            "<Relationship Id=\"{id}\" Type=\"http://x/{kind}\" Target=\"{target}\" TargetMode=\"{mode}\"/>"
        )
    };
    format!("<Relationships>{}</Relationships>", entries.iter().map(one).collect::<String>())
}

/// A workbook: cells of every kind, and everything around them.
fn workbook() -> (Vec<u8>, usize) {
    let sheet = format!(
        "<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"A2\" t=\"inlineStr\"><is><r><t>138</t></r><r><t>12345678</t></r></is></c>\
         <c r=\"A3\" t=\"str\"><f>\"{MOBILE}\"</f><v>&#49;3812345678</v></c><c r=\"A4\"><v>1.3812345678E10</v></c></row></sheetData>\
         <dataValidations><dataValidation prompt=\"如{MOBILE}\"><formula1>\"{MOBILE},无\"</formula1></dataValidation></dataValidations>\
         <hyperlinks><hyperlink ref=\"A9\" r:id=\"l\" tooltip=\"{MOBILE}\"/></hyperlinks>\
         <headerFooter><oddHeader>&amp;C{ID}</oddHeader><oddFooter>{MOBILE}</oddFooter></headerFooter></worksheet>"
    );
    let strings =
        format!("<sst><si><r><t>11010519</t></r><r><t>491231002X</t></r></si><si><t>{MOBILE}</t></si></sst>");
    let book = format!(
        "<workbook><sheets><sheet name=\"名单\" r:id=\"a\"/><sheet name=\"{MOBILE}\" r:id=\"b\"/></sheets><definedNames><definedName name=\"n\">\"{MOBILE}\"</definedName></definedNames></workbook>"
    );
    let comment = format!(
        "<comments><commentList><comment ref=\"B3\"><text><r><t>{ID}</t></r></text></comment></commentList></comments>"
    );
    let threaded = format!(
        "<ThreadedComments><threadedComment ref=\"B4\"><text>{MOBILE}</text></threadedComment></ThreadedComments>"
    );
    let drawing = format!(
        "<xdr:wsDr><xdr:sp><xdr:txBody><a:p><a:r><a:t>{MOBILE}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>"
    );
    let chart = format!(
        "<c:chartSpace><c:cat><c:strCache><c:pt><c:v>{MOBILE}</c:v></c:pt></c:strCache></c:cat></c:chartSpace>"
    );
    let core = format!("<cp:coreProperties><dc:title>{MOBILE}</dc:title></cp:coreProperties>");
    let app = format!("<Properties><Company>{MOBILE}</Company></Properties>");
    let custom = format!(
        "<Properties><property name=\"电话\"><vt:lpwstr>{MOBILE}</vt:lpwstr></property></Properties>"
    );
    let link = format!("tel:{MOBILE}");
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("xl/workbook.xml", book),
        (
            "xl/_rels/workbook.xml.rels",
            relationships(&[("a", "worksheet", "worksheets/sheet1.xml", "Internal")]),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        (
            "xl/worksheets/_rels/sheet1.xml.rels",
            relationships(&[
                ("l", "hyperlink", &link, "External"),
                ("c", "comments", "../comments1.xml", "Internal"),
                ("t", "threadedComment", "/xl/threadedComments/threadedComment1.xml", "Internal"),
                ("d", "drawing", "../drawings/drawing1.xml", "Internal"),
            ]),
        ),
        ("xl/sharedStrings.xml", strings),
        ("xl/comments1.xml", comment),
        ("xl/threadedComments/threadedComment1.xml", threaded),
        ("xl/drawings/drawing1.xml", drawing),
        (
            "xl/drawings/_rels/drawing1.xml.rels",
            relationships(&[("h", "chart", "../charts/chart1.xml", "Internal")]),
        ),
        ("xl/charts/chart1.xml", chart),
        ("docProps/core.xml", core),
        ("docProps/app.xml", app),
        ("docProps/custom.xml", custom),
        ("customXml/item1.xml", format!("<a b=\"{MOBILE}\"/>")),
    ];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    (archive(&parts), 22)
}

/// A Word document: the body with everything that can hide in it, and all that stands around it.
fn document() -> (Vec<u8>, usize) {
    let body = format!(
        "<w:document><w:body><w:p><w:r><w:t>138</w:t></w:r><w:r><w:t>12345678</w:t></w:r></w:p>\
         <w:p><w:del w:author=\"某\"><w:r><w:delText>{MOBILE}</w:delText></w:r></w:del></w:p>\
         <w:p><w:ins><w:r><w:t>{MOBILE}</w:t></w:r></w:ins></w:p>\
         <w:p><w:r><w:instrText>MERGEFIELD {MOBILE}</w:instrText></w:r></w:p>\
         <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{ID}</w:t></w:r></w:p>\
         <w:p><w:r><w:drawing><wp:docPr descr=\"{MOBILE}\"/></w:drawing></w:r></w:p>\
         <w:p><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>{MOBILE}</w:t></w:r></w:p></w:txbxContent></mc:Choice>\
         <mc:Fallback><w:txbxContent><w:p><w:r><w:t>{MOBILE}</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>\
         <w:p><w:fldSimple w:instr=\"DOCVARIABLE {MOBILE}\"/></w:p></w:body></w:document>"
    );
    let around =
        |element: &str| format!("<w:{element}><w:p><w:r><w:t>{MOBILE}</w:t></w:r></w:p></w:{element}>");
    let link = format!("tel:{MOBILE}");
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("word/document.xml", body),
        ("word/_rels/document.xml.rels", relationships(&[("l", "hyperlink", &link, "External")])),
        ("word/header1.xml", around("hdr")),
        ("word/footer1.xml", around("ftr")),
        ("word/footnotes.xml", around("footnotes")),
        ("word/endnotes.xml", around("endnotes")),
        ("word/comments.xml", around("comments")),
        ("word/glossary/document.xml", around("glossary")),
        (
            "docProps/core.xml",
            format!("<cp:coreProperties><cp:keywords>{MOBILE}</cp:keywords></cp:coreProperties>"),
        ),
    ];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    (archive(&parts), 16)
}

fn slides() -> (Vec<u8>, usize) {
    let text =
        |element: &str| format!("<p:{element}><a:p><a:r><a:t>{MOBILE}</a:t></a:r></a:p></p:{element}>");
    let parts = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("ppt/slides/slide2.xml", text("sld")),
        (
            "ppt/slides/_rels/slide2.xml.rels",
            relationships(&[
                ("n", "notesSlide", "../notesSlides/notesSlide1.xml", "Internal"),
                ("c", "comments", "../comments/comment1.xml", "Internal"),
            ]),
        ),
        ("ppt/notesSlides/notesSlide1.xml", text("notes")),
        ("ppt/comments/comment1.xml", format!("<p:cmLst><p:cm><p:text>{MOBILE}</p:text></p:cm></p:cmLst>")),
        ("ppt/slideMasters/slideMaster1.xml", text("sldMaster")),
    ];
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    (archive(&parts), 4)
}

fn ofd() -> (Vec<u8>, usize) {
    let page = "<ofd:Page><ofd:TextObject><ofd:TextCode>1381</ofd:TextCode><ofd:TextCode>2345678</ofd:TextCode></ofd:TextObject></ofd:Page>";
    let parts = [("OFD.xml", "<ofd:OFD/>"), ("Doc_0/Pages/Page_1/Content.xml", page)];
    (archive(&parts), 1)
}

/// The archive with the mark of encryption on its first entry.
fn encrypted(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes[6] |= 1;
    let at = bytes.windows(4).rposition(|bytes| bytes == b"PK\x01\x02").unwrap();
    bytes[at + 8] |= 1;
    bytes
}

pub fn carriers() -> Vec<Carrier> {
    let utf16 = |text: &str, mark: bool| {
        let units = text.encode_utf16().flat_map(u16::to_le_bytes);
        [0xFF, 0xFE].into_iter().filter(|_| mark).chain(units).collect::<Vec<u8>>()
    };
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    let (document, workbook, slides, ofd) = (document(), workbook(), slides(), ofd());
    let zip = binary(&[("名单/说明.docx", &document.0), ("13812345678.txt", MOBILE.as_bytes())]);
    let nested = binary(&[("内.zip", &archive(&[("a.txt", MOBILE)]))]);
    let carrier = |name: &str, bytes: Vec<u8>, numbers| Carrier { name: name.to_owned(), bytes, numbers };
    vec![
        carrier("工作簿.xlsx", workbook.0, workbook.1),
        carrier("文档.docx", document.0, document.1),
        carrier("演示.pptx", slides.0, slides.1),
        carrier("版式.ofd", ofd.0, ofd.1),
        carrier("批注.xlsx", made("id-number-in-cell-comment.xlsx"), 1),
        carrier("脚注.docx", made("id-number-in-footnote.docx"), 1),
        carrier("页眉.docx", made("id-number-in-header.docx"), 1),
        carrier("旧表.xls", made("office.xls"), 2),
        carrier("旧文.doc", made("office.doc"), 2),
        carrier("开放.ods", made("office.ods"), 2),
        carrier("开放.odt", made("office.odt"), 2),
        carrier("富文本.rtf", made("office.rtf"), 2),
        carrier("版式.pdf", made("office.pdf"), 2),
        carrier("照片.jpg", made("photo.jpg"), 2),
        carrier("照片.png", made("photo.png"), 2),
        carrier("照片.webp", made("photo.webp"), 1),
        carrier("有标.txt", utf16(&format!("电话{MOBILE}\r\n"), true), 1),
        carrier("无标.txt", utf16(&format!("Telephone number: {MOBILE}\r\n"), false), 1),
        carrier("国标.csv", gbk(&format!("姓名,电话\n张某,{MOBILE}\n")), 1),
        carrier("换行.txt", format!("无关\n\n证件{ID}，电话\n{MOBILE}。\n").into_bytes(), 2),
        carrier("网页.html", format!("<p title=\"{MOBILE}\">a</p>\n<p>1<b>38</b>12&#51;45678</p><!-- {ID} -->").into_bytes(), 3),
        carrier("图.svg", format!("<svg xmlns=\"http://www.w3.org/2000/svg\"><text><tspan>138</tspan><tspan>12345678</tspan></text><desc>{ID}</desc></svg>").into_bytes(), 2),
        carrier("数据.xml", format!("<a>\n<b c=\"{MOBILE}\">{ID}</b></a>").into_bytes(), 2),
        carrier("数据.json", format!("{{\"电话\":\n\"{MOBILE}\"}}").into_bytes(), 1),
        carrier("压缩.zip", zip, 18),
        carrier("套娃.zip", nested, 0),
        carrier("密码.zip", encrypted(archive(&[("a.txt", MOBILE)])), 0),
        carrier("密码.xlsx", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and then nothing".to_vec(), 0),
        carrier("压缩.rar", b"Rar!\x1A\x07\x01\0".to_vec(), 0),
        carrier("压缩.7z", b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(), 0),
        carrier("扫描.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 9 9]>>endobj\n4 0 obj<</Length 5>>stream\n/I Do\nendstream endobj\ntrailer<</Root 1 0 R>>".to_vec(), 0),
        carrier("坏.pdf", b"%PDF-1.4\nnothing".to_vec(), 0),
        carrier("坏.docx", archive(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document><w:p>")]), 0),
        carrier("认不得.dat", b"\x01\x02\x03\x04\x05".to_vec(), 0),
        carrier("乱码.txt", b"abc \xFF\xFF\xFF\xFF\x80".to_vec(), 0),
    ]
}
