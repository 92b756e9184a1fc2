//! 分页: a long list over several pages, and the links between them.

use serde::Serialize;

use crate::render::routes;
use crate::text::link;

/// Number of notices on a page.
pub const NOTICES: usize = 20;
/// Number of entries on a page of 政府信息公开目录.
pub const ENTRIES: usize = 100;
/// Number of duties on a page.
pub const DUTIES: usize = 50;

/// Number of page numbers on each side of the current one.
const NEIGHBOURS: usize = 2;

/// A list over several pages.
#[derive(Clone, Copy)]
pub struct Paging<'p> {
    /// The path of its first page.
    pub first: &'p str,
    /// Number of entries.
    pub count: usize,
    /// Number of entries on a page.
    pub each: usize,
}

/// The links to the other pages of a list.
#[derive(Debug, Serialize)]
pub struct Pager {
    /// Name for screen readers: 分页, or 附件1分页 if a page can have several pagers.
    pub label: String,
    /// Link to the previous page.
    pub before: Option<String>,
    /// The first page, those around this one, and the last.
    pub numbers: Vec<Number>,
    /// Link to the next page.
    pub behind: Option<String>,
}

/// A page by its number.
#[derive(Debug, Serialize)]
pub struct Number {
    /// Its number, from 1.
    pub page: usize,
    /// Its link; `None` for the current page.
    pub href: Option<String>,
    /// Whether numbers are left out before it.
    pub gap: bool,
}

impl Paging<'_> {
    /// Number of pages; one for an empty list.
    pub fn pages(&self) -> usize {
        self.count.div_ceil(self.each).max(1)
    }

    /// The path of a page, from 0.
    pub fn path(&self, page: usize) -> String {
        routes::page(self.first, page)
    }

    /// The part of a list that a page shows.
    pub fn part<'l, T>(&self, page: usize, all: &'l [T]) -> &'l [T] {
        let start = (page * self.each).min(all.len());
        &all[start..(start + self.each).min(all.len())]
    }

    /// The links of a page, from 0; `None` for the only page.
    pub fn pager(&self, page: usize) -> Option<Pager> {
        let here = self.path(page);
        let href = |to: usize| link::relative(&here, &self.path(to));
        (self.pages() > 1).then(|| Pager::new("分页".to_owned(), page, self.pages(), href))
    }
}

impl Pager {
    /// The links on a page, from 0, to the others; `href` returns the link to a page.
    pub fn new(label: String, page: usize, pages: usize, href: impl Fn(usize) -> String) -> Self {
        let near = page.saturating_sub(NEIGHBOURS)..(page + NEIGHBOURS + 1).min(pages);
        let mut described: Vec<usize> = std::iter::once(0).chain(near).chain([pages - 1]).collect();
        described.dedup();
        let before = |i: usize| if i == 0 { 0 } else { described[i - 1] };
        let number = |(i, to): (usize, &usize)| Number {
            page: to + 1,
            href: (*to != page).then(|| href(*to)),
            gap: *to > before(i) + 1,
        };
        let numbers = described.iter().enumerate().map(number).collect();
        let behind = (page + 1 < pages).then(|| href(page + 1));
        Self { label, before: page.checked_sub(1).map(&href), numbers, behind }
    }
}

/// The title of a page of a list, from 0: 安全生产, 安全生产（第2页）.
pub fn title(name: &str, page: usize) -> String {
    if page == 0 { name.to_owned() } else { format!("{name}（第{}页）", page + 1) }
}

#[cfg(test)]
mod tests {
    use super::Paging;

    fn described(count: usize, page: usize) -> String {
        let paging = Paging { first: "site/a/index.html", count, each: 20 };
        let Some(pager) = paging.pager(page) else { return "none".to_owned() };
        let numbers = pager.numbers.iter().map(|number| {
            let gap = if number.gap { "… " } else { "" };
            format!("{gap}{}{}", number.page, if number.href.is_none() { "*" } else { "" })
        });
        let numbers: Vec<String> = numbers.collect();
        format!("{:?} {} {:?}", pager.before, numbers.join(" "), pager.behind)
    }

    #[test]
    fn the_first_the_last_and_the_neighbours_are_shown() {
        assert_eq!(described(0, 0), "none");
        assert_eq!(described(20, 0), "none");
        assert_eq!(described(21, 0), "None 1* 2 Some(\"index-2.html\")");
        assert_eq!(described(21, 1), "Some(\"index.html\") 1 2* None");
        assert_eq!(described(200, 0), "None 1* 2 3 … 10 Some(\"index-2.html\")");
        assert_eq!(described(200, 4), "Some(\"index-4.html\") 1 … 3 4 5* 6 7 … 10 Some(\"index-6.html\")");
        assert_eq!(described(200, 9), "Some(\"index-9.html\") 1 … 8 9 10* None");
    }

    #[test]
    fn everything_is_on_one_page() {
        let all: Vec<usize> = (0..45).collect();
        let paging = Paging { first: "site/a/index.html", count: all.len(), each: 20 };
        let parts: Vec<usize> =
            (0..paging.pages()).flat_map(|page| paging.part(page, &all).to_vec()).collect();
        assert_eq!(parts, all);
        assert!(paging.part(3, &all).is_empty());
    }
}
