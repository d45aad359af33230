//! Sets of words as numbers, so that two people's themes compare in a few instructions.

use std::borrow::Cow;
use std::collections::HashMap;

/// Numbers for words, in order of first sight. Case and surrounding white space do not matter.
#[derive(Default)]
pub(crate) struct Vocabulary {
    ids: HashMap<String, u32>,
}

impl Vocabulary {
    pub(crate) fn id(&mut self, word: &str) -> u32 {
        let word = word.trim();
        let plain = word.chars().all(|letter| !letter.is_uppercase());
        let word = if plain { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        if let Some(&id) = self.ids.get(word.as_ref()) {
            return id;
        }
        let next = self.ids.len() as u32;
        self.ids.insert(word.into_owned(), next);
        next
    }

    pub(crate) fn set(&mut self, words: &[String]) -> TagSet {
        let mut set = TagSet::default();
        for word in words.iter().filter(|word| !word.trim().is_empty()) {
            let id = self.id(word);
            match id {
                0..128 => set.bits |= 1 << id,
                _ => set.rest.push(id),
            }
        }
        set.rest.sort_unstable();
        set.rest.dedup();
        set
    }
}

/// A set of numbered words: the first 128 as bits, rarer vocabularies beyond that as a sorted list.
#[derive(Clone, Debug, Default)]
pub(crate) struct TagSet {
    bits: u128,
    rest: Vec<u32>,
}

impl TagSet {
    /// How many words both hold.
    pub(crate) fn common(&self, other: &Self) -> u32 {
        let shared = (self.bits & other.bits).count_ones();
        if self.rest.is_empty() || other.rest.is_empty() {
            return shared;
        }
        let (mut i, mut j, mut rest) = (0, 0, 0);
        while i < self.rest.len() && j < other.rest.len() {
            let (a, b) = (self.rest[i], other.rest[j]);
            rest += u32::from(a == b);
            i += usize::from(a <= b);
            j += usize::from(b <= a);
        }
        shared + rest
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_words_beyond_the_bits() {
        let mut vocabulary = Vocabulary::default();
        let words: Vec<String> = (0..300).map(|number| format!("word {number}")).collect();
        let all = vocabulary.set(&words);
        let some = vocabulary.set(&words[120..140]);
        assert_eq!(all.common(&some), 20);
        assert_eq!(vocabulary.set(&[" WORD 7 ".into(), String::new()]).common(&all), 1);
    }
}
