// Debian's Chromium, driven by playwright-core.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

export const widths = { desktop: 1280, phone: 320 };
export const locales = { sv: "sv-SE", en: "en-GB" };

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Launches the browser. GRANNSKAP_TEST_CHROMIUM names another executable than Debian's. */
export function launch() {
  return chromium.launch({ executablePath: process.env.GRANNSKAP_TEST_CHROMIUM ?? "/usr/bin/chromium", args: flags });
}

/**
 * A fresh visitor: own cookies, no JavaScript unless asked for.
 *
 * @param {{language?: "sv"|"en", width?: number, javaScript?: boolean, dark?: boolean, storage?: object}} options
 *   `storage` is what `signIn` gave: the visitor starts signed in.
 */
export async function visitor(browser, app, options = {}) {
  const { language = "sv", width = widths.desktop, javaScript = false, dark = false, storage } = options;
  const context = await browser.newContext({
    baseURL: app.base,
    locale: locales[language],
    timezoneId: "Europe/Stockholm",
    viewport: { width, height: 900 },
    javaScriptEnabled: javaScript,
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    storageState: storage,
  });
  context.setDefaultTimeout(30_000);
  return context;
}

/**
 * Signs in by the form, as a person does, and gives the cookies for further visitors (`storage`): the sign-in page is
 * rate limited, so a test file signs in once per account.
 */
export async function signIn(page, account) {
  await page.goto("/session/new");
  await page.fill("input[name=email]", account.email);
  await page.fill("input[name=password]", account.password);
  await submit(page, "form[action='/session']");
  assert.ok(!/\/session/.test(new URL(page.url()).pathname), `${account.email} could not sign in: still at ${page.url()}`);
  return page.context().storageState();
}

/**
 * Switches the site to a language by the button on the page. For a signed-in person that is a setting: it holds for all
 * visitors who are signed in as the same person.
 */
export async function speak(page, language) {
  if ((await page.getAttribute("html", "lang")) === language) return;
  // On narrow screens it is in the menu.
  const menu = page.locator("details.site-menu:not([open]) > summary");
  if (await menu.isVisible()) await menu.click();
  const response = await arrive(page, () => page.locator(`form[action='/language'] button[value=${language}]`).first().click());
  assert.ok(response.ok(), `switching to ${language} gave ${response.status()}`);
  assert.equal(await page.getAttribute("html", "lang"), language, `${page.url()} does not speak ${language}`);
}

/** Presses the button that sends a form and waits for the page that follows; gives the response. */
export function submit(page, form = "main form") {
  const button = page.locator(form).locator("button:not([type=button]), input[type=submit]").first();
  return arrive(page, () => button.click());
}

/** Presses the button with these words (within `where`) and waits for the page that follows; gives the response. */
export function press(page, words, where = page) {
  return arrive(page, () => where.getByRole("button", { name: words }).first().click());
}

/** Follows the link with these words (within `where`) and waits for its page; gives the response. */
export function follow(page, words, where = page.locator("main")) {
  return arrive(page, () => where.getByRole("link", { name: words }).first().click());
}

/** Does what leads to another page and waits for it; gives the response. */
export async function arrive(page, act) {
  const [response] = await Promise.all([page.waitForNavigation(), act()]);
  return response;
}

/**
 * Fills in fields by their names: a text, the value of a choice, true or false for a box, a list for several boxes.
 *
 *     await fill(page, { name: "Rektorer i väst", joining: "approval", themes: ["elevhalsa"], open: true });
 */
export async function fill(page, fields, form = "main") {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`${form} [name="${name}"]:not([type=hidden])`);
    const kind = (await field.first().getAttribute("type")) ?? "";
    if (kind === "radio") await field.and(page.locator(`[value="${value}"]`)).check();
    else if (Array.isArray(value)) for (const each of value) await field.and(page.locator(`[value="${each}"]`)).check();
    else if (kind === "checkbox") await field.setChecked(value);
    else if ((await field.evaluate((element) => element.localName)) === "select") await field.selectOption(value);
    else await field.fill(value);
  }
}

/** The path of the page somebody is on. */
export function path(page) {
  return new URL(page.url()).pathname;
}

/** Asserts that the page says these words. */
export async function says(page, words) {
  const text = (await page.innerText("main")).replace(/\s+/g, " ");
  assert.ok(text.includes(words), `${page.url()} does not say “${words}”, but:\n${text.slice(0, 1500)}`);
}

/** Asserts that the page does not say these words. */
export async function keepsQuiet(page, words) {
  const text = (await page.innerText("main")).replace(/\s+/g, " ");
  assert.ok(!text.includes(words), `${page.url()} says “${words}”`);
}

/** Asks until there is an answer that counts, for what happens in the background. */
export async function until(ask) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("it did not happen within 20 s");
}
