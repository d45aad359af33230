// Reads a mail message (RFC 5322, MIME by RFC 2045 to 2047).

/**
 * @typedef {object} Entity a message or one of its parts
 * @property {Map<string, string>} headers unfolded, by lower-case name
 * @property {string} type such as "text/plain"
 * @property {Record<string, string>} parameters of the type
 * @property {Entity[]} parts of a multipart
 * @property {Buffer} content decoded; empty for a multipart
 */

/** @returns {Entity} */
export function parse(/** @type {Buffer} */ message) {
  // One character a byte, so that nothing is lost before a part says what its bytes mean.
  return entity(message.toString("latin1"));
}

/** All parts that hold something, in their order. */
export function leaves(whole) {
  return whole.parts.length ? whole.parts.flatMap(leaves) : [whole];
}

/** The content as text, in the part's character set. */
export function text(part) {
  return new TextDecoder(part.parameters.charset ?? "utf-8", { fatal: true }).decode(part.content);
}

/** Decodes the encoded words of a header (RFC 2047). */
export function words(header) {
  return header
    .replace(/(\?=)\s+(?==\?)/g, "$1")
    .replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_, charset, kind, encoded) => {
      const bytes = kind.toLowerCase() === "b" ? Buffer.from(encoded, "base64") : quoted(encoded.replaceAll("_", " "));
      return new TextDecoder(charset).decode(bytes);
    });
}

function entity(source) {
  const gap = /\r?\n\r?\n/.exec(source);
  const head = gap ? source.slice(0, gap.index) : source;
  const body = gap ? source.slice(gap.index + gap[0].length) : "";
  const headers = new Map();
  for (const line of head.replace(/\r?\n(?=[ \t])/g, "").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  const { type, parameters } = contentType(headers.get("content-type") ?? "text/plain; charset=us-ascii");
  const parts = type.startsWith("multipart/") ? split(body, parameters.boundary).map(entity) : [];
  const encoding = (headers.get("content-transfer-encoding") ?? "7bit").toLowerCase();
  return { headers, type, parameters, parts, content: parts.length ? Buffer.alloc(0) : decode(body, encoding) };
}

function contentType(value) {
  const [type, ...rest] = value.match(/(?:"(?:\\.|[^"\\])*"|[^;"])+/g);
  const pairs = rest.map((each) => each.trim()).map((each) => [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)]);
  const plain = (quotedText) => (quotedText.startsWith('"') ? quotedText.slice(1, -1).replace(/\\(.)/g, "$1") : quotedText);
  return {
    type: type.trim().toLowerCase(),
    parameters: Object.fromEntries(pairs.map(([name, given]) => [name.trim().toLowerCase(), plain(given.trim())])),
  };
}

/** The parts between the boundary lines, without what stands before the first and after the last. */
function split(body, boundary) {
  const lines = body.split(/(?<=\n)/);
  const parts = [];
  let open;
  for (const line of lines) {
    const bare = line.trimEnd();
    if (bare === `--${boundary}` || bare === `--${boundary}--`) {
      // The line break before a boundary belongs to the boundary.
      if (open !== undefined) parts.push(open.replace(/\r?\n$/, ""));
      open = bare.endsWith(`${boundary}--`) ? undefined : "";
    } else if (open !== undefined) {
      open += line;
    }
  }
  if (open !== undefined) throw new Error(`the part after ${boundary} has no end`);
  return parts;
}

function decode(body, encoding) {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding === "quoted-printable") return quoted(body.replace(/=[ \t]*\r?\n/g, ""));
  return Buffer.from(body, "latin1");
}

function quoted(encoded) {
  return Buffer.from(
    encoded.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
