//! The findings about joined sites, each message in one place.

use serde_json::error::Category;

use crate::diagnostic::Diagnostic;
use crate::message;
use crate::read::joined::codes::{
    BROKEN_LIST, EXAMPLE_SITE, LEADS_OUTSIDE, NO_SITE, OUTPUT_IN_SITE, SAME_SITE, TOO_MUCH, UNNAMED_SITE,
};
use crate::source::Span;

/// Reasons why an entry of a list is not joined.
#[derive(Clone, Copy)]
pub enum Wrong {
    /// A text that cannot be shown.
    Text,
    /// A day that is none.
    Day,
    /// 网址 of a site that is no web address.
    Address,
    /// An address out of the site.
    Outside,
    /// A page that does not exist.
    Missing,
}

/// A folder that is no published site.
pub fn no_site(place: Span) -> Diagnostic {
    let message = message!(
        "这里没有 data/index.json，不是生成的网站",
        "there is no data/index.json here: it is not a built site"
    );
    Diagnostic::new(&NO_SITE, place, message).help(message!(
        "写生成结果中 site 文件夹的路径，例如 某局/output/site；没有 data/index.json 的，用 gongkai build 重新生成，不要只生成几种文件",
        "name the folder site of a build, such as bureau/output/site; if it has no data/index.json, build it again, with all formats"
    ))
}

/// JSON that cannot be read.
pub fn broken(place: Span, wrong: &serde_json::Error) -> Diagnostic {
    let words = wrong.to_string();
    let words = words.split(" at line ").next().unwrap_or_default();
    let missing = words.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
    let zh = match (missing, wrong.classify()) {
        (Some(field), _) => format!("缺少“{field}”"),
        (None, Category::Eof) => "没有写完".to_owned(),
        (None, Category::Data) => "这一项的内容不是应有的种类".to_owned(),
        (None, Category::Io | Category::Syntax) => "不是正确的 JSON".to_owned(),
    };
    let message = message!("网站数据的写法不对：{zh}", "the data of the site is wrong: {words}");
    Diagnostic::new(&BROKEN_LIST, place, message).help(again())
}

/// Bytes that are not UTF-8.
pub fn no_text(place: Span) -> Diagnostic {
    let message = message!("网站数据不是 UTF-8 文本", "the data of the site is no text in UTF-8");
    Diagnostic::new(&BROKEN_LIST, place, message).help(again())
}

/// A value in a list.
pub fn entry(place: Span, wrong: Wrong, value: &str) -> Diagnostic {
    match wrong {
        Wrong::Text => Diagnostic::new(
            &BROKEN_LIST,
            place,
            message!("这项内容是空的、太长，或者有控制字符", "this text is blank, too long or has a control character"),
        )
        .help(again()),
        Wrong::Day => {
            let message = message!("“{value}”不是日期", "{value:?} is not a day");
            Diagnostic::new(&BROKEN_LIST, place, message).help(again())
        }
        Wrong::Address => {
            let message = message!("“{value}”不是网址", "{value:?} is no web address");
            Diagnostic::new(&BROKEN_LIST, place, message).help(again())
        }
        Wrong::Outside => Diagnostic::new(
            &LEADS_OUTSIDE,
            place,
            message!("“{value}”不在这个网站里", "{value:?} is not in this site"),
        )
        .help(message!(
            "核对这个网站的“域名”，重新生成；不是 gongkai 写的数据，改为本网站里的地址",
            "check 域名 of that site and build it again; data of another origin must name addresses of its own site"
        )),
        Wrong::Missing => {
            Diagnostic::new(&LEADS_OUTSIDE, place, message!("没有“{value}”这个网页", "there is no page {value:?}"))
                .help(message!(
                    "把这个网站的文件复制完整，或者重新生成；网站放在别处的，在它的 site.yaml 里写“域名”",
                    "copy the whole site, or build it again; if it is published elsewhere, set 域名 in its site.yaml"
                ))
        }
    }
}

/// A folder that is named twice.
pub fn same_folder(place: Span, first: Span) -> Diagnostic {
    Diagnostic::new(&SAME_SITE, place, message!("同一个文件夹写了两次", "the same folder is named twice"))
        .label(first, message!("先写的在这里", "first named here"))
        .help(message!("删去重复的一个", "leave one of them out"))
}

/// Two sites of one name.
pub fn same_name(place: Span, first: Span, name: &str) -> Diagnostic {
    let message = message!(
        "有两个网站都叫“{name}”，分不清是哪个单位",
        "two sites are called {name:?}: nobody can tell them apart"
    );
    Diagnostic::new(&SAME_SITE, place, message)
        .label(first, message!("另一个在这里", "the other one is here"))
        .help(message!(
            "是同一个网站的，删去一个；不是的，在 site.yaml 的“名称”里写全称，重新生成",
            "leave one out if they are one site; else write the full name in 名称 of site.yaml and build again"
        ))
}

/// An output folder that overlaps with a site.
pub fn output_in_site(place: Span) -> Diagnostic {
    let message = message!(
        "输出文件夹和这个网站重叠，会弄坏它",
        "the output folder overlaps with this site and would spoil it"
    );
    Diagnostic::new(&OUTPUT_IN_SITE, place, message)
        .help(message!("用 --output 写一个别处的文件夹", "name a folder elsewhere with --output"))
}

/// An output folder that holds the build of a bureau.
pub fn output_of_build(place: Span) -> Diagnostic {
    let message = message!(
        "输出文件夹里是一个单位的网站，会被删去",
        "the output folder holds the site of a bureau, which would be removed"
    );
    Diagnostic::new(&OUTPUT_IN_SITE, place, message)
        .help(message!("用 --output 写一个别处的文件夹", "name a folder elsewhere with --output"))
}

/// A site on another disk, without an address of its own.
pub fn no_way(place: Span) -> Diagnostic {
    let message = message!(
        "从输出文件夹到这个网站没有相对路径",
        "no relative path leads from the output folder to this site"
    );
    Diagnostic::new(&LEADS_OUTSIDE, place, message).help(message!(
        "在它的 site.yaml 里写“域名”并重新生成，或者把它和输出文件夹放在同一个磁盘上",
        "set 域名 in its site.yaml and build it again, or keep both on one disk"
    ))
}

/// A site without `data/site.json`.
pub fn unnamed(place: Span, name: &str) -> Diagnostic {
    let message = message!(
        "没有 data/site.json，单位名称用文件夹的名称“{name}”",
        "without data/site.json, the site is called {name:?} after its folder"
    );
    Diagnostic::new(&UNNAMED_SITE, place, message)
        .help(message!("用新版的 gongkai 重新生成这个网站", "build that site again with a current gongkai"))
}

/// A site that is an example.
pub fn example(place: Span, name: &str) -> Diagnostic {
    let message = message!("“{name}”整个网站都是示例", "the whole site {name:?} is an example");
    Diagnostic::new(&EXAMPLE_SITE, place, message).help(message!(
        "正式汇总时不要写它；其中的每一项都标明“示例”",
        "leave it out of what is published; each of its notices is marked 示例"
    ))
}

/// Too many sites.
pub fn too_many_sites(place: Span, most: usize) -> Diagnostic {
    let message = message!("网站超过 {most} 个", "there are more than {most} sites");
    Diagnostic::new(&TOO_MUCH, place, message).help(divided())
}

/// Too many notices.
pub fn too_many_notices(place: Span, most: usize) -> Diagnostic {
    let message =
        message!("各网站的公开事项合计超过 {most} 项", "the sites have more than {most} notices together");
    Diagnostic::new(&TOO_MUCH, place, message).help(divided())
}

/// Lists that are too long.
pub fn too_long(place: Span, most: usize) -> Diagnostic {
    let message =
        message!("各网站的数据合计超过 {most} MiB", "the data of the sites has more than {most} MiB");
    Diagnostic::new(&TOO_MUCH, place, message).help(divided())
}

fn again() -> crate::text::message::Message {
    message!(
        "用 gongkai build 重新生成这个网站，不要手工改 data 文件夹",
        "build that site again; do not edit its folder data by hand"
    )
}

fn divided() -> crate::text::message::Message {
    message!("分成几次汇总，例如每个市州一次", "join them in several parts, such as one for each city")
}
