package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Lang;
import ballast.language.TextAmount;
import ballast.likeness.Measure;
import ballast.likeness.Pattern;
import ballast.likeness.Symbols;
import ballast.memory.TextKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code corpus dedupe} and {@code corpus stats} beside a plain count of the table of beads. */
final class DedupeTest {

  private static final int NEAR = 85;

  @TempDir static Path folder;

  private static List<CorpusRow> beads = List.of();

  @BeforeAll
  static void align() throws Exception {
    SparkHome.make();
    List<String> list = new ArrayList<>();
    for (String name : List.of("ballast-stone", "distant-friends", "leaning-to-one-side")) {
      String chinese = Files.readString(Path.of("tm/articles", name + ".zh.txt"), UTF_8);
      String english = Files.readString(Path.of("tm/articles", name + ".en.txt"), UTF_8);
      add(list, name, chinese, english);
      add(list, name + " again", chinese, english);
      add(list, name + " edited", edited(chinese, "的", "之"), edited(english, "the", "a"));
    }
    list.add("nowhere.txt\tnowhere.txt\tmissing");
    Files.writeString(folder.resolve("pairs.tsv"), String.join("\n", list) + "\n", UTF_8);
    SparkHome.Outcome outcome =
        ballast("align", "--pairs", "pairs.tsv", "-o", "corpus", "--engine", "local[2]", "--no-tm");
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    beads = CorpusRow.of(folder, "corpus/aligned/parquet");
    assertThat(beads).hasSizeGreaterThan(300);
  }

  private static void add(List<String> list, String name, String chinese, String english)
      throws IOException {
    Files.writeString(folder.resolve(name + ".zh.txt"), chinese, UTF_8);
    Files.writeString(folder.resolve(name + ".en.txt"), english, UTF_8);
    list.add(name + ".zh.txt\t" + name + ".en.txt\t" + name);
  }

  /** The text with every third of these words replaced. */
  private static String edited(String text, String word, String other) {
    String[] parts = text.split("\\b" + word + "\\b|(?<=\\p{IsHan})" + word, -1);
    StringBuilder edited = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      edited.append(i % 3 == 0 ? other : word).append(parts[i]);
    }
    return edited.toString();
  }

  private static SparkHome.Outcome ballast(String... args) throws Exception {
    return SparkHome.ballast(folder, args);
  }

  private static List<CorpusRow> units() {
    return beads.stream().filter(bead -> bead.is("unit")).toList();
  }

  private static String key(CorpusRow unit) {
    return String.join(
        "\t",
        unit.get("source_lang"),
        unit.get("target_lang"),
        TextKey.of(unit.get("source")),
        TextKey.of(unit.get("target")));
  }

  /**
   * A line for each unit that is to be left: its place, copies, and what it is nearly the same as.
   */
  private static List<String> expected() {
    Map<String, List<CorpusRow>> same = new LinkedHashMap<>();
    for (CorpusRow unit : units()) {
      same.computeIfAbsent(key(unit), key -> new ArrayList<>()).add(unit);
    }
    List<CorpusRow> before = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (List<CorpusRow> copies : same.values()) {
      CorpusRow unit = copies.get(0);
      expected.add(unit.place() + " " + copies.size() + " " + near(unit, before));
      before.add(unit);
    }
    return expected;
  }

  private static String near(CorpusRow unit, List<CorpusRow> before) {
    for (CorpusRow other : before) {
      int score = Math.min(score(unit, other, "source"), score(unit, other, "target"));
      if (score >= NEAR) {
        return other.place() + " " + other.get("seq") + " " + other.get("bead") + " " + score;
      }
    }
    return " 0 0 0";
  }

  private static int score(CorpusRow unit, CorpusRow other, String side) {
    if (!unit.get(side + "_lang").equals(other.get(side + "_lang"))) {
      return 0;
    }
    Measure measure = Measure.of(new Lang(unit.get(side + "_lang")));
    return new Pattern(unit.get(side), measure)
        .score(new Symbols().read(other.get(side), measure), NEAR);
  }

  @Test
  void leavesEachPairOnceAndMarksWhatAFullScanFinds() throws Exception {
    List<String> expected = expected();
    long marked = expected.stream().filter(line -> !line.endsWith(" 0 0 0")).count();
    assertThat(marked).isGreaterThan(40);
    SparkHome.Outcome outcome = dedupe("local[1]");
    assertThat(outcome.status()).as(outcome.output()).isZero();
    assertThat(outcome.output())
        .contains(
            "total    %,d units: %,d exact duplicates removed, %,d units marked"
                .formatted(units().size(), units().size() - expected.size(), marked))
        .contains("wrote    corpus/deduped: %,d units".formatted(expected.size()));
    List<CorpusRow> rows = CorpusRow.of(folder, "corpus/deduped/parquet");
    assertThat(rows.stream().map(DedupeTest::line)).containsExactlyElementsOf(expected);
    assertThat(rows.get(0).cells().keySet()).containsAll(beads.get(0).cells().keySet());
    assertThat(files("corpus/deduped"))
        .containsExactlyInAnyOrder(
            "", "parquet", "parquet/000000.parquet", "tsv", "tsv/000000.tsv");
    String lines = Files.readString(folder.resolve("corpus/deduped/tsv/000000.tsv"), UTF_8);
    assertThat(lines.lines()).hasSize(expected.size());
    assertThat(dedupe("local[3]").status()).isZero();
    assertThat(folder.resolve("corpus/deduped/tsv/000000.tsv")).hasContent(lines);
    statistics(expected.size(), marked);
  }

  private static SparkHome.Outcome dedupe(String engine) throws Exception {
    return ballast("corpus", "dedupe", "corpus", "--near", "" + NEAR, "--engine", engine);
  }

  private static String line(CorpusRow row) {
    return String.join(
        " ",
        row.place(),
        row.get("copies"),
        row.get("near"),
        row.get("near_seq"),
        row.get("near_bead"),
        row.get("near_score"));
  }

  private static List<String> files(String name) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(name))) {
      return files.map(file -> folder.resolve(name).relativize(file).toString()).toList();
    }
  }

  /** Interrupted when it was complete, and not yet in place. */
  private void statistics(int distinct, long marked) throws Exception {
    Path corpus = folder.resolve("corpus");
    Files.createDirectories(corpus.resolve("_work"));
    Files.move(corpus.resolve("deduped"), corpus.resolve("_work/deduped"));
    Files.createFile(corpus.resolve("_work/deduped/_COMPLETE"));
    SparkHome.Outcome outcome =
        ballast("corpus", "stats", "corpus", "--json", "-q", "--engine", "local[2]");
    assertThat(corpus.resolve("deduped/parquet")).isDirectory();
    JsonNode json = new ObjectMapper().readTree(outcome.output());
    List<CorpusRow> units = units();
    assertThat(json.get("documents").asLong()).isEqualTo(9);
    assertThat(json.get("rejected").get("failed").asLong()).isEqualTo(1);
    assertThat(json.get("beads").asLong()).isEqualTo(beads.size());
    assertThat(json.get("units").asLong()).isEqualTo(units.size());
    assertThat(json.get("distinct").asLong()).isEqualTo(distinct);
    assertThat(json.get("deduped").get("near").asLong()).isEqualTo(marked);
    assertThat(json.get("oneSided").asLong())
        .isEqualTo(count(bead -> bead.get("source").isEmpty() || bead.get("target").isEmpty()));
    assertThat(json.get("moved").asLong()).isEqualTo(count(bead -> bead.is("moved")));
    assertThat(json.get("doubtful").asLong())
        .isEqualTo(count(bead -> bead.is("unit") && score(bead) < .5));
    for (JsonNode band : json.get("confidence")) {
      double from = band.get("from").asDouble();
      assertThat(band.get("units").asLong())
          .isEqualTo(
              count(
                  bead ->
                      bead.is("unit")
                          && score(bead) >= from
                          && (score(bead) < from + .1 || from == .9)));
    }
    long words = units.stream().mapToLong(unit -> TextAmount.of(unit.get("target")).words()).sum();
    assertThat(json.get("target").get("words").asLong()).isEqualTo(words);
    assertThat(json.get("languages").findValuesAsText("documents")).isNotEmpty();
    assertThat(json.get("types").findValuesAsText("type")).contains("paragraph", "heading");
  }

  private static double score(CorpusRow bead) {
    return Double.parseDouble(bead.get("score"));
  }

  private static long count(java.util.function.Predicate<CorpusRow> condition) {
    return beads.stream().filter(condition).count();
  }

  @Test
  void namesADamagedFileAndATableOfAnotherVersion() throws Exception {
    Path damaged = Files.createDirectories(folder.resolve("damaged/aligned/parquet"));
    byte[] bytes = Files.readAllBytes(folder.resolve("corpus/aligned/parquet/000000.parquet"));
    Files.write(damaged.resolve("000000.parquet"), bytes);
    Arrays.fill(bytes, bytes.length / 3, bytes.length / 2, (byte) 0);
    Files.write(damaged.resolve("000001.parquet"), bytes);
    Files.createDirectories(folder.resolve("damaged/deduped"));
    SparkHome.Outcome outcome = ballast("corpus", "dedupe", "damaged", "--engine", "local[2]");
    assertThat(outcome.status()).as(outcome.output()).isEqualTo(2);
    assertThat(outcome.output())
        .contains("error: \"damaged/aligned/parquet/000001.parquet\" is damaged")
        .doesNotContain("000000");
    assertThat(folder.resolve("damaged/deduped")).isDirectory();

    Files.writeString(
        folder.resolve("one.tsv"), "nowhere.tsv\tnowhere.tsv\tx\n".replace("nowhere", "one"));
    SparkHome.tool(folder, "list", "one.tsv", "other/aligned/parquet");
    SparkHome.Outcome other = ballast("corpus", "stats", "other", "--engine", "local[1]");
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.output())
        .contains("\"other\" was made by another version of Ballast", "no column seq (bigint)");
  }
}
