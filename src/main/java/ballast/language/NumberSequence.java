package ballast.language;

import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Interprets neighbouring numbers together: ranges, sums, dates. For one text. */
final class NumberSequence {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int LAST_YEAR = 2100;
  private static final int LAST_DAY = 31;

  /** Maximum characters between a century and its decade: 20 世纪 90年代. */
  private static final int MAX_CENTURY_GAP = 4;

  /** Replaces a century that is part of a decade. */
  private static final RawNumber JOINED =
      RawNumber.of(Kind.DECADE, LAST_YEAR, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final List<RawNumber> numbers;
  private final String text;

  private NumberSequence(List<RawNumber> numbers, String text) {
    this.numbers = new ArrayList<>(numbers);
    this.text = text;
  }

  /** Returns the numbers of a text, each interpreted in the context of its neighbours. */
  static List<NumberValue> joined(List<RawNumber> numbers, String text) {
    NumberSequence sequence = new NumberSequence(numbers, text);
    sequence.shareScales();
    sequence.sharePercent();
    sequence.joinCenturies();
    sequence.addUp();
    sequence.findDates();
    sequence.findDays();
    return sequence.numbers.stream().map(RawNumber::finished).toList();
  }

  /** Gives both ends of a range the scale or sign that is written only once: 3-5万, 3-5%, 3至5月. */
  private void shareScales() {
    for (int i = numbers.size() - 2; i >= 0; i--) {
      RawNumber low = numbers.get(i);
      RawNumber high = numbers.get(i + 1);
      if (low.kind() == Kind.CARDINAL
          && low.scale() == 0
          && (high.scale() > 0 || high.kind() == Kind.PERCENT || high.kind() == Kind.MONTH)
          && isBelowOrNear(low, high)
          && !NumberCharacters.isOneOf("^", text, low.start() - 1)
          && (isRange(low.end(), high.start()) || isBetween(low, high))) {
        boolean tenths = high.kind() == Kind.PERCENT && isTenths(high);
        RawNumber scaled = low.scaled(high.kind(), tenths ? 1 : high.scale());
        numbers.set(i, scaled);
      }
    }
  }

  /** Makes both ends of 百分之十至十五 percentages. */
  private void sharePercent() {
    for (int i = 1; i < numbers.size(); i++) {
      RawNumber low = numbers.get(i - 1);
      RawNumber high = numbers.get(i);
      if (low.kind() == Kind.PERCENT
          && high.kind() == Kind.CARDINAL
          && text.startsWith("百分之", low.start())
          && isRange(low.end(), high.start())) {
        numbers.set(i, high.as(Kind.PERCENT));
      }
    }
  }

  /** Returns whether this may be an end of a range; the greater end may come first: 420至390万年前. */
  private boolean isBelowOrNear(RawNumber low, RawNumber high) {
    BigDecimal value = low.value();
    if (high.kind() == Kind.PERCENT && isTenths(high)) {
      return value.multiply(BigDecimal.TEN).compareTo(high.value()) < 0;
    }
    boolean months = high.kind() == Kind.MONTH && low.isWhole() && value.doubleValue() <= 12;
    return value.compareTo(high.value()) < 0
        || months
        || (high.scale() > 3 && value.doubleValue() < 3 * high.value().doubleValue());
  }

  private boolean isTenths(RawNumber percent) {
    return text.substring(percent.start(), percent.end()).indexOf('成') >= 0;
  }

  /** Returns whether these are the ends of "between 14 and 22 million" or of 六、七百. */
  private boolean isBetween(RawNumber low, RawNumber high) {
    if (low.end() + 1 == high.start() && text.charAt(low.end()) == '、') {
      return low.value().add(BigDecimal.ONE).compareTo(high.value()) == 0
          && HanDigit.isPart(text.charAt(low.start()));
    }
    int start = low.start() - (NumberCharacters.isOneOf("$€£¥￥", text, low.start() - 1) ? 1 : 0);
    String and = text.substring(low.end(), high.start()).strip();
    return (and.equals("and") || (and.length() == 5 && and.startsWith("and ")))
        && NumberCharacters.previousWord(text, start).equals("between");
  }

  private boolean isRange(int from, int to) {
    if (to - from < 1 || to - from > 5) {
      return false;
    }
    String between = text.substring(from, to).strip();
    int last = between.length() - 1;
    boolean money = last > 0 && "$€£¥￥".indexOf(between.charAt(last)) >= 0;
    return switch (money ? between.substring(0, last).strip() : between) {
      case "-", "–", "—", "~", "～", "至", "到", "to", "－", "or", "或" -> true;
      default -> false;
    };
  }

  /** Joins decades with their centuries: 20世纪90年代 and 上世纪90年代 are 1990, as in "the 1990s". */
  @SuppressWarnings("ReferenceEquality") // a mark, not a value
  private void joinCenturies() {
    for (int i = 0; i < numbers.size(); i++) {
      RawNumber decade = numbers.get(i);
      if (decade.kind() != Kind.DECADE || decade.value().compareTo(HUNDRED) >= 0) {
        continue;
      }
      int c = i - 1;
      while (c >= 0
          && numbers.get(c).kind() == Kind.DECADE
          && decade.start() - numbers.get(c).end() <= MAX_CENTURY_GAP) {
        c--; // 20世纪八九十年代
      }
      String precedingText = text.substring(Math.max(0, decade.start() - 4), decade.start());
      if (c >= 0 && isCentury(numbers.get(c), decade.start())) {
        RawNumber century = numbers.get(c);
        BigDecimal first = century.amount().subtract(BigDecimal.ONE).multiply(HUNDRED);
        for (int k = c + 1; k < numbers.size() && isDecadeOf(century, k, decade.end()); k++) {
          RawNumber ten = numbers.get(k);
          BigDecimal year = first.add(ten.value());
          numbers.set(k, RawNumber.of(Kind.DECADE, year, century.start(), ten.end()));
        }
        numbers.set(c, JOINED);
      } else if (precedingText.endsWith("上世纪")
          || precedingText.endsWith("上世紀")
          || precedingText.equals("上个世纪")
          || precedingText.equals("上個世紀")) {
        BigDecimal year = decade.value().add(BigDecimal.valueOf(1900));
        numbers.set(i, RawNumber.of(Kind.DECADE, year, decade.start(), decade.end()));
      }
    }
    numbers.removeIf(number -> number == JOINED);
  }

  private boolean isDecadeOf(RawNumber century, int index, int end) {
    RawNumber number = numbers.get(index);
    return number.kind() == Kind.DECADE
        && number.value().compareTo(HUNDRED) < 0
        && number.start() > century.start()
        && number.end() == end;
  }

  private boolean isCentury(RawNumber number, int decade) {
    int at = number.end() + (NumberCharacters.isSpace(text.charAt(number.end())) ? 1 : 0);
    return (text.startsWith("世纪", at) || text.startsWith("世紀", at))
        && decade - number.end() <= MAX_CENTURY_GAP
        && number.amount().doubleValue() < 30;
  }

  /** Adds numbers that belong together: 11万7015 and 7万8千 are one number each, 1万5 is 15000. */
  private void addUp() {
    int end = 0;
    for (RawNumber next : List.copyOf(numbers)) {
      BigDecimal remainder = end == 0 ? BigDecimal.ZERO : rest(numbers.get(end - 1), next);
      if (remainder.signum() > 0) {
        RawNumber last = numbers.get(end - 1);
        BigDecimal sum = last.amount().add(remainder);
        numbers.set(end - 1, RawNumber.of(Kind.CARDINAL, sum, last.start(), next.end()));
      } else {
        numbers.set(end++, next);
      }
    }
    numbers.subList(end, numbers.size()).clear();
  }

  /** Returns the amount that a number adds to the previous one; 0 if they are separate numbers. */
  private BigDecimal rest(RawNumber last, RawNumber next) {
    boolean plain = last.kind() == Kind.CARDINAL && next.kind() == Kind.CARDINAL;
    if (!plain || next.start() < last.end() || next.start() > last.end() + 1) {
      return BigDecimal.ZERO;
    }
    int power = HanDigit.power(text.charAt(last.end() - 1));
    BigDecimal remainder = next.amount();
    if (next.start() > last.end() && !isContinued(power, next)) {
      return BigDecimal.ZERO;
    }
    if (power < 3 || remainder.compareTo(BigDecimal.ONE.scaleByPowerOfTen(power)) >= 0) {
      return BigDecimal.ZERO;
    }
    boolean shortened = next.end() - next.start() == 1;
    return shortened ? remainder.scaleByPowerOfTen(power - 1) : remainder;
  }

  /** Returns whether a number after a space fills the next lower place, as in 1 万 7000. */
  private boolean isContinued(int power, RawNumber next) {
    return power >= 4
        && NumberCharacters.isSpace(text.charAt(next.start() - 1))
        && NumberCharacters.isDigitAt(text, next.start())
        && (next.amount().compareTo(BigDecimal.ONE.scaleByPowerOfTen(power - 1)) >= 0
            || next.scale() > 0
            || NumberCharacters.digit(text.charAt(next.start())) == 0);
  }

  /** Finds years, and days by the characters after them. */
  private void findDates() {
    for (int i = 0; i < numbers.size(); i++) {
      RawNumber number = numbers.get(i);
      if (number.kind() != Kind.CARDINAL) {
        continue;
      }
      double value = number.amount().doubleValue();
      boolean share = value > 0 && value < 1;
      boolean yen =
          startsAfter(number, "日元") || startsAfter(number, "日圆") || startsAfter(number, "日圓");
      boolean day = (startsAfter(number, "日") && !yen) || startsAfter(number, "号");
      boolean bare =
          number.end() - number.start() == 4 && NumberCharacters.isDigitAt(text, number.start());
      boolean year = bare || startsAfter(number, "年");
      if (share) {
        numbers.set(i, number.as(Kind.FRACTION));
      } else if ((day || startsAfter(number, "號")) && value <= LAST_DAY) {
        numbers.set(i, number.as(Kind.DAY));
      } else if (year && number.isWhole() && value >= 1000 && value <= LAST_YEAR) {
        numbers.set(i, number.as(Kind.YEAR));
      }
    }
  }

  private boolean startsAfter(RawNumber number, String sign) {
    int end = number.end();
    boolean space = end < text.length() && NumberCharacters.isSpace(text.charAt(end));
    return text.startsWith(sign, space ? end + 1 : end);
  }

  /** Makes numbers next to a month its days; their span is the whole date. */
  private void findDays() {
    for (int i = 0; i < numbers.size(); i++) {
      RawNumber month = numbers.get(i);
      if (month.kind() != Kind.MONTH) {
        continue;
      }
      RawNumber next = i + 1 < numbers.size() ? numbers.get(i + 1) : month;
      RawNumber previous = i > 0 ? numbers.get(i - 1) : month;
      if (next.kind() == Kind.DAY && next.start() >= month.end() && isBlank(month, next)) {
        int sign = next.end() + (NumberCharacters.isSpace(text.charAt(next.end())) ? 1 : 0);
        numbers.set(i + 1, next.at(month.start(), sign + 1)); // with its 日
      } else if (isAfter(month, next)) {
        numbers.set(i + 1, next.as(Kind.DAY).at(month.start(), next.end()));
      } else if (isBefore(previous, month)) {
        numbers.set(i - 1, previous.as(Kind.DAY).at(previous.start(), month.end()));
      }
    }
  }

  private boolean isBlank(RawNumber first, RawNumber second) {
    return text.substring(first.end(), second.start()).isBlank();
  }

  private boolean isAfter(RawNumber month, RawNumber day) {
    if (!isDay(day) || day.start() <= month.end() || day.start() - month.end() > 2) {
      return false;
    }
    String between = text.substring(month.end(), day.start()).replace('\u00a0', ' ');
    char after = day.end() < text.length() ? text.charAt(day.end()) : ' ';
    return (between.equals(" ") || between.equals(". "))
        && !NumberCharacters.isLetter(after)
        && NumberCharacters.digit(after) < 0
        && after != '_';
  }

  private boolean isBefore(RawNumber day, RawNumber month) {
    if (!isDay(day) || day.end() >= month.start() || month.start() - day.end() > 4) {
      return false;
    }
    String between = text.substring(day.end(), month.start()).replace('\u00a0', ' ');
    return between.equals(" ") || between.equals(" of ");
  }

  private static boolean isDay(RawNumber number) {
    return (number.kind() == Kind.CARDINAL || number.kind() == Kind.ORDINAL)
        && number.scale() == 0
        && number.isWhole()
        && number.value().signum() > 0
        && number.value().doubleValue() <= LAST_DAY;
  }
}
