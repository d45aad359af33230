// Who should meet and who should not: own weights, organisers apart, wishes that nobody else sees, who has met.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { fill, follow, keepsQuiet, path, press, says } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";

const network = "/networks/skolhuvudman-i-samverkan";

journeys("apart", (journey) => {
  let who;

  journey("a member says when to meet, and with whom not to share a group", { role: "member" }, async ({ page }) => {
    await page.goto("/settings/profile");
    await fill(page, { availability: ["tue-am", "wed-pm"] });
    await press(page, "Spara", page.locator("main form.form"));
    assert.ok(await page.locator("[name=availability][value=tue-am]").isChecked());
    await follow(page, "Önskemål");
    await says(page, "Inga önskemål");
    await fill(page, { q: "rektor" });
    await press(page, "Sök", page.locator("main"));
    who = (await page.locator("main .rows .name").first().innerText()).trim();
    await press(page, "Inte i samma grupp", page.locator("main .rows"));
    await says(page, "Bara du ser det");
    await says(page, who);
  });

  journey("a coordinator weighs the reasons and keeps organisers apart", { role: "coordinator" }, async ({ page }) => {
    await page.goto("/settings/wishes");
    await keepsQuiet(page, who);
    await page.goto(network);
    await follow(page, "Isär");
    const [one, two] = await page.locator("datalist option").evaluateAll((all) => all.slice(0, 2).map((each) => each.value));
    await fill(page, { one, two: "Atlantis" });
    assert.equal((await press(page, "Håll isär")).status(), 422);
    await says(page, "Skriv en huvudman som har medlemmar i nätverket");
    assert.equal(await page.inputValue("#one"), one);
    await fill(page, { two });
    await press(page, "Håll isär");
    const pair = await page.locator("main .rows .name").innerText();
    assert.deepEqual(pair.split(" – ").sort(), [one, two].sort());

    await page.goto(`${network}/rounds/new`);
    const last_day = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    await page.locator("summary", { hasText: "Egna vikter" }).click();
    await fill(page, { name: "Våren", preset: "own", weight_themes: "1000", last_day });
    assert.equal((await press(page, "Öppna omgången")).status(), 422);
    assert.ok(await page.locator("#weight_themes").isVisible(), "the field with the mistake is in sight");
    await fill(page, { weight_themes: "40" });
    await press(page, "Öppna omgången");
    await says(page, "Egna vikter");
    await says(page, "gemensamma teman");
    await follow(page, "Ändra omgången");
    assert.equal(await page.inputValue("#weight_themes"), "40");
  });

  journey("a coordinator sees who has met, as a matrix, a picture and in words", { role: "coordinator" }, async ({ page }) => {
    await page.goto(network);
    await follow(page, "Vilka som har mötts");
    await says(page, "Två och två");
    assert.equal(await page.locator("main tbody tr").count(), 20);
    assert.equal(await page.locator("main svg.map a").count(), 20);
    // By the keyboard alone: a place of the picture leads to the history of that one.
    const place = page.locator("main svg.map a").nth(2);
    await place.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/of=/);
    await says(page, "och de som har varit i samma grupp");
    await follow(page, "Visa alla");
    await follow(page, "Uppdrag", page.locator("main .cluster"));
    assert.match(page.url(), /by=seats/);
    await fill(page, { q: "finns inte alls" });
    await press(page, "Sök", page.locator("main"));
    await says(page, "Ingen hittades");
    assert.equal(path(page), `${network}/history`);
  });

  for (const [language, width, words] of [["sv", 1280, "Två och två"], ["en", 320, "Two by two"]]) {
    journey(`they are for everybody, ${language}, ${width} px`, { role: "coordinator", language, width, javaScript: true }, async ({ page }) => {
      for (const address of [`${network}/history`, `${network}/history?by=seats`, `${network}/rivals`, `${network}/rounds/new`, "/settings/wishes?q=rektor"]) {
        await page.goto(address);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${address} is ${wide} px wide`);
        await assertAccessible(page);
      }
      await page.goto(`${network}/history`);
      await says(page, words);
    });
  }
});
