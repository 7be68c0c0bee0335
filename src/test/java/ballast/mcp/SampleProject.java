package ballast.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.cli.CommandRunner;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder with a memory, a document and a glossary, and what its tools must answer. */
public final class SampleProject {

  /** A call of a tool and the command whose JSON it must give. */
  public record Case(String tool, Map<String, Object> arguments, List<String> command) {}

  private static final String SOURCE = "港口昨天关闭了。三艘渡船在等。灯塔亮着。";
  private static final String TARGET =
      "The port was closed yesterday. Three ferries are waiting. The lighthouse is lit.";

  public static final List<Case> CASES =
      List.of(
          new Case(
              "search_memory",
              Map.of("text", "4艘渡船在等。", "min", 60),
              List.of("tm", "search", "4艘渡船在等。", "--min", "60", "--json")),
          new Case("search_memory", Map.of("text", "渡船"), List.of("tm", "search", "渡船", "--json")),
          new Case(
              "search_memory",
              Map.of("text", "The lighthouse is lit.", "in", "target", "limit", 1),
              List.of(
                  "tm",
                  "search",
                  "The lighthouse is lit.",
                  "--in",
                  "target",
                  "--limit",
                  "1",
                  "--json")),
          new Case(
              "concordance",
              Map.of("text", "ferries"),
              List.of("tm", "concordance", "ferries", "--json")),
          new Case(
              "find_terms",
              Map.of("text", "渡船停在港口。"),
              List.of("glossary", "search", "--in-text", "渡船停在港口。", "--json")),
          new Case(
              "find_terms",
              Map.of("text", "Two harbours have boats."),
              List.of("glossary", "search", "--in-text", "Two harbours have boats.", "--json")),
          new Case(
              "check_translation",
              Map.of(
                  "pairs",
                  List.of(
                      Map.of("source", "有3艘渡船。", "target", "There are 4 boats."),
                      Map.of("source", "港口关闭了。", "target", "The port is closed."))),
              List.of("check", "pairs.tsv", "--format", "json")),
          new Case(
              "align_texts",
              Map.of("source", SOURCE, "target", TARGET),
              List.of("align", "source.txt", "target.txt", "--no-tm", "--format", "json")),
          new Case("list_documents", Map.of(), List.of("tm", "list", "--json")),
          new Case(
              "explain_rule",
              Map.of("rule", "term-missing"),
              List.of("explain", "term-missing", "--json")),
          new Case("explain_rule", Map.of(), List.of("explain", "--json")));

  private SampleProject() {}

  public static void in(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    Files.writeString(
        folder.resolve("glossary/terms.csv"),
        """
        zh,en,status,note
        渡船,ferry,,
        渡船,boat,forbidden,too small
        港口,port,,
        港口,harbour,admitted,
        """);
    Files.writeString(folder.resolve("source.txt"), SOURCE);
    Files.writeString(folder.resolve("target.txt"), TARGET);
    Files.writeString(
        folder.resolve("pairs.tsv"), "有3艘渡船。\tThere are 4 boats.\n港口关闭了。\tThe port is closed.\n");
    Files.writeString(folder.resolve("units.tsv"), "渡船到了。\tThe ferry has come.\n", UTF_8);
    CommandRunner runner = new CommandRunner(folder);
    for (String line : List.of("align source.txt target.txt -q", "tm import units.tsv -q")) {
      CommandRunner.Outcome outcome = runner.run(line.split(" "));
      if (outcome.status() != 0) {
        throw new AssertionError(line + ": " + outcome.err());
      }
    }
  }

  /** The JSON of a command; the name of a file that the tools do not have is theirs. */
  public static JsonNode expected(Path folder, Case one) {
    CommandRunner.Outcome outcome =
        new CommandRunner(folder).run(one.command().toArray(String[]::new));
    return Dialogue.json(outcome.out().replace("\"pairs.tsv\"", "\"pairs\""));
  }

  /** The answer of a tool without what it adds for pages. */
  public static JsonNode structured(JsonNode result) {
    ObjectNode content = (ObjectNode) result.get("structuredContent");
    content.remove(List.of("more", "next"));
    return content;
  }
}
