//! Words on a page outside of the element of the paper: attachments behind it, and what the page says itself.

use std::collections::BTreeMap;

use crate::read::document::page::chunks::is_table_of_fields;
use crate::read::document::page::sizes::Sizes;
use crate::read::document::page::tree::Page;
use crate::text::space::behind_word;

/// The longest words of an element that is no more than the label or title of an attachment, in characters.
const TITLE: usize = 60;

/// The least words beside links of an element that holds an attachment, in characters.
const LEAST: usize = 10;

/// The largest elements that hold none of some elements, in order.
fn pieces(page: &Page, inner: &[usize]) -> Vec<usize> {
    let (mut pieces, mut at) = (Vec::new(), 0);
    while let Some(node) = page.nodes.get(at) {
        let is_inner = inner.contains(&at);
        if !is_inner && (at == 0 || inner.iter().any(|inner| (at..node.end).contains(inner))) {
            at += 1;
            continue;
        }
        if !is_inner && node.name != "head" && !node.is_hidden() && !page.text(at).trim().is_empty() {
            pieces.push(at);
        }
        at = node.end;
    }
    pieces
}

/// The elements behind the paper that are its attachments: those that begin with 附件, and what follows a label alone.
pub fn attached(page: &Page, sizes: &Sizes, articles: &[usize], headline: Option<usize>) -> Vec<usize> {
    let Some(end) = articles.last().map(|last| page.nodes[*last].end) else { return Vec::new() };
    if articles.contains(&0) {
        return Vec::new();
    }
    let inner: Vec<usize> = articles.iter().copied().chain(headline).collect();
    let (mut all, mut open) = (Vec::new(), None);
    for at in pieces(page, &inner).into_iter().filter(|at| *at >= end) {
        let text = page.text(at);
        let is_long = sizes.text(page, at) > TITLE || text.contains('\n');
        let begins = begins_attachment(&text) && holds_attachment(page, sizes, at);
        let goes_on = open == Some(page.nodes[at].parent);
        if is_of_page(page, sizes, at) || !(begins || goes_on) {
            open = None;
            continue;
        }
        all.push(at);
        if begins {
            open = Some(page.nodes[at].parent).filter(|_| !is_long);
        }
    }
    all
}

/// Whether words begin with 附件 or 附件1, and not with another word such as 附件下载.
pub fn begins_attachment(text: &str) -> bool {
    let text = text.trim_start();
    let Some(rest) = behind_word(text, "附件").or_else(|| behind_word(text, "附表")) else {
        return false;
    };
    let is_number = |c: char| c.is_numeric() || "一二三四五六七八九十".contains(c);
    let behind = rest.trim_start_matches(is_number);
    let ends = |c: char| c.is_whitespace() || "：:.．、".contains(c);
    behind.is_empty()
        || behind.starts_with(ends)
        || behind.len() < rest.len() && !behind.starts_with(is_number)
}

/// Whether an element has more than the links to attachments.
fn holds_attachment(page: &Page, sizes: &Sizes, at: usize) -> bool {
    let has_table = page.nodes[at..page.nodes[at].end].iter().any(|node| node.name == "table");
    has_table || sizes.linked(page, at) == 0 || sizes.text(page, at) > LEAST
}

/// Whether an element is one of the page around the paper: its name, its words or its many links say so.
fn is_of_page(page: &Page, sizes: &Sizes, at: usize) -> bool {
    const NAMES: [&str; 9] =
        ["foot", "nav", "share", "copyright", "relat", "crumb", "prev", "next", "sidebar"];
    const STARTS: [&str; 22] = [
        "上一",
        "下一",
        "相关",
        "责任编辑",
        "编辑",
        "审核",
        "初审",
        "终审",
        "来源",
        "信息来源",
        "分享",
        "打印",
        "【打印",
        "关闭",
        "【关闭",
        "扫一扫",
        "附件下载",
        "主办",
        "承办",
        "当前位置",
        "版权",
        "网站",
    ];
    let node = &page.nodes[at];
    let names = [node.get("id"), node.get("class"), Some(node.name.as_str())].into_iter().flatten();
    let is_named =
        names.map(str::to_ascii_lowercase).any(|name| NAMES.iter().any(|part| name.contains(part)));
    let text = page.text(at);
    let is_said = STARTS.iter().any(|start| text.trim_start().starts_with(start));
    is_named || is_said || sizes.linked(page, at) > sizes.text(page, at)
}

/// Words outside of the paper that are no fields: a text for each of the largest elements without a part of the paper.
pub fn words(page: &Page, inner: &[usize], rest: &[(usize, &str)]) -> Vec<String> {
    let is_whole = inner.first() == Some(&0);
    // Looked at once each: a table may have thousands of texts.
    let mut of_fields: BTreeMap<usize, bool> = BTreeMap::new();
    let mut is_inside = |at: usize| {
        let is_part = inner.iter().any(|part| (*part..page.nodes[*part].end).contains(&at));
        let table = if is_part { page.around(at, &["table"]) } else { None };
        is_part
            && !table.is_some_and(|table| {
                *of_fields.entry(table).or_insert_with(|| is_table_of_fields(page, table))
            })
    };
    let pieces = if is_whole { Vec::new() } else { pieces(page, inner) };
    let mut all: Vec<(Option<usize>, String)> = Vec::new();
    for (at, text) in rest {
        if is_inside(*at) {
            continue;
        }
        let piece = pieces[..pieces.partition_point(|piece| piece <= at)].last().copied();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match all.last_mut().filter(|(last, _)| *last == piece) {
            Some((_, words)) => {
                words.push(' ');
                words.push_str(&text);
            }
            None => all.push((piece, text)),
        }
    }
    all.into_iter().map(|(_, words)| words).collect()
}
