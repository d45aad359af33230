//! `grannskap serve`.

use std::net::SocketAddr;
use std::time::Duration;

use clap::Args;
use tokio::sync::watch;

use super::{server, telemetry};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::jobs;

#[derive(Args)]
pub(super) struct Arguments {
    /// Address to listen on, such as 127.0.0.1:8080.
    #[arg(long)]
    listen: Option<SocketAddr>,
    /// Leave background work to `grannskap worker`.
    #[arg(long)]
    no_worker: bool,
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let config = Config::load()?;
    telemetry::log(&config)?;
    let listen = arguments.listen.unwrap_or(config.settings.listen);
    let config = match arguments.listen {
        // Links must lead to where we really listen when nothing else was configured.
        Some(_) => Config::check(crate::config::Settings { listen, ..config.settings })?,
        None => config,
    };
    let app = App::start(config, Clock::system())?;
    serve(app, listen, !arguments.no_worker)
}

/// Serves until told to stop.
pub(super) fn serve(app: App, listen: SocketAddr, with_worker: bool) -> Result<()> {
    actix_web::rt::System::new().block_on(async move {
        telemetry::metrics(&app)?;
        let workers = std::thread::available_parallelism().map_or(2, usize::from);
        let running = server::start_server(app.clone(), listen, workers)?;
        tracing::info!(address = %running.address, base_url = %app.config.base_url, "serving");
        let (stop, stopped) = watch::channel(false);
        let worker = with_worker.then(|| tokio::spawn(jobs::run_until(app, stopped)));
        let handle = running.handle.clone();
        actix_web::rt::spawn(async move {
            wait_for_signal().await;
            tracing::info!("stopping");
            end_within(STOPPING);
            // Nobody listens when there is no worker.
            let _ = stop.send(true);
            handle.stop(true).await;
        });
        running.server.await.map_err(Error::internal)?;
        if let Some(worker) = worker {
            worker.await.map_err(Error::internal)?;
        }
        tracing::info!("stopped");
        Ok(())
    })
}

/// The longest that stopping takes, whatever is under way.
pub(super) const STOPPING: Duration = Duration::from_secs(27);

/// Ends the process when it has not ended by itself. What still computes then (the matching of a large round, say) has
/// given its job back and could not write any more; waiting for it would only keep the operator waiting.
pub(super) fn end_within(limit: Duration) {
    std::thread::spawn(move || {
        std::thread::sleep(limit);
        tracing::warn!("stopped with work under way");
        std::process::exit(0);
    });
}

/// Returns at SIGTERM or Ctrl-C.
pub(super) async fn wait_for_signal() {
    #[cfg(unix)]
    if let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        return;
    }
    if let Err(error) = tokio::signal::ctrl_c().await {
        tracing::error!(%error, "cannot listen for signals");
        std::future::pending::<()>().await;
    }
}
