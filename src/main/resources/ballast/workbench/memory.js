// The room of the memory: keys, and where the focus goes.
import { editing, press, whenQuiet } from "/static/editing.js";
import { Selection } from "/static/selecting.js";

const UNITS = "#units .unit";
const units = () => [...document.querySelectorAll(UNITS)];
const here = () => document.activeElement?.closest?.(UNITS) || null;
const selection = new Selection(UNITS);

function go(by) {
  const all = units();
  const at = all.indexOf(here());
  const next = at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

// A key acts on the selected units, else on the one with the focus: it presses a button, so that it does what the mouse
// does. A judged unit is left for the next.
const judged = ["approve", "reject"];
const buttons = { a: "approve", r: "reject", d: "redraft", Delete: "delete", e: "edit" };

function act(name) {
  const unit = here()?.dataset.unit;
  const many = name !== "edit" && selection.button(name);
  // The button of before the last key names a state that is no longer there.
  whenQuiet(() => press(many || document.getElementById(`${name}-${unit}`)));
  if (!many && judged.includes(name)) { go(1); }
}

const others = {
  j: () => go(1),
  k: () => go(-1),
  ArrowDown: () => go(1),
  ArrowUp: () => go(-1),
  h: () => here()?.querySelector(".past > summary").click(),
  "/": () => document.getElementById("q")?.focus(),
};

document.addEventListener("keydown", event => {
  const field = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (event.target.dataset?.edit) { return editing(event); }
  if (field || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) { return; }
  const unit = here();
  if (buttons[event.key] && (unit || selection.number() > 0)) {
    act(buttons[event.key]);
  } else if (unit && selection.isKey(event)) {
    selection.toggle(unit, event.shiftKey);
  } else if (others[event.key] && (unit || !event.key.startsWith("Arrow"))) {
    others[event.key]();
  } else { return; }
  event.preventDefault();
});

// The box of a unit that is edited gets the focus, afterwards the unit.
document.addEventListener("htmx:afterSettle", event => {
  const id = event.detail.elt?.id || "";
  const unit = id.startsWith("t-") && document.getElementById("u-" + id.slice(2));
  if (unit) { (unit.querySelector("textarea[data-edit]") || unit).focus(); }
});

// The chips count the units as they are now; the list stays as it is.
let counting = 0;
document.addEventListener("htmx:afterRequest", event => {
  if (!event.detail.successful || !/^\/memory\/(units|undo|redo)/.test(event.detail.pathInfo.requestPath)) { return; }
  clearTimeout(counting);
  counting = setTimeout(async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) { return; }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page.querySelectorAll(".chips b");
    document.querySelectorAll(".chips b").forEach((count, i) => { count.textContent = now[i]?.textContent ?? count.textContent; });
  }, 400);
});
