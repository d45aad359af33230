//! Random numbers: one small generator a task, seeded by what the task is, never by who runs it.

use rand_core::{Rng, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// A seeded source of random numbers.
pub(crate) struct Random(Pcg64Mcg);

impl Random {
    /// The source for one task of a seeded run.
    pub(crate) fn new(seed: u64, task: u64) -> Self {
        Self(Pcg64Mcg::seed_from_u64(seed ^ task.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// A number below `bound`, which is positive and below 2^32 (Lemire's multiplication; the bias is under 2^-32 · bound).
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        ((u64::from(self.0.next_u32()) * bound as u64) >> 32) as usize
    }

    /// 32 random bits.
    pub(crate) fn bits(&mut self) -> u32 {
        self.0.next_u32()
    }

    /// Puts a list in random order.
    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}
