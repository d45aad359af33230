// Every mail there is, in both languages: a tour that makes each of them go out, and what holds for all of them.
import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { App } from "./support/app.mjs";
import { until } from "./support/browser.mjs";
import { Client } from "./support/client.mjs";
import { htmlErrors } from "./support/html.mjs";
import { assertWhole, mails, mailTo } from "./support/mail.mjs";

const templates = join(import.meta.dirname, "../../templates/mail");

// Go out a day before a meetup or the last day of a poll, after a meetup or at the hour of a draft, and time cannot be moved here, or answer mail
// that came in: tests/it has them.
const inItsOwnTime = new Set(["comment_refused", "mail_returned", "meetup_follow_up", "meetup_reminder", "meetup_reply", "poll_reminder", "post_unpublished"]);

describe("mails", () => {
  let app;
  before(async () => {
    app = await App.start();
  });
  after(() => app?.stop());

  for (const language of ["sv", "en"]) {
    test(`a tour in ${language}`, async () => {
      await tour(app, language);
      const wanted = (await readdir(templates)).filter((kind) => !inItsOwnTime.has(kind));
      await until(async () => missing(await mails(app), wanted, language).length === 0).catch(async () => {
        assert.deepEqual(missing(await mails(app), wanted, language), [], `never seen in ${language}`);
      });
    });
  }

  test("each is whole", async () => {
    for (const mail of await mails(app)) assertWhole(mail, app.base);
  });

  test("the HTML of each is valid", async () => {
    const examples = new Map((await mails(app)).map((mail) => [`${kindOf(mail)} ${languageOf(mail)}`, mail.html]));
    assert.deepEqual(await htmlErrors([...examples].map(([name, html]) => ({ name, html }))), []);
  });

  test("the server had nothing to complain about", async () => assert.deepEqual(await app.complaints(), []));
});

const kindOf = (mail) => /-([a-z_]+)\.eml$/.exec(mail.file)[1];
const languageOf = (mail) => /<html lang="(..)"/.exec(mail.html)?.[1];

function missing(sent, kinds, language) {
  const seen = new Set(sent.filter((mail) => languageOf(mail) === language).map(kindOf));
  return kinds.filter((kind) => !seen.has(kind));
}

/** A network from its founding to its digest, among people who speak the language. */
async function tour(app, language) {
  const password = "elva gröna granar";
  const path = (link) => link.slice(app.base.length);
  const inbox = async (email, link) => path((await mailTo(app, email, link)).link);
  const address = (name) => `${name}@resa-${language}.example`;
  const day = (ahead) => new Date(Date.now() + ahead * 24 * 3600 * 1000).toISOString().slice(0, 10);
  const seat = (organiser) => ({ organiser, role: "Rektor", level: "principal", held_from: "2020-08-01" });
  const account = (name) => ({ name: `Person ${name}`, password, password_again: password });
  const seatOf = async (person) => /\/seats\/([0-9a-f-]{36})/.exec(await person.get("/seats"))[1];

  const founder = await Client.signedIn(app, app.account("coordinator"));
  const { location: network } = await founder.post("/networks", { name: `Resan ${language}`, kind: "thematic", visibility: "public", joining: "approval" });

  // Four are invited: `invitation`. One coordinates from now on: `coordinator_appointed`.
  const people = [];
  for (const [at, organiser] of ["Höör", "Eslöv", "Hörby", "Lund"].entries()) {
    const email = address(`p${at}`);
    await founder.post(`${network}/invitations`, { email, name: `Person p${at}`, organiser, role: "Rektor", level: "principal", language });
    const person = new Client(app, language);
    await person.post(await inbox(email, "/invitations/"), { ...account(`p${at}`), ...seat(organiser) });
    people.push(person);
  }
  const [coordinator, asking, leaving, member] = people;
  await founder.post(`${network}/coordinators`, { email: address("p0") });

  // By the link to share: `confirm`, and `account_known` for somebody who has one.
  const page = (await coordinator.post(`${network}/join-link`)).html;
  const link = path(/id="join-link">([^<]+)</.exec(page)[1]);
  const late = new Client(app, language);
  await late.post(link, { ...account("p4"), email: address("p4"), ...seat("Malmö") });
  await late.post(await inbox(address("p4"), "/confirmations/"));
  await new Client(app, language).post(link, { ...account("p1"), email: address("p1"), ...seat("Malmö") });

  // Out and in again: `membership_request`, `membership_answer`.
  const membership = /memberships\/([0-9a-f-]{36})\/end/.exec(await asking.get(network))[1];
  await asking.post(`${network}/memberships/${membership}/end`);
  await asking.post(`${network}/memberships`, { seat: await seatOf(asking), message: "Hej igen" });
  const request = /memberships\/([0-9a-f-]{36})\/acceptance/.exec(await coordinator.get(`${network}/members`))[1];
  await coordinator.post(`${network}/memberships/${request}/acceptance`);

  // `password`, `password_changed`; `email_change`, `email_changed`.
  await new Client(app, language).post("/password-requests", { email: address("p1") });
  await member.post("/settings/password", { current_password: password, password, password_again: password });
  await member.post("/settings/email", { email: address("ny"), email_password: password });
  await member.post(await inbox(address("ny"), "/email-changes/"));

  // `handover`, `handed_over`.
  await leaving.post(`/seats/${await seatOf(leaving)}/handovers`, { successor_name: "Person p5", successor_email: address("p5") });
  const successor = new Client(app, language);
  await successor.post(await inbox(address("p5"), "/handovers/"), account("p5"));

  // A round that members are called to, `round_call`, and that is cancelled, `round_cancelled`; and one that is not:
  // `round_placed`, and `round_unplaced` for the one whose seat nobody has confirmed.
  const rules = { preset: "mixed", size_min: "3", size_max: "5", per_organiser: "1", categories: "mixed", levels: "mixed", last_day: day(10) };
  const register = async (round, person) => person.post(`${round}/registrations`, { seat_id: await seatOf(person), meeting_format: "either" });
  const { location: cancelled } = await coordinator.post(`${network}/rounds`, { ...rules, name: "Inställd", call: "1" });
  const call = await inbox(address("ny"), "/call/");
  await new Client(app, language).post(call, { seat_id: await seatOf(member), meeting_format: "online" });
  await coordinator.post(`${cancelled}/cancellation`);
  const { location: round } = await coordinator.post(`${network}/rounds`, { ...rules, name: "Våren" });
  const placed = [coordinator, asking, successor, member];
  for (const person of [...placed, late]) await register(round, person);
  await coordinator.post(`${round}/proposal`);
  await coordinator.post(`${round}/publication`, { note: "Välkomna" });
  const group = /\/groups\/[0-9a-f-]{36}/.exec(await asking.get(round))[0];

  // `objection` and `objection_withdrawn` to the coordinator, `objection_answered` to whoever said it.
  const { location: regretted } = await asking.post(`${group}/objections`, { kind: "distance" });
  await mailTo(app, address("p0"), regretted);
  await asking.post(`${regretted}/withdrawal`);
  const { location: objection } = await asking.post(`${group}/objections`, { kind: "time", message: "Just nu" });
  await coordinator.post(`${objection}/answer`, { answer: "Vänta till mars" });

  // `round_late` when somebody registers after publishing; taken in: `round_moved`, and `group_changed` to the others.
  await register(round, late);
  const openings = /\/registrations\/[0-9a-f-]{36}\/openings/.exec(await coordinator.get(`${round}/follow-up`))[0];
  const step = /rearrangements\/new\?step=([^"&]+)"/.exec(await coordinator.get(openings))[1];
  await coordinator.post(`${round}/rearrangements`, { step, words: "Välkommen" });
  await late.post(`${group}/departure`);

  // `seat_confirmed`.
  await coordinator.post(`/seats/${await seatOf(late)}/confirmation`);

  // `meetup_invitation`, `meetup_update`, `meetup_nudge`, `meetup_place` when one of two gives the place up, `meetup_cancellation`.
  const plan = { title: "Träff", date: day(7), starts: "13:00", ends: "15:00", place: "Här", agenda: "- En *fråga*", capacity: "2" };
  const { location: meetup } = await asking.post(`${group}/meetups`, plan);
  await asking.post(meetup, { ...plan, date: day(8), link: "https://moten.example/x" });
  await asking.post(`${meetup}/nudges`);
  for (const person of placed) await person.post(`${meetup}/answers`, { answer: "yes" });
  await coordinator.post(`${meetup}/answers`, { answer: "no" });
  await asking.post(`${meetup}/cancellation`, { why: "Sjuka" });

  // `poll_invitation`, `poll_update`, `poll_answered` to whoever proposed it, `poll_closed`.
  const times = { title: "När ses vi?", "date-1": day(20), "starts-1": "13:00", "ends-1": "15:00", answer_by: day(12) };
  const { location: poll } = await asking.post(`${group}/polls`, times);
  await asking.post(poll, { ...times, revision: "0", "date-2": day(21), link: "https://moten.example/y" });
  for (const person of placed) await person.post(`${poll}/answers`, { "slot-1": "yes", "slot-2": "if-need-be" });
  await asking.post(`${poll}/closure`, { why: "Vi ses i vår" });

  // `letter`, as a test to whoever writes it.
  const { location: letter } = await coordinator.post(`${network}/letters`, { subject: "Hej", body: "Vi *ses*. [Här](https://x.example/a)" });
  await coordinator.post(`${letter}/test`);

  // `group_requested`, `group_decided`, `group_left`, `group_joined`.
  await coordinator.post(group, { name: "Resenärerna", open: "1" });
  await late.post(`${group}/requests`, { seat_id: await seatOf(late), message: "Gärna" });
  await asking.post(/\/requests\/[0-9a-f-]{36}\/acceptance/.exec(await asking.get(group))[0]);
  await late.post(`${group}/departure`);
  await coordinator.post(`${group}/members`, { seat_id: await seatOf(late) });

  // `post_withdrawn`, `comment_notice`, `report`, `comment_hidden`, `story`, `digest`.
  const story = { form: "free", title: "Det vi provade", body: "Så *här*.", visibility: "network", act: "publish" };
  const { location: withdrawn } = await asking.post(`${group}/posts`, story);
  await coordinator.post(`${withdrawn}/withdrawal`, { reason: "Det står ett namn." });
  await member.post("/settings/subscriptions", { general: "at_once" });
  const { location: told } = await asking.post(`${group}/posts`, { ...story, title: "Det vi lärde oss" });
  await coordinator.post(`${told}/comments`, { body: "Hur *länge*?" });
  await member.post(`${told}/comments`, { body: "Anna i 7B." });
  await member.post(`${told}/reports`, { reason: "Ett barn går att känna igen." });
  await coordinator.post(`${/\/comments\/[0-9a-f-]{36}(?=\/hiding)/.exec(await coordinator.get(told))[0]}/hiding`, { reason: "Ett namn" });
  await app.command("digest", "run", "--now");

  // `post_mention`.
  await asking.post(`${group}/posts`, { ...story, title: "Tack", body: "Tack @Person ny, @Person p0 och alla andra.", visibility: "group" });

  // `comment_widened` to who commented for fewer.
  const { location: widened } = await asking.post(`${group}/posts`, { ...story, title: "Det vi vågar visa", visibility: "group" });
  await member.post(`${widened}/comments`, { body: "Visa det för fler." });
  await asking.post(`${widened}/releases`, { visibility: "network" });

  // `approval_asked` to who approves at an organiser, `approval_answered` to who wrote the story.
  await founder.post(`${network}/invitations`, { email: address("p6"), name: "Person p6", organiser: "Eslöv", role: "Rektor", level: "principal", language });
  const approver = new Client(app, language);
  await approver.post(await inbox(address("p6"), "/invitations/"), { ...account("p6"), ...seat("Eslöv") });
  await coordinator.post("/organisers/1285/approver", { seat: await seatOf(approver) });
  await asking.post(`${group}/posts`, { ...story, title: "Det vi vågade" });
  const approval = await inbox(address("p6"), "/approvals/");
  await approver.post(`${approval}/decline`, { reason: "Ta bort *siffrorna*." });
  await coordinator.post("/organisers/1285/approver", { seat: "none" });
}
