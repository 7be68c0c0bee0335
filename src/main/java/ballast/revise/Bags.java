package ballast.revise;

import ballast.language.ChineseWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How alike sentences are: by the words they have in common, each with a weight that is smaller the
 * more sentences have it, and by the source sentences they have in common.
 */
final class Bags {

  /** What the source says of two sentences that both have one, against what their words say. */
  private static final double SOURCE_SHARE = 0.35;

  private static final float MARK = 0.1f;

  private final List<Sentence> before;
  private final List<Sentence> after;
  private final List<int[]> beforeCodes;
  private final List<int[]> afterCodes;
  private final float[] weights;

  Bags(List<Sentence> before, List<Sentence> after, ChineseWords words) {
    this.before = before;
    this.after = after;
    Map<String, Integer> numbers = new HashMap<>();
    Set<Integer> marks = new HashSet<>();
    TextFold fold = new TextFold(words);
    this.beforeCodes = codes(before, words, fold, numbers, marks);
    this.afterCodes = codes(after, words, fold, numbers, marks);
    this.weights = weights(numbers.size(), marks);
  }

  private static List<int[]> codes(
      List<Sentence> sentences,
      ChineseWords words,
      TextFold fold,
      Map<String, Integer> numbers,
      Set<Integer> marks) {
    List<int[]> all = new ArrayList<>();
    for (Sentence sentence : sentences) {
      List<Token> tokens = Tokens.of(sentence.text(), words).list();
      int[] codes = new int[tokens.size()];
      for (int i = 0; i < codes.length; i++) {
        String key = fold.fold(tokens.get(i).text());
        codes[i] = numbers.computeIfAbsent(key, k -> numbers.size());
        if (tokens.get(i).kind() == Token.Kind.MARK) {
          marks.add(codes[i]);
        }
      }
      Arrays.sort(codes);
      all.add(codes);
    }
    return all;
  }

  private float[] weights(int size, Set<Integer> marks) {
    int[] sentences = new int[size];
    List<List<int[]>> both = List.of(beforeCodes, afterCodes);
    for (List<int[]> side : both) {
      for (int[] codes : side) {
        Arrays.stream(codes).distinct().forEach(code -> sentences[code]++);
      }
    }
    double all = Math.max(4, beforeCodes.size() + afterCodes.size());
    float[] weights = new float[size];
    for (int code = 0; code < size; code++) {
      double rarity = Math.log(all / Math.max(2, sentences[code])) / Math.log(all / 2);
      weights[code] = marks.contains(code) ? MARK : (float) Math.max(0.15, rarity);
    }
    return weights;
  }

  /** The codes of the words of old sentences {@code start} to {@code end}, rising. */
  int[] before(int start, int end) {
    return joined(beforeCodes, start, end);
  }

  /** As {@link #before(int, int)}, of new sentences. */
  int[] after(int start, int end) {
    return joined(afterCodes, start, end);
  }

  private static int[] joined(List<int[]> codes, int start, int end) {
    if (end - start == 1) {
      return codes.get(start);
    }
    return codes.subList(start, end).stream().flatMapToInt(Arrays::stream).sorted().toArray();
  }

  double weight(int[] codes) {
    double sum = 0;
    for (int code : codes) {
      sum += weights[code];
    }
    return sum;
  }

  /** The weight of what two rising lists have in common. */
  double overlap(int[] a, int[] b) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) {
        sum += weights[a[i]];
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  /** How alike old and new sentences are, in [0, 1]. */
  double similarity(int aStart, int aEnd, int bStart, int bEnd) {
    int[] a = before(aStart, aEnd);
    int[] b = after(bStart, bEnd);
    double words = words(a, b);
    Set<Integer> left = sources(before, aStart, aEnd);
    Set<Integer> right = sources(after, bStart, bEnd);
    if (left.isEmpty() || right.isEmpty()) {
      return words;
    }
    Set<Integer> all = new HashSet<>(left);
    all.addAll(right);
    double common = left.size() + right.size() - (double) all.size();
    return (1 - SOURCE_SHARE) * words + SOURCE_SHARE * common / all.size();
  }

  private double words(int[] a, int[] b) {
    double weight = weight(a) + weight(b);
    return weight == 0 ? 1 : 2 * overlap(a, b) / weight;
  }

  /** How alike two sentences are that may stand elsewhere, where an alignment is less sure. */
  double likeness(int old, int revised) {
    double words = words(before(old, old + 1), after(revised, revised + 1));
    return Math.max(words, similarity(old, old + 1, revised, revised + 1));
  }

  private static Set<Integer> sources(List<Sentence> sentences, int start, int end) {
    if (end - start == 1) {
      return sentences.get(start).sources();
    }
    Set<Integer> sources = new HashSet<>();
    sentences.subList(start, end).forEach(sentence -> sources.addAll(sentence.sources()));
    return sources;
  }
}
