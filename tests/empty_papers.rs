//! Papers without words: nothing is made of them, or of a scanned paper its pictures, and it is said what to do.

use snapbox::str;

use crate::support::word::{docx, p};
use crate::support::{Project, assert_snapshot};

/// A picture as Word holds it, a scanned page.
const SCAN: &str = "<w:p><w:r><w:drawing><wp:inline><wp:docPr descr=\"\"/><a:blip r:embed=\"image1\"/></wp:inline></w:drawing></w:r></w:p>";

/// A GIF of one pixel, which is text but for its first bytes.
const GIF: &str = "GIF89a\u{1}\0\u{1}\0\0\0\0,\0\0\0\0\u{1}\0\u{1}\0\0\u{2}\u{2}D\u{1}\0;";

/// Everything that an import of a file prints, findings first, and its exit code.
fn import(name: &str, bytes: &[u8], arguments: &[&str]) -> String {
    let project = Project::empty();
    project.write(name, bytes);
    let run = project.run(&[&["import", name], arguments].concat());
    format!("{}{}→ {}\n", run.stderr(), run.stdout(), run.code())
}

/// A Word document of a body; its picture is the scan.
fn word(body: &str) -> Vec<u8> {
    docx(body, &[("word/media/image1.gif", GIF)])
}

fn page(body: &str) -> Vec<u8> {
    format!(
        "<html><head><meta charset=utf-8></head><body><div>首页 政务公开</div><div id=zoom>{body}</div><div>主办：某县人民政府办公室</div></body></html>"
    )
    .into_bytes()
}

#[test]
fn a_file_without_words_is_refused() {
    let cell = "<w:tc><w:p/></w:tc>";
    let table = format!("<w:tbl><w:tr>{cell}{cell}</w:tr><w:tr>{cell}{cell}</w:tr></w:tbl>");
    let deleted = "<w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>";
    let refused = import("空.docx", &word("<w:p/>"), &[]);
    assert_snapshot!(
        &refused,
        str![[r#"
错误[I070]: 这个文件里没有读到正文的文字
--> 空.docx
 |
建议: 打开原件核对：文字在页眉页脚、批注里，或者是隐藏、修订中删除的，改到正文里；网页要等一会儿才显示正文的，把正文复制到 Word 文档里；打开也是空的，请重新索取

共 1 处错误，0 处警告，0 处提示
→ 1

"#]]
    );
    for (name, bytes) in [
        ("空.docx", word("")),
        ("空.docx", word(&table)),
        ("空.docx", word(deleted)),
        ("空.html", page("")),
        ("空.html", page("<p>&nbsp;</p><script>load('/text/1.json')</script>")),
        ("空.txt", "\u{feff}  \r\n　".into()),
    ] {
        assert_eq!(import(name, &bytes, &[]), refused.replace("空.docx", name));
    }
    assert_snapshot!(
        import("empty.docx", &word("<w:p/>"), &["--lang", "en"]),
        str![[r#"
error[I070]: no words of a paper were found in this file
--> empty.docx
 |
help: open the original: move words out of headers, footers and comments, unhide them, reject their deletion; copy the text of a page that shows it only after a while into a Word document; ask for the file again where it is empty

1 error, 0 warnings, 0 notes
→ 1

"#]]
    );
}

/// `check` and `new` read papers, too.
#[test]
fn other_commands_refuse_it_as_well() {
    let project = Project::empty();
    project.write("空.docx", word("<w:p/>"));
    for arguments in [&["check", "空.docx"][..], &["new", "新", "--from", "空.docx"]] {
        let run = project.run(arguments);
        let printed = run.stdout() + &run.stderr();
        assert!(printed.contains("这个文件里没有读到正文的文字"), "{printed}");
        assert_eq!(run.code(), 1);
    }
    assert!(!project.path("新").exists());
}

/// The pictures of a scanned paper are written: a map or a chart is published as one. Its words are not read.
#[test]
fn a_scanned_paper_is_told() {
    assert_snapshot!(
        import("扫描.docx", &word(&SCAN.repeat(2)), &[]),
        str![[r#"
警告[I088]: 没有找到标题
 --> 扫描.docx:1:1
  |
1 | 〔图片：image1.gif〕
  | ^^^^^^^^^^^^^^^^^^^^
  |
建议: 在 notice.md 的“标题”中填写；正文里若有标题，从正文中删去

警告[I088]: 没有找到成文日期
 --> 扫描.docx:1:1
  |
1 | 〔图片：image1.gif〕
  | ^^^^^^^^^^^^^^^^^^^^
  |
建议: 在 notice.md 的“成文日期”中填写；署名若留在正文末尾，从正文中删去

警告[I104]: 正文里只有图片，没有文字：图片里的字读不出来
 --> 扫描.docx:1:1
  |
1 | 〔图片：image1.gif〕
  | ^^^^^^^^^^^^^^^^^^^^
  |
建议: 是扫描件的，索取原来的 Word 文件；没有的，在 WPS 中用“图片转文字”识别，逐字核对后再导入。要公开的就是图片的（图解、地图），写上标题，在每张图片的 [ ] 里写明图上的内容

共 0 处错误，3 处警告，0 处提示
# ===== notice.md =====
---
# 成文日期: 年-月-日 # 原件上没有读到，请填写
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---

![](files/image1.gif)

![](files/image1.gif)

# ===== files/image1.gif =====
GIF89a,D;

→ 0

"#]]
    );
    assert_snapshot!(
        import("scan.docx", &word(SCAN), &["--lang", "en"]),
        str![[r#"
warning[I088]: no title was found
 --> scan.docx:1:1
  |
1 | 〔图片：image1.gif〕
  | ^^^^^^^^^^^^^^^^^^^^
  |
help: write it behind 标题 in notice.md, and delete it from the body if it is there

warning[I088]: no date of the paper was found
 --> scan.docx:1:1
  |
1 | 〔图片：image1.gif〕
  | ^^^^^^^^^^^^^^^^^^^^
  |
help: write it behind 成文日期 in notice.md; if the signature stayed at the end of the body, delete it there

warning[I104]: the body holds pictures and no words: words in pictures cannot be read
 --> scan.docx:1:1
  |
1 | 〔图片：image1.gif〕
  | ^^^^^^^^^^^^^^^^^^^^
  |
help: for a scanned paper ask for its Word file; without that, have WPS recognise the text (图片转文字, OCR), compare every word and import again. Where the pictures are what is to be published, such as a map, write a title, and between the [ ] of each picture what it shows

0 errors, 3 warnings, 0 notes
# ===== notice.md =====
---
# 成文日期: 年-月-日 # 原件上没有读到，请填写
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---

![](files/image1.gif)

# ===== files/image1.gif =====
GIF89a,D;

→ 0

"#]]
    );
    let titled = [&p("某县教育局关于招生的通告"), SCAN].concat();
    assert_snapshot!(
        import("扫描.docx", &word(&titled), &[]),
        str![[r#"
提示[I085]: 这里认作标题
 --> 扫描.docx:1:1
  |
1 | 某县教育局关于招生的通告
  | ^^^^^^^^^^^^^^^^^^^^^^^^

警告[I088]: 没有找到成文日期
 --> 扫描.docx:2:1
  |
2 | 〔图片：image1.gif〕
  | ^^^^^^^^^^^^^^^^^^^^
  |
建议: 在 notice.md 的“成文日期”中填写；署名若留在正文末尾，从正文中删去

警告[I104]: 正文里只有图片，没有文字：图片里的字读不出来
 --> 扫描.docx:2:1
  |
2 | 〔图片：image1.gif〕
  | ^^^^^^^^^^^^^^^^^^^^
  |
建议: 是扫描件的，索取原来的 Word 文件；没有的，在 WPS 中用“图片转文字”识别，逐字核对后再导入。要公开的就是图片的（图解、地图），写上标题，在每张图片的 [ ] 里写明图上的内容

共 0 处错误，2 处警告，1 处提示
# ===== notice.md =====
---
标题: 关于招生的通告
发文机关: 某县教育局
# 成文日期: 年-月-日 # 原件上没有读到，请填写
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---

![](files/image1.gif)

# ===== files/image1.gif =====
GIF89a,D;

→ 0

"#]]
    );
}

#[test]
fn a_page_with_a_picture_only_is_told() {
    assert_snapshot!(
        import("图解.html", &page("<p><img src='tu_files/1.png' alt='办事流程'></p>"), &[]),
        str![[r#"
警告[I088]: 没有找到标题
 --> 图解.html:1:1
  |
1 | 〔图片：1.png〕
  | ^^^^^^^^^^^^^^^
  |
建议: 在 notice.md 的“标题”中填写；正文里若有标题，从正文中删去

警告[I088]: 没有找到成文日期
 --> 图解.html:1:1
  |
1 | 〔图片：1.png〕
  | ^^^^^^^^^^^^^^^
  |
建议: 在 notice.md 的“成文日期”中填写；署名若留在正文末尾，从正文中删去

提示[I090]: 网页上正文以外的2处文字没有导入：首页 政务公开；主办：某县人民政府办公室
 --> 图解.html:1:1
  |
1 | 〔图片：1.png〕
  | ^^^^^^^^^^^^^^^
  |
建议: 其中有公文文字的，写进 notice.md

警告[I098]: 图片“1.png”不在这个文件里，没有导入
 --> 图解.html:1:1
  |
1 | 〔图片：1.png〕
  | ^^^^^^^^^^^^^^^
  |
建议: 需要的，另存到 files 文件夹，在正文里写成 ![说明](files/文件名)

警告[I104]: 正文里只有图片，没有文字：图片里的字读不出来
 --> 图解.html:1:1
  |
1 | 〔图片：1.png〕
  | ^^^^^^^^^^^^^^^
  |
建议: 是扫描件的，索取原来的 Word 文件；没有的，在 WPS 中用“图片转文字”识别，逐字核对后再导入。要公开的就是图片的（图解、地图），写上标题，在每张图片的 [ ] 里写明图上的内容

共 0 处错误，4 处警告，1 处提示
---
# 成文日期: 年-月-日 # 原件上没有读到，请填写
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---
→ 0

"#]]
    );
}

#[test]
fn a_title_alone_is_told() {
    assert_snapshot!(
        import("标题.docx", &word(&p("某县教育局关于招生的通告")), &[]),
        str![[r#"
提示[I085]: 这里认作标题
 --> 标题.docx:1:1
  |
1 | 某县教育局关于招生的通告
  | ^^^^^^^^^^^^^^^^^^^^^^^^

警告[I088]: 没有找到成文日期
 --> 标题.docx:1:1
  |
1 | 某县教育局关于招生的通告
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 在 notice.md 的“成文日期”中填写；署名若留在正文末尾，从正文中删去

警告[I088]: 没有找到正文
 --> 标题.docx:1:1
  |
1 | 某县教育局关于招生的通告
  | ^^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 打开原件核对；有正文的，写进 notice.md

共 0 处错误，2 处警告，1 处提示
---
标题: 关于招生的通告
发文机关: 某县教育局
# 成文日期: 年-月-日 # 原件上没有读到，请填写
# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写
---
→ 0

"#]]
    );
    // A list of attachments may stand for the body.
    let listed = [p("某县教育局关于招生的通告"), p("附件：招生计划")].concat();
    assert!(!import("附件.docx", &word(&listed), &[]).contains("没有找到正文"));
}
