//! Accounts: who a person is, how they prove it, and what they prefer.
//!
//! A person is `unconfirmed` until the link in the first mail is used, then `active`, or `disabled` by an
//! administrator. Only active people sign in. What people *do* hangs on seats, not on accounts.

mod api_token;
mod availability;
mod device;
mod email_change;
mod feed;
mod jobs;
mod mail;
pub mod pages;
mod password;
mod person;
mod preferences;
mod profile;
mod registration;
mod token;

pub use api_token::{
    ApiToken, Bearer, Scope, api_token_used, api_tokens_of, create_api_token, find_by_api_token,
    revoke_api_token,
};
pub use availability::{AVAILABILITY, half_day_boxes, half_days, ticked_half_days, with_half_days};
pub use email_change::{change_email, find_email_change, request_email};
pub use feed::{
    CalendarFeed, calendar_feed, feed_token, person_of_feed, renew_group_feed, revoke_feed,
    revoke_group_feed, shown_feed_token, shown_group_feed,
};
pub use jobs::{Link, SendLink, SweepAccounts};
pub use pages::{confirmation, dead_link, password_reset, session, signed_in};
pub use password::{PasswordError, check_strength, hash, verify};
pub use person::{
    Person, change_password, create, disable, enable, find, find_by_email, initials, reset_password,
    set_password,
};
pub use preferences::{
    CALENDAR_ALARMS, DigestFrequency, Frequency, MeetingFormat, Preferences, Reminders, preferences_of,
    save_preferences, set_language, time_zones,
};
pub use profile::{Direction, Profile, profile_of, save_profile, visible_profile};
pub use registration::{
    CHECK_MAIL, HashedAccount, NewAccount, check_password, confirm, register, register_confirmed,
    send_confirmation,
};
pub use token::{
    PersonalLink, Purpose, Token, find_token, forget_tokens, holder_of_link, issue, issue_all, keep_links,
    live_about, redeem, revoke_about, revoke_all,
};
