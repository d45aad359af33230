//! The product and the yardstick as they are measured: their processes, and requests by members who have signed in.

use std::process::Command;
use std::time::Duration;

use crate::load::Request;
use crate::support::client::Client;
use crate::support::data::Data;
use crate::support::fail;
use crate::support::process::{Running, free_port, wait_until_ready};

/// Members who look at pages, each at their own.
const MEMBERS: usize = 8;

/// What is looked for: common words, rare ones, several, a beginning.
const QUERIES: [&str; 8] = [
    "skola",
    "rektorer elever",
    "frukosten",
    "specialpedagog kommun",
    "nulägesanalys",
    "Malmö",
    "Anna",
    "kvalit",
];

/// Something that answers on a port with some processes.
pub trait Target: Sync {
    fn port(&self) -> u16;
    fn processes(&self) -> Vec<u32>;
}

/// A kind of page and where a member finds theirs.
pub struct Page {
    pub name: &'static str,
    /// As the log calls it.
    route: &'static str,
    path: fn(&Member, usize) -> String,
}

impl Page {
    /// The one with this name.
    pub fn named(name: &str) -> &'static Page {
        Page::ALL.iter().find(|page| page.name == name).unwrap_or_else(|| fail("there is no such page"))
    }

    pub const ALL: &'static [Page] = &[
        Page { name: "home", route: "/dashboard", path: |_, _| "/dashboard".to_owned() },
        Page { name: "group", route: "/groups/{id}", path: |member, _| format!("/groups/{}", member.group) },
        Page {
            name: "meetup",
            route: "/meetups/{id}",
            path: |member, _| format!("/meetups/{}", member.meetup),
        },
        Page { name: "story", route: "/posts/{id}", path: |member, _| format!("/posts/{}", member.story) },
        Page { name: "stories", route: "/posts", path: |_, _| "/posts".to_owned() },
        Page {
            name: "search",
            route: "/search",
            path: |_, n| format!("/search?q={}", escape(QUERIES[n % QUERIES.len()])),
        },
    ];
}

/// A value as addresses and forms have it.
pub fn escape(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() { (byte as char).to_string() } else { format!("%{byte:02X}") }
            },
        )
        .collect()
}

struct Member {
    cookie: String,
    group: String,
    meetup: String,
    story: String,
}

/// The product on a database.
pub struct Site {
    data: Data,
    server: Running,
    port: u16,
    members: Vec<Member>,
}

impl Target for Site {
    fn port(&self) -> u16 {
        self.port
    }

    fn processes(&self) -> Vec<u32> {
        std::iter::once(self.server.pid()).chain(self.data.backends()).collect()
    }
}

impl Site {
    pub fn open(data: Data) -> Site {
        let (server, port) = data.serve();
        let members = Site::members(&data, port);
        Site { data, server, port, members }
    }

    /// Members from all over the groups that will meet, signed in.
    fn members(data: &Data, port: u16) -> Vec<Member> {
        let groups = data.words(
            "SELECT ID(g.id) AS word FROM groups g WHERE EXISTS \
             (SELECT 1 FROM meetups m WHERE m.group_id = g.id AND m.starts_at > CURRENT_TIMESTAMP) ORDER BY g.id",
        );
        let step = (groups.len() / MEMBERS).max(1);
        let chosen = groups.iter().step_by(step).take(MEMBERS);
        chosen
            .map(|group| {
                let within = data.id(group);
                let first = |sql: String| {
                    data.words(&sql).into_iter().next().unwrap_or_else(|| fail(&format!("nothing found: {sql}")))
                };
                let email = first(format!(
                    "SELECT p.email AS word FROM group_memberships m JOIN seats s ON s.id = m.seat_id \
                     JOIN people p ON p.id = s.person_id WHERE m.group_id = {within} ORDER BY p.email LIMIT 1"
                ));
                Member {
                    cookie: sign_in(port, &email),
                    group: group.clone(),
                    meetup: first(format!(
                        "SELECT ID(id) AS word FROM meetups WHERE group_id = {within} ORDER BY starts_at DESC LIMIT 1"
                    )),
                    story: first(format!(
                        "SELECT ID(p.id) AS word FROM posts p WHERE group_id = {within} AND published_at IS NOT NULL \
                         AND withdrawn_at IS NULL AND (SELECT count(*) FROM comments c WHERE c.post_id = p.id) >= 2 \
                         ORDER BY published_at DESC LIMIT 1"
                    )),
                }
            })
            .collect()
    }

    pub fn data(&self) -> &Data {
        &self.data
    }

    /// Groups of nobody whose pages are measured.
    pub fn spare_groups(&self, most: usize) -> Vec<String> {
        let all = self.data.words("SELECT ID(id) AS word FROM groups ORDER BY id DESC");
        let free = |group: &String| self.members.iter().all(|member| member.group != *group);
        all.into_iter().filter(free).take(most).collect()
    }

    /// The stories that members read.
    pub fn stories(&self) -> Vec<String> {
        self.members.iter().map(|member| member.story.clone()).collect()
    }

    /// The `cookie` header of somebody who signs in.
    pub fn sign_in(&self, email: &str) -> String {
        sign_in(self.port, email)
    }

    /// What the members ask for, in turn.
    pub fn requests(&self, page: &Page, compressed: bool) -> Vec<Request> {
        let coding = if compressed { "accept-encoding: br, gzip\r\n" } else { "" };
        let request = |n: usize| {
            let member = &self.members[n % self.members.len()];
            Request {
                path: (page.path)(member, n),
                headers: format!("{coding}cookie: {}\r\n", member.cookie),
            }
        };
        (0..MEMBERS * 3).map(|n| request(n + n / MEMBERS)).collect()
    }

    /// The most queries that the log says of a request to this page.
    pub fn queries(&self, page: &Page) -> u64 {
        let log = std::fs::read_to_string(self.data.log()).unwrap_or_default();
        let lines = log.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
        let of_page = lines.filter(|line| line["route"] == page.route);
        of_page.filter_map(|line| line["queries"].as_u64()).max().unwrap_or(0)
    }

    /// The yardstick on the same database.
    pub fn yardstick(&self) -> Bare {
        let port = free_port();
        let own = std::env::current_exe().unwrap_or_else(|error| fail(&error.to_string()));
        let database = match self.data.is_postgres() {
            true => self.data.url.clone(),
            false => self.data.sqlite_file().to_string_lossy().into_owned(),
        };
        let server = Running::start(Command::new(own).args(["yardstick", &database, &port.to_string()]));
        let groups = self.members.iter().map(|member| member.group.clone()).collect();
        let bare = Bare { server, port, groups, data: self.data.clone() };
        wait_until_ready(port, &bare.requests()[0].path, Duration::from_secs(20));
        bare
    }
}

fn sign_in(port: u16, email: &str) -> String {
    let form = format!("email={}&password=tre+gamla+ekar", escape(email));
    let answer = Client::connect(port).and_then(|mut client| client.post("/session", "", &form));
    let session = answer.ok().and_then(|answer| answer.session());
    session.unwrap_or_else(|| fail(&format!("{email} cannot sign in")))
}

/// The yardstick.
pub struct Bare {
    server: Running,
    port: u16,
    groups: Vec<String>,
    data: Data,
}

impl Target for Bare {
    fn port(&self) -> u16 {
        self.port
    }

    fn processes(&self) -> Vec<u32> {
        std::iter::once(self.server.pid()).chain(self.data.backends()).collect()
    }
}

impl Bare {
    pub fn requests(&self) -> Vec<Request> {
        let request = |group: &String| Request { path: format!("/{group}"), headers: String::new() };
        self.groups.iter().map(request).collect()
    }

    pub fn html_kilobytes(&self) -> f64 {
        let answer =
            Client::connect(self.port).and_then(|mut client| client.get(&self.requests()[0].path, ""));
        answer.map_or(0.0, |answer| answer.body.len() as f64 / 1000.0)
    }
}
