//! People, their seats, and the networks they are in.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, TimeDelta};
use diesel::prelude::*;
use rand_pcg::Pcg64;

use super::{AT_ONCE, shuffle};
use crate::accounts;
use crate::app::App;
use crate::clock;
use crate::db::Tx;
use crate::db::schema::{
    network_memberships, organisers, people, person_themes, registrations, seat_holdings, seats,
};
use crate::db::types::{Id, Timestamp};
use crate::demo::names::{below, chance, full_name, pick, role};
use crate::demo::season::{ZONE, new_round};
use crate::demo::stories::{NEEDS, OFFERS};
use crate::error::{Error, Result};
use crate::i18n::{Lang, fold};
use crate::networks::{self, Joining, MembershipState, NetworkKind, NewNetwork, Visibility};
use crate::on_both;
use crate::organisers::{Kind, Theme, themes};
use crate::rounds::{self, Preset, RegistrationState};
use crate::seats::Level;

/// Runs the installation.
pub(super) const ADMINISTRATOR: &str = "admin@grannskap.example";

/// Coordinates three networks.
pub(super) const COORDINATOR: &str = "samordnare@grannskap.example";

/// Days since people and networks came.
pub(super) const AGE_DAYS: i64 = 3 * 365;

/// Where somebody works.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Workplace {
    code: String,
    pub(super) name: String,
    kind: Kind,
    county: Option<String>,
    county_name: Option<String>,
    inhabitants: Option<i32>,
    pupils: Option<i32>,
}

impl Workplace {
    /// Inhabitants of a municipality, pupils of an independent organiser.
    pub(super) fn size(&self) -> u32 {
        u32::try_from(self.inhabitants.or(self.pupils).unwrap_or(0)).unwrap_or(0)
    }
}

/// Somebody with a seat.
#[derive(Debug, Clone, Copy)]
pub(super) struct Holder {
    pub(super) person: Id,
    pub(super) seat: Id,
    /// Place in [`Crowd::workplaces`].
    pub(super) workplace: usize,
}

/// A network and who is in it.
pub(super) struct Circuit {
    pub(super) id: Id,
    pub(super) coordinator: Id,
    pub(super) members: Vec<Holder>,
}

/// Everybody.
pub(super) struct Crowd {
    pub(super) workplaces: Vec<Workplace>,
    pub(super) networks: Vec<Circuit>,
    pub(super) themes: Vec<Theme>,
}

impl Crowd {
    /// Makes the people, gives each a seat, and lets them join: everybody in the network of their county, a fifth in
    /// a national one, some in a network on a theme.
    pub(super) fn settle(app: &App, rng: &mut Pcg64, count: usize, hash: &str) -> Result<Self> {
        let began = app.clock.now() - TimeDelta::days(AGE_DAYS);
        let (mut workplaces, themes): (Vec<Workplace>, Vec<Theme>) =
            app.database.read_now(|db| Ok((workplaces(db)?, themes(db)?)))?;
        shuffle(rng, &mut workplaces);
        if workplaces.is_empty() {
            return Err(Error::message("no organisers are loaded"));
        }
        let mut holders = Vec::with_capacity(count);
        for from in (0..count).step_by(AT_ONCE * 4) {
            let newcomers: Vec<Newcomer> = (from..count.min(from + AT_ONCE * 4))
                .filter_map(|n| Newcomer::draw(rng, n, &workplaces, &themes, began))
                .collect();
            app.database.write_now(|tx| {
                newcomers.chunks(AT_ONCE).try_for_each(|some| write(tx, some, hash, began))
            })?;
            holders.extend(newcomers.iter().map(|each| each.holder));
        }
        let networks = app.database.write_now(|tx| found(tx, rng, &workplaces, &themes, hash, began))?;
        let mut crowd = Crowd { workplaces, networks, themes };
        crowd.join(rng, &holders);
        crowd.enrol(app, rng, began)?;
        Ok(crowd)
    }

    /// Who is in which network. The networks are as [`found`] makes them: the country, the counties, the themes.
    fn join(&mut self, rng: &mut Pcg64, holders: &[Holder]) {
        let counties: BTreeMap<String, usize> =
            counties(&self.workplaces).into_keys().enumerate().map(|(n, county)| (county, n + 1)).collect();
        let themed = self.networks.len().saturating_sub(counties.len() + 1);
        for holder in holders {
            let county = self.workplaces.get(holder.workplace).and_then(|each| each.county.as_ref());
            let county = county.and_then(|county| counties.get(county)).copied();
            let national = chance(rng, 200).then_some(0);
            let theme = chance(rng, 300).then(|| counties.len() + 1 + below(rng, themed));
            for network in [county, national, theme].into_iter().flatten() {
                if let Some(network) = self.networks.get_mut(network) {
                    network.members.push(*holder);
                }
            }
        }
    }

    /// Writes the memberships, and a round in every network that takes registrations still.
    fn enrol(&self, app: &App, rng: &mut Pcg64, began: Timestamp) -> Result<()> {
        let today = app.clock.now();
        for network in &self.networks {
            let round = app.database.write_now(|tx| {
                let last_day = today.0.date() + Days::new(21);
                let open = new_round("Våren", Preset::Mixed, last_day);
                rounds::create(tx, network.id, &open, network.coordinator, today)
            })?;
            for some in network.members.chunks(AT_ONCE * 4) {
                app.database.write_now(|tx| {
                    some.chunks(AT_ONCE)
                        .try_for_each(|some| let_in(tx, rng, network.id, round, some, began, today))
                })?;
            }
        }
        Ok(())
    }
}

fn workplaces(db: &mut crate::db::Db) -> Result<Vec<Workplace>> {
    Ok(organisers::table
        .order(organisers::code)
        .select((
            organisers::code,
            organisers::name,
            organisers::kind,
            organisers::county_code,
            organisers::county_name,
            organisers::inhabitants,
            organisers::pupils,
        ))
        .load(db)?)
}

/// Somebody who is not written yet.
struct Newcomer {
    holder: Holder,
    name: String,
    email: String,
    lang: Lang,
    daily: bool,
    offers: &'static str,
    needs: &'static str,
    workplace: String,
    level: Level,
    role: &'static str,
    held_from: NaiveDate,
    themes: Vec<(&'static str, String)>,
}

impl Newcomer {
    fn draw(
        rng: &mut Pcg64,
        n: usize,
        all: &[Workplace],
        themes: &[Theme],
        began: Timestamp,
    ) -> Option<Newcomer> {
        let at = n % all.len().max(1);
        let workplace = all.get(at)?;
        let name = full_name(rng);
        let domain = fold(&workplace.name).replace(' ', "-");
        let (level, role) = role(rng, workplace.kind);
        let days = u64::try_from(below(rng, 2500)).unwrap_or(0);
        let mut said = Vec::new();
        for direction in ["offers", "needs"] {
            let first = below(rng, themes.len());
            for step in 0..2 {
                let theme = themes.get((first + step * 5) % themes.len().max(1))?;
                said.push((direction, theme.slug.clone()));
            }
        }
        Some(Newcomer {
            holder: Holder { person: clock::new_id(), seat: clock::new_id(), workplace: at },
            email: format!("{}.{n}@{domain}.example", fold(&name).replace(' ', ".")),
            name,
            lang: if chance(rng, 60) { Lang::English } else { Lang::Swedish },
            daily: chance(rng, 300),
            offers: pick(rng, OFFERS).unwrap_or(""),
            needs: pick(rng, NEEDS).unwrap_or(""),
            workplace: workplace.code.clone(),
            level,
            role,
            held_from: began.0.date().checked_sub_days(Days::new(days))?,
            themes: said,
        })
    }
}

fn write(tx: &mut Tx<'_>, newcomers: &[Newcomer], hash: &str, began: Timestamp) -> Result<()> {
    let person = |each: &Newcomer| {
        (
            people::id.eq(each.holder.person),
            people::email.eq(each.email.clone()),
            people::name.eq(each.name.clone()),
            people::password_hash.eq(hash.to_owned()),
            people::language.eq(each.lang),
            people::time_zone.eq(ZONE),
            people::digest_frequency.eq(if each.daily { "daily" } else { "weekly" }),
            people::digest_hour.eq(7),
            people::digest_weekday.eq(1),
            people::about.eq(""),
            people::offers.eq(each.offers),
            people::needs.eq(each.needs),
            people::meeting_format.eq("either"),
            people::protected.eq(false),
            people::administrator.eq(false),
            people::confirmed_at.eq(began),
            people::created_at.eq(began),
            people::updated_at.eq(began),
        )
    };
    let seat = |each: &Newcomer| {
        (
            seats::id.eq(each.holder.seat),
            seats::organiser_code.eq(each.workplace.clone()),
            seats::role.eq(each.role),
            seats::level.eq(each.level),
            seats::person_id.eq(each.holder.person),
            seats::held_from.eq(each.held_from),
            seats::confirmed_at.eq(began),
            seats::created_at.eq(began),
        )
    };
    let holding = |each: &Newcomer| {
        (
            seat_holdings::id.eq(clock::new_id()),
            seat_holdings::seat_id.eq(each.holder.seat),
            seat_holdings::person_id.eq(each.holder.person),
            seat_holdings::held_from.eq(each.held_from),
        )
    };
    let theme = |person: Id, (direction, slug): &(&'static str, String)| {
        (
            person_themes::person_id.eq(person),
            person_themes::theme_slug.eq(slug.clone()),
            person_themes::direction.eq(*direction),
        )
    };
    let rows: Vec<_> = newcomers.iter().map(person).collect();
    on_both!(tx, c => diesel::insert_into(people::table).values(&rows).execute(c))?;
    let rows: Vec<_> = newcomers.iter().map(seat).collect();
    on_both!(tx, c => diesel::insert_into(seats::table).values(&rows).execute(c))?;
    let rows: Vec<_> = newcomers.iter().map(holding).collect();
    on_both!(tx, c => diesel::insert_into(seat_holdings::table).values(&rows).execute(c))?;
    let rows: Vec<_> = newcomers
        .iter()
        .flat_map(|each| each.themes.iter().map(|said| theme(each.holder.person, said)))
        .collect();
    on_both!(tx, c => diesel::insert_into(person_themes::table).values(&rows).execute(c))?;
    Ok(())
}

/// Counties by code, with their names.
fn counties(workplaces: &[Workplace]) -> BTreeMap<String, String> {
    workplaces.iter().filter_map(|each| Some((each.county.clone()?, each.county_name.clone()?))).collect()
}

/// One network for the country, one for each county, one for each theme. The coordinator has one of each kind, the
/// administrator the others.
fn found(
    tx: &mut Tx<'_>,
    rng: &mut Pcg64,
    workplaces: &[Workplace],
    themes: &[Theme],
    hash: &str,
    began: Timestamp,
) -> Result<Vec<Circuit>> {
    let administrator = account(tx, ADMINISTRATOR, "Ada Driftman", hash, began)?;
    diesel::update(people::table.find(administrator))
        .set(people::administrator.eq(true))
        .execute(&mut **tx)?;
    let coordinator = account(tx, COORDINATOR, "Sigrid Samuelsson", hash, began)?;
    let counties = counties(workplaces);
    let country = std::iter::once(("Skolhuvudmän i samverkan".to_owned(), None));
    let regional = counties.iter().map(|(code, name)| (name.clone(), Some(code.clone())));
    let thematic = themes.iter().map(|theme| (theme.name_sv.clone(), None));
    let mut made = Vec::new();
    for (n, (name, county_code)) in country.chain(regional).chain(thematic).enumerate() {
        let of_county = county_code.is_some();
        let by = if n == 0 || n == 10 || n == counties.len() + 1 { coordinator } else { administrator };
        let new = NewNetwork {
            slug: format!("{}-{n}", fold(&name).replace(' ', "-")),
            purpose: format!("Vi som vill lära av varandra: {name}."),
            name,
            kind: if of_county { NetworkKind::Regional } else { NetworkKind::Thematic },
            visibility: if of_county || chance(rng, 500) { Visibility::Public } else { Visibility::Members },
            joining: if of_county { Joining::Open } else { Joining::Approval },
            county_code,
        };
        let id = networks::create(tx, &new, by, began)?;
        made.push(Circuit { id, coordinator: by, members: Vec::new() });
    }
    Ok(made)
}

fn account(tx: &mut Tx<'_>, email: &str, name: &str, hash: &str, now: Timestamp) -> Result<Id> {
    let id = accounts::create(tx, email, name, Lang::Swedish, ZONE, now)?;
    accounts::set_password(tx, id, hash, now)?;
    Ok(id)
}

/// Memberships of some people; three in ten have registered for the round.
fn let_in(
    tx: &mut Tx<'_>,
    rng: &mut Pcg64,
    network: Id,
    round: Id,
    some: &[Holder],
    began: Timestamp,
    today: Timestamp,
) -> Result<()> {
    let member = |holder: &Holder| {
        (
            network_memberships::id.eq(clock::new_id()),
            network_memberships::network_id.eq(network),
            network_memberships::seat_id.eq(holder.seat),
            network_memberships::state.eq(MembershipState::Active),
            network_memberships::message.eq(""),
            network_memberships::requested_at.eq(began),
            network_memberships::decided_at.eq(began),
        )
    };
    let registered = |holder: &Holder| {
        (
            registrations::id.eq(clock::new_id()),
            registrations::round_id.eq(round),
            registrations::seat_id.eq(holder.seat),
            registrations::state.eq(RegistrationState::Active),
            registrations::wishes.eq(""),
            registrations::meeting_format.eq("either"),
            registrations::created_at.eq(today),
            registrations::updated_at.eq(today),
        )
    };
    let rows: Vec<_> = some.iter().map(member).collect();
    on_both!(tx, c => diesel::insert_into(network_memberships::table).values(&rows).execute(c))?;
    let rows: Vec<_> = some.iter().filter(|_| chance(rng, 300)).map(registered).collect();
    on_both!(tx, c => diesel::insert_into(registrations::table).values(&rows).execute(c))?;
    Ok(())
}
