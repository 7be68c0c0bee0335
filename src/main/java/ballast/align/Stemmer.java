package ballast.align;

/**
 * Takes the commonest English endings off a word, so that "agreed", "agrees" and "agreeing" count
 * together. The result is a key, not a word.
 */
final class Stemmer {

  private Stemmer() {}

  /** The key of a lower-case word; words of up to three letters are their own. */
  static String stem(String word) {
    int length = word.length();
    if (length <= 3) {
      return word;
    }
    if (word.endsWith("ies") || word.endsWith("ied")) {
      return word.substring(0, length - 3) + "y";
    }
    if (word.endsWith("ing") && length > 5) {
      return undoubled(word.substring(0, length - 3));
    }
    if (word.endsWith("ed") && length > 4) {
      return undoubled(word.substring(0, length - 2));
    }
    if (word.endsWith("sses") || word.endsWith("shes") || word.endsWith("ches")) {
      return word.substring(0, length - 2);
    }
    if (word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")) {
      return unvoiced(word.substring(0, length - 1));
    }
    return unvoiced(word);
  }

  /** "stopp" from "stopping" is "stop"; a final e goes as well, as "mak" from "making". */
  private static String undoubled(String stem) {
    int length = stem.length();
    boolean doubled =
        length > 3
            && stem.charAt(length - 1) == stem.charAt(length - 2)
            && "lsz".indexOf(stem.charAt(length - 1)) < 0;
    return doubled ? stem.substring(0, length - 1) : unvoiced(stem);
  }

  private static String unvoiced(String stem) {
    return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
  }
}
