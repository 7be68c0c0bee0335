package ballast.spark.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import ballast.check.Rule;
import ballast.check.Rules;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.UnitTexts;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds the units to compare with each other. A rule needs the first unit of each variant of a key
 * with several variants, and the number of units with that variant. A rule with a limited reach
 * needs all units that are close together. So no task gets all units of a frequent key.
 */
final class Comparisons {

  /** A group to compare at once: a key, or a stretch of units close together. */
  static final String GROUP = "group";

  /** Number of units with a variant of a key. */
  static final String TIMES = "times";

  private static final List<String> LIMITED =
      Rules.all().stream()
          .map(Rule::id)
          .filter(rule -> Rules.reach(rule) > 0 && Rules.reach(rule) < Integer.MAX_VALUE)
          .toList();

  private static final Column[] COLUMNS = {
    col(FindingColumns.RULE),
    col(GROUP),
    col(FindingColumns.KEY),
    col(FindingColumns.VARIANT),
    col(TIMES),
    col(FindingColumns.ORDER),
    col(Columns.SEQ),
    col(Columns.BEAD_NUMBER),
    col(FindingColumns.AT)
  };

  private Comparisons() {}

  /**
   * The findings of comparisons, in no order.
   *
   * @param rows traits among other rows of {@link FindingColumns#EITHER}
   * @param units the units of these rows
   * @param snapshot the bytes of the check
   * @return rows of {@link FindingColumns#EITHER}
   */
  static Dataset<Row> findings(Dataset<Row> rows, Dataset<Row> units, Broadcast<byte[]> snapshot) {
    Dataset<Row> traits = rows.where(col(FindingColumns.KEY).isNotNull());
    Column isLimited = col(FindingColumns.RULE).isin(LIMITED.toArray());
    Dataset<Row> occurrences = firsts(traits.where(not(isLimited)));
    for (String rule : LIMITED) {
      occurrences =
          occurrences.union(
              stretches(traits.where(col(FindingColumns.RULE).equalTo(rule)), Rules.reach(rule)));
    }
    Column[] key = {col(FindingColumns.RULE), col(GROUP)};
    Dataset<Row> joined =
        units.join(occurrences, new String[] {Columns.SEQ, Columns.BEAD_NUMBER}, "inner");
    Column[] sorted = {key[0], key[1], col(FindingColumns.ORDER), col(FindingColumns.AT)};
    return joined
        .select(withUnit(joined))
        .repartition(key)
        .sortWithinPartitions(sorted)
        .mapPartitions(new CompareUnits(snapshot), Encoders.row(FindingColumns.EITHER));
  }

  private static Column[] withUnit(Dataset<Row> joined) {
    List<String> unit = List.of(UnitTexts.COLUMNS.fieldNames());
    List<String> all = new ArrayList<>(unit);
    for (String name : joined.columns()) {
      if (!unit.contains(name)) {
        all.add(name);
      }
    }
    return all.stream().map(name -> col(name)).toArray(Column[]::new);
  }

  private static Dataset<Row> firsts(Dataset<Row> traits) {
    Column place =
        struct(FindingColumns.ORDER, Columns.SEQ, Columns.BEAD_NUMBER, FindingColumns.AT);
    WindowSpec sameKey = Window.partitionBy(FindingColumns.RULE, FindingColumns.KEY);
    return traits
        .groupBy(FindingColumns.RULE, FindingColumns.KEY, FindingColumns.VARIANT)
        .agg(count(lit(1)).as(TIMES), min(place).as("first"))
        .withColumn("variants", count(lit(1)).over(sameKey))
        .where(col("variants").gt(1))
        .withColumn(GROUP, col(FindingColumns.KEY))
        .select(col("*"), col("first.*"))
        .select(COLUMNS);
  }

  private static Dataset<Row> stretches(Dataset<Row> traits, int reach) {
    WindowSpec inOrder =
        Window.partitionBy(FindingColumns.RULE, FindingColumns.KEY).orderBy(FindingColumns.ORDER);
    Column before = lag(FindingColumns.ORDER, 1).over(inOrder);
    Column isFirst = coalesce(col(FindingColumns.ORDER).minus(before).gt(reach), lit(true));
    return traits
        .withColumn("starts", when(isFirst, 1).otherwise(0))
        .withColumn(GROUP, sum("starts").over(inOrder).cast("string"))
        .withColumn(TIMES, lit(1L))
        .select(COLUMNS);
  }
}
