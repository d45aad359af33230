//! Making a group by hand.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::db::types::Id;
use crate::error::Result;
use crate::groups::{self, NewGroup};
use crate::networks::{self, Network};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx};

/// Most in a group.
const MOST: usize = 12;

#[derive(Template)]
#[template(path = "groups/by_hand_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    network: Network,
    search: String,
    seats: Vec<(String, String, bool)>,
    found: Vec<Id>,
}

impl New {
    async fn of(ctx: &Ctx, slug: String, fields: Fields, errors: Errors) -> Result<Self> {
        let (person, lang) = (ctx.person()?.clone(), ctx.lang);
        let search = fields.text("q").to_owned();
        let wanted = search.clone();
        let (network, found) = ctx
            .read(move |db| {
                let network = networks::coordinated(db, &slug, &person)?;
                let found = groups::candidates(db, network.id, &wanted, lang)?;
                Ok((network, found))
            })
            .await?;
        let chosen: Vec<&str> = fields.all("seats").collect();
        let seats = found
            .iter()
            .map(|(id, label)| (id.to_string(), label.clone(), chosen.contains(&id.to_string().as_str())))
            .collect();
        let chrome = ctx.chrome("networks", "group-new-title");
        let chrome = if errors.is_empty() { chrome } else { chrome.with_errors() };
        let found = found.into_iter().map(|(id, _)| id).collect();
        Ok(New { chrome, form: Form::failed(fields, errors, lang), network, search, seats, found })
    }
}

/// `GET /networks/{slug}/groups/new`: the form, with the members that a search finds.
pub async fn new(ctx: Ctx, slug: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let page = New::of(&ctx, slug.into_inner(), Fields::of_query(&request), Errors::default()).await?;
    ctx.page(&page)
}

/// `POST /networks/{slug}/groups`: makes the group and tells those in it.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let slug = slug.into_inner();
    let page = New::of(&ctx, slug.clone(), fields.clone(), Errors::default()).await?;
    let mut check = Check::of(&fields);
    let name = check.text("name", 1..=80);
    let seats: Vec<Id> =
        fields.all("seats").filter_map(|id| id.parse().ok()).filter(|id| page.found.contains(id)).collect();
    if seats.is_empty() || seats.len() > MOST {
        check.fail("seats", "error-group-seats");
    }
    if let Err(errors) = check.done() {
        let page = New::of(&ctx, slug, fields, errors).await?;
        return ctx.invalid(&page);
    }
    let (network_id, by, app) = (page.network.id, ctx.person()?.id, ctx.app.clone());
    let open = fields.ticked("open");
    let new = NewGroup { network_id, round_id: None, name, why: String::new(), open, created_by: Some(by) };
    let id = ctx.write(move |tx| groups::make_by_hand(tx, &app, &new, &seats)).await?;
    Ok(ctx.redirect_saying(format!("/groups/{id}"), "flash-group-made"))
}
