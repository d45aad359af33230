//! Saying by the personal link of a mail that a group does not work, without signing in. Looking changes nothing: scanners follow
//! links.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::rounds::objection::{self, Linked, linked, may_be_said_of};
use crate::rounds::{self, ObjectionState, forms};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, LinkPath};

#[derive(Template)]
#[template(path = "rounds/objection_link.html")]
struct Show {
    chrome: Chrome,
    form: Form,
    group: Id,
    group_name: String,
    name: String,
    token: String,
    /// Whether something is said and waits.
    open: bool,
    /// What the coordinator answered; empty where nothing was.
    answer: String,
    kinds: Vec<forms::Choice>,
}

/// `GET /groups/{id}/objection/{token}`: what does not work, and why; or that it is said already.
pub async fn show(mut ctx: Ctx, LinkPath(id, token): LinkPath) -> Result<HttpResponse> {
    let (secret, now) = (token.clone(), ctx.now());
    let found = ctx.read(move |db| linked(db, id, &secret, now)).await?;
    let said = found.said.iter().filter(|said| said.state == ObjectionState::Open);
    let said = said.map(|said| [("kind", said.kind.to_string()), ("message", said.message.clone())]).next();
    let fields = said.map(Fields::from_pairs).unwrap_or_default();
    let page = page(&mut ctx, found, token, |lang| Form::filled(fields, lang))?;
    ctx.page(&page)
}

/// `POST /groups/{id}/objection/{token}`: says it, or changes the words. The link stays good, so that one can change one's mind.
pub async fn create(mut ctx: Ctx, LinkPath(id, token): LinkPath, fields: Fields) -> Result<HttpResponse> {
    let (secret, now, app) = (token.clone(), ctx.now(), ctx.app.clone());
    let found = ctx.read(move |db| linked(db, id, &secret, now)).await?;
    let new = match forms::objection(&fields) {
        Ok(new) => new,
        Err(errors) => {
            let mut page = page(&mut ctx, found, token, |lang| Form::failed(fields, errors, lang))?;
            page.chrome = page.chrome.with_errors();
            return ctx.invalid(&page);
        }
    };
    ctx.write(move |tx| rounds::object(tx, &app, &found.group, (found.seat, found.person.id), &new)).await?;
    Ok(ctx.redirect_saying(format!("/groups/{id}/objection/{token}"), "flash-objection-made"))
}

/// `POST /groups/{id}/objection/{token}/end`: takes it back.
pub async fn destroy(ctx: Ctx, LinkPath(id, token): LinkPath) -> Result<HttpResponse> {
    let (secret, app) = (token.clone(), ctx.app.clone());
    ctx.write(move |tx| {
        let Linked { said, person, group, .. } = linked(tx, id, &secret, app.clock.now())?;
        said.map_or(Ok(()), |said| objection::withdraw(tx, &app, (&said, &group), person.id))
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/groups/{id}/objection/{token}"), "flash-objection-withdrawn"))
}

fn page(ctx: &mut Ctx, found: Linked, token: String, form: impl FnOnce(Lang) -> Form) -> Result<Show> {
    may_be_said_of(&found.group)?;
    // The mail was in the person's language; so is the page.
    ctx.lang = found.person.language;
    let state = found.said.as_ref().map(|said| said.state);
    let answered = found.said.filter(|said| said.state == ObjectionState::Answered);
    Ok(Show {
        chrome: ctx.chrome("", "objection-new-title"),
        form: form(ctx.lang),
        group: found.group.id,
        group_name: found.group.name,
        name: found.person.name,
        token,
        open: state == Some(ObjectionState::Open),
        answer: answered.map(|said| said.answer).unwrap_or_default(),
        kinds: forms::objection_kinds(ctx.lang),
    })
}
