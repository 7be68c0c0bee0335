package ballast.report.revision;

import ballast.report.page.HtmlText;
import ballast.revise.ChangeKind;
import ballast.revise.ChangedBy;
import ballast.revise.RateBand;
import ballast.revise.RepeatedEdit;
import ballast.revise.RevisionSummary;
import ballast.revise.TermEffect;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the totals of all changes at the head of a page. */
final class TotalsHtml {

  private static final int MAX_REPEATED = 50;

  private final Writer out;

  TotalsHtml(Writer out) {
    this.out = out;
  }

  /** Writes the totals of one reviewer. */
  void writeTotals(ComparedVersions compared) throws IOException {
    RevisionSummary summary = compared.summary(0);
    String anew = compared.alignedAnewInWords();
    if (!anew.isEmpty()) {
      out.write("<p>" + HtmlText.visible(anew) + "</p>\n");
    }
    out.write("<dl class=\"figures\">\n");
    number("of the words changed", DiffTotals.percent(summary.rate().rate()), " class=\"\"");
    number("of the characters", DiffTotals.percent(summary.rate().characterRate()), " class=\"\"");
    for (Map.Entry<ChangeKind, Integer> kind : summary.kinds().entrySet()) {
      String label = kind.getKey().label();
      count(kind.getKey().inWords(), kind.getValue(), " class=\"" + label + "\"");
    }
    for (Map.Entry<TermEffect.Kind, Integer> term : summary.terms().entrySet()) {
      String label = term.getKey().label();
      count("terms " + label, term.getValue(), " class=\"term-" + label + "\"");
    }
    out.write("</dl>\n");
    writeBands(summary);
    writeRepeated(summary.repeated());
  }

  /** Writes the totals of two reviewers. */
  void write(ComparedVersions compared) throws IOException {
    out.write("<dl class=\"figures\">\n");
    for (int i = 0; i < compared.reviews().size(); i++) {
      String by = "of the words by " + compared.reviews().get(i).name();
      number(by, DiffTotals.percent(compared.rate(i).rate()), "");
    }
    for (Map.Entry<ChangedBy, Integer> count : compared.counts().entrySet()) {
      if (count.getValue() > 0) {
        number(compared.inWords(count.getKey()), count.getValue().toString(), "");
      }
    }
    out.write("</dl>\n");
  }

  private void count(String name, int count, String attributes) throws IOException {
    if (count > 0) {
      number(name, String.format(Locale.ROOT, "%,d", count), attributes);
    }
  }

  private void number(String name, String value, String attributes) throws IOException {
    out.write("<div" + attributes + "><dt>" + HtmlText.visible(name) + "</dt><dd>" + value);
    out.write("</dd></div>\n");
  }

  private void writeBands(RevisionSummary summary) throws IOException {
    int maxCount = summary.bands().values().stream().mapToInt(Integer::intValue).max().orElse(1);
    out.write("<details class=\"bands\"><summary>Sentences by edit rate</summary>\n<table>\n");
    for (RateBand band : RateBand.values()) {
      int count = summary.bands().getOrDefault(band, 0);
      long width = maxCount == 0 ? 0 : Math.round(100.0 * count / maxCount);
      out.write("<tr><th scope=\"row\">" + band.label() + " %</th><td class=\"count\">" + count);
      out.write("</td><td>" + meter(width, "band") + "</td></tr>\n");
    }
    out.write("</table></details>\n");
  }

  /** A bar of a width in percent. A style attribute would need a policy that allows all of them. */
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
    for (RepeatedEdit edit : repeated.subList(0, Math.min(MAX_REPEATED, repeated.size()))) {
      out.write("<li><b>" + edit.times() + " times</b> ");
      if (!edit.old().isEmpty()) {
        out.write("<del>" + HtmlText.visible(edit.old()) + "</del> ");
      }
      if (!edit.revised().isEmpty()) {
        out.write("<ins>" + HtmlText.visible(edit.revised()) + "</ins>");
      }
      out.write("</li>\n");
    }
    if (repeated.size() > MAX_REPEATED) {
      out.write("<li>and " + (repeated.size() - MAX_REPEATED) + " more</li>\n");
    }
    out.write("</ul></details>\n");
  }
}
