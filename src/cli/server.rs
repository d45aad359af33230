//! The HTTP server: middleware around the URL table, and graceful stop.

use std::net::{SocketAddr, TcpListener};
use std::time::Duration;

use actix_web::dev::{Server, ServerHandle};
use actix_web::middleware::{Compress, from_fn};
use actix_web::rt::net::TcpStream;
use actix_web::{App as ActixApp, HttpServer, web};

use crate::app::App;
use crate::error::{Error, Result};
use crate::routes::routes;
use crate::web::{errors, head_as_get, prefer_quick, record, refuse_cross_site, secure};

/// A server that listens.
pub struct Running {
    /// Where it listens; the port is real even when 0 was asked for.
    pub address: SocketAddr,
    /// To await.
    pub server: Server,
    /// To stop it.
    pub handle: ServerHandle,
}

/// Listens and serves. Must be awaited on an actix runtime.
pub fn start_server(app: App, listen: SocketAddr, workers: usize) -> Result<Running> {
    let listener = TcpListener::bind(listen).map_err(|error| {
        Error::Setup(format!(
            "cannot listen on {listen}: {error}. Is another program using the port? \
             Choose another with --listen or GRANNSKAP_LISTEN."
        ))
    })?;
    let address = listener.local_addr().map_err(Error::internal)?;
    let data = web::Data::new(app);
    let server = HttpServer::new(move || {
        // The last is the outermost: headers and log see error pages too.
        ActixApp::new()
            .app_data(data.clone())
            .wrap(from_fn(refuse_cross_site))
            .wrap(from_fn(errors::render))
            .wrap(Compress::default())
            .wrap(from_fn(prefer_quick))
            .wrap(from_fn(secure))
            .wrap(from_fn(head_as_get))
            .wrap(from_fn(record))
            .configure(routes)
    })
    // A page leaves in more than one piece when it is compressed: the second must not wait for the first to be acknowledged.
    .on_connect(|connection, _| {
        if let Some(stream) = connection.downcast_ref::<TcpStream>()
            && let Err(error) = stream.set_nodelay(true)
        {
            tracing::debug!(%error, "cannot set TCP_NODELAY");
        }
    })
    .workers(workers)
    .shutdown_timeout(20)
    .client_request_timeout(Duration::from_secs(15))
    // Longer than proxies keep theirs, so that none sends a request into a connection that is being closed.
    .keep_alive(Duration::from_secs(75))
    .disable_signals()
    .listen(listener)
    .map_err(Error::internal)?
    .run();
    Ok(Running { address, handle: server.handle(), server })
}
