//! Everything between HTTP and the features: who is asking, forms, page chrome, safety, errors.
//!
//! A handler takes a [`Ctx`], finds what it works on (which is the authorization), and answers with
//! [`Ctx::page`], [`Ctx::invalid`] or [`Ctx::redirect`].

pub mod assets;
mod audit;
mod chrome;
mod compression;
mod context;
pub mod cookies;
mod csrf;
mod device;
pub mod errors;
pub mod forms;
mod head;
mod headers;
mod health;
pub mod limits;
mod log;
mod paging;
mod path;
mod person;
pub mod session;
mod table;
mod upload;
mod visit;

pub use audit::{Audit, audit, forget_audit};
pub use chrome::Chrome;
pub use compression::prefer_quick;
pub use context::Ctx;
pub use csrf::refuse_cross_site;
pub use head::head_as_get;
pub use headers::secure;
pub use health::{live, ready, security_txt};
pub use log::record;
pub use paging::{PageLink, Paging};
pub use path::{IdPath, LinkPath, safe_return_to};
pub use person::CurrentPerson;
pub use table::Table;
pub use upload::{Upload, read_upload};
pub use visit::Visit;
