//! Background jobs: what went wrong, and another try.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::error::{Error, Result};
use crate::jobs::{self, Row, State};
use crate::web::forms::Fields;
use crate::web::{Audit, Chrome, Ctx, IdPath, audit};

#[derive(Template)]
#[template(path = "admin/jobs.html")]
struct Index {
    chrome: Chrome,
    state: Option<State>,
    rows: Vec<(Row, String)>,
}

impl Index {
    fn is_state(&self, state: &State) -> bool {
        self.state == Some(*state)
    }

    fn css(&self, state: &State) -> &'static str {
        match state {
            State::Queued => "state-waiting",
            State::Running => "state-running",
            State::Done => "state-done",
            State::Failed => "state-failed",
        }
    }

    fn can_retry(&self, row: &Row) -> bool {
        row.state == State::Failed
    }
}

/// `GET /admin/jobs?state=`: the latest hundred.
pub async fn index(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let zone = ctx.administrator()?.time_zone;
    let state: Option<State> = Fields::of_query(&request).text("state").parse().ok();
    let rows = ctx.read(move |db| jobs::latest(db, state, 100)).await?;
    let rows = rows.into_iter().map(|row| (row.clone(), ctx.lang.moment(row.due_at, zone))).collect();
    ctx.page(&Index { chrome: ctx.chrome("admin", "admin-jobs-title"), state, rows })
}

/// `POST /admin/jobs/{id}/retry`.
pub async fn retry(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (by, now, address) = (ctx.administrator()?.id, ctx.now(), ctx.address().to_owned());
    let retried = ctx.write(move |tx| {
        let done = jobs::retry(tx, id.0, now)?;
        let (subject, address) = (id.0.to_string(), Some(address.as_str()));
        audit(tx, &Audit { actor: Some(by), action: "job-retried", subject, address }, now)?;
        Ok(done)
    });
    if !retried.await? {
        return Err(Error::Conflict("admin-job-not-retryable"));
    }
    Ok(ctx.redirect_saying("/admin/jobs", "flash-admin-job-retried"))
}
