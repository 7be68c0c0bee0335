
// Filters by term, file and words, and keys: the page is whole without this.
(function () {
  "use strict";
  var form = document.querySelector("form.filters");
  var findings = Array.prototype.slice.call(document.querySelectorAll("tbody.finding"));
  var hints = document.querySelector("details.hints");
  var files = Array.prototype.slice.call(document.querySelectorAll("tbody.file"));

  function value(id) {
    var control = document.getElementById(id);
    return control ? control.value : "";
  }

  function isHint(one) { return Boolean(hints && hints.contains(one)); }

  function place(one) { return isHint(one) + one.dataset.file; }

  function filter() {
    var term = value("term");
    var file = value("file");
    var words = value("words").trim().toLowerCase();
    findings.forEach(function (one) {
      one.hidden = Boolean((term && one.dataset.term !== term) || (file && one.dataset.file !== file)
        || (words && one.textContent.toLowerCase().indexOf(words) < 0));
    });
    var found = findings.filter(function (one) { return !one.hidden; });
    if (found.length > 0 && found.length < findings.length && found.every(isHint)) { hints.open = true; }
    // A file of which nothing is shown has no heading; style has its part in that.
    var shown = inSight("tbody.finding");
    var left = new Set(shown.map(place));
    files.forEach(function (one) { one.hidden = !left.has(place(one)); });
    var open = findings.filter(function (one) { return !isHint(one) || hints.open; }).length;
    var text = document.querySelector(".shown");
    text.textContent = shown.length === open ? "" : text.dataset.text.replace("{0}", shown.length).replace("{1}", open);
  }

  // Opens the hints around the finding that the reader goes to.
  function reveal() {
    var target = document.querySelector("tbody.finding:target");
    if (target && isHint(target) && !hints.open) {
      hints.open = true;
      target.scrollIntoView();
    }
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
    if (hints) { hints.addEventListener("toggle", filter); }
    filter();
  }
  addEventListener("hashchange", reveal);
  reveal();
  document.querySelectorAll("a[data-term]").forEach(function (link) {
    link.addEventListener("click", function () { only(link.dataset.term); });
  });
  keysOf("tbody.finding", {
    "/": function () { if (form) { document.getElementById("words").focus(); } },
    h: function () { if (hints) { hints.open = !hints.open; } },
    t: function () { var one = document.querySelector("tbody.finding:target"); if (one && one.dataset.term) { only(one.dataset.term); } },
    a: function () { if (form) { form.reset(); } }
  });
})();
