package ballast.memory;

import ballast.bitext.InlineCode;
import ballast.bitext.InlineCode.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * The inline codes of a unit as one text column: for each code {@code s} or {@code t}, the offset,
 * and element, attributes and content, each as {@code length:characters} after the manner of
 * netstrings, lengths in UTF-16 units. {@code s5,2:ph3:x=10:} is an empty {@code ph} with {@code
 * x=1} at offset 5 of the source text. The empty text means no codes.
 */
final class CodesColumn {

  private final String column;
  private int position;

  private CodesColumn(String column) {
    this.column = column;
  }

  static String write(List<InlineCode> codes) {
    StringBuilder column = new StringBuilder();
    for (InlineCode code : codes) {
      column.append(code.side() == Side.SOURCE ? 's' : 't').append(code.offset()).append(',');
      for (String field : List.of(code.element(), code.attributes(), code.content())) {
        column.append(field.length()).append(':').append(field);
      }
    }
    return column.toString();
  }

  /**
   * The codes of a column.
   *
   * @throws IllegalArgumentException if {@link #write} did not make it
   */
  static List<InlineCode> read(String column) {
    return column.isEmpty() ? List.of() : new CodesColumn(column).read();
  }

  private List<InlineCode> read() {
    List<InlineCode> codes = new ArrayList<>();
    while (position < column.length()) {
      char side = column.charAt(position++);
      if (side != 's' && side != 't') {
        throw malformed();
      }
      int offset = number(',');
      codes.add(
          new InlineCode(
              side == 's' ? Side.SOURCE : Side.TARGET, offset, field(), field(), field()));
    }
    return codes;
  }

  private String field() {
    int length = number(':');
    if (length > column.length() - position) {
      throw malformed();
    }
    position += length;
    return column.substring(position - length, position);
  }

  private int number(char end) {
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
        "inline codes are malformed at character " + position + " of " + column.length());
  }
}
