// A round: opened, registered for, matched, looked at, mended, published.
import assert from "node:assert/strict";
import { arrive, fill, follow, path, press, says, until } from "./support/browser.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { journeys } from "./support/journey.mjs";
import { mailsTo, mailTo } from "./support/mail.mjs";

const network = "/networks/skane";
const large = "/networks/skolhuvudman-i-samverkan";

journeys("rounds", (journey) => {
  let round;

  journey("a member joins an open network and registers with wishes, pauses, comes back and withdraws", { role: "member" }, async ({ page }) => {
    await page.goto(network);
    await press(page, "Gå med", page.locator(".next-step"));
    await says(page, "Välkommen! Du är med i nätverket.");
    await follow(page, "Till anmälan");
    await follow(page, "Anmäl mig");
    await fill(page, { wishes: "Någon som också har en liten förvaltning.", meeting_format: "either", travel_limit_km: "300" });
    await press(page, "Anmäl", page.locator("main form.form"));
    await says(page, "Du är anmäld");
    await says(page, "liten förvaltning");
    await press(page, "Pausa");
    await says(page, "Pausad");
    await press(page, "Återuppta");
    await says(page, "Anmälan gäller igen");
    await press(page, "Ta tillbaka");
    await says(page, "Anmälan är återtagen");
    await follow(page, "Ändra");
    assert.match(await page.inputValue("[name=wishes]"), /liten förvaltning/);
    await press(page, "Anmäl", page.locator("main form.form"));
    await says(page, "Du är anmäld");
  });

  journey("a coordinator opens a round, with a mistake first, and changes its rules", { role: "coordinator" }, async ({ page }) => {
    await page.goto(large);
    await follow(page, "Öppna en omgång");
    const day = new Date(Date.now() + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    await fill(page, { name: "Våren", preset: "similar", size_min: "6", size_max: "4", per_organiser: "1", categories: "apart", last_day: day });
    assert.equal((await press(page, "Öppna omgången")).status(), 422);
    await says(page, "Högsta antalet kan inte vara mindre än det lägsta");
    await fill(page, { size_min: "4", size_max: "6" });
    await press(page, "Öppna omgången");
    await says(page, "Omgången är öppen för anmälan");
    await says(page, "4–6");
    round = path(page);
    await follow(page, "Ändra omgången");
    await fill(page, { preset: "neighbours", categories: "mixed", size_min: "3", size_max: "4" });
    await press(page, "Spara");
    await says(page, "3–4");

    // Another one that nobody wanted.
    await page.goto(large);
    await follow(page, "Öppna en omgång", page.locator("main .section-head"));
    await fill(page, { name: "Hösten", last_day: day });
    await press(page, "Öppna omgången");
    await follow(page, "Ställ in omgången");
    await press(page, "Ställ in omgången");
    await says(page, "Omgången blev inte av");
  });

  journey("a member registers from the mail, without signing in", {}, async ({ page, app, as }) => {
    const call = await mailTo(app, app.account("member").email, `${round}/call/`);
    await page.goto(call.link);
    await fill(page, { wishes: "Gärna någon med en liten förvaltning." });
    await press(page, "Anmäl", page.locator("main form.form"));
    await says(page, "Du är anmäld");
    const member = await as("member");
    await member.goto(round);
    await says(member, "liten förvaltning");
  });

  journey("a coordinator registers others, sees who is there and matches early", { role: "coordinator" }, async ({ page }) => {
    for (const at of [0, 3, 6, 9, 12, 15, 18]) {
      await page.goto(`${round}/registrations/new?on_behalf=1`);
      await page.selectOption("[name=seat_id]", { index: at });
      await press(page, "Anmäl", page.locator("main form.form"));
      await says(page, "Personen är anmäld");
    }
    await says(page, "liten förvaltning");
    await page.goto(round);
    await follow(page, "Ändra omgången");
    await says(page, "Så skulle det bli");
    await fill(page, { size_min: "6", size_max: "7" });
    await press(page, "Se vad det innebär");
    await says(page, "Inget är sparat");
    assert.equal(await page.inputValue("[name=size_min]"), "6");
    await page.goto(round);
    await says(page, "3–4");
    await follow(page, "Vilka som är med");
    await says(page, "Huvudmän efter kategori");
    await page.goto(round);
    await press(page, "Sätt ihop grupperna redan nu");
    await says(page, "Förslag till grupper");
  });

  journey("the proposal says who, why and who is left; moving somebody shows what it does first", { role: "coordinator" }, async ({ page, as }) => {
    await page.goto(`${round}/proposal`);
    const groups = page.locator("main .cards > .card");
    assert.ok((await groups.count()) >= 2, "two groups at least");
    await says(page, "Gruppen hör ihop för att");
    const member = await as("member");
    await member.goto(`${round}/proposal`);
    assert.match(await member.title(), /finns inte|hittades|hittar/i);
    await member.goto(round);
    await says(member, "Samordnaren ser över ett förslag");

    const name = (await groups.first().locator(".name").first().innerText()).trim();
    await follow(page, "Flytta", groups.first());
    await says(page, `Flytta ${name}`);
    await page.selectOption("select[name=to]", { index: 0 });
    await press(page, "Se vad det gör");
    await says(page, "Vad flytten gör");
    await says(page, "före");
    await press(page, "Flytta", page.locator("main form.form"));
    await says(page, "Flytten är gjord");
    const card = page.locator("main .cards > .card", { has: page.getByText("Flyttad för hand") });
    assert.match(await card.innerText(), new RegExp(name));

    await follow(page, "Byt namn", card);
    await fill(page, { name: "Gruppen vid sundet" });
    await press(page, "Spara");
    await says(page, "Gruppen vid sundet");
    await follow(page, "Utan plats");
    await says(page, "Ingen glöms bort");
  });

  journey("a coordinator locks, freezes, swaps, undoes and lets the rest be improved", { role: "coordinator" }, async ({ page }) => {
    await page.goto(`${round}/proposal`);
    const groups = page.locator("main .cards > .card");
    await press(page, "Lås", groups.first().locator("li").first());
    await says(page, "Personen är låst till gruppen");
    await press(page, "Frys gruppen", groups.last());
    await says(page, "Gruppen är fryst");
    await press(page, "Ångra");
    await says(page, "Ändringen är ångrad");
    assert.equal(await page.locator(".is-frozen").count(), 0);

    await follow(page, "Flytta", groups.last());
    await page.selectOption("select[name=to]", { index: 0 });
    await press(page, "Se vad det gör");
    await follow(page, "Se bytet");
    await says(page, "Vad bytet gör");
    await press(page, "Byt plats", page.locator("main form.form"));
    await says(page, "Bytet är gjort");
    await follow(page, "Se alla ändringar");
    await says(page, "bytte plats");
    await page.goto(`${round}/proposal`);

    await follow(page, "Sparade förslag");
    await fill(page, { name: "Med bytet" });
    await press(page, "Spara förslaget på tavlan");
    await says(page, "Förslaget är sparat");
    await page.goto(`${round}/proposal`);
    await follow(page, "Förbättra resten");
    await says(page, "En person är låst och stannar");
    await press(page, "Förbättra resten");
    await until(async () => {
      await page.goto(`${round}/proposal`);
      return (await page.locator("#search").count()) === 0;
    });
    assert.match(await page.innerText("main"), /flyttade|inget som är bättre/);
    await follow(page, "Sparade förslag");
    await follow(page, "Med bytet");
    await press(page, "Lägg det här på tavlan");
    await says(page, "Det sparade förslaget ligger på tavlan");
    await follow(page, "Karta");
    assert.ok((await page.locator("svg.map-hulls path.hull").count()) >= 2);
  });

  for (const width of [1280, 320]) {
    journey(`the board and what is around it have no barriers at ${width} pixels`, { role: "coordinator", javaScript: true, width }, async ({ page }) => {
      const places = ["proposal", "proposal/map", "coverage", "drafts", "changes", "improvement/new"];
      for (const place of places) {
        await page.goto(`${round}/${place}`);
        await assertAccessible(page);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${place} is too wide`);
      }
      await page.goto(`${round}/drafts`);
      await page.locator("main tbody tr").nth(1).getByRole("link").click();
      await page.waitForURL(/drafts\/./);
      await assertAccessible(page);
    });
  }

  journey("with JavaScript people are dragged, and what it does is shown first", { role: "coordinator", javaScript: true }, async ({ page }) => {
    await page.goto(`${round}/proposal`);
    const groups = page.locator("main .cards > .card");
    const mover = groups.first().locator("[data-person]").first();
    const name = (await mover.locator(".name").innerText()).trim();
    await mover.dragTo(groups.nth(1).locator("[data-person]").first());
    await page.locator("dialog[open]").getByRole("heading", { name: "Vad bytet gör" }).waitFor();
    await page.locator("dialog[open]").getByRole("link", { name: "Tillbaka" }).click();
    assert.equal(await page.locator("dialog[open]").count(), 0);
    await mover.dragTo(groups.nth(1).locator("p.meta").first());
    await page.locator("dialog[open]").getByRole("heading", { name: "Vad flytten gör" }).waitFor();
    await page.locator("dialog[open]").getByRole("button", { name: "Flytta" }).click();
    await says(page, "Flytten är gjord");
    assert.match(await groups.nth(1).innerText(), new RegExp(name));
    await press(page, "Ångra");
    await says(page, "Ändringen är ångrad");
  });

  journey("publishing makes the groups and tells everybody why, or why not", { role: "coordinator" }, async ({ page, as, app }) => {
    await page.goto(`${round}/proposal`);
    await follow(page, "Publicera");
    await fill(page, { note: "Välkomna till vårens grupper!" });
    await press(page, "Publicera och skicka mejl");
    await says(page, "Grupperna är publicerade");

    const mail = await until(async () => (await mailsTo(app, app.account("member").email)).find((each) => each.text.includes("Välkomna till vårens grupper!")));
    assert.match(mail.text, /Våren/);
    const member = await as("member");
    await member.goto(round);
    await says(member, "Grupperna finns och alla har fått besked");
    await page.goto(large);
    await says(page, "Gruppen vid sundet");
    await arrive(page, () => page.getByRole("link", { name: "Gruppen vid sundet" }).click());
    await says(page, "Varför just ni");
  });
});
