//! A sheet of names becomes `roster.yaml`.

use serde_yaml::{Mapping, Value};

use crate::model::table::ColumnKind;
use crate::read::import::Found;
use crate::read::import::intake::Intake;
use crate::read::import::list::{List, is_name_head, name, values};
use crate::read::import::proposal::OfficeLine;
use crate::read::import::record::{put, text};
use crate::read::workbook::Limits;

/// The lists of a line of the roster.
const ROLES: [&str; 3] = ["责任人", "联络人", "电话"];

/// The columns that are read.
struct Columns {
    office: usize,
    /// The columns of each of [`ROLES`].
    roles: [Vec<usize>; ROLES.len()],
    left_out: Vec<usize>,
}

/// A line of the roster under construction.
struct Line {
    office: String,
    roles: [Vec<String>; ROLES.len()],
}

impl Intake<'_> {
    /// Imports the roster on the wanted sheet, or on the first that holds one.
    pub fn roster(&mut self, bytes: &[u8], wanted: Option<&str>, limits: Limits) -> Option<Found> {
        let sheets = self.sheets(bytes, limits)?;
        let list = self.list(&sheets, wanted, |list| columns(list).is_some())?;
        let columns = columns(&list)?;
        let lines = lines(&list, &columns);
        self.tell_list(&list, &columns.left_out);
        let mut file = Mapping::new();
        put(&mut file, "名单", Value::Sequence(lines.iter().map(record).collect()));
        let yaml = serde_yaml::to_string(&Value::Mapping(file)).unwrap_or_default();
        let offices = lines.into_iter().map(|line| OfficeLine { text: line.office, place: None }).collect();
        Some(Found { yaml, offices, ..Found::default() })
    }
}

/// The lines; names below an office, or beside its merged cell, are that office's.
fn lines(list: &List<'_>, columns: &Columns) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for row in list.rows() {
        let area = list.sheet.area(row, list.frame.left + columns.office);
        let office = name(list.text(row, columns.office));
        let roles: [Vec<String>; ROLES.len()] = std::array::from_fn(|role| {
            columns.roles[role].iter().flat_map(|column| values(list.text(row, *column))).collect()
        });
        let is_blank = roles.iter().all(Vec::is_empty);
        let goes_on = area.row < row || office.is_empty();
        match lines.last_mut() {
            Some(line) if goes_on => {
                for (all, more) in line.roles.iter_mut().zip(roles) {
                    let new: Vec<String> = more.into_iter().filter(|value| !all.contains(value)).collect();
                    all.extend(new);
                }
            }
            _ if office.is_empty() && is_blank => {}
            _ => lines.push(Line { office, roles }),
        }
    }
    lines
}

fn record(line: &Line) -> Value {
    let mut record = Mapping::new();
    put(&mut record, "股室", text(&line.office));
    for (role, values) in ROLES.iter().zip(&line.roles) {
        match values.as_slice() {
            [] => {}
            [value] => put(&mut record, role, text(value)),
            values => {
                put(&mut record, role, Value::Sequence(values.iter().map(|value| text(value)).collect()));
            }
        }
    }
    Value::Mapping(record)
}

fn columns(list: &List<'_>) -> Option<Columns> {
    let heads = list.heads();
    let role = |head: &String| role(head, &list.frame.caption.title);
    let office = heads.iter().position(|head| is_name_head(head) && role(head).is_none())?;
    let roles: [Vec<usize>; ROLES.len()] = std::array::from_fn(|of| {
        (0..heads.len()).filter(|column| role(&heads[*column]) == Some(of)).collect()
    });
    let is_number = |head: &str| head.is_empty() || ColumnKind::of_name(head) == ColumnKind::Number;
    let is_read = |column: usize| column == office || roles.iter().any(|columns| columns.contains(&column));
    let left_out =
        (0..heads.len()).filter(|column| !is_read(*column) && !is_number(&heads[*column])).collect();
    let has_names = roles.iter().any(|columns| !columns.is_empty());
    has_names.then_some(Columns { office, roles, left_out })
}

/// Whether a list has nothing but offices, names and their telephone numbers.
pub fn is_roster(list: &List<'_>) -> bool {
    let is_said = |left_out: &[usize]| left_out.iter().any(|column| !list.heads()[*column].contains("备注"));
    columns(list).is_some_and(|columns| !columns.roles[2].is_empty() && !is_said(&columns.left_out))
}

/// The list, by its place in [`ROLES`], to which the values below a head belong. A bare 姓名 is what the sheet's title
/// says: 联络人, or 责任人.
fn role(head: &str, title: &str) -> Option<usize> {
    const NUMBERS: [&str; 5] = ["电话", "手机", "联系方式", "号码", "座机"];
    const LIAISON: [&str; 4] = ["联络", "联系人", "经办人", "填报人"];
    let says = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    if says(head, &NUMBERS) {
        return Some(2);
    }
    if says(head, &LIAISON) {
        return (!head.contains("职务")).then_some(1);
    }
    let is_responsible = says(head, &["责任人", "负责人", "负责同志", "领导"]);
    match (is_responsible, head.contains("姓名")) {
        _ if head.contains("职务") => None,
        (true, _) => Some(0),
        (false, true) => Some(usize::from(says(title, &LIAISON))),
        (false, false) => None,
    }
}
