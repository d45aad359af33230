//! What the demo holds, for the terminal and as JSON.

use std::fmt;

use serde::Serialize;

use super::PASSWORD;
use super::groundwork::World;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;
use crate::rounds::{self, ThemeNames};

/// What was made.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Accounts to sign in with.
    pub accounts: Vec<Account>,
    /// The groups of the round.
    pub groups: Vec<ReportedGroup>,
    /// Who has no place, and why.
    pub unplaced: Vec<ReportedUnplaced>,
}

/// An account.
#[derive(Debug, Serialize)]
pub struct Account {
    /// Address.
    pub email: String,
    /// Password.
    pub password: String,
    /// `administrator`, `coordinator` or `member`.
    pub role: String,
}

impl Account {
    pub(super) fn new(email: &str, role: &str) -> Self {
        Account { email: email.to_owned(), password: PASSWORD.to_owned(), role: role.to_owned() }
    }
}

/// A group of the round.
#[derive(Debug, Serialize)]
pub struct ReportedGroup {
    /// Name.
    pub name: String,
    /// Members.
    pub members: Vec<ReportedMember>,
    /// Why these people.
    pub why: String,
}

/// A member of a group.
#[derive(Debug, Serialize)]
pub struct ReportedMember {
    /// Name.
    pub name: String,
    /// Organiser.
    pub organiser: String,
}

/// Somebody without a place.
#[derive(Debug, Serialize)]
pub struct ReportedUnplaced {
    /// Name.
    pub name: String,
    /// Why.
    pub reason: String,
}

/// Reads the result of the round.
pub(super) fn of(db: &mut Db, world: &World, round: Id) -> Result<Report> {
    let (proposal, themes) = (rounds::proposal(db, round)?, ThemeNames::load(db)?);
    let lang = Lang::Swedish;
    let name = |who: &rounds::Registered| who.name.clone().unwrap_or_else(|| lang.t("person-protected"));
    let groups = proposal
        .groups
        .iter()
        .map(|group| ReportedGroup {
            name: group.name.clone(),
            members: group
                .members
                .iter()
                .map(|member| ReportedMember {
                    name: name(&member.registered),
                    organiser: member.registered.organiser_name.clone(),
                })
                .collect(),
            why: rounds::group_sentences(&group.why, lang, &themes).join(" "),
        })
        .collect();
    let unplaced = proposal
        .unplaced
        .iter()
        .map(|(who, why)| ReportedUnplaced {
            name: name(who),
            reason: rounds::unplaced_sentences(why, lang).0,
        })
        .collect();
    let accounts = world.accounts.iter().map(|account| Account::new(&account.email, &account.role)).collect();
    Ok(Report { accounts, groups, unplaced })
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, group) in self.groups.iter().enumerate() {
            writeln!(f, "{:>3}. {}", n + 1, group.name)?;
            for member in &group.members {
                writeln!(f, "       {:<26} {}", member.name, member.organiser)?;
            }
            writeln!(f, "     {}\n", group.why)?;
        }
        let placed: usize = self.groups.iter().map(|group| group.members.len()).sum();
        writeln!(f, "{placed} personer i {} grupper, {} utan plats", self.groups.len(), self.unplaced.len())?;
        for person in &self.unplaced {
            writeln!(f, "     {}: {}", person.name, person.reason)?;
        }
        writeln!(f, "\nKonton:")?;
        for account in &self.accounts {
            writeln!(f, "     {:<14} {:<48} {}", account.role, account.email, account.password)?;
        }
        Ok(())
    }
}
