package ballast.memory.index;

import ballast.likeness.index.IndexPart;
import ballast.likeness.index.SlotSignatures;
import ballast.memory.index.IndexBlocks.PartBlocks;
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
  private final PartBlocks blocks;
  private final long capacity;
  private @Nullable IndexPart part;
  private @Nullable SlotSignatures signatures;

  /**
   * @param capacity size of the cache of signatures in bytes
   */
  LivePart(PartRow row, IndexTables tables, PartBlocks blocks, long capacity) {
    this.row = row;
    this.tables = tables;
    this.blocks = blocks;
    this.capacity = capacity;
  }

  PartRow row() {
    return row;
  }

  boolean isOpen() {
    return part != null;
  }

  /** Opens the part by the copy of its head on this machine; false if there is none. */
  boolean openCopy() {
    byte[] head = blocks.copiedHead();
    if (head == null || Checksum.of(head) != row.crc()) {
      return false;
    }
    part = new IndexPart(head, blocks);
    return true;
  }

  /** Opens the part by its head. */
  void open(byte[] head) {
    part = new IndexPart(head, blocks);
    blocks.copyHead(head);
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
