//! `feed.xml`: the newest notices and progress notes as an Atom feed (RFC 4287), if 域名 is set.

use std::cmp::Reverse;

use quick_xml::escape::escape;

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::model::withdrawal::Withdrawal;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::address::Address;
use crate::text::date::{Moment, beijing};

/// Maximum number of notices, and of reports. Feed readers poll every few hours; a bureau's offices write about a
/// hundred reports in a busy week, and however many they write, no notice falls out for them.
const NEWEST: usize = 100;

/// Maximum number of characters of a note in the feed.
const WORDS: usize = 200;

/// An entry of the feed.
#[derive(Clone, Copy)]
enum News<'p> {
    Notice(&'p Notice),
    Note(&'p Notice, &'p Note),
    Withdrawn(&'p Notice, &'p Withdrawal),
}

/// The feed, if the site has an address.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let Some(address) = &edition.project.site.address else { return Ok(Vec::new()) };
    let path = OutputPath::new(routes::FEED)?;
    Ok(vec![Artifact::new(path, move || Ok(feed(edition.project, address).into_bytes()))])
}

fn feed(project: &Project, address: &Address) -> String {
    let newest = newest(project);
    let site = &project.site;
    // A feed needs a time even when nothing is in it.
    let nothing_yet = Moment { day: project.today, time: None };
    let updated = newest.first().map_or(nothing_yet, |news| news.moment());
    let home = address.of(routes::below_site(routes::HOME));
    let own = address.of(routes::below_site(routes::FEED));
    let author = site.organiser.as_ref().map_or(&site.name.value, |organiser| &organiser.value);
    let entries: String = newest.into_iter().map(|news| entry(project, news, address)).collect();
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

/// Notices, and what was withdrawn, and notes, newest first; those of the same minute are ordered by path.
fn newest(project: &Project) -> Vec<News<'_>> {
    // An example is no news.
    let (mut notices, mut notes) = (Vec::new(), Vec::new());
    for notice in &project.notices {
        notices.extend((!notice.example).then_some(News::Notice(notice)));
        let published = notice.published_notes(project.today).filter(|note| !note.example);
        notes.extend(published.map(|note| News::Note(notice, note)));
    }
    let withdrawn = project.withdrawn.iter().filter(|notice| !notice.example);
    notices.extend(withdrawn.filter_map(|notice| Some(News::Withdrawn(notice, notice.withdrawal.as_ref()?))));
    let moment = |news: &News<'_>| Reverse(news.moment().minute());
    for kind in [&mut notices, &mut notes] {
        kind.sort_by_key(moment);
        kind.truncate(NEWEST);
    }
    let mut all = [notices, notes].concat();
    all.sort_by_key(moment);
    all
}

impl News<'_> {
    /// The time of publication. That of a report without 发布日期 is not known, and its day is not that.
    fn published(self) -> Option<Moment> {
        match self {
            Self::Notice(notice) | Self::Withdrawn(notice, _) => Some(notice.published.value),
            Self::Note(_, note) => note.published.as_ref().map(|moment| moment.value),
        }
    }

    /// The time of the last change: of publication, or else the day of a report, when its words were written.
    fn moment(self) -> Moment {
        match self {
            Self::Notice(notice) => notice.published.value,
            Self::Note(_, note) => note.moment(),
            Self::Withdrawn(_, withdrawal) => Moment { day: withdrawal.day.value, time: None },
        }
    }
}

fn entry(project: &Project, news: News<'_>, address: &Address) -> String {
    let updated = beijing(news.moment());
    let (path, title, author, summary, notice) = match news {
        News::Notice(notice) => {
            let title = notice.full_title();
            let summary = notice.summary.as_ref().map(|text| text.value.clone());
            (routes::notice(notice), title, notice.issuer(), summary, notice)
        }
        News::Note(notice, note) => {
            let entry = note.about.and_then(|item| notice.entry(item));
            let title = note.shown_title(entry.as_ref()).into_owned();
            let start = note.body.beginning(WORDS);
            let more = if start.more { "……" } else { "" };
            let summary = Some(format!("{}{more}", start.words)).filter(|words| !words.is_empty());
            (routes::note(notice, note), title, note.office.text.value.as_str().into(), summary, notice)
        }
        // The entry of the notice itself, changed: readers that kept the old one show this instead.
        News::Withdrawn(notice, withdrawal) => {
            let title = format!("已撤下：{}", notice.full_title());
            let reason = withdrawal.reason.as_ref().map_or("", |reason| &reason.value);
            let summary = Some(format!("{}{reason}", withdrawal.statement()));
            (routes::notice(notice), title, notice.issuer(), summary, notice)
        }
    };
    let published = news.published().map(|time| format!("<published>{}</published>\n", beijing(time)));
    let page = address.of(routes::below_site(&path));
    let summary = summary.map(|text| format!("<summary>{}</summary>\n", escape(&text)));
    format!(
        "<entry>\n<title>{}</title>\n<id>{page}</id>\n<link href=\"{page}\"/>\n<updated>{updated}</updated>\n\
         {}<author><name>{}</name></author>\n<category term=\"{}\"/>\n{}</entry>\n",
        escape(&title),
        published.unwrap_or_default(),
        escape(author),
        escape(&project.section(notice.section).name.value),
        summary.unwrap_or_default(),
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{NEWEST, News, newest};
    use crate::read::{self, Content};
    use crate::testing::{NOTICE, TABLE};

    /// However many reports are newer, the notice stays; and of the reports the newest do.
    #[test]
    fn no_notice_falls_out_for_reports() {
        let mut files = vec![
            ("site.yaml".to_owned(), "名称: 某局政务公开\n".to_owned()),
            ("offices.yaml".to_owned(), "股室: [危化股]\n".to_owned()),
            ("栏目/column.yaml".to_owned(), "名称: 栏目\n".to_owned()),
            ("栏目/通知/notice.md".to_owned(), NOTICE.to_owned()),
            ("栏目/通知/tasks.yaml".to_owned(), TABLE.to_owned()),
        ];
        for i in 0..NEWEST + 20 {
            let day = date(2024, 8, 2).saturating_add(jiff::Span::new().days(i64::try_from(i).unwrap()));
            let note = format!(
                "---\n任务: 任务\n股室: 危化股\n日期: {day}\n状态: 正在推进\n公开: true\n---\n\n已完成。\n"
            );
            files.push((format!("栏目/通知/progress/{day}-weihua.md"), note));
        }
        let files: Vec<(&str, &str)> =
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        let (project, ..) = read::project(Content::of_texts(&files), date(2025, 9, 1));
        let all = newest(&project);
        assert_eq!(all.iter().filter(|news| matches!(news, News::Notice(_))).count(), 1);
        assert_eq!(all.len(), NEWEST + 1);
        let days: Vec<_> = all.iter().map(|news| news.moment().day).collect();
        assert!(days.windows(2).all(|two| two[0] >= two[1]));
        assert_eq!((days[0], days[NEWEST - 1]), (date(2024, 11, 29), date(2024, 8, 22)));
    }
}
