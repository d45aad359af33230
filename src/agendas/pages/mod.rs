//! Pages of agendas and guides.

pub mod agenda;
pub mod attendances;
pub mod guide;
pub mod guides;
pub mod questions;
pub mod roles;
