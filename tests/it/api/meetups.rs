//! Meetups made, changed and cancelled by a program, one by one and in series.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Stage, call, call_with, stage};
use crate::support::{Client, run};

const PATH: &str = "/api/v1/meetups";

/// A meetup on Wednesday 9 December 2026, 13:00 to 14:30, with other values for some of it.
fn body(stage: &Stage, others: Value) -> Value {
    let mut body = json!({"group_id": stage.group.to_string(), "title": "Läsning", "date": "2026-12-09",
        "starts": "13:00", "ends": "14:30", "place": "Kommunhuset"});
    body.as_object_mut().unwrap().extend(others.as_object().unwrap().clone());
    body
}

fn every_third_week(stage: &Stage) -> Value {
    let without = json!(["2026-12-30"]);
    body(stage, json!({"repeats": "weeks", "every": 3, "until": "2027-04-20", "without": without}))
}

async fn post(client: &Client, path: &str, token: &str, body: &Value) -> (u16, Value) {
    let (status, answer, _) = call(client, Method::POST, path, token, Some(body)).await;
    (status, answer)
}

/// The coming meetups that a member sees.
async fn all(stage: &Stage, client: &Client, query: &str) -> Vec<Value> {
    let path = format!("{PATH}{query}");
    let (_, list, _) = call(client, Method::GET, &path, &stage.siv_reads, None).await;
    list["items"].as_array().unwrap().clone()
}

fn each<'a>(meetups: &'a [Value], field: &str) -> Vec<&'a str> {
    meetups.iter().map(|meetup| meetup[field].as_str().unwrap()).collect()
}

/// The fields that a problem tells of.
fn wrong(problem: &Value) -> Vec<&str> {
    problem["errors"].as_array().unwrap().iter().map(|error| error["field"].as_str().unwrap()).collect()
}

#[test]
fn a_meetup_and_a_series_are_made_once() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let single = body(&stage, json!({"title": "Ensam", "time_zone": "Europe/Helsinki", "capacity": 5}));
        let (status, made, page) = call(&client, Method::POST, PATH, &stage.siv, Some(&single)).await;
        assert_eq!((status, &made["series_id"], &made["capacity"]), (201, &Value::Null, &json!(5)), "{made}");
        assert_eq!(
            (&made["starts_at"], &made["time_zone"]),
            (&json!("2026-12-09T11:00:00Z"), &json!("Europe/Helsinki"))
        );
        assert_eq!(page.headers["location"], format!("{PATH}/{}", made["id"].as_str().unwrap()));

        let series = every_third_week(&stage);
        let mut ids = Vec::new();
        for _ in 0..2 {
            let (status, made, _) =
                call_with(&client, Method::POST, PATH, &stage.siv, Some(&series), Some("k1")).await;
            assert_eq!(status, 201, "{made}");
            ids.push((made["id"].clone(), made["series_id"].clone()));
        }
        // Without the key too, the same person gets what is there.
        let (status, made) = post(&client, PATH, &stage.siv, &series).await;
        ids.push((made["id"].clone(), made["series_id"].clone()));
        assert!(status == 201 && ids.iter().all(|id| *id == ids[0]), "{ids:?}");
        let (status, _, _) =
            call_with(&client, Method::POST, PATH, &stage.siv, Some(&single), Some("k1")).await;
        assert_eq!(status, 409, "the key was used with another body");

        let found = all(&stage, &client, &format!("?series_id={}", ids[0].1.as_str().unwrap())).await;
        // At 13:00 in Sweden, in winter and in summer.
        let days = [
            "2026-12-09T12",
            "2027-01-20T12",
            "2027-02-10T12",
            "2027-03-03T12",
            "2027-03-24T12",
            "2027-04-14T11",
        ];
        assert_eq!(each(&found, "starts_at"), days.map(|day| format!("{day}:00:00Z")));
        let mails = stage.app.mails_to("siv@hoor.example");
        assert_eq!(mails.len(), 2, "one for each proposal");
        assert!(mails[1].row.text_body.contains("* onsdag 14 april 2027 kl. 13:00–14:30"));

        for (repeats, date, days) in [
            ("monthly", "2026-12-08", ["2026-12-08T12", "2027-01-12T12", "2027-02-09T12"]),
            ("last", "2026-12-29", ["2026-12-29T12", "2027-01-26T12", "2027-02-23T12"]),
        ] {
            let more = json!({"title": repeats, "date": date, "repeats": repeats, "until": "2027-02-28"});
            let (_, made) = post(&client, PATH, &stage.siv, &body(&stage, more)).await;
            let found =
                all(&stage, &client, &format!("?series_id={}", made["series_id"].as_str().unwrap())).await;
            assert_eq!(each(&found, "starts_at"), days.map(|day| format!("{day}:00:00Z")), "{repeats}");
        }
        stage.app.run_jobs().await;
    });
}

#[test]
fn what_cannot_be_is_said_for_each_field() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let weeks = |more: Value| {
            let mut weekly = json!({"repeats": "weeks", "every": 1, "until": "2027-04-20"});
            weekly.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            weekly
        };
        let cases = [
            (json!({"title": "", "date": "2026-02-30", "place": ""}), vec!["title", "date", "place"]),
            (json!({"date": "2026-11-20"}), vec!["date"]),
            (json!({"ends": "12:59"}), vec!["ends"]),
            (json!({"date": "2027-03-28", "starts": "02:30", "ends": "04:00"}), vec!["starts"]),
            (json!({"link": "javascript:alert(1)", "capacity": 1}), vec!["link", "capacity"]),
            (json!({"time_zone": "Mars/Olympus"}), vec!["time_zone"]),
            (json!({"group_id": "x"}), vec!["group_id"]),
            (json!({"repeats": "yearly", "until": "2027-04-20"}), vec!["repeats"]),
            (weeks(json!({"until": ""})), vec!["until"]),
            (weeks(json!({"until": "9999-12-31"})), vec!["until"]),
            (weeks(json!({"until": "2028-11-20"})), vec!["until"]),
            (weeks(json!({"until": "2026-12-10"})), vec!["until"]),
            (weeks(json!({"every": 0})), vec!["every"]),
            (weeks(json!({"date": "2026-11-20"})), vec!["date"]),
            // On one night of this series there is no such hour.
            (weeks(json!({"date": "2027-03-07", "starts": "02:30", "ends": "04:00"})), vec!["starts"]),
            (json!({"repeats": "last", "until": "2027-04-20"}), vec!["repeats"]),
        ];
        for (others, fields) in cases {
            let (status, problem) = post(&client, PATH, &stage.siv, &body(&stage, others.clone())).await;
            assert_eq!((status, wrong(&problem)), (422, fields), "{others}: {problem}");
            assert!(problem["errors"][0]["message"].as_str().unwrap().len() > 10, "{problem}");
        }
        let (_, problem) =
            post(&client, PATH, &stage.siv, &body(&stage, weeks(json!({"until": "2028-11-20"})))).await;
        assert!(problem["errors"][0]["message"].as_str().unwrap().contains("högst 52"), "{problem}");
        let good = body(&stage, json!({}));
        for (token, status) in [(&stage.siv_reads, 403), (&stage.nils, 404)] {
            assert_eq!(post(&client, PATH, token, &good).await.0, status);
        }
        for broken in [json!([1]), json!({"group_id": 5}), json!({"without": "2027-01-01"})] {
            assert_eq!(post(&client, PATH, &stage.siv, &broken).await.0, 400, "{broken}");
        }
        assert!(all(&stage, &client, "").await.is_empty());
        // A line break cannot begin a line of the calendar; what no database keeps is left out.
        let title = json!({"title": "Träff\r\nATTENDEE:mailto:x@y.example\u{0}", "agenda": "a\u{0}b"});
        let (status, made) = post(&client, PATH, &stage.siv, &body(&stage, title)).await;
        assert_eq!((status, made["title"].as_str()), (201, Some("Träff ATTENDEE:mailto:x@y.example")));
        stage.app.run_jobs().await;
    });
}

#[test]
fn one_or_the_later_ones_are_changed_and_cancelled() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        post(&client, PATH, &stage.siv, &every_third_week(&stage)).await;
        let found = all(&stage, &client, "").await;
        let ids = each(&found, "id");
        let at = |nth: usize, what: &str| format!("{PATH}/{}/{what}", ids[nth]);

        let (status, changed) =
            post(&client, &at(1, "changes"), &stage.siv, &json!({"place": "Hörby", "capacity": 9})).await;
        assert_eq!(
            (status, &changed["place"], &changed["capacity"]),
            (201, &json!("Hörby"), &json!(9)),
            "{changed}"
        );
        assert_eq!(changed["starts_at"], found[1]["starts_at"]);
        let later = json!({"starts": "14:00", "ends": "15:00", "capacity": 0, "scope": "later"});
        for _ in 0..2 {
            let (status, _, _) =
                call_with(&client, Method::POST, &at(1, "changes"), &stage.siv, Some(&later), Some("k1"))
                    .await;
            assert_eq!(status, 201);
        }
        let now = all(&stage, &client, "").await;
        let hours: Vec<_> = each(&now, "starts_at").into_iter().map(|at| &at[11..16]).collect();
        assert_eq!(hours, ["12:00", "13:00", "13:00", "13:00", "13:00", "12:00"]);
        assert_eq!(each(&now, "place")[..3], ["Kommunhuset", "Hörby", "Kommunhuset"]);

        for (change, field) in [
            (json!({"ends": "09:00"}), "ends"),
            (json!({"scope": "all"}), "scope"),
            (json!({"place": ""}), "place"),
            (json!({"capacity": 1}), "capacity"),
            (json!({"time_zone": "x"}), "time_zone"),
            // 28 March 2027: the later ones move to a night that has no such hour.
            (json!({"date": "2027-01-24", "starts": "02:30", "ends": "04:00", "scope": "later"}), "starts"),
        ] {
            let (status, problem) = post(&client, &at(1, "changes"), &stage.siv, &change).await;
            assert_eq!((status, wrong(&problem)), (422, vec![field]), "{change}: {problem}");
        }

        let long = json!({"why": "å".repeat(501), "scope": "later"});
        let (status, problem) = post(&client, &at(3, "cancellation"), &stage.siv, &long).await;
        assert_eq!((status, wrong(&problem)), (422, vec!["why"]));
        for what in ["changes", "cancellation"] {
            assert_eq!(post(&client, &at(0, what), &stage.nils, &json!({})).await.0, 404, "{what}");
            assert_eq!(post(&client, &at(0, what), &stage.siv_reads, &json!({})).await.0, 403, "{what}");
        }
        let why = json!({"why": "Terminen tar slut", "scope": "later"});
        for _ in 0..2 {
            let (status, gone) = post(&client, &at(3, "cancellation"), &stage.siv, &why).await;
            assert_eq!((status, &gone["cancelled_why"]), (201, &json!("Terminen tar slut")), "{gone}");
        }
        let now = all(&stage, &client, "").await;
        let cancelled: Vec<_> = now.iter().map(|meetup| meetup["cancelled"] == true).collect();
        assert_eq!(cancelled, [false, false, false, true, true, true]);
        assert_eq!(post(&client, &at(3, "changes"), &stage.siv, &json!({"title": "Annan"})).await.0, 409);
        let (status, gone) = post(&client, &at(0, "cancellation"), &stage.siv, &json!({})).await;
        assert_eq!((status, &gone["cancelled"], &gone["cancelled_why"]), (201, &json!(true), &json!("")));
        stage.app.run_jobs().await;
    });
}
