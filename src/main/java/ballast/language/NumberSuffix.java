package ballast.language;

import ballast.language.NumberValue.Kind;
import java.math.BigDecimal;
import java.util.List;

/** Reads the suffix of a number: 万, billion, %, 月, th, 年代, 分之, 年半. For one number. */
final class NumberSuffix {

  private static final int MAX_SCALE = 12;
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal LAST_MONTH = BigDecimal.valueOf(12);

  /** Measure words before 半: 两年半, 三个半月. */
  private static final List<String> HALVED =
      List.of(
          "个月 個月 年 个 個 天 倍 分 岁 歲 小时 小時 公里 里 公斤 斤 公尺 尺 公分 米 英尺 英呎 呎 英寸 英吋 吋 英里 哩 吨 噸 公吨 公噸"
              .split(" "));

  /** Characters before which 半 begins another word: 三年半数. */
  private static final String HALF_WORDS = "数數夜导導岛島径徑边邊截路价價决決球圆圓个個衰";

  private final String text;
  private final int start;
  private BigDecimal value;
  private Kind kind;
  private int scale;
  private int end;

  private NumberSuffix(String text, RawNumber number) {
    this.text = text;
    this.start = number.start();
    this.value = number.value();
    this.kind = text.startsWith("第", start - 1) ? Kind.ORDINAL : number.kind();
    this.scale = number.scale();
    this.end = number.end();
  }

  /** The number with its suffix. */
  static RawNumber read(String text, RawNumber number) {
    return new NumberSuffix(text, number).read();
  }

  private RawNumber read() {
    readHanScale();
    readHalf();
    readEnglishScale();
    if (!readPercent() && !readOrdinal()) {
      int gap = gap();
      if (text.startsWith("月", end + gap) && isMonth()) {
        kind = Kind.MONTH;
        end += gap + 1;
      } else if (text.startsWith("分之", end)) {
        return ChineseFraction.read(text, start, end + 2, value.scaleByPowerOfTen(scale));
      } else {
        readDecade();
      }
    }
    return new RawNumber(kind, value, scale, start, end, "");
  }

  /**
   * The length of what may stand between digits and Han: a space, as in 70 万, and the marks that
   * close a formula or stressed text, as in $70$ 万 and **70**万.
   */
  private int gap() {
    if (!NumberCharacters.isDigitAt(text, end - 1)) {
      return 0;
    }
    int at = end + marks();
    return at - end + (at < text.length() && NumberCharacters.isSpace(text.charAt(at)) ? 1 : 0);
  }

  /** The length of the marks after the number that stand before it, too. */
  private int marks() {
    int marks = 0;
    while (marks < 2
        && NumberCharacters.isOneOf("$*", text, start - 1 - marks)
        && NumberCharacters.isOneOf("$*", text, end + marks)) {
      marks++;
    }
    return marks;
  }

  private void readHanScale() {
    int at = end + gap();
    at += HanDigit.isMoreAt(text, at) && HanDigit.powerAt(text, at + 1) > 1 ? 1 : 0;
    while (HanDigit.powerAt(text, at) > 1 && scale < MAX_SCALE) {
      scale += HanDigit.powerAt(text, at++);
      end = at;
    }
  }

  /**
   * Reads a half after the number: "two and a half", "a million and a half", "two years and a
   * half", 两年半.
   */
  private void readHalf() {
    if (kind != Kind.CARDINAL) {
      return;
    }
    int stop = EnglishNumeral.halfEnd(text, end);
    if (stop > end) {
      // After 2,000,000 "and a half" is half a million.
      BigDecimal unit = BigDecimal.ONE;
      for (int i = 0; i < 4 && value.signum() > 0 && isMultiple(unit.multiply(THOUSAND)); i++) {
        unit = unit.multiply(THOUSAND);
      }
      value = value.add(unit.multiply(HALF));
      end = stop;
    } else if (chineseHalfEnd(text, end + gap()) > end + gap()) {
      value = value.add(HALF);
      end = chineseHalfEnd(text, end + gap());
    }
  }

  private boolean isMultiple(BigDecimal unit) {
    return value.remainder(unit).signum() == 0;
  }

  /** The end of 年半 or a similar suffix at a position; {@code from} if there is none. */
  static int chineseHalfEnd(String text, int from) {
    for (String measure : HALVED) {
      int half = from + measure.length();
      if (text.startsWith(measure, from)
          && text.startsWith("半", half)
          && !NumberCharacters.isOneOf(HALF_WORDS, text, half + 1)) {
        return half + 1;
      }
    }
    return from;
  }

  private void readEnglishScale() {
    for (int i = 0; i < 2; i++) {
      int from = end + marks() + (NumberCharacters.isOneOf("+", text, end) ? 1 : 0);
      boolean glued = from < text.length() && NumberCharacters.isLetter(text.charAt(from));
      String word =
          glued ? NumberCharacters.word(text, from) : NumberCharacters.nextWord(text, from);
      boolean money = (glued || word.equals("mil")) && isMoney();
      int power = money && i == 0 ? EnglishPower.ofMoney(word) : 0;
      power = power == 0 ? EnglishPower.of(word) : power;
      if (power == 0 && EnglishPower.ofOrdinal(word) > 0) {
        power = EnglishPower.ofOrdinal(word); // 10 millionth
        kind = Kind.ORDINAL;
      }
      if (power == 0 || scale + power > MAX_SCALE) {
        return;
      }
      scale += power;
      end = from + word.length() + (glued ? 0 : 1);
    }
  }

  private boolean isMoney() {
    boolean space = start > 0 && NumberCharacters.isSpace(text.charAt(start - 1));
    return NumberCharacters.isOneOf("$€£¥￥", text, start - (space ? 2 : 1));
  }

  private boolean readPercent() {
    int gap = end < text.length() && NumberCharacters.isSpace(text.charAt(end)) ? 1 : 0;
    int stop = end;
    String word = NumberCharacters.nextWord(text, end);
    if (NumberCharacters.isOneOf("%％﹪", text, end + gap)) {
      stop = end + gap + 1;
    } else if (text.startsWith("个百分点", end + gap) || text.startsWith("個百分點", end + gap)) {
      stop = end + gap + 4;
    } else if (word.equals("percent") || word.equals("pct")) {
      stop = end + 1 + word.length();
    } else if (word.equals("percentage")) {
      stop = end + 1 + word.length();
      String next = NumberCharacters.nextWord(text, stop);
      stop += next.startsWith("point") ? 1 + next.length() : 0;
    } else if (word.equals("per") && NumberCharacters.nextWord(text, end + 4).equals("cent")) {
      stop = end + 9;
    }
    boolean percent = stop > end || text.startsWith("百分之", start - 3);
    end = stop;
    kind = percent ? Kind.PERCENT : kind;
    return percent;
  }

  private boolean readOrdinal() {
    String word = NumberCharacters.word(text, end);
    boolean ordinal =
        switch (word) {
          case "st", "nd", "rd", "th" -> NumberCharacters.isDigitAt(text, end - 1);
          default -> false;
        };
    kind = ordinal ? Kind.ORDINAL : kind;
    end += ordinal ? 2 : 0;
    return ordinal;
  }

  private boolean isMonth() {
    return scale == 0
        && value.stripTrailingZeros().scale() <= 0
        && value.signum() > 0
        && value.compareTo(LAST_MONTH) <= 0;
  }

  /** Reads a decade: 90年代, 1960s, the '60s. */
  private void readDecade() {
    boolean tens = scale == 0 && value.remainder(BigDecimal.TEN).signum() == 0;
    boolean bare = value.compareTo(HUNDRED) < 0;
    if (!tens || (!bare && value.precision() - value.scale() != 4)) {
      return;
    }
    boolean apostrophe = NumberCharacters.isOneOf("'’", text, end);
    int s = end + (apostrophe ? 1 : 0);
    if (text.startsWith("年代", end + gap())) {
      kind = Kind.DECADE;
      end += gap() + 2;
    } else if (NumberCharacters.word(text, s).equals("s")
        && NumberCharacters.isDigitAt(text, end - 1)
        && (!bare || isLedDecade())) {
      kind = Kind.DECADE;
      end = s + 1;
    }
  }

  private boolean isLedDecade() {
    return NumberCharacters.isOneOf("'’‘", text, start - 1)
        || switch (NumberCharacters.previousWord(text, start)) {
          case "the", "early", "late", "mid" -> true;
          default -> false;
        };
  }
}
