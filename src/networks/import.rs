//! Many invitations at once, from a table that somebody sends: all rows are right, or nothing is sent.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::invitation::{Invited, NewInvitation, all_already, invite};
use super::network::Network;
use crate::app::App;
use crate::db::schema::organisers;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::{Lang, fold};
use crate::seats::Level;
use crate::tables::{self, Problem, Row, Table};

/// Most people in one file.
pub const MOST_PEOPLE: usize = 1_000;

/// The columns of the file as documented.
const COLUMNS: [&str; 6] = ["email", "name", "organiser", "role", "level", "language"];

/// What a file says, row by row.
pub struct Plan {
    /// Whom to invite, and what is already.
    pub people: Vec<Planned>,
    /// What is wrong; nothing is sent while there is anything.
    pub problems: Vec<Problem>,
}

/// A row of the plan.
pub struct Planned {
    /// Row in the file.
    pub row: usize,
    /// Whom.
    pub person: NewInvitation,
    /// Name of the organiser; may be empty.
    pub organiser: String,
    /// What would happen.
    pub outcome: Invited,
}

impl Plan {
    /// How many would get a mail.
    pub fn to_send(&self) -> usize {
        self.people.iter().filter(|planned| planned.outcome == Invited::Sent).count()
    }

    /// The rows as CSV, to be sent back on confirming and read again.
    pub fn to_csv(&self) -> Result<String> {
        let mut csv = csv::Writer::from_writer(Vec::new());
        csv.write_record(COLUMNS).map_err(Error::internal)?;
        for Planned { person, .. } in &self.people {
            let level = person.level.map_or("", Level::word);
            let code = person.organiser_code.as_deref().unwrap_or("");
            let row = [&person.email, &person.name, code, &person.role, level, person.language.word()];
            csv.write_record(row).map_err(Error::internal)?;
        }
        let bytes = csv.into_inner().map_err(|error| Error::internal(error.into_error()))?;
        String::from_utf8(bytes).map_err(Error::internal)
    }
}

/// Reads a file and looks up what would happen. Problems are told in `lang`.
pub fn plan(db: &mut Db, network: &Network, bytes: &[u8], lang: Lang, now: Timestamp) -> Result<Plan> {
    let table = match tables::read(bytes) {
        Ok(table) => table,
        Err(error) => {
            return Ok(Plan { people: Vec::new(), problems: vec![of_file("", lang.t(error.key()))] });
        }
    };
    let columns = Columns::of(&table);
    let mut plan = Plan { people: Vec::new(), problems: columns.missing(lang) };
    if table.rows.len() > MOST_PEOPLE {
        plan.problems.push(of_file("", lang.tn("import-too-many", MOST_PEOPLE)));
    }
    if !plan.problems.is_empty() {
        return Ok(plan);
    }
    let organisers = OrganiserNames::load(db)?;
    let known = all_already(db, network.id, now)?;
    let mut seen = HashSet::new();
    for row in &table.rows {
        let read = read_row(row, &columns, &organisers, lang, &mut plan.problems);
        let Some((person, organiser)) = read else { continue };
        if !seen.insert(person.email.clone()) {
            plan.problems.push(row.problem("email", lang.t("import-duplicate")));
            continue;
        }
        let outcome = known.get(&person.email).copied().unwrap_or(Invited::Sent);
        plan.people.push(Planned { row: row.number, person, organiser, outcome });
    }
    Ok(plan)
}

/// Invites everybody in the file who is not a member or invited yet; how many. [`Error::Conflict`] when anything
/// is wrong with the file: then nobody is invited.
pub fn invite_all(
    tx: &mut Tx<'_>,
    app: &App,
    network: &Network,
    bytes: &[u8],
    by: Option<Id>,
) -> Result<usize> {
    let plan = plan(tx, network, bytes, Lang::Swedish, app.clock.now())?;
    if !plan.problems.is_empty() {
        return Err(Error::Conflict("error-import-changed"));
    }
    let mut sent = 0;
    for planned in &plan.people {
        if invite(tx, app, network, &planned.person, by)? == Invited::Sent {
            sent += 1;
        }
    }
    Ok(sent)
}

struct Columns {
    email: tables::Column,
    name: tables::Column,
    organiser: tables::Column,
    role: tables::Column,
    level: tables::Column,
    language: tables::Column,
}

impl Columns {
    fn of(table: &Table) -> Self {
        Columns {
            email: table.column(&["email", "e-mail", "e-post", "epost", "e-postadress", "mail", "mejl"]),
            name: table.column(&["name", "namn", "fullständigt namn", "full name"]),
            organiser: table.column(&["organiser", "huvudman", "kommun", "organiser_code", "huvudmannakod"]),
            role: table.column(&["role", "befattning", "uppdrag", "roll", "titel"]),
            level: table.column(&["level", "nivå"]),
            language: table.column(&["language", "språk"]),
        }
    }

    fn missing(&self, lang: Lang) -> Vec<Problem> {
        let needed = [(self.email, "email"), (self.name, "name")];
        let missing = needed.into_iter().filter(|(column, _)| !column.is_there());
        missing.map(|(_, name)| of_file(name, lang.t(&format!("import-no-{name}")))).collect()
    }
}

fn of_file(column: &str, message: String) -> Problem {
    Problem { row: 1, column: column.to_owned(), message }
}

fn read_row(
    row: &Row,
    columns: &Columns,
    organisers: &OrganiserNames,
    lang: Lang,
    problems: &mut Vec<Problem>,
) -> Option<(NewInvitation, String)> {
    let before = problems.len();
    let mut wrong = |column: &str, key: &str| problems.push(row.problem(column, lang.t(key)));
    let email = row.get(columns.email).to_lowercase();
    if email.is_empty() || email.chars().count() > 254 || email.parse::<lettre::Address>().is_err() {
        wrong("email", "import-email");
    }
    let name = row.get(columns.name).to_owned();
    if name.is_empty() || name.chars().count() > 120 {
        wrong("name", "import-name");
    }
    let role = row.get(columns.role).to_owned();
    if role.chars().count() > 120 {
        wrong("role", "import-role");
    }
    let organiser = match organisers.find(row.get(columns.organiser)) {
        Ok(organiser) => organiser,
        Err(key) => {
            wrong("organiser", key);
            None
        }
    };
    let level = level_of(row.get(columns.level)).unwrap_or_else(|| {
        wrong("level", "import-level");
        None
    });
    let language = language_of(row.get(columns.language)).unwrap_or_else(|| {
        wrong("language", "import-language");
        lang
    });
    let (organiser_code, organiser) =
        organiser.map_or((None, String::new()), |(code, name)| (Some(code), name));
    let person = NewInvitation { email, name, organiser_code, role, level, language };
    (problems.len() == before).then_some((person, organiser))
}

fn level_of(text: &str) -> Option<Option<Level>> {
    match fold(text).as_str() {
        "" => Some(None),
        "board" | "namnd" | "styrelse" | "politiker" | "namnd styrelse" | "namnd eller styrelse" => {
            Some(Some(Level::Board))
        }
        "administration" | "forvaltning" => Some(Some(Level::Administration)),
        "principal" | "rektor" => Some(Some(Level::Principal)),
        "teacher" | "larare" | "forskollarare" | "larare forskollarare" | "larare eller forskollarare" => {
            Some(Some(Level::Teacher))
        }
        _ => None,
    }
}

fn language_of(text: &str) -> Option<Lang> {
    match fold(text).as_str() {
        "" | "sv" | "svenska" | "swedish" => Some(Lang::Swedish),
        "en" | "engelska" | "english" => Some(Lang::English),
        _ => None,
    }
}

/// Organisers by everything a list may call them: code, organisation number, name with and without `kommun`.
struct OrganiserNames(HashMap<String, Vec<(String, String)>>);

impl OrganiserNames {
    fn load(db: &mut Db) -> Result<Self> {
        let rows: Vec<(String, String, Option<String>, String)> = organisers::table
            .select((
                organisers::code,
                organisers::name,
                organisers::legal_name,
                organisers::organisation_number,
            ))
            .load(db)?;
        let mut names: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for (code, name, legal_name, number) in rows {
            let legal = legal_name.unwrap_or_default();
            let genitive = if name.ends_with(['s', 'x', 'z']) { name.clone() } else { format!("{name}s") };
            let called = [
                &code,
                &name,
                &legal,
                &number,
                &number.replace('-', ""),
                &format!("{genitive} kommun"),
                &format!("{name} kommun"),
            ];
            for call in called
                .into_iter()
                .map(|call| fold(call))
                .filter(|call| !call.is_empty())
                .collect::<HashSet<_>>()
            {
                names.entry(call).or_default().push((code.clone(), name.clone()));
            }
        }
        Ok(OrganiserNames(names))
    }

    fn find(&self, text: &str) -> Result<Option<(String, String)>, &'static str> {
        match self.0.get(&fold(text)).map(Vec::as_slice) {
            _ if text.is_empty() => Ok(None),
            Some([one]) => Ok(Some(one.clone())),
            Some(_) => Err("import-organiser-unclear"),
            None => Err("import-organiser"),
        }
    }
}
