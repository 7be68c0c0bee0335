package ballast.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Spark that {@code src/dev/spark-home} makes, and the packed Ballast, in processes. */
final class SparkHome {

  private static final Path HOME = Path.of("target/spark-home").toAbsolutePath();
  private static final Path ARCHIVE = HOME.resolve("jars/classes.jsa");
  private static final Path PROGRAM = Path.of("target/ballast.jar").toAbsolutePath();
  private static final Path TOOLS = Path.of("target/spark-test-classes").toAbsolutePath();
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin/java").toString();

  /** The exit status and all output of a process. */
  record Outcome(int status, String output) {}

  private SparkHome() {}

  /** Makes it, if it is not there, and an archive of its classes: loading them takes longest. */
  static void make() throws IOException, InterruptedException {
    Outcome made = run(Path.of(""), List.of("src/dev/spark-home", HOME.toString()));
    assertThat(made.status()).as(made.output()).isZero();
    try (FileChannel channel = FileChannel.open(HOME.resolve("lock"), CREATE, WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !Files.exists(ARCHIVE)) {
        Path fresh = ARCHIVE.resolveSibling("fresh.jsa");
        Path folder = Files.createTempDirectory("ballast-spark");
        Path article = Path.of("tm/articles/ballast-stone").toAbsolutePath();
        Files.writeString(
            folder.resolve("one.tsv"), article + ".zh.txt\t" + article + ".en.txt\n", UTF_8);
        ProcessBuilder job =
            builder(
                folder,
                program(
                    "align", "--pairs", "one.tsv", "-o", "one", "--engine", "local[1]", "--no-tm"));
        job.environment()
            .put("SPARK_SUBMIT_OPTS", "-XX:+UseSerialGC -XX:ArchiveClassesAtExit=" + fresh);
        Outcome archived = ended(job);
        assertThat(fresh).as(archived.output()).exists();
        Files.move(fresh, ARCHIVE);
      }
    }
  }

  /** A command of Ballast, in a folder. */
  static Outcome ballast(Path folder, String... args) throws IOException, InterruptedException {
    return run(folder, program(args));
  }

  /** The same, still running. */
  static Process start(Path folder, Path output, String... args) throws IOException {
    return builder(folder, program(args)).redirectOutput(output.toFile()).start();
  }

  private static List<String> program(String... args) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA,
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-jar",
                PROGRAM.toString()));
    command.addAll(List.of(args));
    return command;
  }

  /** A tool of {@link ParquetTool}, in Spark. */
  static Outcome tool(Path folder, String... args) throws IOException, InterruptedException {
    return run(folder, tool(args));
  }

  private static List<String> tool(String... args) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(HOME.resolve("bin/spark-submit").toString(), "--master", "local[1]"));
    command.addAll(List.of("--conf", "spark.ui.enabled=false"));
    command.addAll(List.of("--class", "ballast.spark.ParquetTool", TOOLS.toString()));
    command.addAll(List.of(args));
    return command;
  }

  private static Outcome run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    return ended(builder(folder, command));
  }

  private static Outcome ended(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Outcome(process.waitFor(), output);
  }

  private static ProcessBuilder builder(Path folder, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
    builder
        .redirectErrorStream(true)
        .environment()
        .putAll(
            Map.of(
                "SPARK_HOME",
                HOME.toString(),
                "JAVA_HOME",
                System.getProperty("java.home"),
                // Jobs of a test are so short that the second compiler only costs time.
                "SPARK_SUBMIT_OPTS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable -XX:SharedArchiveFile="
                    + ARCHIVE,
                "LC_ALL",
                "C.UTF-8"));
    return builder;
  }
}
