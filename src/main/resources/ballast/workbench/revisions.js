// The room of the revisions: a file to compare, and the keys of the review.
import { ask, takes } from "./dropping.js";
import { keysWait, press, whenQuiet } from "./editing.js";
import { Selection } from "/static/selecting.js";
import { localTimes, say } from "./workbench.js";

const place = document.getElementById("drop");
takes(place, file =>
  ask("/revisions/file?document=" + encodeURIComponent(place.dataset.document) + "&name=", file, "compared"));

const LINES = "#review .change";
const lines = () => [...document.querySelectorAll(LINES)];
const here = () => document.activeElement?.closest?.(LINES) || null;
const selection = new Selection(LINES);

function go(from, by) {
  const all = lines();
  const at = all.indexOf(from);
  const next = at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function open(line, part) {
  const form = line.querySelector("form");
  if (!form) { return; }
  form.querySelector(`[data-part=${part}]`).hidden = false;
  form.querySelector("[data-part=save]").hidden = false;
  form.querySelector(`[data-open=${part}]`).setAttribute("aria-expanded", "true");
  form.querySelector(`[data-part=${part}] [name]`).focus();
}

// What was not saved is forgotten.
function leave(line) {
  const form = line.querySelector("form");
  form.reset();
  for (const part of form.querySelectorAll("[data-part]")) { part.hidden = true; }
  for (const button of form.querySelectorAll("[data-open]")) { button.setAttribute("aria-expanded", "false"); }
  line.focus();
}

const within = selector => line => press(line.querySelector(selector));
const save = within("[data-part=save] button");
const judge = (action, answer) => line => press(selection.button(action) || line.querySelector(`button[value=${answer}]`));
const keys = {
  a: judge("approve", "yes"),
  r: judge("reject", "no"),
  e: line => open(line, "edit"),
};
const others = {
  j: () => go(here(), 1),
  k: () => go(here(), -1),
  z: () => press(document.getElementById("undo-button")),
  Z: () => press(document.getElementById("redo-button")),
};

document.addEventListener("click", event => {
  const button = event.target.closest?.("[data-open]");
  if (button) { open(button.closest(".change"), button.dataset.open); }
});

document.addEventListener("keydown", event => {
  const line = here();
  if (event.target.matches?.("[data-remark]")) { return; }
  if (event.target.matches?.("textarea, input:not([type=checkbox], [type=radio]), select")) {
    if (!line) { return; }
    const enter = event.key === "Enter" && (event.ctrlKey || event.metaKey || event.target.matches("input"));
    if (enter) { save(line); } else if (event.key === "Escape") { leave(line); } else { return; }
    event.preventDefault();
    return;
  }
  if (!document.getElementById("review") || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) { return; }
  const key = event.key;
  const selects = selection.isKey(event);
  const known = line || keysWait();
  if (!keys[key] && !(known && selects) && !others[key]) { return; }
  event.preventDefault();
  if (!known && keys[key]) { return go(null, 1); }
  whenQuiet(() => {
    const now = here();
    if (selects) { selection.toggle(now, event.shiftKey); } else if (now && keys[key]) { keys[key](now); } else { others[key]?.(); }
  });
});

// After a verdict the focus goes on to the next line, after anything else it stays.
let answered = null;
document.addEventListener("htmx:beforeRequest", event => {
  const line = event.detail.elt.closest?.("#review .change");
  if (line) { answered = { id: line.id, verdict: (event.detail.requestConfig.parameters.answer || "") !== "" }; }
});
document.addEventListener("htmx:afterRequest", event => {
  if (!event.detail.successful) { answered = null; }
});
document.addEventListener("htmx:afterSettle", () => {
  const line = answered && document.getElementById(answered.id);
  if (!line) { return; }
  const badge = line.querySelector(".badge");
  say(badge ? badge.textContent : "");
  if (answered.verdict) { go(line, 1); } else { line.focus(); }
  answered = null;
});
localTimes(document);
