package ballast.spark.dedupe;

import ballast.likeness.PairKeys;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * Replaces a row of {@link NearColumns#TEXTS_OF_KEYS} with a very frequent key by several rows,
 * with keys for the other text.
 */
final class DividedKeys implements FlatMapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final int threshold;
  private transient @Nullable PairKeys keys;

  DividedKeys(int threshold) {
    this.threshold = threshold;
  }

  @Override
  public Iterator<Row> call(Row row) {
    if (!row.getBoolean(7)) {
      return List.of(with(row, row.getLong(0), row.getBoolean(1))).iterator();
    }
    keys = keys == null ? new PairKeys(threshold) : keys;
    PairKeys.Found found = keys.of(NearColumns.pair(row, 2), row.getLong(0));
    return found.all().mapToObj(key -> with(row, key, found.isPiece(key))).iterator();
  }

  private static Row with(Row row, long key, boolean isPiece) {
    return RowFactory.create(
        key,
        isPiece,
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }
}
