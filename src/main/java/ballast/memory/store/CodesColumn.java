package ballast.memory.store;

import ballast.bitext.InlineCode;
import ballast.bitext.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores the inline codes of a unit in one text column. Each code is {@code s} or {@code t}, the
 * offset, and element, attributes and content as netstrings: {@code length:characters}, with
 * lengths in UTF-16 units. For example, {@code s5,2:ph3:x=10:} is an empty {@code ph} with {@code
 * x=1} at offset 5 of the source text. Empty text means no codes.
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
   * @throws IllegalArgumentException if {@link #write} did not make the column
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
