// A date poll: proposed, answered from the page and from the mail, changed, chosen; and one that ends without a time.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { arrive, fill, follow, keepsQuiet, path, press, says, until } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";
import { mails } from "./support/mail.mjs";

const day = (ahead) => new Date(Date.now() + ahead * 24 * 3600 * 1000).toISOString().slice(0, 10);
const title = "Hur vi följer upp frånvaro";

journeys("polls", (journey) => {
  let poll;
  let group;
  /** The newest mail of a kind about the poll to somebody else than the member who reads Swedish. */
  const mailOf = (app, kind, about = poll) =>
    until(async () => {
      const fits = (mail) => mail.file.endsWith(`-${kind}.eml`) && mail.text.includes(about);
      const reads = (mail) => mail.html.includes('lang="sv"');
      return (await mails(app)).find((mail) => fits(mail) && reads(mail) && !mail.to.includes(app.account("member").email));
    });

  journey("a member asks which time suits, with a mistake first", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    group = path(page);
    await follow(page, "Fråga vilken tid som passar");
    await fill(page, { title, "date-1": day(20), "starts-1": "13:00", "ends-1": "12:00", "date-2": day(21), place: "Stadshuset" });
    assert.equal((await press(page, "Fråga gruppen")).status(), 422);
    await says(page, "Träffen ska sluta senare än den börjar");
    assert.equal(await page.inputValue("[name=date-2]"), day(21));
    // More rows lose nothing, and ask nobody.
    await press(page, "Fler rader");
    assert.equal(await page.locator("main fieldset input[type=date]").count(), 10);
    assert.equal(await page.inputValue("[name=place]"), "Stadshuset");
    await fill(page, { "ends-1": "15:00", "date-6": day(22), "starts-6": "09:00", "ends-6": "10:00", answer_by: day(15) });
    await press(page, "Fråga gruppen");
    poll = path(page);
    await says(page, "Gruppen är tillfrågad");
    await says(page, "13:00–15:00");
    await fill(page, { "slot-1": "yes", "slot-2": "if-need-be", "slot-3": "no" });
    await press(page, "Spara svaren");
    await says(page, "dina svar är sparade");
    await page.goto(group);
    await says(page, title);
  });

  journey("somebody answers from the mail without signing in; looking at the link answers nothing", {}, async ({ page, app, as }) => {
    const mail = await mailOf(app, "poll_invitation");
    const name = /^(.*?) </.exec(mail.to)[1].replace(/^"|"$/g, "");
    const link = mail.links.find((each) => each.includes(`${poll}/answer/`));
    await page.goto(link);
    await keepsQuiet(page, "Allas svar");
    const member = await as("member");
    const row = async () => (await member.goto(poll), member.locator("tbody tr", { hasText: name }).innerText());
    assert.match(await row(), /Har inte svarat/);

    assert.equal((await press(page, "Spara svaren")).status(), 422);
    await says(page, "Svara på minst en av tiderna");
    await fill(page, { "slot-1": "yes", "slot-2": "no" });
    await press(page, "Spara svaren");
    await says(page, "dina svar är sparade");
    assert.match(await row(), /Ja\s+Nej\s+–/);
    await arrive(member, () => member.locator("ol.rows a").first().click());
    await says(member, "Missar");
  });

  journey("times are changed; answers to the others stay", { role: "member" }, async ({ page, app }) => {
    await page.goto(poll);
    await follow(page, "Ändra tiderna");
    await fill(page, { "date-3": day(23) });
    await press(page, "Spara och meddela gruppen");
    await says(page, "de som berörs får veta det");
    assert.match((await mailOf(app, "poll_update")).text, /Ny tid: /);
    assert.ok(await page.locator("[name=slot-1][value=yes]").isChecked());
    assert.equal(await page.locator("[name=slot-3]").count(), 0);
    assert.equal(await page.locator("[name=slot-4]:checked").count(), 0);
  });

  journey("pages are for everybody", { role: "member", javaScript: true, width: 320 }, async ({ page, app }) => {
    const { links } = await mailOf(app, "poll_invitation");
    const link = links.find((each) => each.includes(`${poll}/answer/`));
    const documents = [];
    for (const address of [poll, `${poll}/edit`, `${poll}/choice/new`, `${poll}/closure/new`, `${group}/polls/new`, link]) {
      documents.push({ name: address, html: await (await page.goto(address)).text() });
      await assertAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${address} is wider than the window`);
    }
    assert.deepEqual(await htmlErrors(documents), []);
  });

  journey("a time is chosen and becomes a meetup", { role: "member" }, async ({ page, app, as }) => {
    await page.goto(poll);
    await arrive(page, () => page.locator("ol.rows a").first().click());
    await fill(page, { place: "" });
    assert.equal((await press(page, "Bestäm tiden och bjud in")).status(), 422);
    await says(page, "Skriv en plats eller en länk");
    await fill(page, { place: "Biblioteket" });
    await press(page, "Bestäm tiden och bjud in");
    const meetup = path(page);
    assert.match(meetup, /^\/meetups\//);
    await says(page, "Biblioteket");
    assert.match((await mailOf(app, "meetup_invitation", meetup)).calendar, /METHOD:REQUEST/);
    await page.goto(poll);
    await says(page, "Tiden är bestämd");
    await follow(page, "Till träffen");
    assert.equal(path(page), meetup);

    // An answer comes too late, and is told so.
    const stranger = await as();
    const asked = await mailOf(app, "poll_invitation");
    assert.equal((await stranger.goto(asked.links.find((each) => each.includes(`${poll}/answer/`)))).status(), 410);
    await says(stranger, "Länken gäller inte längre");
  });

  journey("another ends without a time, and everybody is told why", { role: "coordinator" }, async ({ page, app }) => {
    await page.goto(`${group}/polls/new`);
    await fill(page, { title: "Studiebesök", "date-1": day(30), "starts-1": "13:00", "ends-1": "15:00" });
    await press(page, "Fråga gruppen");
    const second = path(page);
    await follow(page, "Avsluta utan att välja");
    await fill(page, { why: "Vi väntar till våren." });
    await press(page, "Avsluta och meddela gruppen");
    await says(page, "Ingen tid valdes");
    assert.match((await mailOf(app, "poll_closed", second)).text, /Vi väntar till våren/);
  });
});
