package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sections of the page {@code json.md} that describe JSON, and the schemas they name. */
final class JsonPage {

  static final Path SCHEMAS = Path.of("src/main/resources/ballast/schema");

  private static final Path PAGE = Path.of("src/site/markdown/json.md");
  private static final String SUFFIX = ".schema.json";
  private static final SchemaRegistry SCHEMAS_2020 =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          registry ->
              registry.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern LINK =
      Pattern.compile(
          "(?m)^Schema: \\[`([a-z-]+)`]\\(\\.\\./\\.\\./main/resources/ballast/schema/\\1"
              + "\\.schema\\.json\\)\\.$");
  private static final Pattern CODE = Pattern.compile("`([^`]*)`");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```json\\n(.*?)^```$");

  private static final Set<String> GROUPS = Set.of("corpus", "glossary", "lexicon", "review", "tm");

  private JsonPage() {}

  /** The commands, without {@code ballast}, that print documents of a schema. */
  record Section(Set<String> commands, String schema, List<JsonNode> examples) {

    /**
     * What is wrong with a document.
     *
     * @param closed whether members that the schema does not name are wrong, too
     */
    List<String> problems(JsonNode document, boolean closed) {
      JsonNode text = JsonPage.read(SCHEMAS.resolve(schema + SUFFIX));
      if (closed) {
        close(text);
      }
      return SCHEMAS_2020.getSchema(text).validate(document).stream()
          .map(Object::toString)
          .toList();
    }
  }

  static List<Section> sections() throws IOException {
    List<Section> sections = new ArrayList<>();
    for (String section : Files.readString(PAGE, UTF_8).split("(?m)^## ")) {
      Matcher link = LINK.matcher(section);
      if (link.find()) {
        List<JsonNode> examples = new ArrayList<>();
        for (Matcher example = EXAMPLE.matcher(section); example.find(); ) {
          examples.addAll(documents(example.group(1)));
        }
        sections.add(
            new Section(
                commands(section.lines().findFirst().orElseThrow()), link.group(1), examples));
      }
    }
    return sections;
  }

  /** The commands of all stretches of code in a heading. */
  private static Set<String> commands(String heading) {
    Set<String> commands = new TreeSet<>();
    for (Matcher code = CODE.matcher(heading); code.find(); ) {
      commands.addAll(commandsOf(code.group(1)));
    }
    return commands;
  }

  /** {@code ballast tm approve | reject --json} names two commands. */
  private static Set<String> commandsOf(String code) {
    List<String> words =
        Stream.of(code.split(" "))
            .skip(1)
            .takeWhile(word -> !word.startsWith("--"))
            .filter(word -> word.matches("[a-z]+"))
            .toList();
    if (words.isEmpty()) {
      return Set.of("ballast");
    }
    if (!GROUPS.contains(words.get(0))) {
      return Set.of(words.get(0));
    }
    Set<String> commands = new TreeSet<>();
    words.stream().skip(1).forEach(word -> commands.add(words.get(0) + " " + word));
    return commands;
  }

  /** The name of the command that a line calls. */
  static String command(String... words) {
    if (words[0].startsWith("--")) {
      return "ballast";
    }
    return GROUPS.contains(words[0]) ? words[0] + " " + words[1] : words[0];
  }

  static Set<String> schemas() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.list(SCHEMAS)) {
      files.forEach(file -> names.add(file.getFileName().toString().replace(SUFFIX, "")));
    }
    return names;
  }

  /** The JSON documents in an output, one after the other. */
  static List<JsonNode> documents(String text) throws IOException {
    try (MappingIterator<JsonNode> documents = MAPPER.readerFor(JsonNode.class).readValues(text)) {
      return documents.readAll();
    }
  }

  private static JsonNode read(Path file) {
    try {
      return MAPPER.readTree(Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void close(JsonNode schema) {
    if (schema instanceof ObjectNode object
        && object.path("properties").isObject()
        && object.path("type").asText().equals("object")) {
      object.put("additionalProperties", false);
    }
    schema.forEach(JsonPage::close);
  }
}
