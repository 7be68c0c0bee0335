package ballast.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.corpus.CorpusJobs.CorpusFindings;
import ballast.app.corpus.JobMessage;
import ballast.app.corpus.UnitStream.SentUnits;
import ballast.app.corpus.UnitStream.UnitRow;
import ballast.bitext.Lang;
import ballast.bitext.Severity;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.cli.FakeSpark;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ballast corpus} as a user sees it; src/spark/test has whole jobs. */
final class CorpusCommandsTest extends CommandTest {

  private static final JobMessage STONE = unit(1, "压舱石。", "The ballast stone.", 0.9);
  private static final JobMessage SHIPYARDS = unit(3, "两家船厂。", "Two shipyards.", 0.3);

  private FakeSpark spark() throws IOException {
    return FakeSpark.ofCorpus(folder.resolve("spark home"), "");
  }

  private FakeSpark spark(int status, JobMessage... says) throws IOException {
    return new FakeSpark(folder.resolve("spark home"), "", status, says);
  }

  private Outcome run(int status, FakeSpark spark, String line) {
    return run(status, spark.environment(), "corpus " + line);
  }

  @Test
  void saysHowManyDuplicatesThereAreAndWhatWasNotCompared() throws IOException {
    FakeSpark spark = spark();
    assertThat(run(0, spark, "dedupe out").err())
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
    Outcome outcome = run(0, spark, "dedupe 语料/ --json");
    assertThat(outcome.out())
        .isEqualTo(
            """
            {"schema":2,"folder":"语料/deduped","read":1200,"units":1000,"duplicates":200,"near":30,\
            "tooLong":1,"notCompared":2000}
            """);
    assertThat(outcome.err()).contains("1 unit with more than").doesNotContain("total", "wrote");
    assertThat(run(2, spark, "dedupe c --near 85 --no-near").err())
        .contains("--near and --no-near contradict each other");
    assertThat(run(0, spark, "dedupe c --no-near --json").out()).contains("\"near\":null");
  }

  @ParameterizedTest
  @CsvSource({"local[2], localhost", "spark://head:7077, ''"})
  void aComputerInNoNetworkNeedsNoName(String engine, String name) throws IOException {
    FakeSpark spark = spark();
    run(0, spark, "dedupe out --engine " + engine);
    assertThat(spark.hostname()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"49", "101", "-1"})
  void refusesAScoreThatSaysNothing(String score) {
    assertThat(run(2, Map.of(), "corpus dedupe out --near " + score).err())
        .contains("--near " + score + ": it must be from 50 to 100, or 0");
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
    assertThat(run(2, spark(), line + " --engine flink").err())
        .contains("error: \"flink\" is not an address of Apache Spark");
    assertThat(folder).isDirectoryNotContaining(file -> !file.endsWith("spark home"));
  }

  @Test
  void needsSpark() {
    assertThat(run(2, Map.of(), "corpus stats out").err()).contains("SPARK_HOME is not set");
  }

  @Test
  void showsWhatACorpusHas() throws IOException {
    assertThat(run(0, spark(), "stats out --engine local[2]").out())
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

  /** A job that has checked so many pairs, some in other languages and some broken. */
  private FakeSpark checked(long pairs, long others, long broken, int concepts) throws IOException {
    List<CorpusFindings.Count> counts =
        List.of(
            new CorpusFindings.Count("term-count", Severity.INFO, 7),
            new CorpusFindings.Count("unpaired", Severity.WARNING, 2_000),
            new CorpusFindings.Count("number-mismatch", Severity.WARNING, 3_000));
    return spark(0, JobMessage.ended(new CorpusFindings(pairs, others, broken, concepts, counts)));
  }

  @Test
  void saysHowManyFindingsThereAreAndWhere() throws IOException {
    FakeSpark spark = checked(1_200_000, 5, 0, 119);
    Outcome outcome = run(1, spark, "check corpus --no-glossary --engine local[3]");
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .endsWith(
            """
            checked 1,200,000 pairs against 119 concepts: 0 errors, 5,000 warnings, 7 hints
            warning      3,000  number-mismatch
            warning      2,000  unpaired
            info             7  term-count
            5 pairs in other languages were not checked
            wrote    corpus/findings: 5,007 findings
            """);
    assertThat(spark.called())
        .startsWith("--master\nlocal[3]\n")
        .contains("--class\nballast.spark.CheckCorpus\n");
  }

  @Test
  void tellsAProgramHowManyFindingsThereAre() throws IOException {
    Outcome outcome = run(1, checked(1_200_000, 5, 0, 119), "check corpus --no-glossary --json");
    assertThat(outcome.out())
        .isEqualTo(
            """
            {"schema":2,"folder":"corpus/findings","checked":1200000,"skipped":5,"broken":0,\
            "concepts":119,"findings":5007,"info":7,"warning":5000,"error":0,"counts":[\
            {"rule":"number-mismatch","severity":"warning","findings":3000},\
            {"rule":"unpaired","severity":"warning","findings":2000},\
            {"rule":"term-count","severity":"info","findings":7}]}
            """);
    assertThat(outcome.err()).doesNotContain("checked", "wrote");
  }

  @ParameterizedTest
  @CsvSource({"error,0,0", "warning,0,1", "info,0,1", "never,0,0", "never,1,3"})
  void theExitStatusIsThatOfFailOn(String failOn, long broken, int status) throws IOException {
    run(status, checked(10, 0, broken, 0), "check corpus --no-glossary --fail-on " + failOn);
  }

  @Test
  void takesFailOnFromTheSettingsAndDoesNotUseTheirBaseline() throws IOException {
    write("ballast.toml", "[check]\nfail-on = \"error\"\nbaseline = \"known.tsv\"\n");
    assertThat(run(0, checked(10, 0, 0, 0), "check corpus --no-glossary").err())
        .contains("does not use the baseline of ballast.toml");
  }

  @ParameterizedTest
  @CsvSource({
    "--rule=term-mising, unknown rule \"term-mising\"",
    "--term=船, the glossary has no term \"船\"",
    "--config=nowhere.toml, nowhere.toml"
  })
  void refusesWhatCannotBeMeantBeforeSparkIsStarted(String option, String message)
      throws IOException {
    assertThat(run(2, checked(10, 0, 0, 0), "check corpus --no-glossary " + option).err())
        .contains(message);
    assertThat(folder.resolve("spark home/called")).doesNotExist();
  }

  @Test
  void miningNeedsATermForVariantsAndRefusesSmallNumbers() throws IOException {
    FakeSpark spark =
        spark(0, JobMessage.of(JobMessage.Kind.REFUSED, "there is no such corpus", "make one"));
    assertThat(run(2, spark, "mine corpus --no-glossary --only guards").err())
        .contains("variants and guards need a glossary");
    assertThat(run(2, spark, "mine corpus --min 1").err()).contains("--min 2 or more");
    assertThat(run(2, spark, "mine corpus --no-glossary").err())
        .contains("error: there is no such corpus");
    assertThat(spark.called()).contains("--class\nballast.spark.MineCorpus\n");
  }

  private static JobMessage shard(int units) {
    return JobMessage.of(JobMessage.Kind.PROGRESS, 0, units, "zh-CN");
  }

  private static JobMessage unit(int bead, String source, String target, double confidence) {
    return unit(Lang.ZH_CN, bead, source, target, confidence);
  }

  private static JobMessage unit(
      Lang from, int bead, String source, String target, double confidence) {
    Provenance provenance = Provenance.aligned("stone", bead, "", Instant.EPOCH, confidence);
    return UnitRow.of(new Unit("", from, Lang.EN_US, source, target, provenance, List.of()));
  }

  private static JobMessage ended(int shards) {
    return JobMessage.ended(new SentUnits(shards));
  }

  @Test
  void importsWhatTheJobSends() throws IOException {
    JobMessage again = unit(2, "压舱石。", "The ballast stone.", 0.8);
    FakeSpark spark = spark(0, shard(3), STONE, again, SHIPYARDS, ended(1));
    assertThat(run(0, spark, "import 语料 --tm m.db").err())
        .contains("m.db: 2 units added, 1 merged, 0 left out");
    assertThat(spark.called())
        .contains("local[*]\n", "--class\nballast.spark.SendUnits\n", "ballast corpus\n");
    assertThat(run("tm export --all --tm m.db").out())
        .contains("x-document\">stone<", "x-confidence\">0.30<", "creationid=\"mei\"")
        .doesNotContain("x-context")
        .containsOnlyOnce("压舱石。");
    assertThat(run("tm list --tm m.db").out()).doesNotContain("stone");
    assertThat(run(0, spark, "import 语料 --tm m.db").err())
        .contains("m.db: 0 units added, 3 merged");
  }

  @Test
  void fillsAFileForEachShard() throws IOException {
    FakeSpark spark = spark(0, shard(1), STONE, ended(3));
    assertThat(run(0, spark, "import corpus --tm a.b/m.db --max-units 1").err())
        .contains("a.b/m.db: 1 unit added", "a.b/m-2.db: 1 unit added", "a.b/m-3.db: 1 unit added");
  }

  @Test
  void leavesNoMemoryAndNoFileBehindIfTheJobFails() throws IOException {
    FakeSpark spark = spark(1, shard(2), STONE);
    run(2, spark, "import corpus --tm m.db");
    assertThat(folder.resolve("m.db")).doesNotExist();
    assertThat(run(2, spark, "export corpus -o shards").err())
        .contains("the job on Spark did not finish");
    assertThat(folder.resolve("shards")).isEmptyDirectory();
  }

  @Test
  void namesAUnitThatCannotBeStored() throws IOException {
    FakeSpark spark =
        spark(0, shard(2), unit(1, "压\u0000舱石。", "A stone.", 0.9), SHIPYARDS, ended(1));
    assertThat(run(1, spark, "import corpus --tm m.db").err())
        .contains("left out bead 1 of stone: ", "1 unit added, 0 merged, 1 left out");
    Outcome told = run(1, spark, "import c --tm m.db --json");
    assertThat(told.out())
        .isEqualTo(
            """
            {"schema":2,"read":2,"added":0,"merged":1,"skipped":1,\
            "memories":[{"memory":"m.db","read":2,"added":0,"merged":1,"skipped":1}],\
            "problems":[{"memory":"m.db","document":"stone","bead":1,\
            "reason":"it has an unpaired surrogate or U+0000"}],"moreProblems":0}
            """);
    assertThat(told.err()).contains("left out bead 1 of stone: ").doesNotContain("merged");
  }

  @Test
  void writesAFileForEachShardWithoutDoubtfulUnits() throws IOException {
    List<JobMessage> says = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      says.add(shard(2));
      says.add(unit(1, "压舱石" + i + "。", "Stone " + i + ".", 0.9));
      says.add(unit(2, "船" + i + "。", "Ship " + i + ".", 0.4));
    }
    says.add(ended(2));
    FakeSpark spark = spark(0, says.toArray(JobMessage[]::new));
    assertThat(run(0, spark, "export corpus -o '分 片'").err())
        .contains("wrote    分 片: 2 units in 2 files", "left out 2 doubtful units");
    assertThat(read("分 片/000001.tmx"))
        .contains("srclang=\"zh-CN\"", "Stone 1.")
        .doesNotContain("Ship", "Stone 0.");
    assertThat(run(2, spark, "export corpus -o '分 片'").err())
        .contains("the folder \"分 片\" is not empty");
    assertThat(run(0, spark, "export 语料 -o y/ --json").out())
        .isEqualTo(
            """
            {"schema":2,"folder":"y/","units":2,"doubtful":2,"otherLanguages":0,\
            "files":[{"file":"y/000000.tmx","units":1},{"file":"y/000001.tmx","units":1}]}
            """);
    assertThat(run(0, spark, "export c -o x --format tsv --gz --all").err())
        .contains("4 units in 2 files");
    assertThat(folder.resolve("x/000000.tsv.gz")).isNotEmptyFile();
  }

  @Test
  void aFileOfOnePairOfLanguagesSaysWhatItLeavesOutAndHowToGetIt() throws IOException {
    JobMessage traditional = unit(new Lang("zh-TW"), 2, "港口有霧。", "There is fog.", 0.9);
    FakeSpark both = spark(0, shard(2), STONE, traditional, ended(1));
    assertThat(run(0, both, "export c -o one --format xliff").err())
        .contains("left out 1 unit that is not from zh-CN into en-US", "with --from and --to");
    FakeSpark one = spark(0, shard(1), traditional, ended(1));
    for (String more : List.of("two", "three --to en-US")) {
      assertThat(run(0, one, "export c --format xliff --from zh-TW -o " + more).err())
          .contains("1 unit in 1 file")
          .doesNotContain("warning");
    }
    assertThat(read("two/000000.xlf")).contains("source-language=\"zh-TW\"", "港口有霧。");
    run(2, one, "export c -o four --to ?");
    assertThat(folder.resolve("four")).doesNotExist();
  }

  @Test
  void anEmptyCorpusGivesNothing() throws IOException {
    FakeSpark spark = spark(0, ended(0));
    assertThat(run(0, spark, "import corpus --tm m.db").err()).contains("the corpus has no units");
    assertThat(run(0, spark, "import corpus --tm m.db --json").out())
        .contains("\"read\":0", "\"memories\":[]");
    assertThat(folder.resolve("m.db")).doesNotExist();
    assertThat(run(0, spark, "export corpus -o shards").err()).contains("0 units in 0 files");
  }

  @ParameterizedTest
  @ValueSource(strings = {"import c --max-units 0", "export c --max-units 0 -o x"})
  void needsAtLeastOneUnitAFile(String line) throws IOException {
    assertThat(run(2, spark(0, ended(0)), line).err()).contains("--max-units must be at least 1");
  }
}
