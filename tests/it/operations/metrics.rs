//! Figures for a monitoring system, on a listener of their own.

use crate::support::process::{Process, eventually};
use crate::support::{grannskap, run};

#[test]
fn metrics_are_told_where_configured_and_nowhere_else() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = grannskap(folder.path());
        let (_process, site) =
            Process::serve(command.env("GRANNSKAP_METRICS_LISTEN", free.to_string())).await;
        assert_eq!(reqwest::get(format!("{site}/organisers")).await.unwrap().status(), 200);
        assert_eq!(reqwest::get(format!("{site}/metrics")).await.unwrap().status(), 404);
        eventually("the request is counted", || async {
            let Ok(answer) = reqwest::get(format!("http://{free}/metrics")).await else { return false };
            let text = answer.text().await.unwrap();
            text.contains("http_requests_total{route=\"/organisers\",status=\"200\"} 1")
                && text.contains("http_request_seconds")
        })
        .await;
        assert_eq!(reqwest::get(format!("http://{free}/organisers")).await.unwrap().status(), 404);
    });
}

#[test]
fn kinds_of_mail_are_told_of_before_any_is_sent() {
    run(async {
        let folder = tempfile::tempdir().unwrap();
        let made = grannskap(folder.path()).args(["demo", "--people", "30", "--no-serve"]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut command = grannskap(folder.path());
        let (_process, _) = Process::serve(command.env("GRANNSKAP_METRICS_LISTEN", free.to_string())).await;
        eventually("the kinds of the last week are there", || async {
            let Ok(answer) = reqwest::get(format!("http://{free}/metrics")).await else { return false };
            let text = answer.text().await.unwrap();
            text.contains("mail_queued{kind=\"round_placed\"} 0")
                && text.contains("mail_total{kind=\"round_placed\",outcome=\"never\"} 0")
        })
        .await;
    });
}
