// Running it: mail that failed, jobs, accounts. The mail goes to a relay that refuses.
import assert from "node:assert/strict";
import { after } from "node:test";
import { fill, follow, path, press, says, signIn, submit, until } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";
import { parse, leaves, text } from "./support/mime.mjs";
import { relay } from "./support/smtp.mjs";

let post;
after(() => post?.stop());

journeys(
  "administration",
  (journey) => {
    journey("a mail that was refused is seen, and sent again when the cause is mended", { role: "administrator" }, async ({ page, app, as }) => {
      const { email } = app.account("member");
      post.refused.add(email);
      const stranger = await as();
      await stranger.goto("/password-requests/new");
      await fill(stranger, { email });
      await press(stranger, "Skicka länken");

      await until(async () => (await page.goto("/admin"), (await page.innerText("main")).includes("behöver ses över")));
      await follow(page, "Visa post som misslyckats", page.locator(".next-step"));
      const row = page.locator("tbody tr", { hasText: email });
      assert.match(await row.innerText(), /550.*no such mailbox/s);

      post.refused.delete(email);
      await press(page, "Skicka igen", row);
      await says(page, "Brevet skickas igen");
      const sent = await until(() => post.messages.find((mail) => mail.to === email));
      const [plain] = leaves(parse(Buffer.from(sent.data, "latin1")));
      await stranger.goto(/https?:\S+\/password\/\S+/.exec(text(plain))[0]);
      await says(stranger, "Välj ett lösenord");

      await page.goto(`/admin/mail?email=${encodeURIComponent(email)}`);
      await says(page, "Skickat");
      await page.goto("/admin");
      await says(page, "Allt går som det ska");
    });

    journey("the jobs of the background are there to see", { role: "administrator" }, async ({ page }) => {
      await page.goto("/admin");
      await follow(page, "Bakgrundsjobb");
      assert.ok((await page.locator("tbody tr").count()) > 0);
      await page.selectOption("select[name=state]", "failed");
      await submit(page, "main .filter");
      await says(page, "Inga jobb här");
    });

    journey("an account is closed, which ends it at once, and opened again", { role: "administrator" }, async ({ page, app, as }) => {
      const member = await as("member");
      await member.goto("/dashboard");
      assert.equal(path(member), "/dashboard");

      await page.goto("/admin");
      await follow(page, "Personer");
      await fill(page, { q: app.account("member").email }, "main .filter");
      await press(page, "Visa", page.locator("main .filter"));
      await press(page, "Stäng kontot");
      await says(page, "Kontot är stängt");
      await member.reload();
      assert.equal(path(member), "/session/new");
      const again = await as();
      await assert.rejects(signIn(again, app.account("member")), /could not sign in/);

      await page.goto(`/admin/people?q=${encodeURIComponent(app.account("member").email)}`);
      await press(page, "Öppna kontot");
      await signIn(again, app.account("member"));
    });

    journey("nobody else finds any of it", { role: "coordinator" }, async ({ page }) => {
      for (const address of ["/admin", "/admin/mail", "/admin/jobs", "/admin/people"]) {
        assert.equal((await page.goto(address)).status(), 404, address);
      }
    });
  },
  async () => {
    post = await relay();
    return { mail: post.url };
  },
);
