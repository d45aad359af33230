// Small improvements; every page works without them.
"use strict";
(() => {
  const words = document.documentElement.dataset;

  // <form data-confirm="Leave the group?">: asks before it is sent.
  const ask = (form, button) => {
    const dialog = document.createElement("dialog");
    dialog.className = "confirm";
    const text = document.createElement("p");
    text.id = "confirm-text";
    text.textContent = form.dataset.confirm;
    dialog.setAttribute("aria-labelledby", text.id);
    const row = document.createElement("div");
    row.className = "form-actions";
    const choice = (label, style, act) => {
      const b = document.createElement("button");
      b.type = "button";
      b.className = style;
      b.textContent = label;
      b.addEventListener("click", () => { dialog.close(); act(); });
      row.append(b);
      return b;
    };
    const yes = (button && button.textContent.trim()) || words.confirmYes;
    const no = choice(words.confirmNo, "button-secondary", () => {});
    choice(yes, "button-danger", () => {
      form.dataset.confirmed = "yes";
      form.requestSubmit(button || undefined);
    });
    dialog.append(text, row);
    dialog.addEventListener("close", () => { dialog.remove(); if (button) button.focus(); });
    document.body.append(dialog);
    dialog.showModal();
    no.focus();
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.confirm && form.dataset.confirmed !== "yes") {
      event.preventDefault();
      ask(form, event.submitter);
      return;
    }
    delete form.dataset.confirmed;
    // A second press within two seconds is a double click, not a second wish.
    const now = Date.now();
    if (form.method === "post" && now - Number(form.dataset.sent || 0) < 2000) event.preventDefault();
    else form.dataset.sent = String(now);
  });

  // <input data-filter="#list">: hides the rows of the table or list that do not hold every word.
  const fold = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  for (const input of document.querySelectorAll("input[data-filter]")) {
    const target = document.querySelector(input.dataset.filter);
    if (!target) continue;
    const body = target.querySelector("tbody") || target;
    const rows = [...body.children].map((el) => [el, fold(el.dataset.filterText || el.textContent)]);
    const status = document.querySelector(input.dataset.filterStatus || "#none");
    const none = document.querySelector(input.dataset.filterEmpty || "#none");
    const run = () => {
      const wanted = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      for (const [el, text] of rows) {
        el.hidden = !wanted.every((w) => text.includes(w));
        if (!el.hidden) shown += 1;
      }
      if (status) status.textContent = wanted.length ? `${shown} / ${rows.length}` : "";
      if (none) none.hidden = shown > 0;
    };
    input.addEventListener("input", run);
    if (input.value) run();
    const holder = input.closest(".needs-script");
    if (holder) holder.hidden = false;
  }

  // <button data-copy="#token" data-copied="Copied" hidden>
  for (const button of document.querySelectorAll("button[data-copy]")) {
    const source = document.querySelector(button.dataset.copy);
    if (!source || !navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(source.textContent.trim()).then(() => {
        button.textContent = button.dataset.copied || button.textContent;
      });
    });
  }

  // <section id="search" data-live="3">: looked at again every three seconds; when it is gone, so is the wait.
  for (const part of document.querySelectorAll("[data-live]")) {
    const seconds = Number(part.dataset.live) || 5;
    let live = part;
    const look = async () => {
      if (!document.hidden) {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
        if (answer && answer.ok) {
          const page = new DOMParser().parseFromString(await answer.text(), "text/html");
          const fresh = page.getElementById(live.id);
          if (!fresh) { location.reload(); return; }
          if (!live.contains(document.activeElement)) { live.replaceWith(fresh); live = fresh; }
        }
      }
      setTimeout(look, seconds * 1000);
    };
    setTimeout(look, seconds * 1000);
  }

  // The error summary comes first, also for those who listen.
  const summary = document.querySelector(".error-summary");
  if (summary) summary.focus();

  // Escape closes the menu.
  document.addEventListener("keydown", (event) => {
    const menu = document.querySelector(".site-menu[open]");
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  // Unsaved text: ask before leaving a form marked data-unsaved.
  let changed = false;
  for (const form of document.querySelectorAll("form[data-unsaved]")) {
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
  }
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
})();
