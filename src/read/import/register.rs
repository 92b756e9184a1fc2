//! A sheet of offices becomes `offices.yaml`.

use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

use crate::model::table::ColumnKind;
use crate::read::import::intake::Intake;
use crate::read::import::list::{List, is_alias_head, is_name_head, name, values};
use crate::read::import::record::{put, text};
use crate::read::import::{Found, fault};
use crate::read::workbook::Limits;

/// The columns that are read.
struct Columns {
    name: usize,
    aliases: Vec<usize>,
    left_out: Vec<usize>,
}

impl Intake<'_> {
    /// Imports the register on the wanted sheet, or on the first that holds one.
    pub fn register(&mut self, bytes: &[u8], wanted: Option<&str>, limits: Limits) -> Option<Found> {
        let sheets = self.sheets(bytes, limits)?;
        let list = self.list(&sheets, wanted, |list| columns(&list.heads()).is_some())?;
        let columns = columns(&list.heads())?;
        let (mut offices, mut seen, mut twice) = (Vec::new(), BTreeSet::new(), Vec::new());
        for row in list.rows() {
            let office = name(list.text(row, columns.name));
            if office.is_empty() {
                continue;
            }
            if seen.insert(office.clone()) {
                offices.push(entry(office, aliases(&list, row, &columns)));
            } else {
                twice.push((row, list.frame.left + columns.name));
            }
        }
        self.tell_list(&list, &columns.left_out);
        let sheet = list.sheet;
        // A cell merged over several rows names its office once.
        let own = twice.into_iter().filter(|(row, column)| sheet.area(*row, *column).row == *row);
        self.find_each(sheet, own, |span, (row, column)| fault::twice(span, sheet.text(row, column)));
        let mut file = Mapping::new();
        put(&mut file, "股室", Value::Sequence(offices));
        let yaml = serde_yaml::to_string(&Value::Mapping(file)).unwrap_or_default();
        Some(Found { yaml, ..Found::default() })
    }
}

fn aliases(list: &List<'_>, row: usize, columns: &Columns) -> Vec<String> {
    columns.aliases.iter().flat_map(|column| values(list.text(row, *column))).collect()
}

fn entry(office: String, mut aliases: Vec<String>) -> Value {
    aliases.retain(|alias| *alias != office);
    if aliases.is_empty() {
        return Value::String(office);
    }
    let mut record = Mapping::new();
    put(&mut record, "名称", Value::String(office));
    put(&mut record, "别名", Value::Sequence(aliases.iter().map(|alias| text(alias)).collect()));
    Value::Mapping(record)
}

/// Whether a list has nothing but offices and their other names.
pub fn is_register(list: &List<'_>) -> bool {
    let columns = columns(&list.heads());
    columns.is_some_and(|columns| !columns.aliases.is_empty() && columns.left_out.is_empty())
}

fn columns(heads: &[String]) -> Option<Columns> {
    let of = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        (0..heads.len()).filter(|column| fits(&heads[*column])).collect()
    };
    let aliases = of(&|head| is_alias_head(head));
    let name = *of(&|head| is_name_head(head)).first()?;
    let is_left_out = |column: &usize| *column != name && !aliases.contains(column);
    let is_number = |head: &str| head.is_empty() || ColumnKind::of_name(head) == ColumnKind::Number;
    let left_out =
        (0..heads.len()).filter(is_left_out).filter(|column| !is_number(&heads[*column])).collect();
    Some(Columns { name, aliases, left_out })
}
