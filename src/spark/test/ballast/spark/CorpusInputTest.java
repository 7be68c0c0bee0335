package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists, folders and clusters that are not as usual. */
@SuppressWarnings("NullAway.Init") // found before the tests
final class CorpusInputTest {

  private static final String UNANSWERED = "error: no Spark answers at spark://127.0.0.1:";

  @TempDir static Path folder;
  private static ServerSocket silent;
  private static Process waiting;

  @BeforeAll
  static void putTexts() throws Exception {
    SparkHome.make();
    for (String language : List.of("zh", "en")) {
      Files.copy(
          Path.of("tm/articles/ballast-stone." + language + ".txt"),
          folder.resolve(language + ".txt"));
    }
    Files.writeString(folder.resolve("one.tsv"), "zh.txt\ten.txt\tone\n", UTF_8);
    // Spark waits for a minute, while the tests run.
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    String engine = "spark://127.0.0.1:" + silent.getLocalPort();
    Path output = folder.resolve("silent");
    waiting = SparkHome.start(folder, output, "corpus", "stats", ".", "--engine", engine);
  }

  @AfterAll
  static void aServerThatIsNoSparkIsNamed() throws Exception {
    assertThat(waiting.waitFor()).isEqualTo(2);
    assertThat(folder.resolve("silent")).content().contains(UNANSWERED + silent.getLocalPort());
    silent.close();
  }

  private static SparkHome.Outcome align(String out, String list) throws Exception {
    return SparkHome.ballast(
        folder, "align", "--pairs", list, "-o", out, "--engine", "local[1]", "--no-tm");
  }

  private static List<String> rejectsIn(String out) throws IOException {
    return Files.readAllLines(folder.resolve(out).resolve("rejects/tsv/000000.tsv"), UTF_8);
  }

  @Test
  void namesWithBracketsAreNamesAndBadRowsAreNamed() throws Exception {
    String rows =
        "select * from values (0, 'a', 'zh.txt', 'en.txt'),"
            + " (1, 'b', 'zh.txt', concat('en.txt', char(0))),"
            + " (2, 'c', '', 'en.txt'), (3, 'd', './zh.txt', 'en.txt')"
            + " as t(n, document, source_file, target_file)";
    SparkHome.Outcome made =
        SparkHome.tool(
            folder,
            "sql",
            "港口 a%41[1]{2}*?",
            rows,
            "texts 港口 a%41[1]",
            "select 'x' as document, z.content as source, e.content as target"
                + " from binaryFile.`zh.txt` z, binaryFile.`en.txt` e");
    String list = "港口 a%41[1]{2}*?";
    SparkHome.Outcome outcome = align("out {a,b}[1]*?", list);
    assertThat(outcome.output()).as(made.output()).contains("4 pairs: 1 aligned, 3 failed");
    List<String> bad = rejectsIn("out {a,b}[1]*?");
    assertThat(bad.get(0)).matches("b\t.*:2: cannot use \"en.txt.* as a file name");
    assertThat(bad.get(1)).matches("c\t.*:3: the name of a file is empty");
    assertThat(bad.get(2)).matches(".*:4: the pair repeats .*:1");
    assertThat(align("texts", "texts 港口 a%41[1]").output()).contains("1 pair: 1 aligned");
    theOtherCommandsTakeTheFolder("out {a,b}[1]*?");
  }

  private static void theOtherCommandsTakeTheFolder(String out) throws Exception {
    for (String command : List.of("dedupe", "check")) {
      SparkHome.Outcome outcome = SparkHome.ballast(folder, "corpus", command, out);
      assertThat(outcome.output()).doesNotContain("error:");
    }
    Path table = folder.resolve(out + "/rejects/parquet/000000.parquet");
    SparkHome.Outcome stats = SparkHome.ballast(folder, "corpus", "stats", out);
    assertThat(stats.output()).containsPattern("rejected: failed +3\\n");
    Files.write(table, new byte[0]);
    assertThat(SparkHome.ballast(folder, "corpus", "stats", out).output())
        .contains("/rejects/parquet/000000.parquet\" is damaged", "it tries the documents again");
  }

  @Test
  void aColumnOfAWrongTypeIsNamedAndSoIsAListOfFilesAtAnAddress() throws Exception {
    SparkHome.tool(
        folder,
        "sql",
        "a wrong type",
        "select 1 as document, binary('zh.txt') as source_file, 't' as target_file",
        "a struct",
        "select 1 as document, struct(1) as source, 't' as target");
    assertThat(align("unmade", "a wrong type").output())
        .contains("the column source_file of the list \"a wrong type/part-", "is binary")
        .contains("it must be string");
    assertThat(align("unmade", "a struct").output())
        .contains("the column source of the list \"a struct/part-", "is struct<col1:int>")
        .contains("it must be string or binary");
    String address = folder.resolve("one.tsv").toUri().toString();
    assertThat(align("unmade", address).output())
        .contains("one.tsv\" is not Parquet, which a list at an address must be");
    assertThat(folder.resolve("unmade")).doesNotExist();
  }

  @Test
  void aClusterThatDoesNotAnswerIsNoDamage() throws Exception {
    assertThat(align("sound", "one.tsv").status()).isZero();
    SparkHome.Outcome outcome =
        SparkHome.ballast(folder, "corpus", "stats", "sound", "--engine", "spark://127.0.0.1:1");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.output()).contains(UNANSWERED + 1).doesNotContain("damaged");
  }
}
