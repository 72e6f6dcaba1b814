// What pages do beyond plain links and forms. Everything works without it; this makes it quick.
(() => {
  "use strict";
  const root = document.documentElement;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const isTyping = (target) => target.closest("input, select, textarea, [contenteditable]") !== null;

  // theme
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-theme-switch]")) return;
    root.dataset.bsTheme = root.dataset.bsTheme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("dw-theme", root.dataset.bsTheme);
    } catch {
      // storage is switched off: the choice lasts for this page
    }
  });

  // tabs that do not fit: the one that is open is to be seen
  all(".tabs [aria-current], .places [aria-current]").forEach((tab) => {
    const strip = tab.parentElement;
    const from = strip.getBoundingClientRect();
    const at = tab.getBoundingClientRect();
    strip.scrollLeft += at.left - from.left - (from.width - at.width) / 2;
  });

  // the list: one row is current; j and k move it, a key acts on it
  const rows = () => all("tr.pick, li.pick");
  const current = () => rows().find((row) => row.getAttribute("aria-current") === "true");
  const choose = (row) => {
    if (!row) return;
    current()?.removeAttribute("aria-current");
    row.setAttribute("aria-current", "true");
    row.querySelector("a")?.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };
  const step = (by) => {
    const list = rows();
    const at = list.indexOf(current());
    choose(list[at < 0 ? 0 : Math.min(list.length - 1, Math.max(0, at + by))]);
  };
  const actFor = (key) => {
    const selector = `[data-key="${CSS.escape(key)}"]`;
    return current()?.querySelector(selector) ?? all(selector).find((each) => !each.closest("tr.pick, li.pick"));
  };
  const act = (key) => {
    const target = actFor(key);
    if (target?.matches("input, textarea, select")) target.focus();
    else target?.click();
    return target !== undefined;
  };
  const press = (key) => {
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "?") document.getElementById("keys")?.showModal();
    else return /^[a-z]$/.test(key) && act(key);
    return true;
  };
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      const search = document.querySelector("[data-search]");
      if (search) {
        search.focus();
        search.select();
        event.preventDefault();
      }
    } else if (event.key === "Escape" && isTyping(event.target)) {
      event.target.blur();
    } else if (document.body.dataset.shortcuts === "on" && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const isOpen = document.querySelector("dialog[open]") !== null;
      if (!isTyping(event.target) && !isOpen && press(event.key)) event.preventDefault();
    }
  });
  document.addEventListener("focusin", (event) => {
    const row = event.target.closest?.("tr.pick, li.pick");
    if (row && row !== current()) {
      current()?.removeAttribute("aria-current");
      row.setAttribute("aria-current", "true");
    }
  });

  // forms: a zone to start from, never sent twice, opened where the link points
  all("input[name=zone]").forEach((field) => {
    field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
  });
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "yes";
  });
  addEventListener("pageshow", () => all("form[data-sent]").forEach((form) => delete form.dataset.sent));
  all("[data-back]").forEach((link) => {
    link.hidden = history.length < 2;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      history.back();
    });
  });
  const openTarget = () => {
    const target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    const fold = target?.closest("details");
    if (fold) fold.open = true;
    if (target?.matches("tr.pick, li.pick")) choose(target);
    target?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  };
  addEventListener("hashchange", openTarget);
  openTarget();
  document.addEventListener("click", (event) => {
    all("details.who[open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  // htmx: our token with every call, a word when a call fails, nothing lost when the session has ended
  const token = () => document.querySelector("meta[name=csrf]");
  const say = (text, link) => {
    const message = document.createElement("p");
    message.className = "said bad";
    message.setAttribute("role", "alert");
    message.append(text);
    if (link) {
      const anchor = Object.assign(document.createElement("a"), { href: link.url, target: "_blank", textContent: link.text });
      message.append(" ", anchor);
    }
    document.getElementById("messages")?.replaceChildren(message);
    scrollTo({ top: 0 });
  };
  const takeFreshToken = async () => {
    const answer = await fetch(location.href, { credentials: "same-origin" });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("meta[name=csrf]")?.content;
    if (!fresh) return;
    token().content = fresh;
    all("input[name=_csrf]").forEach((field) => (field.value = fresh));
    document.getElementById("messages")?.replaceChildren();
  };
  document.addEventListener("htmx:configRequest", (event) => {
    event.detail.headers["X-CSRF-TOKEN"] = token()?.content ?? "";
  });
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.status !== 401 || event.detail.requestConfig.verb === "get") return;
    event.preventDefault();
    const url = event.detail.xhr.getResponseHeader("HX-Redirect") ?? "/sign-in";
    say("Your session has ended. What you typed is still here: sign in, come back and send it again.", {
      url,
      text: "Sign in in a new tab",
    });
    addEventListener("focus", takeFreshToken, { once: true });
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.getResponseHeader("HX-Retarget") === "#messages") {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
      scrollTo({ top: 0 });
    } else if (event.detail.requestConfig.verb !== "get") {
      document.getElementById("messages")?.replaceChildren();
    }
  });
  document.addEventListener("htmx:responseError", (event) => {
    say(`That did not work (${event.detail.xhr.status}). Reload the page and try again.`);
  });
  ["htmx:sendError", "htmx:timeout"].forEach((name) => {
    document.addEventListener(name, () => say("The server cannot be reached. What you typed is still here."));
  });
})();
