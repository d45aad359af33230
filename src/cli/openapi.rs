//! `grannskap openapi`.

use crate::api;
use crate::error::Result;

pub(super) fn run() -> Result<()> {
    println!("{}", api::document()?);
    Ok(())
}
