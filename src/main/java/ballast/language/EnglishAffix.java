package ballast.language;

import java.util.List;
import java.util.stream.Stream;

/**
 * Affixes that give an English word another meaning. Such a word translates a term only if the
 * Chinese has the affix, too: 可继承, "inheritable"; 产业化, "industrialization".
 */
public enum EnglishAffix {
  /** "-able": possible to do. */
  POSSIBLE("able ible ability ibility"),
  /** "-ize": to make something so. */
  MAKING("ize ization izer"),
  /** "-er": the doer. */
  DOING("er or"),
  /** "-ism": a state, but also a doctrine, and so no more than a hint. */
  STATE("ism"),
  /** "un-", "non-": the opposite. */
  OPPOSITE("un non in im il ir dis");

  /** Minimum letters of the rest; a shorter rest is a word by chance. */
  private static final int MIN_LETTERS = 4;

  private final String affixes;

  EnglishAffix(String affixes) {
    this.affixes = affixes;
  }

  /**
   * Returns whether this affix makes a word from a base or a related word.
   *
   * @param word in lower case, not inflected, in American spelling
   * @param base in lower case
   */
  public boolean makes(String word, String base) {
    if (UnrelatedWords.are(word, base)) {
      return false;
    }
    WordFamily family = WordFamily.of(Inflection.words(base));
    return Stream.of(affixes.split(" "))
        .flatMap(affix -> rests(word, affix))
        .filter(rest -> rest.length() >= MIN_LETTERS && !UnrelatedWords.are(word, rest))
        .anyMatch(
            rest -> rest.equals(base) || WordFamily.of(Inflection.words(rest)).isRelatedTo(family));
  }

  /** Returns the possible words without this affix; empty if the word does not have it. */
  public List<String> bases(String word) {
    return Stream.of(affixes.split(" "))
        .flatMap(affix -> rests(word, affix))
        .filter(rest -> rest.length() >= MIN_LETTERS)
        .toList();
  }

  private Stream<String> rests(String word, String affix) {
    if (this == OPPOSITE) {
      return word.startsWith(affix) ? Stream.of(word.substring(affix.length())) : Stream.empty();
    }
    if (!word.endsWith(affix)) {
      return Stream.empty();
    }
    String stem = word.substring(0, word.length() - affix.length());
    return Stream.of(stem, stem + "e", WordFamily.withoutDoubling(stem));
  }
}
