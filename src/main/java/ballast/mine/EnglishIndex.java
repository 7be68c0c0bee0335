package ballast.mine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the pairs that contain an English phrase. */
final class EnglishIndex {

  private final MiningTexts texts;
  private final Map<Integer, List<Integer>> pairsOf = new HashMap<>();

  EnglishIndex(MiningTexts texts) {
    this.texts = texts;
    for (int i = 0; i < texts.size(); i++) {
      for (int lemma : texts.pair(i).lemmas) {
        if (lemma >= 0) {
          List<Integer> pairs = pairsOf.computeIfAbsent(lemma, key -> new ArrayList<>());
          if (pairs.isEmpty() || pairs.get(pairs.size() - 1) != i) {
            pairs.add(i);
          }
        }
      }
    }
  }

  List<Integer> pairs(List<Integer> lemmas) {
    List<Integer> fewest = pairsOf.getOrDefault(lemmas.get(0), List.of());
    for (int lemma : lemmas) {
      List<Integer> pairs = pairsOf.getOrDefault(lemma, List.of());
      fewest = pairs.size() < fewest.size() ? pairs : fewest;
    }
    return lemmas.size() == 1
        ? fewest
        : fewest.stream().filter(pair -> contains(lemmas, pair)).toList();
  }

  boolean contains(List<Integer> lemmas, int pair) {
    int[] text = texts.pair(pair).lemmas;
    for (int at = 0; at + lemmas.size() <= text.length; at++) {
      int same = 0;
      while (same < lemmas.size() && text[at + same] == lemmas.get(same)) {
        same++;
      }
      if (same == lemmas.size()) {
        return true;
      }
    }
    return false;
  }
}
