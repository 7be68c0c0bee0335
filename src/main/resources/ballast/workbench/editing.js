// What rooms in which translations are edited share.
// What has just been drawn may not be known to htmx yet: a quick key would be lost.
export function press(button) {
  if (button) {
    window.htmx.process(button);
    button.click();
  }
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
