//! 公开事项: the page of one notice.

use std::borrow::Cow;

use crate::error::Error;
use crate::model::Project;
use crate::model::attachment::AttachmentId;
use crate::model::disclosure::{Level, Value};
use crate::model::metadata::{BlockPlace, Own, plain};
use crate::model::notice::{Layout, Notice};
use crate::model::related::Related;
use crate::model::validity::Validity;
use crate::render::html::attachments::papers;
use crate::render::html::download::open_data;
use crate::render::html::filters::filters;
use crate::render::html::inline::inlined;
use crate::render::html::page::Page;
use crate::render::html::subject::Subject;
use crate::render::html::view::{AttachmentView, Download, FieldView, NoticeView};
use crate::render::html::words::{Home, Lines};
use crate::render::html::{ledger, qr, words};
use crate::render::publication::Publication;
use crate::render::{Edition, routes};
use crate::source::Located;
use crate::text::placeholder::EXAMPLE_LINE;
use crate::text::{date, link};

/// Pairs of fields of 基本信息 in one row, as on the published pages.
const SIDE_BY_SIDE: [(&str, &str); 2] = [("一级事项", "二级事项"), ("公开时限", "公开方式")];

/// Fields with a row of their own in the site's block.
const LONG: [Own; 3] = [Own::Title, Own::Summary, Own::Trail];

/// The page of a notice.
pub fn page(edition: &Edition<'_>, publication: &Publication<'_>) -> Result<Vec<u8>, Error> {
    let notice = publication.notice;
    let (here, title) = (routes::notice(notice), notice.title.value.as_str());
    let page = Page::new(edition.project, &here, title, &Subject::Notice(notice));
    edition.theme.page("notice.html", &page, &view(edition, publication, |_, _| {})?)
}

/// The content alone, with inline styles, for pasting into a portal's editor. With 域名, links are absolute.
pub fn fragment(edition: &Edition<'_>, publication: &Publication<'_>) -> Result<Vec<u8>, Error> {
    let mut view = view(edition, publication, |_, attachment| {
        if let Some(rest) = &mut attachment.rest {
            rest.pager = None;
        }
        if let Some(table) = &mut attachment.table {
            table.without_screen_parts();
        }
    })?;
    view.qr_code = None;
    let page = edition.theme.part("fragment.html", &view)?;
    let address = &edition.project.site.address;
    let folder = format!("{}/", publication.notice.path);
    let link = |url: &str| match address {
        Some(address) if !url.starts_with('#') && link::scheme(url).is_none() => {
            link::joined(&address.of(&folder), url)
        }
        _ => url.to_owned(),
    };
    Ok(inlined(&String::from_utf8_lossy(&page), link).into_bytes())
}

/// The view of a notice; `adapt` fits an attached table to the page.
pub fn view<'e>(
    edition: &'e Edition<'_>,
    publication: &'e Publication<'_>,
    adapt: impl Fn(AttachmentId, &mut AttachmentView<'e>),
) -> Result<NoticeView<'e>, Error> {
    let (project, notice) = (edition.project, publication.notice);
    let here = routes::notice(notice);
    let text = |text: &'e Option<Located<String>>| text.as_ref().map(|text| text.value.as_str());
    let disclosure = basic_rows(project, notice);
    let (body, attachments) = papers(edition, publication, &here, adapt)?;
    Ok(NoticeView {
        banner: notice.example.then_some(EXAMPLE_LINE),
        issuer: notice.title_parts().0,
        title: notice.title_parts().1,
        lines: notice.printed_title(),
        validity: notice.validity.as_ref().map(Validity::statement),
        interpretations: related(&notice.interpretations, Home { here: &here, project }),
        related: related(&notice.related, Home { here: &here, project }),
        qr_code: qr::view(project, &here),
        number: text(&notice.number),
        signer: text(&notice.imprint.signer),
        addressee: text(&notice.addressee),
        published: notice.published.value.to_string(),
        source: notice.origin(),
        body,
        inline: notice
            .inline
            .as_ref()
            .map(|table| Download::new(&here, &routes::workbook(notice), &table.name.value, None)),
        inline_data: notice.inline.iter().flat_map(|table| open_data(notice, table, &here)).collect(),
        document: Download::new(&here, &routes::document(notice), &notice.title.value, None),
        signature: match notice.layout {
            Layout::Paper => notice.issuers.iter().map(|issuer| issuer.value.as_str()).collect(),
            Layout::Table => Vec::new(),
        },
        dated: date::chinese(notice.dated.value),
        remark: notice.imprint.bracketed_remark(),
        contact: text(&notice.imprint.contact),
        copies: notice.imprint.copies_line(),
        printer: text(&notice.imprint.printer),
        printed: notice.imprint.printed.as_ref().map(|day| date::chinese(day.value)),
        enclosing: notice.attachments.iter().any(|attachment| attachment.labelled),
        attachments,
        followed: ledger::followed(edition, publication, &here),
        filters: filters(project, notice, notice.offices(&project.register)),
        block: if project.site.metadata.places.contains(&BlockPlace::Above) {
            block_rows(project, notice)
        } else {
            Vec::new()
        },
        prints_basic: project.site.prints_basic,
        paired: disclosure.iter().any(|row| row.len() > 1),
        disclosure,
    })
}

/// Links beside the paper, as HTML.
fn related(links: &[Related], home: Home<'_>) -> Vec<String> {
    let html = |related: &Related| {
        let mut html = String::new();
        words::write(&mut html, std::slice::from_ref(&related.inline), Lines::Joined, home);
        html
    };
    links.iter().map(html).collect()
}

/// The site's block, two fields side by side.
fn block_rows<'p>(project: &'p Project, notice: &'p Notice) -> Vec<Vec<FieldView<'p>>> {
    let mut rows: Vec<Vec<FieldView<'p>>> = Vec::new();
    for (name, value) in project.metadata(notice) {
        let view = FieldView { name: name.into(), value: value.into_owned() };
        let is_long =
            |field: &FieldView<'_>| Own::of_name(&field.name).is_some_and(|own| LONG.contains(&own));
        match rows.last_mut().filter(|row| row.len() == 1 && !is_long(&row[0]) && !is_long(&view)) {
            Some(row) => row.push(view),
            None => rows.push(vec![view]),
        }
    }
    rows
}

/// 基本信息: the site's block, two fields side by side, then the other fields of the notice.
fn basic_rows<'p>(project: &'p Project, notice: &'p Notice) -> Vec<Vec<FieldView<'p>>> {
    let of_block: Vec<String> = project.site.metadata.names.iter().map(|name| plain(&name.value)).collect();
    let is_behind = project.site.metadata.places.contains(&BlockPlace::Behind);
    let mut rows = if is_behind { block_rows(project, notice) } else { Vec::new() };
    for field in &notice.disclosure.fields {
        let name = field.name.value.as_str();
        match &field.value {
            Value::Levels(levels) => rows.extend(level_rows(name, levels)),
            Value::Texts(_) if of_block.contains(&plain(name)) => {}
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
