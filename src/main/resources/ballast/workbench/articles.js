// Files and folders that are dropped or chosen go to the server one by one; then it aligns them.
const place = document.getElementById("drop");
const status = document.getElementById("dropping");

function fill(pattern, ...values) {
  return pattern.replace(/\{(\d)\}/g, (all, i) => values[i]);
}

async function send(files) {
  const kept = [];
  const failed = [];
  for (const [path, file] of files) {
    status.textContent = fill(status.dataset.one, path);
    try {
      const answer = await fetch("/articles/file?name=" + encodeURIComponent(path), { method: "POST", body: file });
      const text = (await answer.text()).trim();
      if (answer.ok) { kept.push(text); } else { failed.push(fill(status.dataset.failed, path, text)); }
    } catch (error) {
      failed.push(fill(status.dataset.failed, path, error.message));
    }
  }
  status.textContent = failed.join("\n");
  if (kept.length > 1) {
    const form = new URLSearchParams(kept.map(name => ["file", name]));
    const answer = await fetch("/articles/align", { method: "POST", body: form });
    if (!answer.ok) { status.textContent = await answer.text(); return; }
    htmx.ajax("GET", "/articles/list", { target: "#articles", swap: "outerHTML" });
  }
}

// All files of an entry that was dropped, folders walked through.
async function walk(entry, path, found) {
  if (entry.isFile) {
    found.push([path + entry.name, await new Promise((yes, no) => entry.file(yes, no))]);
  } else if (entry.isDirectory) {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((yes, no) => reader.readEntries(yes, no));
      if (some.length === 0) { break; }
      for (const one of some) { await walk(one, path + entry.name + "/", found); }
    }
  }
}

const visible = ([path]) => !path.split("/").some(part => part.startsWith(".") || part.startsWith("~$"));

document.addEventListener("dragover", event => { event.preventDefault(); place.classList.add("over"); });
document.addEventListener("dragleave", event => { if (!event.relatedTarget) { place.classList.remove("over"); } });
document.addEventListener("drop", async event => {
  event.preventDefault();
  place.classList.remove("over");
  const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry);
  const found = [];
  for (const entry of entries) { await walk(entry, "", found); }
  send(found.filter(visible));
});
for (const input of place.querySelectorAll("input[type=file]")) {
  input.addEventListener("change", () => {
    send([...input.files].map(file => [file.webkitRelativePath || file.name, file]).filter(visible));
    input.value = "";
  });
}
