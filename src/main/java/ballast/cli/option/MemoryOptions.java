package ballast.cli.option;

import ballast.cli.terminal.Console;
import ballast.memory.Memory;
import ballast.memory.MemoryStore;
import ballast.memory.WriteOptions;
import ballast.memory.opening.Memories;
import ballast.workflow.project.Project;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which translation memory. */
public final class MemoryOptions {

  @Option(
      names = "--tm",
      paramLabel = "FILE",
      description = "The memory. Default: tm/memory.db, looked for from here upwards.")
  @Nullable String tm;

  /** Takes this one, as {@code --tm} would. */
  public void choose(String file) {
    tm = file;
  }

  /** What the user calls it; null when nothing was said. */
  public @Nullable String chosen() {
    return tm;
  }

  public Path path(Console console) {
    return tm == null ? Project.around(console.directory()).memory() : console.resolve(tm);
  }

  /** Where the memory is kept. */
  public MemoryStore store(Console console) {
    return Memories.at(path(console));
  }

  public Memory openForReading(Console console) {
    return store(console).openForReading();
  }

  public Memory openForWriting(Console console) {
    return store(console).openForWriting(WriteOptions.at(console.clock()));
  }

  /**
   * Opens for writing a memory that is there: what changes or takes back units makes no new one.
   *
   * @throws ballast.bitext.InputException if there is none
   */
  public Memory openExisting(Console console) {
    return store(console).openExisting(WriteOptions.at(console.clock()));
  }
}
