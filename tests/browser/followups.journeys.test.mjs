// After publishing: a group that does not work, somebody late, a group that has become too small.
import assert from "node:assert/strict";
import { fill, follow, keepsQuiet, path, press, says } from "./support/browser.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { journeys } from "./support/journey.mjs";
import { mailAbout, mailTo } from "./support/mail.mjs";

const network = "/networks/skolhuvudman-i-samverkan";

journeys("followups", (journey) => {
  let mine;
  let round;
  const pages = [];

  journey("a member says that the group does not work, and the coordinator answers with words", { role: "member" }, async ({ page, app, as }) => {
    await page.goto("/groups");
    mine = await page.locator("main a.name").first().innerText();
    await follow(page, mine);
    await follow(page, "Gruppen fungerar inte för mig");
    assert.equal((await press(page, "Skicka till samordnaren")).status(), 422);
    await fill(page, { kind: "other", message: "Jag arbetar redan med två av dem." });
    await press(page, "Skicka till samordnaren");
    await says(page, "Samordnaren har fått det");
    await keepsQuiet(page, "Byta grupp");

    const coordinator = await as("coordinator");
    const mail = await mailTo(app, app.account("coordinator").email, "/objections/");
    assert.match(mail.text, /arbetar redan med två/);
    await coordinator.goto(mail.link);
    for (const way of ["Byta grupp", "Byta plats", "Lämna gruppen"]) await says(coordinator, way);
    pages.push(path(coordinator));
    await fill(coordinator, { answer: "Stanna över första träffen, så ser vi." });
    await press(coordinator, "Skicka svaret");
    await says(coordinator, "Svaret är skickat");
    await mailAbout(app, app.account("member").email, `Svar om ${mine}`);
  });

  journey("said again by the link of the mail, the coordinator moves the member, with what it does shown first", { role: "coordinator" }, async ({ page, app, as }) => {
    // The answer carries a link of the member's own.
    const { link } = await mailTo(app, app.account("member").email, "/objection/");
    const stranger = await as();
    await stranger.goto(link);
    await says(stranger, "Stanna över första träffen");
    await fill(stranger, { kind: "distance", message: "Fyra timmar med buss." });
    await press(stranger, "Skicka till samordnaren");
    await says(stranger, "Samordnaren har fått det");

    await page.goto(network);
    await page.locator("main a[href^='/rounds/']").last().click();
    round = path(page);
    await says(page, "väntar på dig");
    await follow(page, "Se vad som väntar");
    await says(page, "Fyra timmar med buss");
    pages.push(path(page));
    await follow(page, "Se vad som kan göras");
    await page.locator("main .rows a").first().click();
    await says(page, "Det här händer");
    await says(page, "gemensamt");
    await fill(page, { words: "Nu blir det närmare." });
    await press(page, "Gör ändringen och mejla");
    await says(page, "Grupperna är ändrade");
    await mailAbout(app, app.account("member").email, "Din utbytesgrupp:");
    const member = await as("member");
    await member.goto("/groups");
    assert.notEqual(await member.locator("main a.name").first().innerText(), mine);
    await stranger.goto(link).catch(() => undefined);
    await keepsQuiet(stranger, "Fyra timmar");
  });

  journey("a group has become too small; the coordinator lets it be enough, or borrows", { role: "coordinator" }, async ({ page, app, as }) => {
    const member = await as("member");
    await member.goto("/groups");
    await follow(member, await member.locator("main a.name").first().innerText());
    const group = path(member);
    // The coordinator takes out all but two.
    for (;;) {
      await page.goto(`${group}/members`);
      const buttons = page.getByRole("button", { name: "Ta ur gruppen" });
      if ((await buttons.count()) <= 2) break;
      await buttons.last().click();
    }
    await page.goto(group);
    await follow(page, "Vägar ut för gruppen");
    await says(page, "Fortsätta som det är");
    pages.push(path(page));
    await press(page, "Det räcker");
    await says(page, "Gruppen fortsätter som den är");
    await page.goto(`${group}/remedies`);
    await page.locator("main .rows a").first().click();
    await press(page, "Gör ändringen och mejla");
    await says(page, "Grupperna är ändrade");
    assert.ok(round);
  });

  for (const [language, width] of [["sv", 1280], ["en", 320]]) {
    journey(`they are for everybody, ${language}, ${width} px`, { role: "coordinator", language, width, javaScript: true }, async ({ page }) => {
      assert.equal(pages.length, 3);
      for (const address of pages) {
        await page.goto(address);
        await assertAccessible(page);
      }
    });
  }
});
