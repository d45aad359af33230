//! The people of the demo, their seats and what they say about themselves.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use rand_pcg::Pcg64;

use super::names::{below, chance, full_name, pick, role};
use super::stories::{NEEDS, OFFERS};
use crate::accounts;
use crate::db::Tx;
use crate::db::schema::{organisers, people, person_themes};
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::i18n::{Lang, fold};
use crate::organisers::{Kind, Theme, themes};
use crate::seats::{self, Level, NewSeat};

/// Somebody of the demo.
#[derive(Debug, Clone)]
pub(super) struct Inhabitant {
    pub(super) person: Id,
    pub(super) email: String,
    pub(super) seat: Id,
    pub(super) level: Level,
    pub(super) county: Option<String>,
    /// Half-days that suit, a bit each.
    pub(super) availability: i32,
}

/// Where somebody may work.
#[derive(Queryable)]
struct Workplace {
    code: String,
    name: String,
    kind: Kind,
    county: Option<String>,
}

/// Makes `count` people, each with a confirmed seat, spread over as many organisers as possible.
pub(super) fn populate(
    tx: &mut Tx<'_>,
    rng: &mut Pcg64,
    count: usize,
    hash: &str,
    now: Timestamp,
) -> Result<Vec<Inhabitant>> {
    let workplaces = shuffled(tx, rng)?;
    let themes = themes(tx)?;
    let mut everybody = Vec::with_capacity(count);
    for n in 0..count {
        let workplace = workplaces
            .get(n % workplaces.len().max(1))
            .ok_or_else(|| Error::message("no organisers are loaded"))?;
        everybody.push(settle(tx, rng, n, workplace, hash, now)?);
    }
    for inhabitant in &mut everybody {
        inhabitant.availability = times(rng);
        tell(tx, rng, inhabitant, &themes)?;
    }
    Ok(everybody)
}

/// Organisers in a random order in which municipalities and independent ones alternate three to one, and in which
/// southern counties come early so that neighbours meet.
fn shuffled(tx: &mut Tx<'_>, rng: &mut Pcg64) -> Result<Vec<Workplace>> {
    let mut all: Vec<Workplace> = organisers::table
        .order(organisers::code)
        .select((organisers::code, organisers::name, organisers::kind, organisers::county_code))
        .load(&mut **tx)?;
    for n in (1..all.len()).rev() {
        all.swap(n, below(rng, n + 1));
    }
    let (municipalities, independent): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|workplace| workplace.kind == Kind::Municipality);
    let mut independent = independent.into_iter();
    let mut mixed = Vec::new();
    for (n, workplace) in municipalities.into_iter().enumerate() {
        mixed.push(workplace);
        if n % 3 == 2 {
            mixed.extend(independent.next());
        }
    }
    Ok(mixed)
}

fn settle(
    tx: &mut Tx<'_>,
    rng: &mut Pcg64,
    n: usize,
    workplace: &Workplace,
    hash: &str,
    now: Timestamp,
) -> Result<Inhabitant> {
    let name = full_name(rng);
    let domain = fold(&workplace.name).replace(' ', "-");
    let email = format!("{}.{n}@{}.example", fold(&name).replace(' ', "."), domain);
    let lang = if chance(rng, 60) { Lang::English } else { Lang::Swedish };
    let person = accounts::create(tx, &email, &name, lang, "Europe/Stockholm", now)?;
    accounts::set_password(tx, person, hash, now)?;
    let (level, role) = role(rng, workplace.kind);
    let days = u64::try_from(below(rng, 2500) + 100).unwrap_or(100);
    let since = now.0.date().checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN);
    let new = NewSeat {
        organiser_code: workplace.code.clone(),
        role: role.to_owned(),
        level,
        person_id: person,
        held_from: since,
    };
    let seat = seats::create(tx, &new, now)?;
    seats::confirm(tx, seat, None, now)?;
    Ok(Inhabitant { person, email, seat, level, county: workplace.county.clone(), availability: 0 })
}

/// Half-days that suit, a bit each: most in the middle of the week; one in four has not said.
pub(super) fn times(rng: &mut Pcg64) -> i32 {
    const LIKELY: [usize; 10] = [200, 350, 600, 650, 600, 550, 650, 600, 350, 100];
    if chance(rng, 250) {
        return 0;
    }
    LIKELY.iter().enumerate().fold(0, |bits, (at, likely)| bits | i32::from(chance(rng, *likely)) << at)
}

/// What they offer and need.
fn tell(tx: &mut Tx<'_>, rng: &mut Pcg64, inhabitant: &Inhabitant, themes: &[Theme]) -> Result<()> {
    let person = inhabitant.person;
    let formats = ["either", "either", "either", "in_person", "online"];
    diesel::update(people::table.find(person))
        .set((
            people::offers.eq(pick(rng, OFFERS).unwrap_or("")),
            people::needs.eq(pick(rng, NEEDS).unwrap_or("")),
            people::meeting_format.eq(pick(rng, &formats).unwrap_or("either")),
            people::travel_limit_km.eq(chance(rng, 300).then_some(250)),
            people::availability.eq(inhabitant.availability),
            people::digest_frequency.eq(if chance(rng, 300) { "daily" } else { "weekly" }),
        ))
        .execute(&mut **tx)?;
    for direction in ["offers", "needs"] {
        let first = below(rng, themes.len());
        for step in 0..2 {
            let Some(theme) = themes.get((first + step * 5) % themes.len().max(1)) else { continue };
            diesel::insert_into(person_themes::table)
                .values((
                    person_themes::person_id.eq(person),
                    person_themes::theme_slug.eq(&theme.slug),
                    person_themes::direction.eq(direction),
                ))
                .execute(&mut **tx)?;
        }
    }
    Ok(())
}
