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

// Says something: what has changed to people who cannot see it, what was refused to everybody.
export function say(text, refused = false) {
  const said = document.getElementById("said");
  said.textContent = text;
  said.classList.toggle("refused", refused);
  clearTimeout(say.end);
  if (refused) { say.end = setTimeout(() => said.classList.remove("refused"), 12000); }
}

document.addEventListener("htmx:afterSwap", event => localTimes(event.detail.elt.parentNode || document));
document.addEventListener("htmx:responseError", event => say(event.detail.xhr.responseText, true));
document.addEventListener("htmx:sendError", () => say("Ballast does not answer", true));
localTimes(document);
