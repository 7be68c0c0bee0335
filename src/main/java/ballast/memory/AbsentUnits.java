package ballast.memory;

import ballast.bitext.CountedNoun;
import ballast.bitext.ShellWord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Deleted units of a document's latest revision, by reason. The empty name means no document.
 *
 * @param deleted units that a user deleted
 * @param merged duplicates of a unit that the memory still has, by that unit's document
 * @param orphaned duplicates of a unit that is gone or has other texts now, by that unit's document
 */
public record AbsentUnits(
    int deleted, SortedMap<String, Integer> merged, SortedMap<String, Integer> orphaned) {

  private static final int MAX_NAMED = 5;

  public static final AbsentUnits NONE = new AbsentUnits(0, new TreeMap<>(), new TreeMap<>());

  public AbsentUnits {
    merged = Collections.unmodifiableSortedMap(new TreeMap<>(merged));
    orphaned = Collections.unmodifiableSortedMap(new TreeMap<>(orphaned));
  }

  /** For example {@code 3 deleted, 48 merged by tm dedupe into the same units of letters}. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (deleted > 0) {
      parts.add(deleted + " deleted");
    }
    if (!merged.isEmpty()) {
      parts.add(sum(merged) + " merged by tm dedupe into the same units of " + named(merged));
    }
    if (!orphaned.isEmpty()) {
      parts.add(
          sum(orphaned)
              + " merged by tm dedupe into units of "
              + named(orphaned)
              + " that have been deleted or changed since");
    }
    return String.join(", ", parts);
  }

  public static String counted(SortedMap<String, Integer> documents) {
    return documents.size() > MAX_NAMED
        ? CountedNoun.of(sum(documents), "unit") + " of " + documents.size() + " documents"
        : documents.entrySet().stream()
            .map(one -> CountedNoun.of(one.getValue(), "unit") + " of " + name(one.getKey()))
            .collect(Collectors.joining(", "));
  }

  /** Returns the command that restores units of these documents. */
  public static String restoring(SortedMap<String, Integer> documents) {
    String names =
        documents.size() > MAX_NAMED
            ? " --document NAME"
            : documents.keySet().stream()
                .filter(name -> !name.isEmpty())
                .map(name -> " --document " + ShellWord.of(name))
                .collect(Collectors.joining());
    return "`ballast tm restore" + (names.isEmpty() ? " UNIT" : names) + "`";
  }

  private static String named(SortedMap<String, Integer> documents) {
    return documents.size() > MAX_NAMED
        ? documents.size() + " documents"
        : documents.keySet().stream().map(AbsentUnits::name).collect(Collectors.joining(", "));
  }

  private static String name(String document) {
    return document.isEmpty() ? "no document" : document;
  }

  public int count() {
    return deleted + sum(merged) + sum(orphaned);
  }

  private static int sum(SortedMap<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
