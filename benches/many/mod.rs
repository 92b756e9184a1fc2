//! Small workbooks: for each of many notices its own and eight handouts.

use std::fmt::Write;

use gongkai::read::{Content, project};
use gongkai::render::{Edition, Theme, plan};
use jiff::civil::date;
use rust_xlsxwriter::{
    DataValidation, Format, FormatAlign, FormatBorder, Formula, IgnoreError, ProtectionOptions, Table,
    TableColumn, Workbook, Worksheet, XlsxError,
};

use crate::{DATA_HEADS, HEADS, measure, measured};

const OFFICES: [&str; 8] = ["危化股", "工贸股", "矿山股", "法规股", "救灾股", "指挥中心", "党建办", "防汛股"];
/// The tasks of a notice.
const TASKS: u32 = 4;
/// The measures of a task.
const MEASURES: u32 = 3;
/// The offices of a measure; together, each office has three measures.
const OWNERS: u32 = 2;
const STATUSES: [&str; 5] = ["未启动", "正在推进", "滞后", "已完成", "长期坚持"];
const FORM: [&str; 11] = [
    "序号",
    "工作任务",
    "工作举措",
    "责任股室",
    "完成时限",
    "行标识",
    "状态",
    "进展情况",
    "佐证材料",
    "填报人",
    "填报日期",
];

/// The office in a place among the owners of a measure.
fn owner(task: u32, n: u32, place: u32) -> &'static str {
    OFFICES[((task * MEASURES + n) * OWNERS + place) as usize % OFFICES.len()]
}

/// Makes them as a build does, one after the other.
pub fn ours(notices: u32) {
    let mut table = "表名: 表\n任务:\n".to_owned();
    for task in 0..TASKS {
        // Writing into a String cannot fail.
        let _ = writeln!(table, "  - 名称: 加强第{task}项工作\n    举措:");
        for n in 0..MEASURES {
            let (text, owners) = (measure(task, n), [owner(task, n, 0), owner(task, n, 1)].join(", "));
            let _ =
                writeln!(table, "      - {{内容: {text}, 责任股室: [{owners}], 完成时限: 2025年12月底前}}");
        }
    }
    let mut files = vec![
        ("site.yaml".to_owned(), "名称: 某局政务公开\n".to_owned()),
        ("offices.yaml".to_owned(), format!("股室: [{}]\n", OFFICES.join(", "))),
        ("栏目/column.yaml".to_owned(), "名称: 栏目\n".to_owned()),
    ];
    for notice in 0..notices {
        let head = format!(
            "---\n标题: 关于第{notice}批任务分解的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n\
            附件:\n  - {{表: tasks.yaml, 名称: 表}}\n---\n现通知如下。\n"
        );
        files.push((format!("栏目/{notice}/notice.md"), head));
        files.push((format!("栏目/{notice}/tasks.yaml"), table.clone()));
    }
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (project, ..) = project(Content::of_texts(&files), date(2024, 12, 31));
    let theme = Theme::new(&project).expect("the built-in templates are right");
    let formats = ["xlsx".to_owned(), "handout".to_owned()];
    let edition = Edition::only(&project, &theme, &formats);
    measured(|| {
        let files = plan(&edition).expect("the paths are right");
        let books = files.iter().filter(|file| !file.path.as_str().starts_with("site/catalog/"));
        books.map(|file| file.make().expect("it can be written").len()).sum()
    });
}

/// Writes the same sheets.
pub fn bare(notices: u32) {
    let cell =
        Format::new().set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::VerticalCenter);
    measured(|| {
        let of_notice = |_| -> Result<usize, XlsxError> {
            let mut bytes = table(&cell)?.len();
            for office in OFFICES {
                bytes += handout(office, &cell)?.len();
            }
            Ok(bytes)
        };
        (0..notices).map(of_notice).sum::<Result<usize, XlsxError>>().expect("the cells are writable")
    });
}

/// The measures, by task and place.
fn measures() -> impl Iterator<Item = (u32, u32)> {
    (0..TASKS).flat_map(|task| (0..MEASURES).map(move |n| (task, n)))
}

fn table(cell: &Format) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(1);
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "附件")?;
    sheet.merge_range(1, 0, 1, 4, "表", cell)?;
    for (column, head) in (0..).zip(HEADS) {
        sheet.write_string_with_format(2, column, head, cell)?;
        sheet.set_column_width(column, 20)?;
    }
    page(sheet, 2)?;
    for task in 0..TASKS {
        let row = 3 + task * MEASURES;
        sheet.merge_range(row, 0, row + MEASURES - 1, 0, "", cell)?;
        sheet.write_number_with_format(row, 0, task + 1, cell)?;
        sheet.merge_range(row, 1, row + MEASURES - 1, 1, &format!("加强第{task}项工作"), cell)?;
    }
    for (row, (task, n)) in (3..).zip(measures()) {
        sheet.set_row_height(row, 44)?;
        sheet.write_string_with_format(row, 2, measure(task, n), cell)?;
        let owners = [owner(task, n, 0), owner(task, n, 1)].join("\n");
        sheet.write_string_with_format(row, 3, owners, cell)?;
        sheet.write_string_with_format(row, 4, "2025年12月底前", cell)?;
    }
    data(workbook.add_worksheet(), &DATA_HEADS[1..], measures().map(|(task, n)| (None, task, n)), cell)?;
    let of_office = |office| {
        let own = move |(task, n): &(u32, u32)| (0..OWNERS).any(|place| owner(*task, *n, place) == office);
        measures().filter(own).map(move |(task, n)| (Some(office), task, n))
    };
    data(workbook.add_worksheet(), &DATA_HEADS, OFFICES.into_iter().flat_map(of_office), cell)?;
    workbook.save_to_buffer()
}

fn data(
    sheet: &mut Worksheet,
    heads: &[&str],
    rows: impl Iterator<Item = (Option<&'static str>, u32, u32)>,
    cell: &Format,
) -> Result<(), XlsxError> {
    let day = Format::new().set_border(FormatBorder::Thin).set_num_format("yyyy-mm-dd");
    let columns: Vec<TableColumn> = heads.iter().map(|head| TableColumn::new().set_header(*head)).collect();
    let mut last = 0;
    for (row, (office, task, n)) in (1..).zip(rows) {
        sheet.set_row_height(row, 36)?;
        let first = u16::from(office.is_some());
        if let Some(office) = office {
            sheet.write_string_with_format(row, 0, office, cell)?;
        }
        sheet.write_number_with_format(row, first, task + 1, cell)?;
        sheet.write_string_with_format(row, first + 1, format!("加强第{task}项工作"), cell)?;
        sheet.write_string_with_format(row, first + 2, measure(task, n), cell)?;
        let owners = [owner(task, n, 0), owner(task, n, 1)].join("\n");
        sheet.write_string_with_format(row, first + 3, owners, cell)?;
        sheet.write_string_with_format(row, first + 4, "2025年12月底前", cell)?;
        sheet.write_number_with_format(row, first + 5, 46_022, &day)?;
        last = row;
    }
    let width = u16::try_from(heads.len()).expect("a few");
    for column in 0..width {
        sheet.set_column_width(column, 20)?;
    }
    sheet.add_table(0, 0, last, width - 1, &Table::new().set_columns(&columns))?;
    page(sheet, 0)
}

fn handout(office: &str, cell: &Format) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_zip_compression_level(1);
    let sheet = workbook.add_worksheet().set_name("填报说明")?;
    sheet.write_string_with_format(0, 0, "填报说明", cell)?;
    for row in 1..6 {
        sheet.set_row_height(row, 56)?;
        let line = "请在浅黄色各列中填写；其他各列是规定内容，已锁定，请勿改动。有进展的事项填一行。";
        sheet.write_string_with_format(row, 0, format!("{row}. {line}"), cell)?;
    }
    for (row, word) in (8..).zip(STATUSES) {
        sheet.write_string_with_format(row, 0, word, cell)?;
    }
    sheet.protect_with_options(&ProtectionOptions::default());
    let sheet = workbook.add_worksheet().set_name("进展填报")?;
    for (row, text) in ["工作任务进展填报表", "关于任务分解的通知", office].into_iter().enumerate()
    {
        let row = u32::try_from(row).expect("a few");
        sheet.merge_range(row, 0, row, 10, text, cell)?;
    }
    sheet.merge_range(3, 0, 3, 4, "规定内容（已锁定）", cell)?;
    sheet.merge_range(3, 6, 3, 10, "请在以下各列填写", cell)?;
    for (column, head) in (0..).zip(FORM) {
        sheet.set_column_width(column, 15)?;
        sheet.write_string_with_format(4, column, head, cell)?;
    }
    let filled = cell.clone().set_unlocked().set_num_format("@");
    let own = |(task, n): &(u32, u32)| (0..OWNERS).any(|place| owner(*task, *n, place) == office);
    let mut last = 5;
    for (row, (task, n)) in (5..).zip(measures().filter(own)) {
        sheet.set_row_height(row, 74)?;
        sheet.write_number_with_format(row, 0, task + 1, cell)?;
        sheet.write_string_with_format(row, 1, format!("加强第{task}项工作"), cell)?;
        sheet.write_string_with_format(row, 2, measure(task, n), cell)?;
        let owners = [owner(task, n, 0), owner(task, n, 1)].join("\n");
        sheet.write_string_with_format(row, 3, owners, cell)?;
        sheet.write_string_with_format(row, 4, "2025年12月底前", cell)?;
        let identity = format!("[\"gongkai-handout\",1,\"栏目/1\",\"{task}.{n}\",\"{office}\"]");
        sheet.write_string_with_format(row, 5, identity, cell)?;
        for column in 6..11 {
            sheet.write_blank(row, column, &filled)?;
        }
        last = row;
    }
    sheet.set_column_hidden(5)?;
    let choices = DataValidation::new().allow_list_formula(Formula::new("='填报说明'!$A$9:$A$13"));
    sheet.add_data_validation(5, 6, last, 6, &choices)?;
    sheet.add_data_validation(5, 10, last, 10, &DataValidation::new())?;
    sheet.autofilter(4, 0, last, 10)?;
    sheet.ignore_error_range(4, 0, last, 10, IgnoreError::NumberStoredAsText)?;
    sheet.protect_with_options(&ProtectionOptions::default());
    page(sheet, 4)?;
    workbook.save_to_buffer()
}

/// The page and the rows that stay on the screen.
fn page(sheet: &mut Worksheet, head: u32) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_freeze_panes(head + 1, 0)?;
    sheet.set_footer("&C— &P —");
    sheet.set_repeat_rows(head, head)?;
    Ok(())
}
