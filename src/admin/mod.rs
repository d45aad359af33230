//! What administrators look after.
