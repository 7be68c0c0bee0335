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

// Says something to people who cannot see what has changed.
export function say(text) {
  document.getElementById("said").textContent = text;
}

document.addEventListener("htmx:afterSwap", event => localTimes(event.detail.elt.parentNode || document));
document.addEventListener("htmx:responseError", event => say(event.detail.xhr.responseText));
document.addEventListener("htmx:sendError", () => say(document.body.dataset.gone || "Ballast does not answer"));
localTimes(document);
