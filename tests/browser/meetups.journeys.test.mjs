// A meetup: proposed, answered from the mail, changed, cancelled.
import assert from "node:assert/strict";
import { arrive, fill, follow, keepsQuiet, path, press, says, until } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";
import { mails } from "./support/mail.mjs";

const soon = new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10);
const later = new Date(Date.now() + 27 * 24 * 3600 * 1000).toISOString().slice(0, 10);
const title = "Hur vi följer upp frånvaro";

journeys("meetups", (journey) => {
  let meetup;
  /** The newest mail of a kind about the meetup to somebody else than the member. */
  const mailOf = (app, kind) =>
    until(async () => {
      const fits = (mail) => mail.file.endsWith(`-${kind}.eml`) && mail.text.includes(meetup);
      return (await mails(app)).find((mail) => fits(mail) && !mail.to.includes(app.account("member").email));
    });

  journey("a member proposes one, with a mistake first", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Föreslå en träff");
    await fill(page, { title, date: soon, starts: "13:00", ends: "12:00", place: "Stadshuset, sal 3", agenda: "- Kort om läget\n- En **fråga** var" });
    assert.equal((await press(page, "Bjud in gruppen")).status(), 422);
    assert.equal(await page.inputValue("[name=place]"), "Stadshuset, sal 3");
    await says(page, "Träffen ska sluta senare än den börjar");
    await fill(page, { ends: "15:00" });
    await press(page, "Bjud in gruppen");
    meetup = path(page);
    await says(page, "Gruppen är inbjuden");
    await says(page, "13:00–15:00");
    await press(page, "Ja, jag kommer", page.locator(".answers"));
    await says(page, "Du har svarat: Ja, jag kommer");
  });

  journey("somebody answers from the mail without signing in; looking at the link answers nothing", {}, async ({ page, app, as }) => {
    const mail = await mailOf(app, "meetup_invitation");
    assert.match(mail.calendar, /^BEGIN:VCALENDAR\r\n/);
    assert.match(mail.calendar, /METHOD:REQUEST/);
    assert.match(mail.calendar, /DTSTART;TZID=Europe\/Stockholm:\d{8}T130000/);
    const name = /^(.*?) </.exec(mail.to)[1].replace(/^"|"$/g, "");

    await page.goto(mail.links.find((link) => link.includes(`${meetup}/answer/`) && link.endsWith("answer=yes")));
    const member = await as("member");
    await member.goto(meetup);
    const coming = async () => (await member.reload(), (await member.innerText("#answers")).split("Har inte svarat")[0]);
    assert.doesNotMatch(await coming(), new RegExp(name));

    await arrive(page, () => page.locator(".next-step button").click());
    await page.locator("[aria-pressed=true]").waitFor();
    assert.match(await coming(), new RegExp(name));

    // Changing one's mind, from the same mail.
    await arrive(page, () => page.locator(".answers button[value=no]").click());
    await member.reload();
    assert.match((await member.innerText("#answers")).split(/Kommer inte/)[1], new RegExp(name));
  });

  journey("it is changed and everybody is told what is new", { role: "member" }, async ({ page, app }) => {
    const before = await mailOf(app, "meetup_invitation");
    await page.goto(meetup);
    await follow(page, "Ändra");
    await fill(page, { date: later, place: "Biblioteket" });
    await press(page, "Spara och meddela gruppen");
    await says(page, "Biblioteket");
    const mail = await mailOf(app, "meetup_update");
    assert.match(mail.text, /Stadshuset, sal 3/);
    assert.match(mail.text, /Biblioteket/);
    const of = (calendar, name) => new RegExp(`^${name}:(.*)\r$`, "m").exec(calendar)[1];
    assert.equal(of(mail.calendar, "UID"), of(before.calendar, "UID"));
    assert.ok(Number(of(mail.calendar, "SEQUENCE")) > Number(of(before.calendar, "SEQUENCE")));
  });

  journey("with two places the third waits, and gets the place that becomes free", { role: "member" }, async ({ page, app, as }) => {
    const members = (kind, said) =>
      until(async () => {
        const fits = (mail) => mail.file.endsWith(`-${kind}.eml`) && mail.text.includes(meetup) && mail.text.includes(said);
        const others = (await mails(app)).filter((mail) => fits(mail) && !mail.to.includes(app.account("member").email));
        return others.length > 1 && others;
      });
    await page.goto(`${meetup}/edit`);
    await fill(page, { capacity: "1" });
    assert.equal((await press(page, "Spara och meddela gruppen")).status(), 422);
    await fill(page, { capacity: "2" });
    await press(page, "Spara och meddela gruppen");
    const [first, second] = await members("meetup_update", "Antal platser: inget har blivit 2");
    const answer = async (who, mail) => {
      await who.goto(mail.links.find((link) => link.includes(`${meetup}/answer/`) && link.endsWith("answer=yes")));
      await arrive(who, () => who.locator(".next-step button").click());
    };
    const stranger = await as();
    await answer(stranger, first);
    await says(stranger, "Du har svarat: Ja, jag kommer");
    await answer(stranger, second);
    await says(stranger, "Du står på väntelistan, som nummer 1.");

    await page.goto(meetup);
    await says(page, "På väntelistan (1)");
    await press(page, "Nej, jag kan inte", page.locator(".answers"));
    const told = await until(async () => (await mails(app)).find((mail) => mail.file.endsWith("-meetup_place.eml") && mail.text.includes(meetup)));
    assert.equal(told.to, second.to);
    await stranger.reload();
    await says(stranger, "Du har svarat: Ja, jag kommer");
    assert.equal(await page.locator("#answers", { hasText: "På väntelistan" }).count(), 0);
  });

  journey("the calendar file and home agree on it", { role: "member" }, async ({ page, app }) => {
    await page.goto("/dashboard");
    await says(page, title);
    await page.goto(meetup);
    const file = await page.context().request.get(app.url(`${meetup}/calendar`));
    assert.match(await file.text(), new RegExp(`DTSTART;TZID=Europe/Stockholm:${later.replaceAll("-", "")}T130000`));
  });

  journey("it is cancelled and everybody is told why", { role: "member" }, async ({ page, app, as }) => {
    await page.goto(meetup);
    await follow(page, "Ställ in");
    await fill(page, { why: "Två av oss är sjuka." });
    await press(page, "Ställ in och meddela gruppen");
    await says(page, "Inställd: Två av oss är sjuka");
    const mail = await mailOf(app, "meetup_cancellation");
    assert.match(mail.text, /Två av oss är sjuka/);
    assert.match(mail.calendar, /METHOD:CANCEL/);

    // An answer comes too late, and is told so.
    const stranger = await as();
    const invited = await mailOf(app, "meetup_invitation");
    await stranger.goto(invited.links.find((link) => link.includes(`${meetup}/answer/`)));
    await says(stranger, "Inställd: Två av oss är sjuka");
    assert.equal(await stranger.locator(".answers").count(), 0);
    await keepsQuiet(stranger, "Logga ut");
  });
});
