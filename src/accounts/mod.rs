//! Accounts: who a person is, how they prove it, and what they prefer.
//!
//! A person is `unconfirmed` until the link in the first mail is used, then `active`, or `disabled` by an
//! administrator. Only active people sign in. What people *do* hangs on seats, not on accounts.

mod jobs;
mod pages;
mod password;
mod person;
mod token;

pub use jobs::SweepAccounts;
pub use pages::{password_reset, session};
pub use password::{PasswordError, check_strength, hash, verify};
pub use person::{Person, create, find, find_by_email, set_password};
pub use token::{Purpose, Token, find_token, issue, redeem, revoke_all};
