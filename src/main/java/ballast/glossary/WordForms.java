package ballast.glossary;

import ballast.language.Inflection;
import ballast.language.NumberWord;
import ballast.language.WordFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An English word in the forms that are compared.
 *
 * @param word letters and digits, lower case, no accents
 * @param words the words that it can be an inflected form of, itself first; for a number word also
 *     its digits, for a word with the number of a footnote those without it
 * @param family the words to which it is related by derivation
 * @param keys the keys of the family
 */
record WordForms(String word, List<String> words, WordFamily family, List<String> keys) {

  /** A word with the number of a footnote, which a text from a page may have: territorial23. */
  private static final Pattern NOTED = Pattern.compile("^([a-z]{4,})[0-9]{1,2}$");

  static WordForms of(String word) {
    List<String> words = new ArrayList<>(Inflection.words(word));
    String digits = NumberWord.digits(word);
    if (digits != null) {
      words.add(digits);
    }
    String noted = NOTED.matcher(word).replaceFirst("$1");
    if (!noted.equals(word)) {
      words.addAll(Inflection.words(noted));
    }
    WordFamily family = WordFamily.of(words);
    return new WordForms(word, List.copyOf(words), family, List.copyOf(family.keys()));
  }

  /** Whether both can be forms of the same word. */
  boolean isFormOf(WordForms other) {
    for (int i = 0; i < words.size(); i++) {
      for (int k = 0; k < other.words.size(); k++) {
        if (words.get(i).equals(other.words.get(k))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether both are forms of the same word or are derived from it. */
  boolean isRelatedTo(WordForms other) {
    return isFormOf(other) || family.isRelatedTo(other.family);
  }

  /** The same, but not if they are only listed as related: China and Chinese. */
  boolean isMadeOfSame(WordForms other) {
    return isFormOf(other) || family.isMadeOfSame(other.family);
  }
}
