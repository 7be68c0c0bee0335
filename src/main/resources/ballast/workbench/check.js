// The room of the check: keys, and where the focus goes when rows are drawn again.
import { editing, press, whenQuiet } from "/static/editing.js";

const ROWS = ".decision, .place, .finding";
const rows = () => [...document.querySelectorAll("#check :is(" + ROWS + ")")];
const within = selector => here()?.querySelector(selector);
const panel = document.getElementById("answer-place");
let left = null;
let last = null;
let placeAt = 0;

// The row with the focus; in the answers, the one that they are for.
const here = () => (panel?.contains(document.activeElement) ? last?.isConnected && last : null)
  || document.activeElement?.closest?.("#check :is(" + ROWS + ")") || null;

// A request that another one replaces is no mistake.
const get = (path, more) => window.htmx.ajax("GET", path, more).catch(() => {});

function focus(row) {
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

function go(by) {
  const all = rows();
  const at = all.indexOf(here());
  focus(at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + by))]);
}

// The first of such rows after the one that has the focus, else the first of all.
function next(wanted) {
  const all = rows();
  const later = all.slice(all.indexOf(here()) + 1);
  focus([...later, ...all].find(wanted));
}

const isOpen = row => row.matches(".decision") && !row.dataset.answered;

// The answers: what each would write is shown before it is given.
const name = row => row.closest(".decision").dataset.key + " " + (row.dataset.unit || "");
const isShown = row => panel.querySelector("#answers")?.dataset.for === name(row);
let soon = 0;

function show(row) {
  clearTimeout(soon);
  if (!panel || isShown(row)) { return; }
  const [decision, unit] = name(row).split(" ");
  get("/check/decision", { source: panel, target: panel, swap: "innerHTML", values: { decision, unit } });
}

function empty() {
  const none = document.createElement("p");
  none.className = "soft";
  none.textContent = panel.dataset.later;
  panel.replaceChildren(none);
}

document.addEventListener("focusin", event => {
  const row = event.target.closest?.("#check :is(" + ROWS + ")");
  if (!panel || !row) { return; }
  last?.classList.remove("here");
  last = row;
  row.classList.add("here");
  clearTimeout(soon);
  if (row.matches(".finding") || row.closest(".decision").dataset.answered) { empty(); } else { soon = setTimeout(show, 120, row); }
});

// What keys ask for is done in turn, also by those pressed before the page has followed.
const quiet = () => new Promise(whenQuiet);
let pending = 0;
let turn = Promise.resolve();

function inTurn(deed) {
  pending++;
  turn = turn.then(quiet).then(deed).then(quiet).catch(console.error).then(() => { pending--; });
}

// A key is answered as soon as its answer is on the page: its field gets the focus, or it is given.
async function choose(kind) {
  const row = here();
  if (!row?.matches(".decision, .place") || row.dataset.answered) { return; }
  // A check that ends meanwhile makes the answers old.
  for (let i = 0; i < 3 && !isShown(row); i++) {
    show(row);
    await quiet();
  }
  if (last !== row || !row.isConnected || !isShown(row)) { return; }
  const form = document.getElementById("choose-" + kind);
  const field = form?.querySelector("[data-answer-text]");
  if (field) { field.select(); } else { press(form?.querySelector("button")); }
}

function write(form) {
  const text = form.querySelector("pre[data-blank]");
  const field = form.querySelector("[data-answer-text]");
  if (!text || !field) { return; }
  text.dataset.text ??= text.textContent;
  if (field.value.trim()) { text.textContent = text.dataset.text.replaceAll(text.dataset.blank, field.value.trim()); }
}

panel?.addEventListener("input", event => write(event.target.form));

function examples() {
  const row = here()?.closest(".decision");
  const part = row?.querySelector(".examples");
  if (!part) { return; }
  part.hidden = !part.hidden;
  row.querySelector("[data-examples]").setAttribute("aria-expanded", !part.hidden);
}

// Opens the places of a decision, or closes them.
function open(row) {
  if (!row || row.dataset.answered) { return; }
  if (row.dataset.opened) {
    delete row.dataset.opened;
    row.querySelector(".places").remove();
    return focus(row);
  }
  get("/check/places?decision=" + row.dataset.key, { source: row, target: row, swap: "outerHTML" });
}

// Rows are not drawn again while a person is writing; saving and leaving draw them.
let isLate = false;
const isWriting = () => document.querySelector("#check :is([data-edit], [data-waive])") || document.activeElement?.matches("[data-answer-text]");

function refresh() {
  const section = document.getElementById("check");
  isLate = section && isWriting();
  if (!section || isLate) { return; }
  remember(here());
  panel?.querySelector("#answers")?.removeAttribute("data-for"); // another check may say otherwise
  get(section.dataset.address, { source: section, target: "#check", select: "#check", swap: "outerHTML" });
}

document.addEventListener("focusout", () => setTimeout(() => { if (isLate) { refresh(); } }));

function remember(row) {
  const decision = row?.closest(".decision");
  left = row && { key: row.dataset.key, at: rows().indexOf(row), decision: decision?.dataset.opened && decision.dataset.key };
}

// An answered row stays in its place, with its answer, until others are asked for.
let answered = [];

function keep() {
  let before = null;
  answered = [];
  for (const row of document.querySelectorAll("#check .decision")) {
    if (row.dataset.answered) { answered.push({ row, before }); }
    before = row.dataset.key;
  }
}

function putBack() {
  const table = document.querySelector("#check .decisions");
  for (const { row, before } of answered) {
    if (table && !document.getElementById(row.id)) {
      table.hidden = false;
      const place = before && document.getElementById("d-" + before);
      if (place) { place.after(row); } else { table.tHead.after(row); }
    }
  }
  answered = [];
}

const isFinding = () => here()?.matches(".finding");
const keys = {
  j: () => go(1),
  k: () => go(-1),
  ArrowDown: () => go(1),
  ArrowUp: () => go(-1),
  J: () => next(row => row.dataset.severity === "error" && !row.dataset.answered),
  y: () => inTurn(() => choose("allow")),
  n: () => inTurn(() => choose("not-in")),
  h: () => inTurn(() => isFinding() ? press(within("[id^=waive-]")) : choose("waive")),
  f: () => inTurn(() => isFinding() ? press(within("[id^=fix-]")) : choose("fix")),
  o: () => isFinding() ? within(".past > summary")?.click() : inTurn(() => open(here()?.closest(".decision"))),
  e: () => inTurn(() => press(within("[id^=edit-]"))),
  a: () => inTurn(() => press(within("[id^=approve-]"))),
  z: () => inTurn(() => press(document.getElementById("undo-button"))),
  Z: () => inTurn(() => press(document.getElementById("redo-button"))),
};

document.addEventListener("keydown", event => {
  if (event.target.dataset?.edit || event.target.dataset?.waive) { return editing(event); }
  if (event.key === "Escape" && event.target.matches?.("[data-answer-text]")) { return focus(last); }
  const field = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (field || event.altKey || event.ctrlKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]")) { return; }
  const row = here();
  if (event.key === "Enter" && row && event.target === row) {
    if (row.matches(".decision")) { examples(); } else { within("[id^=open-]")?.click(); }
  } else if (event.key === "Escape" && row?.closest("[data-opened]")) {
    open(row.closest("[data-opened]"));
  } else if (keys[event.key] && (row || !event.key.startsWith("Arrow"))) {
    if (pending && /^[jkJ]$|^Arrow/.test(event.key)) { inTurn(keys[event.key]); } else { keys[event.key](); }
  } else { return; }
  event.preventDefault();
});

// By mouse; the form for a reason is left without asking the server.
document.addEventListener("click", event => {
  const form = event.target.closest?.("[data-leave]")?.closest(".waiver");
  if (form) {
    const row = form.closest(".finding");
    form.remove();
    row.focus();
  } else if (event.target.closest?.("[data-examples]")) {
    examples();
  } else if (event.target.closest?.("[data-one]")) {
    keys.o();
  } else if (event.target.closest?.("[data-waive-one]")) {
    keys.h();
  } else if (event.target.closest?.("#check .decision tr.row, #check .place") && !event.target.closest("a, button")) {
    focus(event.target.closest(".place, .decision"));
  }
});

// In the list of waivers the next one gets the focus when one is taken back.
let takenBack = -1;
const backs = () => [...document.querySelectorAll("#waivers [id^=back-]")];

document.addEventListener("htmx:beforeRequest", event => {
  takenBack = backs().indexOf(event.detail.elt);
  if (event.detail.target?.id.startsWith("d-")) { placeAt = [...event.detail.target.querySelectorAll(".place")].indexOf(last); }
  if (event.detail.target?.id === "check") { remember(event.detail.elt.closest?.(ROWS) || here()); }
});

document.addEventListener("htmx:beforeSwap", event => {
  if (event.detail.target?.id === "check" && event.detail.requestConfig.elt.id !== "filters") { keep(); }
});

document.addEventListener("htmx:afterSettle", event => {
  const part = event.detail.elt;
  const id = part?.id || "";
  if (id === "check") {
    putBack();
    arrive();
  } else if (id.startsWith("d-")) {
    const places = [...part.querySelectorAll(".place")];
    if (part.dataset.answered) { focus(part); next(isOpen); } else { focus(places[Math.min(places.length - 1, Math.max(0, placeAt))] || part); }
  } else if (id === "answers" || part === panel) {
    panel.querySelectorAll("form").forEach(write);
  } else if (id === "waivers" && takenBack >= 0) {
    (backs()[Math.min(takenBack, backs().length - 1)] || part).focus();
    takenBack = -1;
  } else if (id.startsWith("t-")) {
    (part.querySelector("textarea[data-edit]") || part.closest(".finding, .place"))?.focus();
  } else if (id.startsWith("w-")) {
    part.querySelector("input[data-waive]")?.focus();
  }
});

// After rows were drawn again the focus is where it was, or where that row was.
function arrive() {
  if (!left) { return; }
  const all = rows();
  if (left.decision && document.getElementById("d-" + left.decision)) {
    const row = document.getElementById("d-" + left.decision);
    if (!row.dataset.opened) { focus(row); return open(row); }
  }
  focus(document.getElementById("d-" + left.key) || document.getElementById("f-" + left.key)
    || all[Math.min(all.length - 1, Math.max(0, left.at))] || document.getElementById("found"));
  left = null;
}

document.body.addEventListener("undone", event => {
  const row = document.getElementById("d-" + event.detail.value);
  if (row) { delete row.dataset.answered; }
  focus(row);
  inTurn(refresh);
});
// Rows drawn again while an answer is on its way would not get it.
document.body.addEventListener("check-changed", () => inTurn(refresh));
document.body.addEventListener("memory-changed", () => inTurn(refresh));
