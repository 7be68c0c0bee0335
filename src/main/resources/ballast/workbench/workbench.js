// What all pages of the workbench share.
// Times are written in UTC; people read them in their own.
export function localTimes(root) {
  for (const time of root.querySelectorAll("time[datetime]")) {
    const date = new Date(time.dateTime);
    if (!isNaN(date)) {
      const isSameDay = time.dataset.since && new Date(time.dataset.since).toDateString() === date.toDateString();
      time.textContent = isSameDay
        ? date.toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" }) : local(time.dateTime);
    }
  }
  for (const text of root.querySelectorAll("[data-times]")) { text.textContent = local(text.textContent); }
}

// A text with its times as people read them.
function local(text) {
  return text.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?Z/g, time =>
    new Date(time).toLocaleString(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" }));
}

// Asks in a dialog: Enter accepts, Escape leaves.
export function ask(question) {
  const chinese = document.documentElement.lang.startsWith("zh");
  const dialog = document.createElement("dialog");
  dialog.id = "ask";
  dialog.setAttribute("aria-labelledby", "question");
  dialog.innerHTML = "<form method=dialog><p id=question></p><p class=line><button class=go value=yes></button><button value=no></button></p></form>";
  dialog.querySelector("p").textContent = local(question);
  const [yes, no] = dialog.querySelectorAll("button");
  [yes.textContent, no.textContent] = chinese ? ["确定", "取消"] : ["OK", "Cancel"];
  document.body.append(dialog);
  dialog.showModal();
  return new Promise(answer => dialog.addEventListener("close", () => {
    dialog.remove();
    answer(dialog.returnValue === "yes");
  }));
}

document.addEventListener("htmx:confirm", async event => {
  if (!event.detail.question) { return; }
  event.preventDefault();
  if (await ask(event.detail.question)) { event.detail.issueRequest(true); }
});

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
  box.firstChild.textContent = local(text.trim()) || (chinese ? "Ballast 没有回应" : "Ballast does not answer");
  box.hidden = false;
}

// What could not be done before has been left behind.
export function solved() {
  const box = document.getElementById("problem");
  if (box) { box.hidden = true; }
}

// What is typed and not saved is not left without a question.
addEventListener("beforeunload", event => {
  const typed = box => box.offsetParent && box.value !== box.defaultValue;
  if ([...document.querySelectorAll("main textarea")].some(typed)) { event.preventDefault(); }
});

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
// A part that answers a form without its button gets the focus.
document.addEventListener("htmx:afterSettle", event => {
  if (event.detail.elt.matches?.("[data-answer]")) { event.detail.elt.focus(); }
});
localTimes(document);
