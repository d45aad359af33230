// Which pages there are: everything that links lead to.

const ids = /\d|^[A-Za-z0-9_-]{20,}$/;
const slugsAfter = new Set(["networks"]);
const words = new Set(["new", "edit"]);

/** The kind of page an address leads to: ids and slugs become `:id`, of a query only the names count. */
export function pattern(address) {
  const url = new URL(address);
  const segments = url.pathname.split("/").map((segment, index, all) => {
    const slug = slugsAfter.has(all[index - 1]) && segment !== "" && !words.has(segment);
    return slug || ids.test(segment) ? ":id" : segment;
  });
  const names = [...new Set(url.searchParams.keys())].sort();
  return segments.join("/") + (names.length ? `?${names.join("&")}` : "");
}

/** Addresses on the same site that the page links to, the targets of its GET forms included, without fragments. */
export async function links(page) {
  const found = await page.$$eval("a[href], area[href], link[rel=alternate][href], form", (elements) =>
    elements
      .filter((element) => element.localName !== "form" || element.method === "get")
      .map((element) => element.getAttribute("href") ?? element.getAttribute("action") ?? "")
      .map((address) => new URL(address, document.baseURI))
      .filter((url) => url.origin === location.origin)
      .map((url) => url.origin + url.pathname + url.search),
  );
  return [...new Set(found)];
}

/**
 * Walks from page to page, breadth first, and calls `visit(address, from)` once for each kind of page; `visit` gives the
 * links to go on with. GRANNSKAP_TEST_CRAWL_EXAMPLES asks for more than one example of each kind.
 */
export async function crawl(start, visit, { most = 200 } = {}) {
  const examples = Number(process.env.GRANNSKAP_TEST_CRAWL_EXAMPLES ?? 1);
  const seen = new Map();
  const queue = start.map((address) => ({ address, from: "the start" }));
  let visited = 0;
  for (let next = queue.shift(); next; next = queue.shift()) {
    const kind = pattern(next.address);
    const known = seen.get(kind) ?? new Set();
    if (known.has(next.address) || known.size >= examples) continue;
    seen.set(kind, known.add(next.address));
    visited += 1;
    if (visited > most) throw new Error(`more than ${most} kinds of pages: does pattern() in crawl.mjs know all ids?\n${[...seen.keys()].join("\n")}`);
    const onward = await visit(next.address, next.from);
    queue.push(...onward.map((address) => ({ address, from: next.address })));
  }
  return [...seen.keys()];
}
