// Every page, as each role, in both languages: reachable, titled, accessible, narrow enough, small enough, valid.
import { after, before, describe, test } from "node:test";
import { App } from "./support/app.mjs";
import { asked, unvouched, withApprover } from "./support/approver.mjs";
import { findings } from "./support/axe.mjs";
import { launch, signIn, speak, visitor, widths } from "./support/browser.mjs";
import { crawl, links } from "./support/crawl.mjs";
import { htmlErrors } from "./support/html.mjs";

const roles = ["stranger", "member", "coordinator", "administrator"];
const languages = ["sv", "en"];
const largestPage = 60_000;

describe("pages", () => {
  let app;
  let browser;
  const storage = {};
  const documents = new Map();
  // Where only a mail leads to, by role.
  const mailed = {};

  before(async () => {
    app = await App.start();
    browser = await launch();
    for (const role of roles.slice(1)) {
      const context = await visitor(browser, app);
      storage[role] = await signIn(await context.newPage(), app.account(role)).catch(async (error) => {
        throw new Error(`${error.message}\n${await app.log()}`);
      });
      await context.close();
    }
    const organiser = await withApprover(app);
    mailed.coordinator = [organiser, await asked(app, { title: "Väntar", body: "Vi *provade*.", visibility: "public" })];
    const [organiserOfOwn, seat] = await unvouched(app);
    mailed.member = [organiserOfOwn, "/approvals"];
    mailed.administrator = [seat];
  });
  after(async () => {
    await browser?.close();
    await app?.stop();
  });

  // One language after the other, because it is a setting of the person.
  for (const language of languages) {
    describe(language, { concurrency: 2 }, () => {
      for (const role of roles) {
        test(`${language}, ${role}`, (t) => everyPage(t, { app, browser, language, documents, storage: storage[role], mailed: mailed[role] ?? [] }));
      }
    });
  }

  test("the server had nothing to complain about", async () => {
    assertNone(await app.complaints());
  });

  test("the HTML is valid", async () => {
    assertNone(await htmlErrors([...documents].map(([html, name]) => ({ html, name }))));
  });
});

async function everyPage(t, { app, browser, language, documents, storage, mailed }) {
  // With JavaScript, because axe needs its timers; the journeys go without.
  const context = await visitor(browser, app, { language, javaScript: true, storage });
  const page = await context.newPage();
  await page.goto("/");
  await speak(page, language);

  const start = ["/", "/dashboard", "/session/new", ...mailed].map((path) => app.url(path));
  await crawl(start, async (address, from) => {
    let onward = [];
    await t.test(address.slice(app.base.length), async () => {
      const answer = await context.request.get(address);
      assertNone(answer.status() === 200 ? [] : [`the status is ${answer.status()}; linked from ${from}`]);
      if (!answer.headers()["content-type"]?.startsWith("text/html")) return;
      const seen = await inspect(page, address, language, documents);
      onward = seen.onward;
      assertNone(seen.problems);
    });
    return onward;
  });
  await t.test("an address that does not exist", async () => {
    const address = app.url("/there-is-no-such-page");
    assertNone((await inspect(page, address, language, documents, 404)).problems);
  });
  await context.close();
}

/** Looks at one page in both widths; in the narrow one in dark colours too. Gives its links and all that is wrong with it. */
async function inspect(page, address, language, documents, status = 200) {
  const problems = [];
  const expect = (right, problem) => right || problems.push(problem);

  await page.setViewportSize({ width: widths.desktop, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  const response = await page.goto(address);
  const html = await response.text();
  documents.set(html, address);

  expect(response.status() === status, `the status is ${response.status()}`);
  expect((await page.title()).trim() !== "", "no title");
  expect((await page.getAttribute("html", "lang")) === language, `lang is ${await page.getAttribute("html", "lang")}`);
  expect(Buffer.byteLength(html) <= largestPage, `${Buffer.byteLength(html)} bytes of HTML`);
  problems.push(...(await overflow(page)));
  problems.push(...(await findings(page)).map((finding) => `1280 px, light: ${finding}`));

  await page.setViewportSize({ width: widths.phone, height: 900 });
  await page.emulateMedia({ colorScheme: "dark" });
  problems.push(...(await overflow(page)));
  problems.push(...(await findings(page)).map((finding) => `320 px, dark: ${finding}`));

  return { onward: await links(page), problems };
}

// Without a stack: it says nothing here, and there may be many.
function assertNone(problems) {
  if (problems.length === 0) return;
  const error = new Error(`what is wrong here:\n  ${problems.join("\n  ")}`);
  error.stack = error.message;
  throw error;
}

/** Which elements make the page wider than its window. */
async function overflow(page) {
  return page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > room + 1);
    const names = wide.slice(0, 5).map((each) => each.outerHTML.slice(0, 80).replaceAll("\n", " "));
    return [`wider than ${room} px (${document.documentElement.scrollWidth}): ${names.join(" | ")}`];
  });
}
