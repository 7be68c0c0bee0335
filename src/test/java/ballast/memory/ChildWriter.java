package ballast.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that adds one revision to a memory, to be watched or killed. */
final class ChildWriter {

  /** What the process prints when the memory is open and it begins to write. */
  static final String WRITING = "writing";

  /** What it prints when the revision is in the memory. */
  static final String WRITTEN = "written";

  private ChildWriter() {}

  /** Arguments: memory, document, number of units. */
  public static void main(String[] args) {
    WriteOptions options = new WriteOptions(Revisions.options().clock(), Duration.ofSeconds(60));
    NewRevision revision = Revisions.large(args[1], Integer.parseInt(args[2]), 1);
    try (SqliteMemory memory = SqliteMemory.openForWriting(Path.of(args[0]), options)) {
      System.out.println(WRITING);
      memory.addRevision(revision);
      System.out.println(WRITTEN);
    }
  }

  static Process start(Path file, String document, int units) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildWriter.class.getName(),
            file.toString(),
            document,
            Integer.toString(units))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Waits for the end and returns the exit status. */
  static int end(Process process) throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
