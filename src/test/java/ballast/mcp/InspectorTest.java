package ballast.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Unit;
import ballast.cli.CommandTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * A client that nobody here wrote lists and calls everything: the MCP Inspector, which {@code
 * src/dev/mcp-inspector} installs.
 */
@Tag("inspector")
@DisabledOnOs(OS.WINDOWS) // the server is started by a script of sh
final class InspectorTest extends CommandTest {

  private Path script;

  @BeforeEach
  void prepare() throws IOException {
    SampleProject.in(folder);
    List<String> words = new ArrayList<>(program("mcp", "--write").command());
    words.replaceAll(word -> "'" + word + "'");
    script = folder.resolve("ballast-mcp");
    String start = "#!/bin/sh\ncd '%s'\nexec %s\n";
    Files.writeString(script, start.formatted(folder, String.join(" ", words)));
    assertThat(script.toFile().setExecutable(true)).isTrue();
  }

  private static Path inspector() {
    String home = System.getenv("MCP_INSPECTOR_HOME");
    Path folder =
        home == null
            ? Path.of(System.getProperty("user.home"), ".cache/mcp-inspector")
            : Path.of(home);
    Path program = folder.resolve("node_modules/@modelcontextprotocol/inspector/cli/build/cli.js");
    assertThat(program).as("installed by src/dev/mcp-inspector").isRegularFile();
    return program;
  }

  /** Runs the Inspector, which connects, asks once and prints the result. */
  private JsonNode ask(String method, String... more) throws Exception {
    List<String> line = new ArrayList<>();
    line.addAll(List.of("node", inspector().toString(), "--cli", script.toString()));
    line.addAll(List.of("--method", method));
    line.addAll(List.of(more));
    Path messages = folder.resolve("messages.txt");
    Process process = new ProcessBuilder(line).redirectError(messages.toFile()).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(line + "\n" + out + Files.readString(messages)).isZero();
    return Dialogue.json(out);
  }

  private JsonNode call(String tool, Map<String, Object> arguments) throws Exception {
    List<String> more = new ArrayList<>(List.of("--tool-name", tool));
    for (Map.Entry<String, Object> one : arguments.entrySet()) {
      Object value = one.getValue();
      String text =
          value instanceof String word ? word : new ObjectMapper().writeValueAsString(value);
      more.addAll(List.of("--tool-arg", one.getKey() + "=" + text));
    }
    return ask("tools/call", more.toArray(String[]::new));
  }

  /** JavaScript writes 1.0 as 1. */
  private static int compare(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return Double.compare(one.asDouble(), other.asDouble());
    }
    return one.equals(other) ? 0 : 1;
  }

  private static List<String> names(JsonNode all, String field) {
    List<String> names = new ArrayList<>();
    all.forEach(one -> names.add(one.get(field).asText()));
    return names;
  }

  @Test
  void everyToolGivesTheAnswerOfItsCommand() throws Exception {
    TreeSet<String> called = new TreeSet<>();
    for (SampleProject.Case one : SampleProject.CASES) {
      JsonNode expected = SampleProject.expected(folder, one);
      JsonNode given = SampleProject.structured(call(one.tool(), one.arguments()));
      assertThat(expected.equals(InspectorTest::compare, given))
          .as("%s%n%s%n%s", one, expected, given)
          .isTrue();
      called.add(one.tool());
    }
    JsonNode read = call("read_document", Map.of("document", "source", "limit", 2));
    called.add("read_document");
    String[] rows = run(0, "tm export --document source --format tsv --all -o -").out().split("\n");
    JsonNode second = read.at("/structuredContent/units/1");
    assertThat(second.get("source").asText() + "\t" + second.get("target").asText())
        .isEqualTo(String.join("\t", List.of(rows[1].split("\t")).subList(0, 2)));
    JsonNode proposed =
        call("propose_translation", Map.of("source", "桥断了。", "target", "The bridge is down."));
    called.add("propose_translation");
    String unit = proposed.at("/structuredContent/unit").asText();
    assertThat(units("tm/memory.db"))
        .anyMatch(one -> one.id().equals(unit) && one.provenance().status() == Unit.Status.DRAFT);
    assertThat(units("tm/memory.db")).anyMatch(one -> one.provenance().author().startsWith("mcp:"));
    call("add_term", Map.of("zh", "灯塔", "en", "lighthouse"));
    called.add("add_term");
    assertThat(run(0, "glossary search 灯塔 --json").out()).contains("\"proposed\"");
    assertThat(names(ask("tools/list").get("tools"), "name"))
        .containsExactlyInAnyOrderElementsOf(called);
  }

  @Test
  void everyResourceIsRead() throws Exception {
    JsonNode resources = ask("resources/list").get("resources");
    assertThat(names(resources, "uri"))
        .containsExactlyInAnyOrder("ballast://glossary", "ballast://document/source");
    for (String uri : names(resources, "uri")) {
      JsonNode contents = ask("resources/read", "--uri", uri).at("/contents/0");
      assertThat(contents.get("mimeType").asText()).isEqualTo("application/json");
      assertThat(Dialogue.json(contents.get("text").asText()).get("schema").asInt()).isEqualTo(2);
    }
    assertThat(names(ask("resources/templates/list").get("resourceTemplates"), "uriTemplate"))
        .containsExactly("ballast://document/{name}");
  }

  @Test
  void everyPromptIsFilled() throws Exception {
    assertThat(names(ask("prompts/list").get("prompts"), "name"))
        .containsExactlyInAnyOrder("translate", "review", "explain_finding");
    assertThat(prompt("translate", "text=渡船到了。")).contains("The ferry has come.");
    assertThat(prompt("review", "source=有3艘渡船。", "target=There are 4 boats."))
        .contains("3 became 4");
    assertThat(prompt("explain_finding", "rule=term-missing")).contains("term-missing");
  }

  private String prompt(String name, String... arguments) throws Exception {
    List<String> more = new ArrayList<>(List.of("--prompt-name", name, "--prompt-args"));
    more.addAll(List.of(arguments));
    return ask("prompts/get", more.toArray(String[]::new)).at("/messages/0/content/text").asText();
  }
}
