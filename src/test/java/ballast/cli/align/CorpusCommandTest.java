package ballast.cli.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.FolderTest;
import ballast.app.corpus.CorpusJobs.CorpusTotals;
import ballast.app.corpus.JobMessage;
import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.FakeSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ballast align --engine} as a user sees it; src/spark/test has whole jobs. */
final class CorpusCommandTest extends FolderTest {

  private Outcome run(Map<String, String> environment, String... more) {
    return runOn("local[2]", environment, more);
  }

  private Outcome runOn(String engine, Map<String, String> environment, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("align", "--pairs", "pairs.tsv", "-o", "corpus", "--engine", engine));
    args.addAll(List.of(more));
    return new CommandRunner(folder, environment, 0, () -> CommandRunner.NOW, 0)
        .run(args.toArray(String[]::new));
  }

  private FakeSpark spark(String log, int status, JobMessage... says) throws IOException {
    return new FakeSpark(folder.resolve("spark home"), log, status, says);
  }

  @Test
  void saysHowToGetSparkIfThereIsNone() {
    Outcome outcome = run(Map.of());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("SPARK_HOME is not set", "spark.apache.org/downloads");
  }

  @Test
  void saysThatSparkHomeIsNotSparks() {
    Outcome outcome = run(Map.of("SPARK_HOME", folder.toString()));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("there is no Spark in SPARK_HOME", "bin/spark-submit");
  }

  @Test
  void saysHowToBuildTheArtefactIfItIsMissing() throws IOException {
    String home = spark("", 0).environment().get("SPARK_HOME");
    Outcome outcome =
        run(Map.of("SPARK_HOME", String.valueOf(home), "BALLAST_SPARK_JAR", "nowhere.jar"));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("nowhere.jar", "mvn -Pfast -f src/spark/pom.xml package");
  }

  @Test
  void saysThatTheArtefactIsAnotherFile() throws IOException {
    FakeSpark spark = spark("", 0, JobMessage.ended(new CorpusTotals(1, 1, 0, 0, 0, 0, 0)));
    Map<String, String> named = new HashMap<>(spark.environment());
    Path other = folder.resolve("ballast.jar");
    named.put("BALLAST_SPARK_JAR", other.toString());
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(other))) {
      jar.putNextEntry(new ZipEntry("ballast/cli/Main.class"));
    }
    assertThat(run(named).err())
        .contains(
            "ballast.jar\" is not ballast-spark.jar", "mvn -Pfast -f src/spark/pom.xml package");
    Files.writeString(other, "This is no archive at all.", UTF_8);
    Outcome outcome = run(named);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(
            "cannot read the part of Ballast",
            "ballast.jar",
            "mvn -Pfast -f src/spark/pom.xml package");
    assertThat(folder.resolve("spark home/called")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"0,0,0,0", "1,0,0,2", "0,1,0,1", "1,0,1,3"})
  void tellsTheTotalsAndGivesTheStatusOfTheWorst(long failed, long unrelated, long bugs, int status)
      throws IOException {
    CorpusTotals totals = new CorpusTotals(1_000, 900, 40, failed, unrelated, bugs, 3);
    FakeSpark spark =
        spark("", 0, JobMessage.of(JobMessage.Kind.PROGRESS, 3, 4, 1), JobMessage.ended(totals));
    Outcome outcome = run(spark.environment());
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.err())
        .contains("total    1,000 pairs: 900 aligned, 40 already aligned")
        .contains("wrote    corpus/aligned: 900 documents")
        .contains("kept     3 documents that the corpus has and the list does not name");
    String rejected = "1 document rejected; corpus/rejects/tsv says why";
    if (failed + unrelated > 0) {
      // As the ordinary command has it: only what failed is an error.
      assertThat(outcome.err()).contains((failed > 0 ? "error: " : "warning: ") + rejected);
      assertThat(run(spark.environment(), "-q").err())
          .startsWith((failed > 0 ? "error: " : "warning: ") + rejected)
          .hasLineCount(1);
    } else {
      assertThat(run(spark.environment(), "-q").err()).isEmpty();
    }
    assertThat(spark.called())
        .startsWith("--master\nlocal[2]\n")
        .contains("--class\nballast.spark.AlignCorpus\n");
  }

  @ParameterizedTest
  @CsvSource({"local[2], true", "spark://head:7077, false", "yarn, false"})
  void choosesOptionsOnThisComputerOnly(String engine, boolean chooses) throws IOException {
    FakeSpark spark = spark("", 0, JobMessage.ended(new CorpusTotals(1, 1, 0, 0, 0, 0, 0)));
    runOn(engine, spark.environment());
    assertThat(spark.called()).startsWith("--master\n" + engine + "\n");
    for (String option :
        List.of("spark.ui.enabled=false", "spark.executor.defaultJavaOptions=-XX:+UseSerialGC")) {
      assertThat(spark.called().contains(option)).as(option).isEqualTo(chooses);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flink",
        "local[x]",
        "local[0]",
        "local[]",
        "",
        "LOCAL",
        "spark://",
        "spark://head",
        "k8s://",
        "local-cluster[2]"
      })
  void refusesWhatIsNoAddressOfSparkBeforeAnythingIsDone(String engine) throws IOException {
    FakeSpark spark = spark("", 0, JobMessage.ended(new CorpusTotals(1, 1, 0, 0, 0, 0, 0)));
    Outcome outcome = runOn(engine, spark.environment());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("error: \"" + engine + "\" is not an address of Apache Spark", "local[4]");
    assertThat(folder.resolve("corpus")).doesNotExist();
    assertThat(folder.resolve("spark home/called")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "local",
        "local[*]",
        "local[16]",
        "local[2,3]",
        "local-cluster[2,1,1024]",
        "spark://a:7077,b:7077",
        "k8s://https://head:6443"
      })
  void takesEveryAddressOfSpark(String engine) throws IOException {
    FakeSpark spark = spark("", 0, JobMessage.ended(new CorpusTotals(1, 1, 0, 0, 0, 0, 0)));
    assertThat(runOn(engine, spark.environment()).status()).isZero();
    assertThat(spark.called()).startsWith("--master\n" + engine + "\n");
  }

  @ParameterizedTest
  @CsvSource({
    "nothere.db, there is no memory",
    "broken.db, is not a Ballast memory",
    "empty.db, it holds no memory",
    "folder, 'is a folder, not a Ballast memory'",
    "postgresql://localhost:1/team?user=mei, the server cannot be reached",
    "postgresql://host, the address of the memory cannot be read"
  })
  void aMemoryThatIsNamedAndCannotBeReadPreventsTheWork(String memory, String why)
      throws IOException {
    FakeSpark spark = spark("", 0, JobMessage.ended(new CorpusTotals(1, 1, 0, 0, 0, 0, 0)));
    write("broken.db", "Not a memory at all.\n".repeat(99));
    Files.createFile(folder.resolve("empty.db"));
    Files.createDirectory(folder.resolve("folder"));
    Map<String, String> named = new HashMap<>(spark.environment());
    named.put("BALLAST_TM", memory);
    Path settings = folder.resolve("ballast.toml");
    Files.writeString(settings, "memory = \"" + memory + "\"\n", UTF_8);
    Map<String, String> own = new HashMap<>(spark.environment());
    own.put("XDG_CONFIG_HOME", folder.resolve("own").toString());
    new CommandRunner(folder, own, 0, () -> CommandRunner.NOW, 0).run("tm", "trust");
    Outcome inSettings = run(own);
    Files.delete(settings);
    for (Outcome outcome :
        List.of(run(spark.environment(), "--tm", memory), run(named), inSettings)) {
      assertThat(outcome.status()).as(outcome.err()).isEqualTo(2);
      assertThat(outcome.err()).contains("error: ", why).doesNotContain("warning");
    }
    assertThat(folder.resolve("spark home/called")).doesNotExist();
    assertThat(folder.resolve("nothere.db")).doesNotExist();
    assertThat(run(named, "--no-tm").status()).isZero();
  }

  @Test
  void theProjectsMemoryIsNotMissedButMustBeReadableIfItIsThere() throws IOException {
    FakeSpark spark = spark("", 0, JobMessage.ended(new CorpusTotals(1, 1, 0, 0, 0, 0, 0)));
    assertThat(run(spark.environment()).status()).isZero();
    Path memory = Files.createDirectory(folder.resolve("tm")).resolve("memory.db");
    Files.writeString(memory, "Not a memory at all.\n".repeat(99), UTF_8);
    Outcome onSpark = run(spark.environment());
    assertThat(onSpark.status()).isEqualTo(2);
    write("a.zh.txt", "港口有雾。\n");
    write("a.en.txt", "There is fog.\n");
    for (String option : List.of("--quiet", "--dry-run")) {
      Outcome here = new CommandRunner(folder).run("align", "a.zh.txt", "a.en.txt", option);
      assertThat(here.status()).as(option).isEqualTo(2);
      assertThat(onSpark.err()).contains(here.err().lines().findFirst().orElseThrow());
    }
  }

  @Test
  void saysWhatAJobRefusesAndWhatToTry() throws IOException {
    FakeSpark spark =
        spark("", 0, JobMessage.of(JobMessage.Kind.REFUSED, "the list is \"bad\"", "mend\tit"));
    Outcome outcome = run(spark.environment());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains("error: the list is \"bad\"").contains("try:   mend it");
  }

  @Test
  void namesTheCauseAndTheLogOfAJobThatFails() throws IOException {
    String log =
        """
        26/11/27 ERROR X: Y
        org.apache.spark.SparkException: Job aborted
        \tat x.Y
        Caused by: java.io.IOException: No space left on device
        \tat z.Y
        26/11/27 INFO bye
        """;
    Map<String, String> environment = new HashMap<>(spark(log, 1).environment());
    environment.put("SPARK_LOCAL_DIRS", "/scratch");
    Outcome outcome = run(environment);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("did not finish: No space left on device", "spark.log", "goes on where")
        .contains("the folder of the corpus, or the one that has", "folder, \"/scratch\"");
  }

  @ParameterizedTest
  @CsvSource({"1, it has not said why", "137, 'its process was killed, perhaps because'"})
  void newsOfSparkAreNoCause(int status, String why) throws IOException {
    String log = "26/11/30 02:18:44 INFO CodeGenerator: Code generated in 81.8 ms\n";
    Outcome outcome = run(spark(log, status).environment());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("did not finish: " + why, "goes on where")
        .doesNotContain("INFO");
  }

  @ParameterizedTest
  @CsvSource({
    "--print, --print does not go with --engine",
    "--report=r.tsv, --report does not go with --engine",
    "--author=mei, --author does not go with --engine",
    "--all, --all does not go with --engine",
    "--xliff=2.1, --xliff does not go with --engine",
    "--discard-corrections, --discard-corrections does not go with --engine",
    "--max-size=0, --max-size must be above 0",
    "--max-time=-1, --max-time must be above 0"
  })
  void refusesWhatDoesNotGoWithIt(String option, String message) {
    Outcome outcome = run(Map.of(), option);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).contains(message);
  }

  @Test
  void needsAListAndAFolder() throws IOException {
    write("a.zh.txt", "桥。\n");
    CommandRunner runner = new CommandRunner(folder);
    assertThat(runner.run("align", "a.zh.txt", "--engine", "local[1]").err())
        .contains("give --pairs LIST");
    assertThat(runner.run("align", "--pairs", "x", "--engine", "local[1]").err())
        .contains("give -o FOLDER");
    assertThat(runner.run("align", "a.zh.txt", "a.en.txt", "--max-time", "3").err())
        .contains("--max-time is for --engine");
  }
}
