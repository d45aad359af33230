// After a meetup: notes that two write at once, a promise that is kept, a link, a story without names, and a word on the meetup.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { arrive, fill, follow, keepsQuiet, path, press, says, until } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";
import { mails } from "./support/mail.mjs";

const day = (ahead) => new Date(Date.now() + ahead * 24 * 3600 * 1000).toISOString().slice(0, 10);
const title = "En siffra vi inte förstår";

journeys("notes", (journey) => {
  let notes;
  const text = (page) => page.inputValue("[name=body]");

  journey("two write at once and nothing is lost", { role: "member" }, async ({ page, as }) => {
    await page.goto("/meetups");
    await follow(page, title);
    await follow(page, "Läs anteckningarna");
    notes = path(page);
    await says(page, "Mer tid för frågorna.");
    const coordinator = await as("coordinator");
    await coordinator.goto(notes);
    await keepsQuiet(coordinator, "Mer tid för frågorna.");
    await follow(coordinator, "Skriv vidare");
    await follow(page, "Skriv vidare");

    // Different lines go together, and the second sees what the first changed.
    const before = await text(page);
    await fill(page, { body: before.replace("## Vi berättade om läget", "## Runda om läget") });
    await press(page, "Spara");
    await says(page, "Anteckningarna är sparade");
    await fill(coordinator, { body: `${before}\n\nTack för att jag fick vara med.` });
    await press(coordinator, "Spara");
    await says(coordinator, "Någon annan sparade medan du skrev");
    await coordinator.locator(".diff ins", { hasText: "Runda" }).first().waitFor();
    await page.goto(notes);
    await says(page, "Runda om läget");
    await says(page, "Tack för att jag fick vara med.");

    // The same line comes back with both texts.
    await follow(page, "Skriv vidare");
    await follow(coordinator, "Till anteckningarna");
    await follow(coordinator, "Skriv vidare");
    const now = await text(page);
    await fill(coordinator, { body: now.replace("Runda om läget", "Läget hos oss") });
    await press(coordinator, "Spara");
    await fill(page, { body: now.replace("Runda om läget", "Läget just nu") });
    assert.equal((await press(page, "Spara")).status(), 409);
    await says(page, "Någon annan har ändrat på samma ställe");
    const both = await text(page);
    assert.ok(both.includes("Läget hos oss") && both.includes("Läget just nu"), both);
    await fill(page, { body: both.replace(/^## Läget hos oss\n/m, "") });
    await press(page, "Spara");
    await says(page, "Läget just nu");
  });

  journey("a promise is written down, mended, kept; a link is added", { role: "member" }, async ({ page }) => {
    await page.goto(notes);
    await page.getByText("Skriv ner ett löfte").click();
    await fill(page, { promise: "Ringa biblioteket", due: day(-3) });
    assert.equal((await press(page, "Lägg till löftet")).status(), 422);
    await says(page, "Dagen har redan varit");
    assert.equal(await page.inputValue("[name=promise]"), "Ringa biblioteket");
    await fill(page, { due: day(4) });
    await press(page, "Lägg till löftet");
    await says(page, "Ringa biblioteket");
    await page.goto("/dashboard");
    await says(page, "Löften att hålla");
    await follow(page, "Ringa biblioteket");
    const row = page.locator(".rows li", { hasText: "Ringa biblioteket" });
    await press(page, "Klart", row);
    await says(page, "Löftet är avklarat");
    await page.goto("/dashboard");
    await keepsQuiet(page, "Ringa biblioteket");

    await page.goto(notes);
    await page.getByText("Skriv ner ett beslut").click();
    await fill(page, { decision: "Vi läser samma bok." });
    await press(page, "Lägg till beslutet");
    await says(page, "Vi läser samma bok.");
    await page.getByText("Lägg in en länk").click();
    await fill(page, { title: "Boken", link: "https://bocker.example/1" });
    await press(page, "Lägg in länken");
    await follow(page, "Allt material i gruppen");
    await says(page, "Boken");
    await says(page, "Så räknas frånvaro: sex bilder");
  });

  journey("the notes become a story of one's own, without names", { role: "member" }, async ({ page, app }) => {
    const name = (await (await page.goto("/settings/profile"), page.inputValue("[name=name]"))).split(" ")[0];
    await page.goto(notes);
    await follow(page, "Skriv vidare");
    await fill(page, { body: `${await text(page)}\n\n${name} frågar skolorna.` });
    await press(page, "Spara");
    await press(page, "Gör ett utkast till berättelse");
    await says(page, "Namn som är borttagna");
    await says(page, `${name} (en gång)`);
    await follow(page, "Fortsätt med utkastet");
    assert.match(await text(page), /\[namn\] frågar skolorna/);
  });

  journey("somebody says from the mail whether it was useful", {}, async ({ page, app }) => {
    const mail = await until(async () =>
      (await mails(app)).find((each) => each.file.endsWith("-meetup_follow_up.eml") && each.text.includes(notes) && each.html.includes('lang="sv"')),
    );
    assert.match(mail.text, /Skicka hur ni räknar frånvaro/);
    await page.goto(mail.links.find((each) => each.endsWith("useful=no")));
    await fill(page, { better: "Kortare rundor." });
    await press(page, "Svara");
    await says(page, "Tack, ditt svar är sparat");
    const link = path(page);
    await page.goto(link);
    assert.ok(await page.locator("[name=useful][value=no]").isChecked());
  });

  journey("pages are for everybody, and what is typed is kept", { role: "member", javaScript: true, width: 320 }, async ({ page }) => {
    const documents = [];
    for (const address of [notes, `${notes}/edit`, `${notes}/versions`, `${notes}/story`]) {
      documents.push({ name: address, html: await (await page.goto(address)).text() });
      await assertAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${address} is wider than the window`);
    }
    assert.deepEqual(await htmlErrors(documents), []);
    await page.goto(`${notes}/edit`);
    await page.locator("[name=body]").pressSequentially("Halv mening");
    await page.locator("[role=status]", { hasText: "Utkastet är sparat" }).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${notes}/edit`);
    await says(other, "Här är ditt utkast från");
    assert.match(await text(other), /Halv mening/);
    await press(other, "Släng utkastet");
    assert.doesNotMatch(await text(other), /Halv mening/);
  });
});
