package ballast.workflow.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Suggests the name that a misspelt name stands for. */
final class Spelling {

  /** Limits the hint, because a glossary may have any number of domains. */
  private static final int MAX_NAMED = 30;

  private Spelling() {}

  /** A hint that names the nearest of {@code names}, or all of them when none is near. */
  static String hint(String written, Collection<String> names) {
    return nearest(written, names)
        .map(name -> "did you mean \"" + name + "\"?")
        .orElseGet(() -> all(names));
  }

  private static String all(Collection<String> names) {
    String more = names.size() > MAX_NAMED ? " ..." : "";
    return names.stream().limit(MAX_NAMED).collect(Collectors.joining(", ", "one of ", more));
  }

  /** The nearest name, if at most a third of its letters differ. */
  static Optional<String> nearest(String written, Collection<String> names) {
    String lower = written.toLowerCase(Locale.ROOT);
    return names.stream()
        .filter(name -> Math.abs(name.length() - lower.length()) <= name.length() / 3)
        .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= (name.length() + 1) / 3)
        .min(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))));
  }

  /** Insertions, deletions and substitutions (Levenshtein 1966). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int k = 0; k < row.length; k++) {
      row[k] = k;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int k = 1; k < row.length; k++) {
        int same = diagonal + (one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1);
        diagonal = row[k];
        row[k] = Math.min(same, 1 + Math.min(row[k], row[k - 1]));
      }
    }
    return row[other.length()];
  }
}
