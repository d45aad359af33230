//! `grannskap match`: matching without a server. See `docs/match.md` for the files.

mod obstacles;
mod people;
mod report;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ::matching::{Budget, Component, Locks, Preset, Problem, Progress, Rules, SolveError, Weights};
use clap::Args;
use diesel::prelude::*;
use indicatif::{ProgressBar, ProgressStyle};

use crate::clock::Clock;
use crate::config::{Config, Settings};
use crate::db::schema::organisers as table;
use crate::db::{Database, Target, Tx, migrate};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::organisers;
use crate::tables::{self, Problem as RowProblem, Table};
use people::{Directory, People};

/// Problems told one by one.
const MOST_TOLD: usize = 50;

#[derive(Args)]
pub(super) struct Arguments {
    /// Who is to be matched: CSV or Excel.
    #[arg(long, value_name = "FILE")]
    people: PathBuf,
    /// Independent organisers to add to those that are built in.
    #[arg(long, value_name = "FILE")]
    organisers: Option<PathBuf>,
    /// Fewest and most in a group.
    #[arg(long, default_value = "5..7", value_parser = size)]
    size: (usize, usize),
    /// Most from one organiser in a group.
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u8).range(1..=12))]
    per_organiser: u8,
    /// What makes a good group: neighbours, similar or mixed.
    #[arg(long, default_value = "mixed", value_parser = preset)]
    preset: Preset,
    /// Weights that replace those of the preset: neighbours=3,themes=2.
    #[arg(long, value_parser = weights)]
    weights: Option<Weights>,
    /// Who has shared a group before.
    #[arg(long, value_name = "FILE")]
    history: Option<PathBuf>,
    /// What the search starts from: the same seed gives the same groups.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The most time to search, such as 10s or 2m.
    #[arg(long, value_parser = time)]
    time: Option<Duration>,
    /// Write who is in which group to a CSV file.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Print the result as JSON.
    #[arg(long)]
    json: bool,
    /// Language of the explanations: sv or en.
    #[arg(long, value_parser = language)]
    language: Option<Lang>,
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let lang = arguments.language.unwrap_or_else(language_of_terminal);
    let people = read(&arguments.people, lang)?;
    let history = arguments.history.as_deref().map(|file| read(file, lang)).transpose()?;
    let known = arguments.organisers.as_deref().map(|file| read(file, lang)).transpose()?;
    let settings = Config::load()?.settings;
    let (people, organisers) = with_reference(&settings, |tx| {
        if let Some(known) = &known {
            let by = organisers::Editor::command(Clock::system().now());
            match organisers::check_import(tx, known)? {
                Ok(found) => organisers::import(tx, &found, &by)?,
                Err(problems) => return Err(all_of(lang, &problems)),
            }
        }
        let directory = directory(tx)?;
        let people = People::read(&people, &directory, lang).map_err(|found| all_of(lang, &found))?;
        let codes: BTreeSet<String> = people.rows.iter().map(|row| row.organiser.clone()).collect();
        let codes: Vec<String> = codes.into_iter().collect();
        let organisers = organisers::matching_organisers(tx, &codes, settings.categories)?;
        let names = codes.iter().map(|code| directory.name(code)).collect::<Vec<String>>();
        Ok((people, (organisers, names)))
    })?;
    let (organisers, names) = organisers;
    let met = match &history {
        Some(table) => people.history(table, lang).map_err(|found| all_of(lang, &found))?,
        None => Vec::new(),
    };
    let problem = Problem {
        people: people.persons(&organisers),
        history: people.with_organisers(met, &organisers),
        organisers,
        rules: Rules {
            group_size: arguments.size.0..=arguments.size.1,
            per_organiser: usize::from(arguments.per_organiser),
            ..Rules::default()
        },
        weights: arguments.weights.clone().unwrap_or_else(|| arguments.preset.weights()),
        locks: Locks::default(),
    };
    let solution = solve(&problem, &arguments)?;
    let report = report::Report::of(&problem, &solution, &people, &names, lang);
    if let Some(path) = &arguments.out {
        report.write_csv(path, lang)?;
    }
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        print!("{}", report.in_words(lang));
    }
    Ok(())
}

/// Reads a list of people from the bytes of a file: how many they are, or everything that is wrong. It knows no organisers but
/// Höör and Hörby, and is there for tests that try the reader with whatever bytes there are.
///
/// # Errors
/// What is wrong, in Swedish.
pub fn check_people(bytes: &[u8]) -> Result<usize, Vec<String>> {
    let lang = Lang::Swedish;
    let table = tables::read(bytes).map_err(|error| vec![lang.t(error.key())])?;
    let row = |code: &str, name: &str| (code.to_owned(), name.to_owned(), String::new());
    let directory = Directory::of(vec![row("1267", "Höör"), row("1266", "Hörby")]);
    let people = People::read(&table, &directory, lang);
    people.map(|people| people.rows.len()).map_err(|found| found.iter().map(ToString::to_string).collect())
}

/// Reads a file, and says what is wrong in the language of the rest.
fn read(file: &Path, lang: Lang) -> Result<Table> {
    let shown = file.display();
    let failed = |what: String| Error::Setup(format!("{shown}: {what}"));
    let bytes = std::fs::read(file)
        .map_err(|error| failed(lang.tname("match-file-unreadable", &error.to_string())))?;
    tables::read(&bytes).map_err(|error| failed(lang.t(error.key())))
}

fn solve(problem: &Problem, arguments: &Arguments) -> Result<::matching::Solution> {
    // Hidden by itself where stderr is no terminal.
    let bar = ProgressBar::new(1000);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {percent} %  {elapsed}") {
        bar.set_style(style);
    }
    let told = |progress: Progress| {
        let done = progress.iterations.saturating_mul(1000) / progress.of.max(1);
        bar.set_position(done.min(1000));
    };
    let start = Instant::now();
    let over = || arguments.time.is_some_and(|time| start.elapsed() >= time);
    let budget =
        Budget { deadline: Some(&over), progress: Some(&told), ..Budget::enough_for(problem.people.len()) };
    let solution = ::matching::solve(problem, &budget, arguments.seed).map_err(|error| match error {
        SolveError::Infeasible(_) => Error::Setup(error.to_string()),
        other => Error::internal(other),
    });
    bar.finish_and_clear();
    solution
}

/// Runs `f` on a database in memory that holds the reference data and goes away afterwards.
fn with_reference<T>(settings: &Settings, f: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
    let memory = Database::open(&Target::Sqlite(PathBuf::from(":memory:")), 1)?;
    let (now, fallback) = (Clock::system().now(), settings.neighbours);
    // Every connection has a memory of its own; there is one writer, so that both see the same.
    memory.write_now(|tx| {
        migrate::up(tx)?;
        organisers::load_reference(tx, fallback, now)
    })?;
    memory.write_now(f)
}

fn directory(tx: &mut Tx<'_>) -> Result<Directory> {
    let rows: Vec<(String, String, String)> = table::table
        .order(table::code)
        .select((table::code, table::name, table::organisation_number))
        .load(&mut **tx)?;
    Ok(Directory::of(rows))
}

fn all_of(lang: Lang, problems: &[RowProblem]) -> Error {
    let mut text = lang.t("match-problems");
    for problem in problems.iter().take(MOST_TOLD) {
        let line = lang.ta(
            "match-problem",
            &[
                ("row", problem.row.to_string().into()),
                ("column", problem.column.as_str().into()),
                ("message", problem.message.as_str().into()),
            ],
        );
        text.push_str("\n  ");
        text.push_str(&line);
    }
    if let Some(more) = problems.len().checked_sub(MOST_TOLD).filter(|more| *more > 0) {
        text.push_str("\n  ");
        text.push_str(&lang.tn("match-problems-more", more));
    }
    Error::Setup(text)
}

fn language_of_terminal() -> Lang {
    match std::env::var("LANG") {
        Ok(lang) if lang.to_ascii_lowercase().starts_with("en") => Lang::English,
        _ => Lang::Swedish,
    }
}

fn size(text: &str) -> Result<(usize, usize), String> {
    let (least, most) = text.split_once("..").unwrap_or((text, text));
    let number = |part: &str| part.trim_start_matches('=').trim().parse::<usize>();
    match (number(least), number(most)) {
        (Ok(least), Ok(most)) if (2..=most).contains(&least) && most <= 60 => Ok((least, most)),
        _ => Err("write the fewest and the most in a group, such as 5..7".to_owned()),
    }
}

fn preset(text: &str) -> Result<Preset, String> {
    match text {
        "neighbours" => Ok(Preset::Neighbours),
        "similar" => Ok(Preset::Similar),
        "mixed" => Ok(Preset::Mixed),
        _ => Err("choose neighbours, similar or mixed".to_owned()),
    }
}

fn weights(text: &str) -> Result<Weights, String> {
    let mut pairs = serde_json::Map::new();
    for pair in text.split(',').filter(|pair| !pair.trim().is_empty()) {
        let (name, weight) = pair.split_once('=').ok_or("write pairs such as neighbours=3,themes=2")?;
        let weight: u32 = weight.trim().parse().map_err(|_| format!("{weight:?} is not a whole number"))?;
        pairs.insert(name.trim().replace('-', "_"), weight.into());
    }
    let mut all = match serde_json::to_value(Weights::NONE) {
        Ok(serde_json::Value::Object(all)) => all,
        _ => return Err("no weights".to_owned()),
    };
    for (name, weight) in pairs {
        if !all.contains_key(&name) {
            let known: Vec<String> = all.keys().cloned().collect();
            return Err(format!("there is no weight {name:?}; there are {}", known.join(", ")));
        }
        all.insert(name, weight);
    }
    let weights: Weights = serde_json::from_value(all.into()).map_err(|error| error.to_string())?;
    let above = Component::ALL.iter().any(|component| weights.of(*component) > Weights::MOST);
    if above || weights.total() == 0 {
        return Err(format!("weights go from 0 to {}, and one must be above 0", Weights::MOST));
    }
    Ok(weights)
}

fn time(text: &str) -> Result<Duration, String> {
    let (number, unit) = match (text.strip_suffix('s'), text.strip_suffix('m')) {
        (Some(number), _) => (number, 1),
        (_, Some(number)) => (number, 60),
        _ => (text, 1),
    };
    match number.trim().parse::<u64>() {
        Ok(n) if (1..=86_400 / unit).contains(&n) => Ok(Duration::from_secs(n * unit)),
        _ => Err("write a time such as 10s or 2m".to_owned()),
    }
}

fn language(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|_| "choose sv or en".to_owned())
}
