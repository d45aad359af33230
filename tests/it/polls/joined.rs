//! What was said in a poll becomes the answer to the meetup that came of it.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::answers;
use grannskap::db::types::Id;
use grannskap::meetups::{Answer, NewMeetup, update};
use grannskap::polls::{Chosen, NewPoll, Suits, choose};

use super::{BO, SIV};
use crate::meetups::{Scene, scene, utc};
use crate::support::run;

impl Scene {
    /// Slot 1 becomes the meetup.
    fn settles(&self, poll: Id, link: &str) -> Id {
        let chosen = Chosen {
            slot: 1,
            place: "Höör".into(),
            municipality: None,
            link: link.into(),
            agenda: String::new(),
        };
        self.app.write(|tx| choose(tx, &self.app.app, poll, &chosen, self.siv))
    }

    fn answered(&self, meetup: Id) -> Vec<(Id, Answer, bool)> {
        let rows = answers::table.filter(answers::meetup_id.eq(meetup)).order(answers::answer);
        let rows = rows.select((answers::seat_id, answers::answer, answers::polled));
        self.app.read(|db| Ok(rows.load(db)?))
    }
}

#[test]
fn answers_to_the_time_are_answers_to_the_meetup_until_they_are_confirmed() {
    run(async {
        let scene = scene().await;
        let poll = scene.ask(&scene.slots());
        scene.says(poll, SIV, &[(1, Suits::Yes), (2, Suits::No)]);
        scene.says(poll, BO, &[(1, Suits::IfNeedBe), (2, Suits::Yes)]);
        let id = scene.settles(poll, "");
        let (siv, bo) = (scene.siv_seat, scene.bo_seat);
        assert_eq!(scene.answered(id), [(bo, Answer::Maybe, true), (siv, Answer::Yes, true)]);
        let mail = scene.app.last_mail_to(SIV).row;
        assert!(mail.text_body.contains("I omröstningen svarade du: Ja, jag kommer."), "{}", mail.text_body);
        assert!(mail.html_body.contains("I omröstningen svarade du"));
        assert!(mail.calendar.unwrap().replace("\r\n ", "").contains("PARTSTAT=ACCEPTED"));
        // The page says where it is from, and leads to the poll; the poll leads back.
        let (client, page) = (scene.app.signed_in(BO).await, format!("/meetups/{id}"));
        let shown = client.get(&page).await;
        assert!(shown.text().contains("Enligt omröstningen: Kanske."), "{}", shown.text());
        assert_eq!(
            shown.all("#answers .detail").iter().filter(|each| each.contains("från omröstningen")).count(),
            2
        );
        assert_eq!(shown.count(&format!("a[href='/polls/{poll}']")), 1);
        assert_eq!(client.get(&format!("/polls/{poll}")).await.count(&format!("a[href='{page}']")), 1);
        // Saying the same again confirms it.
        let shown = client.post_and_follow(&format!("{page}/answers"), &[("answer", "maybe")]).await;
        assert!(shown.text().contains("Du har svarat: Kanske."), "{}", shown.text());
        assert_eq!(scene.answered(id), [(bo, Answer::Maybe, false), (siv, Answer::Yes, true)]);
        // Choosing again changes nothing.
        assert_eq!(scene.settles(poll, ""), id);
        assert_eq!(scene.answered(id), [(bo, Answer::Maybe, false), (siv, Answer::Yes, true)]);

        // At another time what was said of the old one lapses; what was confirmed stays.
        let new = NewMeetup {
            title: scene.meetup(id).title,
            agenda: String::new(),
            starts_at: utc(2026, 12, 11, 12, 0),
            ends_at: utc(2026, 12, 11, 13, 0),
            ..scene.proposal()
        };
        scene.app.write(|tx| update(tx, &scene.app.app, id, &new).map(drop));
        assert_eq!(scene.answered(id), [(bo, Answer::Maybe, false)]);
        let [siv, bo] = [SIV, BO].map(|to| scene.app.last_mail_to(to).row.text_body);
        assert!(siv.contains("Det du svarade i omröstningen gällde den gamla tiden."), "{siv}");
        assert!(!bo.contains("i omröstningen"));
        scene.app.run_jobs().await;
    });
}

#[test]
fn only_what_was_said_is_carried_over() {
    run(async {
        let scene = scene().await;
        let poll = scene.ask(&scene.slots());
        // Of the slot that is chosen Bo has said nothing.
        scene.says(poll, BO, &[(2, Suits::Yes)]);
        let id = scene.settles(poll, "");
        assert!(scene.answered(id).is_empty());
        assert!(!scene.app.last_mail_to(BO).row.text_body.contains("I omröstningen"));
        // To a meetup in a room and online at once nobody has said by which way they come.
        scene.app.travel(TimeDelta::minutes(1));
        let poll = scene.ask(&NewPoll { title: "En annan".into(), ..scene.slots() });
        scene.says(poll, SIV, &[(1, Suits::Yes)]);
        scene.says(poll, BO, &[(1, Suits::No)]);
        let id = scene.settles(poll, "https://meet.example/grannar");
        assert_eq!(scene.answered(id), [(scene.bo_seat, Answer::No, true)]);
        scene.app.run_jobs().await;
    });
}
