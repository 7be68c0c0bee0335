// What all pages of the workbench share.
// Times are written in UTC; people read them in their own.
export function localTimes(root) {
  for (const time of root.querySelectorAll("time[datetime]")) {
    const date = new Date(time.dateTime);
    if (!isNaN(date)) {
      time.textContent = date.toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
    }
  }
}

// Says what has changed to people who cannot see it.
export function say(text) {
  document.getElementById("said").textContent = text;
}

document.addEventListener("htmx:afterSwap", event => localTimes(event.detail.elt.parentNode || document));
// Shows what could not be done, until it is closed or something else succeeds.
export function problem(text) {
  const chinese = document.documentElement.lang.startsWith("zh");
  let box = document.getElementById("problem");
  if (!box) {
    box = document.createElement("div");
    box.id = "problem";
    box.append(document.createElement("p"), document.createElement("button"));
    box.lastChild.type = "button";
    box.lastChild.textContent = chinese ? "关闭" : "Close";
    box.lastChild.addEventListener("click", () => { box.hidden = true; });
    box.firstChild.setAttribute("role", "alert");
    document.body.append(box);
  }
  box.firstChild.textContent = text.trim() || (chinese ? "Ballast 没有回应" : "Ballast does not answer");
  box.hidden = false;
}

// What could not be done before has been left behind.
export function solved() {
  const box = document.getElementById("problem");
  if (box) { box.hidden = true; }
}

// A part of a page may come with a status that says why it is not what was asked for.
const isPart = xhr => (xhr.getResponseHeader("Content-Type") || "").startsWith("text/html");
document.addEventListener("htmx:beforeSwap", event => {
  if (event.detail.xhr.status === 409 && isPart(event.detail.xhr)) { event.detail.shouldSwap = true; }
});
document.addEventListener("htmx:responseError", event => {
  if (!isPart(event.detail.xhr)) { problem(event.detail.xhr.responseText); }
});
document.addEventListener("htmx:sendError", () => problem(""));
document.addEventListener("htmx:afterRequest", event => {
  if (event.detail.successful) { solved(); }
});
localTimes(document);
