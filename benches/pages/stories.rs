//! What reading and finding cost at their largest: a story with 200 comments, and how long searches take.

use crate::load::{in_turns, waits};
use crate::sites::{Bare, Page, Site};
use crate::support::data::Data;
use crate::support::report::{budget, quantile};
use crate::support::{Options, fail};
use crate::{MOST_HTML, MOST_WAIT, TIMES_YARDSTICK};

const COMMENTS: usize = 200;
const SAID: &str =
    "Vi gjorde likadant, men började med rektorerna. Hur fick ni med er nämnden, och hur lång tid tog det?";

/// Measures with many comments, which are taken away again.
pub fn measure(options: &Options, site: &Site, bare: &Bare) {
    let story = Page::named("story");
    for id in site.stories() {
        fill(site.data(), &id);
    }
    let one = in_turns(options, site, bare, &site.requests(story, false));
    let (times, said) = (one.times(), format!("{:.2} × ({:.3} ms)", one.times(), one.cost.milliseconds()));
    let name = |what: &str| format!("story with {COMMENTS} comments: {what}");
    budget(&name("CPU"), "≤ 5 × yardstick", &said, times <= TIMES_YARDSTICK);
    let size = format!("{:.1} kB", one.kilobytes);
    budget(&name("HTML"), "≤ 60 kB", &size, one.kilobytes <= MOST_HTML);
    site.data().run(&format!("DELETE FROM comments WHERE body = '{SAID}'"));
}

/// How long one after the other waits for its search.
pub fn search(options: &Options, site: &Site, data: &str) {
    let waits = waits(site, &site.requests(Page::named("search"), true), options.requests);
    let worst = quantile(&waits, 0.95);
    let said = format!("p50 {:.1} ms, p95 {worst:.1} ms", quantile(&waits, 0.5));
    budget(&format!("search{data}: in turn"), "p95 < 50 ms", &said, worst < MOST_WAIT);
}

/// Writes under a story until it has so many comments.
fn fill(data: &Data, story: &str) {
    let id = data.id(story);
    let there =
        data.words(&format!("SELECT CAST(count(*) AS text) AS word FROM comments WHERE post_id = {id}"));
    let there: usize =
        there.first().and_then(|word| word.parse().ok()).unwrap_or_else(|| fail("no comments were counted"));
    let wanted = COMMENTS.saturating_sub(there);
    let new = if data.is_postgres() { "gen_random_uuid()" } else { "randomblob(16)" };
    data.run(&format!(
        "INSERT INTO comments (id, post_id, author_id, seat_id, body, created_at) \
         SELECT {new}, {id}, s.person_id, s.id, \
         '{SAID}', \
         CURRENT_TIMESTAMP FROM seats s WHERE s.person_id IS NOT NULL ORDER BY s.id LIMIT {wanted}"
    ));
}
