package ballast.report.revision;

import ballast.report.page.Html;
import ballast.report.page.PageRows;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.ChangedBy;
import ballast.revise.EditClass;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisionSummary;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes what a page of changes has besides its frame: totals, filters, and the changes of one
 * reviewer or two. The page loads the style {@code diff.css}.
 */
public final class DiffPartHtml {

  private final Html html;
  private final ComparedVersions compared;
  private final PageRows<RevisedPassage> rows;
  private final boolean sources;

  public DiffPartHtml(Html html, ComparedVersions compared) {
    this.html = html;
    this.compared = compared;
    this.rows = PageRows.of(listed(compared), compared.same().count(), RevisedPassage::isUnchanged);
    this.sources = rows.rows().stream().anyMatch(row -> !row.value().sources().isEmpty());
  }

  /** The requested passages, and the unchanged ones between them. */
  private static List<RevisedPassage> listed(ComparedVersions compared) {
    Set<RevisedPassage> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.addAll(compared.shown());
    return compared.passages().stream()
        .filter(passage -> passage.isUnchanged() || shown.contains(passage))
        .toList();
  }

  /** Writes all of it. */
  public void write() throws IOException {
    if (compared.hasTwoReviews()) {
      writeReviewTotals();
      writeReviewTable();
    } else {
      writeTotals();
      writeTable();
    }
  }

  void writeTotals() throws IOException {
    TotalsHtml totals = new TotalsHtml(html);
    totals.writeFirst(numbers());
    totals.writeTotals(compared);
    writeFilters(compared.summary(0));
    if (!rows.isWhole()) {
      html.add("<p class=\"left-out\">{}", rows.leftOut());
      if (rows.changes() > 0) {
        html.add(" The options <code>--only</code>, <code>--min-change</code> and");
        html.add(" <code>--no-format</code> choose among the changes; a table");
        html.add(" (<code>-o changes.csv</code>) holds all.");
      }
      html.add("</p>\n");
    }
  }

  void writeTable() throws IOException {
    html.add("<table class=\"{}\">\n", sources ? "three" : "two");
    html.add("<caption>Changed sentences</caption>\n<thead><tr>");
    writeHeads("Change", "Old", "New");
    ChangeHtml bodies = new ChangeHtml(html, compared, sources);
    for (PageRows.Row<RevisedPassage> row : rows.rows()) {
      bodies.write(row.value().first(), row.number());
    }
    html.add("</table>\n");
    if (compared.shown().isEmpty()) {
      html.add("<p class=\"nothing\">There are no differences.</p>\n");
    }
  }

  /** The row of each change on the page. */
  private IdentityHashMap<Change, Integer> numbers() {
    IdentityHashMap<Change, Integer> numbers = new IdentityHashMap<>();
    rows.rows().forEach(row -> numbers.put(row.value().first(), row.number()));
    return numbers;
  }

  void writeReviewTotals() throws IOException {
    new TotalsHtml(html).write(compared);
    writeReviewerFilters();
    if (!rows.isWhole()) {
      html.add("<p class=\"left-out\">{}", rows.leftOut());
      html.add(rows.changes() > 0 ? " The other formats contain them all.</p>\n" : "</p>\n");
    }
  }

  void writeReviewTable() throws IOException {
    html.add("<table class=\"three-versions\">\n<thead><tr>");
    String draft = compared.old().name();
    writeHeads("Who", draft, compared.reviews().get(0).name(), compared.revised().name());
    ReviewedHtml bodies = new ReviewedHtml(html, compared, sources);
    for (PageRows.Row<RevisedPassage> row : rows.rows()) {
      bodies.write(row.value(), row.number());
    }
    html.add("</table>\n");
  }

  private void writeHeads(String what, String... texts) throws IOException {
    html.add("<th scope=\"col\" class=\"what\">{}</th>", what);
    if (sources) {
      html.add("<th scope=\"col\">Source</th>");
    }
    for (String text : texts) {
      html.add("<th scope=\"col\">{}</th>", text);
    }
    html.add("</tr></thead>\n");
  }

  private void writeReviewerFilters() throws IOException {
    boolean unchanged = compared.shown().stream().anyMatch(RevisedPassage::isUnchanged);
    html.add("<form class=\"filters\" aria-label=\"Filters\">\n<fieldset><legend>Show</legend>\n");
    for (Map.Entry<ChangedBy, Integer> count : compared.counts().entrySet()) {
      if (count.getValue() > 0) {
        String label = compared.inWords(count.getKey());
        boolean on = count.getKey() != ChangedBy.NOBODY || unchanged;
        box("by-" + count.getKey().label(), label + " " + count.getValue(), on);
      }
    }
    html.add("</fieldset>\n</form>\n");
  }

  private void writeFilters(RevisionSummary summary) throws IOException {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    rows.rows().forEach(row -> kinds.add(row.value().first().kind()));
    boolean unchanged = compared.shown().stream().anyMatch(RevisedPassage::isUnchanged);
    html.add("<form class=\"filters\" aria-label=\"Filters\">\n<fieldset><legend>Show</legend>\n");
    for (ChangeKind kind : ChangeKind.values()) {
      int count = summary.kinds().getOrDefault(kind, 0);
      if (kinds.contains(kind)) {
        boolean on = kind != ChangeKind.UNCHANGED || unchanged;
        box("kind-" + kind.label(), kind.inWords() + " " + count, on);
      }
    }
    html.add("</fieldset>\n<fieldset><legend>Only with</legend>\n");
    choice("class", "all", "anything", true);
    for (EditClass kind : EditClass.values()) {
      int count = summary.classes().getOrDefault(kind, 0);
      if (count > 0) {
        choice("class", kind.label(), kind.label() + " " + count, false);
      }
    }
    if (summary.classes().getOrDefault(EditClass.FORMAT, 0) > 0) {
      choice("class", "words", "more than format", false);
    }
    html.add("</fieldset>\n<fieldset><legend>Edit rate</legend>\n");
    choice("rate", "0", "any", true);
    choice("rate", "11", "over 10 %", false);
    choice("rate", "31", "over 30 %", false);
    choice("rate", "61", "over 60 %", false);
    html.add("</fieldset>\n</form>\n");
  }

  private void box(String id, String label, boolean on) throws IOException {
    html.add("<label><input type=\"checkbox\" id=\"{}\"", id);
    html.add(on ? " checked> {}</label>\n" : "> {}</label>\n", label);
  }

  private void choice(String group, String value, String label, boolean on) throws IOException {
    html.add("<label><input type=\"radio\" name=\"{}\" id=\"{}-{}\"", group, group, value);
    html.add(on ? " checked> {}</label>\n" : "> {}</label>\n", label);
  }
}
