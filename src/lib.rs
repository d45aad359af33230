//! Grannskap matches the key people of Swedish school organisers into exchange groups, gets the groups to meet,
//! keeps the stories they share and mails digests of what is new.
//!
//! Read by feature (a folder) or by layer (the same file name in every folder); `routes` is the whole URL table.
//! Platform folders (`db`, `web`, `mail`, `jobs`, `config`) know no feature.

pub mod about;
pub mod accounts;
pub mod admin;
pub mod agendas;
pub mod api;
pub mod app;
pub mod attachments;
pub mod calendar;
pub mod cli;
pub mod clock;
pub mod config;
pub mod dashboard;
pub mod db;
pub mod demo;
pub mod differences;
pub mod digests;
pub mod error;
pub mod groups;
pub mod hosting;
pub mod i18n;
pub mod jobs;
pub mod letters;
pub mod mail;
pub mod markdown;
pub mod meetups;
pub mod memo;
pub mod networks;
pub mod notes;
pub mod organisers;
pub mod polls;
pub mod posts;
pub mod rounds;
pub mod routes;
pub mod schedule;
pub mod seats;
pub mod secrets;
pub mod storage;
pub mod tables;
pub mod themes;
pub mod web;
pub mod wishes;
