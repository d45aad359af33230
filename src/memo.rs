//! What pure functions have given lately, for those whose work is long and whose result is asked for again and again.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

/// Results by what they were made of. Whatever was not asked for while half of the room filled up is forgotten.
pub struct Memo {
    /// Bytes that keys and results may take together.
    room: usize,
    kept: LazyLock<Mutex<Kept>>,
}

#[derive(Default)]
struct Kept {
    fresh: HashMap<String, Arc<str>>,
    stale: HashMap<String, Arc<str>>,
    /// Bytes of what is fresh.
    taken: usize,
}

impl Memo {
    /// Nothing yet; `room` in bytes.
    pub const fn of(room: usize) -> Self {
        Memo { room, kept: LazyLock::new(Mutex::default) }
    }

    /// What stands under the key, or is made now. The key must say all that the result depends on.
    pub fn get(&self, key: String, make: impl FnOnce() -> String) -> Arc<str> {
        if let Some(known) = self.known(&key) {
            return known;
        }
        let made: Arc<str> = make().into();
        self.keep(key, made.clone());
        made
    }

    /// What stands under the key, if it is still known: for results whose making may fail.
    pub fn known(&self, key: &str) -> Option<Arc<str>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(fresh) = kept.fresh.get(key) {
            return Some(fresh.clone());
        }
        let (key, stale) = kept.stale.remove_entry(key)?;
        kept.add(self.room, key, stale.clone());
        Some(stale)
    }

    /// Keeps what was made of this.
    pub fn keep(&self, key: String, made: Arc<str>) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).add(self.room, key, made);
    }
}

impl Kept {
    fn add(&mut self, room: usize, key: String, made: Arc<str>) {
        let bytes = key.len() + made.len();
        if self.taken + bytes > room / 2 {
            self.stale = std::mem::take(&mut self.fresh);
            self.taken = 0;
        }
        self.taken += bytes;
        self.fresh.insert(key, made);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_the_rest_is_forgotten() {
        let memo = Memo::of(400);
        let made = |key: &str| {
            let mut called = false;
            let result = memo.get(key.to_owned(), || {
                called = true;
                format!("{key}{}", "x".repeat(80))
            });
            assert!(result.starts_with(key));
            called
        };
        assert!(made("one") && !made("one"));
        for n in 0..20 {
            made(&format!("other {n}"));
            assert!(!made("one"), "asked for all the time");
        }
        assert!(made("other 3") && !made("other 19"));
        let kept = memo.kept.lock().unwrap();
        assert!(kept.fresh.len() + kept.stale.len() <= 5);
    }

    #[test]
    fn what_is_larger_than_the_room_is_still_given() {
        let memo = Memo::of(10);
        assert_eq!(&*memo.get("key".into(), || "y".repeat(50)), "y".repeat(50));
    }
}
