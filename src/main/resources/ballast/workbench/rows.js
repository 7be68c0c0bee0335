// The rows of the table of beads: some are drawn, of the others only the place is kept until they come into view.

// How far out of view rows are drawn ahead, in pixels.
const AHEAD = 2500;

export class Rows {
  constructor(table, data, reload) {
    this.table = table;
    this.prefix = data.prefix;
    this.document = data.document;
    this.state = data.state;
    this.moves = 0;
    this.reload = reload;
    this.watch = new IntersectionObserver(seen => {
      for (const one of seen) { if (one.isIntersecting) { this.fetch(one.target); } }
    }, { rootMargin: AHEAD + "px 0px" });
    const drawn = [...table.tBodies].filter(body => !this.isLater(body));
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

  // Draws the rows whose place is kept by a body.
  async fetch(body) {
    if (body.dataset.coming) { return body.coming; }
    body.dataset.coming = "yes";
    body.coming = (async () => {
      while (body.isConnected) {
        const from = body.dataset.from;
        const to = body.dataset.to;
        const text = await this.get("/align/rows", { from, to });
        // A move in the meantime may have changed what the place is for.
        if (text !== null && body.isConnected && body.dataset.from === from && body.dataset.to === to) {
          body.before(...this.parse(text));
          this.watch.unobserve(body);
          body.remove();
        } else if (text === null) {
          await new Promise(yes => setTimeout(yes, 100));
        }
      }
    })();
    return body.coming;
  }

  // The row of a bead, drawn if need be.
  async draw(n) {
    if (!this.row(n)) {
      const body = [...this.table.querySelectorAll(".later")].find(one => +one.dataset.from <= n && n < +one.dataset.to);
      if (body) { await this.fetch(body); }
    }
    return this.row(n);
  }

  parse(html) {
    const table = document.createElement("table");
    table.innerHTML = html;
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
    for (const row of this.parse(rows)) { this.table.insertBefore(row, next); }
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
