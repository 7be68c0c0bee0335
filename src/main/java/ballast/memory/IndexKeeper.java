package ballast.memory;

import ballast.bitext.InlineCode.Side;
import ballast.memory.IndexTables.PartRow;
import ballast.memory.IndexTables.State;
import ballast.memory.fuzzy.Effort;
import ballast.memory.fuzzy.Measure;
import ballast.memory.fuzzy.Part;
import ballast.memory.fuzzy.PartBuilder;
import ballast.memory.fuzzy.PartMerger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings the index up to date: makes parts of the units that none has, and joins small parts.
 *
 * <p>Units are read on one state of the file, while others may write. What comes of them is kept in
 * a temporary table if it is much, and only when all is ready one short transaction writes the new
 * parts, removes those joined into them and says what is covered now. A process that dies before
 * leaves nothing behind; one that finds that another has been faster writes nothing.
 */
final class IndexKeeper {

  /** So many units are looked through one by one before a part is made of them. */
  static final int MOST_UNCOVERED = 2_000;

  /** Parts are not joined into larger ones than this unless as much has been added at once. */
  private static final int CHEAP_MERGE = 200_000;

  /** The texts of one side and measure on their way into a part. */
  private static final class Making {
    private final PartBuilder builder = new PartBuilder();
    private final List<Part> runs = new ArrayList<>();
  }

  /** Sorts the sides and measures. */
  private record Kind(Side side, Measure measure) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int bySide = side.compareTo(other.side);
      return bySide != 0 ? bySide : measure.compareTo(other.measure);
    }
  }

  private final Database database;
  private final IndexTables tables;
  private final IndexBlocks blocks;
  private final IndexBlocks temporary;
  private boolean hasTemporary;

  IndexKeeper(Database database) {
    this.database = database;
    this.tables = new IndexTables(database);
    this.blocks = new IndexBlocks(database, IndexBlocks.TABLE, 0, new Effort());
    this.temporary = new IndexBlocks(database, IndexBlocks.TEMPORARY, 0, new Effort());
  }

  /** Makes parts of what has none, if it has become much. */
  void keepUp() throws SQLException {
    if (tables.uncovered() > MOST_UNCOVERED || tables.isOutdated()) {
      extend();
    }
  }

  /** Throws the index away and makes it again, all units of a side and measure in one part. */
  void rebuild() throws SQLException {
    database.write(
        () -> {
          tables.removeAll();
          tables.setState(new State(tables.state().generation() + 1, 0));
          return tables;
        });
    extend();
  }

  /** Makes parts of all units that are in none. */
  void extend() throws SQLException {
    Map<Kind, Making> makings = new TreeMap<>();
    long[] upTo = new long[2];
    try {
      State before =
          database.read(
              () -> {
                State state = tables.state();
                upTo[0] = database.number("SELECT max(id) FROM unit");
                upTo[1] = database.number("SELECT max(seq) FROM fuzzy_pending");
                read(state, makings);
                return state;
              });
      database.write(
          () -> {
            if (tables.state().equals(before)) {
              publish(makings);
              tables.setState(
                  new State(before.generation() + 1, Math.max(before.covered(), upTo[0])));
              database.update("DELETE FROM fuzzy_pending WHERE seq <= ?", upTo[1]);
            }
            return before;
          });
    } catch (IndexBlocks.BlockException e) {
      throw e.sqlException();
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the index is damaged", e);
    } finally {
      if (hasTemporary) {
        database.execute("DROP TABLE " + IndexBlocks.TEMPORARY);
        hasTemporary = false;
      }
    }
  }

  private void read(State state, Map<Kind, Making> makings) throws SQLException {
    new UnitTexts(database)
        .forEachUncovered(
            state.covered(),
            (unit, side, measure, key, text) -> {
              Making making =
                  makings.computeIfAbsent(new Kind(side, measure), kind -> new Making());
              if (making.builder.isFull()) {
                putAside(making);
              }
              making.builder.add(text, key, measure);
            });
  }

  /** Writes what a builder holds into the temporary table. */
  private void putAside(Making making) throws SQLException {
    if (!hasTemporary) {
      database.execute(
          "CREATE TEMPORARY TABLE fuzzy_run (id INTEGER PRIMARY KEY, crc INTEGER, bytes BLOB)");
      hasTemporary = true;
    }
    long first = temporary.next();
    byte[] head = making.builder.write(temporary.to(first));
    making.runs.add(new Part(head, temporary.from(first)));
  }

  private void publish(Map<Kind, Making> makings) throws SQLException {
    if (tables.isOutdated()) {
      database.execute("DELETE FROM fuzzy_part");
      database.execute("DELETE FROM fuzzy_block");
    }
    List<PartRow> old = tables.parts();
    for (Map.Entry<Kind, Making> entry : makings.entrySet()) {
      Kind kind = entry.getKey();
      publish(
          kind,
          entry.getValue(),
          old.stream()
              .filter(part -> part.side() == kind.side() && part.measure() == kind.measure())
              .toList());
    }
  }

  private void publish(Kind kind, Making making, List<PartRow> old) throws SQLException {
    List<PartRow> joined = toJoin(old, making);
    long first = blocks.next();
    byte[] head;
    if (joined.isEmpty() && making.runs.isEmpty()) {
      if (making.builder.isEmpty()) {
        return;
      }
      head = making.builder.write(blocks.to(first));
    } else {
      if (!making.builder.isEmpty()) {
        putAside(making);
      }
      List<Part> parts = new ArrayList<>(making.runs);
      for (PartRow part : joined) {
        parts.add(tables.open(part, blocks.from(part.firstBlock())));
      }
      head = new PartMerger().merge(parts, blocks.to(first));
    }
    tables.add(kind.side(), kind.measure(), first, head);
    for (PartRow part : joined) {
      tables.remove(part);
    }
  }

  /**
   * The last parts, as long as they are not much larger than what they are joined with: so a text
   * is written again only as often as the index doubles.
   */
  private static List<PartRow> toJoin(List<PartRow> old, Making making) {
    long added = making.builder.texts();
    for (Part run : making.runs) {
      added += run.slots();
    }
    long most = Math.max(CHEAP_MERGE, 4 * added);
    List<PartRow> joined = new ArrayList<>();
    for (int i = old.size() - 1; i >= 0; i--) {
      int slots = old.get(i).slots();
      if (slots > 2 * added || added + slots > most) {
        break;
      }
      added += slots;
      joined.add(old.get(i));
    }
    return joined;
  }
}
