package ballast.report.revision;

import ballast.bitext.CountedNoun;
import ballast.report.page.Html;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.ChangedBy;
import ballast.revise.FirstLook;
import ballast.revise.RateBand;
import ballast.revise.RepeatedEdit;
import ballast.revise.RevisionSummary;
import ballast.revise.TermEffect;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Writes the totals of all changes at the head of a page. */
final class TotalsHtml {

  private static final int MAX_REPEATED = 50;

  private static final int MAX_LINKS = 40;

  private final Html html;

  TotalsHtml(Html html) {
    this.html = html;
  }

  /**
   * Writes which changes are to be looked at first, with links to them; nothing if none of them
   * comes before the others.
   *
   * @param numbers the number of the row of each change that is on the page
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

  /** Writes the totals of one reviewer. */
  void writeTotals(ComparedVersions compared) throws IOException {
    RevisionSummary summary = compared.summary(0);
    String anew = compared.alignedAnewInWords();
    if (!anew.isEmpty()) {
      html.add("<p>{}</p>\n", anew);
    }
    html.add("<dl class=\"figures\">\n");
    number("of the words changed", DiffTotals.percent(summary.rate().rate()), "");
    number("of the characters", DiffTotals.percent(summary.rate().characterRate()), "");
    if (summary.rewritten() > 0) {
      String all = CountedNoun.of(compared.size(), "sentence");
      number("of " + all + " largely rewritten", Html.count(summary.rewritten()), "");
    }
    for (Map.Entry<ChangeKind, Integer> kind : summary.kinds().entrySet()) {
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

  /** Writes the totals of two reviewers. */
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
      number(name, Html.count(count), look);
    }
  }

  private void number(String name, String value, String look) throws IOException {
    html.add("<div class=\"{}\"><dt>{}</dt><dd>{}</dd></div>\n", look, name, value);
  }

  private void writeBands(RevisionSummary summary) throws IOException {
    int maxCount = summary.bands().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    html.add("<details class=\"bands\"><summary>Sentences by edit rate</summary>\n<table>\n");
    for (RateBand band : RateBand.values()) {
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
