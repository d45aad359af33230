//! Organisers: reference data, search, pages, corrections, domains, import.

mod edit;
mod import;
mod pages;
mod reference;
mod search;
