//! What can go wrong, and what each kind means to whoever asked.
//!
//! Functions return these; only the edge ([`crate::web::errors`]) turns one into a page, a
//! problem+json document or a line on stderr, and logs what is internal once.

use std::error::Error as StdError;

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// Every failure the product knows.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Does not exist, or is not for this person to see: 404 either way.
    #[error("not found")]
    NotFound,
    /// Known to be there, but this act is not theirs: 403.
    #[error("not allowed")]
    Forbidden,
    /// Somebody must sign in first: pages redirect, the API answers 401.
    #[error("sign in first")]
    SignInFirst,
    /// The state does not allow it any more; holds the locale key that explains: 409.
    #[error("conflict: {0}")]
    Conflict(&'static str),
    /// The request cannot be understood; holds the locale key that explains: 400.
    #[error("bad request: {0}")]
    BadRequest(&'static str),
    /// Larger than accepted: 413.
    #[error("too large")]
    TooLarge,
    /// Came from another site's page: 403.
    #[error("cross-site request")]
    CrossSite,
    /// Too often; holds the seconds to wait: 429.
    #[error("too many requests; wait {0} s")]
    TooMany(u64),
    /// The database or the storage of files cannot be reached: 503 with Retry-After.
    #[error("unavailable: {0}")]
    Unavailable(String),
    /// No room left to write: 507.
    #[error("disk full")]
    Full,
    /// The installation is set up wrong; the text says what, where and how to mend.
    #[error("{0}")]
    Setup(String),
    /// Anything else: 500; the details are for the log.
    #[error("{0}")]
    Internal(#[source] Box<dyn StdError + Send + Sync>),
}

/// What fallible functions return.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// Wraps a failure that people cannot do anything about.
    pub fn internal(source: impl StdError + Send + Sync + 'static) -> Self {
        Error::Internal(Box::new(source))
    }

    /// As [`Error::internal`], for an error that is boxed already.
    pub fn internal_boxed(source: Box<dyn StdError + Send + Sync>) -> Self {
        Error::Internal(source)
    }

    /// An internal failure told in words.
    pub fn message(text: impl Into<String>) -> Self {
        Error::Internal(text.into().into())
    }
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::NotFound => Error::NotFound,
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, info) => {
                Error::Unavailable(info.message().to_owned())
            }
            DieselError::DatabaseError(_, info) if says_full(info.message()) => Error::Full,
            DieselError::DatabaseError(_, info) if says_gone(info.message()) => {
                Error::Unavailable(info.message().to_owned())
            }
            _ => Error::Internal(Box::new(error)),
        }
    }
}

// SQLITE_FULL and PostgreSQL's 53100 reach us as messages only.
fn says_full(message: &str) -> bool {
    message.contains("database or disk is full") || message.contains("No space left on device")
}

// libpq has no error kind for these; the texts are its own and not translated. They come as other kinds too.
fn says_gone(message: &str) -> bool {
    [
        "server closed the connection",
        "terminating connection",
        "no connection to the server",
        "the database system is",
        "could not receive data from server",
        "could not send data to server",
        // SQLite, when another process holds the file for longer than we wait.
        "database is locked",
    ]
    .iter()
    .any(|text| message.contains(text))
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Error::internal(error)
    }
}

impl From<getrandom::Error> for Error {
    fn from(error: getrandom::Error) -> Self {
        Error::internal(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::internal(error)
    }
}
