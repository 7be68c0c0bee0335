// The room of the glossary: the focus goes on to the next candidate, in the same column of buttons.
let next = null;
let which = "button";

document.addEventListener("htmx:beforeRequest", event => {
  const candidate = event.detail.elt.closest?.(".candidate");
  if (candidate) {
    next = candidate.nextElementSibling || candidate.previousElementSibling;
    which = event.detail.elt.matches("button") ? "button[type=button]" : "button";
  }
});
document.addEventListener("htmx:afterRequest", event => {
  if (!event.detail.successful) { next = null; }
});
document.addEventListener("htmx:afterSettle", () => {
  if (next?.isConnected && document.activeElement === document.body) {
    (next.querySelector(which) || document.getElementById("mine"))?.focus();
    next = null;
  }
});

// The buttons of an entry that was drawn again are gone: the focus goes to the undoing of its change.
document.addEventListener("htmx:afterSettle", event => {
  if (event.detail.elt.id === "concepts" && document.activeElement === document.body) {
    document.querySelector("#term [data-undo]")?.focus();
  }
});
