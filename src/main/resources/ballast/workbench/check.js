// The room of the check: keys, and where the focus goes when findings are drawn again.
import { editing, press } from "/static/editing.js";

const rows = () => [...document.querySelectorAll("#check .finding")];
const here = () => document.activeElement?.closest?.("#check .finding") || null;
let left = null;

function focus(row) {
  row?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

function go(by) {
  const all = rows();
  const at = all.indexOf(here());
  focus(at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + by))]);
}

// The next error after the finding that has the focus, or the first one.
function nextError() {
  const all = rows();
  const later = all.slice(all.indexOf(here()) + 1);
  focus([...later, ...all].find(row => row.dataset.severity === "error"));
}

// The findings are not drawn again while a person is writing; saving and leaving draw them.
function refresh() {
  const section = document.getElementById("check");
  if (!section || section.querySelector("[data-edit], [data-waive]")) { return; }
  remember(here());
  window.htmx.ajax("GET", section.dataset.address,
    { source: section, target: "#check", select: "#check", swap: "outerHTML" });
}

function remember(row) {
  left = row && { key: row.dataset.key, at: rows().indexOf(row) };
}

const within = selector => here()?.querySelector(selector);
const keys = {
  j: () => go(1),
  k: () => go(-1),
  ArrowDown: () => go(1),
  ArrowUp: () => go(-1),
  n: nextError,
  f: () => press(within("[id^=fix-]")),
  e: () => press(within("[id^=edit-]")),
  a: () => press(within("[id^=approve-]")),
  w: () => press(within("[id^=waive-]")),
  h: () => within(".past > summary")?.click(),
  z: () => press(document.getElementById("undo-button")),
  y: () => press(document.getElementById("redo-button")),
  "?": () => document.getElementById("keys")?.showModal(),
};

document.getElementById("show-keys")?.addEventListener("click", () => keys["?"]());

document.addEventListener("keydown", event => {
  if (event.target.dataset?.edit || event.target.dataset?.waive) { return editing(event); }
  const field = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (field || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) { return; }
  const row = here();
  if (event.key === "Enter" && row && event.target === row) {
    within("[id^=open-]")?.click();
  } else if (keys[event.key] && (row || !event.key.startsWith("Arrow"))) {
    keys[event.key]();
  } else { return; }
  event.preventDefault();
});

// The form for a reason is left without asking the server.
document.addEventListener("click", event => {
  const form = event.target.closest?.("[data-leave]")?.closest(".waiver");
  if (form) {
    const row = form.closest(".finding");
    form.remove();
    row.focus();
  }
});

// In the list of waivers the next one gets the focus when one is taken back.
let takenBack = -1;
const backs = () => [...document.querySelectorAll("#waivers [id^=back-]")];

document.addEventListener("htmx:beforeRequest", event => {
  takenBack = backs().indexOf(event.detail.elt);
  if (event.detail.target?.id === "check") { remember(event.detail.elt.closest?.(".finding") || here()); }
});

document.addEventListener("htmx:afterSettle", event => {
  const part = event.detail.elt;
  const id = part?.id || "";
  if (id === "check" && left) {
    const all = rows();
    focus(document.getElementById("f-" + left.key) || all[Math.min(all.length - 1, Math.max(0, left.at))]
      || document.getElementById("found"));
    left = null;
  } else if (id === "waivers" && takenBack >= 0) {
    (backs()[Math.min(takenBack, backs().length - 1)] || part).focus();
    takenBack = -1;
  } else if (id.startsWith("t-")) {
    (part.querySelector("textarea[data-edit]") || part.closest(".finding"))?.focus();
  } else if (id.startsWith("w-")) {
    part.querySelector("input[data-waive]")?.focus();
  }
});

document.body.addEventListener("check-changed", refresh);
document.body.addEventListener("memory-changed", refresh);
