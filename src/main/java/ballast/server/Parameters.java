package ballast.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a query or a form, in order; a name may occur several times. Immutable. */
public final class Parameters {

  public static final Parameters NONE = new Parameters(Map.of());

  private static final int MAX_PARAMETERS = 1000;

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Parses {@code application/x-www-form-urlencoded}, in UTF-8.
   *
   * @throws RefusedException if a percent sign is not followed by two hexadecimal digits, or there
   *     are too many parameters
   */
  public static Parameters of(String encoded) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    int count = 0;
    for (String part : encoded.split("&", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      if (++count > MAX_PARAMETERS) {
        throw RefusedException.badRequest("more than " + MAX_PARAMETERS + " parameters");
      }
      int sign = part.indexOf('=');
      String name = sign < 0 ? part : part.substring(0, sign);
      String value = sign < 0 ? "" : part.substring(sign + 1);
      values.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
    }
    return new Parameters(values);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          RefusedException.BAD_REQUEST, "a parameter is not encoded as the Web does it", e);
    }
  }

  public String text(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.get(0);
  }

  public List<String> all(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /**
   * @throws RefusedException if it is missing
   */
  public String required(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw RefusedException.badRequest("parameter \"" + name + "\" is missing");
    }
    return text;
  }

  /**
   * @param otherwise the value if the parameter is missing or empty
   * @throws RefusedException if it is not a number between {@code min} and {@code max}
   */
  public int number(String name, int min, int max, int otherwise) {
    String text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw RefusedException.badRequest(
        "parameter \"%s\" is not a number from %d to %d".formatted(name, min, max));
  }
}
