package ballast.format.xml;

import java.io.IOException;
import java.io.Reader;
import java.util.Locale;

/**
 * Reads the characters of an XML file without those that XML 1.0 forbids, raw or as a reference: a
 * single one, usually U+000B from a word processor, makes a parser refuse the whole file. Each is
 * reported with its line and replaced as in {@link XmlText#fit}.
 */
final class XmlCharacters extends Reader {

  /** Is told which characters were replaced. */
  @FunctionalInterface
  public interface Report {
    void replaced(int line, String what);
  }

  private enum State {
    CONTENT,
    CDATA,
    COMMENT
  }

  private static final int SIZE = 8192;

  /** Longest stretch that is examined as a whole: a reference with leading zeros. */
  private static final int LOOK_AHEAD = 24;

  /** For each ASCII character, whether it is passed on unexamined. */
  private static final boolean[] PLAIN = plain();

  private static final char FIRST_FORBIDDEN = 0xFFFE;

  private final Reader in;
  private final Report report;
  private final char[] buffer = new char[SIZE];
  private int at;
  private int end;
  private boolean ended;
  private State state = State.CONTENT;
  private int line = 1;
  private boolean afterReturn;

  XmlCharacters(Reader in, Report report) {
    this.in = in;
    this.report = report;
  }

  /** The line of the last character handed out, counted from 1. */
  int line() {
    return line;
  }

  @Override
  public int read(char[] out, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      if (!ended && end - at < LOOK_AHEAD) {
        if (written > 0) {
          break;
        }
        fill();
      }
      if (at == end) {
        break;
      }
      int plain = plain(length - written);
      if (plain > 0) {
        System.arraycopy(buffer, at, out, offset + written, plain);
        at += plain;
        written += plain;
        afterReturn = false;
      } else {
        written += next(out, offset + written);
      }
    }
    return written == 0 && length > 0 ? -1 : written;
  }

  /** How many of the next characters, at most {@code maxLength}, can be passed on together. */
  private int plain(int maxLength) {
    int stop = Math.min(ended ? end : end - LOOK_AHEAD + 1, at + maxLength);
    int found = at;
    while (found < stop) {
      char c = buffer[found];
      if (c < PLAIN.length ? !PLAIN[c] : c >= FIRST_FORBIDDEN) {
        break;
      }
      found++;
    }
    return found - at;
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[0x80];
    for (char c = ' '; c < plain.length; c++) {
      plain[c] = "&<-]".indexOf(c) < 0;
    }
    return plain;
  }

  /**
   * Hands out the next character unless it is forbidden; returns how many it handed out, 0 or 1.
   */
  private int next(char[] out, int position) {
    char c = buffer[at];
    if (c == '&' && state == State.CONTENT && at + 1 < end && buffer[at + 1] == '#') {
      int length = forbiddenReference();
      if (length > 0) {
        int codePoint = reference(length);
        at += length;
        return replace(codePoint, out, position);
      }
    }
    if (c == '<' || c == ']' || c == '-') {
      changeState();
    }
    at++;
    if (isForbidden(c)) {
      return replace(c, out, position);
    }
    if (c == '\n' ? !afterReturn : c == '\r') {
      line++;
    }
    afterReturn = c == '\r';
    out[position] = c;
    return 1;
  }

  private void changeState() {
    if (state == State.CONTENT) {
      if (looksAt("<![CDATA[")) {
        state = State.CDATA;
      } else if (looksAt("<!--")) {
        state = State.COMMENT;
      }
    } else if (looksAt(state == State.CDATA ? "]]>" : "-->")) {
      state = State.CONTENT;
    }
  }

  private boolean looksAt(String text) {
    if (end - at < text.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (buffer[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Length of the reference to a forbidden character at this place; 0 if there is none. */
  private int forbiddenReference() {
    int stop = at + 2;
    while (stop < end && stop - at < LOOK_AHEAD && buffer[stop] != ';') {
      stop++;
    }
    if (stop == end || buffer[stop] != ';') {
      return 0;
    }
    int length = stop + 1 - at;
    int codePoint = reference(length);
    boolean forbidden = codePoint >= 0 && !XmlText.isAllowed(codePoint);
    return forbidden ? length : 0;
  }

  /** The code point of a reference; -1 if a parser would not accept it. */
  private int reference(int length) {
    boolean hex = buffer[at + 2] == 'x';
    String digits = new String(buffer, at + (hex ? 3 : 2), length - (hex ? 4 : 3));
    if (!digits.matches(hex ? "[0-9a-fA-F]{1,20}" : "[0-9]{1,20}")) {
      return -1;
    }
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 7 ? -1 : Integer.parseInt(significant, hex ? 16 : 10);
  }

  private static boolean isForbidden(char c) {
    return c < ' ' ? c != '\t' && c != '\n' && c != '\r' : c >= FIRST_FORBIDDEN;
  }

  private int replace(int codePoint, char[] out, int position) {
    String fit = XmlText.fit(Character.toString(codePoint));
    String how =
        switch (fit) {
          case "" -> "left out";
          case " " -> "replaced by a space";
          default -> "replaced by U+FFFD";
        };
    report.replaced(
        line,
        String.format(Locale.ROOT, "the character U+%04X, which XML forbids, was ", codePoint)
            + how);
    if (fit.isEmpty()) {
      return 0;
    }
    out[position] = fit.charAt(0);
    return 1;
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    while (!ended && end < LOOK_AHEAD) {
      int read = in.read(buffer, end, SIZE - end);
      if (read < 0) {
        ended = true;
      } else {
        end += read;
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
