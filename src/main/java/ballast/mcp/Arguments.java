package ballast.mcp;

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
   * @param required names of arguments
   * @throws McpError if one is missing, unknown or wrong; says what is allowed
   */
  static Arguments of(
      String of,
      Map<?, ?> schema,
      List<?> required,
      @Nullable Map<String, Object> given,
      String client) {
    Map<String, Object> values = given == null ? Map.of() : given;
    for (String name : values.keySet()) {
      if (!schema.containsKey(name)) {
        throw wrong("%s has no argument \"%s\"; it takes: %s".formatted(of, name, schema.keySet()));
      }
    }
    schema.forEach(
        (name, type) -> {
          Map<?, ?> form = (Map<?, ?>) type;
          Object value = values.get(name);
          boolean isBlank = value == null || (value instanceof String text && text.isBlank());
          String problem =
              isBlank && required.contains(name)
                  ? "is missing: " + form.get("description")
                  : value == null ? "" : problem(form, value);
          if (!problem.isEmpty()) {
            throw wrong("%s: \"%s\" %s".formatted(of, name, problem));
          }
        });
    return new Arguments(values, schema, client);
  }

  /** An error for wrong arguments. */
  static McpError wrong(String message) {
    return McpError.builder(ErrorCodes.INVALID_PARAMS).message(message).build();
  }

  private static String problem(Map<?, ?> form, Object value) {
    return switch (String.valueOf(form.get("type"))) {
      case "integer" -> {
        int least = (Integer) form.get("minimum");
        int most = (Integer) form.get("maximum");
        boolean fits = value instanceof Integer number && number >= least && number <= most;
        yield fits ? "" : "is a whole number from %d to %d".formatted(least, most);
      }
      case "array" -> pairsProblem((Integer) form.get("maxItems"), value);
      default -> textProblem(form, value);
    };
  }

  private static String textProblem(Map<?, ?> form, Object value) {
    if (!(value instanceof String text)) {
      return "is a text in quotation marks";
    }
    if (isBroken(text)) {
      return "has half a character, or U+0000";
    }
    if (form.get("maxLength") instanceof Integer most && text.length() > most) {
      return "has more than %d characters; send it in parts".formatted(most);
    }
    return form.get("enum") instanceof List<?> choices && !choices.contains(text)
        ? "is one of " + choices
        : "";
  }

  private static String pairsProblem(int most, Object value) {
    String form = "is a list of objects with the texts \"source\" and \"target\"";
    if (!(value instanceof List<?> list)) {
      return form;
    }
    int length = 0;
    for (Object one : list) {
      if (!(one instanceof Map<?, ?> pair)
          || !(pair.get("source") instanceof String source)
          || !(pair.get("target") instanceof String target)
          || isBroken(source + target)) {
        return form;
      }
      length += source.length() + target.length();
    }
    return list.size() > most || length > MAX_PAIRS
        ? "has more than %d pairs or %d characters; send it in parts".formatted(most, MAX_PAIRS)
        : "";
  }

  private static boolean isBroken(String text) {
    return !TextKey.isWellFormed(text) || text.indexOf('\0') >= 0;
  }

  /** Returns a text, or "". */
  String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** Returns a number, or the usual one. */
  int number(String name) {
    Map<?, ?> form = (Map<?, ?>) schema.get(name);
    return (Integer) values.getOrDefault(name, form.get("default"));
  }

  /** Returns the pairs of texts; none if the argument is not given. */
  List<Map<?, ?>> pairs(String name) {
    List<?> list = values.get(name) instanceof List<?> given ? given : List.of();
    return list.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
  }
}
