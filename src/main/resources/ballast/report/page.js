
"use strict";
// Keys only: the page is whole without this.
(function () {
  var looks = Array.prototype.slice.call(document.querySelectorAll("tbody.look"));
  var only = document.getElementById("only");
  var keys = document.getElementById("keys");
  var hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = "Press ? for keys.";
  document.querySelector("header").appendChild(hint);

  function show(bead) {
    bead.tabIndex = -1;
    location.hash = bead.id;
    bead.focus({ preventScroll: true });
  }

  // Where the reader is: the bead last jumped to while it is in sight, else what is at the top.
  function step(by) {
    var current = looks.indexOf(document.querySelector("tbody.look:target"));
    if (current >= 0) {
      var box = looks[current].getBoundingClientRect();
      if (box.bottom > 0 && box.top < innerHeight) {
        return looks[current + by];
      }
    }
    var below = looks.filter(function (bead) { return bead.getBoundingClientRect().top > 0; });
    var above = looks.filter(function (bead) { return bead.getBoundingClientRect().bottom < 0; });
    return by > 0 ? below[0] : above[above.length - 1];
  }

  function reasons() {
    var all = Array.prototype.slice.call(document.querySelectorAll("tr.why details"));
    var open = all.some(function (one) { return !one.open; });
    all.forEach(function (one) { one.open = open; });
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || keys.open) { return; }
    var by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (by) {
      var bead = step(by);
      if (bead) { show(bead); }
    } else if (event.key === "o" && only) {
      only.checked = !only.checked;
    } else if (event.key === "w") {
      reasons();
    } else if (event.key === "?") {
      keys.showModal();
    } else { return; }
    event.preventDefault();
  });
})();
