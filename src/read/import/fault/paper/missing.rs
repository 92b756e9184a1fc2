//! About parts that every paper has, and that were not found.

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::import::codes::{PART_MISSING, PICTURES_ONLY};
use crate::source::Span;

/// A paper without a title.
pub fn no_title(span: Span) -> Diagnostic {
    let message = message!("没有找到标题", "no title was found");
    Diagnostic::new(&PART_MISSING, span, message).help(message!(
        "在 notice.md 的“标题”中填写；正文里若有标题，从正文中删去",
        "write it behind 标题 in notice.md, and delete it from the body if it is there"
    ))
}

/// A paper without a date.
pub fn no_date(span: Span) -> Diagnostic {
    let message = message!("没有找到成文日期", "no date of the paper was found");
    Diagnostic::new(&PART_MISSING, span, message).help(message!(
        "在 notice.md 的“成文日期”中填写；署名若留在正文末尾，从正文中删去",
        "write it behind 成文日期 in notice.md; if the signature stayed at the end of the body, delete it there"
    ))
}

/// A paper whose date is no day, or does not stand where dates do.
pub fn no_such_date(span: Span, text: &str) -> Diagnostic {
    let message = message!(
        "没有找到成文日期；“{text}”照写在正文里，没有认作成文日期：没有这一天，或者不在署名下面",
        "no date of the paper was found; {text:?} stays in the body and was not taken for it: there is no such day, or it does not stand below the signature"
    );
    Diagnostic::new(&PART_MISSING, span, message).help(message!(
        "核对日期，在 notice.md 的“成文日期”中填写；署名、日期留在正文里的，从正文中删去",
        "check the date and write it behind 成文日期 in notice.md; if signature and date stayed in the body, delete them there"
    ))
}

/// A paper whose date has no signature above it.
pub fn no_signature(span: Span) -> Diagnostic {
    let message = message!("成文日期上面没有找到署名", "no signature was found above the date");
    Diagnostic::new(&PART_MISSING, span, message).help(message!(
        "核对 notice.md 的“发文机关”；署名若留在正文末尾，从正文中删去",
        "check 发文机关 in notice.md; if the signature stayed at the end of the body, delete it there"
    ))
}

/// A paper with nothing below its title.
pub fn no_body(span: Span) -> Diagnostic {
    let message = message!("没有找到正文", "no body was found");
    Diagnostic::new(&PART_MISSING, span, message).help(message!(
        "打开原件核对；有正文的，写进 notice.md",
        "open the original, and write its body into notice.md where it has one"
    ))
}

/// A paper whose body is nothing but pictures, as that of a scanned one.
pub fn pictures_only(span: Span) -> Diagnostic {
    let message = message!(
        "正文里只有图片，没有文字：图片里的字读不出来",
        "the body holds pictures and no words: words in pictures cannot be read"
    );
    Diagnostic::new(&PICTURES_ONLY, span, message).help(message!(
        "是扫描件的，索取原来的 Word 文件；没有的，在 WPS 中用“图片转文字”识别，逐字核对后再导入。要公开的就是图片的（图解、地图），写上标题，在每张图片的 [ ] 里写明图上的内容",
        "for a scanned paper ask for its Word file; without that, have WPS recognise the text (图片转文字, OCR), compare every word and import again. Where the pictures are what is to be published, such as a map, write a title, and between the [ ] of each picture what it shows"
    ))
}
