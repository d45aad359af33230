// A round: opened, registered for, matched, looked at, mended, published.
import assert from "node:assert/strict";
import { arrive, fill, follow, path, press, says, until } from "./support/browser.mjs";
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
