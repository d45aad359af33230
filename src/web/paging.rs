//! Long lists in pages: `?page=2`, the other parts of the query kept.

use actix_web::HttpRequest;

use super::forms::Fields;

/// Which part of a list is shown, and the way to the others.
#[derive(Debug, Clone)]
pub struct Paging {
    /// The page shown, from 1.
    pub page: i64,
    /// How many rows there are.
    pub total: i64,
    size: i64,
    path: String,
    query: Vec<(String, String)>,
}

/// A link in the list of pages.
#[derive(Debug, Clone)]
pub struct PageLink {
    /// Which page.
    pub page: i64,
    /// Its address.
    pub href: String,
    /// Whether it is the one shown.
    pub current: bool,
}

impl Paging {
    /// The page a request asks for, `size` rows each. Anything that is no page is the first.
    pub fn of(request: &HttpRequest, size: i64) -> Self {
        let query = Fields::of_query(request);
        let page = query.text("page").parse().unwrap_or(1).clamp(1, 100_000);
        let others = url::form_urlencoded::parse(request.query_string().as_bytes())
            .into_owned()
            .filter(|(name, value)| name != "page" && !value.is_empty())
            .collect();
        Paging { page, size, total: 0, path: request.path().to_owned(), query: others }
    }

    /// Tells how long the list is. A page after the last becomes the last.
    pub fn with_total(mut self, total: i64) -> Self {
        self.total = total;
        self.page = self.page.clamp(1, self.pages());
        self
    }

    /// Rows before this page.
    pub fn offset(&self) -> i64 {
        (self.page - 1) * self.size
    }

    /// Rows on a page.
    pub fn size(&self) -> i64 {
        self.size
    }

    /// This page of a list that is in memory.
    pub fn cut<T>(&self, rows: Vec<T>) -> Vec<T> {
        let (offset, size) = (usize::try_from(self.offset()), usize::try_from(self.size));
        rows.into_iter().skip(offset.unwrap_or(0)).take(size.unwrap_or(0)).collect()
    }

    /// Links to the pages around this one, the first and the last; none when there is one page.
    pub fn links(&self) -> Vec<PageLink> {
        if self.pages() < 2 {
            return Vec::new();
        }
        let near = |page: i64| page == 1 || page == self.pages() || (page - self.page).abs() <= 2;
        (1..=self.pages()).filter(|page| near(*page)).map(|page| self.link(page)).collect()
    }

    /// The page before this one.
    pub fn previous(&self) -> Option<PageLink> {
        (self.page > 1).then(|| self.link(self.page - 1))
    }

    /// The page after this one.
    pub fn next(&self) -> Option<PageLink> {
        (self.page < self.pages()).then(|| self.link(self.page + 1))
    }

    fn pages(&self) -> i64 {
        ((self.total + self.size - 1) / self.size).max(1)
    }

    fn link(&self, page: i64) -> PageLink {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(&self.query);
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        let query = query.finish();
        let href = if query.is_empty() { self.path.clone() } else { format!("{}?{query}", self.path) };
        PageLink { page, href, current: page == self.page }
    }
}
