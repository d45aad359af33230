//! What a person tells others about themselves, and who may read it.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::availability::{ticked_half_days, with_half_days};
use super::preferences::MeetingFormat;
use crate::db::schema::{
    group_memberships, network_coordinators, network_memberships, people, person_themes, seats,
};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::networks::MembershipState;
use crate::web::forms::{Check, Errors, Fields};
use crate::word_enum;

word_enum! {
    /// What a theme is to a person.
    pub enum Direction {
        /// Something to share.
        Offers = "offers",
        /// Something to learn.
        Needs = "needs",
    }
}

/// The profile of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Full name.
    pub name: String,
    /// Free text.
    pub about: String,
    /// What they can offer.
    pub offers: String,
    /// What they need.
    pub needs: String,
    /// How they want to meet.
    pub meeting_format: MeetingFormat,
    /// How far they travel, in kilometres.
    pub travel_limit_km: Option<i32>,
    /// Half-days when they can usually meet, a bit each; 0 where they have not said.
    pub availability: i32,
    /// Never shown to others.
    pub protected: bool,
    /// Slugs of the themes they offer.
    pub offer_themes: Vec<String>,
    /// Slugs of the themes they need.
    pub need_themes: Vec<String>,
}

impl Profile {
    /// Checks the fields of the profile page; `known` are the slugs of all themes.
    pub fn parse(fields: &Fields, known: &[String]) -> Result<Self, Errors> {
        let mut check = Check::of(fields);
        let name = check.text("name", 1..=120);
        let about = check.text("about", 0..=2000);
        let themes = |check: &mut Check<'_>, field: &'static str| -> Vec<String> {
            let mut chosen: Vec<String> = fields.all(field).map(str::to_owned).collect();
            chosen.sort();
            chosen.dedup();
            if chosen.iter().any(|slug| !known.contains(slug)) {
                check.fail(field, "error-choice");
            }
            chosen
        };
        let offer_themes = themes(&mut check, "offer_themes");
        let offers = check.text("offers", 0..=2000);
        let need_themes = themes(&mut check, "need_themes");
        let needs = check.text("needs", 0..=2000);
        let format = check.choice("meeting_format");
        let travel_limit_km = check.optional_number("travel_limit_km", 0..=2000);
        check.done()?;
        Ok(Profile {
            name,
            about,
            offers,
            needs,
            meeting_format: format.unwrap_or(MeetingFormat::Either),
            travel_limit_km,
            availability: ticked_half_days(fields),
            protected: fields.ticked("protected"),
            offer_themes,
            need_themes,
        })
    }

    /// As the form shows it.
    pub fn fields(&self) -> Fields {
        let mut fields = Fields::from_pairs([
            ("name", self.name.as_str()),
            ("about", &self.about),
            ("offers", &self.offers),
            ("needs", &self.needs),
            ("meeting_format", self.meeting_format.word()),
            ("protected", if self.protected { "1" } else { "" }),
        ]);
        if let Some(km) = self.travel_limit_km {
            fields = fields.with("travel_limit_km", km.to_string());
        }
        for slug in &self.offer_themes {
            fields = fields.with("offer_themes", slug);
        }
        for slug in &self.need_themes {
            fields = fields.with("need_themes", slug);
        }
        with_half_days(fields, self.availability)
    }
}

/// The profile of a person. Two queries.
pub fn profile_of(db: &mut Db, person: Id) -> Result<Profile> {
    type Row = (String, String, String, String, MeetingFormat, Option<i32>, i32, bool);
    let (name, about, offers, needs, meeting_format, travel_limit_km, availability, protected): Row =
        people::table
            .find(person)
            .select((
                people::name,
                people::about,
                people::offers,
                people::needs,
                people::meeting_format,
                people::travel_limit_km,
                people::availability,
                people::protected,
            ))
            .first(db)?;
    let themes: Vec<(Direction, String)> = person_themes::table
        .filter(person_themes::person_id.eq(person))
        .order(person_themes::theme_slug)
        .select((person_themes::direction, person_themes::theme_slug))
        .load(db)?;
    let of = |wanted: Direction| {
        themes.iter().filter(|(direction, _)| *direction == wanted).map(|(_, slug)| slug.clone()).collect()
    };
    let (offer_themes, need_themes) = (of(Direction::Offers), of(Direction::Needs));
    Ok(Profile {
        name,
        about,
        offers,
        needs,
        meeting_format,
        travel_limit_km,
        availability,
        protected,
        offer_themes,
        need_themes,
    })
}

/// Keeps the profile of a person.
pub fn save_profile(tx: &mut Tx<'_>, person: Id, new: &Profile, now: Timestamp) -> Result<()> {
    diesel::update(people::table.find(person))
        .set((
            people::name.eq(&new.name),
            people::about.eq(&new.about),
            people::offers.eq(&new.offers),
            people::needs.eq(&new.needs),
            people::meeting_format.eq(new.meeting_format),
            people::travel_limit_km.eq(new.travel_limit_km),
            people::availability.eq(new.availability),
            people::protected.eq(new.protected),
            people::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    diesel::delete(person_themes::table.filter(person_themes::person_id.eq(person))).execute(&mut **tx)?;
    let offers = new.offer_themes.iter().map(|slug| (Direction::Offers, slug));
    for (direction, slug) in offers.chain(new.need_themes.iter().map(|slug| (Direction::Needs, slug))) {
        diesel::insert_into(person_themes::table)
            .values((
                person_themes::person_id.eq(person),
                person_themes::theme_slug.eq(slug),
                person_themes::direction.eq(direction),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// The profile of `person`, if `viewer` may see it: themselves, or whoever shares a network or group with them or
/// coordinates one of the two for the other. Protected and closed accounts are seen by nobody else.
pub fn visible_profile(db: &mut Db, person: Id, viewer: Id) -> Result<Profile> {
    if person != viewer {
        let open: bool = diesel::select(exists(
            people::table
                .filter(people::id.eq(person))
                .filter(people::protected.eq(false))
                .filter(people::disabled_at.is_null()),
        ))
        .get_result(db)?;
        if !open || !(share_network(db, person, viewer)? || share_group(db, person, viewer)?) {
            return Err(Error::NotFound);
        }
    }
    profile_of(db, person)
}

fn share_network(db: &mut Db, person: Id, viewer: Id) -> Result<bool> {
    let mut theirs = networks_of(db, person)?;
    let mine = networks_of(db, viewer)?;
    theirs.retain(|network| mine.contains(network));
    Ok(!theirs.is_empty())
}

/// The networks somebody is a member of by any seat, or coordinates. Two queries.
fn networks_of(db: &mut Db, person: Id) -> Result<Vec<Id>> {
    let mut found: Vec<Id> = network_memberships::table
        .inner_join(seats::table)
        .filter(seats::person_id.eq(person))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select(network_memberships::network_id)
        .load(db)?;
    let coordinated: Vec<Id> = network_coordinators::table
        .filter(network_coordinators::person_id.eq(person))
        .select(network_coordinators::network_id)
        .load(db)?;
    found.extend(coordinated);
    Ok(found)
}

fn share_group(db: &mut Db, person: Id, viewer: Id) -> Result<bool> {
    let mut of = |who: Id| -> Result<Vec<Id>> {
        Ok(group_memberships::table
            .inner_join(seats::table)
            .filter(seats::person_id.eq(who))
            .filter(group_memberships::left_at.is_null())
            .select(group_memberships::group_id)
            .load(db)?)
    };
    let (theirs, mine) = (of(person)?, of(viewer)?);
    Ok(theirs.iter().any(|group| mine.contains(group)))
}
