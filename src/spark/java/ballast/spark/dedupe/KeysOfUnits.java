package ballast.spark.dedupe;

import ballast.likeness.ComparedPair;
import ballast.likeness.PairKeys;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a unit, as rows of {@link NearColumns#KEYS}; none if one of its texts is too long.
 */
final class KeysOfUnits implements FlatMapFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final int threshold;
  private transient @Nullable PairKeys keys;

  KeysOfUnits(int threshold) {
    this.threshold = threshold;
  }

  @Override
  public Iterator<Row> call(Row unit) {
    ComparedPair pair = NearColumns.pair(unit, 0);
    if (!pair.isComparable()) {
      return Collections.emptyIterator();
    }
    keys = keys == null ? new PairKeys(threshold) : keys;
    PairKeys.Found found = keys.of(pair);
    return found
        .all()
        .mapToObj(key -> RowFactory.create(key, found.isPiece(key), pair.id()))
        .iterator();
  }
}
