//! The agenda of a meetup: questions, guide and roles.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::agendas::Guide;
use crate::agendas::view::{Agenda, Item, Part};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "agendas/show.html")]
struct Show {
    chrome: Chrome,
    agenda: Agenda,
    when: String,
    open: bool,
    items: Vec<Item>,
    /// Questions that the person may put back.
    withdrawn: Vec<(Id, String)>,
    parts: Vec<Part>,
    /// To whom roles can be given.
    people: Vec<(String, String)>,
    roles: Vec<(String, String)>,
    guides: Vec<(String, String)>,
    form: Form,
    problem: Option<String>,
}

impl Show {
    fn guide(&self) -> &'static str {
        self.agenda.meetup.guide.map(Guide::word).unwrap_or_default()
    }

    /// The page saying why something could not be done: 409.
    fn refused(mut self, ctx: &Ctx, why: Error) -> Result<HttpResponse> {
        let Error::Conflict(key) = why else { return Err(why) };
        self.problem = Some(ctx.lang.t(key));
        ctx.html(StatusCode::CONFLICT, &self)
    }
}

/// `GET /meetups/{id}/agenda`: what the group wants to talk about, by which guide, and who does what.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let form = Form::empty(ctx.lang);
    ctx.page(&page(&ctx, id, form).await?)
}

/// The page again with what was wrong: 422; 409 when there is nothing to mend any more.
pub(super) async fn invalid(ctx: &Ctx, id: Id, fields: Fields, errors: Errors) -> Result<HttpResponse> {
    let mut page = page(ctx, id, Form::failed(fields, errors, ctx.lang)).await?;
    if let Err(closed) = page.agenda.meetup.must_be_coming(ctx.now()) {
        page.form = Form::empty(ctx.lang);
        return page.refused(ctx, closed);
    }
    page.chrome = page.chrome.with_errors();
    ctx.invalid(&page)
}

/// Back to the page, which says what was done, or why it could not be: 409, with what was typed.
pub(super) async fn after(
    ctx: &Ctx,
    id: Id,
    fields: Fields,
    done: Result<()>,
    said: &'static str,
) -> Result<HttpResponse> {
    match done {
        Ok(()) => Ok(ctx.redirect_saying(format!("/meetups/{id}/agenda"), said)),
        Err(error @ Error::Conflict(_)) => {
            page(ctx, id, Form::filled(fields, ctx.lang)).await?.refused(ctx, error)
        }
        Err(error) => Err(error),
    }
}

async fn page(ctx: &Ctx, id: Id, form: Form) -> Result<Show> {
    let person = ctx.person()?.clone();
    let (lang, zone, now) = (ctx.lang, person.time_zone, ctx.now());
    let agenda = ctx.read(move |db| Agenda::read(db, id, &person)).await?;
    let guide = |guide: &Guide| {
        let (name, minutes) = (lang.t(&format!("guide-{guide}")), lang.tn("guide-minutes", guide.total()));
        (guide.to_string(), format!("{name}, {minutes}"))
    };
    let none = (String::new(), lang.t("agenda-guide-none"));
    let parts = agenda.parts(lang, zone);
    Ok(Show {
        chrome: ctx.chrome("meetups", "agenda-title"),
        when: agenda.when(lang, zone),
        open: agenda.is_open(now),
        items: agenda.items(lang),
        withdrawn: agenda.withdrawn(),
        people: agenda.people(lang),
        roles: parts.iter().map(|part| (part.role.to_string(), part.name.clone())).collect(),
        guides: std::iter::once(none).chain(Guide::ALL.iter().map(guide)).collect(),
        parts,
        agenda,
        form,
        problem: None,
    })
}
