//! Settings of the sheet to fill in: lists, messages, colours, filters, protection, the page.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime,
    Formula, IgnoreError, ProtectionOptions, Worksheet, XlsxError,
};

use crate::model::deadline::SOON;
use crate::model::handout::{FILLED, Form, Role};
use crate::render::xlsx::handout::place::{BAND, HEAD, index};
use crate::render::xlsx::style;

/// A4, in Excel's numbering.
pub const A4: u8 = 9;
/// Messages on the cells to fill in, and validations of typed values: a word of the list, a day. Pasted values bypass
/// them, so reading checks again.
pub fn validate(
    sheet: &mut Worksheet,
    form: &Form<'_>,
    choices: &Formula,
    last: u32,
) -> Result<(), XlsxError> {
    let days = DataValidationRule::Between(
        ExcelDateTime::from_ymd(2000, 1, 1)?,
        ExcelDateTime::from_ymd(2099, 12, 31)?,
    );
    let of_role = |role| match role {
        Role::Status => DataValidation::new()
            .allow_list_formula(choices.clone())
            .set_error_title("状态")?
            .set_error_message("请从下拉列表中选一个词。")?
            .set_input_message("从列表中选一个词。"),
        Role::Dated => DataValidation::new()
            .allow_date(days.clone())
            .set_error_style(DataValidationErrorStyle::Warning)
            .set_error_title("填报日期")?
            .set_error_message("请填日期，例如 2024-9-30。")?
            .set_input_message("写成 2024-9-30 的样子，不晚于交回的当天。"),
        Role::Evidence => DataValidation::new().set_input_message("一行写一件的名称；换行按 Alt+Enter。"),
        Role::Reporter => DataValidation::new().set_input_message("可以不填。"),
        _ => DataValidation::new().set_input_message("做了什么、有什么成果，不限字数；分段按 Alt+Enter。"),
    };
    for role in FILLED {
        let at = column_of(form, role);
        let rule = of_role(role)?.set_input_title(role.heading())?;
        sheet.add_data_validation(HEAD + 1, at, last, at, &rule)?;
    }
    Ok(())
}

/// Colours deadlines that have passed or come soon, on the day on which somebody looks.
pub fn colour(sheet: &mut Worksheet, form: &Form<'_>, last: u32) -> Result<(), XlsxError> {
    if form.columns.iter().all(|column| column.role != Role::Deadline) {
        return Ok(());
    }
    let (at, due) = (column_of(form, Role::Deadline), column_of(form, Role::Due));
    let day = format!("${}{}", column_number_to_name(due), HEAD + 2);
    let rules = [format!("{day}<TODAY()"), format!("{day}<=TODAY()+{SOON}")];
    for (rule, format) in rules.into_iter().zip(style::pressing()) {
        let rule = format!("=AND(ISNUMBER({day}),{rule})");
        let rule = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format);
        sheet.add_conditional_format(HEAD + 1, at, last, at, &rule.set_stop_if_true(true))?;
    }
    Ok(())
}

/// Filters, protection, and the page.
pub fn finish(sheet: &mut Worksheet, form: &Form<'_>, last: u32) -> Result<(), XlsxError> {
    let last_column = index(form.columns.len()) - 1;
    sheet.autofilter(HEAD, 0, last, last_column)?;
    sheet.ignore_error_range(HEAD, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
    sheet.protect_with_options(&freedoms());
    sheet.set_freeze_panes(HEAD + 1, 0)?;
    let first_filled = form.columns.iter().position(|column| column.role.is_filled()).map_or(0, index);
    sheet.set_selection(HEAD + 1, first_filled, HEAD + 1, first_filled)?;
    sheet.set_active(true);
    sheet.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.35, 0.35, 0.6, 0.7, 0.3, 0.35);
    sheet.set_print_center_horizontally(true);
    sheet.set_footer("&C&\"宋体\"&12— &P —");
    sheet.set_repeat_rows(BAND, HEAD)?;
    Ok(())
}

fn column_of(form: &Form<'_>, role: Role) -> u16 {
    form.columns.iter().position(|column| column.role == role).map_or(0, index)
}

/// Permissions of a locked sheet: everything that moves and shows cells, nothing that changes them.
pub fn freedoms() -> ProtectionOptions {
    ProtectionOptions {
        format_columns: true,
        format_rows: true,
        sort: true,
        use_autofilter: true,
        ..ProtectionOptions::default()
    }
}
