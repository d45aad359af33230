// An agenda: questions, a guide, roles, the page to run the meeting by, and who came.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { arrive, fill, follow, path, press, says } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";

const soon = new Date(Date.now() + 20 * 24 * 3600 * 1000).toISOString().slice(0, 10);

journeys("agendas", (journey) => {
  let meetup;
  let past;
  const names = (page) => page.locator("#questions ol .name").allInnerTexts();
  const item = (page, text) => page.locator("#questions li", { hasText: text });
  const role = (page, name) => page.locator("#roles li", { hasText: name });

  journey("a member asks questions, with a mistake first, withdraws one and puts it back", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Föreslå en träff");
    await fill(page, { title: "Vem äger nuläget?", date: soon, starts: "13:00", ends: "15:00", place: "Stadshuset" });
    await press(page, "Bjud in gruppen");
    meetup = path(page);
    await follow(page, "Dagordning: frågor, samtalsguide och roller");
    await fill(page, { details: "Vi har prövat två gånger." });
    assert.equal((await press(page, "Lägg till frågan")).status(), 422);
    assert.match(await page.title(), /^Fel: /);
    assert.equal(await page.inputValue("[name=details]"), "Vi har prövat två gånger.");
    await fill(page, { title: "Hur får ni rektorerna med?" });
    await press(page, "Lägg till frågan");
    await says(page, "Frågan står på dagordningen");
    await fill(page, { title: "Vad mäter ni?" });
    await press(page, "Lägg till frågan");
    assert.deepEqual(await names(page), ["Hur får ni rektorerna med?", "Vad mäter ni?"]);
    await arrive(page, () => item(page, "Vad mäter ni?").getByRole("link", { name: "Ändra" }).click());
    await fill(page, { title: "Vad mäter ni, och varför?" });
    await press(page, "Spara frågan");
    await arrive(page, () => item(page, "rektorerna").getByRole("button", { name: "Ta bort" }).click());
    assert.deepEqual(await names(page), ["Vad mäter ni, och varför?"]);
    await arrive(page, () => item(page, "rektorerna").getByRole("button", { name: "Lägg tillbaka" }).click());
    assert.equal((await names(page)).length, 2);
    await page.goto(meetup);
    await says(page, "2 frågor att prata om");
  });

  journey("the coordinator of the network takes one away and gives the roles", { role: "coordinator" }, async ({ page }) => {
    await page.goto(`${meetup}/agenda`);
    assert.equal(await page.locator("#ask").count(), 0);
    await arrive(page, () => item(page, "Vad mäter ni").getByRole("button", { name: "Ta bort" }).click());
    assert.deepEqual(await names(page), ["Hur får ni rektorerna med?"]);
    await arrive(page, () => page.locator("#roles form button", { hasText: "Ge rollen till" }).first().click());
    await says(page, "Rollen är fördelad");
    assert.doesNotMatch(await role(page, "Värd").innerText(), /På tur/);
  });

  journey("a role is taken and given up; a guide gives steps with times", { role: "member" }, async ({ page }) => {
    await page.goto(`${meetup}/agenda`);
    assert.equal(await page.getByRole("button", { name: /^Lägg tillbaka/ }).count(), 0);
    await arrive(page, () => role(page, "Antecknar").getByRole("button", { name: "Jag tar rollen" }).click());
    await arrive(page, () => role(page, "Antecknar").getByRole("button", { name: "Lämna rollen" }).click());
    await says(page, "Rollen är ledig");
    await fill(page, { guide: "supervision" });
    await press(page, "Spara valet");
    await follow(page, "Öppna samtalssidan");
    await says(page, "13:00–13:05");
    assert.equal(await page.locator("#timer").isVisible(), false);
    await fill(page, { start: "13:20" });
    await press(page, "Räkna om klockslagen");
    await says(page, "13:20–13:25");
    await says(page, "Hur får ni rektorerna med?");
  });

  journey("who came is noted when a meetup has been", { role: "member" }, async ({ page }) => {
    await page.goto("/meetups");
    await follow(page, "Vi lär känna varandra");
    past = path(page);
    await follow(page, "Notera vilka som kom");
    const pressed = page.locator("[aria-pressed=true]");
    const before = await pressed.count();
    await arrive(page, () => page.locator("[aria-pressed=false]").first().click());
    assert.equal(await pressed.count(), before + 1);
    await arrive(page, () => pressed.first().click());
    assert.equal(await pressed.count(), before);
    await fill(page, { guests: "2" });
    await press(page, "Spara gästerna");
    await page.goto(past);
    await says(page, "Dessutom 2 gäster.");
  });

  journey("the timer runs without a network, by the keyboard alone", { role: "member", javaScript: true }, async ({ page }) => {
    await page.goto(`${meetup}/guide`);
    await page.context().setOffline(true);
    const [step, clock] = [page.locator("#timer h3"), page.locator("[role=timer]")];
    assert.equal(await step.innerText(), "1/6 Välj ärende");
    await page.getByRole("button", { name: "Starta" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Pausa" }).waitFor();
    await page.keyboard.press("Tab");
    for (let n = 2; n <= 6; n += 1) {
      await page.keyboard.press("Enter");
      assert.match(await step.innerText(), new RegExp(`^${n}/6 `));
    }
    assert.match(await page.locator("#steps [aria-current=step] h3").innerText(), /Det vi tar med oss/);
    // The last has no next: the focus is where the timer is stopped.
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Starta" }).waitFor();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    assert.match(await step.innerText(), /^5\/6 /);
    assert.match(await clock.innerText(), /^5 min kvar$/);
    await page.context().setOffline(false);
    // It stands where it stood when the page is opened again, and says calmly when the time is up.
    await page.reload();
    assert.match(await step.innerText(), /^5\/6 /);
    await page.evaluate(() => {
      const key = Object.keys(sessionStorage)[0];
      sessionStorage.setItem(key, JSON.stringify([4, 5 * 60000 + 3000, 0]));
    });
    await page.reload();
    await says(page, "Stegets tid är slut");
    assert.equal(await clock.innerText(), "+0:03");
  });

  journey("pages are for everybody", { role: "member", javaScript: true, width: 320 }, async ({ page }) => {
    const documents = [];
    const all = [meetup, `${meetup}/agenda`, `${meetup}/guide`, `${meetup}/attendances`, past, `${past}/agenda`, `${past}/attendances`, "/guides", "/guides/supervision"];
    await page.goto(`${meetup}/agenda`);
    all.push(await page.locator("#questions a").first().getAttribute("href"));
    for (const address of all) {
      documents.push({ name: address, html: await (await page.goto(address)).text() });
      await assertAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${address} is wider than the window`);
    }
    assert.deepEqual(await htmlErrors(documents), []);
  });
});
