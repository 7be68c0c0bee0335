package ballast.spark.check;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import ballast.bitext.Location;
import ballast.bitext.Severity;
import ballast.bitext.Span;
import ballast.check.CheckedPair;
import ballast.check.Finding;
import ballast.check.LocatedFinding;
import ballast.check.Occurrence.Trait;
import ballast.check.PairChecker.Unchecked;
import ballast.check.Passage;
import ballast.spark.corpus.UnitTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Findings, traits and internal errors as rows of {@link FindingColumns}. */
final class FindingRows {

  private static final int UNIT = UnitTexts.COLUMNS.length();
  private static final int WIDTH = FindingColumns.EITHER.length();
  private static final int RANK = FindingColumns.FINDING.length();

  private FindingRows() {}

  /**
   * @param unit a row that starts with the columns of the unit
   * @param at its position among the findings of the unit
   */
  static Row finding(Row unit, LocatedFinding located, int at) {
    Finding finding = located.finding();
    @Nullable Object[] cells = cells(unit, UNIT);
    int cell = UNIT;
    cells[cell++] = finding.rule();
    cells[cell++] = finding.severity().label();
    cells[cell++] = finding.message();
    cells[cell++] = finding.term();
    cells[cell++] = spans(finding.spans().source(), located.place().value().source());
    cells[cell++] = spans(finding.spans().target(), located.place().value().target());
    cells[cell++] = finding.suggestions().toArray(String[]::new);
    Location related =
        located.others().isEmpty() ? Location.UNKNOWN : located.others().get(0).target().at(0);
    cells[cell++] = related.file();
    cells[cell] = located.others().isEmpty() ? 0 : related.line();
    String rank = String.join("\0", finding.rule(), finding.term(), finding.message());
    cells[RANK] = rank.getBytes(UTF_16BE);
    cells[RANK + 1] = at;
    return RowFactory.create(cells);
  }

  /**
   * @param order the place of the unit in the corpus
   * @param at its position among the traits of the unit
   */
  static Row trait(Row unit, Trait trait, long order, int at) {
    @Nullable Object[] cells = cells(unit, 3);
    cells[UNIT] = trait.rule();
    cells[RANK + 1] = at;
    cells[RANK + 2] = trait.key();
    cells[RANK + 3] = trait.variant();
    cells[RANK + 4] = order;
    return RowFactory.create(cells);
  }

  /** Rules that were not applied to a unit; an error if one of them failed. */
  static Row unchecked(Row unit, Unchecked one) {
    @Nullable Object[] cells = cells(unit, 3);
    boolean failed = one.mistake() != null;
    cells[UNIT + 1] = (failed ? Severity.ERROR : Severity.INFO).label();
    cells[WIDTH - 1] =
        "not checked by "
            + String.join(", ", one.rules())
            + ": "
            + one.reason()
            + (failed ? ", please report it: " + one.mistake() : "");
    return RowFactory.create(cells);
  }

  static Row failure(Row unit, Throwable mistake) {
    @Nullable Object[] cells = cells(unit, 3);
    cells[UNIT + 1] = Severity.ERROR.label();
    cells[WIDTH - 1] = "not checked because of an internal error, please report it: " + mistake;
    return RowFactory.create(cells);
  }

  private static @Nullable Object[] cells(Row unit, int width) {
    @Nullable Object[] cells = new @Nullable Object[WIDTH];
    for (int i = 0; i < width; i++) {
      cells[i] = unit.get(i);
    }
    return cells;
  }

  /** In code points, the characters of users and of other languages. */
  private static Row[] spans(List<Span> spans, String text) {
    return spans.stream()
        .map(
            span ->
                RowFactory.create(
                    text.codePointCount(0, span.start()), text.codePointCount(0, span.end())))
        .toArray(Row[]::new);
  }

  /** The finding in a row that starts with {@link FindingColumns#FINDING}. */
  static LocatedFinding of(Row row) {
    CheckedPair<Passage> pair = UnitTexts.pair(row);
    Finding finding =
        new Finding(
            row.getString(UNIT),
            Severity.valueOf(row.getString(UNIT + 1).toUpperCase(Locale.ROOT)),
            new Finding.Spans(
                places(row.getList(UNIT + 4), pair.value().source()),
                places(row.getList(UNIT + 5), pair.value().target())),
            row.getString(UNIT + 2),
            row.getList(UNIT + 6),
            row.getString(UNIT + 3));
    return new LocatedFinding(finding, pair);
  }

  private static List<Span> places(List<Row> spans, String text) {
    List<Span> places = new ArrayList<>();
    for (Row span : spans) {
      places.add(
          new Span(
              text.offsetByCodePoints(0, span.getInt(0)),
              text.offsetByCodePoints(0, span.getInt(1))));
    }
    return places;
  }
}
