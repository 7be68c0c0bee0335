
// Filters by term, file and words, and keys: the page is whole without this.
(function () {
  "use strict";
  var form = document.querySelector("form.filters");
  var findings = Array.prototype.slice.call(document.querySelectorAll("tbody.finding"));
  var files = Array.prototype.slice.call(document.querySelectorAll("tbody.file"));

  function value(id) {
    var control = document.getElementById(id);
    return control ? control.value : "";
  }

  function filter() {
    var term = value("term");
    var file = value("file");
    var words = value("words").trim().toLowerCase();
    findings.forEach(function (one) {
      one.hidden = Boolean((term && one.dataset.term !== term) || (file && one.dataset.file !== file)
        || (words && one.textContent.toLowerCase().indexOf(words) < 0));
    });
    // A file of which nothing is shown has no heading; style has its part in that.
    var shown = inSight("tbody.finding");
    var left = new Set(shown.map(function (one) { return one.dataset.file; }));
    files.forEach(function (one) { one.hidden = !left.has(one.dataset.file); });
    var all = shown.length === findings.length;
    document.querySelector(".shown").textContent = all ? "" : shown.length + " of " + findings.length + " findings are shown.";
  }

  function only(term) {
    var control = document.getElementById("term");
    if (form && control) {
      form.reset();
      control.value = term;
      filter();
    }
  }

  if (form) {
    form.querySelector(".scripted").hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("reset", function () { setTimeout(filter, 0); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    filter();
  }
  document.querySelectorAll("a[data-term]").forEach(function (link) {
    link.addEventListener("click", function () { only(link.dataset.term); });
  });
  keysOf("tbody.finding", {
    "/": function () { if (form) { document.getElementById("words").focus(); } },
    h: function () { var hints = document.getElementById("info"); if (hints) { hints.click(); } },
    t: function () { var one = document.querySelector("tbody.finding:target"); if (one && one.dataset.term) { only(one.dataset.term); } },
    a: function () { if (form) { form.reset(); } }
  });
})();
