package ballast.glossary;

import ballast.language.Inflection;
import ballast.language.NumberWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An English word as words are compared.
 *
 * @param word letters and digits, lower case, no accents
 * @param words those that it can be an inflected form of, itself first; a number written out also
 *     as digits
 * @param families what its derivations share: "socialism" and "socialist", "independence" and
 *     "independently", "emancipate" and "emancipation"; empty when it has no such ending
 */
record WordForms(String word, List<String> words, List<String> families) {

  /**
   * Endings that turn a word into another part of speech and leave the idea as it is; of each group
   * one stands for all. Longer ones first. Endings that change the idea are not here: productive
   * and productivity, official and officially, product and production.
   */
  private static final String[][] ENDINGS = {
    {"izations", "ize"},
    {"ization", "ize"},
    {"ations", "ate"},
    {"ation", "ate"},
    {"ently", "ent"},
    {"ences", "ent"},
    {"ence", "ent"},
    {"ency", "ent"},
    {"antly", "ant"},
    {"ance", "ant"},
    {"isms", "ism"},
    {"ists", "ism"},
    {"ist", "ism"},
    {"ism", "ism"},
    {"ize", "ize"},
    {"ate", "ate"},
    {"ent", "ent"},
    {"ant", "ant"},
  };

  /** What remains of a word before such an ending; shorter ones share it by chance. */
  private static final int SHORTEST_STEM = 4;

  static WordForms of(String word) {
    List<String> words = new ArrayList<>(Inflection.words(word));
    String digits = NumberWord.digits(word);
    if (digits != null) {
      words.add(digits);
    }
    List<String> families = new ArrayList<>();
    for (String each : words) {
      String family = family(each);
      if (family != null && !families.contains(family)) {
        families.add(family);
      }
    }
    return new WordForms(word, List.copyOf(words), List.copyOf(families));
  }

  private static @Nullable String family(String word) {
    for (String[] ending : ENDINGS) {
      int stem = word.length() - ending[0].length();
      if (stem >= SHORTEST_STEM && word.endsWith(ending[0])) {
        return word.substring(0, stem) + ending[1];
      }
    }
    return null;
  }

  /** Whether both can be forms of one word. */
  boolean isFormOf(WordForms other) {
    return shareOne(words, other.words);
  }

  /** Whether both are derived from one word, or are forms of it. */
  boolean isRelatedTo(WordForms other) {
    return isFormOf(other) || shareOne(families, other.families);
  }

  private static boolean shareOne(List<String> ours, List<String> theirs) {
    for (int i = 0; i < ours.size(); i++) {
      for (int k = 0; k < theirs.size(); k++) {
        if (ours.get(i).equals(theirs.get(k))) {
          return true;
        }
      }
    }
    return false;
  }
}
