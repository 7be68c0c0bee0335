package ballast.spark.check;

import ballast.app.check.DividedCheck;
import ballast.check.LocatedFinding;
import ballast.check.NamedTerms;
import ballast.check.Occurrence.Trait;
import ballast.check.PairChecker;
import ballast.check.PairChecker.Unchecked;
import ballast.spark.corpus.UnitTexts;
import ballast.spark.job.Tally;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/**
 * Checks units, except for what compares them: converts whole documents with the order of their
 * units to rows of {@link FindingColumns}.
 */
final class CheckUnits implements FlatMapFunction<Iterator<Tuple2<Row, Long>>, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<byte[]> job;
  private final LongAccumulator done;

  CheckUnits(Broadcast<byte[]> job, Tally tally) {
    this.job = job;
    this.done = tally.done();
  }

  /**
   * @param units units and their places among all units, from 0
   */
  @Override
  public Iterator<Row> call(Iterator<Tuple2<Row, Long>> units) {
    NamedTerms named = new NamedTerms();
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(units, 0), false)
        .flatMap(unit -> rows(unit._1(), unit._2() + 1, named).stream())
        .iterator();
  }

  private List<Row> rows(Row unit, long order, NamedTerms named) {
    done.add(1);
    try {
      return rows(CheckEngine.of(job.value()), unit, order, named);
    } catch (RuntimeException | StackOverflowError e) {
      return List.of(FindingRows.failure(unit, e));
    }
  }

  private static List<Row> rows(DividedCheck check, Row unit, long order, NamedTerms named) {
    PairChecker.Result result = check.check(UnitTexts.pair(unit), named);
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
