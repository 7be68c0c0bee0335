// Comments in every room: brings those of the units on the page under their sentences, and the keys to write them.
import { press, whenQuiet } from "/static/editing.js";
import { localTimes, problem, say } from "/static/workbench.js";

const align = document.getElementById("align");
const row = part => part?.closest?.(".unit, .change, .bead") || null;

async function ask(query) {
  const answer = await fetch("/comments?" + query);
  const text = await answer.text();
  if (!answer.ok) { problem(text); return []; }
  const part = document.createElement("template");
  part.innerHTML = text;
  return [...part.content.querySelectorAll(".talk")];
}

function show(place, box) {
  place.replaceWith(box);
  window.htmx.process(box);
  localTimes(box);
}

// The places of units that are not filled yet; in Check a unit may have several.
let filling = Promise.resolve();

async function fill() {
  const places = [...document.querySelectorAll(".talk:not([data-there])")];
  if (places.length === 0) { return; }
  for (const place of places) { place.dataset.there = "soon"; }
  const units = [...new Set(places.map(place => place.dataset.unit))];
  for (const box of await ask(new URLSearchParams(units.map(unit => ["unit", unit])))) {
    for (const place of places.filter(one => one.dataset.unit === box.dataset.unit)) { show(place, box.cloneNode(true)); }
  }
}

// In Align the units are known by their beads, of which some are drawn later.
let beads = [];

const ofAlign = more => new URLSearchParams({ document: align.dataset.document, ...more });

function draw() {
  for (const box of beads) {
    const bead = document.getElementById(align.dataset.prefix + box.dataset.bead);
    if (bead && !bead.querySelector(".talk")) { place(bead, box.cloneNode(true)); }
  }
}

function place(bead, box) {
  const line = document.createElement("tr");
  line.className = "talks";
  line.append(document.createElement("td"));
  line.firstChild.colSpan = 3;
  line.firstChild.append(box);
  bead.insertBefore(line, bead.querySelector(".tools"));
  show(box, box.cloneNode(true));
}

async function load() {
  beads = await ask(ofAlign({}));
  for (const old of align.querySelectorAll(".talks")) {
    if (!old.querySelector("[data-remark]:not([hidden] *)")) { old.remove(); }
  }
  draw();
}

async function write(on) {
  await filling;
  if (align && on && !on.querySelector(".talk")) {
    const number = on.id.slice(align.dataset.prefix.length);
    const box = (await ask(ofAlign({ bead: number }))).find(one => one.dataset.bead === number);
    if (box) { place(on, box); }
  }
  open(on?.querySelector(".talk > .new"));
}

function open(thread) {
  if (!thread) { return; }
  thread.querySelector("[data-part]").hidden = false;
  thread.querySelector("textarea").focus();
}

function leave(thread) {
  thread.querySelector("form").reset();
  thread.querySelector("[data-part]").hidden = true;
  row(thread)?.focus();
}

document.addEventListener("click", event => {
  const thread = event.target.closest?.(".thread");
  if (thread && event.target.closest("[data-say]")) { open(thread); }
  if (thread && event.target.closest("[data-unsay]")) { leave(thread); }
  if (event.target.closest?.("[data-comment]")) { write(row(event.target)); }
});

document.addEventListener("keydown", event => {
  if (event.target.matches?.("[data-remark]")) {
    const save = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    const thread = event.target.closest(".thread");
    if (save) { press(thread.querySelector("button[value=say]")); } else if (event.key === "Escape") { leave(thread); } else { return; }
    event.preventDefault();
    return;
  }
  const field = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (align || event.key !== "c" || field || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) { return; }
  event.preventDefault();
  whenQuiet(() => write(row(document.activeElement)));
});

// What has been said is shown wherever the unit is; the sentence has the focus again.
document.addEventListener("htmx:afterSettle", event => {
  const box = event.detail.elt;
  if (!box.matches?.(".talk")) { return; }
  for (const other of document.querySelectorAll(`.talk[data-unit="${box.dataset.unit}"]`)) {
    if (other !== box) { show(other, box.cloneNode(true)); }
  }
  beads = beads.filter(one => one.dataset.unit !== box.dataset.unit);
  beads.push(box.cloneNode(true));
  row(box)?.focus();
  say(box.querySelector(".badge.comments")?.textContent || "");
});

document.addEventListener("comment", event => write(event.detail));
document.addEventListener("moved", load);
const work = () => { if (align) { draw(); } else { filling = filling.then(fill); } };
if (align) { filling = load(); } else { work(); }
new MutationObserver(work)
  .observe(document.getElementById("main"), { childList: true, subtree: true });
