//! Themes of the hidden network: one in its list, one that an author named in a story of the group, and more of both.

use diesel::prelude::*;
use grannskap::db::schema::themes as table;
use grannskap::db::types::Id;
use grannskap::posts::{self, NewPost, Visibility};
use grannskap::themes;

use super::Build;

impl Build<'_> {
    /// The slug of the free one, which those alone see who read the story.
    pub(super) fn themes(&mut self, network: Id, group: Id) -> String {
        let (now, by, author) = (self.now(), self.cast.coordinator, self.cast.author);
        let (listed, free) = self.app.write(|tx| {
            // The marker is in the names only: an address is shown to whoever typed it.
            themes::add(tx, network, ("Listat", "Listed"))?;
            for n in 0..self.size {
                themes::add(tx, network, (&format!("Tema {n}"), &format!("Theme {n}")))?;
            }
            let all = themes::offered(tx, network, &[])?;
            let listed = all.iter().find(|theme| theme.name_sv == "Listat").unwrap().slug.clone();
            themes::rename(tx, network, &listed, ("Zqxnettema", "Zqxnettema"))?;
            let away = all.iter().find(|theme| theme.name_sv == "Tema 0").unwrap();
            themes::put_away(tx, network, &away.slug, by, now)?;
            let free = themes::name_free(tx, network, &["Fritt".to_owned()])?.remove(0);
            diesel::update(table::table.find(&free))
                .set((table::name_sv.eq("Zqxgrptema"), table::name_en.eq("Zqxgrptema")))
                .execute(&mut **tx)?;
            for (slug, readers) in [(&listed, Visibility::Network), (&free, Visibility::Group)] {
                for n in 0..self.size {
                    let mut new = NewPost::free(format!("Med tema {n}"), "Text", readers);
                    new.themes = vec![slug.clone()];
                    posts::create(tx, group, author, &new, true, now)?;
                }
            }
            Ok((listed, free))
        });
        self.names.put("themes/{slug}", &listed);
        self.names.put("themes/{theme}", listed);
        self.queries.push(("/networks/{slug}/themes/{theme}/merger/new", "into=undervisning".to_owned()));
        free
    }
}
