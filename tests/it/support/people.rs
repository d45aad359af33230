//! People for tests.

use diesel::prelude::*;
use grannskap::accounts;
use grannskap::db::schema::people;
use grannskap::db::types::Id;
use grannskap::i18n::Lang;

use super::{Client, TestApp};

/// The password of everybody in tests.
pub const PASSWORD: &str = "tre gamla ekar";

impl TestApp {
    /// A person with a confirmed account, who reads Swedish.
    pub async fn person(&self, name: &str, email: &str) -> Id {
        let hash = hashed().await;
        let now = self.app.clock.now();
        self.write(|tx| {
            let id = accounts::create(tx, email, name, Lang::Swedish, "Europe/Stockholm", now)?;
            accounts::set_password(tx, id, &hash, now)?;
            Ok(id)
        })
    }

    /// As [`TestApp::person`], and runs the installation.
    pub async fn administrator(&self, name: &str, email: &str) -> Id {
        let id = self.person(name, email).await;
        self.write(|tx| {
            diesel::update(people::table.find(id)).set(people::administrator.eq(true)).execute(&mut **tx)?;
            Ok(id)
        })
    }

    /// A browser that this person has signed in with.
    pub async fn signed_in(&self, email: &str) -> Client {
        let client = self.client();
        let page = client.post("/session", &[("email", email), ("password", PASSWORD)]).await;
        assert_eq!(page.status, 303, "{}", page.text());
        client
    }
}

/// Hashing costs 20 ms: once a process will do.
async fn hashed() -> String {
    static HASH: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    HASH.get_or_init(|| async { accounts::hash(PASSWORD.to_owned()).await.unwrap() }).await.clone()
}
