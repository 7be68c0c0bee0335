package ballast.align;

import ballast.language.PinyinSpellings;
import ballast.lexicon.Lexicon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Chinese names that the other text spells in pinyin, such as 扬州 and Yangzhou. They have one to
 * three Han characters, and their joined readings are a word that the English text always
 * capitalises.
 */
final class PinyinNames {

  static final String PREFIX = "~";

  private static final int MAX_HAN = 3;
  private static final int MIN_LETTERS = 3;

  private final Lexicon lexicon;

  /** For each name in lower case, the number of right sentences that contain it. */
  private final Map<String, Integer> names;

  private final PinyinSpellings spellings;

  private PinyinNames(Lexicon lexicon, Map<String, Integer> names) {
    this.lexicon = lexicon;
    this.names = names;
    this.spellings = new PinyinSpellings(names.keySet());
  }

  /** For each sentence, the cognates of its names, which join its other cognates. */
  record Found(List<Set<String>> left, List<Set<String>> right) {}

  static Found between(TextSide left, TextSide right, Lexicon lexicon) {
    PinyinNames names = new PinyinNames(lexicon, candidates(right));
    List<Set<String>> inLeft = names.inLeft(left);
    Set<String> all = new HashSet<>();
    inLeft.forEach(all::addAll);
    List<Set<String>> inRight = new ArrayList<>();
    for (Sentence sentence : right.sentences()) {
      Set<String> here = new LinkedHashSet<>();
      for (String word : sentence.latin().keySet()) {
        if (all.contains(cognate(word))) {
          here.add(cognate(word));
        }
      }
      inRight.add(here);
    }
    return new Found(inLeft, inRight);
  }

  private static String cognate(String name) {
    return PREFIX + name;
  }

  /** Words that always have a capital, with the number of sentences that contain each. */
  private static Map<String, Integer> candidates(TextSide right) {
    Map<String, Integer> names = new HashMap<>();
    Set<String> ordinary = new HashSet<>();
    for (Sentence sentence : right.sentences()) {
      sentence
          .latin()
          .forEach(
              (word, written) -> {
                boolean capital = Character.isUpperCase(written.codePointAt(0));
                if (!capital) {
                  ordinary.add(word);
                } else if (word.length() >= MIN_LETTERS) {
                  names.merge(word, 1, Integer::sum);
                }
              });
    }
    names.keySet().removeAll(ordinary);
    return names;
  }

  private List<Set<String>> inLeft(TextSide left) {
    List<Map<String, Set<String>>> spelt = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < left.size(); i++) {
      Map<String, Set<String>> here = names.isEmpty() ? Map.of() : read(left.text(i));
      here.keySet().forEach(han -> counts.merge(han, 1, Integer::sum));
      spelt.add(here);
    }
    List<Set<String>> found = new ArrayList<>();
    for (Map<String, Set<String>> here : spelt) {
      Set<String> cognates = new LinkedHashSet<>();
      here.forEach(
          (han, words) -> {
            for (String word : words) {
              // A common character with a name's reading is not the name.
              boolean one = han.codePointCount(0, han.length()) == 1;
              if (!one || counts.getOrDefault(han, 0) <= 3 * names.getOrDefault(word, 0) + 2) {
                cognates.add(cognate(word));
              }
            }
          });
      found.add(cognates);
    }
    return found;
  }

  /** For each run of Han characters with the reading of a name, the names it can be. */
  private Map<String, Set<String>> read(String text) {
    Map<String, Set<String>> found = new HashMap<>();
    for (int start = 0; start < text.length(); start++) {
      List<String> readings = List.of("");
      int end = start;
      for (int n = 0; n < MAX_HAN && end < text.length() && !readings.isEmpty(); n++) {
        int c = text.codePointAt(end);
        end += Character.charCount(c);
        readings = spellings.extend(readings, lexicon.readings(c));
        String han = text.substring(start, end);
        for (String reading : readings) {
          if (names.containsKey(reading)) {
            found.computeIfAbsent(han, key -> new LinkedHashSet<>()).add(reading);
          }
        }
      }
    }
    return found;
  }
}
