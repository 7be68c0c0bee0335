// The Align room: which bead is chosen, the moves, and the rows that are drawn as they come into view.
import { ask, say, problem, solved, localTimes } from "/static/workbench.js";
import { Cutting } from "/static/cutting.js";
import { Rows } from "/static/rows.js";
import { Strip } from "/static/strip.js";

// On the way to another page this one is not loaded again.
let leaving = false;
addEventListener("beforeunload", () => { leaving = true; });

const root = document.getElementById("align");
const rows = new Rows(document.getElementById("beads"), root.dataset, () => { if (!leaving) { location.reload(); } });
const strip = new Strip(document.getElementById("map"), go);
const tools = document.getElementById("tools").content.firstElementChild;
const aside = document.getElementById("aside");
const keys = document.getElementById("keys");
const looks = document.getElementById("looks");
const progress = document.getElementById("progress");
const head = root.querySelector(".head");
const TO_LOOK_AT = /[dom]/;

let map = root.dataset.map;
let at = 0;
let marked = -1;
let cutting = null;
let queue = read();

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
    about();
  }
  rows.refill(2).then(about);
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
  at = Math.max(0, Math.min(n, last()));
  leaveCut();
  const row = await rows.draw(at);
  if (!row || rows.number(row) !== at) { return; }
  for (const old of root.querySelectorAll(".here")) { old.classList.remove("here"); }
  row.classList.add("here");
  row.append(tools);
  tools.querySelector("select").value = "";
  offer(row);
  row.tabIndex = -1;
  if (focus) { row.focus({ preventScroll: true }); }
  row.scrollIntoView({ block: "nearest" });
  strip.show(map, at);
  history.replaceState(null, "", "#" + row.id);
  clearTimeout(go.later);
  go.later = setTimeout(about, 120);
}

// Only the moves that can be made are offered.
function offer(row) {
  const source = rows.sentences(row, "source").length;
  const target = rows.sentences(row, "target").length;
  const pair = source > 0 && target > 0;
  const next = at < last();
  const can = { "merge": next, "split": source > 1 || target > 1, "target-up": next, "target-down": next && target > 0, "source-up": next,
    "source-down": next && source > 0, "swap": next && target > 0, "unlink": pair, "link": !pair, "rest": pair, "release": row.matches(".set, .confirmed") };
  for (const button of tools.querySelectorAll("button")) { button.hidden = can[button.dataset.move] === false; }
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
  progress.textContent = (left ? fill(progress.dataset.left, left) : root.dataset.allLooked)
    + " " + fill(progress.dataset.of, map.length);
  progress.classList.toggle("todo", left > 0);
}

// One move after the other, each on what the one before has left.
function move(path, fields, then) {
  queue = queue.then(async () => {
    const values = typeof fields === "function" ? fields() : fields;
    let answer = await rows.post(path, { bead: at, ...values });
    while (answer.question) {
      if (!await ask(answer.question)) { return; }
      answer = await rows.post(path, { bead: at, ...values, accepted: answer.question });
    }
    if (answer.refused) { problem(answer.refused); return; }
    solved();
    map = answer.map;
    rows.change(answer);
    document.dispatchEvent(new CustomEvent("moved"));
    count();
    await go(then ? then(answer.select) : answer.select);
    say(answer.said);
    listLooks();
  });
  return queue;
}

const sentences = side => rows.sentences(rows.row(at), side);

// Between which sentences a bead is split unless one says so: in the middle of the side that has more.
function halves() {
  const source = sentences("source").length;
  const target = sentences("target").length;
  return source >= target
    ? { source: Math.ceil(source / 2), target: Math.min(target, Math.ceil(target / 2)) }
    : { source: Math.ceil(source / 2), target: Math.floor(target / 2) || 1 };
}

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

function cut() {
  leaveCut();
  cutting = new Cutting(sentences("source"), sentences("target"), place => {
    leaveCut();
    move("/align/move", { move: "split", ...place });
  });
  say(root.dataset.cutting);
}

function leaveCut() {
  if (cutting) { cutting.leave(); cutting = null; }
}

function link() {
  if (marked < 0) {
    marked = at;
    rows.row(at).classList.add("linking");
    say(fill(root.dataset.linking, at + 1));
    return;
  }
  const other = marked;
  unmark();
  move("/align/move", { move: "link", other });
}

function unmark() {
  marked = -1;
  for (const row of root.querySelectorAll(".linking")) { row.classList.remove("linking"); }
}

const simple = (name, more) => () => move("/align/move", { move: name, ...more });

const DEEDS = {
  "confirm": () => move("/align/move", { move: "confirm" }, n => n + 1),
  "merge": simple("merge"),
  "split": () => move("/align/move", () => ({ move: "split", ...halves() })),
  "cut": cut,
  "target-up": simple("shift-up", { side: "target" }),
  "target-down": simple("shift-down", { side: "target" }),
  "source-up": simple("shift-up", { side: "source" }),
  "source-down": simple("shift-down", { side: "source" }),
  "swap": simple("swap"),
  "unlink": simple("unlink"),
  "link": link,
  "rest": simple("shift-rest", { side: "target" }),
  "release": simple("release"),
  "realign": () => move("/align/move", between),
  "confirm-sure": simple("confirm-sure"),
  "undo": () => move("/align/undo", {}),
  "redo": () => move("/align/redo", {}),
  "next": () => go(at + 1),
  "previous": () => go(at - 1),
  "first": () => go(0),
  "last": () => go(last()),
  "next-look": () => step(1),
  "previous-look": () => step(-1),
  "type": () => tools.querySelector("select").focus(),
  "comment": () => document.dispatchEvent(new CustomEvent("comment", { detail: rows.row(at) })),
  "help": () => keys.showModal(),
};

function step(by) {
  const found = look(at + by, by);
  if (found >= 0) { go(found); } else if (look(0, 1) < 0) { say(root.dataset.allLooked); } else { go(look(by > 0 ? 0 : last(), by)); }
}

const KEYS = { Enter: "confirm", m: "merge", s: "split", c: "cut", "]": "target-up", "[": "target-down", "}": "source-up", "{": "source-down",
  w: "swap", x: "unlink", l: "link", g: "rest", r: "release", a: "realign", o: "comment", z: "undo", y: "redo", ArrowDown: "next", j: "next",
  ArrowUp: "previous", k: "previous", Home: "first", End: "last", n: "next-look", p: "previous-look", t: "type", "?": "help" };

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) { return; }
  if (cutting && cutting.key(event)) { event.preventDefault(); return; }
  if (event.key === "Escape") { leaveCut(); unmark(); return; }
  // A button, a link or a choice that has the focus takes these keys itself.
  const own = event.target.closest("button, a, summary, select, input, textarea");
  if (own && (event.key === "Enter" || event.key.startsWith("Arrow") || own.matches("select, input, textarea"))) { return; }
  const deed = DEEDS[KEYS[event.key]];
  if (deed) {
    event.preventDefault();
    deed();
  }
});

root.addEventListener("click", event => {
  const button = event.target.closest("button[data-move], .head button");
  if (button) { DEEDS[button.dataset.move || button.id](); return; }
  const row = event.target.closest("tbody.bead");
  if (!row || event.target.closest("a, summary, select, label, .talk")) { return; }
  if (cutting && rows.number(row) === at) {
    cutting.point(event);
  } else if (rows.number(row) !== at && getSelection().isCollapsed) {
    go(rows.number(row));
  }
});
tools.querySelector("select").addEventListener("change", event => {
  if (event.target.value) { move("/align/move", { move: "type", type: event.target.value }); }
});
looks.addEventListener("toggle", listLooks);

function ofHash() {
  const prefix = "#" + root.dataset.prefix;
  return location.hash.startsWith(prefix) ? Number(location.hash.slice(prefix.length)) - 1 : -1;
}

addEventListener("hashchange", () => { if (ofHash() >= 0) { go(ofHash()); } });
count();
const begin = ofHash() >= 0 ? ofHash() : look(0, 1);
go(Math.max(0, begin));
