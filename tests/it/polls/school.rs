//! Slots on days when schools are usually closed.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::people;
use grannskap::polls::{NewPoll, Span};

use super::{BO, SIV};
use crate::meetups::{scene, utc};
use crate::support::run;

/// Wednesday of week 8, sportlov in Skåne.
const WEEK_8: &str = "onsdag 24 februari 2027 kl. 13:00–14:30 (vanligen sportlov i Skåne län)";

#[test]
fn a_slot_says_where_schools_are_usually_closed() {
    run(async {
        let scene = scene().await;
        let slot = |day| Span { starts_at: utc(2027, 2, day, 12, 0), ends_at: utc(2027, 2, day, 13, 30) };
        let id = scene.ask(&NewPoll { slots: vec![slot(17), slot(24)], ..scene.slots() });
        let mail = scene.app.last_mail_to(BO);
        assert!(
            mail.row.text_body.contains(WEEK_8)
                && !mail.row.text_body.contains("17 februari 2027 kl. 13:00–14:30 (")
        );
        let client = scene.app.signed_in(SIV).await;
        let page = client.get(&format!("/polls/{id}")).await;
        assert!(page.text().contains(WEEK_8), "{}", page.text());
        assert!(page.all("thead .hint").contains(&"ons, vanligen sportlov i Skåne län".to_owned()));
        let link = mail.link("/answer/");
        assert!(scene.app.client().get(&link).await.text().contains(WEEK_8));
        assert!(client.get(&format!("/polls/{id}/choice/new")).await.text().contains(WEEK_8));
        // In the form it stands at the date, when that is shown again.
        let edit = client.get(&format!("/polls/{id}/edit")).await;
        assert_eq!(edit.first("#date-2-hint"), "vanligen sportlov i Skåne län");
        assert_eq!(edit.count("#date-1-hint"), 0);
        scene.app.run_jobs().await;
    });
}

#[test]
fn such_days_are_suggested_when_there_are_no_others() {
    run(async {
        let scene = scene().await;
        // Both can on Wednesday mornings.
        for email in [SIV, BO] {
            scene.app.write(|tx| {
                let row = people::table.filter(people::email.eq(email));
                Ok(diesel::update(row).set(people::availability.eq(1 << 4)).execute(&mut **tx)?)
            });
        }
        let labels = |after| {
            let scene = &scene;
            async move {
                scene.app.travel(TimeDelta::days(after));
                let client = scene.app.signed_in(SIV).await;
                let page = client.get(&format!("/groups/{}/polls/new", scene.group)).await;
                page.all(".choices label")
            }
        };
        // From 16 December: 23 and 30 December are in the Christmas holiday, 6 January is Epiphany.
        let wanted =
            ["16 december 2026", "13 januari 2027"].map(|day| format!("onsdag {day}, förmiddag 09:00–11:00"));
        let closed =
            "onsdag 23 december 2026, förmiddag 09:00–11:00 (vanligen jullov i Skåne län)".to_owned();
        let [first, last] = wanted;
        assert_eq!(labels(16).await, [first, closed, last]);
        scene.app.run_jobs().await;
    });
}
