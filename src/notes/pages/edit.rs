//! Writing the notes.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::db::types::Id;
use crate::differences::{Change, changes};
use crate::error::Result;
use crate::groups::Group;
use crate::meetups::{self, Meetup};
use crate::notes::note::must_be_writable;
use crate::notes::{Clash, Draft, Note, Saved, draft, forms, note, save};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "notes/edit.html")]
struct Edit {
    chrome: Chrome,
    meetup: Meetup,
    group: Group,
    form: Form,
    /// When the draft that the form shows was kept.
    draft: Option<String>,
    /// What others and the writer changed of the same text.
    clash: Option<(Vec<Change>, Vec<Change>)>,
}

impl Edit {
    fn of(ctx: &Ctx, (meetup, group): (Meetup, Group), form: Form) -> Self {
        let chrome = ctx.chrome_titled("meetups", ctx.lang.tname("notes-edit-of", &meetup.title));
        Edit { chrome, meetup, group, form, draft: None, clash: None }
    }
}

/// `GET /meetups/{id}/notes/edit`: the notes; the visitor's draft, if they have one.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (meetup, group, note, draft) = writable(&ctx, id).await?;
    let zone = ctx.person()?.time_zone;
    let when = draft.as_ref().map(|draft| ctx.lang.moment(draft.saved_at, zone));
    let (version, text) = match (draft, note) {
        (Some(draft), _) => (draft.version, draft.markdown),
        (None, Some(note)) => (note.version, note.markdown),
        (None, None) => (0, String::new()),
    };
    let form = Form::filled(filled(version, text), ctx.lang);
    ctx.page(&Edit { draft: when, ..Edit::of(&ctx, (meetup, group), form) })
}

/// `POST /meetups/{id}/notes`: saves them, together with what others saved meanwhile.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (meetup, group, ..) = writable(&ctx, id).await?;
    let text = match forms::notes(&fields) {
        Ok(text) => text,
        Err(errors) => {
            let mut page = Edit::of(&ctx, (meetup, group), Form::failed(fields, errors, ctx.lang));
            page.chrome = page.chrome.with_errors();
            return ctx.invalid(&page);
        }
    };
    let (by, now, seen, typed) = (ctx.person()?.id, ctx.now(), forms::seen(&fields), text.clone());
    match ctx.write(move |tx| save(tx, id, by, seen, &typed, now)).await? {
        Saved::Unchanged => Ok(ctx.redirect_saying(format!("/meetups/{id}/notes"), "flash-notes-unchanged")),
        Saved::Written => Ok(ctx.redirect_saying(format!("/meetups/{id}/notes"), "flash-notes-saved")),
        Saved::Merged => {
            Ok(ctx.redirect_saying(format!("/meetups/{id}/notes/versions"), "flash-notes-merged"))
        }
        Saved::Clash(clash) => refuse(&ctx, (meetup, group), &clash, &text),
    }
}

/// The form again with both texts: 409.
fn refuse(ctx: &Ctx, about: (Meetup, Group), clash: &Clash, mine: &str) -> Result<HttpResponse> {
    let form = Form::filled(filled(clash.version, clash.both.clone()), ctx.lang);
    let told = (changes(&clash.base, &clash.theirs), changes(&clash.base, mine));
    let page = Edit { clash: Some(told), ..Edit::of(ctx, about, form) };
    ctx.html(StatusCode::CONFLICT, &page)
}

fn filled(version: i32, text: String) -> Fields {
    Fields::from_pairs([("version", version.to_string()), ("body", text)])
}

/// The meetup if this person may write about it, its notes, and their draft.
async fn writable(ctx: &Ctx, id: Id) -> Result<(Meetup, Group, Option<Note>, Option<Draft>)> {
    let person = ctx.person()?.clone();
    ctx.read(move |db| {
        let (meetup, group, _) = meetups::visible(db, id, &person)?;
        must_be_writable(&meetup, &group)?;
        let (note, draft) = (note::find(db, id)?, draft::find(db, id, person.id)?);
        Ok((meetup, group, note, draft))
    })
    .await
}
