// What a member does about themselves: settings, profile, seats, passwords, keys and addresses.
import assert from "node:assert/strict";
import { arrive, fill, follow, keepsQuiet, path, press, says, signIn, submit } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";
import { mailTo } from "./support/mail.mjs";

const gun = { email: "gun.holm@grannskap.example", password: "sju små svampar" };
const ulf = { email: "ulf.ny@markaryd.example", password: "åtta röda lingon" };

journeys("accounts", (journey) => {
  journey("a member chooses language, time zone and digest", { role: "member" }, async ({ page }) => {
    await page.goto("/settings");
    await fill(page, { language: "en", time_zone: "Europe/Helsinki", digest_frequency: "daily", digest_hour: "6" });
    await press(page, "Spara");
    assert.equal(await page.getAttribute("html", "lang"), "en");
    await page.goto("/settings");
    assert.equal(await page.inputValue("[name=time_zone]"), "Europe/Helsinki");
    assert.equal(await page.inputValue("[name=digest_hour]"), "6");
    assert.ok(await page.isChecked("[name=digest_frequency][value=daily]"));
    await fill(page, { language: "sv", time_zone: "Europe/Stockholm" });
    await press(page, "Save");
    assert.equal(await page.getAttribute("html", "lang"), "sv");
  });

  journey("a member writes a profile that the others read", { role: "member" }, async ({ page, as }) => {
    await page.goto("/settings/profile");
    await fill(page, {
      about: "Jag leder fyra förskolor i en liten kommun.",
      offers: "Hur vi läser varandras analyser",
      needs: "Att få nämnden nyfiken",
      offer_themes: ["styrkedja"],
      meeting_format: "online",
      travel_limit_km: "80",
    });
    await press(page, "Spara");
    await follow(page, "Se din profil som andra ser den");
    await says(page, "Hur vi läser varandras analyser");
    const profile = path(page);
    const other = await as("coordinator");
    await other.goto(profile);
    await says(other, "Jag leder fyra förskolor");

    // Whoever is protected is nobody to the others.
    await page.goto("/settings/profile");
    await fill(page, { protected: true });
    await press(page, "Spara");
    assert.equal((await other.goto(profile)).status(), 404);
    await other.goto("/networks/skolhuvudman-i-samverkan/members?q=markaryd");
    await says(other, "Skyddad person");
    await page.goto("/settings/profile");
    await fill(page, { protected: false });
    await press(page, "Spara");
  });

  journey("a member adds a seat by the organiser's name", { role: "member" }, async ({ page }) => {
    await page.goto("/seats");
    await follow(page, "Lägg till ett uppdrag");
    await fill(page, { organiser: "Upplands", role: "Kvalitetschef", level: "administration" });
    const response = await press(page, "Spara uppdraget");
    assert.equal(response.status(), 422);
    await says(page, "Flera huvudmän passar");
    await page.getByRole("radio", { name: /^Upplands-Bro/ }).check();
    await press(page, "Spara uppdraget");
    await says(page, "Upplands-Bro");
    await says(page, "Uppdraget är inte bekräftat ännu");
  });

  journey("a member asks for a calendar address, changes it and takes it away", { role: "member" }, async ({ page }) => {
    await page.goto("/meetups");
    await follow(page, "Visa min kalenderadress");
    const calendar = page.locator("section", { hasText: "Outlook" });
    await press(page, "Skapa en adress", calendar);
    const first = await page.innerText("#calendar-feed");
    const feed = await fetch(first);
    assert.match(feed.headers.get("content-type"), /^text\/calendar/);
    assert.match(await feed.text(), /^BEGIN:VCALENDAR\r\n/);
    await press(page, "Byt till en ny adress", calendar);
    const second = await page.innerText("#calendar-feed");
    assert.equal((await fetch(first)).status, 404);
    assert.equal((await fetch(second)).status, 200);
    await press(page, "Ta bort adressen", calendar);
    assert.equal((await fetch(second)).status, 404);
  });

  journey("a member makes a key for a program, uses it and takes it back", { role: "member" }, async ({ page, app }) => {
    await page.goto("/settings/tokens");
    await fill(page, { name: "Mitt program", scopes: ["read", "write"] });
    await press(page, "Skapa nyckeln");
    const token = await page.innerText("#token");
    const ask = (address, options = {}) => fetch(app.url(address), { ...options, headers: { authorization: `Bearer ${token}`, ...options.headers } });
    const me = await (await ask("/api/v1/me")).json();
    assert.equal(me.email, app.account("member").email);
    const [group] = (await (await ask("/api/v1/groups")).json()).items;
    const story = { group_id: group.id, title: "Skriven av ett program", body: "**Hej** därute", visibility: "group" };
    const written = await ask("/api/v1/posts", {
      method: "POST",
      body: JSON.stringify(story),
      headers: { "content-type": "application/json", "idempotency-key": "once-and-only-once" },
    });
    assert.equal(written.status, 201);
    await page.goto(`/posts/${(await written.json()).id}`);
    await says(page, "Hej därute");

    await page.goto("/settings/tokens");
    await keepsQuiet(page, token);
    await press(page, "Ta bort Mitt program");
    const refused = await ask("/api/v1/me");
    assert.equal(refused.status, 401);
    assert.match(refused.headers.get("content-type"), /^application\/problem\+json/);
  });

  journey("somebody with a one-time link chooses a password, forgets it and chooses another", {}, async ({ page, app, as }) => {
    const printed = await app.command("admin", "create", "--email", gun.email, "--name", "Gun Holm");
    await page.goto(/https?:\S+/.exec(printed)[0]);
    await fill(page, { password: "tio torra tallar", password_again: "tio torra tallar" });
    await press(page, "Spara lösenordet");
    await page.goto("/dashboard");
    await says(page, "Hej Gun Holm");
    await press(page, "Logga ut");
    await page.goto("/dashboard");
    assert.equal(path(page), "/session/new");

    await follow(page, "Jag har glömt mitt lösenord");
    await fill(page, { email: gun.email });
    await press(page, "Skicka länken");
    await says(page, "Finns det ett konto med adressen");
    const { link } = await mailTo(app, gun.email, "/password/");
    await page.goto(link);
    await fill(page, { password: gun.password, password_again: gun.password });
    await press(page, "Spara lösenordet");
    await page.goto("/settings/sign-in");
    await says(page, gun.email);

    const elsewhere = await as();
    assert.equal((await elsewhere.goto(link)).status(), 404, "a link works once");
    await assert.rejects(signIn(elsewhere, { email: gun.email, password: "tio torra tallar" }), /could not sign in/);
    await signIn(elsewhere, gun);
  });

  journey("a new password signs everybody else out", {}, async ({ app, as }) => {
    const here = await as(gun);
    const there = await as();
    await signIn(there, gun);
    await here.goto("/settings/sign-in");
    await fill(here, { current_password: gun.password, password: "nio nya nejlikor", password_again: "nio nya nejlikor" }, "form[action='/settings/password']");
    await submit(here, "form[action='/settings/password']");
    await says(here, "Lösenordet är bytt");
    await there.goto("/dashboard");
    assert.equal(path(there), "/session/new");
    assert.ok(app);
  });

  journey("a seat goes to a successor, with its groups and networks", { role: "member" }, async ({ page, app, as }) => {
    await page.goto("/groups");
    const group = await page.locator("main section").first().locator("a.name").first().innerText();
    await page.goto("/seats");
    await arrive(page, () => page.locator("li", { hasText: "Markaryd" }).getByRole("link").first().click());
    await fill(page, { successor_name: "Ulf Ny", successor_email: ulf.email });
    await press(page, "Skicka erbjudandet");
    await says(page, "Uppdraget är erbjudet till Ulf Ny");

    const successor = await as();
    await successor.goto((await mailTo(app, ulf.email, "/handovers/")).link);
    await says(successor, group);
    await fill(successor, { name: "Ulf Ny", password: ulf.password, password_again: ulf.password });
    await press(successor, "Ta över uppdraget");
    await successor.goto("/groups");
    await says(successor, group);
    await page.goto("/groups");
    await keepsQuiet(page, group);
  });
});
