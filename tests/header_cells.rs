//! Which headers a screen reader reads with each cell of a table: by the algorithm of the HTML standard they are the
//! ones that stand above the cell and beside its own rows, as they are seen.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html, Selector};

use crate::support::{Project, YEAR_OVER, copy, is_html, repository};

/// A cell in the grid of its table.
struct Cell<'h> {
    element: ElementRef<'h>,
    x: usize,
    y: usize,
    width: usize,
    height: usize,
    /// The number of its row group.
    group: usize,
    /// Whether it is in the table's head.
    in_head: bool,
}

/// A table as the standard's "forming a table" lays it out, for tables that are laid out soundly.
struct Laid<'h> {
    cells: Vec<Cell<'h>>,
    /// The cell at each slot, by column and row.
    slots: BTreeMap<(usize, usize), usize>,
}

impl<'h> Laid<'h> {
    fn new(table: ElementRef<'h>) -> Self {
        let mut laid = Self { cells: Vec::new(), slots: BTreeMap::new() };
        let mut y = 0;
        let groups =
            table.child_elements().filter(|e| ["thead", "tbody", "tfoot"].contains(&e.value().name()));
        for (group, rows) in groups.enumerate() {
            let in_head = rows.value().name() == "thead";
            for row in rows.child_elements() {
                for element in row.child_elements() {
                    let span = |name| element.attr(name).map_or(1, |span| span.parse().unwrap());
                    let (width, height) = (span("colspan"), span("rowspan"));
                    let x = (0..100).find(|x| !laid.slots.contains_key(&(*x, y))).expect("a free column");
                    for (x, y) in (x..x + width).flat_map(|x| (y..y + height).map(move |y| (x, y))) {
                        assert!(laid.slots.insert((x, y), laid.cells.len()).is_none(), "cells overlap");
                    }
                    laid.cells.push(Cell { element, x, y, width, height, group, in_head });
                }
                y += 1;
            }
        }
        laid
    }

    fn scope(&self, cell: usize) -> Option<&str> {
        let element = self.cells[cell].element;
        let is_header = element.value().name() == "th";
        is_header.then(|| element.attr("scope").expect("every header says what it heads"))
    }

    /// "The internal algorithm for scanning and assigning header cells", from a slot to the left or upwards.
    fn scan(&self, from: (usize, usize), up: bool, headers: &mut BTreeSet<usize>) {
        let (mut opaque, mut block): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let (mut x, mut y) = from;
        loop {
            let next = if up { y.checked_sub(1).map(|y| (x, y)) } else { x.checked_sub(1).map(|x| (x, y)) };
            let Some(slot) = next else { return };
            (x, y) = slot;
            let Some(&current) = self.slots.get(&slot) else { continue };
            let Some(scope) = self.scope(current) else {
                opaque.append(&mut block);
                continue;
            };
            block.push(current);
            let place = |cell: &Cell<'_>| if up { (cell.x, cell.width) } else { (cell.y, cell.height) };
            let own = place(&self.cells[current]);
            let is_covered = opaque.iter().any(|other| place(&self.cells[*other]) == own);
            if !is_covered && scope == if up { "col" } else { "row" } {
                headers.insert(current);
            }
        }
    }

    /// "The algorithm for assigning header cells", as far as no cell has `headers` and no table has `colgroup`.
    fn headers(&self, cell: usize) -> BTreeSet<usize> {
        let principal = &self.cells[cell];
        let mut headers = BTreeSet::new();
        for y in principal.y..principal.y + principal.height {
            self.scan((principal.x, y), false, &mut headers);
        }
        for x in principal.x..principal.x + principal.width {
            self.scan((x, principal.y), true, &mut headers);
        }
        let of_group = self.cells.iter().enumerate().filter(|(i, other)| {
            self.scope(*i) == Some("rowgroup")
                && other.group == principal.group
                && other.x < principal.x + principal.width
                && other.y < principal.y + principal.height
        });
        headers.extend(of_group.map(|(i, _)| i));
        headers
    }

    /// The headers that a reader sees: in the table's head above the cell, and in the body to the left of it or
    /// across the table above it, within the rows that stand together. Of several pairs of a name and a value in one row,
    /// the name beside the value.
    fn seen(&self, cell: usize) -> BTreeSet<usize> {
        let principal = &self.cells[cell];
        let meets = |from: usize, size: usize, other: usize, extent: usize| {
            from < other + extent && other < from + size
        };
        let seen = (0..self.cells.len()).filter(|i| {
            let other = &self.cells[*i];
            let above = meets(principal.x, principal.width, other.x, other.width);
            let is_left = other.x < principal.x;
            let beside = is_left && meets(principal.y, principal.height, other.y, other.height);
            let is_above = above && other.y < principal.y && other.group == principal.group;
            let across = is_above && self.scope(*i) == Some("rowgroup");
            let is_of_pair =
                self.scope(*i) == Some("row") && beside && self.begins_another_pair(*i, principal);
            self.scope(*i).is_some() && if other.in_head { above } else { (beside && !is_of_pair) || across }
        });
        seen.collect()
    }

    /// Whether a value stands behind a name, and another name of those rows before the cell.
    fn begins_another_pair(&self, name: usize, cell: &Cell<'_>) -> bool {
        let first = &self.cells[name];
        let is_between = |other: &Cell<'_>| {
            first.x < other.x && other.x < cell.x && (other.y, other.height) == (first.y, first.height)
        };
        let mut kinds = (0..self.cells.len())
            .filter(|i| is_between(&self.cells[*i]))
            .map(|i| self.scope(i) == Some("row"))
            .skip_while(|is_name| *is_name);
        kinds.next().is_some() && kinds.any(|is_name| is_name)
    }

    fn text(&self, cell: usize) -> String {
        self.cells[cell].element.text().collect()
    }
}

/// Every cell of every table in a project's pages, with the texts of its headers.
fn headed(project: &Project) -> Vec<(String, String, Vec<String>)> {
    let mut all = Vec::new();
    for (path, bytes) in project.files("output/site") {
        if !is_html(&path) || path.ends_with("fragment.html") {
            continue;
        }
        let page = Html::parse_document(std::str::from_utf8(&bytes).unwrap());
        for table in page.select(&Selector::parse("table").unwrap()) {
            let laid = Laid::new(table);
            for cell in (0..laid.cells.len()).filter(|i| laid.scope(*i).is_none() && !laid.cells[*i].in_head)
            {
                let texts =
                    |cells: BTreeSet<usize>| cells.into_iter().map(|i| laid.text(i)).collect::<Vec<_>>();
                let headers = texts(laid.headers(cell));
                assert_eq!(headers, texts(laid.seen(cell)), "{path}: {}", laid.text(cell));
                all.push((path.clone(), laid.text(cell), headers));
            }
        }
    }
    all
}

#[test]
fn each_cell_is_read_with_the_headers_that_are_seen_beside_it() {
    let shipped = Project::shipped();
    let tables = Project::empty();
    copy(&repository().join("tests/site/tables/content"), &tables.path("content"));
    let mut cells = headed(shipped.build());
    cells.extend(headed(tables.build()));
    let year = Project::year();
    assert_eq!(year.run_on(YEAR_OVER, &["build"]).code(), 0);
    cells.extend(headed(&year));
    for case in ["portal", "papers", "widths"] {
        let project = Project::empty();
        copy(&repository().join(format!("tests/site/{case}/content")), &project.path("content"));
        cells.extend(headed(project.build_later()));
    }
    let of = |path: &str, text: &str| -> Vec<&str> {
        let found = cells.iter().find(|cell| cell.0.contains(path) && cell.1.starts_with(text));
        found.unwrap_or_else(|| panic!("{path} has no {text}")).2.iter().map(String::as_str).collect()
    };
    let office = of("offices/办公室/index.html", "无迟报");
    assert_eq!(office, ["工作举措", "某县应急管理局关于印发年度考核细则的通知", "应急值守"]);
    assert_eq!(of("gongzuo/kaohe/", "无迟报"), ["评分标准", "业务工作", "应急值守"]);
    assert_eq!(of("gongzuo/fenzu/", "县财政局"), ["配合单位", "二、防灾减灾", "补充救灾物资储备"]);
    assert_eq!(of("gongzuo/liangceng/", "法规股"), ["责任清单", "责任股室", "台账不完整"]);
}
