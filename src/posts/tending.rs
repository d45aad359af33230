//! Looking after requests to approvers: whoever is to answer gets a mail, once each, also who takes over the seat; where nobody is left
//! to ask, the step is passed over and the author told.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::approval::{self, Step};
use super::release_mail::{Answered, Asked};
use super::{consent, post};
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::approvals;
use crate::db::types::Id;
use crate::error::Result;
use crate::jobs::{Job, Lease};
use crate::organisers::approver_of;

/// Mails approvers what waits for them.
#[derive(Serialize, Deserialize)]
pub struct TendApprovals {}

impl Job for TendApprovals {
    const KIND: &'static str = "tend-approvals";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let waiting = app.database.read(|db| {
            let waiting = approvals::table.filter(approvals::state.eq(Step::Waiting)).order(approvals::id);
            Ok(waiting.select(approvals::post_id).load::<Id>(db)?)
        });
        for story in waiting.await? {
            let ours = app.clone();
            let write = move |tx: &mut Tx<'_>| {
                lease.hold(tx, ours.clock.now())?;
                tend(tx, &ours, story)
            };
            app.database.write(write).await?;
        }
        Ok(())
    }
}

fn tend(tx: &mut Tx<'_>, app: &App, story: Id) -> Result<()> {
    tx.lock(story)?;
    let Some(waiting) = approval::waiting(tx, story)? else { return Ok(()) };
    let post = post::find(tx, story)?;
    let approver = approver_of(tx, &waiting.organiser_code)?;
    let step = approver.as_ref().map_or(Step::Vacant, |who| approval::outlook(who, post.author_id));
    match approver.and_then(|approver| approver.person) {
        Some(person) if step == Step::Waiting => Asked::queue(tx, app, &waiting, &post, person),
        _ => {
            consent::pass(tx, &waiting, &post, (step, None), app.clock.now())?;
            Answered::queue(tx, app, &waiting, &post, (step, ""), None)
        }
    }
}
