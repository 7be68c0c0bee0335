package ballast.memory.index;

import ballast.bitext.Side;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.likeness.Measure;
import ballast.likeness.index.IndexPart;
import ballast.likeness.index.Phrase;
import ballast.memory.Concordance;
import ballast.memory.ConcordanceQuery;
import ballast.memory.store.Database;
import ballast.memory.store.UnitRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Searches texts for a phrase. If possible, the index narrows the search: for Chinese from two
 * characters on, for English if there is a whole word between the first and the last one. Otherwise
 * every text is searched.
 */
public final class ConcordanceSearch {

  private static final int BATCH = 256;

  private static final Comparator<Concordance.Hit> ORDER =
      Comparator.<Concordance.Hit, Boolean>comparing(
              hit -> hit.unit().provenance().status() != Status.APPROVED)
          .thenComparing(hit -> hit.unit().provenance().changed(), Comparator.reverseOrder())
          .thenComparing(hit -> hit.unit().id())
          .thenComparing(Concordance.Hit::side);

  private final Database database;
  private final FuzzyIndex index;
  private final UnitTexts texts;
  private final ConcordanceQuery query;
  private final Phrase phrase;
  private final TreeSet<Concordance.Hit> best = new TreeSet<>(ORDER);

  public ConcordanceSearch(Database database, FuzzyIndex index, ConcordanceQuery query) {
    this.database = database;
    this.index = index;
    this.texts = new UnitTexts(database);
    this.query = query;
    this.phrase = new Phrase(query.text());
  }

  public Concordance find() throws SQLException {
    if (phrase.isEmpty()) {
      return new Concordance(0, List.of());
    }
    index.refresh();
    int total = 0;
    try {
      for (Side side : Side.values()) {
        if (query.sides().contains(side)) {
          total += find(side);
        }
      }
    } catch (IndexBlocks.BlockException e) {
      throw e.sqlException();
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the index is damaged", e);
    }
    return new Concordance(total, new ArrayList<>(best));
  }

  /** Collects the hits on one side; returns their number. */
  private int find(Side side) throws SQLException {
    Set<Long> units = new TreeSet<>();
    for (Measure measure : Measure.values()) {
      if (phrase.isIndexed(measure)) {
        for (IndexPart part : index.parts(side, measure)) {
          int[] slots = phrase.slots(part, measure);
          index
              .slotTexts()
              .forEach(
                  part,
                  side,
                  measure,
                  i -> slots[i],
                  slots.length,
                  (slot, unit, text) -> look(unit, text, units));
        }
        texts.forEachUncovered(
            index.covered(),
            (unit, of, by, key, text) -> {
              if (of == side && by == measure) {
                look(unit, text, units);
              }
            });
      } else {
        scan(side, measure, units);
      }
    }
    return read(side, new ArrayList<>(units));
  }

  private void look(long unit, String text, Set<Long> units) {
    if (!phrase.in(text).isEmpty()) {
      units.add(unit);
    }
  }

  /**
   * Searches every text. SQLite skips pure ASCII texts that do not contain the phrase's longest run
   * of letters; all other texts must be read.
   */
  private void scan(Side side, Measure measure, Set<Long> units) throws SQLException {
    String column = side.toString();
    String run = phrase.longestAsciiRun();
    database.forEach(
        """
        SELECT id, %1$s_lang, %1$s
        FROM unit
        WHERE (retired_in IS NULL OR ? = 1) AND deleted_in IS NULL
          AND (octet_length(%1$s) <> length(%1$s) OR (? = 1 AND %2$s))
        """
            .formatted(column, database.engine().isLike(column)),
        row -> {
          if (texts.measure(row.getLong(2)) == measure) {
            look(row.getLong(1), row.getString(3), units);
          }
        },
        query.filter().presence().retired() ? 1 : 0,
        phrase.isAscii() ? 1 : 0,
        "%" + run + "%");
  }

  private int read(Side side, List<Long> units) throws SQLException {
    UnitRows rows = new UnitRows(database.engine());
    int[] count = new int[1];
    for (int from = 0; from < units.size(); from += BATCH) {
      List<Long> some = units.subList(from, Math.min(from + BATCH, units.size()));
      database.forEach(
          """
          SELECT %s, %s
          FROM %s
          WHERE u.id IN (%s) AND (u.retired_in IS NULL OR ? = 1)
            AND u.deleted_in IS NULL
          """
              .formatted(
                  UnitRows.COLUMNS,
                  UnitRows.LAST_BEAD,
                  UnitRows.TABLES,
                  String.join(", ", some.stream().map(String::valueOf).toList())),
          row -> {
            Unit unit = rows.read(row);
            if (query.filter().admits(unit)) {
              count[0]++;
              keep(new Concordance.Hit(unit, side, phrase.in(unit.text(side))));
            }
          },
          query.filter().presence().retired() ? 1 : 0);
    }
    return count[0];
  }

  private void keep(Concordance.Hit hit) {
    best.add(hit);
    if (best.size() > query.limit()) {
      best.pollLast();
    }
  }
}
