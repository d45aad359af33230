//! The people that the sweeps visit as.

use diesel::prelude::*;
use grannskap::db::schema::people;
use grannskap::db::types::Id;

use crate::support::TestApp;

/// Somebody in every position.
pub struct Cast {
    pub author: Id,
    pub member: Id,
    pub protected: Id,
    pub sibling: Id,
    pub coordinator: Id,
    pub administrator: Id,
    pub other: Id,
    pub peer: Id,
    pub invited: Id,
    pub left: Id,
    pub disabled: Id,
}

/// Everybody with an account, one of them with protected personal data.
pub async fn cast(app: &TestApp) -> Cast {
    let cast = Cast {
        author: app.person("Zqxnetmedlem Ek", "author@x.example").await,
        member: app.person("Mia Ek", "member@x.example").await,
        protected: app.person("Zqxprotnamn Ek", "protected@x.example").await,
        sibling: app.person("Sara Ek", "sibling@x.example").await,
        coordinator: app.person("Kajsa Berg", "coordinator@x.example").await,
        administrator: app.administrator("Ada Drift", "admin@x.example").await,
        other: app.person("Olle Ek", "other@x.example").await,
        peer: app.person("Pia Ek", "peer@x.example").await,
        invited: app.person("Inga Ek", "invited@x.example").await,
        left: app.person("Lars Ek", "left@x.example").await,
        disabled: app.person("Dan Ek", "disabled@x.example").await,
    };
    app.write(|tx| {
        let hidden = diesel::update(people::table.find(cast.protected));
        Ok(hidden.set(people::protected.eq(true)).execute(&mut **tx)?)
    });
    cast
}

/// Many more members.
pub async fn extras(app: &TestApp, size: usize) -> Vec<Id> {
    let mut made = Vec::new();
    for n in 0..size {
        made.push(app.person(&format!("Medlem {n:02}"), &format!("m{n}@x.example")).await);
    }
    made
}
