package ballast.spark.check;

import ballast.app.check.DividedCheck;
import ballast.check.LocatedFinding;
import ballast.check.Occurrence.Trait;
import ballast.check.PairChecker;
import ballast.check.PairChecker.Unchecked;
import ballast.spark.corpus.UnitTexts;
import ballast.spark.job.Tally;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * Checks each unit by itself: converts units with their order to rows of {@link FindingColumns}.
 */
final class CheckUnits implements FlatMapFunction<Tuple2<Row, Long>, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<byte[]> job;
  private final LongAccumulator done;

  CheckUnits(Broadcast<byte[]> job, Tally tally) {
    this.job = job;
    this.done = tally.done();
  }

  /**
   * @param unit a unit and its place among all units, from 0
   */
  @Override
  public Iterator<Row> call(Tuple2<Row, Long> unit) {
    done.add(1);
    Row row = unit._1();
    try {
      return rows(CheckEngine.of(job.value()), row, unit._2() + 1).iterator();
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(FindingRows.failure(row, e)).iterator();
    }
  }

  private static List<Row> rows(DividedCheck check, Row unit, long order) {
    PairChecker.Result result = check.check(UnitTexts.pair(unit));
    List<Row> rows = new ArrayList<>();
    for (LocatedFinding finding : result.findings()) {
      rows.add(FindingRows.finding(unit, finding, rows.size()));
    }
    for (Trait trait : result.traits()) {
      rows.add(FindingRows.trait(unit, trait, order, rows.size()));
    }
    for (Unchecked one : result.unchecked()) {
      rows.add(FindingRows.unchecked(unit, one));
    }
    return rows;
  }
}
