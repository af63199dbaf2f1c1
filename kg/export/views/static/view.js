"use strict";
// What both views share: data, safe elements, colours, the panel's statements, filters. Texts become text nodes only.
const view = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const SIGNS = ["negative", "positive", "mixed", "none"];
  const MARKS = { negative: "−", positive: "+", mixed: "±", none: "·" };
  const DAY_MS = 86400000;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const byId = (id) => document.getElementById(id);

  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "onclick") made.addEventListener("click", value);
      else if (name === "colour") made.style.color = value;
      else if (value !== null && value !== undefined && value !== false) made.setAttribute(name, value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  }
  const name = (text) => el("bdi", { dir: "auto" }, text || "(no name)");
  const plural = (count, word) => `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;

  const toDay = (iso) => (iso ? Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS) : null);
  function told(day) {
    const at = new Date(day * DAY_MS);
    return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
  }

  const colours = {};
  function readColours() {
    const styles = getComputedStyle(root);
    for (const key of ["paper", "card", "ink", "soft", "line", "faint", "lit", "focus", ...SIGNS])
      colours[key] = styles.getPropertyValue(`--${key}`).trim();
    colours.kinds = data.kinds.map((kind) => styles.getPropertyValue(`--kind-${kind[1]}`).trim());
  }
  const parts = (colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  /** The first colour with a share of the second mixed in, both "#rrggbb". */
  function mixed(one, other, share) {
    const [from, to] = [parts(one), parts(other)];
    return "#" + from.map((part, at) => Math.round(part + (to[at] - part) * share).toString(16).padStart(2, "0")).join("");
  }

  const watchers = [];
  const state = { signs: new Set(SIGNS), from: null, to: null, first: null, last: null };
  const wholePeriod = () => state.from === state.first && state.to === state.last;
  const within = (day) => (day === null ? wholePeriod() : day >= state.from && day <= state.to);
  const tell = (what) => watchers.forEach((watcher) => watcher(what));

  function sign(which, words) {
    return el("span", { class: "sign", colour: `var(--${which}-text)` }, `${MARKS[which]} ${words || data.signs[which]}`);
  }

  function article(place) {
    if (place < 0) return null;
    const [title, url, outlet, day] = data.articles[place];
    const shown = title || url || "article";
    const linked = /^https?:\/\//.test(url)
      ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, name(shown))
      : name(shown);
    const under = [outlet, day && told(toDay(day))].filter(Boolean).join(", ");
    return el("p", { class: "soft small" }, linked, under ? ` — ${under}` : "");
  }

  /** One statement: who, to what effect, when, the words, the article. */
  function said(place, which, about, ...notes) {
    const [who, words, day, printed] = data.statements[place];
    const made = el(
      "li", { class: "said" },
      el("p", { class: "small" }, el("span", { class: "who" }, name(who || "not named")), " ", sign(which),
        about ? " " : "", about ? name(about) : ""),
      el("p", { class: "soft small" }, day ? told(toDay(day)) : "day not known"),
      words ? el("blockquote", { dir: "auto" }, words) : null,
      ...notes, article(printed),
    );
    made.style.setProperty("--side", `var(--${which})`);
    return made;
  }

  /** A list that shows its first items, and more when asked. */
  function list(items, make, step = 60) {
    const made = el("ul", {});
    let shown = 0;
    const more = el("button", { class: "back", type: "button", onclick: grow }, "");
    function grow() {
      more.remove();
      for (const item of items.slice(shown, shown + step)) made.append(make(item));
      shown = Math.min(items.length, shown + step);
      if (shown < items.length) {
        more.textContent = `${items.length - shown} more …`;
        made.append(el("li", {}, more));
      }
    }
    grow();
    return made;
  }

  function share(counts) {
    const total = SIGNS.reduce((sum, which) => sum + (counts[which] || 0), 0);
    const made = el("div", { class: "share", "aria-hidden": "true" });
    for (const which of SIGNS) {
      if (!counts[which]) continue;
      const part = el("span", {});
      part.style.background = `var(--${which})`;
      part.style.flex = String(counts[which] / total);
      made.append(part);
    }
    return made;
  }

  const panel = byId("panel");
  function show(back, ...children) {
    const top = back
      ? el("button", { class: "back", type: "button", onclick: back[1] }, `← ${back[0]}`)
      : null;
    panel.replaceChildren(...[top, ...children].filter(Boolean));
    panel.scrollTop = 0;
  }

  /** `hasMixed`: ties that differ in side make a mixed pair, though none of them is mixed itself. */
  function legend(hasMixed) {
    const signs = byId("signs");
    for (const which of SIGNS) {
      if (!data.shown_signs.includes(which)) {
        if (which === "mixed" && hasMixed)
          signs.append(el("label", {}, el("span", { class: "bar", colour: "var(--mixed)" }), data.signs.mixed));
        continue;
      }
      const box = el("input", { type: "checkbox", checked: "", value: which });
      box.addEventListener("change", () => {
        if (box.checked) state.signs.add(which);
        else state.signs.delete(which);
        tell("filter");
      });
      signs.append(el("label", {}, box, el("span", { class: "bar", colour: `var(--${which})` }), data.signs[which]));
    }
    for (const [words, key] of data.kinds)
      byId("kinds").append(el("span", {}, el("span", { class: "dot", colour: `var(--kind-${key})` }), words));
  }

  /** Two ends of the period over a histogram of days. */
  function period(days) {
    const known = days.filter((day) => day !== null);
    if (!known.length) return;
    state.first = state.from = known.reduce((one, other) => Math.min(one, other));
    state.last = state.to = known.reduce((one, other) => Math.max(one, other));
    const span = state.last - state.first;
    if (!span) return;
    const bins = Math.min(72, span + 1);
    const counts = new Array(bins).fill(0);
    for (const day of known) counts[Math.min(bins - 1, Math.floor(((day - state.first) / (span + 1)) * bins))] += 1;
    const most = Math.max(...counts);
    const SVG = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(SVG, "svg");
    picture.setAttribute("viewBox", `0 0 ${bins * 10} 26`);
    picture.setAttribute("preserveAspectRatio", "none");
    picture.setAttribute("aria-hidden", "true");
    counts.forEach((count, at) => {
      const bar = document.createElementNS(SVG, "rect");
      const high = count ? 3 + 23 * (count / most) : 0;
      for (const [key, value] of [["x", at * 10 + 1], ["y", 26 - high], ["width", 8], ["height", high]])
        bar.setAttribute(key, value);
      picture.append(bar);
    });
    const text = el("p", { class: "soft" });
    const ends = ["from", "to"].map((end) => {
      const input = el("input", { type: "range", min: state.first, max: state.last, step: 1,
        "aria-label": end === "from" ? "First day shown" : "Last day shown" });
      input.value = state[end];
      input.addEventListener("input", () => {
        const day = Number(input.value);
        state[end] = end === "from" ? Math.min(day, state.to) : Math.max(day, state.from);
        input.value = state[end];
        paint();
        tell("period");
      });
      return input;
    });
    function paint() {
      ends.forEach((input, at) => {
        input.value = at ? state.to : state.from;
        input.setAttribute("aria-valuetext", told(Number(input.value)));
      });
      [...picture.children].forEach((bar, at) => {
        const middle = state.first + ((at + 0.5) / bins) * (span + 1);
        bar.classList.toggle("out", middle < state.from || middle > state.to + 1);
      });
      const undated = days.length - known.length;
      const left = undated && !wholePeriod() ? `, ${undated.toLocaleString("en")} without a day left out` : "";
      text.textContent = `${told(state.from)} – ${told(state.to)}${left}`;
    }
    paint();
    byId("period").append(picture, el("div", { class: "ends" }, ...ends), text);
    byId("period").hidden = false;
    return paint;
  }

  /** A search box over names: type, walk with the arrow keys, choose with Enter. */
  function search(names, choose) {
    const box = byId("search");
    const found = byId("found");
    const folded = names.map((text) => text.toLocaleLowerCase().normalize("NFKD").replace(/[̀-ͯ]/g, ""));
    let hits = [];
    let at = 0;
    function close() {
      found.hidden = true;
      box.setAttribute("aria-expanded", "false");
      box.removeAttribute("aria-activedescendant");
    }
    function take(hit) {
      close();
      box.value = "";
      choose(hit);
    }
    function paint() {
      [...found.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === at && hits.length > 0)));
      if (hits.length) box.setAttribute("aria-activedescendant", `hit-${at}`);
      found.children[at]?.scrollIntoView({ block: "nearest" });
    }
    function look() {
      const wanted = box.value.trim().toLocaleLowerCase().normalize("NFKD").replace(/[̀-ͯ]/g, "");
      if (!wanted) return close();
      hits = [];
      for (const first of [true, false])
        folded.forEach((text, place) => {
          if (hits.length < 40 && text.includes(wanted) && text.startsWith(wanted) === first) hits.push(place);
        });
      at = 0;
      const items = hits.map((hit, place) =>
        el("li", { role: "option", id: `hit-${place}`, onclick: () => take(hit) }, name(names[hit])));
      found.replaceChildren(...(items.length ? items : [el("li", { class: "none" }, "nobody of that name")]));
      found.hidden = false;
      box.setAttribute("aria-expanded", "true");
      paint();
    }
    box.addEventListener("input", look);
    box.addEventListener("blur", () => setTimeout(close, 150));
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && box.value) { box.value = ""; close(); event.stopPropagation(); }
      else if (event.key === "Enter" && !found.hidden && hits.length) take(hits[at]);
      else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!hits.length || found.hidden) return;
        event.preventDefault();
        at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
        paint();
      }
    });
  }

  function themes() {
    byId("theme").addEventListener("click", () => {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      readColours();
      tell("theme");
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { readColours(); tell("theme"); });
    byId("table").addEventListener("click", () => {
      const pressed = root.classList.toggle("as-table");
      byId("table").setAttribute("aria-pressed", String(pressed));
      if (!pressed) tell("size");
    });
  }

  /** Shows the page without its picture where it cannot be drawn; the table says the same. */
  function giveUp(reason) {
    root.classList.remove("scripted");
    root.dataset.drawn = "table";
    byId("why").textContent = reason;
  }

  root.classList.add("scripted");
  readColours();
  return { data, root, SIGNS, MARKS, byId, el, name, plural, toDay, told, colours, mixed, state, within, wholePeriod,
    watchers, sign, said, list, share, show, legend, period, search, themes, giveUp, readColours };
})();
