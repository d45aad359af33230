//! All material of a group and of a network.

use grannskap::notes::{self, NewMaterial};
use grannskap::posts::{self, NewPost, Visibility};

use super::files::pdf;
use super::upload;
use crate::meetups::scene;
use crate::support::run;

#[test]
fn files_and_links_of_meetups_and_stories_stand_in_one_list() {
    run(async {
        let scene = scene().await;
        let siv = scene.app.signed_in("siv@hoor.example").await;
        let all = format!("/groups/{}/materials", scene.group);
        let page = siv.get(&all).await;
        assert_eq!(page.first(".empty h2"), "Inget material är inlagt.");
        let meetup = scene.propose(&scene.proposal());
        let now = scene.app.app.clock.now();
        let (told, draft) = scene.app.write(|tx| {
            let link = NewMaterial {
                title: "Länken".into(),
                url: "https://bilder.example/1".into(),
                visible_from: None,
            };
            notes::add_material(tx, meetup, &link, scene.siv, now)?;
            let mut tell = |publish| {
                posts::create(
                    tx,
                    scene.group,
                    scene.siv,
                    &NewPost::free("Saga", "x", Visibility::Group),
                    publish,
                    now,
                )
            };
            Ok((tell(true)?, tell(false)?))
        });
        for (address, name, n) in [
            (format!("/meetups/{meetup}/attachments"), "Bilder från träffen.pdf", 1),
            (format!("/posts/{told}/attachments"), "Årsplan.pdf", 2),
            (format!("/posts/{draft}/attachments"), "Utkast.pdf", 3),
        ] {
            assert_eq!(upload(&siv, &address, &[], &[(name, pdf(&format!("/N {n}")))]).await.status, 303);
        }
        let bo = scene.app.signed_in("bo@horby.example").await;
        for address in [all.as_str(), "/networks/skane/materials"] {
            for client in [&siv, &bo] {
                let page = client.get(address).await;
                let mut names = page.all("main .rows .name");
                names.sort();
                assert_eq!(names, ["Bilder från träffen.pdf", "Länken", "Årsplan.pdf"], "{address}");
            }
            assert_eq!(
                bo.get(&format!("{address}?q=%C3%A5RSPLAN")).await.all(".rows .name"),
                ["Årsplan.pdf"]
            );
            let page = bo.get(&format!("{address}?q=saknas")).await;
            assert!(page.text().contains("Inget material heter så."));
            assert_eq!(page.attribute("#q", "value").as_deref(), Some("saknas"));
        }
        let page = bo.get("/networks/skane").await;
        assert_eq!(page.count("a[href='/networks/skane/materials']"), 1);
        scene.app.person("Nära", "nara@x.example").await;
        let near = scene.app.signed_in("nara@x.example").await;
        assert_eq!(near.get(&all).await.status, 404);
        assert_eq!(near.get("/networks/skane/materials").await.status, 404);
        scene.app.run_jobs().await;
    });
}

#[test]
fn long_lists_come_in_pages() {
    run(async {
        let scene = scene().await;
        let meetup = scene.propose(&scene.proposal());
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| {
            for n in 0..45 {
                let title = format!("Länk {n}");
                let link = NewMaterial { title, url: "https://bilder.example/1".into(), visible_from: None };
                notes::add_material(tx, meetup, &link, scene.siv, now)?;
            }
            Ok(())
        });
        let siv = scene.app.signed_in("siv@hoor.example").await;
        let page = siv.get("/networks/skane/materials").await;
        assert_eq!(
            (page.count("main .rows li"), page.first("main h2")),
            (40, "45 filer och länkar".to_owned())
        );
        let page = siv.get("/networks/skane/materials?page=2").await;
        assert_eq!(page.count("main .rows li"), 5);
        scene.app.run_jobs().await;
    });
}
