// Shows how a story will look while it is typed: what the button "Preview" shows without a script.
"use strict";
(() => {
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  let wait, asked = 0;
  const show = async () => {
    const turn = ++asked;
    const body = new URLSearchParams(new FormData(form));
    body.set("act", "preview");
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
    if (!answer || !answer.ok || turn !== asked) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("preview");
    if (!fresh) return;
    document.getElementById("preview")?.remove();
    form.after(fresh);
  };
  form.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(show, 1000); });
})();
