// Pictures and files: added to a story and to a meetup, described, found among all material, taken away.
import assert from "node:assert/strict";
import { deflateSync } from "node:zlib";
import { assertAccessible } from "./support/axe.mjs";
import { arrive, fill, follow, keepsQuiet, path, press, says } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";

const day = (ahead) => new Date(Date.now() + ahead * 24 * 3600 * 1000).toISOString().slice(0, 10);

/** A grey PNG. */
function picture(width, height) {
  const chunk = (kind, data) => {
    const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
    const ends = [Buffer.alloc(4), Buffer.alloc(4)];
    ends[0].writeUInt32BE(data.length);
    let crc = ~0;
    for (const byte of body) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
    }
    ends[1].writeUInt32BE(~crc >>> 0);
    return Buffer.concat([ends[0], body, ends[1]]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 0));
  const start = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([start, chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]);
}

const pdf = (inside) => Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Title (${inside}) >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`);
const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

journeys("attachments", (journey) => {
  let group;
  let story;

  journey("a member adds a picture and a handout to a story", { role: "member" }, async ({ page, as }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    group = path(page);
    await page.goto(`${group}/posts/new?form=free`);
    await fill(page, { title: "Tavlan i personalrummet", body: "## Så gick det till\n\nVi ritade tillsammans.", visibility: "public" });
    await press(page, "Publicera");
    story = path(page);
    await follow(page, "Bilder och filer");
    assert.equal((await press(page, "Lägg till")).status(), 422);
    await says(page, "Välj minst en fil");
    await page.setInputFiles("#files", [file("Program.pdf", Buffer.from("MZ…")), file("Tavlan.png", picture(900, 300))]);
    assert.equal((await press(page, "Lägg till")).status(), 422);
    await says(page, "Program.pdf är inte en bild, en PDF eller ett dokument");
    await says(page, "Tavlan.png");
    await page.setInputFiles("#files", [file("Att ta med.pdf", pdf("Att ta med")), file("Skiss.png", picture(40, 40))]);
    await press(page, "Lägg till");
    await says(page, "Beskriv bilden");
    assert.equal((await press(page, "Spara")).status(), 422);
    await fill(page, { alt: "En skiss av tavlan" });
    await press(page, "Spara");
    // The other picture wants words too.
    await fill(page, { alt: "Tavlan, full av lappar" });
    await press(page, "Spara");
    await says(page, "Ändringen är sparad");
    const row = page.locator(".rows li", { hasText: "Skiss.png" });
    await press(page, "Ta bort", row);
    await keepsQuiet(page, "Skiss.png");

    const stranger = await as();
    await stranger.goto(story);
    const shown = stranger.locator("figure img");
    assert.equal(await shown.getAttribute("alt"), "Tavlan, full av lappar");
    assert.ok(await shown.evaluate((image) => image.complete && image.naturalWidth === 900));
    const answer = await stranger.request.get(await stranger.locator("a", { hasText: "Att ta med.pdf" }).getAttribute("href"));
    assert.match(answer.headers()["content-disposition"], /^attachment; filename="Att ta med.pdf"/);
    assert.equal((await answer.body()).subarray(0, 5).toString(), "%PDF-");
  });

  journey("slides of a meetup are seen from their moment on, and found among all material", { role: "member" }, async ({ page, as }) => {
    await page.goto("/meetups");
    await follow(page, "En siffra vi inte förstår");
    await follow(page, "Läs anteckningarna");
    const notes = path(page);
    await says(page, "En sida att ta med.pdf");
    await follow(page, "Lägg till eller ta bort filer");
    await page.setInputFiles("#files", [file("Senare.pdf", pdf("Senare"))]);
    await fill(page, { from: day(5), at: "08:00" });
    await press(page, "Lägg till");
    await page.setInputFiles("#files", [file("Bilder från träffen.pdf", pdf("Nu"))]);
    await press(page, "Lägg till");
    await says(page, "Syns för de andra från");
    const coordinator = await as("coordinator");
    await coordinator.goto(notes);
    await says(coordinator, "Bilder från träffen.pdf");
    await keepsQuiet(coordinator, "Senare.pdf");
    await page.goto(`${group}`);
    await follow(page, "Material");
    await says(page, "Senare.pdf");
    await says(page, "Att ta med.pdf");
    await fill(page, { q: "BILDER från" });
    await press(page, "Sök", page.locator("main"));
    await says(page, "En fil eller länk");
  });

  journey("pages are for everybody", { role: "member", javaScript: true, width: 320 }, async ({ page }) => {
    await page.goto(`${story}/attachments`);
    const edit = await page.locator("a[href$='/edit']").first().getAttribute("href");
    const documents = [];
    for (const address of [story, `${story}/attachments`, edit, `${group}/materials`, `${group}/materials?q=saknas`]) {
      documents.push({ name: address, html: await (await page.goto(address)).text() });
      await assertAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${address} is wider than the window`);
    }
    assert.deepEqual(await htmlErrors(documents), []);
  });

  journey("a story that is withdrawn takes its files with it", { role: "member" }, async ({ page, as }) => {
    await page.goto(story);
    const source = await page.locator("figure img").getAttribute("src");
    await follow(page, "Dra tillbaka");
    await press(page, "Dra tillbaka");
    const stranger = await as();
    assert.equal((await stranger.goto(source)).status(), 404);
    await page.goto(`${group}/materials`);
    await keepsQuiet(page, "Tavlan.png");
  });
});
