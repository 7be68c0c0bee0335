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

// Does something as soon as no part of the page is on its way: a key for what is being replaced would be lost.
export function whenQuiet(deed) {
  if (!document.querySelector(".htmx-request")) { deed(); return; }
  const again = () => {
    document.removeEventListener("htmx:afterRequest", again);
    document.removeEventListener("htmx:afterSettle", again);
    setTimeout(() => whenQuiet(deed), SETTLED);
  };
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
