package ballast.language;

import ballast.language.NumberValue.Kind;
import ballast.language.NumberWord.EnglishPower;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers spelled out in English: twenty-one, two hundred and fifty, thirty-first, a million,
 * two-thirds, a quarter of, nineteen forty-nine, the eighties, three decades.
 *
 * @param kind cardinal, ordinal, fraction or decade
 * @param value without {@code scale}
 * @param scale power of ten of a single final "thousand", "million" and so on; otherwise 0
 */
record EnglishNumeral(Kind kind, BigDecimal value, int scale, int end) {

  /** Words before which "a third" is a fraction; in "a third party" it is not. */
  private static final String BEFORE_PART = " only about nearly almost over than roughly around ";

  private static final int MAX_WORDS = 20;

  private static final int HUNDRED = 100;

  static EnglishNumeral of(Kind kind, long value, int end) {
    return new EnglishNumeral(kind, BigDecimal.valueOf(value), 0, end);
  }

  /**
   * Reads the number that begins with the word at {@code start}.
   *
   * @return null if no number begins there; "one" and "a" alone are not numbers
   */
  static @Nullable EnglishNumeral read(String text, int start) {
    return new Reader(text).read(start);
  }

  /**
   * Returns the end of an "and a half" after a number, directly or after one more word (two years
   * and a half); {@code from} if there is none.
   */
  static int halfEnd(String text, int from) {
    int end = andAHalfEnd(text, from);
    int word = from + 1 + NumberCharacters.nextWord(text, from).length();
    if (end > from || word == from + 1) {
      return end;
    }
    return andAHalfEnd(text, word) == word ? from : andAHalfEnd(text, word);
  }

  private static int andAHalfEnd(String text, int from) {
    int end = from;
    boolean brief = NumberCharacters.nextWord(text, from + 4).equals("half"); // one and half
    for (String word : brief ? List.of("and", "half") : List.of("and", "a", "half")) {
      if (!NumberCharacters.nextWord(text, end).equals(word)) {
        return from;
      }
      end += 1 + word.length();
    }
    return end;
  }

  private static final class Reader {

    private final String text;
    private long total;
    private long group;
    private int words;

    /** The last power of a thousand or more, and the count of such powers. */
    private int lastPower;

    private int powers;

    Reader(String text) {
      this.text = text;
    }

    @Nullable EnglishNumeral read(int start) {
      int end = NumberCharacters.wordEnd(text, start);
      String word = NumberCharacters.word(text, start);
      if (word.equals("half")) {
        return half(end);
      }
      if (word.equals("a") || word.equals("an")) {
        String next = NumberCharacters.nextWord(text, end);
        if (isPart(next, start, end + 1 + next.length())) {
          return part(next, 1, end + 1 + next.length());
        }
        if (EnglishPower.of(next) == 0
            && NumberWord.counted(next) == 0
            && halfEnd(text, end) == end) {
          return null;
        }
        group = 1;
      } else if (word.equals("hundred") && isHundredAnd(end)) {
        group = HUNDRED; // the last hundred and fifty years
      } else if (NumberWord.isCardinal(word)) {
        group = NumberWord.cardinal(word);
      } else if (NumberWord.decade(word) > 0) {
        Kind kind = isAge(NumberCharacters.previousWord(text, start)) ? Kind.CARDINAL : Kind.DECADE;
        return EnglishNumeral.of(kind, NumberWord.decade(word), end);
      } else {
        int ordinal = NumberWord.ordinal(word);
        return ordinal == 0 ? null : EnglishNumeral.of(Kind.ORDINAL, ordinal, end);
      }
      words = 1;
      return rest(end);
    }

    private boolean isHundredAnd(int end) {
      return NumberCharacters.nextWord(text, end).equals("and")
          && NumberWord.isCardinal(NumberCharacters.nextWord(text, end + 4));
    }

    /** Returns whether a decade after this word is an age: "in his thirties" is 三十多岁. */
    private static boolean isAge(String previousWord) {
      return switch (previousWord) {
        case "my", "your", "his", "her", "our", "their" -> true;
        default -> false;
      };
    }

    /** Reads "half", "half a million", "half-million", "half a dozen". */
    private EnglishNumeral half(int end) {
      EnglishNumeral scaled = partOfPower(new BigDecimal("0.5"), end);
      if (scaled != null) {
        return scaled;
      }
      if (NumberCharacters.nextWord(text, end).equals("a")
          && NumberCharacters.nextWord(text, end + 2).equals("dozen")) {
        return EnglishNumeral.of(Kind.CARDINAL, 6, end + " a dozen".length());
      }
      return new EnglishNumeral(Kind.FRACTION, new BigDecimal("0.5"), 0, end);
    }

    /** Reads the rest of "half a million", "a quarter of a million", "a quarter-million". */
    private @Nullable EnglishNumeral partOfPower(BigDecimal part, int from) {
      int end = from;
      for (String word : List.of("of", "a")) {
        end += NumberCharacters.nextWord(text, end).equals(word) ? 1 + word.length() : 0;
      }
      String next = NumberCharacters.nextWord(text, end);
      int power = EnglishPower.of(next);
      return power == 0
          ? null
          : new EnglishNumeral(Kind.CARDINAL, part, power, end + 1 + next.length());
    }

    /** Returns whether "a" with this word is a fraction: "a quarter of", "only a third". */
    private boolean isPart(String word, int start, int end) {
      String previousWord = NumberCharacters.previousWord(text, start);
      boolean led = !previousWord.isEmpty() && BEFORE_PART.contains(" " + previousWord + " ");
      return (word.equals("quarter") || NumberWord.ordinal(word) > 2)
          && (led
              || NumberCharacters.nextWord(text, end).equals("of")
              || EnglishPower.of(NumberCharacters.nextWord(text, end)) > 2);
    }

    private EnglishNumeral part(String word, long count, int end) {
      if (word.startsWith("quarter")) {
        BigDecimal quarters = BigDecimal.valueOf(count).multiply(new BigDecimal("0.25"));
        EnglishNumeral scaled = partOfPower(quarters, end);
        if (scaled != null) {
          return scaled;
        }
      }
      int parts = word.startsWith("quarter") ? 4 : NumberWord.ordinal(singular(word));
      return new EnglishNumeral(Kind.FRACTION, RawNumber.quotient(count, parts), 0, end);
    }

    private static String singular(String word) {
      return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private @Nullable EnglishNumeral rest(int from) {
      int end = from;
      while (words < MAX_WORDS) {
        end += group == 0 && NumberWord.isCommaBeforeHundreds(text, end, lastPower) ? 1 : 0;
        String word = NumberCharacters.nextWord(text, end);
        int next = end + 1 + word.length();
        if (word.equals("and")
            && (words > 1 || group == HUNDRED)
            && isLesser(NumberCharacters.nextWord(text, next))
            && !isNextNumber(next)) {
          end = next;
          continue;
        }
        int ordinal = NumberWord.ordinal(singular(word));
        if (words == 1 && isFraction(word, ordinal)) {
          return part(word, group, next);
        }
        if (ordinal > 0 && fits(ordinal) && !word.endsWith("s")) {
          return EnglishNumeral.of(Kind.ORDINAL, total + group + ordinal, next);
        }
        if (NumberWord.decade(word) > 0 && words == 1 && isCentury(group)) {
          return EnglishNumeral.of(Kind.DECADE, group * 100 + NumberWord.decade(word), next);
        }
        if (!take(word)) {
          break;
        }
        words++;
        end = next;
      }
      return finished(end);
    }

    /**
     * Returns whether a separate number begins after an "and", because its power is not below the
     * last one: one million and three million, a hundred and two hundred.
     */
    private boolean isNextNumber(int from) {
      int power = NumberWord.greatestPower(text, from);
      return group == 0 ? power >= lastPower : power == 2 && group >= HUNDRED;
    }

    /**
     * Returns whether a word may continue a number: a hundred and eighty, a hundred and eightieth.
     */
    private static boolean isLesser(String word) {
      return NumberWord.isCardinal(word) || NumberWord.ordinal(word) > 3;
    }

    /**
     * @param others maximum numbers joined to this one
     */
    private boolean isPercent(int end, int others) {
      String word = NumberCharacters.nextWord(text, end);
      return switch (word) {
        case "and", "or", "to" -> { // between one and five percent
          int from = end + 1 + word.length();
          String other = NumberCharacters.nextWord(text, from);
          yield others > 0
              && NumberWord.isCardinal(other)
              && isPercent(from + 1 + other.length(), others - 1);
        }
        case "percent", "percentage" -> true;
        case "per" -> NumberCharacters.nextWord(text, end + 4).equals("cent");
        default -> false;
      };
    }

    private @Nullable EnglishNumeral finished(int end) {
      long value = total + group;
      if (value == 1 && words == 1 && halfEnd(text, end) == end && !isPercent(end, MAX_WORDS)) {
        return null;
      }
      int scale = powers == 1 && group == 0 ? lastPower : 0;
      if (words == 3 && scale > 2 && total % (HUNDRED * (long) Math.pow(10, scale)) == 0) {
        scale += 2; // three to four hundred million
      }
      if (words == 2 && powers == 0 && group >= HUNDRED && group % HUNDRED == 0) {
        scale = 2; // three or four hundred
      }
      BigDecimal count = BigDecimal.valueOf(value).scaleByPowerOfTen(-scale);
      return new EnglishNumeral(Kind.CARDINAL, count, scale, end);
    }

    private boolean isFraction(String word, int ordinal) {
      boolean plural = word.endsWith("s");
      return (word.startsWith("quarter") || (ordinal > 2 && group < 20))
          && (plural || group == 1)
          && group > 0;
    }

    private static boolean isCentury(long number) {
      return number >= 13 && number < 21;
    }

    private boolean take(String word) {
      int cardinal = NumberWord.cardinal(word);
      if (cardinal >= 0) {
        return takeCardinal(cardinal);
      }
      int counted = NumberWord.counted(word);
      if (counted > 0 && group > 0 && group < 100) {
        group *= counted;
        return true;
      }
      int power = EnglishPower.of(word);
      if (power == 0 || group == 0 || group >= 1_000_000) {
        return false;
      }
      if (power == 2) {
        group *= 100;
      } else {
        total += group * (long) Math.pow(10, power);
        group = 0;
        lastPower = power;
        powers++;
      }
      return true;
    }

    private boolean takeCardinal(int cardinal) {
      if (isCentury(group) && cardinal >= 10) {
        group = group * 100 + cardinal;
        return true;
      }
      if (fits(cardinal)) {
        group += cardinal;
        return true;
      }
      return false;
    }

    /** Returns whether a smaller number can follow: twenty one, two hundred five. */
    private boolean fits(int next) {
      if (next < 10) {
        return group % 10 == 0 && (group == 0 ? total > 0 : group % 100 != 10);
      }
      return next < 100 && group % 100 == 0 && (group > 0 || total > 0);
    }
  }
}
