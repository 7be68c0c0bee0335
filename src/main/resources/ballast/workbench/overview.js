// The room of the overview: a file whose sentences are looked up in the memory.
import { problem, solved } from "./workbench.js";

const place = document.getElementById("drop");

async function look(file) {
  try {
    const answer = await fetch("/overview/file?name=" + encodeURIComponent(file.name), { method: "POST", body: file });
    const text = await answer.text();
    if (!answer.ok) { problem(text); return; }
    solved();
    htmx.swap("#covered", text, { swapStyle: "outerHTML" });
    document.getElementById("covered").focus();
  } catch (error) {
    problem(error.message);
  }
}

if (place) {
  document.addEventListener("dragover", event => { event.preventDefault(); place.classList.add("over"); });
  document.addEventListener("dragleave", event => { if (!event.relatedTarget) { place.classList.remove("over"); } });
  document.addEventListener("drop", event => {
    event.preventDefault();
    place.classList.remove("over");
    if (event.dataTransfer.files.length > 0) { look(event.dataTransfer.files[0]); }
  });
  document.getElementById("file").addEventListener("change", event => {
    if (event.target.files.length > 0) { look(event.target.files[0]); }
    event.target.value = "";
  });
}
