package ballast.app.page;

import ballast.revise.Change;
import ballast.revise.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with deleted and inserted parts, laid out for a terminal. Without colour the parts are in
 * the brackets of {@code wdiff}: {@code [-old-]}, {@code {+new+}}.
 */
public final class MarkedText {

  enum Mark {
    SAME,
    DELETED,
    INSERTED
  }

  private final Style style;
  private final StringBuilder text = new StringBuilder();
  private final List<Mark> marks = new ArrayList<>();

  private MarkedText(Style style) {
    this.style = style;
  }

  /** Combines both texts: each deleted part, followed by its replacement. */
  public static MarkedText inline(Change change, Style style) {
    MarkedText marked = new MarkedText(style);
    String old = change.old().text();
    if (change.kind() == Change.Kind.ALIGNED_ANEW) {
      return marked.add(change.present().text(), Mark.SAME);
    }
    if (old.isEmpty() || change.revised().text().isEmpty()) {
      return marked.add(old, Mark.DELETED).add(change.revised().text(), Mark.INSERTED);
    }
    int at = 0;
    for (Edit edit : change.edits()) {
      marked.add(old.substring(at, edit.old().start()), Mark.SAME);
      marked.add(visible(edit.oldText(), edit), Mark.DELETED);
      marked.add(visible(edit.newText(), edit), Mark.INSERTED);
      at = edit.old().end();
    }
    return marked.add(old.substring(at), Mark.SAME);
  }

  /** Returns the old text with deleted parts marked. */
  public static MarkedText old(Change change, Style style) {
    MarkedText marked = new MarkedText(style);
    String text = change.old().text();
    if (change.revised().text().isEmpty()) {
      return marked.add(text, Mark.DELETED);
    }
    int at = 0;
    for (Edit edit : change.edits()) {
      marked.add(text.substring(at, edit.old().start()), Mark.SAME);
      marked.add(visible(edit.oldText(), edit), Mark.DELETED);
      at = edit.old().end();
    }
    return marked.add(text.substring(at), Mark.SAME);
  }

  /** Returns the new text with inserted parts marked. */
  public static MarkedText revised(Change change, Style style) {
    MarkedText marked = new MarkedText(style);
    String text = change.revised().text();
    if (change.old().text().isEmpty()) {
      return marked.add(text, Mark.INSERTED);
    }
    int at = 0;
    for (Edit edit : change.edits()) {
      marked.add(text.substring(at, edit.revised().start()), Mark.SAME);
      marked.add(visible(edit.newText(), edit), Mark.INSERTED);
      at = edit.revised().end();
    }
    return marked.add(text.substring(at), Mark.SAME);
  }

  /** Returns the text of an edit; if it consists of white space only, it is made visible. */
  private static String visible(String text, Edit edit) {
    boolean blank = (edit.oldText() + edit.newText()).isBlank();
    return blank ? text.replaceAll("\\s", "\u00b7") : text;
  }

  private MarkedText add(String part, Mark mark) {
    String plain = TerminalText.plain(part);
    if (plain.isEmpty()) {
      return this;
    }
    if (mark != Mark.SAME && !style.colour()) {
      plain = mark == Mark.DELETED ? "[-" + plain + "-]" : "{+" + plain + "+}";
    }
    text.append(plain);
    for (int i = 0; i < plain.length(); i++) {
      marks.add(mark);
    }
    return this;
  }

  /** Returns the text in lines of at most {@code columns}; in one line if {@code columns} is 0. */
  public List<String> lines(int columns) {
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
  public static int width(String styled) {
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
            case SAME -> part;
            case DELETED -> style.deleted(part);
            case INSERTED -> style.inserted(part);
          });
      at = next;
    }
    return line.toString();
  }
}
