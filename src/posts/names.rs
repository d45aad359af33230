//! Groups, people, organisers and networks by the words of their names, and notes by what they say, as far as somebody may
//! see them.

use std::sync::LazyLock;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::Scope;
use super::index::audience;
use super::query::Query;
use super::search::{Hit, HitKind, Syntax};
use super::snippet::around;
use crate::db::types::{DbUuid, Id};
use crate::db::{Db, Prepare};
use crate::error::{Error, Result};

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    kind: String,
    #[diesel(sql_type = Text)]
    key: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    beside: String,
    #[diesel(sql_type = Text)]
    place: String,
}

/// Names in which every word begins one of the words, and organisers in whose names every word begins anywhere in a word;
/// the latest notes that have them all; at most so many of each kind, in the order of [`HitKind`]; one query.
pub(super) fn named(db: &mut Db, scope: &Scope, query: &Query, most: usize) -> Result<Vec<Hit>> {
    let wanted = &query.words;
    if wanted.iter().any(|word| word.starts_with(SIGN)) {
        return Ok(Vec::new());
    }
    let viewer = scope.viewer.unwrap_or(Id(uuid::Uuid::nil()));
    let everything = i64::from(scope.everything);
    let (finders, readers) = (finders(scope), audience(scope));
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let found: Vec<Named> = match db {
        Db::Sqlite(c) => diesel::sql_query(sqlite())
            .bind::<Text, _>(Syntax::SQLITE.beginnings(wanted, &finders))
            .bind::<DbUuid, _>(viewer)
            .bind::<BigInt, _>(everything)
            .bind::<BigInt, _>(most)
            .bind::<Text, _>(Syntax::SQLITE.texts(query, readers.as_deref()))
            .prepared()
            .load(c)?,
        Db::Postgres(c) => diesel::sql_query(postgres())
            .bind::<Text, _>(Syntax::POSTGRES.beginnings(wanted, &finders))
            .bind::<DbUuid, _>(viewer)
            .bind::<BigInt, _>(everything)
            .bind::<BigInt, _>(most)
            .bind::<Text, _>(Syntax::POSTGRES.texts(query, readers.as_deref()))
            .prepared()
            .load(c)?,
    };
    let stems = query.every_stem();
    found.into_iter().map(|row| hit(row, &stems)).collect()
}

/// What terms that are no words begin with.
const SIGN: char = 'ᚦ';

/// Whom a name may be found by, as terms beside its words, which the migration `names_seen` writes: those of stories with
/// another sign.
fn finders(scope: &Scope) -> Vec<String> {
    let Some(readers) = audience(scope) else { return vec![format!("{SIGN}a")] };
    // Who runs a network finds what its members find, too.
    let coordinated = scope.coordinated.iter().map(|id| format!("n{}", id.0.simple()));
    let readers = readers.iter().filter_map(|term| term.strip_prefix('s').map(str::to_owned));
    readers.chain(coordinated).map(|term| format!("{SIGN}{term}")).collect()
}

/// `$2` viewer, `$3` 1 for those who see everything.
const MY_NETWORKS: &str = "SELECT m.network_id FROM network_memberships m JOIN seats s ON s.id = m.seat_id \
     WHERE s.person_id = $2 AND m.state = 'active' \
     UNION SELECT c.network_id FROM network_coordinators c WHERE c.person_id = $2";

/// What is found of each kind, `$4` at most. `CROSS` makes SQLite go from what is found to its rows, not the other way.
const PARTS: [(HitKind, &str); 5] = [
    (
        HitKind::Note,
        "SELECT KEY AS key, n.title AS name, v.markdown AS beside, '' AS place FROM (NOTED) f CROSS JOIN meetups n \
         JOIN notes d ON d.meetup_id = n.id JOIN note_versions v ON v.meetup_id = d.meetup_id AND v.version = d.version \
         WHERE n.id = f.meetup_id ORDER BY f.seq DESC",
    ),
    (
        HitKind::Group,
        "SELECT KEY AS key, n.name AS name, w.name AS beside, '' AS place FROM found f \
         CROSS JOIN groups n JOIN networks w ON w.id = n.network_id \
         WHERE f.kind = 'group' AND n.id = ID ORDER BY n.name, n.id LIMIT $4",
    ),
    (
        HitKind::Person,
        "SELECT KEY AS key, n.name AS name, COALESCE((SELECT s.role || ', ' || o.name FROM seats s \
         JOIN organisers o ON o.code = s.organiser_code WHERE s.person_id = n.id ORDER BY s.id LIMIT 1), '') AS beside, \
         COALESCE((SELECT w.slug FROM networks w JOIN network_memberships t ON t.network_id = w.id \
         JOIN seats u ON u.id = t.seat_id WHERE u.person_id = n.id AND t.state = 'active' \
         AND ($3 = 1 OR w.id IN (NETWORKS)) ORDER BY w.name LIMIT 1), '') AS place \
         FROM (SELECT n.id, n.name FROM found f CROSS JOIN people n \
         WHERE f.kind = 'person' AND n.id = ID ORDER BY n.name, n.id LIMIT $4) n",
    ),
    (
        HitKind::Organiser,
        "SELECT n.code AS key, n.name AS name, COALESCE(n.county_name, '') AS beside, '' AS place FROM \
         (SELECT CODE AS code, f.place FROM found f WHERE f.kind = 'organiser' ORDER BY f.place LIMIT $4) f \
         CROSS JOIN organisers n WHERE n.code = f.code ORDER BY f.place",
    ),
    (
        HitKind::Network,
        "SELECT n.slug AS key, n.name AS name, '' AS beside, '' AS place FROM found f \
         CROSS JOIN networks n WHERE f.kind = 'network' AND n.id = ID ORDER BY n.name, n.id LIMIT $4",
    ),
];

/// The parts as one statement, with what a database writes in its own way: how the indexes are asked for `$1` and `$5`, and
/// what identifiers and codes are in them.
fn statement(found: &str, noted: &str, key: &str, id: &str, code: &str) -> String {
    let part = |(kind, sql): &(HitKind, &str)| format!("SELECT '{kind}' AS kind, x.* FROM ({sql}) x");
    let parts = PARTS.iter().map(part).collect::<Vec<_>>().join(" UNION ALL ");
    let parts = parts.replace("NOTED", noted);
    let parts =
        parts.replace("NETWORKS", MY_NETWORKS).replace("KEY", key).replace("ID", id).replace("CODE", code);
    format!("WITH found AS MATERIALIZED ({found}) {parts}")
}

fn sqlite() -> &'static str {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        let found = "SELECT i.kind, i.id, i.place FROM search_name_words w JOIN search_names i ON i.seq = w.rowid \
                     WHERE search_name_words MATCH $1";
        let noted = "SELECT x.seq, x.meetup_id FROM search_note_terms t JOIN search_notes x ON x.seq = t.rowid \
                     WHERE search_note_terms MATCH $5 ORDER BY t.rowid DESC LIMIT $4";
        statement(found, noted, "lower(hex(n.id))", "f.id", "CAST(f.id AS text)").replace('$', "?")
    });
    &SQL
}

fn postgres() -> &'static str {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        let found = "SELECT i.kind, i.key, i.place FROM search_names i WHERE i.words @@ $1::tsquery";
        let noted = "SELECT x.seq, x.meetup_id FROM search_notes x WHERE x.terms @@ $5::tsquery \
                     ORDER BY x.seq DESC LIMIT $4";
        statement(found, noted, "n.id::text", "f.key::uuid", "f.key")
    });
    &SQL
}

fn hit(row: Named, stems: &[String]) -> Result<Hit> {
    let kind: HitKind = row.kind.parse().map_err(|_| Error::message("no kind of name"))?;
    let id = match kind {
        HitKind::Network | HitKind::Organiser => row.key,
        _ => row.key.parse::<Id>().map_err(|_| Error::message("no identifier"))?.to_string(),
    };
    let path = match kind {
        HitKind::Network => format!("/networks/{id}"),
        HitKind::Organiser => format!("/organisers/{id}"),
        HitKind::Note => format!("/meetups/{id}/notes"),
        // People are met in the directory of a network that both are in.
        HitKind::Person => {
            let query =
                url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &row.name).finish();
            format!("/networks/{}/members?{query}", row.place)
        }
        _ => format!("/groups/{id}"),
    };
    let snippet = match kind {
        HitKind::Note => around(&row.beside, stems),
        _ => vec![(row.beside, false)],
    };
    Ok(Hit { kind, id, title: row.name, path, snippet })
}
