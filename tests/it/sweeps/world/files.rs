//! Files of the meetup that all is about and of the story of its group, and more of them.

use actix_web::web::Bytes;
use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::attachments::{self, Ground, NewAttachment, Place};
use grannskap::clock;
use grannskap::db::schema::{groups, posts};
use grannskap::db::types::{Id, Timestamp};

use super::Build;
use crate::attachments::files::{pdf, png};

impl Build<'_> {
    /// Documents and a picture that the group sees, one of which only the author sees yet.
    pub(super) async fn files(&mut self, group: Id, meetup: Id) {
        let (now, author) = (self.now(), self.cast.author);
        let (network_id, story): (Id, Id) = self.app.read(|db| {
            let network = groups::table.find(group).select(groups::network_id).first(db)?;
            let told =
                posts::table.filter(posts::title.like("Zqxgrpberattelse%")).select(posts::id).first(db)?;
            Ok((network, told))
        });
        let ground = |place| Ground { place, title: String::new(), group_id: group, network_id };
        let (met, told) = (ground(Place::Meetup(meetup)), ground(Place::Post(story)));
        let later = Some(now + TimeDelta::days(3));
        let document = self.file(&met, ("Zqxgrpfil.pdf", pdf("/Title (Zqxgrpfil)")), author, None).await;
        let picture = self.file(&met, ("Zqxgrpfil.png", png(8, 8)), author, None).await;
        self.file(&met, ("Zqxdraftfil.pdf", pdf("/Title (Zqxdraftfil)")), author, later).await;
        self.file(&told, ("Zqxgrpfil.pdf", pdf("/Title (Zqxgrpfil)")), author, None).await;
        for (n, person) in self.extras.clone().into_iter().enumerate() {
            let of = if n % 2 == 0 { &met } else { &told };
            self.file(of, (&format!("Mer {n}.pdf"), pdf(&format!("/N {n}"))), person, None).await;
        }
        for id in [document, picture] {
            self.names.put("attachments/{id}", id);
        }
    }

    async fn file(
        &self,
        ground: &Ground,
        (name, bytes): (&str, Vec<u8>),
        by: Id,
        visible_from: Option<Timestamp>,
    ) -> Id {
        let (app, now) = (&self.app.app, self.now());
        let file = app.storage.prepare(Bytes::from(bytes)).await.unwrap().unwrap();
        let id = clock::new_id();
        app.storage.keep(id, &file).await.unwrap();
        let mut limits = app.config.settings.attachments;
        limits.per_place = 1000;
        self.app.write(|tx| {
            let new = NewAttachment { id, name, file: &file, visible_from };
            attachments::add(tx, ground, &new, by, limits, now)
        });
        id
    }
}
