//! Writing a letter and changing it.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::words::groups_of;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::letters::audience::{Moment, open_rounds};
use crate::letters::{self, Letter, Waiting, forms, visible};
use crate::networks::{self, Network};
use crate::organisers::Category;
use crate::seats::Level;
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

/// A box of several: value, label, whether it is ticked.
type Boxes = Vec<(String, String, bool)>;

#[derive(Template)]
#[template(path = "letters/form.html")]
struct Edit {
    chrome: Chrome,
    network: Network,
    /// The letter that is changed; none for a new one.
    letter: Option<Letter>,
    form: Form,
    groups: Boxes,
    levels: Boxes,
    categories: Boxes,
    waiting: Boxes,
}

/// What can be chosen in a network.
struct Choices {
    groups: Vec<(Id, String)>,
    /// Whether a round takes registrations.
    round: bool,
}

impl Choices {
    fn read(db: &mut Db, network: Id, at: &Moment) -> Result<Self> {
        let round = !open_rounds(db, network, at.today)?.is_empty();
        Ok(Choices { groups: groups_of(db, network)?, round })
    }
}

impl Edit {
    fn of(ctx: &Ctx, network: Network, letter: Option<Letter>, form: Form, choices: &Choices) -> Self {
        let lang = ctx.lang;
        let boxes = |field: &str, prefix: &str, words: Vec<String>| -> Boxes {
            let one =
                |word: String| (word.clone(), lang.t(&format!("{prefix}-{word}")), form.has(field, &word));
            words.into_iter().map(one).collect()
        };
        let offered =
            |each: &&Waiting| **each == Waiting::Meetups || choices.round || form.has("waiting", *each);
        let groups = choices.groups.iter();
        let title = if letter.is_some() { "letter-edit-title" } else { "letter-new-title" };
        let chrome = ctx.chrome("networks", title);
        Edit {
            chrome: if form.is_wrong() { chrome.with_errors() } else { chrome },
            groups: groups.map(|(id, name)| (id.to_string(), name.clone(), form.has("groups", id))).collect(),
            levels: boxes("levels", "level", Level::ALL.iter().map(Level::to_string).collect()),
            categories: boxes(
                "categories",
                "member-category",
                Category::ALL.iter().map(Category::to_string).collect(),
            ),
            waiting: boxes(
                "waiting",
                "letter-waiting",
                Waiting::ALL.iter().filter(offered).map(Waiting::to_string).collect(),
            ),
            network,
            letter,
            form,
        }
    }
}

/// `GET /networks/{slug}/letters/new`: an empty letter.
pub async fn new(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let (network, choices) = of_slug(&ctx, slug.into_inner()).await?;
    ctx.page(&Edit::of(&ctx, network, None, Form::empty(ctx.lang), &choices))
}

/// `POST /networks/{slug}/letters`: keeps it as a draft. Nothing leaves yet.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let (network, choices) = of_slug(&ctx, slug.into_inner()).await?;
    match forms::letter(&fields, &choices.groups) {
        Ok(new) => {
            let (by, now) = (ctx.person()?.id, ctx.now());
            let id = ctx.write(move |tx| letters::create(tx, network.id, &new, by, now)).await?;
            Ok(ctx.redirect_saying(format!("/letters/{id}"), "flash-letter-saved"))
        }
        Err(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            ctx.invalid(&Edit::of(&ctx, network, None, form, &choices))
        }
    }
}

/// `GET /letters/{id}/edit`: the letter as it is.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (letter, network, choices) = of_letter(&ctx, id).await?;
    let form = Form::filled(forms::stored(&letter)?, ctx.lang);
    ctx.page(&Edit::of(&ctx, network, Some(letter), form, &choices))
}

/// `POST /letters/{id}`: writes it down, unless somebody else has changed it meanwhile.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (letter, network, choices) = of_letter(&ctx, id).await?;
    let revision = fields.text("revision").parse().unwrap_or_default();
    let now = ctx.now();
    let errors = match forms::letter(&fields, &choices.groups) {
        Ok(new) => match ctx.write(move |tx| letters::update(tx, id, revision, &new, now)).await? {
            true => return Ok(ctx.redirect_saying(format!("/letters/{id}"), "flash-letter-saved")),
            // The form comes back with the new revision: sent again, it stands.
            false => Errors::one("body", "error-letter-changed"),
        },
        Err(errors) => errors,
    };
    let form = Form::failed(fields, errors, ctx.lang);
    ctx.invalid(&Edit::of(&ctx, network, Some(letter), form, &choices))
}

/// `POST /letters/{id}/removal`: deletes a letter that is not sent.
pub async fn destroy(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let remove = move |tx: &mut crate::db::Tx<'_>| {
        let (_, network) = visible(tx, id, &person)?;
        letters::remove(tx, id)?;
        Ok(network.slug)
    };
    let slug = ctx.write(remove).await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}/letters"), "flash-letter-removed"))
}

async fn of_slug(ctx: &Ctx, slug: String) -> Result<(Network, Choices)> {
    let (person, at) = (ctx.person()?.clone(), Moment::of(&ctx.app));
    ctx.read(move |db| {
        let network = networks::coordinated(db, &slug, &person)?;
        let choices = Choices::read(db, network.id, &at)?;
        Ok((network, choices))
    })
    .await
}

/// A letter that can be changed. [`Error::Conflict`] when it is sent.
async fn of_letter(ctx: &Ctx, id: Id) -> Result<(Letter, Network, Choices)> {
    let (person, at) = (ctx.person()?.clone(), Moment::of(&ctx.app));
    ctx.read(move |db| {
        let (letter, network) = visible(db, id, &person)?;
        if !letter.is_open() {
            return Err(Error::Conflict("error-letter-sent"));
        }
        let choices = Choices::read(db, network.id, &at)?;
        Ok((letter, network, choices))
    })
    .await
}
