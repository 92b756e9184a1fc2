//! Errors in the arguments, in Chinese and English.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::cli::{print_error_line, print_line};
use crate::text::message::Lang;

/// Prints help, the version, or an error of the arguments.
pub fn explain(error: &clap::Error, lang: Lang) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print_line(error.render().ansi().to_string().trim_end());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            print_error_line(error.render().ansi().to_string().trim_end());
            ExitCode::from(2)
        }
        kind => {
            match lang {
                Lang::En => print_error_line(error.render().ansi().to_string().trim_end()),
                Lang::Zh => {
                    print_error_line(&format!(
                        "错误: {}\n\n详细用法：gongkai --help",
                        in_chinese(kind, error)
                    ));
                }
            }
            ExitCode::from(2)
        }
    }
}

/// Brackets around the placeholder of a value in a usage line.
const MARKS: [char; 4] = ['<', '>', '[', ']'];

fn in_chinese(kind: ErrorKind, error: &clap::Error) -> String {
    let word = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let words = |kind| match error.get(kind) {
        Some(ContextValue::Strings(words)) => words.clone(),
        Some(ContextValue::String(word)) => vec![word.clone()],
        _ => Vec::new(),
    };
    // The likeliest of several is the last one.
    let suggestion = |kind| words(kind).pop().map(|word| format!("。是否想写“{word}”？")).unwrap_or_default();
    let argument = word(ContextKind::InvalidArg);
    match kind {
        // A value without a place of its own: the second half of a name with a space.
        ErrorKind::UnknownArgument if !argument.starts_with('-') => {
            format!("多出了“{argument}”。名称里有空格的，要用引号括起来：\"…{argument}\"")
        }
        ErrorKind::UnknownArgument => format!("不认识“{argument}”{}", suggestion(ContextKind::SuggestedArg)),
        ErrorKind::InvalidSubcommand => format!(
            "没有“{}”这个命令{}",
            word(ContextKind::InvalidSubcommand),
            suggestion(ContextKind::SuggestedSubcommand)
        ),
        ErrorKind::InvalidValue if word(ContextKind::InvalidValue).is_empty() => {
            format!("“{argument}”后面没有写内容")
        }
        ErrorKind::InvalidValue => format!(
            "“{argument}”的值“{}”不可用，可以写：{}",
            word(ContextKind::InvalidValue),
            words(ContextKind::ValidValue).join("、")
        ),
        ErrorKind::ValueValidation => format!(
            "“{argument}”的值“{}”不可用{}",
            word(ContextKind::InvalidValue),
            allowed(&argument).map(|values| format!("，可以写：{values}")).unwrap_or_default()
        ),
        ErrorKind::ArgumentConflict => format!("“{argument}”重复了，或不能与其他选项同用"),
        ErrorKind::MissingSubcommand => "缺少命令：build（生成）、check（检查）等".to_owned(),
        ErrorKind::MissingRequiredArgument => {
            let argument = argument.trim_end_matches("...");
            // An option keeps the brackets around its value.
            let is_option = argument.starts_with('-');
            format!("缺少参数“{}”", if is_option { argument } else { argument.trim_matches(MARKS) })
        }
        _ => error
            .render()
            .to_string()
            .lines()
            .next()
            .unwrap_or_default()
            .trim_start_matches("error: ")
            .to_owned(),
    }
}

/// The values that an option with a number takes, by the words with which an error names it.
fn allowed(argument: &str) -> Option<&'static str> {
    let option = argument.split(' ').next()?;
    match option {
        "--port" => Some("0到65535的整数，0是任意一个空闲的"),
        "--raise-limits" => Some("1到64的整数"),
        "--year" => Some("四位数的年份，例如 2024"),
        _ => None,
    }
}
