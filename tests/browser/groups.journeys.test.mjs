// Groups: reading why, agreeing, asking to be with, leaving, and one made by hand.
import assert from "node:assert/strict";
import { arrive, fill, follow, keepsQuiet, path, press, says } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";
import { mailAbout } from "./support/mail.mjs";

const network = "/networks/skolhuvudman-i-samverkan";

journeys("groups", (journey) => {
  let mine;
  let other;

  journey("a member sees the group, its map and why just these", { role: "member" }, async ({ page, app }) => {
    await page.goto("/groups");
    mine = await page.locator("main a.name").first().innerText();
    await follow(page, mine);
    const group = app.demo.groups.find((each) => each.name === mine);
    for (const member of group.members) await says(page, member.organiser);
    await says(page, "Varför just ni");
    await says(page, "Närmast dig är");
    assert.ok((await page.locator("aside svg.map .is-member, aside svg.map .is-here").count()) >= 2);
  });

  journey("a member writes down what the group has agreed on", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await follow(page, mine);
    await follow(page, "Ändra överenskommelsen");
    await fill(page, { agreement: "Vi ses *varannan* månad.\n\nDet som sägs stannar här." });
    await press(page, "Spara");
    await says(page, "Överenskommelsen är sparad");
    await says(page, "Vi ses varannan månad.");
  });

  journey("a coordinator opens a group and a member asks to be with", { role: "coordinator" }, async ({ page, app, as }) => {
    other = app.demo.groups.find((each) => each.name !== mine).name;
    await page.goto(network);
    await follow(page, other);
    const address = path(page);
    const member = await as("member");
    for (const open of [false, true]) {
      await follow(page, "Ändra gruppen");
      await fill(page, { open });
      await press(page, "Spara");
      // A group that is not open is for its members.
      assert.equal((await member.goto(address)).status(), open ? 200 : 404);
    }

    await member.goto("/groups");
    await follow(member, other);
    await keepsQuiet(member, "Varför just ni");
    await follow(member, "Fråga");
    await fill(member, { message: "Vi har prövat samma sak." });
    await press(member, "Fråga");
    await says(member, "Din fråga är skickad");

    await page.goto(address);
    await says(page, "Vi har prövat samma sak.");
    await press(page, "Välkomna");
    await mailAbout(app, app.account("member").email, `Välkommen till ${other}`);
    await member.goto(address);
    await says(member, "Varför just ni");
  });

  journey("a member sees what leaving does, and leaves", { role: "member" }, async ({ page, app }) => {
    await page.goto("/groups");
    await follow(page, mine);
    await follow(page, "Lämna gruppen");
    await says(page, "blir kvar när du lämnar");
    await press(page, "Lämna");
    await says(page, "Du har lämnat gruppen");
    await page.goto("/groups");
    assert.doesNotMatch(await page.locator("main section", { hasText: "Mina grupper" }).innerText(), new RegExp(mine));
    await mailAbout(app, app.account("coordinator").email, `Någon har lämnat ${mine}`);
  });

  journey("a coordinator makes a group by hand, names it and takes somebody out", { role: "coordinator" }, async ({ page, app }) => {
    await page.goto(network);
    await follow(page, "Gör en grupp för hand");
    await fill(page, { q: "kommun" }, "main .filter");
    await press(page, "Sök", page.locator("main .filter"));
    await page.goto(`${network}/groups/new`);
    const boxes = page.locator("input[name=seats]");
    for (const at of [0, 1, 2]) await boxes.nth(at).check();
    await fill(page, { name: "Tre som vill ses" });
    await press(page, "Gör gruppen");
    await says(page, "Gruppen finns och deltagarna får mejl");
    await says(page, "3 deltagare");
    await follow(page, "Deltagare", page.locator("aside"));
    await press(page, "Ta ur gruppen");
    await says(page, "Personen är inte längre med i gruppen");
    await page.goto(network);
    await says(page, "Tre som vill ses");
    assert.ok(app);
  });

  journey("a coordinator ends a group", { role: "coordinator" }, async ({ page }) => {
    await page.goto(network);
    await follow(page, "Tre som vill ses");
    await follow(page, "Ändra gruppen");
    await press(page, "Avsluta");
    await says(page, "Gruppen är avslutad");
  });
});
