package ballast.spark.align;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * How many documents of a corpus were rejected.
 *
 * @param failed for another reason than the next
 * @param unrelated because the two are not translations of each other
 * @param bugs those of the failed for which Ballast is to blame
 */
public record RejectCounts(long failed, long unrelated, long bugs) {

  static final RejectCounts NONE = new RejectCounts(0, 0, 0);

  /** Counts rows, of which each is a document. */
  static RejectCounts of(Dataset<Row> rejects) {
    Column isUnrelated = functions.col("kind").equalTo("unrelated");
    Row row =
        rejects
            .agg(
                number(functions.not(isUnrelated)),
                number(isUnrelated),
                number(functions.col("bug")))
            .first();
    return new RejectCounts(row.getLong(0), row.getLong(1), row.getLong(2));
  }

  private static Column number(Column condition) {
    return functions.count(functions.when(condition, true));
  }
}
