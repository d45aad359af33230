//! Stories and comments.
