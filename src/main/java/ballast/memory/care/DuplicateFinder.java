package ballast.memory.care;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.bitext.Sha256;
import ballast.bitext.Status;
import ballast.bitext.Unit;
import ballast.memory.Duplicates.Ignored;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import ballast.memory.store.CodesColumn;
import ballast.memory.store.Database;
import ballast.memory.store.UnitReader;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds units with the same source and the same translation.
 *
 * <p>The memory is read twice: first to find repeated keys, at eight bytes a unit, then to read the
 * units that have them, so that units without duplicates cost next to nothing.
 */
final class DuplicateFinder {

  /** 128 bits of a SHA-256 over languages, inline codes and folded texts. */
  private record Key(long high, long low) {}

  /** A unit that has the same key as another one. */
  record Candidate(String uid, boolean approved, Instant changed, double confidence) {

    private static Candidate of(Unit unit) {
      return new Candidate(
          unit.id(),
          unit.provenance().status() == Status.APPROVED,
          unit.provenance().changed(),
          unit.provenance().confidence());
    }
  }

  /** Orders duplicates: the unit to keep comes first. */
  static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparing((Candidate unit) -> !unit.approved())
          .thenComparing(Candidate::changed, Comparator.reverseOrder())
          .thenComparing(Candidate::uid);

  private final UnitReader reader;
  private final Set<Ignored> ignored;
  private final Runnable looked;
  private final MessageDigest digest = Sha256.newDigest();

  /**
   * @param looked called each time that a unit is looked at
   */
  DuplicateFinder(Database database, Set<Ignored> ignored, Runnable looked) {
    this.looked = looked;
    this.reader = new UnitReader(database);
    this.ignored = Set.copyOf(ignored);
  }

  /**
   * Groups of at least two, in export order of their first units; the units of each group are in
   * export order too.
   *
   * @param each gets every unit that was looked at
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
    return groups.values();
  }

  private Set<Long> repeated(UnitFilter filter, Consumer<Unit> each) throws SQLException {
    LongList keys = new LongList();
    reader.forEach(
        filter,
        unit -> {
          looked.run();
          each.accept(unit);
          keys.add(key(unit).low());
        });
    long[] sorted = keys.sorted();
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

  /** A growing array of numbers. */
  private static final class LongList {
    private long[] values = new long[1024];
    private int size;

    private void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    private long[] sorted() {
      long[] sorted = Arrays.copyOf(values, size);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
