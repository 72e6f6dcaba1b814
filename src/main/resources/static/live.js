// What a colleague does appears without reload: a stream says that something changed, and the page looks again. What
// somebody types is never touched. Regions that follow are marked data-live and have an id.
(() => {
  "use strict";
  const mark = document.getElementById("live");
  if (!mark) return;
  const POLL_MS = 30_000;
  const SILENCE_MS = 45_000;
  const IDLE_MS = 30 * 60_000;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  let after = mark.dataset.after;
  let stream = null;
  let timer = null;
  let heardAt = Date.now();
  let usedAt = Date.now();
  let isLooking = false;
  let isStale = null;

  // typing: a field with the keyboard, or with something in it that the server does not know
  const FIELDS = "input:not([type=hidden]), select, textarea";
  const isChanged = (field) => {
    if (field.matches("[type=checkbox], [type=radio]")) return field.checked !== field.defaultChecked;
    if (!field.matches("select")) return field.value !== field.defaultValue;
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(0, first);
  };
  const isTyped = (form) =>
    form.querySelector("[aria-invalid=true]") !== null ||
    all(FIELDS, form).some((field) => field === document.activeElement || isChanged(field));
  const isKept = (node) =>
    node instanceof Element &&
    (node.matches("[data-live-keep]") ||
      (node.matches("form") && isTyped(node)) ||
      (node.matches(".card, details") && all("form", node).some(isTyped)));

  // the other version of a form that somebody types in: told, shown when wanted, with what was typed put back
  const show = (kept, fresh) => {
    const typed = all(FIELDS, kept).filter(isChanged).map((field) => [field.name, field.value, field.checked]);
    Idiomorph.morph(kept, fresh, { morphStyle: "outerHTML" });
    htmx.process(kept);
    typed.forEach(([name, value, checked]) => {
      const field = kept.querySelector(`[name="${CSS.escape(name)}"]`);
      if (field) Object.assign(field, { value, checked });
    });
  };
  const tell = (kept, fresh, who) => {
    if (!kept.matches(".card") || !all("form", kept).some(isTyped)) return;
    kept.querySelector(".live-note")?.remove();
    const note = Object.assign(document.createElement("p"), { className: "in small live-note" });
    note.setAttribute("role", "status");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn", textContent: "Show" });
    button.addEventListener("click", () => {
      note.remove();
      if (kept.matches("[data-live-keep]")) mark.scrollIntoView();
      else show(kept, fresh);
    });
    note.append(`Changed by ${who}; what you type stays. `, button);
    kept.prepend(note);
  };

  const morph = (region, fresh, who) => {
    Idiomorph.morph(region, fresh, {
      morphStyle: "innerHTML",
      callbacks: {
        beforeNodeMorphed: (old, next) => {
          if (!isKept(old)) return true;
          tell(old, next.cloneNode(true), who);
          return false;
        },
        beforeNodeRemoved: (old) => !isKept(old) && !(old instanceof Element && all("form", old).some(isTyped)),
        beforeAttributeUpdated: (name, node) =>
          !(name === "open" && node.matches("details")) && !(name === "aria-current" && node.matches(".pick")),
      },
    });
    htmx.process(region);
  };
  const look = async (who) => {
    if (isLooking) {
      isStale = who;
      return;
    }
    isLooking = true;
    try {
      const url = new URL(location.href);
      url.searchParams.set("live", "true");
      url.hash = "";
      const answer = await fetch(url, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      all("[data-live]").forEach((region) => {
        const fresh = page.getElementById(region.id);
        if (fresh) morph(region, fresh, who);
      });
      mark.querySelector("p").textContent = `Changed by ${who} just now.`;
    } catch {
      // the server is away: the stream comes back by itself, and so does what was missed
    } finally {
      isLooking = false;
      if (isStale) {
        const next = isStale;
        isStale = null;
        look(next);
      }
    }
  };
  const heard = (news) => {
    after = news.after;
    if (news.who.length > 0) look(news.who.join(", "));
  };

  const query = () => `after=${after}` + (mark.dataset.customer ? `&customer=${mark.dataset.customer}` : "");
  const close = () => {
    stream?.close();
    stream = null;
    clearInterval(timer);
    timer = null;
  };
  const poll = () => {
    close();
    timer = setInterval(async () => {
      if (Date.now() - usedAt > IDLE_MS) return;
      try {
        const answer = await fetch(`/live/changes?${query()}`, { credentials: "same-origin" });
        if (answer.ok && !answer.redirected) heard(await answer.json());
        else close();
      } catch {
        // asked again in half a minute
      }
    }, POLL_MS);
  };
  const listen = () => {
    close();
    if (!window.EventSource || document.documentElement.dataset.live === "poll") {
      poll();
      return;
    }
    stream = new EventSource(`/live?${query()}`);
    heardAt = Date.now();
    const alive = () => (heardAt = Date.now());
    stream.addEventListener("beat", alive);
    stream.addEventListener("change", (event) => {
      alive();
      heard(JSON.parse(event.data));
    });
    stream.addEventListener("full", poll);
    stream.addEventListener("error", () => {
      if (stream?.readyState === EventSource.CLOSED) poll();
    });
    timer = setInterval(() => {
      if (Date.now() - usedAt > IDLE_MS) close();
      else if (Date.now() - heardAt > SILENCE_MS) poll();
    }, POLL_MS / 2);
  };

  // a page that nobody sees or uses asks for nothing, and catches up when somebody comes back
  ["pointerdown", "keydown"].forEach((name) =>
    addEventListener(name, () => {
      usedAt = Date.now();
      if (!timer && !document.hidden) listen();
    }),
  );
  document.addEventListener("visibilitychange", () => (document.hidden ? close() : listen()));
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => event.persisted && listen());
  listen();
})();
