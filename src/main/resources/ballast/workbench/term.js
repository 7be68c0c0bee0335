// The form for a term: the key t opens it with the selected words, in every room.
import { press } from "/static/editing.js";
import { say } from "/static/workbench.js";

// More of a text than this is not sent along, in characters.
const LONG = 2000;
const plain = text => text.replace(/\s+/g, " ").trim();
const language = node => {
  const marked = node?.closest("[lang]:not(html)");
  return marked ? marked.lang.slice(0, 2) : "";
};
let before = null;

// The selected words on their side, with both texts of their pair, in which the other side may be found.
function selection() {
  const chosen = getSelection();
  const words = plain(chosen.toString());
  if (!words) { return {}; }
  const from = chosen.getRangeAt(0).startContainer;
  const node = from.nodeType === Node.ELEMENT_NODE ? from : from.parentElement;
  const side = ["zh", "en"].includes(language(node)) ? language(node) : /\p{Script=Han}/u.test(words) ? "zh" : "en";
  const values = { [side]: words };
  const all = (root, name) => [...root.querySelectorAll("[lang^=" + name + "]:not(.message)")];
  for (let root = node; root && root.id !== "main"; root = root.parentElement) {
    const texts = ["zh", "en"].map(name => plain(all(root, name).map(one => one.textContent).join(" ")));
    if (texts[0] && texts[1]) {
      if (texts.every(text => text.length < LONG)) { [values["text-zh"], values["text-en"]] = texts; }
      break;
    }
  }
  return values;
}

// The element stays, because an answer on its way takes its place.
function close() {
  const term = document.getElementById("term");
  if (term.matches("dialog")) { return term.close(); }
  term.classList.remove("notice");
  term.replaceChildren();
}

document.addEventListener("keydown", event => {
  const field = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (field || event.altKey || event.ctrlKey || event.metaKey || event.isComposing || document.querySelector("dialog[open]")) { return; }
  const undo = document.querySelector("#term.notice [data-undo]");
  if (event.key === "z" && undo) {
    event.preventDefault();
    event.stopImmediatePropagation();
    press(undo);
  } else if (event.key === "t" && !event.repeat) {
    before = document.activeElement;
    window.htmx.ajax("GET", "/terms/form", { target: "#term", swap: "outerHTML", values: selection() }).catch(() => {});
  } else if (document.querySelector("#term.notice") && !["Tab", "Shift", "Enter", " "].includes(event.key)) {
    close();
  }
}, true);

document.addEventListener("click", event => {
  const inside = event.target.closest?.("#term");
  if (inside ? event.target.closest("[data-close]") : document.querySelector("#term.notice")) { close(); }
});

document.addEventListener("htmx:afterSettle", event => {
  if (event.detail.elt.id !== "term") { return; }
  const term = document.getElementById("term");
  if (term.matches("dialog")) {
    term.showModal();
  } else {
    say(term.querySelector("p").textContent);
    if (before?.isConnected) { before.focus({ preventScroll: true }); }
  }
});
