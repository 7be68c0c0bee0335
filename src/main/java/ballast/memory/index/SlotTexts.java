package ballast.memory.index;

import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.Symbols;
import ballast.likeness.index.Effort;
import ballast.likeness.index.IndexPart;
import ballast.likeness.index.SlotSignatures;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the units with the texts of given slots, by their stored text keys. */
public final class SlotTexts {

  @FunctionalInterface
  interface TextAction {
    void accept(Slots of, int slot, long unit, String text);
  }

  static final class Slots {
    private final IndexPart part;
    private final int[] slots;
    private final @Nullable SlotSignatures signatures;

    /**
     * @param signatures receives those of the texts; null to save memory
     */
    Slots(IndexPart part, int[] slots, @Nullable SlotSignatures signatures) {
      this.part = part;
      this.slots = slots;
      this.signatures = signatures;
    }

    void learn(int slot, Symbols text) {
      if (signatures != null) {
        signatures.learn(part, slot, text);
      }
    }
  }

  private record Slot(Slots of, int slot) {}

  private static final int MAX_KEYS = 10_000;

  private static final String SELECT = "SELECT id, SIDE_lang, SIDE, SIDE_key FROM unit WHERE %s";

  private final Database database;
  private final UnitTexts texts;
  private final Effort effort;
  private final Map<Side, String> select;

  SlotTexts(Database database, UnitTexts texts, Effort effort) {
    this.database = database;
    this.texts = texts;
    this.effort = effort;
    String bySide = SELECT.formatted(database.engine().isOneOf("SIDE_key"));
    this.select =
        Map.of(
            Side.SOURCE, bySide.replace("SIDE", "source"),
            Side.TARGET, bySide.replace("SIDE", "target"));
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
    Map<Integer, List<Slot>> byKey = new HashMap<>();
    List<Integer> keys = new ArrayList<>();
    for (Slots some : all) {
      for (int slot : some.slots) {
        int key = some.part.key(slot);
        List<Slot> same = byKey.get(key);
        if (same == null) {
          same = new ArrayList<>(1);
          byKey.put(key, same);
          keys.add(key);
        }
        same.add(new Slot(some, slot));
      }
    }
    for (int from = 0; from < keys.size(); from += MAX_KEYS) {
      database.forEach(
          Objects.requireNonNull(select.get(side)),
          row -> {
            effort.row();
            if (texts.measure(row.getLong(2)) == measure) {
              for (Slot slot : byKey.getOrDefault(row.getInt(4), List.of())) {
                action.accept(slot.of(), slot.slot(), row.getLong(1), row.getString(3));
              }
            }
          },
          keys.subList(from, Math.min(keys.size(), from + MAX_KEYS)));
    }
  }
}
