package ballast.memory.index;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.likeness.Measure;
import ballast.likeness.index.IndexPart;
import ballast.likeness.index.Phrase;
import ballast.memory.Concordance;
import ballast.memory.ConcordanceQuery;
import ballast.memory.index.SlotTexts.Slots;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Searches texts for a phrase. If possible, the index narrows the search: for Chinese from two
 * characters on, for English if there is a whole word between the first and the last one. Otherwise
 * every text is searched.
 */
public final class ConcordanceSearch {

  private final Database database;
  private final FuzzyIndex index;
  private final UnitTexts texts;
  private final ConcordanceQuery query;
  private final Phrase phrase;
  private final FoundUnits found;

  public ConcordanceSearch(Database database, FuzzyIndex index, ConcordanceQuery query) {
    this.database = database;
    this.index = index;
    this.texts = new UnitTexts(database);
    this.query = query;
    this.phrase = new Phrase(query.text());
    this.found = new FoundUnits(database, query.filter(), query.limit());
  }

  public Concordance find() throws SQLException {
    if (phrase.isEmpty()) {
      return new Concordance(0, List.of());
    }
    index.refresh();
    try {
      for (Side side : Side.values()) {
        if (query.sides().contains(side)) {
          find(side);
        }
      }
    } catch (IndexBlocks.BlockException e) {
      throw e.sqlException();
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the index is damaged", e);
    }
    Map<Long, Unit> units = found.units();
    List<Concordance.Hit> hits = new ArrayList<>();
    for (FoundUnits.Place place : found.first()) {
      Unit unit = units.get(place.row());
      if (unit != null) {
        hits.add(new Concordance.Hit(unit, place.side(), phrase.in(unit.text(place.side()))));
      }
    }
    return new Concordance(found.count(), hits);
  }

  /** Collects the hits on one side. */
  private void find(Side side) throws SQLException {
    Set<Long> units = new TreeSet<>();
    for (Measure measure : Measure.values()) {
      if (phrase.isIndexed(measure)) {
        List<Slots> slots = new ArrayList<>();
        for (IndexPart part : index.parts(side, measure)) {
          slots.add(new Slots(part, phrase.slots(part, measure), null));
        }
        index
            .slotTexts()
            .forEach(slots, side, measure, (of, slot, unit, text) -> look(unit, text, units));
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
    found.add(side, units);
  }

  private void look(long unit, String text, Set<Long> units) {
    if (!phrase.in(text).isEmpty()) {
      units.add(unit);
    }
  }

  /**
   * Searches every text in a language of the measure. SQLite skips pure ASCII texts that do not
   * contain the phrase's longest run of letters; all other texts must be read.
   */
  private void scan(Side side, Measure measure, Set<Long> units) throws SQLException {
    List<Long> languages = texts.languages(measure);
    if (languages.isEmpty()) {
      return;
    }
    String column = side.toString();
    String run = phrase.longestAsciiRun();
    database.forEach(
        """
        SELECT id, %1$s
        FROM unit
        WHERE %1$s_lang IN (%2$s) AND (retired_in IS NULL OR ? = 1) AND deleted_in IS NULL
          AND (octet_length(%1$s) <> length(%1$s) OR (? = 1 AND %3$s))
        """
            .formatted(
                column,
                languages.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                database.engine().isLike(column)),
        row -> look(row.getLong(1), row.getString(2), units),
        query.filter().presence().retired() ? 1 : 0,
        phrase.isAscii() ? 1 : 0,
        "%" + run + "%");
  }
}
