package ballast.memory.store;

/**
 * Reads a text column that packs several fields: single letters, numbers that end at a mark, and
 * netstrings ({@code length:characters}, with lengths in UTF-16 units).
 */
final class ColumnFields {

  private final String column;
  private final String what;
  private int position;

  /**
   * @param what the content, for messages: {@code inline codes}
   */
  ColumnFields(String column, String what) {
    this.column = column;
    this.what = what;
  }

  static void append(StringBuilder column, String field) {
    column.append(field.length()).append(':').append(field);
  }

  boolean hasMore() {
    return position < column.length();
  }

  /** Reads one letter and returns its index in {@code letters}. */
  int letter(String letters) {
    int index = hasMore() ? letters.indexOf(column.charAt(position)) : -1;
    if (index < 0) {
      throw malformed();
    }
    position++;
    return index;
  }

  String field() {
    int length = number(':');
    if (length > column.length() - position) {
      throw malformed();
    }
    position += length;
    return column.substring(position - length, position);
  }

  /** Reads a non-negative number and the mark {@code end} after it. */
  int number(char end) {
    int stop = column.indexOf(end, position);
    if (stop < 0) {
      throw malformed();
    }
    try {
      int number = Integer.parseInt(column, position, stop, 10);
      if (number < 0) {
        throw malformed();
      }
      position = stop + 1;
      return number;
    } catch (NumberFormatException e) {
      throw malformed();
    }
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        what + " are malformed at character " + position + " of " + column.length());
  }
}
