// The mails that the app has sent: it writes them to files in its data folder.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { leaves, parse, text, words } from "./mime.mjs";

/**
 * @typedef {object} Sent
 * @property {string} file its name; the files of the demo sort by when their mails were queued
 * @property {string} to @property {string} subject
 * @property {Map<string, string>} headers
 * @property {string} text @property {string} html the two parts; "" when there is none
 * @property {string} calendar the iCalendar part; "" when there is none
 * @property {string[]} links every address in the text part
 * @property {string} source the whole message
 */

/**
 * Waits for a mail to an address with a link that contains `link`, and gives the newest:
 *
 *     const mail = await mailTo(app, "anna@example.se", "/password/");
 *     await page.goto(mail.link);
 *
 * @returns {Promise<Sent & {link: string}>}
 */
export async function mailTo(app, email, link) {
  const found = await waitFor(app, email, (mail) => mail.links.some((each) => each.includes(link)), `with a link to ${link}`);
  return { ...found, link: found.links.find((each) => each.includes(link)) };
}

/** Waits for a mail to an address whose subject holds some words, and gives the newest. */
export function mailAbout(app, email, subject) {
  return waitFor(app, email, (mail) => mail.subject.includes(subject), `about “${subject}”`);
}

/** Every mail to an address so far, newest first. */
export async function mailsTo(app, email) {
  return (await mails(app)).filter((mail) => mail.to.toLowerCase().includes(`<${email.toLowerCase()}>`));
}

/** Every mail so far, newest first. */
export async function mails(app) {
  const folder = join(app.folder, "mail");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml")).sort().reverse();
  return Promise.all(names.map(async (name) => read(name, await readFile(join(folder, name)))));
}

async function waitFor(app, email, fits, what) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    const found = (await mailsTo(app, email)).find(fits);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 100));
  }
  const subjects = (await mailsTo(app, email)).map((mail) => mail.subject);
  throw new Error(`no mail to ${email} ${what} within 20 s, only: ${subjects.join(" | ") || "none at all"}`);
}

/** @returns {Sent} */
export function read(file, message) {
  const whole = parse(message);
  const parts = leaves(whole);
  const of = (type) => parts.filter((part) => part.type === type).map(text).join("\n");
  const plain = of("text/plain");
  return {
    file,
    to: words(whole.headers.get("to") ?? ""),
    subject: words(whole.headers.get("subject") ?? ""),
    headers: whole.headers,
    text: plain,
    html: of("text/html"),
    calendar: of("text/calendar"),
    links: [...plain.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([address]) => address.replace(/[.,)]+$/, "")),
    source: message.toString("latin1"),
  };
}

/** Asserts what holds for every mail: two parts that say the same in one language, whole texts, links home. */
export function assertWhole(mail, base) {
  const name = `${mail.file} to ${mail.to} (${mail.subject})`;
  assert.ok(mail.subject.trim() && !mail.subject.includes("\uFFFD"), `${name}: no subject`);
  assert.ok(mail.text.trim(), `${name}: no text part`);
  // What mail programs know as a signature: they show it paler and leave it out of answers.
  assert.equal(mail.text.replaceAll("\r", "").match(/^-- $/gm)?.length, 1, `${name}: no end of what the mail says`);
  assert.match(mail.html, /^<!doctype html>\s*<html lang="(sv|en)">/, `${name}: no HTML part`);
  assert.equal(mail.headers.get("auto-submitted"), "auto-generated", name);
  // What is left of a text that a language lacks, or of a place in it that nobody filled.
  for (const text of [mail.subject, mail.text, mail.html.replace(/<style>.*<\/style>/s, "")]) {
    assert.doesNotMatch(text, /Unknown localization|\{ ?\$|\b(mail|digest|meetup|poll|round|group|network|post)-[a-z]+-[a-z-]+\b(?![^\s]*[/@])/, name);
  }
  // A dark Thunderbird leaves out what stands in @media and colours every a:link: the words of a button need a rule that is stronger.
  const style = mail.html.match(/<style>(.*?)@media/s)?.[1] ?? "";
  assert.match(style, /\na\.button:link \{ color: #ffffff; \}/, `${name}: nothing keeps the words of buttons white`);
  const addresses = [...mail.html.matchAll(/ href="([^"]*)"/g)].map(([, address]) => address.replaceAll("&amp;", "&"));
  const home = (address) => address.startsWith(`${base}/`);
  assert.ok(mail.links.some(home) || mail.links.length === 0, `${name}: no link in the text leads to ${base}`);
  for (const address of addresses) assert.match(address, /^(https?|mailto):/, `${name}: the link ${address} is not whole`);
  // What the HTML part links to can be reached from the text part too.
  for (const address of addresses.filter(home)) assert.ok(mail.links.includes(address), `${name}: the text lacks ${address}`);
}
