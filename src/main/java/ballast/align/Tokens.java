package ballast.align;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens of one side as numbers: which of them can be learnt, where they stand, how common they
 * are. Immutable.
 *
 * <p>A token is <em>known</em> when something can be learnt of it: it stands in two sentences or
 * more, but not in most, or the other side has it too. The others are counted and skipped.
 */
final class Tokens {

  private final Map<String, Integer> ids;
  private final int[] flat;
  private final int[] start;
  private final int[] size;
  private final double[] probability;
  private final int[] placeStart;
  private final int[] places;

  private Tokens(
      Map<String, Integer> ids, int[] flat, int[] start, int[] size, double[] probability) {
    this.ids = ids;
    this.flat = flat;
    this.start = start;
    this.size = size;
    this.probability = probability;
    this.placeStart = new int[probability.length + 1];
    this.places = new int[flat.length];
    for (int id : flat) {
      placeStart[id + 1]++;
    }
    for (int id = 0; id < probability.length; id++) {
      placeStart[id + 1] += placeStart[id];
    }
    int[] next = Arrays.copyOf(placeStart, probability.length);
    for (int i = 0; i < size.length; i++) {
      for (int p = start[i]; p < start[i + 1]; p++) {
        places[next[flat[p]]++] = i;
      }
    }
  }

  /** The tokens of {@code sentences}, given in how many sentences of the other side each stands. */
  static Tokens of(List<Sentence> sentences, Map<String, Integer> other) {
    Map<String, Integer> counts = count(sentences);
    // Words in most sentences say nothing about which sentence this is.
    int most = Math.max(3, sentences.size() / 3);
    Map<String, Integer> ids = new HashMap<>();
    int[] start = new int[sentences.size() + 1];
    int[] size = new int[sentences.size()];
    int[] flat = new int[sentences.stream().mapToInt(s -> s.tokens().size()).sum()];
    int end = 0;
    for (int i = 0; i < size.length; i++) {
      List<String> tokens = sentences.get(i).tokens();
      size[i] = tokens.size();
      for (String token : tokens) {
        int count = counts.getOrDefault(token, 0);
        if (other.containsKey(token) || (count >= 2 && count <= most)) {
          flat[end++] = ids.computeIfAbsent(token, key -> ids.size());
        }
      }
      start[i + 1] = end;
    }
    double total = Math.max(1, flat.length);
    double[] probability = new double[ids.size()];
    ids.forEach((token, id) -> probability[id] = (counts.getOrDefault(token, 0) + 0.3) / total);
    return new Tokens(ids, Arrays.copyOf(flat, end), start, size, probability);
  }

  /** In how many sentences each token stands. */
  static Map<String, Integer> count(List<Sentence> sentences) {
    Map<String, Integer> counts = new HashMap<>();
    for (Sentence sentence : sentences) {
      for (String token : sentence.tokens()) {
        counts.merge(token, 1, Integer::sum);
      }
    }
    return counts;
  }

  int sentences() {
    return size.length;
  }

  /** How many known tokens there are. */
  int types() {
    return probability.length;
  }

  /** The known token at a position of the text of known tokens. */
  int at(int position) {
    return flat[position];
  }

  /** Where the known tokens of a sentence begin; for the last sentence plus one, where all end. */
  int start(int sentence) {
    return start[sentence];
  }

  /** How many tokens a sentence has, known or not. */
  int size(int sentence) {
    return size[sentence];
  }

  /** The first entry of a token's list of sentences that is {@code sentence} or later. */
  int placeFrom(int id, int sentence) {
    int at = Arrays.binarySearch(places, placeStart[id], placeStart[id + 1], sentence);
    return at < 0 ? -at - 1 : at;
  }

  /** One past the last entry of a token's list of sentences. */
  int placeEnd(int id) {
    return placeStart[id + 1];
  }

  /** The sentence of an entry. */
  int place(int entry) {
    return places[entry];
  }

  /** The share of a token among all tokens of this side; above 0. */
  double probability(int id) {
    return probability[id];
  }

  /** For each known token the number of the same token in {@code other}; -1 when it has none. */
  int[] twins(Tokens other) {
    int[] twins = new int[types()];
    ids.forEach((token, id) -> twins[id] = other.ids.getOrDefault(token, -1));
    return twins;
  }
}
