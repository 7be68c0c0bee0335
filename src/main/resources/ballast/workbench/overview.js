// The room of the overview: a file whose sentences are looked up in the memory.
import { ask, takes } from "./dropping.js";

// The counts that take the place of the offer get its focus.
let offered = false;
document.addEventListener("htmx:beforeRequest", event => {
  if (event.detail.elt.id === "check-memory") { offered = true; }
});
document.addEventListener("htmx:afterSettle", event => {
  if (offered && event.detail.elt?.id === "findings") {
    event.detail.elt.focus();
    offered = false;
  }
});

takes(document.getElementById("drop"), file => ask("/overview/file?name=", file, "covered"));
