//! `gongkai manual`: the manual page for `man`, made from the texts of the help.

use std::io;
use std::process::ExitCode;

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::cli::{Arguments, language, print_line};
use crate::text::message::Lang;

/// Chinese headings of sections.
const HEADINGS: &[(&str, &str)] =
    &[("NAME", "名称"), ("SYNOPSIS", "用法"), ("OPTIONS", "选项"), ("COMMANDS", "命令"), ("VERSION", "版本")];

/// Definition of the apostrophe for old and new versions of roff.
const QUOTES: [&str; 2] = [r".ie \n(.g .ds Aq \(aq", ".el .ds Aq '"];

/// Runs the command.
pub fn run(lang: Lang) -> ExitCode {
    // Writing into memory cannot fail.
    print_line(&page(lang).unwrap_or_default().join("\n"));
    ExitCode::SUCCESS
}

/// The lines of one page for the whole program: common options, then each command.
fn page(lang: Lang) -> io::Result<Vec<String>> {
    let command = language::speak(Arguments::command(), lang);
    let commands: Vec<Command> = command.get_subcommands().cloned().collect();
    let whole = Man::new(command).manual(lang.pick("gongkai 使用手册", "gongkai manual"));
    let mut page: Vec<String> = QUOTES.map(str::to_owned).into();
    page.extend(section(|text| whole.render_title(text))?);
    // No justification: it would widen the few spaces of Chinese lines.
    page.push(".ad l".to_owned());
    page.extend(section(|text| whole.render_name_section(text))?);
    page.extend(section(|text| whole.render_synopsis_section(text))?);
    page.extend(section(|text| whole.render_options_section(text))?);
    page.push(".SH COMMANDS".to_owned());
    for command in commands {
        page.extend(part(command)?);
    }
    page.extend(section(|text| whole.render_version_section(text))?);
    Ok(page.into_iter().map(|line| translated(line, lang)).collect())
}

/// The part about one command, with a heading of the second level: description, synopsis, options.
fn part(command: Command) -> io::Result<Vec<String>> {
    let name = format!("gongkai {}", command.get_name());
    let mut lines = vec![format!(".SS \"{name}\"")];
    // The option --help is described once, at the top.
    let command = command.disable_help_flag(true).mut_args(|arg| {
        let is_help = arg.get_id() == "help";
        arg.hide(is_help)
    });
    let man = Man::new(command.bin_name(name));
    lines.extend(section(|text| man.render_description_section(text))?);
    lines.push(".PP".to_owned());
    lines.extend(section(|text| man.render_synopsis_section(text))?);
    lines.extend(section(|text| man.render_options_section(text))?);
    lines.retain(|line| !line.starts_with(".SH "));
    Ok(lines)
}

/// The lines of a section, without the definition of the apostrophe, which the page has once.
fn section(render: impl Fn(&mut Vec<u8>) -> io::Result<()>) -> io::Result<Vec<String>> {
    let mut text = Vec::new();
    render(&mut text)?;
    let text = String::from_utf8_lossy(&text);
    let lines = text.lines().filter(|line| !QUOTES.contains(line));
    Ok(lines.map(str::to_owned).collect())
}

/// Translates a line if it is a heading.
fn translated(line: String, lang: Lang) -> String {
    let heading = line.strip_prefix(".SH ").and_then(|name| HEADINGS.iter().find(|known| known.0 == name));
    match (heading, lang) {
        (Some((_, chinese)), Lang::Zh) => format!(".SH {chinese}"),
        _ => line,
    }
}
