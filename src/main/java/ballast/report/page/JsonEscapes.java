package ballast.report.page;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Escapes what JSON demands, and beyond that the characters that act on a terminal: the document
 * means the same, and can be shown in a log.
 */
final class JsonEscapes extends CharacterEscapes {

  private static final long serialVersionUID = 1L;
  private static final int DELETE = 0x7F;

  private final int[] ascii;

  JsonEscapes() {
    ascii = standardAsciiEscapesForJSON();
    ascii[DELETE] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii.clone();
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    return c > DELETE && TerminalText.actsOnTerminal(c)
        ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", c))
        : null;
  }
}
