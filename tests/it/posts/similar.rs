//! Stories like a story: by words, themes and organisers, and only what one may read.

use grannskap::posts::{self, NewPost, Visibility};

use super::world::World;
use crate::support::{Page, TestApp, run};

fn titles(page: &Page) -> Vec<String> {
    page.all("main .card h3")
}

#[test]
fn stories_on_the_same_stand_under_a_story() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let now = app.app.clock.now();
        let publish = |title: &str, body: &str, visibility, theme: Option<&str>| {
            let mut new = NewPost::free(title, body, visibility);
            new.themes = theme.map(str::to_owned).into_iter().collect();
            app.write(|tx| posts::create(tx, world.group, world.author, &new, true, now))
        };
        let text = "Frånvaron minskade när mentorerna ringde hem varje morgon.";
        let story = publish("Frånvaro och mentorer", text, Visibility::Public, Some("styrkedja"));
        publish("Mentorernas samtal", "Om frånvaro och mentorer som ringer.", Visibility::Network, None);
        publish("Hemlig frånvaro", "Mentorerna ringde om frånvaron.", Visibility::Group, Some("styrkedja"));
        publish("Kaffe", "Vi drack kaffe på gården.", Visibility::Public, None);
        let path = format!("/posts/{story}/similar");
        let link = app.client().get(&format!("/posts/{story}")).await;
        assert_eq!(link.count(&format!("main a[href='{path}']")), 1);
        assert_eq!(link.count(&format!("main > [data-similar]:last-child a[href='{path}']")), 1);
        let member = app.signed_in("member@x.example").await;
        assert_eq!(titles(&member.get(&path).await), ["Hemlig frånvaro", "Mentorernas samtal"]);
        assert_eq!(member.get(&path).await.count("#similar > li"), 2, "what the story's page fetches");
        let sibling = app.signed_in("sibling@x.example").await;
        assert_eq!(titles(&sibling.get(&path).await), ["Mentorernas samtal"]);
        assert!(app.client().get(&path).await.text().contains("Ingen liknande berättelse än"));
        let hidden = publish("Dold", text, Visibility::Group, None);
        assert_eq!(sibling.get(&format!("/posts/{hidden}/similar")).await.status, 404);
    });
}
