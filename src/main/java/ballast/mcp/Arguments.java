package ballast.mcp;

import ballast.app.check.LiveCheck;
import ballast.memory.TextKey;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a request, which fit its schema.
 *
 * @param schema JSON schemas of the arguments by name, as in {@code tools.json}
 * @param client name of the assistant's program
 */
record Arguments(Map<String, Object> values, Map<?, ?> schema, String client) {

  /** Maximum characters of all pairs. */
  private static final int MAX_PAIRS = 200_000;

  /**
   * Checks arguments.
   *
   * @param of name of the tool or prompt, for errors
   * @param schema {@code properties} and {@code required}
   * @throws McpError if one is missing, unknown or wrong; says what is allowed
   */
  static Arguments of(
      String of, Map<?, ?> schema, @Nullable Map<String, Object> given, String client) {
    Map<String, Object> values = given == null ? Map.of() : given;
    Map<?, ?> forms = schema.get("properties") instanceof Map<?, ?> all ? all : Map.of();
    for (String name : values.keySet()) {
      if (!forms.containsKey(name)) {
        throw wrong("%s has no argument \"%s\"; it takes: %s".formatted(of, name, forms.keySet()));
      }
    }
    List<?> required = schema.get("required") instanceof List<?> names ? names : List.of();
    forms.forEach(
        (name, one) -> {
          Map<?, ?> form = (Map<?, ?>) one;
          Object value = values.get(name);
          boolean isBlank = value == null || (value instanceof String text && text.isBlank());
          if (isBlank && required.contains(name)) {
            String meaning = String.valueOf(form.get("description"));
            throw wrong("%s: \"%s\" is missing: %s".formatted(of, name, meaning));
          }
          if (value != null && !fits(form, value)) {
            throw wrong("%s: \"%s\" is %s".formatted(of, name, allowed(form)));
          }
        });
    return new Arguments(values, forms, client);
  }

  /** An error for wrong arguments. */
  static McpError wrong(String message) {
    return McpError.builder(ErrorCodes.INVALID_PARAMS).message(message).build();
  }

  private static boolean fits(Map<?, ?> form, Object value) {
    if (form.get("minimum") instanceof Integer least
        && form.get("maximum") instanceof Integer most) {
      return value instanceof Integer number && number >= least && number <= most;
    }
    if (form.get("maxItems") instanceof Integer most) {
      return value instanceof List<?> pairs
          && pairs.size() <= most
          && pairs.stream().allMatch(Arguments::isPair)
          && pairs.toString().length() <= MAX_PAIRS;
    }
    return value instanceof String text
        && TextKey.isWellFormed(text)
        && text.indexOf('\0') < 0
        && !(form.get("maxLength") instanceof Integer most && text.length() > most)
        && !(form.get("enum") instanceof List<?> choices && !choices.contains(text));
  }

  private static boolean isPair(Object value) {
    return value instanceof Map<?, ?> pair
        && pair.get("source") instanceof String source
        && pair.get("target") instanceof String target
        && fits(Map.of(), source + target);
  }

  private static String allowed(Map<?, ?> form) {
    return switch (String.valueOf(form.get("type"))) {
      case "integer" ->
          "a whole number from %s to %s".formatted(form.get("minimum"), form.get("maximum"));
      case "array" ->
          "a list of at most %s objects with the texts \"source\" and \"target\", %s characters in all"
              .formatted(form.get("maxItems"), MAX_PAIRS);
      default ->
          form.containsKey("enum")
              ? "one of " + form.get("enum")
              : "a text of at most %s characters, none of them half or U+0000; send more in parts"
                  .formatted(form.get("maxLength"));
    };
  }

  /** Returns a text, or "". */
  String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** Returns a number, or the usual one. */
  int number(String name) {
    if (values.get(name) instanceof Integer given) {
      return given;
    }
    return schema.get(name) instanceof Map<?, ?> form
            && form.get("default") instanceof Integer usual
        ? usual
        : 0;
  }

  /** Returns the pairs of texts; none if the argument is not given. */
  List<LiveCheck.Request> pairs(String name) {
    List<?> list = values.get(name) instanceof List<?> given ? given : List.of();
    return list.stream()
        .map(one -> (Map<?, ?>) one)
        .map(pair -> LiveCheck.Request.of("" + pair.get("source"), "" + pair.get("target")))
        .toList();
  }
}
