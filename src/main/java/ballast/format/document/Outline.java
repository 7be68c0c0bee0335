package ballast.format.document;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The paragraphs of one part of a document in the order of its XML, found again by their text. The
 * filters give the same paragraphs, but not all of them and not always in the same order. Equal
 * texts come in the same order.
 */
final class Outline {

  /** Number of characters at one end that must agree in two unequal texts. */
  private static final int ALIKE = 8;

  /** Maximum distance of the search for a text without an equal. */
  private static final int MAX_AHEAD = 200;

  private record Entry(String key, Paragraph paragraph) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Deque<Integer>> byKey = new HashMap<>();
  private final List<Boolean> taken = new ArrayList<>();
  private int last = -1;

  void add(String text, Paragraph paragraph) {
    String key = key(text);
    byKey.computeIfAbsent(key, k -> new ArrayDeque<>()).add(entries.size());
    entries.add(new Entry(key, paragraph));
    taken.add(false);
  }

  /** Each paragraph is returned once. */
  @Nullable Paragraph take(String text) {
    String key = key(text);
    Deque<Integer> equal = byKey.get(key);
    while (equal != null && !equal.isEmpty()) {
      int index = equal.remove();
      if (!taken.get(index)) {
        return take(index);
      }
    }
    int end = Math.min(entries.size(), last + 1 + MAX_AHEAD);
    for (int index = last + 1; index < end; index++) {
      if (!taken.get(index) && alike(entries.get(index).key(), key)) {
        return take(index);
      }
    }
    return null;
  }

  @Nullable Paragraph lastTaken() {
    return last < 0 ? null : entries.get(last).paragraph();
  }

  private Paragraph take(int index) {
    taken.set(index, true);
    last = index;
    return entries.get(index).paragraph();
  }

  /** Whether two readings differ little, for example by hidden text or a field. */
  private static boolean alike(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    int length = Math.min(ALIKE, Math.min(one.length(), other.length()));
    return one.regionMatches(0, other, 0, length)
        || one.regionMatches(one.length() - length, other, other.length() - length, length)
        || one.contains(other)
        || other.contains(one);
  }

  /** Returns the letters and digits of a text, the common part of two readings of one paragraph. */
  static String key(CharSequence text) {
    StringBuilder key = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }

  /** An open table with its current cell. */
  static final class OpenTable {

    private final int number;
    private int row;
    private int column;

    OpenTable(int number) {
      this.number = number;
    }

    void nextRow(int rows) {
      row += rows;
      column = 0;
    }

    void nextCell(int columns) {
      column += columns;
    }

    /** {@code table 2, row 4, column 1}. */
    String place() {
      return "table " + number + ", row " + row + ", column " + column;
    }
  }
}
