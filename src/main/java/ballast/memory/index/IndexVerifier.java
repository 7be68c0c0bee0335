package ballast.memory.index;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.Pattern.Signature;
import ballast.likeness.Score;
import ballast.likeness.Symbols;
import ballast.likeness.index.BlockSource;
import ballast.likeness.index.Effort;
import ballast.likeness.index.PartContents;
import ballast.memory.Memory.UnitProgress;
import ballast.memory.index.IndexTables.Contents;
import ballast.memory.index.IndexTables.PartRow;
import ballast.memory.index.MatchMaker.Hit;
import ballast.memory.index.PartMaking.Kind;
import ballast.memory.store.Checks;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks the index against the units. Every text that the index says it covers must be in a part,
 * with all of its grams. Then searches for texts of units spread over the memory, and compares each
 * result with a full comparison of all units.
 */
public final class IndexVerifier {

  private static final int THRESHOLD = 60;

  private static final class Probe {
    private final String text;
    private final Side side;
    private final Map<Measure, Pattern> patterns = new HashMap<>();
    private final TreeSet<Long> compared = new TreeSet<>();

    Probe(String text, Side side) {
      this.text = text;
      this.side = side;
      for (Measure measure : Measure.values()) {
        Pattern pattern = new Pattern(text, measure);
        if (pattern.symbols().size() > 0) {
          patterns.put(measure, pattern);
        }
      }
    }
  }

  private final Database database;
  private final FuzzyIndex index;
  private final UnitProgress progress;
  private final List<String> problems = new ArrayList<>();
  private final Map<Kind, List<PartContents>> parts = new HashMap<>();

  /** Texts that no part seems to have; the first few of them are searched for. */
  private final List<Suspect> suspects = new ArrayList<>();

  private record Suspect(long unit, Side side, Measure measure, String text) {}

  public IndexVerifier(Database database, FuzzyIndex index, UnitProgress progress) {
    this.database = database;
    this.index = index;
    this.progress = progress;
  }

  /**
   * @param searches approximate number of texts to search for
   */
  public List<String> problems(int searches) throws SQLException {
    Contents contents = new IndexTables(database).contents();
    if (contents.broken()) {
      problems.add("the index is not what it says it covers; searches compare every text instead");
    }
    for (PartRow row : contents.parts()) {
      read(row);
    }
    Set<Long> pending =
        Set.copyOf(database.list("SELECT DISTINCT unit FROM fuzzy_pending", row -> row.getLong(1)));
    List<Probe> probes = probes(searches);
    progress.expect(2 * database.number("SELECT count(*) FROM unit") + probes.size());
    Symbols symbols = new Symbols();
    new UnitTexts(database)
        .forEachUncovered(
            0,
            (unit, side, measure, key, text) -> {
              symbols.read(text, measure);
              if (unit <= contents.state().covered()
                  && !pending.contains(unit)
                  && parts.getOrDefault(new Kind(side, measure), List.of()).stream()
                      .noneMatch(part -> part.has(symbols, key))
                  && symbols.size() > 0) {
                suspects.add(new Suspect(unit, side, measure, text));
              }
              Signature signature = Signature.of(symbols);
              for (Probe probe : probes) {
                Pattern pattern = probe.patterns.get(measure);
                if (probe.side == side
                    && pattern != null
                    && pattern.mayScore(signature, symbols.size(), THRESHOLD)
                    && pattern.score(symbols, THRESHOLD) >= THRESHOLD) {
                  probe.compared.add(unit);
                }
              }
              progress.one();
            });
    checkSuspects();
    for (Probe probe : probes) {
      check(probe);
      progress.one();
    }
    return List.copyOf(problems);
  }

  private void check(Probe probe) throws SQLException {
    TreeSet<Long> found = new TreeSet<>();
    try {
      index.find(probe.text, probe.side, EnumSet.allOf(Measure.class), THRESHOLD).stream()
          .filter(hit -> hit.similarity() >= THRESHOLD)
          .map(Hit::unit)
          .forEach(found::add);
    } catch (IllegalArgumentException e) {
      problems.add("searching for \"" + probe.text + "\" failed: " + e.getMessage());
      return;
    }
    TreeSet<Long> missed = new TreeSet<>(probe.compared);
    missed.removeAll(found);
    found.removeAll(probe.compared);
    if (!missed.isEmpty() || !found.isEmpty()) {
      problems.add(
          "searching for \"%s\" the index misses %d units and finds %d too many"
              .formatted(probe.text, missed.size(), found.size()));
    }
  }

  private void read(PartRow row) throws SQLException {
    BlockSource blocks =
        new IndexBlocks(database, IndexBlocks.TABLE, 0, new Effort()).from(row.firstBlock());
    try {
      for (int i = 0; i < row.blocks(); i++) {
        blocks.block(i);
      }
      parts
          .computeIfAbsent(new Kind(row.side(), row.measure()), kind -> new ArrayList<>())
          .add(new PartContents(new IndexTables(database).open(row, blocks)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      problems.add(String.valueOf(e.getMessage()));
    } catch (IndexBlocks.BlockException e) {
      throw e.sqlException();
    }
  }

  /** Searching tells a text that is missing from one that shares its slot with another. */
  private void checkSuspects() throws SQLException {
    int missing = 0;
    for (Suspect suspect : suspects) {
      missing += missing >= Checks.MAX_PER_CHECK || !isFound(suspect) ? 1 : 0;
    }
    if (missing > 0) {
      problems.add(missing + " texts are in no part of the index that should have them");
    }
  }

  private boolean isFound(Suspect suspect) throws SQLException {
    try {
      return index.find(suspect.text(), suspect.side(), Set.of(suspect.measure()), 100).stream()
          .anyMatch(hit -> hit.unit() == suspect.unit());
    } catch (IllegalArgumentException | InputException e) {
      return false;
    }
  }

  private List<Probe> probes(int searches) throws SQLException {
    List<Probe> probes = new ArrayList<>();
    long units = database.number("SELECT count(*) FROM unit");
    long step = Math.max(1, 2 * units / Math.max(1, searches));
    database.forEach(
        """
        SELECT source, target
        FROM (SELECT source, target, row_number() OVER (ORDER BY id) AS number FROM unit) AS numbered
        WHERE number % ? = 0
        """,
        row -> {
          probes.add(new Probe(row.getString(1), Side.SOURCE));
          probes.add(new Probe(row.getString(2), Side.TARGET));
        },
        step);
    probes.removeIf(
        probe ->
            probe.patterns.values().stream()
                .anyMatch(pattern -> pattern.symbols().size() > Score.MAX_SYMBOLS));
    return probes;
  }
}
