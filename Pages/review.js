"use strict";
(() => {
  const root = document.documentElement, body = document.body;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  root.classList.add("js");

  // The two languages of the page.
  byId("language").addEventListener("click", () => {
    root.dataset.language = root.dataset.language === "vi" ? "en" : "vi";
  });

  // On a phone one pane shows at a time.
  const views = { source: byId("to-source"), tree: byId("to-tree") };
  const show = (view) => {
    body.dataset.view = view;
    for (const [name, link] of Object.entries(views)) {
      link.setAttribute("aria-current", String(name === view));
    }
  };
  for (const [name, link] of Object.entries(views)) {
    link.addEventListener("click", (event) => { event.preventDefault(); show(name); window.scrollTo(0, 0); });
  }
  show("source");

  // The tree: one item takes the focus, arrows move it.
  const tree = document.querySelector("[role=tree]");
  const items = all("[role=treeitem]", tree);
  const parent = (item) => item.parentElement.closest("[role=treeitem]");
  const isSeen = (item) => {
    for (let above = parent(item); above; above = parent(above)) {
      if (above.getAttribute("aria-expanded") === "false") return false;
    }
    return true;
  };
  const expand = (item, isOpen) => {
    if (item.hasAttribute("aria-expanded")) item.setAttribute("aria-expanded", String(isOpen));
  };
  const reveal = (item) => {
    for (let above = parent(item); above; above = parent(above)) expand(above, true);
  };
  const focus = (item, moves = true) => {
    for (const other of items) other.tabIndex = other === item ? 0 : -1;
    if (moves) item.focus({ preventScroll: true });
    item.querySelector(".row").scrollIntoView({ block: "nearest" });
  };
  if (items.length) items[0].tabIndex = 0;

  const clear = () => {
    for (const marked of all(".current")) marked.classList.remove("current");
    for (const item of all("[aria-selected=true]", tree)) item.removeAttribute("aria-selected");
  };
  const mark = (item, paragraphs) => {
    clear();
    if (item) {
      item.classList.add("current");
      item.setAttribute("aria-selected", "true");
    }
    for (const paragraph of paragraphs) paragraph.classList.add("current");
  };
  const paragraphsOf = (item) => {
    const own = item.dataset.paragraph && byId("p" + item.dataset.paragraph);
    const node = all("#source [data-node]").filter((p) => p.dataset.node === item.dataset.id);
    return node.length ? node : own ? [own] : [];
  };
  const choose = (item) => {
    const paragraphs = paragraphsOf(item);
    mark(item, paragraphs);
    focus(item);
    if (paragraphs.length) {
      show("source");
      paragraphs[0].scrollIntoView({ block: "center" });
    }
  };
  tree.addEventListener("click", (event) => {
    const item = event.target.closest("[role=treeitem]");
    if (!item) return;
    if (event.target.closest(".twist")) {
      expand(item, item.getAttribute("aria-expanded") !== "true");
      focus(item);
    } else {
      choose(item);
    }
  });
  tree.addEventListener("keydown", (event) => {
    const item = event.target.closest("[role=treeitem]");
    if (!item || event.altKey || event.ctrlKey || event.metaKey) return;
    const seen = items.filter(isSeen);
    const place = seen.indexOf(item);
    const state = item.getAttribute("aria-expanded");
    const steps = {
      ArrowDown: () => focus(seen[Math.min(place + 1, seen.length - 1)]),
      ArrowUp: () => focus(seen[Math.max(place - 1, 0)]),
      Home: () => focus(seen[0]),
      End: () => focus(seen[seen.length - 1]),
      ArrowRight: () => (state === "false" ? expand(item, true) : state && focus(seen[place + 1])),
      ArrowLeft: () => (state === "true" ? expand(item, false) : parent(item) && focus(parent(item))),
      Enter: () => choose(item),
      " ": () => choose(item),
    };
    if (!steps[event.key]) return;
    event.preventDefault();
    steps[event.key]();
  });
  byId("open-all").addEventListener("click", () => items.forEach((item) => expand(item, true)));
  byId("close-all").addEventListener("click", () => items.forEach((item) => expand(item, false)));

  // From the text to the tree, and from a doubt to its place.
  byId("source").addEventListener("click", (event) => {
    const paragraph = event.target.closest("p[data-node]");
    if (!paragraph || !getSelection().isCollapsed) return;
    const item = items.find((one) => one.dataset.id === paragraph.dataset.node);
    if (!item) return;
    reveal(item);
    mark(item, paragraphsOf(item));
    focus(item, false);
  });
  for (const link of all(".doubts a")) link.addEventListener("click", () => show("source"));

  // Kinds of facts, shown and hidden.
  for (const box of all(".legend input")) {
    box.addEventListener("change", () => {
      for (const fact of all("mark." + box.value)) fact.classList.toggle("off", !box.checked);
    });
  }

  // Entries by role and by body.
  const rows = all("#entry-table tbody tr"), filter = document.querySelector(".filters");
  if (filter) {
    const choice = byId("body-filter"), shown = byId("entry-count");
    const apply = () => {
      const roles = new Set(all("input:checked", filter).map((box) => box.value));
      let count = 0;
      for (const row of rows) {
        const isBody = !choice.value || row.dataset.bodies.split("\n").includes(choice.value);
        row.hidden = !(roles.has(row.dataset.role) && isBody);
        if (!row.hidden) count += 1;
      }
      shown.textContent = String(count);
    };
    filter.addEventListener("change", apply);
    filter.addEventListener("submit", (event) => event.preventDefault());
    // The second click on a link changes no address.
    for (const link of all("#entry-table a")) link.addEventListener("click", () => setTimeout(follow));
  }

  // A link from elsewhere leads to an item of the tree and its text.
  const follow = () => {
    const item = byId(location.hash.slice(1))?.closest("#tree [role=treeitem]");
    if (!item) return;
    reveal(item);
    choose(item);
  };
  addEventListener("hashchange", follow);
  if (location.hash) follow();

  // In a site, the ways to the pages before and after this one.
  const site = document.querySelector(".site");
  window.mucluc = (name, pages) => {
    const [, ...neighbours] = pages.find(([page]) => page === site?.dataset.page) ?? [];
    neighbours.forEach((page, place) => {
      const link = byId(place === 0 ? "previous" : "next");
      link.hidden = !page;
      if (page) link.href = site.dataset.root + page;
    });
  };

  // Finding: letters are compared without accents, đ is d.
  const fold = (letter) =>
    letter.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  let index = null;
  const read = () => all("#source .page p, #tree .said").map((element) => {
    let text = "";
    const places = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(".w")) continue;
      let offset = 0;
      for (const letter of node.data) {
        for (const one of fold(letter).replace(/\s/g, " ")) {
          text += one;
          for (let unit = 0; unit < one.length; unit++) places.push([node, offset, letter.length]);
        }
        offset += letter.length;
      }
    }
    return { text, places, isSource: !element.classList.contains("said") };
  });
  const canHighlight = typeof Highlight === "function" && CSS.highlights;
  const found = byId("found"), field = byId("find");
  let hits = [], now = -1;
  const find = () => {
    index ??= read();
    const wanted = [...field.value].map(fold).join("").replace(/\s+/g, " ").trim();
    const ranges = [];
    hits = [];
    now = -1;
    for (const { text, places, isSource } of wanted ? index : []) {
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        const range = new Range();
        const [last, offset, length] = places[at + wanted.length - 1];
        range.setStart(places[at][0], places[at][1]);
        range.setEnd(last, offset + length);
        ranges.push(range);
        if (isSource) hits.push(range);
      }
    }
    if (canHighlight) {
      CSS.highlights.delete("found-now");
      CSS.highlights.set("found", new Highlight(...ranges));
    }
    found.textContent = wanted ? String(hits.length) : "";
    if (hits.length) go(1);
  };
  const go = (step) => {
    if (!hits.length) return;
    now = (now + step + hits.length) % hits.length;
    if (canHighlight) {
      const highlight = new Highlight(hits[now]);
      highlight.priority = 1;
      CSS.highlights.set("found-now", highlight);
    }
    found.textContent = now + 1 + "/" + hits.length;
    show("source");
    hits[now].startContainer.parentElement.scrollIntoView({ block: "center" });
  };
  let timer = 0;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(find, 120); });
  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  });
})();
