package ballast.app.page;

import java.io.IOException;
import java.io.Writer;

/**
 * Replaces characters that act on a terminal with a visible {@code ?}: control characters and those
 * that reverse text. Line ends, tabs and the colours of {@link Style} remain.
 */
public final class CleanWriter extends Writer {

  private static final char ESCAPE = '\033';

  private final Writer out;

  /** Beginning of a colour or line end whose rest has not arrived yet. */
  private final StringBuilder begun = new StringBuilder();

  public CleanWriter(Writer out) {
    this.out = out;
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    StringBuilder clean = new StringBuilder(length + begun.length());
    for (int i = offset; i < offset + length; i++) {
      add(characters[i], clean);
    }
    out.append(clean);
  }

  private void add(char c, StringBuilder clean) {
    if (!begun.isEmpty()) {
      begun.append(c);
      if (begun.charAt(0) == '\r' ? c == '\n' : Style.isSequence(begun)) {
        clean.append(begun);
        begun.setLength(0);
        return;
      }
      if (begun.charAt(0) == ESCAPE && Style.mayBeSequence(begun)) {
        return;
      }
      String rest = begun.substring(1);
      begun.setLength(0);
      clean.append('?');
      rest.chars().forEach(next -> add((char) next, clean));
      return;
    }
    if (c == ESCAPE || c == '\r') {
      begun.append(c);
    } else {
      clean.append(TerminalText.actsOnTerminal(c) && c != '\n' && c != '\t' ? '?' : c);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** Flushes an unfinished sequence. The underlying writer stays open. */
  @Override
  public void close() throws IOException {
    out.append("?".repeat(begun.isEmpty() ? 0 : 1))
        .append(begun, Math.min(1, begun.length()), begun.length());
    begun.setLength(0);
    out.flush();
  }
}
