//! The bare yardstick: actix, diesel and askama, one indexed query of ten rows, 12 kB of HTML. No session, no
//! compression, no languages, no log.

use actix_web::{App, HttpResponse, HttpServer, web};
use askama::Template;
use diesel::prelude::*;
use diesel::r2d2::{ConnectionManager, Pool};
use grannskap::db::schema::posts;
use grannskap::db::types::{Id, Timestamp};

#[derive(Queryable)]
struct Row {
    id: Id,
    title: String,
    published_at: Option<Timestamp>,
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "<!doctype html><html lang=\"sv\"><title>Yardstick</title><ul>
{%- for row in rows -%}
<li><a href=\"/{{ row.id }}\">{{ row.title }}</a>
{%- if let Some(at) = row.published_at %}<time>{{ at.0 }}</time>{% endif -%}
<p>{{ text }}</p></li>
{%- endfor -%}
</ul></html>"
)]
struct Page {
    rows: Vec<Row>,
    /// Fills the page up to 12 kB.
    text: &'static str,
}

const TEXT: &str = "Vi bytte rapporten mot tre besök. Två ledamöter och en verksamhetschef satt med när rektorerna gick \
igenom sitt eget kvalitetsarbete. Frågorna var bestämda i förväg: Vad ser du? Vad tror du att det beror på? Vad behöver \
du från oss? Det första besöket blev stelt. På det andra frågade en ledamot varför alla skolor gör på olika sätt, och \
rektorerna började prata med varandra i stället för med oss. I december handlade mötet om bemanningen på fritids, något \
som ingen tabell hade visat. Det var inte siffrorna som var fel utan avståndet. När nämnden har hört rektorn berätta \
läser den siffrorna på ett annat sätt. Det tar mer tid än en rapport, men mindre tid än att skriva den. Vi behövde inte \
vara överens från början. Vi behövde se varandras ord. Hur gör ni för att besöken inte ska bli en uppvisning? Tack för \
alla frågor, nästa gång ses vi hos grannen i öster, och då tar vi med oss det som vi inte hann den här gången.";

macro_rules! serve {
    ($connection:ty, $address:expr, $port:expr) => {{
        let pool = Pool::builder()
            .max_size(8)
            .test_on_check_out(false)
            .build(ConnectionManager::<$connection>::new($address))
            .expect("the database opens");
        let handler = |pool: web::Data<Pool<ConnectionManager<$connection>>>, group: web::Path<String>| async move {
            let group: Id = group.parse().expect("an identifier");
            let rows: Vec<Row> = web::block(move || {
                let mut connection = pool.get().expect("a connection");
                posts::table
                    .filter(posts::group_id.eq(group))
                    .filter(posts::published_at.is_not_null())
                    .order(posts::published_at.desc())
                    .limit(10)
                    .select((posts::id, posts::title, posts::published_at))
                    .load(&mut connection)
                    .expect("the query works")
            })
            .await
            .expect("a thread");
            let html = Page { rows, text: TEXT }.render().expect("the template works");
            HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html)
        };
        HttpServer::new(move || {
            App::new().app_data(web::Data::new(pool.clone())).route("/{group}", web::get().to(handler))
        })
        .workers(2)
        .bind(("127.0.0.1", $port))
        .expect("the port is free")
        .run()
    }};
}

/// `pages yardstick DATABASE PORT`
pub fn main() {
    let arguments: Vec<String> = std::env::args().skip(2).collect();
    let (address, port) = (arguments[0].clone(), arguments[1].parse::<u16>().expect("a port"));
    let server = match address.starts_with("postgres://") {
        true => serve!(PgConnection, address, port),
        false => serve!(SqliteConnection, address, port),
    };
    actix_web::rt::System::new().block_on(server).expect("it serves");
}
