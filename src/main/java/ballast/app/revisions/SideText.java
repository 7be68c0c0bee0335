package ballast.app.revisions;

import ballast.bitext.Span;
import ballast.revise.Change;
import ballast.revise.Edit;
import java.util.ArrayList;
import java.util.List;

/** The old or new text of a change, divided into its edits and the parts between them. */
final class SideText {

  enum Mark {
    NONE,
    DELETED,
    INSERTED
  }

  /**
   * A part of a text.
   *
   * @param look CSS classes of the mark; empty without one
   * @param sentences the text, cut where a sentence ends
   */
  record Part(Mark mark, String look, List<String> sentences) {

    String text() {
      return String.join("", sentences);
    }
  }

  private SideText() {}

  /** Returns the old text; empty if there is none. */
  static List<List<Part>> old(Change change) {
    return side(change.old(), marks(change, Mark.DELETED));
  }

  static List<List<Part>> old(List<Change> changes) {
    return changes.stream().flatMap(change -> old(change).stream()).toList();
  }

  static List<List<Part>> revised(Change change) {
    return side(change.revised(), marks(change, Mark.INSERTED));
  }

  static List<List<Part>> plain(Change.Side side) {
    return side(side, List.of());
  }

  /** Returns both texts in one: each deleted part, followed by its replacement. */
  static List<List<Part>> both(Change change) {
    if (change.kind() == Change.Kind.ALIGNED_ANEW) {
      return plain(change.present());
    }
    String old = change.old().text();
    if (old.isEmpty()) {
      return revised(change);
    }
    if (change.revised().text().isEmpty()) {
      return List.of(List.of(new Part(Mark.DELETED, Edit.Kind.WORDING.label(), List.of(old))));
    }
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (Edit edit : change.edits()) {
      add(parts, Mark.NONE, "", old.substring(at, edit.old().start()));
      boolean blank = (edit.oldText() + edit.newText()).isBlank();
      String kind = edit.editClass().label();
      add(parts, Mark.DELETED, kind, shown(edit.oldText(), blank));
      add(parts, Mark.INSERTED, kind, shown(edit.newText(), blank));
      at = edit.old().end();
    }
    add(parts, Mark.NONE, "", old.substring(at));
    return List.of(parts);
  }

  private static void add(List<Part> parts, Mark mark, String look, String text) {
    if (!text.isEmpty()) {
      parts.add(new Part(mark, look, List.of(text)));
    }
  }

  private record Marked(Span span, Mark mark, Edit.Kind kind) {}

  private static List<Marked> marks(Change change, Mark mark) {
    boolean old = mark == Mark.DELETED;
    Change.Side other = old ? change.revised() : change.old();
    if (other.text().isEmpty() && change.kind() != Change.Kind.ALIGNED_ANEW) {
      Span all = new Span(0, (old ? change.old() : change.revised()).text().length());
      return List.of(new Marked(all, mark, Edit.Kind.WORDING));
    }
    return change.edits().stream()
        .map(edit -> new Marked(old ? edit.old() : edit.revised(), mark, edit.editClass()))
        .toList();
  }

  private static List<List<Part>> side(Change.Side side, List<Marked> marks) {
    String text = side.text();
    if (text.isEmpty()) {
      return List.of();
    }
    List<Integer> cuts = cuts(side);
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (Marked mark : marks) {
      parts.add(new Part(Mark.NONE, "", sentences(text, at, mark.span().start(), cuts, false)));
      if (!mark.span().isEmpty()) {
        boolean blank = mark.span().of(text).isBlank();
        parts.add(
            new Part(
                mark.mark(),
                mark.kind().label() + (blank ? " blank" : ""),
                sentences(text, mark.span().start(), mark.span().end(), cuts, blank)));
      }
      at = mark.span().end();
    }
    parts.add(new Part(Mark.NONE, "", sentences(text, at, text.length(), cuts, false)));
    return List.of(parts);
  }

  private static List<Integer> cuts(Change.Side side) {
    List<Integer> cuts = new ArrayList<>();
    int at = 0;
    for (String sentence : side.sentences()) {
      at = side.text().indexOf(sentence, at) + sentence.length();
      cuts.add(at);
    }
    cuts.remove(cuts.size() - 1);
    return cuts;
  }

  private static List<String> sentences(
      String text, int start, int end, List<Integer> cuts, boolean blank) {
    List<String> sentences = new ArrayList<>();
    int at = start;
    for (int cut : cuts) {
      if (cut > at && cut <= end) {
        sentences.add(shown(text.substring(at, cut), blank));
        at = cut;
      }
    }
    sentences.add(shown(text.substring(at, end), blank));
    return sentences;
  }

  /** Returns the text; if an edit consists of white space only, it is made visible. */
  private static String shown(String text, boolean blank) {
    return blank ? text.replaceAll("[\\s\\u00a0]", "\u00b7") : text;
  }
}
