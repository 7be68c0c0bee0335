
// Takes the answers and saves them as the table that "ballast review import" reads.
// Without this, the page can be read, printed and answered by hand.
(function () {
  "use strict";
  var table = document.querySelector("table.review");
  var columns = JSON.parse(table.dataset.columns);
  var store = "ballast review " + table.dataset.review;
  var place = {};
  columns.forEach(function (name, index) { place[name] = index; });

  function add(parent, name, properties) {
    return parent.appendChild(Object.assign(document.createElement(name), properties));
  }

  // An exported comment, with room for a reply.
  function Thread(thread, number) {
    this.id = thread.dataset.comment;
    this.act = thread.dataset.act;
    this.reply = add(thread, "textarea", { rows: 1, placeholder: "Reply" });
    this.reply.setAttribute("aria-label", "Reply to the comment on " + number);
    var label = add(thread, "label", {});
    this.box = add(label, "input", { type: "checkbox" });
    label.appendChild(document.createTextNode(this.act === "resolved" ? " resolved" : " open again"));
  }

  Thread.prototype.line = function () {
    var text = this.reply.value.trim();
    var act = this.box.checked ? " " + this.act : "";
    return !text && !act ? "" : "#" + this.id + act + (text ? ": " + text : "");
  };

  // A row and its controls; a sentence that is gone has none.
  function Row(body) {
    this.body = body;
    this.cells = JSON.parse(body.dataset.cells);
    this.key = this.cells[place.key];
    this.old = this.cells[place["new"]];
    this.radios = [];
    var answer = body.querySelector("td.answer");
    if (!answer) { return; }
    var number = "sentence " + this.cells[place.no];
    var target = body.querySelector("td.new");
    this.edit = add(target, "button", { type: "button", className: "edit", textContent: "Edit" });
    this.edit.setAttribute("aria-label", "Edit " + number);
    this.text = add(target, "textarea", { hidden: true, value: this.old, lang: target.querySelector("[lang]").lang });
    this.text.setAttribute("aria-label", "Translation of " + number);
    this.threads = Array.prototype.map.call(body.querySelectorAll(".thread"), function (thread) { return new Thread(thread, number); });
    this.comment = add(body.querySelector("td.remark"), "textarea", { rows: 2 });
    this.comment.setAttribute("aria-label", "Comment on " + number);
    answer.textContent = "";
    var group = add(answer, "div", { className: "choices" });
    group.setAttribute("role", "radiogroup");
    group.setAttribute("aria-label", "Accept " + number + "?");
    ["yes", "no", ""].forEach(function (value) {
      var label = add(group, "label", {});
      var radio = add(label, "input", { type: "radio", name: "answer-" + body.id, value: value, checked: !value });
      label.appendChild(document.createTextNode(" " + (value || "open")));
      this.radios.push(radio);
    }, this);
    this.warning = add(answer, "p", { className: "warning", hidden: true });
    this.edit.addEventListener("click", this.open.bind(this));
  }

  Row.prototype = {
    open: function () {
      this.text.hidden = false;
      this.edit.hidden = true;
      this.text.rows = Math.max(3, Math.ceil(this.text.value.length / 45));
      this.text.focus();
    },
    answer: function () {
      var chosen = this.radios.find(function (radio) { return radio.checked; });
      return chosen ? chosen.value : "";
    },
    choose: function (value) {
      this.radios.forEach(function (radio) { radio.checked = radio.value === value; });
    },
    isEdited: function () { return Boolean(this.text) && this.text.value !== this.old; },
    // Answer, comment, translation, replies; null while nothing is said.
    says: function () {
      if (!this.text) { return null; }
      var says = [this.answer(), this.comment.value, this.isEdited() ? this.text.value : null,
        this.threads.map(function (thread) { return [thread.reply.value, thread.box.checked]; })];
      return says[0] || this.remarks() || says[2] !== null ? says : null;
    },
    remarks: function () {
      return [this.comment.value.trim()].concat(this.threads.map(function (thread) { return thread.line(); })).filter(Boolean).join("\n");
    },
    take: function (says) {
      if (!this.text || !Array.isArray(says)) { return; }
      this.choose(String(says[0]));
      this.comment.value = String(says[1]);
      (says[3] || []).forEach(function (reply, i) {
        if (!this.threads[i]) { return; }
        this.threads[i].reply.value = String(reply[0]);
        this.threads[i].box.checked = Boolean(reply[1]);
      }, this);
      if (typeof says[2] === "string") {
        this.text.value = says[2];
        this.text.hidden = false;
        this.edit.hidden = true;
      }
    },
    clear: function () {
      if (!this.text) { return; }
      this.take(["", "", this.old, this.threads.map(function () { return ["", false]; })]);
      this.text.hidden = true;
      this.edit.hidden = false;
    },
    show: function () {
      if (!this.text) { return; }
      var says = this.says();
      var empty = !this.text.value.trim();
      this.warning.textContent = empty ? "The translation is empty: say no to reject the old one."
        : says && says[0] === "no" && this.isEdited() ? "You edited it: say yes to take your translation." : "";
      if (empty && says && says[0] === "no") { this.warning.textContent = "Put the translation back to reject it."; }
      this.warning.hidden = !this.warning.textContent;
      this.body.classList.toggle("said-yes", Boolean(says) && says[0] === "yes");
      this.body.classList.toggle("said-no", Boolean(says) && says[0] === "no");
      this.body.classList.toggle("rewritten", this.isEdited());
    },
    line: function () {
      var cells = this.cells.slice();
      if (this.text) {
        cells[place["new"]] = this.text.value;
        cells[place.comment] = [cells[place.comment], this.remarks()].filter(Boolean).join("\n");
        cells[place["accept?"]] = this.answer();
      }
      return cells.map(safe);
    }
  };

  // A spreadsheet program would take such a cell for a formula.
  function safe(cell) {
    return /^[=+\-@\t\r]|^'+[=+\-@\t\r]/.test(cell) ? "'" + cell : cell;
  }

  function csv(cells) {
    return cells.map(function (cell) {
      return /[",;\n\r]|^\s|\s$/.test(cell) ? '"' + cell.replace(/"/g, '""') + '"' : cell;
    }).join(",") + "\n";
  }

  var rows = Array.prototype.map.call(table.querySelectorAll("tbody[data-cells]"), function (body) { return new Row(body); });
  var open = rows.filter(function (row) { return row.text; });
  if (!open.length) { return; }

  function all() {
    var answers = {};
    open.forEach(function (row) { var says = row.says(); if (says) { answers[row.key] = says; } });
    return answers;
  }

  // A browser may have no store for a page in a file.
  function kept(value) {
    try {
      if (value === undefined) { return JSON.parse(localStorage.getItem(store)); }
      if (value) { localStorage.setItem(store, JSON.stringify(value)); } else { localStorage.removeItem(store); }
      return true;
    } catch (none) { return null; }
  }

  var bar = document.createElement("div");
  bar.className = "answers";
  document.querySelector("main").before(bar);
  var button = add(bar, "button", { type: "button", textContent: "Save answers" });
  button.setAttribute("aria-describedby", "state");
  var fresh = add(bar, "button", { type: "button", textContent: "Start over", className: "fresh" });
  var state = add(bar, "span", { id: "state" });
  state.setAttribute("role", "status");

  var saved = "{}";
  function update() {
    open.forEach(function (row) { row.show(); });
    var answers = all();
    var now = JSON.stringify(answers);
    var count = Object.keys(answers).length;
    var unsaved = now !== saved;
    state.textContent = count + " of " + open.length + " answered" + (unsaved ? ", not saved yet" : count ? ", saved" : "");
    state.classList.toggle("unsaved", unsaved);
    fresh.hidden = !count;
    kept(count ? { answers: answers, saved: saved } : null);
  }

  function save() {
    var text = "\uFEFF" + csv(columns) + rows.map(function (row) { return csv(row.line()); }).join("");
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = table.dataset.file;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
    saved = JSON.stringify(all());
    update();
  }

  function current() {
    var body = document.querySelector("tbody.change:target");
    return open.find(function (row) { return row.body === body; });
  }

  function withCurrent(act) {
    return function () {
      var row = current();
      if (row) { act(row); update(); }
    };
  }

  var before = kept();
  if (before && before.answers) {
    open.forEach(function (row) { row.take(before.answers[row.key]); });
    saved = String(before.saved);
  }
  button.addEventListener("click", save);
  fresh.addEventListener("click", function () {
    if (confirm("Forget all answers on this page?")) {
      open.forEach(function (row) { row.clear(); });
      saved = "{}";
      update();
    }
  });
  table.addEventListener("input", update);
  table.addEventListener("change", update);
  window.addEventListener("beforeunload", function (event) {
    if (JSON.stringify(all()) !== saved) { event.preventDefault(); event.returnValue = ""; }
  });
  keysOf("tbody.change", {
    y: withCurrent(function (row) { row.choose("yes"); }),
    x: withCurrent(function (row) { row.choose("no"); }),
    e: withCurrent(function (row) { row.open(); }),
    c: withCurrent(function (row) { row.comment.focus(); }),
    s: save
  });
  update();
})();
