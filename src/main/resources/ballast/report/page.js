
// Keys only: the page is whole without this.
(function () {
  "use strict";
  var only = document.getElementById("only");
  keysOf("tbody.look", {
    o: function () { if (only) { only.checked = !only.checked; } },
    w: function () {
      var all = Array.prototype.slice.call(document.querySelectorAll("tr.why details"));
      var open = all.some(function (one) { return !one.open; });
      all.forEach(function (one) { one.open = open; });
    }
  });
})();
