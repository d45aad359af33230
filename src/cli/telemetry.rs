//! Logs to stderr, and metrics on a listener of their own.

use std::net::SocketAddr;
use std::time::Duration;

use actix_web::{App, HttpResponse, HttpServer, rt, web};
use metrics_exporter_prometheus::PrometheusBuilder;
use tracing_subscriber::EnvFilter;

use crate::app;
use crate::config::{Config, LogFormat};
use crate::error::{Error, Result};
use crate::mail::figures;

/// Whether logs and metrics can start as configured.
pub(super) fn check(config: &Config) -> Result<()> {
    filter(config)?;
    listener(config).map(drop)
}

/// Starts logging as configured.
pub(super) fn log(config: &Config) -> Result<()> {
    let builder = tracing_subscriber::fmt().with_env_filter(filter(config)?).with_writer(std::io::stderr);
    let started = match config.settings.log_format {
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
        LogFormat::Text => builder.try_init(),
    };
    started.map_err(|error| Error::message(error.to_string()))
}

/// How often what was measured is summed up, whether anybody asks or not.
const SUM_UP: Duration = Duration::from_secs(5);

/// Starts answering `/metrics` where configured, until the runtime ends.
pub(super) fn metrics(app: &app::App) -> Result<()> {
    let Some(address) = listener(&app.config)? else { return Ok(()) };
    let recorder = PrometheusBuilder::new().install_recorder().map_err(Error::internal)?;
    let sums = recorder.clone();
    rt::spawn(async move {
        loop {
            rt::time::sleep(SUM_UP).await;
            sums.run_upkeep();
        }
    });
    rt::spawn(figures::tell(app.clone()));
    let answer = move || {
        let recorder = recorder.clone();
        let page = move || std::future::ready(HttpResponse::Ok().content_type(TEXT).body(recorder.render()));
        App::new().route("/metrics", web::get().to(page))
    };
    let server = HttpServer::new(answer).workers(1).disable_signals().bind(address).map_err(|error| {
        Error::Setup(format!(
            "cannot serve metrics on {address}: {error}. Is another program using the port? \
             Choose another with GRANNSKAP_METRICS_LISTEN."
        ))
    })?;
    rt::spawn(server.run());
    Ok(())
}

/// The text format that Prometheus reads.
const TEXT: &str = "text/plain; version=0.0.4; charset=utf-8";

fn filter(config: &Config) -> Result<EnvFilter> {
    EnvFilter::try_new(&config.settings.log)
        .map_err(|error| Error::Setup(format!("log {:?} is wrong: {error}", config.settings.log)))
}

fn listener(config: &Config) -> Result<Option<SocketAddr>> {
    let address = config.settings.metrics_listen.as_str();
    if address.is_empty() {
        return Ok(None);
    }
    let parsed = address.parse().map_err(|error| {
        Error::Setup(format!("metrics_listen {address:?} is not an address and port: {error}"))
    })?;
    Ok(Some(parsed))
}
