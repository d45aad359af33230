//! What is going on around a person, and the one thing to do next.

use std::collections::{HashMap, HashSet};

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::db::schema::{network_memberships, registrations, rounds, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, padded};
use crate::error::Result;
use crate::i18n::local;
use crate::meetups::{self, ComingMeetup};
use crate::networks::{self, MembershipState, Network};
use crate::notes::{self, Outcome};
use crate::polls::{self, OpenPoll};
use crate::posts::{self, PostSummary};
use crate::rounds::Round;
use crate::seats::Standing;
use crate::web::CurrentPerson;

/// Everything home shows. A fixed number of queries, whatever the size of the installation.
pub(super) struct Overview {
    pub(super) standing: Standing,
    pub(super) meetups: Vec<ComingMeetup>,
    /// How many more are coming in series.
    pub(super) more: HashMap<Id, i64>,
    pub(super) posts: Vec<PostSummary>,
    pub(super) coordinated: Vec<Network>,
    pub(super) requests: i64,
    /// What the person or their groups have promised for a day that is past or near.
    pub(super) promises: Vec<Outcome>,
    asking: HashSet<Id>,
    poll: Option<OpenPoll>,
    open_rounds: Vec<Round>,
    own_rounds: Vec<Round>,
}

/// The one next step. The texts are `dashboard-next-<word>`, `…-body` and `…-action`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NextStep {
    pub(super) word: &'static str,
    pub(super) name: String,
    pub(super) path: String,
}

impl NextStep {
    fn new(word: &'static str, name: impl Into<String>, path: impl Into<String>) -> Self {
        NextStep { word, name: name.into(), path: path.into() }
    }
}

impl Overview {
    pub(super) fn of(db: &mut Db, person: &CurrentPerson, now: Timestamp) -> Result<Self> {
        let id = person.id;
        let today = local(now, person.time_zone).date_naive();
        let standing = Standing::of(db, id)?;
        let coordinated =
            if person.coordinator { networks::coordinated_by_person(db, id)? } else { Vec::new() };
        let of_mine: Vec<Id> = standing.live_networks().map(|network| network.id).collect();
        let of_coordinated: Vec<Id> = coordinated.iter().map(|network| network.id).collect();
        let asking = requests(db, &of_coordinated)?;
        let scope = posts::scope_in(db, person, &standing)?;
        let meetups = meetups::next_of_person(db, id, now, 6)?;
        // An answer that is missing comes first: what else could be next is not asked for.
        let waits = meetups.iter().any(waits_for_answer);
        let polled = !waits && standing.live_groups().any(|group| group.polled);
        let poll = if polled { polls::waiting_for(db, id, now)? } else { None };
        let open_rounds = if waits || poll.is_some() { Vec::new() } else { open(db, &of_mine, id, today)? };
        let promised: Vec<Id> =
            standing.live_groups().filter(|group| group.promised).map(|group| group.id).collect();
        let promises =
            if promised.is_empty() { Vec::new() } else { notes::due_for(db, &promised, id, today)? };
        Ok(Overview {
            more: meetups::more_in_series(db, meetups.iter().map(|meetup| meetup.series_id), now)?,
            meetups,
            promises,
            posts: posts::latest_in(db, &scope, 5)?,
            requests: asking.iter().map(|(_, waiting)| waiting).sum(),
            asking: asking.into_iter().map(|(network, _)| network).collect(),
            poll,
            open_rounds,
            own_rounds: unfinished(db, &of_coordinated)?,
            standing,
            coordinated,
        })
    }

    /// The most useful thing to do: what others wait for comes first.
    pub(super) fn next_step(&self, today: chrono::NaiveDate) -> NextStep {
        if let Some(network) = self.coordinated.iter().find(|network| self.asking.contains(&network.id)) {
            return NextStep::new("requests", &network.name, format!("/networks/{}/members", network.slug));
        }
        if self.standing.asked {
            return NextStep::new("approvals", "", "/approvals");
        }
        if let Some(round) =
            self.own_rounds.iter().find(|round| round.matched_at.is_some() || round.last_day < today)
        {
            return NextStep::new("round-run", &round.name, format!("/rounds/{}", round.id));
        }
        if self.standing.seats.is_empty() && self.coordinated.is_empty() {
            return NextStep::new("seat", "", "/seats/new");
        }
        if let Some(meetup) = self.meetups.iter().find(|meetup| waits_for_answer(meetup)) {
            return NextStep::new("answer", &meetup.title, format!("/meetups/{}", meetup.id));
        }
        if let Some(poll) = &self.poll {
            return NextStep::new("poll", &poll.title, format!("/polls/{}", poll.id));
        }
        if let Some(round) = self.open_rounds.first() {
            return NextStep::new("register", &round.name, format!("/rounds/{}", round.id));
        }
        let met: HashSet<Id> = self.meetups.iter().map(|meetup| meetup.group_id).collect();
        if let Some(group) =
            self.standing.live_groups().find(|group| !met.contains(&group.id) && !group.polled)
        {
            return NextStep::new("meetup", &group.name, format!("/groups/{}/meetups/new", group.id));
        }
        if self.standing.live_networks().next().is_none() && self.coordinated.is_empty() {
            return NextStep::new("network", "", "/networks");
        }
        match (self.standing.live_groups().next(), self.coordinated.first()) {
            (Some(group), _) => {
                NextStep::new("story", &group.name, format!("/groups/{}/posts/new", group.id))
            }
            (None, Some(network)) => {
                NextStep::new("round", &network.name, format!("/networks/{}", network.slug))
            }
            (None, None) => NextStep::new("organisers", "", "/organisers"),
        }
    }
}

fn waits_for_answer(meetup: &ComingMeetup) -> bool {
    meetup.my_answer.is_none() && meetup.cancelled_at.is_none()
}

/// Rounds of these networks that take registrations still and have none of this person.
fn open(db: &mut Db, networks: &[Id], person: Id, today: chrono::NaiveDate) -> Result<Vec<Round>> {
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    let networks = padded(networks.iter().copied());
    let registered = exists(
        registrations::table
            .inner_join(seats::table)
            .filter(seats::person_id.eq(person))
            .filter(registrations::round_id.eq(rounds::id)),
    );
    Ok(rounds::table
        .filter(rounds::network_id.eq_any(&networks))
        .filter(rounds::last_day.ge(today))
        .filter(rounds::matched_at.is_null())
        .filter(rounds::cancelled_at.is_null())
        .filter(not(registered))
        .order((rounds::last_day, rounds::id))
        .limit(20)
        .select(Round::as_select())
        .prepared_for(networks.len())
        .load(db)?)
}

/// Rounds of these networks that are neither published nor called off.
fn unfinished(db: &mut Db, networks: &[Id]) -> Result<Vec<Round>> {
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    Ok(rounds::table
        .filter(rounds::network_id.eq_any(networks))
        .filter(rounds::published_at.is_null())
        .filter(rounds::cancelled_at.is_null())
        .order((rounds::last_day, rounds::id))
        .limit(20)
        .select(Round::as_select())
        .load(db)?)
}

/// The networks into which seats wait to be let, and how many.
fn requests(db: &mut Db, networks: &[Id]) -> Result<Vec<(Id, i64)>> {
    if networks.is_empty() {
        return Ok(Vec::new());
    }
    Ok(network_memberships::table
        .filter(network_memberships::network_id.eq_any(networks))
        .filter(network_memberships::state.eq(MembershipState::Requested))
        .group_by(network_memberships::network_id)
        .select((network_memberships::network_id, diesel::dsl::count_star()))
        .load(db)?)
}
