package ballast.memory.index;

import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.memory.index.IndexTables.PartRow;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The live parts of the index, of which those are open that searches have needed. */
final class LiveParts implements AutoCloseable {

  private final boolean isDistant;
  private final IndexTables tables;
  private final IndexBlocks blocks;
  private final PartFiles files;
  private List<LivePart> parts = List.of();

  LiveParts(Database database, IndexTables tables, IndexBlocks blocks) {
    this.isDistant = database.engine().isDistant();
    this.tables = tables;
    this.blocks = blocks;
    this.files = new PartFiles(database.engine().partFolder());
  }

  /**
   * Takes these parts in place of those before.
   *
   * @param capacity size of the caches of signatures in bytes
   */
  void replace(List<PartRow> rows, long capacity) {
    blocks.clear();
    files.close();
    files.keepOnly(rows);
    List<LivePart> live = new ArrayList<>();
    for (PartRow row : rows) {
      live.add(new LivePart(row, tables, blocks.of(row, files.of(row)), capacity / rows.size()));
    }
    parts = live;
  }

  /** The parts of a side and measure, open. */
  List<LivePart> of(Side side, Measure measure) throws SQLException {
    List<LivePart> live = new ArrayList<>();
    for (LivePart part : parts) {
      if (part.row().side() == side && part.row().measure() == measure) {
        live.add(part);
      }
    }
    if (isDistant) {
      open(live);
    }
    return live;
  }

  /** Opens parts with one statement; their copies first. */
  private void open(List<LivePart> wanted) throws SQLException {
    List<PartRow> missing = new ArrayList<>();
    for (LivePart part : wanted) {
      if (!part.isOpen() && !part.openCopy()) {
        missing.add(part.row());
      }
    }
    if (!missing.isEmpty()) {
      Map<Long, byte[]> heads = tables.heads(missing);
      for (LivePart part : wanted) {
        byte[] head = heads.get(part.row().id());
        if (head != null) {
          part.open(head);
        }
      }
    }
  }

  /** Closes the copies. */
  @Override
  public void close() {
    files.close();
  }
}
