package ballast.app.revisions;

import ballast.app.page.Html;
import ballast.app.page.Numbers;
import ballast.app.page.PageRows;
import ballast.bitext.CountedNoun;
import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.EditRate;
import ballast.revise.FirstLook;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisedPassage.ChangedBy;
import ballast.revise.RevisionReport;
import ballast.revise.RevisionReport.RepeatedEdit;
import ballast.revise.TermEffect;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes the body of a page of changes: totals, filters, and the changes of one reviewer or two.
 * The page loads the style {@code diff.css}.
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

  /** Returns the requested passages, and the unchanged ones between them. */
  private static List<RevisedPassage> listed(ComparedVersions compared) {
    Set<RevisedPassage> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.addAll(compared.shown());
    return compared.passages().stream()
        .filter(passage -> passage.isUnchanged() || shown.contains(passage))
        .toList();
  }

  /** Writes totals, filters and changes. */
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

  private void writeFilters(RevisionReport.Summary summary) throws IOException {
    Set<Change.Kind> kinds = EnumSet.noneOf(Change.Kind.class);
    rows.rows().forEach(row -> kinds.add(row.value().first().kind()));
    boolean unchanged = compared.shown().stream().anyMatch(RevisedPassage::isUnchanged);
    html.add("<form class=\"filters\" aria-label=\"Filters\">\n<fieldset><legend>Show</legend>\n");
    for (Change.Kind kind : Change.Kind.values()) {
      int count = summary.kinds().getOrDefault(kind, 0);
      if (kinds.contains(kind)) {
        boolean on = kind != Change.Kind.UNCHANGED || unchanged;
        box("kind-" + kind.label(), kind.inWords() + " " + count, on);
      }
    }
    html.add("</fieldset>\n<fieldset><legend>Only with</legend>\n");
    choice("class", "all", "anything", true);
    for (Edit.Kind kind : Edit.Kind.values()) {
      int count = summary.classes().getOrDefault(kind, 0);
      if (count > 0) {
        choice("class", kind.label(), kind.label() + " " + count, false);
      }
    }
    if (summary.classes().getOrDefault(Edit.Kind.FORMAT, 0) > 0) {
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

  private static final class TotalsHtml {

    private static final int MAX_REPEATED = 50;

    private static final int MAX_LINKS = 40;

    private final Html html;

    TotalsHtml(Html html) {
      this.html = html;
    }

    /**
     * Writes links to the changes to look at first; nothing if none has priority.
     *
     * @param numbers the row number of each change on the page
     */
    void writeFirst(IdentityHashMap<Change, Integer> numbers) throws IOException {
      Map<FirstLook, List<Change>> first = FirstLook.among(List.copyOf(numbers.keySet()));
      if (first.isEmpty()) {
        return;
      }
      html.add("<section class=\"first\"><h2>Look first at</h2>\n<ul>\n");
      for (Map.Entry<FirstLook, List<Change>> look : first.entrySet()) {
        List<Integer> rows = look.getValue().stream().map(numbers::get).sorted().toList();
        html.add("<li>{}:", look.getKey().inWords(rows.size()));
        for (int row : rows.subList(0, Math.min(MAX_LINKS, rows.size()))) {
          html.add(" <a href=\"#c{}\">{}</a>", row, row);
        }
        html.add(rows.size() > MAX_LINKS ? " &#8230;</li>\n" : "</li>\n");
      }
      html.add("</ul></section>\n");
    }

    void writeTotals(ComparedVersions compared) throws IOException {
      RevisionReport.Summary summary = compared.summary(0);
      String anew = compared.alignedAnewInWords();
      if (!anew.isEmpty()) {
        html.add("<p>{}</p>\n", anew);
      }
      html.add("<dl class=\"figures\">\n");
      number("of the words changed", DiffTotals.percent(summary.rate().rate()), "");
      number("of the characters", DiffTotals.percent(summary.rate().characterRate()), "");
      if (summary.rewritten() > 0) {
        String all = CountedNoun.of(compared.size(), "sentence");
        number("of " + all + " largely rewritten", Numbers.count(summary.rewritten()), "");
      }
      for (Map.Entry<Change.Kind, Integer> kind : summary.kinds().entrySet()) {
        String label = kind.getKey().label();
        count(kind.getKey().inWords(), kind.getValue(), label);
      }
      for (Map.Entry<TermEffect.Kind, Integer> term : summary.terms().entrySet()) {
        String label = term.getKey().label();
        count("terms " + label, term.getValue(), "term-" + label);
      }
      html.add("</dl>\n");
      writeBands(summary);
      writeRepeated(summary.repeated());
    }

    void write(ComparedVersions compared) throws IOException {
      html.add("<dl class=\"figures\">\n");
      for (int i = 0; i < compared.reviews().size(); i++) {
        String by = "of the words by " + compared.reviews().get(i).name();
        number(by, DiffTotals.percent(compared.rate(i).rate()), "");
      }
      for (Map.Entry<ChangedBy, Integer> count : compared.counts().entrySet()) {
        if (count.getValue() > 0) {
          number(compared.inWords(count.getKey()), count.getValue().toString(), "");
        }
      }
      html.add("</dl>\n");
    }

    private void count(String name, int count, String look) throws IOException {
      if (count > 0) {
        number(name, Numbers.count(count), look);
      }
    }

    private void number(String name, String value, String look) throws IOException {
      html.add("<div class=\"{}\"><dt>{}</dt><dd>{}</dd></div>\n", look, name, value);
    }

    private void writeBands(RevisionReport.Summary summary) throws IOException {
      int maxCount = summary.bands().values().stream().mapToInt(Integer::intValue).max().orElse(1);
      html.add("<details class=\"bands\"><summary>Sentences by edit rate</summary>\n<table>\n");
      for (EditRate.Band band : EditRate.Band.values()) {
        int count = summary.bands().getOrDefault(band, 0);
        long width = maxCount == 0 ? 0 : Math.round(100.0 * count / maxCount);
        html.add("<tr><th scope=\"row\">{} %</th><td class=\"count\">{}", band.label(), count);
        html.add("</td><td>").meter(width, "band").add("</td></tr>\n");
      }
      html.add("</table></details>\n");
    }

    private void writeRepeated(List<RepeatedEdit> repeated) throws IOException {
      if (repeated.isEmpty()) {
        return;
      }
      html.add(
          "<details class=\"repeated\"><summary>{} made more than once</summary>\n<ul>\n",
          CountedNoun.of(repeated.size(), "edit was", "edits were"));
      for (RepeatedEdit edit : repeated.subList(0, Math.min(MAX_REPEATED, repeated.size()))) {
        html.add("<li><b>{} times</b> ", edit.times());
        if (!edit.old().isEmpty()) {
          html.add("<del>{}</del> ", edit.old());
        }
        if (!edit.revised().isEmpty()) {
          html.add("<ins>{}</ins>", edit.revised());
        }
        html.add("</li>\n");
      }
      if (repeated.size() > MAX_REPEATED) {
        html.add("<li>and {} more</li>\n", repeated.size() - MAX_REPEATED);
      }
      html.add("</ul></details>\n");
    }
  }

  /** Writes the passages of a page of two reviews, each as a {@code tbody} of the table. */
  private static final class ReviewedHtml {

    private final Html html;
    private final ComparedVersions compared;
    private final boolean sources;
    private final SideHtml sides;

    ReviewedHtml(Html html, ComparedVersions compared, boolean sources) {
      this.html = html;
      this.compared = compared;
      this.sources = sources;
      this.sides = new SideHtml(html);
    }

    void write(RevisedPassage passage, int number) throws IOException {
      ChangedBy by = passage.by();
      String kind = by == ChangedBy.NOBODY ? " unchanged" : "";
      html.add("<tbody class=\"change by-{}{}\" id=\"c{}\">\n<tr>", by.label(), kind, number);
      html.add("<th scope=\"row\" class=\"what\"><a class=\"no\" href=\"#c{}\">{}", number, number);
      html.add("</a> <span class=\"kind\">{}</span>", compared.inWords(by));
      if (passage.moved()) {
        html.add("<span class=\"tags\"><span class=\"tag\">moved</span></span>");
      }
      html.add("</th>");
      if (sources) {
        sides.writeSources(passage.sources(), compared.sourceLanguage());
      }
      sides.writePlain(passage.old(), compared.old());
      for (int i = 0; i < passage.changes().size(); i++) {
        sides.writeBoth(passage.changes().get(i), compared.reviews().get(i));
      }
      html.add("</tr>\n</tbody>\n");
    }
  }
}
