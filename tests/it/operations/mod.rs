//! What operators rely on, on the binary itself: kills, freezes, full disks, a database that is away, commands.

mod away;
mod commands;
mod digests;
mod freezes;
mod kills;
mod metrics;
mod migrations;
mod stops;
