//! Tables of duties in a paper, which become files of tasks.

use crate::read::import::fault::{paper as fault, personal_note};
use crate::read::import::foot::is_personal;
use crate::read::import::paper::files::Files;
use crate::read::import::paper::intake::table_name;
use crate::read::import::paper::likeness::Likeness;
use crate::read::import::paper::signs::normal;
use crate::read::import::paper::table_title::is_of_caption;
use crate::read::import::paper::tasks::{number_measures, with_notes};
use crate::read::import::paper::written::{tell_cells, tell_links};
use crate::read::import::paper::{Reading, sheet};

/// A file of tasks that was made of a table.
pub struct Tasks {
    /// Its name.
    pub file: String,
    /// The number of its tasks.
    pub count: usize,
    /// The heads because of which the table was taken for one of duties.
    pub heads: String,
}

/// Imports a table of duties with the lines around it.
pub fn duties(
    reading: &mut Reading<'_>,
    table: usize,
    title: &str,
    lines: &[usize],
    files: &mut Files,
) -> Option<Tasks> {
    let Likeness::Duties(heads) = reading.lines[table].likeness()? else { return None };
    let heads = heads.join("”“");
    let place = lines.iter().position(|i| *i == table)?;
    let (above, below) = (&lines[..place], &lines[place + 1..]);
    // 填报单位 and a second line of the title belong to the table, other words beside it are notes.
    let (own, beside): (Vec<usize>, Vec<usize>) =
        above.iter().copied().partition(|i| is_of_caption(&reading.lines[*i].text));
    let own_title = reading.lines[table].table().and_then(sheet::title);
    let is_again = own_title.is_some_and(|own| normal(&own) == normal(title));
    let title = Some(title.to_owned()).filter(|title| !title.is_empty() && !is_again);
    let texts = own.iter().map(|i| reading.lines[*i].text.clone());
    let above: Vec<String> = title.into_iter().chain(texts).collect();
    let line = &reading.lines[table];
    let sheet = sheet::sheet(table_name(line.place), &above, line.table()?, &[]);
    let imported = reading.intake.intake.table_on(&sheet, &[])?;
    let number = files.tables.len() + 1;
    let file = if number == 1 { "tasks.yaml".to_owned() } else { format!("tasks-{number}.yaml") };
    tell_cells(reading, table, &files.pictures);
    let yaml = number_measures(&imported.yaml).unwrap_or(imported.yaml);
    let yaml = add_notes(reading, yaml, &beside, below);
    files.tables.push((file.clone(), yaml));
    files.offices.extend(imported.offices);
    Some(Tasks { file, count: imported.tasks, heads })
}

/// Tells of a table that is somewhat like one of duties and stays a table of the text.
pub fn tell_near(reading: &mut Reading<'_>, line: usize) {
    if matches!(reading.lines[line].likeness(), Some(Likeness::Near)) {
        reading.say(line, fault::no_table_of_tasks);
    }
}

/// Adds the lines above and below a table to its 表注, and tells of each.
fn add_notes(reading: &mut Reading<'_>, yaml: String, above: &[usize], below: &[usize]) -> String {
    for (i, is_above) in above.iter().map(|i| (*i, true)).chain(below.iter().map(|i| (*i, false))) {
        let text = reading.lines[i].text.clone();
        reading.say(i, |span| fault::note(span, is_above));
        if is_personal(&text) {
            reading.say(i, |span| personal_note(span, &text));
        }
        tell_links(reading, i);
    }
    let texts = |lines: &[usize]| lines.iter().map(|i| reading.lines[*i].text.clone()).collect();
    if above.is_empty() && below.is_empty() { yaml } else { with_notes(&yaml, texts(above), texts(below)) }
}
