package ballast.cli.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.corpus.CorpusJobs.CorpusFindings;
import ballast.app.corpus.JobMessage;
import ballast.bitext.Severity;
import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.FakeSpark;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CorpusCheckTest extends FolderTest {

  private static final List<CorpusFindings.Count> COUNTS =
      List.of(
          new CorpusFindings.Count("term-count", Severity.INFO, 7),
          new CorpusFindings.Count("unpaired", Severity.WARNING, 2_000),
          new CorpusFindings.Count("number-mismatch", Severity.WARNING, 3_000));

  private Outcome run(Map<String, String> environment, String... more) {
    List<String> args = new ArrayList<>(List.of("corpus", "check", "corpus", "--no-glossary"));
    args.addAll(List.of(more));
    return new CommandRunner(folder, environment, 0, () -> CommandRunner.NOW, 0)
        .run(args.toArray(String[]::new));
  }

  private FakeSpark spark(CorpusFindings findings) throws IOException {
    return new FakeSpark(folder.resolve("spark home"), "", 0, JobMessage.ended(findings));
  }

  @Test
  void saysHowManyFindingsThereAreAndWhere() throws IOException {
    FakeSpark spark = spark(new CorpusFindings(1_200_000, 5, 0, 119, COUNTS));
    Outcome outcome = run(spark.environment(), "--engine", "local[3]");
    assertThat(outcome.status()).isEqualTo(1);
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
    FakeSpark spark = spark(new CorpusFindings(1_200_000, 5, 0, 119, COUNTS));
    Outcome outcome = run(spark.environment(), "--json");
    assertThat(outcome.status()).isEqualTo(1);
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
    FakeSpark spark = spark(new CorpusFindings(10, 0, broken, 0, COUNTS));
    assertThat(run(spark.environment(), "--fail-on", failOn).status()).isEqualTo(status);
  }

  @Test
  void takesFailOnFromTheSettingsAndDoesNotUseTheirBaseline() throws IOException {
    write("ballast.toml", "[check]\nfail-on = \"error\"\nbaseline = \"known.tsv\"\n");
    FakeSpark spark = spark(new CorpusFindings(10, 0, 0, 0, COUNTS));
    Outcome outcome = run(spark.environment());
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).contains("does not use the baseline of ballast.toml");
  }

  @ParameterizedTest
  @CsvSource({
    "--rule=term-mising, unknown rule \"term-mising\"",
    "--term=船, the glossary has no term \"船\"",
    "--config=nowhere.toml, nowhere.toml"
  })
  void refusesWhatCannotBeMeantBeforeSparkIsStarted(String option, String message)
      throws IOException {
    FakeSpark spark = spark(new CorpusFindings(10, 0, 0, 0, COUNTS));
    Outcome outcome = run(spark.environment(), option);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(message);
    assertThat(folder.resolve("spark home/called")).doesNotExist();
  }

  @Test
  void miningNeedsATermForVariantsAndRefusesSmallNumbers() throws IOException {
    FakeSpark spark =
        new FakeSpark(
            folder.resolve("spark home"),
            "",
            0,
            JobMessage.of(JobMessage.Kind.REFUSED, "there is no such corpus", "make one"));
    CommandRunner runner =
        new CommandRunner(folder, spark.environment(), 0, () -> CommandRunner.NOW, 0);
    assertThat(runner.run("corpus", "mine", "corpus", "--no-glossary", "--only", "guards").err())
        .contains("variants and guards need a glossary");
    assertThat(runner.run("corpus", "mine", "corpus", "--min", "1").err())
        .contains("--min 2 or more");
    assertThat(runner.run("corpus", "mine", "corpus", "--no-glossary").err())
        .contains("error: there is no such corpus");
    assertThat(spark.called()).contains("--class\nballast.spark.MineCorpus\n");
  }
}
