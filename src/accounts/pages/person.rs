//! The profile of somebody else.

use actix_web::HttpResponse;
use askama::Template;

use crate::accounts::{Profile, initials, visible_profile};
use crate::error::Result;
use crate::organisers::{self, Theme};
use crate::seats::{HeldSeat, held_by};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "accounts/person_show.html")]
struct Show {
    chrome: Chrome,
    profile: Profile,
    initials: String,
    seats: Vec<HeldSeat>,
    offers: Vec<String>,
    needs: Vec<String>,
    is_self: bool,
}

/// `GET /people/{id}`: for those who share a network or group with the person, and nobody else.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let viewer = ctx.person()?.id;
    let (profile, seats, themes) = ctx
        .read(move |db| {
            let profile = visible_profile(db, id, viewer)?;
            Ok((profile, held_by(db, id)?, organisers::themes(db)?))
        })
        .await?;
    let names = |slugs: &[String]| -> Vec<String> {
        let chosen = themes.iter().filter(|theme: &&Theme| slugs.contains(&theme.slug));
        chosen.map(|theme| theme.name(ctx.lang).to_owned()).collect()
    };
    ctx.page(&Show {
        chrome: ctx.chrome_titled("", profile.name.clone()),
        initials: initials(&profile.name),
        offers: names(&profile.offer_themes),
        needs: names(&profile.need_themes),
        profile,
        seats,
        is_self: id == viewer,
    })
}
