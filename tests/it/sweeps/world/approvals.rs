//! A story that waits for the approver of its author's organiser.

use diesel::prelude::*;
use grannskap::db::schema::{approvals as table, organiser_approvers};
use grannskap::db::types::Id;
use grannskap::posts::{self, NewPost, Visibility};
use grannskap::seats;

use super::super::makers::new_seat;
use super::Build;

impl Build<'_> {
    /// The member is asked about a story of the author's that the group alone reads until then.
    pub(super) fn approvals(&mut self, group: Id) {
        let (now, author, member) = (self.now(), self.cast.author, self.cast.member);
        let id: Id = self.app.write(|tx| {
            let seat = new_seat(tx, member, "1267", now)?;
            seats::confirm(tx, seat, None, now)?;
            diesel::insert_into(organiser_approvers::table)
                .values((
                    organiser_approvers::organiser_code.eq("1267"),
                    organiser_approvers::seat_id.eq(seat),
                    organiser_approvers::chosen_at.eq(now),
                ))
                .execute(&mut **tx)?;
            let new = NewPost::free("Zqxgrpberattelse", "zqxgrptext", Visibility::Network);
            let post = posts::create(tx, group, author, &new, true, now)?;
            let of_post = table::table.filter(table::post_id.eq(post));
            Ok(of_post.select(table::id).first(&mut **tx)?)
        });
        self.names.put("approvals/{id}", id);
    }
}
