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

  const pageAt = async (address) => {
    const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
    return answer && answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  // <section id="search" data-live="3">: looked at again every three seconds; when it is gone, so is the wait.
  for (const part of document.querySelectorAll("[data-live]")) {
    const seconds = Number(part.dataset.live) || 5;
    let live = part;
    const look = async () => {
      if (!document.hidden) {
        const page = await pageAt(location.href);
        if (page) {
          const fresh = page.getElementById(live.id);
          if (!fresh) { location.reload(); return; }
          if (!live.contains(document.activeElement)) { live.replaceWith(fresh); live = fresh; }
        }
      }
      setTimeout(look, seconds * 1000);
    };
    setTimeout(look, seconds * 1000);
  }

  // <form data-forecast="/rounds/…/forecast">: what the settings would mean, as they change.
  for (const form of document.querySelectorAll("form[data-forecast]")) {
    let asked = 0;
    form.addEventListener("change", async () => {
      const now = ++asked;
      const page = await pageAt(`${form.dataset.forecast}?${new URLSearchParams(new FormData(form))}`);
      const fresh = page && page.getElementById("forecast");
      const old = document.getElementById("forecast");
      if (fresh && now === asked) { if (old) old.replaceWith(fresh); else form.after(fresh); }
    });
  }

  // <div data-board="/rounds/…">: dragged onto a group one moves, onto a person one swaps; what it would do comes first.
  const board = document.querySelector("[data-board]");
  const preview = async (address) => {
    const page = await pageAt(address);
    const effect = page && page.getElementById("effect");
    if (!effect) { location.href = address; return; }
    const dialog = document.createElement("dialog");
    dialog.className = "confirm";
    dialog.append(effect);
    effect.querySelector("h2").id = "effect-title";
    dialog.setAttribute("aria-labelledby", "effect-title");
    const back = effect.querySelector(".form-actions a");
    back.addEventListener("click", (event) => { event.preventDefault(); dialog.close(); });
    dialog.addEventListener("close", () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };
  if (board) {
    let dragged = null;
    for (const item of board.querySelectorAll("[data-person]")) item.draggable = true;
    const onto = (event) => {
      const card = dragged && event.target.closest && event.target.closest("[data-group]");
      if (!card || card === dragged.closest("[data-group]")) return null;
      return event.target.closest("[data-person]") || card;
    };
    const mark = (el) => {
      for (const old of board.querySelectorAll(".is-over")) if (old !== el) old.classList.remove("is-over");
      if (el) el.classList.add("is-over");
    };
    board.addEventListener("dragstart", (event) => {
      dragged = event.target.closest("[data-person]");
      if (dragged) event.dataTransfer.setData("text/plain", dragged.dataset.person);
    });
    board.addEventListener("dragend", () => { dragged = null; mark(null); });
    board.addEventListener("dragover", (event) => {
      const target = onto(event);
      mark(target);
      if (target) event.preventDefault();
    });
    board.addEventListener("drop", (event) => {
      const target = onto(event);
      if (!target) return;
      event.preventDefault();
      const [who, base] = [dragged.dataset.person, board.dataset.board];
      preview(target.dataset.person
        ? `${base}/swaps/new?one=${who}&two=${target.dataset.person}`
        : `${base}/moves/new?registration=${who}&to=${target.dataset.group}`);
    });
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

  // <form data-draft="/…" data-kept="Kept">: keeps what is typed, so that it is there when one comes back.
  for (const form of document.querySelectorAll("form[data-draft]")) {
    let wait;
    const keep = async () => {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.dataset.draft, { method: "POST", body, keepalive: true }).catch(() => null);
      if (answer && answer.status === 204) form.querySelector("[role=status]").textContent = form.dataset.kept;
    };
    form.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(keep, 1500); });
    form.addEventListener("submit", () => clearTimeout(wait));
  }

  // Unsaved text: ask before leaving a form marked data-unsaved.
  let changed = false;
  for (const form of document.querySelectorAll("form[data-unsaved]")) {
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
  }
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
})();
