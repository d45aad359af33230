//! Whose turn it is to host, as its page shows it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::TimeDelta;
use chrono_tz::Tz;

use super::history::{Gathering, YEAR, gatherings};
use super::rotation::{Candidate, Point, Prospect, Traveller, prospects, way};
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::groups::{self, Member};
use crate::i18n::Lang;
use crate::organisers::{Organiser, active_in, by_codes, municipality_name, swedish_order};

/// Whose turn it is.
pub(super) struct Turn {
    /// Members whose organiser is somewhere, with what they have travelled.
    travellers: Vec<(Member, Traveller)>,
    /// Names of organisers that are nowhere in particular.
    pub left_out: Vec<String>,
    /// Codes of the municipalities where the group could meet, with the organisers that are there.
    hosts: Vec<(String, Candidate, Vec<String>)>,
    /// The same places as in `hosts`, the best first.
    prospects: Vec<Prospect>,
    /// How many meetups of the year say no municipality.
    pub unplaced: usize,
}

impl Turn {
    /// Read for a group; as many queries, however large it is.
    pub fn read(db: &mut Db, group: Id, now: Timestamp) -> Result<Self> {
        let mut members = groups::members_of(db, group)?;
        members.retain(|member| member.person_id.is_some());
        let codes: BTreeSet<String> = members.iter().map(|member| member.organiser_code.clone()).collect();
        let active = active_in(db, &codes.iter().cloned().collect::<Vec<_>>())?;
        let past = gatherings(db, group, now)?;
        let visited = past.iter().filter_map(|each| each.municipality.clone());
        let all: BTreeSet<String> =
            codes.into_iter().chain(active.values().flatten().cloned()).chain(visited).collect();
        let points = points(&by_codes(db, &all.into_iter().collect::<Vec<_>>())?);
        Ok(Turn::of(members, &active, &points, &past, now))
    }

    fn of(
        members: Vec<Member>,
        active: &BTreeMap<String, Vec<String>>,
        points: &HashMap<String, Point>,
        past: &[Gathering],
        now: Timestamp,
    ) -> Self {
        let since = now - TimeDelta::days(YEAR);
        let (placed, lost): (Vec<Member>, Vec<Member>) =
            members.into_iter().partition(|member| points.contains_key(&member.organiser_code));
        let mut left_out: Vec<String> = lost.into_iter().map(|member| member.organiser_name).collect();
        left_out.dedup();
        let year = || past.iter().filter(move |each| each.at >= since);
        let travellers: Vec<(Member, Traveller)> = placed
            .into_iter()
            .filter_map(|member| {
                let from = *points.get(&member.organiser_code)?;
                let ways = year().filter(|each| each.seats.contains(&member.seat_id));
                let ways =
                    ways.filter_map(|each| points.get(each.municipality.as_ref()?)).map(|to| way(from, *to));
                // The sum of nothing is -0.
                let so_far = ways.fold(0.0, |sum, way| sum + way);
                Some((member, Traveller { from, so_far }))
            })
            .collect();
        let hosts = hosts(&travellers, active, points, past);
        let candidates: Vec<Candidate> = hosts.iter().map(|(_, candidate, _)| *candidate).collect();
        let ways: Vec<Traveller> = travellers.iter().map(|(_, traveller)| *traveller).collect();
        let prospects = prospects(&ways, &candidates);
        let unplaced = year().filter(|each| each.municipality.is_none()).count();
        Turn { travellers, left_out, hosts, prospects, unplaced }
    }

    /// The codes of the municipalities, the best first.
    pub fn codes(&self) -> Vec<String> {
        let host = |prospect: &Prospect| self.hosts.get(prospect.candidate).map(|(code, ..)| code.clone());
        self.prospects.iter().filter_map(host).collect()
    }

    /// The places to meet in words, the best first.
    pub fn rows(&self, lang: Lang, zone: Tz) -> Vec<Row> {
        let row = |prospect: &Prospect| {
            let (code, candidate, organisers) = self.hosts.get(prospect.candidate)?;
            let farthest =
                prospect.after.iter().zip(&self.travellers).max_by(|one, two| one.0.total_cmp(two.0));
            Some(Row {
                code: code.clone(),
                name: municipality_name(code).unwrap_or_default(),
                organisers: lang.list(organisers),
                together: kilometres(prospect.together),
                most: kilometres(prospect.most()),
                who: farthest
                    .filter(|(km, _)| **km > 0.0)
                    .map(|(_, (member, _))| member.organiser_name.clone()),
                last: candidate.last.map(|at| lang.day_of(at, zone)),
            })
        };
        self.prospects.iter().filter_map(row).collect()
    }

    /// How far each has travelled, and will have after the first of the suggestions.
    pub fn people(&self, lang: Lang) -> Vec<Person> {
        let after = self.prospects.first().map(|best| best.after.as_slice()).unwrap_or_default();
        let person = |((member, traveller), after): (&(Member, Traveller), &f64)| Person {
            name: member.shown(lang),
            organiser: member.organiser_name.clone(),
            so_far: kilometres(traveller.so_far),
            after: kilometres(*after),
        };
        self.travellers.iter().zip(after).map(person).collect()
    }
}

/// Where organisers are.
fn points(organisers: &[Organiser]) -> HashMap<String, Point> {
    let point = |each: &Organiser| Some((each.code.clone(), (each.latitude?, each.longitude?)));
    organisers.iter().filter_map(point).collect()
}

/// Where the group could meet: in the municipalities of its organisers, by name. One that is active in several hosts in the one
/// nearest to its middle.
fn hosts(
    travellers: &[(Member, Traveller)],
    active: &BTreeMap<String, Vec<String>>,
    points: &HashMap<String, Point>,
    past: &[Gathering],
) -> Vec<(String, Candidate, Vec<String>)> {
    let mut found: BTreeMap<&String, (String, Candidate, Vec<String>)> = BTreeMap::new();
    for (member, traveller) in travellers {
        let known = active.get(&member.organiser_code).into_iter().flatten();
        let known = known.filter_map(|code| Some((code, *points.get(code)?)));
        let near = |one: &(&String, Point)| way(traveller.from, one.1);
        let Some((code, at)) = known.min_by(|one, two| near(one).total_cmp(&near(two))) else { continue };
        let last =
            past.iter().filter(|each| each.municipality.as_ref() == Some(code)).map(|each| each.at).max();
        let host = found.entry(code).or_insert_with(|| (code.clone(), Candidate { at, last }, Vec::new()));
        if !host.2.contains(&member.organiser_name) {
            host.2.push(member.organiser_name.clone());
        }
    }
    let mut all: Vec<_> = found.into_values().collect();
    let name = |host: &(String, Candidate, Vec<String>)| municipality_name(&host.0).unwrap_or_default();
    all.sort_by(|one, two| swedish_order(name(one), name(two)));
    all
}

/// `62`, in whole kilometres.
fn kilometres(km: f64) -> String {
    format!("{km:.0}")
}

/// A place to meet.
pub(super) struct Row {
    pub code: String,
    pub name: &'static str,
    /// The organisers of the group that are there.
    pub organisers: String,
    /// Kilometres of all to that meetup.
    pub together: String,
    /// Kilometres of whoever will have travelled most.
    pub most: String,
    /// Their organiser.
    pub who: Option<String>,
    /// When the group meets or met there last.
    pub last: Option<String>,
}

/// A member, and how far they travel.
pub(super) struct Person {
    pub name: String,
    pub organiser: String,
    pub so_far: String,
    pub after: String,
}
