//! Digests: what is new, by mail.
