//! My wishes, and finding whom they concern.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::found::{Found, can_find, search};
use super::wish::{self, Wish};
use super::{About, MOST};
use crate::error::{Error, Result};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "wishes/index.html")]
struct Index {
    chrome: Chrome,
    wishes: Vec<Wish>,
    search: String,
    found: Found,
    full: bool,
}

impl Index {
    /// Who or what a wish concerns.
    fn label(&self, wish: &Wish) -> String {
        match &wish.person {
            Some(person) => {
                let name = person.name.clone().unwrap_or_else(|| self.chrome.t("person-protected"));
                format!("{name}, {}, {}", person.role, wish.organiser)
            }
            None => self.chrome.tname("wishes-everybody", &wish.organiser),
        }
    }
}

/// `GET /settings/wishes?q=…`: my wishes, and who is found.
pub async fn index(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang) = (ctx.person()?.id, ctx.lang);
    let text: String = Fields::of_query(&request).text("q").chars().take(200).collect();
    let chrome = ctx.chrome("settings", "wishes-title");
    let page = ctx
        .read(move |db| {
            let (wishes, found) = (wish::of_person(db, person)?, search(db, person, &text, lang)?);
            let full = i64::try_from(wishes.len()).unwrap_or(MOST) >= MOST;
            Ok(Index { chrome, wishes, search: text, found, full })
        })
        .await?;
    ctx.page(&page)
}

/// `POST /settings/wishes`: with `seat` not the person who holds it, with `organiser` nobody from there.
pub async fn create(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let seat = fields.text("seat").parse().ok();
    let organiser =
        Some(fields.text("organiser").to_owned()).filter(|code| seat.is_none() && !code.is_empty());
    ctx.write(move |tx| {
        if !can_find(tx, person, seat, organiser.as_deref())? {
            return Err(Error::NotFound);
        }
        let about = seat.map(About::Seat).or_else(|| organiser.map(About::Organiser));
        wish::make(tx, person, &about.ok_or(Error::NotFound)?, now)
    })
    .await?;
    Ok(ctx.redirect_saying("/settings/wishes", "flash-wish-made"))
}

/// `POST /settings/wishes/{id}/end`: takes it back.
pub async fn destroy(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    ctx.write(move |tx| wish::take_back(tx, person, id.0)).await?;
    Ok(ctx.redirect_saying("/settings/wishes", "flash-wish-taken-back"))
}
