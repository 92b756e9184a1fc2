//! `feed.xml`: the newest notices as an Atom feed (RFC 4287), where 域名 says under which address they stand.

use quick_xml::escape::escape;

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::address::Address;
use crate::text::date::Moment;

/// How many notices the feed holds.
const NEWEST: usize = 50;

/// The feed, if the site has an address.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let Some(address) = edition.project.site.address() else { return Ok(Vec::new()) };
    let path = OutputPath::new(routes::FEED)?;
    Ok(vec![Artifact::new(path, move || Ok(feed(edition.project, &address).into_bytes()))])
}

fn feed(project: &Project, address: &Address) -> String {
    let mut newest = project.newest();
    newest.truncate(NEWEST);
    let site = &project.site;
    // A feed needs a time even when nothing is in it.
    let nothing_yet = Moment { day: project.today, time: None };
    let updated = newest.first().map_or(nothing_yet, |notice| notice.published.value);
    let home = address.of(routes::below_site(routes::HOME));
    let own = address.of(routes::below_site(routes::FEED));
    let author = site.organiser.as_ref().map_or(&site.name.value, |organiser| &organiser.value);
    let entries: String = newest.into_iter().map(|notice| entry(project, notice, address)).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n\
         <title>{}</title>\n<id>{home}</id>\n<link href=\"{home}\"/>\n<link rel=\"self\" href=\"{own}\"/>\n\
         <updated>{}</updated>\n<author><name>{}</name></author>\n{entries}</feed>\n",
        escape(&site.name.value),
        beijing(updated),
        escape(author),
    )
}

fn entry(project: &Project, notice: &Notice, address: &Address) -> String {
    let page = address.of(routes::below_site(&routes::notice(notice)));
    let time = beijing(notice.published.value);
    let summary = notice.summary.as_ref().map(|text| format!("<summary>{}</summary>\n", escape(&text.value)));
    format!(
        "<entry>\n<title>{}{}</title>\n<id>{page}</id>\n<link href=\"{page}\"/>\n<updated>{time}</updated>\n\
         <published>{time}</published>\n<author><name>{}</name></author>\n<category term=\"{}\"/>\n{}</entry>\n",
        escape(&notice.issuer.value),
        escape(&notice.title.value),
        escape(&notice.issuer.value),
        escape(&project.column(notice.column).name.value),
        summary.unwrap_or_default(),
    )
}

/// A minute of China's clocks, as RFC 3339 has it.
fn beijing(moment: Moment) -> String {
    let minute = moment.minute();
    format!("{}T{:02}:{:02}:00+08:00", minute.date(), minute.hour(), minute.minute())
}
