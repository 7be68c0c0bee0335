package ballast.memory.index;

import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.index.Effort;
import ballast.likeness.index.IndexPart;
import ballast.likeness.index.PartBuilder;
import ballast.likeness.index.PartMerger;
import ballast.likeness.index.PartWriter.BlockSink;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Collects texts for new parts, sorted by side and measure. Texts beyond the share of the heap go
 * into a temporary table.
 */
final class PartMaking implements UnitTexts.TextAction {

  record Kind(Side side, Measure measure) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int bySide = side.compareTo(other.side);
      return bySide != 0 ? bySide : measure.compareTo(other.measure);
    }
  }

  private static final class Texts {
    private final PartBuilder builder = new PartBuilder();
    private final List<IndexPart> aside = new ArrayList<>();
  }

  private final Database database;
  private final IndexBlocks temporary;
  private final Map<Kind, Texts> kinds = new TreeMap<>();
  private boolean hasTemporary;

  PartMaking(Database database) {
    this.database = database;
    this.temporary = new IndexBlocks(database, IndexBlocks.TEMPORARY, 0, new Effort());
  }

  @Override
  public void accept(long unit, Side side, Measure measure, long key, String text)
      throws SQLException {
    Texts texts = kinds.computeIfAbsent(new Kind(side, measure), kind -> new Texts());
    if (texts.builder.isFull()) {
      putAside(texts);
    }
    texts.builder.add(text, key, measure);
  }

  Set<Kind> kinds() {
    return kinds.keySet();
  }

  /** Includes repeated texts. */
  long count(Kind kind) {
    Texts texts = of(kind);
    return texts.builder.texts() + texts.aside.stream().mapToLong(IndexPart::slots).sum();
  }

  /** Writes a part with the texts of a kind and returns its head. */
  byte[] write(Kind kind, List<IndexPart> joined, BlockSink sink) throws SQLException {
    Texts texts = of(kind);
    if (joined.isEmpty() && texts.aside.isEmpty()) {
      return texts.builder.write(sink);
    }
    if (!texts.builder.isEmpty()) {
      putAside(texts);
    }
    List<IndexPart> parts = new ArrayList<>(texts.aside);
    parts.addAll(joined);
    return new PartMerger().merge(parts, sink);
  }

  private Texts of(Kind kind) {
    Texts texts = kinds.get(kind);
    if (texts == null) {
      throw new IllegalArgumentException("no texts of " + kind);
    }
    return texts;
  }

  private void putAside(Texts texts) throws SQLException {
    if (!hasTemporary) {
      database.execute(
          "CREATE TEMPORARY TABLE fuzzy_run (id INTEGER PRIMARY KEY, crc BIGINT, bytes "
              + database.engine().bytesType()
              + ")");
      hasTemporary = true;
    }
    long first = temporary.next();
    byte[] head = texts.builder.write(temporary.to(first));
    texts.aside.add(new IndexPart(head, temporary.from(first)));
  }

  /** Drops the temporary table and its texts. Not inside a transaction. */
  void discard() throws SQLException {
    kinds.clear();
    if (hasTemporary) {
      // A rolled-back transaction has already removed the table.
      database.execute("DROP TABLE IF EXISTS " + IndexBlocks.TEMPORARY);
      hasTemporary = false;
    }
  }
}
