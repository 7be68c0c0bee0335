package ballast.memory.index;

import ballast.likeness.index.Effort;
import ballast.likeness.index.IndexPart;
import ballast.memory.index.IndexTables.Contents;
import ballast.memory.index.IndexTables.PartRow;
import ballast.memory.index.IndexTables.State;
import ballast.memory.index.PartMaking.Kind;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates the index: builds parts from the units that are in none, and merges small parts.
 *
 * <p>Units are read from one consistent state of the file, while other processes may write. Large
 * intermediate results go into a temporary table. One short transaction at the end writes the new
 * parts, removes the parts merged into them and records the units covered. A process that dies
 * earlier leaves nothing behind. A process that finds the index already updated by another writes
 * nothing.
 */
public final class IndexKeeper {

  /** Maximum units of a merged part, unless a quarter of its units are new. */
  private static final int CHEAP_MERGE = 200_000;

  private final Database database;
  private final IndexTables tables;
  private final IndexBlocks blocks;

  public IndexKeeper(Database database) {
    this.database = database;
    this.tables = new IndexTables(database);
    this.blocks = new IndexBlocks(database, IndexBlocks.TABLE, 0, new Effort());
  }

  /**
   * Builds parts from the units that have none, if there are enough of them. On a distant engine,
   * skips this if another process is doing it or will do it after its import. Otherwise all writers
   * would read the same units at once.
   *
   * @param feed units written since the last time; consumed
   */
  public void keepUp(UnitFeed feed) throws SQLException {
    if (tables.isBehind()) {
      database
          .engine()
          .aloneOrNot(
              database,
              () -> {
                extend(feed);
                return feed;
              });
    }
    feed.making().discard();
  }

  /** Discards the index and rebuilds it, with all units of a side and measure in one part. */
  public void rebuild() throws SQLException {
    database.write(
        () -> {
          tables.removeAll();
          tables.setState(new State(tables.contents().state().generation() + 1, 0));
          return tables;
        });
    extend();
  }

  public void extend() throws SQLException {
    extend(new UnitFeed(database));
  }

  private void extend(UnitFeed fed) throws SQLException {
    UnitFeed feed = fed;
    long[] upTo = new long[2];
    try {
      if (feed.first() <= tables.contents().state().covered()) {
        // Another process has updated the index, or it is being rebuilt.
        feed.making().discard();
        feed = new UnitFeed(database);
      }
      State previousState = read(feed, upTo);
      PartMaking making = feed.making();
      boolean isDistant = database.engine().isDistant();
      List<ReadyParts.Part> ready =
          isDistant ? new ReadyParts(database).make(making, joins(making)) : List.of();
      database.write(
          () -> {
            Contents now = tables.contents();
            if (now.state().equals(previousState)) {
              if (now.unusable()) {
                tables.removeParts();
              }
              if (isDistant) {
                publish(ready);
              } else {
                publish(making);
              }
              tables.setState(
                  new State(
                      previousState.generation() + 1, Math.max(previousState.covered(), upTo[0])));
              tables.removePending(upTo[1]);
            }
            return previousState;
          });
    } catch (IndexBlocks.BlockException e) {
      throw e.sqlException();
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the index is damaged", e);
    } finally {
      feed.making().discard();
      if (database.engine().isDistant()) {
        new ReadyParts(database).drop();
      }
    }
  }

  private State read(UnitFeed feed, long[] upTo) throws SQLException {
    return database.read(
        () -> {
          State state = tables.contents().state();
          upTo[0] = database.number("SELECT max(id) FROM unit");
          upTo[1] = database.number("SELECT max(seq) FROM fuzzy_pending");
          new UnitTexts(database)
              .forEachUncovered(state.covered(), feed.first(), feed.last(), feed.making());
          return state;
        });
  }

  private void publish(PartMaking making) throws SQLException {
    for (ReadyParts.Join join : joins(making)) {
      long first = blocks.next();
      byte[] head = making.write(join.kind(), join.parts(), blocks.to(first));
      publish(join, first, head);
    }
  }

  /** Adopts parts made before the transaction. */
  private void publish(List<ReadyParts.Part> ready) throws SQLException {
    for (ReadyParts.Part part : ready) {
      long first = blocks.next();
      part.takeOver(database, first);
      publish(part.join, first, part.head);
    }
  }

  private void publish(ReadyParts.Join join, long first, byte[] head) throws SQLException {
    tables.add(join.kind().side(), join.kind().measure(), first, head);
    for (PartRow part : join.rows()) {
      tables.remove(part);
    }
  }

  private List<ReadyParts.Join> joins(PartMaking making) throws SQLException {
    List<PartRow> old = tables.contents().parts();
    List<ReadyParts.Join> joins = new ArrayList<>();
    for (Kind kind : making.kinds()) {
      long added = making.count(kind);
      if (added > 0) {
        List<PartRow> rows =
            toJoin(
                old.stream()
                    .filter(part -> part.side() == kind.side() && part.measure() == kind.measure())
                    .toList(),
                added);
        List<IndexPart> parts = new ArrayList<>();
        for (PartRow part : rows) {
          parts.add(tables.open(part, blocks.from(part.firstBlock())));
        }
        joins.add(new ReadyParts.Join(kind, rows, parts));
      }
    }
    return joins;
  }

  /**
   * Selects the last parts for merging while they are not much larger than the parts they are
   * merged with. A text is thus rewritten only as often as the index doubles.
   */
  private static List<PartRow> toJoin(List<PartRow> old, long texts) {
    long added = texts;
    long maxTexts = Math.max(CHEAP_MERGE, 4 * added);
    List<PartRow> joined = new ArrayList<>();
    for (int i = old.size() - 1; i >= 0; i--) {
      int slots = old.get(i).slots();
      if (slots > 2 * added || added + slots > maxTexts) {
        break;
      }
      added += slots;
      joined.add(old.get(i));
    }
    return joined;
  }

  /**
   * Makes new parts on a server before the transaction that publishes them, in a temporary table.
   * Other writers do not have to wait for this.
   */
  private static final class ReadyParts {

    private static final String TABLE = "fuzzy_ready";

    /**
     * @param rows the parts that it replaces
     */
    record Join(Kind kind, List<PartRow> rows, List<IndexPart> parts) {}

    static final class Part {
      private final Join join;
      private final long first;
      private final byte[] head;

      private Part(Join join, long first, byte[] head) {
        this.join = join;
        this.first = first;
        this.head = head;
      }

      void takeOver(Database database, long row) throws SQLException {
        int blocks = new IndexPart(head, number -> new byte[0]).blocks();
        database.update(
            """
            INSERT INTO %s (id, crc, bytes)
            SELECT id + ?, crc, bytes FROM fuzzy_ready WHERE id >= ? AND id < ? ORDER BY id
            """
                .formatted(database.engine().written(IndexBlocks.TABLE)),
            row - first,
            first,
            first + blocks);
      }
    }

    private final Database database;

    ReadyParts(Database database) {
      this.database = database;
    }

    /** Makes the parts. Not inside a transaction. */
    List<Part> make(PartMaking making, List<Join> joins) throws SQLException {
      database.execute(
          "CREATE TEMPORARY TABLE fuzzy_ready (id BIGINT PRIMARY KEY, crc BIGINT, bytes "
              + database.engine().bytesType()
              + ")");
      IndexBlocks blocks = new IndexBlocks(database, TABLE, 0, new Effort());
      List<Part> ready = new ArrayList<>();
      for (Join join : joins) {
        long first = blocks.next();
        ready.add(new Part(join, first, making.write(join.kind(), join.parts(), blocks.to(first))));
      }
      blocks.next(); // sends pending writes
      return ready;
    }

    /** Drops the temporary table. Not inside a transaction. */
    void drop() throws SQLException {
      database.engine().discard();
      database.execute("DROP TABLE IF EXISTS " + TABLE);
    }
  }
}
