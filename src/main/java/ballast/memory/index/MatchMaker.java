package ballast.memory.index;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.likeness.CharacterForms;
import ballast.likeness.Differences;
import ballast.likeness.Measure;
import ballast.likeness.Renumbering;
import ballast.likeness.Score;
import ballast.likeness.Symbols;
import ballast.likeness.Warnings;
import ballast.likeness.Warnings.Warning;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Match.Penalty;
import ballast.memory.TextKey;
import ballast.memory.store.Database;
import ballast.memory.store.Database.Engine;
import ballast.memory.store.Database.Query;
import ballast.memory.store.Placements;
import ballast.memory.store.UnitRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link Match}es from units that the index has found: reads them, subtracts penalties,
 * compares their neighbours and finds differences.
 */
public final class MatchMaker {

  /**
   * @param numbersOnly whether the text differs from the query in numbers only
   */
  record Hit(long unit, int similarity, boolean numbersOnly) {

    /** Returns the highest possible score, apart from neighbours. */
    int best() {
      return numbersOnly ? Match.RENUMBERED : similarity;
    }
  }

  private final HitUnits units;
  private final TextComparer comparer;
  private final FuzzyQuery query;

  MatchMaker(Database database, Sql sql, UnitRows rows, TextComparer comparer, FuzzyQuery query) {
    this.units = new HitUnits(database, sql, rows, query);
    this.comparer = comparer;
    this.query = query;
  }

  /**
   * Queries of units, and of their neighbours in the last revision that contains them. Made once
   * for many searches.
   */
  record Sql(String units, String neighbours) {

    static Sql of(Database database) {
      Engine engine = database.engine();
      return new Sql(
          """
          SELECT %s, %s, u.id FROM %s
          WHERE %s AND (u.retired_in IS NULL OR ? = 1) AND u.deleted_in IS NULL
          """
              .formatted(
                  UnitRows.COLUMNS, Placements.BEAD, UnitRows.TABLES, engine.isOneOf("u.id")),
          """
          SELECT side.step, u.source, u.target, p.unit
          FROM placement p CROSS JOIN (SELECT -1 AS step UNION ALL SELECT 1) AS side
          JOIN unit u ON u.id = CASE side.step WHEN -1 THEN %s ELSE %s END
          WHERE %s AND p.set_in = (SELECT max(set_in) FROM placement WHERE unit = p.unit)
          """
              .formatted(next("<", "DESC"), next(">", "ASC"), engine.isOneOf("p.unit")));
    }

    private static String next(String side, String order) {
      return """
      (SELECT near.unit FROM placement near
       WHERE near.document = p.document AND near.rank %s p.rank AND near.unit IS NOT NULL
         AND (p.taken_in IS NULL OR near.set_in < p.taken_in)
         AND (near.taken_in IS NULL OR near.taken_in >= p.taken_in)
       ORDER BY near.rank %s LIMIT 1)
      """
          .formatted(side, order);
    }
  }

  /**
   * @param hits by falling {@link Hit#best}
   */
  List<Match> matches(List<Hit> hits) throws SQLException {
    if (hits.isEmpty()) {
      return List.of();
    }
    comparer.begin(query.text());
    List<Match> matches = new ArrayList<>();
    int at = 0;
    while (at < hits.size() && !isComplete(matches, hits.get(at).best())) {
      int best = hits.get(at).best();
      int end = at;
      while (end < hits.size() && hits.get(end).best() == best) {
        end++;
      }
      addAlike(units.read(hits, at, end), matches);
      matches.sort(MatchMaker::bestFirst);
      if (matches.size() > query.limits().units()) {
        matches.subList(query.limits().units(), matches.size()).clear();
      }
      at = end;
    }
    return List.copyOf(matches);
  }

  private static int bestFirst(Match one, Match other) {
    if (one.score() != other.score()) {
      return Integer.compare(other.score(), one.score());
    }
    if (one.likeness().similarity() != other.likeness().similarity()) {
      return Integer.compare(other.likeness().similarity(), one.likeness().similarity());
    }
    Provenance provenance = one.unit().provenance();
    Provenance otherProvenance = other.unit().provenance();
    boolean approved = provenance.status() == Unit.Status.APPROVED;
    if (approved != (otherProvenance.status() == Unit.Status.APPROVED)) {
      return approved ? -1 : 1;
    }
    int later = otherProvenance.changed().compareTo(provenance.changed());
    return later == 0 ? one.unit().id().compareTo(other.unit().id()) : later;
  }

  private boolean isComplete(List<Match> matches, int best) {
    return matches.size() == query.limits().units()
        && matches.get(matches.size() - 1).score() >= best;
  }

  /** Adds the units with one best score, including all those with equal texts. */
  private void addAlike(List<HitUnits.Found> found, List<Match> matches) {
    Map<String, Set<String>> translations = translations(found);
    for (HitUnits.Found one : found) {
      Unit unit = one.unit();
      int similarity = one.hit().similarity();
      String renumbered = one.hit().numbersOnly() ? renumbered(unit) : null;
      if (renumbered == null && similarity < query.limits().minScore()) {
        continue;
      }
      TextComparer.Comparison comparison = comparer.compare(text(unit), lang(unit));
      boolean several =
          found.size() > 1
              && translations.getOrDefault(TextKey.of(text(unit)), Set.of()).size() > 1;
      List<Penalty> penalties = penalties(unit.provenance(), several, comparison.forms());
      int context = similarity == Score.FULL ? context(one) : 0;
      boolean isApproved = unit.provenance().status() == Unit.Status.APPROVED;
      int base = renumbered == null ? similarity : Match.RENUMBERED;
      int points = penalties.stream().mapToInt(Penalty::points).sum();
      matches.add(
          new Match(
              unit,
              Math.max(0, base + (isApproved ? context : 0) - points),
              new Match.Likeness(similarity, comparison.differences(), comparison.warnings()),
              context,
              penalties,
              renumbered));
    }
  }

  private @Nullable String renumbered(Unit unit) {
    Measure by = Measure.of(unit.lang(query.side().other()));
    return Renumbering.of(query.text(), text(unit), lang(unit), translation(unit), by).orElse(null);
  }

  private Map<String, Set<String>> translations(List<HitUnits.Found> found) {
    if (found.size() < 2) {
      return Map.of();
    }
    Map<String, Set<String>> translations = new HashMap<>();
    for (HitUnits.Found one : found) {
      translations
          .computeIfAbsent(TextKey.of(text(one.unit())), key -> new HashSet<>())
          .add(TextKey.of(translation(one.unit())));
    }
    return translations;
  }

  private static List<Penalty> penalties(
      Provenance provenance, boolean several, Set<CharacterForms> forms) {
    List<Penalty> penalties = new ArrayList<>();
    add(penalties, Penalty.DOUBTFUL_ALIGNMENT, provenance.isDoubtful());
    add(penalties, Penalty.SEVERAL_TRANSLATIONS, several);
    add(penalties, Penalty.WIDTH, forms.contains(CharacterForms.WIDTH));
    add(penalties, Penalty.CASE, forms.contains(CharacterForms.CASE));
    add(penalties, Penalty.SCRIPT, forms.contains(CharacterForms.SCRIPT));
    return penalties;
  }

  private static void add(List<Penalty> penalties, Penalty penalty, boolean applies) {
    if (applies) {
      penalties.add(penalty);
    }
  }

  private int context(HitUnits.Found found) {
    if (query.neighbours().areUnknown()) {
      return 0;
    }
    Measure measure = lang(found.unit());
    int same = 0;
    for (HitUnits.Neighbour near : units.neighbours(found.hit().unit())) {
      String wanted = near.before() ? query.neighbours().before() : query.neighbours().after();
      if (!wanted.isBlank() && comparer.areSame(wanted, near.text(), measure)) {
        same++;
      }
    }
    return same;
  }

  private String text(Unit unit) {
    return unit.text(query.side());
  }

  private String translation(Unit unit) {
    return unit.text(query.side().other());
  }

  private Measure lang(Unit unit) {
    return Measure.of(unit.lang(query.side()));
  }

  private static final class HitUnits {

    /**
     * Units that are read beyond the results if that may save a round trip: penalties change the
     * order.
     */
    private static final int MIN_AHEAD = 32;

    record Found(Hit hit, Unit unit) {}

    /**
     * A unit next to another in the last revision that contains the other.
     *
     * @param before whether it precedes the other
     * @param text on the side of the query
     */
    record Neighbour(boolean before, String text) {}

    private final Database database;
    private final Sql sql;
    private final UnitRows rows;
    private final FuzzyQuery query;
    private final Map<Long, Unit> units = new HashMap<>();
    private final Map<Long, List<Neighbour>> neighbours = new HashMap<>();
    private int readAhead;

    HitUnits(Database database, Sql sql, UnitRows rows, FuzzyQuery query) {
      this.database = database;
      this.sql = sql;
      this.rows = rows;
      this.query = query;
    }

    /**
     * @param all the hits of the query, by falling best score
     * @param from the first of the hits to read, which have the same best score
     */
    List<Found> read(List<Hit> all, int from, int end) throws SQLException {
      if (end > readAhead) {
        int more = database.engine().isDistant() ? MIN_AHEAD + query.limits().units() : 0;
        readAhead = Math.min(all.size(), Math.max(end, from + more));
        read(all.subList(from, readAhead));
      }
      List<Found> found = new ArrayList<>();
      for (Hit hit : all.subList(from, end)) {
        Unit unit = units.get(hit.unit());
        if (unit != null) {
          found.add(new Found(hit, unit));
        }
      }
      return found;
    }

    private int retired() {
      return query.filter().presence().retired() ? 1 : 0;
    }

    private void read(List<Hit> hits) throws SQLException {
      List<Query> queries = new ArrayList<>();
      queries.add(
          new Query(
              sql.units(),
              row -> {
                Unit unit = rows.read(row);
                if (query.filter().admits(unit)) {
                  units.put(row.getLong(17), unit);
                }
              },
              List.of(list(hits), retired())));
      if (hits.get(0).similarity() == Score.FULL && !query.neighbours().areUnknown()) {
        List<Hit> full = hits.stream().filter(hit -> hit.similarity() == Score.FULL).toList();
        queries.add(
            new Query(
                sql.neighbours(),
                row ->
                    neighbours
                        .computeIfAbsent(row.getLong(4), unit -> new ArrayList<>())
                        .add(neighbour(row)),
                List.of(list(full))));
      }
      database.forEach(queries);
    }

    private static List<Long> list(List<Hit> hits) {
      return hits.stream().map(Hit::unit).toList();
    }

    private Neighbour neighbour(ResultSet row) throws SQLException {
      return new Neighbour(row.getInt(1) < 0, row.getString(query.side() == Side.SOURCE ? 2 : 3));
    }

    List<Neighbour> neighbours(long unit) {
      return neighbours.getOrDefault(unit, List.of());
    }
  }

  /**
   * Compares queries with texts of units. Reused between queries for its buffers; not thread-safe.
   */
  static final class TextComparer {

    record Comparison(Differences differences, Set<CharacterForms> forms, List<Warning> warnings) {}

    private static final Comparison EQUAL =
        new Comparison(new Differences(List.of(), List.of()), Set.of(), List.of());

    private final Symbols left = new Symbols();
    private final Symbols right = new Symbols();
    private final Map<String, Comparison> comparisons = new HashMap<>();
    private final Map<Measure, Warnings> warnings = new EnumMap<>(Measure.class);
    private String query = "";
    // The measure by which the query was read into the left buffer, or null.
    private @Nullable Measure leftMeasure;

    void begin(String text) {
      query = text;
      comparisons.clear();
      warnings.clear();
      leftMeasure = null;
    }

    Comparison compare(String text, Measure measure) {
      if (query.equals(text)) {
        return EQUAL;
      }
      Comparison known = comparisons.get(text);
      if (known == null) {
        if (leftMeasure != measure) {
          left.read(query, measure);
          leftMeasure = measure;
        }
        Differences differences = Differences.between(left, right.read(text, measure));
        known =
            new Comparison(
                differences,
                CharacterForms.differing(query, text, differences),
                warnings.computeIfAbsent(measure, of -> new Warnings(query, of)).beside(text));
        comparisons.put(text, known);
      }
      return known;
    }

    boolean areSame(String one, String other, Measure measure) {
      leftMeasure = null;
      return left.read(one, measure).sameAs(right.read(other, measure));
    }
  }
}
