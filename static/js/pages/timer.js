// The timer of the page to run a meeting by. It needs nothing but the page: no network, no other script.
"use strict";
(() => {
  const timer = document.getElementById("timer");
  const steps = [...document.querySelectorAll("#steps > li")];
  if (!timer || !steps.length) return;
  const words = timer.dataset;
  const [title, cue] = timer.querySelectorAll("[aria-live]");
  const clock = timer.querySelector("[role=timer]");
  const bar = timer.querySelector("progress");
  const [back, go, next] = timer.querySelectorAll("button");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const minute = 60000;
  const length = () => Number(steps[at].dataset.minutes) * minute;

  // Which step, how long it has run before the last start, and when that was (0: it stands).
  let [at, spent, since] = [0, 0, 0];
  const kept = `timer ${location.pathname} ${steps.length}`;
  try { [at, spent, since] = JSON.parse(sessionStorage.getItem(kept)) || [0, 0, 0]; } catch { /* starts anew */ }
  if (!steps[at]) [at, spent, since] = [0, 0, 0];

  const used = () => spent + (since ? Date.now() - since : 0);
  const tell = (element, text) => { if (element.textContent !== text) element.textContent = text; };
  const show = () => {
    const left = length() - used();
    const seconds = Math.ceil(Math.abs(left) / 1000);
    const digits = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    // Who wants no motion sees minutes until the last.
    const calm = still.matches && left > minute;
    tell(clock, calm ? `${Math.ceil(left / minute)} ${words.minutes}` : (left < 0 ? "+" : "") + digits);
    bar.max = length();
    bar.value = Math.min(used(), bar.max);
    tell(title, `${at + 1}/${steps.length} ${steps[at].querySelector("h3").textContent}`);
    tell(cue, left <= 0 ? words.over : left <= minute && used() ? words.soon : "");
    tell(go, since ? words.pause : words.start);
    back.disabled = at === 0;
    next.disabled = at === steps.length - 1;
    steps.forEach((step, n) => { if (n === at) step.setAttribute("aria-current", "step"); else step.removeAttribute("aria-current"); });
  };
  const change = (to, ran, started) => {
    [at, spent, since] = [to, ran, started];
    try { sessionStorage.setItem(kept, JSON.stringify([at, spent, since])); } catch { /* goes on without */ }
    show();
  };
  const move = (by) => {
    change(at + by, 0, since && Date.now());
    // A button that can no longer be pressed keeps nobody's place.
    if (document.activeElement === document.body || document.activeElement.disabled) go.focus();
  };
  go.addEventListener("click", () => (since ? change(at, used(), 0) : change(at, spent, Date.now())));
  back.addEventListener("click", () => move(-1));
  next.addEventListener("click", () => move(1));
  setInterval(() => { if (since) show(); }, 500);
  timer.hidden = false;
  show();
})();
