package ballast.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.page.Json;
import ballast.memory.postgres.PostgresServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** Holds what commands print for programs to the schemas, and the page of the manual to both. */
final class JsonContractTest extends CommandTest {

  /** Commands whose JSON no golden case shows. */
  private static final List<String> MORE =
      List.of(
          "align a.zh.txt a.en.txt -q",
          "--version --json",
          "tm list --json",
          "tm history a --all --json",
          "lexicon explain 压舱石 qwzx --format json",
          "check a.zh.txt a.en.txt --format json",
          "tm search --file queries.txt",
          "split a.zh.txt --format jsonl",
          "translate a.zh.txt --dry-run --json",
          "explain --json",
          "explain omitted --json",
          "tm verify --json",
          "tm verify --salvage saved.tmx --json",
          "tm copy tm/memory.db copy.db --json",
          "corpus mine corpus --json",
          "corpus stats corpus --json",
          "corpus dedupe corpus --json",
          "corpus dedupe corpus --no-near --json",
          "corpus check corpus --json",
          "corpus import corpus --tm corpus.db --json",
          "corpus export corpus -o shards --json",
          "tm export -o units.tmx --json",
          "convert units.tmx units.xlf --json",
          "convert terms.csv terms.tbx --json");

  @Test
  void everySchemaHasOneSection() throws IOException {
    List<String> named = JsonPage.sections().stream().map(JsonPage.Section::schema).toList();
    assertThat(named).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(named)).isEqualTo(JsonPage.schemas());
  }

  @Test
  void everyCommandThatPrintsJsonHasASection() throws IOException {
    Set<String> described =
        JsonPage.sections().stream()
            .flatMap(section -> section.commands().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    Stream<String> printing =
        runner()
            .commands()
            .filter(command -> command.options().stream().anyMatch(JsonContractTest::asksForJson))
            .map(command -> command.qualifiedName().replaceFirst("^ballast ", ""));
    assertThat(described).isEqualTo(printing.collect(Collectors.toSet()));
  }

  private static boolean asksForJson(OptionSpec option) {
    return option.longestName().equals("--json")
        || (option.longestName().equals("--format")
            && option.completionCandidates() != null
            && (" " + String.join(" ", option.completionCandidates())).contains(" json"));
  }

  @Test
  void theExamplesOfThePageAreValid() throws IOException {
    for (JsonPage.Section section : JsonPage.sections()) {
      assertThat(section.examples()).as(section.schema()).isNotEmpty();
      for (JsonNode example : section.examples()) {
        assertThat(section.problems(example, true)).as(section.schema()).isEmpty();
      }
    }
  }

  @Test
  void aSchemaRefusesADocumentThatLacksSomethingOrIsOfAnotherSchema() throws IOException {
    for (JsonPage.Section section : JsonPage.sections()) {
      ObjectNode example = (ObjectNode) section.examples().get(0);
      Set<String> optional =
          switch (section.schema()) {
            case "tm-stats" ->
                Set.of(
                    "documents",
                    "revisions",
                    "retired",
                    "deleted",
                    "sourceCharacters",
                    "targetWords",
                    "bytes");
            case "tm-stats-against" -> Set.of("weighted", "amount", "rates");
            case "tm-undo" -> Set.of("undone");
            case "tm-move" -> Set.of("revision");
            case "corpus-stats" -> Set.of("deduped");
            default -> Set.of();
          };
      for (Map.Entry<String, JsonNode> member : example.properties()) {
        String name = member.getKey();
        ObjectNode lacking = example.deepCopy();
        lacking.remove(name);
        assertThat(section.problems(lacking, false).isEmpty())
            .as(section.schema() + " without " + name)
            .isEqualTo(optional.contains(name));
      }
      ObjectNode old = example.deepCopy().put("schema", Json.SCHEMA - 1);
      assertThat(section.problems(old, false)).as(section.schema()).isNotEmpty();
      ObjectNode more = example.deepCopy().put("more", true);
      assertThat(section.problems(more, false)).as(section.schema()).isEmpty();
    }
  }

  /** One schema, and no other one of the same command; every schema is met. */
  @Test
  void theOutputOfCommandsIsValid() throws IOException {
    Set<String> met = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/golden"))) {
      for (Path file : files.filter(file -> file.toString().endsWith(".txtar")).toList()) {
        GoldenCase golden = GoldenCase.parse(Files.readString(file, UTF_8));
        String command = "";
        for (TextArchive.Section section : golden.archive().sections()) {
          if (section.name().equals("command")) {
            command = section.body().strip();
          } else if (section.name().equals("stdout")) {
            met.addAll(schemas(command, new String(section.content(), UTF_8)));
          }
        }
      }
    }
    write("a.zh.txt", "船到了。他有3艘船。\n");
    write("a.en.txt", "The ship came. He has 4 ships.\n");
    write("queries.txt", "他有5艘船。\n没有。\n");
    write("terms.csv", "zh,en\n船,ship\n,boat\n");
    FakeSpark spark = FakeSpark.ofCorpus(folder.resolve("spark"), "");
    CommandRunner runner = new CommandRunner(folder, spark.environment(), 0);
    for (String command : MORE) {
      met.addAll(schemas(command, runner.run(ShellWords.split(command)).out()));
    }
    Set<String> all = JsonPage.schemas();
    if (PostgresServer.isThere()) {
      String team = PostgresServer.get().memory(folder.resolve("team")).toString();
      met.addAll(schemas("tm init", runner.run("tm", "init", team, "--json").out()));
      met.addAll(schemas("tm roles", runner.run("tm", "roles", team, "--json").out()));
    } else {
      all.removeAll(List.of("tm-init", "tm-roles"));
    }
    assertThat(met).isEqualTo(all);
  }

  private static Set<String> schemas(String command, String out) throws IOException {
    Set<String> met = new TreeSet<>();
    if (!out.startsWith("{\"") && !out.startsWith("{\n")) {
      return met;
    }
    assertThat(out).as(command).endsWith("}\n").doesNotContain("\\u");
    for (JsonNode document : JsonPage.documents(out)) {
      if (document.has("$schema")) {
        continue; // SARIF
      }
      List<String> valid = new ArrayList<>();
      List<String> problems = new ArrayList<>();
      for (JsonPage.Section section : JsonPage.sections()) {
        if (section.commands().contains(JsonPage.command(ShellWords.split(command)))) {
          List<String> found = section.problems(document, true);
          problems.addAll(found);
          if (found.isEmpty()) {
            valid.add(section.schema());
          }
        }
      }
      assertThat(valid).as(command + ": " + problems + "\n" + document).hasSize(1);
      assertThat(document.fieldNames().next()).as(command).isEqualTo("schema");
      met.addAll(valid);
    }
    return met;
  }

  /** The tests above would pass documents of no form at all if the schemas asked for nothing. */
  @Test
  void everyObjectOfASchemaListsItsRequiredFields() throws IOException {
    for (JsonPage.Section section : JsonPage.sections()) {
      ObjectNode example = (ObjectNode) section.examples().get(0);
      for (Map.Entry<String, JsonNode> member : example.properties()) {
        if (member.getValue() instanceof ArrayNode list && list.path(0).isObject()) {
          ObjectNode hollow = example.deepCopy();
          ((ObjectNode) hollow.path(member.getKey()).path(0)).removeAll();
          assertThat(section.problems(hollow, false))
              .as(section.schema() + " " + member.getKey())
              .isNotEmpty();
        }
      }
    }
  }
}
