// Letters: a coordinator writes, sees who gets it and what it looks like, tries it, sends it, takes it back and sends it again.
import assert from "node:assert/strict";
import { fill, follow, keepsQuiet, path, press, says } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";
import { mailAbout } from "./support/mail.mjs";

const network = "/networks/skolhuvudman-i-samverkan";
const subject = "Inför nästa träff";
const day = (ahead) => new Date(Date.now() + ahead * 24 * 3600 * 1000).toISOString().slice(0, 10);

journeys("letters", (journey) => {
  let letter;

  journey("a coordinator writes to some, with a mistake first, and sees who they are", { role: "coordinator" }, async ({ page }) => {
    await page.goto(network);
    await follow(page, "Skriv till nätverket");
    await says(page, "Tack för hösten");
    await follow(page, "Skriv ett brev");
    await fill(page, { body: "Läs [planen](https://plan.example/a) **före** träffen.", levels: ["principal"] });
    assert.equal((await press(page, "Spara och gå vidare")).status(), 422);
    await says(page, "Fyll i fältet");
    assert.ok(await page.locator("[name=levels][value=principal]").isChecked());
    await fill(page, { subject });
    await press(page, "Spara och gå vidare");
    letter = path(page);
    await says(page, "Utkastet är sparat");
    await says(page, "På nivån Rektor");
    assert.equal(await page.locator("#mail .mail-body strong").innerText(), "före");
    await follow(page, "Se vilka det är");
    const all = await page.locator(".people .name").count();
    assert.ok(all > 1, "principals are listed");
    const name = await page.locator(".people .name").first().innerText();
    await fill(page, { q: name }, "main .filter");
    await press(page, "Visa", page.locator("main .filter"));
    assert.ok((await page.locator(".people .name").count()) < all);
  });

  journey("the letter is tried, sent, taken back and sent again at a time of one's own", { role: "coordinator", width: 320 }, async ({ page, app }) => {
    await page.goto(letter);
    await press(page, "Skicka ett prov till mig");
    const mail = await mailAbout(app, app.account("coordinator").email, `Prov: ${subject}`);
    assert.match(mail.text, /planen \(https:\/\/plan\.example\/a\) före träffen/);
    assert.match(mail.headers.get("reply-to"), /samordnare@grannskap\.example/);
    assert.ok(mail.headers.get("list-unsubscribe-post"));

    await fill(page, { when: "later", date: day(-1), time: "09:00" });
    assert.equal((await press(page, /^Skicka till/)).status(), 422);
    await says(page, "Tiden har redan varit");
    await fill(page, { when: "now" });
    await press(page, /^Skicka till/);
    await says(page, "Väntar på att gå ut");
    await keepsQuiet(page, "Utkast");
    await press(page, "Ta tillbaka brevet");
    await says(page, "Ingen har fått det");
    await follow(page, "Ändra");
    await fill(page, { body: "Läs planen före träffen. Ta med en fråga." });
    await press(page, "Spara och gå vidare");
    await fill(page, { when: "later", date: day(3), time: "09:00" });
    await press(page, /^Skicka till/);
    await says(page, "kl. 09:00");
    assert.deepEqual(await htmlErrors([{ name: letter, html: await page.content() }]), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the screen");
    await page.goto(`${network}/letters`);
    await says(page, "Väntar på att gå ut");
  });

  journey("a letter that went out says how it went; members neither see nor guess letters, and end them", { role: "coordinator" }, async ({ page, app, as }) => {
    await page.goto(`${network}/letters`);
    await follow(page, "Tack för hösten");
    await says(page, "Så gick det");
    await follow(page, "Se vilka som fått det");
    await says(page, "Skickat");

    const member = await as("member");
    assert.equal((await member.goto(letter)).status(), 404);
    await member.goto(network);
    await press(member, "Sluta få brev");
    await says(member, "Du får inga brev från nätverkets samordnare");
    await press(member, "Få brev igen");
    await says(member, "Du får brev från nätverkets samordnare");
    assert.ok(app);
  });

  journey("an administrator sees the mails of a person, and reads only what is nobody's secret", { role: "administrator" }, async ({ page, app }) => {
    await page.goto("/admin/people");
    await fill(page, { q: app.account("coordinator").email }, "main .filter");
    await press(page, "Visa", page.locator("main .filter"));
    await page.locator("tbody a", { hasText: "Post" }).first().click();
    await page.waitForLoadState();
    await page.locator("tbody tr", { hasText: `Prov: ${subject}` }).getByRole("link").click();
    await page.waitForLoadState();
    await says(page, "planen (https://plan.example/a)");
    await page.goto("/admin/mail");
    await follow(page, "Siffror för varje slags brev");
    await says(page, "Brev från samordnare");
  });
});
