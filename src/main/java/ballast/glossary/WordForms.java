package ballast.glossary;

import ballast.language.Inflection;
import ballast.language.NumberWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An English word in the forms that are compared.
 *
 * @param word letters and digits, lower case, no accents
 * @param words the words that it can be an inflected form of, itself first; for a number word also
 *     its digits
 * @param families the keys that it shares with its derivations: "socialism" and "socialist",
 *     "independence" and "independently", "emancipate" and "emancipation" share one; empty if it
 *     has no such ending
 */
record WordForms(String word, List<String> words, List<String> families) {

  /**
   * Endings that change the part of speech but not the meaning, each with the ending that
   * represents its group, longer endings first. Endings that change the meaning are left out:
   * productive and productivity, official and officially, product and production.
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

  /** In letters; words with shorter stems share them by chance. */
  private static final int MIN_STEM_LENGTH = 4;

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
      if (stem >= MIN_STEM_LENGTH && word.endsWith(ending[0])) {
        return word.substring(0, stem) + ending[1];
      }
    }
    return null;
  }

  /** Whether both can be forms of the same word. */
  boolean isFormOf(WordForms other) {
    return shareOne(words, other.words);
  }

  /** Whether both are forms of the same word or are derived from it. */
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
