//! The URL table as a tree: an address is looked for among those that begin with the same segment.

use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, Resource, Route};

use crate::error::{Error, Result};

/// Addresses and what answers them, in the order in which they are tried.
///
/// actix tries its patterns one after the other, by a regular expression each: some hundred of them would cost a
/// request more than its page does. Of those with the same first segment the shorter ones are tried first, because they
/// are asked for most.
#[derive(Default)]
pub struct Table(Vec<Branch>);

/// The addresses that begin with one segment.
struct Branch {
    first: &'static str,
    leaves: Vec<Leaf>,
}

/// The rest of an address and what answers it, a method each.
struct Leaf {
    rest: &'static str,
    routes: Vec<Route>,
}

impl Table {
    /// Adds an address; the same address may come again with another method.
    pub fn route(&mut self, address: &'static str, route: Route) -> &mut Self {
        let (first, rest) = split(address);
        let branch = found_or_new(
            &mut self.0,
            |branch| branch.first == first,
            || Branch { first, leaves: Vec::new() },
        );
        let leaf =
            found_or_new(&mut branch.leaves, |leaf| leaf.rest == rest, || Leaf { rest, routes: Vec::new() });
        leaf.routes.push(route);
        self
    }

    /// Hands everything to actix. Whatever is not here is 404, in another method too.
    pub fn register(self, cfg: &mut ServiceConfig) {
        for Branch { first, mut leaves } in self.0 {
            // Addresses with as many segments stay in their order; others cannot both be meant.
            leaves.sort_by_key(|leaf| leaf.rest.matches('/').count());
            if first.ends_with('/') {
                for leaf in leaves {
                    cfg.service(leaf.at(first));
                }
            } else {
                let scope = leaves.into_iter().fold(web::scope(first), |scope, leaf| {
                    let rest = leaf.rest;
                    scope.service(leaf.at(rest))
                });
                cfg.service(scope);
            }
        }
        cfg.default_service(web::to(missing));
    }
}

impl Leaf {
    fn at(self, pattern: &str) -> Resource {
        self.routes
            .into_iter()
            .fold(web::resource(pattern), Resource::route)
            .default_service(web::to(missing))
    }
}

async fn missing() -> Result<HttpResponse> {
    Err(Error::NotFound)
}

/// The first segment and the rest: `/groups` and `/{id}/members`.
fn split(address: &'static str) -> (&'static str, &'static str) {
    let end = address.get(1..).and_then(|rest| rest.find('/')).map_or(address.len(), |at| at + 1);
    address.split_at(end)
}

fn found_or_new<T>(all: &mut Vec<T>, is_it: impl Fn(&T) -> bool, new: impl FnOnce() -> T) -> &mut T {
    let at = all.iter().position(is_it).unwrap_or_else(|| {
        all.push(new());
        all.len() - 1
    });
    #[allow(clippy::indexing_slicing)] // found or pushed just now
    &mut all[at]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_a_first_segment_and_a_rest() {
        assert_eq!(split("/"), ("/", ""));
        assert_eq!(split("/about"), ("/about", ""));
        assert_eq!(split("/groups/{id}/members"), ("/groups", "/{id}/members"));
        assert_eq!(split("/static/{name:.*}"), ("/static", "/{name:.*}"));
    }
}
