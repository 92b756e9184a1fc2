//! Chinese texts of the command line: help is written in English at the options, and translated here.

mod errors;
mod words;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, Command};

use crate::cli::language::words::{chinese, value_name};
use crate::text::message::Lang;

pub use errors::explain;

/// Layout of Chinese help; clap's default layout has English words.
const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}";

/// Translates the help of a command.
pub fn speak(command: Command, lang: Lang) -> Command {
    match lang {
        Lang::En => command,
        Lang::Zh => translate(command),
    }
}

fn translate(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let command = command
        .about(chinese(&name).unwrap_or_default())
        .help_template(TEMPLATE)
        .subcommand_help_heading("命令")
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .display_order(900)
                .help("显示帮助"),
        );
    let command = if command.get_version().is_some() {
        let version =
            Arg::new("version").short('V').long("version").action(ArgAction::Version).display_order(901);
        command.disable_version_flag(true).arg(version.help("显示版本"))
    } else {
        command
    };
    let usage = if name == "gongkai" {
        "gongkai <命令> [选项]".to_owned()
    } else {
        let values = command.get_positionals().filter_map(|arg| {
            let (left, right) = if arg.is_required_set() { ("<", ">") } else { ("[", "]") };
            Some(format!(" {left}{}{right}", value_name(arg.get_id().as_str())?))
        });
        let values: String = values.collect();
        format!("gongkai {name}{values} [选项]")
    };
    command
        .override_usage(usage)
        .mut_args(|arg| {
            let help: StyledStr = chinese(arg.get_id().as_str()).unwrap_or_default().into();
            let heading = if arg.is_positional() { "参数" } else { "选项" };
            let arg = arg.help(help).help_heading(heading);
            let Some(value) = value_name(arg.get_id().as_str()) else { return arg };
            arg.value_name(value).hide_default_value(true).hide_possible_values(true)
        })
        .mut_subcommands(translate)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{chinese, value_name};
    use crate::cli::Arguments;

    /// A command with all its subcommands.
    fn all(command: &clap::Command) -> Vec<&clap::Command> {
        std::iter::once(command).chain(command.get_subcommands().flat_map(all)).collect()
    }

    #[test]
    fn every_command_and_option_has_chinese() {
        let mut whole = Arguments::command();
        whole.build();
        for command in all(&whole) {
            assert!(chinese(command.get_name()).is_some(), "no Chinese for {}", command.get_name());
            for arg in command.get_arguments() {
                let id = arg.get_id().as_str();
                assert!(chinese(id).is_some(), "no Chinese for {id} of {}", command.get_name());
                let takes = arg.get_action().takes_values();
                assert!(!takes || value_name(id).is_some(), "the value of {id} has no Chinese name");
            }
        }
    }
}
