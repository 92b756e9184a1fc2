//! The chapter of commands, from what `--help` prints.

use gongkai::text::message::Lang;

use super::findings::prose;
use crate::support::Project;

/// Help of a command, or of the program for none: its lines in a language.
fn help(command: &str, lang: Lang) -> Vec<String> {
    let named = Some(command).filter(|command| !command.is_empty());
    let arguments: Vec<&str> = named.into_iter().chain(["--help", "--lang", lang.pick("zh", "en")]).collect();
    let run = Project::empty().run(&arguments);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    run.stdout().lines().map(str::to_owned).collect()
}

/// The lines of a part of help that begins with a title, each as a name and what is said of it.
fn entries(help: &[String], title: &str) -> Vec<(String, String)> {
    let lines =
        help.iter().skip_while(|line| line.as_str() != title).skip(1).take_while(|line| !line.is_empty());
    let pairs = lines.map(|line| {
        let (name, words) = line.trim().split_once("  ").unwrap_or_else(|| panic!("{line}"));
        (name.to_owned(), words.trim().to_owned())
    });
    pairs.collect()
}

fn options(help: &[String], lang: Lang) -> Vec<(String, String)> {
    entries(help, lang.pick("选项:", "Options:"))
}

/// The name of an option without its short form and its value.
fn long(name: &str) -> &str {
    name.split(' ').find(|word| word.starts_with("--")).unwrap_or(name)
}

fn table(rows: &[(String, String)], lang: Lang) -> String {
    let head = lang.pick("| 写法 | 含义 |", "| argument | meaning |");
    let rows =
        rows.iter().map(|(name, words)| format!("| `{name}` | {} |", prose(words).replace('|', "\\|")));
    format!("{head}\n|---|---|\n{}", rows.collect::<Vec<_>>().join("\n"))
}

/// Options that every command has.
pub fn global_options(lang: Lang) -> String {
    table(&options(&help("", lang), lang), lang)
}

/// Every command: what it does, how it is called, what it takes beside the options that all have.
pub fn chapter(lang: Lang) -> String {
    let whole = help("", lang);
    let global = options(&whole, lang);
    let mut parts = Vec::new();
    for (command, _) in entries(&whole, lang.pick("命令:", "Commands:")) {
        let help = help(&command, lang);
        let usage = help.iter().find(|line| line.starts_with(lang.pick("用法：", "Usage: "))).unwrap();
        let mut rows = entries(&help, lang.pick("参数:", "Arguments:"));
        let own = options(&help, lang).into_iter();
        rows.extend(own.filter(|(name, _)| !global.iter().any(|(known, _)| long(known) == long(name))));
        parts.push(format!("### gongkai {command}"));
        parts.push(prose(&help[0]) + lang.pick("。", "."));
        parts.push(format!("```text\n{}\n```", usage.trim_start_matches(lang.pick("用法：", "Usage: "))));
        parts.extend((!rows.is_empty()).then(|| table(&rows, lang)));
    }
    parts.join("\n\n")
}
