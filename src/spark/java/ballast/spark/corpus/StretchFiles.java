package ballast.spark.corpus;

import ballast.format.table.SafeCell;
import ballast.format.table.TsvLine;
import java.util.Arrays;
import java.util.Locale;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Writes units into files with the numbers of their documents' files in {@code aligned}, in the
 * order of the list. The files are the same for any number of processes.
 */
public record StretchFiles(SparkSession spark, CorpusFolder folder) {

  private static final class ByStretch extends Partitioner {

    private static final long serialVersionUID = 1L;

    private final int stretches;

    ByStretch(int stretches) {
      this.stretches = stretches;
    }

    @Override
    public int numPartitions() {
      return stretches;
    }

    @Override
    public int getPartition(Object stretch) {
      return (Integer) stretch;
    }
  }

  /**
   * Writes the tables {@code parquet} and {@code tsv} of a part in the work folder.
   *
   * @param rows have these columns, and the stretch as the last one
   */
  public void write(Dataset<Row> rows, StructType columns, String part) {
    int width = columns.length();
    JavaRDD<Row> byStretch =
        rows.toJavaRDD()
            .mapToPair(row -> new Tuple2<>(row.getInt(width), cells(row, width)))
            .partitionBy(new ByStretch(folder.nextStretch()))
            .values();
    Dataset<Row> ordered =
        spark
            .createDataFrame(byStretch, columns)
            .sortWithinPartitions(Columns.SEQ, Columns.BEAD_NUMBER);
    folder.work().part(part);
    String parquet = folder.work().part("rows");
    ordered.write().parquet(parquet);
    folder.work().take(parquet, part + "/parquet");
    String lines = folder.work().part("lines");
    ordered
        .map((MapFunction<Row, String>) StretchFiles::line, Encoders.STRING())
        .write()
        .text(lines);
    folder.work().take(lines, part + "/tsv");
  }

  private static Row cells(Row row, int width) {
    Object[] cells = new Object[width];
    Arrays.setAll(cells, row::get);
    return RowFactory.create(cells);
  }

  private static String line(Row row) {
    String[] cells = {
      row.getAs("source"),
      row.getAs("target"),
      String.format(Locale.ROOT, "%.2f", row.<Double>getAs("score")),
      row.getAs(Columns.DOCUMENT_NAME),
      row.getAs(Columns.BEAD_NUMBER).toString(),
      row.getAs(Columns.COPIES).toString(),
      row.getAs(Columns.NEAR),
      row.getAs(Columns.NEAR_SCORE).toString()
    };
    return TsvLine.of(Arrays.stream(cells).map(SafeCell::written).toArray(String[]::new));
  }
}
