//! Who wrote something, as readers see it.

/// A seat in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// What the role is called.
    pub role: String,
    /// Name of the organiser.
    pub organiser: String,
}

/// Who wrote something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Author {
    /// Name; nothing for people whose personal data is protected.
    pub name: Option<String>,
    /// The seat they wrote from; nothing for them either: it says where they work.
    pub role: Option<Role>,
}

/// What a query reads of an author: name, protected, role and organiser of the seat.
pub(super) type AuthorColumns = (String, bool, Option<String>, Option<String>);

impl From<AuthorColumns> for Author {
    fn from((name, protected, role, organiser): AuthorColumns) -> Self {
        if protected {
            return Author::default();
        }
        let role = role.zip(organiser).map(|(role, organiser)| Role { role, organiser });
        Author { name: Some(name), role }
    }
}

impl Author {
    /// The name, or what stands for it.
    pub fn shown(&self, chrome: &crate::web::Chrome) -> String {
        self.name.clone().unwrap_or_else(|| chrome.t("person-protected"))
    }

    /// The first letters of the name, for the round sign beside it.
    pub fn initials(&self) -> String {
        let letters = |name: &String| -> String {
            let firsts: Vec<char> = name.split_whitespace().filter_map(|word| word.chars().next()).collect();
            let last = if firsts.len() > 1 { firsts.last() } else { None };
            firsts.first().into_iter().chain(last).flat_map(|letter| letter.to_uppercase()).collect()
        };
        self.name.as_ref().map_or_else(|| "–".to_owned(), letters)
    }
}
