// Stories: by the five prompts and freely, drafts, history, comments, search; and the digest that tells of them.
import assert from "node:assert/strict";
import { withApprover } from "./support/approver.mjs";
import { arrive, fill, follow, keepsQuiet, path, press, says, submit } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";
import { mailTo, mails } from "./support/mail.mjs";

journeys("stories", (journey) => {
  let story;

  journey("a member writes by the five prompts, keeps a draft and publishes it", { role: "member" }, async ({ page, as }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Skriv en berättelse");
    await fill(page, { title: "När vi läste varandras analyser", situation: "Tre rektorer arbetade var för sig." });
    await press(page, "Spara utkast");
    story = path(page);
    await says(page, "Bara du ser utkastet");
    const coordinator = await as("coordinator");
    assert.equal((await coordinator.goto(story)).status(), 404);

    await follow(page, "Ändra");
    await fill(page, {
      tried: "En förmiddag i månaden läste de varandras analyser.",
      happened: "Efter två gånger slutade de **försvara sig**.",
      learned: "Utan en fast tid blir det inte av.",
      question: "Hur får ni nämnden intresserad?",
      themes: ["styrkedja"],
      visibility: "network",
    });
    await press(page, "Publicera");
    assert.equal(path(page), story);
    await says(page, "Berättelsen är publicerad");
    assert.equal(await page.innerText("article strong"), "försvara sig");
    await coordinator.goto(story);
    await says(coordinator, "Vad vi lärde oss");
  });

  journey("what is typed is there after a closed window", { role: "member", javaScript: true }, async ({ page, as }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Skriv en berättelse");
    const form = path(page);
    const kept = page.waitForResponse((answer) => answer.url().endsWith("/posts/typed"));
    await fill(page, { title: "Avbruten", situation: "Telefonen ringde." });
    assert.equal((await kept).status(), 204);
    await says(page, "finns kvar om du lämnar sidan");
    await page.locator("#preview", { hasText: "Telefonen ringde." }).waitFor();
    const elsewhere = await as("member");
    await elsewhere.goto(form);
    assert.equal(await elsewhere.inputValue("#situation"), "Telefonen ringde.");
    await press(elsewhere, "Börja om");
    assert.equal(await elsewhere.inputValue("#situation"), "");
  });

  journey("somebody comments and mends the comment", { role: "coordinator" }, async ({ page }) => {
    await page.goto(story);
    await fill(page, { body: "Hur länge höll ni på?" });
    await press(page, "Kommentera");
    await says(page, "Hur länge höll ni på?");
    await follow(page, "Ändra", page.locator(".comment"));
    await fill(page, { body: "Hur *länge* höll ni på, och vilka var med?" });
    await press(page, "Spara");
    await says(page, "och vilka var med?");
    await says(page, "ändrad");
  });

  journey("the author edits and everybody sees what changed", { role: "member" }, async ({ page, as }) => {
    await page.goto(story);
    await follow(page, "Ändra", page.locator("main > .cluster"));
    await fill(page, { learned: "Utan en fast tid i kalendern blir det inte av." });
    await press(page, "Spara ändringarna");
    await follow(page, "Ändrad en gång");
    assert.match(await page.locator(".diff ins").allInnerTexts().then((all) => all.join(" ")), /i kalendern/);
    const coordinator = await as("coordinator");
    await coordinator.goto(`${story}/revisions`);
    await says(coordinator, "i kalendern");
  });

  journey("a member writes freely, in Markdown that cannot bite", { role: "member" }, async ({ page, as }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Skriv en berättelse");
    await follow(page, "Fritt");
    await fill(page, {
      title: "Frukost med nämnden",
      body: "## Så gjorde vi\n\n- Kaffe\n- En fråga\n\n<script>alert(1)</script>\n\n[länk](https://exempel.example)",
      visibility: "public",
    });
    await press(page, "Publicera");
    assert.equal(await page.innerText("article h2"), "Så gjorde vi");
    assert.equal(await page.locator("article li").count(), 2);
    assert.equal(await page.locator("article script").count(), 0);
    const stranger = await as();
    await stranger.goto(path(page));
    await says(stranger, "Kaffe");
    assert.equal((await stranger.goto(story)).status(), 404, "what the network reads is not for strangers");
  });

  journey("a preview shows the story before anything is saved", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Skriv en berättelse");
    await follow(page, "Fritt");
    await fill(page, { title: "Grannar lär av grannar", body: "Björkskolan tog emot oss med **fritidsutvecklingen**." });
    await press(page, "Förhandsgranska");
    assert.equal(await page.innerText("#preview strong >> nth=1"), "fritidsutvecklingen");
    await says(page, "Inget är sparat än");
    await press(page, "Publicera");
    await says(page, "Vem läser berättelsen?");
  });

  journey("its author lets more people read, step by step, without a school's name", { role: "member" }, async ({ page, as }) => {
    await page.goto("/posts?tab=mine");
    await arrive(page, () => page.getByRole("link", { name: "Grannar lär av grannar" }).first().click());
    const own = path(page);
    const stranger = await as();
    assert.equal((await stranger.goto(own)).status(), 404);
    await follow(page, "Visa för alla");
    await page.getByLabel("Björkskolan").check();
    await press(page, "Visa för alla");
    await says(page, "Alla kan läsa berättelsen nu");
    await says(page, "En skola tog emot oss");
    await stranger.goto(own);
    await keepsQuiet(stranger, "Björkskolan");
    await press(page, "Visa bara för gruppen");
    assert.equal((await stranger.goto(own)).status(), 404);
    await page.goto("/search?q=utvecklingar+tog&time=month");
    await says(page, "Grannar lär av grannar");
    await page.goto("/search?q=fritidsutvecklignen");
    await arrive(page, () => page.locator(".empty a").click());
    await says(page, "Grannar lär av grannar");
  });

  journey("a reader reports a comment, and the coordinator hides it and shows it again", { role: "member" }, async ({ page, as }) => {
    await page.goto(story);
    await follow(page, "Anmäl", page.locator(".comment"));
    await fill(page, { reason: "Ett barn går att känna igen." });
    await press(page, "Skicka till samordnarna");
    await says(page, "har fått din anmälan");
    const coordinator = await as("coordinator");
    await coordinator.goto(story);
    await follow(coordinator, "Dölj", coordinator.locator(".comment"));
    await fill(coordinator, { reason: "Ett namn stod där." });
    await press(coordinator, "Dölj kommentaren");
    await says(coordinator, "Dold av samordnaren. Ett namn stod där.");
    await page.goto(story);
    await keepsQuiet(page, "vilka var med?");
    await press(coordinator, "Visa igen");
    await says(coordinator, "vilka var med?");
  });

  journey("a search finds by another form of the word, without accents, and only what one may read", { role: "member" }, async ({ page, as }) => {
    await page.goto("/dashboard");
    await page.fill("#site-search", "namnden frukost");
    await submit(page, ".site-search form");
    await says(page, "Frukost med nämnden");
    await page.goto("/search?q=rektor+analys");
    await says(page, "När vi läste varandras analyser");
    const stranger = await as();
    await stranger.goto("/search?q=analyser");
    await keepsQuiet(stranger, "När vi läste varandras analyser");
  });

  journey("a theme leads to stories with the same theme", { role: "member" }, async ({ page }) => {
    await page.goto(story);
    await arrive(page, () => page.locator("a.tag").first().click());
    await says(page, "När vi läste varandras analyser");
  });

  journey("a digest tells of it, and whoever has had enough ends it from the mail", {}, async ({ page, app }) => {
    await app.command("digest", "run", "--now");
    await app.command("jobs", "run");
    const own = (mail) => mail.to.includes(app.account("member").email);
    const sent = await mails(app);
    const digests = sent.filter((mail) => mail.file.endsWith("-digest.eml") && mail.text.includes(story));
    const mail = digests.find((each) => !own(each));
    assert.match(mail.text, /Nya berättelser|New stories/);
    // The author had a mail about the comment: no digest tells of it again, nor of their own story.
    assert.ok(sent.some((each) => own(each) && each.text.includes("Hur länge höll ni på")), "the author knows of the comment");
    assert.equal(digests.find(own), undefined);
    assert.equal(mail.headers.get("list-unsubscribe-post"), "List-Unsubscribe=One-Click");
    const oneClick = mail.headers.get("list-unsubscribe").replace(/[<>]/g, "");

    // Reading the link changes nothing; the button does, signed in or not.
    await page.goto(mail.links.find((each) => each.includes("/unsubscribe/")));
    const button = page.locator("main form .button");
    await arrive(page, () => button.click());
    assert.match(await page.innerText("h1"), /Du får inga fler sammanfattningar|no more|No more/i);
    const again = await fetch(oneClick, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }), redirect: "error" });
    assert.equal(again.status, 200);
  });

  journey("the author takes a story back", { role: "member" }, async ({ page, as }) => {
    await page.goto(story);
    await follow(page, "Dra tillbaka");
    await press(page, "Dra tillbaka");
    await says(page, "Berättelsen är tillbakadragen");
    assert.equal((await (await as("coordinator")).goto(story)).status(), 404);
  });

  journey("a draft is given a time, which is taken back", { role: "member" }, async ({ page }) => {
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Skriv en berättelse");
    await follow(page, "Fritt");
    await fill(page, { title: "Till våren", body: "Vi provade." });
    await press(page, "Spara utkast");
    await fill(page, { date: "2020-01-07", time: "09:00" }, "#schedule");
    await press(page, "Publicera då");
    await says(page, "Tiden har redan varit");
    const day = new Date(Date.now() + 3 * 24 * 3600 * 1000).toISOString().slice(0, 10);
    await fill(page, { date: day, time: "09:00" }, "#schedule");
    await press(page, "Publicera då");
    await says(page, "Publiceras ");
    await press(page, "Ta tillbaka tiden");
    await says(page, "Berättelsen är ett utkast");
    await press(page, "Publicera");
    await says(page, "Berättelsen är publicerad");
    await follow(page, "Ett blad att ta med");
    await says(page, "Att prata om");
  });

  journey("the author's own organiser approves before everybody reads", { role: "member" }, async ({ page, app, as }) => {
    await withApprover(app);
    await page.goto("/groups");
    await arrive(page, () => page.locator("main a.name").first().click());
    await follow(page, "Skriv en berättelse");
    await follow(page, "Fritt");
    await fill(page, { title: "Det vi vågade", body: "Vi på Björkskolan provade.", visibility: "group" });
    await press(page, "Publicera");
    const place = path(page);
    await follow(page, "Visa för alla");
    await says(page, "vill godkänna först");
    await page.getByLabel(/Björkskolan/).check();
    await press(page, "Fråga godkännaren");
    await says(page, "Väntar på");
    const stranger = await as();
    assert.equal((await stranger.goto(place)).status(), 404);

    const { link } = await mailTo(app, app.account("coordinator").email, "/approvals/");
    const approver = await as("coordinator");
    await approver.goto(link);
    await says(approver, "Vi på en skola provade.");
    await fill(approver, { reason: "Skriv också hur länge." });
    await press(approver, "Lämna tillbaka");
    await says(approver, "Berättelsen är tillbakalämnad");
    await page.goto(place);
    await says(page, "Skriv också hur länge.");

    await follow(page, "Visa för alla");
    await press(page, "Fråga godkännaren");
    // Without the mail: from home, by the list of what waits.
    await approver.goto("/");
    await follow(approver, "Läs och svara");
    await says(approver, "Väntar på dig");
    await says(approver, "En berättelse av");
    await follow(approver, "Det vi vågade");
    await press(approver, "Ja, låt alla läsa");
    await stranger.goto(place);
    await says(stranger, "Det vi vågade");
    await press(approver, "Ta tillbaka godkännandet");
    await says(approver, "Godkännandet är tillbakataget");
    assert.equal((await stranger.goto(place)).status(), 404);
    await page.goto(place);
    await says(page, "har tagit tillbaka sitt godkännande");
  });
});
