package ballast.memory.index;

import ballast.likeness.index.Effort;
import ballast.likeness.index.IndexPart;
import ballast.memory.index.IndexTables.PartRow;
import ballast.memory.index.PartMaking.Kind;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes new parts on a server before the transaction that publishes them, in a temporary table, so
 * that other writers need not wait meanwhile.
 */
final class ReadyParts {

  private static final String TABLE = "fuzzy_ready";

  /**
   * What a new part is made of besides new texts.
   *
   * @param rows the parts that it replaces
   * @param parts the same, open
   */
  record Join(Kind kind, List<PartRow> rows, List<IndexPart> parts) {}

  /** A part that has been made. */
  static final class Part {
    private final Join join;
    private final long first;
    private final byte[] head;

    /**
     * @param first the row of its first block in the temporary table
     */
    private Part(Join join, long first, byte[] head) {
      this.join = join;
      this.first = first;
      this.head = head;
    }

    Join join() {
      return join;
    }

    byte[] head() {
      return head;
    }

    /**
     * Takes its blocks over.
     *
     * @param row of the first one in the table of live parts
     */
    void takeOver(Database database, long row) throws SQLException {
      int blocks = new IndexPart(head, number -> new byte[0]).blocks();
      database.update(
          """
          INSERT INTO fuzzy_block (id, crc, bytes)
          SELECT id + ?, crc, bytes FROM fuzzy_ready WHERE id >= ? AND id < ? ORDER BY id
          """,
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
    blocks.next(); // sends what waits
    return ready;
  }

  /** Drops the temporary table. Not inside a transaction. */
  void drop() throws SQLException {
    database.discard();
    database.execute("DROP TABLE IF EXISTS " + TABLE);
  }
}
