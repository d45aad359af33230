//! What came out of a matching: in words, as JSON, as CSV.

use std::fmt::Write;
use std::path::Path;

use ::matching::{Problem, Solution, explain};
use serde::Serialize;

use super::obstacles::{InTheWay, in_the_way};
use super::people::People;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::rounds::{Names, ThemeNames, group_sentences, name_groups, unplaced_sentences};

/// The result; its JSON has the shape of `demo --json`, and adds.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    groups: Vec<Group>,
    unplaced: Vec<Unplaced>,
    /// What stands in the way of placing everybody, and the smallest ways out; empty where everybody has a place.
    obstacles: Vec<InTheWay>,
    value: ::matching::Value,
    /// How far the mean is from the best possible at most, in parts per thousand.
    gap_per_mille: Option<u32>,
    /// How far the groups are from random ones that keep the same rules.
    chance: Option<::matching::Chance>,
}

#[derive(Debug, Serialize)]
struct Group {
    name: String,
    members: Vec<Member>,
    why: String,
}

#[derive(Debug, Serialize)]
struct Member {
    name: String,
    organiser: String,
}

#[derive(Debug, Serialize)]
struct Unplaced {
    name: String,
    organiser: String,
    reason: String,
    help: Vec<String>,
}

impl Report {
    pub(super) fn of(
        problem: &Problem,
        solution: &Solution,
        people: &People,
        organisers: &[String],
        lang: Lang,
    ) -> Self {
        let names = Names { problem, organisers };
        let explanation = explain(problem, solution);
        let organiser = |person: usize| -> String {
            let at = problem.people.get(person).map(|each| each.organiser);
            at.and_then(|at| organisers.get(at)).cloned().unwrap_or_default()
        };
        let name = |person: usize| people.rows.get(person).map(|row| row.name.clone()).unwrap_or_default();
        let size = |person: usize| {
            let at = problem.people.get(person)?.organiser;
            problem.organisers.get(at)?.size
        };
        let sized = |group: &Vec<usize>| -> Vec<(String, u32)> {
            group.iter().map(|person| (organiser(*person), size(*person).unwrap_or(0))).collect()
        };
        let sized: Vec<Vec<(String, u32)>> = solution.groups.iter().map(sized).collect();
        let called = name_groups(&sized, &Default::default());
        let groups =
            solution.groups.iter().zip(called).zip(&explanation.groups).map(|((group, called), why)| {
                let member = |person: &usize| Member { name: name(*person), organiser: organiser(*person) };
                let why = group_sentences(&names.group(why), lang, &ThemeNames::default()).join(" ");
                Group { name: called, members: group.iter().map(member).collect(), why }
            });
        let unplaced = solution.unplaced.iter().map(|each| {
            let (reason, help) = unplaced_sentences(&names.unplaced(each), lang);
            Unplaced { name: name(each.person), organiser: organiser(each.person), reason, help }
        });
        let everybody = solution.unplaced.is_empty();
        Report {
            groups: groups.collect(),
            unplaced: unplaced.collect(),
            obstacles: if everybody { Vec::new() } else { in_the_way(problem, people, organisers, lang) },
            value: solution.value,
            gap_per_mille: solution.gap_per_mille(),
            chance: solution.chance,
        }
    }

    /// For a terminal.
    pub(super) fn in_words(&self, lang: Lang) -> String {
        let mut text = String::new();
        // Writing to a string cannot fail.
        for group in &self.groups {
            let _ = writeln!(text, "{} ({})", group.name, group.members.len());
            for member in &group.members {
                let _ = writeln!(text, "  {:<30} {}", member.name, member.organiser);
            }
            let _ = writeln!(text, "  {}\n", group.why);
        }
        if !self.obstacles.is_empty() {
            let _ = writeln!(text, "{}", lang.t("match-obstacles"));
        }
        for obstacle in &self.obstacles {
            let _ = writeln!(text, "  {}", obstacle.what);
            for help in &obstacle.help {
                let _ = writeln!(text, "    - {help}");
            }
        }
        if !self.unplaced.is_empty() {
            let _ = writeln!(text, "{}", lang.t("match-unplaced"));
            for person in &self.unplaced {
                let _ = writeln!(text, "  {:<30} {}\n    {}", person.name, person.organiser, person.reason);
                for help in &person.help {
                    let _ = writeln!(text, "    - {help}");
                }
            }
            text.push('\n');
        }
        let placed = self.groups.iter().map(|group| group.members.len()).sum::<usize>();
        let values = [
            ("placed", placed.to_string().into()),
            ("groups", self.groups.len().to_string().into()),
            ("unplaced", self.unplaced.len().to_string().into()),
        ];
        let _ = writeln!(text, "{}", lang.ta("match-summary", &values));
        text
    }

    /// One row a person: name, organiser, group, why.
    pub(super) fn write_csv(&self, path: &Path, lang: Lang) -> Result<()> {
        let failed = |error: csv::Error| Error::Setup(format!("cannot write {}: {error}", path.display()));
        let mut file = csv::Writer::from_path(path).map_err(failed)?;
        let heads = ["match-head-name", "match-head-organiser", "match-head-group", "match-head-why"];
        file.write_record(heads.map(|key| lang.t(key))).map_err(failed)?;
        for group in &self.groups {
            for member in &group.members {
                file.write_record([&member.name, &member.organiser, &group.name, &group.why])
                    .map_err(failed)?;
            }
        }
        for person in &self.unplaced {
            file.write_record([&person.name, &person.organiser, "", &person.reason]).map_err(failed)?;
        }
        file.flush().map_err(|error| failed(error.into()))
    }
}
