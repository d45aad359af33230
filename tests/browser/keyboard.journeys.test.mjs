// The keyboard alone: Tab, Shift+Tab, Space, arrows and Enter, with the focus always to be seen.
import assert from "node:assert/strict";
import { arrive, fill, follow, path, press, says, until } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";
import { mails } from "./support/mail.mjs";

journeys("keyboard", (journey) => {
  journey("the first Tab offers to skip the menu, and Enter goes to the content", {}, async ({ page }) => {
    await page.goto("/organisers");
    const skip = await tab(page);
    assert.equal(skip.href, "#content");
    assert.ok(skip.top >= 0 && skip.height > 20, "the skip link comes into sight");
    await page.keyboard.press("Enter");
    const next = await tab(page);
    assert.ok(next.inMain, `after skipping, the focus is in the content and not on ${next.name}`);
  });

  journey("a member signs in, registers for a round and signs out", {}, async ({ page, app }) => {
    const account = app.account("member");
    await page.goto("/");
    await enter(page, "Logga in");
    await type(page, "email", account.email);
    await type(page, "password", account.password);
    await arrive(page, () => page.keyboard.press("Enter"));
    assert.equal(path(page), "/dashboard");

    await enter(page, "Nätverk");
    await enter(page, "Skånes huvudmän");
    await enter(page, "Gå med");
    await enter(page, "Till anmälan");
    await enter(page, "Anmäl mig");
    await type(page, "wishes", "Någon i närheten.");
    await tabTo(page, (at) => at.id.startsWith("meeting_format"), "the first choice");
    await page.keyboard.press("ArrowDown");
    const chosen = await page.locator("[name=meeting_format]:checked").getAttribute("value");
    assert.equal((await focused(page)).value, chosen);
    await enter(page, "Anmäl");
    await says(page, "Du är anmäld");
    assert.equal(path(page).split("/")[1], "rounds");
    await enter(page, "Logga ut");
    await page.goto("/dashboard");
    assert.equal(path(page), "/session/new");
  });

  journey("somebody answers a meetup from the mail", { role: "member" }, async ({ page, app, as }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Föreslå en träff");
    const day = new Date(Date.now() + 9 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    await fill(page, { title: "Med tangenterna", date: day, starts: "09:00", ends: "10:00", place: "Här" });
    await press(page, "Bjud in gruppen");
    const mail = await until(async () => (await mails(app)).find((each) => each.subject === "Inbjudan: Med tangenterna"));
    const guest = await as();
    await guest.goto(mail.links.find((link) => link.endsWith("answer=maybe")));
    await enter(guest, "Kanske", "Space");
    assert.equal(await guest.innerText("[aria-pressed=true]"), "Kanske");
  });

  journey("a member writes a story", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await enter(page, "Skriv en berättelse");
    await type(page, "title", "Skriven med tangenter");
    for (const name of ["situation", "tried", "happened", "learned", "question"]) await type(page, name, "Några ord.");
    await tabTo(page, (at) => at.id.startsWith("themes"), "the first theme");
    await page.keyboard.press("Space");
    assert.ok((await focused(page)).checked);
    await enter(page, "Publicera", "Space");
    await says(page, "Berättelsen är publicerad");
  });

  journey("on a narrow screen the menu opens and closes with the keyboard", { role: "member", width: 320 }, async ({ page }) => {
    await page.goto("/dashboard");
    await tabTo(page, (at) => at.tag === "summary", "the menu");
    const open = () => page.locator(".site-menu").evaluate((menu) => menu.open);
    assert.equal(await open(), false);
    await page.keyboard.press("Enter");
    assert.equal(await open(), true);
    await enter(page, "Träffar");
    assert.equal(path(page), "/meetups");
  });
});

/** What has the focus. */
function focused(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    const style = getComputedStyle(at);
    // A choice that is drawn by its label shows the focus there.
    const drawn = [style, ...(at.closest("label") ? [getComputedStyle(at.closest("label"))] : [])];
    const words = (at.labels?.[0] ?? at).innerText || at.getAttribute("aria-label") || at.getAttribute("name") || "";
    return {
      tag: at.localName,
      id: at.id,
      name: words.trim().replace(/\s+/g, " "),
      href: at.getAttribute("href") ?? "",
      value: at.value,
      checked: at.checked,
      top: box.top,
      height: box.height,
      inMain: at.closest("main") !== null && at.localName !== "main",
      inView: box.bottom > 0 && box.top < innerHeight,
      visible: drawn.some((each) => (each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2) || each.boxShadow !== "none"),
    };
  });
}

/** Presses Tab, and asserts that what then has the focus shows it and is in view. */
async function tab(page, key = "Tab") {
  await page.keyboard.press(key);
  const at = await focused(page);
  if (at.tag !== "body") {
    assert.ok(at.visible, `the focus does not show on ${at.tag} “${at.name}” of ${page.url()}`);
    assert.ok(at.inView, `the focus is out of view on ${at.tag} “${at.name}” of ${page.url()}`);
  }
  return at;
}

/** Presses Tab until what is wanted has the focus. */
async function tabTo(page, fits, what) {
  const seen = [];
  for (let presses = 0; presses < 150; presses += 1) {
    const at = await tab(page);
    if (fits(at)) return at;
    seen.push(at.name.slice(0, 30));
  }
  throw new Error(`Tab never reaches ${what} on ${page.url()}, only: ${seen.join(" | ")}`);
}

/** Goes to the link or button with these words by Tab and presses it. */
async function enter(page, words, key = "Enter") {
  const begins = (at) => ["a", "button"].includes(at.tag) && (at.name === words || at.name.startsWith(`${words}:`));
  await tabTo(page, begins, `“${words}”`);
  return arrive(page, () => page.keyboard.press(key));
}

/** Goes to a field by Tab and types. */
async function type(page, name, text) {
  await tabTo(page, (at) => at.id === name, `the field ${name}`);
  await page.keyboard.type(text);
}
