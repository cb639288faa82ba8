"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  root.classList.add("js");

  // The two languages of the page.
  byId("language").addEventListener("click", () => {
    root.dataset.language = root.dataset.language === "vi" ? "en" : "vi";
  });

  // Pieces: scripts beside the page that hand over one value each. Each is loaded once.
  const waiting = new Map(), pieces = new Map();
  window.mucluc = (name, value) => waiting.get(name)?.(value);
  const load = (name) => {
    if (!pieces.has(name)) {
      pieces.set(name, new Promise((resolve, reject) => {
        waiting.set(name, resolve);
        const fail = () => { pieces.delete(name); reject(new Error(name)); };
        const script = document.createElement("script");
        script.src = root.dataset.pieces + name + ".js";
        script.addEventListener("error", fail);
        // A script that handed nothing over was cut off; for one that did, this comes too late.
        script.addEventListener("load", () => { script.remove(); reject(new Error(name)); });
        document.head.append(script);
      }));
    }
    return pieces.get(name);
  };
  const hint = (id, text) => {
    byId(id).hidden = text === undefined;
    byId(id).querySelector("span:last-child").textContent = text ?? "";
  };

  // Groups of lists that are too long for the page: their rows come when they are opened.
  for (const group of document.querySelectorAll("details[data-pieces]")) {
    const rest = group.dataset.pieces.split(" "), list = group.querySelector("ul");
    const more = document.createElement("button");
    more.type = "button";
    more.hidden = true;
    more.append(...[...byId("more").childNodes].map((word) => word.cloneNode(true)));
    group.append(more);
    let isBusy = false;
    const add = async () => {
      if (isBusy || !rest.length) return;
      isBusy = true;
      try {
        list.insertAdjacentHTML("beforeend", await load(rest[0]));
        rest.shift();
        more.hidden = !rest.length;
      } catch (error) {
        list.replaceChildren(byId("unread").cloneNode(true));
        list.firstChild.removeAttribute("id");
        list.firstChild.hidden = false;
        list.firstChild.append(error.message);
      }
      isBusy = false;
    };
    more.addEventListener("click", add);
    group.addEventListener("toggle", () => { if (group.open && more.hidden) add(); });
  }

  // Words and their keys: small letters without marks, đ as d, i for y in the words that are spelled both ways.
  const plain = new Map();
  for (const [letter, marked] of [
    ["a", "àảãáạăằẳẵắặâầẩẫấậ"], ["d", "đð"], ["e", "èẻẽéẹêềểễếệ"], ["i", "ìỉĩíị"],
    ["o", "òỏõóọôồổỗốộơờởỡớợ"], ["u", "ùủũúụưừửữứự"], ["y", "ỳỷỹýỵ"],
  ]) {
    for (const one of marked) plain.set(one, letter).set(one.toUpperCase(), letter);
  }
  const fold = (text) => [...text]
    .map((one) => plain.get(one) ?? (one <= "\x7f" ? one.toLowerCase() : one)).join("");
  const key = (word) => fold(word.toLowerCase()).replace(/^([hklmst]|qu)y$/, "$1i");
  const words = (text) => [...text.normalize("NFC").matchAll(/[\p{Alphabetic}\p{N}\p{M}]+/gu)];

  // How many bytes of words one search reads at most, those that begin with its last word among them.
  const mostBytes = 1200000, mostOfLast = 600000, page = 20;

  /// What is searched for: words by their keys, the last one open where nothing stands behind it.
  const read = (text) => {
    const found = words(text), composed = text.normalize("NFC");
    return found.map((match, place) => {
      const written = match[0].toLowerCase(), isLast = place === found.length - 1;
      return {
        written, key: key(match[0]), hasMarks: written !== fold(written),
        isOpen: isLast && match.index + match[0].length === composed.length,
      };
    });
  };
  // An open word also stands for those that go on, also behind a y that would be an i at the end: ky, kynh.
  const begins = (text, start, isOpen) => text === start || (isOpen && text.startsWith(start));
  const isMeant = (word, part) =>
    begins(word, part.key, part.isOpen) || (part.isOpen && word.startsWith(fold(part.written)));

  // The pieces that hold a word, by the first key of each.
  const pieceAt = (firsts, wanted) => Math.max(0, firsts.findLastIndex((first) => first <= wanted));
  const range = (firsts, part) => {
    const starts = part.isOpen ? [part.key, fold(part.written)] : [part.key];
    const names = new Set();
    for (const start of starts) {
      const end = part.isOpen ? start + "\uffff" : start;
      for (let at = pieceAt(firsts, start); at < firsts.length && firsts[at] <= end; at++) names.add(at);
    }
    return [...names];
  };

  // The numbers of entries: distances in digits of base 32, the lowest first, the last from "]" on.
  const numbers = function* (digits) {
    let last = -1, value = 0, unit = 1;
    for (let at = 0; at < digits.length; at++) {
      const code = digits.charCodeAt(at);
      if (code < 0x5d) {
        value += (code - 0x23) * unit;
        unit *= 32;
      } else {
        last += value + (code - 0x5d) * unit + 1;
        value = 0;
        unit = 1;
        yield last;
      }
    }
  };

  /// The numbers of the entries that hold all words, those first that are written as typed.
  const find = async (parts) => {
    const [firsts, sizes, , count] = await load("search");
    const wanted = parts.map((part) => ({ part, at: range(firsts, part) }));
    for (const one of wanted) one.cost = one.at.reduce((sum, at) => sum + sizes[at], 0);
    const last = wanted[wanted.length - 1];
    if (last.part.isOpen && last.cost > mostOfLast) {
      last.part.isOpen = false;
      last.at = range(firsts, last.part);
      last.cost = last.at.reduce((sum, at) => sum + sizes[at], 0);
      hint("type-on", "");
    }
    wanted.sort((one, other) => one.cost - other.cost);
    let sum = 0;
    const taken = wanted.filter((one, place) => (sum += one.cost) <= mostBytes || place === 0);
    const left = wanted.filter((one) => !taken.includes(one));
    if (left.length) hint("left-out", left.map((one) => one.part.written).join(", "));
    const rows = await Promise.all(taken.map(async ({ at }) =>
      (await Promise.all(at.map((place) => load("words-" + place)))).flat()));
    const all = new Uint8Array(count), exact = new Uint8Array(count);
    rows.forEach((row, place) => {
      const { part } = taken[place];
      for (const [wordKey, forms] of row) {
        if (!isMeant(wordKey, part)) continue;
        for (const [written, digits] of forms) {
          const isExact = !part.hasMarks || begins(written, part.written, part.isOpen);
          for (const number of numbers(digits)) {
            if (all[number] === place) all[number] = place + 1;
            if (isExact && exact[number] === place) exact[number] = place + 1;
          }
        }
      }
    });
    const hits = [], others = [];
    for (let number = 0; number < count; number++) {
      if (exact[number] === rows.length) hits.push(number);
      else if (all[number] === rows.length) others.push(number);
    }
    return hits.concat(others);
  };

  const make = (name, className, ...content) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  /// A text with a mark around every word that was searched for.
  const marked = (text, parts) => {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(/[\p{Alphabetic}\p{N}\p{M}]+/gu)) {
      const word = key(match[0]);
      if (!parts.some((part) => isMeant(word, part))) continue;
      pieces.push(text.slice(end, match.index), make("mark", "", match[0]));
      end = match.index + match[0].length;
    }
    return [...pieces, text.slice(end)];
  };
  const about = (...values) => make("span", "about",
    ...values.filter(Boolean).map((value) => make("span", "", value)));

  const field = byId("find"), list = byId("hits"), more = byId("more");
  let parts = [], hits = [], shown = 0, run = 0;

  const show = async (own) => {
    const firsts = (await load("search"))[2], next = hits.slice(shown, shown + page);
    const places = next.map((number) => firsts.findLastIndex((first) => first <= number));
    const loaded = await Promise.all(places.map((place) => load("entries-" + place)));
    if (own !== run) return;
    next.forEach((number, at) => {
      const [documents, entries] = loaded[at];
      const [document, anchor, text, lead, deadline] = entries[number - firsts[places[at]]];
      const [address, title, rest] = documents[document];
      let item = list.lastElementChild;
      if (item?.dataset.page !== address) {
        const link = make("a", "title", ...marked(title, parts));
        link.href = address;
        item = make("li", "", link, about(rest));
        item.dataset.page = address;
        list.append(item);
      }
      if (!anchor) return;
      const link = make("a", "", ...marked(text, parts));
      link.href = address + "#" + anchor;
      if (item.lastElementChild.tagName !== "UL") item.append(make("ul"));
      item.lastElementChild.append(make("li", "", link, about(lead, deadline)));
    });
    shown += next.length;
    more.hidden = shown >= hits.length;
  };
  const attempt = async (own, work) => {
    try {
      await work();
    } catch (error) {
      if (own === run) hint("unread", error.message);
    }
  };
  const search = () => {
    const own = ++run;
    parts = read(field.value);
    for (const id of ["no-hits", "type-on", "left-out", "unread"]) hint(id);
    byId("search").hidden = !parts.length;
    if (!parts.length) return;
    attempt(own, async () => {
      const found = await find(parts);
      if (own !== run) return;
      [hits, shown] = [found, 0];
      list.replaceChildren();
      byId("found").textContent = String(hits.length);
      if (!hits.length) hint("no-hits", "");
      more.hidden = true;
      await show(own);
    });
  };
  let timer = 0;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, 350); });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    search();
  });
  more.addEventListener("click", () => { const own = run; attempt(own, () => show(own)); });
  // Whoever comes back from a page finds what they searched for.
  addEventListener("pageshow", () => { if (field.value) search(); });
})();
