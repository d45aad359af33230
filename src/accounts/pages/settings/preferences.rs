//! Language, clock, digest and calendar.

use actix_web::HttpResponse;
use askama::Template;

use crate::accounts::{
    CALENDAR_ALARMS, Frequency, Preferences, Reminders, preferences_of, save_preferences, time_zones,
};
use crate::error::Result;
use crate::i18n::Lang;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "accounts/settings_preferences.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    languages: Vec<(&'static str, &'static str)>,
    zones: Vec<(&'static str, &'static str)>,
    frequencies: Vec<(&'static str, String, String)>,
    hours: Vec<(i32, String)>,
    weekdays: Vec<(i32, String)>,
    alarms: Vec<(String, String)>,
    reminders: Vec<(&'static str, String)>,
}

/// `GET /settings`: language, time zone, digest.
pub async fn edit(ctx: Ctx) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let preferences = ctx.read(move |db| preferences_of(db, person)).await?;
    ctx.page(&page(&ctx, Form::filled(preferences.fields(), ctx.lang)))
}

/// `POST /settings`: keeps them.
pub async fn update(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let before = ctx.read(move |db| preferences_of(db, person)).await?;
    let preferences = match Preferences::parse(&fields, &before) {
        Ok(preferences) => preferences,
        Err(errors) => {
            let mut page = page(&ctx, Form::failed(fields, errors, ctx.lang));
            page.chrome = page.chrome.with_errors();
            return ctx.invalid(&page);
        }
    };
    ctx.write(move |tx| save_preferences(tx, person, &preferences, now)).await?;
    Ok(ctx.redirect_saying("/settings", "flash-settings-saved"))
}

fn page(ctx: &Ctx, form: Form) -> Edit {
    let lang = ctx.lang;
    let frequency = |one: &Frequency| {
        let hint = lang.t(&format!("digest-frequency-{one}-hint"));
        (one.word(), lang.t(&format!("digest-frequency-{one}")), hint)
    };
    Edit {
        chrome: ctx.chrome("settings", "settings-title"),
        form,
        languages: vec![(Lang::Swedish.word(), "Svenska"), (Lang::English.word(), "English")],
        zones: time_zones().into_iter().map(|zone| (zone, zone)).collect(),
        frequencies: Frequency::ALL.iter().map(frequency).collect(),
        hours: (0..24).map(|hour| (hour, format!("{hour:02}:00"))).collect(),
        alarms: alarms(lang),
        reminders: Reminders::ALL
            .iter()
            .map(|each| (each.word(), lang.t(&format!("meetup-reminders-{each}"))))
            .collect(),
        weekdays: (1..8).map(|day| (day, lang.t(&format!("weekday-{day}")))).collect(),
    }
}

fn alarms(lang: Lang) -> Vec<(String, String)> {
    let never = (String::new(), lang.t("calendar-alarm-none"));
    let before = CALENDAR_ALARMS
        .iter()
        .map(|minutes| (minutes.to_string(), lang.t(&format!("calendar-alarm-{minutes}"))));
    std::iter::once(never).chain(before).collect()
}
