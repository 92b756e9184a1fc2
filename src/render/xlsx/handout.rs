//! 进展填报表: the workbook in which an office reports what it did, one for each office that has a duty.
//!
//! What stands in it is said by [`model::handout`](crate::model::handout); here it is drawn. All but the cells to
//! fill in is locked, without a password: a slip is prevented, nobody is kept out.

use std::collections::BTreeSet;
use std::ptr;
use std::sync::{Arc, LazyLock};

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, Formula,
    IgnoreError, ProtectionOptions, Worksheet, XlsxError,
};

use crate::error::Error;
use crate::model::Project;
use crate::model::handout::{Column, Form, Mark, Role, duties};
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::render::xlsx::layout::HIGHEST_ROW;
use crate::render::xlsx::{new_workbook, properties, style};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::filename::free;
use crate::text::width::wrapped_lines;

/// The sheet that explains.
const EXPLANATION: &str = "填报说明";
/// The sheet to fill in.
const SHEET: &str = "进展填报";

/// A4, in Excel's numbering.
const A4: u8 = 9;
/// The fewest lines of a row: there must be room to write.
const FEWEST_LINES: usize = 4;
/// Excel's unit is the width of a digit, 7 pixels; a half width of 11 points has 22/3 of them.
const UNITS_PER_COLUMN: f64 = 22.0 / 21.0;
/// What the edges of a cell take, and a character that line-breaking rules push to the next line, in half widths.
const SLACK: usize = 3;
/// Half widths of a line of the explanation that fit in any font, fewer than its column has.
const EXPLAINED: usize = 62;
/// The sheet's head: title, notice, office, a band over the heads, the heads.
const HEAD: u32 = 4;

/// One workbook per notice and office with a duty.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let project = edition.project;
    let mut artifacts = Vec::new();
    for notice in &project.notices {
        let mut taken = BTreeSet::new();
        let form = Arc::new(Form::new(notice));
        for (office, entries) in duties(notice, &project.register) {
            let name = &project.register.offices[office].name.value;
            let path = OutputPath::new(&routes::handout(notice, &free(name, &mut taken)))?;
            let form = Arc::clone(&form);
            artifacts.push(Artifact::new(path, move || {
                workbook(project, &form, name, &entries)
                    .map_err(|error| Error::Workbook(format!("{} {name}: {error}", notice.path)))
            }));
        }
    }
    Ok(artifacts)
}

fn workbook(
    project: &Project,
    form: &Form<'_>,
    office: &str,
    entries: &[Entry<'_>],
) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = new_workbook(&properties(form.notice)?);
    let words: Vec<&str> =
        project.site.statuses.iter().map(|(_, status)| status.word.value.as_str()).collect();
    let choices = explain(workbook.add_worksheet().set_name(EXPLANATION)?, form.notice, &words)?;
    let sheet = workbook.add_worksheet().set_name(SHEET)?;
    write_head(sheet, form, office)?;
    write_rows(sheet, form, office, entries)?;
    let last = HEAD + line(entries.len());
    validate(sheet, form, last, choices)?;
    finish(sheet, form, last)?;
    workbook.save_to_buffer()
}

/// Writes the five lines and the words for 状态. Returns the range of these.
fn explain(sheet: &mut Worksheet, notice: &Notice, words: &[&str]) -> Result<Formula, XlsxError> {
    let issuer = &notice.issuer.value;
    let lines = [
        format!("1. 请在“{SHEET}”表的浅黄色各列中填写；其他各列是规定内容，已锁定，请勿改动。"),
        "2. 有进展的事项填一行，没有进展的整行留空；不要合并单元格，不要增加行。".to_owned(),
        "3. “状态”从下拉列表中选一个词；“进展情况”写做了什么、有什么成果，分段时按 Alt+Enter，写不下时可拉高行。"
            .to_owned(),
        "4. “佐证材料”一行写一件的名称；“填报日期”写成 2024-9-30 的样子，不晚于交回的当天；“填报人”可以不填。"
            .to_owned(),
        format!("5. 填好后保存为 Excel 工作簿（文件名可以改），交回{issuer}。"),
    ];
    sheet.set_column_width(0, 92)?;
    sheet.set_row_height(0, 45)?;
    sheet.write_string_with_format(0, 0, EXPLANATION, &style::title())?;
    let format = style::explanation();
    for (row, text) in (1..).zip(&lines) {
        sheet.set_row_height(row, f64::from(line(wrapped_lines(text, EXPLAINED))) * 24.0 + 8.0)?;
        sheet.write_string(row, 0, text)?;
    }
    let head = line(lines.len()) + 2;
    sheet.write_string(head, 0, "可选的状态：")?;
    for (row, word) in (head + 1..).zip(words) {
        sheet.set_row_height(row, 24)?;
        sheet.write_string(row, 0, *word)?;
    }
    // A format is looked up by all that it says: once for rows under each other, not for every cell.
    sheet.set_range_format(1, 0, line(lines.len()), 0, &format)?;
    sheet.set_range_format(head, 0, head + line(words.len()), 0, &format)?;
    sheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.protect_with_options(&freedoms());
    let (first, last) = (head + 2, head + 1 + line(words.len()));
    Ok(Formula::new(format!("='{EXPLANATION}'!$A${first}:$A${last}")))
}

/// Writes what stands above the rows.
fn write_head(sheet: &mut Worksheet, form: &Form<'_>, office: &str) -> Result<(), XlsxError> {
    let last = index(form.columns.len()) - 1;
    let split = form.columns.iter().position(|column| column.role == Role::Identity).unwrap_or_default();
    let across = [
        ("工作任务进展填报表".to_owned(), style::title(), 1.6, 30.0),
        (form.notice.title.value.clone(), style::note().set_font_size(12), 1.1, 18.0),
        (format!("填报单位：{office}"), style::unit(), 1.1, 22.0),
    ];
    for (row, (text, format, size, height)) in (0..).zip(across) {
        let lines = wrapped_lines(&text, half_widths(form, size));
        sheet.set_row_height(row, (f64::from(line(lines)) * height).min(HIGHEST_ROW))?;
        let format = if row == 1 { format.set_align(rust_xlsxwriter::FormatAlign::Center) } else { format };
        sheet.merge_range(row, 0, row, last, &text, &format)?;
    }
    let band = HEAD - 1;
    let [fixed, to_fill] = &FORMATS.heads;
    sheet.set_row_height(band, 20)?;
    sheet.merge_range(band, 0, band, index(split) - 1, "规定内容（已锁定）", fixed)?;
    sheet.merge_range(band, index(split) + 1, band, last, "请在以下各列填写", to_fill)?;
    let mut lines = 1;
    for (i, column) in form.columns.iter().enumerate() {
        lines = lines.max(wrapped_lines(&column.heading, column.width));
        let identity = column.role == Role::Identity;
        let text = if identity { Mark::head() } else { column.heading.clone() };
        sheet.write_string(HEAD, index(i), text)?;
        let width = u32::try_from(column.width + SLACK).unwrap_or(u32::MAX);
        sheet.set_column_width(index(i), f64::from(width) * UNITS_PER_COLUMN)?;
        if identity {
            sheet.set_column_hidden(index(i))?;
        }
    }
    sheet.set_range_format(HEAD, 0, HEAD, index(split), fixed)?;
    sheet.set_range_format(HEAD, index(split) + 1, HEAD, last, to_fill)?;
    sheet.set_row_height(HEAD, height(lines))?;
    Ok(())
}

/// The half widths of a line across the sheet, in letters larger than the text's by a factor.
fn half_widths(form: &Form<'_>, size: f64) -> usize {
    let shown = form.columns.iter().filter(|column| column.role != Role::Identity);
    let all: usize = shown.map(|column| column.width + SLACK).sum();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "about a hundred")]
    let fitting = (f64::from(line(all)) / size) as usize;
    fitting.saturating_sub(4).max(2)
}

fn write_rows(
    sheet: &mut Worksheet,
    form: &Form<'_>,
    office: &str,
    entries: &[Entry<'_>],
) -> Result<(), XlsxError> {
    for (row, entry) in (HEAD + 1..).zip(entries) {
        let mut lines = FEWEST_LINES;
        for (i, column) in form.columns.iter().enumerate() {
            let (text, own) = form.cell(entry, office, column);
            lines = lines.max(own);
            sheet.write_string(row, index(i), text)?;
        }
        sheet.set_row_height(row, height(lines))?;
    }
    // Likewise: once for columns beside each other.
    let (mut first, last) = (0, HEAD + line(entries.len()));
    for alike in form.columns.chunk_by(|left, right| ptr::eq(FORMATS.of(left), FORMATS.of(right))) {
        let behind = first + index(alike.len());
        sheet.set_range_format(HEAD + 1, first, last, behind - 1, FORMATS.of(&alike[0]))?;
        first = behind;
    }
    Ok(())
}

/// The formats of the rows and their heads, made once for all handouts.
static FORMATS: LazyLock<Formats> = LazyLock::new(|| Formats {
    fixed: [false, true].map(style::fixed),
    filled: [false, true].map(style::filled),
    dated: style::filled_date(),
    heads: [false, true].map(style::form_head),
});

struct Formats {
    /// By whether the text stands in the middle.
    fixed: [Format; 2],
    /// Likewise.
    filled: [Format; 2],
    dated: Format,
    /// By whether the office fills in what is below.
    heads: [Format; 2],
}

impl Formats {
    fn of(&self, column: &Column) -> &Format {
        match column.role {
            Role::Measure | Role::Identity => &self.fixed[0],
            Role::Table | Role::Number | Role::Task | Role::Offices | Role::Deadline => &self.fixed[1],
            Role::Report | Role::Evidence => &self.filled[0],
            Role::Status | Role::Reporter => &self.filled[1],
            Role::Dated => &self.dated,
        }
    }
}

/// What may be typed where: a word of the list, a day. Whoever pastes gets past it; reading judges again.
fn validate(sheet: &mut Worksheet, form: &Form<'_>, last: u32, choices: Formula) -> Result<(), XlsxError> {
    let at = |role| form.columns.iter().position(|column| column.role == role).map_or(0, index);
    let status = DataValidation::new()
        .allow_list_formula(choices)
        .set_error_title("状态")?
        .set_error_message("请从下拉列表中选一个词。")?;
    sheet.add_data_validation(HEAD + 1, at(Role::Status), last, at(Role::Status), &status)?;
    let days = DataValidationRule::Between(
        ExcelDateTime::from_ymd(2000, 1, 1)?,
        ExcelDateTime::from_ymd(2099, 12, 31)?,
    );
    let dated = DataValidation::new()
        .allow_date(days)
        .set_error_style(DataValidationErrorStyle::Warning)
        .set_error_title("填报日期")?
        .set_error_message("请填日期，例如 2024-9-30。")?;
    sheet.add_data_validation(HEAD + 1, at(Role::Dated), last, at(Role::Dated), &dated)?;
    Ok(())
}

/// Filters, protection, and the page.
fn finish(sheet: &mut Worksheet, form: &Form<'_>, last: u32) -> Result<(), XlsxError> {
    let last_column = index(form.columns.len()) - 1;
    sheet.autofilter(HEAD, 0, last, last_column)?;
    sheet.ignore_error_range(HEAD, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
    sheet.protect_with_options(&freedoms());
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    let first_filled = form.columns.iter().position(|column| column.role.is_filled()).map_or(0, index);
    sheet.set_selection(HEAD + 1, first_filled, HEAD + 1, first_filled)?;
    sheet.set_active(true);
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.35);
    sheet.set_print_center_horizontally(true);
    sheet.set_footer("&C&\"宋体\"&12— &P —");
    sheet.set_repeat_rows(HEAD - 1, HEAD)?;
    Ok(())
}

/// What a locked sheet still allows: everything that moves and shows cells, nothing that changes them.
fn freedoms() -> ProtectionOptions {
    ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    }
}

fn height(lines: usize) -> f64 {
    (f64::from(line(lines)) * style::FORM_LINE + style::ROW_PADDING).min(HIGHEST_ROW)
}

fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn line(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
