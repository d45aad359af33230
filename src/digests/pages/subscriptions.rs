//! How often what is new in each of one's networks and groups comes.

use std::collections::HashMap;

use actix_web::HttpResponse;
use askama::Template;

use super::{frequencies, label};
use crate::accounts::{self, Frequency, Preferences};
use crate::db::Db;
use crate::db::types::Id;
use crate::digests::subscription::{self, in_force};
use crate::error::Result;
use crate::groups::{self, Group};
use crate::i18n::Lang;
use crate::mail::returns;
use crate::networks;
use crate::posts::scope_of;
use crate::themes::{self, Theme};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson};

#[derive(Template)]
#[template(path = "digests/subscriptions.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    general: Vec<(&'static str, String)>,
    rows: Vec<Row>,
    hour: String,
    weekday: String,
    /// From which day nothing that goes to many comes, because they called it unwanted.
    complained: Option<String>,
}

/// A network or group with what is chosen for it.
struct Row {
    field: String,
    name: String,
    link: String,
    /// What comes by it.
    about: String,
    /// What is chosen, or would be by each choice: value and label.
    options: Vec<(String, String)>,
}

impl Edit {
    fn chosen(&self, row: &Row, value: &str) -> bool {
        self.form.value(&row.field) == value
    }
}

/// The places of a person, and what holds for them.
struct Places {
    preferences: Preferences,
    /// Networks with their address, each with its groups after it.
    networks: Vec<(Id, String, String, Vec<Group>)>,
    /// Themes that they have chosen something for.
    themes: Vec<Theme>,
    chosen: HashMap<Id, Frequency>,
    /// The day that they called a mail of ours unwanted, if they did.
    complained: Option<String>,
}

impl Places {
    fn of(db: &mut Db, reader: &CurrentPerson, lang: Lang) -> Result<Self> {
        let person = reader.id;
        let mut groups = groups::of_person(db, person)?;
        let mut networks = networks::of_person(db, person)?;
        networks.extend(networks::coordinated_by_person(db, person)?);
        networks.sort_by(|one, two| (&one.name, one.id).cmp(&(&two.name, two.id)));
        networks.dedup_by_key(|network| network.id);
        let mut of = |id: Id| groups.extract_if(.., |group| group.network_id == id).collect::<Vec<_>>();
        let mut all: Vec<_> = networks
            .into_iter()
            .map(|network| (network.id, network.name, format!("/networks/{}", network.slug), of(network.id)))
            .collect();
        // Groups in a network that one has left.
        if !groups.is_empty() {
            all.push((Id(uuid::Uuid::nil()), String::new(), String::new(), groups));
        }
        let chosen = subscription::choices_of(db, person)?;
        let scope = scope_of(db, Some(person))?;
        let themes = themes::seen(db, &scope, &chosen.keys().copied().collect::<Vec<_>>())?;
        let preferences = accounts::preferences_of(db, person)?;
        let complaint = returns::stopped(db, &reader.email)?.filter(|stopped| stopped.lists_only);
        let complained = complaint.map(|complaint| lang.day_of(complaint.stopped_at, reader.time_zone));
        Ok(Places { preferences, networks: all, themes, chosen, complained })
    }

    fn general(&self) -> Frequency {
        self.preferences.digest_frequency.general(self.preferences.stories_at_once)
    }

    /// Every place with what its group has set.
    fn each(&self) -> impl Iterator<Item = (Id, Option<Frequency>)> {
        let networks = self.networks.iter().filter(|(_, name, ..)| !name.is_empty());
        let groups = self.networks.iter().flat_map(|(.., groups)| groups);
        let themes = self.themes.iter().map(|theme| (theme.id, None));
        let places = groups.map(|group| (group.id, group.digest_default)).chain(themes);
        networks.map(|(id, ..)| (*id, None)).chain(places)
    }

    fn fields(&self) -> Fields {
        let word = |id| self.chosen.get(&id).map(|frequency| frequency.word()).unwrap_or_default();
        let places = self.each().map(|(id, _)| (field(id), word(id).to_owned()));
        Fields::from_pairs(
            [("general".to_owned(), self.general().word().to_owned())].into_iter().chain(places),
        )
    }

    fn rows(&self, lang: Lang) -> Vec<Row> {
        let row = |id: Id, name: &str, link: String, about: &str, set: Option<Frequency>| Row {
            field: field(id),
            name: name.to_owned(),
            link,
            about: lang.t(about),
            options: options(lang, set, self.general()),
        };
        let mut rows = Vec::new();
        for (id, name, link, groups) in &self.networks {
            if !name.is_empty() {
                rows.push(row(*id, name, link.clone(), "subscriptions-of-network", None));
            }
            for group in groups {
                let link = format!("/groups/{}", group.id);
                rows.push(row(group.id, &group.name, link, "subscriptions-of-group", group.digest_default));
            }
        }
        for theme in &self.themes {
            rows.push(Row {
                field: field(theme.id),
                name: theme.name(&lang).to_owned(),
                link: format!("/themes/{}", theme.slug),
                about: lang.t("subscriptions-of-theme"),
                options: with_first(lang.t("subscriptions-not-followed"), lang),
            });
        }
        rows
    }
}

fn field(place: Id) -> String {
    format!("place-{place}")
}

/// What can be chosen for a place: nothing of one's own first, with what holds then.
fn options(lang: Lang, set: Option<Frequency>, general: Frequency) -> Vec<(String, String)> {
    let holds = in_force(None, set, general);
    let key = if set == Some(holds) { "subscriptions-as-group" } else { "subscriptions-as-all" };
    with_first(lang.tname(key, &label(lang, holds)), lang)
}

/// What can be chosen, after what holds when nothing is.
fn with_first(usual: String, lang: Lang) -> Vec<(String, String)> {
    let own = frequencies(lang).into_iter().map(|(word, label)| (word.to_owned(), label));
    std::iter::once((String::new(), usual)).chain(own).collect()
}

/// `GET /settings/subscriptions`: everything at a glance.
pub async fn edit(ctx: Ctx) -> Result<HttpResponse> {
    let places = places(&ctx).await?;
    let form = Form::filled(places.fields(), ctx.lang);
    ctx.page(&page(&ctx, &places, form))
}

/// `POST /settings/subscriptions`: keeps it. Places that were not on the page stay as they are.
pub async fn update(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let places = places(&ctx).await?;
    let (general, chosen) = match parse(&fields, &places) {
        Ok(parsed) => parsed,
        Err(errors) => {
            let mut page = page(&ctx, &places, Form::failed(fields, errors, ctx.lang));
            page.chrome = page.chrome.with_errors();
            return ctx.invalid(&page);
        }
    };
    ctx.write(move |tx| subscription::save(tx, person, general, &chosen, now)).await?;
    Ok(ctx.redirect_saying("/settings/subscriptions", "flash-settings-saved"))
}

async fn places(ctx: &Ctx) -> Result<Places> {
    let (reader, lang) = (ctx.person()?.clone(), ctx.lang);
    ctx.read(move |db| Places::of(db, &reader, lang)).await
}

/// How everything comes, and what was chosen for places.
type Chosen = (Frequency, Vec<(Id, Option<Frequency>)>);

fn parse(fields: &Fields, places: &Places) -> std::result::Result<Chosen, Errors> {
    let mut check = Check::of(fields);
    let general = check.choice("general").unwrap_or(Frequency::Weekly);
    let mut chosen = Vec::new();
    for (id, _) in places.each().filter(|(id, _)| fields.has(&field(*id))) {
        match fields.text(&field(id)) {
            "" => chosen.push((id, None)),
            word => match word.parse() {
                Ok(frequency) => chosen.push((id, Some(frequency))),
                Err(_) => check.fail("places", "error-choice"),
            },
        }
    }
    check.done()?;
    Ok((general, chosen))
}

fn page(ctx: &Ctx, places: &Places, form: Form) -> Edit {
    let lang = ctx.lang;
    Edit {
        chrome: ctx.chrome("settings", "subscriptions-title"),
        form,
        general: frequencies(lang),
        rows: places.rows(lang),
        hour: format!("{:02}:00", places.preferences.digest_hour),
        weekday: lang.t(&format!("weekday-{}", places.preferences.digest_weekday)),
        complained: places.complained.clone(),
    }
}
