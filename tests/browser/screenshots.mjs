// Pictures of pages of a fresh demo: see bin/screenshots.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { App } from "./support/app.mjs";
import { launch, locales, signIn, speak, visitor, widths } from "./support/browser.mjs";
import { crawl, links } from "./support/crawl.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    role: { type: "string", default: "stranger" },
    people: { type: "string", default: "60" },
    language: { type: "string", multiple: true, default: Object.keys(locales) },
    width: { type: "string", multiple: true, default: Object.values(widths).map(String) },
    colours: { type: "string", multiple: true, default: ["light", "dark"] },
    "whole-page": { type: "boolean", default: false },
  },
});
const [folder, ...paths] = positionals;
if (!folder) {
  console.error("usage: bin/screenshots DIR [--role ROLE] [PATH...]");
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const app = await App.start({ people: Number(values.people) });
const browser = await launch();
try {
  const storage = values.role === "stranger" ? undefined : await cookies(values.role);
  const addresses = await resolvePaths(paths.length ? paths : ["/"], storage);
  for (const language of values.language) {
    for (const width of values.width) {
      for (const colours of values.colours) {
        const context = await visitor(browser, app, { language, width: Number(width), dark: colours === "dark", storage });
        const page = await context.newPage();
        await page.goto("/");
        await speak(page, language);
        for (const [path, address] of addresses) {
          await page.goto(address);
          const name = path.replace(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "home";
          const file = join(folder, `${name}-${values.role}-${language}-${width}-${colours}.png`);
          await page.screenshot({ path: file, fullPage: values["whole-page"] });
          console.log(file);
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await app.stop();
}

async function cookies(role) {
  const context = await visitor(browser, app);
  const kept = await signIn(await context.newPage(), app.account(role));
  await context.close();
  return kept;
}

/** `/groups/*` becomes the first address of that form that links lead to. */
async function resolvePaths(wanted, storage) {
  const context = await visitor(browser, app, { storage });
  const page = await context.newPage();
  const found = new Map(wanted.filter((path) => !path.includes("*")).map((path) => [path, app.url(path)]));
  const open = new Map(wanted.filter((path) => path.includes("*")).map((path) => [path, expression(path)]));
  await crawl([app.url("/"), app.url("/dashboard")], async (address) => {
    for (const [path, fits] of open) {
      if (!fits.test(new URL(address).pathname)) continue;
      found.set(path, address);
      open.delete(path);
    }
    if (open.size === 0) return [];
    const answer = await context.request.get(address);
    if (!answer.headers()["content-type"]?.startsWith("text/html")) return [];
    await page.goto(address);
    return links(page);
  });
  await context.close();
  for (const path of open.keys()) console.error(`no link leads to ${path}`);
  return found;
}

function expression(path) {
  const parts = path.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("(?!new$)[^/]+")}$`);
}
