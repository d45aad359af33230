//! Independent organisers from a table: those with a known organisation number are corrected, the rest added.
//!
//! Columns (in any order, Swedish or English): `name`, `organisation_number`, `municipalities` (names or codes, divided
//! by commas, semicolons or line breaks) and, when known, `pupils` in grade 9. Everything is checked before anything is
//! written.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::editor::Editor;
use super::forms::{MOST_PUPILS, municipalities};
use super::independent::{Independent, add, correct};
use super::number::organisation_number;
use super::organiser::Kind;
use crate::db::schema::organisers;
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::tables::{Column, Problem, Row, Table};

const NAME: &str = "name";
const NUMBER: &str = "organisation_number";
const MUNICIPALITIES: &str = "municipalities";
const PUPILS: &str = "pupils";

/// A table that was read and checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Import {
    /// Those to add.
    pub new: Vec<Independent>,
    /// Those to correct, by code.
    pub known: Vec<(String, Independent)>,
}

/// Reads the table and checks it against what is known; else everything that is wrong with it.
pub fn check(db: &mut Db, table: &Table) -> Result<Result<Import, Vec<Problem>>> {
    let columns = match Columns::of(table) {
        Ok(columns) => columns,
        Err(problems) => return Ok(Err(problems)),
    };
    let (mut rows, mut problems, mut seen) = (Vec::new(), Vec::new(), HashMap::new());
    for row in &table.rows {
        let parsed = columns.parse(row, &mut problems);
        if let Some(first) = parsed.as_ref().and_then(|parsed| seen.insert(parsed.number.clone(), row.number))
        {
            let message = format!("the number also stands in row {first}; keep one of the rows");
            problems.push(row.problem(NUMBER, message));
        }
        rows.extend(parsed.map(|parsed| (row, parsed)));
    }
    let numbers: HashSet<&str> = rows.iter().map(|(_, parsed)| parsed.number.as_str()).collect();
    let known: HashMap<String, (String, Kind)> = organisers::table
        .select((organisers::organisation_number, (organisers::code, organisers::kind)))
        .load::<(String, (String, Kind))>(db)?
        .into_iter()
        .filter(|(number, _)| numbers.contains(number.as_str()))
        .collect();
    let mut import = Import::default();
    for (row, parsed) in rows {
        match known.get(&parsed.number) {
            None => import.new.push(parsed),
            Some((code, Kind::Independent)) => import.known.push((code.clone(), parsed)),
            Some((_, Kind::Municipality)) => problems.push(row.problem(
                NUMBER,
                "this is a municipality; municipalities come from the registers and are not imported",
            )),
        }
    }
    problems.sort_by_key(|problem| problem.row);
    Ok(if problems.is_empty() { Ok(import) } else { Err(problems) })
}

/// Writes what [`check`] found right.
pub fn import(tx: &mut Tx<'_>, import: &Import, by: &Editor) -> Result<()> {
    for new in &import.new {
        add(tx, new, by)?;
    }
    for (code, to) in &import.known {
        correct(tx, code, to, by)?;
    }
    Ok(())
}

struct Columns {
    name: Column,
    number: Column,
    municipalities: Column,
    pupils: Column,
}

impl Columns {
    fn of(table: &Table) -> Result<Self, Vec<Problem>> {
        let columns = Columns {
            name: table.column(&[NAME, "namn", "huvudman", "organiser"]),
            number: table.column(&[NUMBER, "organisationsnummer", "orgnr", "org.nr", "orgnummer", "number"]),
            municipalities: table.column(&[MUNICIPALITIES, "kommuner", "kommun", "municipality"]),
            pupils: table.column(&[PUPILS, "elever", "antal elever"]),
        };
        let needed =
            [(columns.name, NAME), (columns.number, NUMBER), (columns.municipalities, MUNICIPALITIES)];
        let missing: Vec<Problem> = needed
            .into_iter()
            .filter(|(column, _)| !column.is_there())
            .map(|(_, name)| Problem {
                row: 1,
                column: name.to_owned(),
                message: format!("the column is missing; the file has {}", table.columns.join(", ")),
            })
            .collect();
        if missing.is_empty() { Ok(columns) } else { Err(missing) }
    }

    /// What a row says; nothing when it says something wrong, which is then among the problems.
    fn parse(&self, row: &Row, problems: &mut Vec<Problem>) -> Option<Independent> {
        let before = problems.len();
        let name = row.get(self.name);
        if !(2..=200).contains(&name.chars().count()) {
            problems.push(row.problem(NAME, "write a name of 2 to 200 characters"));
        }
        let number = organisation_number(row.get(self.number));
        if number.is_none() {
            let message = format!(
                "{:?} is not an organisation number: ten digits, the third at least 2, the last a check digit",
                short(row.get(self.number))
            );
            problems.push(row.problem(NUMBER, message));
        }
        let (codes, unknown) = municipalities(row.get(self.municipalities));
        if let Some(first) = unknown.first() {
            problems.push(row.problem(
                MUNICIPALITIES,
                format!("{:?} is no municipality; check the spelling", short(first)),
            ));
        } else if codes.is_empty() {
            problems.push(row.problem(MUNICIPALITIES, "name at least one municipality"));
        }
        let pupils = match row.get(self.pupils) {
            "" => None,
            text => {
                match text.replace([' ', '\u{a0}'], "").parse().ok().filter(|n| (0..=MOST_PUPILS).contains(n))
                {
                    Some(pupils) => Some(pupils),
                    None => {
                        let message = format!(
                            "{:?} is not a number from 0 to {MOST_PUPILS}; leave it empty if unknown",
                            short(text)
                        );
                        problems.push(row.problem(PUPILS, message));
                        None
                    }
                }
            }
        };
        let number = number.filter(|_| problems.len() == before)?;
        Some(Independent { name: name.to_owned(), number, pupils, municipalities: codes })
    }
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
