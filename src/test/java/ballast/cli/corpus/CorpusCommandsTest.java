package ballast.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.FakeSpark;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ballast corpus} as a user sees it; src/spark/test has whole jobs. */
final class CorpusCommandsTest extends FolderTest {

  private FakeSpark spark() throws IOException {
    return FakeSpark.ofCorpus(folder.resolve("spark home"), "");
  }

  private Outcome run(Map<String, String> environment, String... args) {
    return new CommandRunner(folder, environment, 0, () -> CommandRunner.NOW, 0).run(args);
  }

  @Test
  void saysHowManyDuplicatesThereAreAndWhatWasNotCompared() throws IOException {
    FakeSpark spark = spark();
    Outcome outcome = run(spark.environment(), "corpus", "dedupe", "out");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err())
        .contains(
            "total    1,200 units: 200 exact duplicates removed, 30 units marked as nearly the"
                + " same as an earlier one\n",
            "wrote    out/deduped: 1,000 units\n",
            "1 unit with more than 10,000 characters or words in a text: not compared with others",
            "2,000 pairs of units not compared");
    assertThat(spark.called())
        .startsWith("--master\nlocal[*]\n")
        .contains("--class\nballast.spark.DedupeCorpus\n");
  }

  @Test
  void tellsAProgramHowManyDuplicatesThereAre() throws IOException {
    FakeSpark spark = spark();
    Outcome outcome = run(spark.environment(), "corpus", "dedupe", "语料/", "--json");
    assertThat(outcome.out())
        .isEqualTo(
            """
            {"schema":2,"folder":"语料/deduped","read":1200,"units":1000,"duplicates":200,"near":30,\
            "tooLong":1,"notCompared":2000}
            """);
    assertThat(outcome.err()).contains("1 unit with more than").doesNotContain("total", "wrote");
    Outcome both = run(spark.environment(), "corpus", "dedupe", "c", "--near", "85", "--no-near");
    assertThat(both.status()).isEqualTo(2);
    assertThat(both.err()).contains("--near and --no-near contradict each other");
    assertThat(run(spark.environment(), "corpus", "dedupe", "c", "--no-near", "--json").out())
        .contains("\"near\":null");
  }

  @Test
  void aComputerInNoNetworkNeedsNoName() throws IOException {
    FakeSpark spark = spark();
    run(spark.environment(), "corpus", "dedupe", "out", "--engine", "local[2]");
    assertThat(spark.hostname()).isEqualTo("localhost");
    run(spark.environment(), "corpus", "dedupe", "out", "--engine", "spark://head:7077");
    assertThat(spark.hostname()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"49", "101", "-1"})
  void refusesAScoreThatSaysNothing(String score) {
    Outcome outcome = run(Map.of(), "corpus", "dedupe", "out", "--near", score);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("--near " + score + ": it must be from 50 to 100, or 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dedupe out",
        "stats out",
        "check out",
        "mine out --no-glossary -o terms.csv",
        "export out -o units",
        "import out --tm corpus.db"
      })
  void refusesWhatIsNoAddressOfSparkBeforeAnythingIsDone(String line) throws IOException {
    Outcome outcome = run(spark().environment(), ("corpus " + line + " --engine flink").split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("error: \"flink\" is not an address of Apache Spark");
    assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("spark home"));
  }

  @Test
  void needsSpark() {
    Outcome outcome = run(Map.of(), "corpus", "stats", "out");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("SPARK_HOME is not set");
  }

  @Test
  void showsWhatACorpusHas() throws IOException {
    Outcome outcome = run(spark().environment(), "corpus", "stats", "out", "--engine", "local[2]");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out())
        .isEqualTo(
            """
            documents                            24
            rejected: failed                      3
                      unrelated                   1
                      bugs                        1
            beads                             1,300
              one-sided                          40
              moved                               5
            units                             1,200
              doubtful (below .5)                14
              distinct                        1,000
              exact duplicates                  200
              marked nearly the same             30
            source: characters               30,000
                    words                    29,000
            target: characters               90,000
                    words                    20,000
            confidence 0.0 to 0.1                 0
                       0.1 to 0.2                 1
                       0.2 to 0.3                 2
                       0.3 to 0.4                 3
                       0.4 to 0.5                 8
                       0.5 to 0.6                20
                       0.6 to 0.7                40
                       0.7 to 0.8                80
                       0.8 to 0.9               160
                       0.9 to 1.0               886
            zh-CN to en-US
              documents                          24
              beads                           1,300
              units                           1,200
              source: characters             30,000
                      words                  29,000
              target: characters             90,000
                      words                  20,000
            type heading                        100 beads, 90 units
            type paragraph                    1,200 beads, 1,110 units
            """);
  }
}
