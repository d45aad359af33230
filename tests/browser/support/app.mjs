// Starts the real binary with a fresh demo database, the way an operator would.
import { execFile, spawn } from "node:child_process";
import { mkdtemp, open, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = resolve(import.meta.dirname, "../../..");
const binary = resolve(root, process.env.GRANNSKAP_TEST_BIN ?? "target/release/grannskap");

/**
 * A running Grannskap. Start it in `before`, stop it in `after`:
 *
 *     const app = await App.start();
 *     app.url("/dashboard");        // an address on it
 *     app.account("coordinator");   // { email, password, role }
 *     await app.stop();
 *
 * Mail goes to files (see mail.mjs) unless `mail` names a relay.
 *
 * GRANNSKAP_TEST_BROWSER_DATABASE chooses the database: sqlite (default), postgres (a new database in the cluster of
 * bin/postgres), or a postgres:// address of an empty database.
 */
export class App {
  static async start({ people = 60, seed = 1, mail } = {}) {
    const app = new App();
    app.folder = await mkdtemp(join(tmpdir(), "grannskap-browser-"));
    try {
      const port = await freePort();
      app.base = `http://127.0.0.1:${port}`;
      app.environment = await environment(app.folder, port);
      app.demo = await app.fill(people, seed);
      if (mail) app.environment.GRANNSKAP_MAIL_URL = mail;
      await app.serve(port);
      return app;
    } catch (error) {
      await app.stop();
      throw error;
    }
  }

  url(path) {
    return new URL(path, this.base).href;
  }

  /** The first demo account of a role: member, coordinator or administrator. */
  account(role) {
    const account = this.demo.accounts.find((each) => each.role === role);
    if (account) return account;
    const roles = this.demo.accounts.map((each) => each.role).join(", ");
    throw new Error(`the demo has no account with the role ${role}, only: ${roles}`);
  }

  /** Runs a command of the binary on the same database and gives what it printed. */
  async command(...words) {
    try {
      const { stdout } = await run(binary, words, { env: this.environment, cwd: this.folder, maxBuffer: 1 << 26 });
      return stdout;
    } catch (error) {
      if (error.code === "ENOENT") throw new Error(`there is no ${binary}. Build it: cargo build --release`);
      throw new Error(`grannskap ${words.join(" ")} failed (${error.code}): ${error.stderr || error.message}`);
    }
  }

  async fill(people, seed) {
    const printed = await this.command("demo", "--people", `${people}`, "--seed", `${seed}`, "--no-serve", "--json");
    const demo = JSON.parse(printed);
    if (!demo.accounts?.length) throw new Error("grannskap demo --json printed no accounts");
    return demo;
  }

  async serve(port) {
    this.logFile = join(this.folder, "serve.log");
    const log = await open(this.logFile, "w");
    const words = ["serve", "--listen", `127.0.0.1:${port}`];
    this.server = spawn(binary, words, { env: this.environment, cwd: this.folder, stdio: ["ignore", log.fd, log.fd] });
    this.ended = new Promise((done) => this.server.once("exit", (code, signal) => done(code ?? signal)));
    await log.close();
    await this.ready();
  }

  async ready() {
    let ended;
    this.ended.then((how) => (ended = `grannskap serve ended with ${how}`));
    for (const deadline = Date.now() + 30_000; Date.now() < deadline && !ended; ) {
      const answer = await fetch(this.url("/readyz")).catch(() => undefined);
      if (answer?.ok) return;
      await new Promise((done) => setTimeout(done, 50));
    }
    throw new Error(`${ended ?? "grannskap serve was not ready within 30 s"}:\n${await this.log()}`);
  }

  /** What the server has written so far. */
  async log() {
    return (await readFile(this.logFile, "utf8")).split("\n").slice(-40).join("\n");
  }

  /** What the server logged as errors, panics included; empty when all is well. */
  async complaints() {
    const lines = (await readFile(this.logFile, "utf8")).split("\n");
    return lines.filter((line, at) => /"level":"ERROR"|panicked at/.test(line + (lines[at - 1] ?? "")));
  }

  async stop() {
    if (this.server?.exitCode === null) {
      this.server.kill("SIGTERM");
      const impatience = setTimeout(() => this.server.kill("SIGKILL"), 30_000);
      await this.ended;
      clearTimeout(impatience);
    }
    await rm(this.folder, { recursive: true, force: true });
  }
}

// Nothing of the developer's own configuration reaches the tests.
async function environment(folder, port) {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("GRANNSKAP_"));
  const chosen = { GRANNSKAP_DATA_DIR: folder, GRANNSKAP_LISTEN: `127.0.0.1:${port}`, GRANNSKAP_BASE_URL: `http://127.0.0.1:${port}` };
  const database = await databaseUrl(process.env.GRANNSKAP_TEST_BROWSER_DATABASE ?? "sqlite");
  if (database) chosen.GRANNSKAP_DATABASE_URL = database;
  return { ...Object.fromEntries(inherited), ...chosen };
}

async function databaseUrl(choice) {
  if (choice === "sqlite") return undefined;
  if (choice !== "postgres") return choice;
  const { stdout } = await run(join(root, "bin/postgres"), ["database"]);
  return stdout.trim();
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer().once("error", failed);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
