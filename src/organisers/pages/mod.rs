//! Pages of the organisers. Everybody may look; coordinators and administrators change independent organisers and
//! tie domains.

pub mod domains;
pub mod edit;
pub mod index;
pub mod map;
pub mod show;
mod words;

use crate::error::{Error, Result};
use crate::web::{Ctx, CurrentPerson};

/// Whoever may add and correct; for everybody else those pages do not exist.
fn editor(ctx: &Ctx) -> Result<&CurrentPerson> {
    let person = ctx.person()?;
    if may_edit(ctx) { Ok(person) } else { Err(Error::NotFound) }
}

fn may_edit(ctx: &Ctx) -> bool {
    ctx.visitor().is_some_and(|person| person.administrator || person.coordinator)
}
