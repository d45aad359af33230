//! Mail on its way out: what became of it, and another try.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::admin::privacy::{called, is_open};
use crate::db::types::Timestamp;
use crate::error::{Error, Result};
use crate::mail::outbox::{self, State, Trace};
use crate::web::forms::Fields;
use crate::web::{Audit, Chrome, Ctx, IdPath, audit};

/// Mails on one page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "admin/mail.html")]
struct Index {
    chrome: Chrome,
    state: Option<State>,
    email: String,
    rows: Vec<Shown>,
    next: Option<String>,
}

/// A row of the list, in the words of the reader.
struct Shown {
    trace: Trace,
    /// What its kind is called.
    kind: String,
    queued: String,
    sent: String,
    due: String,
    can_resend: bool,
    /// Subject, where administrators may read it.
    subject: String,
}

impl Index {
    fn is_state(&self, state: &State) -> bool {
        self.state == Some(*state)
    }

    fn css(&self, state: &State) -> &'static str {
        css(*state)
    }
}

/// How a state is drawn.
pub(super) fn css(state: State) -> &'static str {
    match state {
        State::Queued => "state-waiting",
        State::Sending => "state-running",
        State::Sent => "state-done",
        State::Failed | State::Unknown => "state-failed",
        State::Dropped => "state-stopped",
    }
}

/// `GET /admin/mail?state=&email=&before=`: newest first.
pub async fn index(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let zone = ctx.administrator()?.time_zone;
    let query = Fields::of_query(&request);
    let state: Option<State> = query.text("state").parse().ok();
    let email = query.text("email").to_owned();
    let before = query.text("before").parse().ok();
    let wanted = (!email.is_empty()).then(|| email.clone());
    let most = i64::try_from(PAGE + 1).unwrap_or(51);
    let mut traces = ctx.read(move |db| outbox::traces(db, state, wanted.as_deref(), before, most)).await?;
    let more = traces.len() > PAGE;
    traces.truncate(PAGE);
    let next = traces.last().filter(|_| more).map(|last| older(state, &email, last));
    let at = |moment: Timestamp| ctx.lang.moment(moment, zone);
    let rows = traces
        .into_iter()
        .map(|trace| Shown {
            kind: called(ctx.lang, &trace.kind),
            queued: at(trace.created_at),
            sent: trace.sent_at.map(at).unwrap_or_default(),
            due: if trace.state == State::Queued { at(trace.due_at) } else { String::new() },
            can_resend: matches!(trace.state, State::Failed | State::Unknown | State::Dropped),
            subject: if is_open(&trace.kind) { trace.subject.clone() } else { String::new() },
            trace,
        })
        .collect();
    ctx.page(&Index { chrome: ctx.chrome("admin", "admin-mail-title"), state, email, rows, next })
}

fn older(state: Option<State>, email: &str, last: &Trace) -> String {
    let query: String = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("state", state.map_or("", State::word))
        .append_pair("email", email)
        .append_pair("before", &last.id.to_string())
        .finish();
    format!("/admin/mail?{query}")
}

/// `POST /admin/mail/{id}/resend`: one more try, under the same Message-ID.
pub async fn resend(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (by, now, address) = (ctx.administrator()?.id, ctx.now(), ctx.address().to_owned());
    let queued = ctx.write(move |tx| {
        let done = outbox::resend(tx, id.0, now)?;
        let (subject, address) = (id.0.to_string(), Some(address.as_str()));
        audit(tx, &Audit { actor: Some(by), action: "mail-resent", subject, address }, now)?;
        Ok(done)
    });
    if !queued.await? {
        return Err(Error::Conflict("admin-mail-not-resendable"));
    }
    Ok(ctx.redirect_saying("/admin/mail", "flash-admin-mail-resent"))
}
