//! Sets of words as numbers, so that two people's themes compare in a few instructions.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

/// Stands for a word of white space alone.
pub(crate) const BLANK: u32 = u32::MAX;

/// Numbers for words, in order of first sight. Case and surrounding white space do not matter.
pub(crate) struct Vocabulary<'p> {
    /// Words as somebody spelled them, so that each spelling is made plain once.
    spelled: HashMap<&'p str, u32, Quick>,
    plain: HashMap<String, u32>,
}

impl Default for Vocabulary<'_> {
    fn default() -> Self {
        Self { spelled: HashMap::with_hasher(Quick::new()), plain: HashMap::new() }
    }
}

impl<'p> Vocabulary<'p> {
    pub(crate) fn id(&mut self, word: &'p str) -> u32 {
        if let Some(&id) = self.spelled.get(word) {
            return id;
        }
        let plain = word.trim().to_lowercase();
        let next = self.plain.len() as u32;
        let id = if plain.is_empty() { BLANK } else { *self.plain.entry(plain).or_insert(next) };
        self.spelled.insert(word, id);
        id
    }

    pub(crate) fn set(&mut self, words: &'p [String]) -> TagSet {
        let (mut bits, mut rest) = (0, Vec::new());
        for word in words {
            match self.id(word) {
                BLANK => {}
                id @ 0..128 => bits |= 1 << id,
                id => rest.push(id),
            }
        }
        rest.sort_unstable();
        rest.dedup();
        TagSet { bits, rest: rest.into_boxed_slice() }
    }
}

/// A hash of a few instructions a word, begun with a secret: a hundred thousand people name a million words.
#[derive(Clone)]
pub(crate) struct Quick(u64);

impl Quick {
    fn new() -> Self {
        Self(RandomState::new().hash_one(0))
    }

    fn mix(&mut self, bits: u64) {
        let wide = u128::from(self.0 ^ bits) * 0x9E37_79B9_7F4A_7C15;
        self.0 = (wide as u64) ^ (wide >> 64) as u64;
    }
}

impl BuildHasher for Quick {
    type Hasher = Self;

    fn build_hasher(&self) -> Self {
        self.clone()
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.mix(chunk.try_into().map_or(0, u64::from_le_bytes));
        }
        let rest =
            chunks.remainder().iter().fold(bytes.len() as u64, |bits, &byte| bits << 8 | u64::from(byte));
        self.mix(rest);
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A set of numbered words: the first 128 as bits, rarer vocabularies beyond that as a sorted list.
#[derive(Clone, Debug, Default)]
pub(crate) struct TagSet {
    bits: u128,
    rest: Box<[u32]>,
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
        let words: Vec<String> = (0..300).map(|number| format!("word {number}")).collect();
        let odd = [" WORD 7 ".to_owned(), String::new()];
        let mut vocabulary = Vocabulary::default();
        let all = vocabulary.set(&words);
        let some = vocabulary.set(&words[120..140]);
        assert_eq!(all.common(&some), 20);
        assert_eq!(vocabulary.set(&odd).common(&all), 1);
    }
}
