package ballast.app.page;

import ballast.language.DisplayWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out text for a terminal, on which a Chinese character takes two columns. */
public final class TerminalText {

  private TerminalText() {}

  public static int width(String text) {
    return DisplayWidth.columns(text);
  }

  /** Pads {@code text} with spaces to {@code columns}; wider text is unchanged. */
  public static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /**
   * Returns {@code text}, or its beginning and an ellipsis if it takes more than {@code columns}.
   */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    StringBuilder cut = new StringBuilder();
    int used = 1; // the ellipsis
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      used += DisplayWidth.columns(c);
      if (used > columns) {
        break;
      }
      cut.appendCodePoint(c);
      at += Character.charCount(c);
    }
    return cut.append('…').toString();
  }

  /**
   * Returns {@code text} on one line and without effect on the terminal. A control character, such
   * as an escape sequence in a hostile file, becomes a visible {@code ?}, a line break or tab a
   * space.
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c)
        .map(c -> isUnsafe(c) ? '?' : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /**
   * Returns {@code text} with a {@code ?} for each character that controls a terminal or reverses
   * text. Line ends and tabs remain, and so do the positions of all characters.
   */
  public static String inert(String text) {
    StringBuilder inert = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c != '\n' && c != '\t' && (actsOnTerminal(c) || isUnpaired(c)) ? '?' : c)
        .forEach(inert::appendCodePoint);
    return inert.toString();
  }

  private static boolean isUnpaired(int c) {
    return Character.getType(c) == Character.SURROGATE;
  }

  /**
   * Returns {@code text} with the characters replaced by {@link #plain} written as {@code
   * <U+001B>}. Tabs remain.
   */
  public static String visible(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isUnsafe(c) && c != '\t') {
                visible.append(String.format(Locale.ROOT, "<U+%04X>", c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }

  /**
   * Wraps a text into lines of at most {@code columns}, broken at spaces and next to Chinese
   * characters.
   *
   * @param columns at least 2, or a Chinese character would not fit; 0 for one line
   */
  public static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String piece : pieces(text)) {
      int width = width(piece.stripTrailing());
      if (columns > 0 && used > 0 && used + width > columns) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
        used = 0;
      }
      line.append(piece);
      used += width(piece);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** Splits a text where a line may break: after a word with its space, and around single Han. */
  public static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    int at = 0;
    int previous = -1;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (previous >= 0 && mayBreak(previous, codePoint)) {
        pieces.add(text.substring(start, at));
        start = at;
      }
      previous = codePoint;
      at += Character.charCount(codePoint);
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  private static boolean mayBreak(int left, int right) {
    if (left == ' ') {
      return right != ' ';
    }
    return (DisplayWidth.isWide(left) || DisplayWidth.isWide(right))
        && right != ' '
        && "，。！？；：、”’）》」』…".indexOf(right) < 0
        && "“‘（《「『".indexOf(left) < 0;
  }

  /**
   * Whether a character controls a terminal, including line ends and tabs, or changes the order of
   * others.
   */
  static boolean actsOnTerminal(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (c >= 0x202A && c <= 0x202E) // embeddings and overrides
        || (c >= 0x2066 && c <= 0x2069) // isolates
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C;
  }

  static boolean isUnsafe(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        // Joiners and the soft hyphen shape words and emoji; other format characters are invisible
        // or reverse text.
        || (type == Character.FORMAT && c != 0x200C && c != 0x200D && c != 0xAD);
  }
}
