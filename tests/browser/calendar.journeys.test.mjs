// The calendar: a month and a list, from home to the meetup, and the group's own address.
import assert from "node:assert/strict";
import { arrive, fill, follow, path, press, says } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";

const soon = new Date(Date.now() + 40 * 24 * 3600 * 1000).toISOString().slice(0, 10);
const title = "Vad vi gör med kalendern";

journeys("calendar", (journey) => {
  journey("a member turns the months to a meetup", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Föreslå en träff");
    await fill(page, { title, date: soon, starts: "09:00", ends: "10:00", place: "Stadshuset" });
    await press(page, "Bjud in gruppen");
    const meetup = path(page);

    await page.goto("/dashboard");
    await follow(page, "Kalender");
    await says(page, "Träffar i dina grupper");
    for (let turns = 0; turns < 3 && (await page.locator(`td:not(.meta) a[href='${meetup}']`).count()) === 0; turns += 1) {
      await arrive(page, () => page.locator("a[rel=next]").click());
    }
    const day = page.locator(`td:has(time[datetime='${soon}'])`);
    assert.match(await day.innerText(), /09:00\s+Vad vi gör med kalendern/);
    await follow(page, "Visa som lista");
    assert.equal(await page.locator("table").count(), 0);
    await follow(page, title);
    assert.equal(path(page), meetup);
    await page.goBack();
    await follow(page, "Visa som månad");
    await follow(page, "Den här månaden");
    await page.locator("[aria-current=date]").waitFor();
  });

  journey("and subscribes to one group", { role: "member" }, async ({ page }) => {
    await page.goto("/calendar");
    await arrive(page, () => page.locator("main a[href^='/groups/'][href$='/feed']").first().click());
    await press(page, "Skapa en adress");
    const address = await page.innerText("code");
    const feed = await page.request.get(address);
    assert.equal(feed.status(), 200);
    assert.match(await feed.text(), /^BEGIN:VCALENDAR\r\n[^]*METHOD:PUBLISH/);
    await press(page, "Ta bort adressen");
    assert.equal((await page.request.get(address)).status(), 404);
    await says(page, "Skapa en adress");
  });

  journey("and is reminded by their own calendar", { role: "member" }, async ({ page }) => {
    await page.goto("/settings");
    await page.selectOption("[name=calendar_alarm]", "60");
    await press(page, "Spara");
    assert.equal(await page.inputValue("[name=calendar_alarm]"), "60");
  });
});
