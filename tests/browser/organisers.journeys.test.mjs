// Finding organisers: search, the map, a page, those that are alike; adding and correcting an independent one.
import assert from "node:assert/strict";
import { arrive, fill, follow, path, press, says } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";

journeys("organisers", (journey) => {
  journey("a stranger finds an organiser by a name without accents and sees its neighbours", {}, async ({ page }) => {
    await page.goto("/");
    await follow(page, "Hitta din huvudman");
    await fill(page, { q: "hoor" }, "main search");
    await press(page, "Sök", page.locator("main search"));
    await follow(page, /^Höör$/);
    await says(page, "invånare");
    assert.match(await page.innerText(".facts"), /SCB/);
    for (const neighbour of ["Hörby", "Eslöv"]) await says(page, neighbour);
    assert.ok((await page.locator("aside svg.map .is-neighbour").count()) >= 4);
  });

  journey("the list narrows by county, category, SKR group and kind", {}, async ({ page }) => {
    await page.goto("/organisers");
    await fill(page, { county: "12", category: "small", kind: "municipality" }, "main search");
    await press(page, "Sök", page.locator("main search"));
    const found = Number(/^\d+/.exec(await page.innerText("#found"))[0]);
    assert.ok(found > 0 && found < 33, `${found} small municipalities in Skåne`);
    await says(page, "Perstorp");
  });

  journey("those who are alike by each yardstick", {}, async ({ page }) => {
    await page.goto("/organisers/1267");
    for (const yardstick of ["Samma kategori", "Samma SKR-grupp", "Liknande enligt Kolada"]) {
      await follow(page, yardstick, page.locator("#alike"));
      assert.ok((await page.locator("#alike .rows a.name").count()) >= 3, yardstick);
      assert.equal(await page.locator("#alike .tabs [aria-current]").innerText(), yardstick);
    }
    await says(page, "Källa: Kolada");
    await follow(page, "Förskola", page.locator("#alike"));
    assert.equal(await page.locator("#alike .tag[aria-current]").innerText(), "Förskola");
  });

  journey("the map of Sweden has every municipality as a link, and a table says the same", {}, async ({ page }) => {
    await page.goto("/organisers");
    await follow(page, "Se kartan");
    assert.equal(await page.locator("svg.map a").count(), 290);
    assert.equal(await page.locator(".table-wrap a").count(), 290);
    const target = page.locator("svg.map a[aria-label^='Höör']");
    await target.focus();
    await arrive(page, () => page.keyboard.press("Enter"));
    assert.equal(path(page), "/organisers/1267");
  });

  journey("an island has neighbours by distance", {}, async ({ page }) => {
    await page.goto("/organisers/0980");
    await says(page, "Närmast utan gräns");
  });

  journey("a coordinator adds an independent organiser and corrects it", { role: "coordinator" }, async ({ page }) => {
    await page.goto("/organisers");
    await follow(page, "Lägg till enskild huvudman");
    await fill(page, { name: "Stiftelsen Grannskolan", number: "556016-0681", municipalities: "Höör\nEslöv", pupils: "120" });
    assert.equal((await press(page, "Spara")).status(), 422);
    assert.equal(await page.inputValue("[name=name]"), "Stiftelsen Grannskolan");
    await fill(page, { number: "556016-0680" });
    await press(page, "Spara");
    await says(page, "Stiftelsen Grannskolan");
    await says(page, "uppgift från en samordnare");
    await follow(page, "Lika stora");
    assert.ok((await page.locator("#alike .rows a.name").count()) >= 3);

    await follow(page, "Rätta uppgifterna");
    await fill(page, { name: "Stiftelsen Grannskolorna" });
    await press(page, "Spara");
    await page.goto("/organisers?q=grannskolorna");
    await says(page, "1 huvudman");
  });

  journey("a coordinator ties a domain, and a stranger may not change anything", { role: "coordinator" }, async ({ page, as }) => {
    await page.goto("/organisers/1267");
    await fill(page, { domain: "hoor.se" });
    await press(page, "Knyt domänen");
    await says(page, "Domänen är knuten");
    const stranger = await as();
    await stranger.goto("/organisers/1267");
    assert.equal(await stranger.locator("#domains").count(), 0);
    await stranger.goto("/organisers/new");
    assert.equal(path(stranger), "/session/new");
  });
});
