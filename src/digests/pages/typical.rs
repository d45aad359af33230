//! What a typical member of a network would get now, for its coordinators.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::digests::content::gather_in;
use crate::digests::mail::DigestMail;
use crate::digests::places::Places;
use crate::digests::reader::Reader;
use crate::error::{Error, Result};
use crate::groups;
use crate::networks::{self, Network};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "digests/typical.html")]
struct Show {
    chrome: Chrome,
    network: Network,
    mail: DigestMail,
    is_quiet: bool,
    groups: Vec<(String, String)>,
    group: String,
}

/// `GET /networks/{slug}/digest`: the digest of a week of somebody who is in the network and in one of its groups, or in none;
/// with nothing that a person has written, read or answered. All of it is what coordinators read anyway.
pub async fn show(ctx: Ctx, slug: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let (person, now, app, lang) = (ctx.person()?.clone(), ctx.now(), ctx.app.clone(), ctx.lang);
    let group = Fields::of_query(&request).text("group").to_owned();
    let chrome = ctx.chrome("networks", "digest-typical-title");
    let page = ctx.read(move |db| {
        let network = networks::coordinated(db, &slug, &person)?;
        let all = groups::network_groups(db, network.id, &person)?;
        let chosen = all.iter().map(|listed| &listed.group).find(|each| each.id.to_string() == group);
        let reader = Reader::typical(lang, person.time_zone, now);
        let places = Places::typical(&network, chosen);
        let batch = gather_in(db, std::slice::from_ref(&reader), places, now)?;
        let content = batch.contents.into_iter().next().ok_or(Error::NotFound)?;
        let mail = DigestMail::of(&app, &reader, &content, &batch.about, None)?;
        let none = (String::new(), lang.t("digest-typical-no-group"));
        let some = all.iter().map(|listed| (listed.group.id.to_string(), listed.group.name.clone()));
        let groups = std::iter::once(none).chain(some).collect();
        Ok(Show { chrome, network, mail, is_quiet: content.items() == 0, groups, group })
    });
    ctx.page(&page.await?)
}
