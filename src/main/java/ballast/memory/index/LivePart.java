package ballast.memory.index;

import ballast.likeness.index.BlockSource;
import ballast.likeness.index.IndexPart;
import ballast.likeness.index.SlotSignatures;
import ballast.memory.index.IndexTables.PartRow;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A live part. Its head is read by the first search that needs it, because most searches need few
 * parts.
 */
final class LivePart {

  private final PartRow row;
  private final IndexTables tables;
  private final BlockSource blocks;
  private final long capacity;
  private @Nullable IndexPart part;
  private @Nullable SlotSignatures signatures;

  /**
   * @param capacity size of the cache of signatures in bytes
   */
  LivePart(PartRow row, IndexTables tables, BlockSource blocks, long capacity) {
    this.row = row;
    this.tables = tables;
    this.blocks = blocks;
    this.capacity = capacity;
  }

  PartRow row() {
    return row;
  }

  /**
   * The part.
   *
   * @throws IllegalArgumentException if its head is damaged
   */
  IndexPart part() throws SQLException {
    IndexPart open = part;
    if (open == null) {
      open = tables.open(row, blocks);
      part = open;
    }
    return open;
  }

  SlotSignatures signatures() throws SQLException {
    SlotSignatures learnt = signatures;
    if (learnt == null) {
      learnt = new SlotSignatures(part().slots(), capacity);
      signatures = learnt;
    }
    return learnt;
  }
}
