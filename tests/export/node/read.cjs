// Reads networks with libraries of the web and tells what they found.
//
// node read.cjs NODE_MODULES < [{"form": ..., "file": ...}, ...] > [{"nodes": [label, ...], "edges": [[label, label], ...]}, ...]

const fs = require("fs");
const path = require("path");
const { createRequire } = require("module");

const take = createRequire(path.join(path.resolve(process.argv[2]), "any.js"));
const Graph = take("graphology");

function fromGraphology(graph) {
  const label = (node) => graph.getNodeAttribute(node, "label");
  return {
    nodes: graph.mapNodes(label),
    edges: graph.mapEdges((edge, about, source, target) => [label(source), label(target)]),
  };
}

const readers = {
  graphology: (text) => fromGraphology(Graph.from(JSON.parse(text))),
  gexf: (text) => fromGraphology(take("graphology-gexf").parse(Graph, text)),
  graphml: (text) => fromGraphology(take("graphology-graphml").parse(Graph, text)),
  visone: (text) => fromGraphology(take("graphology-graphml").parse(Graph, text)),
  cyjs: (text) => {
    const document = JSON.parse(text);
    const cy = take("cytoscape")({ headless: true, styleEnabled: false, elements: document.elements });
    const label = (node) => node.data("name");
    return {
      nodes: cy.nodes().map(label),
      edges: cy.edges().map((edge) => [label(edge.source()), label(edge.target())]),
    };
  },
  dot: (text) => {
    const [graph] = take("dotparser")(text);
    const labels = new Map();
    // It leaves Graphviz' escape for a backslash as it stands.
    const unescaped = (label) => label.replaceAll("\\\\", "\\");
    for (const one of graph.children.filter((child) => child.type === "node_stmt")) {
      const { eq } = one.attr_list.find((attribute) => attribute.id === "label");
      labels.set(one.node_id.id, unescaped(eq));
    }
    const edges = graph.children.filter((child) => child.type === "edge_stmt");
    return {
      nodes: [...labels.values()],
      edges: edges.map((edge) => edge.edge_list.map((end) => labels.get(end.id))),
    };
  },
};

const asked = JSON.parse(fs.readFileSync(0, "utf-8"));
const found = asked.map(({ form, file }) => readers[form](fs.readFileSync(file, "utf-8")));
process.stdout.write(JSON.stringify(found));
