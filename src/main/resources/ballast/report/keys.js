
// What the keys of all pages share.
function hintOfKeys() {
  var hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = document.documentElement.lang === "zh" ? "按 ? 查看快捷键。" : "Press ? for keys.";
  document.querySelector("header").appendChild(hint);
}

// Where the reader is: the one last jumped to while it is in sight, else what is at the top.
function neighbour(all, by) {
  var current = all.findIndex(function (one) { return one.matches(":target"); });
  if (current >= 0) {
    var box = all[current].getBoundingClientRect();
    if (box.bottom > 0 && box.top < innerHeight) { return all[current + by]; }
  }
  var below = all.filter(function (one) { return one.getBoundingClientRect().top > 0; });
  var above = all.filter(function (one) { return one.getBoundingClientRect().bottom < 0; });
  return by > 0 ? below[0] : above[above.length - 1];
}

function inSight(selector) {
  return Array.prototype.filter.call(document.querySelectorAll(selector),
    function (one) { return one.checkVisibility(); });
}

// n, j, p, k go from one to the next; "?" shows the list; others are the page's own.
function keysOf(selector, others) {
  var keys = document.getElementById("keys");
  hintOfKeys();
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || keys.open
      || /^(search|select-one|textarea)$/.test(event.target.type)) { return; }
    var by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (by) {
      var one = neighbour(inSight(selector), by);
      if (one) {
        one.tabIndex = -1;
        location.hash = one.id;
        one.focus({ preventScroll: true });
      }
    } else if (others[event.key]) {
      others[event.key]();
    } else if (event.key === "?") {
      keys.showModal();
    } else { return; }
    event.preventDefault();
  });
}
