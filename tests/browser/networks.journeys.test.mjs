// Founding a network, bringing people in, and coming in by invitation, by link and by asking.
import assert from "node:assert/strict";
import { fill, follow, keepsQuiet, path, press, says, submit, until } from "./support/browser.mjs";
import { journeys } from "./support/journey.mjs";
import { mailAbout, mailTo, mailsTo } from "./support/mail.mjs";

const network = "/networks/rektorer-i-vast";
const anna = { email: "anna.berg@hoor.example", password: "fyra gula hjortron" };
const bo = { email: "bo.ek@skovde.example", password: "fyra blå hjortron" };

journeys("networks", (journey) => {
  journey("a coordinator founds a network and says who sees it and who may join", { role: "coordinator" }, async ({ page, as }) => {
    await page.goto("/networks");
    await follow(page, "Nytt nätverk");
    await fill(page, { name: "Rektorer i väst", purpose: "Vi *lär* av varandra.", kind: "regional", county: "14", visibility: "members", joining: "invitation" });
    await press(page, "Spara nätverket");
    assert.equal(path(page), network);
    await says(page, "Nätverket finns nu");
    await says(page, "Bjud in de första");

    // For everybody else it does not exist.
    const member = await as("member");
    assert.equal((await member.goto(network)).status(), 404);

    await follow(page, "Inställningar", page.locator("main"));
    await fill(page, { visibility: "public", joining: "approval" });
    await press(page, "Spara nätverket");
    await says(page, "Nätverket är sparat");
    assert.equal((await member.goto(network)).status(), 200);
    await says(member, "Be att få gå med");
  });

  journey("a form with mistakes keeps what was typed and leads to the fields", { role: "coordinator" }, async ({ page }) => {
    await page.goto("/networks/new");
    await page.evaluate(() => document.querySelector("main form").setAttribute("novalidate", ""));
    await fill(page, { purpose: "Det här ska stå kvar", joining: "open" });
    const response = await press(page, "Spara nätverket");
    assert.equal(response.status(), 422);
    assert.equal(await page.inputValue("[name=purpose]"), "Det här ska stå kvar");
    assert.ok(await page.isChecked("[name=joining][value=open]"));
    const link = page.locator(".error-summary a").first();
    assert.equal(await link.getAttribute("href"), "#name");
    assert.equal(await page.getAttribute("#name", "aria-invalid"), "true");
  });

  journey("a member asks to join and the coordinator answers", { role: "member" }, async ({ page, as, app }) => {
    await page.goto(network);
    await fill(page, { message: "Vi är få rektorer hos oss och vill gärna vara med." });
    await press(page, "Be att få gå med", page.locator(".next-step"));
    await says(page, "Din fråga väntar på svar");

    const coordinator = await as("coordinator");
    const mail = await mailTo(app, app.account("coordinator").email, network);
    assert.match(mail.text, /få rektorer/);
    await coordinator.goto("/dashboard");
    await follow(coordinator, "Se förfrågningar", coordinator.locator(".next-step"));
    assert.equal(path(coordinator), `${network}/members`);
    await says(coordinator, "Vi är få rektorer hos oss");
    await press(coordinator, "Släpp in");
    await says(coordinator, "Personen är med och har fått besked");

    await mailAbout(app, app.account("member").email, "Välkommen till Rektorer i väst");
    await page.goto(network);
    await says(page, "Lär känna de andra");
    await follow(page, "Se medlemmarna");
    await says(page, "1 medlem");
  });

  journey("somebody invited by one address joins from the mail, with the seat confirmed", { role: "coordinator" }, async ({ page, as, app }) => {
    await page.goto(`${network}/invitations`);
    await follow(page, "Bjud in en person");
    await fill(page, { email: anna.email, name: "Anna Berg", organiser: "Höör", role: "Rektor", level: "principal", language: "sv" });
    await press(page, "Skicka inbjudan");
    await says(page, "Inbjudan är skickad");
    await says(page, "Skickad");

    const newcomer = await as();
    await newcomer.goto((await mailTo(app, anna.email, "/invitations/")).link);
    await says(newcomer, "Samordnaren har angett Höör");
    await fill(newcomer, { password: anna.password, password_again: anna.password });
    await press(newcomer, "Skapa konto och gå med");
    await says(newcomer, "Välkommen! Du är med i nätverket.");
    await newcomer.goto("/seats");
    await says(newcomer, "Rektor Höör · Rektor");
    await keepsQuiet(newcomer, "Ej bekräftat");

    await page.reload();
    assert.match(await page.locator("tr", { hasText: anna.email }).innerText(), /Har gått med/);
  });

  journey("somebody with the link to share confirms the address first, and then the coordinator the seat", { role: "coordinator" }, async ({ page, as, app }) => {
    await page.goto(`${network}/invitations`);
    await press(page, "Gör en länk");
    const link = await page.innerText("#join-link");

    const newcomer = await as();
    await newcomer.goto(link);
    await fill(newcomer, { name: "Bo Ek", email: bo.email, password: bo.password, password_again: bo.password });
    await fill(newcomer, { organiser: "Skövde", role: "Skolchef", level: "administration" });
    await press(newcomer, "Skapa konto och gå med");
    await says(newcomer, "Titta i din e-post");
    await newcomer.goto("/dashboard");
    assert.equal(path(newcomer), "/session/new", "nobody is signed in before the address is confirmed");

    await newcomer.goto((await mailTo(app, bo.email, "/confirmations/")).link);
    await press(newcomer, "Bekräfta och logga in");
    await says(newcomer, "Din e-postadress är bekräftad");
    await newcomer.goto("/seats");
    await says(newcomer, "Ej bekräftat");

    await page.goto(`${network}/members`);
    await page.locator("li", { hasText: "Bo Ek" }).getByText("Obekräftat uppdrag").waitFor();
    await press(page, "Bekräfta uppdraget");
    await newcomer.reload();
    await keepsQuiet(newcomer, "Ej bekräftat");

    // A link that is taken back leads nowhere.
    await page.goto(`${network}/invitations`);
    await press(page, "Återkalla länken");
    await (await as()).goto(link).then((response) => assert.equal(response.status(), 404));
  });

  journey("many are invited from a file: first its mistakes, then what would happen, then the mails", { role: "coordinator" }, async ({ page, app }) => {
    const upload = async (csv) => {
      await page.setInputFiles("[name=file]", { name: "rektorer.csv", mimeType: "text/csv", buffer: Buffer.from(csv, "latin1") });
      return press(page, "Läs filen");
    };
    await page.goto(`${network}/invitations/import`);
    await upload("e-post;namn;huvudman;befattning\ncia@hoor.example;Cia Åberg;Höör;Rektor\ninte-en-adress;Dan;Höör;Rektor\neva@x.example;Eva;Atlantis;Rektor\n");
    await says(page, "2 saker behöver rättas i filen");
    assert.deepEqual(await page.locator("main tbody th").allInnerTexts(), ["3", "4"]);
    assert.deepEqual(await mailsTo(app, "cia@hoor.example"), [], "nothing leaves while something is wrong");

    await upload(`e-post;namn;huvudman;befattning\ncia@hoor.example;Cia Åberg;Höör;Rektor\ndan@hoor.example;Dan Öst;Höör;Rektor\n${anna.email};Anna Berg;;\n`);
    await says(page, "2 personer får en inbjudan");
    await says(page, "Är redan medlem");
    await press(page, "Skicka 2 inbjudningar");
    await says(page, "Inbjudningarna är skickade");
    assert.match((await mailTo(app, "cia@hoor.example", "/invitations/")).to, /Cia Åberg/);
  });

  journey("an invitation is sent again, and another is taken back", { role: "coordinator" }, async ({ page, as, app }) => {
    await page.goto(`${network}/invitations`);
    const old = (await mailTo(app, "cia@hoor.example", "/invitations/")).link;
    await press(page, "Skicka igen", page.locator("tr", { hasText: "cia@hoor.example" }));
    const { link } = await until(async () => {
      const mail = await mailTo(app, "cia@hoor.example", "/invitations/");
      return mail.link !== old && mail;
    });
    const guest = await as();
    assert.equal((await guest.goto(link)).status(), 200);

    await page.reload();
    assert.match(await page.locator("tr", { hasText: "cia@hoor.example" }).innerText(), /Öppnad/);
    await press(page, "Återkalla", page.locator("tr", { hasText: "dan@hoor.example" }));
    await says(page, "Inbjudan är återkallad");
    assert.equal((await guest.goto((await mailTo(app, "dan@hoor.example", "/invitations/")).link)).status(), 404);
    await says(guest, "Länken gäller inte längre");

    await page.selectOption("select[name=state]", "revoked");
    await submit(page, "main search form");
    await says(page, "1 inbjudan");
  });

  journey("the directory finds members by name and by what they can offer", { role: "coordinator" }, async ({ page }) => {
    await page.goto(`${network}/members`);
    await fill(page, { q: "berg" }, "main search");
    await press(page, "Visa", page.locator("main search"));
    await says(page, "Anna Berg");
    await keepsQuiet(page, "Bo Ek");
  });

  journey("a coordinator appoints another and a member leaves", { role: "coordinator" }, async ({ page, as, app }) => {
    await page.goto(`${network}/coordinators`);
    await fill(page, { email: bo.email });
    await press(page, "Utse");
    await mailAbout(app, bo.email, "Du är samordnare");
    await says(page, "Bo Ek");

    const member = await as(anna);
    await member.goto(network);
    await press(member, "Lämna nätverket");
    await says(member, "Du är inte längre med i nätverket");
    await page.goto(`${network}/members`);
    await keepsQuiet(page, "Anna Berg");
  });
});
