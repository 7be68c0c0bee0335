package ballast.language;

import ballast.bitext.Span;
import ballast.language.Quantity.Dimension;
import ballast.language.Quantity.UnitOfMeasure;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the unit of measure of a number in a text. For one number. */
public final class QuantityReader {

  /** Characters allowed between a number and its unit. */
  private static final String BETWEEN = " \u00a0\u202f-\u2011+$*多余餘来來个個)）";

  /** A number again, in figures. */
  private static final Pattern GLOSS = Pattern.compile(" ?[(（][0-9,]{1,12}[)）]");

  /** Characters before which a possible unit begins another word: 5升至6, 2度访问. */
  private static final String OTHER_WORDS = "至到为為入任访訪获獲当當历曆";

  private static final String AND_A_HALF = " and a half";

  /** First characters of 周 and 星期, and characters before which they begin another word: 周年, 星期几. */
  private static final String WEEKS = "周週星礼禮";

  private static final String AFTER_WEEKS = "年期岁歲中末几幾日";

  /** Characters after which 四周 is four weeks. */
  private static final String AROUND = "后後内內前以之假时時，。、至到";

  private static final Pattern TIME_BEFORE =
      Pattern.compile("每一?(秒|分)[钟鐘]?[约約近超过過可达達至为為]{0,3}[ \\u00a0]?(?:[0-9.]{1,6}[-–—~～至到])?$");

  private static final Pattern TIME_AFTER =
      Pattern.compile(
          "(?: ?[/／] ?| ?每一?| per | a | every )(秒|分|s(?:ec(?:ond)?)?\\b|min(?:ute)?\\b)");

  /** The half of the day before an hour in Chinese, and after one in English. */
  private static final Pattern HALF_BEFORE =
      Pattern.compile("(?:(凌晨|清晨|早晨|[早晨]上?|上午)|(下午|[午饭]后|傍晚|晚[上间間]?|夜[里裡间間晚]?))[约約]? ?$");

  private static final Pattern HALF_AFTER =
      Pattern.compile(
          "(?i)(?:[:：.][0-5]\\d)?(?: o['’]clock)?[ \\u00a0\\u202f]?(?:(a\\.?m\\b|in the morning)"
              + "|(p\\.?m\\b|in the (?:afternoon|evening)|at night))");

  private static final Pattern HOURS = Pattern.compile("[01]?\\d|2[0-4]|[一二两兩三四五六七八九十]{1,3}");

  private static final Pattern HOUR = Pattern.compile(" ?(?:[点點时時](?!间|間|代)|[:：]\\d\\d)");

  /** Maximum distance of such a sign. */
  private static final int NEAR = 200;

  /** A sign that 元 may be a dollar: a common traditional character, or another currency. */
  private static final Pattern ANY_DOLLAR =
      Pattern.compile(
          "[萬億幣國圓應處罰為與業會員費額個來這對產經資臺達數於總噸轉稅兩後時間說們還沒種場錢價買賣單過現點門問開關車東電話見長張麼樣從發學頭實動給讓覺]|[美港台新澳加]元|[港台澳加]币");

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
   * @param span the number with its unit
   */
  public record Found(UnitOfMeasure unit, Span span) {

    public int end() {
      return span.end();
    }
  }

  private Found found(UnitOfMeasure unit, int end) {
    return new Found(unit, new Span(number.start(), end));
  }

  /** Returns the unit around a number, or within it as in 两公里半. */
  public static @Nullable Found unitOf(String text, Span number) {
    QuantityReader reader = new QuantityReader(text, number);
    Found found = reader.currency(reader.after());
    found = found == null ? reader.hour() : found;
    return found == null ? reader.provision() : found;
  }

  /** Reads the currency before an amount: US$50, 人民币五千元; {@code after} if there is none. */
  private @Nullable Found currency(@Nullable Found after) {
    int end = number.start();
    end -= end > 0 && NumberCharacters.isSpace(text.charAt(end - 1)) ? 1 : 0;
    boolean han = NumberCharacters.isOneOf("元币幣金镑鎊圆圓郎布比", text, end - 1);
    if (!han && !NumberCharacters.isOneOf("$€£¥￥₩BDYFPRSKWTs", text, end - 1)) {
      return after;
    }
    for (int start = Math.max(0, end - 4); start < end - (han ? 1 : 0); start++) {
      UnitOfMeasure unit = UnitNames.of(text.substring(start, end));
      boolean inside = start > 0 && NumberCharacters.isLetter(text.charAt(start - 1));
      if (unit != null && unit.dimension() == Dimension.MONEY && !inside) {
        int last =
            after != null && after.unit().dimension() == Dimension.MONEY
                ? after.end()
                : number.end();
        return new Found(unit, new Span(start, last));
      }
    }
    return after;
  }

  /** Reads an hour and its half of the day: 下午3点, 3 p.m., 15时. */
  private @Nullable Found hour() {
    int end = number.end();
    int sign = end < text.length() && NumberCharacters.isSpace(text.charAt(end)) ? end + 1 : end;
    if (!NumberCharacters.isOneOf(":：.aApPio点點时時", text, sign)) {
      return null;
    }
    Matcher after = HALF_AFTER.matcher(text).region(end, Math.min(text.length(), end + 24));
    if (after.lookingAt()) {
      return clock(after.group(1) != null, after.group(2) != null, after.end());
    }
    Matcher hour = HOUR.matcher(text).region(end, Math.min(text.length(), end + 3));
    if (!hour.useTransparentBounds(true).lookingAt() || !HOURS.matcher(number.of(text)).matches()) {
      return null;
    }
    Matcher before =
        HALF_BEFORE.matcher(text).region(Math.max(0, number.start() - 4), number.start());
    boolean found = before.find();
    return clock(
        found && before.group(1) != null,
        found && before.group(2) != null,
        text.charAt(hour.end() - 1) <= '9' ? end : hour.end());
  }

  private Found clock(boolean morning, boolean evening, int end) {
    String written = number.of(text);
    // 晚上一点 is 1 a.m., and noon and midnight have several names.
    boolean open = written.startsWith("12") || written.startsWith("十二") || morning == evening;
    boolean small = evening && List.of("1", "2", "3", "一", "两", "兩", "三").contains(written);
    boolean night = small && "晚上夜里裡间間".indexOf(text.charAt(Math.max(0, number.start() - 1))) >= 0;
    int halves = open || night ? 3 : morning ? 1 : 2;
    return found(new UnitOfMeasure(Dimension.CLOCK, halves, 0, false), end);
  }

  /** Reads a part of a law: 第十二条, Article 12, 附件三. */
  private @Nullable Found provision() {
    int start = number.start();
    int end = number.end();
    if (text.startsWith("第", start - 1)) {
      return end == text.length() ? null : part(text.substring(end, end + 1), start - 1, end + 1);
    }
    if (text.startsWith("附", start - 2)) {
      return part(text.substring(start - 2, start), start - 2, end);
    }
    String word = NumberCharacters.previousWord(text, start);
    return word.length() < 4 || NumberWord.ordinal(number.of(text)) > 0 // not "article first"
        ? null
        : part(word, start - 1 - word.length(), end);
  }

  private static @Nullable Found part(String name, int start, int end) {
    UnitOfMeasure part = UnitNames.english(name);
    return part == null || part.dimension() != Dimension.PROVISION
        ? null
        : new Found(part, new Span(start, end));
  }

  /** Returns the unit after a number, or within it. */
  private @Nullable Found after() {
    Found within = beforeHalf();
    if (within != null) {
      return within;
    }
    int from = number.end();
    if (text.startsWith("(", from) || text.startsWith(" (", from) || text.startsWith("（", from)) {
      Matcher gloss = GLOSS.matcher(text).region(from, text.length()); // three (3) years
      from = gloss.lookingAt() ? gloss.end() : from;
    }
    int at = from;
    if (text.startsWith(" a ", at) || text.startsWith(" an ", at)) { // half a year
      at += number.of(text).toLowerCase(Locale.ROOT).endsWith("half") ? 3 : 0;
    }
    while (at < text.length() && at - from < 3 && BETWEEN.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    Found found = han(at);
    found = found == null ? english(at) : found;
    if (found == null || found.unit().dimension() == Dimension.PROVISION) {
      return null;
    }
    return found.unit().dimension() == Dimension.LENGTH ? speed(found) : found;
  }

  /** Converts a distance per minute or second to one per hour: 每分鐘80公尺, 5 m/s. */
  private Found speed(Found way) {
    Matcher before = TIME_BEFORE.matcher(text);
    before.region(Math.max(0, number.start() - MAX_TIME_LENGTH), number.start());
    Matcher after = TIME_AFTER.matcher(text).region(way.end(), text.length());
    String time = before.find() ? before.group(1) : after.lookingAt() ? after.group(1) : "";
    return switch (time.isEmpty() ? ' ' : time.charAt(0)) {
      case '秒', 's' -> found(way.unit().hourly(SECONDS), way.end());
      case '分', 'm' -> found(way.unit().hourly(MINUTES), way.end());
      default -> way;
    };
  }

  /** Finds the unit within 两公里半 and "a century and a half". */
  private @Nullable Found beforeHalf() {
    if (number.of(text).endsWith(AND_A_HALF)) {
      String counted = text.substring(number.start(), number.end() - AND_A_HALF.length());
      UnitOfMeasure unit = UnitNames.english(counted.substring(counted.lastIndexOf(' ') + 1));
      return unit == null ? null : found(unit, number.end());
    }
    int half = number.end() - 1;
    if (text.charAt(half) != '半') {
      return null;
    }
    for (int start = Math.max(number.start(), half - UnitNames.MAX_HAN); start < half; start++) {
      UnitOfMeasure unit = UnitNames.of(text.substring(start, half));
      if (unit != null) {
        return found(unit, number.end());
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
      return found(area ? side.unit().squared() : side.unit().cubed(), side.end());
    }
    for (int end = Math.min(text.length(), at + UnitNames.MAX_HAN); end > at; end--) {
      UnitOfMeasure unit = UnitNames.of(text.substring(at, end));
      if (unit != null && isHanName(text.charAt(at))) {
        return isOtherWord(at, end) ? null : found(inContext(at, unit), end);
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
    boolean alone = end - start == 1 && start > 1 && !HanDigit.isPart(text.charAt(start - 2));
    if (week && alone && text.startsWith("四", start - 1) && AROUND.indexOf(text.charAt(end)) < 0) {
      return true; // around
    }
    String words = week ? AFTER_WEEKS : OTHER_WORDS;
    return (week || end - start == 1) && words.indexOf(text.charAt(end)) >= 0;
  }

  private UnitOfMeasure inContext(int at, UnitOfMeasure unit) {
    String lead = text.substring(Math.max(0, number.start() - 4), number.start());
    return switch (text.charAt(at)) {
      case '元' -> currencyOf(at, unit);
      case '度' -> // without a scale it is probably Celsius
          !lead.contains("氏")
              ? unit
              : lead.contains("华") || lead.contains("華") ? UnitNames.FAHRENHEIT : UnitNames.CELSIUS;
      case '天', '日' -> lead.contains("工作") ? UnitNames.DAY_OF_WORK : unit;
      default -> unit;
    };
  }

  /**
   * Returns the currency of 元, which is yuan, unless the text is from Taiwan or Hong Kong or is
   * about other money as well.
   */
  private UnitOfMeasure currencyOf(int at, UnitOfMeasure unit) {
    int from = Math.max(0, at - NEAR);
    int to = Math.min(text.length(), at + NEAR);
    boolean open = unit.size() == 13 && ANY_DOLLAR.matcher(text).region(from, to).find();
    return open ? UnitNames.DOLLARS : unit;
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
    UnitOfMeasure led = UnitNames.english(lead + "_" + word(at)); // nautical miles, US dollars
    return switch (lead) {
      case "square", "sq" -> found(unit.squared(), end);
      case "cubic", "cu" -> found(unit.cubed(), end);
      default -> led == null ? powered(unit, end) : found(led, end);
    };
  }

  /** Words after which a unit may follow: square miles, working days, Hong Kong dollars. */
  private static final Set<String> LEADS =
      Set.of(
          ("square sq cubic cu metric nautical degree degrees business working calendar consecutive"
                  + " trading full whole more additional us u s american hong kong new taiwan nt"
                  + " australian canadian singapore zealand")
              .split(" "));

  private static boolean isLead(String word) {
    return !word.isEmpty() && LEADS.contains(word.toLowerCase(Locale.ROOT));
  }

  /** Reads the scale after "degrees" or °; degrees without a scale are taken as Fahrenheit. */
  private Found degrees(int from) {
    int at = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    String scale = word(at).toLowerCase(Locale.ROOT);
    return switch (scale) {
      case "c", "celsius", "centigrade" -> found(UnitNames.CELSIUS, at + scale.length());
      case "f", "fahrenheit" -> found(UnitNames.FAHRENHEIT, at + scale.length());
      default -> found(UnitNames.DEGREE, from);
    };
  }

  /** Reads km2 and m³. */
  private Found powered(UnitOfMeasure unit, int end) {
    boolean last = end + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(end + 1));
    if (unit.dimension() == Dimension.LENGTH && last) {
      boolean square = NumberCharacters.isOneOf("2²", text, end);
      boolean cube = NumberCharacters.isOneOf("3³", text, end);
      return square || cube
          ? found(square ? unit.squared() : unit.cubed(), end + 1)
          : found(unit, end);
    }
    return found(unit, end);
  }

  private String word(int at) {
    return text.substring(at, NumberCharacters.wordEnd(text, at));
  }

  private int next(int at) {
    int end = at + word(at).length();
    end += text.startsWith(".", end) ? 1 : 0;
    return end < text.length() && BETWEEN.indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
  }

  /** The units in {@code units.txt} by their names in both scripts and in English. */
  private static final class UnitNames {

    /** Maximum length of a name in Han characters. */
    static final int MAX_HAN = 5;

    static final UnitOfMeasure CELSIUS = new UnitOfMeasure(Dimension.TEMPERATURE, 1, 0, false);

    static final UnitOfMeasure FAHRENHEIT =
        new UnitOfMeasure(Dimension.TEMPERATURE, 5 / 9.0, -32 * 5 / 9.0, false);

    /** An English degree without its scale. */
    static final UnitOfMeasure DEGREE =
        new UnitOfMeasure(Dimension.TEMPERATURE, FAHRENHEIT.size(), FAHRENHEIT.zero(), true);

    /** The days of 工作五天, which may be working days: between both in size. */
    static final UnitOfMeasure DAY_OF_WORK = new UnitOfMeasure(Dimension.TIME, 1.2, 0, false);

    private static final Map<String, UnitOfMeasure> UNITS = read();

    /** Every money that 圓 may be. */
    static final UnitOfMeasure DOLLARS = Objects.requireNonNull(UNITS.get("圓"));

    private UnitNames() {}

    private static Map<String, UnitOfMeasure> read() {
      Map<String, UnitOfMeasure> units = new HashMap<>();
      for (List<String> fields : WordList.load("language/units.txt").rows()) {
        Dimension dimension = Dimension.valueOf(fields.get(0));
        boolean customary = fields.get(1).endsWith("*");
        double size = Double.parseDouble(fields.get(1).replace("*", ""));
        UnitOfMeasure unit = new UnitOfMeasure(dimension, size, 0, customary);
        fields.subList(2, fields.size()).forEach(name -> units.put(name, unit));
      }
      for (String name : new String[] {"华氏度", "華氏度", "℉"}) {
        units.put(name, FAHRENHEIT);
      }
      return Map.copyOf(units);
    }

    static @Nullable UnitOfMeasure of(String name) {
      return UNITS.get(name);
    }

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
