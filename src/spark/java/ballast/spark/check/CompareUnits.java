package ballast.spark.check;

import ballast.check.CheckedPair;
import ballast.check.LocatedFinding;
import ballast.check.Occurrence;
import ballast.check.Passage;
import ballast.spark.corpus.UnitTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * Compares the units that have traits with one key. Rows of one key are adjacent, in ascending
 * order.
 */
final class CompareUnits implements MapPartitionsFunction<Row, Row> {

  private static final long serialVersionUID = 1L;

  private final Broadcast<byte[]> job;

  CompareUnits(Broadcast<byte[]> job) {
    this.job = job;
  }

  @Override
  public Iterator<Row> call(Iterator<Row> rows) {
    return new Findings(rows);
  }

  /** Compares the units of a key after the findings of the previous key have been read. */
  private final class Findings implements Iterator<Row> {

    private final Iterator<Row> rows;
    private @Nullable Row next;
    private Iterator<Row> ready = Collections.emptyIterator();

    Findings(Iterator<Row> rows) {
      this.rows = rows;
      this.next = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      Row first = next;
      while (!ready.hasNext() && first != null) {
        List<Row> same = new ArrayList<>();
        while (next != null && isSame(first, next)) {
          same.add(next);
          next = rows.hasNext() ? rows.next() : null;
        }
        ready = compared(same).iterator();
        first = next;
      }
      return ready.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.next();
    }
  }

  private static boolean isSame(Row one, Row other) {
    return one.<String>getAs(FindingColumns.RULE).equals(other.getAs(FindingColumns.RULE))
        && one.<String>getAs(Comparisons.GROUP).equals(other.getAs(Comparisons.GROUP));
  }

  private List<Row> compared(List<Row> rows) {
    IdentityHashMap<CheckedPair<Passage>, Row> units = new IdentityHashMap<>();
    List<Occurrence> occurrences = new ArrayList<>();
    for (Row row : rows) {
      CheckedPair<Passage> pair = UnitTexts.pair(row);
      units.put(pair, row);
      occurrences.add(
          new Occurrence(
              pair,
              row.getAs(FindingColumns.VARIANT),
              clipped(order(row) - order(rows.get(0))),
              clipped(row.getAs(Comparisons.TIMES))));
    }
    String rule = rows.get(0).getAs(FindingColumns.RULE);
    String key = rows.get(0).getAs(FindingColumns.KEY);
    List<Row> found = new ArrayList<>();
    for (LocatedFinding finding : CheckEngine.of(job.value()).compare(rule, key, occurrences)) {
      Row unit = Objects.requireNonNull(units.get(finding.place()));
      found.add(FindingRows.finding(unit, finding, found.size()));
    }
    return found;
  }

  private static long order(Row row) {
    return row.<Long>getAs(FindingColumns.ORDER);
  }

  private static int clipped(long number) {
    return (int) Math.min(Integer.MAX_VALUE, number);
  }
}
