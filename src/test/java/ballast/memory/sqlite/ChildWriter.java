package ballast.memory.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ballast.bitext.Side;
import ballast.memory.CommandInfo.Origin;
import ballast.memory.DocumentChange;
import ballast.memory.Memory;
import ballast.memory.MemoryCare;
import ballast.memory.MemoryStore.WriteOptions;
import ballast.memory.Replacement;
import ballast.memory.UnitFilter;
import ballast.memory.contract.Revisions;
import ballast.memory.opening.Memories;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that changes a memory, to be watched or killed. */
public final class ChildWriter {

  /** The process prints this when the memory is open and it begins to write. */
  static final String WRITING = "writing";

  /** The process prints this after it has written. */
  private static final String WRITTEN = "written";

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
    DocumentChange revision = Revisions.large(args[1], Integer.parseInt(args[2]), 1);
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

  /** Starts the process for a memory in a file or on a server. */
  static Process start(Object place, String document, int units) throws IOException {
    return start(ChildWriter.class, place.toString(), document, "" + units, Deed.ADD.name());
  }

  private static Process start(Class<?> main, String... arguments) throws IOException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    words.addAll(List.of(arguments));
    return new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /**
   * Starts the process for a memory in a file or on a server, and kills it.
   *
   * @param delay milliseconds after it began to write; -1 as soon as it says that it has written
   * @return whether it said so
   */
  public static boolean kill(Object place, String document, int units, Deed deed, long delay)
      throws Exception {
    return kill(
        start(ChildWriter.class, place.toString(), document, "" + units, deed.name()), delay);
  }

  /** Does the same with a process that has another main method. */
  static boolean kill(Class<?> main, Path file, long delay) throws Exception {
    return kill(start(main, file.toString()), delay);
  }

  private static boolean kill(Process process, long delay) throws Exception {
    boolean written = false;
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      assertThat(lines.readLine()).isEqualTo(WRITING);
      if (delay < 0) {
        written = WRITTEN.equals(lines.readLine());
        assertThat(written).isTrue();
      } else {
        TimeUnit.MILLISECONDS.sleep(delay);
      }
      process.destroyForcibly();
    }
    end(process);
    return written;
  }

  /** Waits for the end and returns the exit status. */
  static int end(Process process) throws InterruptedException {
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return process.waitFor();
  }
}
