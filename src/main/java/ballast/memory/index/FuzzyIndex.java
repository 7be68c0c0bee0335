package ballast.memory.index;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.Score;
import ballast.likeness.Symbols;
import ballast.likeness.index.CountFilter;
import ballast.likeness.index.Effort;
import ballast.likeness.index.IndexPart;
import ballast.likeness.index.SlotSignatures;
import ballast.memory.TextKey;
import ballast.memory.index.IndexTables.Contents;
import ballast.memory.store.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The index as a search uses it: the live parts, and the tail of units that are in no part.
 *
 * <p>A part knows texts by the upper bits of their {@link TextKey}; the table of units is queried
 * each time for the units that have such a text. A part is therefore never wrong about units that
 * have been deleted, retired or changed, and it also finds a unit that has got the text of another.
 * Only new texts are missing from it: units that were added after the part, or whose texts have
 * changed since, are compared one by one.
 */
public final class FuzzyIndex implements AutoCloseable {

  /** A unit and how alike its text is. */
  record Hit(long unit, int similarity) {}

  private static final long MAX_CACHED = 128L << 20;
  private static final long MAX_LISTS = 512L << 20;
  private static final int CACHED_SHARE = 8;
  private static final int LISTS_SHARE = 4;
  private final Database database;
  private final IndexTables tables;
  private final UnitTexts texts;
  private final SlotTexts slotTexts;
  private final Effort effort = new Effort();
  private final CountFilter filter = new CountFilter(capacity(MAX_LISTS, LISTS_SHARE));
  private final Symbols query = new Symbols();
  private final Symbols symbols = new Symbols();
  private final Map<Side, UnindexedTexts> tails = new EnumMap<>(Side.class);
  private final LiveParts parts;
  private long seenChanges = -1;
  private @Nullable String seenState;
  private long seenGeneration = -1;
  private long covered;
  private long uncovered;

  public FuzzyIndex(Database database) {
    this.database = database;
    this.tables = new IndexTables(database);
    long capacity = capacity(MAX_CACHED, CACHED_SHARE);
    this.parts =
        new LiveParts(
            database, tables, new IndexBlocks(database, IndexBlocks.TABLE, capacity, effort));
    this.texts = new UnitTexts(database);
    this.slotTexts = new SlotTexts(database, texts, effort);
  }

  /** Capacity in bytes of the caches of blocks, lists and signatures: a share of the heap. */
  private static long capacity(long maxBytes, int share) {
    return Math.min(maxBytes, Runtime.getRuntime().maxMemory() / share);
  }

  /** The texts of the slots of parts. */
  SlotTexts slotTexts() {
    return slotTexts;
  }

  /** The last unit that the parts cover; later units and pending ones are in no part. */
  long covered() {
    return covered;
  }

  /** The cost of the searches so far. */
  public Effort effort() {
    return effort;
  }

  /** Tells the index that this connection has written, so that cached data may be out of date. */
  public void written() {
    seenChanges = -1;
    seenState = null;
  }

  /**
   * The units with a text that scores {@code threshold} or better, best first, then by row.
   *
   * @param measures of the texts that count
   * @throws IllegalArgumentException if the index is damaged
   */
  public List<Hit> find(String text, Side side, Set<Measure> measures, int threshold)
      throws SQLException {
    refresh();
    Map<Long, Integer> found = new LinkedHashMap<>();
    try {
      for (Measure measure : measures) {
        find(text, side, measure, threshold, found);
      }
    } catch (IndexBlocks.BlockException e) {
      throw e.sqlException();
    } catch (IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the index is damaged", e);
    }
    if (found.isEmpty()) {
      return List.of();
    }
    List<Hit> hits = new ArrayList<>();
    found.forEach((unit, similarity) -> hits.add(new Hit(unit, similarity)));
    hits.sort(
        (a, b) ->
            a.similarity() != b.similarity()
                ? Integer.compare(b.similarity(), a.similarity())
                : Long.compare(a.unit(), b.unit()));
    return hits;
  }

  private void find(
      String text, Side side, Measure measure, int threshold, Map<Long, Integer> found)
      throws SQLException {
    UnindexedTexts tail = tail(side);
    List<LivePart> searched = parts.of(side, measure);
    if (searched.isEmpty() && !tail.has(measure)) {
      return;
    }
    Pattern pattern = pattern(text, measure);
    if (pattern == null) {
      return;
    }
    if (database.engine().isDistant()) {
      announce(searched, pattern, threshold);
    }
    List<SlotTexts.Slots> slots = new ArrayList<>();
    for (LivePart live : searched) {
      IndexPart part = live.part();
      int count = filter.find(part, pattern.symbols(), threshold, effort);
      boolean many = count >= SlotSignatures.WORTH_LEARNING;
      int[] kept = live.signatures().mayScore(part, pattern, threshold, filter::slot, count);
      slots.add(new SlotTexts.Slots(part, kept, many ? live.signatures() : null));
    }
    verify(slots, side, pattern, threshold, found);
    if (tail.has(measure)) {
      tail.search(pattern, threshold, effort, found::put);
    }
  }

  /** The text prepared for comparison; null when it has no symbols. */
  private @Nullable Pattern pattern(String text, Measure measure) {
    query.read(text, measure);
    if (query.size() == 0) {
      return null;
    }
    if (query.size() > Score.MAX_SYMBOLS) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "cannot search for a text of %,d characters or words: %,d are the most",
              query.size(),
              Score.MAX_SYMBOLS),
          "search for a sentence or a paragraph of it");
    }
    return new Pattern(query);
  }

  /** Announces what the filter will read, so that it is fetched in two journeys. */
  private void announce(List<LivePart> searched, Pattern pattern, int threshold)
      throws SQLException {
    for (LivePart live : searched) {
      filter.wantPages(live.part(), pattern.symbols());
    }
    for (LivePart live : searched) {
      filter.wantLists(live.part(), pattern.symbols(), threshold);
    }
  }

  /** The live parts of a side and measure. */
  List<IndexPart> parts(Side side, Measure measure) throws SQLException {
    List<IndexPart> open = new ArrayList<>();
    for (LivePart live : parts.of(side, measure)) {
      open.add(live.part());
    }
    return open;
  }

  /** Compares the texts of the slots that the filter has found. */
  private void verify(
      List<SlotTexts.Slots> slots,
      Side side,
      Pattern pattern,
      int threshold,
      Map<Long, Integer> found)
      throws SQLException {
    Measure measure = pattern.symbols().measure();
    String[] last = {""};
    int[] score = {-1};
    slotTexts.forEach(
        slots,
        side,
        measure,
        (of, slot, unit, text) -> {
          if (!text.equals(last[0])) {
            last[0] = text;
            effort.compare();
            score[0] = pattern.score(symbols.read(text, measure), threshold);
            of.learn(slot, symbols);
          }
          if (score[0] >= threshold) {
            found.put(unit, score[0]);
          }
        });
  }

  /** The texts of the tail. */
  UnindexedTexts tail(Side side) throws SQLException {
    UnindexedTexts known = tails.get(side);
    if (known == null) {
      known = new UnindexedTexts(texts, side, covered, uncovered);
      tails.put(side, known);
    }
    return known;
  }

  /** Reloads the state if anything has been written since the last search. */
  void refresh() throws SQLException {
    if (database.isWatched()) {
      // The next query fails if this is no longer the state.
      if (seenState == null || !database.watchedIndex().equals(Optional.of(seenState))) {
        reload();
        seenState = database.watchedIndex().orElse(null);
      }
      return;
    }
    long changes = database.engine().changes(database);
    if (changes != seenChanges) {
      reload();
      seenState = null;
      seenChanges = changes;
    }
  }

  private void reload() throws SQLException {
    seenChanges = -1;
    seenState = null;
    Contents contents = tables.contents(texts.languages());
    if (contents.state().generation() != seenGeneration) {
      filter.clear();
      parts.replace(contents.parts(), capacity(MAX_CACHED, CACHED_SHARE));
      seenGeneration = contents.state().generation();
    }
    covered = contents.state().covered();
    uncovered = contents.uncovered();
    tails.clear();
  }

  /** Closes the copies of parts on this machine. */
  @Override
  public void close() {
    parts.close();
  }
}
