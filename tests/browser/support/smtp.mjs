// A mail relay that keeps what it takes and refuses what it is told to.
import { createServer } from "node:net";

/** @returns {Promise<{url: string, refused: Set<string>, messages: {to: string, data: string}[], stop: () => Promise<void>}>} */
export async function relay() {
  const refused = new Set();
  const messages = [];
  const server = createServer((socket) => serve(socket, refused, messages));
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `smtp://127.0.0.1:${server.address().port}`,
    refused,
    messages,
    stop: () => new Promise((done) => server.close(done)),
  };
}

function serve(socket, refused, messages) {
  let to = "";
  let data;
  let rest = "";
  const say = (line) => socket.write(`${line}\r\n`);
  socket.setEncoding("latin1").on("error", () => {});
  socket.on("data", (chunk) => {
    const lines = (rest + chunk).split("\r\n");
    rest = lines.pop();
    for (const line of lines) take(line);
  });
  say("220 relay.example");

  function take(line) {
    if (data !== undefined) {
      if (line !== ".") return void data.push(line.replace(/^\./, ""));
      messages.push({ to, data: data.join("\r\n") });
      data = undefined;
      return void say("250 taken");
    }
    const word = line.slice(0, 4).toUpperCase();
    if (word === "EHLO" || word === "HELO") return void say("250 relay.example");
    if (word === "RCPT") {
      to = /<(.*?)>/.exec(line)[1];
      return void say(refused.has(to) ? "550 5.1.1 no such mailbox" : "250 ok");
    }
    if (word === "DATA") {
      data = [];
      return void say("354 go on");
    }
    if (word === "QUIT") return void socket.end("221 bye\r\n");
    say("250 ok");
  }
}
