//! How the installation is doing.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::types::Timestamp;
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::outbox::{self, State as MailState};
use crate::web::{Chrome, Ctx};
use crate::{jobs, mail};

#[derive(Template)]
#[template(path = "admin/overview.html")]
struct Overview {
    chrome: Chrome,
    mail: Vec<(MailState, i64)>,
    jobs: Vec<(jobs::State, i64)>,
    waiting: Option<String>,
    trouble: i64,
    sender: String,
}

/// `GET /admin`: mail and jobs by state, and what needs a look.
pub async fn show(ctx: Ctx) -> Result<HttpResponse> {
    ctx.administrator()?;
    let now = ctx.now();
    let (mail, jobs, oldest) = ctx
        .read(move |db| Ok((outbox::counts(db)?, jobs::counts(db)?, outbox::oldest_due(db, now)?)))
        .await?;
    let trouble = mail
        .iter()
        .filter(|(state, _)| matches!(state, MailState::Failed | MailState::Unknown))
        .map(|(_, n)| n)
        .chain(jobs.iter().filter(|(state, _)| *state == jobs::State::Failed).map(|(_, n)| n))
        .sum();
    ctx.page(&Overview {
        chrome: ctx.chrome("admin", "admin-title"),
        waiting: oldest.map(|oldest| minutes(ctx.lang, oldest, now)),
        sender: sender(&ctx.app.mailer),
        mail,
        jobs,
        trouble,
    })
}

fn sender(mailer: &mail::Mailer) -> String {
    mailer.sender().mailbox.to_string()
}

fn minutes(lang: Lang, since: Timestamp, now: Timestamp) -> String {
    lang.tn("admin-waiting-minutes", (now.0 - since.0).num_minutes())
}
