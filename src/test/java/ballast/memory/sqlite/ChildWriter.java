package ballast.memory.sqlite;

import ballast.bitext.Side;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Replacement;
import ballast.memory.Revision;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Revisions;
import ballast.memory.opening.Memories;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process that changes a memory, to be watched or killed. */
public final class ChildWriter {

  /** The process prints this when the memory is open and it begins to write. */
  public static final String WRITING = "writing";

  /** The process prints this after it has written. */
  public static final String WRITTEN = "written";

  private ChildWriter() {}

  public enum Deed {
    ADD,
    /** Replaces "grain" in every unit. */
    REPLACE,
    /** Removes what is only kept for the history. */
    COMPACT
  }

  /** Arguments: memory (a file or an address), document, number of units, deed. */
  public static void main(String[] args) {
    WriteOptions options = new WriteOptions(Revisions.options().clock(), Duration.ofSeconds(60));
    Revision.New revision = Revisions.large(args[1], Integer.parseInt(args[2]), 1);
    try (Memory memory = Memories.named(args[0], Path::of).openForWriting(options)) {
      MemoryCare care = memory.care();
      Origin origin = new Origin("mei", "");
      System.out.println(WRITING);
      switch (Deed.valueOf(args[3])) {
        case ADD -> memory.addRevision(revision);
        case REPLACE ->
            care.replace(
                UnitFilter.CURRENT,
                Replacement.ofText("grain", "rice", false, Side.TARGET),
                false,
                origin,
                (edit, replaced) -> {});
        case COMPACT -> care.compact(origin);
      }
      System.out.println(WRITTEN);
    }
  }

  static Process start(Path file, String document, int units) throws IOException {
    return start(file, document, units, Deed.ADD);
  }

  public static Process start(Path file, String document, int units, Deed deed) throws IOException {
    return start(file.toString(), document, units, deed);
  }

  /** As the other one, for a memory in a file or on a server. */
  public static Process start(String place, String document, int units, Deed deed)
      throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ChildWriter.class.getName(),
            place,
            document,
            Integer.toString(units),
            deed.name())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Waits for the end and returns the exit status. */
  public static int end(Process process) throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
