// A file that is dropped into a page, or chosen there, and what the server says of it.
import { problem, solved } from "./workbench.js";

// Sends a file; the answer takes the place of an element and gets the focus.
export async function ask(address, file, id) {
  try {
    const answer = await fetch(address + encodeURIComponent(file.name), { method: "POST", body: file });
    const text = await answer.text();
    if (!answer.ok) { problem(text); return; }
    solved();
    htmx.swap("#" + id, text, { swapStyle: "outerHTML" });
    document.getElementById(id).focus();
  } catch (error) {
    problem(error.message);
  }
}

// Takes one file at a time; a page without the place takes none.
export function takes(place, send) {
  if (!place) { return; }
  document.addEventListener("dragover", event => { event.preventDefault(); place.classList.add("over"); });
  document.addEventListener("dragleave", event => { if (!event.relatedTarget) { place.classList.remove("over"); } });
  document.addEventListener("drop", event => {
    event.preventDefault();
    place.classList.remove("over");
    if (event.dataTransfer.files.length > 0) { send(event.dataTransfer.files[0]); }
  });
  document.getElementById("file").addEventListener("change", event => {
    if (event.target.files.length > 0) { send(event.target.files[0]); }
    event.target.value = "";
  });
}
