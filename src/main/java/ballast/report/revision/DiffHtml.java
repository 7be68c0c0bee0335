package ballast.report.revision;

import ballast.report.page.HtmlPage;
import ballast.report.page.HtmlText;
import ballast.report.page.PageRows;
import ballast.revise.ChangeKind;
import ballast.revise.ChangedBy;
import ballast.revise.EditClass;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisionSummary;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.Writer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes changes as one self-contained page for screen, keyboard and paper: source, old and new
 * text side by side; for two reviews, the draft beside both. The filters need only style: without
 * script everything works except the keys.
 */
public final class DiffHtml {

  /** Up to this number, all units of a file are on the page, even unchanged ones. */
  public static final int MAX_ROWS = PageRows.MAX_ROWS;

  private static final String ADVICE =
      "The options <code>--only</code>, <code>--min-change</code> and <code>--no-format</code>"
          + " choose among the changes; a table (<code>-o changes.csv</code>) holds all.";

  private final Writer out;
  private final ComparedVersions compared;
  private final PageRows<RevisedPassage> rows;
  private final boolean sources;

  public DiffHtml(Writer out, ComparedVersions compared) {
    this.out = out;
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

  /**
   * Writes the page of one reviewer's changes. Unchanged sentences are in it too, unless there are
   * too many, and are shown on request.
   */
  public void write() throws IOException {
    RevisionSummary summary = compared.summary(0);
    HtmlPage.writeHead(out, "Changes in " + compared.revised().name(), "diff.css", "diff.js");
    out.write("<a class=\"skip\" href=\"#changes\">Skip to the changes</a>\n<header>\n<h1>");
    out.write(HtmlText.visible(compared.revised().name()));
    out.write("</h1>\n<p class=\"soft\">compared with ");
    out.write(HtmlText.visible(compared.old().name()) + "</p>\n</header>\n");
    new TotalsHtml(out).writeTotals(compared);
    writeFilters(summary);
    out.write(rows.leftOut(ADVICE));
    out.write("<main id=\"changes\" tabindex=\"-1\">\n<table class=\"");
    out.write(sources ? "three" : "two");
    out.write("\">\n<caption>Changed sentences</caption>\n<thead><tr>");
    writeHeads("Change", "Old", "New");
    ChangeHtml bodies = new ChangeHtml(out, compared, sources, false);
    for (PageRows.Row<RevisedPassage> row : rows.rows()) {
      bodies.write(row.value().first(), row.number());
    }
    out.write("</table>\n");
    if (compared.shown().isEmpty()) {
      out.write("<p class=\"nothing\">There are no differences.</p>\n");
    }
    out.write("</main>\n");
    HtmlPage.writeFoot(out, "diff-help.html", "diff.js");
  }

  /** Writes the page of two reviewers' changes, with the unchanged sentences likewise. */
  void writeReviews() throws IOException {
    String draft = compared.old().name();
    String first = compared.reviews().get(0).name();
    String second = compared.revised().name();
    HtmlPage.writeHead(out, "Who changed " + draft, "diff.css", "");
    out.write("<header>\n<h1>" + HtmlText.visible(draft) + "</h1>\n");
    out.write("<p class=\"soft\">reviewed by " + HtmlText.visible(first));
    out.write(compared.apart() ? " and by " : ", then by ");
    out.write(HtmlText.visible(second) + "</p>\n</header>\n");
    new TotalsHtml(out).write(compared);
    writeReviewerFilters();
    out.write(rows.leftOut("The other formats contain them all."));
    out.write("<main id=\"changes\">\n<table class=\"three-versions\">\n<thead><tr>");
    writeHeads("Who", draft, first, second);
    ReviewedHtml bodies = new ReviewedHtml(out, compared, sources);
    for (PageRows.Row<RevisedPassage> row : rows.rows()) {
      bodies.write(row.value(), row.number());
    }
    out.write("</table>\n</main>\n");
    HtmlPage.writeFoot(out);
  }

  private void writeHeads(String what, String... texts) throws IOException {
    out.write("<th scope=\"col\" class=\"what\">" + what + "</th>");
    if (sources) {
      out.write("<th scope=\"col\">Source</th>");
    }
    for (String text : texts) {
      out.write("<th scope=\"col\">" + HtmlText.visible(text) + "</th>");
    }
    out.write("</tr></thead>\n");
  }

  private void writeReviewerFilters() throws IOException {
    boolean unchanged = compared.shown().stream().anyMatch(RevisedPassage::isUnchanged);
    out.write("<form class=\"filters\" aria-label=\"Filters\">\n<fieldset><legend>Show</legend>\n");
    for (Map.Entry<ChangedBy, Integer> count : compared.counts().entrySet()) {
      if (count.getValue() > 0) {
        String label = HtmlText.visible(compared.inWords(count.getKey()));
        boolean on = count.getKey() != ChangedBy.NOBODY || unchanged;
        box("by-" + count.getKey().label(), label + " " + count.getValue(), on);
      }
    }
    out.write("</fieldset>\n</form>\n");
  }

  private void writeFilters(RevisionSummary summary) throws IOException {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    rows.rows().forEach(row -> kinds.add(row.value().first().kind()));
    boolean unchanged = compared.shown().stream().anyMatch(RevisedPassage::isUnchanged);
    out.write("<form class=\"filters\" aria-label=\"Filters\">\n<fieldset><legend>Show</legend>\n");
    for (ChangeKind kind : ChangeKind.values()) {
      int count = summary.kinds().getOrDefault(kind, 0);
      if (kinds.contains(kind)) {
        boolean on = kind != ChangeKind.UNCHANGED || unchanged;
        box("kind-" + kind.label(), kind.inWords() + " " + count, on);
      }
    }
    out.write("</fieldset>\n<fieldset><legend>Only with</legend>\n");
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
    out.write("</fieldset>\n<fieldset><legend>Edit rate</legend>\n");
    choice("rate", "0", "any", true);
    choice("rate", "11", "over 10 %", false);
    choice("rate", "31", "over 30 %", false);
    choice("rate", "61", "over 60 %", false);
    out.write("</fieldset>\n</form>\n");
  }

  private void box(String id, String label, boolean on) throws IOException {
    out.write("<label><input type=\"checkbox\" id=\"" + id + "\"" + (on ? " checked" : "") + "> ");
    out.write(label + "</label>\n");
  }

  private void choice(String group, String value, String label, boolean on) throws IOException {
    out.write("<label><input type=\"radio\" name=\"" + group + "\" id=\"" + group + "-" + value);
    out.write("\"" + (on ? " checked" : "") + "> " + label + "</label>\n");
  }
}
