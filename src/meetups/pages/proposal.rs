//! Proposing a meetup and changing it.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::Group;
use crate::i18n::local;
use crate::meetups::forms::Against;
use crate::meetups::series::{
    Planned, SeriesFields, are_seen, continued, parse_proposal, planned, scopes, series_in,
};
use crate::meetups::{
    Change, Meetup, Municipalities, filled, later_of, municipality_choices, open_group, parse_change,
    update as change, update_from, visible,
};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

/// The field that names a meetup of the series that goes on.
const AFTER: &str = "after";

/// A group and the municipalities where it can meet.
type At = (Group, Municipalities);

#[derive(Template)]
#[template(path = "meetups/new.html")]
struct New {
    chrome: Chrome,
    group: Group,
    municipalities: Municipalities,
    form: Form,
    zone: &'static str,
    series: SeriesFields,
}

impl New {
    /// Whether it goes on with a series.
    fn goes_on(&self) -> bool {
        !self.form.value(AFTER).is_empty()
    }

    /// The form, with the days of a series where these are `planned`.
    fn of(
        ctx: &Ctx,
        (group, municipalities): At,
        form: Form,
        fields: &Fields,
        planned: Option<&Planned>,
    ) -> Result<Self> {
        let chrome = ctx.chrome("meetups", "meetup-new-title");
        Ok(New {
            chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
            group,
            municipalities,
            form,
            zone: ctx.person()?.time_zone.name(),
            series: SeriesFields::of(fields, planned, ctx.lang),
        })
    }
}

/// `GET /groups/{id}/meetups/new`: the form, empty but for what a link fills in (`?municipality=`), or what is known of a series
/// that goes on (`?after=`, one of its meetups).
pub async fn new(ctx: Ctx, IdPath(group): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let at = open(&ctx, group).await?;
    let mut fields = Fields::of_query(&request);
    if let Some(series) = series_after(&ctx, group, &fields).await? {
        let (zone, now) = (ctx.person()?.time_zone, ctx.now());
        let today = local(now, zone).date_naive();
        let after = fields.text(AFTER).to_owned();
        fields = ctx.read(move |db| continued(db, series, zone, today)).await?.with(AFTER, after);
    }
    ctx.page(&New::of(&ctx, at, Form::filled(fields.clone(), ctx.lang), &fields, None)?)
}

/// `POST /groups/{id}/meetups`: makes the meetup, or the series, and invites the group. The days of a series are shown first.
pub async fn create(ctx: Ctx, IdPath(group): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (at, person) = (open(&ctx, group).await?, ctx.person()?.clone());
    let against = Against { group: at.0.id, zone: person.time_zone, now: ctx.now(), before: None };
    let (planned, after) = (planned(&fields, &against), series_after(&ctx, group, &fields).await?);
    match parse_proposal(&fields, &against, &planned) {
        Ok(proposal) if are_seen(&fields, &planned) => {
            let app = ctx.app.clone();
            let id = ctx.write(move |tx| proposal.make(tx, &app, after, person.id)).await?;
            Ok(ctx.redirect_saying(format!("/meetups/{id}"), "flash-meetup-created"))
        }
        Ok(_) => {
            let form = Form::filled(fields.clone(), ctx.lang);
            ctx.page(&New::of(&ctx, at, form, &fields, Some(&planned))?)
        }
        Err(errors) => {
            let form = Form::failed(fields.clone(), errors, ctx.lang);
            ctx.invalid(&New::of(&ctx, at, form, &fields, Some(&planned))?)
        }
    }
}

/// The series that goes on, if the form says so. [`Error::NotFound`] when it is not one of this group.
async fn series_after(ctx: &Ctx, group: Id, fields: &Fields) -> Result<Option<Id>> {
    match fields.text(AFTER) {
        "" => Ok(None),
        after => {
            let meetup: Id = after.parse().map_err(|_| Error::NotFound)?;
            ctx.read(move |db| series_in(db, group, meetup)).await.map(Some)
        }
    }
}

/// The group where this person may propose meetups, and where these can be.
async fn open(ctx: &Ctx, id: Id) -> Result<At> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    ctx.read(move |db| {
        let group = open_group(db, id, &person)?;
        let municipalities = municipality_choices(db, group.id, lang)?;
        Ok((group, municipalities))
    })
    .await
}

#[derive(Template)]
#[template(path = "meetups/edit.html")]
struct Edit {
    chrome: Chrome,
    meetup: Meetup,
    group: Group,
    municipalities: Municipalities,
    form: Form,
    zone: &'static str,
    /// What the change may reach: value, label, note; nothing where there are no later ones.
    scopes: Vec<(&'static str, String, String)>,
}

/// `GET /meetups/{id}/edit`: the form with what is there.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (meetup, group, later) = open_meetup(&ctx, id).await?;
    meetup.must_be_coming(ctx.now())?;
    let zone = ctx.person()?.time_zone;
    let form = Form::filled(filled(&meetup, zone), ctx.lang);
    let chrome = ctx.chrome("meetups", "meetup-edit-title");
    let scopes = scopes(ctx.lang, later.len());
    let municipalities = choices(&ctx, group.id).await?;
    ctx.page(&Edit { chrome, meetup, group, municipalities, form, zone: zone.name(), scopes })
}

/// `POST /meetups/{id}`: changes it, or it and the later ones of its series, and tells the group what is new.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (meetup, group, later) = open_meetup(&ctx, id).await?;
    let zone = ctx.person()?.time_zone;
    let all = fields.text("scope") == "later";
    let reached = if all { &later[..] } else { &[] };
    let changed = match parse_change(&fields, (&meetup, reached), zone, ctx.now()) {
        Ok(new) => {
            let app = ctx.app.clone();
            let write = if all { update_from } else { change };
            as_field_error(ctx.write(move |tx| write(tx, &app, id, &new)).await)?
        }
        Err(errors) => Err(errors),
    };
    match changed {
        Ok(changes) => Ok(ctx.redirect_saying(format!("/meetups/{id}"), said(&changes))),
        Err(errors) => {
            let chrome = ctx.chrome("meetups", "meetup-edit-title").with_errors();
            let (form, scopes) = (Form::failed(fields, errors, ctx.lang), scopes(ctx.lang, later.len()));
            let municipalities = choices(&ctx, group.id).await?;
            ctx.invalid(&Edit { chrome, meetup, group, municipalities, form, zone: zone.name(), scopes })
        }
    }
}

/// The meetup with its group and the later ones of its series.
pub(super) async fn open_meetup(ctx: &Ctx, id: Id) -> Result<(Meetup, Group, Vec<Meetup>)> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    ctx.read(move |db| {
        let (meetup, group, _) = visible(db, id, &person)?;
        let later = later_of(db, &meetup, now)?;
        Ok((meetup, group, later))
    })
    .await
}

/// The municipalities where a group can meet.
async fn choices(ctx: &Ctx, group: Id) -> Result<Municipalities> {
    let lang = ctx.lang;
    ctx.read(move |db| municipality_choices(db, group, lang)).await
}

fn said(changes: &[Change]) -> &'static str {
    if changes.is_empty() { "flash-meetup-unchanged" } else { "flash-meetup-updated" }
}

/// Too few places for those who said yes is an error of that field; the rest stays what it is.
fn as_field_error(result: Result<Vec<Change>>) -> Result<Result<Vec<Change>, Errors>> {
    match result {
        Err(Error::Conflict(key @ "error-meetup-capacity-taken")) => Ok(Err(Errors::one("capacity", key))),
        other => other.map(Ok),
    }
}
