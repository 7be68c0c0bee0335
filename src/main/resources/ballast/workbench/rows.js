// The rows of the table of beads: some are drawn, of the others only the place is kept until they come into view.

// How far out of view rows are drawn ahead, in pixels.
const AHEAD = 2500;
// How many rows are asked for at a time.
const CHUNK = 60;

export class Rows {
  constructor(table, data, reload) {
    this.table = table;
    this.prefix = data.prefix;
    this.document = data.document;
    this.state = data.state;
    this.moves = 0;
    // What is in the rows: 0 the texts of the memory, 1 those of the files, 2 terms too.
    this.level = 0;
    this.reload = reload;
    this.watch = new IntersectionObserver(seen => {
      for (const one of seen) { if (one.isIntersecting) { this.fetch(one.target); } }
    }, { rootMargin: AHEAD + "px 0px" });
    const drawn = [...table.tBodies].filter(body => !this.isLater(body));
    for (const body of drawn) { body.level = this.level; }
    const height = drawn.length ? drawn.reduce((sum, body) => sum + body.offsetHeight, 0) / drawn.length : 80;
    this.height = height;
    for (const body of table.querySelectorAll(".later")) { this.place(body, +body.dataset.from, +body.dataset.to); }
  }

  isLater(body) { return body.classList.contains("later"); }

  row(n) { return document.getElementById(this.prefix + (n + 1)); }

  number(row) { return Number(row.id.slice(this.prefix.length)) - 1; }

  // Whether a person has set a bead; of one that is not drawn it is not known, so it is taken as fixed.
  isFixed(n) {
    const row = this.row(n);
    return !row || row.matches(".set, .confirmed");
  }

  sentences(row, side) { return [...row.querySelectorAll("td." + side + " > p:not(.none), td." + side + " > h3")]; }

  place(body, from, to) {
    body.dataset.from = from;
    body.dataset.to = to;
    body.rows[0].cells[0].style.height = Math.round((to - from) * this.height) + "px";
    this.watch.observe(body);
  }

  // Has the server read the files; answers the beads as they are then, or null if they cannot be read.
  async open() {
    const answer = await fetch("/align/open?" + new URLSearchParams({ document: this.document }));
    if (answer.ok) {
      const found = await answer.json();
      this.state = found.state;
      return found;
    }
    this.unread = await answer.text();
    return null;
  }

  async get(path, values) {
    const query = new URLSearchParams({ document: this.document, state: this.state, ...values });
    const state = this.state;
    const answer = await fetch(path + "?" + query);
    if (answer.status === 200) { return answer.text(); }
    // Nothing: while a move is under way, the server is ahead of this page; else another page is.
    if (answer.status === 204 && state === this.state && this.moves === 0) { this.reload(); }
    return null;
  }

  async post(path, values) {
    if (!this.state) { return { refused: this.unread }; }
    const form = new URLSearchParams({ document: this.document, state: this.state, ...values });
    this.moves++;
    try {
      const answer = await fetch(path, { method: "POST", body: form });
      if (answer.ok) { return await answer.json(); }
      if (answer.status === 409) { this.reload(); }
      return { refused: await answer.text() };
    } catch (error) {
      return { refused: "Ballast does not answer: " + error.message };
    } finally {
      this.moves--;
    }
  }

  chunk(from, to, level) { return this.get("/align/rows", { from, to, terms: level > 1 ? "wait" : "" }); }

  // Draws the rows whose place is kept by a body.
  async fetch(body) {
    if (body.dataset.coming) { return body.coming; }
    body.dataset.coming = "yes";
    body.coming = (async () => {
      while (body.isConnected) {
        const { from, to } = body.dataset;
        const level = this.level;
        const text = await this.chunk(from, to, level);
        // A move in the meantime may have changed what the place is for.
        if (text !== null && body.isConnected && body.dataset.from === from && body.dataset.to === to) {
          body.before(...this.parse(text, level));
          this.watch.unobserve(body);
          body.remove();
          if (level < this.level) { this.refill(this.level); }
        } else if (text === null) {
          await new Promise(yes => setTimeout(yes, 100));
        }
      }
    })();
    return body.coming;
  }

  // Fills what has been found in the meantime into the rows that are drawn: they stay where they are.
  async refill(level) {
    const isOld = body => body && !this.isLater(body) && body.level < level && !body.matches(".busy");
    for (let first; (first = [...this.table.tBodies].find(isOld));) {
      const from = this.number(first);
      let to = from + 1;
      for (let body = first.nextElementSibling; isOld(body) && to < from + CHUNK; body = body.nextElementSibling) { to++; }
      const text = await this.chunk(from, to, level);
      for (const row of text === null ? [] : this.parse(text, level)) { this.renew(row); }
      if (text === null) { await new Promise(yes => setTimeout(yes, 100)); }
    }
    this.level = level;
  }

  // Keeps the element, which may have the focus, and the comments, of which one may be being written.
  renew(row) {
    const old = document.getElementById(row.id);
    if (!old || old.matches(".busy")) { return; }
    old.className = row.className + ["here", "linking", "stay"].filter(name => old.classList.contains(name)).map(name => " " + name).join("");
    for (const line of old.querySelectorAll(":scope > tr:not(.talks)")) { line.remove(); }
    old.prepend(...row.rows);
    old.level = row.level;
  }

  // The row of a bead, drawn if need be.
  async draw(n) {
    if (!this.row(n)) {
      const body = [...this.table.querySelectorAll(".later")].find(one => +one.dataset.from <= n && n < +one.dataset.to);
      if (body) { await this.fetch(body); }
    }
    return this.row(n);
  }

  parse(html, level) {
    const table = document.createElement("table");
    table.innerHTML = html;
    for (const body of table.tBodies) { body.level = level; }
    return [...table.tBodies];
  }

  // Puts the rows that a move has changed in the place of those before.
  change({ state, first, removed, added, rows }) {
    this.state = state;
    const end = first + removed;
    const by = added - removed;
    let next = null;
    for (const body of [...this.table.tBodies]) {
      const keep = this.isLater(body) ? this.trim(body, first, end, by) : this.shift(body, first, end, by);
      next = next || keep;
    }
    for (const row of this.parse(rows, this.level)) {
      row.classList.add("stay");
      this.table.insertBefore(row, next);
    }
  }

  // A row: it goes, or gets its new number. Returns the row if it stands behind the change.
  shift(body, first, end, by) {
    const n = this.number(body);
    if (n < first) { return null; }
    if (n < end) { body.remove(); return null; }
    if (by !== 0) {
      const link = body.querySelector("a.number");
      body.id = this.prefix + (n + by + 1);
      link.textContent = n + by + 1;
      link.href = "#" + body.id;
    }
    return body;
  }

  // A place for rows: what the change takes is cut out of it. Returns what stands behind the change.
  trim(body, first, end, by) {
    const from = +body.dataset.from;
    const to = +body.dataset.to;
    if (to <= first) { return null; }
    if (from >= end) { this.place(body, from + by, to + by); return body; }
    if (from < first && to > end) {
      const rest = body.cloneNode(true);
      delete rest.dataset.coming;
      body.after(rest);
      this.place(rest, end + by, to + by);
      this.place(body, from, first);
      return rest;
    }
    if (from < first) { this.place(body, from, first); return null; }
    if (to > end) { this.place(body, end + by, to + by); return body; }
    body.remove();
    return null;
  }
}
