//! E-mail domains that prove employment at an organiser. Tied by coordinators and administrators.

use diesel::prelude::*;

use super::editor::Editor;
use super::organiser;
use crate::db::schema::organiser_domains;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};

/// Domains where anybody gets an address: they prove nothing.
static WEBMAIL: &str = include_str!("webmail_domains.txt");

/// The organiser whose domain this address belongs to, if any is tied to it. Only the whole domain counts:
/// `anna@skola.hoor.se` is not proved by `hoor.se`.
pub fn organiser_of_domain(db: &mut Db, email: &str) -> Result<Option<String>> {
    let Some(domain) = email.rsplit_once('@').and_then(|(_, domain)| ascii(domain)) else { return Ok(None) };
    Ok(organiser_domains::table
        .find(domain)
        .select(organiser_domains::organiser_code)
        .first(db)
        .optional()?)
}

/// The domains tied to an organiser, by name.
pub fn domains_of(db: &mut Db, code: &str) -> Result<Vec<String>> {
    Ok(organiser_domains::table
        .filter(organiser_domains::organiser_code.eq(code))
        .order(organiser_domains::domain)
        .select(organiser_domains::domain)
        .load(db)?)
}

/// A domain as it is kept, from what somebody typed (with or without `@`); else the locale key that says why not.
pub fn parse_domain(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    let text = text.rsplit_once('@').map_or(text, |(_, domain)| domain);
    let domain = ascii(text).filter(|domain| domain.contains('.')).ok_or("organiser-error-domain")?;
    let is_webmail = WEBMAIL.lines().any(|each| domain == each || domain.ends_with(&format!(".{each}")));
    if is_webmail { Err("organiser-error-domain-webmail") } else { Ok(domain) }
}

/// Ties a domain to an organiser; nothing happens when it is so already. [`Error::Conflict`] when it is another's.
pub fn tie_domain(tx: &mut Tx<'_>, code: &str, domain: &str, by: &Editor) -> Result<()> {
    organiser::find(tx, code)?;
    let row = (
        organiser_domains::domain.eq(domain),
        organiser_domains::organiser_code.eq(code),
        organiser_domains::created_by.eq(by.person),
        organiser_domains::created_at.eq(by.now),
    );
    crate::on_both!(tx, c => {
        diesel::insert_into(organiser_domains::table).values(row).on_conflict_do_nothing().execute(c)
    })?;
    let owner: String =
        organiser_domains::table.find(domain).select(organiser_domains::organiser_code).first(&mut **tx)?;
    if owner != code {
        return Err(Error::Conflict("organiser-error-domain-taken"));
    }
    by.did(tx, "domain-tied", format!("{code} {domain}"))
}

/// Unties a domain. Seats that it confirmed stay confirmed.
pub fn untie_domain(tx: &mut Tx<'_>, code: &str, domain: &str, by: &Editor) -> Result<()> {
    let row = organiser_domains::table.find(domain).filter(organiser_domains::organiser_code.eq(code));
    match diesel::delete(row).execute(&mut **tx)? {
        0 => Err(Error::NotFound),
        _ => by.did(tx, "domain-untied", format!("{code} {domain}")),
    }
}

/// A domain in lower case, letters beyond ASCII as mail servers write them.
fn ascii(domain: &str) -> Option<String> {
    let is_plain = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
    if domain.len() > 253 || !domain.chars().all(is_plain) {
        return None;
    }
    match url::Host::parse(domain) {
        Ok(url::Host::Domain(domain)) => Some(domain.trim_end_matches('.').to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_kept_as_mail_servers_write_them() {
        assert_eq!(parse_domain(" Hoor.SE "), Ok("hoor.se".to_owned()));
        assert_eq!(parse_domain("anna@hoor.se"), Ok("hoor.se".to_owned()));
        assert_eq!(parse_domain("@höör.se"), Ok("xn--hr-fkaa.se".to_owned()));
    }

    #[test]
    fn what_proves_nothing_is_refused() {
        for text in ["gmail.com", "GMAIL.com", "x.outlook.com", "a@hotmail.se"] {
            assert_eq!(parse_domain(text), Err("organiser-error-domain-webmail"), "{text}");
        }
        for text in
            ["", "se", "@", "hoor se", "http://hoor.se", "127.0.0.1", "hoor.se/x", "hoor.se:80", "a%2e.se"]
        {
            assert_eq!(parse_domain(text), Err("organiser-error-domain"), "{text}");
        }
    }
}
