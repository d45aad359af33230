//! The invitations of a network, for its coordinators.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono_tz::Tz;

use super::id_of;
use crate::accounts::{self, Purpose};
use crate::db::types::Timestamp;
use crate::error::Result;
use crate::i18n::Lang;
use crate::networks::invitation::{self, InvitationState, Invited, NewInvitation};
use crate::networks::invitation_list::{self, Listed};
use crate::networks::{self, Network, forms};
use crate::seats::{self, Level, OrganiserChoice};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx, Paging};

/// Rows on a page.
const PER_PAGE: i64 = 40;

#[derive(Template)]
#[template(path = "networks/invitations.html")]
struct Index {
    chrome: Chrome,
    network: Network,
    invitations: Vec<Listed>,
    states: Vec<(String, String)>,
    state: &'static str,
    paging: Paging,
    link_since: Option<String>,
    link: Option<String>,
    now: Timestamp,
    zone: Tz,
}

/// `GET /networks/{slug}/invitations`: how far each has come, and the ways to invite.
pub async fn index(ctx: Ctx, slug: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    ctx.page(&page(&ctx, slug.into_inner(), &request, None).await?)
}

async fn page(
    ctx: &Ctx,
    slug: String,
    request: &HttpRequest,
    link: Option<String>,
) -> Result<impl Template + use<>> {
    let (person, here, now) = (ctx.person()?.clone(), ctx.clone(), ctx.now());
    let (state, paging) =
        (Fields::of_query(request).text("state").parse().ok(), Paging::of(request, PER_PAGE));
    let lang = ctx.lang;
    let words = InvitationState::ALL
        .iter()
        .map(|each| (each.to_string(), lang.t(&format!("invitation-state-{each}"))));
    let states = forms::with_first(lang.t("invitation-state-all"), words);
    ctx.read(move |db| {
        let network = networks::coordinated(db, &slug, &person)?;
        let (invitations, paging) = invitation_list::listed(db, network.id, state, now, paging)?;
        Ok(Index {
            chrome: here.chrome_titled("networks", lang.tname("invitations-title", &network.name)),
            link_since: accounts::live_about(db, Purpose::JoinLink, network.id, now)?
                .map(|since| lang.day_of(since, person.time_zone)),
            state: state.map_or("", InvitationState::word),
            zone: person.time_zone,
            invitations,
            states,
            paging,
            link,
            now,
            network,
        })
    })
    .await
}

/// `POST /networks/{slug}/join-link`: a new link for everybody, shown this once; the one before is worthless.
pub async fn create_link(ctx: Ctx, slug: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let (person, now, name) = (ctx.person()?.clone(), ctx.now(), slug.clone());
    let secret = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &name, &person)?;
            accounts::revoke_about(tx, Purpose::JoinLink, network.id, now)?;
            accounts::issue(tx, Purpose::JoinLink, None, Some(network.id), now)
        })
        .await?;
    let link = ctx.app.config.link(&format!("/join/{secret}"));
    ctx.page(&page(&ctx, slug.into_inner(), &request, Some(link)).await?)
}

/// `POST /networks/{slug}/join-link/end`: makes the link worthless.
pub async fn destroy_link(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let slug = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            accounts::revoke_about(tx, Purpose::JoinLink, network.id, now)?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/invitations"), "flash-join-link-revoked"))
}

#[derive(Template)]
#[template(path = "networks/invitation_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    network: Network,
    levels: Vec<(String, String)>,
    languages: Vec<(String, String)>,
    candidates: Vec<(String, String, String)>,
}

impl New {
    fn of(ctx: &Ctx, network: Network, form: Form, choice: &OrganiserChoice) -> Self {
        let lang = ctx.lang;
        let chrome = ctx.chrome("networks", "invitation-new-title");
        let levels = Level::ALL.iter().map(|level| (level.to_string(), lang.t(&format!("level-{level}"))));
        let county = |name: &Option<String>| name.clone().unwrap_or_default();
        let candidates = choice
            .candidates
            .iter()
            .map(|one| (one.code.clone(), one.name.clone(), county(&one.county_name)));
        New {
            chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
            levels: forms::with_first(lang.t("invitation-level-unknown"), levels),
            languages: Lang::ALL
                .iter()
                .map(|each| (each.to_string(), lang.t(&format!("invitation-language-{each}"))))
                .collect(),
            candidates: candidates.collect(),
            form,
            network,
        }
    }
}

/// `GET /networks/{slug}/invitations/new`: the form for one invitation.
pub async fn new(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let network = ctx.read(move |db| networks::coordinated(db, &slug, &person)).await?;
    ctx.page(&New::of(&ctx, network, Form::empty(ctx.lang), &OrganiserChoice::default()))
}

/// `POST /networks/{slug}/invitations`: invites one person.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let (person, app, typed) = (ctx.person()?.clone(), ctx.app.clone(), fields.clone());
    let by = person.id;
    let (network, choice) = ctx
        .read(move |db| {
            let network = networks::coordinated(db, &slug, &person)?;
            Ok((network, seats::choose_organiser(db, &typed, app.config.settings.categories)?))
        })
        .await?;
    let wrong = match check(&fields, &choice) {
        Err(errors) => errors,
        Ok(new) => {
            let (app, to) = (ctx.app.clone(), network.clone());
            let list = format!("/networks/{}/invitations", network.slug);
            match ctx.write(move |tx| networks::invite(tx, &app, &to, &new, Some(by))).await? {
                Invited::Sent => return Ok(ctx.redirect_saying(list, "flash-invitation-sent")),
                Invited::Member => Errors::one("email", "error-invitation-member"),
                Invited::Waiting => Errors::one("email", "error-invitation-waiting"),
            }
        }
    };
    ctx.invalid(&New::of(&ctx, network, Form::failed(fields, wrong, ctx.lang), &choice))
}

fn check(fields: &Fields, choice: &OrganiserChoice) -> Result<NewInvitation, Errors> {
    let mut check = Check::of(fields);
    let email = check.email("email");
    let name = check.text("name", 1..=120);
    let organiser = if fields.text("organiser").is_empty() { None } else { Some(choice.check(&mut check)) };
    let role = check.text("role", 0..=120);
    let level = if fields.text("level").is_empty() { None } else { check.choice::<Level>("level") };
    let language = if fields.has("language") { check.choice::<Lang>("language") } else { None };
    check.done()?;
    let language = language.unwrap_or(Lang::Swedish);
    Ok(NewInvitation { email, name, organiser_code: organiser, role, level, language })
}

/// `POST /networks/{slug}/invitations/{id}/resending`: mails it again, with a new link.
pub async fn resend(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let (slug, id) = path.into_inner();
    let slug = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            let found = invitation::find_invitation(tx, network.id, id_of(&id)?)?;
            app.limits.mail(&found.email)?;
            invitation::resend(tx, &app, &network, &found)?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/invitations"), "flash-invitation-sent"))
}

/// `POST /networks/{slug}/invitations/{id}/revocation`: takes it back.
pub async fn revoke(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (slug, id) = path.into_inner();
    let slug = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            let found = invitation::find_invitation(tx, network.id, id_of(&id)?)?;
            invitation::revoke(tx, found.id, now)?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/invitations"), "flash-invitation-revoked"))
}
