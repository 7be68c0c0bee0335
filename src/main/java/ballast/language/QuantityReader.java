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

  /** Returns the unit after a number, or within it as in 两公里半. */
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
    while (end < text.length()
        && end - at < MAX_WORD
        && NumberCharacters.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(at, end);
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

    private static final Map<String, UnitOfMeasure> UNITS = read();

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
