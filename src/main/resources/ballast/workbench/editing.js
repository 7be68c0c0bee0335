// What rooms in which translations are edited share.
// What has just been drawn may not be known to htmx yet: a quick key would be lost.
export function press(button) {
  if (button) {
    window.htmx.process(button);
    button.click();
  }
}

// After this many milliseconds a part that has arrived is in its place, and has the focus again.
const SETTLED = 60;

// After this many milliseconds the page is looked at again: an element that has gone does not tell the end of its request.
const UNTOLD = 500;

// What waits, in the order of its keys.
const waiting = [];

// Does something as soon as no part of the page is on its way: a key for what is being replaced would be lost.
export function whenQuiet(deed) {
  waiting.push(deed);
  if (waiting.length === 1) { work(); }
}

// Whether keys wait, which may lead to another place.
export const keysWait = () => waiting.length > 0;

function work() {
  while (waiting.length > 0 && !document.querySelector(".htmx-request:not(#corrections)")) {
    waiting.shift()();
  }
  if (waiting.length === 0) { return; }
  const again = () => {
    clearTimeout(late);
    document.removeEventListener("htmx:afterRequest", again);
    document.removeEventListener("htmx:afterSettle", again);
    setTimeout(work, SETTLED);
  };
  const late = setTimeout(again, UNTOLD);
  document.addEventListener("htmx:afterRequest", again);
  document.addEventListener("htmx:afterSettle", again);
}

// The keys of the box in which a translation or a reason is written.
export function editing(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    window.htmx.process(event.target.form);
    event.target.form.requestSubmit();
  } else if (event.key === "Escape") {
    event.preventDefault();
    press(event.target.form.querySelector("[data-leave]"));
  }
}
