//! `grannskap worker`.

use tokio::sync::watch;

use super::{serve, telemetry};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::jobs;

pub(super) fn run() -> Result<()> {
    let config = Config::load()?;
    telemetry::log(&config)?;
    let app = App::start(config, Clock::system())?;
    actix_web::rt::System::new().block_on(async move {
        telemetry::metrics(&app)?;
        let (stop, stopped) = watch::channel(false);
        let worker = tokio::spawn(jobs::run_until(app, stopped));
        tracing::info!("working");
        serve::wait_for_signal().await;
        tracing::info!("stopping");
        serve::end_within(serve::STOPPING);
        // The worker holds the other end until it returns.
        let _ = stop.send(true);
        worker.await.map_err(Error::internal)?;
        tracing::info!("stopped");
        Ok(())
    })
}
