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
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().isNavigationRequest() && each.status() !== 303),
    page.locator(`form[action='/language'] button[value=${language}]`).first().click(),
  ]);
  await page.waitForLoadState();
  assert.ok(response.ok(), `switching to ${language} gave ${response.status()}`);
  assert.equal(await page.getAttribute("html", "lang"), language, `${page.url()} does not speak ${language}`);
}

/** Presses the button that sends a form and waits for the page that follows; gives the response. */
export async function submit(page, form = "main form") {
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.request().isNavigationRequest() && each.status() !== 303),
    page.locator(form).locator("button:not([type=button]), input[type=submit]").first().click(),
  ]);
  await page.waitForLoadState();
  return response;
}
