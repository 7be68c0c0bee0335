package ballast.report.revision;

import ballast.bitext.CountedNoun;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import ballast.revise.ChangedBy;
import ballast.revise.RateBand;
import ballast.revise.RepeatedEdit;
import ballast.revise.RevisionSummary;
import ballast.revise.TermEffect;
import ballast.workflow.revise.ComparedVersions;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the totals of all changes on a terminal. */
final class DiffTotals {

  /** Columns for the label of a number. */
  private static final int NAME = 11;

  private static final int MAX_REPEATED = 10;

  private final Writer out;
  private final Style style;

  DiffTotals(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** The totals of two reviewers. */
  void writeReviews(ComparedVersions compared) throws IOException {
    for (Map.Entry<ChangedBy, Integer> count : compared.counts().entrySet()) {
      if (count.getValue() > 0) {
        String what = TerminalText.plain(compared.inWords(count.getKey()));
        line(String.format(Locale.ROOT, "%5d  %s", count.getValue(), what));
      }
    }
    for (int i = 0; i < compared.reviews().size(); i++) {
      ComparedVersions.Name of = compared.versions().get(compared.apart() ? 0 : i);
      String percent = percent(compared.rate(i).rate());
      String by = compared.reviews().get(i).name();
      line(TerminalText.plain(by + " changed " + percent + " of the words of " + of.name()));
    }
  }

  /** The totals of one reviewer. */
  void write(ComparedVersions compared) throws IOException {
    RevisionSummary summary = compared.summary(0);
    if (!compared.hasChanges()) {
      line("no differences in " + CountedNoun.of(compared.size(), "sentence"));
      alignedAnew(compared);
      terms(summary);
      return;
    }
    String rates = percent(summary.rate().rate()) + " of words, ";
    number("total", counts(summary.kinds()));
    alignedAnew(compared);
    number("edit rate", rates + percent(summary.rate().characterRate()) + " of characters");
    String bands =
        Arrays.stream(RateBand.values())
            .map(band -> band.label() + " %: " + summary.bands().get(band))
            .collect(Collectors.joining(", "));
    number("sentences", bands);
    String classes = counts(summary.classes());
    if (!classes.isEmpty()) {
      number("edits", classes);
    }
    terms(summary);
    List<RepeatedEdit> repeated = summary.repeated();
    for (RepeatedEdit edit : repeated.subList(0, Math.min(MAX_REPEATED, repeated.size()))) {
      number("repeated", times(edit));
    }
    if (repeated.size() > MAX_REPEATED) {
      line("           and " + (repeated.size() - MAX_REPEATED) + " more");
    }
    int hidden = compared.changed() - listed(compared);
    if (hidden > 0) {
      line("           (" + hidden + " of these changes not listed)");
    }
  }

  private static int listed(ComparedVersions compared) {
    return (int) compared.shown().stream().filter(passage -> !passage.isUnchanged()).count();
  }

  private void alignedAnew(ComparedVersions compared) throws IOException {
    String text = compared.alignedAnewInWords();
    if (!text.isEmpty()) {
      line(hanging(text, 0, style));
    }
  }

  private void number(String name, String value) throws IOException {
    String text = hanging(TerminalText.pad(name, NAME) + value, NAME, style);
    line(name.equals("total") ? text.replaceFirst(name, style.strong(name)) : text);
  }

  private static String times(RepeatedEdit edit) {
    String old = TerminalText.plain(edit.old());
    String revised = TerminalText.plain(edit.revised());
    String what =
        edit.revised().isEmpty()
            ? "\"" + old + "\" deleted"
            : edit.old().isEmpty()
                ? "\"" + revised + "\" inserted"
                : "\"" + revised + "\" for \"" + old + "\"";
    return what + ", " + edit.times() + " times";
  }

  private void terms(RevisionSummary summary) throws IOException {
    if (summary.terms().values().stream().anyMatch(count -> count > 0)) {
      number("terms", counts(summary.terms()));
    }
  }

  private static String counts(Map<? extends Enum<?>, Integer> counts) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getValue() + " " + label(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String label(Enum<?> constant) {
    return constant == TermEffect.Kind.OPEN
        ? "still open"
        : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A share in percent, with one decimal place. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** The text wrapped to the terminal's width; lines after the first are indented. */
  static String hanging(String text, int indent, Style style) {
    if (style.columns() == 0) {
      return text;
    }
    List<String> lines = TerminalText.wrap(text, Math.max(10, style.columns() - indent));
    return String.join("\n" + " ".repeat(indent), lines);
  }

  private void line(String text) throws IOException {
    out.write(text.stripTrailing());
    out.write("\n");
  }
}
