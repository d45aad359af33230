// A journey: one person does one thing from start to end, without JavaScript.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { App } from "./app.mjs";
import { launch, signIn, speak, visitor } from "./browser.mjs";
import { assertWhole, mails } from "./mail.mjs";

/**
 * A file's journeys, on one running app:
 *
 *     journeys("groups", (journey) => {
 *       journey("a member reads why the group was made", { role: "member" }, async ({ page }) => {
 *         await page.goto("/dashboard");
 *         ...
 *       });
 *     });
 *
 * A journey gets `page` (signed in as `role`, or a stranger's), `app`, and `as(who)` for the page of another person: a
 * role of the demo, or an account `{ email, password }` that a journey made. Options are those of `visitor`; JavaScript is
 * off unless one says `javaScript: true`. A journey fails when any response is a server error, or when a mail is not as it
 * should be. Later journeys see what earlier ones did. `start` gives the options of `App.start`.
 */
export function journeys(title, define, start = () => ({})) {
  describe(title, () => {
    const shared = { storage: new Map() };
    before(async () => {
      shared.app = await App.start(await start());
      shared.browser = await launch();
    });
    after(async () => {
      await shared.browser?.close();
      await shared.app?.stop();
    });
    define((name, options, steps) => test(name, () => travel(shared, options, steps)));
    test("every mail on the way is whole", async () => {
      for (const mail of await mails(shared.app)) assertWhole(mail, shared.app.base);
    });
  });
}

async function travel({ app, browser, storage }, { role, ...options }, steps) {
  const contexts = [];
  const broken = [];
  const as = async (who) => {
    const context = await visitor(browser, app, { ...options, storage: who && (await signedIn({ app, browser, storage }, who)) });
    contexts.push(context);
    context.on("response", (response) => {
      if (response.status() >= 500) broken.push(`${response.status()} ${response.request().method()} ${response.url()}`);
    });
    const page = await context.newPage();
    if (options.language && who) await page.goto("/dashboard").then(() => speak(page, options.language));
    return page;
  };
  try {
    await steps({ page: await as(role), app, as });
    assert.deepEqual(broken, [], "server errors on the way");
  } catch (error) {
    const places = contexts.flatMap((context) => context.pages().map((page) => page.url()));
    const said = [...broken, ...(await app.complaints())];
    error.stack += `\nat ${places.join(", ")}\n${said.join("\n")}`;
    throw error;
  } finally {
    await Promise.all(contexts.map((context) => context.close()));
  }
}

// Once for each account: the sign-in page is rate limited.
async function signedIn({ app, browser, storage }, who) {
  const account = typeof who === "string" ? app.account(who) : who;
  if (!storage.has(account.email)) {
    const context = await visitor(browser, app);
    storage.set(account.email, await signIn(await context.newPage(), account));
    await context.close();
  }
  return storage.get(account.email);
}
