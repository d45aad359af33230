// The Nu HTML checker: one Java process for many pages.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vnu from "vnu-jar";

/**
 * Checks HTML documents; gives one text per error or warning, none when all is well.
 *
 * @param {{name: string, html: string}[]} documents the name is only for the messages
 */
export async function htmlErrors(documents) {
  if (documents.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), "grannskap-html-"));
  try {
    const files = documents.map((_, index) => join(folder, `${index}.html`));
    await Promise.all(files.map((file, index) => writeFile(file, documents[index].html)));
    const report = await check(files);
    return report.filter(serious).map((message) => {
      const name = documents[files.findIndex((file) => message.url.endsWith(file))]?.name ?? message.url;
      return `${name}:${message.lastLine}: ${message.message}\n    ${(message.extract ?? "").trim()}`;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function serious(message) {
  return message.type === "error" || message.type === "non-document-error" || message.subType === "warning";
}

// Exits with 1 when it found errors; the report is on stdout either way.
function check(files) {
  // People write in their own language: what a story is in says nothing about the page around it.
  const words = ["-Xss4m", "-jar", `${vnu}`, "--format", "json", "--stdout", "--exit-zero-always", "--no-langdetect", ...files];
  return new Promise((done, failed) => {
    execFile("java", words, { maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      if (error) failed(new Error(`the Nu HTML checker did not run: ${stderr || error.message}`));
      else done(JSON.parse(stdout).messages);
    });
  });
}
