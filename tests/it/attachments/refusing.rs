//! What is not taken, why, and that nothing is left of it.

use grannskap::posts::Visibility;
use image::ImageFormat;

use super::files::{Entry, entry, office, open_document, pdf, photograph, picture, png, says_it_is, zip};
use super::{Sent, kept, rows, upload};
use crate::meetups::scene_with;
use crate::posts::world::World;
use crate::support::{TestApp, run};

/// Every kind of file that must not get in, and a word of the reason.
fn bad() -> Vec<(Sent<'static>, &'static str)> {
    let word = "word/document.xml";
    let immense = Entry { says: Some(400 * 1024 * 1024), ..entry("word/media/x", b"x") };
    let swollen = Entry { says: Some(30 * 1024 * 1024), ..entry("word/media/x", b"x") };
    let locked = Entry { flags: 1, ..entry("word/x.xml", b"x") };
    let many: Vec<Entry<'_>> = (0..20_001).map(|_| entry("x", b"")).collect();
    let docx = office(word, &[]);
    vec![
        (("tom.pdf", Vec::new()), "är tom"),
        (("stor.pdf", [pdf("/A 1"), vec![b' '; 2_100_000], pdf("/B 1")].concat()), "för stor"),
        (
            ("bild.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec()),
            "inte en bild",
        ),
        (("bild.png", b"<html><script>alert(1)</script></html>".to_vec()), "inte en bild"),
        (("program.pdf", b"MZ\x90\0\x03\0\0\0".to_vec()), "inte en bild"),
        (("skript.pdf", b"#!/bin/sh\nrm -rf /\n".to_vec()), "inte en bild"),
        (("text.docx", b"bara text".to_vec()), "inte en bild"),
        (("arkiv.zip", zip(&[entry("a.txt", b"a")])), "inte en bild"),
        (("arkiv.docx", zip(&[entry("[Content_Types].xml", b"<Types/>")])), "inte en bild"),
        (("ritning.odt", open_document("graphics", b"<x/>")), "inte en bild"),
        (("halv.png", png(60, 60)[..90].to_vec()), "skadad"),
        (("halv.jpg", photograph(60, 60)[..60].to_vec()), "skadad"),
        (("halv.gif", b"GIF89a".to_vec()), "skadad"),
        (("halv.webp", b"RIFF\x10\0\0\0WEBPVP8 ".to_vec()), "skadad"),
        (("halv.pdf", b"%PDF-1.7\n1 0 obj".to_vec()), "skadad"),
        (("halv.docx", docx[..docx.len() - 30].to_vec()), "skadad"),
        (("mer.docx", [docx.clone(), b"<script>".to_vec()].concat()), "skadad"),
        (("stor.png", says_it_is(20_000, 20_000)), "bildpunkter"),
        (("lang.png", picture(20_000, 2, false, ImageFormat::Png)), "bildpunkter"),
        (("makro.docx", office(word, &[entry("word/vbaProject.bin", b"x")])), "makron"),
        (("makro.xlsx", office("xl/workbook.xml", &[entry("xl/macrosheets/sheet1.xml", b"x")])), "makron"),
        (
            (
                "makro.ods",
                zip(&[
                    entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
                    entry("content.xml", b"<x/>"),
                    entry("Basic/Standard/x.xml", b"x"),
                ]),
            ),
            "makron",
        ),
        (("gammal.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest".to_vec()), "lösenord"),
        (("last.docx", office(word, &[locked])), "lösenord"),
        (("last.odt", open_document("text", b"\x9a\x01\x02")), "lösenord"),
        (("last.pdf", pdf("/Encrypt 5 0 R")), "lösenord"),
        (("bomb.docx", office(word, &[immense])), "orimligt stor"),
        (("bomb2.docx", office(word, &[swollen])), "orimligt stor"),
        (("bomb3.docx", zip(&many)), "orimligt stor"),
        (("tva.pdf", [pdf("/A 1"), docx].concat()), "flera sorters"),
        (("tva.docx", office(word, &[entry("xl/workbook.xml", b"<x/>")])), "flera sorters"),
    ]
}

#[test]
fn nothing_gets_in_that_should_not() {
    run(async {
        let app = TestApp::spawn_with(&[("ATTACHMENTS_MEGABYTES", "2")]).await;
        let world = World::build(&app).await;
        let story = world.publish(&app, "Läsning", "Vi läste.", Visibility::Public);
        let author = app.signed_in("author@x.example").await;
        let address = format!("/posts/{story}/attachments");
        for (file, why) in bad() {
            let page = upload(&author, &address, &[], std::slice::from_ref(&file)).await;
            let said = page.text();
            assert_eq!(page.status, 422, "{}: {said}", file.0);
            assert_eq!(page.count(".error-summary a[href='#files']"), 1, "{}: {said}", file.0);
            assert!(page.first("#files-error").contains(why), "{}: {said}", file.0);
            assert!(page.first("#files-error").contains(file.0), "{}: {said}", file.0);
        }
        let page = upload(&author, &address, &[], &[("", Vec::new())]).await;
        assert_eq!(page.first("#files-error"), "Välj minst en fil.");
        assert!(rows(&app).is_empty() && kept(&app).is_empty());
        // The good ones of several are kept, and each of the others is named.
        let mixed = [("a.png", png(9, 9)), ("b.svg", b"<svg/>".to_vec()), ("c.pdf", Vec::new())];
        let page = upload(&author, &address, &[], &mixed).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a")), (422, 2));
        assert_eq!(page.all(".rows .name"), ["a.png"]);
        app.run_jobs().await;
    });
}

#[test]
fn what_is_no_form_or_far_too_large_is_told() {
    run(async {
        let app = TestApp::spawn_with(&[("ATTACHMENTS_MEGABYTES", "1")]).await;
        let world = World::build(&app).await;
        let story = world.publish(&app, "Läsning", "Vi läste.", Visibility::Public);
        let author = app.signed_in("author@x.example").await;
        let address = format!("/posts/{story}/attachments");
        assert_eq!(author.post(&address, &[("files", "x")]).await.status, 400);
        // Ten files of almost the largest size: four are kept, and the others are told to come in another turn.
        let large = |n: usize| [pdf(&format!("/N {n}")), vec![b' '; 950_000], pdf("")].concat();
        let names: Vec<String> = (0..10).map(|n| format!("{n}.pdf")).collect();
        let files: Vec<Sent<'_>> =
            names.iter().enumerate().map(|(n, name)| (name.as_str(), large(n))).collect();
        let page = upload(&author, &address, &[], &files).await;
        assert_eq!((page.status.as_u16(), rows(&app).len()), (422, 4), "{}", page.text());
        assert_eq!(page.count(".error-summary a"), 6);
        let request = author.request(reqwest::Method::POST, &address).header("sec-fetch-site", "cross-site");
        let form = request.header("content-type", "multipart/form-data; boundary=x").body("--x--\r\n");
        assert_eq!(form.send().await.unwrap().status(), 403);
        app.run_jobs().await;
    });
}

#[test]
fn places_and_people_have_room_for_so_much() {
    run(async {
        let settings = [("ATTACHMENTS_PER_PLACE", "2"), ("ATTACHMENTS_PERSON_MEGABYTES", "1")];
        let scene = scene_with(&settings).await;
        let meetup = scene.propose(&scene.proposal());
        let other = scene.propose(&scene.proposal());
        let siv = scene.app.signed_in("siv@hoor.example").await;
        let address = format!("/meetups/{meetup}/attachments");
        let large = |n: usize| [pdf(&format!("/N {n}")), vec![b' '; 600_000], pdf("")].concat();
        assert_eq!(upload(&siv, &address, &[], &[("1.pdf", large(1))]).await.status, 303);
        let when = [("from", "2026-12-24"), ("at", "08:00")];
        let page =
            upload(&siv, &format!("/meetups/{other}/attachments"), &when, &[("2.pdf", large(2))]).await;
        assert!(page.first("#files-error").contains("så mycket som en person får"), "{}", page.text());
        assert_eq!(
            page.attribute("#from", "value").as_deref(),
            Some("2026-12-24"),
            "what was typed is there"
        );
        assert_eq!(page.attribute("#at", "value").as_deref(), Some("08:00"));
        let page = upload(&siv, &address, &[("from", "2026-13-01")], &[("3.pdf", pdf(""))]).await;
        assert_eq!(page.count(".error-summary a[href='#from']"), 1);
        assert_eq!(rows(&scene.app).len(), 1);
        let files = [("4.pdf", pdf("/N 4")), ("5.pdf", pdf("/N 5"))];
        let page = upload(&siv, &address, &[], &files).await;
        assert!(page.first("#files-error").contains("5.pdf fick inte plats"), "{}", page.text());
        assert_eq!(siv.get(&address).await.count("input[type=file]"), 0, "full");
        scene.app.run_jobs().await;
    });
}
