// Who hosts next: the suggestion becomes a meetup in a room and online at once, which is answered both ways.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { arrive, fill, follow, keepsQuiet, path, press, says, until } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";
import { mails } from "./support/mail.mjs";

const soon = new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10);
const title = "Halva gruppen på resa";

journeys("hosting", (journey) => {
  let group;
  let meetup;
  let host;
  /** The newest mail of a kind about the meetup to somebody else than the member who reads Swedish. */
  const mailOf = (app, kind) =>
    until(async () => {
      const fits = (mail) => mail.file.endsWith(`-${kind}.eml`) && mail.text.includes(meetup) && mail.html.includes('lang="sv"');
      return (await mails(app)).find((mail) => fits(mail) && !mail.to.includes(app.account("member").email));
    });

  journey("a member sees whose turn it is and proposes a meetup there, online too", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    group = path(page);
    await follow(page, "Vem är värd nästa gång?");
    await says(page, "enkel väg");
    host = (await page.innerText(".next-step h2")).trim();
    assert.equal(await page.locator("tbody").first().locator("th").first().innerText().then((text) => text.startsWith(host)), true);
    await follow(page, "Föreslå en träff här", page.locator(".next-step"));
    assert.equal((await page.locator("#municipality option[selected]").innerText()).trim(), host);
    await fill(page, { title, date: soon, starts: "13:00", ends: "15:00", place: "Stadshuset", link: "mötet" });
    assert.equal((await press(page, "Bjud in gruppen")).status(), 422);
    await says(page, "börjar med https://");
    assert.equal((await page.locator("#municipality option[selected]").innerText()).trim(), host);
    await fill(page, { link: "https://meet.example/grannar", capacity: "2" });
    await press(page, "Bjud in gruppen");
    meetup = path(page);
    await says(page, `Stadshuset, ${host}`);
    await press(page, "Ja, på nätet", page.locator(".answers"));
    await says(page, "Du har svarat: Ja, på nätet");
    await says(page, "2 platser kvar i rummet");
  });

  journey("somebody answers from the mail that they come; looking at the link answers nothing", {}, async ({ page, app, as }) => {
    const mail = await mailOf(app, "meetup_invitation");
    assert.match(mail.calendar.replaceAll("\r\n ", ""), /CONFERENCE;VALUE=URI:https:\/\/meet\.example\/grannar/);
    await page.goto(mail.links.find((link) => link.includes(`${meetup}/answer/`) && link.endsWith("answer=yes")));
    await keepsQuiet(page, "Du har svarat");
    const member = await as("member");
    await member.goto(meetup);
    await says(member, "Är med på nätet (1)");
    await keepsQuiet(member, "Kommer, på plats");
    await arrive(page, () => page.locator(".next-step button").click());
    await member.reload();
    await says(member, "Kommer, på plats (1)");
    await says(member, "En plats kvar i rummet");
  });

  journey("pages are for everybody", { role: "member", javaScript: true, width: 320 }, async ({ page, app }) => {
    const documents = [];
    const { links } = await mailOf(app, "meetup_invitation");
    const link = links.find((each) => each.includes(`${meetup}/answer/`));
    for (const address of [`${group}/hosting`, meetup, `${meetup}/edit`, link]) {
      documents.push({ name: address, html: await (await page.goto(address)).text() });
      await assertAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${address} is wider than the window`);
    }
    assert.deepEqual(await htmlErrors(documents), []);
  });
});
