// Reading: what was read does not come again, and what is like it stands under a story.
import assert from "node:assert/strict";
import { findings } from "./support/axe.mjs";
import { arrive, fill, follow, keepsQuiet, path, press, says } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";

const read = "Samtal om frånvaron";
const unread = "Frånvaron och samtalen";

journeys("reading", (journey) => {
  const places = {};

  const tell = async (page, title) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Skriv en berättelse");
    await follow(page, "Fritt");
    await fill(page, { title, body: "Mentorerna samtalade om frånvaron varje morgon.", visibility: "network" });
    await press(page, "Publicera");
    places[title] = path(page);
  };

  journey("a member tells of two things", { role: "member" }, async ({ page }) => {
    await tell(page, unread);
    await tell(page, read);
  });

  journey("what was in sight for some seconds does not come again", { role: "coordinator", javaScript: true }, async ({ page }) => {
    await page.goto("/digests/preview");
    await says(page, read);
    await says(page, unread);
    const told = page.waitForResponse((answer) => answer.url().endsWith("/reading"));
    await page.goto(places[read]);
    assert.equal((await told).status(), 204);
    await page.goto("/digests/preview");
    await keepsQuiet(page, read);
    await says(page, unread);
    await page.goto("/settings/subscriptions");
    await says(page, "Berättelser som du har läst här");
  });

  journey("without a script nothing is kept of looking, and thanking says that it was read", { role: "coordinator" }, async ({ page }) => {
    await page.goto(places[unread]);
    await page.goto("/digests/preview");
    await says(page, unread);
    await page.goto(places[unread]);
    await press(page, "Tacka för berättelsen");
    await page.goto("/digests/preview");
    await keepsQuiet(page, unread);
  });

  for (const width of [1280, 320]) {
    journey(`what is like a story stands under it, ${width} px, and nothing above it moves`, { role: "member", javaScript: true, width }, async ({ page }) => {
      // As a page with a long text is.
      await page.route("**/similar", (route) => setTimeout(() => route.continue(), 500));
      await page.goto(places[read]);
      const field = page.locator("[name=body]");
      await field.focus();
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const where = () => page.evaluate(() => [document.querySelector("h1").getBoundingClientRect().top, document.querySelector("[data-similar] h2").getBoundingClientRect().top]);
      const before = await where();
      await page.locator("#similar > li").first().waitFor();
      assert.deepEqual(await where(), before);
      const count = await page.locator("#similar > li").count();
      assert.ok(count >= 1 && count <= 3, `${count} stories`);
      await says(page, unread);
      assert.equal(await field.evaluate((each) => each === document.activeElement), true, "the focus stays");
      assert.deepEqual(await findings(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the screen");
      await follow(page, "Berättelser som liknar den här");
      await says(page, unread);
    });
  }

  journey("without a script a link leads there", { role: "member" }, async ({ page }) => {
    await page.goto(places[read]);
    await follow(page, "Berättelser som liknar den här");
    await says(page, unread);
  });
});
