package ballast.report.revision;

import ballast.report.page.MarkedText;
import ballast.report.page.Style;
import ballast.report.page.TerminalText;
import ballast.revise.Change;
import ballast.revise.ChangeKind;
import ballast.revise.EditClass;
import ballast.revise.RateBand;
import ballast.revise.RepeatedEdit;
import ballast.revise.RevisionSummary;
import ballast.revise.SourceText;
import ballast.revise.TermEffect;
import ballast.workflow.revise.RevisionView;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a revision changed, for a person at a terminal: each change with its source; on a wide
 * terminal the old text beside the new one, else both in one. Then the figures.
 */
public final class DiffText {

  /** From this width on two texts stand beside each other. */
  private static final int WIDE = 120;

  private static final int INDENT = 2;

  /** Columns of the name of a figure. */
  private static final int NAME = 11;

  private static final int MOST_REPEATED = 10;

  private final Writer out;
  private final Style style;

  public DiffText(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** The listed changes and the figures of all. */
  public void write(RevisionView view) throws IOException {
    for (Change change : view.shown()) {
      writeChange(change);
    }
    writeSummary(view);
  }

  private void writeChange(Change change) throws IOException {
    line(head(change));
    if (change.kind() == ChangeKind.UNCHANGED) {
      body(MarkedText.old(change, style), "  ");
      line("");
      return;
    }
    for (SourceText source : change.sources()) {
      writeSource(source);
    }
    boolean both = !change.old().text().isEmpty() && !change.revised().text().isEmpty();
    if (style.columns() >= WIDE && both && !change.edits().isEmpty()) {
      sideBySide(change);
    } else if (both || !change.old().text().isEmpty() || !change.revised().text().isEmpty()) {
      body(MarkedText.inline(change, style), "  ");
    }
    for (TermEffect effect : change.terms()) {
      writeTerm(effect);
    }
    line("");
  }

  private String head(Change change) {
    List<String> facts = new ArrayList<>();
    if (!change.edits().isEmpty()) {
      facts.add(percent(change.rate().rate()));
    }
    if (change.old().sentences().size() + change.revised().sentences().size() > 2) {
      facts.add(change.old().sentences().size() + " > " + change.revised().sentences().size());
    }
    String classes = classes(change);
    if (!classes.isEmpty()) {
      facts.add(classes);
    }
    String place = ChangePlace.of(change);
    String kind = change.kind().label();
    String coloured =
        switch (change.kind()) {
          case STALE -> style.error(kind);
          case REMOVED, ADDED, MOVED -> style.doubt(kind);
          default -> style.strong(kind);
        };
    String rest = facts.isEmpty() ? "" : "  " + String.join("  ", facts);
    return coloured + rest + (place.isEmpty() ? "" : "  " + style.faint(place));
  }

  /** What beside wording was changed. */
  static String classes(Change change) {
    return change.edits().stream()
        .map(edit -> edit.editClass())
        .filter(kind -> kind != EditClass.WORDING)
        .distinct()
        .sorted()
        .map(EditClass::label)
        .collect(Collectors.joining(", "));
  }

  private void writeSource(SourceText source) throws IOException {
    boolean changed = !source.old().equals(source.current());
    if (changed && !source.old().isEmpty()) {
      faintBody((source.current().isEmpty() ? "source, removed: " : "source was: ") + source.old());
    }
    if (!source.current().isEmpty()) {
      String label = source.old().isEmpty() ? "source, added: " : changed ? "source is:  " : "";
      faintBody(label + source.current());
    }
  }

  private void faintBody(String text) throws IOException {
    String plain = TerminalText.plain(text);
    List<String> lines =
        style.columns() == 0
            ? List.of(plain)
            : TerminalText.wrap(plain, Math.max(10, style.columns() - INDENT));
    for (String one : lines) {
      line("  " + style.faint(one));
    }
  }

  private void body(MarkedText text, String indent) throws IOException {
    int columns = style.columns() == 0 ? 0 : Math.max(10, style.columns() - indent.length());
    for (String one : text.lines(columns)) {
      line(indent + one);
    }
  }

  private void sideBySide(Change change) throws IOException {
    int columns = (style.columns() - INDENT - 3) / 2;
    List<String> left = MarkedText.old(change, style).lines(columns);
    List<String> right = MarkedText.revised(change, style).lines(columns);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String old = i < left.size() ? left.get(i) : "";
      String now = i < right.size() ? right.get(i) : "";
      String gap = " ".repeat(Math.max(0, columns - MarkedText.width(old)));
      line("  " + old + gap + style.faint(" \u2502 ") + now);
    }
  }

  private void writeTerm(TermEffect effect) throws IOException {
    TermEffect.Kind kind = effect.kind();
    String label = kind == TermEffect.Kind.OPEN ? "term still open:" : "term " + kind.label() + ":";
    String message = effect.problem().term() + " (" + effect.problem().message() + ")";
    String text = hanging("  " + label + " " + TerminalText.plain(message), 4);
    String coloured =
        switch (kind) {
          case INTRODUCED -> style.error(label);
          case OPEN -> style.doubt(label);
          case FIXED -> label;
        };
    line(text.replace(label, coloured));
  }

  /** In lines of the terminal's width; from the second on they begin further in. */
  private String hanging(String text, int indent) {
    if (style.columns() == 0) {
      return text;
    }
    List<String> lines = TerminalText.wrap(text, Math.max(10, style.columns() - indent));
    return String.join("\n" + " ".repeat(indent), lines);
  }

  private void writeSummary(RevisionView view) throws IOException {
    RevisionSummary summary = view.summary();
    if (view.report().isEmpty()) {
      line("no differences in " + view.report().size() + " sentences");
      terms(summary);
      return;
    }
    String rates = percent(summary.rate().rate()) + " of words, ";
    figure("total", counts(summary.kinds()));
    figure("edit rate", rates + percent(summary.rate().characterRate()) + " of characters");
    String bands =
        Arrays.stream(RateBand.values())
            .map(band -> band.label() + " %: " + summary.bands().get(band))
            .collect(Collectors.joining(", "));
    figure("sentences", bands);
    String classes = counts(summary.classes());
    if (!classes.isEmpty()) {
      figure("edits", classes);
    }
    terms(summary);
    List<RepeatedEdit> repeated = summary.repeated();
    for (RepeatedEdit edit : repeated.subList(0, Math.min(MOST_REPEATED, repeated.size()))) {
      figure("repeated", times(edit));
    }
    if (repeated.size() > MOST_REPEATED) {
      line("           and " + (repeated.size() - MOST_REPEATED) + " more");
    }
    int hidden = view.report().differences().size() - view.shown().size();
    if (hidden > 0) {
      line("           (" + hidden + " of these changes not listed)");
    }
  }

  private void figure(String name, String value) throws IOException {
    String text = hanging(TerminalText.pad(name, NAME) + value, NAME);
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
      figure("terms", counts(summary.terms()));
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
        : constant.name().toLowerCase(Locale.ROOT);
  }

  /** A share in percent, one digit after the point. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  private void line(String text) throws IOException {
    out.write(text.stripTrailing());
    out.write("\n");
  }
}
