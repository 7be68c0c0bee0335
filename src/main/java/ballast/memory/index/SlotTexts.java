package ballast.memory.index;

import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.index.Effort;
import ballast.likeness.index.IndexPart;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Finds the units whose texts are those of given slots, by their stored text keys. */
public final class SlotTexts {

  /** Takes a text of a unit, found by a slot. */
  @FunctionalInterface
  interface TextAction {
    void accept(int slot, long unit, String text);
  }

  /** Texts are looked up in batches of this size, because a statement costs more than a row. */
  private static final List<Integer> BATCHES = List.of(1, 2, 3, 4, 6, 8, 12, 16);

  /** A value that no text has: keys have 32 bits. */
  private static final Object NO_KEY = Long.MAX_VALUE;

  private static final Map<Side, Map<Integer, String>> SELECT =
      Map.of(Side.SOURCE, selects("source"), Side.TARGET, selects("target"));

  private final Database database;
  private final UnitTexts texts;
  private final Effort effort;

  SlotTexts(Database database, UnitTexts texts, Effort effort) {
    this.database = database;
    this.texts = texts;
    this.effort = effort;
  }

  /**
   * Gives the current texts of the units of some slots to {@code action}, equal texts one after the
   * other. These include all texts that the slots stand for, and occasionally others.
   *
   * @param slots gives the slots by number, from 0 to below {@code count}
   */
  void forEach(
      IndexPart part,
      Side side,
      Measure measure,
      IntUnaryOperator slots,
      int count,
      TextAction action)
      throws SQLException {
    int from = 0;
    while (from < count) {
      int size = Database.batch(BATCHES, count - from);
      Object[] wanted = new Object[size];
      for (int i = 0; i < size; i++) {
        wanted[i] =
            from + i < count ? Integer.valueOf(part.key(slots.applyAsInt(from + i))) : NO_KEY;
      }
      int first = from;
      database.forEachKept(
          SELECT.getOrDefault(side, Map.of()).getOrDefault(size, ""),
          row -> {
            effort.row();
            // A text in a language with another measure is compared by that measure.
            if (texts.measure(row.getLong(2)) == measure) {
              int slot = slots.applyAsInt(first + row.getInt(4));
              action.accept(slot, row.getLong(1), row.getString(3));
            }
          },
          wanted);
      from += size;
    }
  }

  private static Map<Integer, String> selects(String side) {
    Map<Integer, String> selects = new HashMap<>();
    for (int size : BATCHES) {
      selects.put(size, select(side, size));
    }
    return Map.copyOf(selects);
  }

  private static String select(String side, int size) {
    StringBuilder wanted = new StringBuilder("(?, 0)");
    for (int i = 1; i < size; i++) {
      wanted.append(", (?, ").append(i).append(')');
    }
    return "SELECT u.id, u.SIDE_lang, u.SIDE, wanted.column2".replace("SIDE", side)
        + (" FROM (VALUES " + wanted + ") wanted CROSS JOIN unit u")
        + (" WHERE u." + side + "_key = wanted.column1");
  }
}
