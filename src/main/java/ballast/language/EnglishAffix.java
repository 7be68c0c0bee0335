package ballast.language;

import java.util.List;
import java.util.stream.Stream;

/**
 * Affixes that make an English word of another meaning. Such a word renders a term only where the
 * Chinese has the affix too: 可继承, "inheritable"; 产业化, "industrialization".
 */
public enum EnglishAffix {
  /** "-able": what can be done. */
  POSSIBLE("able ible ability ibility"),
  /** "-ize": to make something so. */
  MAKING("ize ization izer"),
  /** "-er": who or what does it. */
  DOING("er or"),
  /** "-ism": a state; a doctrine, too, so that it is no more than a hint. */
  STATE("ism"),
  /** "un-", "non-": the opposite. */
  OPPOSITE("un non in im il ir dis");

  /** In letters; what is left of a shorter word is a word by chance. */
  private static final int MIN_LETTERS = 4;

  /** Separated by blanks. */
  private final String affixes;

  EnglishAffix(String affixes) {
    this.affixes = affixes;
  }

  /**
   * Whether this affix makes a word of a base or of a word that is related to it.
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

  /** What a word may be without this affix; empty if it does not have it. */
  public List<String> bases(String word) {
    return Stream.of(affixes.split(" "))
        .flatMap(affix -> rests(word, affix))
        .filter(rest -> rest.length() >= MIN_LETTERS)
        .toList();
  }

  /** What a word may be without an affix. */
  private Stream<String> rests(String word, String affix) {
    if (this == OPPOSITE) {
      return word.startsWith(affix) ? Stream.of(word.substring(affix.length())) : Stream.empty();
    }
    if (!word.endsWith(affix)) {
      return Stream.empty();
    }
    String stem = word.substring(0, word.length() - affix.length());
    return Stream.of(stem, stem + "e", withoutDoubling(stem));
  }

  /** The stem of "debugger" without the second of two equal letters. */
  private static String withoutDoubling(String stem) {
    int last = stem.length() - 1;
    return last > 0 && stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
  }
}
