// Subscriptions: what comes how often, a story at once, the end of it from the mail, and the digest that is sent now.
import assert from "node:assert/strict";
import { arrive, fill, follow, keepsQuiet, path, press, says } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";
import { mailAbout, mailsTo } from "./support/mail.mjs";

const first = "Vad rektorerna sa när vi frågade";
const second = "När nämnden kom på besök";

journeys("subscriptions", (journey) => {
  let group;
  /** The network of the member's group: name of its field on the page, and its address. */
  let place;
  let network;

  const tell = async (page, title) => {
    await page.goto(`${group}/posts/new?form=free`);
    await fill(page, { title, body: "De sa att **tiden** fattas.", visibility: "network" });
    await press(page, "Publicera");
    await says(page, "Berättelsen är publicerad");
  };
  const mailed = async (app, kind, title) => {
    await app.command("digest", "run");
    const all = await mailsTo(app, app.account("coordinator").email);
    return all.filter((mail) => mail.file.endsWith(`-${kind}.eml`) && mail.text.includes(title));
  };

  journey("a coordinator chooses on a phone what comes at once", { role: "coordinator", width: 320 }, async ({ page, as }) => {
    const member = await as("member");
    await member.goto("/groups");
    await arrive(member, () => member.locator("main a.name").first().click());
    group = path(member);
    network = await member.locator("main a[href^='/networks/']").first().getAttribute("href");
    await page.goto("/settings");
    await follow(page, "Välj för varje nätverk och grupp");
    await says(page, "som allt annat");
    assert.deepEqual(await htmlErrors([{ name: "subscriptions", html: await page.content() }]), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the screen");
    const row = page.locator("tbody tr", { has: page.locator(`a[href="${network}"]`) });
    place = await row.locator("select").getAttribute("name");
    await fill(page, { general: "weekly", [place]: "at_once" });
    await press(page, "Spara");
    assert.equal(await page.inputValue(`[name="${place}"]`), "at_once");
    assert.equal(await page.inputValue("[name=general]"), "weekly");
  });

  journey("a story comes at once, to be read in the mail, and the mail ends it", { role: "member" }, async ({ page, app, as }) => {
    await tell(page, first);
    const [mail, ...others] = await mailed(app, "story", first);
    assert.equal(others.length, 0);
    assert.equal(mail.subject, `Ny berättelse: ${first}`);
    assert.match(mail.text, /De sa att tiden fattas/);
    const coordinator = await as("coordinator");
    await coordinator.goto(mail.links.find((link) => link.includes("/posts/")));
    await says(coordinator, "De sa att tiden fattas");
    assert.equal((await mailed(app, "story", first)).length, 1, "it comes once");
    const stranger = await as();
    await stranger.goto(mail.links.find((link) => link.includes("/unsubscribe/")));
    await press(stranger, "Ja, skicka inga fler");
    await says(stranger, "Du får inget mer härifrån");
    await tell(page, second);
    assert.equal((await mailed(app, "story", second)).length, 0);
  });

  journey("the next digest is sent now, once", { role: "coordinator" }, async ({ page, app }) => {
    await page.goto("/digests/preview");
    await keepsQuiet(page, second);
    await page.goto("/settings/subscriptions");
    assert.equal(await page.inputValue(`[name="${place}"]`), "never");
    await fill(page, { [place]: "daily" });
    await press(page, "Spara");
    await page.goto("/digests/preview");
    await says(page, second);
    await keepsQuiet(page, first);
    await press(page, "Skicka den nu");
    await says(page, "Inget nytt för dig just nu");
    await mailAbout(app, app.account("coordinator").email, second);
    assert.equal((await mailed(app, "digest", second)).length, 1);
  });

  journey("a coordinator sees what a member gets, and sets what holds for a group", { role: "coordinator" }, async ({ page }) => {
    await page.goto(network);
    await follow(page, "Vad en medlem får i sin sammanfattning");
    await says(page, second);
    await page.goto(`${group}/edit`);
    await fill(page, { digest_default: "daily" });
    await press(page, "Spara");
    await page.goto(`${group}/edit`);
    assert.equal(await page.inputValue("[name=digest_default]"), "daily");
  });
});
