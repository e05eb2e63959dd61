/* Keeps the parts of a page that tell of a build under way up to date, until it is over. */
(function () {
  "use strict";

  const SLOW = 10;

  /* Changes what is shown to what is fresh and leaves alone what is the same, so that a reader
     keeps the focus, the selection, and the details that were opened. */
  function update(shown, fresh) {
    if (shown.nodeName !== fresh.nodeName) {
      shown.replaceWith(fresh);
      return;
    }
    if (shown.nodeType !== Node.ELEMENT_NODE) {
      if (shown.data !== fresh.data) {
        shown.data = fresh.data;
      }
      return;
    }
    updateAttributes(shown, fresh);
    const old = Array.from(shown.childNodes);
    const now = Array.from(fresh.childNodes);
    now.forEach((node, i) => (i < old.length ? update(old[i], node) : shown.append(node)));
    old.slice(now.length).forEach((node) => node.remove());
  }

  function updateAttributes(shown, fresh) {
    const others = (attribute) => attribute.name !== "open";
    Array.from(shown.attributes)
      .filter(others)
      .filter((attribute) => !fresh.hasAttribute(attribute.name))
      .forEach((attribute) => shown.removeAttribute(attribute.name));
    Array.from(fresh.attributes)
      .filter(others)
      .filter((attribute) => shown.getAttribute(attribute.name) !== attribute.value)
      .forEach((attribute) => shown.setAttribute(attribute.name, attribute.value));
  }

  function follow(place) {
    const part = place.firstElementChild;
    const voice = document.createElement("p");
    voice.className = "jenkins-visually-hidden";
    voice.setAttribute("aria-live", "polite");
    place.after(voice);
    let timer = 0;
    let over = false;

    /* Nobody looks at a hidden tab; it is brought up to date when it is shown again. */
    function plan(pause) {
      clearTimeout(timer);
      over = pause === 0;
      if (!over && !document.hidden) {
        timer = setTimeout(look, 1000 * pause);
      }
    }

    function show(text) {
      const fresh = new DOMParser().parseFromString(text, "text/html").querySelector(".ai-image");
      if (!fresh) {
        return 0; // Somebody has to log in again.
      }
      const said = part.dataset.news;
      update(part, fresh);
      if (part.dataset.news !== said) {
        voice.textContent = part.dataset.news;
      }
      return Number(part.dataset.seconds);
    }

    function look() {
      fetch(place.dataset.aiImageLive)
        .then((answer) => {
          // Who may not look any more need not ask again; a server that starts is asked later.
          if (!answer.ok) {
            return answer.status < 500 ? 0 : SLOW;
          }
          return answer.text().then(show);
        })
        .catch(() => SLOW)
        .then(plan);
    }

    document.addEventListener("visibilitychange", () => {
      if (!over) {
        plan(0.05);
      }
    });
    plan(Number(part.dataset.seconds));
  }

  function start() {
    document.querySelectorAll("[data-ai-image-live]").forEach(follow);
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
