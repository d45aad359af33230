//! Nobody sees or changes what is not theirs: every address as everybody, with a marker in everything hidden.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};
use grannskap::db::Db;

use super::addresses::{is_secret, reads, writes};
use super::visitor::Visitor;
use super::world::World;
use crate::support::{Page, TestApp, run};

/// Every marker there is: something hidden that somebody may see.
const MARKERS: [&str; 44] = [
    "zqxnetnamn",
    "zqxnetsyfte",
    "zqxnetomgang",
    "zqxnetpublicerad",
    "zqxnetmedlem",
    "zqxnetberattelse",
    "zqxnettext",
    "zqxnetkommentar",
    "zqxnetoppen",
    "zqxnettema",
    "zqxgrpnamn",
    "zqxgrpavtal",
    "zqxgrptraff",
    "zqxgrpdagordning",
    "zqxgrpplats",
    "zqxgrpfraga",
    "zqxgrpbakgrund",
    "zqxgrpgast",
    "zqxgrpomrostning",
    "zqxgrpstalle",
    "zqxgrpanteckning",
    "zqxgrplofte",
    "zqxgrpbeslut",
    "zqxgrplank",
    "zqxgrpfil",
    "zqxgrpberattelse",
    "zqxgrptext",
    "zqxgrpkommentar",
    "zqxgrptema",
    "zqxopnonskan",
    "zqxcooonskan",
    "zqxcooforslag",
    "zqxcoosparat",
    "zqxcooinbjuden",
    "zqxcoobegaran",
    "zqxcoobrev",
    "zqxcoobrevtext",
    "zqxoffnamn",
    "zqxoffinvandning",
    "zqxdraftutkast",
    "zqxdraftanteckning",
    "zqxmenmening",
    "zqxadmfel",
    "zqxprotnamn",
];

/// What everybody may write, because it concerns themselves alone (or needs a secret, see [`is_secret`]).
const OWN: [&str; 20] = [
    "/session",
    "/session/end",
    "/language",
    "/confirmations",
    "/password-requests",
    "/settings",
    "/settings/profile",
    "/settings/password",
    "/settings/email",
    "/settings/email/resumption",
    "/settings/sessions/end",
    "/settings/sessions/{session}/end",
    "/settings/feeds/{purpose}",
    "/settings/feeds/{purpose}/end",
    "/settings/tokens",
    "/settings/tokens/{id}/end",
    "/settings/wishes",
    "/settings/subscriptions",
    "/digests",
    "/seats",
];

/// What coordinators of any network may write.
const OF_COORDINATORS: [&str; 5] = [
    "/networks",
    "/organisers",
    "/organisers/{code}",
    "/organisers/{code}/domains",
    "/organisers/{code}/domains/{domain}/end",
];

/// What a member of the network who is not in the group may write there.
const OF_MEMBERS: [&str; 8] = [
    "/networks/{slug}/memberships",
    "/networks/{slug}/mute",
    "/networks/{slug}/mute/end",
    "/networks/{slug}/letter-mute",
    "/networks/{slug}/letter-mute/end",
    "/themes/{slug}/subscription",
    "/themes/{slug}/subscription/end",
    "/rounds/{id}/registrations",
];

/// Tables with everything that the sweeps' network is.
const TABLES: [&str; 68] = [
    "networks",
    "network_coordinators",
    "network_memberships",
    "network_rivals",
    "not_with_wishes",
    "subscriptions",
    "letters",
    "letter_recipients",
    "letter_mutes",
    "invitations",
    "rounds",
    "registrations",
    "proposal_groups",
    "proposal_places",
    "proposal_changes",
    "proposal_drafts",
    "groups",
    "group_memberships",
    "group_requests",
    "objections",
    "meetups",
    "answers",
    "questions",
    "question_interests",
    "meetup_roles",
    "attendances",
    "polls",
    "poll_slots",
    "poll_answers",
    "poll_replies",
    "notes",
    "note_versions",
    "note_drafts",
    "outcomes",
    "materials",
    "attachments",
    "opinions",
    "posts",
    "typed_posts",
    "post_themes",
    "post_readings",
    "themes",
    "put_away_themes",
    "post_revisions",
    "post_follows",
    "alike_posts",
    "alike_due",
    "suggested_posts",
    "digests",
    "digest_items",
    "comments",
    "thanks",
    "reports",
    "seats",
    "seat_holdings",
    "handovers",
    "organisers",
    "organiser_domains",
    "organiser_approvers",
    "organiser_municipalities",
    "neighbours",
    "person_themes",
    "idempotency_keys",
    "stopped_addresses",
    "complaints",
    "approvals",
    "outbox",
    "jobs",
];

/// Somebody, which markers they may see, and which addresses do not exist for them.
struct Role {
    name: &'static str,
    visitor: Visitor,
    sees: &'static [&'static str],
    hidden: fn(&str) -> bool,
}

async fn roles(app: &TestApp, world: &mut World) -> Vec<Role> {
    let cast = &world.cast;
    let nobody = Visitor::stranger(app);
    let closed = std::mem::replace(&mut world.closed, nobody);
    let outsiders = [
        ("other", cast.other, "other@x.example"),
        ("peer", cast.peer, "peer@x.example"),
        ("invited", cast.invited, "invited@x.example"),
        ("left", cast.left, "left@x.example"),
    ];
    let insiders: [(_, _, _, &[&str], fn(&str) -> bool); 6] = [
        ("sibling", cast.sibling, "sibling@x.example", &["zqxnet", "zqxopn"], hidden_from_sibling),
        ("member", cast.member, "member@x.example", &["zqxnet", "zqxgrp", "zqxmen"], hidden_from_member),
        (
            "protected",
            cast.protected,
            "protected@x.example",
            &["zqxnet", "zqxgrp", "zqxmen", "zqxprot"],
            hidden_from_member,
        ),
        (
            "author",
            cast.author,
            "author@x.example",
            &["zqxnet", "zqxgrp", "zqxmen", "zqxopn", "zqxoff", "zqxdraft"],
            none,
        ),
        (
            "coordinator",
            cast.coordinator,
            "coordinator@x.example",
            &["zqxnet", "zqxgrp", "zqxopn", "zqxoff", "zqxcoo"],
            |pattern| pattern.starts_with("/admin"),
        ),
        (
            "administrator",
            cast.administrator,
            "admin@x.example",
            &["zqxnet", "zqxgrp", "zqxopn", "zqxoff", "zqxcoo", "zqxadm", "zqxprot"],
            none,
        ),
    ];
    let mut roles = vec![
        Role { name: "stranger", visitor: Visitor::stranger(app), sees: &[], hidden: hidden_from_outsiders },
        Role { name: "disabled", visitor: closed, sees: &[], hidden: hidden_from_outsiders },
    ];
    for (name, person, email) in outsiders {
        let visitor = Visitor::signed_in(app, person, email).await;
        roles.push(Role { name, visitor, sees: &[], hidden: hidden_from_outsiders });
    }
    for (name, person, email, sees, hidden) in insiders {
        let visitor = Visitor::signed_in(app, person, email).await;
        roles.push(Role { name, visitor, sees, hidden });
    }
    roles
}

fn none(_: &str) -> bool {
    false
}

fn hidden_from_outsiders(pattern: &str) -> bool {
    let of_organisers = pattern.starts_with("/organisers/") || pattern.starts_with("/api/v1/organisers/");
    let own = pattern.starts_with("/settings/") || pattern.starts_with("/static/");
    let own = own || pattern.starts_with("/guides/");
    pattern.contains('{') && !is_secret(pattern) && !of_organisers && !own || pattern.starts_with("/admin")
}

fn hidden_from_sibling(pattern: &str) -> bool {
    let inside = [
        "/groups/",
        "/meetups/",
        "/polls/",
        "/questions/",
        "/outcomes/",
        "/materials/",
        "/attachments/",
        "/api/v1/groups/",
        "/api/v1/meetups/",
        "/comments/",
        "/api/v1/comments/",
        "/approvals/",
        "/requests/",
    ];
    inside.iter().any(|start| pattern.starts_with(start)) || hidden_from_member(pattern)
}

fn hidden_from_member(pattern: &str) -> bool {
    let of_coordinators = [
        "/networks/{slug}/edit",
        "/networks/{slug}/coordinators",
        "/networks/{slug}/invitations",
        "/networks/{slug}/history",
        "/networks/{slug}/rivals",
        "/networks/{slug}/letters",
        "/networks/{slug}/themes",
        "/letters/",
        "/networks/{slug}/rounds/new",
        "/networks/{slug}/groups/new",
        "/rounds/{id}/edit",
        "/rounds/{id}/registrations",
        "/rounds/{id}/proposal",
        "/rounds/{id}/moves",
        "/rounds/{id}/swaps",
        "/rounds/{id}/locks",
        "/rounds/{id}/changes",
        "/rounds/{id}/drafts",
        "/rounds/{id}/improvement",
        "/rounds/{id}/coverage",
        "/rounds/{id}/forecast",
        "/rounds/{id}/names",
        "/rounds/{id}/publication",
        "/rounds/{id}/cancellation",
        "/rounds/{id}/follow-up",
        "/rounds/{id}/rearrangements",
        "/registrations/{id}/openings",
        "/groups/{id}/remedies",
        "/objections/",
        "/seats/{id}",
        "/admin",
    ];
    let own = pattern == "/rounds/{id}/registrations/new";
    !own && !is_secret(pattern) && of_coordinators.iter().any(|start| pattern.starts_with(start))
}

/// The markers in an answer, folding of calendars undone. What only begins like one is chance: tokens are random letters.
fn markers(page: &Page) -> BTreeSet<String> {
    let text = format!("{} {}", page.location.as_deref().unwrap_or(""), page.body);
    let text = text.replace("\r\n ", "").to_lowercase();
    let found = text
        .match_indices("zqx")
        .map(|(at, _)| text[at..].chars().take_while(char::is_ascii_alphabetic).collect::<String>());
    let levels: BTreeSet<&str> = MARKERS.iter().map(|marker| &marker[..6]).collect();
    found.filter(|word| levels.iter().any(|level| word.starts_with(level))).collect()
}

/// Whether an address may answer so to somebody it is hidden from.
fn denies(page: &Page, role: &str, path: &str) -> bool {
    let status = page.status.as_u16();
    let sends_to_sign_in = page.location.as_deref().is_some_and(|to| to.starts_with("/session/new"));
    let is_unknown = ["stranger", "disabled"].contains(&role);
    match () {
        () if path.starts_with("/api/") && is_unknown => status == 401,
        () if is_unknown => status == 404 || sends_to_sign_in,
        () => status == 404,
    }
}

#[test]
fn nobody_sees_what_is_hidden_from_them() {
    run(async {
        let mut app = TestApp::spawn().await;
        app.forgive_leftovers();
        let mut world = World::build(&app, 5).await;
        let mut problems = String::new();
        let mut seen: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        let mut wishers = BTreeSet::new();
        for role in roles(&app, &mut world).await {
            let also = world.also.iter().map(|address| (String::new(), address.clone()));
            let patterns = reads().into_iter().filter(|pattern| !is_secret(pattern));
            let addresses = patterns.flat_map(|pattern| {
                let of_it = world.names.addresses(&pattern).into_iter();
                of_it.map(|address| (pattern.clone(), world.asked(&pattern, address))).collect::<Vec<_>>()
            });
            for (pattern, address) in addresses.chain(also) {
                let page = role.visitor.get(&address).await;
                if page.status.is_server_error() {
                    writeln!(problems, "{}: {address} answers {}", role.name, page.status).unwrap();
                }
                if (role.hidden)(&pattern) && !denies(&page, role.name, &address) {
                    let what = format!("{pattern} is hidden but answers {}", page.status);
                    writeln!(problems, "{}: {what}", role.name).unwrap();
                }
                if page.body.contains(&world.wish.to_string()) {
                    wishers.insert(role.name);
                }
                for marker in markers(&page) {
                    if !role.sees.iter().any(|level| marker.starts_with(level)) {
                        writeln!(problems, "{}: {pattern} ({address}) shows {marker}", role.name).unwrap();
                    }
                    seen.entry(marker).or_default().insert(role.name);
                }
            }
        }
        for path in &world.dead_links {
            let page = app.client().get(path).await;
            if page.status != 404 || !markers(&page).is_empty() {
                writeln!(problems, "a link of somebody who left answers {}: {path}", page.status).unwrap();
            }
        }
        // A wish is its maker's alone.
        if wishers != BTreeSet::from(["author"]) {
            writeln!(problems, "{wishers:?} see the wish of the author").unwrap();
        }
        // What nobody can see proves nothing.
        for marker in MARKERS {
            if !seen.contains_key(marker) {
                writeln!(problems, "{marker} was seen by nobody").unwrap();
            }
        }
        assert!(problems.is_empty(), "\n{problems}");
    });
}

#[test]
fn nobody_changes_what_is_not_theirs() {
    run(async {
        let mut app = TestApp::spawn().await;
        app.forgive_leftovers();
        let mut world = World::build(&app, 5).await;
        let fields: Vec<(&str, &str)> =
            world.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let fields: Vec<(&str, String)> =
            fields.into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        let mut problems = String::new();
        let roles = roles(&app, &mut world).await;
        let outside = ["stranger", "disabled", "other", "peer", "invited", "left", "sibling"];
        for role in roles.iter().filter(|role| outside.contains(&role.name)) {
            let before = fingerprints(&app);
            for pattern in writes().into_iter().filter(|pattern| !is_secret(pattern)) {
                let allowed = OWN.contains(&pattern.as_str())
                    || role.name == "other" && OF_COORDINATORS.contains(&pattern.as_str())
                    || role.name == "sibling" && OF_MEMBERS.contains(&pattern.as_str());
                if allowed {
                    continue;
                }
                let mut addresses = world.names.addresses(&pattern);
                let of_readers =
                    ["comments", "thanks", "thanks/removal", "follow", "mute", "reading", "reports"];
                let of_reader = |end: &&str| pattern.ends_with(&format!("/posts/{{id}}/{end}"));
                if role.name == "sibling" && of_readers.iter().any(of_reader) {
                    // The first is the group's; what the network reads, its members comment on.
                    addresses.truncate(1);
                }
                for address in addresses {
                    let fields: Vec<(&str, &str)> =
                        fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                    let page = role.visitor.post(&address, &fields).await;
                    // A comment on a story that one reads without belonging there is forbidden, not unknown.
                    let denied = denies(&page, role.name, &address)
                        || role.name == "sibling" && [400, 403, 404, 409].contains(&page.status.as_u16());
                    if !denied {
                        writeln!(problems, "{}: POST {pattern} answers {}", role.name, page.status).unwrap();
                    }
                    for marker in markers(&page) {
                        if !role.sees.iter().any(|level| marker.starts_with(level)) {
                            writeln!(problems, "{}: POST {pattern} shows {marker}", role.name).unwrap();
                        }
                    }
                }
            }
            for (table, after) in fingerprints(&app) {
                if before[table] != after {
                    writeln!(problems, "{}: {table} was changed", role.name).unwrap();
                }
            }
        }
        assert!(problems.is_empty(), "\n{problems}");
    });
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Nullable<Text>)]
    line: Option<String>,
}

/// Everything in [`TABLES`], as text.
fn fingerprints(app: &TestApp) -> BTreeMap<&'static str, String> {
    app.read(|db| {
        let mut all = BTreeMap::new();
        for table in TABLES {
            let columns = match db {
                Db::Postgres(_) => format!("{table}::text"),
                Db::Sqlite(c) => {
                    let names = format!("SELECT name AS line FROM pragma_table_info('{table}')");
                    let names: Vec<Line> = diesel::sql_query(names).load(c)?;
                    let quoted = names.into_iter().filter_map(|name| name.line);
                    quoted.map(|name| format!("quote({name})")).collect::<Vec<_>>().join(" || ',' || ")
                }
            };
            assert!(!columns.is_empty(), "no table {table}");
            let rows = format!("SELECT {columns} AS line FROM {table} ORDER BY 1");
            let rows: Vec<Line> = match db {
                Db::Postgres(c) => diesel::sql_query(rows).load(c)?,
                Db::Sqlite(c) => diesel::sql_query(rows).load(c)?,
            };
            let lines: Vec<String> = rows.into_iter().filter_map(|row| row.line).collect();
            all.insert(table, lines.join("\n"));
        }
        Ok(all)
    })
}
