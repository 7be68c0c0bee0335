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
  private final WordNumbers words = new WordNumbers();

  RawPairs() {
    englishStarts.add(0);
  }

  void add(int source, String chinesePieces, List<String> englishKeys) {
    chinese.add(chinesePieces);
    sources.add(source);
    for (String key : englishKeys) {
      english.add(words.of(key));
    }
    englishStarts.add(english.size());
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
    return words.all;
  }

  /** Numbers words in order of appearance, from 0. */
  static final class WordNumbers {

    private final Map<String, Integer> numbers = new HashMap<>();
    final List<String> all = new ArrayList<>();

    int of(String word) {
      return numbers.computeIfAbsent(
          word,
          key -> {
            all.add(key);
            return all.size() - 1;
          });
    }
  }
}
