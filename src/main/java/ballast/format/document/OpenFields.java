package ballast.format.document;

import ballast.format.document.Paragraph.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The fields of a part of a Word document that have begun, the innermost last. */
final class OpenFields {

  private static final class Open {
    private final StringBuilder code = new StringBuilder();
    private int paragraph = -1;
    private int from;
  }

  /** A code is longer only in a damaged file; its first word is what matters. */
  private static final int MAX_CODE = 1_000;

  /** Word nests no deeper. */
  private static final int MAX_DEPTH = 20;

  private final Deque<Open> open = new ArrayDeque<>();
  private int deeper;

  /** A field begins. */
  void begin() {
    if (open.size() < MAX_DEPTH) {
      open.push(new Open());
    } else {
      deeper++;
    }
  }

  /** A piece of the code of the innermost field. */
  void code(String text) {
    Open field = deeper > 0 ? null : open.peek();
    if (field != null && field.paragraph < 0 && field.code.length() < MAX_CODE) {
      field.code.append(text);
    }
  }

  /**
   * The code ends and the result begins.
   *
   * @param paragraph the number of the paragraph
   * @param letters how many characters of {@link TextKey} stand before
   */
  void result(int paragraph, int letters) {
    Open field = deeper > 0 ? null : open.peek();
    if (field != null) {
      field.paragraph = paragraph;
      field.from = letters;
    }
  }

  /** The innermost field ends; null if its result is not in this paragraph, or empty. */
  @Nullable Field end(int paragraph, int letters) {
    if (deeper > 0) {
      deeper--;
      return null;
    }
    Open field = open.poll();
    if (field == null || field.paragraph != paragraph || field.from >= letters) {
      return null;
    }
    String name = field.code.toString().strip().split("\\s", 2)[0];
    return new Field(field.from, letters, name.toUpperCase(Locale.ROOT));
  }
}
