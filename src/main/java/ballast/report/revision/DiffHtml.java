package ballast.report.revision;

import ballast.report.page.HtmlPage;
import ballast.report.page.HtmlText;
import ballast.report.page.PageRows;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.EditClass;
import ballast.revise.RateBand;
import ballast.revise.RepeatedEdit;
import ballast.revise.RevisionSummary;
import ballast.revise.TermEffect;
import ballast.workflow.revise.RevisionView;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a revision changed, as one self-contained page: source, old and new text beside each other,
 * for the screen, the keyboard and paper. The filters are style only: without script all works but
 * the keys.
 */
public final class DiffHtml {

  private static final int MOST_REPEATED = 50;

  private final Writer out;

  public DiffHtml(Writer out) {
    this.out = out;
  }

  /** So many units of a file are all on the page, whether they changed or not. */
  public static final int MOST_ROWS = PageRows.MOST;

  private static final String ADVICE =
      "The options <code>--only</code>, <code>--min-change</code> and <code>--no-format</code>"
          + " choose among the changes; a table (<code>-o changes.csv</code>) holds all.";

  /**
   * Writes the page; sentences that stayed are in it too if there are not too many, and shown when
   * asked for.
   */
  public void write(RevisionView view) throws IOException {
    PageRows<Change> rows =
        PageRows.of(listed(view), view.report().same().count(), DiffHtml::isUnchanged);
    boolean sources = rows.rows().stream().anyMatch(row -> !row.value().sources().isEmpty());
    HtmlPage.writeHead(out, "Changes in " + view.revised().name(), "diff.css", "diff.js");
    out.write("<a class=\"skip\" href=\"#changes\">Skip to the changes</a>\n<header>\n<h1>");
    out.write(HtmlText.visible(view.revised().name()) + "</h1>\n<p class=\"soft\">compared with ");
    out.write(HtmlText.visible(view.old().name()) + "</p>\n</header>\n");
    writeFigures(view.summary());
    writeBands(view.summary());
    writeRepeated(view.summary().repeated());
    writeFilters(view.summary(), view, rows);
    out.write(rows.leftOut(ADVICE));
    out.write("<main id=\"changes\" tabindex=\"-1\">\n<table class=\"");
    out.write(sources ? "three" : "two");
    out.write("\">\n<caption>Changed sentences</caption>\n<thead><tr>");
    out.write("<th scope=\"col\" class=\"what\">Change</th>");
    if (sources) {
      out.write("<th scope=\"col\">Source</th>");
    }
    out.write("<th scope=\"col\">Old</th><th scope=\"col\">New</th></tr></thead>\n");
    ChangeHtml bodies = new ChangeHtml(out, view, sources, false);
    for (PageRows.Row<Change> row : rows.rows()) {
      bodies.write(row.value(), row.number());
    }
    out.write("</table>\n");
    if (view.shown().isEmpty()) {
      out.write("<p class=\"nothing\">There are no differences.</p>\n");
    }
    out.write("</main>\n");
    HtmlPage.writeFoot(out, "diff-help.html", "diff.js");
  }

  /** What was asked for, and what stayed between it. */
  private static List<Change> listed(RevisionView view) {
    Set<Change> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.addAll(view.shown());
    return view.report().changes().stream()
        .filter(change -> isUnchanged(change) || shown.contains(change))
        .toList();
  }

  private static boolean isUnchanged(Change change) {
    return change.kind() == ChangeKind.UNCHANGED;
  }

  private void writeFigures(RevisionSummary summary) throws IOException {
    out.write("<dl class=\"figures\">\n");
    figure("of the words changed", DiffText.percent(summary.rate().rate()), "");
    figure("of the characters", DiffText.percent(summary.rate().characterRate()), "");
    for (Map.Entry<ChangeKind, Integer> kind : summary.kinds().entrySet()) {
      if (kind.getValue() > 0) {
        figure(kind.getKey().label(), count(kind.getValue()), kind.getKey().label());
      }
    }
    for (Map.Entry<TermEffect.Kind, Integer> term : summary.terms().entrySet()) {
      if (term.getValue() > 0) {
        String label = term.getKey().label();
        figure("terms " + label, count(term.getValue()), "term-" + label);
      }
    }
    out.write("</dl>\n");
  }

  private void figure(String name, String value, String look) throws IOException {
    out.write("<div class=\"" + look + "\"><dt>" + name + "</dt><dd>" + value + "</dd></div>\n");
  }

  private static String count(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private void writeBands(RevisionSummary summary) throws IOException {
    int most = summary.bands().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    out.write("<details class=\"bands\"><summary>Sentences by edit rate</summary>\n<table>\n");
    for (RateBand band : RateBand.values()) {
      int count = summary.bands().getOrDefault(band, 0);
      long width = most == 0 ? 0 : Math.round(100.0 * count / most);
      out.write("<tr><th scope=\"row\">" + band.label() + " %</th><td class=\"count\">" + count);
      out.write("</td><td>" + meter(width, "band") + "</td></tr>\n");
    }
    out.write("</table></details>\n");
  }

  /** A bar of that many hundredths; an attribute of style would need a policy that allows any. */
  static String meter(long percent, String look) {
    return String.format(
        Locale.ROOT,
        "<svg class=\"meter %s\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\""
            + " aria-hidden=\"true\"><rect class=\"all\" width=\"100\" height=\"8\"/>"
            + "<rect class=\"part\" width=\"%d\" height=\"8\"/></svg>",
        look,
        percent);
  }

  private void writeRepeated(List<RepeatedEdit> repeated) throws IOException {
    if (repeated.isEmpty()) {
      return;
    }
    out.write("<details class=\"repeated\"><summary>" + repeated.size());
    out.write(repeated.size() == 1 ? " edit was" : " edits were");
    out.write(" made more than once</summary>\n<ul>\n");
    for (RepeatedEdit edit : repeated.subList(0, Math.min(MOST_REPEATED, repeated.size()))) {
      out.write("<li><b>" + edit.times() + " times</b> ");
      if (!edit.old().isEmpty()) {
        out.write("<del>" + HtmlText.visible(edit.old()) + "</del> ");
      }
      if (!edit.revised().isEmpty()) {
        out.write("<ins>" + HtmlText.visible(edit.revised()) + "</ins>");
      }
      out.write("</li>\n");
    }
    if (repeated.size() > MOST_REPEATED) {
      out.write("<li>and " + (repeated.size() - MOST_REPEATED) + " more</li>\n");
    }
    out.write("</ul></details>\n");
  }

  private void writeFilters(RevisionSummary summary, RevisionView view, PageRows<Change> rows)
      throws IOException {
    Set<ChangeKind> kinds = EnumSet.noneOf(ChangeKind.class);
    rows.rows().forEach(row -> kinds.add(row.value().kind()));
    boolean unchanged = view.shown().stream().anyMatch(DiffHtml::isUnchanged);
    out.write("<form class=\"filters\" aria-label=\"Filters\">\n<fieldset><legend>Show</legend>\n");
    for (ChangeKind kind : ChangeKind.values()) {
      int count = summary.kinds().getOrDefault(kind, 0);
      if (kinds.contains(kind)) {
        boolean on = kind != ChangeKind.UNCHANGED || unchanged;
        box("kind-" + kind.label(), kind.label() + " " + count, on);
      }
    }
    out.write("</fieldset>\n<fieldset><legend>Only with</legend>\n");
    choice("class", "all", "anything", true);
    for (EditClass kind : Arrays.asList(EditClass.values())) {
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
