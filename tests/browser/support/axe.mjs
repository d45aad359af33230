// Accessibility rules of axe-core: all of them, the best practices, AAA and experimental ones included.
import assert from "node:assert/strict";
import axe from "axe-core";

const rules = Object.fromEntries(
  axe
    .getRules()
    .filter((rule) => !rule.tags.includes("deprecated"))
    .map((rule) => [rule.ruleId, { enabled: true }]),
);

/**
 * What axe finds on the page: one readable text per finding, none when all is well. The page's visitor must have
 * JavaScript switched on (without it axe waits for ever).
 */
export async function findings(page) {
  // Evaluated by the debugger and not as a script element, so it works under the page's Content-Security-Policy.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(`${axe.source}; undefined`);
  const options = { rules, resultTypes: ["violations"] };
  const { violations } = await page.evaluate((chosen) => window.axe.run(document, chosen), options);
  return violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `axe ${violation.id} (${violation.impact}): ${violation.help}\n    ${node.target.join(" ")}\n    ${because(node)}`,
    ),
  );
}

/** Asserts that axe finds nothing. */
export async function assertAccessible(page) {
  const found = await findings(page);
  assert.equal(found.length, 0, `${page.url()}\n  ${found.join("\n  ")}`);
}

function because(node) {
  return [...node.any, ...node.all, ...node.none].map((check) => check.message).join("; ");
}
