//! Groups, people, organisers and networks by the words of their names, and notes by what they say, as far as somebody may
//! see them.

use std::sync::LazyLock;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};

use super::Scope;
use super::index::audience;
use super::query::Query;
use super::search::{Hit, HitKind, Syntax};
use super::snippet::around;
use crate::db::types::{DbUuid, Id};
use crate::db::{Db, Prepare};
use crate::error::{Error, Result};

#[derive(QueryableByName)]
struct Any {
    #[diesel(sql_type = Bool)]
    found: bool,
}

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
/// the latest notes that have them all; at most so many of each kind, in the order of [`HitKind`]; one query, and one more where
/// there are any.
pub(super) fn named(db: &mut Db, scope: &Scope, query: &Query, most: usize) -> Result<Vec<Hit>> {
    let wanted = &query.words;
    if wanted.iter().any(|word| word.starts_with(SIGN)) {
        return Ok(Vec::new());
    }
    let (syntax, words) = match db {
        Db::Sqlite(_) => (&Syntax::SQLITE, &*SQLITE),
        Db::Postgres(_) => (&Syntax::POSTGRES, &*POSTGRES),
    };
    let (names, notes) =
        (syntax.beginnings(wanted, &finders(scope)), syntax.texts(query, audience(scope).as_deref()));
    // Looking up what is found costs far more than seeing that nothing is.
    let any: Any = diesel::sql_query(&*words.any)
        .bind::<Text, _>(&names)
        .bind::<Text, _>(&notes)
        .prepared()
        .get_result(db)?;
    if !any.found {
        return Ok(Vec::new());
    }
    let viewer = scope.viewer.unwrap_or(Id(uuid::Uuid::nil()));
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let found: Vec<Named> = diesel::sql_query(&*words.found)
        .bind::<Text, _>(&names)
        .bind::<Text, _>(&notes)
        .bind::<DbUuid, _>(viewer)
        .bind::<BigInt, _>(i64::from(scope.everything))
        .bind::<BigInt, _>(most)
        .prepared()
        .load(db)?;
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

/// `$3` viewer, `$4` 1 for those who see everything.
const MY_NETWORKS: &str = "SELECT m.network_id FROM network_memberships m JOIN seats s ON s.id = m.seat_id \
     WHERE s.person_id = $3 AND m.state = 'active' \
     UNION SELECT c.network_id FROM network_coordinators c WHERE c.person_id = $3";

/// What is found of each kind, `$5` at most. `CROSS` makes SQLite go from what is found to its rows, not the other way.
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
         WHERE f.kind = 'group' AND n.id = ID ORDER BY n.name, n.id LIMIT $5",
    ),
    (
        HitKind::Person,
        "SELECT KEY AS key, n.name AS name, COALESCE((SELECT s.role || ', ' || o.name FROM seats s \
         JOIN organisers o ON o.code = s.organiser_code WHERE s.person_id = n.id ORDER BY s.id LIMIT 1), '') AS beside, \
         COALESCE((SELECT w.slug FROM networks w JOIN network_memberships t ON t.network_id = w.id \
         JOIN seats u ON u.id = t.seat_id WHERE u.person_id = n.id AND t.state = 'active' \
         AND ($4 = 1 OR w.id IN (NETWORKS)) ORDER BY w.name LIMIT 1), '') AS place \
         FROM (SELECT n.id, n.name FROM found f CROSS JOIN people n \
         WHERE f.kind = 'person' AND n.id = ID ORDER BY n.name, n.id LIMIT $5) n",
    ),
    (
        HitKind::Organiser,
        "SELECT n.code AS key, n.name AS name, COALESCE(n.county_name, '') AS beside, '' AS place FROM \
         (SELECT CODE AS code, f.place FROM found f WHERE f.kind = 'organiser' ORDER BY f.place LIMIT $5) f \
         CROSS JOIN organisers n WHERE n.code = f.code ORDER BY f.place",
    ),
    (
        HitKind::Network,
        "SELECT n.slug AS key, n.name AS name, '' AS beside, '' AS place FROM found f \
         CROSS JOIN networks n WHERE f.kind = 'network' AND n.id = ID ORDER BY n.name, n.id LIMIT $5",
    ),
];

/// How a database writes what the parts leave open.
struct Words<'a> {
    /// The rows of names, `i`, that `$1` finds.
    names: &'a str,
    /// The rows of notes, `x`, that `$2` finds, and their number.
    notes: [&'a str; 2],
    /// What is found of a name beside its kind and place, and how that is an identifier or a code.
    own: &'a str,
    id: &'a str,
    code: &'a str,
    /// An identifier `n.id` as text.
    key: &'a str,
}

/// What a database is asked.
struct Statements {
    /// Whether there is anything: the first two values alone.
    any: String,
    /// Everything.
    found: String,
}

impl From<Words<'_>> for Statements {
    fn from(Words { names, notes: [notes, number], own, id, code, key }: Words<'_>) -> Self {
        let part = |(kind, sql): &(HitKind, &str)| format!("SELECT '{kind}' AS kind, x.* FROM ({sql}) x");
        let parts = PARTS.iter().map(part).collect::<Vec<_>>().join(" UNION ALL ");
        let noted = format!("SELECT x.seq, x.meetup_id FROM {notes} ORDER BY {number} DESC LIMIT $5");
        let parts = parts.replace("NOTED", &noted).replace("NETWORKS", MY_NETWORKS);
        let parts = parts.replace("KEY", key).replace("ID", id).replace("CODE", code);
        Statements {
            any: format!("SELECT EXISTS (SELECT 1 FROM {names}) OR EXISTS (SELECT 1 FROM {notes}) AS found"),
            found: format!("WITH found AS MATERIALIZED (SELECT i.kind, {own}, i.place FROM {names}) {parts}"),
        }
    }
}

static SQLITE: LazyLock<Statements> = LazyLock::new(|| {
    let Statements { any, found } = Statements::from(Words {
        names: "search_name_words w JOIN search_names i ON i.seq = w.rowid WHERE search_name_words MATCH $1",
        notes: [
            "search_note_terms t JOIN search_notes x ON x.seq = t.rowid WHERE search_note_terms MATCH $2",
            "t.rowid",
        ],
        own: "i.id",
        id: "f.id",
        code: "CAST(f.id AS text)",
        key: "lower(hex(n.id))",
    });
    Statements { any: any.replace('$', "?"), found: found.replace('$', "?") }
});

static POSTGRES: LazyLock<Statements> = LazyLock::new(|| {
    Statements::from(Words {
        names: "search_names i WHERE i.words @@ $1::tsquery",
        notes: ["search_notes x WHERE x.terms @@ $2::tsquery", "x.seq"],
        own: "i.key",
        id: "f.key::uuid",
        code: "f.key",
        key: "n.id::text",
    })
});

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
