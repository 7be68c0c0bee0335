// The keys of the box in which a translation or a reason is written.
export function editing(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.target.form.requestSubmit();
  } else if (event.key === "Escape") {
    event.preventDefault();
    event.target.form.querySelector("[data-leave]").click();
  }
}
