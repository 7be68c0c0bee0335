// The Align room: which bead is chosen, the moves, and the rows that are drawn as they come into view.
import { ask, say, problem, solved, localTimes } from "/static/workbench.js";
import { handles } from "/static/boundary.js";
import { Cutting } from "/static/cutting.js";
import { Rows } from "/static/rows.js";
import { Strip } from "/static/strip.js";

// On the way to another page this one is not loaded again.
let leaving = false;
addEventListener("beforeunload", () => { leaving = true; });

const root = document.getElementById("align");
const rows = new Rows(document.getElementById("beads"), root.dataset, () => { if (!leaving) { location.reload(); } });
const strip = new Strip(document.getElementById("map"), go);
const tools = document.getElementById("tools");
const only = document.getElementById("only");
const words = Object.fromEntries([...document.querySelectorAll("#words data")].map(one => [one.value, one.textContent]));
const said = document.getElementById("said");
const aside = document.getElementById("aside");
const looks = document.getElementById("looks");
const progress = document.getElementById("progress");
const head = root.querySelector(".head");
const TO_LOOK_AT = /[dom]/;

let map = root.dataset.map;
let at = 0;
let marked = -1;
let cutting = null;
let editing = null;
let queue = Promise.resolve();
let waiting = 0;
const ready = read();

// One deed after the other, each on what the one before has left.
function later(deed) {
  waiting++;
  queue = queue.then(deed).catch(error => problem(String(error))).finally(() => { waiting--; });
}

// Here what has been done is also shown, for a while.
function tell(text) {
  say(text);
  said.animate([{ opacity: 1 }, { opacity: 1, offset: 0.9 }, { opacity: 0 }], { duration: 6000, fill: "forwards" });
}

// What sticks to the top stands below the bar and the head, which takes two lines for a long name.
new ResizeObserver(() => {
  const [bar, own] = [document.querySelector(".bar"), head].map((one) => Math.floor(one.getBoundingClientRect().height));
  root.style.setProperty("--bar", bar + "px");
  root.style.setProperty("--under", (bar + own) + "px");
}).observe(head);

// The page may come before the files are read: moves wait for that, the terms come afterwards.
async function read() {
  if (!rows.state) {
    const found = await rows.open();
    if (!found) { problem(rows.unread); return; }
    if (found.anew || found.map.length !== map.length) { location.reload(); return; }
    map = found.map;
    await rows.refill(1);
    count();
    strip.show(map, at);
    filter();
    dress();
    about();
  }
  listLooks(); // it may have been opened before
  rows.refill(2).then(() => { dress(); about(); });
}

const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (all, i) => values[i]);
const last = () => map.length - 1;

// Where the next bead to look at is, in one direction; -1: nowhere.
function look(from, by) {
  for (let i = from; i >= 0 && i < map.length; i += by) {
    if (TO_LOOK_AT.test(map[i])) { return i; }
  }
  return -1;
}

// Chooses a bead. The row is drawn first if it was not in view yet.
async function go(n, { focus = true } = {}) {
  leaveCut();
  at = Math.max(0, Math.min(n, last()));
  const row = await rows.draw(at);
  if (!row || rows.number(row) !== at) { return; }
  for (const old of root.querySelectorAll(".here")) { old.classList.remove("here"); }
  row.classList.add("here");
  dress();
  row.tabIndex = -1;
  if (focus) { row.focus({ preventScroll: true }); }
  row.scrollIntoView({ block: "nearest" });
  strip.show(map, at);
  history.replaceState(null, "", "#" + row.id);
  clearTimeout(go.later);
  go.later = setTimeout(about, 120);
}

// Only the moves that can be made are offered, each always in its place.
function dress() {
  const row = rows.row(at);
  if (!row || cutting || editing) { return; }
  const source = rows.sentences(row, "source").length;
  const target = rows.sentences(row, "target").length;
  const pair = source > 0 && target > 0;
  const next = at < last();
  const can = { "merge": next, "edit": pair, "target-up": next, "target-down": next && target > 0, "source-up": next,
    "source-down": next && source > 0, "swap": next && target > 0, "unlink": pair, "link": !pair, "rest": pair, "release": row.matches(".set, .confirmed") };
  for (const button of tools.querySelectorAll("button")) { button.disabled = can[button.dataset.move] === false; }
  tools.querySelector("select").value = ["heading", "furniture"].find(type => row.classList.contains(type)) ?? "paragraph";
  handles(row, words.boundary, (body, side) => rows.sentences(body, side), (side, down) => later(() =>
    move("/align/move", { move: down > 0 ? "shift-down" : "shift-up", side, sentences: Math.abs(down) })));
}

// What is known about the bead that is chosen.
async function about() {
  if (rows.moves > 0 || !rows.state) { return; } // it is asked again afterwards
  const n = at;
  const text = await rows.get("/align/bead", { bead: n });
  if (text !== null && n === at) {
    aside.innerHTML = text;
    localTimes(aside);
  }
}

async function listLooks() {
  if (looks.open && rows.state) {
    const text = await rows.get("/align/looks", {});
    if (text !== null) { looks.lastElementChild.innerHTML = text; }
  }
}

function count() {
  const left = [...map].filter(letter => TO_LOOK_AT.test(letter)).length;
  progress.textContent = (left ? fill(progress.dataset.left, left) : words["all-looked"]) + " · "
    + fill(progress.dataset.of, map.replace(/[^c]/g, "").length, map.replace(/f/g, "").length);
  progress.classList.toggle("todo", left > 0);
}

// Shows only what is to be looked at. What a move answers stays until the switch is pressed again.
function filter() {
  const on = only.getAttribute("aria-pressed") === "true";
  rows.table.classList.toggle("only", on);
  for (const body of rows.table.querySelectorAll(".later")) {
    body.hidden = on && !TO_LOOK_AT.test(map.slice(+body.dataset.from, +body.dataset.to));
  }
}

async function toggle(on) {
  only.setAttribute("aria-pressed", String(on));
  const address = new URL(location.href);
  if (on) { address.searchParams.set("only", ""); } else { address.searchParams.delete("only"); }
  history.replaceState(null, "", address);
  for (const row of root.querySelectorAll(".stay")) { row.classList.remove("stay"); }
  filter();
  await go(on && !TO_LOOK_AT.test(map[at]) ? Math.max(0, look(at, 1)) : at);
}

// The next row that is shown; the same if there is none.
function beside(n, by) {
  for (let i = n + by; i >= 0 && i <= last(); i += by) {
    if (!rows.table.matches(".only") || TO_LOOK_AT.test(map[i]) || rows.row(i)?.matches(".stay")) { return i; }
  }
  return n;
}

async function move(path, fields, then) {
  await ready;
  let answer = await rows.post(path, { bead: at, ...fields });
  while (answer.question) {
    if (!await ask(answer.question)) { return; }
    answer = await rows.post(path, { bead: at, ...fields, accepted: answer.question });
  }
  if (answer.refused) { problem(answer.refused); return answer; }
  solved();
  leaveCut();
  leaveEdit();
  map = answer.map;
  rows.change(answer);
  document.dispatchEvent(new CustomEvent("moved"));
  count();
  filter();
  await go(then ? then(answer.select) : answer.select);
  tell(answer.said);
  listLooks();
}

const sentences = side => rows.sentences(rows.row(at), side);

// How many beads are aligned again at a time, on either side.
const NEAR = 60;

// From the bead after the last fixed one above to the one before the first fixed one below, if they are near.
function between() {
  let first = at;
  let end = at;
  while (first > Math.max(0, at - NEAR) && !rows.isFixed(first - 1)) { first--; }
  while (end < Math.min(last(), at + NEAR) && !rows.isFixed(end + 1)) { end++; }
  return { move: "realign", bead: first, last: end };
}

async function cut() {
  await ready;
  const row = rows.row(at);
  if (row.querySelector(".edited")) { tell(words["edited-cut"]); return; }
  leaveCut();
  for (const shown of said.getAnimations()) { shown.cancel(); } // the row says it
  cutting = new Cutting(row, { source: sentences("source"), target: sentences("target") }, words,
    place => later(() => move("/align/move", { move: "split", ...place })));
  if (!cutting.isPossible) { leaveCut(); tell(words["no-cut"]); return; }
  row.classList.add("busy");
  row.focus({ preventScroll: true });
}

function leaveCut() {
  if (cutting) { cutting.leave(); cutting = null; rows.row(at)?.classList.remove("busy"); }
}

// The translation in the memory becomes a box in its place.
async function edit() {
  await ready;
  const row = rows.row(at);
  const text = sentences("source").length && sentences("target").length ? await rows.get("/align/text", { bead: at }) : null;
  let known = text?.replace(/\n$/, "");
  if (!known) { tell(words["no-edit"]); return; }
  const cell = row.querySelector("td.target");
  editing = document.createElement("div");
  editing.className = "edit";
  editing.innerHTML = "<textarea rows=2></textarea><p class=soft></p>";
  const [box, help] = editing.children;
  box.lang = sentences("target")[0].lang;
  box.setAttribute("aria-label", tools.querySelector("[data-move=edit]").title);
  box.defaultValue = known;
  help.textContent = words["edit-keys"];
  row.classList.add("busy");
  cell.append(editing);
  box.style.height = box.scrollHeight + 4 + "px";
  box.focus();
  box.setSelectionRange(known.length, known.length);
  box.addEventListener("keydown", event => {
    if (event.isComposing) { return; }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      // What is there now has been shown when it is sent again.
      later(async () => { known = (await move("/align/edit", { known, target: box.value }))?.known ?? known; });
    } else if (event.key === "Escape") {
      leaveEdit();
      row.focus({ preventScroll: true });
    }
  });
}

function leaveEdit() {
  if (editing) { editing.remove(); editing = null; rows.row(at)?.classList.remove("busy"); dress(); }
}

function link() {
  if (marked < 0) {
    marked = at;
    rows.row(at).classList.add("linking");
    tell(fill(words.linking, at + 1));
    return;
  }
  const other = marked;
  unmark();
  return move("/align/move", { move: "link", other });
}

function unmark() {
  marked = -1;
  for (const row of root.querySelectorAll(".linking")) { row.classList.remove("linking"); }
}

const simple = (name, more) => () => move("/align/move", { move: name, ...more });

const DEEDS = {
  "confirm": () => move("/align/move", { move: "confirm" }, n => beside(n, 1)),
  "merge": simple("merge"),
  "split": cut,
  "edit": edit,
  "target-up": simple("shift-up", { side: "target" }),
  "target-down": simple("shift-down", { side: "target" }),
  "source-up": simple("shift-up", { side: "source" }),
  "source-down": simple("shift-down", { side: "source" }),
  "swap": simple("swap"),
  "unlink": simple("unlink"),
  "link": link,
  "rest": simple("shift-rest", { side: "target" }),
  "release": simple("release"),
  "realign": () => move("/align/move", between()),
  "confirm-sure": simple("confirm-sure"),
  "undo": () => move("/align/undo", {}),
  "redo": () => move("/align/redo", {}),
  "next": () => go(beside(at, 1)),
  "previous": () => go(beside(at, -1)),
  "first": () => go(0),
  "last": () => go(last()),
  "next-look": () => step(1),
  "previous-look": () => step(-1),
  "only": () => toggle(only.getAttribute("aria-pressed") === "false"),
  "approve": () => tell(words.approving),
  "type": () => tools.querySelector("select").focus(),
  "comment": () => document.dispatchEvent(new CustomEvent("comment", { detail: rows.row(at) })),
};

function step(by) {
  const found = look(at + by, by);
  if (found < 0 && look(0, 1) < 0) { tell(words["all-looked"]); return null; }
  return go(found >= 0 ? found : look(by > 0 ? 0 : last(), by));
}

const KEYS = { Enter: "confirm", m: "merge", s: "split", e: "edit", "]": "target-up", "[": "target-down", "}": "source-up", "{": "source-down",
  w: "swap", u: "unlink", l: "link", c: "comment", i: "type", v: "only", a: "approve", z: "undo", Z: "redo", ArrowDown: "next", j: "next",
  ArrowUp: "previous", k: "previous", Home: "first", End: "last", J: "next-look", K: "previous-look" };

// A key acts on what the keys before it have left: what is typed for a box that was on its way goes there.
function press(event) {
  if (editing) {
    const box = editing.firstChild;
    if (event.key.length === 1) { box.setRangeText(event.key, box.selectionStart, box.selectionEnd, "end"); }
    return null;
  }
  if (cutting && cutting.key(event)) { return null; }
  if (event.key === "Escape") { leaveCut(); unmark(); return null; }
  return cutting ? null : DEEDS[KEYS[event.key]]?.();
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]")) { return; }
  // A button, a link or a choice that has the focus takes these keys itself.
  const own = event.target.closest("button, a, summary, select, input, textarea");
  if (own && (event.key === "Enter" || event.key.startsWith("Arrow") || own.matches("select, input, textarea"))) { return; }
  const known = event.key === "Escape" || KEYS[event.key];
  const expected = (cutting || waiting > 0) && (event.key.length === 1 || event.key.startsWith("Arrow"));
  if (!known && !expected) { return; }
  event.preventDefault();
  later(() => press(event));
});

root.addEventListener("click", event => {
  const button = event.target.closest("button[data-move], .head button");
  if (button) {
    if (!editing) { later(DEEDS[button.dataset.move || button.id]); }
    return;
  }
  const row = event.target.closest("tbody.bead");
  if (!row || editing || event.target.closest("a, summary, select, label, .talk, .grip")) { return; }
  if (cutting && rows.number(row) === at) {
    cutting.point(event);
  } else if (rows.number(row) !== at && getSelection().isCollapsed) {
    go(rows.number(row));
  }
});
root.addEventListener("dblclick", event => {
  if (event.target.closest(".here td.target :is(p, h3)") && !cutting && !editing) { later(edit); }
});
tools.querySelector("select").addEventListener("change", event => {
  if (event.target.value) { later(() => move("/align/move", { move: "type", type: event.target.value })); }
});
looks.addEventListener("toggle", listLooks);

function ofHash() {
  const prefix = "#" + root.dataset.prefix;
  return location.hash.startsWith(prefix) ? Number(location.hash.slice(prefix.length)) - 1 : -1;
}

addEventListener("hashchange", () => { if (ofHash() >= 0) { go(ofHash()); } });
count();
if (new URLSearchParams(location.search).has("only")) { only.setAttribute("aria-pressed", "true"); filter(); }
const begin = ofHash() >= 0 ? ofHash() : look(0, 1);
go(Math.max(0, begin));
