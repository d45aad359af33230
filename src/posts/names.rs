//! Groups, people, organisers and networks by the words of their names, as far as somebody may see them.

use std::sync::LazyLock;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::Scope;
use super::search::{Hit, HitKind};
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

/// Names in which every word begins one of the words, and organisers with the words in their name; at most so many of
/// each kind, in the order of [`HitKind`]; one query.
pub(super) fn named(db: &mut Db, scope: &Scope, wanted: &[String], most: usize) -> Result<Vec<Hit>> {
    let viewer = scope.viewer.unwrap_or(Id(uuid::Uuid::nil()));
    let everything = i64::from(scope.everything);
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let part = format!("%{}%", wanted.join(" "));
    let found: Vec<Named> = match db {
        Db::Sqlite(c) => {
            let begin: Vec<String> = wanted.iter().map(|word| format!("(\"{word}\" *)")).collect();
            diesel::sql_query(sqlite())
                .bind::<Text, _>(begin.join(" AND "))
                .bind::<DbUuid, _>(viewer)
                .bind::<BigInt, _>(everything)
                .bind::<BigInt, _>(most)
                .bind::<Text, _>(part)
                .prepared()
                .load(c)?
        }
        Db::Postgres(c) => {
            let begin: Vec<String> = wanted.iter().map(|word| format!("('{word}':*)")).collect();
            diesel::sql_query(postgres())
                .bind::<Text, _>(begin.join(" & "))
                .bind::<DbUuid, _>(viewer)
                .bind::<BigInt, _>(everything)
                .bind::<BigInt, _>(most)
                .bind::<Text, _>(part)
                .prepared()
                .load(c)?
        }
    };
    found.into_iter().map(hit).collect()
}

const MY_NETWORKS: &str = "SELECT m.network_id FROM network_memberships m JOIN seats s ON s.id = m.seat_id \
     WHERE s.person_id = $2 AND m.state = 'active' \
     UNION SELECT c.network_id FROM network_coordinators c WHERE c.person_id = $2";

/// `$1` words, `$2` viewer, `$3` 1 for those who see everything, `$4` limit, `$5` pattern for organisers.
const PARTS: [(HitKind, &str); 4] = [
    (
        HitKind::Group,
        "SELECT KEY AS key, n.name AS name, w.name AS beside, '' AS place FROM groups n \
         JOIN networks w ON w.id = n.network_id \
         WHERE MATCHES AND n.closed_at IS NULL AND ($3 = 1 \
         OR EXISTS (SELECT 1 FROM group_memberships g JOIN seats s ON s.id = g.seat_id \
                    WHERE g.group_id = n.id AND g.left_at IS NULL AND s.person_id = $2) \
         OR (n.open AND n.network_id IN (NETWORKS)) \
         OR EXISTS (SELECT 1 FROM network_coordinators c WHERE c.network_id = n.network_id AND c.person_id = $2)) \
         ORDER BY n.name, n.id LIMIT $4",
    ),
    (
        HitKind::Person,
        "SELECT KEY AS key, n.name AS name, COALESCE((SELECT s.role || ', ' || o.name FROM seats s \
         JOIN organisers o ON o.code = s.organiser_code WHERE s.person_id = n.id ORDER BY s.id LIMIT 1), '') AS beside, \
         COALESCE((SELECT w.slug FROM networks w JOIN network_memberships t ON t.network_id = w.id \
         JOIN seats u ON u.id = t.seat_id WHERE u.person_id = n.id AND t.state = 'active' \
         AND ($3 = 1 OR w.id IN (NETWORKS)) ORDER BY w.name LIMIT 1), '') AS place \
         FROM people n WHERE MATCHES AND NOT n.protected AND n.disabled_at IS NULL AND n.confirmed_at IS NOT NULL \
         AND ($3 = 1 OR EXISTS (SELECT 1 FROM network_memberships t JOIN seats u ON u.id = t.seat_id \
              WHERE u.person_id = n.id AND t.state = 'active' AND t.network_id IN (NETWORKS))) \
         ORDER BY n.name, n.id LIMIT $4",
    ),
    (
        HitKind::Organiser,
        "SELECT n.code AS key, n.name AS name, COALESCE(n.county_name, '') AS beside, '' AS place FROM organisers n \
         WHERE n.search_name LIKE $5 ORDER BY n.kind DESC, n.name LIMIT $4",
    ),
    (
        HitKind::Network,
        "SELECT n.slug AS key, n.name AS name, '' AS beside, '' AS place FROM networks n \
         WHERE MATCHES AND n.archived_at IS NULL AND ($3 = 1 OR n.visibility = 'public' OR n.id IN (NETWORKS)) \
         ORDER BY n.name, n.id LIMIT $4",
    ),
];

/// The parts as one statement, with what a database writes in its own way.
fn statement(matches: &str, key: &str) -> String {
    let part = |(kind, sql): &(HitKind, &str)| format!("SELECT '{kind}' AS kind, x.* FROM ({sql}) x");
    PARTS
        .iter()
        .map(part)
        .collect::<Vec<_>>()
        .join(" UNION ALL ")
        .replace("NETWORKS", MY_NETWORKS)
        .replace("MATCHES", matches)
        .replace("KEY", key)
}

fn sqlite() -> &'static str {
    static SQL: LazyLock<String> = LazyLock::new(|| {
        let matches = "n.id IN (SELECT i.id FROM search_name_words f JOIN search_names i ON i.seq = f.rowid \
                       WHERE search_name_words MATCH $1)";
        statement(matches, "lower(hex(n.id))").replace('$', "?")
    });
    &SQL
}

fn postgres() -> &'static str {
    static SQL: LazyLock<String> =
        LazyLock::new(|| statement("search_words(n.name) @@ $1::tsquery", "n.id::text"));
    &SQL
}

fn hit(row: Named) -> Result<Hit> {
    let kind: HitKind = row.kind.parse().map_err(|_| Error::message("no kind of name"))?;
    let id = match kind {
        HitKind::Network | HitKind::Organiser => row.key,
        _ => row.key.parse::<Id>().map_err(|_| Error::message("no identifier"))?.to_string(),
    };
    let path = match kind {
        HitKind::Network => format!("/networks/{id}"),
        HitKind::Organiser => format!("/organisers/{id}"),
        // People are met in the directory of a network that both are in.
        HitKind::Person => {
            let query =
                url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &row.name).finish();
            format!("/networks/{}/members?{query}", row.place)
        }
        _ => format!("/groups/{id}"),
    };
    Ok(Hit { kind, id, title: row.name, path, snippet: vec![(row.beside, false)] })
}
