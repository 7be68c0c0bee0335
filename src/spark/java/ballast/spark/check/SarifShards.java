package ballast.spark.check;

import ballast.app.check.FindingReport;
import ballast.app.check.FindingSarif;
import ballast.bitext.Version;
import ballast.check.LocatedFinding;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Writes the findings of each file as a SARIF log; findings of one file are adjacent, in order. */
final class SarifShards implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  /** The number of a file and its text. */
  static final StructType COLUMNS =
      new StructType()
          .add(FindingShards.SHARD, DataTypes.IntegerType, false)
          .add("value", DataTypes.StringType, false);

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Logs(rows);
  }

  /** Keeps only one log in memory at a time. */
  private static final class Logs implements Iterator<Row> {

    private final Iterator<Row> rows;
    private @Nullable Row next;

    Logs(Iterator<Row> rows) {
      this.rows = rows;
      this.next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Row next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      int shard = next.getAs(FindingShards.SHARD);
      List<LocatedFinding> findings = new ArrayList<>();
      while (next != null && next.<Integer>getAs(FindingShards.SHARD) == shard) {
        findings.add(FindingRows.of(next));
        next = rows.hasNext() ? rows.next() : null;
      }
      return RowFactory.create(shard, log(findings));
    }
  }

  /** A SARIF log, without the last line break. */
  static String log(List<LocatedFinding> findings) {
    StringWriter log = new StringWriter();
    FindingReport report = new FindingReport(findings, findings, findings.size(), List.of());
    try {
      FindingSarif.write(log, report, Version.current().number());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return log.toString().stripTrailing();
  }
}
