package ballast.spark.dedupe;

import ballast.likeness.ComparedPair;
import ballast.likeness.NearGroup;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Compares the units of each key. The rows of {@link NearColumns#TEXTS_OF_KEYS} come by key, those
 * with the key as a piece first, by id.
 */
final class NearGroups implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final int threshold;

  NearGroups(int threshold) {
    this.threshold = threshold;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Found(rows);
  }

  /** The results, as rows of {@link NearColumns#FOUND}. */
  private final class Found implements Iterator<Row> {

    private final Iterator<Row> rows;
    private final Deque<Row> ready = new ArrayDeque<>();
    private @Nullable NearGroup group;
    private long key;

    Found(Iterator<Row> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        add(rows.next());
      }
      if (ready.isEmpty()) {
        end();
      }
      return !ready.isEmpty();
    }

    private void add(Row row) {
      if (group == null || row.getLong(0) != key) {
        end();
        key = row.getLong(0);
        group =
            new NearGroup(
                threshold,
                NearGroup.Limits.DEFAULT,
                (id, near, score) -> ready.add(RowFactory.create(id, near, score, 0L)));
      }
      ComparedPair pair = NearColumns.pair(row, 2);
      if (row.getBoolean(1)) {
        group.addPiece(pair);
      } else {
        group.add(pair);
      }
    }

    /** Ends a group, and records the pairs it did not compare. */
    private void end() {
      if (group != null && group.leftOut() > 0) {
        ready.add(RowFactory.create(null, null, null, group.leftOut()));
      }
      group = null;
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.removeFirst();
    }
  }
}
