//! All my meetups.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::error::Result;
use crate::meetups::view::Card;
use crate::meetups::{MeetupSummary, more_in_series, next_ones_of_person, past_of_person};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx};

/// Most coming meetups on the page.
const COMING: i64 = 30;

/// Past meetups on a page.
const PAST: i64 = 15;

#[derive(Template)]
#[template(path = "meetups/index.html")]
struct Index {
    chrome: Chrome,
    coming: Vec<Card>,
    past: Vec<Card>,
    later: Option<i64>,
    earlier: Option<i64>,
}

/// `GET /meetups`: coming and past, over all my groups.
pub async fn index(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (lang, zone, now) = (ctx.lang, person.time_zone, ctx.now());
    let page: i64 = Fields::of_query(&request).text("page").parse().unwrap_or(1).clamp(1, 10_000);
    let (coming, mut past, mut more) = ctx
        .read(move |db| {
            let coming =
                if page == 1 { next_ones_of_person(db, person.id, now, COMING)? } else { Vec::new() };
            let more = more_in_series(db, coming.iter().map(|meetup| meetup.series_id), now)?;
            // One more than is shown tells whether there are older ones.
            Ok((coming, past_of_person(db, person.id, now, PAST + 1, (page - 1) * PAST)?, more))
        })
        .await?;
    let shown = usize::try_from(PAST).unwrap_or(usize::MAX);
    let earlier = (past.len() > shown).then_some(page + 1);
    past.truncate(shown);
    let mut card = |each: MeetupSummary| {
        // The first of a series says it.
        let more = each.series_id.and_then(|series| more.remove(&series));
        Card::of(each, more, lang, zone)
    };
    let coming = coming.into_iter().map(&mut card).collect();
    let past = past.into_iter().map(card).collect();
    let later = (page > 1).then_some(page - 1);
    ctx.page(&Index { chrome: ctx.chrome("meetups", "meetups-title"), coming, past, later, earlier })
}
