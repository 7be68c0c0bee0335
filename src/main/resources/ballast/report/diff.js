
// Keys only: the page is whole without this.
(function () {
  "use strict";
  function toggle(id, other) {
    var one = document.getElementById(id);
    if (!one) { return; }
    if (other && one.checked) { document.getElementById(other).checked = true; } else { one.checked = !one.checked; }
  }
  keysOf("tbody.change:not(.unchanged)", {
    u: function () { toggle("kind-unchanged"); },
    f: function () { toggle("class-words", "class-all"); },
    a: function () { document.querySelector("form.filters").reset(); }
  });
})();
