//! Where files lie, that they are what they were, and that nothing is left lying.

use actix_web::web::Bytes;
use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::attachments::{self, SweepAttachments};
use grannskap::clock;
use grannskap::config::Config;
use grannskap::db::schema::posts as stories;
use grannskap::jobs;
use grannskap::posts::Visibility;
use grannskap::storage::{self, Blob};

use super::files::{pdf, png};
use super::{kept, rows, upload};
use crate::posts::world::World;
use crate::support::{TestApp, grannskap, run};

#[test]
fn what_nothing_tells_of_is_swept_and_the_rest_stays() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let author = app.signed_in("author@x.example").await;
        let mut gone = Vec::new();
        for title in ["Kvar", "Bort", "Raderad"] {
            let story = world.publish(&app, title, "x", Visibility::Public);
            let files = [("a.png", png(5, 5)), ("b.pdf", pdf(title))];
            let address = format!("/posts/{story}/attachments");
            assert_eq!(upload(&author, &address, &[], &files).await.status, 303);
            gone.push(story);
        }
        // As after a crash between the file and its row.
        let orphan = Blob::of(clock::new_id());
        app.app.storage.put(orphan, Bytes::from_static(b"x")).await.unwrap();
        let strange = app.app.config.settings.data_dir.join("files/README");
        std::fs::write(&strange, "not ours").unwrap();
        let (removed, _) = rows(&app)[2];
        author.post_and_follow(&format!("/attachments/{removed}/removal"), &[]).await;
        app.write(|tx| {
            diesel::delete(stories::table.find(gone[2])).execute(&mut **tx)?;
            Ok(())
        });
        std::fs::remove_file(&strange).unwrap();
        assert_eq!(
            kept(&app).len(),
            10,
            "three times a picture, its small one and a document; and the orphan"
        );
        let soon = app.app.clock.now();
        assert_eq!(attachments::sweep(&app.app, soon).await.unwrap(), 0, "too young");
        std::fs::write(&strange, "not ours").unwrap();
        // Files have the time of the machine.
        app.travel(TimeDelta::days(36_500));
        for expected in [4, 4] {
            let now = app.app.clock.now();
            app.write(|tx| jobs::enqueue(tx, &SweepAttachments {}, None, now));
            app.run_jobs().await;
            assert!(strange.exists());
            std::fs::remove_file(&strange).unwrap();
            assert_eq!(kept(&app).len(), expected);
            std::fs::write(&strange, "not ours").unwrap();
        }
        let (here, _) = rows(&app)[0];
        assert_eq!(app.client().get(&format!("/attachments/{here}")).await.status, 200);
        app.run_jobs().await;
    });
}

#[test]
fn what_was_changed_on_the_disk_is_not_given_out() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let author = app.signed_in("author@x.example").await;
        let story = world.publish(&app, "S", "x", Visibility::Public);
        upload(&author, &format!("/posts/{story}/attachments"), &[], &[("Elakt namn.pdf", pdf("/A 1"))])
            .await;
        let (id, _) = rows(&app)[0];
        let path = kept(&app).remove(0);
        assert!(path.ends_with(format!("{}/{id}", &id.to_string()[34..])), "a name of ours: {path:?}");
        std::fs::write(&path, "<script>").unwrap();
        assert_eq!(app.client().get(&format!("/attachments/{id}")).await.status, 500);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(app.client().get(&format!("/attachments/{id}")).await.status, 500);
        assert_eq!(app.client().get(&format!("/posts/{story}")).await.status, 200);
        app.run_jobs().await;
    });
}

#[test]
fn the_place_is_configured() {
    let config = |settings: &[(&str, &str)]| {
        let environment =
            settings.iter().map(|(name, value)| (format!("GRANNSKAP_{name}").into(), value.into()));
        Config::from_layers(None, environment)
    };
    let wrong =
        |url: &str| storage::check(&config(&[("STORAGE_URL", url)]).unwrap()).unwrap_err().to_string();
    assert!(wrong("ftp://x").contains("must be file://DIR or s3://BUCKET"));
    if !cfg!(feature = "s3") {
        assert!(wrong("s3://files").contains("--features s3"));
    }
    let folder = tempfile::tempdir().unwrap();
    let files = format!("file://{}", folder.path().join("files").display());
    storage::check(&config(&[("STORAGE_URL", &files)]).unwrap()).unwrap();
    assert!(config(&[("ATTACHMENTS_MEGABYTES", "0")]).is_err());
    let secret = folder.path().join("key");
    std::fs::write(&secret, "mycket hemligt\n").unwrap();
    let output = grannskap(folder.path())
        .args(["config", "check"])
        .env("GRANNSKAP_STORAGE_SECRET_KEY_FILE", &secret)
        .output()
        .unwrap();
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && shown.contains("storage_secret_key = \"********\""), "{shown}");
    assert!(!shown.contains("hemligt"));
}
