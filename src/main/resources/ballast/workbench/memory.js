// The room of the memory: keys, selection, and where the focus goes.
import { editing, press, whenQuiet } from "/static/editing.js";

const units = () => [...document.querySelectorAll("#units .unit")];
const here = () => document.activeElement?.closest?.("#units .unit") || null;
const selected = document.getElementById("selected");
const count = document.getElementById("count");
const question = document.getElementById("approval");
let last = null;

function go(by) {
  const all = units();
  const at = all.indexOf(here());
  const next = at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

// The selection is told in a bar that is there only while something is selected.
function tell() {
  if (!selected) { return; }
  const number = document.querySelectorAll("#units .unit > input:checked").length;
  selected.hidden = number === 0;
  count.textContent = number + " " + count.dataset.count;
}

function choose(unit, extend) {
  const all = units();
  const box = unit.querySelector(":scope > input");
  const from = all.indexOf(last);
  const to = all.indexOf(unit);
  if (extend && from >= 0) {
    for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      one.querySelector(":scope > input").checked = box.checked;
    }
  }
  last = unit;
  question.replaceChildren();
  tell();
}

document.addEventListener("click", event => {
  const unit = event.target.closest?.("#units .unit");
  if (unit && event.target.matches(".unit > input")) { choose(unit, event.shiftKey); }
});
document.getElementById("none")?.addEventListener("click", () => {
  for (const box of document.querySelectorAll("#units .unit > input:checked")) { box.checked = false; }
  tell();
  (last || units()[0])?.focus();
});
document.getElementById("show-keys")?.addEventListener("click", () => document.getElementById("keys").showModal());

// The keys of one unit press its buttons, so that a key does what the mouse does.
const buttons = { a: "approve", r: "reject", d: "redraft", x: "delete", e: "edit" };
const others = {
  j: () => go(1),
  k: () => go(-1),
  ArrowDown: () => go(1),
  ArrowUp: () => go(-1),
  h: () => here()?.querySelector(".past > summary").click(),
  z: () => press(document.getElementById("undo-button")),
  y: () => press(document.getElementById("redo-button")),
  "/": () => document.getElementById("q")?.focus(),
  "?": () => document.getElementById("keys")?.showModal(),
};

document.addEventListener("keydown", event => {
  const field = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (event.target.dataset?.edit) { return editing(event); }
  if (field || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) { return; }
  const unit = here();
  if (unit && buttons[event.key]) {
    // The button of before the last key names a state that is no longer there.
    const button = `${buttons[event.key]}-${unit.dataset.unit}`;
    whenQuiet(() => press(document.getElementById(button)));
  } else if (unit && event.key.toLowerCase() === "s") {
    const box = unit.querySelector(":scope > input");
    const extend = event.key === "S";
    box.checked = !box.checked || extend;
    choose(unit, extend);
  } else if (others[event.key] && (unit || !event.key.startsWith("Arrow"))) {
    others[event.key]();
  } else { return; }
  event.preventDefault();
});

// The box of a unit that is edited gets the focus, afterwards the unit; the bar of the selection stays true.
document.addEventListener("htmx:afterSettle", event => {
  tell();
  const id = event.detail.elt?.id || "";
  const unit = id.startsWith("t-") && document.getElementById("u-" + id.slice(2));
  if (unit) { (unit.querySelector("textarea[data-edit]") || unit).focus(); }
});
// What the selected units are now is shown; then nothing is selected any more, unless there is a question about them.
document.addEventListener("htmx:beforeRequest", event => {
  if (event.detail.elt === selected) { question.replaceChildren(); }
});
document.addEventListener("htmx:afterRequest", event => {
  if (event.detail.elt !== selected || !event.detail.successful) { return; }
  const answer = question.querySelector("button");
  if (answer) { answer.focus(); } else { document.getElementById("none").click(); }
});
tell();
