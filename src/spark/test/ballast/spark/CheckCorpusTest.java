package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code corpus check} and {@code corpus mine} beside {@code check} and {@code glossary mine}. */
final class CheckCorpusTest {

  private static final int DOCUMENTS = 80;
  private static final Pattern LINE = Pattern.compile("units\\.tsv:(\\d+):1");

  /** With terms that have several renderings, and renderings that several terms have. */
  private static final String GLOSSARY =
      """
      id,zh,en
      china,中国,China | PRC
      relation,关系,relations | ties | relationship
      innovation,创新,innovation | developing
      ship,船,ship | vessel | boat
      stone,压舱石,ballast | ballast stone | cornerstone
      far,远方,far away | distant | distance | afar
      old,遥远,distant | far away
      sea,海,sea | ocean | maritime
      voyage,航海,sea | seafaring | navigation
      friend,朋友,friend
      guest,友人,friend
      """;

  @TempDir static Path folder;

  /** The places of the units, in the order of the corpus. */
  private static List<String> places = List.of();

  @BeforeAll
  static void align() throws Exception {
    SparkHome.make();
    Files.writeString(folder.resolve("terms.csv"), GLOSSARY, UTF_8);
    Files.writeString(folder.resolve("pairs.tsv"), String.join("\n", list()) + "\n", UTF_8);
    SparkHome.Outcome outcome =
        ballast("align", "--pairs", "pairs.tsv", "-o", "corpus", "--engine", "local[2]", "--no-tm");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    SparkHome.Outcome units =
        SparkHome.tool(folder, "units", "corpus/aligned/parquet", "units.tsv");
    assertThat(folder.resolve("places")).as(units.output()).isNotEmptyFile();
    places = Files.readAllLines(folder.resolve("places"), UTF_8);
    assertThat(places).hasSizeGreaterThan(2_500);
  }

  /** Documents that share sentences, with other translations, wrong numbers and lone signs. */
  private static List<String> list() throws IOException {
    SplittableRandom random = new SplittableRandom(26);
    List<String> names =
        List.of("ballast-stone", "distant-friends", "leaning-to-one-side", "new-productive-forces");
    List<String> list = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      Path article = Path.of("tm/articles").resolve(names.get(i % names.size()));
      String chinese = Files.readString(Path.of(article + ".zh.txt"), UTF_8);
      String english = Files.readString(Path.of(article + ".en.txt"), UTF_8);
      String who = i % 2 == 0 ? "朋友" : "友人";
      Files.writeString(
          folder.resolve(i + ".zh.txt"), "这是第" + i + "篇。\n\n" + who + "来了。\n\n" + chinese, UTF_8);
      Files.writeString(
          folder.resolve(i + ".en.txt"),
          "This is No. "
              + (i % 9 == 0 ? i + 1 : i)
              + ".\n\nThe friend has come.\n\n"
              + spoilt(english, random),
          UTF_8);
      list.add(i + ".zh.txt\t" + i + ".en.txt\tdocument " + i);
    }
    return list;
  }

  private static String spoilt(String english, SplittableRandom random) {
    return Arrays.stream(english.split("(?<=\\. )"))
        .map(sentence -> random.nextInt(25) == 0 ? "\u201c" + sentence : sentence)
        .map(sentence -> random.nextInt(25) == 0 ? sentence + "\u201d " : sentence)
        .map(sentence -> random.nextInt(30) == 0 ? sentence.replace("the ", "the the ") : sentence)
        .map(sentence -> random.nextInt(9) == 0 ? sentence.replace("China", "the PRC") : sentence)
        .map(sentence -> random.nextInt(9) == 0 ? sentence.replace("ment", "ing") : sentence)
        .collect(Collectors.joining());
  }

  private static SparkHome.Outcome ballast(String... args) throws Exception {
    return SparkHome.ballast(folder, args);
  }

  private static List<Path> files(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.sorted().toList();
    }
  }

  /** A text of the ordinary command with the places of the corpus in it. */
  private static String placed(String text) {
    return LINE.matcher(text).replaceAll(line -> places.get(Integer.parseInt(line.group(1)) - 1));
  }

  /**
   * The results of a SARIF log, each as one text that begins with its place in the corpus.
   *
   * @param usual whether the ordinary command has written it
   */
  private static List<String> results(Path file, boolean usual) throws IOException {
    List<String> results = new ArrayList<>();
    for (JsonNode result : new ObjectMapper().readTree(file.toFile()).at("/runs/0/results")) {
      JsonNode where = result.at("/locations/0/physicalLocation");
      String document = where.at("/artifactLocation/uri").asText().replace("%20", " ");
      String place = document + ":" + where.at("/region/startLine").asInt() + ":1";
      ((ObjectNode) result).remove("locations");
      String text = place + " " + result;
      results.add(usual ? placed(text) : text);
    }
    return results;
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[1]", "local[2]"})
  void findsWhatTheOrdinaryCommandFindsInTheSameUnits(String engine) throws Exception {
    SparkHome.Outcome usual =
        ballast("check", "units.tsv", "--glossary", "terms.csv", "-o", "all.sarif", "--force");
    assertThat(usual.status()).as(usual.output()).isEqualTo(1);
    List<String> expected = results(folder.resolve("all.sarif"), /* usual= */ true);
    assertThat(expected).hasSizeGreaterThan(500);
    for (String rule :
        List.of("inconsistent-translation", "target-collision", "term-inconsistent", "unpaired")) {
      assertThat(expected).anyMatch(result -> result.contains(rule));
    }

    SparkHome.Outcome outcome =
        ballast("corpus", "check", "corpus", "--glossary", "terms.csv", "--engine", engine);
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.output())
        .contains("wrote    corpus/findings: " + String.format("%,d", expected.size()));
    assertThat(files("corpus/findings/sarif")).hasSize(1);
    assertThat(results(folder.resolve("corpus/findings/sarif/000000.sarif"), false))
        .isEqualTo(expected);
    assertThat(folder.resolve("corpus/_work")).doesNotExist();

    if (engine.equals("local[2]")) {
      tellsTheSameInParquet(expected);
    }
  }

  private static void tellsTheSameInParquet(List<String> expected) throws Exception {
    SparkHome.tool(folder, "rows", "corpus/findings/parquet", "rows", "document,bead,rule");
    List<String> rows = Files.readAllLines(folder.resolve("rows"), UTF_8);
    assertThat(rows).hasSameSizeAs(expected);
    for (int i = 0; i < rows.size(); i++) {
      String[] cells = rows.get(i).split("\t", -1);
      assertThat(expected.get(i))
          .startsWith(cells[0] + ":" + cells[1] + ":1 ")
          .contains('"' + cells[2] + '"');
    }
  }

  @Test
  void obeysSettingsAndLeavesEarlierFindingsWhenItIsRefused() throws Exception {
    Files.writeString(folder.resolve("rules.toml"), "[rules]\nrepeated-word = \"error\"\n", UTF_8);
    SparkHome.Outcome outcome =
        ballast(
            "corpus",
            "check",
            "corpus",
            "--config",
            "rules.toml",
            "--no-glossary",
            "--rule",
            "repeated-word",
            "--engine",
            "local[2]");
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(1);
    assertThat(outcome.output()).contains("against 0 concepts: ", ", 0 warnings, 0 hints");
    Path log = folder.resolve("corpus/findings/sarif/000000.sarif");
    byte[] before = Files.readAllBytes(log);
    assertThat(results(log, false))
        .isNotEmpty()
        .allMatch(result -> result.contains("repeated-word"));

    SparkHome.Outcome refused =
        ballast("corpus", "check", "corpus", "--deduped", "--no-glossary", "--engine", "local[1]");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.output()).contains("\"corpus\" has no deduped/parquet", "corpus dedupe");
    assertThat(log).hasBinaryContent(before);
  }

  @Test
  void namesADamagedFile() throws Exception {
    Path other = Files.createDirectories(folder.resolve("other/aligned/parquet"));
    Path whole = files("corpus/aligned/parquet").get(0);
    byte[] bytes = Files.readAllBytes(whole);
    // Most of a file are the texts.
    Arrays.fill(bytes, bytes.length / 4, bytes.length / 4 * 3, (byte) 0);
    Files.write(other.resolve("000000.parquet"), bytes);
    SparkHome.Outcome outcome =
        ballast("corpus", "check", "other", "--no-glossary", "--engine", "local[1]");
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output()).contains("other/aligned/parquet/000000.parquet\" is damaged");
    assertThat(folder.resolve("other/findings")).doesNotExist();
  }

  @Test
  void findsNothingInACorpusWithoutFaults() throws Exception {
    SparkHome.Outcome outcome =
        ballast(
            "corpus",
            "check",
            "corpus",
            "--no-glossary",
            "--rule",
            "term-missing",
            "--engine",
            "local[2]");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(results(folder.resolve("corpus/findings/sarif/000000.sarif"), false)).isEmpty();
    assertThat(files("corpus/findings/parquet")).hasSize(1);
  }

  @Test
  void minesWhatTheOrdinaryCommandMinesFromTheSameUnits() throws Exception {
    String[] usual = {"glossary", "mine", "units.tsv", "--glossary", "terms.csv", "--json"};
    String[] mine = {
      "corpus", "mine", "corpus", "--glossary", "terms.csv", "--json", "--engine", "local[2]"
    };
    JsonNode expected = json(ballast(usual).output(), true);
    JsonNode mined = json(ballast(mine).output(), false);
    assertThat(expected.at("/candidates").size()).isGreaterThan(20);
    assertThat(mined.toPrettyString()).isEqualTo(expected.toPrettyString());
  }

  /**
   * The JSON in an output, with the places of the corpus.
   *
   * @param usual whether the ordinary command has written it
   */
  private static JsonNode json(String output, boolean usual) throws IOException {
    String text = output.substring(output.indexOf('{'), output.lastIndexOf('}') + 1);
    JsonNode json = new ObjectMapper().readTree(text);
    for (String kind : List.of("candidates", "variants", "not_in")) {
      for (JsonNode one : json.at("/" + kind)) {
        String place = one.at("/file").asText() + ":" + one.at("/line").asInt() + ":1";
        ((ObjectNode) one).remove("line");
        ((ObjectNode) one).put("file", usual ? placed(place) : place);
      }
    }
    return json;
  }
}
