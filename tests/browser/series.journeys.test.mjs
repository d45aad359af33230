// A series of meetups: proposed with its days shown first, answered at once from the mail, changed and ended early.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { arrive, fill, follow, path, press, says, until } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";
import { mails } from "./support/mail.mjs";

const day = (ahead) => new Date(Date.now() + ahead * 24 * 3600 * 1000).toISOString().slice(0, 10);
const title = "Rektorernas nätverk";

journeys("series", (journey) => {
  let group;
  let first;
  let second;
  /** The newest mail of a kind about the series, with these words, to somebody else than the member. */
  const mailOf = (app, kind, words = title) =>
    until(async () => {
      const says = (mail) => mail.text.includes(title) && mail.text.includes(words) && mail.html.includes('lang="sv"');
      const fits = (mail) => mail.file.endsWith(`-${kind}.eml`) && says(mail);
      return (await mails(app)).find((mail) => fits(mail) && !mail.to.includes(app.account("member").email));
    });

  journey("a member proposes one, with a mistake first, and sees the days before anybody is invited", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    group = path(page);
    await page.goto(`${group}/meetups/new`);
    await fill(page, { title, date: day(20), starts: "13:00", ends: "14:30", place: "Stadshuset", repeats: "weeks", every: "3" });
    assert.equal((await press(page, "Bjud in gruppen")).status(), 422);
    assert.equal(await page.inputValue("[name=place]"), "Stadshuset");
    await fill(page, { until: day(9999) });
    await press(page, "Bjud in gruppen");
    await says(page, "Välj en dag inom två år");
    await fill(page, { until: day(20 + 4 * 21) });
    await press(page, "Bjud in gruppen");
    await says(page, "5 träffar");
    await says(page, "Ingen är inbjuden än");
    await page.locator("[name=without]").nth(2).check();
    await press(page, "Bjud in gruppen till serien");
    first = path(page);
    assert.match(first, /^\/meetups\//);
    await says(page, "Träff 1 av 4 i en serie.");
    await page.goto("/meetups");
    await says(page, "och 3 till i serien");
    assert.equal(await page.locator(".meetup-card", { hasText: title }).count(), 1);
  });

  journey("somebody says yes to all of them from the mail", {}, async ({ page, app, as }) => {
    const mail = await mailOf(app, "meetup_invitation");
    assert.equal(mail.calendar.match(/BEGIN:VEVENT/g).length, 1);
    assert.equal(mail.text.match(/13:00–14:30/g).length, 5);
    const name = /^(.*?) </.exec(mail.to)[1].replace(/^"|"$/g, "");
    await page.goto(mail.links.find((link) => link.includes(`${first}/answer/`) && link.endsWith("answer=yes")));
    await page.locator(".next-step [name=series]").check();
    await arrive(page, () => page.locator(".next-step button").click());
    await says(page, "ditt svar är sparat");
    const member = await as("member");
    await member.goto(first);
    await follow(member, "Nästa träff");
    second = path(member);
    await says(member, "Träff 2 av 4 i en serie.");
    assert.match((await member.innerText("#answers")).split("Har inte svarat")[0], new RegExp(name));
  });

  journey("pages are for everybody", { role: "member", javaScript: true, width: 320 }, async ({ page, app }) => {
    const { links } = await mailOf(app, "meetup_invitation");
    const documents = [];
    const check = async (name, html) => {
      documents.push({ name, html });
      await assertAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${name} is wider than the window`);
    };
    const link = links.find((each) => each.includes(`${first}/answer/`));
    for (const address of [first, `${first}/edit`, `${first}/cancellation/new`, link]) {
      await check(address, await (await page.goto(address)).text());
    }
    await page.goto(`${group}/meetups/new`);
    await fill(page, { title, date: day(20), starts: "09:00", ends: "10:00", place: "Här", repeats: "weeks", every: "3", until: day(90) });
    await check("preview", await (await press(page, "Bjud in gruppen")).text());
    assert.deepEqual(await htmlErrors(documents), []);
  });

  journey("one is changed, and then it and the later ones", { role: "member" }, async ({ page, app }) => {
    await page.goto(second);
    await arrive(page, () => page.locator("a[rel=next]").click());
    await page.locator("main a", { hasText: "Ändra" }).first().waitFor();
    await follow(page, "Ändra");
    await fill(page, { place: "Biblioteket" });
    await press(page, "Spara och meddela gruppen");
    await page.goto(`${second}/edit`);
    await fill(page, { starts: "14:00", ends: "15:30", place: "Folkets hus", scope: "later" });
    await press(page, "Spara och meddela gruppen");
    await says(page, "Folkets hus");
    assert.equal((await mailOf(app, "meetup_update", "De senare träffarna")).text.match(/kl. 14:00–15:30/g).length, 5);
    await arrive(page, () => page.locator("a[rel=next]").click());
    await says(page, "Biblioteket");
    await says(page, "14:00–15:30");
    await arrive(page, () => page.locator("a[rel=next]").click());
    await says(page, "Folkets hus");
  });

  journey("it ends early", { role: "member" }, async ({ page, app }) => {
    await page.goto(second);
    await follow(page, "Ställ in");
    await fill(page, { why: "Terminen tar slut", scope: "later" });
    await press(page, "Ställ in och meddela gruppen");
    await says(page, "Inställd");
    await page.locator("details > summary", { hasText: "Alla träffar i serien" }).click();
    assert.equal(await page.locator("details ol .badge").count(), 3);
    await mailOf(app, "meetup_cancellation", "Även de senare träffarna");
    await page.goto(first);
    await says(page, "Kommer du");
  });
});
