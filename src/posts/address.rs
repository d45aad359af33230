//! The address of a story that everybody may read: a number that can be read out, and its title.
//!
//! `/posts/{id}` stays the address of every story. One that is or was public has a number beside it, and is found at
//! `/posts/123-om-lasning` too; with another title after the number, or none, the address leads there.

use diesel::prelude::*;
use uuid::Uuid;

use super::{Post, Visibility};
use crate::db::schema::posts;
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::fold;

/// Characters of the title in an address, at most.
const LONGEST: usize = 60;

/// Numbers are given one at a time under this lock: "grannskap_number" as bytes.
const LOCK: Id = Id(Uuid::from_u128(0x6772_616e_6e73_6b61_705f_6e75_6d62_6572));

/// The way in which somebody asks for a story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Address {
    /// By its identifier.
    Id(Id),
    /// By its number.
    Number(i32),
}

impl Address {
    /// Of the last part of an address. [`Error::NotFound`] when it can be neither.
    pub(super) fn parse(text: &str) -> Result<Self> {
        if let Ok(id) = text.parse() {
            return Ok(Address::Id(id));
        }
        let number = text.split('-').next().unwrap_or_default();
        let is_number = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
        number.parse().ok().filter(|_| is_number).map(Address::Number).ok_or(Error::NotFound)
    }

    /// The story that is meant, whoever may read it.
    pub(super) fn story(self, db: &mut Db) -> Result<Id> {
        match self {
            Address::Id(id) => Ok(id),
            Address::Number(number) => {
                Ok(posts::table.filter(posts::number.eq(number)).select(posts::id).first(db)?)
            }
        }
    }
}

impl Post {
    /// Where the story is: with number and title while everybody may read it, else with its identifier.
    pub fn path(&self) -> String {
        let public = self.visibility == Visibility::Public && self.withdrawn_at.is_none();
        match self.numbered_path() {
            Some(path) if public => path,
            _ => format!("/posts/{}", self.id),
        }
    }

    /// The address with its number, if it has ever had one.
    pub(super) fn numbered_path(&self) -> Option<String> {
        self.number.map(|number| numbered(number, &self.title))
    }
}

/// A number, and a title after it.
pub(super) fn numbered(number: i32, title: &str) -> String {
    let slug = slug(title);
    if slug.is_empty() { format!("/posts/{number}") } else { format!("/posts/{number}-{slug}") }
}

/// A title in an address: plain letters and digits, words with dashes between, cut between words.
fn slug(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        if slug.len() + word.len() >= LONGEST {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

/// Gives a public story that has none the next number.
pub(super) fn give(tx: &mut Tx<'_>, post: &Post) -> Result<()> {
    if post.visibility != Visibility::Public || post.number.is_some() {
        return Ok(());
    }
    tx.lock(LOCK)?;
    let last: Option<i32> = posts::table.select(diesel::dsl::max(posts::number)).first(&mut **tx)?;
    let row = posts::table.find(post.id).filter(posts::number.is_null());
    diesel::update(row).set(posts::number.eq(last.unwrap_or(0) + 1)).execute(&mut **tx)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_plain_words() {
        assert_eq!(slug("Om läsning på Åsö – 3 år senare!"), "om-lasning-pa-aso-3-ar-senare");
        assert_eq!(slug("  "), "");
        assert_eq!(slug("läsning"), slug("Läsning?"));
        let long = slug(&"ord ".repeat(50));
        assert!(long.len() < LONGEST && long.ends_with("ord"), "{long}");
    }

    #[test]
    fn an_address_is_an_identifier_or_a_number() {
        let number = |text| Address::parse(text).ok();
        assert_eq!(number("12-om-lasning"), Some(Address::Number(12)));
        assert_eq!(number("12"), Some(Address::Number(12)));
        for text in ["", "-1", "om-12", "0", "012-x", "1x-y", "99999999999", "+1", "١-x"] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
