// Somebody at the member's organiser who is asked before stories are read beyond their group: the demo has nobody.
import assert from "node:assert/strict";
import { Client } from "./client.mjs";

/** Lets the coordinator of the demo be asked about what the member releases; the address of the member's organiser. */
export async function withApprover(app) {
  const [member, coordinator, administrator] = await Promise.all(
    ["member", "coordinator", "administrator"].map((role) => Client.signedIn(app, app.account(role))),
  );
  const seats = await member.get("/seats");
  const organiser = /class="detail">([^·<]+?) · /.exec(seats)[1].trim();
  const claimed = { organiser, role: "Utvecklingschef", level: "administration", held_from: "2020-08-01" };
  const { location: seat } = await coordinator.post("/seats", claimed);
  await administrator.post(`${seat}/confirmation`);
  const found = await administrator.get(`/organisers?q=${encodeURIComponent(organiser)}`);
  const address = [...found.matchAll(/href="(\/organisers\/[0-9-]+)"[^>]*>([^<]+)</g)].find(([, , name]) => name === organiser)?.[1];
  assert.ok(address, `${organiser} is among the organisers`);
  await administrator.post(`${address}/approver`, { seat: seat.split("/").pop() });
  return address;
}

/** Gives the member a seat that leads an organiser, which their mail address alone says; the addresses of organiser and seat. */
export async function unvouched(app) {
  const [member, administrator] = await Promise.all(
    ["member", "administrator"].map((role) => Client.signedIn(app, app.account(role))),
  );
  const domain = app.account("member").email.split("@")[1];
  await administrator.post("/organisers/1281/domains", { domain });
  const claimed = { organiser: "1281", role: "Utvecklingschef", level: "administration", held_from: "2020-08-01" };
  const { location: seat } = await member.post("/seats", claimed);
  return ["/organisers/1281", seat];
}

/** As the member, asks the coordinator about a story; the address of the request. */
export async function asked(app, fields) {
  const member = await Client.signedIn(app, app.account("member"));
  const group = /href="(\/groups\/[0-9a-f-]{36})"/.exec(await member.get("/groups"))[1];
  const { location: story } = await member.post(`${group}/posts`, { form: "free", act: "publish", ...fields });
  return /\/approvals\/[0-9a-f-]{36}/.exec(await member.get(story))[0];
}
