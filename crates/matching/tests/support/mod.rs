//! What the tests share: a generator of rounds and a verifier that knows nothing of the solver.
#![allow(dead_code, reason = "each test binary uses its part")]

pub mod generator;
pub mod sweden;
pub mod verifier;
