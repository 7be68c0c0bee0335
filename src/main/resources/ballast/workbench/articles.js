// Files and folders that are dropped or chosen go to the server one by one; then it aligns them.
const place = document.getElementById("drop");
const status = document.getElementById("dropping");

function fill(pattern, ...values) {
  return pattern.replace(/\{(\d)\}/g, (all, i) => values[i]);
}

function tell(text) {
  const line = document.createElement("p");
  line.textContent = text;
  status.append(line);
}

// Returns whether the server took the file.
async function sendOne(path, file) {
  try {
    const answer = await fetch("/articles/file?name=" + encodeURIComponent(path), { method: "POST", body: file });
    const text = (await answer.text()).trim();
    if (text || !answer.ok) { tell(answer.ok ? text : fill(status.dataset.failed, path, text)); }
    return answer.ok;
  } catch (error) {
    tell(fill(status.dataset.failed, path, error.message));
    return false;
  }
}

const coming = [];
let sending = false;
async function send(files) {
  coming.push(...files);
  if (sending) { return; }
  sending = true;
  status.replaceChildren();
  document.querySelector(".outcomes")?.remove();
  if (coming.length === 0) { tell(status.dataset.nothing); }
  const taken = [];
  while (coming.length > 0) {
    const [path, file] = coming.shift();
    status.dataset.now = fill(status.dataset.one, path);
    if (await sendOne(path, file)) { taken.push(path); }
  }
  delete status.dataset.now;
  sending = false;
  const answer = await fetch("/articles/align", { method: "POST", body: new URLSearchParams(taken.map(name => ["file", name])) });
  if (!answer.ok) { tell(await answer.text()); }
  htmx.ajax("GET", "/articles/list", { target: "#articles", swap: "outerHTML" });
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

// A decision leaves what was said of earlier files behind.
document.addEventListener("htmx:beforeRequest", event => {
  if (event.detail.requestConfig.verb === "post") { status.replaceChildren(); }
});

const visible = ([path]) => !path.split("/").some(part => part.startsWith(".") || part.startsWith("~$"));

document.addEventListener("dragover", event => { event.preventDefault(); place.classList.add("over"); });
document.addEventListener("dragleave", event => { if (!event.relatedTarget) { place.classList.remove("over"); } });
document.addEventListener("drop", async event => {
  event.preventDefault();
  place.classList.remove("over");
  const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry()).filter(entry => entry);
  const found = [];
  try {
    for (const entry of entries) { await walk(entry, "", found); }
  } catch (error) {
    tell(error.message);
  }
  send(found.filter(visible));
});
for (const input of place.querySelectorAll("input[type=file]")) {
  input.addEventListener("change", () => {
    send([...input.files].map(file => [file.webkitRelativePath || file.name, file]).filter(visible));
    input.value = "";
  });
}
