package ballast.language;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The English words for small numbers, in lower case. */
public final class NumberWord {

  private static final List<String> BELOW_TWENTY =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));

  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

  private static final Map<String, Integer> CARDINALS =
      Stream.concat(BELOW_TWENTY.stream(), TENS.stream())
          .collect(Collectors.toUnmodifiableMap(word -> word, NumberWord::value));

  private static final Map<String, Integer> IRREGULAR_ORDINALS =
      Map.of(
          "first", 1, "second", 2, "third", 3, "fifth", 5, "eighth", 8, "ninth", 9, "twelfth", 12);

  private static final int LAST_TEEN = 13;

  /** Maximum words of a number below a billion without "and": five hundred fifty five thousand. */
  private static final int MAX_WORDS_OF_GROUP = 5;

  private NumberWord() {}

  private static int value(String word) {
    int ten = TENS.indexOf(word);
    return ten < 0 ? BELOW_TWENTY.indexOf(word) : 10 * (ten + 2);
  }

  /** Returns the value of "zero" to "nineteen" or "twenty" to "ninety"; -1 for other words. */
  public static int cardinal(String word) {
    return CARDINALS.getOrDefault(word, -1);
  }

  /** Returns whether a number word may begin with a letter: a quick test. */
  static boolean mayBegin(char letter) {
    return switch (Character.toLowerCase(letter)) {
      case 'a', 'b', 'd', 'e', 'f', 'h', 'm', 'n', 'o', 's', 't', 'z' -> true;
      default -> false;
    };
  }

  static boolean isCardinal(String word) {
    return CARDINALS.containsKey(word);
  }

  /** Returns whether a word in lower case is part of a spelled-out number: "sixty", "million". */
  public static boolean isNumberWord(String word) {
    return isCardinal(word) || EnglishPower.of(word) > 0 || ordinal(word) > 0;
  }

  /** Returns the greatest power among the number words here: 3 for "five hundred thousand". */
  static int greatestPower(String text, int from) {
    int power = 0;
    int end = from;
    for (int i = 0; i < MAX_WORDS_OF_GROUP; i++) {
      String word = NumberCharacters.nextWord(text, end);
      if (!isCardinal(word) && EnglishPower.of(word) == 0) {
        break;
      }
      power = Math.max(power, EnglishPower.of(word));
      end += 1 + word.length();
    }
    return power;
  }

  /** Returns whether hundreds follow a comma: thirty-six thousand, five hundred and one. */
  static boolean isCommaBeforeHundreds(String text, int at, int power) {
    String word = text.startsWith(", ", at) ? NumberCharacters.nextWord(text, at + 1) : "";
    int digit = cardinal(word);
    return digit > 0
        && digit < 10
        && NumberCharacters.nextWord(text, at + 2 + word.length()).equals("hundred")
        && greatestPower(text, at + 1) < power;
  }

  /** Returns the first year of a decade in its century: 80 for "eighties"; otherwise 0. */
  static int decade(String word) {
    if (!word.endsWith("ties")) {
      return 0;
    }
    return CARDINALS.getOrDefault(word.substring(0, word.length() - 3) + "y", 0);
  }

  /** Returns the factor of a word after a number: 12 for "dozen", 10 for "decades"; otherwise 0. */
  static int counted(String word) {
    return switch (word) {
      case "dozen" -> 12;
      case "decade", "decades" -> 10;
      default -> 0;
    };
  }

  /** Returns the value of an ordinal from "first" to "ninetieth" or "hundredth"; otherwise 0. */
  static int ordinal(String word) {
    Integer irregular = IRREGULAR_ORDINALS.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.equals("hundredth")) {
      return 100;
    }
    if (word.endsWith("ieth")) {
      return CARDINALS.getOrDefault(word.substring(0, word.length() - 4) + "y", 0);
    }
    return word.endsWith("th")
        ? CARDINALS.getOrDefault(word.substring(0, word.length() - 2), 0)
        : 0;
  }

  /**
   * Returns a number word in digits: "2", "20", "3rd", "100", "1000".
   *
   * @return null for other words, and for "one", which is seldom a number
   */
  public static @Nullable String digits(String word) {
    int cardinal = cardinal(word);
    if (cardinal > 1) {
      return Integer.toString(cardinal);
    }
    int ordinal = ordinal(word);
    if (ordinal > 0) {
      return ordinal + suffix(ordinal);
    }
    return switch (word) {
      case "hundred" -> "100";
      case "thousand" -> "1000";
      default -> null;
    };
  }

  private static String suffix(int ordinal) {
    return switch (ordinal <= LAST_TEEN && ordinal > 10 ? 0 : ordinal % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  /** English words for powers of ten, in lower case: hundred, million, bn. */
  static final class EnglishPower {

    private EnglishPower() {}

    /** Returns the power of a word, spelled out or abbreviated after digits; 0 for other words. */
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

    /** Returns the power of "hundredth", "millionth" and so on; 0 for other words. */
    static int ofOrdinal(String word) {
      return word.endsWith("th") ? ofWord(word.substring(0, word.length() - 2)) : 0;
    }

    /** Returns the power of a spelled-out word; 0 for abbreviations and other words. */
    static int ofWord(String word) {
      return word.length() > 5 ? of(word) : 0;
    }

    /** Returns the power of "hundreds", "thousands" and so on, "tens" and "dozens"; otherwise 0. */
    static int ofPlural(String word) {
      return switch (word) {
        case "tens", "dozens" -> 1;
        default -> word.endsWith("s") ? ofWord(word.substring(0, word.length() - 1)) : 0;
      };
    }

    /** Returns the power of a letter after an amount of money: $5m, $30k; 0 for other words. */
    static int ofMoney(String word) {
      return switch (word) {
        case "k" -> 3;
        case "m", "mil" -> 6;
        case "b" -> 9;
        default -> 0;
      };
    }
  }
}
