package ballast.memory.store;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * The inline codes of a unit as one text column: for each code {@code s} or {@code t}, the offset,
 * and element, attributes and content, each as {@code length:characters} after the manner of
 * netstrings, lengths in UTF-16 units. {@code s5,2:ph3:x=10:} is an empty {@code ph} with {@code
 * x=1} at offset 5 of the source text. The empty text means no codes.
 */
public final class CodesColumn {

  private CodesColumn() {}

  public static String write(List<InlineCode> codes) {
    StringBuilder column = new StringBuilder();
    for (InlineCode code : codes) {
      column.append(code.side() == Side.SOURCE ? 's' : 't').append(code.offset()).append(',');
      for (String field : List.of(code.element(), code.attributes(), code.content())) {
        ColumnFields.append(column, field);
      }
    }
    return column.toString();
  }

  /**
   * The codes of a column.
   *
   * @throws IllegalArgumentException if {@link #write} did not make it
   */
  public static List<InlineCode> read(String column) {
    if (column.isEmpty()) {
      return List.of();
    }
    ColumnFields fields = new ColumnFields(column, "inline codes");
    List<InlineCode> codes = new ArrayList<>();
    while (fields.hasMore()) {
      Side side = fields.letter("st") == 0 ? Side.SOURCE : Side.TARGET;
      int offset = fields.number(',');
      codes.add(new InlineCode(side, offset, fields.field(), fields.field(), fields.field()));
    }
    return codes;
  }
}
