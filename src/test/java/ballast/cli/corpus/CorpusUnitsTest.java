package ballast.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.corpus.JobMessage;
import ballast.app.corpus.UnitStream.SentUnits;
import ballast.app.corpus.UnitStream.UnitRow;
import ballast.bitext.Lang;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.FakeSpark;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code ballast corpus import} and {@code export}; src/spark/test has whole jobs. */
final class CorpusUnitsTest extends FolderTest {

  private static JobMessage shard(int units) {
    return JobMessage.of(JobMessage.Kind.PROGRESS, 0, units, "zh-CN");
  }

  private static JobMessage unit(int bead, String source, String target, double confidence) {
    return unit(Lang.ZH_CN, bead, source, target, confidence);
  }

  private static JobMessage unit(
      Lang from, int bead, String source, String target, double confidence) {
    return UnitRow.of(
        new Unit(
            "",
            from,
            Lang.EN_US,
            source,
            target,
            Provenance.aligned("stone", bead, "", Instant.EPOCH, confidence),
            List.of()));
  }

  private static JobMessage ended(int shards) {
    return JobMessage.ended(new SentUnits(shards));
  }

  private FakeSpark spark(int status, JobMessage... says) throws IOException {
    return new FakeSpark(folder.resolve("spark home"), "", status, says);
  }

  private Outcome run(FakeSpark spark, String... args) {
    return new CommandRunner(folder, spark.environment(), 0, () -> CommandRunner.NOW, 0).run(args);
  }

  @Test
  void importsWhatTheJobSends() throws IOException {
    FakeSpark spark =
        spark(
            0,
            shard(3),
            unit(1, "压舱石。", "The ballast stone.", 0.9),
            unit(2, "压舱石。", "The ballast stone.", 0.8),
            unit(3, "两家船厂。", "Two shipyards.", 0.3),
            ended(1));
    Outcome outcome = run(spark, "corpus", "import", "语料", "--tm", "m.db");
    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("m.db: 2 units added, 1 merged, 0 left out");
    assertThat(spark.called())
        .contains("local[*]\n", "--class\nballast.spark.SendUnits\n", "ballast corpus\n");
    String units = new CommandRunner(folder).run("tm", "export", "--all", "--tm", "m.db").out();
    assertThat(units).contains("x-document\">stone<", "x-confidence\">0.30<", "creationid=\"mei\"");
    assertThat(units).doesNotContain("x-context").containsOnlyOnce("压舱石。");
    assertThat(new CommandRunner(folder).run("tm", "list", "--tm", "m.db").out())
        .doesNotContain("stone");
    assertThat(run(spark, "corpus", "import", "语料", "--tm", "m.db").err())
        .contains("m.db: 0 units added, 3 merged");
  }

  @Test
  void fillsAFileForEachShard() throws IOException {
    FakeSpark spark = spark(0, shard(1), unit(1, "压舱石。", "A stone.", 0.9), ended(3));
    Outcome outcome =
        run(spark, "corpus", "import", "corpus", "--tm", "a.b/m.db", "--max-units", "1");
    assertThat(outcome.err())
        .contains("a.b/m.db: 1 unit added", "a.b/m-2.db: 1 unit added", "a.b/m-3.db: 1 unit added");
  }

  @Test
  void leavesNoMemoryAndNoFileBehindIfTheJobFails() throws IOException {
    FakeSpark spark = spark(1, shard(2), unit(1, "压舱石。", "A stone.", 0.9));
    assertThat(run(spark, "corpus", "import", "corpus", "--tm", "m.db").status()).isEqualTo(2);
    assertThat(folder.resolve("m.db")).doesNotExist();
    Outcome export = run(spark, "corpus", "export", "corpus", "-o", "shards");
    assertThat(export.status()).isEqualTo(2);
    assertThat(export.err()).contains("the job on Spark did not finish");
    assertThat(folder.resolve("shards")).isEmptyDirectory();
  }

  @Test
  void namesAUnitThatCannotBeStored() throws IOException {
    FakeSpark spark =
        spark(
            0,
            shard(2),
            unit(1, "压\u0000舱石。", "A stone.", 0.9),
            unit(2, "两家船厂。", "Two shipyards.", 0.9),
            ended(1));
    Outcome outcome = run(spark, "corpus", "import", "corpus", "--tm", "m.db");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("left out bead 1 of stone: ", "1 unit added, 0 merged, 1 left out");
    Outcome told = run(spark, "corpus", "import", "c", "--tm", "m.db", "--json");
    assertThat(told.status()).isEqualTo(1);
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
    Outcome outcome = run(spark, "corpus", "export", "corpus", "-o", "分 片");
    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.err())
        .contains("wrote    分 片: 2 units in 2 files", "left out 2 doubtful units");
    assertThat(read("分 片/000001.tmx"))
        .contains("srclang=\"zh-CN\"", "Stone 1.")
        .doesNotContain("Ship", "Stone 0.");
    assertThat(run(spark, "corpus", "export", "corpus", "-o", "分 片").err())
        .contains("the folder \"分 片\" is not empty");
    assertThat(run(spark, "corpus", "export", "语料", "-o", "y/", "--json").out())
        .isEqualTo(
            """
            {"schema":2,"folder":"y/","units":2,"doubtful":2,"otherLanguages":0,\
            "files":[{"file":"y/000000.tmx","units":1},{"file":"y/000001.tmx","units":1}]}
            """);
    assertThat(
            run(spark, "corpus", "export", "c", "-o", "x", "--format", "tsv", "--gz", "--all")
                .err())
        .contains("4 units in 2 files");
    assertThat(folder.resolve("x/000000.tsv.gz")).isNotEmptyFile();
  }

  @Test
  void aFileOfOnePairOfLanguagesSaysWhatItLeavesOutAndHowToGetIt() throws IOException {
    JobMessage traditional = unit(new Lang("zh-TW"), 2, "港口有霧。", "There is fog.", 0.9);
    FakeSpark both = spark(0, shard(2), unit(1, "压舱石。", "A stone.", 0.9), traditional, ended(1));
    Outcome outcome = run(both, "corpus", "export", "c", "-o", "one", "--format", "xliff");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err())
        .contains("left out 1 unit that is not from zh-CN into en-US", "with --from and --to");
    String[] named = {"corpus", "export", "c", "--format", "xliff", "--from", "zh-TW", "-o"};
    FakeSpark one = spark(0, shard(1), traditional, ended(1));
    for (List<String> more : List.of(List.of("two"), List.of("three", "--to", "en-US"))) {
      List<String> args = new ArrayList<>(List.of(named));
      args.addAll(more);
      Outcome other = run(one, args.toArray(String[]::new));
      assertThat(other.status()).isZero();
      assertThat(other.err()).contains("1 unit in 1 file").doesNotContain("warning");
    }
    assertThat(read("two/000000.xlf")).contains("source-language=\"zh-TW\"", "港口有霧。");
    Outcome wrong = run(one, "corpus", "export", "c", "-o", "four", "--to", "?");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(folder.resolve("four")).doesNotExist();
  }

  @Test
  void anEmptyCorpusGivesNothing() throws IOException {
    FakeSpark spark = spark(0, ended(0));
    assertThat(run(spark, "corpus", "import", "corpus", "--tm", "m.db").err())
        .contains("the corpus has no units");
    assertThat(run(spark, "corpus", "import", "corpus", "--tm", "m.db", "--json").out())
        .contains("\"read\":0", "\"memories\":[]");
    assertThat(folder.resolve("m.db")).doesNotExist();
    assertThat(run(spark, "corpus", "export", "corpus", "-o", "shards").err())
        .contains("0 units in 0 files");
  }

  @Test
  void needsAtLeastOneUnitAFile() throws IOException {
    FakeSpark spark = spark(0, ended(0));
    for (String command : List.of("import", "export")) {
      String[] args = {"corpus", command, "c", "--max-units", "0", "-o", "x"};
      Outcome outcome =
          run(
              spark,
              command.equals("export")
                  ? args
                  : new String[] {"corpus", "import", "c", "--max-units", "0"});
      assertThat(outcome.status()).isEqualTo(2);
      assertThat(outcome.err()).contains("--max-units must be at least 1");
    }
  }
}
