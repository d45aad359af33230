//! Changing the groups of a published round: what it would do, and doing it.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::rounds::effect::{Said, said};
use crate::rounds::published::published;
use crate::rounds::rearrangement::{after, effect};
use crate::rounds::ways::lines;
use crate::rounds::{self, Round, Step};
use crate::web::forms::{Check, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "rounds/rearrangement_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    round: Round,
    steps: Vec<Step>,
    lines: Vec<String>,
    effect: Said,
    /// Names of the groups that nobody is left in.
    closed: Vec<String>,
    /// How many get a mail.
    told: usize,
}

impl New {
    async fn of(ctx: &Ctx, form: Form, id: Id, steps: Vec<Step>) -> Result<Self> {
        let (person, lang) = (ctx.person()?.clone(), ctx.lang);
        let limits = ctx.app.config.settings.categories;
        let chrome = ctx.chrome("networks", "rearrangement-title");
        let chrome = if form.is_wrong() { chrome.with_errors() } else { chrome };
        ctx.read(move |db| {
            let round = rounds::coordinated(db, id, &person)?;
            let published = published(db, &round, limits)?;
            let after = after(&published, &steps)?;
            let found = effect(&published, &after)?;
            let mut effect = said(&found, &published.names(), &published.material, lang);
            effect.broken.extend(unconfirmed(&published, &steps, lang)?);
            let pairs = || published.members.iter().zip(&after);
            let closed = published.groups.iter().zip(pairs());
            let closed = closed.filter(|(_, (before, after))| !before.is_empty() && after.is_empty());
            let closed = closed.map(|(group, _)| group.name.clone()).collect();
            let touched = pairs().filter(|(before, after)| before != after).map(|(_, after)| after.len());
            let out = steps.iter().filter(|step| step.to.is_none()).count();
            let told = touched.sum::<usize>() + out;
            let lines = lines(&published, &steps, lang)?;
            Ok(New { chrome, form, round, lines, effect, closed, told, steps })
        })
        .await
    }
}

/// A sentence for everybody who gets a group and whose seat nobody has confirmed.
fn unconfirmed(
    published: &rounds::published::Published,
    steps: &[Step],
    lang: Lang,
) -> Result<Option<String>> {
    for step in steps.iter().filter(|step| step.from.is_none()) {
        if published.person(published.place_of(step.seat)?)?.confirmed_at.is_none() {
            return Ok(Some(lang.t("move-unconfirmed")));
        }
    }
    Ok(None)
}

/// `GET /rounds/{id}/rearrangements/new?step=…`: what the steps would do, before they are made.
pub async fn new(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let steps = steps(&Fields::of_query(&request))?;
    let page = New::of(&ctx, Form::empty(ctx.lang), id.0, steps).await?;
    ctx.page(&page)
}

/// `POST /rounds/{id}/rearrangements`: makes the steps and tells everybody concerned.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, app, steps) = (ctx.person()?.clone(), ctx.app.clone(), steps(&fields));
    let mut check = Check::of(&fields);
    let words = check.text("words", 0..=2000);
    if let Err(errors) = check.done() {
        let page = New::of(&ctx, Form::failed(fields, errors, ctx.lang), id.0, steps?).await?;
        return ctx.invalid(&page);
    }
    ctx.write(move |tx| {
        let round = rounds::coordinated(tx, id.0, &person)?;
        rounds::rearrange(tx, &app, round.id, &steps?, &words, person.id)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{}/follow-up", id.0), "flash-rearranged"))
}

fn steps(fields: &Fields) -> Result<Vec<Step>> {
    let steps = fields.all("step").map(str::parse).collect::<Result<Vec<Step>>>()?;
    if steps.is_empty() { Err(Error::NotFound) } else { Ok(steps) }
}
