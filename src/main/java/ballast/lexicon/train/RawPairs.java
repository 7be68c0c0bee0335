package ballast.lexicon.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Pairs of texts in pieces, before the Chinese words are chosen, so runs of Han are not cut yet.
 * English keys are numbered in order of appearance.
 */
final class RawPairs {

  /** The Chinese pieces of each pair, separated by spaces. */
  private final List<String> chinese = new ArrayList<>();

  private final IntList english = new IntList();
  private final IntList englishStarts = new IntList();
  private final IntList sources = new IntList();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  RawPairs() {
    englishStarts.add(0);
  }

  void add(int source, String chinesePieces, List<String> englishKeys) {
    chinese.add(chinesePieces);
    sources.add(source);
    for (String key : englishKeys) {
      english.add(number(key));
    }
    englishStarts.add(english.size());
  }

  private int number(String key) {
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    numbers.put(key, words.size());
    words.add(key);
    return words.size() - 1;
  }

  int size() {
    return chinese.size();
  }

  int source(int pair) {
    return sources.get(pair);
  }

  String chinese(int pair) {
    return chinese.get(pair);
  }

  /** Returns the English keys of a pair as indexes of {@link #englishWords}. */
  int[] english(int pair) {
    int[] keys = new int[englishStarts.get(pair + 1) - englishStarts.get(pair)];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = english.get(englishStarts.get(pair) + i);
    }
    return keys;
  }

  List<String> englishWords() {
    return words;
  }
}
