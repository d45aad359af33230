//! Integration tests: a real server on a real database, SQLite or (with `GRANNSKAP_TEST_DATABASE_URL`) PostgreSQL.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

mod support;

mod accounts;
mod admin;
mod agendas;
mod api;
mod attachments;
mod calendar;
mod demo;
mod digests;
mod groups;
mod hosting;
mod house;
mod letters;
mod mail;
mod matching;
mod meetups;
mod networks;
mod notes;
mod operations;
mod organisers;
mod polls;
mod posts;
mod rounds;
mod seats;
mod sweeps;
