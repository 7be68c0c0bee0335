package ballast.server.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.cli.CommandRunner;
import ballast.cli.CommandTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a program is answered about a pair is what {@code ballast check} finds in a file with that
 * pair alone: for all pairs of the golden cases of check, and of the sample articles.
 */
@Tag("server")
final class SamePairsTest extends CommandTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private static final Pattern PAIR =
      Pattern.compile("^[^\\t]*\\p{IsHan}[^\\t]*\\t[^\\t]*[A-Za-z][^\\t]*");

  @Test
  void theAnswersAreTheFindingsOfCheck() throws IOException {
    Files.createDirectories(folder.resolve("glossary"));
    Files.copy(Path.of("glossary/diplomacy.csv"), folder.resolve("glossary/diplomacy.csv"));
    write(
        "glossary/more.csv",
        "zh,en,status\n渡船,ferry,preferred\n渡船,boat,forbidden\n港口,port,preferred\n");
    List<Pair> pairs = List.copyOf(pairs());
    Files.write(folder.resolve("all.tsv"), pairs.stream().map(Pair::line).toList(), UTF_8);
    JsonNode together = check("all.tsv");
    int findings = 0;
    try (Served served = new Served(folder)) {
      for (int i = 0; i < pairs.size(); i++) {
        Pair pair = pairs.get(i);
        List<String> answered = answered(served, pair);
        if (!answered.equals(found(together, i + 1, pair))) {
          // Some rules compare pairs: alone, this one must have other findings.
          write("one.tsv", pair.line() + "\n");
          assertThat(answered).as(pair.line()).isEqualTo(found(check("one.tsv"), 1, pair));
        }
        findings += answered.size();
      }
      assertThat(served.failures()).isEmpty();
    }
    assertThat(findings).as("findings in all").isGreaterThan(100);
  }

  private JsonNode check(String file) throws IOException {
    return MAPPER.readTree(run("check", file, "--format", "json").out());
  }

  record Pair(String line) {

    String source() {
      return cell(0);
    }

    String target() {
      return cell(1);
    }

    private String cell(int index) {
      return line.split("\t", -1)[index]
          .replace("\\n", "\n")
          .replace("\\t", "\t")
          .replace("\\\\", "\\");
    }
  }

  /** In Chinese and English, in that order. */
  private Set<Pair> pairs() throws IOException {
    Set<Pair> pairs = new LinkedHashSet<>(samples(folder));
    assertThat(pairs).hasSizeGreaterThan(100);
    Path shared = GOLDEN.resolve("shared").toAbsolutePath();
    for (Path english : files(shared)) {
      String name = english.getFileName().toString();
      if (name.matches(".*\\.en(\\.v2)?\\.txt")) {
        Path chinese = shared.resolve(name.replaceFirst("(-draft)?\\.en.*", ".zh.txt"));
        Path made = folder.resolve(name + ".tsv");
        run("align", chinese.toString(), english.toString(), "--no-tm", "-o", made.toString());
        add(made, pairs);
      }
    }
    for (Path golden : files(GOLDEN.resolve("check"))) {
      add(golden, pairs);
    }
    return pairs;
  }

  static Set<Pair> samples(Path folder) throws IOException {
    Set<Pair> pairs = new LinkedHashSet<>();
    Path made = folder.resolve("samples.tsv");
    new CommandRunner(folder)
        .run("convert", Path.of("tm/articles.tmx").toAbsolutePath().toString(), made.toString());
    add(made, pairs);
    return pairs;
  }

  private static void add(Path file, Set<Pair> pairs) throws IOException {
    for (String line : Files.readAllLines(file, UTF_8)) {
      Matcher pair = PAIR.matcher(line);
      if (pair.find()) {
        pairs.add(new Pair(pair.group()));
        pairs.add(new Pair(damaged(pair.group())));
      }
    }
  }

  /** The same pair with an astral character, a repeated word and another number in front. */
  private static String damaged(String line) {
    return line.replaceFirst("\t", "\t😀 the the 7 ").replaceFirst("[Bb]allast", "stone");
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static List<String> found(JsonNode report, int line, Pair pair) {
    List<String> found = new ArrayList<>();
    for (JsonNode finding : report.path("findings")) {
      if (finding.path("line").asInt() == line) {
        JsonNode span = finding.at("/target/spans/0");
        String target = pair.target();
        boolean isWhole = span.isMissingNode();
        found.add(
            described(
                finding.path("rule"),
                isWhole
                    ? target.length() - target.stripLeading().length()
                    : target.offsetByCodePoints(0, span.path(0).asInt()),
                isWhole
                    ? target.stripTrailing().length()
                    : target.offsetByCodePoints(0, span.path(1).asInt()),
                finding.path("severity").asText(),
                finding.path("message")));
      }
    }
    return found;
  }

  private static String described(
      JsonNode rule, int start, int end, String severity, JsonNode message) {
    return "%s [%d,%d) %s %s".formatted(rule.asText(), start, end, severity, message.asText());
  }

  /** Rule, start and end of each mark that a client is told of. */
  static List<String> places(Served served, Pair pair) throws IOException {
    return answered(served, pair).stream()
        .map(one -> one.replaceFirst("^(\\S+) \\[(\\d+),(\\d+)\\)(?s:.*)", "$1 $2 $3"))
        .toList();
  }

  private static List<String> answered(Served served, Pair pair) throws IOException {
    JsonNode answer =
        served.post(
            "/v2/check",
            Map.of("text", pair.target(), "language", "en-US", "srctext", pair.source()));
    List<String> found = new ArrayList<>();
    for (JsonNode match : answer.path("matches")) {
      int start = match.path("offset").asInt();
      String category = match.at("/rule/category/id").asText().replace("BALLAST_", "");
      found.add(
          described(
              match.at("/rule/id"),
              start,
              start + match.path("length").asInt(),
              category.toLowerCase(Locale.ROOT),
              match.path("message")));
    }
    return found;
  }
}
