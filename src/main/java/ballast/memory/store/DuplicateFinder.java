package ballast.memory.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Sha256;
import ballast.bitext.Unit;
import ballast.memory.MemoryCare.Duplicates.Ignored;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Finds units with the same source and the same translation.
 *
 * <p>The memory is read twice. The first pass finds repeated keys, at eight bytes a unit; the
 * second reads only units with these keys. Units without duplicates therefore cost almost nothing.
 */
final class DuplicateFinder {

  /** 128 bits of a SHA-256 of languages, inline codes and folded texts. */
  private record Key(long high, long low) {}

  record Candidate(String uid, boolean approved, Instant changed, double confidence, Rank rank) {

    private static Candidate of(Unit unit) {
      return new Candidate(
          unit.id(),
          unit.provenance().status() == Unit.Status.APPROVED,
          unit.provenance().changed(),
          unit.provenance().confidence(),
          Rank.UNKNOWN);
    }

    private Candidate with(Rank found) {
      return new Candidate(uid, approved, changed, confidence, found);
    }
  }

  /**
   * @param row the id of the unit's row, lowest for the oldest unit
   * @param edited whether a user has changed one of its texts
   */
  private record Rank(long row, boolean edited) {
    static final Rank UNKNOWN = new Rank(0, false);
  }

  /**
   * Orders duplicates, with the unit to keep first. Human work counts most, so that none is lost;
   * then the oldest unit wins, which keeps its document whole.
   */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate unit) -> !unit.approved())
          .thenComparing(unit -> !unit.rank().edited())
          .thenComparing(
              unit -> unit.rank().edited() ? unit.changed() : Instant.MIN,
              Comparator.reverseOrder())
          .thenComparing(unit -> unit.rank().row());

  private static final int AT_ONCE = 500;

  private final Database database;
  private final UnitReader reader;
  private final Set<Ignored> ignored;
  private final Runnable looked;
  private final MessageDigest digest = Sha256.newDigest();

  DuplicateFinder(Database database, Set<Ignored> ignored, Runnable looked) {
    this.database = database;
    this.looked = looked;
    this.reader = new UnitReader(database);
    this.ignored = Set.copyOf(ignored);
  }

  /**
   * Returns groups of at least two units. Groups are in export order of their first units, and so
   * are the units of each group.
   *
   * @param each receives every unit read
   */
  Collection<List<Candidate>> find(UnitFilter filter, Consumer<Unit> each) throws SQLException {
    Set<Long> repeated = repeated(filter, each);
    Map<Key, List<Candidate>> groups = new LinkedHashMap<>();
    reader.forEach(
        filter,
        unit -> {
          looked.run();
          Key key = key(unit);
          if (repeated.contains(key.low())) {
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(Candidate.of(unit));
          }
        });
    groups.values().removeIf(group -> group.size() < 2);
    rank(groups.values());
    return groups.values();
  }

  private void rank(Collection<List<Candidate>> groups) throws SQLException {
    Map<String, Rank> ranks = new HashMap<>();
    List<String> uids = groups.stream().flatMap(List::stream).map(Candidate::uid).toList();
    for (int from = 0; from < uids.size(); from += AT_ONCE) {
      database.forEach(
          """
          SELECT u.uid, u.id, CASE WHEN %s THEN 1 ELSE 0 END
          FROM %s wanted CROSS JOIN unit u
          WHERE u.uid = wanted.value
          """
              .formatted(HistoryReader.EDITED, database.engine().numbers()),
          row ->
              ranks.put(UnitId.text(row.getLong(1)), new Rank(row.getLong(2), row.getInt(3) == 1)),
          UnitId.array(uids.subList(from, Math.min(uids.size(), from + AT_ONCE))));
    }
    for (List<Candidate> group : groups) {
      group.replaceAll(unit -> unit.with(ranks.getOrDefault(unit.uid(), Rank.UNKNOWN)));
    }
  }

  private Set<Long> repeated(UnitFilter filter, Consumer<Unit> each) throws SQLException {
    LongStream.Builder keys = LongStream.builder();
    reader.forEach(
        filter,
        unit -> {
          looked.run();
          each.accept(unit);
          keys.add(key(unit).low());
        });
    long[] sorted = keys.build().sorted().toArray();
    Set<Long> repeated = new HashSet<>();
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        repeated.add(sorted[i]);
      }
    }
    return repeated;
  }

  private Key key(Unit unit) {
    add(unit.sourceLang().tag());
    add(unit.targetLang().tag());
    add(fold(unit.source()));
    add(fold(unit.target()));
    add(CodesColumn.write(unit.codes()));
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest());
    return new Key(bytes.getLong(), bytes.getLong());
  }

  private void add(String field) {
    byte[] bytes = field.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private String fold(String text) {
    String folded = TextKey.of(text);
    if (ignored.contains(Ignored.CASE)) {
      folded = folded.toLowerCase(Locale.ROOT);
    }
    if (ignored.contains(Ignored.PUNCTUATION)) {
      StringBuilder letters = new StringBuilder();
      folded.codePoints().map(DuplicateFinder::spaceForMark).forEach(letters::appendCodePoint);
      folded = TextKey.of(letters.toString());
    }
    return folded;
  }

  private static int spaceForMark(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          ' ';
      default -> c;
    };
  }
}
