package ballast.app.revisions;

import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.app.revisions.SideText.Mark;
import ballast.app.revisions.SideText.Part;
import ballast.bitext.CountedNoun;
import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.EditRate;
import ballast.revise.FirstLook;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisedPassage.ChangedBy;
import ballast.revise.RevisionReport;
import ballast.revise.RevisionReport.RepeatedEdit;
import ballast.revise.SourceText;
import ballast.revise.TermEffect;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Shows changes on a terminal, each with its source. A wide terminal shows the old text next to the
 * new one, others show both in one. Two reviews are labelled with the reviewers' names. Changes to
 * look at first are listed above, totals below.
 */
public final class DiffText {

  /** Minimum width to show the two texts side by side. */
  private static final int WIDE = 120;

  /** Width of the label of a number, in columns. */
  private static final int NAME = 11;

  private static final int MAX_REPEATED = 10;

  private static final int MAX_PLACES = 8;

  private static final int INDENT = 2;

  private final Writer out;
  private final Style style;

  /** Link target for the place of the change. */
  private String file = "";

  public DiffText(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Writes the listed changes, and the totals of all. */
  public void write(ComparedVersions compared) throws IOException {
    if (compared.hasTwoReviews()) {
      writeReviews(compared);
      return;
    }
    writeVersions(compared);
    writeFirst(compared);
    for (List<Change> together : movedTogether(compared.shownOf(0))) {
      Change change = together.get(0);
      boolean isNew = change.revised().line() > 0;
      file = (isNew ? compared.revised() : compared.versions().get(0)).name();
      if (together.size() > 1) {
        writeMoved(together);
      } else {
        writeChange(change, compared.authorsOf(change));
      }
    }
    writeTotals(compared);
  }

  /** Groups sentences that moved together without an edit; every other change is alone. */
  private static List<List<Change>> movedTogether(List<Change> changes) {
    List<List<Change>> groups = new ArrayList<>();
    Change last = null;
    for (Change change : changes) {
      if (last != null && isOnlyMoved(last) && isOnlyMoved(change) && isNext(last, change)) {
        groups.get(groups.size() - 1).add(change);
      } else {
        groups.add(new ArrayList<>(List.of(change)));
      }
      last = change;
    }
    return groups;
  }

  private static boolean isOnlyMoved(Change change) {
    return change.kind() == Change.Kind.MOVED
        && change.edits().isEmpty()
        && change.terms().isEmpty()
        && !change.isSourceChanged();
  }

  private static boolean isNext(Change last, Change change) {
    return isNext(last.old(), change.old()) && isNext(last.revised(), change.revised());
  }

  private static boolean isNext(Change.Side last, Change.Side side) {
    return last.position() + last.sentences().size() == side.position();
  }

  private void writeMoved(List<Change> together) throws IOException {
    Change first = together.get(0);
    int sentences = together.stream().mapToInt(one -> one.revised().sentences().size()).sum();
    String place = style.link(file, style.faint(style.say(ChangePlace.of(first))));
    line(
        style.doubt(style.say(first.kind().inWords()))
            + "  "
            + style.say(sentences + " sentences")
            + "  "
            + place);
    faintBody(first.revised().text() + " …");
    line("");
  }

  private void writeReviews(ComparedVersions compared) throws IOException {
    for (RevisedPassage passage : compared.shown()) {
      writeReviewed(passage, compared);
    }
    writeTotalsOfReviews(compared);
  }

  private void writeReviewed(RevisedPassage passage, ComparedVersions compared) throws IOException {
    ChangedBy by = passage.by();
    String what = TerminalText.plain(style.say(compared.inWords(by)));
    String head =
        switch (by) {
          case UNDONE, APART -> style.error(what);
          case FURTHER -> style.doubt(what);
          default -> style.strong(what);
        };
    String moved = passage.moved() ? "  " + style.say("moved") : "";
    line(head + moved + style.faint("  " + style.say(ChangePlace.of(passage))));
    for (SourceText source : passage.sources()) {
      writeSource(source);
    }
    boolean both = by.isOfFirst() && by.isOfSecond() && by != ChangedBy.ALIKE;
    if (both) {
      label(compared.reviews().get(0));
    }
    if (by != ChangedBy.SECOND) {
      body(SideText.both(passage.first()));
    }
    if (both) {
      label(compared.reviews().get(1));
    }
    if (by == ChangedBy.SECOND || both) {
      body(SideText.both(passage.last()));
    }
    line("");
  }

  private void label(ComparedVersions.Name name) throws IOException {
    line("  " + style.faint(TerminalText.plain(name.name()) + ":"));
  }

  private void writeChange(Change change, String authors) throws IOException {
    line(head(change));
    if (change.kind() == Change.Kind.UNCHANGED) {
      body(SideText.old(change));
      line("");
      return;
    }
    if (!authors.isEmpty()) {
      faintBody(style.say(authors));
    }
    for (SourceText source : change.sources()) {
      writeSource(source);
    }
    boolean both = !change.old().text().isEmpty() && !change.revised().text().isEmpty();
    if (style.columns() >= WIDE && both && !change.edits().isEmpty()) {
      sideBySide(change);
    } else if (both || !change.old().text().isEmpty() || !change.revised().text().isEmpty()) {
      body(SideText.both(change));
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
      facts.add(style.say(classes));
    }
    String place = style.say(ChangePlace.of(change));
    String kind = style.say(change.kind().inWords());
    String coloured =
        switch (change.kind()) {
          case STALE -> style.error(kind);
          case REMOVED, ADDED, MOVED -> style.doubt(kind);
          default -> style.strong(kind);
        };
    String rest = facts.isEmpty() ? "" : "  " + String.join("  ", facts);
    return coloured + rest + (place.isEmpty() ? "" : "  " + style.link(file, style.faint(place)));
  }

  static String classes(Change change) {
    return change.edits().stream()
        .map(edit -> edit.editClass())
        .filter(kind -> kind != Edit.Kind.WORDING)
        .distinct()
        .sorted()
        .map(Edit.Kind::label)
        .collect(Collectors.joining(", "));
  }

  private void writeSource(SourceText source) throws IOException {
    boolean changed = !source.old().equals(source.current());
    if (changed && !source.old().isEmpty()) {
      faintBody(
          style.say(source.current().isEmpty() ? "source, removed: " : "source was: ")
              + source.old());
    }
    if (!source.current().isEmpty()) {
      String label = source.old().isEmpty() ? "source, added: " : changed ? "source is:  " : "";
      faintBody(style.say(label) + source.current());
    }
  }

  private void faintBody(String text) throws IOException {
    for (String one : TerminalText.wrap(TerminalText.plain(text), columns(INDENT))) {
      line("  " + style.faint(one));
    }
  }

  private void body(List<List<Part>> text) throws IOException {
    for (String one : new MarkedText(text, style).lines(columns(INDENT))) {
      line("  " + one);
    }
  }

  private void sideBySide(Change change) throws IOException {
    int columns = (style.columns() - INDENT - 3) / 2;
    List<String> left = new MarkedText(SideText.old(change), style).lines(columns);
    List<String> right = new MarkedText(SideText.revised(change), style).lines(columns);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      String old = i < left.size() ? left.get(i) : "";
      String now = i < right.size() ? right.get(i) : "";
      String gap = " ".repeat(Math.max(0, columns - MarkedText.width(old)));
      line("  " + old + gap + style.faint(" \u2502 ") + now);
    }
  }

  private void writeTerm(TermEffect effect) throws IOException {
    TermEffect.Kind kind = effect.kind();
    String label = style.say("term " + kind.inWords()) + ":";
    String message = effect.problem().term() + " (" + style.say(effect.problem().message()) + ")";
    String text = hanging("  " + label + " " + TerminalText.plain(message), 4);
    String coloured =
        switch (kind) {
          case INTRODUCED -> style.error(label);
          case OPEN -> style.doubt(label);
          case FIXED -> label;
        };
    line(text.replace(label, coloured));
  }

  private void line(String text) throws IOException {
    out.write(text.stripTrailing());
    out.write("\n");
  }

  private void writeTotalsOfReviews(ComparedVersions compared) throws IOException {
    for (Map.Entry<ChangedBy, Integer> count : compared.counts().entrySet()) {
      if (count.getValue() > 0) {
        String what = TerminalText.plain(style.say(compared.inWords(count.getKey())));
        line(String.format(Locale.ROOT, "%5d  %s", count.getValue(), what));
      }
    }
    for (int i = 0; i < compared.reviews().size(); i++) {
      ComparedVersions.Name of = compared.versions().get(compared.apart() ? 0 : i);
      String percent = percent(compared.rate(i).rate());
      String by = compared.reviews().get(i).name();
      line(
          TerminalText.plain(
              style.say(by + " changed " + percent + " of the words of " + of.name())));
    }
  }

  private void writeTotals(ComparedVersions compared) throws IOException {
    RevisionReport.Summary summary = compared.summary(0);
    if (!compared.hasChanges()) {
      line(style.say("no differences in " + CountedNoun.of(compared.size(), "sentence")));
      alignedAnew(compared);
      terms(summary);
      return;
    }
    number("total", inWords(compared));
    number("sentences", counts(summary.kinds(), Change.Kind::inWords));
    alignedAnew(compared);
    String classes = counts(summary.classes(), DiffText::topic);
    if (!classes.isEmpty()) {
      number("edits", classes);
    }
    terms(summary);
    List<RepeatedEdit> repeated = summary.repeated();
    for (RepeatedEdit edit : repeated.subList(0, Math.min(MAX_REPEATED, repeated.size()))) {
      number("repeated", times(edit));
    }
    if (repeated.size() > MAX_REPEATED) {
      line("           " + style.say("and " + (repeated.size() - MAX_REPEATED) + " more"));
    }
    int hidden = compared.changed() - listed(compared);
    if (hidden > 0) {
      line("           " + style.say("(" + hidden + " of these changes not listed)"));
    }
  }

  /** Writes author and time of the two revisions of a memory; nothing for files. */
  private void writeVersions(ComparedVersions compared) throws IOException {
    if (compared.revised().made() != null) {
      number("old", TerminalText.plain(compared.old().withAuthor()));
      number("new", TerminalText.plain(compared.revised().withAuthor()));
      line("");
    }
  }

  /** Lists above the changes those to look at first; nothing if none has priority. */
  private void writeFirst(ComparedVersions compared) throws IOException {
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
    if (changes.stream().anyMatch(change -> !placed(change).place().isEmpty())) {
      return ": "
          + listed(
              changes.stream().map(change -> placed(change).place()).distinct().toList(), "; ");
    }
    boolean lines = changes.stream().allMatch(change -> placed(change).line() > 0);
    List<String> places =
        changes.stream()
            .map(change -> String.valueOf(lines ? placed(change).line() : no(change)))
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

  private static Change.Side placed(Change change) {
    return change.old().line() > 0 ? change.old() : change.revised();
  }

  private static int no(Change change) {
    return 1 + Math.max(change.old().position(), change.revised().position());
  }

  /**
   * Returns for example {@code 7 % of the words changed; 18 of 259 sentences largely rewritten}.
   */
  private static String inWords(ComparedVersions compared) {
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
    String text = style.say(compared.alignedAnewInWords());
    if (!text.isEmpty()) {
      line(hanging(text, 0));
    }
  }

  private void number(String name, String value) throws IOException {
    String said = style.say(name);
    String text = hanging(TerminalText.pad(said, NAME) + style.say(value), NAME);
    line(name.equals("total") ? text.replaceFirst(said, style.strong(said)) : text);
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
      number("terms", counts(summary.terms(), TermEffect.Kind::inWords));
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

  /**
   * Formats a share of [0, 1] in whole percent, below one percent with a decimal place. 0 and 100
   * mean exactly nothing and everything.
   */
  static String percent(double share) {
    double percent = 100 * share;
    if (percent > 0 && percent < 0.1) {
      return "below 0.1%";
    }
    if (percent > 0 && percent < 0.95) {
      return String.format(Locale.ROOT, "%.1f%%", percent);
    }
    return (share < 1 ? Math.min(99, Math.round(percent)) : 100) + "%";
  }

  /** Wraps a text to the terminal's width, indenting all lines but the first. */
  private String hanging(String text, int indent) {
    return String.join("\n" + " ".repeat(indent), TerminalText.wrap(text, columns(indent)));
  }

  /** Returns the columns for an indented text; 0 if it is not wrapped. */
  private int columns(int indent) {
    return style.columns() == 0 ? 0 : Math.max(10, style.columns() - indent);
  }

  /** The place of a change in words: by line if lines are known, otherwise by number. */
  static final class ChangePlace {

    private ChangePlace() {}

    /** Returns the place of a change; for a moved sentence, the old and the new place. */
    static String of(Change change) {
      Change.Side old = change.old();
      Change.Side revised = change.revised();
      if (old.text().isEmpty() && revised.text().isEmpty()) {
        return "";
      }
      if (change.kind() == Change.Kind.MOVED) {
        return moved(old, revised);
      }
      if (old.line() == 0 && revised.line() == 0) {
        return "no. " + (1 + Math.max(old.position(), revised.position()));
      }
      if (old.line() == 0 || revised.line() == 0) {
        return old.line() == 0 ? "new " + revised.lineOrPlace() : "old " + old.lineOrPlace();
      }
      String now = old.lineOrPlace();
      if (revised.lineOrPlace().equals(now)) {
        return now;
      }
      return now + ", now " + (old.place().isEmpty() ? revised.line() : revised.lineOrPlace());
    }

    /** Returns the place of a passage of two reviews: in the draft, if the draft contains it. */
    private static String of(RevisedPassage passage) {
      Change.Side draft = passage.old();
      Change.Side last = passage.last().revised();
      if (passage.moved() && !draft.text().isEmpty() && !last.text().isEmpty()) {
        return moved(draft, last);
      }
      if (draft.line() > 0) {
        return draft.lineOrPlace();
      }
      if (last.line() > 0) {
        return "new " + last.lineOrPlace();
      }
      return "no. " + (1 + Math.max(draft.position(), last.position()));
    }

    private static String moved(Change.Side old, Change.Side revised) {
      if (old.line() == 0 || revised.line() == 0) {
        return "from no. " + (old.position() + 1) + " to no. " + (revised.position() + 1);
      }
      if (old.line() != revised.line()) {
        return "from " + old.lineOrPlace() + " to " + revised.lineOrPlace();
      }
      if (old.inParagraph() != revised.inParagraph()) {
        String within = old.lineOrPlace() + ", from sentence " + old.inParagraph();
        return within + " to sentence " + revised.inParagraph();
      }
      return old.lineOrPlace();
    }
  }

  /**
   * A text with deleted and inserted parts, laid out for a terminal. Without colour the parts are
   * in the brackets of {@code wdiff}: {@code [-old-]}, {@code {+new+}}.
   */
  static final class MarkedText {

    private final Style style;
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();

    MarkedText(List<List<Part>> texts, Style style) {
      this.style = style;
      texts.forEach(parts -> parts.forEach(part -> add(part.text(), part.mark())));
    }

    private void add(String part, Mark mark) {
      String plain = TerminalText.plain(part);
      if (mark != Mark.NONE && !plain.isEmpty() && !style.colour()) {
        plain = mark == Mark.DELETED ? "[-" + plain + "-]" : "{+" + plain + "+}";
      }
      text.append(plain);
      marks.addAll(Collections.nCopies(plain.length(), mark));
    }

    /**
     * Returns the text in lines of at most {@code columns}; in one line if {@code columns} is 0.
     */
    List<String> lines(int columns) {
      List<String> lines = new ArrayList<>();
      int start = 0;
      int end = 0;
      int used = 0;
      for (String piece : pieces(columns)) {
        int width = TerminalText.width(piece.stripTrailing());
        if (columns > 0 && used > 0 && used + width > columns) {
          lines.add(styled(start, end));
          start = end;
          used = 0;
        }
        end += piece.length();
        used += TerminalText.width(piece);
      }
      lines.add(styled(start, end));
      return lines;
    }

    /** Returns the words of the text, dividing words wider than a line, such as addresses. */
    private List<String> pieces(int columns) {
      List<String> pieces = new ArrayList<>();
      for (String piece : TerminalText.pieces(text.toString())) {
        int start = 0;
        int used = 0;
        for (int at = 0; columns > 0 && at < piece.length(); ) {
          String one = Character.toString(piece.codePointAt(at));
          if (at > start && used + TerminalText.width(one) > columns && !one.equals(" ")) {
            pieces.add(piece.substring(start, at));
            start = at;
            used = 0;
          }
          used += TerminalText.width(one);
          at += one.length();
        }
        pieces.add(piece.substring(start));
      }
      return pieces;
    }

    /** Returns the columns that a line takes, not counting escape sequences. */
    static int width(String styled) {
      return TerminalText.width(styled.replaceAll("\033\\[[0-9;]*m", ""));
    }

    private String styled(int start, int end) {
      int last = end;
      while (last > start && text.charAt(last - 1) == ' ') {
        last--;
      }
      StringBuilder line = new StringBuilder();
      for (int at = start; at < last; ) {
        int next = at;
        while (next < last && marks.get(next) == marks.get(at)) {
          next++;
        }
        String part = text.substring(at, next);
        line.append(
            switch (marks.get(at)) {
              case NONE -> part;
              case DELETED -> style.deleted(part);
              case INSERTED -> style.inserted(part);
            });
        at = next;
      }
      return line.toString();
    }
  }
}
