/* Draws the neighbourhood that the page carries as JSON, and keeps drawing, list, legend and card in step.
   The table on the same address says the same; nothing here is needed to read the page.

   <script type="application/json" id="graaf">{"nodes": […], "edges": […], "options": {…}, "centre": id, "kinds": {css: word}}
   A node may carry url (its page), expand (the address that shows its neighbours), and name and about, which the card
   of the chosen node shows instead of its label and the word for its kind. */
(() => {
  "use strict";
  const block = document.getElementById("graaf");
  const canvas = document.getElementById("net");
  if (!block || !canvas || !window.vis) return;
  const data = JSON.parse(block.textContent);
  for (const part of document.querySelectorAll("[data-with-script]")) part.hidden = false;
  for (const part of document.querySelectorAll("[data-without-script]")) part.hidden = true;
  const LARGE = 100;
  const NARROW = 500;
  // the drawing measures its labels once, so the typeface must be there first
  document.fonts.load("17px 'Source Sans 3'").finally(start);

  function start() {
    const nodes = new vis.DataSet(data.nodes);
    const edges = new vis.DataSet(data.edges);
    const options = structuredClone(data.options);
    if (data.nodes.length > LARGE) {
      options.layout = { ...options.layout, improvedLayout: false };
      options.edges = { ...options.edges, smooth: false };
    }
    const network = new vis.Network(canvas, { nodes, edges }, options);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const motion = calm ? false : { duration: 300 };
    const buttons = [...document.querySelectorAll("[data-node]")];
    const card = {
      box: document.getElementById("gekozen-kaart"),
      name: document.getElementById("gekozen-naam"),
      text: document.getElementById("gekozen-tekst"),
      open: document.getElementById("gekozen-open"),
      more: document.getElementById("gekozen-toon"),
    };
    const centre = data.centre ?? (data.nodes[0] && data.nodes[0].id);

    function fill(id) {
      if (!card.box) return;
      const node = nodes.get(id);
      const button = buttons.find((each) => each.dataset.node === String(id));
      const count = network.getConnectedEdges(id).length;
      const lines = (count === 1 ? card.box.dataset.one : card.box.dataset.many).replace("{n}", String(count));
      const kind = node.about || (data.kinds || {})[node.group];
      card.name.textContent = node.name || node.label;
      card.text.textContent = kind ? `${kind}. ${lines}` : lines;
      follow(card.open, node.url || (button && button.dataset.url));
      follow(card.more, node.expand || (button && button.dataset.expand));
    }
    function follow(link, url) {
      if (!link) return;
      link.hidden = !url;
      if (url) link.setAttribute("href", url);
    }
    function show(id) {
      if (id === undefined || !nodes.get(id)) return;
      network.selectNodes([id]);
      const near = new Set(network.getConnectedNodes(id)).add(id);
      nodes.update(nodes.get().map((node) => ({
        id: node.id,
        opacity: near.has(node.id) ? 1 : 0.6,
        font: { color: near.has(node.id) ? "#1c2b2d" : "#4f4a43" },
      })));
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.node === String(id)));
      fill(id);
    }
    function bring(id) {
      const at = network.canvasToDOM(network.getPosition(id));
      const inside = at.x > 40 && at.y > 40 && at.x < canvas.clientWidth - 40 && at.y < canvas.clientHeight - 40;
      if (!inside) network.focus(id, { scale: network.getScale(), animation: motion });
    }
    // what is left out stands in the address, also in those that lead on from here
    function remember() {
      const off = [...document.querySelectorAll("button[data-kind][aria-pressed='false']")].map((each) => each.dataset.kind);
      const here = new URL(window.location.href);
      const changed = (address) => {
        const url = new URL(address, here);
        if (url.pathname !== here.pathname) return address;
        if (off.length) url.searchParams.set("zonder", off.join(","));
        else url.searchParams.delete("zonder");
        return url.pathname + url.search;
      };
      window.history.replaceState(null, "", changed(here.href));
      for (const link of document.querySelectorAll("main a[href]")) link.setAttribute("href", changed(link.getAttribute("href")));
      for (const button of buttons) if (button.dataset.expand) button.dataset.expand = changed(button.dataset.expand);
      nodes.update(nodes.get().filter((node) => node.expand).map((node) => ({ id: node.id, expand: changed(node.expand) })));
    }
    const idOf = (button) => data.nodes.find((node) => String(node.id) === button.dataset.node)?.id;

    network.once("stabilizationIterationsDone", () => {
      network.setOptions({ physics: false });
      network.fit({ animation: false });
      if (canvas.clientWidth < NARROW && centre !== undefined) network.focus(centre, { scale: 0.7 });
      else network.moveTo({ scale: network.getScale() * 0.94 });
      show(centre);
      canvas.dataset.ready = "true";
    });
    network.on("selectNode", (event) => show(event.nodes[0]));
    network.on("doubleClick", (event) => {
      const node = event.nodes.length && nodes.get(event.nodes[0]);
      if (node && node.expand) window.location.assign(node.expand);
    });
    for (const button of buttons) {
      button.addEventListener("click", () => { show(idOf(button)); bring(idOf(button)); });
    }
    for (const toggle of document.querySelectorAll("button[data-kind]")) {
      toggle.addEventListener("click", (event) => {
        event.preventDefault();
        const on = toggle.getAttribute("aria-pressed") !== "true";
        toggle.setAttribute("aria-pressed", String(on));
        remember();
        const same = nodes.get({ filter: (node) => node.group === toggle.dataset.kind && node.id !== data.centre });
        nodes.update(same.map((node) => ({ id: node.id, hidden: !on })));
        const ids = new Set(same.map((node) => String(node.id)));
        for (const button of buttons) if (ids.has(button.dataset.node)) button.parentElement.hidden = !on;
      });
    }
    for (const button of document.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => {
        if (button.dataset.zoom === "fit") network.fit({ animation: motion });
        else network.moveTo({ scale: network.getScale() * (button.dataset.zoom === "in" ? 1.25 : 0.8), animation: motion });
      });
    }
  }
})();
