//! Which constraint a failed write ran into, whatever the database calls it.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// True when `error` is a violation of the unique index `index` over `columns` (`"table.a, table.b"`).
///
/// PostgreSQL names the index; SQLite only lists the columns in its message.
pub fn is_unique_violation(error: &DieselError, index: &str, columns: &str) -> bool {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, info) => {
            info.constraint_name() == Some(index) || info.message().ends_with(columns)
        }
        _ => false,
    }
}

/// True when `error` is any unique violation.
pub fn is_any_unique_violation(error: &DieselError) -> bool {
    matches!(error, DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, _))
}
