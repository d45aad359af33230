//! Pages of the organisers. Everybody may look; coordinators and administrators change independent organisers and
//! tie domains.

pub mod approvers;
pub mod domains;
pub mod edit;
pub mod index;
pub mod map;
pub mod show;
mod words;

use crate::error::{Error, Result};
use crate::organisers::editor::Editor;
use crate::web::Ctx;

/// Whoever may add and correct; for everybody else those pages do not exist.
fn editor(ctx: &Ctx) -> Result<Editor> {
    let person = ctx.person()?;
    if !may_edit(ctx) {
        return Err(Error::NotFound);
    }
    Ok(Editor { person: Some(person.id), address: Some(ctx.address().to_owned()), now: ctx.now() })
}

fn may_edit(ctx: &Ctx) -> bool {
    ctx.visitor().is_some_and(|person| person.administrator || person.coordinator)
}
