package ballast.language;

import ballast.bitext.Span;
import ballast.language.Quantity.Dimension;
import ballast.language.Quantity.UnitOfMeasure;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the unit of measure of a number in a text. For one number. */
public final class QuantityReader {

  /** Characters allowed between a number and its unit. */
  private static final String BETWEEN = " \u00a0\u202f-\u2011+$*多余餘来來个個";

  /** Characters before which a possible unit begins another word: 5升至6, 2度访问. */
  private static final String OTHER_WORDS = "至到为為入任访訪获獲当當";

  private static final String AND_A_HALF = " and a half";

  /** First characters of 周 and 星期, and characters before which they begin another word: 周年, 星期几. */
  private static final String WEEKS = "周週星礼禮";

  private static final String AFTER_WEEKS = "年期岁歲中末几幾日";

  private static final int MAX_WORD = 16;

  private static final Pattern TIME_BEFORE =
      Pattern.compile("每一?(秒|分)[钟鐘]?[约約近超过過可达達至为為]{0,3}[ \\u00a0]?(?:[0-9.]{1,6}[-–—~～至到])?$");

  private static final Pattern TIME_AFTER =
      Pattern.compile(
          "(?: ?[/／] ?| ?每一?| per | a | every )(秒|分|s(?:ec(?:ond)?)?\\b|min(?:ute)?\\b)");

  private static final int MAX_TIME_LENGTH = 16;
  private static final double SECONDS = 3600; // in an hour
  private static final double MINUTES = 60;

  private final String text;
  private final Span number;

  private QuantityReader(String text, Span number) {
    this.text = text;
    this.number = number;
  }

  /**
   * A unit and its place.
   *
   * @param end one past the last UTF-16 unit of the number with its unit
   */
  public record Found(UnitOfMeasure unit, int end) {}

  /**
   * Returns the unit after a number, or within it as in 两公里半.
   *
   * @param number the place of the number, not empty
   * @return null if there is no known unit
   */
  public static @Nullable Found unitOf(String text, Span number) {
    QuantityReader reader = new QuantityReader(text, number);
    Found within = reader.beforeHalf();
    if (within != null) {
      return within;
    }
    int at = number.end();
    while (at < text.length() && at - number.end() < 3 && BETWEEN.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    Found found = reader.han(at);
    found = found == null ? reader.english(at) : found;
    return found == null || found.unit().dimension() != Dimension.LENGTH
        ? found
        : reader.speed(found);
  }

  /** Converts a distance per minute or second to one per hour: 每分鐘80公尺, 5 m/s. */
  private Found speed(Found way) {
    Matcher before = TIME_BEFORE.matcher(text);
    before.region(Math.max(0, number.start() - MAX_TIME_LENGTH), number.start());
    Matcher after = TIME_AFTER.matcher(text).region(way.end(), text.length());
    String time = before.find() ? before.group(1) : after.lookingAt() ? after.group(1) : "";
    return switch (time.isEmpty() ? ' ' : time.charAt(0)) {
      case '秒', 's' -> new Found(way.unit().hourly(SECONDS), way.end());
      case '分', 'm' -> new Found(way.unit().hourly(MINUTES), way.end());
      default -> way;
    };
  }

  /** Finds the unit within 两公里半 and "a century and a half". */
  private @Nullable Found beforeHalf() {
    if (number.of(text).endsWith(AND_A_HALF)) {
      String counted = text.substring(number.start(), number.end() - AND_A_HALF.length());
      UnitOfMeasure unit = UnitNames.english(counted.substring(counted.lastIndexOf(' ') + 1));
      return unit == null ? null : new Found(unit, number.end());
    }
    int half = number.end() - 1;
    if (text.charAt(half) != '半') {
      return null;
    }
    for (int start = Math.max(number.start(), half - UnitNames.MAX_HAN); start < half; start++) {
      UnitOfMeasure unit = UnitNames.of(text.substring(start, half));
      if (unit != null) {
        return new Found(unit, number.end());
      }
    }
    return null;
  }

  private @Nullable Found han(int at) {
    if (text.startsWith("平方", at) || text.startsWith("立方", at)) {
      boolean again = text.startsWith("平方", at + 2) || text.startsWith("立方", at + 2);
      Found side = again ? null : han(at + 2);
      if (side == null || side.unit().dimension() != Dimension.LENGTH) {
        return null;
      }
      boolean area = text.startsWith("平方", at);
      return new Found(area ? side.unit().squared() : side.unit().cubed(), side.end());
    }
    for (int end = Math.min(text.length(), at + UnitNames.MAX_HAN); end > at; end--) {
      UnitOfMeasure unit = UnitNames.of(text.substring(at, end));
      if (unit != null && isHanName(text.charAt(at))) {
        return isOtherWord(at, end) ? null : new Found(isFahrenheit(at) ? degree("f") : unit, end);
      }
    }
    return null;
  }

  private static boolean isHanName(char c) {
    return Han.isHan(c) || "℃℉㎡㎢㎥".indexOf(c) >= 0;
  }

  private boolean isOtherWord(int start, int end) {
    if (end == text.length()) {
      return false;
    }
    boolean week = WEEKS.indexOf(text.charAt(start)) >= 0;
    String words = week ? AFTER_WEEKS : OTHER_WORDS;
    return (week || end - start == 1) && words.indexOf(text.charAt(end)) >= 0;
  }

  /** Returns whether this is 度 in 华氏100度. */
  private boolean isFahrenheit(int at) {
    return text.charAt(at) == '度'
        && (text.startsWith("华氏", number.start() - 2) || text.startsWith("華氏", number.start() - 2));
  }

  private @Nullable Found english(int from) {
    int at = from;
    String lead = "";
    while (isLead(word(at))) {
      lead = word(at).toLowerCase(Locale.ROOT);
      at = next(at);
    }
    if (text.startsWith("°", at) || lead.equals("degree") || lead.equals("degrees")) {
      return degrees(text.startsWith("°", at) ? at + 1 : at);
    }
    UnitOfMeasure unit = UnitNames.english(word(at));
    if (unit == null) {
      return null;
    }
    int end = at + word(at).length();
    UnitOfMeasure mile = lead.equals("nautical") ? UnitNames.of("海里") : null;
    return switch (lead) {
      case "square", "sq" -> new Found(unit.squared(), end);
      case "cubic", "cu" -> new Found(unit.cubed(), end);
      default -> mile == null ? powered(unit, end) : new Found(mile, end);
    };
  }

  /** Returns whether a unit may follow: square miles, metric tons, degrees Celsius. */
  private static boolean isLead(String word) {
    return List.of("square", "sq", "cubic", "cu", "metric", "nautical", "degree", "degrees")
        .contains(word.toLowerCase(Locale.ROOT));
  }

  /** Reads the scale after "degrees" or °; degrees without a scale are taken as Fahrenheit. */
  private Found degrees(int from) {
    int at = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    String scale = word(at).toLowerCase(Locale.ROOT);
    return switch (scale) {
      case "c", "celsius", "centigrade" -> new Found(degree("c"), at + scale.length());
      case "f", "fahrenheit" -> new Found(degree("f"), at + scale.length());
      default -> new Found(degree("f"), from);
    };
  }

  private static UnitOfMeasure degree(String scale) {
    return scale.equals("f") ? UnitNames.FAHRENHEIT : UnitNames.CELSIUS;
  }

  /** Reads km2 and m³. */
  private static boolean isPower(String text, int at, String signs) {
    return at < text.length()
        && signs.indexOf(text.charAt(at)) >= 0
        && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  private Found powered(UnitOfMeasure unit, int end) {
    if (unit.dimension() == Dimension.LENGTH && isPower(text, end, "2²")) {
      return new Found(unit.squared(), end + 1);
    }
    if (unit.dimension() == Dimension.LENGTH && isPower(text, end, "3³")) {
      return new Found(unit.cubed(), end + 1);
    }
    return new Found(unit, end);
  }

  private String word(int at) {
    int end = at;
    while (end < text.length() && end - at < MAX_WORD && isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
  }

  private int next(int at) {
    int end = at + word(at).length();
    end += text.startsWith(".", end) ? 1 : 0;
    return end < text.length() && BETWEEN.indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** The names of the units of measure in both scripts and in English, with their sizes. */
  private static final class UnitNames {

    /** Maximum length of a name in Han characters. */
    static final int MAX_HAN = 5;

    /**
     * Each line has a dimension, a size and names; an asterisk marks a unit of varying size.
     * English names are singular; those of up to three letters are abbreviations and
     * case-sensitive.
     */
    private static final String TABLE =
        """
        LENGTH 1000 千米 公里 kilometre kilometer km kph
        LENGTH 1 米 公尺 metre meter m
        LENGTH 0.1 分米 decimetre decimeter dm
        LENGTH 0.01 厘米 釐米 公分 centimetre centimeter cm
        LENGTH 0.001 毫米 公厘 公釐 millimetre millimeter mm
        LENGTH 0.000001 微米 micrometre micrometer micron
        LENGTH 0.000000001 纳米 納米 奈米 nanometre nanometer nm
        LENGTH 1609.344 英里 哩 mile mi mph
        LENGTH 0.9144 码 碼 yard yd
        LENGTH 0.3048 英尺 英呎 呎 foot feet ft
        LENGTH 0.0254 英寸 英吋 吋 inch inches
        LENGTH 1852 海里 浬 knot
        LENGTH 500* 里 华里 華里 市里 li
        LENGTH 3.3333333* 丈 zhang
        LENGTH 0.33333333* 尺 市尺 chi
        LENGTH 0.033333333* 寸 cun
        AREA 10000 公顷 公頃 hectare ha
        AREA 666.66667* 亩 畝 市亩 市畝 mu
        AREA 66666.667* 顷 頃
        AREA 4046.8564 英亩 英畝 acre
        AREA 1 平米 ㎡
        AREA 1000000 ㎢
        AREA 3.3057851 坪 ping
        VOLUME 1 升 公升 litre liter L
        VOLUME 0.001 毫升 millilitre milliliter ml mL
        VOLUME 1000 方 ㎥
        VOLUME 3.7854118 加仑 加侖 gallon gal
        MASS 1000 吨 噸 公吨 公噸 ton tonne t
        MASS 1 千克 公斤 kilogram kilogramme kilo kg
        MASS 0.001 克 公克 gram gramme g
        MASS 0.000001 毫克 milligram mg
        MASS 0.45359237 磅 pound lb lbs
        MASS 0.028349523 盎司 ounce oz
        MASS 0.0002 克拉 carat
        MASS 0.5* 斤 市斤 jin
        MASS 0.6* 台斤 臺斤 catty catties
        MASS 0.05* 两 兩 市两 市兩 tael liang
        MASS 50* 担 擔 市担 picul
        TEMPERATURE 1 摄氏度 攝氏度 度 ℃
        TIME 0.000000011574074 毫秒 millisecond ms
        TIME 0.000011574074 秒 秒钟 秒鐘 second
        TIME 0.00069444444 分钟 分鐘 minute
        TIME 0.041666667 小时 小時 钟头 鐘頭 hour
        TIME 1 天 day
        TIME 7 周 週 星期 礼拜 禮拜 week
        TIME 30.4375 月 month
        TIME 365.25 年 year
        TIME 3652.5 decade
        TIME 36525 世纪 世紀 century centuries
        TIME 365250 millennium millennia
        FREQUENCY 1 赫 赫兹 赫茲 hertz Hz
        FREQUENCY 1000 千赫 kilohertz kHz KHz
        FREQUENCY 1000000 兆赫 百万赫 百萬赫 megahertz MHz
        FREQUENCY 1000000000 吉赫 gigahertz GHz
        POWER 1 瓦 瓦特 watt W
        POWER 1000 千瓦 瓩 kilowatt kW
        POWER 1000000 兆瓦 百万瓦 百萬瓦 megawatt MW
        POWER 1000000000 吉瓦 gigawatt GW
        ENERGY 1 千瓦时 千瓦時 kWh
        ENERGY 1000 兆瓦时 兆瓦時 MWh
        ENERGY 1000000 吉瓦时 吉瓦時 GWh
        ENERGY 1000000000 太瓦时 太瓦時 TWh
        VOLTAGE 1 伏 伏特 volt V
        VOLTAGE 1000 千伏 kilovolt kV kVp
        VOLTAGE 1000000 兆伏 百万伏 百萬伏 megavolt MV
        PARTICLE_ENERGY 1 电子伏 電子伏 电子伏特 電子伏特 electronvolt eV
        PARTICLE_ENERGY 1000 千电子伏 千電子伏 keV
        PARTICLE_ENERGY 1000000 百万电子伏 百萬電子伏 MeV
        PARTICLE_ENERGY 1000000000 GeV
        RADIOACTIVITY 1 贝克 貝克 becquerel Bq
        RADIOACTIVITY 1000 kBq
        RADIOACTIVITY 1000000 MBq
        RADIOACTIVITY 1000000000 GBq
        """;

    static final UnitOfMeasure CELSIUS = new UnitOfMeasure(Dimension.TEMPERATURE, 1, 0, false);

    static final UnitOfMeasure FAHRENHEIT =
        new UnitOfMeasure(Dimension.TEMPERATURE, 5 / 9.0, -32 * 5 / 9.0, false);

    private static final Map<String, UnitOfMeasure> UNITS = read();

    private UnitNames() {}

    private static Map<String, UnitOfMeasure> read() {
      Map<String, UnitOfMeasure> units = new HashMap<>();
      for (String line : TABLE.lines().toList()) {
        String[] fields = line.split(" ");
        boolean customary = fields[1].endsWith("*");
        double size = Double.parseDouble(fields[1].replace("*", ""));
        for (int i = 2; i < fields.length; i++) {
          units.put(fields[i], new UnitOfMeasure(Dimension.valueOf(fields[0]), size, 0, customary));
        }
      }
      for (String name : new String[] {"华氏度", "華氏度", "℉"}) {
        units.put(name, FAHRENHEIT);
      }
      return Map.copyOf(units);
    }

    static @Nullable UnitOfMeasure of(String name) {
      return UNITS.get(name);
    }

    /** Returns the unit of an English word, singular or plural; null if there is none. */
    static @Nullable UnitOfMeasure english(String word) {
      UnitOfMeasure unit = of(word);
      if (unit != null || word.length() <= 2) {
        return unit;
      }
      String lower = word.toLowerCase(Locale.ROOT);
      if (word.length() > 3 && of(lower) != null) {
        return of(lower);
      }
      return lower.endsWith("s") && lower.length() > 3
          ? of(lower.substring(0, lower.length() - 1))
          : null;
    }
  }
}
