//! The list of groups and one group.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use askama::Template;

use crate::accounts::{Frequency, initials};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::groups::access::{Seen, see};
use crate::groups::{self, Access, Group, ListedGroup, Member, Request};
use crate::i18n::Lang;
use crate::markdown;
use crate::meetups::{self, Beat, Need};
use crate::networks::{self, Network};
use crate::organisers;
use crate::polls::{self, OpenPoll};
use crate::posts::{self, PostSummary};
use crate::rounds::{self, GroupWhy, Objection, PersonWhy, ThemeNames, group_sentences, person_sentences};
use crate::web::forms::{Check, Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath, Visit};

#[derive(Template)]
#[template(path = "groups/index.html")]
struct Index {
    chrome: Chrome,
    mine: Vec<Row>,
    open: Vec<Row>,
    member_somewhere: bool,
}

struct Row {
    id: Id,
    name: String,
    network: String,
    members: i64,
}

/// `GET /groups`: one's own groups, and the open ones in one's networks.
pub async fn index(ctx: Ctx) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let chrome = ctx.chrome("groups", "groups-title");
    let page = ctx.read(move |db| listed(db, person, chrome)).await?;
    ctx.page(&page)
}

fn listed(db: &mut Db, person: Id, chrome: Chrome) -> Result<Index> {
    let member_somewhere = !networks::of_person(db, person)?.is_empty();
    let (mine, open) = (groups::mine(db, person)?, groups::open_to(db, person, 100)?);
    // Also groups in a network that one has left.
    let ids: Vec<Id> = mine.iter().chain(&open).map(|listed| listed.group.network_id).collect();
    let names = networks::names_of(db, &ids)?;
    let row = |listed: ListedGroup| Row {
        network: names.get(&listed.group.network_id).cloned().unwrap_or_default(),
        id: listed.group.id,
        name: listed.group.name,
        members: listed.members,
    };
    let (mine, open) = (mine.into_iter().map(row).collect(), open.into_iter().map(row).collect());
    Ok(Index { chrome, mine, open, member_somewhere })
}

#[derive(Template)]
#[template(path = "groups/show.html")]
struct Show {
    chrome: Chrome,
    group: Group,
    network: Network,
    access: Access,
    members: Vec<Member>,
    organisers: Vec<(String, String)>,
    map: String,
    inside: Inside,
    asked: bool,
}

/// What only members and coordinators see.
#[derive(Default)]
struct Inside {
    why: Vec<String>,
    own_why: Vec<String>,
    /// The next meetup, when it is, and how many more are coming in its series.
    next: Option<(Beat, String, Option<i64>)>,
    /// What would help the group.
    need: Option<Need>,
    /// Date polls that are open, those that wait for the visitor's answer first.
    polls: Vec<OpenPoll>,
    posts: Vec<PostSummary>,
    agreement: String,
    requests: Vec<Request>,
    /// What coordinators wrote to everybody when publishing the round.
    note: String,
    /// What the visitor has said of the group.
    said: Option<Objection>,
    /// Whether a member may say that the group does not work.
    may_object: bool,
    /// Whether it has become too small, and ways out are worked out.
    too_small: bool,
}

impl Show {
    fn is_member(&self) -> bool {
        self.access == Access::Member
    }

    fn is_coordinator(&self) -> bool {
        self.access == Access::Coordinator
    }

    fn may_object(&self) -> bool {
        let said = self.inside.said.as_ref().map(|said| said.state);
        self.is_member() && self.inside.may_object && said != Some(rounds::ObjectionState::Open)
    }

    /// The date poll that waits for the visitor's answer.
    fn waiting_poll(&self) -> Option<&OpenPoll> {
        self.inside.polls.first().filter(|poll| poll.waits && self.is_member())
    }

    fn is_inside(&self) -> bool {
        self.access != Access::Neighbour
    }

    fn shown(&self, member: &Member) -> String {
        member.shown(self.chrome.language)
    }

    fn letters(&self, member: &Member) -> String {
        member.name.as_deref().map(initials).unwrap_or_default()
    }

    fn request_by(&self, request: &Request) -> String {
        request.name.clone().unwrap_or_else(|| self.chrome.t("person-protected"))
    }
}

/// `GET /groups/{id}`: the group; of an open one, neighbours see name and organisers.
pub async fn show(visit: Visit, id: IdPath) -> Result<HttpResponse> {
    let (ctx, page) = visit.read(move |db, ctx| of_group(db, id.0, ctx)).await?;
    ctx.page(&page)
}

fn of_group(db: &mut Db, id: Id, ctx: &Ctx) -> Result<Show> {
    let (person, lang, now) = (ctx.person()?, ctx.lang, ctx.now());
    let seen = see(db, id, person)?;
    let members = groups::members_of(db, seen.group.id)?;
    let inside = match seen.access {
        Access::Neighbour => Inside::default(),
        _ => Inside::of(db, &seen, &members, person, lang, now)?,
    };
    let Seen { group, network, access, .. } = seen;
    let asked = access == Access::Neighbour && groups::request_waits(db, group.id, person.id)?;
    let (codes, here, organisers) = places(&members, person.id);
    let map = organisers::group_map(db, &codes, &here, lang)?;
    let chrome = ctx.chrome_titled("groups", group.name.clone());
    Ok(Show { chrome, group, network, access, members, organisers, map, inside, asked })
}

impl Inside {
    fn of(
        db: &mut Db,
        seen: &Seen,
        members: &[Member],
        person: &CurrentPerson,
        lang: Lang,
        now: Timestamp,
    ) -> Result<Self> {
        let Seen { group, round, has_requests, has_objected, has_poll, since, .. } = seen;
        let pulse = meetups::pulse_of(db, group.id, now)?;
        let need = pulse.need(*since, *has_poll, now).filter(|_| group.closed_at.is_none());
        let next = pulse.next;
        let series = next.as_ref().and_then(|next| next.series_id);
        let more = meetups::more_in_series(db, std::iter::once(series), now)?.into_values().next();
        let (why, own_why) = whys(group, members, person.id, lang)?;
        let open = round.is_some() && group.closed_at.is_none();
        let fewest = group.least.or(round.as_ref().map(|(size_min, _)| *size_min)).unwrap_or(0);
        let held = members.iter().filter(|member| member.person_id.is_some()).count();
        let said = if open && *has_objected { rounds::objection_of(db, group.id, person.id)? } else { None };
        Ok(Inside {
            need,
            next: next.map(|next| {
                let when = lang.moment(next.starts_at, person.time_zone);
                (next, when, more)
            }),
            polls: if *has_poll { polls::open_of_group(db, group.id, person.id, now)? } else { Vec::new() },
            posts: posts::latest_of_group(db, group.id, 3)?,
            requests: if *has_requests { groups::waiting(db, group.id)? } else { Vec::new() },
            agreement: markdown::to_html(&group.agreement),
            why,
            own_why,
            note: round.as_ref().map(|(_, note)| note.clone()).unwrap_or_default(),
            said,
            may_object: open,
            too_small: open && i32::try_from(held).unwrap_or(i32::MAX) < fewest,
        })
    }
}

fn whys(group: &Group, members: &[Member], person: Id, lang: Lang) -> Result<(Vec<String>, Vec<String>)> {
    if group.why.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let themes = ThemeNames::known();
    let why: GroupWhy = serde_json::from_str(&group.why)?;
    let own = members.iter().find(|member| member.person_id == Some(person) && !member.why.is_empty());
    let own = own.map(|member| serde_json::from_str::<PersonWhy>(&member.why)).transpose()?;
    let own = own.map(|why| person_sentences(&why, lang)).unwrap_or_default();
    Ok((group_sentences(&why, lang, &themes), own))
}

/// Codes of the organisers of a group, those of the visitor's own, and code and name of each once.
fn places(members: &[Member], person: Id) -> (Vec<String>, Vec<String>, Vec<(String, String)>) {
    let all: BTreeMap<&str, &str> = members
        .iter()
        .map(|member| (member.organiser_code.as_str(), member.organiser_name.as_str()))
        .collect();
    let mut named: Vec<(String, String)> =
        all.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect();
    named.sort_by(|one, two| organisers::swedish_order(&one.1, &two.1));
    let own = members.iter().filter(|member| member.person_id == Some(person));
    let here = own.map(|member| member.organiser_code.clone()).collect();
    (all.into_keys().map(str::to_owned).collect(), here, named)
}

#[derive(Template)]
#[template(path = "groups/edit.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    group: Group,
    frequencies: Vec<(&'static str, String)>,
}

impl Edit {
    fn of(ctx: &Ctx, group: Group, form: Form) -> Self {
        let own = ("", ctx.lang.t("group-digest-own"));
        let some =
            Frequency::ALL.iter().map(|one| (one.word(), ctx.lang.t(&format!("digest-frequency-{one}"))));
        let chrome = ctx.chrome("groups", "group-edit-title");
        let chrome = if form.is_wrong() { chrome.with_errors() } else { chrome };
        Edit { chrome, form, group, frequencies: std::iter::once(own).chain(some).collect() }
    }
}

/// `GET /groups/{id}/edit`: name, whether it is open, and how often what is new in it comes, for coordinators.
pub async fn edit(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let group = coordinated(&ctx, id.0).await?;
    let mut fields = Fields::from_pairs([("name", group.name.clone())]);
    if group.open {
        fields = fields.with("open", "1");
    }
    fields = fields.with("digest_default", group.digest_default.map(Frequency::word).unwrap_or_default());
    let form = Form::filled(fields, ctx.lang);
    ctx.page(&Edit::of(&ctx, group, form))
}

/// `POST /groups/{id}`: changes them. A form without the frequency leaves that as it is.
pub async fn update(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let group = coordinated(&ctx, id.0).await?;
    let mut check = Check::of(&fields);
    let name = check.text("name", 1..=80);
    let frequency = match fields.text("digest_default") {
        "" if fields.has("digest_default") => None,
        "" => group.digest_default,
        _ => check.choice("digest_default"),
    };
    if let Err(errors) = check.done() {
        let form = Form::failed(fields, errors, ctx.lang);
        return ctx.invalid(&Edit::of(&ctx, group, form));
    }
    let open = fields.ticked("open");
    let write = move |tx: &mut Tx<'_>| {
        groups::update(tx, group.id, &name, open)?;
        groups::set_digest_default(tx, group.id, frequency)
    };
    ctx.write(write).await?;
    Ok(ctx.redirect_saying(format!("/groups/{}", id.0), "flash-group-changed"))
}

/// `POST /groups/{id}/closure`: closes the group.
pub async fn close(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let group = coordinated(&ctx, id.0).await?;
    let now = ctx.now();
    ctx.write(move |tx| groups::close(tx, group.id, now)).await?;
    Ok(ctx.redirect_saying(format!("/groups/{}", id.0), "flash-group-closed"))
}

/// The group, if this person runs its network.
pub(super) async fn coordinated(ctx: &Ctx, id: Id) -> Result<Group> {
    let person = ctx.person()?.clone();
    ctx.read(move |db| {
        let group = groups::find(db, id)?;
        let coordinator = networks::is_coordinator(db, group.network_id, &person)?;
        if coordinator { Ok(group) } else { Err(Error::NotFound) }
    })
    .await
}
