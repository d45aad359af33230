//! Adding and correcting an independent organiser.

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::error::{Error, Result};
use crate::organisers::forms;
use crate::organisers::independent::{add, correct};
use crate::organisers::neighbour::municipality_codes;
use crate::organisers::organiser::{self, Kind, Organiser};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "organisers/edit.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    /// Whom it corrects; nobody when it adds.
    organiser: Option<Organiser>,
}

impl Edit {
    fn new(ctx: &Ctx, form: Form, organiser: Option<Organiser>) -> Self {
        let chrome = match &organiser {
            Some(organiser) => {
                ctx.chrome_titled("organisers", ctx.lang.tname("organiser-edit-title", &organiser.name))
            }
            None => ctx.chrome("organisers", "organiser-new-title"),
        };
        Edit { chrome: if form.is_wrong() { chrome.with_errors() } else { chrome }, form, organiser }
    }

    fn failed(
        ctx: &Ctx,
        fields: Fields,
        errors: Errors,
        organiser: Option<Organiser>,
    ) -> Result<HttpResponse> {
        ctx.invalid(&Edit::new(ctx, Form::failed(fields, errors, ctx.lang), organiser))
    }

    fn action(&self) -> String {
        self.organiser
            .as_ref()
            .map_or_else(|| "/organisers".to_owned(), |each| format!("/organisers/{}", each.code))
    }

    /// The error at the municipalities, with the names that are none.
    fn municipalities_error(&self) -> String {
        let (_, unknown) = forms::municipalities(self.form.value("municipalities"));
        if !self.form.is_wrong() || unknown.is_empty() {
            return self.form.error("municipalities");
        }
        let names: Vec<String> = unknown.iter().take(5).map(|name| name.chars().take(60).collect()).collect();
        self.chrome.ta("organiser-error-municipalities-unknown", "names", &names.join(", "))
    }
}

/// `GET /organisers/new`: the form for one that is missing.
pub async fn new(ctx: Ctx) -> Result<HttpResponse> {
    super::editor(&ctx)?;
    ctx.page(&Edit::new(&ctx, Form::empty(ctx.lang), None))
}

/// `POST /organisers`: adds it.
pub async fn create(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let by = super::editor(&ctx)?;
    let new = match forms::parse(&fields) {
        Ok(new) => new,
        Err(errors) => return Edit::failed(&ctx, fields, errors, None),
    };
    let added = ctx.write(move |tx| add(tx, &new, &by)).await;
    match added {
        Ok(code) => Ok(ctx.redirect_saying(format!("/organisers/{code}"), "flash-organiser-added")),
        Err(Error::Conflict(key)) => Edit::failed(&ctx, fields, Errors::one("number", key), None),
        Err(error) => Err(error),
    }
}

/// `GET /organisers/{code}/edit`: the form with what is known. Municipalities are nobody's to edit.
pub async fn edit(ctx: Ctx, code: web::Path<String>) -> Result<HttpResponse> {
    super::editor(&ctx)?;
    let (organiser, municipalities) = ctx
        .read(move |db| {
            let organiser = organiser::find(db, &code)?;
            let municipalities = municipality_codes(db, &code)?;
            Ok((independent(organiser)?, municipalities))
        })
        .await?;
    let form = Form::filled(forms::fields_of(&organiser, &municipalities), ctx.lang);
    ctx.page(&Edit::new(&ctx, form, Some(organiser)))
}

/// `POST /organisers/{code}`: corrects it.
pub async fn update(ctx: Ctx, code: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    let by = super::editor(&ctx)?;
    let organiser = ctx.read(move |db| independent(organiser::find(db, &code)?)).await?;
    let to = match forms::parse(&fields) {
        Ok(to) => to,
        Err(errors) => return Edit::failed(&ctx, fields, errors, Some(organiser)),
    };
    let code = organiser.code.clone();
    let corrected = ctx.write(move |tx| correct(tx, &code, &to, &by)).await;
    match corrected {
        Ok(()) => {
            Ok(ctx.redirect_saying(format!("/organisers/{}", organiser.code), "flash-organiser-corrected"))
        }
        Err(Error::Conflict(key)) => Edit::failed(&ctx, fields, Errors::one("number", key), Some(organiser)),
        Err(error) => Err(error),
    }
}

fn independent(organiser: Organiser) -> Result<Organiser> {
    if organiser.kind == Kind::Independent { Ok(organiser) } else { Err(Error::NotFound) }
}
