//! What others read about me.

use actix_web::HttpResponse;
use askama::Template;

use crate::accounts::{AVAILABILITY, MeetingFormat, Profile, half_day_boxes, profile_of, save_profile};
use crate::error::Result;
use crate::organisers::{self, Theme};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "accounts/settings_profile.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    person_id: String,
    offers: Vec<(String, String, bool)>,
    needs: Vec<(String, String, bool)>,
    formats: Vec<(&'static str, String, String)>,
    times: Vec<(&'static str, String, bool)>,
    is_protected: bool,
}

/// `GET /settings/profile`: name, themes, what I offer and need.
pub async fn edit(ctx: Ctx) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let (profile, themes) =
        ctx.read(move |db| Ok((profile_of(db, person)?, organisers::themes(db)?))).await?;
    let form = Form::filled(profile.fields(), ctx.lang);
    ctx.page(&page(&ctx, form, &themes)?)
}

/// `POST /settings/profile`: keeps it.
pub async fn update(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let themes = ctx.read(organisers::themes).await?;
    let known: Vec<String> = themes.iter().map(|theme| theme.slug.clone()).collect();
    let profile = match Profile::parse(&fields, &known) {
        Ok(profile) => profile,
        Err(errors) => {
            let mut page = page(&ctx, Form::failed(fields, errors, ctx.lang), &themes)?;
            page.chrome = page.chrome.with_errors();
            return ctx.invalid(&page);
        }
    };
    ctx.write(move |tx| save_profile(tx, person, &profile, now)).await?;
    Ok(ctx.redirect_saying("/settings/profile", "flash-settings-saved"))
}

fn page(ctx: &Ctx, form: Form, themes: &[Theme]) -> Result<Edit> {
    let lang = ctx.lang;
    let boxes = |field: &str| -> Vec<(String, String, bool)> {
        themes
            .iter()
            .map(|one| (one.slug.clone(), one.name(lang).to_owned(), form.has(field, &one.slug)))
            .collect()
    };
    let formats = MeetingFormat::ALL
        .iter()
        .map(|one| (one.word(), lang.t(&format!("meeting-format-{one}")), String::new()));
    Ok(Edit {
        chrome: ctx.chrome("settings", "settings-profile"),
        person_id: ctx.person()?.id.to_string(),
        offers: boxes("offer_themes"),
        needs: boxes("need_themes"),
        formats: formats.collect(),
        times: half_day_boxes(lang, |word| form.has(AVAILABILITY, &word)),
        is_protected: form.has("protected", &"1"),
        form,
    })
}
