
"use strict";
// Keys only: the page is whole without this.
(function () {
  var keys = document.getElementById("keys");
  var filters = document.querySelector("form.filters");
  var hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = "Press ? for keys.";
  document.querySelector("header").appendChild(hint);

  function visible() {
    return Array.prototype.filter.call(
      document.querySelectorAll("tbody.change:not(.unchanged)"),
      function (one) { return one.getClientRects().length > 0; });
  }

  // Where the reader is: the change last jumped to while it is in sight, else what is at the top.
  function step(by) {
    var all = visible();
    var current = all.indexOf(document.querySelector("tbody.change:target"));
    if (current >= 0) {
      var box = all[current].getBoundingClientRect();
      if (box.bottom > 0 && box.top < innerHeight) { return all[current + by]; }
    }
    var below = all.filter(function (one) { return one.getBoundingClientRect().top > 0; });
    var above = all.filter(function (one) { return one.getBoundingClientRect().bottom < 0; });
    return by > 0 ? below[0] : above[above.length - 1];
  }

  function toggle(id, other) {
    var one = document.getElementById(id);
    if (!one) { return; }
    if (other && one.checked) { document.getElementById(other).checked = true; } else { one.checked = !one.checked; }
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || keys.open) { return; }
    var by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (by) {
      var change = step(by);
      if (change) {
        change.tabIndex = -1;
        location.hash = change.id;
        change.focus({ preventScroll: true });
      }
    } else if (event.key === "u") {
      toggle("kind-unchanged");
    } else if (event.key === "f") {
      toggle("class-words", "class-all");
    } else if (event.key === "a") {
      filters.reset();
    } else if (event.key === "?") {
      keys.showModal();
    } else { return; }
    event.preventDefault();
  });
})();
