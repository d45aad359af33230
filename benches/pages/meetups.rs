//! What meeting costs at its largest: a date poll of 40 people and 20 slots, a calendar of 500 meetups, 2,000 invitations at once.

use std::time::{Duration, Instant};

use crate::load::{Request, in_turns, waits};
use crate::sites::{Bare, Site, escape};
use crate::support::client::{Answer, Client};
use crate::support::data::Data;
use crate::support::report::{budget, figure, quantile};
use crate::support::{Options, fail};
use crate::{MOST_HTML, MOST_WAIT, TIMES_YARDSTICK};

const ASKED: usize = 40;
const SLOTS: usize = 20;
const MEETUPS: usize = 500;
const INVITED: usize = 2_000;

/// Budget for queueing the invitations, in seconds.
const QUEUED_SECONDS: f64 = 2.0;

/// Measures on a site whose other pages have been measured: the groups used here grow large.
pub fn measure(options: &Options, site: &Site, bare: &Bare) {
    let [asking, full, large] = &site.spare_groups(3)[..] else { fail("there are too few groups") };
    let poll = Poll::of(site, asking);
    let one = in_turns(options, site, bare, &poll.requests);
    let times = one.times();
    let said = format!("{times:.2} × ({:.3} ms)", one.cost.milliseconds());
    budget(
        &format!("date poll, {ASKED} people, {SLOTS} slots: CPU"),
        "≤ 5 × yardstick",
        &said,
        times <= TIMES_YARDSTICK,
    );
    let size = format!("{:.1} kB", one.kilobytes);
    budget("date poll: HTML", "≤ 60 kB", &size, one.kilobytes <= MOST_HTML);

    let feed = feed(site, full);
    let one = in_turns(options, site, bare, std::slice::from_ref(&feed));
    figure(
        &format!("calendar of {MEETUPS} meetups"),
        &format!("{:.2} ms CPU, {:.0} kB", one.cost.milliseconds(), one.kilobytes),
    );
    let worst = quantile(&waits(site, &[feed], options.requests), 0.99);
    budget("calendar: in turn", "p99 < 50 ms", &format!("{worst:.1} ms"), worst < MOST_WAIT);

    let seconds = invite(site, large);
    budget(
        &format!("{INVITED} invitations queued"),
        "≤ 2 s",
        &format!("{seconds:.2} s"),
        seconds <= QUEUED_SECONDS,
    );
}

/// A date poll that everybody in a group has answered.
struct Poll {
    requests: Vec<Request>,
}

impl Poll {
    fn of(site: &Site, group: &str) -> Poll {
        fill(site.data(), group, ASKED);
        let cookies: Vec<String> =
            emails(site.data(), group, ASKED).iter().map(|email| site.sign_in(email)).collect();
        let slots = (1..=SLOTS).map(|n| (format!("date-{n}"), day(7 + n)));
        let hours =
            [("starts-1", "13:00"), ("ends-1", "15:00"), ("title", "Vårens träff"), ("place", "Biblioteket")];
        let hours = hours.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let path = format!("/groups/{group}/polls");
        let made = post(site, &path, &cookies[0], &hours.into_iter().chain(slots).collect::<Vec<_>>());
        let path = made.header("location").unwrap_or_else(|| fail("no poll was made")).to_owned();
        let path = path.split('?').next().unwrap_or_default().to_owned();
        for (at, cookie) in cookies.iter().enumerate() {
            let suits = |slot: usize| ["yes", "no", "if-need-be"][(at * 7 + slot * slot) % 3].to_owned();
            let answers: Vec<(String, String)> =
                (1..=SLOTS).map(|slot| (format!("slot-{slot}"), suits(slot))).collect();
            post(site, &format!("{path}/answers"), cookie, &answers);
        }
        let request =
            |cookie: &String| Request { path: path.clone(), headers: format!("cookie: {cookie}\r\n") };
        Poll { requests: cookies.iter().map(request).collect() }
    }
}

/// The personal calendar of a member of a group with very many meetups.
fn feed(site: &Site, group: &str) -> Request {
    let cookie = site.sign_in(&emails(site.data(), group, 1)[0]);
    let there = count(site.data(), "meetups", group);
    for n in there..MEETUPS {
        propose(site, group, &cookie, n);
    }
    post(site, "/settings/feeds/calendar-feed", &cookie, &[]);
    let page = client(site).get("/settings/feeds", &format!("cookie: {cookie}\r\n")).expect("an answer");
    let page = String::from_utf8_lossy(&page.body).into_owned();
    let token = page.split("/feeds/").nth(1).and_then(|rest| rest.split(".ics").next());
    let token = token.unwrap_or_else(|| fail("no calendar was made"));
    Request { path: format!("/feeds/{token}.ics"), headers: String::new() }
}

/// Seconds until everybody of a very large group is invited.
fn invite(site: &Site, group: &str) -> f64 {
    fill(site.data(), group, INVITED);
    let cookie = site.sign_in(&emails(site.data(), group, 1)[0]);
    let begun = Instant::now();
    propose(site, group, &cookie, count(site.data(), "meetups", group));
    begun.elapsed().as_secs_f64()
}

/// Proposes the n-th meetup of a group.
fn propose(site: &Site, group: &str, cookie: &str, n: usize) {
    let fields = [
        ("title", format!("Träff {n}")),
        ("date", day(1 + n % 300)),
        ("starts", format!("{:02}:00", 8 + n / 300)),
        ("ends", format!("{:02}:30", 8 + n / 300)),
        ("place", "Biblioteket".to_owned()),
        ("agenda", "Vad har vi provat sedan sist, och vad blev det av det?".to_owned()),
    ];
    post(
        site,
        &format!("/groups/{group}/meetups"),
        cookie,
        &fields.map(|(name, value)| (name.to_owned(), value)),
    );
}

/// The day after so many, as forms have it.
fn day(ahead: usize) -> String {
    let day = chrono::Utc::now() + Duration::from_secs(ahead as u64 * 86_400);
    day.format("%Y-%m-%d").to_string()
}

fn client(site: &Site) -> Client {
    Client::connect(crate::sites::Target::port(site)).expect("the server takes connections")
}

/// Sends a form that must be accepted.
fn post(site: &Site, path: &str, cookie: &str, fields: &[(String, String)]) -> Answer {
    let form: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escape(value))).collect();
    let headers = format!("cookie: {cookie}\r\nsec-fetch-site: same-origin\r\n");
    let answer = client(site).post(path, &headers, &form.join("&")).expect("the server answers");
    if answer.status != 303 {
        fail(&format!("{} {path}: {}", answer.status, String::from_utf8_lossy(&answer.body)));
    }
    answer
}

fn emails(data: &Data, group: &str, most: usize) -> Vec<String> {
    data.words(&format!(
        "SELECT p.email AS word FROM group_memberships m JOIN seats s ON s.id = m.seat_id JOIN people p ON p.id = s.person_id \
         WHERE m.group_id = {} AND m.left_at IS NULL ORDER BY m.id LIMIT {most}",
        data.id(group)
    ))
}

fn count(data: &Data, table: &str, group: &str) -> usize {
    let sql =
        format!("SELECT CAST(count(*) AS text) AS word FROM {table} WHERE group_id = {}", data.id(group));
    data.words(&sql).first().and_then(|word| word.parse().ok()).unwrap_or(0)
}

/// Takes people into a group until it has so many.
fn fill(data: &Data, group: &str, most: usize) {
    let wanted = most.saturating_sub(count(data, "group_memberships", group));
    let (group, new) =
        (data.id(group), if data.is_postgres() { "gen_random_uuid()" } else { "randomblob(16)" });
    data.run(&format!(
        "INSERT INTO group_memberships (id, group_id, seat_id, why, joined_at) \
         SELECT {new}, {group}, s.id, '', CURRENT_TIMESTAMP FROM seats s WHERE s.person_id IS NOT NULL \
         AND s.id NOT IN (SELECT seat_id FROM group_memberships WHERE group_id = {group}) ORDER BY s.id LIMIT {wanted}"
    ));
}
