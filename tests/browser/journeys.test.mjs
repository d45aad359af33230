// What everybody does first. Journeys of a feature live in <feature>.journeys.test.mjs beside this file.
import assert from "node:assert/strict";
import { submit } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";

journeys("signing in", (journey) => {
  for (const role of ["member", "coordinator", "administrator"]) {
    journey(`a ${role} signs in and sees the dashboard`, {}, async ({ page, app }) => {
      const account = app.account(role);
      await page.goto("/session/new");
      const form = page.locator("form[action='/session'][method=post i]");
      await form.locator("input[name=email]").fill(account.email);
      await form.locator("input[name=password][type=password]").fill(account.password);
      await submit(page, "form[action='/session']");
      const response = await page.goto("/dashboard");
      assert.equal(response.status(), 200);
      assert.equal(new URL(page.url()).pathname, "/dashboard");
    });
  }

  journey("a wrong password keeps the address and says so", {}, async ({ page, app }) => {
    const { email } = app.account("member");
    await page.goto("/session/new");
    await page.fill("input[name=email]", email);
    await page.fill("input[name=password]", "not the right password");
    const response = await submit(page, "form[action='/session']");
    assert.equal(response.status(), 422);
    assert.equal(await page.inputValue("input[name=email]"), email);
  });

  journey("a stranger is asked to sign in first", {}, async ({ page }) => {
    await page.goto("/dashboard");
    assert.equal(new URL(page.url()).pathname, "/session/new");
  });
});
