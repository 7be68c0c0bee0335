package ballast.app.revisions;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.bitext.CountedNoun;
import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.EditRate;
import ballast.revise.FirstLook;
import ballast.revise.RevisedPassage.ChangedBy;
import ballast.revise.RevisionReport;
import ballast.revise.RevisionReport.RepeatedEdit;
import ballast.revise.TermEffect;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

final class DiffTotals {

  /** Width of the label of a number, in columns. */
  private static final int NAME = 11;

  private static final int MAX_REPEATED = 10;

  private static final int MAX_PLACES = 8;

  private final Writer out;
  private final Style style;

  DiffTotals(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

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

  void write(ComparedVersions compared) throws IOException {
    RevisionReport.Summary summary = compared.summary(0);
    if (!compared.hasChanges()) {
      line("no differences in " + CountedNoun.of(compared.size(), "sentence"));
      alignedAnew(compared);
      terms(summary);
      return;
    }
    number("total", inWords(compared));
    number("sentences", counts(summary.kinds(), DiffTotals::label));
    alignedAnew(compared);
    String classes = counts(summary.classes(), DiffTotals::topic);
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

  /** Writes author and time of the two revisions of a memory; nothing for files. */
  void writeVersions(ComparedVersions compared) throws IOException {
    if (compared.revised().made() != null) {
      number("old", TerminalText.plain(RevisionAuthors.name(compared.old())));
      number("new", TerminalText.plain(RevisionAuthors.name(compared.revised())));
      line("");
    }
  }

  /** Lists above the changes those to look at first; nothing if none has priority. */
  void writeFirst(ComparedVersions compared) throws IOException {
    Map<FirstLook, List<Change>> first = FirstLook.among(compared.shownOf(0));
    String name = "look at";
    for (Map.Entry<FirstLook, List<Change>> look : first.entrySet()) {
      number(name, look.getKey().inWords(look.getValue().size()) + places(look.getValue()));
      name = "";
    }
    if (!first.isEmpty()) {
      line("");
    }
  }

  /**
   * Returns for example {@code : lines 3, 9}, in the words of the changes' headings; empty if some
   * have no place.
   */
  private static String places(List<Change> changes) {
    if (changes.stream().anyMatch(change -> change.present().text().isEmpty())) {
      return "";
    }
    if (changes.stream().anyMatch(change -> !place(change).isEmpty())) {
      return ": " + listed(changes.stream().map(DiffTotals::place).distinct().toList(), "; ");
    }
    boolean lines = changes.stream().allMatch(change -> line(change) > 0);
    List<String> places =
        changes.stream()
            .map(change -> String.valueOf(lines ? line(change) : no(change)))
            .distinct()
            .toList();
    String one = lines ? "line " : "no. ";
    String several = lines ? "lines " : "nos. ";
    return ": " + (places.size() == 1 ? one : several) + listed(places, ", ");
  }

  private static String listed(List<String> places, String separator) {
    int more = places.size() - MAX_PLACES;
    return places.stream().limit(MAX_PLACES).collect(Collectors.joining(separator))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String place(Change change) {
    return change.old().line() > 0 ? change.old().place() : change.revised().place();
  }

  private static int line(Change change) {
    return change.old().line() > 0 ? change.old().line() : change.revised().line();
  }

  private static int no(Change change) {
    return 1 + Math.max(change.old().position(), change.revised().position());
  }

  /**
   * Returns for example {@code 7 % of the words changed; 18 of 259 sentences largely rewritten}.
   */
  static String inWords(ComparedVersions compared) {
    RevisionReport.Summary summary = compared.summary(0);
    EditRate rate = summary.rate();
    String words =
        rate.characterEdits() == 0
            ? "no words changed"
            : "%s of the words and %s of the characters changed"
                .formatted(percent(rate.rate()), percent(rate.characterRate()));
    String of = " of " + CountedNoun.of(compared.size(), "sentence") + " largely rewritten";
    return words + (summary.rewritten() == 0 ? "" : "; " + summary.rewritten() + of);
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

  private void terms(RevisionReport.Summary summary) throws IOException {
    if (summary.terms().values().stream().anyMatch(count -> count > 0)) {
      number("terms", counts(summary.terms(), DiffTotals::label));
    }
  }

  private static <E extends Enum<E>> String counts(
      Map<E, Integer> counts, Function<E, String> label) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> entry.getValue() + " " + label.apply(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static String topic(Edit.Kind edits) {
    return switch (edits) {
      case FORMAT -> "of format";
      case NUMBER -> "of numbers";
      case TERM -> "of terms";
      case NAME -> "of names";
      case WORDING -> "of wording";
    };
  }

  private static String label(Enum<?> constant) {
    return constant == TermEffect.Kind.OPEN
        ? "still open"
        : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /**
   * Formats a share of [0, 1] in whole percent, below one percent with a decimal place. 0 and 100
   * mean exactly nothing and everything.
   */
  static String percent(double share) {
    double percent = 100 * share;
    if (percent > 0 && percent < 0.1) {
      return "below 0.1 %";
    }
    if (percent > 0 && percent < 0.95) {
      return String.format(Locale.ROOT, "%.1f %%", percent);
    }
    return (share < 1 ? Math.min(99, Math.round(percent)) : 100) + " %";
  }

  /** Wraps a text to the terminal's width, indenting all lines but the first. */
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
