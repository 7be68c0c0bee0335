package ballast.memory.store;

import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.language.TextAmount;
import ballast.memory.Inconsistency;
import ballast.memory.Memory;
import ballast.memory.Statistics.StatusCounts;
import ballast.memory.Statistics.UnitStatistics;
import ballast.memory.TextKey;
import ballast.memory.UnitFilter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Counts the units of a memory and finds inconsistent translations. */
public final class UnitStatisticsReader {

  private record Key(String languages, String text) {}

  private final Database database;

  public UnitStatisticsReader(Database database) {
    this.database = database;
  }

  /** See {@link Memory#unitStatistics}. */
  public UnitStatistics count(UnitFilter filter) throws SQLException {
    Map<Unit.Status, Long> byStatus = new EnumMap<>(Unit.Status.class);
    TextAmount[] amounts = {TextAmount.NONE, TextAmount.NONE};
    KeyPairs pairs = new KeyPairs();
    new UnitReader(database)
        .forEach(
            filter,
            unit -> {
              byStatus.merge(unit.provenance().status(), 1L, Long::sum);
              amounts[0] = amounts[0].plus(TextAmount.of(unit.source()));
              amounts[1] = amounts[1].plus(TextAmount.of(unit.target()));
              if (unit.provenance().status() != Unit.Status.REJECTED) {
                long languages = languages(unit).hashCode();
                pairs.add(
                    TextKey.hash(unit.source()) + languages,
                    TextKey.hash(unit.target()) + languages);
              }
            });
    return new UnitStatistics(
        new StatusCounts(byStatus),
        amounts[0],
        amounts[1],
        pairs.repeatedFirsts(),
        pairs.firstsWithSeveralSeconds(),
        pairs.secondsWithSeveralFirsts());
  }

  public void forEachInconsistency(UnitFilter filter, Side side, Consumer<Inconsistency> action)
      throws SQLException {
    UnitFilter offered =
        filter.statuses().isEmpty() ? filter.withStatuses(UnitFilter.OFFERED.statuses()) : filter;
    inconsistencies(offered, side).forEach(action);
  }

  private List<Inconsistency> inconsistencies(UnitFilter filter, Side side) throws SQLException {
    UnitReader reader = new UnitReader(database);
    KeyPairs pairs = new KeyPairs();
    reader.forEach(filter, unit -> pairs.add(hash(unit, side), hash(unit, side.other())));
    Set<Long> several = new HashSet<>(pairs.listFirstsWithSeveralSeconds());
    Map<Key, Map<Key, List<Unit>>> groups = new LinkedHashMap<>();
    reader.forEach(
        filter,
        unit -> {
          if (several.contains(hash(unit, side))) {
            groups
                .computeIfAbsent(key(unit, side), k -> new LinkedHashMap<>())
                .computeIfAbsent(key(unit, side.other()), k -> new ArrayList<>())
                .add(unit);
          }
        });
    return groups.values().stream()
        .filter(counterparts -> counterparts.size() > 1)
        .map(
            counterparts ->
                new Inconsistency(
                    side, counterparts.values().stream().flatMap(List::stream).toList()))
        .toList();
  }

  private static long hash(Unit unit, Side side) {
    return TextKey.hash(unit.text(side)) + languages(unit).hashCode();
  }

  private static Key key(Unit unit, Side side) {
    return new Key(languages(unit), TextKey.of(unit.text(side)));
  }

  private static String languages(Unit unit) {
    return unit.sourceLang() + " " + unit.targetLang();
  }

  /** Counts repetitions and contradictions among pairs of 64-bit keys, at 16 bytes a pair. */
  static final class KeyPairs {

    private long[] firsts = new long[1024];
    private long[] seconds = new long[1024];
    private int size;

    void add(long first, long second) {
      if (size == firsts.length) {
        firsts = Arrays.copyOf(firsts, 2 * size);
        seconds = Arrays.copyOf(seconds, 2 * size);
      }
      firsts[size] = first;
      seconds[size] = second;
      size++;
    }

    /** Counts the pairs with the first key of an earlier pair. */
    long repeatedFirsts() {
      return size - Arrays.stream(firsts, 0, size).distinct().count();
    }

    long firstsWithSeveralSeconds() {
      return several(firsts, seconds).size();
    }

    long secondsWithSeveralFirsts() {
      return several(seconds, firsts).size();
    }

    List<Long> listFirstsWithSeveralSeconds() {
      return several(firsts, seconds);
    }

    private List<Long> several(long[] keys, long[] counterparts) {
      int[] order =
          IntStream.range(0, size)
              .boxed()
              .sorted((a, b) -> Long.compare(keys[a], keys[b]))
              .mapToInt(Integer::intValue)
              .toArray();
      List<Long> several = new ArrayList<>();
      for (int start = 0; start < size; ) {
        int end = start;
        boolean differs = false;
        while (end < size && keys[order[end]] == keys[order[start]]) {
          differs |= counterparts[order[end]] != counterparts[order[start]];
          end++;
        }
        if (differs) {
          several.add(keys[order[start]]);
        }
        start = end;
      }
      return several;
    }
  }
}
