// Rows that are selected by their boxes: with Shift and Ctrl by mouse, by Space, x and X.
const bar = document.getElementById("selected");
const count = document.getElementById("count");
const question = document.getElementById("approval");

export class Selection {
  constructor(rows) {
    this.rows = rows;
    this.last = null;
    document.addEventListener("click", event => this.click(event));
    document.addEventListener("htmx:afterSettle", event => {
      if (event.detail.elt?.id === "units") { this.whole(null); } // another list, perhaps
      this.tell();
    });
    // A question about the selected units is no longer asked when an action begins; afterwards nothing is selected.
    document.addEventListener("htmx:beforeRequest", event => {
      if (event.detail.elt === bar) { question.replaceChildren(); }
    });
    document.addEventListener("htmx:afterRequest", event => {
      if (event.detail.elt !== bar || !event.detail.successful) { return; }
      const answer = question.querySelector("button");
      if (answer) { answer.focus(); } else { this.none(); }
    });
    this.tell();
  }

  box(row) { return row.querySelector("input[type=checkbox][name=unit]"); }

  all() { return [...document.querySelectorAll(this.rows)].filter(row => this.box(row)); }

  chosen() { return this.all().filter(row => this.box(row).checked); }

  // The units of all pages of a list are named by its conditions; each other choice takes that back.
  whole(list, number) {
    bar?.querySelectorAll("[data-whole]").forEach(field => field.remove());
    for (const [name, value] of list === null ? [] : [["all", list], ["count", number], ["list", "1"]]) {
      const field = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      field.dataset.whole = number;
      bar.prepend(field);
    }
  }

  choose(row, on, extend) {
    const all = this.all();
    const from = extend ? all.indexOf(this.last) : -1;
    const to = all.indexOf(row);
    for (const one of from < 0 ? [row] : all.slice(Math.min(from, to), Math.max(from, to) + 1)) { this.box(one).checked = on; }
    this.last = row;
    this.whole(null);
    question.replaceChildren();
    this.tell();
  }

  none() {
    for (const row of this.chosen()) { this.box(row).checked = false; }
    this.whole(null);
    question.replaceChildren();
    this.tell();
  }

  number() { return Number(bar?.querySelector("[data-whole]")?.dataset.whole || this.chosen().length); }

  // The bar is there only while something is selected.
  tell() {
    if (!bar) { return; }
    bar.hidden = this.number() === 0;
    count.textContent = this.number() + " " + count.dataset.count;
  }

  click(event) {
    if (event.target.id === "none") {
      this.none();
      (this.last?.isConnected ? this.last : this.all()[0])?.focus();
    } else if (event.target.id === "all") {
      for (const row of this.all()) { this.box(row).checked = true; }
      const { list, count } = event.target.dataset;
      this.whole(count > this.chosen().length ? list : null, count);
      this.tell();
    }
    const row = event.target.closest?.(this.rows);
    const box = row && this.box(row);
    if (!box) { return; }
    if (event.target === box) {
      this.choose(row, box.checked, event.shiftKey);
    } else if ((event.shiftKey || event.ctrlKey || event.metaKey) && !event.target.closest("a, button, summary, input, textarea, select, label")) {
      getSelection().removeAllRanges();
      this.choose(row, event.shiftKey || !box.checked, event.shiftKey);
    }
  }

  // Whether a key is one for the box of a row.
  isKey(event) { return event.key.toLowerCase() === "x" || event.key === " " && event.target.matches?.(this.rows); }

  toggle(row, extend) {
    const box = row && this.box(row);
    if (box) { this.choose(row, extend || !box.checked, extend); }
  }

  // The button that does something with all selected rows; null if there are none.
  button(action) { return this.number() > 0 ? bar.querySelector(`button[value=${action}]`) : null; }
}
