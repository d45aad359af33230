//! Who has met whom in a network, for its coordinators.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use fluent_templates::fluent_bundle::FluentValue;

use crate::error::Result;
use crate::i18n::Lang;
use crate::networks::{self, Network};
use crate::rounds::history::{By, Met, Part, part, past, picture};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx, Paging};

/// Rows and columns of the matrix: more cannot be told apart in the picture.
const ON_A_PAGE: i64 = 20;

#[derive(Template)]
#[template(path = "rounds/history.html")]
struct Show {
    chrome: Chrome,
    network: Network,
    by_seats: bool,
    search: String,
    groups: usize,
    everybody: usize,
    picture: String,
    part: Part,
}

impl Show {
    /// `Hörby (2 gånger, senast Våren 2027)`.
    fn met(&self, name: &str, met: &Met) -> String {
        let values = [
            ("name", FluentValue::from(name)),
            ("n", FluentValue::from(i64::try_from(met.times).unwrap_or(i64::MAX))),
            ("latest", FluentValue::from(met.latest.as_str())),
        ];
        self.chrome.language.ta("history-met", &values)
    }

    /// The address of the history of one of them.
    fn of(&self, key: &str) -> String {
        format!("{}{key}", address(self.by_seats))
    }

    fn said(&self, row: &crate::rounds::history::Row) -> String {
        let mut said: Vec<String> = row.partners.iter().map(|(name, met)| self.met(name, met)).collect();
        if row.more > 0 {
            said.push(self.chrome.tn("history-more", &row.more));
        }
        self.chrome.language.list(&said)
    }
}

/// `GET /networks/{slug}/history?by=seats&q=…&of=…`: a matrix, a picture, and in words.
pub async fn show(ctx: Ctx, slug: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let (person, lang, query) = (ctx.person()?.clone(), ctx.lang, Fields::of_query(&request));
    let by_seats = query.text("by") == "seats";
    let by = if by_seats { By::Seats } else { By::Organisers };
    let (network, past) = ctx
        .read(move |db| {
            let network = networks::coordinated(db, &slug, &person)?;
            let past = past(db, network.id, by, lang)?;
            Ok((network, past))
        })
        .await?;
    let search: String = query.text("q").chars().take(200).collect();
    let part = part(&past, &search, query.text("of"), Paging::of(&request, ON_A_PAGE));
    let picture = drawn(&part, by_seats, lang);
    let chrome = ctx.chrome_titled("networks", lang.tname("history-title", &network.name));
    let (groups, everybody) = (past.groups, past.items.len());
    ctx.page(&Show { chrome, network, by_seats, search, groups, everybody, picture, part })
}

fn address(by_seats: bool) -> &'static str {
    if by_seats { "?by=seats&of=" } else { "?of=" }
}

fn drawn(part: &Part, by_seats: bool, lang: Lang) -> String {
    let label = lang.tn("history-picture", part.rows.len());
    picture(&part.rows, &label, address(by_seats), |one, two, times| {
        let values = [
            ("one", FluentValue::from(one.item.label.as_str())),
            ("two", FluentValue::from(two.item.label.as_str())),
            ("n", FluentValue::from(i64::try_from(times).unwrap_or(i64::MAX))),
        ];
        lang.ta("history-line", &values)
    })
}
