//! What the settings of a round would mean for those registered so far, before anything is saved or run.

use actix_web::{HttpRequest, HttpResponse};

use super::round::{Edit, changeable};
use super::{shown, today};
use crate::error::Result;
use crate::rounds::outlook::{Outlook, outlook};
use crate::rounds::{NewRound, Round, forms};
use crate::web::forms::{Fields, Form};
use crate::web::{Ctx, IdPath};

/// `GET /rounds/{id}/forecast?preset=…`: the form as it is filled in, and what the settings in it would mean. Nothing is
/// saved.
pub async fn show(ctx: Ctx, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (round, network) = changeable(&ctx, id.0).await?;
    let fields = Fields::of_query(&request);
    let settings = match forms::round(&fields, today(&ctx).min(round.last_day)) {
        Ok(settings) => settings,
        Err(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&Edit::of(&ctx, form, network, Some(round.id)));
        }
    };
    let found = of(&ctx, round.clone(), settings).await?;
    let page = Edit::of(&ctx, Form::filled(fields, ctx.lang), network, Some(round.id));
    ctx.page(&page.with(found))
}

/// What settings would mean.
pub(super) async fn of(ctx: &Ctx, round: Round, settings: NewRound) -> Result<Outlook> {
    let (lang, limits) = (ctx.lang, ctx.app.config.settings.categories);
    ctx.read(move |db| outlook(db, &round, &settings, limits, lang, |each| shown(each, lang))).await
}
