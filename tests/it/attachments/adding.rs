//! What is taken, what becomes of it, and how it is changed and taken away.

use grannskap::posts::Visibility;
use image::{GenericImageView, ImageFormat};

use super::files::{office, open_document, pdf, photograph, picture, png};
use super::{kept, rows, upload};
use crate::meetups::scene;
use crate::posts::world::World;
use crate::support::{TestApp, run};

#[test]
fn a_story_gets_pictures_and_documents_at_once() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let story = world.publish(&app, "Läsning", "Vi läste.", Visibility::Network);
        let author = app.signed_in("author@x.example").await;
        let page = author.get(&format!("/posts/{story}")).await;
        assert_eq!(page.count("figure") + page.count("section[aria-label='Bilder och filer'] .rows"), 0);
        let address = page.attribute("main a[href$='/attachments']", "href").unwrap();
        let page = author.get(&address).await;
        assert_eq!(page.count("#from"), 0, "a story is not hidden until later");
        let files = [
            ("Klassrum.jpeg", photograph(120, 60)),
            ("../Ritning å.gif", picture(40, 30, true, ImageFormat::Gif)),
            ("Plan.pdf", pdf("/Type /Catalog")),
            ("Schema", office("xl/workbook.xml", &[])),
        ];
        let page = upload(&author, &address, &[], &files).await;
        assert_eq!(page.status, 303, "{}", page.text());
        let form = page.location.unwrap();
        assert!(form.ends_with("/edit"), "the first picture is to be described: {form}");
        // Sent twice: nothing more.
        assert_eq!(upload(&author, &address, &[], &files).await.status, 303);
        let names: Vec<String> = rows(&app).into_iter().map(|(_, name)| name).collect();
        assert_eq!(names, ["Klassrum.jpg", "Ritning å.png", "Plan.pdf", "Schema.xlsx"]);
        let page = author.get(&form).await;
        assert_eq!(page.first("h1"), "Beskriv bilden");
        let edit = form.trim_end_matches("/edit");
        let page = author.post(edit, &[("name", "Klassrum.jpg"), ("alt", "")]).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a[href='#alt']")), (422, 1));
        let long = "å".repeat(301);
        for (name, alt, field) in [("", "Ett rum", "name"), ("x", &long, "alt")] {
            let page = author.post(edit, &[("name", name), ("alt", alt)]).await;
            assert_eq!(page.count(&format!(".error-summary a[href='#{field}']")), 1);
            assert_eq!(page.first("textarea").trim(), alt);
        }
        let page = author.post(edit, &[("name", "Rummet.exe"), ("alt", "Ett tomt klassrum")]).await;
        let next = page.location.unwrap();
        assert!(next.ends_with("/edit") && next != form, "on to the next picture: {next}");
        let page = author.get(&address).await;
        assert!(page.text().contains("Rummet.exe.jpg"), "{}", page.text());
        assert!(page.text().contains("saknar beskrivning"));
        let page = app.signed_in("sibling@x.example").await.get(&format!("/posts/{story}")).await;
        assert_eq!(page.attributes("figure img", "alt"), ["Ett tomt klassrum", "Ritning å.png"]);
        assert_eq!(page.attribute("figure img", "width").as_deref(), Some("60"), "turned as EXIF says");
        assert_eq!(
            page.all("section[aria-label='Bilder och filer'] .rows .name"),
            ["Plan.pdf", "Schema.xlsx"]
        );
        assert!(page.text().contains("Excel · 1 kB"));
        app.run_jobs().await;
    });
}

#[test]
fn pictures_are_drawn_anew_and_documents_stay() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let story = world.publish(&app, "Läsning", "Vi läste.", Visibility::Public);
        let author = app.signed_in("author@x.example").await;
        let address = format!("/posts/{story}/attachments");
        let document = open_document("text", b"<office:document-content/>");
        let files = [
            ("a.jpg", photograph(2400, 30)),
            ("b.png", picture(30, 20, true, ImageFormat::Png)),
            ("c.webp", picture(30, 20, false, ImageFormat::WebP)),
            ("d.odt", document.clone()),
        ];
        assert_eq!(upload(&author, &address, &[], &files).await.status, 303);
        let stranger = app.client();
        let mut seen = Vec::new();
        for (id, _) in rows(&app) {
            let url = app.address.clone() + &format!("/attachments/{id}");
            let answer = reqwest::get(&url).await.unwrap();
            let header = |name: &str| answer.headers()[name].to_str().unwrap().to_owned();
            assert_eq!(header("x-content-type-options"), "nosniff");
            assert!(header("content-security-policy").contains("sandbox"));
            assert_eq!(header("cache-control"), "private, no-cache");
            let (kind, way, tag) = (header("content-type"), header("content-disposition"), header("etag"));
            let bytes = answer.bytes().await.unwrap();
            assert!(!bytes.windows(11).any(|part| part == b"HEMLIGPLATS"));
            let again = stranger.request(reqwest::Method::GET, &format!("/attachments/{id}"));
            let again = again.header("if-none-match", tag).send().await.unwrap();
            assert_eq!(again.status(), 304);
            let small = stranger.get(&format!("/attachments/{id}/small")).await.status.as_u16();
            seen.push((kind, way, bytes, small));
        }
        let shape = |n: usize| image::load_from_memory(&seen[n].2).unwrap().dimensions();
        assert_eq!((shape(0), shape(1), shape(2)), ((25, 2000), (30, 20), (30, 20)));
        let kinds: Vec<(&str, u16)> =
            seen.iter().map(|(kind, _, _, small)| (kind.as_str(), *small)).collect();
        let text = "application/vnd.oasis.opendocument.text";
        assert_eq!(kinds, [("image/jpeg", 200), ("image/png", 200), ("image/jpeg", 200), (text, 404)]);
        assert!(seen[0].1.starts_with("inline; filename=\"a.jpg\""), "{}", seen[0].1);
        assert_eq!(seen[3].1, "attachment; filename=\"d.odt\"; filename*=UTF-8''d.odt");
        assert_eq!(seen[3].2, document);
        assert!(image::load_from_memory(&seen[1].2).unwrap().color().has_alpha());
        app.run_jobs().await;
    });
}

#[test]
fn whoever_added_it_or_may_write_there_takes_it_away() {
    run(async {
        let scene = scene().await;
        let meetup = scene.propose(&scene.proposal());
        let (siv, bo) =
            (scene.app.signed_in("siv@hoor.example").await, scene.app.signed_in("bo@horby.example").await);
        let address = format!("/meetups/{meetup}/attachments");
        let page = upload(&siv, &address, &[], &[("Bilder.pptx", office("ppt/presentation.xml", &[]))]).await;
        assert_eq!(page.location.as_deref(), Some(address.as_str()), "nothing to describe");
        let notes = bo.get(&format!("/meetups/{meetup}/notes")).await;
        assert_eq!(notes.first("#material .rows .name"), "Bilder.pptx");
        let (id, _) = rows(&scene.app)[0];
        assert_eq!(bo.get(&format!("/attachments/{id}")).await.status, 200);
        let page = bo.post_and_follow(&format!("/attachments/{id}/removal"), &[]).await;
        assert!(!page.all(".rows .name").contains(&"Bilder.pptx".to_owned()));
        for path in ["", "/small", "/edit"] {
            assert_eq!(siv.get(&format!("/attachments/{id}{path}")).await.status, 404, "{path}");
        }
        assert_eq!(siv.post(&format!("/attachments/{id}/removal"), &[]).await.status, 404);
        assert_eq!(siv.post(&format!("/attachments/{id}"), &[("name", "x")]).await.status, 404);
        // The same file again is new: the other one was taken away on purpose.
        upload(&siv, &address, &[], &[("Bilder.pptx", office("ppt/presentation.xml", &[]))]).await;
        assert_eq!(rows(&scene.app).len(), 2);
        siv.post_and_follow(&format!("/meetups/{meetup}/cancellation"), &[]).await;
        let late = upload(&siv, &address, &[], &[("x.png", png(3, 3))]).await;
        assert_eq!((late.status.as_u16(), kept(&scene.app).len()), (409, 2), "{}", late.text());
        scene.app.run_jobs().await;
    });
}
