//! One file: its name, what its picture shows, from when on it is seen; and taking it away.

use actix_web::HttpResponse;
use askama::Template;

use crate::attachments::attachment::{self, Attachment, of_place};
use crate::attachments::forms;
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, CurrentPerson, IdPath};

#[derive(Template)]
#[template(path = "attachments/edit.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    file: Attachment,
    /// What it belongs to.
    title: String,
    page: String,
    files: String,
    waits: bool,
}

impl Edit {
    fn of(chrome: Chrome, form: Form, file: Attachment, title: String) -> Result<Self> {
        let place = file.place()?;
        Ok(Edit { page: place.page(), files: place.files(), waits: place.waits(), chrome, form, file, title })
    }
}

/// `GET /attachments/{id}/edit`: the form.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let zone = person.time_zone;
    let (file, title) = ctx.read(move |db| find(db, id, &person, now)).await?;
    let form = Form::filled(forms::stored(&file, zone, now), ctx.lang);
    ctx.page(&Edit::of(ctx.chrome("", "attachment-edit-title"), form, file, title)?)
}

/// `POST /attachments/{id}`: changes it, and goes on to the next picture without words.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (zone, by) = (person.time_zone, person.clone());
    let (file, title) = ctx.read(move |db| find(db, id, &by, now)).await?;
    let change = match forms::change(&fields, &file, zone, now) {
        Ok(change) => change,
        Err(errors) => {
            let chrome = ctx.chrome("", "attachment-edit-title").with_errors();
            return ctx.invalid(&Edit::of(chrome, Form::failed(fields, errors, ctx.lang), file, title)?);
        }
    };
    let place = file.place()?;
    let files = ctx.write(move |tx| {
        let (file, _) = find(tx, id, &person, now)?;
        attachment::update(tx, &file, &change)?;
        of_place(tx, place, Some(person.id), now)
    });
    let me = ctx.person()?.id;
    let wanting = files.await?.into_iter().find(|file| file.uploaded_by == me && file.lacks_words());
    let next = wanting.map_or_else(|| place.files(), |file| format!("/attachments/{}/edit", file.id));
    Ok(ctx.redirect_saying(next, "flash-attachment-saved"))
}

/// `POST /attachments/{id}/removal`: takes it away.
pub async fn destroy(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let place = ctx.write(move |tx| {
        let (file, _) = find(tx, id, &person, now)?;
        attachment::remove(tx, id, person.id, now)?;
        file.place()
    });
    Ok(ctx.redirect_saying(place.await?.files(), "flash-attachment-removed"))
}

/// The file and what it belongs to, for those who may change it.
fn find(db: &mut Db, id: Id, person: &CurrentPerson, now: Timestamp) -> Result<(Attachment, String)> {
    let file = attachment::find(db, id, Some(person), now)?;
    let ground = file.place()?.ground(db, person)?;
    Ok((file, ground.title))
}
