// The ways on every page: g and a letter to a room, Ctrl+K to a room, an article or an action by its name, ? to the keys.
// z undoes and Z redoes where the room does not do it itself.
import { press } from "/static/editing.js";

const dialog = document.getElementById("places");
const keys = document.getElementById("keys");
const box = dialog.querySelector("input");
const list = dialog.querySelector("ul");
let going = false;

const isTaken = event => event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing
  || document.querySelector("dialog[open]") || event.target.closest?.("input:not([type=checkbox], [type=radio]), select, textarea");

// The letter after g is not for the room.
addEventListener("keydown", event => {
  if (!going || event.key === "Shift") { return; }
  going = false;
  if (isTaken(event)) { return; }
  event.preventDefault();
  event.stopImmediatePropagation();
  document.querySelector(`.bar [data-letter="${CSS.escape(event.key)}"]`)?.click();
}, true);

addEventListener("keydown", event => {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    open();
  } else if (isTaken(event)) {
    return;
  } else if (event.key === "g") {
    going = true;
  } else if (event.key === "?") {
    keys.showModal();
  } else if (event.key === "z" || event.key === "Z") {
    press(document.getElementById(event.key === "z" ? "undo-button" : "redo-button"));
  }
});

document.getElementById("show-keys").addEventListener("click", () => keys.showModal());
document.getElementById("show-places").addEventListener("click", open);

function open() {
  box.value = "";
  dialog.showModal();
  find();
}

async function find() {
  const asked = box.value;
  const answer = await fetch("/places?" + new URLSearchParams({ q: asked }));
  const places = answer.ok ? await answer.text() : "";
  if (box.value !== asked) { return; }
  list.innerHTML = places;
  const fits = line => line.textContent.toLowerCase().includes(asked.trim().toLowerCase());
  for (const line of [...keys.querySelectorAll("dl:first-of-type div")].filter(fits)) { list.append(action(line)); }
}

// A line of the list of keys as a button that presses the first of its keys.
function action(line) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const key = line.querySelector("kbd").cloneNode(true);
  button.type = "button";
  button.append(line.querySelector("dd").textContent + " ", key);
  button.addEventListener("click", () => {
    dialog.close();
    document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: key.textContent.split(" ")[0], bubbles: true, cancelable: true }));
  });
  item.append(button);
  return item;
}

box.addEventListener("input", find);
dialog.addEventListener("keydown", event => {
  const all = [box, ...list.querySelectorAll("a, button")];
  const at = all.indexOf(document.activeElement);
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by) {
    all[Math.min(all.length - 1, Math.max(0, at + by))].focus();
  } else if (event.key === "Enter" && at === 0) {
    all[1]?.click();
  } else { return; }
  event.preventDefault();
});
