//! A browser without JavaScript: keeps cookies, follows nothing by itself, reads HTML.

use reqwest::StatusCode;
use reqwest::redirect::Policy;
use scraper::{Html, Selector};

pub struct Client {
    http: reqwest::Client,
    address: String,
}

/// An answer.
pub struct Page {
    pub status: StatusCode,
    pub location: Option<String>,
    pub headers: reqwest::header::HeaderMap,
    pub body: String,
}

impl Client {
    pub fn new(address: &str) -> Self {
        let http = reqwest::Client::builder()
            .cookie_store(true)
            // The server hangs up on idle connections after five seconds; never write into one that it is closing.
            .pool_idle_timeout(std::time::Duration::from_secs(2))
            .redirect(Policy::none())
            .no_proxy()
            .build()
            .unwrap();
        Client { http, address: address.to_owned() }
    }

    /// GET, in Swedish unless the person says otherwise.
    pub async fn get(&self, path: &str) -> Page {
        self.get_as(path, "sv").await
    }

    /// GET with an `Accept-Language`.
    pub async fn get_as(&self, path: &str, language: &str) -> Page {
        let request = self.http.get(self.url(path)).header("accept-language", language);
        Page::of(request.send().await.unwrap()).await
    }

    /// POST of a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let request = self.http.post(self.url(path)).header("sec-fetch-site", "same-origin").form(fields);
        Page::of(request.send().await.unwrap()).await
    }

    /// POST, then GET of where it leads, as browsers do.
    pub async fn post_and_follow(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let page = self.post(path, fields).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "POST {path} did not redirect: {}", page.text());
        self.get(page.location.as_deref().unwrap()).await
    }

    /// Anything else.
    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method, self.url(path))
    }

    fn url(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.address) }
    }
}

impl Page {
    pub async fn of(response: reqwest::Response) -> Self {
        let location = response.headers().get("location").map(|value| value.to_str().unwrap().to_owned());
        Page {
            status: response.status(),
            location,
            headers: response.headers().clone(),
            body: response.text().await.unwrap(),
        }
    }

    /// The text of every element that `selector` finds, white space folded.
    pub fn all(&self, selector: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let html = Html::parse_document(&self.body);
        html.select(&selector).map(|element| words(&element.text().collect::<String>())).collect()
    }

    /// The text of the first element that `selector` finds.
    pub fn first(&self, selector: &str) -> String {
        self.all(selector).into_iter().next().unwrap_or_else(|| panic!("no {selector} in {}", self.text()))
    }

    /// How many elements `selector` finds.
    pub fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    /// An attribute of the first element that `selector` finds.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let selector = Selector::parse(selector).unwrap();
        let html = Html::parse_document(&self.body);
        html.select(&selector).next()?.value().attr(name).map(str::to_owned)
    }

    /// An attribute of every element that `selector` finds and that has it.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(selector).unwrap();
        let html = Html::parse_document(&self.body);
        html.select(&selector).filter_map(|found| found.value().attr(name)).map(str::to_owned).collect()
    }

    /// The words of the page's main part.
    pub fn text(&self) -> String {
        let found = self.all("main");
        found.into_iter().next().unwrap_or_else(|| words(&self.body))
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
