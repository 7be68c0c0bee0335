package ballast.spark.align;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Numbers of rejected documents of a corpus.
 *
 * @param failed those that are not {@code unrelated}
 * @param unrelated because the two texts are not translations of each other
 * @param bugs number of {@code failed} that are bugs in Ballast
 */
public record RejectCounts(long failed, long unrelated, long bugs) {

  static final RejectCounts NONE = new RejectCounts(0, 0, 0);

  /** Counts rows with one document each. */
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
