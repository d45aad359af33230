//! Agendas: what a group wants to talk about when it meets, by which guide, who does what, and who came.
//!
//! Everything here belongs to a meetup and is seen by those who see it: the members of its group and the coordinators of the
//! network; for everybody else it does not exist. Until the meetup is over, members ask questions, change and withdraw their
//! own, and say which others they want to talk about too; coordinators may withdraw any. Whoever withdrew a question puts it
//! back. Members and coordinators choose the guide and give the roles. From the beginning on they note who came. Questions,
//! interest and roles hang on the seat: a successor keeps them. Who came is what happened: the person is kept with the seat.

mod attendance;
mod forms;
mod guide;
mod outline;
pub mod pages;
mod question;
mod role;
mod rotation;
mod view;

pub use attendance::{Came, came_to, note, note_guests, take_back};
pub use guide::{Guide, choose_guide};
pub use outline::{Outline, outline};
pub use question::{
    MOST_QUESTIONS, NewQuestion, Question, ask, put_back, questions_of, update, want, want_no_more, withdraw,
};
pub use role::{Role, Turn, give, give_up, turns_of};
pub use rotation::{Reason, propose};
