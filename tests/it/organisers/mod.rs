//! Organisers: reference data, search, pages, corrections, domains, import.

mod reference;
