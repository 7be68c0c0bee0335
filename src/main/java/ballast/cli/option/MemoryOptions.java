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

/** The option that selects the translation memory. */
public final class MemoryOptions {

  @Option(
      names = "--tm",
      paramLabel = "FILE",
      description = "The memory. Default: tm/memory.db in this folder or one above it.")
  @Nullable String tm;

  /** Selects this memory, as {@code --tm} would. */
  public void choose(String file) {
    tm = file;
  }

  /** Its name as the user gave it; null if not given. */
  public @Nullable String chosen() {
    return tm;
  }

  public Path path(Console console) {
    return tm == null ? Project.around(console.directory()).memory() : console.resolve(tm);
  }

  /** The file of the memory. */
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
   * Opens an existing memory for writing; an edit or undo never creates one.
   *
   * @throws ballast.bitext.InputException if there is none
   */
  public Memory openExisting(Console console) {
    return store(console).openExisting(WriteOptions.at(console.clock()));
  }
}
