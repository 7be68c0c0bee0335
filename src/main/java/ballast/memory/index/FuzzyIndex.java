package ballast.memory.index;

import ballast.bitext.InputException;
import ballast.bitext.Side;
import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.Pattern.Signature;
import ballast.likeness.Score;
import ballast.likeness.Symbols;
import ballast.likeness.index.CountFilter;
import ballast.likeness.index.Effort;
import ballast.likeness.index.IndexPart;
import ballast.memory.FuzzyQuery;
import ballast.memory.Match;
import ballast.memory.TextKey;
import ballast.memory.index.IndexBlocks.PartBlocks;
import ballast.memory.index.IndexTables.Contents;
import ballast.memory.index.IndexTables.PartRow;
import ballast.memory.index.MatchMaker.Hit;
import ballast.memory.index.PartFile.Checksum;
import ballast.memory.store.Database;
import ballast.memory.store.UnitRows;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The index for searches: the live parts, and the tail of units outside any part.
 *
 * <p>A part holds the upper bits of each text's {@link TextKey}. Every search queries the table of
 * units for the units with such a text. So a part is never wrong about deleted, retired or changed
 * units, and it also finds a unit that has received another unit's text. It lacks only new texts.
 * Units added after the part, or with texts changed since, are compared one by one.
 */
public final class FuzzyIndex implements AutoCloseable {

  private static final long MAX_CACHED = 128L << 20;
  private static final long MAX_LISTS = 512L << 20;
  private static final int CACHED_SHARE = 8;
  private static final int LISTS_SHARE = 4;
  private final Database database;
  private final IndexTables tables;
  private final UnitTexts texts;
  private final SlotTexts slotTexts;
  private final MatchMaker.Sql sql;
  private final UnitRows rows;
  private final MatchMaker.TextComparer comparer = new MatchMaker.TextComparer();
  private final Effort effort = new Effort();
  private final CountFilter filter = new CountFilter(capacity(MAX_LISTS, LISTS_SHARE));
  private final Symbols query = new Symbols();
  private final Symbols symbols = new Symbols();
  private final Map<Side, UnindexedTexts> tails = new EnumMap<>(Side.class);
  private final LiveParts parts;
  private @Nullable Object seenState;
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
    this.sql = MatchMaker.Sql.of(database);
    this.rows = new UnitRows(database.engine());
  }

  /** Capacity in bytes of the caches of blocks and of lists: a share of the heap. */
  private static long capacity(long maxBytes, int share) {
    return Math.min(maxBytes, Runtime.getRuntime().maxMemory() / share);
  }

  SlotTexts slotTexts() {
    return slotTexts;
  }

  /** Later units and pending ones are in no part. */
  long covered() {
    return covered;
  }

  public Effort effort() {
    return effort;
  }

  /** Marks cached data as possibly out of date because this connection has written. */
  public void written() {
    seenState = null;
  }

  /** See {@link ballast.memory.Memory#search}. */
  public List<Match> search(FuzzyQuery query) throws SQLException {
    return new MatchMaker(database, sql, rows, comparer, query)
        .matches(find(query.text(), query.side(), query.measures(), query.limits().minScore()));
  }

  /**
   * Returns the units with a text that scores {@code threshold} or better or that, below 100,
   * differs in numbers only and scores 50; by falling {@link Hit#best}, then by row.
   *
   * @throws IllegalArgumentException if the index is damaged
   */
  List<Hit> find(String text, Side side, Set<Measure> measures, int threshold) throws SQLException {
    refresh();
    Map<Long, Hit> found = new LinkedHashMap<>();
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
    List<Hit> hits = new ArrayList<>(found.values());
    hits.sort(Comparator.comparingInt(Hit::best).reversed().thenComparingLong(Hit::unit));
    return hits;
  }

  private void find(String text, Side side, Measure measure, int threshold, Map<Long, Hit> found)
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
    HitTexts hits = new HitTexts(pattern, threshold, symbols, effort, found);
    if (database.engine().isDistant()) {
      announce(searched, pattern, hits.least);
    }
    List<SlotTexts.Slots> slots = new ArrayList<>();
    for (LivePart live : searched) {
      IndexPart part = live.part();
      int count = filter.find(part, pattern.symbols(), hits.least, effort);
      slots.add(new SlotTexts.Slots(part, IntStream.range(0, count).map(filter::slot).toArray()));
    }
    slotTexts.forEach(slots, side, measure, hits::add);
    if (tail.has(measure)) {
      tail.search(hits);
    }
  }

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

  /**
   * Announces the blocks that the filter will read, so that they are fetched in two round trips.
   */
  private void announce(List<LivePart> searched, Pattern pattern, int threshold)
      throws SQLException {
    for (LivePart live : searched) {
      filter.wantPages(live.part(), pattern.symbols());
    }
    for (LivePart live : searched) {
      filter.wantLists(live.part(), pattern.symbols(), threshold);
    }
  }

  List<IndexPart> parts(Side side, Measure measure) throws SQLException {
    List<IndexPart> open = new ArrayList<>();
    for (LivePart live : parts.of(side, measure)) {
      open.add(live.part());
    }
    return open;
  }

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
    Object state = database.engine().indexState(database);
    if (state == null || !state.equals(seenState)) {
      seenState = null;
      Contents contents = tables.contents(List.of(texts.languages()));
      if (contents.state().generation() != seenGeneration) {
        filter.clear();
        parts.replace(contents.parts());
        seenGeneration = contents.state().generation();
      }
      covered = contents.state().covered();
      uncovered = contents.uncovered();
      tails.clear();
      seenState = state == null ? database.engine().indexState(database) : state;
    }
  }

  @Override
  public void close() {
    parts.close();
  }

  /**
   * The texts of one side that are in no part of the index. A few are kept in the heap, ready for
   * comparison. Many, as in a memory that is not indexed yet, are read again for each search.
   */
  private static final class UnindexedTexts {

    private static final int MAX_IN_MEMORY = 10 * IndexTables.MAX_UNCOVERED;

    /** A text with data to exclude it quickly. */
    private record Entry(
        long unit, Measure measure, String text, int length, Signature signature) {}

    private final UnitTexts texts;
    private final Side side;
    private final long covered;
    private final Symbols symbols = new Symbols();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<Measure> measures = EnumSet.noneOf(Measure.class);
    private final boolean inMemory;

    /**
     * @param uncovered approximate number of units in the tail
     */
    UnindexedTexts(UnitTexts texts, Side side, long covered, long uncovered) throws SQLException {
      this.texts = texts;
      this.side = side;
      this.covered = covered;
      this.inMemory = uncovered <= MAX_IN_MEMORY;
      if (uncovered == 0) {
        return;
      }
      if (inMemory) {
        texts.forEachUncovered(
            covered,
            (unit, of, measure, key, text) -> {
              if (of == side) {
                symbols.read(text, measure);
                entries.add(new Entry(unit, measure, text, symbols.size(), Signature.of(symbols)));
                measures.add(measure);
              }
            });
      } else {
        measures.addAll(EnumSet.allOf(Measure.class));
      }
    }

    boolean has(Measure measure) {
      return measures.contains(measure);
    }

    void search(HitTexts hits) throws SQLException {
      hits.effort.search();
      Measure wanted = hits.pattern.symbols().measure();
      if (!inMemory) {
        texts.requireTransaction();
        texts.forEachUncovered(
            covered,
            (unit, of, measure, key, text) -> {
              if (of == side && measure == wanted) {
                hits.effort.row();
                hits.add(unit, text);
              }
            });
        return;
      }
      for (Entry entry : entries) {
        if (entry.measure() == wanted
            && hits.pattern.mayScore(entry.signature(), entry.length(), hits.least)) {
          hits.add(entry.unit(), entry.text());
        }
      }
    }
  }

  /** Compares texts with a query and collects the hits. */
  private static final class HitTexts {

    private final Pattern pattern;
    private final int threshold;
    private final int least;
    private final Symbols symbols;
    private final Effort effort;
    private final Map<Long, Hit> found;
    // Rows with equal texts mostly follow one another.
    private String last = "";
    private int similarity = -1;
    private boolean numbersOnly;

    HitTexts(Pattern pattern, int threshold, Symbols symbols, Effort effort, Map<Long, Hit> found) {
      this.pattern = pattern;
      this.threshold = threshold;
      this.least = least(pattern.symbols(), threshold);
      this.symbols = symbols;
      this.effort = effort;
      this.found = found;
    }

    /** Returns the threshold for texts that differ in no more than all numbers of a query. */
    private static int least(Symbols query, int threshold) {
      int least = Score.FULL * (query.size() - query.numbers()) / query.size();
      return threshold > Match.RENUMBERED
          ? threshold
          : Math.min(threshold, Math.max(Score.MIN_THRESHOLD, least));
    }

    void add(long unit, String text) {
      if (!text.equals(last)) {
        last = text;
        effort.compare();
        symbols.read(text, pattern.symbols().measure());
        similarity = symbols.size() == 0 ? -1 : pattern.score(symbols, least);
        numbersOnly =
            similarity >= least
                && threshold <= Match.RENUMBERED
                && pattern.symbols().differsInNumbers(symbols);
      }
      if (numbersOnly || similarity >= threshold) {
        found.put(unit, new Hit(unit, similarity, numbersOnly));
      }
    }
  }

  private static final class LiveParts implements AutoCloseable {

    private final IndexTables tables;
    private final IndexBlocks blocks;
    private final PartFiles files;
    private List<LivePart> parts = List.of();

    LiveParts(Database database, IndexTables tables, IndexBlocks blocks) {
      this.tables = tables;
      this.blocks = blocks;
      this.files = new PartFiles(database.engine().partFolder());
    }

    void replace(List<PartRow> rows) {
      blocks.clear();
      files.close();
      files.keepOnly(rows);
      List<LivePart> live = new ArrayList<>();
      for (PartRow row : rows) {
        live.add(new LivePart(row, blocks.of(row, files.of(row))));
      }
      parts = live;
    }

    List<LivePart> of(Side side, Measure measure) throws SQLException {
      List<LivePart> live = new ArrayList<>();
      for (LivePart part : parts) {
        if (part.row.side() == side && part.row.measure() == measure) {
          live.add(part);
        }
      }
      open(live);
      return live;
    }

    private void open(List<LivePart> wanted) throws SQLException {
      List<PartRow> missing = new ArrayList<>();
      for (LivePart part : wanted) {
        if (part.part == null && !part.openCopy()) {
          missing.add(part.row);
        }
      }
      if (!missing.isEmpty()) {
        Map<Long, byte[]> heads = tables.heads(missing);
        for (LivePart part : wanted) {
          byte[] head = heads.get(part.row.id());
          if (head != null) {
            part.open(head);
          }
        }
      }
    }

    @Override
    public void close() {
      files.close();
    }
  }

  /** A live part. The first search that needs it opens it, because most searches need few parts. */
  private static final class LivePart {

    private final PartRow row;
    private final PartBlocks blocks;
    private @Nullable IndexPart part;

    LivePart(PartRow row, PartBlocks blocks) {
      this.row = row;
      this.blocks = blocks;
    }

    /** False if there is no copy of the head on this machine. */
    boolean openCopy() {
      byte[] head = blocks.copiedHead();
      if (head == null || Checksum.of(head) != row.crc()) {
        return false;
      }
      part = new IndexPart(head, blocks);
      return true;
    }

    void open(byte[] head) {
      part = new IndexPart(head, blocks);
      blocks.copyHead(head);
    }

    IndexPart part() {
      return Objects.requireNonNull(part);
    }
  }

  /**
   * The copies of a memory's parts on this machine. A part never changes. A copy is therefore valid
   * as long as the server has the part, which its row identifies.
   */
  private static final class PartFiles implements AutoCloseable {

    private final Optional<Path> folder;
    private final List<PartFile> open = new ArrayList<>();

    PartFiles(Optional<Path> folder) {
      this.folder = folder;
    }

    /** Empty if the copy can be neither opened nor begun. */
    Optional<PartFile> of(PartRow row) {
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      try {
        PartFile file = PartFile.open(folder.get().resolve(name(row)), row.blocks());
        open.add(file);
        return Optional.of(file);
      } catch (IOException e) {
        return Optional.empty();
      }
    }

    private static String name(PartRow row) {
      return "part-%d-%d-%d-%d-%08x"
          .formatted(row.id(), row.firstBlock(), row.blocks(), row.slots(), row.crc());
    }

    /** Deletes the copies of parts that the server no longer has. */
    void keepOnly(List<PartRow> rows) {
      if (folder.isEmpty()) {
        return;
      }
      Set<String> names = new HashSet<>();
      rows.forEach(row -> names.add(name(row)));
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder.get(), "part-*")) {
        for (Path path : found) {
          if (!names.contains(String.valueOf(path.getFileName()))) {
            Files.deleteIfExists(path);
          }
        }
      } catch (IOException e) {
        // They only waste space.
      }
    }

    @Override
    public void close() {
      for (PartFile file : open) {
        try {
          file.close();
        } catch (IOException e) {
          // There was nothing to write.
        }
      }
      open.clear();
    }
  }
}
