package ballast.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.memory.TextKey;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A tool that an assistant may call.
 *
 * @param description what it is for, for the model
 * @param schema name of the schema of its JSON among the resources {@code ballast/schema}, or ""
 * @param writes whether it changes the memory or a glossary
 */
record Tool(
    String name,
    String description,
    List<Field> fields,
    String schema,
    boolean writes,
    Handler handler) {

  private static final TypeRef<LinkedHashMap<String, Object>> OBJECT = new TypeRef<>() {};

  Tool {
    fields = List.copyOf(fields);
  }

  @FunctionalInterface
  interface Handler {

    /**
     * @throws ballast.bitext.InputException for the assistant, with advice
     */
    Reply answer(Arguments arguments) throws IOException;
  }

  /**
   * An answer.
   *
   * @param json as the command with {@code --json} writes it
   * @param text the same for people, as the command writes it
   * @param more says that more exists and how to get it; empty if this is all
   * @param next the argument {@code after} for the next page, or ""
   */
  record Reply(Written json, Written text, String more, String next) {

    static Reply of(Written json, Written text) {
      return new Reply(json, text, "", "");
    }

    Reply more(String word) {
      return new Reply(json, text, word, next);
    }
  }

  @FunctionalInterface
  interface Written {
    void write(Writer out) throws IOException;
  }

  /**
   * An argument.
   *
   * @param kind string, integer or array; an array has pairs of texts
   * @param least the lowest number
   * @param most the highest number, the most characters of a text, or the most pairs
   * @param usual the number that counts if none is given
   * @param choices the only texts allowed; empty for any
   */
  record Field(
      String name,
      String kind,
      boolean required,
      String meaning,
      int least,
      int most,
      int usual,
      List<String> choices) {

    static final int MAX_TEXT = 20_000;

    static Field needed(String name, String meaning) {
      return new Field(name, "string", /* required= */ true, meaning, 1, MAX_TEXT, 0, List.of());
    }

    static Field text(String name, String meaning) {
      return new Field(name, "string", /* required= */ false, meaning, 0, MAX_TEXT, 0, List.of());
    }

    static Field choice(String name, String meaning, String... choices) {
      return new Field(
          name, "string", /* required= */ false, meaning, 0, MAX_TEXT, 0, List.of(choices));
    }

    static Field number(String name, String meaning, int least, int most, int usual) {
      return new Field(
          name, "integer", /* required= */ false, meaning, least, most, usual, List.of());
    }

    static Field pairs(String name, String meaning, int most) {
      return new Field(name, "array", /* required= */ false, meaning, 1, most, 0, List.of());
    }

    Field upTo(int characters) {
      return new Field(name, kind, required, meaning, least, characters, usual, choices);
    }

    private Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", kind);
      schema.put("description", meaning);
      switch (kind) {
        case "integer" -> {
          schema.put("minimum", least);
          schema.put("maximum", most);
          schema.put("default", usual);
        }
        case "array" -> {
          Map<String, Object> text = Map.of("type", "string", "maxLength", MAX_TEXT);
          schema.put("maxItems", most);
          schema.put(
              "items", object(Map.of("source", text, "target", text), List.of("source", "target")));
        }
        default -> {
          schema.put("maxLength", most);
          if (!choices.isEmpty()) {
            schema.put("enum", choices);
          }
        }
      }
      return schema;
    }

    /** Returns what is wrong with a value, or "". */
    private String problem(@Nullable Object value) {
      if (value == null) {
        return required ? "is missing: " + meaning : "";
      }
      return switch (kind) {
        case "integer" ->
            value instanceof Integer number && number >= least && number <= most
                ? ""
                : "is a whole number from %d to %d".formatted(least, most);
        case "array" -> pairsProblem(value);
        default -> textProblem(value);
      };
    }

    private String textProblem(Object value) {
      if (!(value instanceof String text)) {
        return "is a text in quotation marks";
      }
      if (required && text.isBlank()) {
        return "is blank: " + meaning;
      }
      if (!isWhole(text)) {
        return "has half a character, or U+0000";
      }
      if (text.length() > most) {
        return "has more than %d characters; send it in parts".formatted(most);
      }
      return choices.isEmpty() || text.isEmpty() || choices.contains(text)
          ? ""
          : "is one of " + String.join(", ", choices);
    }

    private static boolean isWhole(String text) {
      return TextKey.isWellFormed(text) && text.indexOf('\0') < 0;
    }

    private String pairsProblem(Object value) {
      String form = "is a list of objects with the texts \"source\" and \"target\"";
      if (!(value instanceof List<?> list)) {
        return form;
      }
      if (list.size() > most) {
        return "has more than %d pairs; send them in parts".formatted(most);
      }
      int length = 0;
      for (Object one : list) {
        if (!(one instanceof Map<?, ?> pair)
            || !(pair.get("source") instanceof String source)
            || !(pair.get("target") instanceof String target)) {
          return form;
        }
        if (!isWhole(source) || !isWhole(target)) {
          return "has half a character, or U+0000";
        }
        length += source.length() + target.length();
      }
      int all = MAX_TEXT * 10;
      return length > all ? "has more than %d characters; send fewer pairs".formatted(all) : "";
    }
  }

  /** Arguments that fit the fields. */
  record Arguments(Map<String, Object> values, List<Field> fields, String client) {

    /** Returns a text, or "". */
    String text(String name) {
      return values.get(name) instanceof String text ? text : "";
    }

    int number(String name) {
      return values.get(name) instanceof Integer number
          ? number
          : fields.stream().filter(field -> field.name().equals(name)).findFirst().get().usual();
    }

    /** Returns pairs of source and target. */
    List<List<String>> pairs(String name) {
      List<List<String>> pairs = new ArrayList<>();
      if (values.get(name) instanceof List<?> list) {
        for (Object one : list) {
          Map<?, ?> pair = (Map<?, ?>) one;
          pairs.add(List.of((String) pair.get("source"), (String) pair.get("target")));
        }
      }
      return pairs;
    }
  }

  /**
   * Checks arguments.
   *
   * @param client name of the assistant's program
   * @throws McpError if one is missing, unknown or wrong
   */
  Arguments arguments(@Nullable Map<String, Object> given, String client) {
    Map<String, Object> values = given == null ? Map.of() : given;
    for (String name : values.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        String known = fields.stream().map(Field::name).collect(Collectors.joining(", "));
        throw wrong(name() + " has no argument \"" + name + "\"; it takes: " + known);
      }
    }
    for (Field field : fields) {
      String problem = field.problem(values.get(field.name()));
      if (!problem.isEmpty()) {
        throw wrong("%s: \"%s\" %s".formatted(name(), field.name(), problem));
      }
    }
    return new Arguments(values, fields, client);
  }

  /** An error for wrong arguments. */
  static McpError wrong(String message) {
    return McpError.builder(ErrorCodes.INVALID_PARAMS).message(message).build();
  }

  McpSchema.Tool described(McpJsonMapper mapper) {
    Map<String, Object> properties = new LinkedHashMap<>();
    fields.forEach(field -> properties.put(field.name(), field.schema()));
    List<String> needed = fields.stream().filter(Field::required).map(Field::name).toList();
    McpSchema.Tool.Builder tool =
        McpSchema.Tool.builder(name, object(properties, needed))
            .description(description)
            .annotations(
                McpSchema.ToolAnnotations.builder()
                    .readOnlyHint(!writes)
                    .destructiveHint(false)
                    .idempotentHint(true)
                    .openWorldHint(false)
                    .build());
    return schema.isEmpty() ? tool.build() : tool.outputSchema(resource(mapper)).build();
  }

  private static Map<String, Object> object(Map<String, Object> properties, List<String> needed) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", needed);
    schema.put("additionalProperties", false);
    return schema;
  }

  private Map<String, Object> resource(McpJsonMapper mapper) {
    String file = "/ballast/schema/" + schema + ".schema.json";
    try (InputStream in = Tool.class.getResourceAsStream(file)) {
      return mapper.readValue(
          new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8), OBJECT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
