package ballast.memory.index;

import ballast.bitext.Provenance;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.likeness.Forms;
import ballast.likeness.Measure;
import ballast.likeness.Score;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.Penalty;
import ballast.memory.Penalty.Kind;
import ballast.memory.TextKey;
import ballast.memory.index.FuzzyIndex.Hit;
import ballast.memory.index.HitUnits.Found;
import ballast.memory.index.HitUnits.Neighbour;
import ballast.memory.index.TextComparer.Comparison;
import ballast.memory.store.Database;
import ballast.memory.store.UnitRows;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes {@link Match}es from the units that an index has found: reads them, subtracts penalties,
 * compares their neighbours and finds differences.
 */
public final class MatchMaker {

  private final HitUnits units;
  private final TextComparer comparer;
  private final FuzzyQuery query;

  /**
   * @param rows reused between queries for its cache
   * @param comparer reused between queries
   */
  public MatchMaker(Database database, UnitRows rows, TextComparer comparer, FuzzyQuery query) {
    this.units = new HitUnits(database, rows, query);
    this.comparer = comparer;
    this.query = query;
  }

  /**
   * The matches, best first, up to the query's limit.
   *
   * @param hits by falling similarity
   */
  public List<Match> matches(List<Hit> hits) throws SQLException {
    if (hits.isEmpty()) {
      return List.of();
    }
    comparer.begin(query.text());
    List<Match> matches = new ArrayList<>();
    int at = 0;
    while (at < hits.size() && !isComplete(matches, hits.get(at).similarity())) {
      int similarity = hits.get(at).similarity();
      int end = at;
      while (end < hits.size() && hits.get(end).similarity() == similarity) {
        end++;
      }
      addAlike(units.read(hits, at, end), similarity, matches);
      matches.sort(MatchMaker::bestFirst);
      if (matches.size() > query.limits().units()) {
        matches.subList(query.limits().units(), matches.size()).clear();
      }
      at = end;
    }
    return List.copyOf(matches);
  }

  /** Sorts matches, best first. */
  private static int bestFirst(Match one, Match other) {
    if (one.score() != other.score()) {
      return Integer.compare(other.score(), one.score());
    }
    if (one.likeness().similarity() != other.likeness().similarity()) {
      return Integer.compare(other.likeness().similarity(), one.likeness().similarity());
    }
    Provenance provenance = one.unit().provenance();
    Provenance otherProvenance = other.unit().provenance();
    boolean approved = provenance.status() == Status.APPROVED;
    if (approved != (otherProvenance.status() == Status.APPROVED)) {
      return approved ? -1 : 1;
    }
    int later = otherProvenance.changed().compareTo(provenance.changed());
    return later == 0 ? one.unit().id().compareTo(other.unit().id()) : later;
  }

  /** Whether units of the given similarity or below can no longer be among the results. */
  private boolean isComplete(List<Match> matches, int similarity) {
    return matches.size() == query.limits().units()
        && matches.get(matches.size() - 1).score() >= similarity;
  }

  /** Adds the units of one similarity, including all those with equal texts. */
  private void addAlike(List<Found> found, int similarity, List<Match> matches)
      throws SQLException {
    Map<String, Set<String>> translations = translations(found);
    for (Found one : found) {
      Unit unit = one.unit();
      Comparison comparison = comparer.compare(text(unit), lang(unit));
      boolean several =
          found.size() > 1
              && translations.getOrDefault(TextKey.of(text(unit)), Set.of()).size() > 1;
      List<Penalty> penalties = penalties(unit.provenance(), several, comparison.forms());
      int context = similarity == Score.FULL ? context(one) : 0;
      int points = 0;
      for (Penalty penalty : penalties) {
        points += penalty.points();
      }
      matches.add(
          new Match(
              unit,
              Math.max(0, similarity + context - points),
              new Match.Likeness(similarity, comparison.differences(), comparison.warnings()),
              context,
              penalties));
    }
  }

  /** The translations of each text that may have several. */
  private Map<String, Set<String>> translations(List<Found> found) {
    if (found.size() < 2) {
      return Map.of();
    }
    Map<String, Set<String>> translations = new HashMap<>();
    for (Found one : found) {
      translations
          .computeIfAbsent(TextKey.of(text(one.unit())), key -> new HashSet<>())
          .add(TextKey.of(translation(one.unit())));
    }
    return translations;
  }

  private List<Penalty> penalties(Provenance provenance, boolean several, Set<Forms> forms) {
    List<Penalty> penalties = new ArrayList<>();
    add(penalties, Kind.DOUBTFUL_ALIGNMENT, provenance.isDoubtful());
    add(penalties, Kind.SEVERAL_TRANSLATIONS, several);
    add(penalties, Kind.WIDTH, forms.contains(Forms.WIDTH));
    add(penalties, Kind.CASE, forms.contains(Forms.CASE));
    add(penalties, Kind.SCRIPT, forms.contains(Forms.SCRIPT));
    return penalties;
  }

  private void add(List<Penalty> penalties, Kind kind, boolean applies) {
    int points = query.penalties().points(kind);
    if (applies && points > 0) {
      penalties.add(new Penalty(kind, points));
    }
  }

  /** The number of the unit's neighbours that are those of the query. */
  private int context(Found found) throws SQLException {
    if (query.neighbours().areUnknown()) {
      return 0;
    }
    Measure measure = lang(found.unit());
    int same = 0;
    for (Neighbour near : units.neighbours(found.row())) {
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
}
