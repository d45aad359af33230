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
