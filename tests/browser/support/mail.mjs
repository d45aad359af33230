// The mails that the app has sent: it writes them to files in its data folder.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/**
 * Waits for a mail to an address with a link that contains `link`, and gives the newest:
 *
 *     const mail = await mailTo(app, "anna@example.se", "/password/");
 *     await page.goto(mail.link);
 *
 * @returns {Promise<{subject: string, text: string, links: string[], link: string, source: string}>}
 */
export async function mailTo(app, email, link) {
  for (const deadline = Date.now() + 20_000; Date.now() < deadline; ) {
    for (const mail of await mailsTo(app, email)) {
      const wanted = mail.links.find((each) => each.includes(link));
      if (wanted) return { ...mail, link: wanted };
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  const subjects = (await mailsTo(app, email)).map((mail) => mail.subject);
  throw new Error(`no mail to ${email} with a link to ${link} within 20 s, only: ${subjects.join(" | ") || "none at all"}`);
}

/** Every mail to an address so far, newest first. */
export async function mailsTo(app, email) {
  const folder = join(app.folder, "mail");
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(".eml")).sort().reverse();
  const sources = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return sources.map(read).filter((mail) => mail.to.includes(email));
}

function read(source) {
  const text = textOf(source);
  const { headers } = split(source);
  const links = [...text.matchAll(/https?:\/\/[^\s<>"]+/g)].map(([address]) => address.replace(/[.,)]+$/, ""));
  return { to: headers.to ?? "", subject: words(headers.subject ?? ""), text, links, source };
}

/** The text part of a message or of one of its parts. */
function textOf(source) {
  const { headers, body } = split(source);
  const type = headers["content-type"] ?? "text/plain";
  const boundary = /^multipart\/.*boundary="?([^";]+)/is.exec(type)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    return parts.map((part) => textOf(part.replace(/^\r?\n/, ""))).find((text) => text !== "") ?? "";
  }
  if (!/^text\/plain/i.test(type)) return "";
  return decode(body, (headers["content-transfer-encoding"] ?? "").toLowerCase());
}

function split(source) {
  const [head, ...rest] = source.split(/\r?\n\r?\n/);
  const lines = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const headers = lines.map((line) => [line.split(":", 1)[0].toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]);
  return { headers: Object.fromEntries(headers), body: rest.join("\n\n") };
}

function decode(text, encoding) {
  if (encoding === "base64") return Buffer.from(text, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return text;
  return quoted(text.replace(/=\r?\n/g, ""));
}

function quoted(text) {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Decodes the encoded words of a header (RFC 2047). */
function words(header) {
  return header
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, text) =>
      kind.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : quoted(text.replaceAll("_", " ")),
    );
}
