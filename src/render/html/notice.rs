//! 公开事项: the page of one notice.

use std::borrow::Cow;

use crate::error::Error;
use crate::model::disclosure::{Disclosure, Level, Value};
use crate::model::notice::{Attachment, AttachmentKind, Notice, attachment_anchor};
use crate::render::html::view::{AttachmentView, Download, FieldView, NoticeView};
use crate::render::html::{markdown, page as common, table};
use crate::render::{Edition, routes};
use crate::source::Located;
use crate::text::{date, link};

/// Fields of 基本信息 that stand side by side, as the published pages have them.
const SIDE_BY_SIDE: [(&str, &str); 2] = [("一级事项", "二级事项"), ("公开时限", "公开方式")];

/// The page of a notice.
pub fn page(edition: &Edition<'_>, notice: &Notice) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let here = routes::notice(notice);
    let trail = project.trail(notice.column);
    let text = |text: &Option<Located<String>>| text.as_ref().map(|text| text.value.clone());
    let (number, addressee) = (text(&notice.number), text(&notice.addressee));
    let view = NoticeView {
        page: common(project, &here, &notice.title.value, &trail),
        issuer: &notice.issuer.value,
        title: &notice.title.value,
        number: number.as_deref(),
        addressee: addressee.as_deref(),
        published: notice.published.value.to_string(),
        body: markdown::html(&notice.body.value, notice),
        inline: notice
            .inline
            .as_ref()
            .map(|table| download(&here, &routes::workbook(notice), &table.name.value)),
        dated: date::chinese(notice.dated.value),
        attachments: attachments(notice, &here),
        disclosure: disclosure_rows(&notice.disclosure),
    };
    edition.theme.page("notice.html", &view)
}

fn attachments<'n>(notice: &'n Notice, here: &str) -> Vec<AttachmentView<'n>> {
    let several = notice.attachments.len() > 1;
    let view = |(i, attachment): (usize, &'n Attachment)| {
        let n = i + 1;
        let name = attachment.name.value.as_str();
        let (table, paper, download) = match &attachment.kind {
            AttachmentKind::Table(table) => {
                (Some(table::view(table)), None, Some(download(here, &routes::workbook(notice), name)))
            }
            AttachmentKind::Paper(text) => (None, Some(markdown::html(&text.value, notice)), None),
            AttachmentKind::File(file) => (None, None, Some(download(here, &routes::file(file), name))),
        };
        AttachmentView {
            label: notice.attachment_label(i),
            mark: if several { format!("{n}. ") } else { String::new() },
            name,
            anchor: attachment_anchor(i),
            table,
            paper,
            download,
        }
    };
    notice.attachments.iter().enumerate().map(view).collect()
}

/// A file under its address, saved under the attachment's name.
fn download(here: &str, path: &str, name: &str) -> Download {
    let ending =
        path.rsplit('/').next().and_then(|file| file.rsplit_once('.')).map_or("", |(_, ending)| ending);
    let storable = |c: char| if r#"\/:*?"<>|"#.contains(c) { '_' } else { c };
    let file_name: String = name.chars().map(storable).collect();
    Download { href: link::relative(here, path), file_name: format!("{file_name}.{ending}") }
}

fn disclosure_rows(disclosure: &Disclosure) -> Vec<Vec<FieldView<'_>>> {
    let mut rows: Vec<Vec<FieldView<'_>>> = Vec::new();
    for field in &disclosure.fields {
        let name = field.name.value.as_str();
        match &field.value {
            Value::Levels(levels) => rows.extend(level_rows(name, levels)),
            Value::Texts(texts) => {
                let texts: Vec<&str> = texts.iter().map(|text| text.value.as_str()).collect();
                let view = FieldView { name: name.into(), value: texts.join("，") };
                match rows.last_mut() {
                    Some(row) if row.len() == 1 && SIDE_BY_SIDE.contains(&(&*row[0].name, name)) => {
                        row.push(view);
                    }
                    _ => rows.push(vec![view]),
                }
            }
        }
    }
    rows
}

/// 公开层级1, 公开层级2 …, each beside its channels.
fn level_rows<'d>(name: &'d str, levels: &'d [Level]) -> impl Iterator<Item = Vec<FieldView<'d>>> {
    let several = levels.len() > 1;
    levels.iter().enumerate().map(move |(i, level)| {
        let name: Cow<'d, str> = if several { format!("{name}{}", i + 1).into() } else { name.into() };
        let channels: Vec<&str> = level.channels.iter().map(|channel| channel.value.as_str()).collect();
        vec![
            FieldView { name, value: level.name.value.clone() },
            FieldView { name: "公开渠道和载体".into(), value: channels.join("，") },
        ]
    })
}
