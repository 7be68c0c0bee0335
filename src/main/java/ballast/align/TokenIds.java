package ballast.align;

import ballast.bitext.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The tokens of one side as numbers: the words of each sentence, then its cognates. Immutable.
 *
 * <p>A <em>type</em> is a distinct word or cognate of this side; a <em>position</em> is the index
 * of a token among all tokens of this side.
 */
final class TokenIds {

  /** Half the share of a word that occurs once in twenty million. */
  static final double UNKNOWN_SHARE = 0.5 / 2e7;

  private final Map<String, Integer> ids;
  private final List<String> types;
  private final int words;
  private final int[] flat;
  private final int[] start;
  private final int[] cognateStart;
  private final int[] sentenceOf;
  private final double[] share;
  private final int[] placeStart;
  private final int[] places;

  /** For each position, the next one of the same type; the number of all tokens if none. */
  private final int[] following;

  private static final class Collector {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> types = new ArrayList<>();

    int id(String token) {
      Integer id = ids.get(token);
      if (id == null) {
        id = types.size();
        ids.put(token, id);
        types.add(token);
      }
      return id;
    }
  }

  /**
   * @param cognates for each sentence the cognates to add, distinct within a sentence
   * @param wordShare the share of a word in texts in general, above 0
   */
  TokenIds(
      List<Sentence> sentences, List<Set<String>> cognates, ToDoubleFunction<String> wordShare) {
    int size = 0;
    for (int i = 0; i < sentences.size(); i++) {
      size += sentences.get(i).words().size() + cognates.get(i).size();
    }
    this.flat = new int[size];
    this.start = new int[sentences.size() + 1];
    this.cognateStart = new int[sentences.size()];
    this.sentenceOf = new int[size];
    Collector collector = new Collector();
    sentences.forEach(sentence -> sentence.words().forEach(collector::id));
    this.words = collector.types.size();
    int end = 0;
    for (int i = 0; i < sentences.size(); i++) {
      for (String word : sentences.get(i).words()) {
        flat[end++] = collector.id(word);
      }
      cognateStart[i] = end;
      for (String cognate : cognates.get(i)) {
        flat[end++] = collector.id(cognate);
      }
      Arrays.fill(sentenceOf, start[i], end, i);
      start[i + 1] = end;
    }
    this.ids = collector.ids;
    this.types = List.copyOf(collector.types);
    this.placeStart = new int[types.size() + 1];
    this.places = new int[flat.length];
    this.following = new int[flat.length];
    index();
    this.share = new double[types.size()];
    for (int id = 0; id < share.length; id++) {
      share[id] =
          id < words
              ? wordShare.applyAsDouble(types.get(id))
              : (placeStart[id + 1] - placeStart[id] + 0.5) / Math.max(1, flat.length);
    }
  }

  private void index() {
    for (int id : flat) {
      placeStart[id + 1]++;
    }
    for (int id = 0; id + 1 < placeStart.length; id++) {
      placeStart[id + 1] += placeStart[id];
    }
    int[] next = Arrays.copyOf(placeStart, placeStart.length);
    for (int p = 0; p < flat.length; p++) {
      places[next[flat[p]]++] = p;
    }
    Arrays.fill(following, flat.length);
    for (int at = 0; at + 1 < places.length; at++) {
      if (flat[places[at]] == flat[places[at + 1]]) {
        following[places[at]] = places[at + 1];
      }
    }
  }

  /** For each sentence, its cognates that also occur on the other side. */
  static List<Set<String>> shared(List<Set<String>> cognates, List<Set<String>> otherCognates) {
    Set<String> known = new LinkedHashSet<>();
    otherCognates.forEach(known::addAll);
    List<Set<String>> shared = new ArrayList<>();
    for (Set<String> set : cognates) {
      Set<String> both = new LinkedHashSet<>(set);
      both.retainAll(known);
      shared.add(both);
    }
    return shared;
  }

  int sentences() {
    return cognateStart.length;
  }

  int size() {
    return flat.length;
  }

  int size(int sentence) {
    return start[sentence + 1] - start[sentence];
  }

  int types() {
    return types.size();
  }

  int[] types(int sentence) {
    int[] all = Arrays.copyOfRange(flat, start[sentence], start[sentence + 1]);
    Arrays.sort(all);
    int size = 0;
    for (int k = 0; k < all.length; k++) {
      if (k == 0 || all[k] != all[k - 1]) {
        all[size++] = all[k];
      }
    }
    return Arrays.copyOf(all, size);
  }

  /** Number of types that are words; they come first. */
  int wordTypes() {
    return words;
  }

  String type(int id) {
    return types.get(id);
  }

  int id(String type) {
    return ids.getOrDefault(type, -1);
  }

  int at(int position) {
    return flat[position];
  }

  /** The position of a sentence's first token; also defined one past the last sentence. */
  int start(int sentence) {
    return start[sentence];
  }

  int cognateStart(int sentence) {
    return cognateStart[sentence];
  }

  /** The distinct cognates with {@code prefix} in a range of sentences, in order, without it. */
  List<String> cognates(Range sentences, String prefix) {
    List<String> found = new ArrayList<>();
    for (int i = sentences.start(); i < sentences.end(); i++) {
      for (int p = cognateStart[i]; p < start[i + 1]; p++) {
        String cognate = types.get(flat[p]);
        if (cognate.startsWith(prefix) && !found.contains(cognate.substring(prefix.length()))) {
          found.add(cognate.substring(prefix.length()));
        }
      }
    }
    return found;
  }

  int sentenceOf(int position) {
    return sentenceOf[position];
  }

  int following(int position) {
    return following[position];
  }

  /** The first entry of a type's list of positions. */
  int placeStart(int id) {
    return placeStart[id];
  }

  int placeEnd(int id) {
    return placeStart[id + 1];
  }

  int place(int entry) {
    return places[entry];
  }

  int count(int id) {
    return placeStart[id + 1] - placeStart[id];
  }

  /** Whether a type is a word that is not in the lexicon. */
  boolean isUnknown(int id) {
    return id < words && share[id] <= UNKNOWN_SHARE;
  }

  /** The share of a type, above 0: of a word in texts in general, of a cognate on this side. */
  double share(int id) {
    return share[id];
  }

  /**
   * For each type, its first occurrence from a position on. Moving forward is cheap. Not
   * thread-safe.
   */
  static final class Upcoming {

    private final TokenIds tokens;
    private final int[] first;
    private int position;

    Upcoming(TokenIds tokens) {
      this.tokens = tokens;
      this.first = new int[tokens.types()];
      begin();
    }

    private void begin() {
      for (int type = 0; type < first.length; type++) {
        first[type] = tokens.place(tokens.placeStart(type));
      }
      position = 0;
    }

    /** Moves to a position; {@link #first} finds occurrences from there on. */
    void moveTo(int newPosition) {
      if (newPosition < position) {
        begin();
      }
      for (; position < newPosition; position++) {
        first[tokens.at(position)] = tokens.following(position);
      }
    }

    /** The first occurrence of a type; the number of all tokens if there is none. */
    int first(int type) {
      return first[type];
    }
  }
}
