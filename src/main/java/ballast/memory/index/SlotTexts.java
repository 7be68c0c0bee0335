package ballast.memory.index;

import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.index.Effort;
import ballast.likeness.index.IndexPart;
import ballast.memory.store.Database;
import ballast.memory.store.Database.Engine;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds the units with the texts of given slots, by their stored text keys. */
public final class SlotTexts {

  @FunctionalInterface
  interface TextAction {
    void accept(long unit, String text);
  }

  static final class Slots {
    private final IndexPart part;
    private final int[] slots;

    Slots(IndexPart part, int[] slots) {
      this.part = part;
      this.slots = slots;
    }
  }

  /** Maximum keys for which SQLite is faster with a statement for each. */
  private static final int FEW = 8;

  private static final int MAX_KEYS = 10_000;

  private static final String SELECT = "SELECT u.id, u.SIDE_lang, u.SIDE FROM ";

  private final Database database;
  private final UnitTexts texts;
  private final Effort effort;
  private final Map<Side, String> selectFew;
  private final Map<Side, String> selectMany;

  SlotTexts(Database database, UnitTexts texts, Effort effort) {
    this.database = database;
    this.texts = texts;
    this.effort = effort;
    Engine engine = database.engine();
    this.selectFew = ofSides(SELECT + "unit u WHERE " + engine.isOneOf("u.SIDE_key"));
    this.selectMany =
        ofSides(
            SELECT
                + engine.numbers()
                + " wanted CROSS JOIN unit u WHERE u.SIDE_key = wanted.value");
  }

  private static Map<Side, String> ofSides(String select) {
    return Map.of(
        Side.SOURCE, select.replace("SIDE", "source"),
        Side.TARGET, select.replace("SIDE", "target"));
  }

  /**
   * Passes the current texts of the units of some slots to {@code action}. These include all texts
   * that the slots represent, and occasionally others.
   */
  void forEach(List<Slots> all, Side side, Measure measure, TextAction action) throws SQLException {
    for (Slots some : all) {
      for (int slot : some.slots) {
        some.part.wantKey(slot);
      }
    }
    Set<Integer> distinct = new LinkedHashSet<>();
    for (Slots some : all) {
      for (int slot : some.slots) {
        distinct.add(some.part.key(slot));
      }
    }
    List<Integer> keys = List.copyOf(distinct);
    boolean few = keys.size() <= FEW;
    String select = Objects.requireNonNull((few ? selectFew : selectMany).get(side));
    for (int from = 0; from < keys.size(); from += MAX_KEYS) {
      List<Integer> some = keys.subList(from, Math.min(keys.size(), from + MAX_KEYS));
      database.forEach(
          select,
          row -> {
            effort.row();
            if (texts.measure(row.getLong(2)) == measure) {
              action.accept(row.getLong(1), row.getString(3));
            }
          },
          few ? some : some.toString());
    }
  }
}
