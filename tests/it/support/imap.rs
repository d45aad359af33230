//! Mailboxes on the real IMAP server that `bin/dovecot` starts.

use async_imap::{Client, Session};
use tokio::net::TcpStream;

/// A mailbox that only this test knows, on the server of `GRANNSKAP_TEST_IMAP`.
pub struct Mailbox {
    user: String,
    address: String,
}

impl Mailbox {
    /// A new one; none when no server was started, as `bin/test` does.
    pub fn new() -> Option<Mailbox> {
        let Ok(url) = std::env::var("GRANNSKAP_TEST_IMAP") else {
            eprintln!("not tested: no IMAP server. export GRANNSKAP_TEST_IMAP=$(bin/dovecot start)");
            return None;
        };
        let address = url.strip_prefix("imap://").expect("imap://HOST:PORT").to_owned();
        Some(Mailbox { user: format!("user-{}", grannskap::clock::new_id()), address })
    }

    /// `inbound_url` for it.
    pub fn url(&self) -> String {
        format!("imap://{}:secret@{}/INBOX", self.user, self.address)
    }

    /// `inbound_url` for it with TLS, by the name in the server's certificate.
    pub fn secure_url(&self, scheme: &str) -> String {
        let (_, port) = self.address.split_once(':').unwrap();
        let port = port.parse::<u16>().unwrap() + u16::from(scheme == "imaps");
        format!("{scheme}://{}:secret@localhost:{port}/INBOX", self.user)
    }

    async fn session(&self) -> Session<TcpStream> {
        let mut client = Client::new(TcpStream::connect(&self.address).await.unwrap());
        client.read_response().await.unwrap().unwrap();
        client.login(&self.user, "secret").await.map_err(|(error, _)| error).unwrap()
    }

    /// Puts messages into it.
    pub async fn deliver(&self, messages: &[String]) {
        let mut session = self.session().await;
        for message in messages {
            session.append("INBOX", None, None, message.as_bytes()).await.unwrap();
        }
        session.logout().await.unwrap();
    }

    /// How many messages are in a folder.
    pub async fn count(&self, folder: &str) -> u32 {
        let mut session = self.session().await;
        let count = session.select(folder).await.map_or(0, |folder| folder.exists);
        session.logout().await.unwrap();
        count
    }
}
