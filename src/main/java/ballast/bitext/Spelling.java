package ballast.bitext;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Suggests the correct name for a misspelt one. */
public final class Spelling {

  /** Limits the hint, because a glossary may have any number of domains. */
  private static final int MAX_NAMED = 30;

  private Spelling() {}

  /** A hint with the nearest of {@code names}, or with all of them if none is near. */
  public static String hint(String written, Collection<String> names) {
    return nearest(written, names).stream()
        .findFirst()
        .map(name -> "did you mean \"" + name + "\"?")
        .orElseGet(() -> all(names));
  }

  private static String all(Collection<String> names) {
    String more = names.size() > MAX_NAMED ? " ..." : "";
    String first = names.size() == 1 ? "there is only " : "one of ";
    return names.stream().limit(MAX_NAMED).collect(Collectors.joining(", ", first, more));
  }

  /** The nearest names, each once; empty if more than a third of every name's letters differ. */
  public static List<String> nearest(String written, Collection<String> names) {
    String lower = written.toLowerCase(Locale.ROOT);
    List<String> nearest = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (String name : new LinkedHashSet<>(names)) {
      boolean mayBeNear = Math.abs(name.length() - lower.length()) <= name.length() / 3;
      int distance = mayBeNear ? distance(lower, name.toLowerCase(Locale.ROOT)) : least;
      if (mayBeNear && distance <= least && distance <= (name.length() + 1) / 3) {
        if (distance < least) {
          nearest.clear();
        }
        least = distance;
        nearest.add(name);
      }
    }
    return nearest;
  }

  /** Counts insertions, deletions, substitutions and transpositions of neighbours. */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = IntStream.rangeClosed(0, other.length()).toArray();
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int k = 1; k < row.length; k++) {
        boolean same = one.charAt(i - 1) == other.charAt(k - 1);
        row[k] = Math.min(last[k - 1] + (same ? 0 : 1), 1 + Math.min(last[k], row[k - 1]));
        if (i > 1
            && k > 1
            && one.charAt(i - 1) == other.charAt(k - 2)
            && one.charAt(i - 2) == other.charAt(k - 1)) {
          row[k] = Math.min(row[k], before[k - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[other.length()];
  }
}
