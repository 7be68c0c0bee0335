package ballast.spark.check;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.udf;

import ballast.app.corpus.ShardPlan;
import ballast.spark.corpus.Columns;
import ballast.spark.corpus.CorpusFolder;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/** Writes findings to files that do not depend on the division of work. */
final class FindingShards {

  static final String SHARD = "shard";

  /** Maximum results in a SARIF log accepted by GitHub. */
  private static final long MAX_RESULTS = 25_000;

  private final SparkSession spark;
  private final CorpusFolder folder;

  FindingShards(SparkSession spark, CorpusFolder folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /**
   * Writes {@code parquet} and {@code sarif} in the work folder of a part.
   *
   * @param findings rows of {@link FindingColumns#EITHER}, in no order
   */
  void write(Dataset<Row> findings, String made) {
    Dataset<Row> counts = findings.groupBy(Columns.SEQ).count().orderBy(Columns.SEQ);
    ShardPlan.Counting counting = new ShardPlan.Counting(MAX_RESULTS);
    counts.toLocalIterator().forEachRemaining(row -> counting.add(row.getLong(0), row.getLong(1)));
    ShardPlan plan = counting.plan();
    String parquet = folder.work().part("parquet");
    String sarif = folder.work().part("sarif");
    if (plan.shards() == 0) {
      writeNone(parquet + "/" + SHARD + "=0", sarif + "/" + SHARD + "=0");
    } else {
      Dataset<Row> sorted = sorted(findings, plan);
      sorted
          .drop(FindingColumns.RANK, FindingColumns.AT)
          .write()
          .partitionBy(SHARD)
          .parquet(parquet);
      sorted
          .mapPartitions(new SarifShards(), Encoders.row(SarifShards.COLUMNS))
          .write()
          .partitionBy(SHARD)
          .text(sarif);
    }
    folder.work().nameShards(parquet, made + "/parquet", ".parquet");
    folder.work().nameShards(sarif, made + "/sarif", ".sarif");
  }

  private static Dataset<Row> sorted(Dataset<Row> findings, ShardPlan plan) {
    Column[] order = {col(Columns.BEAD_NUMBER), col(FindingColumns.RANK), col(FindingColumns.AT)};
    Column inDocument =
        row_number().over(Window.partitionBy(Columns.SEQ).orderBy(order)).minus(lit(1));
    Column shard =
        udf(new ShardOf(plan), DataTypes.IntegerType).apply(col(Columns.SEQ), inDocument);
    return findings
        .withColumn(SHARD, shard)
        .drop(
            FindingColumns.KEY,
            FindingColumns.VARIANT,
            FindingColumns.ORDER,
            FindingColumns.FAILURE)
        .repartition(plan.shards(), col(SHARD))
        .sortWithinPartitions(col(SHARD), col(Columns.SEQ), order[0], order[1], order[2]);
  }

  private void writeNone(String parquet, String sarif) {
    spark
        .createDataFrame(List.<Row>of(), FindingColumns.FINDING)
        .coalesce(1)
        .write()
        .parquet(parquet);
    spark
        .createDataFrame(
            List.of(RowFactory.create(0, SarifShards.log(List.of()))), SarifShards.COLUMNS)
        .select("value")
        .coalesce(1)
        .write()
        .text(sarif);
  }
}
