//! Who runs a network, and how that changes.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::id_of;
use crate::accounts;
use crate::app::App;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::mail::Recipient;
use crate::networks::coordinator::{self, Coordinator};
use crate::networks::mail::{self, Appointment};
use crate::networks::{self, Network};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Audit, Chrome, Ctx, CurrentPerson, audit};

#[derive(Template)]
#[template(path = "networks/coordinators.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    network: Network,
    coordinators: Vec<Coordinator>,
}

/// `GET /networks/{slug}/coordinators`: who they are, for coordinators.
pub async fn index(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let form = Form::empty(ctx.lang);
    ctx.page(&page(&ctx, slug.into_inner(), form).await?)
}

async fn page(ctx: &Ctx, slug: String, form: Form) -> Result<Index> {
    let person = ctx.person()?.clone();
    let (network, coordinators) = ctx
        .read(move |db| {
            let network = networks::coordinated(db, &slug, &person)?;
            let coordinators = coordinator::named(db, network.id)?;
            Ok((network, coordinators))
        })
        .await?;
    let chrome = ctx.chrome_titled("networks", ctx.lang.tname("coordinators-title", &network.name));
    let chrome = if form.is_wrong() { chrome.with_errors() } else { chrome };
    Ok(Index { chrome, form, network, coordinators })
}

/// `POST /networks/{slug}/coordinators`: appoints a member by address.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let (person, app, slug) = (ctx.person()?.clone(), ctx.app.clone(), slug.into_inner());
    let mut check = Check::of(&fields);
    let email = check.email("email");
    let mut wrong = check.done().err();
    if wrong.is_none() {
        let slug = slug.clone();
        let done = ctx.write(move |tx| appoint(tx, &app, &slug, &person, &email)).await?;
        wrong = (!done).then(|| Errors::one("email", "error-coordinator-not-member"));
    }
    match wrong {
        Some(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            ctx.invalid(&page(&ctx, slug, form).await?)
        }
        None => {
            Ok(ctx.redirect_saying(format!("/networks/{slug}/coordinators"), "flash-coordinator-appointed"))
        }
    }
}

/// Appoints a member and writes to them; whether there is such a member.
fn appoint(tx: &mut Tx<'_>, app: &App, slug: &str, by: &CurrentPerson, email: &str) -> Result<bool> {
    let (network, now) = (networks::coordinated(tx, slug, by)?, app.clock.now());
    let Some(person) = accounts::find_by_email(tx, email)?.filter(|person| person.is_active()) else {
        return Ok(false);
    };
    if !networks::is_member(tx, network.id, person.id)? {
        return Ok(false);
    }
    if !networks::appoint(tx, network.id, person.id, by.id, now)? {
        return Ok(true);
    }
    let protected = accounts::find(tx, by.id)?.protected;
    let content = Appointment {
        lang: person.language,
        name: person.name.clone(),
        network: network.name.clone(),
        by: if protected { person.language.t("person-protected") } else { by.name.clone() },
        link: app.config.link(&format!("/networks/{slug}")),
    };
    let subject = format!("{} {}", network.id, person.id);
    audit(tx, &Audit { actor: Some(by.id), action: "coordinator-appointed", subject, address: None }, now)?;
    let one = format!("{}:{}:{}", network.id, person.id, now.utc().to_rfc3339());
    let to = Recipient {
        person_id: Some(person.id),
        email: person.email,
        name: person.name,
        lang: person.language,
    };
    mail::queue(tx, app, &network, to, ("coordinator_appointed", &one), content.parts()?)?;
    Ok(true)
}

/// `POST /networks/{slug}/coordinators/{id}/end`: takes the task from somebody, or from oneself.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (slug, id) = path.into_inner();
    let id = id_of(&id)?;
    let runs = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            coordinator::dismiss(tx, network.id, id)?;
            let (actor, subject) = (Some(person.id), format!("{} {id}", network.id));
            audit(tx, &Audit { actor, action: "coordinator-dismissed", subject, address: None }, now)?;
            match networks::coordinated(tx, &slug, &person) {
                Ok(network) => Ok(Some(network.slug)),
                Err(Error::NotFound) => Ok(None),
                Err(error) => Err(error),
            }
        })
        .await?;
    let path = runs.map_or("/networks".to_owned(), |slug| format!("/networks/{slug}/coordinators"));
    Ok(ctx.redirect_saying(path, "flash-coordinator-dismissed"))
}
