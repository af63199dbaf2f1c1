"use strict";
// The network on a canvas: WebGL discs and arrows by sigma, names on a layer of our own that never overlap.
(() => {
  const { data, root, SIGNS, byId, el, name, plural, toDay, colours, mixed, state, within, sign, said, list, share } = view;
  const begun = performance.now();
  const nodes = data.nodes.map(([label, kind, x, y, activity]) => ({ label, kind, x, y, activity }));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const stage = byId("stage");
  const short = (label) => (label.length > 30 ? `${label.slice(0, 29).trimEnd()}…` : label);

  // One arrow a pair; its ties are counted anew when a filter changes.
  const pairs = [];
  const places = new Map();
  const touching = nodes.map(() => []);
  const ties = data.ties.map(([source, target, which, weight, statements, day]) => {
    const key = data.directed ? `${source} ${target}` : `${Math.min(source, target)} ${Math.max(source, target)}`;
    if (!places.has(key)) {
      places.set(key, pairs.length);
      touching[source].push(pairs.length);
      if (source !== target) touching[target].push(pairs.length);
      pairs.push({ source, target, ties: [], counts: {}, weight: 0, sign: "none" });
    }
    const tie = { which: SIGNS[which], weight, statements, day: toDay(day) };
    pairs[places.get(key)].ties.push(tie);
    return tie;
  });
  function count() {
    for (const node of nodes) node.seen = 0;
    for (const pair of pairs) {
      pair.weight = 0;
      pair.counts = {};
      for (const tie of pair.ties) {
        if (!state.signs.has(tie.which) || !within(tie.day)) continue;
        pair.weight += tie.weight;
        pair.counts[tie.which] = (pair.counts[tie.which] || 0) + tie.weight;
      }
      const { negative, positive, mixed: both } = pair.counts;
      pair.sign = both || (negative && positive) ? "mixed" : negative ? "negative" : positive ? "positive" : "none";
      nodes[pair.source].seen += pair.weight;
      if (pair.target !== pair.source) nodes[pair.target].seen += pair.weight;
    }
  }

  const graph = new graphology.MultiGraph({ type: data.directed ? "directed" : "undirected" });
  const crowded = pairs.length > 1500;
  const widest = nodes.length > 1000 ? 8 : nodes.length > 150 ? 13 : 18;
  const least = nodes.length > 1000 ? 1.3 : nodes.length > 150 ? 3 : 5;
  const most = nodes.reduce((found, node) => Math.max(found, node.activity), 1);
  // The layout is about square; a wide window is filled.
  const stretch = Math.max(0.8, Math.min(1.5, stage.clientWidth / Math.max(1, stage.clientHeight)));
  nodes.forEach((node, at) => {
    node.size = least + (widest - least) * Math.sqrt(node.activity / most);
    graph.addNode(at, { x: node.x * stretch, y: -node.y, size: node.size });
  });
  pairs.forEach((pair, at) => {
    if (pair.source === pair.target) return;
    // Curves keep both directions apart, but thousands of them cost more than they tell: then only those lit are bent.
    const type = data.directed && !crowded ? "curved" : "line";
    graph.addEdgeWithKey(at, pair.source, pair.target, { type, curvature: 0.16 });
  });

  let focus = null; // {node} or {pair}: what the pointer is on, else what was chosen
  let chosen = null;
  let lit = null;
  function relight() {
    const about = focus || chosen;
    if (!about) lit = null;
    else if (about.pair !== undefined) {
      const pair = pairs[about.pair];
      lit = { nodes: new Set([pair.source, pair.target]), pairs: new Set([about.pair]) };
    } else {
      const shown = touching[about.node].filter((at) => pairs[at].weight);
      lit = { nodes: new Set([about.node]), pairs: new Set(shown) };
      for (const at of shown) lit.nodes.add(pairs[at].source).add(pairs[at].target);
    }
  }

  function nodeLook(id, attributes) {
    const at = Number(id);
    const colour = colours.kinds[nodes[at].kind];
    const dim = (lit && !lit.nodes.has(at)) || (!nodes[at].seen && nodes[at].activity);
    const size = dim && crowded ? attributes.size * 0.6 : attributes.size;
    return { ...attributes, size, color: dim ? mixed(colour, colours.card, 0.85) : colour, zIndex: dim ? 0 : 2 };
  }
  function edgeLook(id, attributes) {
    const at = Number(id);
    const pair = pairs[at];
    if (!pair.weight) return { ...attributes, hidden: true };
    const isLit = lit && lit.pairs.has(at);
    if (lit && !isLit && crowded) return { ...attributes, hidden: true };
    const wide = Math.min(1.5 + 0.9 * Math.sqrt(pair.weight), 7);
    const paleness = isLit ? 0 : lit ? 0.86 : crowded ? 0.55 : 0.2;
    return { ...attributes, type: isLit && data.directed ? "curved" : attributes.type, size: isLit ? wide + 0.8 : crowded ? Math.min(wide, 1.6) * 0.7 : wide,
      color: mixed(colours[pair.sign], colours.card, paleness), zIndex: isLit ? 2 : pair.sign === "none" ? 0 : 1 };
  }

  function curves() {
    const made = {};
    const ask = (module) => (module === "sigma/rendering" ? Sigma.rendering : Sigma.utils);
    edgeCurveModule(made, ask);
    return made.createEdgeCurveProgram({
      arrowHead: { extremity: "target", lengthToThicknessRatio: 3.4, widenessToThicknessRatio: 2.8 },
    });
  }

  let renderer;
  function draw() {
    const old = renderer;
    renderer = new Sigma(graph, byId("net"), {
      edgeProgramClasses: data.directed ? { curved: curves() } : {},
      defaultEdgeType: "line",
      renderLabels: false, renderEdgeLabels: false, enableEdgeEvents: !crowded,
      defaultDrawNodeHover: () => {}, zIndex: true, minEdgeThickness: crowded ? 0.6 : 1.2, stagePadding: 46,
      minCameraRatio: 0.01, maxCameraRatio: 4, allowInvalidContainer: true, hideEdgesOnMove: pairs.length > 40000,
      nodeReducer: nodeLook, edgeReducer: edgeLook,
    });
    if (old) old.kill();
    listen();
  }

  // Ties of an actor with itself: open rings beside its disc, on our own layer, since the renderer draws none.
  const loops = pairs.map((_, at) => at).filter((at) => pairs[at].source === pairs[at].target);
  function ringOf(at) {
    const shown = renderer.getNodeDisplayData(pairs[at].source);
    const { x, y } = renderer.framedGraphToViewport(shown);
    const size = renderer.scaleSize(shown.size);
    const wide = Math.max(6, size * 0.8);
    const off = (size + wide * 0.55) * Math.SQRT1_2;
    return { x: x + off, y: y - off, wide };
  }
  function rings() {
    let drawn = 0;
    for (const at of loops) {
      const pair = pairs[at];
      const isLit = lit && lit.pairs.has(at);
      if (!pair.weight || (crowded && !isLit)) continue;
      const { x, y, wide } = ringOf(at);
      pen.beginPath();
      // Open towards the disc, which is down and left of it.
      pen.arc(x, y, wide, Math.PI * 0.75 + 0.85, Math.PI * 0.75 - 0.85);
      pen.lineWidth = Math.min(1.5 + 0.9 * Math.sqrt(pair.weight), 5);
      pen.strokeStyle = mixed(colours[pair.sign], colours.card, isLit ? 0 : lit ? 0.86 : 0.2);
      pen.stroke();
      drawn += 1;
    }
    root.dataset.loops = String(drawn);
  }
  /** The ring under a point, if there is one. */
  const ringAt = ({ x, y }) => loops.find((at) => {
    if (!pairs[at].weight || crowded) return false;
    const ring = ringOf(at);
    return Math.abs(Math.hypot(x - ring.x, y - ring.y) - ring.wide) < 5;
  });

  // Names: those of what is lit first, then the largest discs; a name that finds no free place waits for a nearer view.
  const layer = byId("labels");
  const pen = layer.getContext("2d");
  const order = nodes.map((_, at) => at).sort((a, b) => nodes[b].size - nodes[a].size || a - b);
  function names() {
    const { width, height } = renderer.getDimensions();
    const sharp = window.devicePixelRatio || 1;
    if (layer.width !== width * sharp || layer.height !== height * sharp) {
      layer.width = width * sharp;
      layer.height = height * sharp;
    }
    pen.setTransform(sharp, 0, 0, sharp, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    rings();
    const seen = [];
    const room = grid(width, height);
    // No name under the buttons.
    room.take([width - 48, height - 122, width, height]);
    for (const at of order) {
      const shown = renderer.getNodeDisplayData(at);
      const { x, y } = renderer.framedGraphToViewport(shown);
      const size = renderer.scaleSize(shown.size);
      if (x < -20 || y < -20 || x > width + 20 || y > height + 20) continue;
      seen.push({ at, x, y, size });
    }
    const about = focus || chosen;
    const first = about && about.node !== undefined ? about.node : -1;
    const wanted = lit ? seen.filter((one) => lit.nodes.has(one.at)) : seen.filter((one) => nodes[one.at].seen || !nodes[one.at].activity);
    wanted.sort((a, b) => (b.at === first) - (a.at === first));
    // Names keep off the largest discs; over small ones they stay legible.
    for (const { x, y, size } of wanted.slice(0, crowded ? 50 : 300)) room.take([x - size, y - size, x + size, y + size]);
    let written = 0;
    const limit = lit ? 80 : crowded && renderer.getCamera().ratio > 0.6 ? 45 : 140;
    for (const one of wanted.slice(0, 500)) {
      if (written >= limit) break;
      if (write(one, room, one.at === first)) written += 1;
    }
    root.dataset.labels = String(written);
  }
  function write(one, room, always) {
    const large = one.size > 9 || always;
    pen.font = `${large ? 600 : 400} ${large ? 13 : 12}px system-ui, "Noto Sans", sans-serif`;
    const text = short(nodes[one.at].label);
    const wide = pen.measureText(text).width;
    const gap = one.size + 4;
    const spots = [
      [one.x + gap, one.y], [one.x - wide / 2, one.y + gap + 6], [one.x - gap - wide, one.y], [one.x - wide / 2, one.y - gap - 6],
    ];
    const { width, height } = renderer.getDimensions();
    const boxOf = ([x, y]) => [x - 2, y - 8, x + wide + 2, y + 8];
    const inside = ([left, top, right, bottom]) => left > 0 && top > 0 && right < width && bottom < height;
    const spot = spots.find((at) => inside(boxOf(at)) && room.free(boxOf(at))) || (always ? spots[0] : null);
    if (!spot) return false;
    room.take(boxOf(spot));
    pen.strokeStyle = colours.card;
    pen.lineWidth = 4;
    pen.strokeText(text, spot[0], spot[1]);
    pen.fillStyle = colours.ink;
    pen.fillText(text, spot[0], spot[1]);
    return true;
  }
  /** Boxes that are taken, in cells of 40 pixels. */
  function grid(width, height) {
    const cell = 40;
    const across = Math.ceil(width / cell) + 2;
    const taken = new Map();
    const cells = ([left, top, right, bottom], visit) => {
      for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1)
        for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1)
          if (visit(y * across + x)) return true;
      return false;
    };
    const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    return {
      take: (box) => cells(box, (at) => { taken.has(at) ? taken.get(at).push(box) : taken.set(at, [box]); return false; }),
      free: (box) => !cells(box, (at) => (taken.get(at) || []).some((other) => meet(box, other))),
    };
  }

  const tip = byId("tip");
  function hint(event, ...children) {
    if (!event) { tip.hidden = true; return; }
    tip.replaceChildren(...children);
    tip.hidden = false;
    const { width, height } = renderer.getDimensions();
    tip.style.left = `${Math.max(4, Math.min(event.x + 14, width - tip.offsetWidth - 6))}px`;
    tip.style.top = `${Math.max(4, Math.min(event.y + 14, height - tip.offsetHeight - 6))}px`;
  }
  function look(about) {
    focus = about;
    redraw();
  }
  const asked = (pair) => [name(short(nodes[pair.source].label)), ` ${data.signs[pair.sign]} `, name(short(nodes[pair.target].label))];
  const amount = (weight) => (data.counts ? plural(weight, "statement") : `weight ${Number(weight.toPrecision(4))}`);
  function listen() {
    renderer.on("afterRender", names);
    renderer.on("enterNode", ({ node, event }) => {
      const about = nodes[node];
      look({ node: Number(node) });
      hint(event, name(about.label), el("div", {}, `${data.kinds[about.kind][0]}, ${amount(about.seen)}`));
      stage.style.cursor = "pointer";
    });
    renderer.on("leaveNode", () => { look(null); hint(null); stage.style.cursor = ""; });
    renderer.on("enterEdge", ({ edge, event }) => {
      if (focus && focus.node !== undefined) return;
      look({ pair: Number(edge) });
      hint(event, ...asked(pairs[edge]), el("div", {}, amount(pairs[edge].weight)));
      stage.style.cursor = "pointer";
    });
    renderer.on("leaveEdge", () => { if (focus && focus.pair !== undefined) look(null); hint(null); stage.style.cursor = ""; });
    renderer.on("clickNode", ({ node }) => chooseNode(Number(node)));
    renderer.on("clickEdge", ({ edge }) => choosePair(Number(edge)));
    renderer.on("clickStage", ({ event }) => {
      const loop = ringAt(event);
      if (loop === undefined) overview();
      else choosePair(loop);
    });
  }

  // The panel: who is busiest, one actor with its ties, one tie with its statements.
  const pickNode = (at, counted) => el("li", {}, el("button", { class: "pick", type: "button", onclick: () => visit(at) },
    el("span", { class: "dot", colour: `var(--kind-${data.kinds[nodes[at].kind][1]})` }), name(nodes[at].label),
    el("span", { class: "count" }, counted)));
  const figure = (weight) => (data.counts ? weight.toLocaleString("en") : String(Number(weight.toPrecision(3))));
  function overview() {
    chosen = null;
    redraw();
    const busy = order.filter((at) => nodes[at].seen).sort((a, b) => nodes[b].seen - nodes[a].seen || a - b);
    view.show(null,
      el("p", { class: "soft small" }, data.directed
        ? "An arrow runs from the speaker to whom the words are about. Choose an actor or an arrow to read them."
        : "Choose an actor or a tie to see what is behind it."),
      busy.length ? el("h3", {}, "Most active") : el("p", {}, "Nothing fits these filters."),
      list(busy, (at) => pickNode(at, figure(nodes[at].seen)), 25));
  }
  function chooseNode(at) {
    chosen = { node: at };
    focus = null;
    redraw();
    const about = nodes[at];
    const shown = touching[at].filter((place) => pairs[place].weight);
    const counts = {};
    for (const place of shown)
      for (const which of SIGNS) counts[which] = (counts[which] || 0) + (pairs[place].counts[which] || 0);
    const heavy = (places) => places.sort((a, b) => pairs[b].weight - pairs[a].weight || a - b);
    const out = heavy(shown.filter((place) => pairs[place].source === at));
    const into = heavy(shown.filter((place) => pairs[place].target === at && pairs[place].source !== at));
    const tied = (place, other) => {
      const parts = [sign(pairs[place].sign), name(nodes[other].label)];
      // Read as a sentence: "opposes Kestria" of whom one speaks about, "Kestria opposes" of who speaks.
      if (data.directed && other === pairs[place].source && other !== at) parts.reverse();
      parts.push(el("span", { class: "count" }, figure(pairs[place].weight)));
      return el("li", {}, el("button", { class: "pick", type: "button", onclick: () => choosePair(place, at) }, ...parts));
    };
    const all = data.directed ? [] : [...out, ...into];
    view.show(["All actors", overview], el("h2", {}, name(about.label)),
      el("p", { class: "soft small" }, `${data.kinds[about.kind][0]}, ${amount(about.seen)}`), share(counts),
      data.directed && out.length ? el("h3", {}, "Speaks about") : null,
      data.directed ? list(out, (place) => tied(place, pairs[place].target)) : null,
      data.directed && into.length ? el("h3", {}, "Spoken about by") : null,
      data.directed ? list(into, (place) => tied(place, pairs[place].source)) : null,
      data.directed ? null : list(heavy(all), (place) => tied(place, pairs[place].source === at ? pairs[place].target : pairs[place].source)));
  }
  function choosePair(place, from) {
    chosen = { pair: place };
    focus = null;
    redraw();
    const pair = pairs[place];
    const items = [];
    for (const tie of pair.ties) {
      if (!state.signs.has(tie.which) || !within(tie.day)) continue;
      for (const statement of tie.statements) items.push([statement, tie]);
    }
    items.sort((a, b) => (a[1].day ?? 1e9) - (b[1].day ?? 1e9) || a[0] - b[0]);
    const other = data.directed ? places.get(`${pair.target} ${pair.source}`) : undefined;
    const back = from === undefined ? ["All actors", overview] : [short(nodes[from].label), () => chooseNode(from)];
    view.show(back, el("h2", {}, name(nodes[pair.source].label), " ", sign(pair.sign), " ", name(nodes[pair.target].label)),
      el("p", { class: "soft small" }, amount(pair.weight)), share(pair.counts),
      list(items, ([statement, tie]) => said(statement, tie.which)),
      items.length ? null : el("p", { class: "soft" }, "The statements behind this tie are not in this file."),
      other !== undefined && other !== place && pairs[other].weight
        ? el("button", { class: "pick", type: "button", onclick: () => choosePair(other, from) },
            el("bdi", {}, "The other direction: "), el("span", { class: "count" }, amount(pairs[other].weight)))
        : null);
  }
  const camera = () => renderer.getCamera();
  const move = (to, ms = 350) => (still ? camera().setState({ ...camera().getState(), ...to }) : camera().animate(to, { duration: ms }));
  function visit(at) {
    chooseNode(at);
    const { x, y } = renderer.getNodeDisplayData(at);
    move({ x, y, ratio: Math.min(camera().ratio, nodes.length > 300 ? 0.35 : 0.8) });
  }
  function redraw() {
    relight();
    // Where ties change from straight to bent, they are sorted anew.
    renderer.refresh({ skipIndexation: !crowded });
  }
  function recount() {
    count();
    redraw();
    if (!chosen) overview();
    else if (chosen.node !== undefined) chooseNode(chosen.node);
    else choosePair(chosen.pair);
  }

  const zoom = (factor) => move({ ratio: camera().ratio * factor }, 180);
  const fit = () => move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  byId("nearer").addEventListener("click", () => zoom(1 / 1.5));
  byId("farther").addEventListener("click", () => zoom(1.5));
  byId("fit").addEventListener("click", fit);
  stage.addEventListener("keydown", (event) => {
    const step = 0.12 * camera().ratio;
    const { x, y } = camera().getState();
    const does = {
      ArrowLeft: () => move({ x: x - step }, 120), ArrowRight: () => move({ x: x + step }, 120),
      ArrowUp: () => move({ y: y + step }, 120), ArrowDown: () => move({ y: y - step }, 120),
      "+": () => zoom(1 / 1.5), "=": () => zoom(1 / 1.5), "-": () => zoom(1.5), 0: fit,
    }[event.key];
    if (!does || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    does();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") overview(); });

  view.period(ties.map((tie) => tie.day));
  count();
  view.legend(pairs.some((pair) => pair.sign === "mixed"));
  try {
    draw();
  } catch (failed) {
    view.giveUp("This browser draws no WebGL; the table says the same.");
    byId("table").hidden = true;
    console.warn(failed);
    return;
  }
  view.search(nodes.map((node) => node.label), visit);
  view.themes();
  byId("empty").hidden = nodes.length > 0;
  let waiting = 0;
  view.watchers.push((what) => {
    if (what === "theme") redraw();
    else if (what === "size") renderer.resize(true).refresh();
    else if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; recount(); });
  });
  overview();
  requestAnimationFrame(() => requestAnimationFrame(() => {
    root.dataset.drawn = "network";
    root.dataset.ms = String(Math.round(performance.now() - begun));
  }));
  window.networkView = { renderer: () => renderer, nodes, pairs, lit: () => lit };
})();
