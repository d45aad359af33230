//! Which browser asks, in words that its owner knows it by. Nothing else of what it says about itself is kept.

/// Browsers by what their `User-Agent` holds; the first that fits, since most of them claim to be several.
const BROWSERS: [(&str, &str); 7] = [
    ("edg", "Edge"),
    ("opr/", "Opera"),
    ("samsungbrowser", "Samsung Internet"),
    ("firefox", "Firefox"),
    ("fxios", "Firefox"),
    ("chrom", "Chrome"),
    ("safari", "Safari"),
];

/// Systems, likewise.
const SYSTEMS: [(&str, &str); 7] = [
    ("iphone", "iPhone"),
    ("ipad", "iPad"),
    ("android", "Android"),
    ("windows", "Windows"),
    ("mac os", "Mac"),
    ("cros", "Chrome OS"),
    ("linux", "Linux"),
];

/// `Firefox, Windows`; empty when nothing is known.
pub(super) fn of_user_agent(text: &str) -> String {
    let text = text.to_lowercase();
    let first = |known: &[(&str, &'static str)]| {
        known.iter().find(|(part, _)| text.contains(part)).map(|(_, name)| *name)
    };
    let known = [first(&BROWSERS), first(&SYSTEMS)];
    known.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::of_user_agent;

    #[test]
    fn browsers_are_known_by_name() {
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
                    Chrome/130.0 Safari/537.36 Edg/130.0";
        let iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like \
                      Gecko) Version/17.0 Mobile/15E148 Safari/604.1";
        assert_eq!(of_user_agent(edge), "Edge, Windows");
        assert_eq!(of_user_agent(iphone), "Safari, iPhone");
        assert_eq!(
            of_user_agent("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko Firefox/130.0"),
            "Firefox, Linux"
        );
        assert_eq!(of_user_agent("<script>"), "");
    }
}
