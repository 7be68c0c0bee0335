package ballast.report.finding;

import ballast.report.page.Html;
import ballast.workflow.check.FindingReport;
import ballast.workflow.check.UnlistedRendering;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Says which words stand often where a rendering is missing, and what to do about it. */
public final class GlossaryAdvice {

  private static final String REMEDY =
      "tell the glossary once: another rendering (en_variants), or longer phrases in which the term"
          + " is not meant (not_in)";

  /** The words named at the end of the text output, and on a page. */
  private static final int NAMED = 3;

  private static final int ON_A_PAGE = 10;

  private GlossaryAdvice() {}

  /** Two lines of plain text; none if there is nothing to say. */
  public static List<String> lines(FindingReport report) {
    List<UnlistedRendering> unlisted = UnlistedRendering.of(report.all());
    if (unlisted.isEmpty()) {
      return List.of();
    }
    String words =
        unlisted.stream()
            .limit(NAMED)
            .map(one -> one.zh() + " \"" + one.words() + "\" " + times(one))
            .collect(Collectors.joining(", "));
    return List.of("often where a rendering is missing: " + words, "if that is right, " + REMEDY);
  }

  /** The same as a paragraph of a page. */
  static void write(Html html, FindingReport report) throws IOException {
    List<UnlistedRendering> unlisted = UnlistedRendering.of(report.all());
    if (unlisted.isEmpty()) {
      return;
    }
    html.add("<p class=\"advice\">Often where a rendering is missing: ");
    String separator = "";
    for (UnlistedRendering one : unlisted.subList(0, Math.min(ON_A_PAGE, unlisted.size()))) {
      html.add("{}<span lang=\"zh\">{}</span> ", separator, one.zh());
      html.add("“<span lang=\"en\">{}</span>” {}", one.words(), times(one));
      separator = ", ";
    }
    html.add(". If that is right, {}.</p>\n", REMEDY);
  }

  private static String times(UnlistedRendering one) {
    return "(" + one.times() + " times)";
  }
}
