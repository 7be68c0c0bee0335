package ballast.app.revisions;

import ballast.app.page.MarkedText;
import ballast.app.page.Style;
import ballast.app.page.TerminalText;
import ballast.revise.Change;
import ballast.revise.Edit;
import ballast.revise.RevisedPassage;
import ballast.revise.RevisedPassage.ChangedBy;
import ballast.revise.SourceText;
import ballast.revise.TermEffect;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Shows changes on a terminal, each with its source. A wide terminal shows the old text next to the
 * new one, others show both in one. Two reviews are labelled with the reviewers' names. Changes to
 * look at first are listed above, totals below.
 */
public final class DiffText {

  /** Minimum width to show the two texts side by side. */
  private static final int WIDE = 120;

  private static final int INDENT = 2;

  private final Writer out;
  private final Style style;

  /** Link target for the place of the change. */
  private String file = "";

  public DiffText(Writer out, Style style) {
    this.out = out;
    this.style = style;
  }

  /** Writes the listed changes of one reviewer, and the totals of all. */
  public void write(ComparedVersions compared) throws IOException {
    DiffTotals totals = new DiffTotals(out, style);
    totals.writeVersions(compared);
    totals.writeFirst(compared);
    for (Change change : compared.shownOf(0)) {
      boolean isNew = change.revised().line() > 0;
      file = (isNew ? compared.revised() : compared.versions().get(0)).name();
      writeChange(change, RevisionAuthors.inWords(change, compared));
    }
    totals.write(compared);
  }

  void writeReviews(ComparedVersions compared) throws IOException {
    for (RevisedPassage passage : compared.shown()) {
      writeReviewed(passage, compared);
    }
    new DiffTotals(out, style).writeReviews(compared);
  }

  private void writeReviewed(RevisedPassage passage, ComparedVersions compared) throws IOException {
    ChangedBy by = passage.by();
    String what = TerminalText.plain(compared.inWords(by));
    String head =
        switch (by) {
          case UNDONE, APART -> style.error(what);
          case FURTHER -> style.doubt(what);
          default -> style.strong(what);
        };
    String moved = passage.moved() ? "  moved" : "";
    line(head + moved + style.faint("  " + ChangePlace.of(passage)));
    for (SourceText source : passage.sources()) {
      writeSource(source);
    }
    boolean both = by.isOfFirst() && by.isOfSecond() && by != ChangedBy.ALIKE;
    if (both) {
      label(compared.reviews().get(0));
    }
    if (by != ChangedBy.SECOND) {
      body(MarkedText.inline(passage.first(), style));
    }
    if (both) {
      label(compared.reviews().get(1));
    }
    if (by == ChangedBy.SECOND || both) {
      body(MarkedText.inline(passage.last(), style));
    }
    line("");
  }

  private void label(ComparedVersions.Name name) throws IOException {
    line("  " + style.faint(TerminalText.plain(name.name()) + ":"));
  }

  private void writeChange(Change change, String authors) throws IOException {
    line(head(change));
    if (change.kind() == Change.Kind.UNCHANGED) {
      body(MarkedText.old(change, style));
      line("");
      return;
    }
    if (!authors.isEmpty()) {
      faintBody(authors);
    }
    for (SourceText source : change.sources()) {
      writeSource(source);
    }
    boolean both = !change.old().text().isEmpty() && !change.revised().text().isEmpty();
    if (style.columns() >= WIDE && both && !change.edits().isEmpty()) {
      sideBySide(change);
    } else if (both || !change.old().text().isEmpty() || !change.revised().text().isEmpty()) {
      body(MarkedText.inline(change, style));
    }
    for (TermEffect effect : change.terms()) {
      writeTerm(effect);
    }
    line("");
  }

  private String head(Change change) {
    List<String> facts = new ArrayList<>();
    if (!change.edits().isEmpty()) {
      facts.add(DiffTotals.percent(change.rate().rate()));
    }
    if (change.old().sentences().size() + change.revised().sentences().size() > 2) {
      facts.add(change.old().sentences().size() + " > " + change.revised().sentences().size());
    }
    String classes = classes(change);
    if (!classes.isEmpty()) {
      facts.add(classes);
    }
    String place = ChangePlace.of(change);
    String kind = change.kind().inWords();
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

  private void body(MarkedText text) throws IOException {
    int columns = style.columns() == 0 ? 0 : Math.max(10, style.columns() - INDENT);
    for (String one : text.lines(columns)) {
      line("  " + one);
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
    String text = DiffTotals.hanging("  " + label + " " + TerminalText.plain(message), 4, style);
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

  /** The place of a change in words: by line if lines are known, otherwise by number. */
  private static final class ChangePlace {

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
    static String of(RevisedPassage passage) {
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
}
