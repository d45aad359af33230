// The conversation under a story: a comment is told by mail, answered with a quotation, marked as the answer, thanked for.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { arrive, fill, follow, keepsQuiet, path, press, says, until } from "./support/browser.mjs";
import { htmlErrors } from "./support/html.mjs";
import { journeys } from "./support/journey.mjs";
import { mails } from "./support/mail.mjs";

const title = "När vi bytte rapporten mot besök";

journeys("the conversation under a story", (journey) => {
  let story;
  let comment;
  /** The latest notice to somebody about the story. */
  const notice = (app, role, words) =>
    until(async () => {
      const fits = (mail) => mail.file.endsWith("-comment_notice.eml") && mail.text.includes(words);
      return (await mails(app)).find((mail) => fits(mail) && mail.to.includes(app.account(role).email));
    });

  journey("a member tells a story and somebody asks", { role: "member" }, async ({ page, as }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Skriv en berättelse");
    await follow(page, "Fritt");
    await fill(page, { title, body: "## Så gjorde vi\n\nTvå ledamöter satt med. Hur gör ni?", visibility: "network" });
    await press(page, "Publicera");
    story = path(page);
    await says(page, "Du får mejl om nya kommentarer");
    const coordinator = await as("coordinator");
    await coordinator.goto(story);
    await fill(coordinator, { body: "   " });
    assert.equal((await press(coordinator, "Kommentera")).status(), 422);
    await fill(coordinator, { body: "Hur *länge* höll ni på?" });
    await press(coordinator, "Kommentera");
    await says(coordinator, "Hur länge höll ni på?");
  });

  journey("the mail leads to the comment, which is answered with its words", { role: "member" }, async ({ page, app }) => {
    const mail = await notice(app, "member", "Hur länge höll ni på?");
    assert.match(mail.headers.get("list-id"), /stories/);
    assert.equal(mail.headers.get("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
    const link = mail.links.find((each) => each.includes("/comments/"));
    comment = new URL(link).pathname;
    await page.goto(link);
    assert.equal(path(page), story);
    const asked = page.locator(`#c-${comment.split("/").pop()}`);
    await follow(page, "Citera", asked);
    const quoted = await page.inputValue("[name=body]");
    assert.match(quoted, /skrev:\n\n> Hur \*länge\* höll ni på\?\n/);
    await fill(page, { body: `${quoted}\nEn termin.` });
    await press(page, "Svara", page.locator("main form"));
    await says(page, "En termin.");
    assert.equal(await asked.locator(".comment blockquote").innerText(), "Hur länge höll ni på?");
  });

  journey("who asked marks it as the answer, and thanks", { role: "coordinator" }, async ({ page, app, as }) => {
    const mail = await notice(app, "coordinator", "En termin.");
    await page.goto(mail.links.find((each) => each.includes("/comments/")));
    const answer = page.locator(".comment .comment");
    await press(page, "Märk som svaret", answer);
    await says(page, "Svaret, enligt den som frågade");
    await press(page, "Tacka", answer);
    await keepsQuiet(page, "Tack från");
    const member = await as("member");
    await member.goto(story);
    await says(member, "Bara du ser det.");
    await press(page, "Ta bort märket", answer);
    await keepsQuiet(page, "Svaret, enligt den som frågade");
    await press(page, "Märk som svaret", answer);
  });

  journey("who has had enough ends the mail from the mail, without signing in", {}, async ({ page, app, as }) => {
    const mail = await notice(app, "coordinator", "En termin.");
    await page.goto(mail.links.find((each) => each.includes("/unsubscribe/post/")));
    await press(page, "Ja, skicka inga fler");
    await says(page, "Du får inga fler mejl om berättelsen");
    const coordinator = await as("coordinator");
    await coordinator.goto(story);
    await says(coordinator, "Du får inga mejl om berättelsen");
    await press(coordinator, "Följ berättelsen");
    await says(coordinator, "Du får mejl om nya kommentarer");
  });

  journey("a name tells whom it names", { role: "member" }, async ({ page, app }) => {
    const name = /^"?(.*?)"? </.exec((await notice(app, "coordinator", "En termin.")).to)[1];
    await page.goto(story);
    await fill(page, { body: `@${name}, vill du komma och se?` });
    await press(page, "Kommentera");
    assert.equal(await page.locator(".comment strong").last().innerText(), `@${name}`);
    assert.match((await notice(app, "coordinator", "vill du komma")).text, /för att kommentaren nämner dig/);
  });

  journey("pages are for everybody", { role: "member", javaScript: true, width: 320 }, async ({ page }) => {
    const documents = [];
    for (const address of [story, `${comment}/answers/new?quote=1`, `${comment}`]) {
      documents.push({ name: address, html: await (await page.goto(address)).text() });
      await assertAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, `${address} is wider than the window`);
    }
    assert.deepEqual(await htmlErrors(documents), []);
  });
});
