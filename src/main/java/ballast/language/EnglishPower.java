package ballast.language;

/** English words for powers of ten, in lower case: hundred, million, bn. */
final class EnglishPower {

  private EnglishPower() {}

  /** The power of a word, spelled out or abbreviated after digits; 0 for other words. */
  static int of(String word) {
    return switch (word) {
      case "hundred" -> 2;
      case "thousand" -> 3;
      case "million", "mn", "mln" -> 6;
      case "billion", "bn", "bln" -> 9;
      case "trillion", "tn", "trn" -> 12;
      default -> 0;
    };
  }

  /** The power of "hundredth", "millionth" and so on; 0 for other words. */
  static int ofOrdinal(String word) {
    return word.endsWith("th") ? ofWord(word.substring(0, word.length() - 2)) : 0;
  }

  /** The power of a word that is spelled out; 0 for abbreviations and other words. */
  static int ofWord(String word) {
    return word.length() > 5 ? of(word) : 0;
  }

  /**
   * The power of "hundreds", "thousands" and so on, and of "tens" and "dozens"; 0 for other words.
   */
  static int ofPlural(String word) {
    return switch (word) {
      case "tens", "dozens" -> 1;
      case "hundreds" -> 2;
      case "thousands" -> 3;
      case "millions" -> 6;
      case "billions" -> 9;
      case "trillions" -> 12;
      default -> 0;
    };
  }

  /** The power of a letter after an amount of money: $5m, $30k; 0 for other words. */
  static int ofMoney(String word) {
    return switch (word) {
      case "k" -> 3;
      case "m", "mil" -> 6;
      case "b" -> 9;
      default -> 0;
    };
  }
}
