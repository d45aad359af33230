//! The first page of strangers and of people.

use actix_web::HttpResponse;
use askama::Template;
use chrono::Datelike;

use super::overview::{NextStep, Overview};
use crate::error::Result;
use crate::i18n::local;
use crate::meetups::ComingMeetup;
use crate::notes::Outcome;
use crate::web::{Chrome, Ctx, Visit};

#[derive(Template)]
#[template(path = "dashboard/front.html")]
struct Front {
    chrome: Chrome,
}

/// `GET /`: what Grannskap is; people go on to their home.
pub async fn front(ctx: Ctx) -> Result<HttpResponse> {
    if ctx.visitor().is_some() {
        return Ok(ctx.redirect("/dashboard"));
    }
    ctx.page(&Front { chrome: ctx.chrome("", "front-title") })
}

/// A coming meetup with its calendar leaf.
struct Leaf {
    meetup: ComingMeetup,
    month: &'static str,
    day: u32,
    weekday: String,
    when: String,
    /// How many more are coming in its series.
    more: Option<i64>,
}

#[derive(Template)]
#[template(path = "dashboard/show.html")]
struct Show {
    chrome: Chrome,
    around: Overview,
    next: NextStep,
    leaves: Vec<Leaf>,
}

impl Show {
    /// Who has promised something, and until when.
    fn promised(&self, promise: &Outcome) -> String {
        let lang = self.chrome.language;
        let day = promise.due_on.map(|day| lang.tname("outcome-by", &lang.date(day))).unwrap_or_default();
        format!("{} · {day}", promise.who(lang))
    }

    /// A text of the next step.
    fn step(&self, part: &str) -> String {
        self.chrome.tname(&format!("dashboard-next-{}{part}", self.next.word), &self.next.name)
    }
}

/// `GET /dashboard`: the next step, coming meetups, my groups, new stories.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    let (ctx, mut around) = visit.read(|db, ctx| Overview::of(db, ctx.person()?, ctx.now())).await?;
    let person = ctx.person()?;
    let zone = person.time_zone;
    let title = ctx.lang.tname("dashboard-title", &person.name);
    let next = around.next_step(local(ctx.now(), zone).date_naive());
    let mut more = std::mem::take(&mut around.more);
    let leaves = std::mem::take(&mut around.meetups)
        .into_iter()
        .map(|meetup| {
            let day = local(meetup.starts_at, zone).date_naive();
            Leaf {
                month: ctx.lang.short_month(day),
                day: day.day(),
                weekday: ctx.lang.weekday(day).chars().take(3).collect(),
                when: ctx.lang.moment(meetup.starts_at, zone),
                more: meetup.series_id.and_then(|series| more.remove(&series)),
                meetup,
            }
        })
        .collect();
    ctx.page(&Show { chrome: ctx.chrome_titled("dashboard", title), around, next, leaves })
}
