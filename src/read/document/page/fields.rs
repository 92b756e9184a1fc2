//! Labels and values of a page: its meta tags, and the block that portals show with every paper (基本信息).

use crate::read::document::page::tree::{Page, is_block};
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

/// Labels of the block of a portal, and of the line below a title.
const LABELS: [&str; 62] = [
    "索引号",
    "统一登记号",
    "发布机构",
    "发文机关",
    "发文机构",
    "发文单位",
    "发布单位",
    "制发机关",
    "制发单位",
    "公开主体",
    "公开责任部门",
    "责任部门",
    "信息来源",
    "文章来源",
    "来源",
    "成文日期",
    "生成日期",
    "成文时间",
    "发文日期",
    "发布日期",
    "发布时间",
    "公开日期",
    "公布日期",
    "印发日期",
    "实施日期",
    "生效日期",
    "废止日期",
    "失效日期",
    "文号",
    "发文字号",
    "文件编号",
    "标题",
    "名称",
    "信息名称",
    "文件名称",
    "主题分类",
    "分类",
    "主题词",
    "关键词",
    "体裁分类",
    "体裁",
    "组配分类",
    "服务对象",
    "服务对象分类",
    "有效性",
    "时效性",
    "时效",
    "效力状态",
    "是否有效",
    "公开方式",
    "公开范围",
    "公开时限",
    "公开形式",
    "公开依据",
    "公开层级",
    "公开层级1",
    "公开层级2",
    "公开渠道和载体",
    "内容概述",
    "所属领域",
    "一级事项",
    "二级事项",
];

/// The most fields that are kept.
const MOST: usize = 200;
/// The longest label, in characters, with spaces between its letters.
const LONGEST: usize = 24;

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

/// A text outside of the paper, and the block in which it stands.
struct Chunk<'p> {
    text: &'p str,
    /// The nodes of the element around it.
    parent: std::ops::Range<usize>,
    at: usize,
    block: usize,
    line: u32,
}

/// The fields of the block, outside of the paper.
pub fn block(page: &Page, articles: &[usize]) -> Vec<Field> {
    let chunks = chunks(page, articles);
    let (mut fields, mut at) = (Vec::new(), 0);
    while let Some(chunk) = chunks.get(at).filter(|_| fields.len() < MOST) {
        at += 1;
        let Some((label, mut value)) = label(chunk.text) else { continue };
        let is_alone = value.is_none();
        let mut home = chunk.block;
        let mut words = value.take().unwrap_or_default().trim().to_owned();
        // A value that stands with its label ends with the element around both.
        let most = if words.is_empty() { 0..usize::MAX } else { chunk.parent.clone() };
        while let Some(next) = chunks.get(at).filter(|next| self::label(next.text).is_none()) {
            // A value of its own cell follows its label; a value that has begun goes on in its own block only.
            if words.is_empty() && next.block != home && !follows(page, home, next.block, is_alone) {
                break;
            }
            let is_other = next.block != home || !most.contains(&next.at) || next.text.contains('：');
            if !words.is_empty() && is_other {
                break;
            }
            (home, at) = (next.block, at + 1);
            words.push_str(next.text.trim());
        }
        if !words.is_empty() {
            let words = words.replace('\u{A0}', " ");
            fields.push(Field { label, value: words.trim().to_owned(), place: Place::Line(chunk.line) });
        }
    }
    fields
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

fn chunks<'p>(page: &'p Page, articles: &[usize]) -> Vec<Chunk<'p>> {
    let (mut chunks, mut at, mut article_end) = (Vec::new(), 0, 0);
    while let Some(node) = page.nodes.get(at) {
        let is_control = ["button", "head", "select"].contains(&node.name.as_str());
        if is_control || node.is_hidden() {
            at = node.end;
            continue;
        }
        if at > 0 && articles.contains(&at) {
            article_end = article_end.max(node.end);
        }
        if at < article_end && is_table_of_fields(page, at) {
            // Some portals have the block within the element of the paper.
            let inside = chunks_of(page, at, node.end);
            chunks.extend(inside);
            at = node.end;
            continue;
        }
        if at >= article_end {
            chunks.extend(chunk(page, at));
        }
        at += 1;
    }
    chunks
}

/// Whether an element is a table whose cells are the labels and values of the block.
pub fn is_table_of_fields(page: &Page, at: usize) -> bool {
    let node = &page.nodes[at];
    if node.name != "table" {
        return false;
    }
    let (mut cells, mut labels, mut rows, mut is_new_row) = (0, 0, 0, false);
    let mut inside = at + 1;
    while inside < node.end {
        let node = &page.nodes[inside];
        match node.name.as_str() {
            // Tables within are looked at by themselves.
            "table" => {
                inside = node.end;
                continue;
            }
            "tr" => is_new_row = true,
            "td" | "th" => cells += 1,
            "" if label(&node.text).is_some() => {
                labels += 1;
                rows += usize::from(std::mem::take(&mut is_new_row));
            }
            _ => {}
        }
        inside += 1;
    }
    // In one row they may be the head of a table of the paper.
    labels >= 3 && labels * 3 >= cells && rows >= 2
}

fn chunks_of(page: &Page, from: usize, to: usize) -> Vec<Chunk<'_>> {
    (from..to).filter_map(|at| chunk(page, at)).collect()
}

/// The text of a node, if it has any.
fn chunk(page: &Page, at: usize) -> Option<Chunk<'_>> {
    let node = &page.nodes[at];
    if node.text.trim().is_empty() {
        return None;
    }
    let mut block = node.parent;
    while block > 0 && !is_block(&page.nodes[block].name) {
        block = page.nodes[block].parent;
    }
    let parent = node.parent..page.nodes[node.parent].end;
    Some(Chunk { text: &node.text, parent, at, block, line: node.line })
}

/// A label without its spaces and colon, and the value behind the colon; `None` for a value where there is no colon.
fn label(text: &str) -> Option<(String, Option<&str>)> {
    let text = text.trim().trim_start_matches(['[', '【', '•', '·']);
    let (name, value) = match text.split_once(['：', ':']) {
        Some((name, value)) => (name, Some(value)),
        None => (text, None),
    };
    if name.chars().count() > LONGEST {
        return None;
    }
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    let name = name.trim_end_matches([']', '】']);
    LABELS.contains(&name).then(|| (name.to_owned(), value))
}

#[cfg(test)]
mod tests {
    use super::{block, label};
    use crate::read::document::page::tree::Page;

    #[test]
    fn labels_have_spaces() {
        assert_eq!(label(" 索 引 号： 1 "), Some(("索引号".to_owned(), Some(" 1"))));
        assert_eq!(label("文\u{3000}\u{3000}号"), Some(("文号".to_owned(), None)));
        assert_eq!(label("现将有关事项通知如下：一"), None);
    }

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
        ] {
            let page = Page::read(source).unwrap();
            let found: Vec<String> =
                block(&page, &[]).iter().map(|field| format!("{}={}", field.label, field.value)).collect();
            assert_eq!(found.join(" "), fields, "{source}");
        }
    }
}
