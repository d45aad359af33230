//! The mails of a letter: what they say, who gets none, and how letters are ended.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::accounts;
use grannskap::db::schema::{letter_recipients, network_memberships, people, stopped_addresses};
use grannskap::i18n::Lang;
use grannskap::letters::{self, Audience, Outcome, State, counts};
use grannskap::mail::outbox::State as MailState;
use grannskap::networks;

use super::{ADA, BO, KIM, SIV, world};
use crate::support::run;

#[test]
fn one_mail_a_person_in_their_language_that_can_be_answered_and_ended() {
    run(async {
        let world = world().await;
        let app = &world.scene.app;
        app.write(|tx| {
            diesel::update(people::table.find(world.ada))
                .set(people::language.eq(Lang::English))
                .execute(&mut **tx)?;
            Ok(())
        });
        let id = world.draft(Audience::default());
        world.send(id);
        assert_eq!(world.state(id), State::Scheduled);
        app.run_jobs().await;
        assert_eq!(world.mailed(), [""; 0], "nothing leaves in the first ten minutes");
        world.wait().await;
        assert_eq!((world.state(id), world.mailed()), (State::Sent, vec![ADA.into(), BO.into(), SIV.into()]));

        let swedish = app.last_mail_to(SIV).row;
        assert_eq!((swedish.subject.as_str(), swedish.kind.as_str()), ("Hej på er", "letter"));
        assert!(
            swedish
                .text_body
                .starts_with("Kim Lund skriver till dig som samordnare för Skåne:\n\nVi ses snart.")
        );
        assert!(swedish.html_body.contains("<strong>ses</strong>"), "{}", swedish.html_body);
        assert_eq!(swedish.reply_to.as_deref(), Some(KIM));
        assert_eq!(swedish.list_id.as_deref(), Some("letters.skane.grannskap.example"));
        let english = app.last_mail_to(ADA).row;
        assert!(english.text_body.contains("You get the letter because you are in Skåne"));

        // One click, as mail providers do it, and again.
        let link = app.last_mail_to(SIV).link("/unsubscribe/");
        assert!(swedish.unsubscribe_url.as_deref().unwrap().ends_with(&link));
        let stranger = app.client();
        assert!(stranger.get(&link).await.text().contains("Vill du sluta få brev från samordnarna?"));
        for _ in 0..2 {
            let page = stranger.post(&link, &[("List-Unsubscribe", "One-Click")]).await;
            assert_eq!(
                (page.status.as_u16(), page.first("h1").as_str()),
                (200, "Du får inga fler brev från samordnarna")
            );
        }
        assert!(!app.read(|db| networks::is_muted(db, world.network, world.scene.siv)), "calls still come");
        let second = world.draft(Audience { groups: vec![world.scene.group], ..Audience::default() });
        world.send(second);
        world.wait().await;
        assert_eq!(world.outcome(second, world.scene.siv), Some(Outcome::Muted));
        assert_eq!((app.mails_to(SIV).len(), app.mails_to(BO).len()), (1, 2));

        // And on again, on the page of the network.
        let siv = app.signed_in(SIV).await;
        let page = siv.post_and_follow("/networks/skane/letter-mute/end", &[]).await;
        assert_eq!(page.count("form[action='/networks/skane/letter-mute']"), 1);
    });
}

#[test]
fn who_has_gone_since_gets_none_and_who_takes_none_is_written_down() {
    run(async {
        let world = world().await;
        let (app, now) = (&world.scene.app, world.scene.app.app.clock.now());
        let cleo = app.person("Cleo Dal", "cleo@lund.example").await;
        world.seat(cleo, "1281", "Rektor", grannskap::seats::Level::Principal);
        let id = world.draft(Audience::default());
        world.send(id);
        app.write(|tx| {
            accounts::disable(tx, world.scene.siv, world.kim, now)?;
            let of_bo = network_memberships::seat_id.eq(world.scene.bo_seat);
            diesel::update(network_memberships::table.filter(of_bo))
                .set((network_memberships::state.eq("left"), network_memberships::left_at.eq(now)))
                .execute(&mut **tx)?;
            letters::mute(tx, world.network, world.ada, now)?;
            diesel::insert_into(stopped_addresses::table)
                .values((
                    stopped_addresses::email.eq("cleo@lund.example"),
                    stopped_addresses::why.eq("5.1.1"),
                    stopped_addresses::stopped_at.eq(now),
                    stopped_addresses::told_at.eq(now),
                ))
                .execute(&mut **tx)?;
            Ok(())
        });
        world.wait().await;
        assert_eq!((world.state(id), world.mailed()), (State::Sent, vec![]));
        assert_eq!(world.outcome(id, world.scene.siv), None);
        assert_eq!(world.outcome(id, world.scene.person(BO)), None);
        assert_eq!(world.outcome(id, world.ada), Some(Outcome::Muted));
        assert_eq!(world.outcome(id, cleo), Some(Outcome::Stopped));
        let page = app.signed_in(KIM).await.get(&format!("/letters/{id}/recipients")).await;
        let said = page.text();
        assert!(
            said.contains("Adressen tar inte emot utskick") && said.contains("Vill inte ha brev härifrån"),
            "{said}"
        );
    });
}

#[test]
fn what_failed_is_sent_again_once_to_those_who_still_may_have_it() {
    run(async {
        let mut world = world().await;
        world.scene.app.forgive_leftovers();
        let app = &world.scene.app;
        let id = world.draft(Audience::default());
        world.send(id);
        world.wait().await;
        for email in [SIV, BO] {
            world.answered(email, MailState::Failed);
        }
        world.answered(ADA, MailState::Unknown);
        let now = app.app.clock.now();
        app.write(|tx| accounts::disable(tx, world.scene.person(BO), world.kim, now));
        let kim = app.signed_in(KIM).await;
        let page = kim.get(&format!("/letters/{id}")).await;
        assert!(page.text().contains("Brevet kom inte fram till") && page.text().contains("Siv Ek"));
        let before = app.last_mail_to(SIV).row.message_id;
        for said in ["Brevet skickas igen till dem det inte nådde.", "Det finns ingen att skicka igen till."]
        {
            let page = kim.post_and_follow(&format!("/letters/{id}/retries"), &[]).await;
            assert!(page.body.contains(said), "{said}: {}", page.text());
        }
        app.run_jobs().await;
        let counted = app.read(|db| counts(db, id));
        assert_eq!((counted.sent, counted.failed, counted.unknown, counted.skipped), (1, 1, 1, 0));
        assert_eq!(app.mails_to(SIV).len(), 1);
        assert_eq!(app.last_mail_to(SIV).row.message_id, before);
    });
}

#[test]
fn a_waiting_mail_is_dropped_when_letters_are_ended() {
    run(async {
        let mut world = world().await;
        world.scene.app.forgive_leftovers();
        let app = &world.scene.app;
        let id = world.draft(Audience::default());
        world.send(id);
        world.wait().await;
        world.answered(SIV, MailState::Queued);
        let now = app.app.clock.now();
        app.write(|tx| letters::mute(tx, world.network, world.scene.siv, now));
        app.run_jobs().await;
        let counted = app.read(|db| counts(db, id));
        assert_eq!((counted.sent, counted.skipped), (2, 1));
        assert_eq!(world.outcome(id, world.scene.siv), Some(Outcome::Muted));

        // Whom it went to is forgotten after a year.
        app.travel(TimeDelta::days(366));
        app.write(|tx| letters::forget_recipients(tx, now));
        assert_eq!(app.read(|db| counts(db, id)).sent, 2);
        app.write(|tx| letters::forget_recipients(tx, app.app.clock.now()));
        let left: i64 = app.read(|db| Ok(letter_recipients::table.count().get_result(db)?));
        assert_eq!(left, 0);
    });
}

#[test]
fn the_name_and_address_of_a_protected_coordinator_stay_hidden() {
    run(async {
        let world = world().await;
        let app = &world.scene.app;
        app.write(|tx| {
            diesel::update(people::table.filter(people::id.eq_any([world.kim, world.ada])))
                .set(people::protected.eq(true))
                .execute(&mut **tx)?;
            Ok(())
        });
        let id = world.draft(Audience::default());
        let page = app.signed_in(KIM).await.get(&format!("/letters/{id}/recipients")).await;
        assert!(page.text().contains("Skyddad person") && !page.text().contains("Ada Malm"));
        world.send(id);
        world.wait().await;
        let mail = app.last_mail_to(SIV).row;
        assert_eq!(mail.reply_to, None);
        assert!(!mail.text_body.contains("Kim") && !mail.html_body.contains("Kim"));
        assert!(mail.text_body.starts_with("En samordnare skriver till dig"));
    });
}
