//! The list of networks, one network, and its description.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono_tz::Tz;

use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::i18n::local;
use crate::markdown;
use crate::meetups::{Need, Pulse};
use crate::networks::listing::{self, Listed, Search};
use crate::networks::overview::{self, GroupName, Overview, Step};
use crate::networks::{self, Joining, Network, NetworkKind, Visibility, forms};
use crate::seats::HeldSeat;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, Paging};

#[derive(Template)]
#[template(path = "networks/index.html")]
struct Index {
    chrome: Chrome,
    networks: Vec<Listed>,
    counties: Vec<(String, String)>,
    search: Search,
    paging: Paging,
    may_found: bool,
}

/// `GET /networks`: public networks and one's own.
pub async fn index(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let query = Fields::of_query(&request);
    let search = Search { text: query.text("q").to_owned(), county: query.text("county").to_owned() };
    let (visitor, paging) = (ctx.visitor().cloned(), Paging::of(&request, 30));
    let (networks, counties, search, paging) = ctx
        .read(move |db| {
            let found = listing::listed(db, visitor.as_ref(), &search)?;
            let paging = paging.with_total(i64::try_from(found.len()).unwrap_or(i64::MAX));
            let mut page = paging.cut(found);
            listing::count_members(db, &mut page)?;
            Ok((page, listing::counties(db)?, search, paging))
        })
        .await?;
    let counties = forms::with_first(ctx.lang.t("network-county-all"), counties);
    let may_found = ctx.visitor().is_some_and(|person| person.administrator || person.coordinator);
    let chrome = ctx.chrome("networks", "networks-title");
    ctx.page(&Index { chrome, networks, counties, search, paging, may_found })
}

#[derive(Template)]
#[template(path = "networks/form.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    network: Option<Network>,
    counties: Vec<(String, String)>,
    kinds: Vec<(&'static str, String, String)>,
    visibilities: Vec<(&'static str, String, String)>,
    joinings: Vec<(&'static str, String, String)>,
}

impl Edit {
    fn of(ctx: &Ctx, form: Form, network: Option<Network>, counties: Vec<(String, String)>) -> Self {
        let lang = ctx.lang;
        let title = if network.is_some() { "network-edit-title" } else { "network-new-title" };
        let chrome = ctx.chrome("networks", title);
        let words = |all: Vec<&'static str>, prefix: &str| forms::explained(lang, prefix, &all);
        Edit {
            chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
            form,
            network,
            counties: forms::with_first(lang.t("network-county-none"), counties),
            kinds: words(NetworkKind::ALL.iter().map(|kind| kind.word()).collect(), "network-kind"),
            visibilities: words(
                Visibility::ALL.iter().map(|each| each.word()).collect(),
                "network-visibility",
            ),
            joinings: words(Joining::ALL.iter().map(|each| each.word()).collect(), "network-joining"),
        }
    }
}

/// `GET /networks/new`: the form for a new network.
pub async fn new(ctx: Ctx) -> Result<HttpResponse> {
    may_found(&ctx)?;
    let counties = ctx.read(listing::counties).await?;
    let start = [("kind", "regional"), ("visibility", "public"), ("joining", "approval")];
    let form = Form::filled(Fields::from_pairs(start), ctx.lang);
    ctx.page(&Edit::of(&ctx, form, None, counties))
}

/// `POST /networks`: founds a network, with oneself as its first coordinator.
pub async fn create(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let by = may_found(&ctx)?;
    let counties = ctx.read(listing::counties).await?;
    let mut new = match forms::network(&fields, &counties) {
        Ok(new) => new,
        Err(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&Edit::of(&ctx, form, None, counties));
        }
    };
    let now = ctx.now();
    let slug = ctx
        .write(move |tx| {
            new.slug = networks::free_slug(tx, &new.name)?.ok_or(Error::BadRequest("error-network-name"))?;
            networks::create(tx, &new, by, now)?;
            Ok(new.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}"), "flash-network-created"))
}

fn may_found(ctx: &Ctx) -> Result<Id> {
    let person = ctx.person()?;
    if person.administrator || person.coordinator { Ok(person.id) } else { Err(Error::NotFound) }
}

#[derive(Template)]
#[template(path = "networks/show.html")]
pub(super) struct Show {
    chrome: Chrome,
    form: Form,
    o: Overview,
    purpose: String,
    seats: Vec<(String, String)>,
    register: Option<String>,
    follow: Option<String>,
    follow_up: Option<String>,
    step: Step,
    zone: Tz,
    now: Timestamp,
}

impl Show {
    /// When a group met and will meet, in words.
    fn pulse(&self, group: &Id) -> String {
        let Pulse { last, next } = self.o.pulse.get(group).cloned().unwrap_or_default();
        let (last, next) = (last.map(|beat| beat.starts_at), next.map(|beat| beat.starts_at));
        let say = |key: &str, at: Option<Timestamp>, nothing: &str| match at {
            Some(at) => self.chrome.ta(key, "date", &self.chrome.language.day_of(at, self.zone)),
            None => self.chrome.t(nothing),
        };
        let last = say("network-group-last", last, "network-group-never");
        format!("{last} {}", say("network-group-next", next, "network-group-nothing"))
    }

    /// What would help a group.
    fn need(&self, group: &GroupName) -> Option<Need> {
        let pulse = self.o.pulse.get(&group.id).cloned().unwrap_or_default();
        pulse.need(group.since, group.polled, self.now)
    }
}

/// `GET /networks/{slug}`: what it is for, who runs it, and the next step.
pub async fn show(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    ctx.page(&rendered(&ctx, slug.into_inner(), Form::empty(ctx.lang)).await?)
}

/// The page with the form to join as somebody filled it in.
pub(super) async fn rendered(ctx: &Ctx, slug: String, form: Form) -> Result<Show> {
    let visitor = ctx.visitor().cloned();
    let zone = visitor.as_ref().map_or(ctx.app.config.settings.time_zone, |person| person.time_zone);
    let now = ctx.now();
    let today = local(now, zone).date_naive();
    let o = ctx
        .read(move |db| {
            let network = networks::visible(db, &slug, visitor.as_ref())?;
            overview::overview(db, network, visitor.as_ref(), today, now)
        })
        .await?;
    let step = o.step(ctx.visitor().is_some());
    let register = if let Step::Register(id) = step { Some(format!("/rounds/{id}")) } else { None };
    let follow = if let Step::FollowRound(id) = step { Some(format!("/rounds/{id}")) } else { None };
    let follow_up =
        if let Step::FollowUp(id) = step { Some(format!("/rounds/{id}/follow-up")) } else { None };
    let named = |seat: &HeldSeat| (seat.id.to_string(), format!("{}, {}", seat.role, seat.organiser_name));
    let seats = o.free_seats.iter().map(named).collect();
    let chrome = ctx.chrome_titled("networks", o.network.name.clone());
    let chrome = if form.is_wrong() { chrome.with_errors() } else { chrome };
    Ok(Show {
        chrome,
        form,
        purpose: markdown::to_html(&o.network.purpose),
        seats,
        register,
        follow,
        follow_up,
        step,
        zone,
        now,
        o,
    })
}

/// `GET /networks/{slug}/edit`: the description, for coordinators.
pub async fn edit(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (network, counties) =
        ctx.read(move |db| Ok((networks::coordinated(db, &slug, &person)?, listing::counties(db)?))).await?;
    let form = Form::filled(forms::stored(&network), ctx.lang);
    ctx.page(&Edit::of(&ctx, form, Some(network), counties))
}

/// `POST /networks/{slug}`: writes the description down.
pub async fn update(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (network, counties) =
        ctx.read(move |db| Ok((networks::coordinated(db, &slug, &person)?, listing::counties(db)?))).await?;
    let new = match forms::network(&fields, &counties) {
        Ok(new) => new,
        Err(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&Edit::of(&ctx, form, Some(network), counties));
        }
    };
    ctx.write(move |tx| networks::update(tx, network.id, &new)).await?;
    Ok(ctx.redirect_saying(format!("/networks/{}", network.slug), "flash-network-updated"))
}
