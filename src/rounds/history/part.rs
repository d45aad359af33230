//! A part of the history, small enough for a page: a matrix of so many, and whom each of them has met.

use super::{Item, Met, Past};
use crate::i18n::fold;
use crate::web::Paging;

/// Partners named beside somebody; the rest stand on the page of that one.
const MOST_NAMED: usize = 12;

/// Those on a page.
pub(in crate::rounds) struct Part {
    /// By county and name.
    pub rows: Vec<Row>,
    /// Which part of the whole it is.
    pub paging: Paging,
    /// The one whose history it is, where it is somebody's.
    pub focus: Option<Item>,
}

/// Somebody on the page.
pub(in crate::rounds) struct Row {
    /// Who it is.
    pub item: Item,
    /// What it has had in common with each row of the part, in their order.
    pub cells: Vec<Cell>,
    /// Some of those whom it has met, here or on other pages, with what they had in common.
    pub partners: Vec<(String, Met)>,
    /// How many more there are.
    pub more: usize,
}

/// What a row and a column have had in common.
pub(in crate::rounds) struct Cell {
    /// Who the column is.
    pub label: String,
    /// Nothing where they have not met.
    pub met: Option<Met>,
}

/// The part that a page shows: those whose name holds `text`; of `focus` and those whom it has met, where that is given.
pub(in crate::rounds) fn part(past: &Past, text: &str, focus: &str, paging: Paging) -> Part {
    let wanted = fold(text);
    let centre = past.items.iter().position(|item| item.key == focus);
    let fits = |at: &usize| match (centre, past.items.get(*at)) {
        (Some(centre), _) => *at == centre || past.of(centre, *at).is_some(),
        (None, Some(item)) => fold(&item.label).contains(&wanted) || fold(&item.county).contains(&wanted),
        (None, None) => false,
    };
    let mut found: Vec<usize> = (0..past.items.len()).filter(fits).collect();
    // The one whom it is about stands first, so that its row is on the first page.
    found.sort_by_key(|at| Some(*at) != centre);
    let paging = paging.with_total(i64::try_from(found.len()).unwrap_or(i64::MAX));
    let here = paging.cut(found);
    let rows = here.iter().filter_map(|at| row(past, *at, &here, Some(*at) == centre)).collect();
    Part { rows, paging, focus: centre.and_then(|at| past.items.get(at)).cloned() }
}

fn row(past: &Past, at: usize, here: &[usize], whole: bool) -> Option<Row> {
    let item = past.items.get(at)?.clone();
    let partners = past.partners(at);
    let named = if whole { partners.len() } else { MOST_NAMED };
    let name = |at: usize| past.items.get(at).map(|item| item.label.clone()).unwrap_or_default();
    Some(Row {
        item,
        cells: here
            .iter()
            .map(|other| Cell { label: name(*other), met: past.of(at, *other).cloned() })
            .collect(),
        more: partners.len().saturating_sub(named),
        partners: partners.into_iter().take(named).map(|(other, met)| (name(other), met.clone())).collect(),
    })
}
