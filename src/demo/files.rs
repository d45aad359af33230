//! A picture and a handout, drawn here so that no file has to lie beside the program.

use std::io::Cursor;

use actix_web::web::Bytes;
use diesel::prelude::*;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use super::groundwork::World;
use crate::app::App;
use crate::attachments::{self, Ground, NewAttachment, Place};
use crate::clock;
use crate::db::schema::{group_memberships, groups, meetups, posts};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::posts::Visibility;

/// Two files for a story: its author describes the picture; and slides for the latest meetup of the shown member's group.
pub(super) async fn share(app: &App, world: &World) -> Result<()> {
    let Some(shown) = world.everybody.first().map(|each| each.seat) else { return Ok(()) };
    let found = app.database.read_now(|db| {
        let mine = group_memberships::table
            .filter(group_memberships::seat_id.eq(shown))
            .filter(group_memberships::left_at.is_null())
            .select(group_memberships::group_id);
        let group: Option<(Id, Id)> = groups::table
            .filter(groups::id.eq_any(mine))
            .filter(groups::round_id.is_not_null())
            .order((groups::name, groups::id))
            .select((groups::id, groups::network_id))
            .first(db)
            .optional()?;
        let Some((group_id, network_id)) = group else { return Ok(Vec::new()) };
        // Of this group or another one, as long as its members read it.
        let read = posts::group_id.eq(group_id).or(posts::visibility.ne(Visibility::Group));
        let story: Option<(Id, Id, Id, String)> = posts::table
            .filter(posts::network_id.eq(network_id))
            .filter(posts::published_at.is_not_null())
            .filter(read)
            .order((posts::published_at.desc(), posts::id.desc()))
            .select((posts::id, posts::group_id, posts::author_id, posts::title))
            .first(db)
            .optional()?;
        let met: Option<(Id, Option<Id>, String)> = meetups::table
            .filter(meetups::group_id.eq(group_id))
            .filter(meetups::starts_at.lt(app.clock.now()))
            .order((meetups::starts_at.desc(), meetups::id.desc()))
            .select((meetups::id, meetups::created_by, meetups::title))
            .first(db)
            .optional()?;
        let ground = |place, title, group_id| Ground { place, title, group_id, network_id };
        let told = story.map(|(id, group, by, title)| (ground(Place::Post(id), title, group), by));
        let met = met.and_then(|(id, by, title)| Some((ground(Place::Meetup(id), title, group_id), by?)));
        Ok(told.into_iter().chain(met).collect())
    })?;
    for (ground, by) in found {
        if ground.place.post().is_some() {
            let words =
                "Tre staplar: förra året, i höst och målet. Den i mitten har halva höjden mot den första.";
            keep(app, &ground, by, ("Staplar.png", picture()?, words)).await?;
        }
        keep(app, &ground, by, ("En sida att ta med.pdf", pdf(), "")).await?;
    }
    Ok(())
}

async fn keep(app: &App, ground: &Ground, by: Id, (name, bytes, words): (&str, Vec<u8>, &str)) -> Result<()> {
    let prepared = app.storage.prepare(Bytes::from(bytes)).await?;
    let file = prepared.map_err(|refused| Error::message(refused.key()))?;
    let id = clock::new_id();
    app.storage.keep(id, &file).await?;
    let (limits, now) = (app.config.settings.attachments, app.clock.now());
    app.database.write_now(|tx| {
        let new = NewAttachment { id, name, file: &file, visible_from: None };
        attachments::add(tx, ground, &new, by, limits, now)?;
        attachments::describe(tx, id, words)
    })
}

/// Three bars on white.
fn picture() -> Result<Vec<u8>> {
    const BARS: [(u32, u32, [u8; 3]); 3] =
        [(60, 320, [46, 92, 138]), (260, 160, [46, 92, 138]), (460, 100, [190, 205, 220])];
    let colour = |x: u32, y: u32| {
        let inside = |(left, height, _): &&(u32, u32, [u8; 3])| {
            (*left..left + 120).contains(&x) && (380 - height..380).contains(&y)
        };
        Rgb(BARS.iter().find(inside).map_or([255; 3], |(_, _, colour)| *colour))
    };
    let image = DynamicImage::ImageRgb8(RgbImage::from_fn(640, 400, colour));
    let mut written = Cursor::new(Vec::new());
    image.write_to(&mut written, ImageFormat::Png).map_err(Error::internal)?;
    Ok(written.into_inner())
}

/// One page with two lines, as PDF 1.4 wants it.
fn pdf() -> Vec<u8> {
    let text = "BT /F1 20 Tf 60 760 Td (Vad prövade vi, och vad hände?) Tj 0 -36 Td /F1 14 Tf \
                (En sida för ledningsgruppen, från vår träff.) Tj ET";
    // The font is in Latin-1, and so is the text.
    let text: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let objects: [Vec<u8>; 5] = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
          /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_vec(),
        [format!("<< /Length {} >>\nstream\n", text.len()).into_bytes(), text, b"\nendstream".to_vec()]
            .concat(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
    ];
    let (mut file, mut places) = (b"%PDF-1.4\n".to_vec(), String::new());
    for (n, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n", n + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let end = format!(
        "xref\n0 6\n0000000000 65535 f \n{places}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.extend(end.bytes());
    file
}
