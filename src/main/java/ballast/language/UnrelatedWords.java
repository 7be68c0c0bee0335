package ballast.language;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs of English words that look derived from each other but have different meanings for a
 * translator: contract and contraction, economic and economical. Listed in {@code unrelated.txt}.
 */
final class UnrelatedWords {

  private static final Set<String> PAIRS = read();

  private UnrelatedWords() {}

  private static Set<String> read() {
    Set<String> pairs = new HashSet<>();
    for (List<String> words : WordList.load("language/unrelated.txt").rows()) {
      words.subList(1, words.size()).forEach(other -> pairs.add(key(words.get(0), other)));
    }
    return Set.copyOf(pairs);
  }

  static boolean are(String one, String other) {
    return PAIRS.contains(key(one, other));
  }

  private static String key(String one, String other) {
    return one.compareTo(other) < 0 ? one + ' ' + other : other + ' ' + one;
  }
}
