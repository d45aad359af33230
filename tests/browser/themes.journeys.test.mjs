// Themes: an author names one, coordinators take it in and merge it, a reader follows it, and the old address still leads there.
import assert from "node:assert/strict";
import { arrive, fill, follow, path, press, says } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";
import { mailsTo } from "./support/mail.mjs";

journeys("themes", (journey) => {
  let group;
  let network;
  let free;

  const isFine = async (page, name) => {
    assert.deepEqual(await htmlErrors([{ name, html: await page.content() }]), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: wider than the screen`);
  };
  const tell = async (page, title, names) => {
    await page.goto(`${group}/posts/new?form=free`);
    await fill(page, { title, body: "Vi läste högt tillsammans.", visibility: "network", theme_names: names });
    await press(page, "Publicera");
    await says(page, "Berättelsen är publicerad");
  };

  journey("a member writes about a theme that was missing", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    group = path(page);
    network = await page.locator("main a[href^='/networks/']").first().getAttribute("href");
    await tell(page, "Högläsning på fritids", "Högläsning");
    await follow(page, "Högläsning");
    free = path(page);
    await says(page, "Högläsning på fritids");
  });

  journey("a coordinator keeps the list on a phone", { role: "coordinator", width: 320 }, async ({ page }) => {
    await page.goto(network);
    await follow(page, "Teman");
    await says(page, "Egna teman som någon har hittat på");
    await isFine(page, "themes");
    await fill(page, { name_sv: "Läsning för alla", name_en: "Reading for all" });
    await press(page, "Lägg till");
    await says(page, "Temat finns i listan");
    await arrive(page, () => page.locator("#free a", { hasText: "Byt namn eller slå ihop" }).first().click());
    await isFine(page, "theme");
    await page.selectOption("[name=into]", { label: "Läsning för alla" });
    await press(page, "Visa vad det gäller");
    await says(page, "1 berättelse byter tema.");
    await isFine(page, "merging");
    await press(page, "Slå ihop");
    await says(page, "Temana är ihopslagna");
    await arrive(page, () => page.locator("#list li", { hasText: "Läsning för alla" }).locator("button", { hasText: "Lägg undan" }).click());
    await says(page, "Temat är undanlagt");
    await arrive(page, () => page.locator("#away button").first().click());
    await says(page, "Temat går att välja igen");
  });

  journey("the old address leads to the new theme, which is followed from there", { role: "coordinator", width: 320 }, async ({ page, app, as }) => {
    await page.goto(free);
    assert.notEqual(path(page), free);
    await says(page, "Läsning för alla");
    await says(page, "Högläsning på fritids");
    await isFine(page, "theme page");
    await fill(page, { frequency: "at_once" });
    await press(page, "Följ");
    await says(page, "nya berättelser kommer med en gång");
    const member = await as("member");
    await tell(member, "Högläsning i förskolan", "högläsning");
    await app.command("digest", "run");
    const mails = (await mailsTo(app, app.account("coordinator").email)).filter((mail) => mail.text.includes("Högläsning i förskolan"));
    assert.equal(mails.length, 1);
    assert.match(mails[0].text, /du följer Läsning för alla/);
    const stranger = await as();
    await stranger.goto(mails[0].links.find((link) => link.includes("/unsubscribe/")));
    await press(stranger, "Ja, skicka inga fler");
    await says(stranger, "Du får inga fler berättelser om temat");
    await page.goto("/settings/subscriptions");
    const row = page.locator("tbody tr", { hasText: "Läsning för alla" });
    assert.equal(await row.locator("select").inputValue(), "never");
  });

  journey("one reads what an organiser's people have written", { role: "member" }, async ({ page }) => {
    await page.goto("/organisers?q=H%C3%B6%C3%B6r");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Berättelser härifrån");
    await isFine(page, "stories of an organiser");
    await follow(page, "Skriv en berättelse");
  });
});
