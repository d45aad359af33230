// The page of a story: says that it was read, and shows a few stories like it. Without a script it has a link to these.
"use strict";
(() => {
  // <article data-reading="/posts/…/reading" data-at="…">: read when it has been in sight for some seconds.
  const story = document.querySelector("[data-reading]");
  let wait;
  const tell = () => {
    document.removeEventListener("visibilitychange", watch);
    const body = new URLSearchParams({ at: story.dataset.at });
    fetch(story.dataset.reading, { method: "POST", body, keepalive: true }).catch(() => {});
  };
  const watch = () => {
    clearTimeout(wait);
    if (!document.hidden) wait = setTimeout(tell, 5000);
  };
  if (story) {
    document.addEventListener("visibilitychange", watch);
    watch();
  }

  // <section data-similar>: fetched when it is soon in sight. It stands last, so that nothing above it moves.
  const part = document.querySelector("[data-similar]");
  if (!part) return;
  const put = async () => {
    const link = part.querySelector("a");
    const answer = await fetch(link.href, { headers: { Accept: "text/html" } }).catch(() => null);
    if (!answer || !answer.ok) return;
    const list = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("similar");
    if (list) {
      while (list.children.length > 3) list.lastElementChild.remove();
      link.parentElement.before(list);
    } else if (!part.contains(document.activeElement)) part.hidden = true;
  };
  const near = new IntersectionObserver((all) => {
    if (!all.some((each) => each.isIntersecting)) return;
    near.disconnect();
    put();
  }, { rootMargin: "400px" });
  near.observe(part);
})();
