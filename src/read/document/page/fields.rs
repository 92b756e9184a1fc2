//! Labels and values of a page: its meta tags, and the block that portals show with every paper (基本信息).

use crate::read::document::page::chunks::{Chunk, chunks};
use crate::read::document::page::days::{DAYS, SOURCES, is_day};
use crate::read::document::page::groups::Groups;
use crate::read::document::page::labels::label;
use crate::read::document::page::tree::Page;
use crate::read::document::{Field, Place};

/// Meta tags that portals must have (《政府网站发展指引》附件2), and the usual ones.
const TAGS: [&str; 14] = [
    "sitename",
    "columnname",
    "columntype",
    "articletitle",
    "pubdate",
    "contentsource",
    "keywords",
    "author",
    "description",
    "image",
    "url",
    "publishdate",
    "source",
    "title",
];

/// The most fields that are kept.
const MOST: usize = 200;

/// The fields of meta tags.
pub fn meta(page: &Page) -> Vec<Field> {
    let tags = page.nodes.iter().filter(|node| node.name == "meta");
    let fields = tags.filter_map(|node| {
        let (name, content) = (node.get("name")?, node.get("content")?.trim());
        let is_known = TAGS.contains(&name.to_ascii_lowercase().as_str());
        (is_known && !content.is_empty()).then(|| Field {
            label: name.to_owned(),
            value: content.to_owned(),
            place: Place::Line(node.line),
        })
    });
    fields.take(MOST).collect()
}

/// The title of the window as that of the paper, where it can be one: `关于…的通知_某县人民政府`.
pub fn window_title(page: &Page) -> Option<Field> {
    let (at, node) = page.nodes.iter().enumerate().find(|(_, node)| node.name == "title")?;
    let text = page.text(at);
    let parts = text.split(['_', '|', '—', '-']).map(str::trim);
    let value = parts.into_iter().find(|part| part.contains("关于") && part.contains('的'))?;
    Some(Field { label: "Title".to_owned(), value: value.to_owned(), place: Place::Line(node.line) })
}

/// The fields of the block, outside of the paper, and the other words there with their nodes. Among known labels others
/// are labels, too.
pub fn block<'p>(page: &'p Page, articles: &[usize]) -> (Vec<Field>, Vec<(usize, &'p str)>) {
    let chunks = chunks(page, articles);
    let mut groups = Groups::new(page, articles);
    let known: Vec<usize> = read(&chunks, &groups).0.into_iter().map(|(block, _)| block).collect();
    for block in known {
        groups.add(block);
    }
    let (mut fields, mut rest) = read(&chunks, &groups);
    fields.extend(day(&chunks, &fields, &mut rest));
    let rest = rest.into_iter().map(|chunk| (chunks[chunk].at, chunks[chunk].text));
    (fields.into_iter().map(|(_, field)| field).collect(), rest.collect())
}

/// The only day without a label in the block of 来源, where no other field is that of a day; it is taken out of the rest.
fn day(chunks: &[Chunk<'_>], fields: &[(usize, Field)], rest: &mut Vec<usize>) -> Option<(usize, Field)> {
    let has = |label: &str, labels: &[&str]| labels.contains(&label);
    if fields.iter().any(|(_, field)| has(&field.label, &DAYS)) {
        return None;
    }
    let is_beside =
        |block: usize| fields.iter().any(|(of, field)| *of == block && has(&field.label, &SOURCES));
    let is_one = |at: &usize| is_day(chunks[*at].text) && is_beside(chunks[*at].block);
    let mut days = rest.iter().copied().filter(is_one);
    let (Some(at), None) = (days.next(), days.next()) else { return None };
    rest.retain(|other| *other != at);
    let Chunk { text, block, line, .. } = chunks[at];
    let value = text.trim().to_owned();
    Some((block, Field { label: String::new(), value, place: Place::Line(line) }))
}

/// The fields, each with the block of its label, and the chunks that belong to none.
fn read(chunks: &[Chunk<'_>], groups: &Groups<'_>) -> (Vec<(usize, Field)>, Vec<usize>) {
    let (page, mut fields, mut rest, mut at) = (groups.page, Vec::new(), Vec::new(), 0);
    while let Some(chunk) = chunks.get(at).filter(|_| fields.len() < MOST) {
        at += 1;
        let Some((label, mut value)) = groups.label(chunk) else {
            rest.push(at - 1);
            continue;
        };
        let first = at - 1;
        let is_alone = value.is_none();
        let mut home = chunk.block;
        let mut words = value.take().unwrap_or_default().trim().to_owned();
        // A value that stands with its label ends with the element around both.
        let most = if words.is_empty() { 0..usize::MAX } else { chunk.parent.clone() };
        while let Some(next) = chunks.get(at) {
            // All of the cell behind that of a label is its value.
            let is_first = words.is_empty() && groups.is_next_cell(home, next.block);
            let is_in_cell = !words.is_empty() && groups.is_one_cell(home, next.block, chunk.block);
            let stops = self::label(next.text).is_some() || groups.label(next).is_some();
            if stops && (self::label(next.text).is_some() || !is_first && !is_in_cell) {
                break;
            }
            // A value of its own cell follows its label; a value that has begun goes on in its own block only.
            if words.is_empty() && next.block != home && !follows(page, home, next.block, is_alone) {
                break;
            }
            let is_other = next.block != home || !most.contains(&next.at) || next.text.contains('：');
            if !words.is_empty() && is_other && !is_in_cell {
                break;
            }
            if !words.is_empty() && next.block != home {
                words.push(' ');
            }
            (home, at) = (next.block, at + 1);
            words.push_str(next.text.trim());
        }
        if chunk.text.trim_start().starts_with(['[', '【']) {
            words.truncate(words.trim_end_matches([']', '】']).len());
        }
        if words.is_empty() {
            rest.extend(first..at);
            continue;
        }
        let words = words.replace('\u{A0}', " ");
        let field = Field { label, value: words.trim().to_owned(), place: Place::Line(chunk.line) };
        fields.push((chunk.block, field));
    }
    rest.extend(at..chunks.len());
    (fields, rest)
}

/// Whether a block may hold the value for a label in another: it is the next cell of the row, or what follows `：`.
fn follows(page: &Page, label: usize, value: usize, is_alone: bool) -> bool {
    let row = |block| page.around(block, &["tr", "dl", "li", "ul"]);
    let is_cell = ["td", "th", "dt"].contains(&page.nodes[label].name.as_str());
    match (row(label), row(value)) {
        (Some(one), Some(other)) => one == other && (is_cell || !is_alone),
        _ => !is_alone && page.nodes[label].parent == page.nodes[value].parent,
    }
}

#[cfg(test)]
mod tests {
    use super::block;
    use crate::read::document::page::tree::Page;

    #[test]
    fn values_stand_behind_or_in_the_next_cell() {
        for (source, fields) in [
            (
                "<td><b>索 引 号：</b>0/1</td><td><b>文号：</b></td><td><b>发布机构：</b>市局</td>",
                "索引号=0/1 发布机构=市局",
            ),
            (
                "<tr><th>公开方式</th><td>主动<b>公开</b></td><th>公开依据</th><td>条例</td></tr>",
                "公开方式=主动公开 公开依据=条例",
            ),
            (
                "<div><span>来源：市局</span><span>发布时间：2026-03-02</span></div>",
                "来源=市局 发布时间=2026-03-02",
            ),
            (
                "<ul><li><strong>索引号：</strong><span>1</span></li><li>来源</li><li>其他</li></ul>",
                "索引号=1",
            ),
            ("<p>来源</p><p>正文</p>", ""),
            (
                "<div>来源：县林业局 发布时间：2026-03-02 10:30 浏览次数：23 【字体：大 中 小】</div>",
                "来源=县林业局 发布时间=2026-03-02 10:30 浏览次数=23 字体=大 中 小",
            ),
            (
                "<div>发布时间：<b>2026-03-02</b> 来源：县局　自拟项：值</div><p>其他：不是</p>",
                "发布时间=2026-03-02 来源=县局 自拟项=值",
            ),
            (
                "<table><tr><td>索引号</td><td>1</td><td>自拟项</td><td>电话：2</td></tr>\
                 <tr><td>文号</td><td></td><td>语　种</td><td><p>中文</p><p>附：英文</p></td></tr>\
                 <tr><td>来源</td><td>县局</td><td>空项</td><td></td></tr></table>",
                "索引号=1 自拟项=电话：2 语种=中文 附：英文 来源=县局",
            ),
            (
                "<div><div><p>信息分类：</p><p>林业</p></div><div><p>文号：</p><p>1</p></div>\
                 <div><p>来源：</p><p>县局</p></div></div><div>主办：县政府</div>",
                "信息分类=林业 文号=1 来源=县局",
            ),
        ] {
            let page = Page::read(source).unwrap();
            let found: Vec<String> =
                block(&page, &[]).0.iter().map(|field| format!("{}={}", field.label, field.value)).collect();
            assert_eq!(found.join(" "), fields, "{source}");
        }
    }
}
