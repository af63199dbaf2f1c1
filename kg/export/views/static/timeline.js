"use strict";
// Statements over time on a canvas: one row an actor, one mark a statement; only the rows in sight are drawn.
(() => {
  const { data, root, SIGNS, byId, el, name, plural, toDay, told, colours, state, within, sign, said, list, share } = view;
  const begun = performance.now();
  let ROW = 34; // height of a row: more where there are few
  const AXIS = 30;
  const EDGE = 22; // free space left and right of the marks, in pixels
  const UNDATED = 74; // the column of statements without a day
  const lanes = byId("lanes");
  const field = byId("field");
  const canvas = byId("marks");
  const pen = canvas.getContext("2d");
  const scale = byId("axis").getContext("2d");
  const marks = data.marks.map(([actor, statement, day, towards]) => ({ actor, statement, day: toDay(day), towards }));
  const changes = data.changes.map(([actor, target, earlier, later, before, after]) =>
    ({ actor, target, earlier, later, before: SIGNS[before], after: SIGNS[after] }));
  const dayOf = new Map(marks.map((mark) => [mark.statement, mark.day]));
  const hasUndated = marks.some((mark) => mark.day === null);
  let towards = -1;
  let rows = []; // {actor, bins: [{x, marks, counts}]} of the actors shown
  let at = null; // {row, bin}: the mark under the pointer or the keys
  let turning = new Map(); // actor -> its changes that are shown

  function signOf(mark) {
    const sides = new Set();
    for (const [target, which] of mark.towards) if (towards < 0 || target === towards) sides.add(SIGNS[which]);
    sides.delete("none");
    return sides.size > 1 ? "mixed" : sides.size ? [...sides][0] : "none";
  }
  const isShown = (mark) => within(mark.day) && (towards < 0 || mark.towards.some(([target]) => target === towards))
    && state.signs.has(signOf(mark));

  let width = 0;
  let height = 0;
  const hasColumn = () => hasUndated && view.wholePeriod();
  function xOf(day) {
    if (day === null) return UNDATED / 2;
    const left = (hasColumn() ? UNDATED : 0) + EDGE;
    const span = Math.max(1, state.to - state.from);
    return state.to === state.from ? (left + width - EDGE) / 2 : left + ((day - state.from) / span) * (width - EDGE - left);
  }

  function arrange() {
    const byActor = new Map();
    for (const mark of marks) {
      if (!isShown(mark)) continue;
      if (!byActor.has(mark.actor)) byActor.set(mark.actor, []);
      byActor.get(mark.actor).push(mark);
    }
    rows = data.actors.map((_, actor) => ({ actor, shown: byActor.get(actor) || [] })).filter((row) => row.shown.length);
    for (const row of rows) {
      const bins = new Map();
      for (const mark of row.shown) {
        const key = mark.day === null ? "none" : Math.round(xOf(mark.day) / 11);
        if (!bins.has(key)) bins.set(key, []);
        bins.get(key).push(mark);
      }
      row.bins = [...bins.values()].map((found) => {
        found.sort((a, b) => (a.day ?? 0) - (b.day ?? 0) || a.statement - b.statement);
        const counts = {};
        for (const mark of found) counts[signOf(mark)] = (counts[signOf(mark)] || 0) + 1;
        const x = found.reduce((sum, mark) => sum + xOf(mark.day), 0) / found.length;
        return { x, marks: found, counts };
      }).sort((a, b) => a.x - b.x);
    }
    turning = new Map();
    for (const change of changes) {
      if (towards >= 0 && change.target !== towards) continue;
      if (!within(dayOf.get(change.earlier)) || !within(dayOf.get(change.later))) continue;
      if (!state.signs.has(change.before) || !state.signs.has(change.after)) continue;
      if (!turning.has(change.actor)) turning.set(change.actor, []);
      turning.get(change.actor).push(change);
    }
    at = null;
    ROW = Math.max(34, Math.min(58, Math.floor((lanes.clientHeight - AXIS - 2) / Math.max(1, rows.length))));
    root.style.setProperty("--row", `${ROW}px`);
    const names = byId("names");
    names.replaceChildren(...rows.map((row) => {
      const [label, kind] = data.actors[row.actor];
      return el("li", {}, el("button", { type: "button", title: label, onclick: () => actor(row.actor) },
        el("span", { class: "dot", colour: `var(--kind-${data.kinds[kind][1]})` }), name(label),
        el("span", { class: "count" }, row.shown.length.toLocaleString("en"))));
    }));
    field.style.height = `${Math.max(rows.length * ROW, lanes.clientHeight - AXIS - 1)}px`;
    byId("empty").hidden = rows.length > 0;
  }

  function fitted(target, context, wide, high) {
    const sharp = window.devicePixelRatio || 1;
    if (target.width !== Math.round(wide * sharp) || target.height !== Math.round(high * sharp)) {
      target.width = Math.round(wide * sharp);
      target.height = Math.round(high * sharp);
    }
    context.setTransform(sharp, 0, 0, sharp, 0, 0);
    context.clearRect(0, 0, wide, high);
  }
  function measure() {
    width = field.clientWidth;
    height = Math.max(40, lanes.clientHeight - AXIS);
    canvas.style.height = `${height}px`;
  }

  /** Ends of years, quarters, months, weeks or days: the finest that leaves room for its words. */
  function ticks() {
    const span = Math.max(1, state.to - state.from);
    const room = Math.max(1, (xOf(state.to) - xOf(state.from)) / span);
    const found = [];
    const stepDays = [1, 2, 7, 14].find((step) => step * room >= 62);
    if (stepDays) {
      for (let day = state.from; day <= state.to; day += stepDays) found.push([day, told(day).replace(/ \d+$/, "")]);
      return found;
    }
    const months = [1, 3, 6, 12, 24, 60, 120, 240].find((step) => step * 30 * room >= 62) || 600;
    const first = new Date(state.from * 86400000);
    let month = first.getUTCFullYear() * 12 + first.getUTCMonth();
    month += (months - (month % months)) % months;
    for (; ; month += months) {
      const day = Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86400000);
      if (day > state.to) break;
      const text = told(day).slice(2);
      if (day >= state.from) found.push([day, months >= 12 ? text.slice(-4) : text]);
    }
    return found;
  }

  function draw() {
    measure();
    fitted(canvas, pen, width, height);
    fitted(byId("axis"), scale, width, AXIS);
    const top = lanes.scrollTop;
    scale.font = "12px system-ui, sans-serif";
    scale.textBaseline = "middle";
    scale.textAlign = "center";
    scale.fillStyle = colours.soft;
    pen.lineWidth = 1;
    if (state.first !== null) {
      for (const [day, text] of ticks()) {
        const x = Math.round(xOf(day)) + 0.5;
        pen.strokeStyle = colours.faint;
        line(pen, x, 0, x, height);
        const half = scale.measureText(text).width / 2;
        if (x - half > (hasColumn() ? UNDATED : 0) && x + half < width) scale.fillText(text, x, AXIS / 2);
      }
    }
    if (hasColumn()) {
      scale.fillText("no day", UNDATED / 2, AXIS / 2);
      pen.strokeStyle = colours.line;
      line(pen, UNDATED + 0.5, 0, UNDATED + 0.5, height);
    }
    const first = Math.max(0, Math.floor(top / ROW));
    const last = Math.min(rows.length - 1, Math.ceil((top + height) / ROW));
    let drawn = 0;
    for (let place = first; place <= last; place += 1) {
      const row = rows[place];
      const y = place * ROW - top + ROW / 2;
      pen.strokeStyle = colours.faint;
      line(pen, 0, Math.round(y + ROW / 2) - 0.5, width, Math.round(y + ROW / 2) - 0.5);
      for (const bin of row.bins) drawn += mark(bin, y, at && at.bin === bin);
      for (const change of turning.get(row.actor) || []) turn(row, change, y);
    }
    root.dataset.marks = String(drawn);
    root.dataset.rows = String(rows.length);
  }
  function line(context, x, y, toX, toY) {
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(toX, toY);
    context.stroke();
  }
  /** One disc a sign, one above the other; where several statements share it, it is larger and says how many. */
  function mark(bin, y, isLit) {
    const signs = SIGNS.filter((which) => bin.counts[which]);
    const radii = signs.map((which) => (bin.counts[which] > 1 ? 6.5 + Math.min(2.5, 0.8 * Math.log2(bin.counts[which] / 2)) : 4.5));
    const high = radii.reduce((sum, radius) => sum + 2 * radius, 0);
    const squeeze = Math.min(1, (ROW - 4) / high);
    let top = y - (high * squeeze) / 2;
    let drawn = 0;
    signs.forEach((which, place) => {
      const count = bin.counts[which];
      const radius = radii[place];
      const middle = top + radius * squeeze;
      top += 2 * radius * squeeze;
      pen.beginPath();
      pen.arc(bin.x, middle, radius, 0, 2 * Math.PI);
      pen.fillStyle = colours[which];
      pen.fill();
      pen.strokeStyle = isLit ? colours.ink : colours.card;
      pen.lineWidth = isLit ? 2 : 1;
      pen.stroke();
      if (count > 1) {
        pen.font = `600 ${count > 99 ? 7 : 9}px system-ui, sans-serif`;
        pen.textAlign = "center";
        pen.textBaseline = "middle";
        pen.fillStyle = colours.card;
        pen.fillText(count > 99 ? "99+" : String(count), bin.x, middle + 0.5);
      }
      drawn += 1;
    });
    pen.lineWidth = 1;
    return drawn;
  }
  const binOf = (row, statement) => row.bins.find((bin) => bin.marks.some((one) => one.statement === statement));
  function turn(row, change, y) {
    const [from, to] = [binOf(row, change.earlier), binOf(row, change.later)];
    if (!from || !to) return;
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 1.2;
    if (from !== to) {
      pen.setLineDash([3, 3]);
      pen.beginPath();
      pen.moveTo(from.x + 8, y - ROW / 4);
      pen.quadraticCurveTo((from.x + to.x) / 2, y - ROW / 2 - 4, to.x - 9, y - ROW / 6);
      pen.stroke();
      pen.setLineDash([]);
    }
    pen.lineWidth = 1.6;
    pen.beginPath();
    const reach = Math.min(ROW / 2 - 1, 20);
    for (const [x, down] of [[0, -reach], [13, 0], [0, reach], [-13, 0]]) pen.lineTo(to.x + x, y + down);
    pen.closePath();
    pen.stroke();
    pen.lineWidth = 1;
  }

  function under(event) {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const place = Math.floor((y + lanes.scrollTop) / ROW);
    const row = rows[place];
    if (!row) return null;
    let best = null;
    for (const bin of row.bins)
      if (Math.abs(bin.x - x) < 10 && (!best || Math.abs(bin.x - x) < Math.abs(best.x - x))) best = bin;
    return best ? { place, row, bin: best } : null;
  }
  const tip = byId("tip");
  function hint(found, event) {
    if (!found) { tip.hidden = true; return; }
    const { marks: inBin } = found.bin;
    const words = data.statements[inBin[0].statement][1] || "";
    tip.replaceChildren(name(data.actors[found.row.actor][0]),
      el("div", {}, inBin.length > 1 ? plural(inBin.length, "statement") : words.length > 140 ? `${words.slice(0, 139)}…` : words));
    tip.hidden = false;
    const box = byId("stage").getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(event.clientX - box.left + 14, box.width - tip.offsetWidth - 6))}px`;
    tip.style.top = `${Math.max(4, Math.min(event.clientY - box.top + 14, box.height - tip.offsetHeight - 6))}px`;
  }
  canvas.addEventListener("pointermove", (event) => {
    const found = under(event);
    canvas.style.cursor = found ? "pointer" : "";
    if ((found && found.bin) !== (at && at.bin)) { at = found; light(); draw(); }
    hint(found, event);
  });
  canvas.addEventListener("pointerleave", () => { at = null; light(); hint(null); draw(); });
  canvas.addEventListener("click", (event) => { const found = under(event); if (found) read(found); else overview(); });
  function light() {
    [...byId("names").children].forEach((item, place) => item.classList.toggle("lit", Boolean(at) && at.place === place));
  }
  canvas.addEventListener("keydown", (event) => {
    const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (event.key === "Enter" && at) return read(at);
    if (!steps || !rows.length) return undefined;
    event.preventDefault();
    const place = at ? Math.max(0, Math.min(rows.length - 1, at.place + steps[0])) : 0;
    const row = rows[place];
    let bin;
    if (!at) bin = row.bins[0];
    else if (steps[0]) bin = row.bins.reduce((one, other) => (Math.abs(other.x - at.bin.x) < Math.abs(one.x - at.bin.x) ? other : one));
    else bin = row.bins[Math.max(0, Math.min(row.bins.length - 1, row.bins.indexOf(at.bin) + steps[1]))];
    at = { place, row, bin };
    if (place * ROW < lanes.scrollTop) lanes.scrollTop = place * ROW;
    if ((place + 1) * ROW > lanes.scrollTop + height) lanes.scrollTop = (place + 1) * ROW - height;
    light();
    draw();
    read(at, true);
    return undefined;
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") overview(); });

  // The panel: changes of position, one actor, or the statements of one mark.
  const statement = (mark) => {
    const about = mark.towards.filter(([, which]) => SIGNS[which] !== "none").map(([target]) => data.targets[target]);
    const all = about.length ? about : mark.towards.map(([target]) => data.targets[target]);
    const notes = changes.filter((change) => change.later === mark.statement && change.actor === mark.actor)
      .map((change) => el("p", { class: "changed" }, "◇ Changed position towards ", name(data.targets[change.target]), ": ",
        sign(change.before), ` until ${told(dayOf.get(change.earlier))}, `, sign(change.after), " from here."));
    return said(mark.statement, signOf(mark), all.join(", "), ...notes);
  };
  const counted = (found) => {
    const counts = {};
    for (const mark of found) counts[signOf(mark)] = (counts[signOf(mark)] || 0) + 1;
    return counts;
  };
  let again = overview;
  function overview() {
    again = overview;
    const shown = [...turning.values()].flat();
    view.show(null,
      el("p", { class: "soft small" }, "A mark is a statement; its colour is the side it takes. Choose a mark or an actor to read the words."),
      el("h3", {}, "Changes of position"),
      shown.length
        ? list(shown, (change) => el("li", {}, el("button", { class: "pick", type: "button", onclick: () => changed(change) },
            el("bdi", {}, name(data.actors[change.actor][0]), " ", sign(change.after), " ", name(data.targets[change.target])),
            el("span", { class: "count" }, told(dayOf.get(change.later))))))
        : el("p", { class: "soft" }, "None among what is shown."));
  }
  function changed(change) {
    again = () => changed(change);
    const both = [change.earlier, change.later].map((wanted) =>
      marks.find((mark) => mark.actor === change.actor && mark.statement === wanted));
    view.show(["All actors", overview], el("h2", {}, name(data.actors[change.actor][0]), " and ", name(data.targets[change.target])), list(both, statement));
    const place = rows.findIndex((row) => row.actor === change.actor);
    if (place >= 0) lanes.scrollTop = Math.max(0, place * ROW - height / 2);
  }
  function actor(which) {
    again = () => actor(which);
    const row = rows.find((one) => one.actor === which);
    const found = row ? [...row.shown].sort((a, b) => (a.day ?? 1e9) - (b.day ?? 1e9) || a.statement - b.statement) : [];
    view.show(["All actors", overview], el("h2", {}, name(data.actors[which][0])),
      el("p", { class: "soft small" }, `${data.kinds[data.actors[which][1]][0]}, ${plural(found.length, "statement")}`),
      share(counted(found)), list(found, statement));
  }
  function read(found, quiet) {
    const { row, bin } = found;
    again = () => actor(row.actor);
    view.show([data.actors[row.actor][0].slice(0, 40), () => actor(row.actor)],
      el("h2", {}, name(data.actors[row.actor][0])), share(bin.counts), list(bin.marks, statement));
    if (!quiet) canvas.focus({ preventScroll: true });
  }
  function visit(which) {
    const place = rows.findIndex((row) => row.actor === which);
    if (place >= 0) lanes.scrollTop = Math.max(0, place * ROW - height / 2 + ROW);
    actor(which);
  }

  const choice = byId("towards");
  choice.append(el("option", { value: "-1" }, "about anyone"),
    ...data.targets.slice(0, 500).map((target, place) => el("option", { value: place }, `about ${target.slice(0, 60)}`)));
  choice.hidden = !data.targets.length;
  choice.addEventListener("change", () => { towards = Number(choice.value); update(); });
  byId("turn").hidden = !changes.length;

  function update() {
    measure();
    arrange();
    draw();
    again();
  }
  view.legend();
  view.period(marks.map((mark) => mark.day));
  view.search(data.actors.map(([label]) => label), visit);
  view.themes();
  let waiting = 0;
  view.watchers.push((what) => {
    if (what === "theme") draw();
    else if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; update(); });
  });
  lanes.addEventListener("scroll", draw);
  new ResizeObserver(() => { measure(); arrange(); draw(); }).observe(lanes);
  update();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    root.dataset.drawn = "timeline";
    root.dataset.ms = String(Math.round(performance.now() - begun));
  }));
  window.timelineView = { rows: () => rows, turning: () => turning };
})();
