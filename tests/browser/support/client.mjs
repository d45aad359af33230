// A person without a browser: requests and cookies, for tests in which the pages themselves are not the point.
import assert from "node:assert/strict";

export class Client {
  constructor(app, language = "sv") {
    this.app = app;
    this.language = language;
    this.cookies = new Map();
  }

  static async signedIn(app, account, language) {
    const client = new Client(app, language);
    await client.post("/session", { email: account.email, password: account.password });
    return client;
  }

  /** The page's HTML. */
  async get(address) {
    const response = await this.ask(address, {});
    assert.equal(response.status, 200, `GET ${address} gives ${response.status}`);
    return response.text();
  }

  /** Sends a form; gives where it leads, or the page that answers it. A list sends a field more than once. */
  async post(address, fields = {}) {
    const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
    const response = await this.ask(address, { method: "POST", body: new URLSearchParams(pairs) });
    const html = await response.text();
    const wrong = () => `POST ${address} gives ${response.status}: ${/error-summary[\s\S]*?<\/ul>/.exec(html)?.[0] ?? html.slice(0, 300)}`;
    assert.ok([200, 303].includes(response.status), wrong());
    return { location: response.headers.get("location") ?? "", html };
  }

  async ask(address, options) {
    const headers = {
      "accept-language": this.language,
      "sec-fetch-site": "same-origin",
      cookie: [...this.cookies].map((pair) => pair.join("=")).join("; "),
    };
    const response = await fetch(this.app.url(address), { redirect: "manual", headers, ...options });
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(";", 1)[0].split(/=(.*)/s);
      this.cookies.set(name, value);
    }
    return response;
  }
}
