//! One of everything, as much of it as wanted, and somebody in every position to it. Everything that not everybody
//! may see holds a marker: a word that begins with `zqx` and the word for those who may see it.

mod after;
mod apart;
mod approvals;
mod files;
mod letters;
mod meetups;
mod notes;
mod polls;
mod themes;

use diesel::prelude::*;
use grannskap::accounts::{self, Purpose};
use grannskap::db::schema::{self, *};
use grannskap::db::types::{Id, Timestamp};
use grannskap::error::Result;
use grannskap::groups;
use grannskap::i18n::Lang;
use grannskap::networks::{self, Joining, Visibility};
use grannskap::posts::{self, NewComment, NewPost, Visibility as Readers};
use grannskap::rounds;
use grannskap::seats;

use super::addresses::Names;
use super::cast::{Cast, cast, extras};
use super::makers::*;
use super::visitor::Visitor;
use crate::support::TestApp;

pub struct World {
    pub cast: Cast,
    /// Objects for the gaps of the URL table.
    pub names: Names,
    /// Pages beside those that the names make.
    pub also: Vec<String>,
    /// What a page is asked with.
    pub queries: Vec<(&'static str, String)>,
    /// Form fields that would be right for most writes.
    pub fields: Vec<(&'static str, String)>,
    /// Secrets of somebody who has left and of somebody whose account is closed: addresses that must be worthless.
    pub dead_links: Vec<String>,
    /// Signed in before the account was closed.
    pub closed: Visitor,
    /// A wish of the author's not to meet somebody, which nobody else may find.
    pub wish: Id,
}

impl World {
    /// The address with the query that it needs.
    pub fn asked(&self, pattern: &str, address: String) -> String {
        match self.queries.iter().find(|(of, _)| *of == pattern) {
            Some((_, query)) => format!("{address}?{query}"),
            None => address,
        }
    }

    /// `size` members, meetups, groups, stories and so on.
    pub async fn build(app: &TestApp, size: usize) -> World {
        let cast = cast(app).await;
        let extras = extras(app, size).await;
        let mut build = Build { app, cast, size, names: Names::default(), queries: Vec::new(), extras };
        let network = build.networks();
        let places = build.seats(network);
        let round = build.rounds(network, &places).await;
        let (group, open) = build.groups(network, &places);
        build.after_publishing(&places);
        let meetup = build.meetups(group, &places);
        let poll = build.polls(group, &places);
        build.notes(meetup, &places);
        build.letters(network, group, &places);
        build.stories(group);
        let free = build.themes(network, group);
        build.approvals(group);
        build.files(group, meetup).await;
        build.waiting(network, open, &places);
        build.secrets(meetup, round, &places);
        build.odds_and_ends();
        let wish = build.apart(network, &places);
        let (closed, mut dead_links) = build.goings(group, network, meetup, &places).await;
        dead_links.extend(build.dead_poll_links(poll).into_iter().chain(build.dead_opinion_links(meetup)));
        let fields = fields(&build.names, group, places.sibling);
        let also = vec![
            format!("/groups/{open}"),
            format!("/themes/{free}"),
            "/networks/oppna/members".to_owned(),
            "/networks/dolda/history".to_owned(),
        ];
        World {
            also,
            fields,
            cast: build.cast,
            names: build.names,
            queries: build.queries,
            dead_links,
            closed,
            wish,
        }
    }
}

struct Build<'a> {
    app: &'a TestApp,
    cast: Cast,
    size: usize,
    names: Names,
    queries: Vec<(&'static str, String)>,
    extras: Vec<Id>,
}

/// Seats by who holds them.
struct Places {
    author: Id,
    member: Id,
    protected: Id,
    sibling: Id,
    left: Id,
    disabled: Id,
    extras: Vec<Id>,
}

impl Build<'_> {
    fn now(&self) -> Timestamp {
        self.app.app.clock.now()
    }

    /// The hidden network with all in it, one of somebody else, one that people ask to join, and some more.
    fn networks(&mut self) -> Id {
        let (now, cast, size) = (self.now(), &self.cast, self.size);
        let network = self.app.write(|tx| {
            let hidden =
                new_network("dolda", "Zqxnetnamn", Visibility::Members, Joining::Invitation, "Zqxnetsyfte");
            let network = networks::create(tx, &hidden, cast.coordinator, now)?;
            let others = new_network("andra", "De andra", Visibility::Members, Joining::Open, "");
            networks::create(tx, &others, cast.other, now)?;
            let asked = new_network("oppna", "De öppna", Visibility::Public, Joining::Approval, "");
            networks::create(tx, &asked, cast.coordinator, now)?;
            for n in 0..size {
                let more = new_network(
                    &format!("mer-{n}"),
                    &format!("Mer {n}"),
                    Visibility::Public,
                    Joining::Open,
                    "",
                );
                networks::create(tx, &more, cast.coordinator, now)?;
                networks::appoint(tx, network, self.extras[n], cast.coordinator, now)?;
            }
            Ok(network)
        });
        self.names.put("networks/{slug}", "dolda");
        self.names.put("coordinators/{id}", self.cast.coordinator);
        for person in [self.cast.author, self.cast.protected] {
            self.names.put("people/{id}", person);
        }
        network
    }

    fn seats(&mut self, network: Id) -> Places {
        let (now, cast, extras) = (self.now(), &self.cast, &self.extras);
        let codes: Vec<String> = self.app.read(|db| {
            let all = organisers::table.filter(organisers::kind.eq("municipality")).order(organisers::code);
            Ok(all.select(organisers::code).load(db)?)
        });
        let places = self.app.write(|tx| {
            let others = networks::by_slug(tx, "andra")?.id;
            let seat = new_seat(tx, cast.other, &codes[200], now)?;
            networks::join(tx, others, seat, now)?;
            new_seat(tx, cast.peer, "1267", now)?;
            new_seat(tx, cast.invited, &codes[201], now)?;
            for n in 0..self.size {
                new_seat(tx, cast.author, &codes[210 + n], now)?;
            }
            let mut member = |person, code: &str| {
                let seat = new_seat(tx, person, code, now)?;
                seats::confirm(tx, seat, None, now)?;
                networks::join(tx, network, seat, now)?;
                Ok::<Id, grannskap::error::Error>(seat)
            };
            Ok(Places {
                author: member(cast.author, "1267")?,
                member: member(cast.member, "1266")?,
                protected: member(cast.protected, "1262")?,
                sibling: member(cast.sibling, "1263")?,
                left: member(cast.left, "1264")?,
                disabled: member(cast.disabled, "1265")?,
                extras: extras
                    .iter()
                    .zip(&codes)
                    .map(|(person, code)| member(*person, code))
                    .collect::<Result<_>>()?,
            })
        });
        self.names.put("seats/{id}", places.author);
        self.names.put("members/{seat}", places.member);
        self.app.write(|tx| {
            // Somebody whose seat nobody has vouched for.
            diesel::update(schema::seats::table.find(places.extras[0]))
                .set(schema::seats::confirmed_at.eq(None::<Timestamp>))
                .execute(&mut **tx)?;
            let id: Id = network_memberships::table
                .filter(network_memberships::seat_id.eq(places.member))
                .select(network_memberships::id)
                .first(&mut **tx)?;
            self.names.put("memberships/{id}", id);
            Ok(())
        });
        places
    }

    /// A round to register for, one with a proposal, one that is published, and some more.
    async fn rounds(&mut self, network: Id, places: &Places) -> Id {
        let (now, by) = (self.now(), self.cast.coordinator);
        let seats: Vec<Id> =
            [places.author, places.protected].into_iter().chain(places.extras.clone()).collect();
        let mut made = Vec::new();
        for name in ["Zqxnetomgang", "Andra omgången", "Zqxnetpublicerad"] {
            let id = self.app.write(|tx| {
                let id = rounds::create(tx, network, &new_round(name, now), by, now)?;
                for (n, seat) in seats.iter().enumerate() {
                    let wishes = if n == 2 { "zqxcooonskan" } else { "" };
                    let registration = new_registration(*seat, wishes);
                    rounds::register(tx, id, &registration, now.0.date(), now)?;
                }
                Ok(id)
            });
            made.push(id);
            self.names.put("rounds/{id}", id);
        }
        self.app.write(|tx| {
            for n in 0..self.size {
                rounds::create(tx, network, &new_round(&format!("Omgång {n}"), now), by, now)?;
            }
            Ok(())
        });
        for id in &made[1..] {
            rounds::run(&self.app.app, *id, 1).await.unwrap();
        }
        let proposed = made[1];
        let (group, registration, other) = self.app.write(|tx| {
            rounds::publish(tx, &self.app.app, made[2], "", by)?;
            let proposal = rounds::proposal(tx, proposed)?;
            let group = proposal.groups[0].id;
            rounds::rename(tx, proposed, group, "Zqxcooforslag", by, now)?;
            let first = proposal.groups[0].members[0].registered.id;
            let draft = rounds::keep_draft(tx, proposed, "Zqxcoosparat", by, now)?;
            self.names.put("drafts/{draft}", draft);
            for n in 1..self.size.min(10) {
                rounds::keep_draft(tx, proposed, &format!("Mer {n}"), by, now)?;
            }
            let held = proposal.groups[0].members[1].registered.id;
            for n in 0..self.size {
                rounds::lock(tx, proposed, rounds::Lock::Person(held), n % 2 == 0, by, now)?;
            }
            self.names.put("changes/{change}", rounds::changes(tx, proposed)?[0].id);
            Ok((group, first, held))
        });
        self.queries.push(("/rounds/{id}/names/new", format!("group={group}")));
        self.queries.push(("/rounds/{id}/moves/new", format!("registration={registration}")));
        self.queries.push(("/rounds/{id}/swaps/new", format!("one={registration}&two={other}")));
        let settings =
            "name=x&preset=mixed&size_min=4&size_max=6&per_organiser=1&categories=mixed&levels=mixed";
        self.queries.push(("/rounds/{id}/forecast", format!("{settings}&last_day=2026-12-20")));
        self.queries.push(("/search", "q=zebrafink".to_owned()));
        self.queries.push(("/api/v1/search", "q=zebrafink".to_owned()));
        self.names.put("registrations/{id}", registration);
        made[0]
    }

    /// The closed group that all is about, an open one, and some more.
    fn groups(&mut self, network: Id, places: &Places) -> (Id, Id) {
        let now = self.now();
        let (group, open) = self.app.write(|tx| {
            let group = groups::create(tx, &new_group(network, "Zqxgrpnamn", false), now)?;
            groups::agree(tx, group, "Zqxgrpavtal")?;
            let members = [places.author, places.member, places.protected, places.left, places.disabled];
            for seat in members.iter().chain(&places.extras) {
                groups::add_member(tx, group, *seat, "", now)?;
            }
            let open = groups::create(tx, &new_group(network, "Zqxnetoppen", true), now)?;
            groups::add_member(tx, open, places.author, "", now)?;
            for (n, seat) in places.extras.iter().enumerate() {
                let mine = groups::create(tx, &new_group(network, &format!("Grupp {n}"), true), now)?;
                groups::add_member(tx, mine, places.author, "", now)?;
                groups::add_member(tx, mine, *seat, "", now)?;
                groups::create(tx, &new_group(network, &format!("Utan {n}"), true), now)?;
            }
            Ok((group, open))
        });
        self.names.put("groups/{id}", group);
        (group, open)
    }

    fn stories(&mut self, group: Id) {
        let (now, author) = (self.now(), self.cast.author);
        let tell = |tx: Tx<'_, '_>, by, title: &str, text: &str, readers, publish| {
            let new = NewPost::free(format!("{title} zebrafink"), text, readers);
            posts::create(tx, group, by, &new, publish, now)
        };
        let (of_group, of_network, draft, comment) = self.app.write(|tx| {
            for person in &self.extras {
                let id = tell(tx, *person, "Mer", "Mycket mer", Readers::Network, true)?;
                posts::comment(tx, &says(id, author, "Jaså"), now)?;
            }
            let of_group = tell(tx, author, "Zqxgrpberattelse", "zqxgrptext", Readers::Group, true)?;
            let of_network = tell(tx, author, "Zqxnetberattelse", "zqxnettext", Readers::Network, true)?;
            let draft = tell(tx, author, "Zqxdraftutkast", "", Readers::Public, false)?;
            let gone = tell(tx, author, "Zqxdraftutkast", "", Readers::Public, true)?;
            posts::withdraw(tx, gone, now)?;
            let comment = posts::comment(tx, &says(of_group, author, "zqxgrpkommentar"), now)?;
            posts::comment(tx, &says(of_network, author, "zqxnetkommentar"), now)?;
            for person in self.extras.iter().chain([&self.cast.protected]) {
                posts::comment(tx, &says(of_group, *person, "Tack"), now)?;
                posts::comment(tx, &says(of_network, *person, "Tack"), now)?;
                let answer = NewComment { answers: Some(comment), ..says(of_group, *person, "Ja, @Author") };
                posts::comment(tx, &answer, now)?;
                let thanked = [(of_group, of_group), (of_network, of_network), (comment, of_group)];
                for (subject, post) in thanked {
                    diesel::insert_into(thanks::table)
                        .values((
                            thanks::subject_id.eq(subject),
                            thanks::person_id.eq(person),
                            thanks::post_id.eq(post),
                            thanks::thanked_at.eq(now),
                        ))
                        .execute(&mut **tx)?;
                }
            }
            let muted = accounts::issue(tx, Purpose::MutePost, Some(author), Some(of_network), now)?;
            self.names.put("post/{token}", muted);
            Ok((of_group, of_network, draft, comment))
        });
        for id in [of_group, of_network, draft] {
            self.names.put("posts/{id}", id);
        }
        self.names.put("comments/{id}", comment);
    }

    /// Everybody who waits for an answer.
    fn waiting(&mut self, network: Id, open: Id, places: &Places) {
        let (now, by) = (self.now(), self.cast.coordinator);
        let app = &self.app.app;
        self.app.write(|tx| {
            groups::ask(tx, app, open, places.sibling, "zqxopnonskan")?;
            for seat in &places.extras {
                groups::ask(tx, app, open, *seat, "")?;
            }
            let id: Id = group_requests::table
                .filter(group_requests::seat_id.eq(places.sibling))
                .select(group_requests::id)
                .first(&mut **tx)?;
            self.names.put("requests/{id}", id);
            let asked = networks::by_slug(tx, "oppna")?.id;
            for (n, seat) in places.extras.iter().enumerate() {
                let message = if n == 0 { "zqxcoobegaran" } else { "" };
                ask_in(tx, asked, *seat, message, now)?;
            }
            let found = networks::find(tx, network)?;
            invite(tx, app, &found, "invited@x.example", "Zqxcooinbjuden", by)?;
            for n in 0..self.size {
                invite(tx, app, &found, &format!("i{n}@x.example"), "Ny Person", by)?;
            }
            let invitation: Id = invitations::table
                .filter(invitations::email.eq("invited@x.example"))
                .select(invitations::id)
                .first(&mut **tx)?;
            self.names.put("invitations/{id}", invitation);
            Ok(())
        });
    }

    /// A secret for every link that a mail or a page can hold.
    fn secrets(&mut self, meetup: Id, round: Id, places: &Places) {
        let (now, author) = (self.now(), self.cast.author);
        let app = &self.app.app;
        let person = self.app.read(|db| accounts::find(db, author));
        self.app.write(|tx| {
            let viewer = grannskap::web::CurrentPerson::find(tx, author, now)?.unwrap();
            let (seat, _) = seats::visible(tx, places.author, &viewer)?;
            let to = ("Zqxoffnamn", "successor@x.example");
            seats::offer(tx, app, &seat, author, to, Lang::Swedish)?;
            let handover = seats::live_handover(tx, places.author)?.unwrap();
            self.names.put("handovers/{handover}", handover.id);
            let network = networks::by_slug(tx, "dolda")?.id;
            self.names.put("join/{token}", accounts::issue(tx, Purpose::JoinLink, None, Some(network), now)?);
            let mut of_author = |purpose, subject| accounts::issue(tx, purpose, Some(author), subject, now);
            self.names.put("confirmations/{token}", of_author(Purpose::Confirm, None)?);
            self.names.put("password/{token}", of_author(Purpose::Password, None)?);
            self.names.put("answer/{token}", of_author(Purpose::Answer, Some(meetup))?);
            self.names.put("call/{token}", of_author(Purpose::Register, Some(round))?);
            for (purpose, gap, ending) in [
                (Purpose::CalendarFeed, "feeds/{token}.ics", ".ics"),
                (Purpose::AtomFeed, "feeds/{token}.atom", ".atom"),
                (Purpose::Unsubscribe, "unsubscribe/{token}", ""),
            ] {
                self.names.put(gap, accounts::feed_token(tx, app, purpose, author)? + ending);
            }
            accounts::request_email(tx, app, &person, "new@x.example")
        });
        let secret = |email: &str, part: &str| {
            let link = self.app.last_mail_to(email).link(part);
            link.split(part).nth(1).unwrap().split('?').next().unwrap().to_owned()
        };
        let values = [
            ("handovers/{token}", secret("successor@x.example", "/handovers/")),
            ("invitations/{token}", secret("invited@x.example", "/invitations/")),
            ("email-changes/{token}", secret("new@x.example", "/email-changes/")),
        ];
        for (gap, value) in values {
            self.names.put(gap, value);
        }
    }

    /// What administrators see, and what is nobody's secret.
    fn odds_and_ends(&mut self) {
        let now = self.now();
        let (job, mail) = self.app.write(|tx| {
            let job = grannskap::clock::new_id();
            diesel::insert_into(jobs::table)
                .values((
                    jobs::id.eq(job),
                    jobs::kind.eq("sweep"),
                    jobs::payload.eq("{}"),
                    jobs::state.eq("failed"),
                    jobs::attempts.eq(1),
                    jobs::due_at.eq(now),
                    jobs::fence.eq(1),
                    jobs::last_error.eq("zqxadmfel"),
                    jobs::created_at.eq(now),
                ))
                .execute(&mut **tx)?;
            let mail: Id =
                outbox::table.order((outbox::created_at, outbox::id)).select(outbox::id).first(&mut **tx)?;
            Ok((job, mail))
        });
        self.names.put("jobs/{id}", job);
        self.names.put("mail/{id}", mail);
        let token: Id = self.app.write(|tx| {
            accounts::create_api_token(tx, self.cast.author, "min", &[accounts::Scope::Read], now)?;
            Ok(api_tokens::table.select(api_tokens::id).first(&mut **tx)?)
        });
        self.names.put("tokens/{id}", token);
        self.names.put("organisers/{code}", "1267");
        self.names.put("organisers/{code}", self.independent());
        self.names.put("domains/{domain}", "hoor.se");
        self.names.put("feeds/{purpose}", "calendar-feed");
        self.names.put("static/{name:.*}", self.app.app.assets.css_url().trim_start_matches("/static/"));
    }

    fn independent(&self) -> String {
        self.app.read(|db| {
            let all = organisers::table.filter(organisers::kind.ne("municipality")).order(organisers::code);
            Ok(all.select(organisers::code).first(db)?)
        })
    }

    /// Somebody leaves, and somebody's account is closed while they are signed in.
    async fn goings(
        &mut self,
        group: Id,
        network: Id,
        meetup: Id,
        places: &Places,
    ) -> (Visitor, Vec<String>) {
        let now = self.now();
        let app = &self.app.app;
        let closed = Visitor::signed_in(self.app, self.cast.disabled, "disabled@x.example").await;
        let (left, disabled, by) = (self.cast.left, self.cast.disabled, self.cast.administrator);
        let dead = self.app.write(|tx| {
            let mut dead = Vec::new();
            for person in [left, disabled] {
                let secret = accounts::issue(tx, Purpose::Answer, Some(person), Some(meetup), now)?;
                dead.push(format!("/meetups/{meetup}/answer/{secret}"));
            }
            for (purpose, ending) in [(Purpose::CalendarFeed, "ics"), (Purpose::AtomFeed, "atom")] {
                let secret = accounts::feed_token(tx, app, purpose, disabled)?;
                dead.push(format!("/feeds/{secret}.{ending}"));
            }
            accounts::renew_group_feed(tx, app, left, group)?;
            dead.push(format!("/feeds/{}.ics", accounts::shown_group_feed(tx, app, left, group)?.unwrap()));
            let group = groups::find(tx, group)?;
            groups::leave(tx, app, &group, left)?;
            diesel::update(
                network_memberships::table
                    .filter(network_memberships::network_id.eq(network))
                    .filter(network_memberships::seat_id.eq(places.left)),
            )
            .set((network_memberships::state.eq("left"), network_memberships::left_at.eq(now)))
            .execute(&mut **tx)?;
            accounts::disable(tx, disabled, by, now)?;
            Ok(dead)
        });
        (closed, dead)
    }
}
