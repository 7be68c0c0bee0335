package ballast.app.revisions;

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
  record Part(Mark mark, String look, List<String> sentences) {}

  private SideText() {}

  /** Returns the old text; empty if there is none. */
  static List<List<Part>> old(Change change, ComparedVersions.Name name) {
    return side(change.old(), name, oldMarks(change));
  }

  static List<List<Part>> old(List<Change> changes, ComparedVersions.Name name) {
    return changes.stream().flatMap(change -> old(change, name).stream()).toList();
  }

  static List<List<Part>> revised(Change change, ComparedVersions.Name name) {
    return side(change.revised(), name, newMarks(change));
  }

  static List<List<Part>> plain(Change.Side side, ComparedVersions.Name name) {
    return side(side, name, List.of());
  }

  /** Returns both texts in one: each deleted part, followed by its replacement. */
  static List<List<Part>> both(Change change, ComparedVersions.Name name) {
    if (change.kind() == Change.Kind.ALIGNED_ANEW) {
      return plain(change.present(), name);
    }
    String old = change.old().text();
    if (old.isEmpty()) {
      return revised(change, name);
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

  private record Marked(int start, int end, boolean deleted, Edit.Kind kind) {}

  private static List<Marked> oldMarks(Change change) {
    if (change.revised().text().isEmpty() && change.kind() != Change.Kind.ALIGNED_ANEW) {
      return List.of(new Marked(0, change.old().text().length(), true, Edit.Kind.WORDING));
    }
    List<Marked> marks = new ArrayList<>();
    for (Edit edit : change.edits()) {
      marks.add(new Marked(edit.old().start(), edit.old().end(), true, edit.editClass()));
    }
    return marks;
  }

  private static List<Marked> newMarks(Change change) {
    if (change.old().text().isEmpty() && change.kind() != Change.Kind.ALIGNED_ANEW) {
      return List.of(new Marked(0, change.revised().text().length(), false, Edit.Kind.WORDING));
    }
    List<Marked> marks = new ArrayList<>();
    for (Edit edit : change.edits()) {
      marks.add(new Marked(edit.revised().start(), edit.revised().end(), false, edit.editClass()));
    }
    return marks;
  }

  private static List<List<Part>> side(
      Change.Side side, ComparedVersions.Name name, List<Marked> marks) {
    String text = side.text();
    if (text.isEmpty()) {
      return List.of();
    }
    List<Integer> cuts = cuts(side, name.isChinese() ? 0 : 1);
    List<Part> parts = new ArrayList<>();
    int at = 0;
    for (Marked mark : marks) {
      parts.add(new Part(Mark.NONE, "", sentences(text, at, mark.start(), cuts, false)));
      if (mark.start() < mark.end()) {
        boolean blank = text.substring(mark.start(), mark.end()).isBlank();
        parts.add(
            new Part(
                mark.deleted() ? Mark.DELETED : Mark.INSERTED,
                mark.kind().label() + (blank ? " blank" : ""),
                sentences(text, mark.start(), mark.end(), cuts, blank)));
      }
      at = mark.end();
    }
    parts.add(new Part(Mark.NONE, "", sentences(text, at, text.length(), cuts, false)));
    return List.of(parts);
  }

  private static List<Integer> cuts(Change.Side side, int between) {
    List<Integer> cuts = new ArrayList<>();
    int at = 0;
    for (String sentence : side.sentences()) {
      at += sentence.length();
      cuts.add(at);
      at += between;
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
    return blank ? text.replaceAll("[ \\u00a0]", "\u00b7") : text;
  }
}
