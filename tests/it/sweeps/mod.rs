//! Sweeps: every address of the URL table, read and written as everybody, with everything that can be wrong.

mod addresses;
mod authorization;
mod cast;
mod edges;
mod input;
pub mod makers;
mod queries;
mod visitor;
mod world;
