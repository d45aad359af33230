//! People and history as files tell them.

use std::collections::{BTreeMap, HashMap};

use ::matching::{Format, HalfDays, History, Level, Met, Organiser, Person};

use crate::i18n::{Lang, fold};
use crate::tables::{Column, Problem, Row, Table};

/// Organisers by everything they are called.
pub(super) struct Directory {
    by_name: HashMap<String, String>,
    names: HashMap<String, String>,
}

impl Directory {
    /// From code, name and organisation number.
    pub(super) fn of(rows: Vec<(String, String, String)>) -> Self {
        let mut directory = Directory { by_name: HashMap::new(), names: HashMap::new() };
        for (code, name, number) in rows {
            let called = [fold(&code), fold(&number), fold(&name), fold(&format!("{name} kommun"))];
            // Without a number: an empty cell is nobody.
            for called in called.into_iter().filter(|called| !called.is_empty()) {
                directory.by_name.entry(called).or_insert_with(|| code.clone());
            }
            directory.names.insert(code, name);
        }
        directory
    }

    fn code(&self, called: &str) -> Option<&String> {
        self.by_name.get(&fold(called))
    }

    /// The name of an organiser.
    pub(super) fn name(&self, code: &str) -> String {
        self.names.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }
}

/// A person in the file.
pub(super) struct PersonRow {
    /// Unique name.
    pub key: String,
    /// Name as shown.
    pub name: String,
    /// Code of the organiser.
    pub organiser: String,
    person: Person,
}

/// The people of a file.
#[derive(Default)]
pub(super) struct People {
    /// In the order of the file.
    pub rows: Vec<PersonRow>,
    by_key: HashMap<String, usize>,
    /// By name; none where several share it.
    by_name: HashMap<String, Option<usize>>,
}

impl People {
    /// Reads the people, or finds everything that is wrong.
    pub(super) fn read(table: &Table, directory: &Directory, lang: Lang) -> Result<Self, Vec<Problem>> {
        let column = |names: &[&str]| table.column(names);
        let (name, organiser) = (column(&["name", "namn"]), column(&["organiser", "huvudman", "kommun"]));
        let mut problems = Vec::new();
        missing(&[(name, "name"), (organiser, "organiser")], lang, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let id = column(&["id", "email", "e-post", "e-postadress"]);
        let (role, level) = (column(&["role", "befattning", "roll"]), column(&["level", "nivå"]));
        let (themes, offers) =
            (column(&["themes", "teman"]), column(&["offers", "erbjuder", "kan bidra med"]));
        let (needs, format) = (column(&["needs", "behöver"]), column(&["format", "mötesform"]));
        let travel = column(&["travel_km", "resväg", "resväg km"]);
        let times = column(&["times", "availability", "tider"]);
        let (with, not_with) = (column(&["with", "önskar"]), column(&["not_with", "inte med"]));
        let (mut people, mut wishes) = (People::default(), Vec::new());
        for row in &table.rows {
            let mut cells = Cells { row, lang, problems: &mut problems };
            let shown = cells.required(name, "name");
            let key = if row.get(id).is_empty() { shown.clone() } else { row.get(id).to_owned() };
            let code = match directory.code(row.get(organiser)) {
                Some(code) => code.clone(),
                None => {
                    let message = lang.tname("match-organiser-unknown", row.get(organiser));
                    cells.problems.push(row.problem("organiser", message));
                    String::new()
                }
            };
            if let Some(earlier) = people.place_of_key(&key).and_then(|at| table.rows.get(at)) {
                let message = lang.tn("match-person-twice", i64::try_from(earlier.number).unwrap_or(0));
                cells.problems.push(row.problem("id", message));
            }
            let person = Person {
                level: cells.level(row.get(level)),
                role: row.get(role).to_owned(),
                themes: several(row.get(themes)),
                offers: several(row.get(offers)),
                needs: several(row.get(needs)),
                format: cells.format(row.get(format)),
                travel_limit_km: cells.kilometres(row.get(travel)),
                availability: cells.times(row.get(times)),
                ..Person::default()
            };
            wishes.push((row, several(row.get(with)), several(row.get(not_with))));
            people.add(PersonRow { key, name: shown, organiser: code, person });
        }
        for (at, (row, with, not_with)) in wishes.into_iter().enumerate() {
            let found = people.places(row, "with", &with, lang, &mut problems);
            let not = people.places(row, "not_with", &not_with, lang, &mut problems);
            if let Some(row) = people.rows.get_mut(at) {
                (row.person.with, row.person.not_with) = (found, not);
            }
        }
        if problems.is_empty() { Ok(people) } else { Err(problems) }
    }

    /// The people as the matcher wants them; `organisers` are in the order of their codes.
    pub(super) fn persons(&self, organisers: &[Organiser]) -> Vec<Person> {
        let places: HashMap<&str, usize> =
            organisers.iter().enumerate().map(|(at, each)| (each.key.as_str(), at)).collect();
        let place = |code: &str| places.get(code).copied().unwrap_or_default();
        let person = |row: &PersonRow| Person {
            key: row.key.clone(),
            organiser: place(&row.organiser),
            ..row.person.clone()
        };
        self.rows.iter().map(person).collect()
    }

    /// Reads who has met: columns `person`, `with` and `rounds_ago` (1 where it is left out).
    pub(super) fn history(&self, table: &Table, lang: Lang) -> Result<Vec<Met>, Vec<Problem>> {
        let one = table.column(&["person", "id", "name", "namn"]);
        let other = table.column(&["with", "med"]);
        let ago = table.column(&["rounds_ago", "omgångar sedan"]);
        let (mut met, mut problems) = (Vec::new(), Vec::new());
        missing(&[(one, "person"), (other, "with")], lang, &mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        for row in &table.rows {
            let place = |called: &str, column: &str| match self.place(called) {
                // People who are not matched this time have no part in the history.
                Ok(at) => Ok(Some(at)),
                Err("match-person-unknown") if !called.is_empty() => Ok(None),
                Err(_) if called.is_empty() => Err(row.problem(column, lang.t("match-empty"))),
                Err(key) => Err(row.problem(column, lang.tname(key, called))),
            };
            let (a, b) = (place(row.get(one), "person"), place(row.get(other), "with"));
            let rounds_ago = match row.get(ago) {
                "" => Some(1),
                text => text.parse::<u32>().ok().filter(|ago| *ago > 0),
            };
            match (a, b, rounds_ago) {
                (Ok(Some(a)), Ok(Some(b)), Some(rounds_ago)) => met.push(Met { a, b, rounds_ago }),
                (a, b, rounds_ago) => {
                    problems.extend([a.err(), b.err()].into_iter().flatten());
                    if rounds_ago.is_none() {
                        problems.push(row.problem("rounds_ago", lang.t("match-number-wrong")));
                    }
                }
            }
        }
        if problems.is_empty() { Ok(met) } else { Err(problems) }
    }

    /// Who has met, and which organisers have met by them.
    pub(super) fn with_organisers(&self, people: Vec<Met>, organisers: &[Organiser]) -> History {
        let place = |at: usize| {
            let code = self.rows.get(at).map(|row| row.organiser.as_str())?;
            organisers.iter().position(|each| each.key == code)
        };
        let mut pairs: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        for met in &people {
            if let (Some(a), Some(b)) = (place(met.a), place(met.b))
                && a != b
            {
                let ago = pairs.entry((a.min(b), a.max(b))).or_insert(met.rounds_ago);
                *ago = (*ago).min(met.rounds_ago);
            }
        }
        let organisers = pairs.into_iter().map(|((a, b), rounds_ago)| Met { a, b, rounds_ago }).collect();
        History { people, organisers }
    }

    fn add(&mut self, row: PersonRow) {
        let at = self.rows.len();
        // Nobody is meant by an empty cell.
        if !row.key.is_empty() {
            self.by_key.entry(row.key.to_lowercase()).or_insert(at);
        }
        if !row.name.is_empty() {
            self.by_name.entry(fold(&row.name)).and_modify(|place| *place = None).or_insert(Some(at));
        }
        self.rows.push(row);
    }

    fn place_of_key(&self, key: &str) -> Option<usize> {
        self.by_key.get(&key.to_lowercase()).copied()
    }

    /// Whoever is called so; the error says why it is nobody.
    fn place(&self, called: &str) -> Result<usize, &'static str> {
        match (self.place_of_key(called), self.by_name.get(&fold(called)).copied()) {
            (Some(at), _) | (None, Some(Some(at))) => Ok(at),
            (None, Some(None)) => Err("match-person-several"),
            (None, None) => Err("match-person-unknown"),
        }
    }

    fn places(
        &self,
        row: &Row,
        column: &str,
        called: &[String],
        lang: Lang,
        problems: &mut Vec<Problem>,
    ) -> Vec<usize> {
        let mut found = Vec::new();
        for name in called {
            match self.place(name) {
                Ok(at) => found.push(at),
                Err(key) => problems.push(row.problem(column, lang.tname(key, name))),
            }
        }
        found
    }
}

/// Columns that a file must have.
fn missing(columns: &[(Column, &str)], lang: Lang, problems: &mut Vec<Problem>) {
    for (_, called) in columns.iter().filter(|(column, _)| !column.is_there()) {
        let message = lang.t("match-column-missing");
        problems.push(Problem { row: 1, column: (*called).to_owned(), message });
    }
}

/// Cells of one row, and what is wrong with them.
struct Cells<'a> {
    row: &'a Row,
    lang: Lang,
    problems: &'a mut Vec<Problem>,
}

impl Cells<'_> {
    fn required(&mut self, column: Column, called: &str) -> String {
        let text = self.row.get(column);
        if text.is_empty() {
            self.problems.push(self.row.problem(called, self.lang.t("match-empty")));
        }
        text.to_owned()
    }

    fn level(&mut self, text: &str) -> Level {
        match fold(text).as_str() {
            "" | "administration" | "forvaltning" => Level::Administration,
            "board" | "namnd" | "styrelse" => Level::Board,
            "principal" | "rektor" => Level::Principal,
            "teacher" | "larare" | "forskollarare" => Level::Teacher,
            _ => {
                self.problems.push(self.row.problem("level", self.lang.t("match-level-wrong")));
                Level::Administration
            }
        }
    }

    fn format(&mut self, text: &str) -> Format {
        match fold(text).as_str() {
            "" | "either" | "bada" | "bada gar bra" => Format::Either,
            "in person" | "pa plats" => Format::InPerson,
            "online" | "digitalt" => Format::Online,
            _ => {
                self.problems.push(self.row.problem("format", self.lang.t("match-format-wrong")));
                Format::Either
            }
        }
    }

    /// Half-days such as `mon-am` or `mån fm`, or whole days.
    fn times(&mut self, text: &str) -> HalfDays {
        let mut bits = 0;
        for word in several(text) {
            match half_days(&word) {
                Some(more) => bits |= more,
                None => {
                    self.problems.push(self.row.problem("times", self.lang.tname("match-time-wrong", &word)))
                }
            }
        }
        HalfDays::from_bits(bits)
    }

    fn kilometres(&mut self, text: &str) -> Option<u32> {
        if text.is_empty() {
            return None;
        }
        let number = text.trim_end_matches("km").trim().parse().ok();
        if number.is_none() {
            self.problems.push(self.row.problem("travel_km", self.lang.t("match-number-wrong")));
        }
        number
    }
}

/// The half-days of a word: a day, by the first three letters in English or Swedish, and which half of it; both where
/// that is left out.
fn half_days(word: &str) -> Option<u16> {
    const DAYS: [[&str; 2]; 5] = [
        ["monday", "mandag"],
        ["tuesday", "tisdag"],
        ["wednesday", "onsdag"],
        ["thursday", "torsdag"],
        ["friday", "fredag"],
    ];
    let plain = fold(word);
    let mut parts = plain.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let day = parts.next().filter(|day| day.len() >= 3)?;
    let at = DAYS.iter().position(|names| names.iter().any(|name| name.starts_with(day)))?;
    let half = match parts.next() {
        None => 0b11,
        Some("am" | "fm" | "morning" | "formiddag") => 0b01,
        Some("pm" | "em" | "afternoon" | "eftermiddag") => 0b10,
        Some(_) => return None,
    };
    parts.next().is_none().then_some(half << (2 * at))
}

/// The parts of a cell, divided by `;`, `|` or `,`.
fn several(text: &str) -> Vec<String> {
    text.split([';', '|', ',']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
