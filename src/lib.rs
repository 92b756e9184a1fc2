//! `gongkai` (公开): from what a bureau writes down once to everything it must publish and hand out.
//!
//! > Read everything. Understand it. Judge it. Plan every file. Make the files. Put them in place, all at once.
//!
//! The modules below stand in the order in which content passes them. Data only moves forward; imports only
//! point down, and `tests/house.rs` holds them to it:
//!
//! ```text
//!  6                                  main.rs
//!  5                                   cli/            one file per subcommand; the day, the language, printing
//!                          ┌─────────────┴───────────┐
//!  4                  pipeline.rs                  output/          change · commit · moves · journal · seal · serve · watch
//!             ┌────────────┼──────────────┐          │
//!  3        read/        check/        render/ ◄─────┘              three wings that do not know each other
//!             └────────────┼──────────────┘
//!  2      diagnostic/   error/         model/                       what was found · what failed · what there is
//!  1       source/        text/        calendar/                    places · words · days
//! ```
//!
//! **Where to find things**
//!
//! - The file format, a file for each kind of file: `read/form/`; the closed lists of words that fields take:
//!   `read/form/words.rs`; its JSON Schema, which editors read: `read/form/schema.rs`. A value's way into it:
//!   `read/disk/` (found and read) → `read/yaml/` (tree with places; serde, which goes on after a mistake) →
//!   `read/lower/` (names resolved, days understood, links followed). GBK and UTF-16: `text/encoding.rs`. The words
//!   inside attached files, and what runs in them: `read/attached/`, a file for each family of formats; which kinds may be
//!   published: [`model::attached`]; the files themselves stay on the disk ([`model::stored`]). A table, roster
//!   or register out of anybody's workbook: [`read::import`]. A paper out of Word, a page or a text: read into paragraphs and
//!   tables by [`read::document`] (`word/`, `page/`), understood in `read/import/paper/`, a file for each part of a paper; the
//!   commands: `cli/import/paper.rs`, `cli/new/from.rs`. Every workbook from outside is opened by `read/workbook/` (the text that
//!   a cell shows: `read/workbook/format/`), every archive by `read/package/`: both bounded; panics of libraries end in `read/package/guard.rs`.
//! - A paper, parsed once for every format and rule: [`model::paper`]; built from Markdown in `read/lower/paper/`, the
//!   only place that knows Markdown's grammar; its HTML: `render/html/paper.rs` and, for words and links,
//!   `render/html/words.rs`.
//! - Words of the program's own that must not be published: gaps of its drafts, its example: [`text::placeholder`].
//! - A table within a text, `{{责任分解表}}`: resolved in `read/lower/paper/placed.rs`, judged in `read/lower/placed.rs`; on pages
//!   `render/html/attachments.rs`, in Word `render/docx/notice.rs`, out of a paper `read/import/paper/placed.rs`.
//! - A title and the bodies that issue it: [`model::title`]; where its lines end, on paper and elsewhere: [`text::title`]; 签发人, 附注, 版记:
//!   [`model::imprint`].
//! - Open data: `render/data/`; its identifiers of items, which outlive changes of a table: [`model::item_key`]; linked data
//!   in the head of a page: `render/html/linked.rs`.
//! - Every kind of finding there is: [`pipeline::codes`]; those of reading: `read/fault/`. How findings are printed:
//!   `diagnostic/print/`, equal ones together (`fold.rs`), beside a build by their number (`brief.rs`); how many of one kind in one file are kept: [`diagnostic::KEPT`]. Characters that no output can
//!   hold: `text/character.rs`.
//! - Single texts judged without a project: [`pipeline::single`], which moves the findings about the imported paper to the
//!   paper's own lines; the command: `cli/check/files.rs`.
//! - A rule: one file in `check/<family>/`, one line in [`check::RULES`]. What people accept or set to
//!   another level: `check/acceptance.rs`, `check/levels.rs`. The words that rules of prose read, gathered once for all
//!   of them, notice by notice: `check/prose.rs`; which signs a passage may have, so that most rules skip most passages:
//!   [`text::characters`].
//! - Phrases that are probably mistyped: [`text::near_miss`], with its table made by `tools/near_miss.py`; laws and their
//!   state: [`text::law`]. The bureau's own words: [`model::wording`]. How binding each kind of finding is:
//!   `diagnostic/basis.rs`. Correct papers, on which nothing may be said: `tests/correct/`.
//! - Numbers of persons: found in any text by [`text::personal`], which knows every form in which a digit is written;
//!   where they are looked for: `check/numbers.rs`. No printed line shows them: `diagnostic/print/private.rs`.
//! - Automatic corrections: a finding carries its own; which kinds have one, and whether it changes words:
//!   [`pipeline::mend`], which tries them until nothing changes; applied to one text: [`diagnostic::mend()`]. Written, kept and
//!   taken back like every change of the project's own files: `output/change.rs`, `output/undo.rs` and `output/history.rs`; a killed
//!   run: `output/settle.rs`.
//! - A format: one file or folder in `render/`, one line in [`render::FORMATS`]. Addresses: `render/routes.rs`.
//! - The parts of every page around its content, from `site.yaml`: `render/html/site.rs`, computed once; the head of a
//!   page: `render/html/page.rs`. The content alone, for a portal's editor: `render/html/inline.rs`.
//! - 总览, the public progress of all open notices: [`model::overview`]; on the home page and on a page of its own:
//!   `render/html/overview.rs`.
//! - 固定栏目 and their pages: [`model::fixed_place`]; 解读 and 相关链接: [`model::related`]; 有效性: [`model::validity`]; the
//!   code of a page's address: `render/html/qr.rs`.
//! - Lists for readers (sections, years, offices, deadlines): [`model::browse`]; their pages:
//!   `render/html/{lists,browse}.rs`. The data of the search: `render/search/`; the search: `templates/search.js`.
//! - A template: `templates/`, one line in [`render::TEMPLATES`]; a project's own file of that name replaces it.
//!   It sees `site`, `page` and `view`, the content of the page: `render/html/view/`, or beside the page's function.
//! - The data shared by the pages of a notice (its public ledger, its reports with their neighbours, its divided tables):
//!   `render/publication.rs`, computed before files are planned; the ledger page
//!   `render/html/ledger/`, a report's page `render/html/note.rs`, a summary's `render/html/summary.rs`.
//! - The item of a progress note, with its entry in the table: [`model::item`]; how the note finds it after the table has
//!   changed: [`model::reference`]; whose report counts: [`model::lead`]. The progress of every item on a day, for
//!   every page, workbook, rule and list that counts: [`model::ledger`]; open duties of offices: [`model::owed`].
//! - Reports made public and taken back: [`pipeline::publish`], fields of a head changed in place by
//!   [`read::set_fields`]. 撤下: [`model::withdrawal`]; its short page: `render/html/withdrawn.rs`.
//! - The form that goes out to offices and comes back, its rows, columns and identities: [`model::handout`]. Made in
//!   `render/xlsx/handout/`, read back in [`read::returned`], written as notes by [`output::change()`].
//! - Internal workbooks of the bureau: `render/xlsx/internal/`, that of its leaders in `overview/`, letters to
//!   offices (催办单) in `reminder.rs`; both, and the cover of handouts, as documents: `render/docx/internal.rs`. The parts of the progress that are public: [`model::shown_progress`]. Everything below `site/` is public.
//! - 政府信息公开目录: [`model::catalogue`]; a notice's 索引号: [`model::index`]; the block of fields that a portal shows
//!   with every notice: [`model::metadata`]. 基层政务公开标准目录 of a field, which is a table like any other:
//!   [`model::standard`].
//! - The table's spans, for every format: [`model::grid`], block by block of [`model::part`]; its plain rows: [`model::flat`]. The division of a
//!   table of thousands of rows into pages: [`model::long`]; the further pages: `render/html/long.rs`; of a ledger:
//!   [`model::ledger_pages`]. The columns on a screen, and where rows become cards: `render/columns.rs`. The printed
//!   sheet, its widths, lines and pages: `render/print/`, shared by workbook and Word; words repeated on further pages: [`model::repeat`]. `rust_xlsxwriter` writes every workbook, by way of
//!   `render/xlsx/{book,sheet}.rs`; its formats: `render/xlsx/style.rs`; which texts are numbers or days:
//!   `render/xlsx/value.rs`; the sheets to work with: `render/xlsx/{data,progress}.rs`.
//! - The paper in Word by GB/T 9704-2012: `render/docx/`; every measure with its clause in `measure.rs`; the order of elements
//!   in `look.rs`, `content.rs` and `section.rs`; the fixed parts in `parts.rs` and `styles.rs`; its table, page by page, in
//!   `table.rs`. 版头, 格式 and 印章: [`model::imprint`].
//! - The paper as a browser prints it: the print style in `templates/style.css`. `cli/pdf/` has it printed by a program of
//!   the computer, in a folder of its own (`output/workshop.rs`), from a page whose tables are divided as those of the Word
//!   document (`render/html/printed.rs`).
//! - All or nothing: `output/commit.rs` has the files made (`make.rs`), `output/moves.rs` looks for what is in their way,
//!   `output/journal.rs` puts them in place so that it can be undone, `output/place.rs` is the folder. What a killed run
//!   left half done is mended before any command that writes: `cli/recovery.rs`. Every call that changes the disk:
//!   `output/door.rs`, where tests let it fail. How a build knows that it would make what lies there already:
//!   `output/seal.rs`.
//! - The package for uploading, and its list of files to be removed: `output/pack.rs`; the command: `cli/pack.rs`.
//! - The preview: `output/serve/` answers browsers (`guard.rs`: whom, and under which headers; `pages.rs`: with what;
//!   `news.rs`: tells them of changes; `transport.rs`: the only runtime), `output/watch.rs` hears of saves,
//!   `read/disk/memory.rs` knows what need not be read again, `cli/serve.rs` brings them
//!   together; the page of findings that it shows: `diagnostic/print/html.rs`.
//! - 工作台, the window for people without a terminal: `cli/desk/` (`round.rs`: answers to looks; `actions.rs`: what forms ask
//!   for, by the functions behind the commands; `view.rs`, `findings.rs`: the content of its pages; `asking.rs`: small
//!   forms beside findings), its pages in `templates/desk/`, which no
//!   project replaces; the transport is that of the preview, with a token and forms (`guard.rs`, `form.rs`).
//! - What a new project is made of, file by file: `cli/new/project/`, one line each in `cli/new/files.rs`.
//! - 汇总, the joined sites of many bureaus: [`model::joined`]; read through their `data/` in [`read::joined`], whose
//!   `address.rs` keeps links inside each site; made in `render/joined.rs`, with its pages in `render/html/joined/`, its lists
//!   in `data/joined.rs` and `search/joined.rs`, and templates of its own in `templates/joined/`; the command: `cli/join.rs`.
//! - A double click on Windows, which opens the desk: `cli/click.rs`.
//! - Every sentence of the command line in Chinese: `cli/language/`; help, completions and manual page share it.
//!
//! **What holds**
//!
//! - Two doors: content enters through [`read::discover`] (returned workbooks through [`read::returned::discover`]),
//!   files leave through [`output::commit`] (changes of the project's own files through [`output::change()`]), or to a browser through
//!   [`output::Server`]. What is published as it is never passes through memory: `output` copies it, and only as long as
//!   it is the file that was read. Between them no clock, no environment, no disk (Clippy's `disallowed-methods` keeps watch). One exception:
//!   `rust_xlsxwriter` keeps the rows of a large sheet in a temporary file without a name (`render/xlsx/book.rs`).
//! - What people wrote wrongly is a [`diagnostic::Diagnostic`]: collected, located, coded, in two languages. What
//!   the world refused is an [`error::Error`]. Never the other.
//! - If any finding is an error, or any file cannot be made or put in place, the output stays exactly as it was.
//! - What people wrote is published as written. Scalars stay the text they are in the file; nothing is mended.
//! - Same content, same day: same bytes, workbooks included.
//! - What files share is worked out before they are planned (`render::Edition`), not when it is first asked for: a thread
//!   that waits for a lock takes up another rayon job, and one that asks for the same lock would deadlock.
//!
//! **Where this left the first plan.** `serde_yaml` has no places and stops at the first mistake, and a value that
//! has passed through its `Value` is no longer what was written (`1.10` is `1.1`). So the tree comes from
//! `saphyr-parser`, and serde fills the structs from it; `serde_yaml` reads the scalars that are not texts, such
//! as 公开, and writes the fields of new notes. A test holds both to the same reading of the same file.
//!
//! There are no incremental builds, as planned: a build makes everything or, when nothing at all has changed, nothing.
//! The plan had it make everything then, too, and compare; reading the content and looking at the files' times is
//! several times cheaper (`benches/README.md`), most of all where there are workbooks.

pub mod cli;
pub mod pipeline;

pub mod read;

pub mod check;

pub mod render;

pub mod output;

pub mod diagnostic;
pub mod error;
pub mod model;

pub mod calendar;
pub mod source;
pub mod text;

#[cfg(test)]
mod testing;
