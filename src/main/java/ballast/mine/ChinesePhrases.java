package ballast.mine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recurring Chinese phrases, ranked by C-value (Frantzi, Ananiadou and Mima 2000), by the variety
 * of their neighbours (boundary entropy) and by the rarity of their words in general texts. A
 * longer phrase is counted only if both of its parts that are one word shorter are frequent.
 */
final class ChinesePhrases {

  private static final int MAX_WORDS = 6;
  private static final int MAX_CHARACTERS = 14;

  /** Entropy in bits from which an edge counts as completely free. */
  private static final double FREE = 1.0;

  private final MiningTexts texts;
  private final int minCount;

  static final class Phrase {
    final List<Integer> words;
    int count;
    int longer;
    int inLonger;
    final Map<Integer, Integer> left = new HashMap<>();
    final Map<Integer, Integer> right = new HashMap<>();
    final List<Integer> pairs = new ArrayList<>();
    double score;

    Phrase(List<Integer> words) {
      this.words = words;
    }
  }

  ChinesePhrases(MiningTexts texts, int minCount) {
    this.texts = texts;
    this.minCount = minCount;
  }

  List<Phrase> best(int limit) {
    Map<List<Integer>, Phrase> all = new HashMap<>();
    Map<List<Integer>, Phrase> shorter = Map.of();
    for (int length = 1; length <= MAX_WORDS; length++) {
      Map<List<Integer>, Phrase> here = count(length, shorter);
      for (Phrase phrase : here.values()) {
        if (length > 1) {
          nest(shorter, phrase.words.subList(0, length - 1), phrase);
          nest(shorter, phrase.words.subList(1, length), phrase);
        }
      }
      all.putAll(here);
      shorter = here;
    }
    all.values().removeIf(phrase -> !isLongEnough(phrase));
    all.values().forEach(phrase -> phrase.score = value(phrase));
    List<Phrase> found = new ArrayList<>(all.values());
    found.sort(
        (one, other) -> {
          int byScore = Double.compare(other.score, one.score);
          return byScore != 0 ? byScore : text(one).compareTo(text(other));
        });
    List<Phrase> best = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
    locate(best);
    best.removeIf(phrase -> phrase.score <= 0); // it occurs only inside longer phrases
    best.forEach(phrase -> phrase.score *= freedom(phrase));
    return best;
  }

  /** The commonest spelling of a phrase in its pairs. */
  String written(Phrase phrase) {
    WrittenForms forms = new WrittenForms();
    int length = phrase.words.size();
    for (int pair : phrase.pairs) {
      MiningTexts.Pair one = texts.pair(pair);
      for (int at = 0; at + length <= one.zh.length; at++) {
        if (one.zh[at] == phrase.words.get(0) && phrase.words.equals(words(one.zh, at, length))) {
          forms.add(text(words(one.written, at, length)));
        }
      }
    }
    return forms.commonest().orElseGet(() -> text(phrase));
  }

  String text(Phrase phrase) {
    return text(phrase.words);
  }

  private String text(List<Integer> words) {
    StringBuilder text = new StringBuilder();
    words.forEach(word -> text.append(texts.word(word)));
    return text.toString();
  }

  private boolean isLongEnough(Phrase phrase) {
    int length = text(phrase).length();
    return length >= 2 && length <= MAX_CHARACTERS;
  }

  private static void nest(Map<List<Integer>, Phrase> shorter, List<Integer> words, Phrase longer) {
    Phrase part = shorter.get(words);
    if (part != null) {
      part.longer++;
      part.inLonger += longer.count;
    }
  }

  private Map<List<Integer>, Phrase> count(int length, Map<List<Integer>, Phrase> shorter) {
    Map<List<Integer>, Phrase> counts = new HashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      int[] zh = texts.pair(i).zh;
      for (int at = 0; at + length <= zh.length; at++) {
        List<Integer> words = words(zh, at, length);
        if (!words.contains(MiningTexts.BREAK)
            && (length == 1
                || (shorter.containsKey(words.subList(0, length - 1))
                    && shorter.containsKey(words.subList(1, length))))) {
          counts.computeIfAbsent(words, Phrase::new).count++;
        }
      }
    }
    counts.values().removeIf(phrase -> phrase.count < minCount);
    return counts;
  }

  private static List<Integer> words(int[] zh, int at, int length) {
    List<Integer> words = new ArrayList<>(length);
    for (int i = at; i < at + length; i++) {
      words.add(zh[i]);
    }
    return words;
  }

  private double value(Phrase phrase) {
    double alone =
        phrase.count - (phrase.longer == 0 ? 0 : (double) phrase.inLonger / phrase.longer);
    double rarity = 0;
    for (int word : phrase.words) {
      rarity -= Math.log10(texts.share(word));
    }
    rarity /= phrase.words.size();
    double length = Math.log(1 + text(phrase).length()) / Math.log(2);
    return length * Math.log(1 + Math.max(0, alone)) * Math.pow(Math.max(0.1, rarity - 2), 1.5);
  }

  private void locate(List<Phrase> phrases) {
    Map<List<Integer>, Phrase> byWords = new HashMap<>();
    phrases.forEach(phrase -> byWords.put(phrase.words, phrase));
    for (int i = 0; i < texts.size(); i++) {
      int[] zh = texts.pair(i).zh;
      for (int at = 0; at < zh.length; at++) {
        for (int length = 1; length <= MAX_WORDS && at + length <= zh.length; length++) {
          Phrase phrase = zh[at + length - 1] < 0 ? null : byWords.get(words(zh, at, length));
          if (phrase != null) {
            see(
                phrase,
                i,
                at == 0 ? -1 : zh[at - 1],
                at + length < zh.length ? zh[at + length] : -1);
          }
        }
      }
    }
  }

  private static void see(Phrase phrase, int pair, int before, int after) {
    phrase.left.merge(before, 1, Integer::sum);
    phrase.right.merge(after, 1, Integer::sum);
    if (phrase.pairs.isEmpty() || phrase.pairs.get(phrase.pairs.size() - 1) != pair) {
      phrase.pairs.add(pair);
    }
  }

  /** In [0.2, 1]. Each mark or function word next to a phrase counts as a new neighbour. */
  private static double freedom(Phrase phrase) {
    double free = Math.min(entropy(phrase.left), entropy(phrase.right));
    return 0.2 + 0.8 * Math.min(1, free / FREE);
  }

  private static double entropy(Map<Integer, Integer> neighbours) {
    int all = neighbours.values().stream().mapToInt(Integer::intValue).sum();
    double entropy = 0;
    for (Map.Entry<Integer, Integer> one : neighbours.entrySet()) {
      double share = (double) one.getValue() / all;
      double single = one.getKey() < 0 ? 1.0 / all : share;
      entropy -= share * Math.log(single) / Math.log(2);
    }
    return entropy;
  }

  /** The spellings of one phrase, counted in simplified characters but shown as written. */
  static final class WrittenForms {

    private final Map<String, Integer> counts = new HashMap<>(2);

    void add(String form) {
      counts.merge(form, 1, Integer::sum);
    }

    /** The commonest form; of equally common ones, the first by code. */
    Optional<String> commonest() {
      return counts.entrySet().stream()
          .min(
              Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .map(Map.Entry::getKey);
    }
  }
}
