package ballast.app.corpus;

import static ballast.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.RecordBytes;
import ballast.app.corpus.Corpus.CorpusUnits;
import ballast.app.corpus.CorpusJobs.AlignmentJob;
import ballast.app.corpus.CorpusJobs.DeduplicationJob;
import ballast.app.corpus.JobMessage.JobFile;
import ballast.app.corpus.SparkProcess.SparkLog;
import ballast.app.corpus.UnitStream.UnitLanguages;
import ballast.app.corpus.UnitStream.UnitRow;
import ballast.app.corpus.UnitStream.UnitsJob;
import ballast.bitext.InlineCode;
import ballast.bitext.Lang;
import ballast.bitext.Side;
import ballast.bitext.Unit;
import ballast.bitext.Unit.Provenance;
import ballast.bitext.Version;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two processes tell each other arrives as it was sent. */
final class UnitsJobTest extends FolderTest {

  private static final UnitsJob JOB =
      new UnitsJob(
          new CorpusUnits("/家/ann", "s3://bucket/语料", true),
          new UnitLanguages(new Lang("zh-TW"), null),
          5_000_000_000L,
          3,
          false);
  private static final CorpusUnits UNITS = new CorpusUnits("/home/mei", "语料", false);

  @Test
  void arrivesAsItWasSent() {
    assertThat(RecordBytes.read(RecordBytes.of(JOB), UnitsJob.class)).isEqualTo(JOB);
  }

  @Test
  void aLanguageStandsForItsVariantsAndNoneForAll() {
    Lang taiwan = new Lang("zh-TW");
    assertThat(UnitLanguages.ALL.admit(taiwan, Lang.EN_US)).isTrue();
    assertThat(new UnitLanguages(new Lang("zh"), null).admit(taiwan, Lang.EN_US)).isTrue();
    assertThat(new UnitLanguages(Lang.ZH_CN, null).admit(taiwan, Lang.EN_US)).isFalse();
    assertThat(new UnitLanguages(taiwan, new Lang("en-GB")).admit(taiwan, Lang.EN_US)).isFalse();
  }

  @Test
  void aUnitArrivesAsItWasSent() {
    Instant now = Instant.parse("2026-02-14T08:30:00Z");
    Unit unit =
        new Unit(
            "",
            Lang.ZH_CN,
            Lang.EN_US,
            "他说：\t“走\\吧”。\n\r",
            "He said:\n\"Let's go\".",
            Provenance.aligned("文 章/一", 7, "mei", now, 0.1 + 0.2),
            List.of(
                new InlineCode(Side.SOURCE, 2, "bpt", "i=\"1\"", "<b>"),
                new InlineCode(Side.TARGET, 3, "ph", "", "\t")));
    JobMessage received = JobMessage.in(UnitRow.of(unit).line()).orElseThrow();
    assertThat(UnitRow.unit(received, "mei", now)).isEqualTo(unit);
  }

  @Test
  void givesTheJobBack() {
    DeduplicationJob job = new DeduplicationJob(UNITS, 85);
    assertThat(JobFile.job(JobFile.of(job), DeduplicationJob.class)).isEqualTo(job);
  }

  @Test
  void bytesArriveToo() {
    AlignmentJob job = new AlignmentJob("/", "pairs.tsv", "语料", 5, 6, new byte[] {1, -2});
    assertThat(JobFile.job(JobFile.of(job), AlignmentJob.class))
        .usingRecursiveComparison()
        .isEqualTo(job);
  }

  @Test
  void refusesAJobOfAnotherVersion() {
    byte[] file = JobFile.of(new Version("0.0.1"), UNITS);
    assertRefused(
        () -> JobFile.job(file, CorpusUnits.class),
        "the job is of ballast 0.0.1, and the artefact for Spark of");
  }

  private static ShardPlan plan(long max, long... counts) {
    ShardPlan.Counting counting = new ShardPlan.Counting(max);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        counting.add(i, counts[i]);
      }
    }
    return counting.plan();
  }

  private static List<Integer> shards(ShardPlan plan, long... counts) {
    List<Integer> shards = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (long result = 0; result < counts[i]; result++) {
        shards.add(plan.shard(i, result));
      }
    }
    return shards;
  }

  @Test
  void keepsDocumentsWholeUnlessOneIsTooLarge() {
    long[] counts = {2, 2, 1, 0, 4, 11, 1, 5};
    ShardPlan plan = plan(5, counts);
    assertThat(shards(plan, counts))
        .containsExactly(
            0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 5, 6, 6, 6, 6, 6);
    assertThat(plan.shards()).isEqualTo(7);
    assertThat(plan(5).shards()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void fillsFilesInOrderAndNoneTooFull(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] counts = random.longs(60, 0, 23).toArray();
    ShardPlan plan = plan(10, counts);
    List<Integer> shards = shards(plan, counts);
    int[] held = new int[plan.shards()];
    shards.forEach(shard -> held[shard]++);
    assertThat(Arrays.stream(held).boxed().toList()).allMatch(count -> count >= 1 && count <= 10);
    assertThat(shards).isSorted();
  }

  private String reason(String log) throws IOException {
    write("spark.log", log);
    return SparkLog.reason(folder.resolve("spark.log"));
  }

  @Test
  void whatAClusterSaysOfItsExecutorsIsTheReason() throws IOException {
    String log =
        """
        26/11/30 04:40:01 INFO StandaloneAppClient$ClientEndpoint: Executor updated: app-1/8 is now \
        FAILED (java.io.IOException: Cannot run program "java")
        26/11/30 04:40:02 INFO StandaloneAppClient$ClientEndpoint: Executor updated: app-1/9 is now \
        FAILED (java.lang.IllegalStateException: Cannot find any build directories.)
        26/11/30 04:40:02 ERROR StandaloneSchedulerBackend: Application has been killed. Reason: \
        Master removed our application: FAILED
        26/11/30 04:40:02 INFO StandaloneAppClient$ClientEndpoint: Executor updated: app-1/1 is now \
        EXITED (Command exited with code 143)
        26/11/30 04:40:02 ERROR Inbox: Ignoring error
        org.apache.spark.SparkException: Exiting due to error from cluster scheduler: Master removed
        \tat x.Y
        Exception in thread "main" java.lang.IllegalStateException: LiveListenerBus is stopped.
        \tat z.Y
        """;
    assertThat(reason(log))
        .isEqualTo(
            "Master removed our application: FAILED; its last executor failed: Cannot find any"
                + " build directories.");
  }

  @Test
  void aClusterMayEndAnApplicationWithoutExecutors() throws IOException {
    assertThat(
            reason(
                """
                26/11/30 04:40:02 ERROR YarnClientSchedulerBackend: Diagnostics message: Max number \
                of executor failures (3) reached
                org.apache.spark.SparkException: Job 0 cancelled because SparkContext was shut down
                """))
        .isEqualTo("Max number of executor failures (3) reached");
  }

  @Test
  void anExceptionIsTheReasonBeforeThoseOfSparksEnd() throws IOException {
    String end =
        "java.lang.IllegalStateException: Cannot call methods on a stopped SparkContext.\n";
    assertThat(reason("java.io.IOException: Connection reset\n\tat x.Y\n" + end))
        .isEqualTo("Connection reset");
    assertThat(reason(end)).isEqualTo("Cannot call methods on a stopped SparkContext.");
  }

  /** An executor that is lost while others go on is no reason. */
  @Test
  void anExecutorAloneIsNoReason() throws IOException {
    assertThat(
            reason(
                """
                26/11/30 04:40:02 INFO X: Executor updated: app-1/1 is now EXITED (Command exited)
                java.io.IOException: Connection reset
                """))
        .isEqualTo("Connection reset");
  }
}
