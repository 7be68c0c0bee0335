package ballast.cli.align;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.app.corpus.CorpusJobs.CorpusTotals;
import ballast.app.corpus.JobMessage;
import ballast.cli.CommandRunner;
import ballast.cli.CommandRunner.Outcome;
import ballast.cli.CommandTest;
import ballast.cli.FakeSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
final class CorpusCommandTest extends CommandTest {

  private Outcome align(int status, Map<String, String> environment) {
    return align(status, environment, "");
  }

  private Outcome align(int status, Map<String, String> environment, String more) {
    return alignOn("local[2]", status, environment, more);
  }

  private Outcome alignOn(String engine, int status, Map<String, String> environment, String more) {
    String line = "align --pairs pairs.tsv -o corpus --engine '" + engine + "' " + more;
    return run(status, environment, line);
  }

  private FakeSpark spark(String log, int status, JobMessage... says) throws IOException {
    return new FakeSpark(folder.resolve("spark home"), log, status, says);
  }

  /** One that has aligned a pair. */
  private FakeSpark spark() throws IOException {
    return spark("", 0, JobMessage.ended(new CorpusTotals(1, 1, 0, 0, 0, 0, 0)));
  }

  private void assertNotCalled() {
    assertThat(folder.resolve("spark home/called")).doesNotExist();
  }

  @Test
  void saysHowToGetSparkIfThereIsNone() {
    assertThat(align(2, Map.of()).err())
        .contains("SPARK_HOME is not set", "spark.apache.org/downloads");
  }

  @Test
  void saysThatSparkHomeIsNotSparks() {
    assertThat(align(2, Map.of("SPARK_HOME", folder.toString())).err())
        .contains("there is no Spark in SPARK_HOME", "bin/spark-submit");
  }

  @Test
  void saysHowToBuildTheArtefactIfItIsMissing() throws IOException {
    assertThat(align(2, with(spark(), "BALLAST_SPARK_JAR", "nowhere.jar")).err())
        .contains("nowhere.jar", "mvn -Pfast -f src/spark/pom.xml package");
  }

  private static Map<String, String> with(FakeSpark spark, String name, String value) {
    Map<String, String> environment = new HashMap<>(spark.environment());
    environment.put(name, value);
    return environment;
  }

  @Test
  void saysThatTheArtefactIsAnotherFile() throws IOException {
    Path other = folder.resolve("ballast.jar");
    Map<String, String> named = with(spark(), "BALLAST_SPARK_JAR", other.toString());
    try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(other))) {
      jar.putNextEntry(new ZipEntry("ballast/cli/Main.class"));
    }
    String build = "mvn -Pfast -f src/spark/pom.xml package";
    assertThat(align(2, named).err()).contains("ballast.jar\" is not ballast-spark.jar", build);
    Files.writeString(other, "This is no archive at all.", UTF_8);
    assertThat(align(2, named).err())
        .contains("cannot read the part of Ballast", "ballast.jar", build);
    assertNotCalled();
  }

  @ParameterizedTest
  @CsvSource({"0,0,0,0", "1,0,0,2", "0,1,0,1", "1,0,1,3"})
  void tellsTheTotalsAndGivesTheStatusOfTheWorst(long failed, long unrelated, long bugs, int status)
      throws IOException {
    CorpusTotals totals = new CorpusTotals(1_000, 900, 40, failed, unrelated, bugs, 3);
    FakeSpark spark =
        spark("", 0, JobMessage.of(JobMessage.Kind.PROGRESS, 3, 4, 1), JobMessage.ended(totals));
    String said = align(status, spark.environment()).err();
    assertThat(said)
        .contains("total    1,000 pairs: 900 aligned, 40 already aligned")
        .contains("wrote    corpus/aligned: 900 documents")
        .contains("kept     3 documents that the corpus has and the list does not name");
    String quiet = align(status, spark.environment(), "-q").err();
    if (failed + unrelated > 0) {
      // As the ordinary command has it: only what failed is an error.
      String rejected =
          (failed > 0 ? "error: " : "warning: ")
              + "1 document rejected; corpus/rejects/tsv says why";
      assertThat(said).contains(rejected);
      assertThat(quiet).startsWith(rejected).hasLineCount(1);
    } else {
      assertThat(quiet).isEmpty();
    }
    assertThat(spark.called())
        .startsWith("--master\nlocal[2]\n")
        .contains("--class\nballast.spark.AlignCorpus\n");
  }

  @ParameterizedTest
  @CsvSource({"local[2], true", "spark://head:7077, false", "yarn, false"})
  void choosesOptionsOnThisComputerOnly(String engine, boolean chooses) throws IOException {
    FakeSpark spark = spark();
    alignOn(engine, 0, spark.environment(), "");
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
    assertThat(alignOn(engine, 2, spark().environment(), "").err())
        .contains("error: \"" + engine + "\" is not an address of Apache Spark", "local[4]");
    assertThat(folder.resolve("corpus")).doesNotExist();
    assertNotCalled();
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
    FakeSpark spark = spark();
    alignOn(engine, 0, spark.environment(), "");
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
    FakeSpark spark = spark();
    write("broken.db", "Not a memory at all.\n".repeat(99));
    write("empty.db", "");
    Files.createDirectory(folder.resolve("folder"));
    Map<String, String> named = with(spark, "BALLAST_TM", memory);
    write("ballast.toml", "memory = \"" + memory + "\"\n");
    Map<String, String> own = with(spark, "XDG_CONFIG_HOME", folder.resolve("own").toString());
    new CommandRunner(folder, own, 0).run("tm", "trust");
    Outcome inSettings = align(2, own);
    Files.delete(folder.resolve("ballast.toml"));
    for (Outcome outcome :
        List.of(align(2, spark.environment(), "--tm " + memory), align(2, named), inSettings)) {
      assertThat(outcome.err()).contains("error: ", why).doesNotContain("warning");
    }
    assertNotCalled();
    assertThat(folder.resolve("nothere.db")).doesNotExist();
    align(0, named, "--no-tm");
  }

  @Test
  void theProjectsMemoryIsNotMissedButMustBeReadableIfItIsThere() throws IOException {
    FakeSpark spark = spark();
    align(0, spark.environment());
    write("tm/memory.db", "Not a memory at all.\n".repeat(99));
    String onSpark = align(2, spark.environment()).err();
    write("a.zh.txt", "港口有雾。\n");
    write("a.en.txt", "There is fog.\n");
    for (String option : List.of("--quiet", "--dry-run")) {
      String here = run(2, "align a.zh.txt a.en.txt " + option).err();
      assertThat(onSpark).contains(here.lines().findFirst().orElseThrow());
    }
  }

  @Test
  void saysWhatAJobRefusesAndWhatToTry() throws IOException {
    FakeSpark spark =
        spark("", 0, JobMessage.of(JobMessage.Kind.REFUSED, "the list is \"bad\"", "mend\tit"));
    assertThat(align(2, spark.environment()).err())
        .contains("error: the list is \"bad\"", "try:   mend it");
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
    assertThat(align(2, with(spark(log, 1), "SPARK_LOCAL_DIRS", "/scratch")).err())
        .contains("did not finish: No space left on device", "spark.log", "goes on where")
        .contains("the folder of the corpus, or the one that has", "folder, \"/scratch\"");
  }

  @ParameterizedTest
  @CsvSource({"1, it has not said why", "137, 'its process was killed, perhaps because'"})
  void newsOfSparkAreNoCause(int status, String why) throws IOException {
    String log = "26/11/30 02:18:44 INFO CodeGenerator: Code generated in 81.8 ms\n";
    assertThat(align(2, spark(log, status).environment()).err())
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
    assertThat(align(2, Map.of(), option).err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "align a.zh.txt --engine local[1], give --pairs LIST",
    "align --pairs x --engine local[1], give -o FOLDER",
    "align a.zh.txt a.en.txt --max-time 3, --max-time is for --engine"
  })
  void needsAListAndAFolder(String line, String message) throws IOException {
    write("a.zh.txt", "桥。\n");
    assertThat(run(2, line).err()).contains(message);
  }
}
