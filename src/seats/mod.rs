//! Seats: a role at an organiser, held by a person for a time.
