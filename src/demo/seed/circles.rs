//! Groups, their members, and the meetups they have had and will have.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use diesel::prelude::*;
use matching::Component;
use rand_pcg::Pcg64;

use super::crowd::{AGE_DAYS, Circuit, Crowd, Holder, Workplace};
use super::{AT_ONCE, shuffle};
use crate::app::App;
use crate::clock;
use crate::db::Tx;
use crate::db::schema::{answers, group_memberships, groups, meetups};
use crate::db::types::{Id, Timestamp};
use crate::demo::names::{below, chance, pick};
use crate::demo::season::{ZONE, wall, working_day};
use crate::demo::stories::{AGREEMENT, MEETUPS};
use crate::error::{Error, Result};
use crate::meetups::Answer;
use crate::on_both;
use crate::rounds::{GroupWhy, PersonWhy, TieWhy, name_groups};

/// Meetups that a group has behind it.
const PAST: u64 = 6;

/// A group and what stories need to know of it.
pub(super) struct Circle {
    pub(super) id: Id,
    pub(super) network: Id,
    pub(super) members: Vec<Holder>,
    /// Names of their organisers, in the same order.
    pub(super) places: Vec<String>,
    why: String,
    member_whys: Vec<String>,
}

/// Makes `count` groups, spread over the networks by how many are in them.
pub(super) fn form(app: &App, rng: &mut Pcg64, crowd: &Crowd, count: usize) -> Result<Vec<Circle>> {
    let now = app.clock.now();
    let mut drawn: Vec<(&Circuit, Vec<Holder>)> = Vec::with_capacity(count);
    let seats: usize = crowd.networks.iter().map(|network| network.members.len()).sum();
    while drawn.len() < count {
        let before = drawn.len();
        for network in &crowd.networks {
            let share = (count * network.members.len()).div_ceil(seats.max(1)).min(count - drawn.len());
            drawn.extend(divide(rng, &network.members, share).into_iter().map(|members| (network, members)));
        }
        if drawn.len() == before {
            return Err(Error::Setup("too few people for that many groups: give more --people".to_owned()));
        }
    }
    let names = names(crowd, &drawn);
    let mut circles = Vec::with_capacity(count);
    for (some, names) in drawn.chunks(AT_ONCE).zip(names.chunks(AT_ONCE)) {
        let made: Vec<Circle> =
            some.iter().map(|(network, members)| Circle::of(rng, crowd, network.id, members)).collect();
        app.database.write_now(|tx| {
            write(tx, rng, &made, names, now)?;
            meet(tx, rng, &made, now)
        })?;
        circles.extend(made);
    }
    Ok(circles)
}

/// At most `most` groups of five to eight.
fn divide(rng: &mut Pcg64, members: &[Holder], most: usize) -> Vec<Vec<Holder>> {
    let mut members = members.to_vec();
    shuffle(rng, &mut members);
    let (mut made, mut rest) = (Vec::new(), members.as_slice());
    while made.len() < most {
        let Some((group, others)) = rest.split_at_checked(5 + below(rng, 4)) else { break };
        made.push(group.to_vec());
        rest = others;
    }
    made
}

fn names(crowd: &Crowd, drawn: &[(&Circuit, Vec<Holder>)]) -> Vec<String> {
    let organisers = |members: &Vec<Holder>| -> Vec<(String, u32)> {
        let workplaces = members.iter().filter_map(|holder| crowd.workplaces.get(holder.workplace));
        workplaces.map(|each| (each.name.clone(), each.size())).collect()
    };
    let groups: Vec<_> = drawn.iter().map(|(_, members)| organisers(members)).collect();
    name_groups(&groups, &BTreeSet::new())
}

impl Circle {
    fn of(rng: &mut Pcg64, crowd: &Crowd, network: Id, members: &[Holder]) -> Circle {
        let workplaces: Vec<&Workplace> =
            members.iter().filter_map(|holder| crowd.workplaces.get(holder.workplace)).collect();
        let places: Vec<String> = workplaces.iter().map(|each| each.name.clone()).collect();
        let sizes = workplaces.iter().map(|each| each.size());
        let themes = [pick(rng, &[0, 1, 2, 3]).unwrap_or(0), 4 + below(rng, 4)];
        let tie = |rng: &mut Pcg64, from: usize| TieWhy {
            organiser: places.get(from).cloned().unwrap_or_default(),
            with: pick(rng, &(0..places.len()).collect::<Vec<_>>())
                .and_then(|at| places.get(at))
                .cloned()
                .unwrap_or_default(),
            km: Some(u32::try_from(below(rng, 300)).unwrap_or(0)),
            by: vec![Component::SizeLikeness, Component::Themes],
        };
        let why = GroupWhy {
            binds: vec![Component::Distance, Component::SizeLikeness, Component::Themes],
            compromised: vec![Component::Neighbours],
            themes: themes
                .iter()
                .filter_map(|at| crowd.themes.get(*at))
                .map(|theme| (theme.slug.clone(), 3))
                .collect(),
            widest_km: Some(40 + u32::try_from(below(rng, 260)).unwrap_or(0)),
            sizes: sizes.clone().min().zip(sizes.max()),
            weakest: Some(tie(rng, 0)),
            mean: 4_200,
        };
        let member_whys = (0..members.len())
            .map(|at| PersonWhy {
                closest: Some(tie(rng, at)),
                loosest: Some(tie(rng, at)),
                ..PersonWhy::default()
            })
            .map(|why| serde_json::to_string(&why).unwrap_or_default())
            .collect();
        Circle {
            id: clock::new_id(),
            network,
            members: members.to_vec(),
            why: serde_json::to_string(&why).unwrap_or_default(),
            places,
            member_whys,
        }
    }
}

fn write(tx: &mut Tx<'_>, rng: &mut Pcg64, made: &[Circle], names: &[String], now: Timestamp) -> Result<()> {
    let began = now - TimeDelta::days(AGE_DAYS);
    let group = |(circle, name): (&Circle, &String)| {
        (
            groups::id.eq(circle.id),
            groups::network_id.eq(circle.network),
            groups::name.eq(name.clone()),
            groups::agreement.eq(AGREEMENT),
            groups::why.eq(circle.why.clone()),
            groups::open.eq(chance(rng, 300)),
            groups::created_at.eq(began),
        )
    };
    let rows: Vec<_> = made.iter().zip(names).map(group).collect();
    on_both!(tx, c => diesel::insert_into(groups::table).values(&rows).execute(c))?;
    let member = |circle: &Circle, holder: &Holder, why: &String| {
        (
            group_memberships::id.eq(clock::new_id()),
            group_memberships::group_id.eq(circle.id),
            group_memberships::seat_id.eq(holder.seat),
            group_memberships::why.eq(why.clone()),
            group_memberships::joined_at.eq(began),
        )
    };
    let rows: Vec<_> = made
        .iter()
        .flat_map(|circle| {
            circle.members.iter().zip(&circle.member_whys).map(|(holder, why)| member(circle, holder, why))
        })
        .collect();
    for some in rows.chunks(AT_ONCE) {
        on_both!(tx, c => diesel::insert_into(group_memberships::table).values(some).execute(c))?;
    }
    Ok(())
}

/// Meetups every sixth week until now, and for three groups of four one to come.
fn meet(tx: &mut Tx<'_>, rng: &mut Pcg64, made: &[Circle], now: Timestamp) -> Result<()> {
    let (mut meetings, mut said) = (Vec::new(), Vec::new());
    for circle in made {
        let ahead = chance(rng, 750).then(|| working_day(now.0.date() + Days::new(days(rng, 28, 3))));
        let behind: Vec<NaiveDate> = (1..=PAST)
            .map(|n| working_day(now.0.date() - Days::new(n * 42 - 2)) - Days::new(days(rng, 7, 0)))
            .collect();
        for day in ahead.into_iter().chain(behind) {
            let (title, agenda) = pick(rng, MEETUPS).unwrap_or(("Träff", ""));
            let host = below(rng, circle.members.len());
            let (id, hour) = (clock::new_id(), pick(rng, &[9, 10, 13, 14]).unwrap_or(13));
            let at = |hour| wall(day, NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default());
            let proposed = at(hour) - TimeDelta::days(40);
            meetings.push((
                meetups::id.eq(id),
                meetups::group_id.eq(circle.id),
                meetups::title.eq(title),
                meetups::agenda.eq(agenda),
                meetups::starts_at.eq(at(hour)),
                meetups::ends_at.eq(at(hour + 2)),
                meetups::time_zone.eq(ZONE),
                meetups::place.eq(circle
                    .places
                    .get(host)
                    .map(|name| format!("Hos {name}"))
                    .unwrap_or_default()),
                meetups::link.eq(""),
                meetups::revision.eq(0),
                meetups::created_by.eq(circle.members.get(host).map(|holder| holder.person)),
                meetups::created_at.eq(proposed),
                meetups::updated_at.eq(proposed),
            ));
            for holder in &circle.members {
                let answer = pick(
                    rng,
                    &[Some(Answer::Yes), Some(Answer::Yes), Some(Answer::Maybe), Some(Answer::No), None],
                );
                if let Some(Some(answer)) = answer {
                    said.push((
                        answers::meetup_id.eq(id),
                        answers::seat_id.eq(holder.seat),
                        answers::answer.eq(answer),
                        answers::answered_by.eq(holder.person),
                        answers::answered_at.eq(proposed),
                    ));
                }
            }
        }
    }
    for some in meetings.chunks(AT_ONCE) {
        on_both!(tx, c => diesel::insert_into(meetups::table).values(some).execute(c))?;
    }
    for some in said.chunks(AT_ONCE) {
        on_both!(tx, c => diesel::insert_into(answers::table).values(some).execute(c))?;
    }
    Ok(())
}

fn days(rng: &mut Pcg64, span: usize, from: u64) -> u64 {
    from + u64::try_from(below(rng, span)).unwrap_or(0)
}
