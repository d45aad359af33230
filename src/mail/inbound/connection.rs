//! The connection to the IMAP server: TCP, and TLS with the authorities that this machine trusts.

use std::fmt::Debug;
use std::sync::Arc;

use async_imap::Client;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::mailbox::Trouble;

/// How the connection is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Security {
    /// Not at all; only to this machine.
    Plain,
    /// After asking for it.
    StartTls,
    /// From the first byte.
    Wrapped,
}

/// What goes both ways.
pub(super) trait BothWays: AsyncRead + AsyncWrite + Unpin + Send + Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + Debug> BothWays for T {}

/// A connection, encrypted or not.
pub(super) type Channel = Box<dyn BothWays>;

/// Connects and hears the greeting.
pub(super) async fn connect(host: &str, port: u16, security: Security) -> Result<Client<Channel>, Trouble> {
    let tcp = TcpStream::connect((host, port))
        .await
        .map_err(|error| format!("no connection to {host}:{port}: {error}"))?;
    match security {
        Security::Plain => greeted(Box::new(tcp)).await,
        Security::Wrapped => greeted(encrypted(host, Box::new(tcp)).await?).await,
        Security::StartTls => {
            let mut client = greeted(Box::new(tcp)).await?;
            let asked = client.run_command_and_check_ok("STARTTLS", None).await;
            asked.map_err(|error| format!("{host}:{port} does not start TLS: {error}"))?;
            // What was said before is forgotten with the client; the greeting is not repeated.
            Ok(Client::new(encrypted(host, client.into_inner()).await?))
        }
    }
}

async fn greeted(channel: Channel) -> Result<Client<Channel>, Trouble> {
    let mut client = Client::new(channel);
    match client.read_response().await {
        Ok(Some(_)) => Ok(client),
        Ok(None) => Err("the server hung up".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

async fn encrypted(host: &str, channel: Channel) -> Result<Channel, Trouble> {
    let name = ServerName::try_from(host.to_owned()).map_err(|error| error.to_string())?;
    let mut trusted = RootCertStore::empty();
    trusted.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(trusted)
        .with_no_client_auth();
    let stream = TlsConnector::from(Arc::new(config)).connect(name, channel).await;
    Ok(Box::new(stream.map_err(|error| format!("no TLS with {host}: {error}"))?))
}
