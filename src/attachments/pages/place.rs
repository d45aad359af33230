//! The files of a story or a meetup: what there is, and adding more.

use actix_multipart::Multipart;
use actix_web::HttpResponse;
use askama::Template;

use crate::attachments::attachment::{Added, Attachment, NewAttachment, add, of_place, size};
use crate::attachments::{Ground, Place, forms};
use crate::clock;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::storage::Refused;
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath, Upload, read_upload};

/// Files of the largest size that are taken at once; more come in several turns.
const TOGETHER: usize = 4;

/// A form that may have files in it, as far as it is one.
type Parts = std::result::Result<Multipart, actix_web::Error>;

#[derive(Template)]
#[template(path = "attachments/index.html")]
struct Index {
    chrome: Chrome,
    form: Form,
    ground: Ground,
    files: Vec<Attachment>,
    now: Timestamp,
    zone: chrono_tz::Tz,
    hint: String,
    full: bool,
}

/// `GET /posts/{id}/attachments`: the author's list.
pub async fn of_post(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    index(&ctx, Place::Post(id)).await
}

/// `POST /posts/{id}/attachments`: adds files, several at once.
pub async fn add_to_post(ctx: Ctx, IdPath(id): IdPath, parts: Parts) -> Result<HttpResponse> {
    create(&ctx, Place::Post(id), parts).await
}

/// `GET /meetups/{id}/attachments`: the list for those who may write about the meetup.
pub async fn of_meetup(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    index(&ctx, Place::Meetup(id)).await
}

/// `POST /meetups/{id}/attachments`: adds files, several at once, seen by the others from a moment on.
pub async fn add_to_meetup(ctx: Ctx, IdPath(id): IdPath, parts: Parts) -> Result<HttpResponse> {
    create(&ctx, Place::Meetup(id), parts).await
}

async fn index(ctx: &Ctx, place: Place) -> Result<HttpResponse> {
    let page = Index::read(ctx, place, Form::empty(ctx.lang)).await?;
    ctx.page(&page)
}

/// What can be taken is added, and for each of the others the page says why it was not.
async fn create(ctx: &Ctx, place: Place, parts: Parts) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let zone = person.time_zone;
    ctx.read(move |db| place.ground(db, &person)).await?;
    let most = ctx.app.config.settings.attachments.bytes();
    let parts = parts.map_err(|_| Error::BadRequest("error-not-a-form"))?;
    let (fields, files) = read_upload(parts, "files", most, most.saturating_mul(TOGETHER)).await?;
    let taken = match forms::when(&fields, zone, ctx.now()) {
        Ok(when) => take_all(ctx, place, (&fields, &files), when.filter(|_| place.waits())).await?,
        Err(errors) => Err(errors),
    };
    match taken {
        Ok(added) => Ok(ctx.redirect_saying(next(ctx, place, &added).await?, "flash-attachments-added")),
        Err(errors) => invalid(ctx, place, fields, errors).await,
    }
}

/// Takes what can be taken: what is new, or why some are not taken.
async fn take_all(
    ctx: &Ctx,
    place: Place,
    (fields, files): (&Fields, &[Upload]),
    visible_from: Option<Timestamp>,
) -> Result<std::result::Result<Vec<Id>, Errors>> {
    let (mut check, mut added) = (Check::of(fields), Vec::new());
    if files.is_empty() {
        check.fail("files", "error-file-none");
    }
    for file in files {
        match take(ctx, place, file, visible_from).await? {
            Ok(id) => added.extend(id),
            Err(key) => check.fail_naming("files", key, shown(&file.name)),
        }
    }
    Ok(check.done().map(|()| added))
}

/// Keeps a file and writes its row: the identifier, nothing for one that was there already, or why it is not taken.
async fn take(
    ctx: &Ctx,
    place: Place,
    file: &Upload,
    visible_from: Option<Timestamp>,
) -> Result<std::result::Result<Option<Id>, &'static str>> {
    let Some(bytes) = file.bytes.clone() else { return Ok(Err(Refused::TooLarge.key())) };
    let prepared = match ctx.app.storage.prepare(bytes).await? {
        Ok(prepared) => prepared,
        Err(refused) => return Ok(Err(refused.key())),
    };
    let id = clock::new_id();
    ctx.app.storage.keep(id, &prepared).await?;
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (limits, name) = (ctx.app.config.settings.attachments, file.name.clone());
    let added = ctx.write(move |tx| {
        let ground = place.ground(tx, &person)?;
        let new = NewAttachment { id, name: &name, file: &prepared, visible_from };
        add(tx, &ground, &new, person.id, limits, now)
    });
    let added = added.await;
    // After an error the row may be there all the same; then it is for the sweep to find out.
    if added.as_ref().is_ok_and(|added| *added != Added::New) {
        ctx.app.storage.forget(id).await?;
    }
    Ok(match added? {
        Added::New => Ok(Some(id)),
        Added::Twin => Ok(None),
        Added::PlaceFull => Err("error-file-place-full"),
        Added::PersonFull => Err("error-file-person-full"),
    })
}

/// Where somebody goes on: to describe the first picture, or back to the list.
async fn next(ctx: &Ctx, place: Place, added: &[Id]) -> Result<String> {
    let (viewer, now) = (ctx.person()?.id, ctx.now());
    let files = ctx.read(move |db| of_place(db, place, Some(viewer), now)).await?;
    let wanting = files.iter().find(|file| added.contains(&file.id) && file.lacks_words());
    Ok(wanting.map_or_else(|| place.files(), |file| format!("/attachments/{}/edit", file.id)))
}

async fn invalid(ctx: &Ctx, place: Place, fields: Fields, errors: Errors) -> Result<HttpResponse> {
    let mut page = Index::read(ctx, place, Form::failed(fields, errors, ctx.lang)).await?;
    page.chrome = page.chrome.with_errors();
    ctx.invalid(&page)
}

/// The beginning of a name, for a message.
fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(60).collect()
}

impl Index {
    async fn read(ctx: &Ctx, place: Place, form: Form) -> Result<Self> {
        let (person, now) = (ctx.person()?.clone(), ctx.now());
        let zone = person.time_zone;
        let (ground, files) = ctx
            .read(move |db| Ok((place.ground(db, &person)?, of_place(db, place, Some(person.id), now)?)))
            .await?;
        let limits = ctx.app.config.settings.attachments;
        let most = size(ctx.lang, i32::try_from(limits.bytes()).unwrap_or(i32::MAX));
        let left = usize::try_from(limits.per_place).unwrap_or(usize::MAX).saturating_sub(files.len());
        let nav = if place.waits() { "meetups" } else { "posts" };
        Ok(Index {
            chrome: ctx.chrome_titled(nav, ctx.lang.tname("attachments-title-of", &ground.title)),
            hint: ctx.lang.ta(
                "attachments-hint",
                &[("size", most.into()), ("left", i64::try_from(left).unwrap_or(0).into())],
            ),
            full: left == 0,
            form,
            ground,
            files,
            now,
            zone,
        })
    }

    fn hidden_until(&self, file: &Attachment) -> Option<String> {
        (file.visible_from > self.now).then(|| self.chrome.language.moment(file.visible_from, self.zone))
    }

    /// All that is wrong with the files, one for each.
    fn refusals(&self) -> Vec<String> {
        self.form.errors().into_iter().filter(|(field, _)| *field == "files").map(|(_, text)| text).collect()
    }
}
