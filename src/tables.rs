//! Tables that people send: CSV as spreadsheets of any country write it, and Excel.
//!
//! The first row names the columns. Names are compared without regard to case, accents and punctuation, and a
//! column may go by several names, so that `Organisationsnummer`, `Org.nr` and `organisation_number` are one.
//! A row remembers where in the file it stood; problems name the row, the column, what is wrong and how to mend it.

use std::fmt;
use std::path::Path;

use calamine::{Data, Reader, Xlsx};

use crate::error::{Error, Result};
use crate::i18n::fold;

/// Most rows that are read; what is longer is not a list that somebody keeps by hand.
pub const MOST_ROWS: usize = 20_000;

/// Largest file, in bytes.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Longest cell, in characters.
const LONGEST_CELL: usize = 5_000;

/// A table with named columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns as they stand in the file.
    pub columns: Vec<String>,
    /// The rows that are not empty.
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands in the file, counted from 1; the names of the columns are row 1.
    pub number: usize,
    cells: Vec<String>,
}

/// Which column holds what; `None` where the file has no such column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column(Option<usize>);

/// Why a file cannot be read as a table at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableError {
    /// There is nothing in it, or only the names of the columns.
    Empty,
    /// It is neither CSV nor Excel.
    NotATable,
    /// It has more than [`MOST_BYTES`] or [`MOST_ROWS`].
    TooLarge,
}

impl TableError {
    /// Locale key that says what is wrong and how to mend it.
    pub fn key(&self) -> &'static str {
        match self {
            TableError::Empty => "table-empty",
            TableError::NotATable => "table-unreadable",
            TableError::TooLarge => "table-too-large",
        }
    }
}

impl fmt::Display for TableError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::i18n::Lang::English.t(self.key()))
    }
}

/// One thing wrong in a table.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// Row in the file; 1 for the names of the columns.
    pub row: usize,
    /// Name of the column as documented.
    pub column: String,
    /// What is wrong and how to mend it, in words.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "row {}, column {}: {}", self.row, self.column, self.message)
    }
}

/// Reads a file.
pub fn read_file(path: &Path) -> Result<Table> {
    let shown = path.display();
    let bytes = std::fs::read(path).map_err(|error| Error::Setup(format!("cannot read {shown}: {error}")))?;
    read(&bytes).map_err(|error| Error::Setup(format!("{shown}: {error}")))
}

/// Reads a table from the bytes of a CSV file (`,`, `;` or tab; UTF-8 with or without a mark, UTF-16 with one,
/// Windows-1252) or of an Excel workbook (`.xlsx`, its first sheet).
pub fn read(bytes: &[u8]) -> Result<Table, TableError> {
    if bytes.len() > MOST_BYTES {
        return Err(TableError::TooLarge);
    }
    let lines = if bytes.starts_with(b"PK\x03\x04") { from_excel(bytes)? } else { from_csv(bytes)? };
    let mut lines = lines.into_iter().filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
    let (_, columns) = lines.next().ok_or(TableError::Empty)?;
    let rows: Vec<Row> = lines.map(|(number, cells)| Row { number, cells }).collect();
    match rows.len() {
        0 => Err(TableError::Empty),
        n if n > MOST_ROWS => Err(TableError::TooLarge),
        _ => Ok(Table { columns, rows }),
    }
}

impl Table {
    /// The column that goes by any of these names.
    pub fn column(&self, names: &[&str]) -> Column {
        let names: Vec<String> = names.iter().map(|name| plain(name)).collect();
        Column(self.columns.iter().position(|column| names.contains(&plain(column))))
    }
}

impl Column {
    /// Whether the file has the column.
    pub fn is_there(self) -> bool {
        self.0.is_some()
    }
}

impl Row {
    /// What stands in a column, without white space around it; empty when the file has no such column.
    pub fn get(&self, column: Column) -> &str {
        column.0.and_then(|index| self.cells.get(index)).map_or("", String::as_str)
    }

    /// A problem with a cell of this row.
    pub fn problem(&self, column: &str, message: impl Into<String>) -> Problem {
        Problem { row: self.number, column: column.to_owned(), message: message.into() }
    }
}

fn plain(name: &str) -> String {
    fold(name).replace(' ', "")
}

type Lines = Vec<(usize, Vec<String>)>;

fn from_csv(bytes: &[u8]) -> Result<Lines, TableError> {
    let text = decode(bytes);
    // A file of another kind (a picture, an old workbook) is full of what no text holds.
    if text.chars().take(4096).any(|c| c.is_control() && !c.is_whitespace()) {
        return Err(TableError::NotATable);
    }
    let delimiter = delimiter(text.lines().find(|line| !line.trim().is_empty()).unwrap_or(""));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let (mut lines, mut seen, mut number) = (Lines::new(), 0, 1);
    for record in reader.records() {
        let record = record.map_err(|_| TableError::NotATable)?;
        // The reader counts empty lines to the record behind them.
        let begins =
            record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(seen);
        let rest = text.get(begins..).unwrap_or("");
        let begins = begins + rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        number += text.get(seen..begins).unwrap_or("").matches('\n').count();
        seen = begins;
        lines.push((number, record.iter().map(cell).collect()));
        if lines.len() > MOST_ROWS + 1 {
            return Err(TableError::TooLarge);
        }
    }
    Ok(lines)
}

/// UTF-8 where it is that, else what Excel in Sweden writes.
fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or(&[])).0.into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// The delimiter that divides the names of the columns most often, outside quotes.
fn delimiter(first: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b';', 0), (b'\t', 0), (b',', 0)];
    for c in first.chars() {
        quoted ^= c == '"';
        for (delimiter, count) in &mut counts {
            if !quoted && c == char::from(*delimiter) {
                *count += 1;
            }
        }
    }
    // The first of equals wins: a semicolon, because decimals and names may hold commas.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| *delimiter)
}

fn from_excel(bytes: &[u8]) -> Result<Lines, TableError> {
    let mut workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).map_err(|_| TableError::NotATable)?;
    let range =
        workbook.worksheet_range_at(0).ok_or(TableError::Empty)?.map_err(|_| TableError::NotATable)?;
    let first = range.start().map_or(0, |(row, _)| usize::try_from(row).unwrap_or(0));
    if range.height() > MOST_ROWS + 1 || range.width() > 200 {
        return Err(TableError::TooLarge);
    }
    Ok(range
        .rows()
        .enumerate()
        .map(|(index, row)| (first + index + 1, row.iter().map(excel_cell).collect()))
        .collect())
}

fn excel_cell(data: &Data) -> String {
    match data {
        // A number that somebody typed as a number: no decimals that were never there.
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Error(_) | Data::Empty => String::new(),
        other => cell(&other.to_string()),
    }
}

/// A cell without white space around it, cut where it is longer than anybody means.
fn cell(text: &str) -> String {
    text.trim().chars().filter(|c| *c != '\0').take(LONGEST_CELL).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(bytes: &[u8]) -> Vec<String> {
        let table = read(bytes).unwrap();
        let name = table.column(&["namn", "name"]);
        table.rows.iter().map(|row| row.get(name).to_owned()).collect()
    }

    #[test]
    fn every_usual_encoding_and_delimiter_gives_the_same() {
        let plain = "Namn;Org.nr\nHöörs friskola;1\n";
        assert_eq!(names(plain.as_bytes()), ["Höörs friskola"]);
        assert_eq!(names(plain.replace(';', ",").as_bytes()), ["Höörs friskola"]);
        assert_eq!(names(plain.replace(';', "\t").replace('\n', "\r\n").as_bytes()), ["Höörs friskola"]);
        assert_eq!(names(format!("\u{feff}{plain}").as_bytes()), ["Höörs friskola"]);
        assert_eq!(names(&encoding_rs::WINDOWS_1252.encode(plain).0), ["Höörs friskola"]);
        let utf16: Vec<u8> =
            std::iter::once(0xFEFF).chain(plain.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(names(&utf16), ["Höörs friskola"]);
    }

    #[test]
    fn columns_are_found_by_any_spelling_and_rows_keep_their_number() {
        let table = read("Org.nr;Antal elever\n\n\"a\nb\";5\n;;\n2;7;too;many\n".as_bytes()).unwrap();
        let number = table.column(&["orgnr"]);
        assert!(number.is_there() && !table.column(&["namn"]).is_there());
        let rows: Vec<(usize, &str)> = table.rows.iter().map(|row| (row.number, row.get(number))).collect();
        assert_eq!(rows, [(3, "a\nb"), (6, "2")]);
        assert_eq!(table.rows[1].get(table.column(&["namn"])), "");
    }

    #[test]
    fn a_comma_in_quotes_divides_nothing() {
        assert_eq!(delimiter("\"a,b,c\";d"), b';');
        assert_eq!(delimiter("namn"), b';');
    }

    #[test]
    fn what_is_no_table_is_refused() {
        assert_eq!(read(b""), Err(TableError::Empty));
        assert_eq!(read(b"namn;nummer\n\n"), Err(TableError::Empty));
        assert_eq!(read(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(TableError::NotATable));
        assert_eq!(read(b"PK\x03\x04 not really"), Err(TableError::NotATable));
        assert_eq!(read(&vec![b'a'; MOST_BYTES + 1]), Err(TableError::TooLarge));
        assert_eq!(read("namn\n".repeat(MOST_ROWS + 5).as_bytes()), Err(TableError::TooLarge));
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400)) {
            drop(read(&bytes));
        }
    }
}
