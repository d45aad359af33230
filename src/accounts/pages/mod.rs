//! Pages of the accounts.

pub mod password_reset;
pub mod session;
